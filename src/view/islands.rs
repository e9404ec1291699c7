//! The island: the whole finished page, which answers. It carries behaviour and no content.

use contract::class;
use leptos::prelude::*;

/// Wraps the whole story: one handler for every mark, name and number in it.
///
/// What is clicked is found by its attributes, so the story itself stays static and never travels
/// in the WASM.
#[island]
pub fn Reader(
    /// The finished page.
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    crate::browser::answer();
    view! {
        <div class=class::READER>{children()}</div>
    }
}
