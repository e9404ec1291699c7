//! A real browser on a built site: what the browser tests and `cargo xtask screenshots` share.
//!
//! Nothing here knows the story or the page, except that a page says when it answers.

mod devtools;
pub mod driver;
mod engine;
mod http;
mod narrow;
pub mod nginx;
mod older;
mod process;
mod screen_reader;
pub mod server;
mod size;
mod waiting;
mod window;

pub use driver::Driver;
pub use engine::Engine;
pub use nginx::Nginx;
pub use older::OlderChromium;
pub use process::DriverProcess;
pub use screen_reader::{Programs, ScreenReader};
pub use server::{Sends, Server, THE_REST, is_program};
pub use size::Size;
pub use waiting::{until, until_within};
pub use window::Media;
