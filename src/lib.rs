//! One newspaper page about a city, told as a map, charts and words with every figure traceable.
//!
//! Facts travel in one direction: [`data`] reads files into [`model`], [`layout`] places figures
//! (with [`text`], [`geometry`] and [`draw`]), [`view`] turns them into elements, [`browser`] makes
//! them answer. Only the reader's choices travel back, as a new [`state`].

#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod browser;
#[cfg(feature = "data")]
pub mod data;
#[cfg(feature = "draw")]
pub mod draw;
pub mod geometry;
#[cfg(feature = "draw")]
pub mod layout;
pub mod model;
#[cfg(feature = "pictures")]
pub mod picture;
pub mod state;
pub mod text;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod view;
