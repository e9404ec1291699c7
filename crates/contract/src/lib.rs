//! The contract between the finished page and the program that makes it answer: what elements are called, what their
//! attributes say, and how the reader's choices stand in the address.
//!
//! The build writes the page with it, program and scripts read the page with it, and nobody else spells such a name: a test
//! of the whole project (`tests/boundaries/names.rs`) refuses that. What is written (`encode`) stands beside how it is read
//! (`decode`), and a property test holds that one undoes the other.

mod names;

pub mod address;
pub mod attribute;
pub mod class;
pub mod event;
pub mod id;
pub mod payload;
pub mod selector;

#[cfg(feature = "ledger")]
pub use address::SortKey;
pub use address::{Extent, Ledger, Mode, Shown, State, Theme};
#[doc(hidden)]
pub use names::{bytes, length};
