//! Drawing with plotters: one function for each chart, generic over the backend, so that the same
//! function gives the page its SVG and, later, pictures their pixels.

mod backend;
mod brush;
mod charts;
mod scene;

pub use backend::{Drawn, Group, Page, SCALE};
pub use brush::{Brush, Palette};
pub use charts::{Fault, GroupName, draw_areas, draw_units};
pub use scene::{PieceIndex, draw_scene};
