//! The folders the commands work in.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// The top folder of the checkout. Cargo tells it at run time; the folder known at compile time
/// would be the wrong one where two checkouts share a target folder.
pub fn root() -> PathBuf {
    let xtask =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or(xtask.clone(), Path::to_path_buf)
}

/// Where Cargo puts what it compiles.
pub fn target() -> PathBuf {
    filled("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A path a person typed, from the folder they are in; or its default inside the checkout.
pub fn given_or(typed: Option<PathBuf>, default: &str) -> Result<PathBuf> {
    match typed {
        None => Ok(root().join(default)),
        Some(path) => {
            std::path::absolute(&path).map_err(|error| Failure::failed(format!("{}: {error}", path.display())))
        }
    }
}

/// The folder `cargo install` puts programs into, which is on the PATH of whoever uses Rust.
pub fn cargo_bin() -> Result<PathBuf> {
    match filled("CARGO_INSTALL_ROOT") {
        Some(install_root) => Ok(install_root.join("bin")),
        None => Ok(cargo_home()?.join("bin")),
    }
}

/// The folder in which Cargo keeps what is of all checkouts.
pub fn cargo_home() -> Result<PathBuf> {
    match filled("CARGO_HOME") {
        Some(cargo_home) => Ok(cargo_home),
        None => Ok(env::home_dir()
            .ok_or_else(|| Failure::missing("the home folder", "set HOME or CARGO_HOME"))?
            .join(".cargo")),
    }
}

/// Where downloads are kept that are not Rust programs. Outside the checkout, so that a second
/// clone finds them.
pub fn cache() -> Result<PathBuf> {
    cache_from(filled, env::home_dir())
        .ok_or_else(|| Failure::missing("a cache folder", "set HOME (on Windows: LOCALAPPDATA)"))
}

fn cache_from(variable: impl Fn(&str) -> Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    // The XDG standard has a relative path ignored.
    let base = match variable("XDG_CACHE_HOME").filter(|path| path.is_absolute()) {
        Some(xdg) => xdg,
        None if cfg!(windows) => variable("LOCALAPPDATA")?,
        None if cfg!(target_os = "macos") => home?.join("Library/Caches"),
        None => home?.join(".cache"),
    };
    Some(base.join("data-story"))
}

/// A variable that is set and not empty.
fn filled(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("xtask/Cargo.toml").is_file());
    }

    #[test]
    fn a_typed_path_starts_where_the_person_is_and_a_default_in_the_checkout() {
        let here = env::current_dir().expect("a current folder");
        assert_eq!(given_or(Some("x/y".into()), "data"), Ok(here.join("x/y")));
        assert_eq!(given_or(None, "data"), Ok(root().join("data")));
    }

    #[test]
    #[cfg(unix)]
    fn the_cache_follows_xdg_unless_it_is_relative() {
        let home = Some(PathBuf::from("/home/a"));
        let set = |value: &'static str| move |name: &str| (name == "XDG_CACHE_HOME").then(|| PathBuf::from(value));
        let with_xdg = cache_from(set("/c"), home.clone());
        assert_eq!(with_xdg, Some("/c/data-story".into()));
        let with_relative = cache_from(set("c"), home.clone()).expect("a folder under home");
        assert!(with_relative.starts_with("/home/a"), "{with_relative:?}");
        assert_eq!(cache_from(|_| None, None), None);
    }
}
