//! `test`: every check, or those that are asked for.
//!
//! What only needs a compiler goes on while the site for readers is built, which leaves a core idle for minutes; then the
//! browser has both. Each story is made into a site once, and each test program runs by itself, so that every test has a
//! time.

mod changed;
mod engines;
mod holds;
mod load;
mod misuse;
mod programs;
mod results;
mod scripts;
mod supply;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::channel;

use story::edition::Edition;

use self::changed::Check;
use self::engines::{BY_EAR, Drivers};
use self::load::Load;
use self::programs::{Program, SELECTIONS};
use self::results::Outcome;
use super::{build, data, growth};
use crate::failure::{Failure, Result};
use crate::setup::{self, TestTools};
use crate::skipped::MAY_SKIP;
use crate::steps::{Step, Steps};
use crate::tools::{AXE, VNU};
use crate::{descendants, lints, paths, process, reuse, tools};

/// Which checks are asked for.
#[derive(Debug, Default)]
pub struct Wanted {
    /// Those whose names have this in them.
    pub name: Option<String>,
    /// Those that need neither browser nor network.
    pub quick: bool,
    /// Those that the changes can have touched.
    pub changed: bool,
    /// How often, under load.
    pub under_load: Option<u32>,
}

/// The test programs that need sites or make some from nothing, and those of them that need a browser.
const WITH_SITES: [&str; 7] = ["reproducible", "site", "size", "second", "valid", "converters", "browser"];
const IN_BROWSER: &str = "browser";
/// How many browsers are at work: one more than two cores are kept busy by, as each waits now and then for a map to come to
/// rest; a fourth made the same tests slower.
const BROWSERS: usize = 3;

/// How many tests that fail are tried again; where it is more, something is broken.
const FEW: usize = 3;

/// The test that says what the site weighs.
const SIZES: &str = "size::the_site_stays_within_its_budget";

/// Where the sites go that the tests look at.
const SITE: &str = "target/site";
const SECOND_SITE: &str = "target/second-site";
const GROWN_SITE: &str = "target/grown-site";
/// Where a test that fails in the browser leaves what it saw.
const FAILURES: &str = "target/failures";

/// Tests by program.
type Chosen = BTreeMap<String, (Program, Vec<String>)>;

/// Runs the checks, and fails if any does.
pub fn run(wanted: &Wanted) -> Result<()> {
    let steps = Steps::of(if wanted.quick { "test --quick" } else { "test" });
    // What an earlier run saw would be taken for what this one sees.
    let _ = fs::remove_dir_all(paths::root().join(FAILURES));
    let checks = if wanted.changed { Some(changed::checks(&changed::files()?)) } else { None };
    let outcomes = match wanted {
        Wanted { name: None, changed: false, quick: false, .. } => everything(&steps, wanted)?,
        _ => some(&steps, wanted, checks.as_ref())?,
    };
    report(&steps, wanted, &outcomes)
}

/// Every check there is.
fn everything(steps: &Steps, wanted: &Wanted) -> Result<Vec<Outcome>> {
    let tools = setup::for_testing(steps)?;
    format(steps)?;
    scripts::check(steps, &tools.npm)?;
    supply::check(steps)?;
    let (tell, told) = channel();
    let without_sites = || {
        let programs = compiled(steps)?;
        let (with_sites, native) = chosen(&programs, |_| true)?.into_iter().partition::<Chosen, _>(needs_sites);
        // Whoever is not there any more has failed, and says so.
        let _ = tell.send(with_sites.clone());
        let outcomes = run_native(steps, &native)?;
        native_lints(steps)?;
        wasm_lints(steps)?;
        documentation(steps)?;
        Ok((native, with_sites, outcomes))
    };
    let with_sites = || {
        main_site(steps)?;
        other_sites(steps)?;
        let tests = told.recv().map_err(|_| Failure::Told)?;
        run_with_sites(steps, &tools, &tests, true)
    };
    let ((native, with_sites, mut outcomes), more) = side_by_side(without_sites, with_sites, descendants::end)?;
    outcomes.extend(more);
    for round in 1..=wanted.under_load.unwrap_or(0) {
        steps.say(&format!("round {round} under load"));
        let _load = Load::on_every_core();
        outcomes.extend(run_native(steps, &native)?);
        outcomes.extend(run_with_sites(steps, &tools, &with_sites, false)?);
    }
    Ok(outcomes)
}

