//! Where the built sites and the tools are; `cargo xtask test` says so through the environment.

use std::path::PathBuf;

/// The path in an environment variable.
pub fn path(variable: &str) -> PathBuf {
    text(variable).into()
}

/// The text in an environment variable.
pub fn text(variable: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| panic!("expected {variable}; run `cargo xtask test`, which sets it"))
}
