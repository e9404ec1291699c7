//! `serve`: the page while one works on it.

use std::path::PathBuf;

use super::data;
use crate::failure::{Failure, Result};
use crate::{paths, process, setup};

/// Folders whose changes do not change the page. Trunk refuses to start over one that is not
/// there, so Trunk.toml can name only those of a fresh clone.
const NOT_THE_PAGE: [&str; 4] = ["target", "xtask", "tests", "screenshots"];

/// Installs the tools, then builds and serves until interrupted.
pub fn run(port: u16, data: Option<PathBuf>) -> Result<()> {
    let data = paths::given_or(data, data::DEFAULT)?;
    if !data.is_dir() {
        return Err(Failure::failed(format!("--data {}: no such folder", data.display())));
    }
    setup::for_building()?;

    let root = paths::root();
    let mut trunk = process::command("trunk")?;
    trunk.args(["serve", "--port", &port.to_string()]).env("STORY_DATA", &data);
    for ignored in NOT_THE_PAGE {
        let folder = root.join(ignored);
        // Another story may well lie in `tests`, and then that folder is the page.
        if folder.is_dir() && !data.starts_with(&folder) {
            trunk.arg("--ignore").arg(ignored);
        }
    }
    if !data.starts_with(&root) {
        trunk.args(["--watch", "."]).arg("--watch").arg(&data);
    }
    println!("==> building for development (first time 2 to 4 minutes, then seconds)");
    println!("==> then open http://127.0.0.1:{port}/ (Ctrl-C stops)");
    process::run(&mut trunk)
}
