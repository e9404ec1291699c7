//! Pure maths on the sphere, the plane and the page: projection, topology, hit testing, clipping, label placement, motion, zoom.

mod arcs;
mod clip;
mod direction;
mod hatch;
mod inside;
mod labels;
mod meeting;
mod motion;
mod plane;
mod projection;
mod simplify;
mod topology;
mod window;
mod zoom;

pub use arcs::{Lines, Shapes};
pub use clip::{Segment, part_inside, parts_outside, points_along};
pub use direction::{Direction, neighbour};
pub use hatch::hatch;
pub use inside::{PreparedPolygon, contains, distance_to_border};
pub use labels::{Candidate, Wish, place};
pub use meeting::{Afloat, meeting};
pub use motion::{between, eased};
pub use plane::{Fit, Point, Rect};
pub use projection::TransverseMercator;
pub use simplify::simplified;
pub use topology::{Geometry, GeometryCollection, Topology, Transform};
pub use window::{clip_line, clip_ring};
pub use zoom::{MOST, Zoom, held};
