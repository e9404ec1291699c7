//! Regions shaded by value: for each measure of a figure the regions with a figure of their own, by size, and
//! the others by whether the chapter says anything else of them.

use super::input::LayoutInput;
use story::model::{Bars, Fact, FactId, Kind, Measure, PlaceId, Story};

/// The regions of a map, shaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Choropleth {
    /// One for each measure, in the figure's order; a reader sees one at a time.
    pub measures: Vec<ClassedMeasure>,
    /// The regions without a figure in some measure.
    pub hatched: Vec<(PlaceId, Hatching)>,
}

/// What is shaded by one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassedMeasure {
    /// The regions with a figure of their own, the greatest first.
    pub regions: Vec<ClassedRegion>,
}

/// A region with a figure of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassedRegion {
    /// The region.
    pub region: PlaceId,
    /// The fact with its figure.
    pub fact: FactId,
    /// Its class.
    pub class: ValueClass,
}

/// A class of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueClass {
    /// Above the widest gap between the values.
    High,
    /// Below it.
    Low,
    /// Not given but worked out: drawn with a dashed edge, whatever its size.
    Computed,
}

impl ValueClass {
    /// All, in the order of the legend.
    pub const ALL: [Self; 3] = [Self::High, Self::Low, Self::Computed];

    /// The name in classes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Low => "low",
            Self::Computed => "computed",
        }
    }
}

/// How a region without a figure is hatched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hatching {
    /// The chapter says something else of it: narrow.
    Mentioned,
    /// The chapter does not speak of it: wide.
    Unmentioned,
}

impl Hatching {
    /// Both, in the order of the legend.
    pub const ALL: [Self; 2] = [Self::Mentioned, Self::Unmentioned];

    /// The name in classes and ids.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Mentioned => "mentioned",
            Self::Unmentioned => "unmentioned",
        }
    }

    /// From line to line, in pixels.
    pub fn spacing(self) -> f64 {
        match self {
            Self::Mentioned => 6.0,
            Self::Unmentioned => 12.0,
        }
    }
}

impl Choropleth {
    /// The region's figure in each measure, in order; none where it is not given.
    pub fn of<'a>(&'a self, region: &'a str) -> impl Iterator<Item = Option<&'a ClassedRegion>> + 'a {
        let is_it = move |shaded: &&ClassedRegion| shaded.region.as_str() == region;
        self.measures.iter().map(move |measure| measure.regions.iter().find(is_it))
    }

    /// How the region is hatched where it has no figure.
    pub fn hatching(&self, region: &str) -> Option<Hatching> {
        self.hatched.iter().find(|(id, _)| id.as_str() == region).map(|(_, hatching)| *hatching)
    }
}

/// The shading of a map, if it names a figure for it.
pub fn shading(input: &LayoutInput<'_>) -> Option<Choropleth> {
    let (_, bars) = input.story.shading_of(input.map)?;
    let measures: Vec<ClassedMeasure> = bars.measures.iter().map(|measure| shaded(input.story, measure)).collect();
    let partly =
        |id: &PlaceId| measures.iter().any(|measure| measure.regions.iter().all(|shaded| shaded.region != *id));
    let regions = input.story.places.regions.iter().map(|region| &region.id).filter(|id| partly(id));
    let hatched = regions.filter_map(|id| Some((id.clone(), hatching(input.story, bars, id)?))).collect();
    Some(Choropleth { measures, hatched })
}

/// The parts of a measure that belong to a region; a remainder belongs to none and is never drawn on land.
fn shaded(story: &Story, measure: &Measure) -> ClassedMeasure {
    let drawn = measure.parts.iter().filter_map(|part| Some((part.region.clone()?, story.fact(&part.fact))));
    let own = drawn.map(|(region, fact)| (region, fact, fact.amount()));
    let mut own: Vec<(PlaceId, &Fact, f64)> = own.collect();
    own.sort_by(|a, b| b.2.total_cmp(&a.2));
    let values: Vec<f64> = own.iter().map(|(_, _, value)| *value).collect();
    let bound = lower_bound_of_high(&values);
    let regions = own.into_iter().map(|(region, fact, value)| ClassedRegion {
        region,
        fact: fact.id.clone(),
        class: match fact.kind {
            Kind::Computed => ValueClass::Computed,
            _ if value >= bound => ValueClass::High,
            _ => ValueClass::Low,
        },
    });
    ClassedMeasure { regions: regions.collect() }
}

/// The least of the values above the widest gap; the values fall from first to last.
fn lower_bound_of_high(values: &[f64]) -> f64 {
    let gaps = values.windows(2).map(|pair| (pair[0] - pair[1], pair[0]));
    let widest = gaps.filter(|(gap, _)| *gap > 0.0).fold(None, |widest: Option<(f64, f64)>, gap| match widest {
        Some(other) if other.0 >= gap.0 => Some(other),
        _ => Some(gap),
    });
    widest.map_or(f64::NEG_INFINITY, |(_, bound)| bound)
}

/// Whether the figure's chapter says anything of a region; none where nothing says that its figure is not given.
fn hatching(story: &Story, bars: &Bars, region: &PlaceId) -> Option<Hatching> {
    let inside = bars.measures.iter().filter_map(|measure| measure.inside.as_ref());
    let inside = inside.filter(|inside| inside.region == *region).map(|inside| &inside.fact);
    let covers = |id: &&FactId| story.fact(id).places.contains(region);
    let gap = story.fact(bars.gaps.iter().filter(covers).chain(inside).next()?);
    let said = story.statements_about(region).any(|fact| fact.chapter == gap.chapter);
    Some(if said { Hatching::Mentioned } else { Hatching::Unmentioned })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_gap_parts_high_values_from_low_ones() {
        for (values, bound) in [
            (vec![51.0, 27.0], 51.0),
            (vec![51.0, 48.0, 20.0, 18.0], 48.0),
            (vec![9.0, 9.0, 4.0], 9.0),
            (vec![9.0], f64::NEG_INFINITY),
            (vec![], f64::NEG_INFINITY),
        ] {
            assert_eq!(lower_bound_of_high(&values), bound, "{values:?}");
        }
    }
}
