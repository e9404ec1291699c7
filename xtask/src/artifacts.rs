//! Compiled dependencies, kept in the cache folder: a second checkout begins with them instead of compiling them anew.
//!
//! Cargo knows what it has compiled by a hash of all that it was compiled from and with, and these hashes are the same in
//! every checkout, but for the packages of the checkout itself. So what is brought and does not fit is only not used.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::{paths, process};

/// Where Cargo notes what it has compiled, in the folder of a profile.
const NOTES: &str = ".fingerprint";
/// Where it puts what it compiled.
const PRODUCTS: [&str; 2] = ["build", "deps"];
/// Of how many states of the dependencies the products are kept.
const KEPT: usize = 2;
/// How deep below the target folder the folders of profiles lie: by themselves, or in that of a target.
const DEPTH: usize = 2;

/// Brings what is kept into this checkout, if it was not brought before.
pub fn bring() -> Result<()> {
    let (kept, target) = (folder()?, paths::target());
    let mark = target.join(format!(".brought-{}", name_of(&kept)));
    if mark.exists() || !kept.is_dir() {
        return Ok(());
    }
    // What there is already was compiled for this command a moment ago, and Cargo would compile all anew that is older.
    copy(&kept, &target, &Existing::Replaced)
        .and_then(|()| fs::write(&mark, ""))
        .map_err(|error| failed(&target, error))
}

/// Keeps what this checkout has compiled of others' packages.
pub fn keep() -> Result<()> {
    let (kept, target) = (folder()?, paths::target());
    let own = own_packages()?;
    let keep_one = |profile: &Path| -> io::Result<()> {
        let to = kept.join(profile.strip_prefix(&target).unwrap_or(profile));
        let hashes = hashes_of_others(&profile.join(NOTES), &own)?;
        for folder in PRODUCTS.into_iter().chain([NOTES]) {
            for entry in fs::read_dir(profile.join(folder)).into_iter().flatten().flatten() {
                if hash_in(&entry.file_name()).is_some_and(|hash| hashes.contains(&hash)) {
                    copy(&entry.path(), &to.join(folder).join(entry.file_name()), &Existing::KeptIfNotOlder)?;
                }
            }
        }
        Ok(())
    };
    let mut profiles = Vec::new();
    find_profiles(&target, DEPTH, &mut profiles);
    profiles.iter().try_for_each(|profile| keep_one(profile)).map_err(|error| failed(&kept, error))?;
    forget_all_but(KEPT, kept.parent().unwrap_or(&kept)).map_err(|error| failed(&kept, error))
}

fn failed(place: &Path, error: io::Error) -> Failure {
    Failure::failed(format!("{}: {error}", place.display()))
}

fn name_of(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The folder of what is compiled by this compiler from this list of dependencies. What else it depends on, features and
/// profiles, changes with many an edit of `Cargo.toml` for some of them only, and is in Cargo's own hashes.
fn folder() -> Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    process::output(process::command("rustc")?.arg("-vV")).hash(&mut hasher);
    for file in ["Cargo.lock", ".cargo/config.toml"] {
        fs::read_to_string(paths::root().join(file)).unwrap_or_default().hash(&mut hasher);
    }
    Ok(paths::cache()?.join("compiled").join(format!("{:016x}", hasher.finish())))
}

/// The names of the packages that lie in the checkout; their products hold for it alone.
fn own_packages() -> Result<BTreeSet<String>> {
    let mut cargo: Command = process::command("cargo")?;
    let printed = process::output(cargo.args(["metadata", "--format-version=1", "--offline"]));
    let document: serde_json::Value = printed
        .and_then(|text| serde_json::from_str(&text).ok())
        .ok_or_else(|| Failure::failed("`cargo metadata` said nothing that can be read"))?;
    let packages = document["packages"].as_array().into_iter().flatten();
    // What comes from no registry lies here.
    let own = packages.filter(|package| package["source"].is_null());
    Ok(own.filter_map(|package| package["name"].as_str()).map(str::to_owned).collect())
}

/// The folders within one that hold notes.
fn find_profiles(folder: &Path, deep: usize, found: &mut Vec<PathBuf>) {
    if folder.join(NOTES).is_dir() {
        found.push(folder.to_path_buf());
    } else if deep > 0 {
        let within = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        within.filter(|path| path.is_dir()).for_each(|path| find_profiles(&path, deep - 1, found));
    }
}

