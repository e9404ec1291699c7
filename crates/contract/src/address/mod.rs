//! The reader's choices as one plain value, and how they look in the address bar.

mod extent;
#[cfg_attr(not(feature = "ledger"), path = "no_ledger.rs")]
pub mod ledger;
#[cfg(test)]
mod round_trips;

pub use extent::{Extent, Viewport};
pub use ledger::Ledger;
#[cfg(feature = "ledger")]
pub use ledger::SortKey;

/// How the story is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// One map that follows the reader from step to step.
    Steps,
    /// Everything in its place, one below the other: as the page is built.
    #[default]
    Flat,
}

impl Mode {
    /// The name in addresses and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Flat => "flat",
        }
    }

    /// From that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            name if name == Self::Steps.slug() => Some(Self::Steps),
            name if name == Self::Flat.slug() => Some(Self::Flat),
            _ => None,
        }
    }
}

/// The colours that the reader chose against the system's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// The name in addresses and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// From that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            name if name == Self::Light.slug() => Some(Self::Light),
            name if name == Self::Dark.slug() => Some(Self::Dark),
            _ => None,
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

/// How the page is shown at the moment: as the reader has chosen, or else as device and host have it. The address says only
/// the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// How the story is told.
    pub mode: Mode,
    /// The colours, where they are not the system's.
    pub theme: Option<Theme>,
}

/// What the reader has chosen; nothing is the default, and the default is not in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// How the story is told, where the reader chose; the default depends on reader and device.
    pub mode: Option<Mode>,
    /// The colours, where they are not the system's.
    pub theme: Option<Theme>,
    /// How the page is shown, whoever has decided that.
    pub shown: Shown,
    /// The selected region or place.
    pub place: Option<String>,
    /// The fact whose source is shown.
    pub fact: Option<String>,
    /// The step in view.
    pub step: Option<String>,
    /// The one measure that charts of several show; all of them if nothing is chosen.
    pub measure: Option<String>,
    /// The measure by which the map that is shaded on request is shaded.
    pub map_measure: Option<String>,
    /// The layers of the maps that are switched off, in the order of their names.
    pub off: Vec<String>,
    /// The part of a map that the reader has zoomed to.
    pub extent: Option<Extent>,
    /// The rows of the ledger and their order.
    pub ledger: Ledger,
    /// The map whose notes a button has opened over it, by the place of its button in the page; not in the address.
    pub notes: Option<usize>,
}

/// The names of the choices in the address.
const MODE: &str = "mode";
const THEME: &str = "theme";
const PLACE: &str = "place";
const FACT: &str = "fact";
const STEP: &str = "step";
const MEASURE: &str = "measure";
const SHADE: &str = "shade";
const OFF: &str = "off";
const EXTENT: &str = "extent";
/// Which regions the gazetteer shows, beside each other; no other page has it.
pub const BESIDE: &str = "beside";
/// Those that scripts ask for, with what they are called here. The last three are no choices of the reader's: whoever makes a
/// frame says by them its language, that it has neither header nor footer, and whose words its host understands.
#[cfg(feature = "ledger")]
pub const NAMES: &[(&str, &str)] = &[
    ("MODE", MODE),
    ("THEME", THEME),
    ("PLACE", PLACE),
    ("FACT", FACT),
    ("STEP", STEP),
    ("MEASURE", MEASURE),
    ("SHADE", SHADE),
    ("OFF", OFF),
    ("EXTENT", EXTENT),
    ("WORDS", ledger::WORDS),
    ("BESIDE", BESIDE),
    ("LANG", "lang"),
    ("CHROME", "chrome"),
    ("EMBED", "embed"),
];
/// Between the layers of a list: needs no escape in a query.
const BETWEEN: char = '.';

impl State {
    /// Tells the story in this way.
    pub fn tell(self, mode: Mode) -> Self {
        Self { mode: Some(mode), shown: Shown { mode, ..self.shown }, ..self }
    }

