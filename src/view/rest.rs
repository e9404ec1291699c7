//! What a page is first painted without.

/// Stands for what need not be there before the page is first painted: where that may come, the last of them counts.
pub const REST: &str = "{{rest}}";
