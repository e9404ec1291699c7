//! `test`: every check, in the order in which faults are found soonest.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use story::data::Edition;

use super::{build, growth};
use crate::failure::{Failure, Result};
use crate::paths;
use crate::process;
use crate::setup::{self, TestTools};

/// One check.
struct Step {
    /// What a person reads when it fails.
    name: &'static str,
    /// How long to expect on two cores: the first time, when all is compiled, and after that.
    duration: &'static str,
    /// What is done.
    action: Action,
}

/// What a check does.
enum Action {
    /// Runs Cargo with these words, parted by spaces.
    Cargo(&'static str),
    /// Builds the story in the first folder to the second.
    Site(&'static str, &'static str),
    /// Makes the site of a generated city in the second folder, with the program of the site in the first.
    Grown(&'static str, &'static str),
    /// Runs Cargo with these words, and tells it where sites and browser are.
    CargoWithSites(&'static str),
}

use Action::{Cargo, CargoWithSites, Grown, Site};

/// Where the sites go that the browser looks at.
const SITE: &str = "target/site";
const SECOND_SITE: &str = "target/second-site";
const GROWN_SITE: &str = "target/grown-site";

/// All checks, cheap ones first.
const STEPS: [Step; 12] = [
    Step { name: "format", duration: "seconds", action: Cargo("fmt --all --check") },
    Step {
        name: "lints, native",
        duration: "2 minutes the first time, then seconds",
        action: Cargo("clippy --workspace --all-targets --features ssr,browser-tests -- -D warnings"),
    },
    Step {
        name: "lints, WASM",
        duration: "2 minutes the first time, then seconds",
        // As index.html asks for it: without the default features, which are native only.
        action: Cargo(
            "clippy --target wasm32-unknown-unknown --no-default-features --features hydrate \
             --lib --bin app -- -D warnings",
        ),
    },
    Step {
        name: "tests of the pure part, without Leptos",
        duration: "1 minute the first time, then 15 seconds",
        action: Cargo("test"),
    },
    Step {
        name: "tests of xtask",
        duration: "seconds",
        action: Cargo("test --package xtask --package browsing --package growing"),
    },
    Step {
        name: "tests of the rendered pages",
        duration: "2 to 4 minutes the first time, then seconds",
        action: Cargo("test --features ssr"),
    },
    Step {
        name: "production build",
        duration: "4 minutes the first time, then half a minute",
        action: Site("data", SITE),
    },
    Step {
        name: "production build of the second story",
        duration: "half a minute",
        action: Site("tests/second-story", SECOND_SITE),
    },
    Step { name: "site of a city with a map on a canvas", duration: "seconds", action: Grown(SITE, GROWN_SITE) },
    Step {
        name: "what the sites hold for programs",
        duration: "seconds",
        action: CargoWithSites("test --features browser-tests --test site"),
    },
    Step {
        name: "tests in the browser",
        duration: "14 minutes on two cores",
        action: CargoWithSites("test --features browser-tests --test browser"),
    },
    Step {
        name: "size of the site",
        duration: "less than a minute",
        action: CargoWithSites("test --features browser-tests --test size -- --nocapture"),
    },
];

/// Installs all tools and runs every check up to the first that fails.
pub fn run() -> Result<()> {
    let start = Instant::now();
    println!("==> tools");
    let tools = setup::for_testing()?;
    let mut times = vec![("tools", start.elapsed())];
    for (index, step) in STEPS.iter().enumerate() {
        let place = format!("{}/{} {}", index + 1, STEPS.len(), step.name);
        println!("\n==> {place} ({})", step.duration);
        let begun = Instant::now();
        let outcome = step.action.run(&tools);
        times.push((step.name, begun.elapsed()));
        if let Err(failure) = outcome {
            eprintln!("{failure}");
            print_times(&times);
            return Err(Failure::failed(format!("test failed at step {place}")));
        }
    }
    print_times(&times);
    println!("test: all {} steps passed in {}", STEPS.len(), readable(start.elapsed()));
    Ok(())
}

impl Action {
    fn run(&self, tools: &TestTools) -> Result<()> {
        let root = paths::root();
        match self {
            Cargo(words) => process::run(process::command("cargo")?.args(words.split_whitespace())),
            Site(data, out) => build::site(&root.join(data), &root.join(out), Edition::default()),
            Grown(program, out) => growth::site(&root.join(program), &root.join(out)),
            CargoWithSites(words) => {
                let told: [(&str, PathBuf); 8] = [
                    ("SITE_DIR", root.join(SITE)),
                    ("SECOND_SITE_DIR", root.join(SECOND_SITE)),
                    ("GROWN_SITE_DIR", root.join(GROWN_SITE)),
                    ("AXE_PATH", tools.axe.clone()),
                    ("HOSTS_PATH", tools.hosts.clone()),
                    ("CHROME", tools.browser.chrome.clone()),
                    ("CHROMEDRIVER", tools.browser.driver.clone()),
                    ("NGINX", tools.nginx.clone()),
                ];
                process::run(process::command("cargo")?.args(words.split_whitespace()).envs(told))
            }
        }
    }
}

fn print_times(times: &[(&str, Duration)]) {
    println!();
    for (name, time) in times {
        println!("{:>10}  {name}", readable(*time));
    }
}

/// A duration as a person says it.
fn readable(time: Duration) -> String {
    match (time.as_secs() / 60, time.as_secs() % 60) {
        (0, _) => format!("{:.1} s", time.as_secs_f64()),
        (minutes, seconds) => format!("{minutes} min {seconds:02} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_told_in_minutes_only_when_there_are_some() {
        assert_eq!(readable(Duration::from_millis(1540)), "1.5 s");
        assert_eq!(readable(Duration::from_secs(60)), "1 min 00 s");
        assert_eq!(readable(Duration::from_secs(754)), "12 min 34 s");
    }

    #[test]
    fn both_sites_are_built_before_a_step_that_needs_them() {
        let places = |wanted: fn(&Action) -> bool| {
            let found = STEPS.iter().enumerate().filter(move |(_, step)| wanted(&step.action));
            found.map(|(index, _)| index).collect::<Vec<_>>()
        };
        let built = places(|action| matches!(action, Site(..)));
        let needed = places(|action| matches!(action, CargoWithSites(_)));
        assert_eq!(built.len(), 2);
        assert!(built.iter().max() < needed.iter().min(), "{built:?} {needed:?}");
    }
}