/// Does two things at once. What fails first ends what they have started, and is what is told.
fn side_by_side<A: Send, B>(
    one: impl FnOnce() -> Result<A> + Send,
    other: impl FnOnce() -> Result<B>,
    end: impl Fn() + Sync,
) -> Result<(A, B)> {
    let first = Mutex::new(None);
    let note = |failure: Failure| {
        let Ok(mut first) = first.lock() else { return };
        if first.is_none() {
            *first = Some(failure);
            end();
        }
    };
    let (one, other) = std::thread::scope(|scope| {
        let one = scope.spawn(|| one().map_err(&note).ok());
        let other = other().map_err(&note).ok();
        (one.join().ok().flatten(), other)
    });
    let failed = || Failure::failed("a thread ended before its work was done");
    match (one, other) {
        (Some(one), Some(other)) => Ok((one, other)),
        _ => Err(first.into_inner().ok().flatten().unwrap_or_else(failed)),
    }
}

/// Looks the scripts over where that needs no network, and says so where it would.
fn scripts_without_network(steps: &Steps) -> Result<()> {
    match setup::present_for_testing()? {
        Some(packages) => scripts::check(steps, &packages),
        None => {
            steps.skip("types and lints of the scripts", "npm", "`cargo xtask test` installs what they need");
            Ok(())
        }
    }
}

/// Some of the checks: by name, without browser, or what a change can have touched.
fn some(steps: &Steps, wanted: &Wanted, checks: Option<&BTreeSet<Check>>) -> Result<Vec<Outcome>> {
    let touched = |check: Check| checks.is_none_or(|checks| checks.contains(&check));
    let by_name = wanted.name.as_deref();
    if by_name.is_none() {
        format(steps)?;
        if touched(Check::Scripts) {
            scripts_without_network(steps)?;
        }
    }
    let programs = compiled(steps)?;
    let asked_for = |name: &str| {
        by_name.is_none_or(|part| name.contains(part)) && checks.is_none_or(|checks| is_touched(name, checks))
    };
    let (with_sites, native) = chosen(&programs, asked_for)?.into_iter().partition::<Chosen, _>(needs_sites);
    let with_sites = if wanted.quick { Chosen::new() } else { with_sites };
    if let Some(part) = by_name
        && native.is_empty()
        && with_sites.is_empty()
    {
        let quick = if wanted.quick { " without a browser" } else { "" };
        return Err(Failure::failed(format!("no test{quick} has `{part}` in its name")));
    }
    // Before the sites are built: what is wrong here is wrong there.
    if by_name.is_none() {
        if checks.is_none_or(|checks| !checks.is_empty()) {
            native_lints(steps)?;
        }
        if touched(Check::Wasm) {
            wasm_lints(steps)?;
        }
    }
    let tools = if with_sites.is_empty() { None } else { Some(setup::for_testing(steps)?) };
    if tools.is_some() {
        main_site(steps)?;
        other_sites(steps)?;
    }
    let mut outcomes = Vec::new();
    for round in 0..wanted.under_load.unwrap_or(1) {
        let load = wanted.under_load.map(|_| Load::on_every_core());
        if load.is_some() {
            steps.say(&format!("round {} under load", round + 1));
        }
        outcomes.extend(run_native(steps, &native)?);
        if let Some(tools) = &tools {
            outcomes.extend(run_with_sites(steps, tools, &with_sites, false)?);
        }
    }
    if by_name.is_none() && touched(Check::Native) {
        documentation(steps)?;
    }
    Ok(outcomes)
}

/// Whether one of these checks is this test.
fn is_touched(test: &str, checks: &BTreeSet<Check>) -> bool {
    let (program, rest) = test.split_once("::").unwrap_or((test, ""));
    let module = rest.split("::").next().unwrap_or_default();
    let needs_sites = WITH_SITES.contains(&program);
    checks.iter().any(|check| match check {
        Check::Native => !needs_sites,
        Check::Wasm | Check::Scripts => false,
        Check::Sites => needs_sites,
        Check::Program(name) => name == program,
        Check::Browser(name) => program == IN_BROWSER && name == module,
    })
}

fn needs_sites((name, _): &(String, (Program, Vec<String>))) -> bool {
    WITH_SITES.contains(&name.as_str())
}

