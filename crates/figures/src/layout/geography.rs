//! Where something lies, in directions and distances: from the regions' common borders and the positions of places.
//!
//! Directions are those of the map's plane, whose north is up, from middle to middle: the middle of a region is the centroid
//! of its area. That rule is the same both ways, which one from the middle to the border is not, and it is the one by which
//! a reader of the map would check it. Distances are straight ones on the same plane: within two degrees of the projection's
//! meridian they are longer than those on the ellipsoid by less than a thousandth, far less than what the positions are
//! known to.

use std::collections::HashMap;

use geometry::{Octant, Point, Shapes, centroid};
use story::model::{Place, PlaceId, Precision, Region, Spot, Story, Subject};

use super::Land;

/// How far from the middle of an area, as a share of its radius, is still its middle. The radius is that of a circle of
/// the same size.
const MIDDLE: f64 = 1.0 / 3.0;
/// What lies near a place is counted within this share of the radius of all regions, or the next smaller round length.
const NEAR: f64 = 0.25;
/// How many of the nearest places are named.
const NEAREST: usize = 3;
/// In metres, how far off the middle of a region may be: its borders are schematic.
const MIDDLE_OF_REGION: f64 = 2_500.0;
/// To what a distance is rounded, in kilometres.
const STEPS: [f64; 6] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0];

/// What follows from the regions' geometry alone.
#[derive(Clone, Debug, Default)]
pub struct Geography {
    /// Each region with those that it has a border in common with.
    borders: HashMap<String, Vec<String>>,
    /// The middle of each region and the radius of a circle of its size, in metres.
    areas: HashMap<String, (Point, f64)>,
    /// The same of all regions together.
    whole: Option<(Point, f64)>,
}

impl Geography {
    /// The geography of these shapes.
    pub fn new(shapes: &Shapes<'_>) -> Self {
        let mut borders: HashMap<String, Vec<String>> = HashMap::new();
        for [one, other] in shapes.borders() {
            borders.entry(one.to_owned()).or_default().push(other.to_owned());
            borders.entry(other.to_owned()).or_default().push(one.to_owned());
        }
        let sized = |(middle, size): (Point, f64)| (middle, (size / std::f64::consts::PI).sqrt());
        let regions = shapes.layer("regions");
        let areas: HashMap<String, (Point, f64)> =
            regions.iter().filter_map(|(id, rings)| Some(((*id).to_owned(), sized(centroid(rings)?)))).collect();
        // Of all areas together: no border between them changes what lies inside.
        let all: Vec<Vec<Point>> = regions.into_iter().flat_map(|(_, rings)| rings).collect();
        Self { borders, areas, whole: centroid(&all).map(sized) }
    }
}

/// Where in an area something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaPart {
    /// About its middle.
    Middle,
    /// On this side of it.
    Side(Octant),
}

impl AreaPart {
    fn of((middle, radius): (Point, f64), at: Point) -> Self {
        let side = Octant::of(middle, at).filter(|_| middle.distance(at) > radius * MIDDLE);
        side.map_or(Self::Middle, Self::Side)
    }
}

/// A distance as far as the positions allow to say it, in kilometres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distance {
    /// About so much.
    About(f64),
    /// Less than so much.
    Under(f64),
}

impl Distance {
    /// The distance of so many metres between two points that together may be off by so many: rounded to whole
    /// kilometres, or to a step that is no finer than what they may be off by.
    ///
    /// ```
    /// use figures::layout::Distance;
    ///
    /// assert_eq!(Distance::known(78_400.0, 600.0), Distance::About(78.0));
    /// assert_eq!(Distance::known(78_400.0, 4_000.0), Distance::About(80.0));
    /// assert_eq!(Distance::known(900.0, 3_000.0), Distance::Under(5.0));
    /// ```
    pub fn known(metres: f64, off: f64) -> Self {
        let step = STEPS.into_iter().find(|step| step * 1000.0 >= off).unwrap_or(STEPS[STEPS.len() - 1]);
        let steps = (metres / 1000.0 / step).round();
        if steps < 1.0 { Self::Under(step) } else { Self::About(steps * step) }
    }
}

/// One that lies somewhere as seen from another.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Which one.
    pub subject: Subject<'a>,
    /// In which direction; none where they are at one point.
    pub towards: Option<Octant>,
    /// How far; none from region to region, which have none.
    pub distance: Option<Distance>,
}

/// What is counted around a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Around {
    /// Places within the distance, the place itself not counted.
    pub count: usize,
    /// All other places in the regions of which the position is known.
    pub of: usize,
    /// The distance in kilometres.
    pub kilometres: f64,
}

