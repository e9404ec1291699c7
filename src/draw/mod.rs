//! Drawing with plotters: one function for each chart, generic over the backend, so that the same
//! function gives the page its SVG and, later, pictures their pixels.

mod backend;
mod charts;

pub use backend::{Drawn, Group, Page, SCALE};
pub use charts::{GroupName, draw_areas, draw_units};