fn format(steps: &Steps) -> Result<()> {
    steps.take("format", |step| cargo(step, "fmt --all --check"))
}

fn native_lints(steps: &Steps) -> Result<()> {
    steps.take("lints", |step| {
        SELECTIONS.iter().try_for_each(|selection| {
            let mut cargo = process::command("cargo")?;
            lints::instead_of_building(&mut cargo)?;
            step.run(cargo.args(["build", "--all-targets"]).args(*selection))
        })
    })
}

/// As index.html asks for it: without the default features, which are native only.
fn wasm_lints(steps: &Steps) -> Result<()> {
    steps.take("lints of what runs in the browser", |step| {
        tools::WASM_BUILDS.iter().try_for_each(|build| {
            let mut cargo = process::command("cargo")?;
            lints::instead_of_building(&mut cargo)?;
            process::without_own_paths(&mut cargo)?;
            // As readers get it, for which all that it depends on is compiled in any case.
            step.run(cargo.args(["build", "--release", "--target", tools::WASM_TARGET]).args(*build).arg("--lib"))
        })
    })
}

fn documentation(steps: &Steps) -> Result<()> {
    steps.take("examples in the documentation", |step| {
        let mut cargo = process::command("cargo")?;
        step.run(cargo.args(["test", "--doc"]).args(SELECTIONS[0]))
    })
}

fn cargo(step: &Step<'_>, words: &str) -> Result<()> {
    step.run(process::command("cargo")?.args(words.split_whitespace()))
}

fn compiled(steps: &Steps) -> Result<Vec<Program>> {
    steps.take("compile the tests", |step| {
        let programs = SELECTIONS.iter().map(|selection| programs::compile(step, selection));
        Ok(programs.collect::<Result<Vec<_>>>()?.concat())
    })
}

/// The tests that are asked for, by program.
fn chosen(programs: &[Program], asked_for: impl Fn(&str) -> bool) -> Result<Chosen> {
    let mut chosen = Chosen::new();
    for program in programs {
        let mut tests = results::list(program)?;
        tests.retain(|test| asked_for(&format!("{}::{test}", program.name)));
        if !tests.is_empty() && chosen.insert(program.name.clone(), (program.clone(), tests)).is_some() {
            return Err(Failure::failed(format!("two test programs are called {}", program.name)));
        }
    }
    Ok(chosen)
}

fn main_site(steps: &Steps) -> Result<()> {
    steps.take("build the site for readers", |step| {
        let root = paths::root();
        build::with_trunk(step, &root.join(data::DEFAULT), &root.join(SITE), &Edition::default())
    })
}

/// The sites of an invented city, and of one with a map on a canvas.
fn other_sites(steps: &Steps) -> Result<()> {
    let root = paths::root();
    steps.take("make the site of the second story", |step| {
        let story = root.join("examples/second-story");
        build::with_program_of(step, &story, &root.join(SITE), &root.join(SECOND_SITE), true)
    })?;
    steps.take("make the site of a city with a map on a canvas", |step| {
        growth::site(step, &root.join(SITE), &root.join(GROWN_SITE))
    })
}

fn run_native(steps: &Steps, chosen: &Chosen) -> Result<Vec<Outcome>> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    steps.take("tests", |step| run_programs(step, chosen, &[], None))
}

fn run_with_sites(steps: &Steps, tools: &TestTools, chosen: &Chosen, tries_again: bool) -> Result<Vec<Outcome>> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let root = paths::root();
    let chosen = &engines::that_can_run(steps, tools, chosen);
    steps.take("tests of the built sites, most of them in the browser", |step| {
        let mut told = vec![
            ("SITE_DIR", root.join(SITE)),
            ("SECOND_SITE_DIR", root.join(SECOND_SITE)),
            ("GROWN_SITE_DIR", root.join(GROWN_SITE)),
            ("FAILURES_DIR", root.join(FAILURES)),
            ("AXE_PATH", tools.npm.join(AXE)),
            ("VNU_PATH", tools.npm.join(VNU)),
            ("HOSTS_PATH", tools.hosts.clone()),
            ("NGINX", tools.nginx.clone()),
        ];
        told.extend(tools.python.clone().map(|python| ("PYTHON", python)));
        told.extend(tools.java.clone().map(|java| ("JAVA", java)));
        let converters = tools.converters.iter();
        told.extend(converters.filter_map(|(one, found)| Some((one.variable, found.clone().ok()?))));
        let with = |drivers: &Drivers| [told.as_slice(), &drivers.told].concat();
        let mut outcomes = Vec::new();
        for (chosen, threads) in in_turn(chosen) {
            // A driver that has one browser gives it to nobody else, and is let go of with those tests.
            let drivers = Drivers::start(tools, &chosen)?;
            outcomes.extend(run_programs(step, &chosen, &with(&drivers), Some(threads))?);
        }
        if tries_again && outcomes.iter().any(|outcome| outcome.failed) {
            second_try(step, chosen, &mut outcomes, |step, program, test| {
                let drivers = Drivers::start(tools, chosen)?;
                results::run(step, program, &[test], &with(&drivers), Some(1), |_| ())
            })?;
        }
        Ok(outcomes)
    })
}

