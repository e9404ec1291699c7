//! Orca, for the test that hears the page in Firefox. Whoever has none and cannot install it runs all others.

use std::path::{Path, PathBuf};

use super::engines::here_or;
use super::{apt, named};
use crate::failure::Result;
use crate::process;
use crate::steps::Steps;

/// A screen reader, and what it takes to hear it without a desk.
pub struct ScreenReader {
    /// Orca.
    pub orca: PathBuf,
    /// What presses keys.
    pub keys: PathBuf,
    /// The session bus, which starts that of assistive technology.
    pub bus: PathBuf,
    /// The X server that draws on nothing.
    pub screen: PathBuf,
}

/// Beside Firefox and WebKit they are 60 MB (11 to download), by themselves 150 (40): Orca's own 14, a voice that is never
/// started 26 (Debian's Orca asks for it), tables of Braille 12. A window manager would bring 30 more, with a PostScript
/// interpreter, and take keys away.
const PACKAGES: [&str; 5] = ["orca", "at-spi2-core", "dbus", "xdotool", "xvfb"];

/// Where systems have the bus of assistive technology, which is on nobody's PATH.
const BUS_OF_NAMES: [&str; 3] =
    ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"];

impl ScreenReader {
    /// Finds all of it (ORCA, XDOTOOL, DBUS_DAEMON and XVFB name others), or installs it where that is possible, or says why not.
    pub fn find(steps: &Steps) -> std::result::Result<Self, String> {
        let install = || {
            let elsewhere = "install Orca with the bus of assistive technology, dbus-daemon, xdotool and Xvfb";
            apt::install(steps, &PACKAGES, "half a minute, 60 MB", elsewhere)
        };
        let found = || -> Result<Self> {
            let orca = here_or("Orca", || named("ORCA", &["orca"]), install)?;
            here_or("the bus of assistive technology", || first(&BUS_OF_NAMES), install)?;
            let keys = here_or("xdotool", || named("XDOTOOL", &["xdotool"]), install)?;
            let bus = here_or("dbus-daemon", || named("DBUS_DAEMON", &["dbus-daemon"]), install)?;
            let screen = here_or("Xvfb", || named("XVFB", &["Xvfb"]), install)?;
            Ok(Self { orca, keys, bus, screen })
        };
        found().map_err(|failure| failure.to_string())
    }
}

/// The first of these programs that is there.
fn first(programs: &[&str]) -> Result<Option<PathBuf>> {
    for program in programs {
        if let Some(found) = process::find(Path::new(program))? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}
