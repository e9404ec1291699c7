//! How a map is drawn: colour, width, dashes and opacity of each of its lines, and in which order it is laid down. Pictures
//! and canvas take it from here, and the style sheets by name: `var(--map-ring-dash)` is filled in when they are written.

use crate::layout::{Role, tenth};
use story::model::{Colour, Water};

/// A line of a map, as wide at every zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineStyle {
    /// Its colour.
    pub role: Role,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Lengths of dash and gap in CSS pixels; a dash of no length is a dot as wide as the line, because ends are round.
    pub dash: Option<[f64; 2]>,
    /// From 0, not seen, to 1.
    pub opacity: f64,
}

impl LineStyle {
    /// An unbroken line.
    pub const fn solid(role: Role, width: f64) -> Self {
        Self { role, width, dash: None, opacity: 1.0 }
    }

    const fn dashed(role: Role, width: f64, dash: [f64; 2]) -> Self {
        Self { dash: Some(dash), ..Self::solid(role, width) }
    }

    const fn faint(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }
}

// Land.

/// Borders of what lies around the regions.
pub const NEIGHBOUR: LineStyle = LineStyle::solid(Role::Rule, 1.0);
/// The land around a map whose regions are one place in it.
pub const SURROUNDINGS: LineStyle = LineStyle::solid(Role::Mline, 1.2);
/// Borders of regions.
pub const BORDER: LineStyle = LineStyle::solid(Role::Mline, 0.7);
/// The border of a region that is selected.
pub const SELECTED: LineStyle = LineStyle::solid(Role::Ink, 2.4);
/// The border of a region whose value is worked out.
pub const COMPUTED: LineStyle = LineStyle::dashed(Role::Category(Colour::Plum), 1.5, [4.0, 3.0]);
/// Around all regions.
pub const OUTLINE: LineStyle = LineStyle::solid(Role::Ink, 1.5);
const FLOW: Role = Role::Category(Colour::River);
/// See-through, so that a border is seen below a river that it follows.
const FLOW_OPACITY: f64 = 0.8;
/// A river.
pub const RIVER: LineStyle = LineStyle::solid(FLOW, 1.5).faint(FLOW_OPACITY);
/// A great river.
pub const GREAT_RIVER: LineStyle = LineStyle::solid(FLOW, 2.2).faint(FLOW_OPACITY);
/// A river whose course is not known.
pub const SCHEMATIC_RIVER: LineStyle = LineStyle::dashed(FLOW, 1.4, [0.0, 4.0]).faint(FLOW_OPACITY);
/// Hatching of regions without a value.
pub const HATCH: LineStyle = LineStyle::solid(Role::Ng, 1.0);

/// How much of a colour tints a region that stands for a place known no better.
pub const TINT: f64 = 0.1;
/// How much ink tints the regions where they are one place amid the land around them.
pub const OWN: f64 = 0.09;

/// Above this scale the whole pane is city, and nothing ends at its edges; pixels per kilometre.
pub const FADE_BELOW: f64 = 10.0;
/// How wide land fades out at the sides, in pixels.
pub const FADE: f64 = 28.0;

// What stands on it.

/// Around an inset, around what it shows, and around what a locator says the map shows.
pub const FRAME: LineStyle = LineStyle::solid(Role::Ink2, 1.0);
/// From what an inset shows to the inset.
pub const INSET_LEADER: LineStyle = LineStyle::solid(Role::Ink3, 0.6);
/// From a mark to its label.
pub const LEADER: LineStyle = LineStyle::solid(Role::Ink2, 0.9);
/// The scale bar.
pub const SCALE_BAR: LineStyle = LineStyle::solid(Role::Ink2, 1.0);
/// The arrow to a city beyond the map.
pub const ARROW: LineStyle = LineStyle::solid(Role::Category(Colour::Bronze), 1.4);
/// A schematic line: dark, with a dashed core of the ground's colour.
pub const LINE_EDGE: LineStyle = LineStyle::solid(Role::Ink2, 4.0);
/// See [`LINE_EDGE`].
pub const LINE_CORE: LineStyle = LineStyle::dashed(Role::Raise, 2.0, [6.0, 6.0]);
/// The arrow where a schematic line leaves the map.
pub const LINE_END: LineStyle = LineStyle::solid(Role::Ink2, 2.5);
/// Around a station.
pub const STATION: LineStyle = LineStyle::solid(Role::Ink2, 1.7);
/// Around a rough position.
pub const RING: LineStyle = LineStyle::dashed(Role::Ink2, 1.1, [2.5, 2.5]);
/// Around the sign of a kind beside a number: solid where it is a target, in dashes where it is computed.
pub const KIND: LineStyle = LineStyle::solid(Role::Ink, 1.0);
/// See [`KIND`].
pub const KIND_COMPUTED: LineStyle = LineStyle::dashed(Role::Ink, 1.0, [2.0, 2.0]);
/// Around letters, in the colour of what they stand on, so that they hold on any ground.
pub const HALO: LineStyle = LineStyle::solid(Role::Raise, 3.5);
/// The same on a map that is shaded.
pub const VALUE_HALO: LineStyle = LineStyle::solid(Role::Raise, 5.0);

