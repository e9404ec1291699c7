//! What the project is made of and what it is tested with: licences, sources, and known holes.
//!
//! What is known of holes is not in the checkout: where nobody can be asked, that is said and left out.

use std::process::Stdio;

use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::{paths, process, tools};

/// Holds the lock to `deny.toml`, and asks after holes in what Cargo and npm install.
pub fn check(steps: &Steps) -> Result<()> {
    steps.take("licences and sources of what the project uses", |step| {
        step.run(process::command("cargo-deny")?.args(["check", "licenses", "bans", "sources"]))
    })?;
    known_holes(steps)?;
    holes_of_npm(steps)
}

/// Asks the database of advisories for Rust.
fn known_holes(steps: &Steps) -> Result<()> {
    const NAME: &str = "known holes in Rust packages";
    let fetched = process::command("cargo-deny")?.args(["fetch", "db"]).stdin(Stdio::null()).output();
    if !fetched.is_ok_and(|output| output.status.success()) {
        steps.skip(NAME, "network", "the database of advisories cannot be reached from here");
        return Ok(());
    }
    steps.take(NAME, |step| step.run(process::command("cargo-deny")?.args(["--offline", "check", "advisories"])))
}

/// Asks npm's registry for each folder that has a lock.
fn holes_of_npm(steps: &Steps) -> Result<()> {
    const NAME: &str = "known holes in npm packages";
    let mut reports = Vec::new();
    for packages in tools::NPM {
        let mut npm = process::command("npm")?;
        npm.args(["audit", "--json", "--package-lock-only"]).current_dir(paths::root().join(packages.folder));
        // It fails for what it finds as for what it cannot ask; only the report tells the two apart.
        let answer = npm.stdin(Stdio::null()).output().map_err(|error| Failure::failed(format!("npm: {error}")))?;
        let Some(found) = holes(&answer.stdout) else {
            steps.skip(NAME, "network", "the registry does not say here");
            return Ok(());
        };
        reports.extend(found.into_iter().map(|hole| format!("{}: {hole}", packages.folder)));
    }
    steps.take(NAME, |_| match reports.is_empty() {
        true => Ok(()),
        false => Err(Failure::failed(format!("holes that are called high or critical:\n{}", reports.join("\n")))),
    })
}

/// The packages with grave holes in a report; none if it is no report.
fn holes(report: &[u8]) -> Option<Vec<String>> {
    let report: Value = serde_json::from_slice(report).ok()?;
    report.get("auditReportVersion")?;
    let found = report.get("vulnerabilities")?.as_object()?;
    let is_grave = |hole: &Value| ["high", "critical"].iter().any(|word| hole["severity"] == *word);
    Some(found.iter().filter(|(_, hole)| is_grave(hole)).map(|(name, _)| name.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_told_from_an_answer_that_is_none() {
        let report = br#"{"auditReportVersion": 2, "vulnerabilities":
            {"a": {"severity": "critical"}, "b": {"severity": "low"}, "c": {"severity": "high"}}}"#;
        assert_eq!(holes(report), Some(vec!["a".to_owned(), "c".to_owned()]));
        assert_eq!(holes(br#"{"auditReportVersion": 2, "vulnerabilities": {}}"#), Some(vec![]));
        assert_eq!(holes(br#"{"error": {"summary": "405"}}"#), None);
        assert_eq!(holes(b"npm error"), None);
    }
}
