//! The shapes of marks, whole and as the lower half that means "under way".

use geometry::Point;
use story::model::Shape;

/// The outline of a mark around the origin.
#[derive(Clone, Debug, PartialEq)]
pub enum Outline {
    /// A circle of this radius.
    Circle(f64),
    /// A closed polygon.
    Polygon(Vec<Point>),
}

/// A shape of about the same visual weight for every kind, `radius` pixels from centre to edge.
pub fn outline(shape: Shape, radius: f64) -> Outline {
    let r = radius;
    let polygon =
        |points: &[(f64, f64)]| Outline::Polygon(points.iter().map(|(x, y)| Point::new(x * r, y * r)).collect());
    match shape {
        Shape::Circle => Outline::Circle(r * 0.92),
        Shape::Square => polygon(&[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]),
        Shape::Diamond => polygon(&[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)]),
        Shape::Triangle => polygon(&[(0.0, -1.1), (1.1, 0.85), (-1.1, 0.85)]),
        Shape::House => polygon(&[(0.0, -1.1), (1.05, -0.25), (0.7, 0.95), (-0.7, 0.95), (-1.05, -0.25)]),
        Shape::Cross => {
            let (a, b) = (0.36, 1.0);
            polygon(&[
                (-a, -b),
                (a, -b),
                (a, -a),
                (b, -a),
                (b, a),
                (a, a),
                (a, b),
                (-a, b),
                (-a, a),
                (-b, a),
                (-b, -a),
                (-a, -a),
            ])
        }
        Shape::Bar => polygon(&[(-2.2, -0.6), (2.2, -0.6), (2.2, 0.6), (-2.2, 0.6)]),
        Shape::Tick => polygon(&[(-0.45, -0.6), (0.45, -0.6), (0.45, 0.6), (-0.45, 0.6)]),
    }
}

/// A circle around the origin as a polygon whose sides are not seen as such.
pub fn circle(radius: f64) -> Vec<Point> {
    const SIDES: u32 = 48;
    let at = |side| std::f64::consts::TAU * f64::from(side) / f64::from(SIDES);
    (0..SIDES).map(|side| Point::new(radius * at(side).cos(), radius * at(side).sin())).collect()
}

/// How large the core of a mark is.
pub const CORE: f64 = 0.45;

/// The core of an outline around the origin: the same shape, small.
pub fn core(points: &[Point]) -> Vec<Point> {
    points.iter().map(|point| Point::new(point.x * CORE, point.y * CORE)).collect()
}

/// The lower half of a polygon: what lies at or below the origin (y points down).
pub fn half(points: &[Point]) -> Vec<Point> {
    let mut kept = Vec::new();
    for (index, to) in points.iter().enumerate() {
        let from = points[(index + points.len() - 1) % points.len()];
        if (from.y >= 0.0) != (to.y >= 0.0) {
            let along = from.y / (from.y - to.y);
            kept.push(Point::new(from.x + (to.x - from.x) * along, 0.0));
        }
        if to.y >= 0.0 {
            kept.push(*to);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(points: &[Point]) -> f64 {
        let next = points.iter().cycle().skip(1);
        points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn half_a_symmetric_mark_is_half_its_area() {
        for shape in [Shape::Square, Shape::Diamond, Shape::Cross] {
            let Outline::Polygon(points) = outline(shape, 10.0) else { panic!("{shape:?} is a polygon") };
            assert!((area(&half(&points)) * 2.0 - area(&points)).abs() < 1e-9, "{shape:?}");
        }
    }

    #[test]
    fn shapes_of_one_radius_have_about_the_same_weight() {
        for shape in [Shape::Square, Shape::Diamond, Shape::Triangle, Shape::House, Shape::Cross] {
            let Outline::Polygon(points) = outline(shape, 10.0) else { panic!("{shape:?} is a polygon") };
            assert!((180.0..320.0).contains(&area(&points)), "{shape:?} {}", area(&points));
        }
    }
}