// Marks, at a radius of [`FULL_RADIUS`]; smaller ones have thinner lines.

/// The radius at which marks have lines of their full width, in pixels.
pub const FULL_RADIUS: f64 = 10.0;
/// What parts a mark from the ground.
pub const CASING: LineStyle = LineStyle::solid(Role::Raise, 4.5);
/// The width of a mark's own line, which has the colour of its category.
pub const MARK_WIDTH: f64 = 1.7;
/// How much wider than its dot the ground of a city is, in pixels.
pub const DOT_CASING: f64 = 1.0;

/// What a map is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stratum {
    /// The main pane.
    Main,
    /// Where land fades out because the data stop there.
    Fades,
    /// Schematic lines.
    Lines,
    /// Inset frame, scale bar, cities beyond.
    Furniture,
    /// Insets and locators.
    Apart,
    /// Marks with their rings.
    Marks,
    /// Names and numbers.
    Labels,
}

/// From below.
pub const STRATA: [Stratum; 7] = [
    Stratum::Main,
    Stratum::Fades,
    Stratum::Lines,
    Stratum::Furniture,
    Stratum::Apart,
    Stratum::Marks,
    Stratum::Labels,
];

/// What a pane is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanePart {
    /// What lies around the regions.
    Around,
    /// The land that all regions make up.
    Land,
    /// Regions, tinted or shaded, with their borders.
    Regions,
    /// Reservoirs.
    Water,
    /// The border around all regions.
    Outline,
    /// Rivers.
    Rivers,
    /// Where a locator says that the map lies.
    Here,
}

/// From below.
pub const PANE: [PanePart; 7] = [
    PanePart::Around,
    PanePart::Land,
    PanePart::Regions,
    PanePart::Water,
    PanePart::Outline,
    PanePart::Rivers,
    PanePart::Here,
];

/// How a river is drawn.
pub fn river(river: &Water) -> LineStyle {
    match (river.major, river.schematic) {
        (true, _) => GREAT_RIVER,
        (false, true) => SCHEMATIC_RIVER,
        (false, false) => RIVER,
    }
}

/// Every line by its name in style sheets.
pub const LINES: [(&str, LineStyle); 26] = [
    ("neighbour", NEIGHBOUR),
    ("surroundings", SURROUNDINGS),
    ("border", BORDER),
    ("computed", COMPUTED),
    ("selected", SELECTED),
    ("outline", OUTLINE),
    ("river", RIVER),
    ("great-river", GREAT_RIVER),
    ("schematic-river", SCHEMATIC_RIVER),
    ("hatch", HATCH),
    ("frame", FRAME),
    ("inset-leader", INSET_LEADER),
    ("leader", LEADER),
    ("scale-bar", SCALE_BAR),
    ("arrow", ARROW),
    ("line-edge", LINE_EDGE),
    ("line-core", LINE_CORE),
    ("line-end", LINE_END),
    ("station", STATION),
    ("ring", RING),
    ("kind", KIND),
    ("kind-computed", KIND_COMPUTED),
    ("halo", HALO),
    ("value-halo", VALUE_HALO),
    ("casing", CASING),
    // Its colour is its category's.
    ("mark", LineStyle::solid(Role::Ink, MARK_WIDTH)),
];

/// What begins the names in style sheets.
const NAMED: &str = "var(--map-";

/// A style sheet with widths, dashes and opacities in the place of their names.
///
/// # Errors
///
/// Names the first that no line has.
pub fn filled_in(sheet: &str) -> Result<String, String> {
    let mut parts = sheet.split(NAMED);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(')').unwrap_or((part, ""));
        let value = value(name).ok_or_else(|| format!("{NAMED}{name}): expected a line of layout/map/style.rs"))?;
        filled += &(value + rest);
    }
    Ok(filled)
}

fn value(name: &str) -> Option<String> {
    let (line, property) = name.rsplit_once('-')?;
    let (_, style) = LINES.iter().find(|(name, _)| *name == line)?;
    match property {
        "width" => Some(short(style.width)),
        "dash" => style.dash.map(|dash| dash.map(short).join(" ")),
        "opacity" => Some(short(style.opacity)),
        _ => None,
    }
}

/// A number in the fewest characters that style sheets allow.
fn short(number: f64) -> String {
    let written = tenth(number);
    if written.starts_with("0.") { written.replacen('0', "", 1) } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_style_sheets_become_what_they_name() {
        let sheet =
            "a { stroke-dasharray: var(--map-ring-dash); stroke-width: var(--map-border-width); color: var(--ink) }";
        let filled = "a { stroke-dasharray: 2.5 2.5; stroke-width: .7; color: var(--ink) }";
        assert_eq!(filled_in(sheet).as_deref(), Ok(filled));
        for wrong in ["var(--map-ring-colour)", "var(--map-border-dash)", "var(--map-moat-width)"] {
            assert!(filled_in(wrong).is_err_and(|error| error.starts_with(wrong)), "{wrong}");
        }
    }
}
