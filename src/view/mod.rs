//! Elements: the finished page, and the islands that make it answer. No arithmetic here.

mod islands;

#[cfg(feature = "ssr")]
mod attr;
#[cfg(feature = "ssr")]
mod bar;
#[cfg(feature = "ssr")]
mod cards;
#[cfg(feature = "ssr")]
mod chapter;
#[cfg(feature = "ssr")]
#[path = "../../charts/view.rs"]
mod charts;
#[cfg(feature = "ssr")]
mod context;
#[cfg(feature = "ssr")]
mod ending;
#[cfg(feature = "ssr")]
mod figure;
#[cfg(feature = "ssr")]
mod gazetteer;
#[cfg(feature = "ssr")]
mod kit;
#[cfg(feature = "ssr")]
mod land;
#[cfg(feature = "ssr")]
mod ledger;
#[cfg(feature = "ssr")]
mod links;
#[cfg(feature = "ssr")]
mod listed;
#[cfg(feature = "ssr")]
mod map;
#[cfg(feature = "ssr")]
mod marks;
#[cfg(feature = "ssr")]
mod measure_switch;
#[cfg(feature = "ssr")]
mod opening;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod part;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
mod prose;
#[cfg(feature = "ssr")]
mod rest;
#[cfg(feature = "ssr")]
mod scene;
#[cfg(feature = "ssr")]
mod section;
#[cfg(feature = "ssr")]
mod sharing;
#[cfg(feature = "ssr")]
mod strip;
#[cfg(feature = "ssr")]
mod tables;
#[cfg(feature = "ssr")]
mod tools;
#[cfg(feature = "ssr")]
mod unscripted;

#[cfg(feature = "ssr")]
pub use cards::target_rules;
#[cfg(feature = "ssr")]
pub use context::PageContext;
pub use islands::Reader;
#[cfg(feature = "ssr")]
pub use map::{layer_rules, measure_rules, size_rules, water_rules};
#[cfg(feature = "ssr")]
pub use page::{SHEET, page};
#[cfg(feature = "ssr")]
pub use prose::plain_prose;
#[cfg(feature = "ssr")]
pub use unscripted::unscripted_rules;
