//! What happens to maps, and what is to be done on the page.

use crate::{Point, Zoom};

/// A map, by its place in the order in which the machine was told of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapIndex(pub usize);

/// What happens. Points are of the window in CSS pixels, times in milliseconds.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // of fields, which are what their names say
pub enum Event {
    /// A mouse is pressed on a map; with Ctrl its first button is the other one, and what that opens swallows the
    /// release.
    PointerDown { map: MapIndex, pointer: i32, at: Point, first_button: bool, ctrl: bool },
    /// A pointer moves anywhere, with or without its first button pressed.
    PointerMove { pointer: i32, at: Point, pressed: bool },
    /// A pointer is let go anywhere.
    PointerUp { pointer: i32, time: f64 },
    /// The browser has taken a pointer away.
    PointerCancel { pointer: i32 },
    /// The mouse has left the maps.
    PointerLeave,
    /// A finger comes to a map: the first two of all on the screen, if there are so many.
    TouchStart { map: MapIndex, fingers: Option<[Point; 2]> },
    /// Fingers move.
    TouchMove { fingers: Option<[Point; 2]> },
    /// A finger is lifted or taken away.
    TouchEnd,
    /// The wheel is turned over a map, by this many pixels; a pinch on a pad comes as one with Ctrl.
    Wheel { map: MapIndex, at: Point, pixels: f64, ctrl: bool, meta: bool },
    /// A click, on a map or elsewhere, by a pointer or by a key; `still` as of a glide, which the second of two begins.
    Click { map: Option<MapIndex>, at: Point, time: f64, by_pointer: bool, still: bool },
    /// A key that leaves what a tap has opened: what comes now is no second tap, however soon.
    Key,
    /// A button or key asks for another zoom, which a map comes to smoothly or, for those who want no motion, at once.
    Glide { map: MapIndex, to: Zoom, still: bool },
    /// An address has a map rest at a zoom.
    Show { map: MapIndex, zoom: Zoom },
    /// The time of an [`Effect::RestAfter`] is over.
    Timer { map: MapIndex, turn: u32 },
    /// The window is left, hidden, or covered by a menu: no release will be seen.
    Blur,
}

/// What is to be done on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)] // of fields, which are what their names say
pub enum Effect {
    /// Move the drawing as it is: a factor about the corner of its box and a way in pixels.
    Follow { map: MapIndex, transform: Zoom, smoothly: bool },
    /// Put everything in its place. The address says so where the reader's hands are the cause.
    Rest { map: MapIndex, zoom: Zoom, by_reader: bool },
    /// Come back with [`Event::Timer`] after this many milliseconds.
    RestAfter { map: MapIndex, turn: u32, wait: i32 },
    /// Say how a map is moved: by fingers or by the wheel.
    Hint { map: MapIndex, by_touch: bool },
}

/// Whom an event was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The page: it does what it does anyway.
    Page,
    /// The map alone.
    Map,
    /// The map, by the second of two taps: what the first has opened was not meant.
    DoubleTap,
}
