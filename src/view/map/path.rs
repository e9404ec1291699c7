//! Places and lines as attributes have them.

use crate::geometry::Point;
use crate::layout::tenth;

/// The transform that puts what is drawn around the origin here.
pub fn translation(at: Point) -> String {
    format!("translate({} {})", tenth(at.x), tenth(at.y))
}

/// Path data for an open line.
pub fn line_path(points: &[Point]) -> String {
    let corners: Vec<String> = points.iter().map(|p| format!("{} {}", tenth(p.x), tenth(p.y))).collect();
    format!("M{}", corners.join("L"))
}
