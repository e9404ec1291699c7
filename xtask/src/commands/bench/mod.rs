//! `bench`: the story's page beside the same map and charts made with other tools, measured and written to
//! `docs/performance.md`.

mod aims;
pub mod machine;
mod measure;
mod numbers;
mod plain;
mod profile;
mod report;
mod results;
mod stage;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use story::edition::Edition;
use webdriver::{Driver, DriverProcess, Sends, Server};

use self::measure::{Division, Load, Numbers, Target};
use self::profile::{DESKTOP, PHONE, Profile};
use self::results::{Page, Results};
use self::stage::Stage;
use super::{build, data, document};
use crate::failure::{Failure, Result};
use crate::paths;
use crate::setup::{self, Browser};
use crate::steps::{Step, Steps};

/// Where a site is built to when none is given: the one the tests look at.
const SITE: &str = "target/site";
/// What is written.
const DOCUMENT: &str = "docs/performance.md";
/// How often a load is tried that fails, as on a machine that is too busy.
const TRIES: usize = 3;

/// Builds what is not given, measures every page so many times on both profiles, and writes the document.
pub fn run(runs: u32, site: Option<PathBuf>) -> Result<()> {
    let steps = Steps::of("bench");
    let browser = setup::for_pictures(&steps)?;
    let packages = setup::for_comparing(&steps)?;
    let site = site_of(&steps, site)?;
    let stage = Stage::build(&steps, &site, &packages)?;
    let divisions = divisions()?;
    let bench = Bench::open(&browser, &stage, &divisions).map_err(Failure::failed)?;
    for profile in [PHONE, DESKTOP] {
        let results =
            steps.take(&format!("measure on a {}", profile.name), |step| bench.measure(step, &profile, runs))?;
        write(&results, &profile, &report::caption(&profile, runs, &machine::described(&browser)))?;
        steps.say(&report::table(&results));
    }
    steps.say(&format!("the tables are in {DOCUMENT}"));
    steps.done();
    Ok(())
}

/// The site that is given, or one that is built.
pub fn site_of(steps: &Steps, given: Option<PathBuf>) -> Result<PathBuf> {
    let is_given = given.is_some();
    let site = paths::given_or(given, SITE)?;
    if !is_given {
        setup::for_building(steps)?;
        build::site(steps, &paths::root().join(data::DEFAULT), &site, &Edition::default())?;
    }
    if site.join("index.html").is_file() {
        return Ok(site);
    }
    Err(Failure::failed(format!("--site {}: expected a built site with an index.html", site.display())))
}

/// The divisions of the story, by their names on the map, which every card about one has in it.
fn divisions() -> Result<Vec<Division>> {
    let path = paths::root().join(data::DEFAULT).join("places.json");
    let failed = |error: &dyn std::fmt::Display| Failure::failed(format!("{}: {error}", path.display()));
    let text = fs::read_to_string(&path).map_err(|error| failed(&error))?;
    let places: Value = serde_json::from_str(&text).map_err(|error| failed(&error))?;
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let division = |one: &Value| Some(Division { id: word(&one["id"])?, name: word(&one["short"]["zh"])? });
    // From the last: the large ones of the surroundings before those of the core, which a finger would hardly hit.
    Ok(places["regions"].as_array().into_iter().flatten().rev().filter_map(division).collect())
}

/// Pages that are served, and what opens them.
struct Bench<'a> {
    browser: &'a Browser,
    driver: DriverProcess,
    server: Server,
    stage: &'a Stage,
    divisions: &'a [Division],
}

impl<'a> Bench<'a> {
    fn open(browser: &'a Browser, stage: &'a Stage, divisions: &'a [Division]) -> std::result::Result<Self, String> {
        let server =
            Server::start(stage.folder.clone(), "/", Sends::Compressed).map_err(|error| error.to_string())?;
        Ok(Self { browser, driver: DriverProcess::start(&browser.driver)?, server, stage, divisions })
    }

    /// Each page once in every run, so that what the machine does beside falls on all alike.
    fn measure(&self, step: &Step<'_>, profile: &Profile, runs: u32) -> Result<Results> {
        let browser = || Driver::connect_impatient(&self.browser.chrome, self.driver.port());
        let loads = Page::ALL.map(|page| {
            let url = self.server.url(&self.stage.path(page));
            Load { browser: &browser, profile, page, url, divisions: self.divisions }
        });
        let targets = loads.iter().map(|load| patiently(step, || load.scout())).collect::<Result<Vec<_>>>()?;
        let (mut results, all) = (Results::default(), runs as usize * loads.len());
        for (done, index) in order(runs as usize, loads.len()).enumerate() {
            step.count(done, all);
            results.add(loads[index].page, once(step, &loads[index], &targets[index])?);
        }
        Ok(results)
    }
}

/// Which page comes when: all of them in every run, which begins with another each time.
fn order(runs: usize, pages: usize) -> impl Iterator<Item = usize> {
    (0..runs).flat_map(move |run| (0..pages).map(move |place| (run + place) % pages))
}

/// One page, left alone and tapped.
fn once(step: &Step<'_>, load: &Load<'_>, target: &Target<'_>) -> Result<Numbers> {
    let mut numbers = patiently(step, || load.at_rest())?;
    numbers.extend(patiently(step, || load.tapped(target))?);
    step.note(&format!("{}: {numbers:?}", load.page.name()));
    Ok(numbers)
}

/// Tries again what fails.
fn patiently<T>(step: &Step<'_>, mut work: impl FnMut() -> std::result::Result<T, String>) -> Result<T> {
    for _ in 1..TRIES {
        match work() {
            Ok(done) => return Ok(done),
            Err(error) => step.note(&format!("once more, because of: {error}")),
        }
    }
    work().map_err(Failure::failed)
}

/// Puts a profile's table where the document has room for it, and the aims after those of the phone.
fn write(results: &Results, profile: &Profile, caption: &str) -> Result<()> {
    document::write(DOCUMENT, profile.name, &format!("{}{caption}", report::table(results)))?;
    if profile.name == PHONE.name {
        document::write(DOCUMENT, "aims", &report::aims_table(results))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_comes_once_in_a_run_and_each_run_begins_with_another() {
        let order: Vec<usize> = order(3, 3).collect();
        assert_eq!(order, [0, 1, 2, 1, 2, 0, 2, 0, 1]);
    }

    #[test]
    fn the_document_has_room_for_all_tables() {
        let text = fs::read_to_string(paths::root().join(DOCUMENT)).expect("the document");
        for mark in [PHONE.name, DESKTOP.name, "aims"] {
            assert!(document::put(&text, mark, "").is_some(), "{mark}");
        }
    }

    #[test]
    fn divisions_have_names_that_tell_them_apart() {
        let all = divisions().expect("the story's divisions");
        let names: std::collections::BTreeSet<&str> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!((all.len(), names.len()), (14, 14));
    }
}