/// The hashes that Cargo has given to what it compiled of packages that are not our own: `name-hash` in its notes.
fn hashes_of_others(notes: &Path, own: &BTreeSet<String>) -> io::Result<BTreeSet<String>> {
    let mut hashes = BTreeSet::new();
    for entry in fs::read_dir(notes)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some((package, hash)) = name.rsplit_once('-')
            && !own.contains(package)
        {
            hashes.insert(hash.to_owned());
        }
    }
    Ok(hashes)
}

/// The hash in the name of a product: `name-hash`, and perhaps an ending.
fn hash_in(name: &OsStr) -> Option<String> {
    let name = name.to_str()?;
    let stem = name.split('.').next().unwrap_or(name);
    stem.rsplit_once('-').map(|(_, hash)| hash.to_owned())
}

/// What becomes of a file that is there already.
enum Existing {
    /// It stays, unless it is older: then it had to be compiled anew.
    KeptIfNotOlder,
    Replaced,
}

/// Copies a file, or all of a folder. What Cargo does not write over is linked: it is large.
fn copy(from: &Path, to: &Path, existing: &Existing) -> io::Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()), existing)?;
        }
        return Ok(());
    }
    match existing {
        _ if !to.exists() => {}
        Existing::KeptIfNotOlder if fs::metadata(to)?.modified()? >= fs::metadata(from)?.modified()? => return Ok(()),
        Existing::KeptIfNotOlder | Existing::Replaced => fs::remove_file(to)?,
    }
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    let is_large = from
        .extension()
        .is_some_and(|ending| ["rlib", "rmeta", "so", "dylib", "dll"].iter().any(|one| ending == *one));
    if is_large && fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    fs::copy(from, to)?;
    // Cargo compares the times of what it made with those of what that was made from.
    let times = fs::metadata(from)?;
    fs::File::open(to)?.set_times(fs::FileTimes::new().set_modified(times.modified()?))
}

/// Takes away the folders that were not used for longest.
fn forget_all_but(count: usize, folder: &Path) -> io::Result<()> {
    let mut all: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter_map(|path| Some((fs::metadata(&path).and_then(|data| data.modified()).ok()?, path)))
        .collect();
    all.sort();
    let old = all.len().saturating_sub(count);
    all.into_iter().take(old).try_for_each(|(_, path)| fs::remove_dir_all(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touch(path: &Path) {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, path.to_string_lossy().as_bytes()).expect("a file");
    }

    #[test]
    fn what_others_packages_became_is_told_from_our_own() {
        let top = std::env::temp_dir().join(format!("xtask-artifacts-{}", std::process::id()));
        let profile = top.join("a-target/debug");
        for note in ["serde-0123456789abcdef", "story-fedcba9876543210"] {
            touch(&profile.join(NOTES).join(note).join("lib"));
        }
        let mut found = Vec::new();
        find_profiles(&top, DEPTH, &mut found);
        assert_eq!(found, std::slice::from_ref(&profile));
        let hashes = hashes_of_others(&profile.join(NOTES), &["story".to_owned()].into()).expect("the notes");
        assert_eq!(hashes, ["0123456789abcdef".to_owned()].into());
        assert_eq!(hash_in(OsStr::new("libserde-0123456789abcdef.rlib")).as_deref(), Some("0123456789abcdef"));
        assert_eq!(hash_in(OsStr::new("serde-0123456789abcdef")).as_deref(), Some("0123456789abcdef"));
        fs::remove_dir_all(&top).expect("the folder");
    }

    #[test]
    fn a_copy_keeps_the_time_and_what_is_there() {
        let top = std::env::temp_dir().join(format!("xtask-copies-{}", std::process::id()));
        touch(&top.join("from/a/lib.rlib"));
        touch(&top.join("from/a/notes"));
        touch(&top.join("to/a/notes"));
        copy(&top.join("from"), &top.join("to"), &Existing::KeptIfNotOlder).expect("a copy");
        let modified = |path: &str| fs::metadata(top.join(path)).and_then(|data| data.modified()).expect(path);
        assert_eq!(modified("from/a/lib.rlib"), modified("to/a/lib.rlib"));
        let kept = fs::read_to_string(top.join("to/a/notes")).expect("a file");
        assert!(kept.contains("to/a"), "it was written over");
        copy(&top.join("from"), &top.join("to"), &Existing::Replaced).expect("a copy");
        assert_eq!(modified("from/a/notes"), modified("to/a/notes"));
        let replaced = fs::read_to_string(top.join("to/a/notes")).expect("a file");
        assert!(replaced.contains("from/a"), "it was left as it was");
        fs::remove_dir_all(&top).expect("the folder");
    }
}
