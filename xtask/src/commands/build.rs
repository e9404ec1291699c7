//! `build`: the site as readers get it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};
use std::{fs, io};

use story::edition::Edition;

use super::data;
use crate::failure::{Failure, Result};
use crate::steps::{Step, Steps};
use crate::{paths, process, setup};

/// Where the site goes when no folder is given.
const DEFAULT_OUT: &str = "dist";

/// Installs the tools and builds a story.
pub fn run(data: Option<PathBuf>, out: Option<PathBuf>, edition: &Edition) -> Result<()> {
    let data = paths::given_or(data, data::DEFAULT)?;
    let out = paths::given_or(out, DEFAULT_OUT)?;
    let steps = Steps::of("build");
    setup::for_building(&steps)?;
    let before = hashed(&out);
    site(&steps, &data, &out, edition)?;
    carry_over(&steps, &before, &out)?;
    steps.say(&format!("the site is in {}; any web server can serve it", out.display()));
    steps.done();
    Ok(())
}

/// How long what an earlier release has loaded is kept: pages live on in caches, archives and open tabs.
const KEPT: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// A file with its time.
struct Kept {
    name: String,
    bytes: Vec<u8>,
    modified: SystemTime,
}

/// The files of a site whose names say what is in them, no older than [`KEPT`].
fn hashed(site: &Path) -> Vec<Kept> {
    let entries = fs::read_dir(site).into_iter().flatten().flatten();
    let kept = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok().filter(|name| is_hashed(name))?;
        let modified = entry.metadata().ok()?.modified().ok()?;
        let is_young = modified.elapsed().is_ok_and(|age| age < KEPT);
        is_young.then(|| Some(Kept { bytes: fs::read(entry.path()).ok()?, name, modified }))?
    });
    kept.collect()
}

/// Whether a name is like `style-0123456789abcdef.css`, or that of its compressed form.
fn is_hashed(name: &str) -> bool {
    let mut parts = name.split('.');
    let hash = parts.next().and_then(|stem| stem.rsplit_once('-')).map(|(_, hash)| hash);
    let is_hash = |hash: &str| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    hash.is_some_and(is_hash) && matches!(parts.next(), Some("css" | "js" | "wasm"))
}

/// Puts what earlier releases have loaded beside the new one: a page that somebody still has goes on loading its own style
/// and program, also where a host swaps the whole folder.
fn carry_over(steps: &Steps, before: &[Kept], out: &Path) -> Result<()> {
    let failed = |name: &str, error: io::Error| Failure::failed(format!("{}: {error}", out.join(name).display()));
    let mut count = 0;
    for Kept { name, bytes, modified } in before {
        let path = out.join(name);
        if path.exists() {
            continue;
        }
        let written =
            fs::write(&path, bytes).and_then(|()| File::options().write(true).open(&path)?.set_modified(*modified));
        written.map_err(|error| failed(name, error))?;
        count += 1;
    }
    if count > 0 {
        steps.say(&format!("kept {count} files that pages of earlier releases load; they go after 90 days"));
    }
    Ok(())
}

/// Builds a story; the tools must be there.
pub fn site(steps: &Steps, data: &Path, out: &Path, edition: &Edition) -> Result<()> {
    safe_to_replace(out, data)?;
    data::compiled(steps)?;
    steps.take("check the story", |step| data::check_edition(step, data, edition))?;
    steps.take("build the site", |step| with_trunk(step, data, out, edition))
}

/// Lets Trunk build a story for readers.
pub fn with_trunk(step: &Step<'_>, data: &Path, out: &Path, edition: &Edition) -> Result<()> {
    let mut trunk = trunk()?;
    trunk.args(["build", "--release", "--dist"]).arg(out).env("STORY_DATA", data);
    process::without_own_paths(&mut trunk)?;
    data::tell(&mut trunk, edition);
    step.run(&mut trunk)
}

