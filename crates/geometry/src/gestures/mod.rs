//! What a reader's hands do with the maps of a page, as a state machine: events in, effects out. It knows no browser,
//! so that random events can be tried on it: no state of a map outlives its cause.
//!
//! A mouse drags a map that is zoomed, two fingers pinch it, a double tap brings it nearer, and the wheel zooms it with
//! Ctrl or once the reader has clicked it. One finger always scrolls the page, and so does the wheel where a map can go
//! no further. A pointer is not captured: browsers tell the page where a mouse was pressed of all that it does, and a
//! captured one would click on what has captured it.

mod event;
mod machine;

pub use event::{Effect, Event, MapIndex, Outcome};
pub use machine::{Gestures, STEP};
