//! Names for which there is no room after all.

use web_sys::Element;

use crate::browser::dom::{all_within, is_drawn, mark};
use crate::geometry::Rect;

/// Takes away the names of a map that collide with another: those of an inset stand among the others now. Places come
/// first, then what is written before the others in the page.
pub fn make_room(map: &Element) {
    let drawn = |which: &str| all_within(map, which).filter(is_drawn);
    let bounds = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        Rect::new(rect.left(), rect.top(), rect.width(), rect.height()).grown(-2.0)
    };
    let signs = ".at:not(.label) :is(use, .city-dot, .station), .scale-bar text";
    let mut taken: Vec<Rect> = drawn(signs).map(|sign| bounds(&sign)).collect();
    for which in [".label:is(.place, .number)", ".label:not(.place, .number)"] {
        for label in drawn(which) {
            let own = bounds(&label);
            let free = taken.iter().all(|other| own.overlap(other) == 0.0);
            if free {
                taken.push(own);
            } else {
                mark(&label, "collided", true);
            }
        }
    }
}
