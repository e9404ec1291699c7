//! Whether a point lies in an area, and how far it is from its border.

use super::{Point, Rect};

/// Whether the point lies inside the rings, by the even-odd rule; holes are rings too.
///
/// For one question. Whoever has many prepares a [`PreparedPolygon`].
pub fn contains(rings: &[Vec<Point>], point: Point) -> bool {
    edges(rings).filter(|edge| crosses(*edge, point)).count() % 2 == 1
}

/// How many edges a band holds, about.
const EDGES_A_BAND: usize = 6;

/// A polygon that is asked many times what lies inside it.
///
/// Its edges are sorted into level bands, so that a question looks only at those of one band, and at none if the point
/// lies outside the box around all. The answers are those of [`contains`], to the bit.
///
/// ```
/// use geometry::{Point, PreparedPolygon};
///
/// let triangle = [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0), (0.0, 0.0)].map(|(x, y)| Point::new(x, y)).to_vec();
/// let triangle = PreparedPolygon::new(&[triangle]);
/// assert!(triangle.contains(Point::new(1.0, 1.0)) && !triangle.contains(Point::new(3.0, 3.0)));
/// ```
#[derive(Clone, Debug)]
pub struct PreparedPolygon {
    bounds: Rect,
    /// Bands for each unit of height; zero for a polygon without any.
    bands_per_unit: f64,
    bands: Vec<Vec<(Point, Point)>>,
}

impl PreparedPolygon {
    /// From closed rings, the holes among them.
    pub fn new(rings: &[Vec<Point>]) -> Self {
        let bounds = Rect::bounding(rings.iter().flatten().copied()).unwrap_or(Rect::new(0.0, 0.0, 0.0, 0.0));
        let count = (edges(rings).count() / EDGES_A_BAND).max(1);
        let bands_per_unit = if bounds.height > 0.0 { count as f64 / bounds.height } else { 0.0 };
        let mut prepared = Self { bounds, bands_per_unit, bands: vec![Vec::new(); count] };
        for (a, b) in edges(rings) {
            let (first, last) = (prepared.band(a.y.min(b.y)), prepared.band(a.y.max(b.y)));
            prepared.bands[first..=last].iter_mut().for_each(|band| band.push((a, b)));
        }
        prepared
    }

    /// Whether the point lies inside, by the even-odd rule.
    pub fn contains(&self, point: Point) -> bool {
        self.bounds.has(point)
            && self.bands[self.band(point.y)].iter().filter(|edge| crosses(**edge, point)).count() % 2 == 1
    }

    /// The band of a height; the last for what lies above all.
    fn band(&self, y: f64) -> usize {
        (((y - self.bounds.y) * self.bands_per_unit) as usize).min(self.bands.len() - 1)
    }
}

/// Whether a level ray from the point to the right crosses the edge.
fn crosses((a, b): (Point, Point), point: Point) -> bool {
    (a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
}

/// The distance from the point to the nearest edge of the rings, in their unit; infinite without edges.
pub fn distance_to_border(rings: &[Vec<Point>], point: Point) -> f64 {
    edges(rings).map(|(a, b)| distance_to_edge(a, b, point)).fold(f64::INFINITY, f64::min)
}

fn edges(rings: &[Vec<Point>]) -> impl Iterator<Item = (Point, Point)> + '_ {
    rings.iter().flat_map(|ring| ring.windows(2).map(|pair| (pair[0], pair[1])))
}

/// The distance from the point to the straight line between two others.
pub fn distance_to_edge(a: Point, b: Point, point: Point) -> f64 {
    let length = (b.x - a.x).powi(2) + (b.y - a.y).powi(2);
    let along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
    let along = if along.is_finite() { along.clamp(0.0, 1.0) } else { 0.0 };
    point.distance(Point::new(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: f64, high: f64) -> Vec<Point> {
        [(low, low), (high, low), (high, high), (low, high), (low, low)].map(|(x, y)| Point::new(x, y)).to_vec()
    }

    #[test]
    fn a_hole_is_outside() {
        let rings = [square(0.0, 10.0), square(4.0, 6.0)];
        assert!(contains(&rings, Point::new(2.0, 5.0)));
        assert!(!contains(&rings, Point::new(5.0, 5.0)));
        assert!(!contains(&rings, Point::new(11.0, 5.0)));
    }

    #[test]
    fn a_prepared_polygon_answers_as_the_rings_do() {
        // A star with a hole and a second part, asked on a lattice that meets its corners and edges.
        let star = (0..=40).map(|index| {
            let (angle, reach) = (f64::from(index % 40) * 0.157_079_632_679, if index % 2 == 0 { 9.0 } else { 4.0 });
            Point::new(10.0 + reach * angle.cos(), 10.0 + reach * angle.sin())
        });
        let rings = [star.collect(), square(8.0, 11.0), square(21.0, 23.0)];
        let prepared = PreparedPolygon::new(&rings);
        let mut inside = 0;
        for (i, j) in (-4..=100).flat_map(|i| (-4..=100).map(move |j| (i, j))) {
            let point = Point::new(f64::from(i) * 0.25, f64::from(j) * 0.25);
            assert_eq!(prepared.contains(point), contains(&rings, point), "{point:?}");
            inside += usize::from(prepared.contains(point));
        }
        assert!((1000..4000).contains(&inside), "{inside}");
        assert!(!PreparedPolygon::new(&[]).contains(Point::new(0.0, 0.0)));
    }

    #[test]
    fn the_border_is_as_far_as_its_nearest_edge() {
        assert_eq!(distance_to_border(&[square(0.0, 10.0)], Point::new(13.0, 5.0)), 3.0);
        assert_eq!(distance_to_border(&[square(0.0, 10.0)], Point::new(5.0, 1.0)), 1.0);
        assert!(distance_to_border(&[], Point::new(0.0, 0.0)).is_infinite());
    }
}
