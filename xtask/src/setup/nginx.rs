//! A web server as newsrooms run it, for the tests of what the site tells its host.

use std::path::PathBuf;

use super::{apt, named};
use crate::failure::{Failure, Result};
use crate::steps::Steps;

/// Where it is: distributions put it where only root looks.
const NAMES: [&str; 3] = ["nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx"];

/// What Debian calls it, and the module that sends Brotli. The tests start a process of their own; whether the
/// system starts one too is the distribution's custom.
const APT: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];

/// Finds nginx (NGINX names another), or installs it where that is possible.
pub fn ensure(steps: &Steps) -> Result<PathBuf> {
    if let Some(found) = named("NGINX", &NAMES)? {
        return Ok(found);
    }
    apt::install(steps, &APT, "seconds, 3 MB", "install nginx, or set NGINX to it")?;
    named("NGINX", &NAMES)?.ok_or_else(|| Failure::missing("nginx", "install it, or set NGINX to it"))
}
