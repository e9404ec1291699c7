//! Told step by step where no script runs: style rules that let the map follow whoever scrolls.
//!
//! Each step is the subject of a view timeline, whose scrollport is the line that `browser/steps.rs` watches: what hangs on
//! that timeline holds while the step touches the line. Browsers without timelines tell the story in full.

use std::collections::BTreeSet;
use std::fmt::Write;

use contract::attribute::rule;
use contract::{Mode, attribute, class};

use crate::model::{ChapterMap, Lang, PlaceId, Span, Step, Story};

/// The line, as far from the upper and the lower edge of the window as `browser/steps.rs` has it, in per cent.
const LINE: &str = "66% 33.9%";

/// The header's switches, which would answer nothing and on a phone take the room of the chapters.
const SWITCHES: &str = ".controls{display:none}";

/// The rules, after those of the steps (`story.css`), which here hold for every page that loads them.
pub fn unscripted_rules(story: &Story, steps: &str) -> String {
    let most = story.told().map(|(_, told)| told.steps.len()).max().unwrap_or(0);
    let names: Vec<String> = (1..=most).map(timeline).collect();
    let mut rules = format!(
        ".stage{{timeline-scope:{}}}.step{{view-timeline-inset:{LINE}}}\
         {}{}{}{}{}{}{}",
        names.join(","),
        keyframes("step", "border-color:var(--peony)"),
        keyframes("on", "background:var(--peony)"),
        keyframes("seen", "visibility:visible"),
        keyframes("gone", "visibility:hidden"),
        keyframes("faint", "opacity:.38"),
        keyframes("pale", "fill:var(--ink3);font-weight:400"),
        keyframes("held", "stroke:var(--ink2);stroke-width:1.3"),
    );
    for (index, name) in (1..).zip(&names) {
        let _ = write!(rules, ".step:nth-of-type({index}){{view-timeline-name:{name};{}}}", holds("step", &[index]));
        let _ = write!(rules, ".progress i:nth-child({index}){{{}}}", holds("on", &[index]));
    }
    for (_, told) in story.told() {
        let Some(map) = &told.map else { continue };
        let own: Vec<usize> =
            (1..).zip(&told.steps).filter(|(_, step)| step.map.is_some()).map(|(at, _)| at).collect();
        if !own.is_empty() {
            let _ = write!(rules, "{}{{{}}}", rule(attribute::VIEW, &map.id), holds("gone", &own));
        }
        guide(&mut rules, story, map, (1..).zip(&told.steps).filter(|(_, step)| step.map.is_none()).collect());
        for (at, step) in (1..).zip(&told.steps) {
            if let Some(map) = &step.map {
                let _ = write!(rules, "{}{{{}}}", rule(attribute::VIEW, &map.id), holds("seen", &[at]));
                guide(&mut rules, story, map, vec![(at, step)]);
            }
        }
    }
    // Who wants less motion has the page in full, as with scripts (`preload.js`); so has a narrow window, where a map that stays
    // above the steps would be a third of its size, and nothing here turns to the part of it that a step tells of.
    format!(
        "{SWITCHES}@supports (animation-timeline:view()) and (timeline-scope:--a){{\
         @media screen and (min-width:56.25em) and (min-height:500px) and (prefers-reduced-motion:no-preference){{\
         {}\n@layer states{{{rules}}}}}}}\n",
        steps.replace(&rule(attribute::MODE, Mode::Steps.slug()), ":root")
    )
}

/// What the steps beside a map point out on it: other marks and names are faint, and regions that hold what is named
/// have an edge (`browser/guide.rs` does the same with scripts).
fn guide(rules: &mut String, story: &Story, map: &ChapterMap, steps: Vec<(usize, &Step)>) {
    let view = rule(attribute::VIEW, &map.id);
    let drawn: BTreeSet<&PlaceId> = map.places.iter().filter(|id| has_mark(story, id)).collect();
    let named: Vec<(usize, BTreeSet<PlaceId>)> = steps
        .into_iter()
        .map(|(at, step)| (at, places_in(step)))
        .filter(|(_, named)| drawn.iter().any(|place| named.contains(*place)))
        .collect();
    for place in &drawn {
        let others: Vec<usize> =
            named.iter().filter(|(_, named)| !named.contains(*place)).map(|(at, _)| *at).collect();
        if !others.is_empty() {
            let own = rule(attribute::PLACE, place);
            let _ = write!(rules, "{view} {}{own}{{{}}}", class::of::MARK, holds("faint", &others));
            let _ = write!(rules, "{view} {}{own}{{{}}}", class::of::LABEL, holds("pale", &others));
        }
    }
    for region in &story.places.regions {
        let holds_named = |named: &BTreeSet<PlaceId>| {
            let inside = |id: &&PlaceId| {
                story.subject(id).place().is_some_and(|place| place.location.within.as_ref() == Some(&region.id))
            };
            drawn.iter().copied().filter(|id| named.contains(*id)).any(|id| inside(&id))
        };
        let own: Vec<usize> = named.iter().filter(|(_, named)| holds_named(named)).map(|(at, _)| *at).collect();
        if !own.is_empty() {
            let _ = write!(
                rules,
                "{view} a{}{}{{{}}}",
                class::of::REGION,
                rule(attribute::PLACE, &region.id),
                holds("held", &own)
            );
        }
    }
}

/// Keyframes that hold what is declared nearly to the end of their time. At the end itself they hold nothing: whoever passes a
/// step in one leap has Chromium at times finish its animation there and leave it so (156, on a busy machine).
fn keyframes(name: &str, declared: &str) -> String {
    format!("@keyframes {name}{{from,99.9%{{{declared}}}}}")
}

/// Keyframes that hold while one of these steps is read.
fn holds(keyframes: &str, steps: &[usize]) -> String {
    let animations: Vec<String> = steps.iter().map(|_| format!("{keyframes} linear")).collect();
    let timelines: Vec<String> = steps.iter().map(|at| timeline(*at)).collect();
    format!("animation:{};animation-timeline:{}", animations.join(","), timelines.join(","))
}

/// The timeline of a chapter's step, counted from 1.
fn timeline(step: usize) -> String {
    format!("--s{step}")
}

/// The places that a step names.
fn places_in(step: &Step) -> BTreeSet<PlaceId> {
    let spans = [&step.title, &step.text].into_iter().flat_map(|text| text.spans(Lang::Zh));
    let place = |span: &Span| match span {
        Span::Place { id, .. } => Some(id.clone()),
        Span::Words(_) | Span::Fact { .. } => None,
    };
    spans.filter_map(place).collect()
}

/// Whether a place is drawn where a map shows it.
fn has_mark(story: &Story, id: &PlaceId) -> bool {
    story.point_of(id).is_some() || story.subject(id).place().is_some_and(|place| place.location.within.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_timelines_nothing_changes_but_that_the_switches_go() {
        let story: Story = story::data::check_dir(std::path::Path::new("data")).unwrap();
        let rules = unscripted_rules(&story, "@layer parts { [data-mode=\"steps\"] .strip { display: flex } }");
        let rules = rules.strip_prefix(SWITCHES).unwrap();
        assert!(rules.starts_with("@supports (animation-timeline:view()) and (timeline-scope:--a){"));
        let depths = rules.trim_end().chars().scan(0, |depth, c| {
            *depth += i32::from(c == '{') - i32::from(c == '}');
            Some((*depth, c))
        });
        let closed = depths.filter(|(depth, c)| *depth == 0 && *c == '}').count();
        assert_eq!(closed, 1, "one block, with its end at the end: {rules}");
        assert!(!rules.contains("data-mode"), "{rules}");
    }
}
