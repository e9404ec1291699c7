//! A web server as newsrooms run it, for the tests of what the site tells its host.

use std::env;
use std::path::{Path, PathBuf};

use super::apt;
use crate::failure::{Failure, Result};
use crate::process::find;

/// Where it is: distributions put it where only root looks.
const NAMES: [&str; 3] = ["nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx"];

/// What Debian calls it, and the module that sends Brotli. The tests start a process of their own; whether the
/// system starts one too is the distribution's custom.
const APT: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];

/// Finds nginx (NGINX names another), or installs it where that is possible.
pub fn ensure() -> Result<PathBuf> {
    if let Some(found) = found()? {
        return Ok(found);
    }
    apt::install(&APT, "seconds, 3 MB", "install nginx, or set NGINX to it")?;
    found()?.ok_or_else(|| Failure::missing("nginx", "install it, or set NGINX to it"))
}

fn found() -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os("NGINX").filter(|value| !value.is_empty()) {
        return match find(Path::new(&path))? {
            None => Err(Failure::failed(format!("NGINX is {}: no such program", path.display()))),
            found => Ok(found),
        };
    }
    for name in NAMES {
        if let Some(path) = find(Path::new(name))? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
