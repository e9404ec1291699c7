//! Pure maths on the sphere, the plane and the page: projection, topology, hit testing, clipping, label placement, motion, zoom, gestures.

mod arcs;
mod clip;
mod collision;
mod direction;
mod gestures;
mod hatch;
mod labels;
mod motion;
mod plane;
mod point_in_polygon;
mod projection;
mod screen_matrix;
mod segments;
mod simplify;
mod topology;
mod winding;
mod zoom;

pub use arcs::{Lines, Shapes};
pub use clip::{clip_line, clip_ring};
pub use collision::{AnchoredBox, collision};
pub use direction::{Direction, neighbour};
pub use gestures::{Effect, Event, Gestures, MapIndex, Outcome, STEP};
pub use hatch::hatch;
pub use labels::{Candidate, LabelFeature, place};
pub use motion::{between, eased};
pub use plane::{Fit, Point, Rect};
pub use point_in_polygon::{PreparedPolygon, contains, distance_to_border};
pub use projection::TransverseMercator;
pub use screen_matrix::ScreenMatrix;
pub use segments::{Segment, part_inside, parts_outside, points_along};
pub use simplify::simplified;
pub use topology::{Geometry, GeometryCollection, Topology, Transform};
pub use winding::turned;
pub use zoom::{MOST, Zoom, held};
