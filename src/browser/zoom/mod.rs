//! Zooming and moving the maps: by button, key, double tap, drag, pinch, and by wheel with Ctrl or once the reader
//! has clicked the map. What the hands mean is `geometry::gestures`, which knows no browser; here its events come from
//! the page and its effects go there.
//!
//! While a map moves only a style transform of the whole drawing changes, which needs neither layout nor painting.
//! When it rests, the land gets its new view box and everything else its new place, in its own size.

mod address;
mod collisions;
mod controls;
mod drawing;
mod extent;
mod hands;
mod item;
mod maps;

pub use address::show;
pub use collisions::make_room;
pub use controls::{by_button, by_key, reveal, show_place};
pub use hands::{forget_tap, on_click, watch};
pub use maps::{MAPS, is_zoomed};
