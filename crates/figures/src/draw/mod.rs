//! Drawing with plotters: one function for each chart, generic over the backend, so that the same
//! function gives the page its SVG and pictures their pixels.

mod brush;
mod charts;
mod fault;
mod map;
mod recorder;
mod scene;

pub use brush::{Brush, Palette};
pub use charts::{GroupName, draw_areas, draw_pictogram};
pub use fault::Fault;
pub use map::{
    MapDrawing, MapPart, draw_dot, draw_map, draw_railway, draw_ring, draw_schematic_river, draw_stage, draw_tint,
    role_of,
};
pub use recorder::{Drawn, Group, Recorder, SCALE, text_size};
pub use scene::{PrimitiveIndex, draw_scene};
