//! Hatching of any area: parallel strokes cut by its rings.

use super::{Lines, Point, Segment};

/// Strokes from lower left to upper right (y points down) that fill the rings by the even-odd rule, `spacing` apart.
///
/// They lie on one grid of the whole page, so that areas side by side are hatched as one.
pub fn hatch(rings: &Lines, spacing: f64) -> Vec<Segment> {
    // Along such a stroke x + y is constant; from one to the next it grows by this.
    let step = spacing * std::f64::consts::SQRT_2;
    let height = |point: &Point| point.x + point.y;
    let heights = rings.iter().flatten().map(height);
    let (low, high) = heights.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), h| (low.min(h), high.max(h)));
    if rings.iter().all(Vec::is_empty) || step <= 0.0 {
        return Vec::new();
    }
    let strokes = ((low / step).ceil() as i64..=(high / step).floor() as i64).map(|index| index as f64 * step);
    strokes.flat_map(|at| cut(rings, at)).collect()
}

/// The parts inside the rings of the stroke where x + y has this value.
fn cut(rings: &Lines, at: f64) -> Vec<Segment> {
    let mut crossings: Vec<Point> = Vec::new();
    for ring in rings {
        for (index, to) in ring.iter().enumerate() {
            let from = ring[(index + ring.len() - 1) % ring.len()];
            let (before, after) = (from.x + from.y - at, to.x + to.y - at);
            if (before < 0.0) != (after < 0.0) {
                let t = before / (before - after);
                crossings.push(Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t));
            }
        }
    }
    crossings.sort_by(|a, b| a.x.total_cmp(&b.x));
    crossings.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: f64, high: f64) -> Vec<Point> {
        [(low, low), (high, low), (high, high), (low, high)].map(|(x, y)| Point::new(x, y)).to_vec()
    }

    #[test]
    fn strokes_fill_the_area_at_their_spacing_and_leave_its_hole_free() {
        let whole: f64 = hatch(&vec![square(0.0, 100.0)], 5.0).iter().map(|[a, b]| a.distance(*b)).sum();
        assert!((whole * 5.0 - 10_000.0).abs() < 100.0, "{whole}");
        let holed = hatch(&vec![square(0.0, 100.0), square(25.0, 75.0)], 5.0);
        let length: f64 = holed.iter().map(|[a, b]| a.distance(*b)).sum();
        assert!((length * 5.0 - 7_500.0).abs() < 150.0, "{length}");
        assert!(holed.iter().all(|[a, b]| {
            let (x, y) = ((a.x + b.x) / 2.0, (a.y + b.y) / 2.0);
            !(x > 26.0 && x < 74.0 && y > 26.0 && y < 74.0)
        }));
    }

    #[test]
    fn nothing_is_hatched_without_an_area() {
        assert!(hatch(&Vec::new(), 5.0).is_empty());
        assert!(hatch(&vec![vec![]], 5.0).is_empty());
    }
}
