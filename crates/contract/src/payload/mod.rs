//! What attributes say, each with how it is written and how it is read.
//!
//! Reading is total: what is odd is left out, or nothing.

mod buttons;
mod zoom_to;

pub mod count;
pub mod dots;
pub mod list;
pub mod measured;
pub mod named;
pub mod numbers;

pub use crate::address::Viewport;
pub use buttons::{Aim, Opened, Way};
pub use zoom_to::ZoomTo;
