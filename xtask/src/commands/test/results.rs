//! Running test programs, and what became of each test.
//!
//! The programs say so in lines of JSON with times, a form of Rust's test harness that is not stable yet; the compiler that
//! is pinned has it, and a test here holds the form.

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use serde_json::Value;

use super::programs::Program;
use crate::failure::{Failure, Result};
use crate::history::readable;
use crate::process;
use crate::skipped::Skipped;
use crate::steps::Step;

/// How many of the slowest tests are listed.
const SLOWEST: usize = 20;
/// Lets a stable harness understand the two options below.
const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");
const OPTIONS: [&str; 4] = ["-Zunstable-options", "--format=json", "--report-time", "--show-output"];

/// What became of a test.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Program and test: `layout::nothing_overlaps`.
    pub name: String,
    /// How long it took.
    pub time: Duration,
    /// Whether it failed.
    pub failed: bool,
    /// Whether it failed at first and passed when it was tried again.
    pub unsteady: bool,
    /// What it said.
    pub said: String,
}

/// The tests of a program by name.
pub fn list(program: &Program) -> Result<Vec<String>> {
    let printed = process::output(command(program)?.args(["--list", "--format=terse"]));
    let printed = printed.ok_or_else(|| Failure::failed(format!("{} does not list its tests", program.name)))?;
    Ok(printed.lines().filter_map(|line| Some(line.strip_suffix(": test")?.to_owned())).collect())
}

/// Runs some tests of a program, and returns what became of each, told as they end.
pub fn run(
    step: &Step<'_>,
    program: &Program,
    tests: &[String],
    told: &[(&str, PathBuf)],
    threads: Option<usize>,
    mut ended: impl FnMut(&Outcome) + Send,
) -> Result<Vec<Outcome>> {
    let mut harness = command(program)?;
    harness.args(OPTIONS).arg("--exact").args(tests).env(UNSTABLE.0, UNSTABLE.1);
    harness.envs(told.iter().map(|(name, value)| (name, value)));
    if let Some(threads) = threads {
        harness.arg(format!("--test-threads={threads}"));
    }
    let outcomes = Mutex::new((Vec::new(), &mut ended));
    let finished = step.follow(&mut harness, |line| match outcome_in(line, &program.name) {
        Some(outcome) => {
            step.note(&outcome.line());
            if let Ok(mut outcomes) = outcomes.lock() {
                (outcomes.1)(&outcome);
                outcomes.0.push(outcome);
            }
            false
        }
        None => !line.starts_with('{'),
    });
    let (outcomes, _) = outcomes.into_inner().map_err(|_| Failure::failed("what the tests said was lost"))?;
    // A test that ended its program has said nothing; nor may any be left out.
    if outcomes.len() != tests.len() {
        finished?;
        let (asked, ran) = (tests.len(), outcomes.len());
        return Err(step.failure(&format!("{}: {asked} tests were asked for, {ran} ran", program.name)));
    }
    Ok(outcomes)
}

fn command(program: &Program) -> Result<std::process::Command> {
    let mut command = process::command(&program.path)?;
    command.current_dir(&program.folder).env("CARGO_MANIFEST_DIR", &program.folder);
    Ok(command)
}

/// What a line of the harness says of a test that has ended.
fn outcome_in(line: &str, program: &str) -> Option<Outcome> {
    let event: Value = serde_json::from_str(line).ok()?;
    if event["type"] != "test" {
        return None;
    }
    let failed = match event["event"].as_str()? {
        "ok" => false,
        "failed" => true,
        _ => return None,
    };
    let said = event["stdout"].as_str().unwrap_or_default().to_owned();
    let time = event["exec_time"].as_f64().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    Some(Outcome {
        name: format!("{program}::{}", event["name"].as_str()?),
        time: time.unwrap_or_default(),
        failed,
        unsteady: false,
        said,
    })
}

impl Outcome {
    /// That it could not be run here, if it says so.
    pub fn skipped(&self) -> Option<Skipped> {
        Skipped::by_itself(&self.name, &self.said)
    }

    /// Takes down what came of a second try.
    pub fn try_again(&mut self, passed: bool) {
        self.unsteady = passed;
        self.failed = !passed;
    }

    fn line(&self) -> String {
        let time = readable(self.time);
        let Self { name, failed, said, .. } = self;
        format!("{time:>12}  {}{name}\n{said}", if *failed { "FAILED  " } else { "" })
    }
}

/// The slowest tests with their times, for people.
pub fn slowest(outcomes: &[Outcome]) -> String {
    let mut sorted: Vec<&Outcome> = outcomes.iter().collect();
    sorted.sort_by_key(|outcome| std::cmp::Reverse(outcome.time));
    sorted.iter().take(SLOWEST).map(|one| format!("{:>12}  {}\n", readable(one.time), one.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_harness_says_is_understood() {
        let ok = outcome_in(r#"{ "type": "test", "name": "a::b", "event": "ok", "exec_time": 1.5 }"#, "layout");
        let time = Duration::from_millis(1500);
        assert_eq!(
            ok,
            Some(Outcome { name: "layout::a::b".into(), time, failed: false, unsteady: false, said: String::new() })
        );
        let failed = outcome_in(
            r#"{ "type": "test", "name": "b", "event": "failed", "exec_time": 0.2, "stdout": "left\nright" }"#,
            "page",
        );
        assert!(failed.is_some_and(|outcome| outcome.failed && outcome.said == "left\nright"));
        assert_eq!(outcome_in(r#"{ "type": "test", "event": "started", "name": "b" }"#, "page"), None);
        assert_eq!(outcome_in("words", "page"), None);
    }

    #[test]
    fn this_programs_own_tests_are_listed_and_run_by_the_pinned_compiler() {
        let own = Program {
            name: "units-of-xtask".into(),
            path: std::env::current_exe().expect("this program"),
            folder: crate::paths::root(),
        };
        let tests = list(&own).expect("a list");
        let one = "history::tests::durations_are_told_in_minutes_only_when_there_are_some".to_owned();
        assert!(tests.contains(&one) && tests.len() > 20, "{} tests", tests.len());
        let steps = crate::steps::Steps::of("results-test");
        let outcomes = steps.take("run one", |step| run(step, &own, std::slice::from_ref(&one), &[], None, |_| ()));
        let outcomes = outcomes.expect("it runs");
        assert_eq!(outcomes.len(), 1);
        assert_eq!(outcomes[0].name, format!("units-of-xtask::{one}"));
        assert!(!outcomes[0].failed);
        let none = steps.take("run none", |step| run(step, &own, &["no-such-test".to_owned()], &[], None, |_| ()));
        assert!(none.is_err(), "a test that is not there is missed");
    }

    #[test]
    fn a_second_try_settles_it_and_what_was_said_stays() {
        let failed = || Outcome {
            name: "a".into(),
            time: Duration::ZERO,
            failed: true,
            unsteady: false,
            said: "left, right".into(),
        };
        let (mut passes, mut fails) = (failed(), failed());
        passes.try_again(true);
        fails.try_again(false);
        assert_eq!(passes, Outcome { failed: false, unsteady: true, ..failed() });
        assert_eq!(fails, failed());
    }

    #[test]
    fn the_slowest_come_first() {
        let one = |name: &str, seconds| {
            let time = Duration::from_secs(seconds);
            Outcome { name: name.into(), time, failed: false, unsteady: false, said: String::new() }
        };
        let list = slowest(&[one("a", 1), one("b", 70), one("c", 3)]);
        assert_eq!(list, "  1 min 10 s  b\n       3.0 s  c\n       1.0 s  a\n");
    }
}
