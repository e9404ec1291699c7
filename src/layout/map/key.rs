//! What marks, fills, rings, tints, lines and shades of a map mean.

use super::{Hatching, MapLayout, Shade, ShadedMeasure, ShadedRegion, Sign};
use crate::model::{ChapterMap, Colour, FactId, Lang, Place, Precision, Shape, Stage, Story};
use crate::text::{Ui, measured};

/// A sign of the key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum KeySign {
    /// A mark of this shape, fill and colour role.
    Mark(Shape, Stage, Colour),
    /// The ring around a rough position.
    Ring,
    /// The tint of a region that stands for a place known no better.
    Tint,
    /// The dot of a city beside ours.
    City,
    /// A schematic line.
    Line,
    /// A class of values.
    Shade(Shade),
    /// The hatching of regions without a figure.
    Hatching(Hatching),
}

/// A sign and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// The sign.
    pub sign: KeySign,
    /// What it means.
    pub words: String,
}

/// The key of a map: fills by stage where the chapter gives them words, else marks by category; then what stands
/// for rough positions, cities and lines; shades by this measure.
pub fn key(story: &Story, map: &ChapterMap, layout: &MapLayout, measure: usize, lang: Lang) -> Vec<KeyEntry> {
    let ui = Ui(lang);
    let entry = |sign: KeySign, words: &str| KeyEntry { sign, words: words.to_owned() };
    let mut entries = marks(story, map, lang);
    let places: Vec<&Place> = map.places.iter().filter_map(|id| story.place(id)).collect();
    let rough = |precision: Precision| places.iter().any(|place| place.location.precision == precision);
    if [Precision::Village, Precision::Township, Precision::Region].into_iter().any(rough) {
        entries.push(entry(KeySign::Ring, ui.approximate()));
    }
    if !layout.tinted.is_empty() {
        entries.push(entry(KeySign::Tint, ui.tinted()));
    }
    if layout.marks.iter().any(|mark| mark.sign == Sign::City) {
        entries.push(entry(KeySign::City, ui.city_mark()));
    }
    if !layout.lines.is_empty() {
        entries.push(entry(KeySign::Line, &ui.clauses(&ui.schematic())));
    }
    if let Some(shading) = &layout.shading {
        entries.extend(shading.measures.get(measure).map_or_else(Vec::new, |measure| shades(story, measure, lang)));
        let used = |one: &Hatching| shading.hatched.iter().any(|(_, hatching)| hatching == one);
        entries.extend(Hatching::ALL.into_iter().filter(used).map(|hatching| match hatching {
            Hatching::Mentioned => entry(KeySign::Hatching(hatching), ui.hatched_mentioned()),
            Hatching::Unmentioned => entry(KeySign::Hatching(hatching), ui.hatched_unmentioned()),
        }));
    }
    entries
}

fn marks(story: &Story, map: &ChapterMap, lang: Lang) -> Vec<KeyEntry> {
    let places: Vec<&Place> = map.places.iter().filter_map(|id| story.place(id)).collect();
    let by_stage = map.stages.iter().filter_map(|row| {
        let place = places.iter().find(|place| place.stage == Some(row.stage))?;
        let category = story.category_of(place)?;
        let sign = KeySign::Mark(category.shape, row.stage, category.colour);
        Some(KeyEntry { sign, words: row.label.get(lang).to_owned() })
    });
    let by_category = story.places.categories.iter().filter(|category| {
        map.stages.is_empty() && places.iter().any(|place| place.category.as_ref() == Some(&category.id))
    });
    let by_category = by_category.map(|category| KeyEntry {
        sign: KeySign::Mark(category.shape, Stage::Done, category.colour),
        words: category.name.get(lang).to_owned(),
    });
    by_stage.chain(by_category).collect()
}

/// The classes of a measure with the values that bound them.
fn shades(story: &Story, measure: &ShadedMeasure, lang: Lang) -> Vec<KeyEntry> {
    let value = |id: &FactId| {
        let fact = story.fact(id)?;
        let unit = fact.unit.as_ref().and_then(|id| story.unit(id));
        Some(measured(fact.value?, unit, lang).to_string())
    };
    let row = |shade: Shade| {
        let of_it: Vec<&ShadedRegion> = measure.regions.iter().filter(|shaded| shaded.shade == shade).collect();
        let (greatest, least) = (value(&of_it.first()?.fact)?, value(&of_it.last()?.fact)?);
        let words = if least == greatest { greatest } else { format!("{least} – {greatest}") };
        Some(KeyEntry { sign: KeySign::Shade(shade), words })
    };
    Shade::ALL.into_iter().filter_map(row).collect()
}
