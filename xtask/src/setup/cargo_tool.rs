//! Rust programs: as somebody else has compiled them where that can be had, else compiled on this machine.

use std::env;
use std::path::Path;

use super::{apt, installing, version_of};
use crate::failure::{Failure, Result};
use crate::steps::{Step, Steps};
use crate::tools::CargoTool;
use crate::{paths, process};

/// These programs run for seconds and are compiled for minutes, so their own release settings
/// are overruled by ones that compile in less than half the time.
const QUICK_TO_COMPILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_INCREMENTAL", "0"),
];

/// Installs the program unless its pinned version is what children would run.
///
/// Two of these at once are safe: `cargo install` locks its folder, and the second finds the
/// work done.
pub fn ensure(steps: &Steps, tool: &CargoTool) -> Result<()> {
    let installed = version_of(tool.program)?;
    if installed.as_deref() == Some(tool.version) {
        return Ok(());
    }
    if let Some(other) = &installed {
        steps.say(&format!("{} {other} is replaced, which this project cannot use", tool.program));
    }
    if apt::offers(tool.package, tool.version)? {
        apt::install(steps, &[tool.package], "seconds", "")?;
    } else {
        let name = installing(&format!("{} {}", tool.package, tool.version), tool.duration);
        steps.take(&name, |step| install(step, tool, installed.is_some())).map_err(|failure| {
            Failure::missing(
                format!("{} {}", tool.program, tool.version),
                format!("cargo install {} --version {} --locked  ({failure})", tool.package, tool.version),
            )
        })?;
    }
    match version_of(tool.program)? {
        Some(version) if version == tool.version => Ok(()),
        other => Err(Failure::failed(format!("{} should be {} now but is {other:?}", tool.program, tool.version))),
    }
}

fn install(step: &Step<'_>, tool: &CargoTool, replace: bool) -> Result<()> {
    let bin = paths::cargo_bin()?;
    let root = bin.parent().unwrap_or(Path::new("."));
    // Whoever has it gets programs that are compiled already, if there are any for this machine.
    if version_of("cargo-binstall")?.is_some() {
        let mut binstall = process::command("cargo-binstall")?;
        binstall.args(["--no-confirm", "--disable-strategies", "compile", "--version", tool.version]);
        if step.run(binstall.arg(tool.package).arg("--root").arg(root)).is_ok() {
            return Ok(());
        }
    }
    let mut cargo = process::command("cargo")?;
    cargo
        .args(["install", tool.package, "--version", tool.version])
        // Without default features: those are for downloading tools, which is done here.
        .args(["--locked", "--no-default-features", "--root"])
        .arg(root)
        // Away from this checkout, whose settings are for its own programs.
        .current_dir(env::temp_dir())
        .env_remove("CARGO_TARGET_DIR")
        .envs(QUICK_TO_COMPILE);
    if replace {
        // Cargo will not overwrite a program that it did not install itself.
        cargo.arg("--force");
    }
    step.run(&mut cargo)
}
