//! What a drawing shows of its land, and what it showed at first.

use std::cell::RefCell;

use web_sys::SvgsvgElement;

/// Left, top, width, height.
pub type Frame = [f64; 4];

thread_local! {
    /// The drawings that have been shown, with their own frames.
    static HOMES: RefCell<Vec<(SvgsvgElement, Frame)>> = const { RefCell::new(Vec::new()) };
}

/// A drawing's own frame: what it showed when it was first asked.
pub fn home(drawing: &SvgsvgElement) -> Frame {
    HOMES.with_borrow_mut(|homes| {
        let known = homes.iter().find(|(one, _)| one == drawing).map(|(_, home)| *home);
        known.unwrap_or_else(|| {
            let home = frame(drawing);
            homes.push((drawing.clone(), home));
            home
        })
    })
}

/// Puts every drawing to its own frame.
pub fn rest() {
    HOMES.with_borrow(|homes| homes.iter().for_each(|(drawing, home)| set(drawing, *home)));
}

/// What a drawing shows now. Read and written as numbers: their text would bring its own machinery into the WASM.
pub fn frame(drawing: &SvgsvgElement) -> Frame {
    let shown = drawing.view_box().base_val();
    shown.map_or([0.0; 4], |rect| [rect.x(), rect.y(), rect.width(), rect.height()].map(f64::from))
}

/// Lets a drawing show this.
pub fn set(drawing: &SvgsvgElement, frame: Frame) {
    if let Some(rect) = drawing.view_box().base_val() {
        let [x, y, width, height] = frame.map(|side| side as f32);
        rect.set_x(x);
        rect.set_y(y);
        rect.set_width(width);
        rect.set_height(height);
    }
}