/// What runs side by side, with how many at once, and then, alone, what hears the page: a screen reader that is late takes
/// itself for lost.
fn in_turn(chosen: &Chosen) -> Vec<(Chosen, usize)> {
    let only = |by_ear: bool| -> Chosen {
        let of = |(program, tests): &(Program, Vec<String>)| {
            let tests: Vec<_> = tests.iter().filter(|test| test.starts_with(BY_EAR) == by_ear).cloned().collect();
            (program.clone(), tests)
        };
        let parts = chosen.iter().map(|(name, all)| (name.clone(), of(all)));
        parts.filter(|(_, (_, tests))| !tests.is_empty()).collect()
    };
    let turns = [(only(false), BROWSERS), (only(true), 1)];
    turns.into_iter().filter(|(chosen, _)| !chosen.is_empty()).collect()
}

/// Lets each test that failed in the browser try once more, alone and when all others are done: what fails for want of time
/// on a busy machine is told from what is broken. Both are said in the last lines, and what it saw is kept.
fn second_try(
    step: &Step<'_>,
    chosen: &Chosen,
    outcomes: &mut [Outcome],
    run: impl Fn(&Step<'_>, &Program, String) -> Result<Vec<Outcome>>,
) -> Result<()> {
    let Some((program, _)) = chosen.get(IN_BROWSER) else { return Ok(()) };
    let prefix = format!("{IN_BROWSER}::");
    if outcomes.iter().filter(|outcome| outcome.failed).count() > FEW {
        return Ok(());
    }
    for outcome in outcomes.iter_mut().filter(|outcome| outcome.failed) {
        let Some(test) = outcome.name.strip_prefix(&prefix).map(str::to_owned) else { continue };
        step.say(&format!("      once more, alone: {}", outcome.name));
        let again = run(step, program, test)?;
        outcome.try_again(again.iter().all(|one| !one.failed));
    }
    Ok(())
}

/// Runs the chosen tests, program by program.
fn run_programs(
    step: &Step<'_>,
    chosen: &Chosen,
    told: &[(&str, PathBuf)],
    threads: Option<usize>,
) -> Result<Vec<Outcome>> {
    let all = chosen.values().map(|(_, tests)| tests.len()).sum();
    let mut outcomes = Vec::new();
    for (program, tests) in chosen.values() {
        let mut ended = outcomes.len();
        let more = results::run(step, program, tests, told, threads, |outcome| {
            ended += 1;
            step.count(ended, all);
            if outcome.failed {
                step.say(&format!("      FAILED  {}", outcome.name));
            }
        })?;
        outcomes.extend(more);
    }
    Ok(outcomes)
}

/// The times of steps and of the slowest tests, and what failed.
fn report(steps: &Steps, wanted: &Wanted, outcomes: &[Outcome]) -> Result<()> {
    if let Some(sizes) = outcomes.iter().find(|outcome| outcome.name == SIZES) {
        steps.say(&sizes.said);
    }
    steps.say(&format!("\nThe slowest tests:\n{}\nThe steps:\n{}", results::slowest(outcomes), steps.table()));
    let failed: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.failed).collect();
    let count = outcomes.len();
    let unsteady: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.unsteady).collect();
    for outcome in &unsteady {
        steps.say(&format!("\n---- {}, the first time ----\n{}", outcome.name, outcome.said));
    }
    if failed.is_empty() {
        steps.say(&format!("test: {count} tests passed"));
        for outcome in &unsteady {
            let seen = paths::root().join(FAILURES);
            steps.say(&format!(
                "UNSTEADY: {} failed, and passed alone; what it saw: {}",
                outcome.name,
                seen.display()
            ));
        }
        tell_skipped(steps, outcomes)?;
        let is_whole = wanted.name.is_none() && !wanted.changed && !wanted.quick;
        if is_whole && !steps.skipped().iter().any(|one| engines::is_engine(&one.need)) {
            holds::write(outcomes)?;
        }
        if wanted.name.is_none() && !wanted.changed && wanted.under_load.is_none() {
            reuse::offer();
            steps.done();
        }
        return Ok(());
    }
    for outcome in &failed {
        steps.say(&format!("\n---- {} ----\n{}", outcome.name, outcome.said));
    }
    let names: BTreeMap<&str, usize> = failed.iter().fold(BTreeMap::new(), |mut names, outcome| {
        *names.entry(outcome.name.as_str()).or_default() += 1;
        names
    });
    let names: String = names.iter().map(|(name, times)| format!("\n  {name} ({times} ×)")).collect();
    let seen = paths::root().join(FAILURES);
    let seen = if is_filled(&seen) { format!("\nwhat they saw: {}", seen.display()) } else { String::new() };
    Err(Failure::failed(format!("{} of {count} tests failed:{names}{seen}", failed.len())))
}