/// Where a region or place lies, as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct Whereabouts<'a> {
    /// Where among all regions; none for what lies outside of them, or of which no more than its region is known.
    pub part: Option<AreaPart>,
    /// What stands for the whole, seen from there: the direction is that in which this one lies from it.
    pub from_whole: Option<Seen<'a>>,
    /// The region that it is said to lie in, and where in that; none where it is not drawn there.
    pub within: Option<(&'a Region, Option<AreaPart>)>,
    /// The regions that this one has a border in common with, clockwise from north.
    pub neighbours: Vec<Seen<'a>>,
    /// The places that are said to lie in this region.
    pub inside: Vec<&'a Place>,
    /// The nearest places of which the position is known.
    pub nearest: Vec<Seen<'a>>,
    /// How many lie near by.
    pub around: Option<Around>,
    /// Of what stands for the whole: the place with most others near it, and how many those are.
    pub cluster: Option<(&'a Place, Around)>,
    /// The regions and places that its line on a map leads through.
    pub through: Vec<Subject<'a>>,
}

impl Land<'_> {
    /// The regions that have a border in common with this one, clockwise from north.
    pub fn neighbours<'s>(&self, story: &'s Story, region: &PlaceId) -> Vec<Seen<'s>> {
        let Some(own) = self.geography.areas.get(region.as_str()) else { return Vec::new() };
        let ids = self.geography.borders.get(region.as_str()).into_iter().flatten();
        let seen = |id: &String| {
            let subject = story.subject_named(id).filter(|subject| subject.is_region())?;
            let (middle, _) = self.geography.areas.get(id)?;
            Some(Seen { subject, towards: Octant::of(own.0, *middle), distance: None })
        };
        let mut neighbours: Vec<Seen<'s>> = ids.filter_map(seen).collect();
        neighbours.sort_by_key(|one| one.towards);
        neighbours
    }

    /// The middle of a region, in metres; none if it has no geometry.
    pub fn middle(&self, region: &PlaceId) -> Option<Point> {
        self.geography.areas.get(region.as_str()).map(|(middle, _)| *middle)
    }

    /// How far it is from the middle of all regions to their edge, in metres: the radius of a circle of their size.
    pub fn radius(&self) -> f64 {
        self.geography.whole.map_or(0.0, |(_, radius)| radius)
    }

    /// Where a region or place lies.
    pub fn whereabouts<'s>(&self, story: &'s Story, subject: Subject<'s>) -> Whereabouts<'s> {
        let through = through(story, subject);
        match subject {
            Subject::Region(region) => Whereabouts {
                part: self.geography.whole.zip(self.middle(&region.id)).map(|(whole, at)| AreaPart::of(whole, at)),
                from_whole: self
                    .middle(&region.id)
                    .and_then(|at| self.seen_from_whole(story, subject.id(), at, MIDDLE_OF_REGION)),
                neighbours: self.neighbours(story, &region.id),
                inside: story.places_in(&region.id).collect(),
                through,
                ..Whereabouts::default()
            },
            Subject::Place(place) => Whereabouts { through, ..self.of_place(story, place) },
        }
    }

    fn of_place<'s>(&self, story: &'s Story, place: &'s Place) -> Whereabouts<'s> {
        let region = place.location.within.as_ref().map(|id| story.region(id));
        let Some(spot) = place.location.spot() else {
            let is_whole = place.location.precision == Precision::Whole;
            let cluster = is_whole.then(|| self.cluster(story)).flatten();
            return Whereabouts { within: region.map(|region| (region, None)), cluster, ..Whereabouts::default() };
        };
        let (at, own) = (self.metres(spot.point), spot.radius);
        let part_of = |region: &Region| {
            let area = self.geography.areas.get(region.id.as_str()).filter(|(_, radius)| own < radius * MIDDLE)?;
            self.area(&region.id).filter(|drawn| drawn.contains(at)).map(|_| AreaPart::of(*area, at))
        };
        let is_inside = self.is_on_any(at);
        Whereabouts {
            part: self.geography.whole.filter(|_| is_inside).map(|whole| AreaPart::of(whole, at)),
            from_whole: self.seen_from_whole(story, &place.id, at, own),
            within: region.map(|region| (region, part_of(region))),
            nearest: self.nearest(story, place, at, own),
            around: is_inside.then(|| self.around(story, place, at)).flatten(),
            ..Whereabouts::default()
        }
    }

    /// From what stands for the whole at a point, such as its main station.
    fn seen_from_whole<'s>(&self, story: &'s Story, own: &PlaceId, at: Point, off: f64) -> Option<Seen<'s>> {
        let mut places = story.places.places.iter();
        let whole = places.find(|place| place.location.precision == Precision::Whole && place.id != *own)?;
        let from = self.metres(whole.location.anchor?);
        let distance = Some(Distance::known(from.distance(at), off));
        Some(Seen { subject: Subject::Place(whole), towards: Octant::of(from, at), distance })
    }

    /// The places at a point of their own, other than this one, with that point and how far off it may be in metres.
    fn others<'s>(&self, story: &'s Story, own: &'s Place) -> impl Iterator<Item = (&'s Place, Point, f64)> {
        let places = story.places.places.iter().filter(move |place| place.id != own.id);
        places.filter_map(|place| {
            let Spot { point, radius } = place.location.spot()?;
            Some((place, self.metres(point), radius))
        })
    }

    fn nearest<'s>(&self, story: &'s Story, own: &'s Place, at: Point, off: f64) -> Vec<Seen<'s>> {
        let mut others: Vec<(&Place, Point, f64)> = self.others(story, own).collect();
        others.sort_by(|one, other| at.distance(one.1).total_cmp(&at.distance(other.1)));
        let seen = |(place, there, radius): (&'s Place, Point, f64)| Seen {
            subject: Subject::Place(place),
            towards: Octant::of(at, there),
            distance: Some(Distance::known(at.distance(there), off + radius)),
        };
        others.into_iter().take(NEAREST).map(seen).collect()
    }

    /// How many of the other places in the regions lie near this one.
    fn around(&self, story: &Story, own: &Place, at: Point) -> Option<Around> {
        let kilometres = round_below(self.radius() * NEAR / 1000.0)?;
        let others = self.others(story, own).filter(|(_, there, _)| self.is_on_any(*there));
        let distances: Vec<f64> = others.map(|(_, there, _)| at.distance(there)).collect();
        let count = distances.iter().filter(|distance| **distance <= kilometres * 1000.0).count();
        (!distances.is_empty()).then_some(Around { count, of: distances.len(), kilometres })
    }

    /// The place in the regions with most others near it; the first of several.
    fn cluster<'s>(&self, story: &'s Story) -> Option<(&'s Place, Around)> {
        let places = story.places.places.iter();
        let places = places.filter_map(|place| Some((place, self.metres(place.location.spot()?.point))));
        let inside = places.filter(|(_, at)| self.is_on_any(*at));
        let around = inside.filter_map(|(place, at)| Some((place, self.around(story, place, at)?)));
        around
            .filter(|(_, around)| around.count > 0)
            .reduce(|most, one| if one.1.count > most.1.count { one } else { most })
    }
}

