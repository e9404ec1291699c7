//! The story: its typed records ([`model`]), its words and numbers ([`text`]), and the reading and checking of its
//! files ([`data`], native only).
//!
//! Knows neither pixels nor Leptos; the browser has the first two.

#[cfg(feature = "data")]
pub mod data;
pub mod edition;
pub mod locale;
pub mod model;
pub mod text;
