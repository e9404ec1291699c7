//! Which measure shades a map: the one that `data-measure` on the root element names, or else the first. A map that
//! is shaded on request only follows `data-shade`, and without it shows none.

use contract::attribute::rule;
use contract::{attribute, class};

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
    let rules: String =
        shaded.flat_map(|(figure, bars)| always(figure, bars).chain(on_request(figure, bars))).collect();
    if rules.is_empty() { rules } else { format!("@layer states{{{rules}}}\n") }
}

fn always<'a>(figure: &'a FigureId, bars: &'a Bars) -> impl Iterator<Item = String> + 'a {
    let ids: Vec<&str> = bars.measures.iter().map(|measure| measure.id.as_str()).collect();
    (0..ids.len()).map(move |measure| {
        let (shown, hidden) = when(&ids, measure);
        let class = measure_class(ALWAYS, figure, measure);
        let hide = hidden.map_or(String::new(), |hidden| format!("{hidden} .{class}{{display:none}}"));
        fills(&shown, &class) + &hide
    })
}

fn on_request<'a>(figure: &'a FigureId, bars: &'a Bars) -> impl Iterator<Item = String> + 'a {
    bars.measures.iter().enumerate().map(move |(index, measure)| {
        let own = rule(attribute::SHADE, &measure.id);
        let (class, shown) = (measure_class(ON_REQUEST, figure, index), [":root", &own].concat());
        let hide = format!(":root:not({own}) .{class}{{display:none}}");
        fills(&shown, &class) + &hide
    })
}

/// The fills of a measure's classes where it is shown, and the border of what is worked out.
fn fills(shown: &str, class: &str) -> String {
    let fill = |value: ValueClass| {
        format!("{shown} .{class}-{} use{{fill:var(--{})}}", value.slug(), role_of(value).token())
    };
    // What is selected or pointed at has the border that says so.
    let edge = format!(
        "{shown} .{class}-{}:not({}):not(:hover){{stroke:var(--{});stroke-width:var(--map-computed-width);\
         stroke-dasharray:var(--map-computed-dash)}}",
        ValueClass::Computed.slug(),
        class::of::SELECTED,
        COMPUTED.role.token(),
    );
    ValueClass::ALL.map(fill).concat() + &edge
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
