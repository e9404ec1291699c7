//! What somebody who draws a story has to say of it.

use super::messages::Message;

/// What somebody who draws a story has to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The name of the file, such as `places.json`.
    pub file: &'static str,
    /// The JSON pointer of the key.
    pub pointer: String,
    /// What was expected, what was found, and how it is mended.
    pub message: Message,
    /// What it is about, if it is a warning.
    pub about: String,
}
