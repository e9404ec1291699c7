//! Maps and charts: placed ([`layout`]), drawn with plotters ([`draw`]), and turned into files of shapes and pixels
//! ([`picture`]).
//!
//! Native only. The development build optimises this crate: it places thousands of label candidates among as many
//! edges, and it changes seldom.

pub mod draw;
pub mod layout;
pub mod picture;
