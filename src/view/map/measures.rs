//! Which of a figure's measures a shaded map shows: the one that `data-measure` on the root element names, or
//! else the first.

use crate::layout::map::Shade;
use crate::model::{FigureId, Story};

/// The class of what is shown for one measure only.
pub fn measure_class(figure: &FigureId, measure: usize) -> String {
    format!("m-{figure}-{measure}")
}

/// The class of a region that one measure shades so.
pub fn shade_class(figure: &FigureId, measure: usize, shade: Shade) -> String {
    format!("{}-{}", measure_class(figure, measure), shade.slug())
}

/// The style rules that show one measure at a time; written when the pages are, because measures are named by the
/// data and style sheets cannot compare two attributes.
pub fn measure_rules(story: &Story) -> String {
    let shaded = story.figures.figures.iter().filter_map(|figure| Some((&figure.id, figure.bars.as_ref()?)));
    let rules = shaded.flat_map(|(figure, bars)| {
        let ids: Vec<&str> = bars.measures.iter().map(|measure| measure.id.as_str()).collect();
        (0..ids.len()).map(move |measure| {
            let (shown, hidden) = when(&ids, measure);
            let class = measure_class(figure, measure);
            let fill = |shade: Shade| {
                let slug = shade.slug();
                format!("{shown} .{} use{{fill:var(--shade-{slug})}}", shade_class(figure, measure, shade))
            };
            let fills: String = Shade::ALL.map(fill).concat();
            let hide = hidden.map_or(String::new(), |hidden| format!("{hidden} .{class}{{display:none}}"));
            fills + &hide
        })
    });
    let rules: String = rules.collect();
    if rules.is_empty() { rules } else { format!("@layer states{{{rules}}}\n") }
}

/// The root elements under which a measure is shown, and those under which it is not.
fn when(ids: &[&str], measure: usize) -> (String, Option<String>) {
    let named = |id: &&str| format!("[data-measure=\"{id}\"]");
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
