//! The finished page in a real browser, as readers meet it: what only a browser can tell.
//!
//! Run by `cargo xtask test`, which builds the sites and names the browser.

#[path = "browser/access.rs"]
mod access;
#[path = "browser/charts.rs"]
mod charts;
#[path = "browser/driver.rs"]
mod driver;
#[path = "browser/languages.rs"]
mod languages;
#[path = "browser/life.rs"]
mod life;
#[path = "browser/page.rs"]
mod page;
#[path = "browser/selecting.rs"]
mod selecting;
#[path = "browser/server.rs"]
mod server;
#[path = "browser/shape.rs"]
mod shape;
#[path = "browser/sources.rs"]
mod sources;
mod support;
