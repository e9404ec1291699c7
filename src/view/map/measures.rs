//! Which measure shades a map: the one that `data-measure` on the root element names, or else the first. A map that
//! is shaded on request only follows `data-shade`, and without it shows none.

use contract::attribute::rule;
use contract::{attribute, class, joined};

use crate::draw::role_of;
use crate::layout::map::ValueClass;
use crate::layout::map::style::COMPUTED;
use crate::model::{Bars, ChapterMap, FigureId, Story};

/// The first letter of the classes of maps that are always shaded.
pub const ALWAYS: char = 'm';
/// The first letter of the classes of maps that are shaded on request.
pub const ON_REQUEST: char = 'q';

/// The first letter of a map's classes.
pub fn measure_prefix(map: &ChapterMap) -> char {
    if map.shading_on_request { ON_REQUEST } else { ALWAYS }
}

/// The class of what is shown for one measure only.
pub fn measure_class(prefix: char, figure: &FigureId, measure: usize) -> String {
    format!("{prefix}-{figure}-{measure}")
}

/// The class of a region that one measure shades so.
pub fn value_class(prefix: char, figure: &FigureId, measure: usize, value: ValueClass) -> String {
    format!("{}-{}", measure_class(prefix, figure, measure), value.slug())
}

/// The style rules that show one measure at a time; written when the pages are, because measures are named by the
/// data and style sheets cannot compare two attributes.
pub fn measure_rules(story: &Story) -> String {
    let shaded = story.figures.figures.iter().filter_map(|figure| Some((&figure.id, figure.bars()?)));
    let measures: Vec<Shading> =
        shaded.flat_map(|(figure, bars)| always(figure, bars).chain(on_request(figure, bars))).collect();
    if measures.is_empty() {
        String::new()
    } else {
        format!("@layer states{{{}{}}}\n", fills(&measures), hides(&measures))
    }
}

/// The class of what is shown for one measure only, with the root elements under which it is shown, and those under which it is
/// not.
struct Shading {
    class: String,
    shown: String,
    hidden: Option<String>,
}

fn always<'a>(figure: &'a FigureId, bars: &'a Bars) -> impl Iterator<Item = Shading> + 'a {
    let ids: Vec<&str> = bars.measures.iter().map(|measure| measure.id.as_str()).collect();
    (0..ids.len()).map(move |measure| {
        let (shown, hidden) = when(&ids, measure);
        Shading { class: measure_class(ALWAYS, figure, measure), shown, hidden }
    })
}

fn on_request<'a>(figure: &'a FigureId, bars: &'a Bars) -> impl Iterator<Item = Shading> + 'a {
    bars.measures.iter().enumerate().map(move |(index, measure)| {
        let own = rule(attribute::SHADE, &measure.id);
        Shading {
            class: measure_class(ON_REQUEST, figure, index),
            shown: [":root", &own].concat(),
            hidden: Some(format!(":root:not({own})")),
        }
    })
}

/// The fills of the measures' classes where they are shown, and the border of what is worked out.
fn fills(measures: &[Shading]) -> String {
    let all = |value: ValueClass, before: &str, after: &str| {
        let one =
            |Shading { shown, class, .. }: &Shading| format!("{shown} {before}.{class}-{}{after}", value.slug());
        measures.iter().map(one).collect::<Vec<_>>().join(",")
    };
    // What is no link, as in an inset, is its own outline.
    let shapes = |value: ValueClass| [all(value, "", " use"), all(value, "use", "")].join(",");
    let fill = |value: ValueClass| format!("{}{{fill:var(--{})}}", shapes(value), role_of(value).token());
    // What is selected or pointed at has the border that says so.
    let edge = format!(
        "{}{{stroke:var(--{});stroke-width:var(--map-computed-width);stroke-dasharray:var(--map-computed-dash)}}",
        all(ValueClass::Computed, "", joined!(":not(", class::of::SELECTED, "):not(:hover)")),
        COMPUTED.role.token(),
    );
    ValueClass::ALL.map(fill).concat() + &edge
}

fn hides(measures: &[Shading]) -> String {
    let hidden = measures.iter().filter_map(|one| Some(format!("{} .{}", one.hidden.as_ref()?, one.class)));
    format!("{}{{display:none}}", hidden.collect::<Vec<_>>().join(","))
}

/// The root elements under which a measure is shown, and those under which it is not.
fn when(ids: &[&str], measure: usize) -> (String, Option<String>) {
    let named = |id: &&str| rule(attribute::MEASURE, id);
    match measure {
        0 => {
            let others: Vec<String> = ids.iter().skip(1).map(named).collect();
            match others.join(",") {
                none if none.is_empty() => (":root".into(), None),
                others => (format!(":root:not({others})"), Some(format!(":root:is({others})"))),
            }
        }
        _ => {
            let own = named(&ids[measure]);
            (format!(":root{own}"), Some(format!(":root:not({own})")))
        }
    }
}