/// Says what could not be checked here, steps and tests; a failure where it may not be left out.
fn tell_skipped(steps: &Steps, outcomes: &[Outcome]) -> Result<()> {
    let mut skipped = steps.skipped();
    skipped.extend(outcomes.iter().filter_map(Outcome::skipped));
    skipped.iter().for_each(|one| steps.say(&one.to_string()));
    let may_skip = env::var(MAY_SKIP).ok();
    let refused = skipped.iter().filter(|one| !one.may_be(may_skip.as_deref())).count();
    match refused {
        0 => Ok(()),
        _ => Err(Failure::failed(format!(
            "{refused} of these may not be left out: {MAY_SKIP} does not name their need"
        ))),
    }
}

fn is_filled(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_first_is_told_and_ends_the_other() {
        assert_eq!(side_by_side(|| Ok(1), || Ok(2), || ()), Ok((1, 2)));
        // One that goes on until it is ended, and then fails for that reason.
        let (tell, ended) = channel();
        let endless = move || ended.recv().map_or(Ok(()), |()| Err(Failure::failed("ended")));
        let fails = || Err::<(), _>(Failure::failed("first"));
        let outcome = side_by_side(endless, fails, || tell.send(()).expect("somebody listens"));
        assert_eq!(outcome, Err(Failure::failed("first")));
    }

    #[test]
    fn what_hears_the_page_runs_alone_and_after_all_else() {
        let of = |name: &str, tests: &[&str]| {
            let program = Program { name: name.into(), path: PathBuf::new(), folder: PathBuf::new() };
            (name.to_owned(), (program, tests.iter().map(|test| (*test).to_owned()).collect()))
        };
        let chosen = Chosen::from([of("browser", &["by_ear::a", "maps::b"]), of("size", &["c"])]);
        let turns: Vec<_> = in_turn(&chosen)
            .into_iter()
            .map(|(chosen, threads)| {
                let tests: Vec<String> = chosen.into_values().flat_map(|(_, tests)| tests).collect();
                (tests.join(" "), threads)
            })
            .collect();
        assert_eq!(turns, [("maps::b c".to_owned(), BROWSERS), ("by_ear::a".to_owned(), 1)]);
        assert_eq!(in_turn(&Chosen::from([of("size", &["c"])])).len(), 1, "no turn has nothing to do");
    }

    #[test]
    fn a_change_in_the_site_asks_for_the_tests_that_look_at_it_and_for_no_others() {
        let checks = BTreeSet::from([Check::Sites, Check::Program("page".into())]);
        for (test, expected) in [
            ("browser::maps::a", true),
            ("size::b", true),
            ("page::c", true),
            ("layout::d", false),
            ("units-of-xtask::e", false),
        ] {
            assert_eq!(is_touched(test, &checks), expected, "{test}");
        }
        let one = BTreeSet::from([Check::Browser("maps".into())]);
        assert!(is_touched("browser::maps::a", &one) && !is_touched("browser::story::a", &one));
    }
}
