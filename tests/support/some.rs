//! Of nothing, everything holds: a loop over what was read from a page or a folder is over something, or the test has lost
//! its input.

/// The list, which has something in it; `what` says of what.
#[track_caller]
pub fn some<T>(what: &str, list: impl IntoIterator<Item = T>) -> Vec<T> {
    let list: Vec<T> = list.into_iter().collect();
    assert!(!list.is_empty(), "there is nothing to look at: {what}");
    list
}