/// The largest of 1, 2, 5, 10, 20, 50 and so on that is not above the value; none below 1.
fn round_below(value: f64) -> Option<f64> {
    let ten = 10_f64.powf(value.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|one| one * ten).find(|one| *one <= value).filter(|one| *one >= 1.0)
}

/// What the line that stands for it leads through, if a map has one.
fn through<'s>(story: &'s Story, subject: Subject<'_>) -> Vec<Subject<'s>> {
    let mut lines = story.told().flat_map(|(_, told)| told.maps()).flat_map(|map| &map.lines);
    let line = lines.find(|line| line.place == *subject.id());
    line.into_iter().flat_map(|line| &line.through).map(|id| story.subject(id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_length_is_never_above_the_one_that_was_asked() {
        let cases = [
            (17.6, Some(10.0)),
            (20.0, Some(20.0)),
            (4.9, Some(2.0)),
            (0.7, None),
            (0.0, None),
            (730.0, Some(500.0)),
        ];
        for (value, expected) in cases {
            assert_eq!(round_below(value), expected, "{value}");
        }
    }

    #[test]
    fn what_is_off_by_more_is_said_in_coarser_steps() {
        for (off, expected) in
            [(0.0, 33.0), (1_000.0, 33.0), (1_001.0, 34.0), (2_500.0, 35.0), (6_000.0, 30.0), (15_000.0, 40.0)]
        {
            assert_eq!(Distance::known(33_300.0, off), Distance::About(expected), "{off}");
        }
        assert_eq!(Distance::known(9_000.0, 90_000.0), Distance::Under(50.0));
    }

    #[test]
    fn the_middle_ends_at_a_third_of_the_radius() {
        let area = (Point::new(0.0, 0.0), 9.0);
        assert_eq!(AreaPart::of(area, Point::new(0.0, 2.9)), AreaPart::Middle);
        assert_eq!(AreaPart::of(area, Point::new(0.0, 3.1)), AreaPart::Side(Octant::North));
    }
}
