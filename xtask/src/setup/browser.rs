//! A browser and its driver for the tests that look at real pages.

use std::path::PathBuf;

use super::{apt, named, version_of};
use crate::failure::{Failure, Result};
use crate::steps::Steps;

/// A browser and a driver of the same major version; with another one the driver refuses to work.
#[derive(Debug)]
pub struct Browser {
    /// Chromium or Chrome.
    pub chrome: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// Names under which systems know the browser.
const CHROMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// What Debian and Ubuntu call the two.
const APT_BROWSER: [&str; 2] = ["chromium", "chromium-driver"];

/// Finds browser and driver, or installs them where that is possible.
pub fn ensure(steps: &Steps) -> Result<Browser> {
    if find_browser()?.is_none() {
        apt::install(
            steps,
            &APT_BROWSER,
            "1 to 2 minutes, 150 to 200 MB",
            "install Chromium (or Chrome) and the chromedriver of the same version; \
             set CHROME and CHROMEDRIVER if they are not on the PATH",
        )?;
    }
    find_browser()?.ok_or_else(|| {
        Failure::missing(
            "chromium with a chromedriver of the same version",
            "install both, or set CHROME and CHROMEDRIVER to them",
        )
    })
}

/// The pair named by CHROME and CHROMEDRIVER, else the one on the PATH.
fn find_browser() -> Result<Option<Browser>> {
    let Some(driver) = named("CHROMEDRIVER", &["chromedriver"])? else {
        return Ok(None);
    };
    let Some(chrome) = named("CHROME", &CHROMES)? else {
        return Ok(None);
    };
    let (chrome_version, driver_version) = (version_of(&chrome)?, version_of(&driver)?);
    let same = chrome_version.is_some()
        && chrome_version.as_deref().and_then(major) == driver_version.as_deref().and_then(major);
    Ok(same.then_some(Browser { chrome, driver }))
}

fn major(version: &str) -> Option<&str> {
    version.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_differ_after_the_first_number_are_one_major_version() {
        assert_eq!(major("156.0.8078.79"), major("156.1"));
        assert_ne!(major("156.0.8078.79"), major("155.0.8078.79"));
        assert_ne!(major("15.6"), major("156"));
    }
}