/// Trunk, to be told what to do.
pub fn trunk() -> Result<Command> {
    let mut trunk = process::command("trunk")?;
    // It takes this variable for one of its own options, and understands only true and false.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// Makes the site of another story with the program of a site that was built before, without compiling it anew; `release`
/// is what readers get.
pub fn with_program_of(step: &Step<'_>, story: &Path, built: &Path, out: &Path, release: bool) -> Result<()> {
    let failed = |error: io::Error| Failure::failed(format!("{}: {error}", out.display()));
    if out.exists() {
        fs::remove_dir_all(out).map_err(failed)?;
    }
    fs::create_dir_all(out).map_err(failed)?;
    for entry in fs::read_dir(built).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if browsing::is_program(&name) {
            fs::copy(&path, out.join(name)).map_err(failed)?;
        }
    }
    // As Trunk leaves it to the program: with an initialiser of its own in the head.
    let frame = fs::read_to_string(paths::root().join("index.html")).map_err(failed)?;
    let frame = frame.replace("</head>", "<script type=\"module\"></script></head>");
    fs::write(out.join("index.html"), frame).map_err(failed)?;
    let mut prerender = process::command(data::beside("prerender")?)?;
    prerender.env("TRUNK_STAGING_DIR", out).env("STORY_DATA", story);
    prerender.env("TRUNK_PROFILE", if release { "release" } else { "debug" });
    step.run(&mut prerender)
}

/// Trunk empties the folder it writes to, so it must not hold anything but an earlier site.
fn safe_to_replace(out: &Path, data: &Path) -> Result<()> {
    // The real folders: `..` and links would hide that two paths are one place.
    let Ok(folder) = fs::canonicalize(out) else {
        return Ok(()); // Not there, so there is nothing to lose.
    };
    let contains = |path: &Path| fs::canonicalize(path).is_ok_and(|path| path.starts_with(&folder));
    if contains(&paths::root()) || contains(data) {
        return Err(Failure::failed(format!(
            "--out {}: building there would delete this project's own files",
            out.display()
        )));
    }
    let names: Vec<_> = fs::read_dir(&folder)
        .map_err(|error| Failure::failed(format!("--out {}: {error}", out.display())))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    // Trunk leaves its staging folder behind when a build fails.
    let unused = names.iter().all(|name| name == ".stage");
    let site = names.iter().any(|name| name == "index.html") && names.iter().any(|name| name.ends_with(".wasm"));
    if unused || site {
        return Ok(());
    }
    Err(Failure::failed(format!(
        "--out {}: the folder holds other things than a site, and building would delete them",
        out.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_release_has_loaded_is_carried_over_for_a_while_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("story-carried-{}", std::process::id()));
        let (old, new) = (folder.join("old"), folder.join("new"));
        [&old, &new].into_iter().for_each(|folder| fs::create_dir_all(folder).expect("it can be made"));
        let hash = "0123456789abcdef";
        let names =
            [format!("style-{hash}.css"), format!("app-{hash}.wasm.br"), "index.html".into(), "host.js".into()];
        for name in &names {
            fs::write(old.join(name), "old").expect("it can be written");
        }
        let aged = format!("app-{hash}.js");
        fs::write(old.join(&aged), "older").expect("it can be written");
        let long_ago = SystemTime::now() - KEPT - Duration::from_secs(60);
        let file = File::options().write(true).open(old.join(&aged)).expect("it was written");
        file.set_modified(long_ago).expect("it has a time");
        fs::write(new.join(&names[0]), "new").expect("it can be written");
        let steps = Steps::of("carry-over-test");
        carry_over(&steps, &hashed(&old), &new).expect("it can be written");
        let mut there: Vec<_> =
            fs::read_dir(&new).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        there.sort();
        assert_eq!(there, [names[1].as_str(), names[0].as_str()]);
        assert_eq!(fs::read_to_string(new.join(&names[0])).expect("the new one"), "new");
        fs::remove_dir_all(&folder).expect("it was there");
    }

    #[test]
    fn folders_with_anything_but_a_site_are_not_overwritten() {
        let root = paths::root();
        let data = root.join("data");
        assert!(safe_to_replace(&root, &data).is_err(), "the checkout");
        assert!(safe_to_replace(&root.join("xtask/.."), &data).is_err(), "a detour to it");
        assert!(safe_to_replace(Path::new("/"), &data).is_err(), "all above it");
        assert!(safe_to_replace(&data, &data).is_err(), "the data");
        assert!(safe_to_replace(&root.join("xtask/src"), &data).is_err(), "sources");
        assert!(safe_to_replace(&root.join("no-such-folder"), &data).is_ok());
    }
}
