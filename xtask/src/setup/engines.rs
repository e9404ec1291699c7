//! Firefox and WebKit with their drivers, for the browser tests that run in every engine. Whoever has none and cannot install
//! it runs the others all the same.

use std::path::PathBuf;

use super::{apt, cargo_tool, named};
use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::tools;

/// Firefox and its driver.
pub struct Firefox {
    /// The browser.
    pub browser: PathBuf,
    /// geckodriver.
    pub driver: PathBuf,
}

/// WebKit in GTK's browser, its driver, and a screen for it: it knows no way to do without.
pub struct WebKit {
    /// The browser that comes with the library.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
    /// The X server that draws on nothing.
    pub screen: PathBuf,
}

/// Where the library has its browser, which is on nobody's PATH.
const MINIBROWSERS: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/webkit2gtk-4.1/MiniBrowser",
];

impl Firefox {
    /// Finds both (FIREFOX and GECKODRIVER name others), or installs them where that is possible, or says why not.
    pub fn find(steps: &Steps) -> std::result::Result<Self, String> {
        let found = || -> Result<Self> {
            let browser = here_or(
                "Firefox",
                || named("FIREFOX", &["firefox-esr", "firefox"]),
                || {
                    apt::install(
                        steps,
                        &["firefox-esr"],
                        "half a minute, 80 MB",
                        "install Firefox, or set FIREFOX to it",
                    )
                },
            )?;
            let driver = here_or(
                "geckodriver",
                || named("GECKODRIVER", &["geckodriver"]),
                || cargo_tool::ensure(steps, &tools::GECKODRIVER),
            )?;
            Ok(Self { browser, driver })
        };
        found().map_err(|failure| failure.to_string())
    }
}

impl WebKit {
    /// Finds all three (MINIBROWSER, WEBKITWEBDRIVER and XVFB name others), or installs them where that is possible, or says
    /// why not.
    pub fn find(steps: &Steps) -> std::result::Result<Self, String> {
        let install = || {
            let packages = ["webkit2gtk-driver", "xvfb"];
            apt::install(steps, &packages, "1 minute, 150 MB", "install WebKitGTK with its driver, and Xvfb")
        };
        let found = || -> Result<Self> {
            let driver = here_or("WebKitWebDriver", || named("WEBKITWEBDRIVER", &["WebKitWebDriver"]), install)?;
            let browser = here_or("WebKitGTK's MiniBrowser", || named("MINIBROWSER", &MINIBROWSERS), install)?;
            let screen = here_or("Xvfb", || named("XVFB", &["Xvfb"]), install)?;
            Ok(Self { browser, driver, screen })
        };
        found().map_err(|failure| failure.to_string())
    }
}

/// A program that is there, or is after it has been installed.
pub(super) fn here_or(
    name: &str,
    find: impl Fn() -> Result<Option<PathBuf>>,
    install: impl Fn() -> Result<()>,
) -> Result<PathBuf> {
    if let Some(found) = find()? {
        return Ok(found);
    }
    install()?;
    find()?.ok_or_else(|| Failure::failed(format!("{name} should be there now, and is not found")))
}
