//! How a test says that it cannot be run here. `cargo xtask test` lists it, and fails for it where `MAY_SKIP` does not name
//! what it needs.

/// Says that the test is left out for want of this need.
pub fn skipped(need: &str, why: &str) {
    println!("SKIPPED: {need}: {why}");
}
