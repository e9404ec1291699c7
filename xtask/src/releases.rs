//! What pages of earlier releases load: it stays in the site for a while.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use story::text::is_hashed;

use crate::failure::{Failure, Result};
use crate::steps::Steps;

/// How long what an earlier release has loaded is kept: pages live on in caches, archives and open tabs.
const KEPT: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// A file with its time.
pub struct Kept {
    name: String,
    bytes: Vec<u8>,
    modified: SystemTime,
}

/// The files of a site whose names say what is in them, no older than [`KEPT`].
pub fn hashed(site: &Path) -> Vec<Kept> {
    let entries = fs::read_dir(site).into_iter().flatten().flatten();
    let kept = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok().filter(|name| is_kept(name))?;
        let modified = entry.metadata().ok()?.modified().ok()?;
        let is_young = modified.elapsed().is_ok_and(|age| age < KEPT);
        is_young.then(|| Some(Kept { bytes: fs::read(entry.path()).ok()?, name, modified }))?
    });
    kept.collect()
}

/// Whether a name says what is in the file, or in the one whose compressed form it is.
fn is_kept(name: &str) -> bool {
    is_hashed([".br", ".gz"].iter().find_map(|form| name.strip_suffix(form)).unwrap_or(name))
}

/// Puts what earlier releases have loaded beside the new one: a page that somebody still has goes on loading its own style
/// and program, also where a host swaps the whole folder.
pub fn carry_over(steps: &Steps, before: &[Kept], out: &Path) -> Result<()> {
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
    fn the_readme_sends_pages_after_what_they_load_and_deletes_nothing() {
        let text = fs::read_to_string(crate::paths::root().join("README.md")).expect("the README");
        let sent: Vec<&str> = text.lines().filter(|line| line.starts_with("rsync ")).collect();
        let [first, last] = sent[..] else { panic!("expected two lines that send the site, found {sent:?}") };
        assert!(first.contains("--exclude='*.html*'") && !last.contains("--exclude"), "{sent:?}");
        assert!(sent.iter().all(|line| !line.contains("--delete")), "{sent:?}");
    }
}
