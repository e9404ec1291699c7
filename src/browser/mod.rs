//! The only code that touches the browser. Whatever it cannot do is left undone: the page stays
//! as it was prerendered.

mod address;
mod announcer;
mod arrival;
mod asking;
mod camera;
#[cfg_attr(not(feature = "whole"), path = "no_canvas.rs")]
mod canvas;
mod card;
mod choices;
mod clicks;
mod closing;
mod concerns;
mod display_settings;
mod dom;
mod focus;
mod fragment;
mod keys;
mod layers;
#[cfg_attr(not(feature = "whole"), path = "no_ledger.rs")]
mod ledger;
mod legible;
mod listening;
mod map_description;
mod measures;
mod notes;
mod opened;
mod panel;
mod scale_bar;
mod schedule;
mod selection;
mod sheet;
mod shown;
mod start;
mod step;
mod step_highlight;
mod steps;
mod tab_stop;
mod view_box;
mod window;
mod zoom;

pub use start::answer;
