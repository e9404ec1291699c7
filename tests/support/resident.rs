//! The program that stays beside Trunk and follows every change, without Trunk: it has a copy of the second story, style
//! sheets and scripts to itself, which a test may change.

mod folders;

use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};

use tempfile::TempDir;

/// What it reads, each with the folder that it is copied from: of a story whose words no editor changes.
const SOURCES: [(&str, &str); 3] = [("data", "examples/second-story"), ("style", "style"), ("web", "web")];
/// What Trunk puts into the head of a page that it serves: its script for live reload.
const TRUNKS: &str = "<script>'.well-known/trunk/ws'</script></head>";

/// A copy of what a site is made from.
pub struct Sources {
    folder: PathBuf,
    /// Gone when dropped.
    _scratch: TempDir,
}

/// A program that makes a site of them, in a folder of its own, and then follows every change.
pub struct Resident {
    process: Child,
    site: PathBuf,
    said: Lines<BufReader<ChildStderr>>,
}

impl Sources {
    /// A copy of what the tests have.
    pub fn copied() -> Self {
        let scratch = TempDir::new().unwrap();
        let this = Self { folder: scratch.path().to_owned(), _scratch: scratch };
        for (folder, from) in SOURCES {
            folders::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(from), &this.folder.join(folder));
        }
        this
    }

    /// The text of a file, by its path from the project's folder.
    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap()
    }

    /// Writes a file anew.
    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.join(file), text).unwrap();
    }

    /// Has a site made with this program, a script and a WebAssembly by their names, and returns when its pages are there.
    pub fn made_into_a_site(&self, name: &str, program: &[(&str, Vec<u8>)]) -> Resident {
        let site = self.folder.join(name);
        fs::create_dir_all(&site).unwrap();
        for (file, bytes) in program {
            fs::write(site.join(file), bytes).unwrap();
        }
        let frame = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap();
        fs::write(site.join("index.html"), frame.replace("</head>", TRUNKS)).unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_prerender"))
            .current_dir(&self.folder)
            .env("PRERENDER_RESIDENT_OF", std::process::id().to_string())
            .env("TRUNK_STAGING_DIR", &site)
            .env("TRUNK_PROFILE", "debug")
            .env_remove("TRUNK_DIST_DIR")
            .env_remove("STORY_DATA")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let words: BufReader<ChildStdout> = BufReader::new(process.stdout.take().unwrap());
        assert!(words.lines().map_while(Result::ok).any(|line| line == "ready"), "the pages are made");
        let said = BufReader::new(process.stderr.take().unwrap()).lines();
        Resident { process, site, said }
    }
}

impl Resident {
    /// The folder of the site.
    pub fn site(&self) -> &Path {
        &self.site
    }

    /// Waits until it says something with these words in it, and returns that line.
    pub fn hear(&mut self, words: &str) -> String {
        let mut all = Vec::new();
        for line in self.said.by_ref().map_while(Result::ok) {
            if line.contains(words) {
                return line;
            }
            all.push(line);
        }
        panic!("it ended without {words}, having said:\n{}", all.join("\n"));
    }
}

impl Drop for Resident {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
