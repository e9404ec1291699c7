//! The buttons over a map; they are there once the page is alive.

use leptos::prelude::*;

use crate::view::Book;

/// Nearer, farther, to what is selected, all of it; and how a map is moved, for those who try the wheel or a finger.
pub fn controls(book: Book) -> AnyView {
    let ui = book.ui();
    let button = |what: &'static str, sign: &'static str, name: &'static str| {
        view! { <button type="button" data-zoom=what aria-label=name><span aria-hidden="true">{sign}</span></button> }
    };
    view! {
        <div class="zoom" role="group" aria-label=ui.zoom()>
            {button("in", "+", ui.zoom_in())}
            {button("out", "−", ui.zoom_out())}
            {button("place", "◎", ui.zoom_to_selected())}
            {button("all", "⤢", ui.zoom_out_fully())}
        </div>
        <p class="zoom-hint" aria-hidden="true"><span class="by-wheel">{ui.zoom_by_wheel()}</span><span class="by-touch">{ui.zoom_by_touch()}</span></p>
    }
    .into_any()
}
