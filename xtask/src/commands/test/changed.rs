//! What a change can have touched.

use std::collections::BTreeSet;

use crate::failure::{Failure, Result};
use crate::process::{command, output};

/// Branches that a change is measured against, the first that there is.
const MAIN: [&str; 4] = ["origin/main", "origin/master", "main", "master"];

/// One of the checks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The lints of the programs that run on this machine and their tests.
    Native,
    /// Those of what runs in the browser.
    Wasm,
    /// Types and lints of the scripts.
    Scripts,
    /// The tests that need built sites.
    Sites,
    /// The test program of this name.
    Program(String),
    /// The tests of one module in the browser.
    Browser(String),
}

/// The files that differ from the main branch, committed or not.
pub fn files() -> Result<Vec<String>> {
    let git = |words: &[&str]| Ok::<_, Failure>(output(command("git")?.args(words)));
    let mut base = None;
    for branch in MAIN {
        base = git(&["merge-base", "HEAD", branch])?.map(|commit| commit.trim().to_owned());
        if base.is_some() {
            break;
        }
    }
    // Without a main branch, or on it, what is not committed counts, and if that is nothing the last commit.
    let head = git(&["rev-parse", "HEAD"])?.map(|commit| commit.trim().to_owned());
    let base = base.filter(|base| Some(base) != head.as_ref()).unwrap_or_else(|| "HEAD".into());
    let listed = |words: &[&str]| -> Result<Vec<String>> {
        let printed = git(words)?.ok_or_else(|| Failure::failed("--changed asks git, which does not answer here"))?;
        Ok(printed.lines().map(str::to_owned).collect())
    };
    let mut files = listed(&["diff", "--name-only", &base])?;
    files.extend(listed(&["ls-files", "--others", "--exclude-standard"])?);
    if files.is_empty() {
        files = listed(&["diff", "--name-only", "HEAD~1"])?;
    }
    Ok(files)
}

/// The checks that these files can have touched; everything for a file that is not known.
pub fn checks(files: &[String]) -> BTreeSet<Check> {
    files.iter().flat_map(|file| checks_of(file)).collect()
}

fn checks_of(file: &str) -> Vec<Check> {
    use Check::{Browser, Native, Program, Scripts, Sites, Wasm};
    let stem = |rest: &str| rest.split(['/', '.']).next().unwrap_or_default().to_owned();
    let below = |folder: &str| file.strip_prefix(folder);
    if let Some(rest) = below("tests/browser/") {
        // Helpers that every module uses.
        return match stem(rest).as_str() {
            "page" | "axe" => vec![Program("browser".into())],
            module => vec![Browser(module.to_owned())],
        };
    }
    match file {
        "docs/editing.md" => vec![Program("editing".into())],
        _ if below("docs/").is_some() || file.ends_with(".md") || file == "LICENSE" => vec![],
        _ if below("xtask/npm/").is_some() => vec![Scripts, Sites, Program("units-of-xtask".into())],
        _ if below("xtask/").is_some() || below("bench/").is_some() => vec![Program("units-of-xtask".into())],
        _ if below("src/browser/").is_some() || file == "src/bin/app.rs" => {
            let programs = ["boundaries", "units-of-the-program", "units-of-xtask"].map(|name| Program(name.into()));
            [Wasm, Sites].into_iter().chain(programs).collect()
        }
        _ if below("web/").is_some() => vec![Scripts, Program("following".into()), Sites],
        _ if below("style/").is_some() => {
            let programs = ["tokens", "pictures", "page", "following", "units-of-xtask"];
            programs.map(|name| Program(name.into())).into_iter().chain([Sites]).collect()
        }
        _ if below("examples/").is_some() => vec![Native, Sites],
        _ if below("tests/hosts/").is_some() => vec![Browser("hosts".into())],
        _ if below("tests/snapshots/").is_some() => match below("tests/snapshots/").map(stem).as_deref() {
            Some("aria") => vec![Browser("aria".into())],
            Some("page" | "says") => vec![Program("page".into())],
            _ => ["charts", "layout", "scenes", "page"].map(|name| Program(name.into())).to_vec(),
        },
        _ => match below("tests/") {
            Some(rest) if rest.starts_with("invalid/") || rest.starts_with("support/") => vec![Native, Sites],
            Some(rest) => vec![Program(stem(rest))],
            None => vec![Native, Wasm, Scripts, Sites],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_touches_what_can_see_it_and_an_unknown_one_everything() {
        use Check::{Browser, Native, Program, Scripts, Sites, Wasm};
        let program = |name: &str| Program(name.into());
        let table: [(&str, Vec<Check>); 15] = [
            ("README.md", vec![]),
            ("docs/editing.md", vec![program("editing")]),
            ("xtask/src/main.rs", vec![program("units-of-xtask")]),
            ("bench/peers/build.mjs", vec![program("units-of-xtask")]),
            ("tests/layout.rs", vec![program("layout")]),
            ("tests/page/main.rs", vec![program("page")]),
            ("tests/browser/maps.rs", vec![Browser("maps".into())]),
            ("tests/browser/page.rs", vec![program("browser")]),
            ("tests/snapshots/aria.en.txt", vec![Browser("aria".into())]),
            ("examples/second-story/facts.json", vec![Native, Sites]),
            ("web/embed/sight.js", vec![Scripts, program("following"), Sites]),
            ("xtask/npm/test/package.json", vec![Scripts, Sites, program("units-of-xtask")]),
            ("src/view/page.rs", vec![Native, Wasm, Scripts, Sites]),
            ("data/facts.json", vec![Native, Wasm, Scripts, Sites]),
            ("a/new/file", vec![Native, Wasm, Scripts, Sites]),
        ];
        for (file, expected) in table {
            assert_eq!(checks_of(file), expected, "{file}");
        }
        assert!(checks_of("src/browser/zoom.rs").contains(&Wasm));
    }
}
