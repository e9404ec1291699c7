//! Packages of Debian and its kin, where this process may install them.

use std::path::Path;
use std::sync::Mutex;

use super::installing;
use crate::failure::{Failure, Result};
use crate::process::{command, find, output};
use crate::steps::Steps;

/// The system's packages are installed one after the other.
static ONE: Mutex<()> = Mutex::new(());

/// Installs the packages, or fails with their names and the way to get them: `elsewhere` says how
/// where there is no apt-get.
pub fn install(steps: &Steps, packages: &[&str], duration: &str, elsewhere: &str) -> Result<()> {
    let what = packages.join(" ");
    let apt_install = ["install", "-y", "--no-install-recommends"];
    let by_hand = format!("apt-get update && apt-get {} {what}", apt_install.join(" "));
    if find(Path::new("apt-get"))?.is_none() {
        return Err(Failure::missing(what, format!("{elsewhere}. Debian, Ubuntu: {by_hand}")));
    }
    if !is_root()? {
        return Err(Failure::missing(what, format!("as root: {by_hand}")));
    }
    let _one = ONE.lock();
    let quiet = ("DEBIAN_FRONTEND", "noninteractive");
    let done = steps.take(&installing(&what, duration), |step| {
        step.run(command("apt-get")?.arg("update").envs([quiet]))?;
        step.run(command("apt-get")?.args(apt_install).args(packages).envs([quiet]))
    });
    done.map_err(|failure| Failure::missing(what, format!("{by_hand}  ({failure})")))
}

/// Whether this system has a package of this version, and this process may install it.
pub fn offers(package: &str, version: &str) -> Result<bool> {
    if find(Path::new("apt-cache"))?.is_none() || !is_root()? {
        return Ok(false);
    }
    let policy = output(command("apt-cache")?.args(["policy", package])).unwrap_or_default();
    Ok(candidate(&policy).is_some_and(|candidate| candidate == version))
}

/// The version that would be installed, without what the distribution adds: `1:0.21.14-2+b1` is 0.21.14.
fn candidate(policy: &str) -> Option<&str> {
    let (_, rest) = policy.split_once("Candidate: ")?;
    let version = rest.lines().next()?.trim();
    let version = version.split_once(':').map_or(version, |(_, version)| version);
    Some(version.split('-').next().unwrap_or(version))
}

fn is_root() -> Result<bool> {
    Ok(output(command("id")?.arg("-u")).is_some_and(|id| id.trim() == "0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distributions_version_is_told_from_what_it_adds() {
        let policy =
            |version: &str| format!("trunk:\n  Installed: (none)\n  Candidate: {version}\n  Version table:\n");
        assert_eq!(candidate(&policy("1:0.21.14-2+b1")), Some("0.21.14"));
        assert_eq!(candidate(&policy("0.21.14")), Some("0.21.14"));
        assert_eq!(candidate(&policy("(none)")), Some("(none)"));
        assert_eq!(candidate(""), None);
    }
}
