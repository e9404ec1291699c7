//! Packages of Debian and its kin, where this process may install them.

use std::path::Path;

use super::announce;
use crate::failure::{Failure, Result};
use crate::process::{command, find, output, run};

/// Installs the packages, or fails with their names and the way to get them: `elsewhere` says how
/// where there is no apt-get.
pub fn install(packages: &[&str], duration: &str, elsewhere: &str) -> Result<()> {
    let what = packages.join(" ");
    let apt_install = ["install", "-y", "--no-install-recommends"];
    let by_hand = format!("apt-get update && apt-get {} {what}", apt_install.join(" "));
    if find(Path::new("apt-get"))?.is_none() {
        return Err(Failure::missing(what, format!("{elsewhere}. Debian, Ubuntu: {by_hand}")));
    }
    if output(command("id")?.arg("-u")).is_none_or(|id| id.trim() != "0") {
        return Err(Failure::missing(what, format!("as root: {by_hand}")));
    }
    announce(&what, duration);
    let quiet = ("DEBIAN_FRONTEND", "noninteractive");
    let done = run(command("apt-get")?.arg("update").envs([quiet]))
        .and_then(|()| run(command("apt-get")?.args(apt_install).args(packages).envs([quiet])));
    done.map_err(|failure| Failure::missing(what, format!("{by_hand}  ({failure})")))
}
