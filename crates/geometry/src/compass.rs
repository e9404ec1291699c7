//! In which of eight directions one point lies from another.

use super::Point;

/// A direction of the compass rose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // they are named like the directions
pub enum Octant {
    North,
    NorthEast,
    East,
    SouthEast,
    South,
    SouthWest,
    West,
    NorthWest,
}

/// The tangent of 22.5°, half of an eighth of the circle: √2 − 1.
const HALF_AN_EIGHTH: f64 = std::f64::consts::SQRT_2 - 1.0;

impl Octant {
    /// All of them, clockwise from north.
    pub const ALL: [Self; 8] = [
        Self::North,
        Self::NorthEast,
        Self::East,
        Self::SouthEast,
        Self::South,
        Self::SouthWest,
        Self::West,
        Self::NorthWest,
    ];

    /// The direction of a point from another on a plane whose `y` points north; none if they are the same.
    ///
    /// Each direction has the 45° around it. Nothing is rounded, so the way back is exactly the
    /// [`opposite`](Self::opposite).
    ///
    /// ```
    /// use geometry::{Octant, Point};
    ///
    /// let (here, there) = (Point::new(0.0, 0.0), Point::new(3.0, 2.0));
    /// assert_eq!(Octant::of(here, there), Some(Octant::NorthEast));
    /// assert_eq!(Octant::of(there, here), Some(Octant::SouthWest));
    /// // 22° from east is still east.
    /// assert_eq!(Octant::of(here, Point::new(10.0, 4.0)), Some(Octant::East));
    /// ```
    pub fn of(from: Point, to: Point) -> Option<Self> {
        let (east, north) = (to.x - from.x, to.y - from.y);
        let (across, along) = (east.abs(), north.abs());
        match () {
            () if across == 0.0 && along == 0.0 => None,
            () if across <= along * HALF_AN_EIGHTH => Some(if north > 0.0 { Self::North } else { Self::South }),
            () if along <= across * HALF_AN_EIGHTH => Some(if east > 0.0 { Self::East } else { Self::West }),
            () => Some(match (east > 0.0, north > 0.0) {
                (true, true) => Self::NorthEast,
                (true, false) => Self::SouthEast,
                (false, false) => Self::SouthWest,
                (false, true) => Self::NorthWest,
            }),
        }
    }

    /// The direction of a bearing in degrees clockwise from north, whatever turns it has made.
    ///
    /// ```
    /// use geometry::Octant;
    ///
    /// assert_eq!(Octant::at(350.0), Octant::North);
    /// assert_eq!(Octant::at(-90.0), Octant::West);
    /// ```
    pub fn at(bearing: f64) -> Self {
        Self::ALL[(bearing.rem_euclid(360.0) / 45.0).round() as usize % 8]
    }

    /// The direction of the way back.
    pub fn opposite(self) -> Self {
        Self::ALL[(self as usize + 4) % 8]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_way_back_is_the_opposite(ax in -1e6..1e6, ay in -1e6..1e6, bx in -1e6..1e6, by in -1e6..1e6) {
            let (a, b) = (Point::new(ax, ay), Point::new(bx, by));
            prop_assert_eq!(Octant::of(a, b), Octant::of(b, a).map(Octant::opposite));
        }
    }

    #[test]
    fn each_direction_has_the_45_degrees_around_it() {
        for (index, octant) in Octant::ALL.into_iter().enumerate() {
            for off in [-22.0, 0.0, 22.0] {
                let bearing = (index as f64 * 45.0 + off).to_radians();
                let to = Point::new(bearing.sin() * 7.0, bearing.cos() * 7.0);
                assert_eq!(Octant::of(Point::new(0.0, 0.0), to), Some(octant), "{off}° beside it");
            }
        }
    }
}
