//! What marks, fills, rings, tints, lines and shades of maps mean, and which places are not on them.

use std::collections::HashSet;

use super::{Choropleth, Hatching, MapLayout, Sign, ValueClass};
use story::model::{ChapterMap, Colour, FactId, FigureId, Lang, Place, PlaceId, Precision, Shape, Stage, Story};
use story::text::Ui;

/// A sign of the key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LegendSymbol {
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
    /// The dots of a schematic river.
    River,
    /// A class of values.
    ValueClass(ValueClass),
    /// The hatching of regions without a figure.
    Hatching(Hatching),
}

/// A sign and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// The sign.
    pub sign: LegendSymbol,
    /// What it means.
    pub meaning: Meaning,
}

/// What a sign means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// What these words say.
    Words(String),
    /// Values of one measure, from the least to the greatest.
    Values {
        /// The figure with the measure.
        figure: FigureId,
        /// The measure, as an index into the figure's.
        measure: usize,
        /// The fact with the least value.
        least: FactId,
        /// The fact with the greatest, which may be the same.
        greatest: FactId,
    },
}

impl LegendEntry {
    fn said(sign: LegendSymbol, words: &str) -> Self {
        Self { sign, meaning: Meaning::Words(words.to_owned()) }
    }
}

/// The key of a figure's maps: fills by stage where a map gives them words, else marks by category; then what stands
/// for rough positions, cities, lines and rivers; then shades, measure by measure, and hatchings.
pub fn legend_entries(story: &Story, maps: &[(&ChapterMap, &MapLayout)], lang: Lang) -> Vec<LegendEntry> {
    let ui = Ui(lang);
    let drawn = |holds: fn(&MapLayout) -> bool| maps.iter().any(|(_, layout)| holds(layout));
    let mut entries = marks(story, maps, lang);
    let rough = |precision: Precision| {
        maps.iter().any(|(map, _)| places(story, map).any(|place| place.location.precision == precision))
    };
    if [Precision::Village, Precision::Township, Precision::Region].into_iter().any(rough) {
        entries.push(LegendEntry::said(LegendSymbol::Ring, ui.approximate()));
    }
    if drawn(|layout| !layout.tinted.is_empty()) {
        entries.push(LegendEntry::said(LegendSymbol::Tint, ui.tinted()));
    }
    if drawn(|layout| layout.marks.iter().any(|mark| mark.sign == Sign::City)) {
        entries.push(LegendEntry::said(LegendSymbol::City, ui.city_mark()));
    }
    if drawn(|layout| !layout.lines.is_empty()) {
        entries.push(LegendEntry::said(LegendSymbol::Line, &ui.schematic_line()));
    }
    if drawn(|layout| layout.schematic_river) {
        entries.push(LegendEntry::said(LegendSymbol::River, ui.schematic_river()));
    }
    let shaded = maps.iter().filter_map(|(map, layout)| Some((map.shading.as_ref()?, layout.shading.as_ref()?)));
    entries.extend(shaded.flat_map(|(figure, shading)| class_legend(figure, shading, lang)));
    entries
}

/// The places of a figure's maps that none of them draws, each once.
pub fn off_map<'a>(story: &'a Story, maps: &[&'a ChapterMap]) -> Vec<&'a Place> {
    let as_line = |place: &Place| maps.iter().flat_map(|map| &map.lines).any(|line| line.place == place.id);
    let missing = |place: &&Place| place.location.precision == Precision::NotGiven && !as_line(place);
    let ids = once_each(maps.iter().flat_map(|map| &map.places));
    ids.into_iter().map(|id| story.place(id)).filter(missing).collect()
}

/// Each id where it comes first.
pub fn once_each<'a>(ids: impl Iterator<Item = &'a PlaceId>) -> Vec<&'a PlaceId> {
    let mut seen = HashSet::new();
    ids.filter(|id| seen.insert(*id)).collect()
}

fn places<'a>(story: &'a Story, map: &'a ChapterMap) -> impl Iterator<Item = &'a Place> {
    map.places.iter().map(|id| story.place(id))
}

fn marks(story: &Story, maps: &[(&ChapterMap, &MapLayout)], lang: Lang) -> Vec<LegendEntry> {
    let by_stage = maps.iter().flat_map(|(map, _)| map.stages.iter().map(move |row| (map, row)));
    let by_stage = by_stage.filter_map(|(map, row)| {
        let place = places(story, map).find(|place| place.stage == Some(row.stage))?;
        let category = story.category_of(place)?;
        Some(LegendEntry::said(LegendSymbol::Mark(category.shape, row.stage, category.colour), row.label.get(lang)))
    });
    let by_category = story.places.categories.iter().filter(|category| {
        let of_it = |place: &Place| place.category.as_ref() == Some(&category.id);
        maps.iter().any(|(map, _)| map.stages.is_empty() && places(story, map).any(of_it))
    });
    let by_category = by_category.map(|category| {
        LegendEntry::said(LegendSymbol::Mark(category.shape, Stage::Done, category.colour), category.name.get(lang))
    });
    // A map by category draws stages too; what is full may be done, or be without a stage.
    let is_said = |stage: Stage| maps.iter().flat_map(|(map, _)| &map.stages).any(|row| row.stage == stage);
    let by_fill = [Stage::Planned, Stage::UnderWay, Stage::Due].into_iter().filter(|stage| !is_said(*stage));
    let by_fill = by_fill.filter_map(|stage| {
        let mut drawn = maps.iter().filter(|(map, _)| map.stages.is_empty()).flat_map(|(map, _)| places(story, map));
        let category = drawn.find_map(|place| story.category_of(place).filter(|_| place.stage == Some(stage)))?;
        let sign = LegendSymbol::Mark(category.shape, stage, category.colour);
        Some(LegendEntry::said(sign, Ui(lang).stage_fill(stage)))
    });
    by_stage.chain(by_category).chain(by_fill).collect()
}

/// The classes of every measure with the values that bound them, then the hatchings.
pub fn class_legend(figure: &FigureId, shading: &Choropleth, lang: Lang) -> Vec<LegendEntry> {
    let ui = Ui(lang);
    let class = |measure: usize, value: ValueClass| {
        let mut of_it = shading.measures[measure].regions.iter().filter(|shaded| shaded.class == value);
        let greatest = of_it.next()?.fact.clone();
        let least = of_it.next_back().map_or_else(|| greatest.clone(), |last| last.fact.clone());
        let meaning = Meaning::Values { figure: figure.clone(), measure, least, greatest };
        Some(LegendEntry { sign: LegendSymbol::ValueClass(value), meaning })
    };
    let classes = (0..shading.measures.len())
        .flat_map(|measure| ValueClass::ALL.into_iter().filter_map(move |value| class(measure, value)));
    let used = |one: &Hatching| shading.hatched.iter().any(|(_, hatching)| hatching == one);
    let hatchings = Hatching::ALL.into_iter().filter(used).map(|hatching| {
        let words = match hatching {
            Hatching::Mentioned => ui.hatched_mentioned(),
            Hatching::Unmentioned => ui.hatched_unmentioned(),
        };
        LegendEntry::said(LegendSymbol::Hatching(hatching), words)
    });
    classes.chain(hatchings).collect()
}
