//! Python, which reads the built sites a second time.

use std::path::{Path, PathBuf};

use super::{apt, named, version_of};
use crate::failure::Result;
use crate::steps::Steps;

/// What it is called.
const NAMES: [&str; 2] = ["python3", "python"];
/// What Debian calls it: without what only writes Python.
const APT: [&str; 1] = ["python3"];
/// The oldest that understands the script: `str.removeprefix`.
const OLDEST: (u32, u32) = (3, 9);

/// Finds Python (PYTHON names another), or installs it where that is possible.
///
/// Whoever has none and cannot install it runs the other tests all the same; those that need it say that they were
/// skipped.
pub fn find(steps: &Steps) -> Result<Option<PathBuf>> {
    if let Some(found) = recent()? {
        return Ok(Some(found));
    }
    match apt::install(steps, &APT, "seconds, 20 MB", "install Python 3, or set PYTHON to it") {
        Ok(()) => recent(),
        Err(failure) => {
            steps.say(&format!("SKIPPED: what reads the sites a second time: {failure}"));
            Ok(None)
        }
    }
}

/// The Python that is there, if it understands the script.
fn recent() -> Result<Option<PathBuf>> {
    let Some(found) = named("PYTHON", &NAMES)? else { return Ok(None) };
    let version = version_of(Path::new(&found))?;
    Ok(version.filter(|version| is_recent(version)).map(|_| found))
}

fn is_recent(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= OLDEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_that_cannot_read_the_script_is_none() {
        for (version, expected) in
            [("3.11.7", true), ("3.9.0", true), ("3.8.20", false), ("2.7.18", false), ("", false)]
        {
            assert_eq!(is_recent(version), expected, "{version}");
        }
    }
}
