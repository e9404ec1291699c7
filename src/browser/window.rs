//! The window, and what its reader wishes.

/// The height of the window in CSS pixels.
pub fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0)
}

/// How far the page is scrolled, in CSS pixels.
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Whether a media query holds.
pub fn media(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok()?).is_some_and(|media| media.matches())
}

/// Whether the reader wants less motion.
pub fn is_still() -> bool {
    media("(prefers-reduced-motion: reduce)")
}
