//! The browsers that tests run in: their drivers, and the tests for which there is one, or a converter of pictures.

use std::path::PathBuf;

use webdriver::DriverProcess;

use super::{BROWSERS, Chosen, IN_BROWSER};
use crate::failure::{Failure, Result};
use crate::setup::{ScreenReader, TestTools};
use crate::steps::Steps;
use crate::tools::OLDER_CHROMIUMS;

/// The parts of tests' names by which they say their engine, where it is not Chromium; `in_every_engine` writes them.
pub const FIREFOX: &str = "::firefox::";
/// See [`FIREFOX`].
pub const WEBKIT: &str = "::webkit::";
/// The tests that hear a page in Firefox, by a screen reader.
pub const BY_EAR: &str = "by_ear::";
/// What they need beside Firefox.
const SCREEN_READER: &str = "Orca";
/// The test program that takes converters.
const CONVERTERS: &str = "converters";

/// What tests need that are left out for want of an engine, beside Chromiums of former years.
const FIREFOX_AND_WEBKIT: [&str; 2] = ["Firefox", "WebKit"];

/// What tests need that run in the Chromium of this version.
fn older(version: u32) -> String {
    format!("Chromium {version}")
}

/// Whether tests that need this are left out for want of an engine.
pub fn is_engine(need: &str) -> bool {
    FIREFOX_AND_WEBKIT.contains(&need) || OLDER_CHROMIUMS.into_iter().any(|version| older(version) == need)
}

/// How many drivers there are of an engine whose drivers have one browser each: a test has at most two pages at a time.
const DRIVERS: usize = 2 * BROWSERS;

/// Running drivers, and what the tests are told of them. Dropping it ends them with their browsers.
pub struct Drivers {
    _running: Vec<DriverProcess>,
    /// Variables of the environment.
    pub told: Vec<(&'static str, PathBuf)>,
}

impl Drivers {
    /// Starts what these tests need.
    pub fn start(tools: &TestTools, chosen: &Chosen) -> Result<Self> {
        let chromium = DriverProcess::start(&tools.browser.driver).map_err(Failure::failed)?;
        let mut told =
            vec![("CHROME", tools.browser.chrome.clone()), ("CHROMEDRIVER_PORT", chromium.port().to_string().into())];
        let mut running = vec![chromium];
        if let Ok(firefox) = &tools.firefox
            && has(chosen, FIREFOX)
        {
            let (drivers, ports) = several(|| DriverProcess::firefox(&firefox.driver))?;
            running.extend(drivers);
            told.push(("GECKODRIVER_PORTS", ports));
        }
        told.extend(tools.firefox.as_ref().ok().map(|firefox| ("FIREFOX", firefox.browser.clone())));
        if let Ok(ScreenReader { orca, keys, bus, screen }) = &tools.screen_reader {
            let of_it = [("ORCA", orca), ("XDOTOOL", keys), ("DBUS_DAEMON", bus), ("XVFB", screen)];
            told.extend(of_it.map(|(name, program)| (name, program.clone())));
        }
        if let Ok(webkit) = &tools.webkit
            && has(chosen, WEBKIT)
        {
            let (drivers, ports) = several(|| DriverProcess::webkit(&webkit.driver, &webkit.screen))?;
            running.extend(drivers);
            told.extend([("MINIBROWSER", webkit.browser.clone()), ("WEBKITDRIVER_PORTS", ports)]);
        }
        told.extend(tools.older.folder.clone().map(|folder| ("OLDER_CHROMIUMS", folder)));
        Ok(Self { _running: running, told })
    }
}

/// As many drivers as tests may want at once, and the list of their ports.
fn several(start: impl Fn() -> std::result::Result<DriverProcess, String>) -> Result<(Vec<DriverProcess>, PathBuf)> {
    let drivers =
        (0..DRIVERS).map(|_| start()).collect::<std::result::Result<Vec<_>, _>>().map_err(Failure::failed)?;
    let ports: Vec<String> = drivers.iter().map(|driver| driver.port().to_string()).collect();
    Ok((drivers, ports.join(",").into()))
}

/// The tests without those for which there is no browser or no converter; those are said to be left out.
pub fn that_can_run(steps: &Steps, tools: &TestTools, chosen: &Chosen) -> Chosen {
    let mut chosen = chosen.clone();
    let [firefox, webkit] = FIREFOX_AND_WEBKIT.map(str::to_owned);
    let missing = [
        tools.firefox.as_ref().err().map(|why| (FIREFOX.to_owned(), firefox.clone(), why)),
        tools.firefox.as_ref().err().map(|why| (BY_EAR.to_owned(), firefox, why)),
        tools.screen_reader.as_ref().err().map(|why| (BY_EAR.to_owned(), SCREEN_READER.to_owned(), why)),
        tools.webkit.as_ref().err().map(|why| (WEBKIT.to_owned(), webkit, why)),
    ];
    // `in_older` writes the part of the name.
    let of = |(version, why)| (format!("::chromium_{version}::"), older(version), why);
    let missing_older = tools.older.missing.iter().map(|(version, why)| of((*version, why)));
    let in_browser = missing.into_iter().flatten().chain(missing_older).map(|missing| (IN_BROWSER, missing));
    let missing_converters = tools.converters.iter().filter_map(|(converter, found)| {
        let missing = |why| (CONVERTERS, (converter.tests.to_owned(), converter.name.to_owned(), why));
        found.as_ref().err().map(missing)
    });
    for (program, (part, name, why)) in in_browser.chain(missing_converters) {
        if let Some((_, tests)) = chosen.get_mut(program) {
            let before = tests.len();
            tests.retain(|test| !test.contains(&part));
            if tests.len() < before {
                steps.skip(&format!("{} tests in {name}", before - tests.len()), &name, why);
            }
        }
    }
    chosen.retain(|_, (_, tests)| !tests.is_empty());
    chosen
}

fn has(chosen: &Chosen, part: &str) -> bool {
    chosen.get(IN_BROWSER).is_some_and(|(_, tests)| tests.iter().any(|test| test.contains(part)))
}
