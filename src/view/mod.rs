//! Elements: the finished page. No arithmetic here.

mod attr;
mod bar;
mod cards;
mod chapter;
#[path = "../../charts/view.rs"]
mod charts;
mod context;
mod ending;
mod figure;
mod gazetteer;
mod kit;
mod land;
mod ledger;
mod links;
mod listed;
mod map;
mod marks;
mod measure_switch;
mod opening;
mod page;
mod part;
mod place;
mod prose;
mod rest;
mod scene;
mod section;
mod sharing;
mod side_by_side;
mod strip;
mod tables;
mod tools;
mod unscripted;

pub use cards::target_rules;
pub use context::PageContext;
pub use map::{layer_rules, measure_rules, size_rules, water_rules};
pub use page::{SHEET, page};
pub use prose::plain_prose;
pub use unscripted::unscripted_rules;
