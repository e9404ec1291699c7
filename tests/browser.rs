//! The finished page in a real browser, as readers meet it: what only a browser can tell.
//!
//! The browser itself and the site's server are the crate `webdriver`. Run by `cargo xtask test`, which builds the
//! sites and names the browser.
//!
//! How something behaves is asked of the second story, whose ids and words are the tests' own. What is asked of every map,
//! step or page is asked of the first, by ids that the page says: editors may change any of them (`boundaries/ids.rs`). A
//! file says in its head what it asks of the first.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

#[path = "browser/access.rs"]
mod access;
#[path = "browser/alike.rs"]
mod alike;
#[path = "browser/aria.rs"]
mod aria;
#[path = "browser/axe.rs"]
mod axe;
#[path = "browser/by_ear.rs"]
mod by_ear;
#[path = "browser/charts.rs"]
mod charts;
#[path = "browser/darkened.rs"]
mod darkened;
#[path = "browser/dense.rs"]
mod dense;
#[path = "browser/ending.rs"]
mod ending;
#[path = "browser/engines.rs"]
mod engines;
#[path = "browser/failing.rs"]
mod failing;
#[path = "browser/first_screen.rs"]
mod first_screen;
#[path = "browser/fuzzing.rs"]
mod fuzzing;
#[path = "browser/heads.rs"]
mod heads;
#[path = "browser/hosting.rs"]
mod hosting;
#[path = "browser/hosts.rs"]
mod hosts;
#[path = "browser/keyboard.rs"]
mod keyboard;
#[path = "browser/kit.rs"]
mod kit;
#[path = "browser/languages.rs"]
mod languages;
#[path = "browser/ledger.rs"]
mod ledger;
#[path = "browser/legible.rs"]
mod legible;
#[path = "browser/life.rs"]
mod life;
#[path = "browser/live.rs"]
mod live;
#[path = "browser/maps.rs"]
mod maps;
#[path = "browser/older.rs"]
mod older;
#[path = "browser/page.rs"]
mod page;
#[path = "browser/parts.rs"]
mod parts;
#[path = "browser/picture.rs"]
mod picture;
#[path = "browser/places.rs"]
mod places;
#[path = "browser/pointing.rs"]
mod pointing;
#[path = "browser/print.rs"]
mod print;
#[path = "browser/prose.rs"]
mod prose;
#[path = "browser/reading_place.rs"]
mod reading_place;
#[path = "browser/reflow.rs"]
mod reflow;
#[allow(dead_code)] // another test program listens to what it says
#[path = "support/resident.rs"]
mod resident;
#[path = "browser/review.rs"]
mod review;
#[path = "browser/searching.rs"]
mod searching;
#[path = "browser/selecting.rs"]
mod selecting;
#[path = "browser/shape.rs"]
mod shape;
#[path = "browser/sharing.rs"]
mod sharing;
#[path = "browser/sheets.rs"]
mod sheets;
#[path = "support/site_files.rs"]
mod site_files;
#[path = "support/some.rs"]
mod some;
#[path = "browser/sources.rs"]
mod sources;
#[path = "browser/story.rs"]
mod story;
mod support;
#[path = "browser/throwing.rs"]
mod throwing;
#[path = "browser/tools.rs"]
mod tools;
#[path = "browser/walk.rs"]
mod walk;
