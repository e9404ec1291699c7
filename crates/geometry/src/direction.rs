//! Which neighbour an arrow key means.

use super::Point;

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
}

impl Direction {
    /// From the value of a keyboard event's `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            _ => None,
        }
    }
}

/// The index of the nearest point in that direction; y points down.
///
/// Only points within sixty degrees of the direction count, and one straight ahead beats a nearer one
/// to the side. `None` at the edge.
///
/// ```
/// use geometry::{Direction, Point, neighbour};
///
/// let others = [Point::new(30.0, 25.0), Point::new(45.0, 0.0), Point::new(-5.0, 0.0)];
/// // The nearer of the two on the right lies far aside.
/// assert_eq!(neighbour(Point::new(0.0, 0.0), &others, Direction::Right), Some(1));
/// assert_eq!(neighbour(Point::new(0.0, 0.0), &others, Direction::Up), None);
/// ```
pub fn neighbour(from: Point, others: &[Point], direction: Direction) -> Option<usize> {
    let cost = |to: &Point| {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (ahead, aside) = match direction {
            Direction::Up => (-dy, dx),
            Direction::Down => (dy, dx),
            Direction::Left => (-dx, dy),
            Direction::Right => (dx, dy),
        };
        (ahead > 0.5 && aside.abs() <= ahead * 1.75).then_some(ahead + 2.0 * aside.abs())
    };
    let costs = others.iter().enumerate().filter_map(|(index, to)| Some((index, cost(to)?)));
    costs.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHERS: [Point; 4] =
        [Point::new(10.0, 0.0), Point::new(9.0, 8.0), Point::new(0.0, -20.0), Point::new(-5.0, 0.0)];

    fn check(direction: Direction, expected: Option<usize>) {
        assert_eq!(neighbour(Point::new(0.0, 0.0), &OTHERS, direction), expected, "{direction:?}");
    }

    #[test]
    fn straight_ahead_beats_nearer_but_aside() {
        check(Direction::Right, Some(0));
        check(Direction::Up, Some(2));
        check(Direction::Left, Some(3));
    }

    #[test]
    fn down_reaches_a_slanting_neighbour_and_the_edge_has_none() {
        check(Direction::Down, Some(1));
        assert_eq!(neighbour(Point::new(0.0, -20.0), &OTHERS, Direction::Up), None);
    }
}
