//! Where the built sites and the tools are; `cargo xtask test` says so through the environment.

use std::path::PathBuf;

/// The path in an environment variable.
pub fn path(variable: &str) -> PathBuf {
    let value = std::env::var_os(variable);
    PathBuf::from(value.unwrap_or_else(|| panic!("expected {variable}; run `cargo xtask test`, which sets it")))
}
