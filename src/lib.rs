//! One newspaper page about a city, told as a map, charts and words with every figure traceable.
//!
//! Facts travel in one direction: [`data`] reads files into [`model`], [`layout`] places figures
//! (with [`text`], [`geometry`] and [`draw`]), [`view`] turns them into elements, `browser` makes
//! them answer; what those two agree on is the [`contract`]. Only the reader's choices travel back, as a new [`contract::State`].
//!
//! All that comes before the elements stands in crates of its own, which the development build
//! optimises; here they have the names that the rest of the program knows them by.

#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "native")]
pub mod room;
#[cfg(feature = "ssr")]
pub mod view;

#[cfg(feature = "native")]
pub use figures::{draw, layout, picture};
pub use geometry;
#[cfg(feature = "native")]
pub use story::data;
pub use story::{locale, model, text};
