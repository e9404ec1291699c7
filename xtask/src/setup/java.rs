//! Java, which runs the checker of markup.

use std::path::{Path, PathBuf};

use super::{apt, named, version_of};
use crate::failure::Result;
use crate::steps::Steps;

/// What it is called.
const NAMES: [&str; 1] = ["java"];
/// What Debian calls it, without what draws windows.
const APT: [&str; 1] = ["default-jre-headless"];
/// The oldest that runs the checker.
const OLDEST: u32 = 17;

/// Finds Java (JAVA names another), or installs it where that is possible.
///
/// Whoever has none and cannot install it runs the other tests all the same; those that need it say that they were
/// skipped.
pub fn find(steps: &Steps) -> Result<Option<PathBuf>> {
    if let Some(found) = recent()? {
        return Ok(Some(found));
    }
    match apt::install(steps, &APT, "half a minute, 200 MB", "install Java 17, or set JAVA to it") {
        Ok(()) => recent(),
        Err(failure) => {
            steps.say(&format!("SKIPPED: what holds the markup of pages to the standard: {failure}"));
            Ok(None)
        }
    }
}

/// The Java that is there, if it runs the checker.
fn recent() -> Result<Option<PathBuf>> {
    let Some(found) = named("JAVA", &NAMES)? else { return Ok(None) };
    let version = version_of(Path::new(&found))?;
    Ok(version.filter(|version| is_recent(version)).map(|_| found))
}

fn is_recent(version: &str) -> bool {
    version.split('.').next().and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_java_that_cannot_run_the_checker_is_none() {
        // Up to 8 the first number was 1.
        for (version, expected) in
            [("17.0.15", true), ("21", true), ("11.0.20", false), ("1.8.0_392", false), ("", false)]
        {
            assert_eq!(is_recent(version), expected, "{version}");
        }
    }
}
