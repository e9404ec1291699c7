//! The events of the window by which scripts tell the program something.

/// A script has decided anew how the page is shown: the way of telling, or the colours.
pub const SHOWN: &str = "story-shown";

/// Those that scripts dispatch, with what they are called here.
pub const NAMES: &[(&str, &str)] = &[("SHOWN", SHOWN)];