    /// Shows these colours; `None` follows the system.
    pub fn colour(self, theme: Option<Theme>) -> Self {
        Self { theme, shown: Shown { theme, ..self.shown }, ..self }
    }

    /// Selects a region or place; selecting it again keeps it.
    pub fn select(self, place: &str) -> Self {
        Self { place: Some(place.to_owned()), ..self }
    }

    /// Selects nothing.
    pub fn deselect(self) -> Self {
        Self { place: None, ..self }
    }

    /// Shows the source of a fact.
    pub fn show_source(self, fact: &str) -> Self {
        Self { fact: Some(fact.to_owned()), ..self }
    }

    /// Shows no source.
    pub fn hide_source(self) -> Self {
        Self { fact: None, ..self }
    }

    /// Has come to a step, or is at none.
    pub fn reach(self, step: Option<String>) -> Self {
        Self { step, ..self }
    }

    /// Shows one measure, or all for an empty name.
    pub fn show_measure(self, measure: &str) -> Self {
        Self { measure: (!measure.is_empty()).then(|| measure.to_owned()), ..self }
    }

    /// Shades by a measure the map that is shaded on request; by the same again, by none.
    pub fn toggle_map_measure(self, measure: &str) -> Self {
        let map_measure = (self.map_measure.as_deref() != Some(measure)).then(|| measure.to_owned());
        Self { map_measure, ..self }
    }

    /// Switches a layer of the maps off, or on again.
    pub fn switch(mut self, layer: &str) -> Self {
        let before = self.off.len();
        self.off.retain(|other| other != layer);
        if self.off.len() == before {
            insert(&mut self.off, layer);
        }
        self
    }

    /// Shows this part of a map; `None` shows all of each.
    pub fn zoom(self, extent: Option<Extent>) -> Self {
        Self { extent, ..self }
    }

    /// Opens the notes of a map, or closes them if they are open.
    pub fn toggle_notes(self, map: usize) -> Self {
        Self { notes: (self.notes != Some(map)).then_some(map), ..self }
    }

    /// Closes the notes of whichever map.
    pub fn close_notes(self) -> Self {
        Self { notes: None, ..self }
    }

    /// The same choices on the page in the other language: words to search for are of one language only.
    pub fn in_other_language(&self) -> Self {
        Self { ledger: self.ledger.clone().without_words(), ..self.clone() }
    }

