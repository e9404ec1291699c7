//! Programs that run a check of another make: whoever has none and cannot install it runs the other tests all the same.

use std::path::{Path, PathBuf};

use super::{apt, named, version_of};
use crate::failure::Result;
use crate::steps::Steps;

/// Such a program.
pub struct Interpreter {
    /// The variable of the environment that names another.
    pub variable: &'static str,
    /// What it is called.
    pub names: &'static [&'static str],
    /// What Debian calls it.
    pub packages: &'static [&'static str],
    /// How long installing it takes, for people.
    pub duration: &'static str,
    /// What a person should do who has to install it.
    pub how: &'static str,
    /// What cannot be done without it.
    pub skipped: &'static str,
    /// Whether this version will do.
    pub is_recent: fn(&str) -> bool,
}

impl Interpreter {
    /// Finds it, or installs it where that is possible; where it is not, the tests that need it say that they were skipped.
    pub fn find(&self, steps: &Steps) -> Result<Option<PathBuf>> {
        if let Some(found) = self.recent()? {
            return Ok(Some(found));
        }
        match apt::install(steps, self.packages, self.duration, self.how) {
            Ok(()) => self.recent(),
            Err(failure) => {
                steps.say(&format!("without {}: {failure}", self.skipped));
                Ok(None)
            }
        }
    }

    /// The one that is there, if it will do.
    fn recent(&self) -> Result<Option<PathBuf>> {
        let Some(found) = named(self.variable, self.names)? else { return Ok(None) };
        let version = version_of(Path::new(&found))?;
        Ok(version.filter(|version| (self.is_recent)(version)).map(|_| found))
    }
}
