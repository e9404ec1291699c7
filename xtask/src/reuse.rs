//! What another checkout on this machine has compiled of the packages that are nobody's own: a second clone takes it over
//! instead of compiling it once more, which is most of what a first `serve` waits for.
//!
//! Cargo knows by their hashes what it can use of it, and compiles the rest: what is taken over can be too old or too much,
//! and never wrong.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::paths;

/// In the cache folder: the target folder that was filled last.
const LAST: &str = "target-folder";
/// In a target folder: that it has been looked at.
const SEEN: &str = ".others-compiled";
/// Where Cargo keeps what it knows of a compiled package, what has been compiled, and what build scripts have made.
const FINGERPRINTS: &str = ".fingerprint";
const OUTPUTS: [&str; 2] = ["deps", "build"];

/// Takes over what another checkout has compiled, the first time that somebody here wants to see the page. Whatever fails,
/// Cargo compiles.
pub fn take_over() {
    let (own, Ok(cache)) = (paths::target(), paths::cache()) else { return };
    if own.join(SEEN).exists() {
        return;
    }
    if let Some(other) = fs::read_to_string(cache.join(LAST)).ok().map(PathBuf::from).filter(|other| *other != own) {
        let ours = ours();
        for profile in profiles(&other) {
            let _ = take_profile(&other.join(&profile), &own.join(&profile), &ours);
        }
    }
    let _ = fs::create_dir_all(&own).and_then(|()| fs::write(own.join(SEEN), ""));
}

/// Notes that this checkout's target folder is one to take from.
pub fn offer() {
    let (own, Ok(cache)) = (paths::target(), paths::cache()) else { return };
    let _ = fs::create_dir_all(&cache).and_then(|()| fs::write(cache.join(LAST), own.as_os_str().as_encoded_bytes()));
}

/// The packages of this workspace, which each checkout has of its own.
fn ours() -> BTreeSet<String> {
    let crates = fs::read_dir(paths::root().join("crates")).into_iter().flatten().flatten();
    let crates = crates.filter_map(|entry| entry.file_name().into_string().ok());
    crates.chain(["data-story".to_owned(), "xtask".to_owned()]).collect()
}

/// The folders of a target folder that Cargo compiles to, such as `debug` and `wasm32-unknown-unknown/release`.
fn profiles(target: &Path) -> Vec<PathBuf> {
    let folders = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
    };
    let top = folders(target);
    let below = top.iter().flat_map(|folder| folders(folder));
    let all = top.iter().cloned().chain(below).filter(|folder| folder.join(FINGERPRINTS).is_dir());
    all.filter_map(|folder| folder.strip_prefix(target).ok().map(Path::to_path_buf)).collect()
}

/// Takes over one of them. What Cargo has compiled here of the same packages gives way: what was compiled against it
/// elsewhere would count as outdated beside it. So what has been compiled here of our own packages, against what gave way, is
/// forgotten.
fn take_profile(from: &Path, to: &Path, ours: &BTreeSet<String>) -> std::io::Result<()> {
    let mut hashes = BTreeSet::new();
    for entry in fs::read_dir(from.join(FINGERPRINTS))? {
        let name = entry?.file_name();
        if let Some((package, hash)) = name.to_str().and_then(|name| name.rsplit_once('-'))
            && !ours.contains(package)
        {
            hashes.insert(hash.to_owned());
        }
    }
    for entry in fs::read_dir(to.join(FINGERPRINTS)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_str().and_then(|name| name.rsplit_once('-')).is_some_and(|(package, _)| ours.contains(package)) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    // What is known last: without it what has been compiled counts for nothing.
    for folder in OUTPUTS.into_iter().chain([FINGERPRINTS]) {
        let entries = fs::read_dir(from.join(folder)).into_iter().flatten().flatten();
        for entry in
            entries.filter(|entry| entry.file_name().to_str().is_some_and(|name| hashes.contains(hash(name))))
        {
            link(&entry.path(), &to.join(folder).join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// The hash in the name of what has been compiled: `libserde-0123.rlib`, `serde-0123`.
fn hash(name: &str) -> &str {
    let stem = name.split('.').next().unwrap_or(name);
    stem.rsplit('-').next().unwrap_or(stem)
}

/// Puts a file or a folder at a second place. The file is the same one, with its time, by which Cargo tells what is newer.
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    if from.is_dir() {
        let _ = fs::remove_dir_all(to);
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            link(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    let _ = fs::remove_file(to);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::hard_link(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path) {
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, path.as_os_str().as_encoded_bytes()).expect("it can be written");
    }

    #[test]
    fn packages_of_others_are_taken_over_with_their_times_and_ours_are_left() {
        let folder = std::env::temp_dir().join(format!("story-compiled-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        let profile = Path::new("some-machine/debug");
        let files = [
            ".fingerprint/serde-01/lib-serde",
            ".fingerprint/story-02/lib-story",
            "deps/libserde-01.rlib",
            "deps/libstory-02.rlib",
            "deps/serde-01.d",
            "build/serde-01/out/made.rs",
            "incremental/serde-01/part",
        ];
        files.iter().for_each(|file| write(&from.join(profile).join(file)));
        // Compiled here a moment ago, and our own against it.
        write(&to.join(profile).join("deps/libserde-01.rlib"));
        write(&to.join(profile).join(".fingerprint/xtask-03/bin-xtask"));
        assert_eq!(profiles(&from), [profile]);
        take_profile(&from.join(profile), &to.join(profile), &["story", "xtask"].map(str::to_owned).into())
            .expect("it is there");
        let taken = |file: &&str| {
            let [from, to] = [&from, &to].map(|target| target.join(profile).join(file));
            let time = |path: &Path| fs::metadata(path).and_then(|file| file.modified()).ok();
            time(&to).is_some_and(|modified| Some(modified) == time(&from))
                && fs::read(&to).ok() == fs::read(&from).ok()
        };
        let taken: Vec<&str> = files.iter().filter(|file| taken(file)).copied().collect();
        assert_eq!(taken, [files[0], files[2], files[4], files[5]]);
        assert!(
            !to.join(profile).join(".fingerprint/xtask-03").exists(),
            "it is compiled against what was taken over"
        );
        fs::remove_dir_all(&folder).expect("it was there");
    }
}