    /// Reads the choices from the query of an address, with or without its `?`.
    ///
    /// Unknown names are ignored, and so is a value that cannot be an id.
    ///
    /// ```
    /// use contract::State;
    /// let state = State::from_query("?place=410305&utm=x&mode=sideways");
    /// assert_eq!(state.place.as_deref(), Some("410305"));
    /// assert_eq!(state.mode, None);
    /// assert_eq!(State::from_query("?place=%3Cscript%3E"), State::default());
    /// ```
    pub fn from_query(query: &str) -> Self {
        let mut state = Self::default();
        for (name, value) in query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('=')) {
            let id = || is_id(value).then(|| value.to_owned());
            match name {
                MODE => {
                    state.mode = Mode::named(value);
                    state.shown.mode = state.mode.unwrap_or_default();
                }
                THEME => {
                    state.theme = Theme::named(value);
                    state.shown.theme = state.theme;
                }
                PLACE => state.place = id(),
                FACT => state.fact = id(),
                STEP => state.step = id(),
                MEASURE => state.measure = id(),
                SHADE => state.map_measure = id(),
                EXTENT => state.extent = Extent::decode(value),
                OFF => {
                    value.split(BETWEEN).filter(|layer| is_id(layer)).for_each(|layer| insert(&mut state.off, layer));
                }
                _ => state.ledger.read(name, value),
            }
        }
        state
    }

    /// The query of this state, with its `?`; empty for the default.
    pub fn to_query(&self) -> String {
        let off = (!self.off.is_empty()).then(|| self.off.join("."));
        let extent = self.extent.as_ref().map(Extent::encode);
        let chosen = [
            (MODE, self.mode.map(Mode::slug)),
            (THEME, self.theme.map(Theme::slug)),
            (PLACE, self.place.as_deref()),
            (FACT, self.fact.as_deref()),
            (STEP, self.step.as_deref()),
            (MEASURE, self.measure.as_deref()),
            (SHADE, self.map_measure.as_deref()),
            (OFF, off.as_deref()),
            (EXTENT, extent.as_deref()),
        ];
        let pair = |(name, value): (&str, Option<&str>)| value.map(|value| [name, "=", value].concat());
        let mut pairs: Vec<String> = chosen.into_iter().filter_map(pair).collect();
        pairs.extend(self.ledger.pairs());
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// Puts a name where it belongs in the order of names, once. A handful: a sort would weigh more than it saves.
fn insert(names: &mut Vec<String>, name: &str) {
    let at = names.iter().position(|other| other.as_str() >= name).unwrap_or(names.len());
    if names.get(at).is_none_or(|other| other != name) {
        names.insert(at, name.to_owned());
    }
}

/// Whether a text can be an id: letters, digits and hyphens.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_vanish_from_the_address() {
        assert_eq!(State::default().to_query(), "");
        assert_eq!(State::default().select("410305").deselect().to_query(), "");
        assert_eq!(State::default().show_measure("households").show_measure("").to_query(), "");
        assert_eq!(State::default().colour(Some(Theme::Dark)).colour(None).to_query(), "");
        assert_eq!(State::default().reach(Some("opened".into())).reach(None).to_query(), "");
        assert_eq!(State::default().switch("rivers").switch("rivers").to_query(), "");
        assert_eq!(State::default().toggle_map_measure("projects").toggle_map_measure("projects").to_query(), "");
    }

    #[test]
    fn every_state_survives_the_address() {
        for state in [
            State::default(),
            State::default().select("410305"),
            State::default().select("erlitou").show_source("centres-share"),
            State::default().show_source("clusters"),
            State::default().show_measure("households").select("410305"),
            State::default().tell(Mode::Flat),
            State::default().tell(Mode::Steps).reach(Some("opened".into())),
            State::default().colour(Some(Theme::Light)).tell(Mode::Flat).select("410305").reach(Some("a-1".into())),
            State::default().colour(Some(Theme::Dark)),
            State::default().switch("rivers").switch("heritage").toggle_map_measure("projects"),
            State::default().zoom(Some(Extent {
                map: "map-opening".into(),
                viewport: Viewport { centre: [1204, -37], percent: 250 },
            })),
        ] {
            assert_eq!(State::from_query(&state.to_query()), state);
        }
    }

    #[test]
    fn the_address_reads_mode_before_theme_before_the_rest() {
        let state = State::default().reach(Some("opened".into())).colour(Some(Theme::Dark)).tell(Mode::Flat);
        assert_eq!(state.to_query(), "?mode=flat&theme=dark&step=opened");
    }

    #[test]
    fn what_is_not_an_id_is_ignored() {
        for query in [
            "?place=",
            "?place=a b",
            "?fact=%22",
            "?measure=a_b",
            "?Place=x",
            "place",
            "?&&=",
            "?step=",
            "?step=%27",
            "?off=",
            "?off=a%20b",
            "?extent=map",
            "?extent=map_1_2_99",
        ] {
            assert_eq!(State::from_query(query), State::default(), "{query}");
        }
    }

    #[test]
    fn a_mode_or_theme_that_does_not_exist_is_ignored() {
        for query in ["?mode=", "?mode=slides", "?mode=Steps", "?theme=", "?theme=sepia", "?theme=Dark"] {
            assert_eq!(State::from_query(query), State::default(), "{query}");
        }
    }
}
