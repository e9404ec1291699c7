//! A real browser on a built site: what the browser tests and `cargo xtask screenshots` share.
//!
//! Nothing here knows the story or the page, except that a page says when it answers.

pub mod driver;
pub mod nginx;
pub mod server;
mod window;

pub use driver::{Driver, DriverProcess};
pub use nginx::Nginx;
pub use server::{Sends, Server, THE_REST, is_program};
pub use window::{Media, Size, until, until_within};
