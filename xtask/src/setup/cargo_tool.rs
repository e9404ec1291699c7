//! Rust programs, compiled on this machine by `cargo install`.

use std::path::Path;

use super::{announce, version_of};
use crate::failure::{Failure, Result};
use crate::tools::CargoTool;
use crate::{paths, process};

/// These programs run for seconds and are compiled for minutes, so their own release settings
/// are overruled by ones that compile in less than half the time.
const QUICK_TO_COMPILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Installs the program unless its pinned version is what children would run.
///
/// Two of these at once are safe: `cargo install` locks its folder, and the second finds the
/// work done.
pub fn ensure(tool: &CargoTool) -> Result<()> {
    let installed = version_of(tool.program)?;
    if installed.as_deref() == Some(tool.version) {
        return Ok(());
    }
    announce(&format!("{} {}", tool.package, tool.version), tool.duration);
    if let Some(other) = &installed {
        println!("    replacing {} {other}, which this project cannot use", tool.program);
    }
    install(tool, installed.is_some()).map_err(|failure| {
        Failure::missing(
            format!("{} {}", tool.program, tool.version),
            format!("cargo install {} --version {} --locked  ({failure})", tool.package, tool.version),
        )
    })?;
    match version_of(tool.program)? {
        Some(version) if version == tool.version => Ok(()),
        other => Err(Failure::failed(format!("{} should be {} now but is {other:?}", tool.program, tool.version))),
    }
}

fn install(tool: &CargoTool, replace: bool) -> Result<()> {
    let bin = paths::cargo_bin()?;
    let mut cargo = process::command("cargo")?;
    cargo
        .args(["install", tool.package, "--version", tool.version])
        // Without default features: those are for downloading tools, which is done here.
        .args(["--locked", "--no-default-features", "--root"])
        .arg(bin.parent().unwrap_or(Path::new(".")))
        .envs(QUICK_TO_COMPILE);
    if replace {
        // Cargo will not overwrite a program that it did not install itself.
        cargo.arg("--force");
    }
    process::run(&mut cargo)
}
