//! `loop`: how soon a change is seen, from saving a file to the page in the browser that shows it and answers.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use webdriver::{Driver, Size, until_within};

use super::build::trunk;
use super::document;
use crate::failure::{Failure, Result};
use crate::paths;
use crate::setup::{self, Browser};
use crate::steps::{Step, Steps};

/// How long a change may take to be seen until it is given up, and the first page to be there.
const PATIENCE: Duration = Duration::from_secs(900);
const BEAT: Duration = Duration::from_millis(10);
/// The file with the table, and between which lines it stands.
const DOCUMENT: &str = "README.md";
const TABLE: &str = "loop";

/// A change that is made, and how it is seen. `MARK` stands for what is different each time.
struct Edit {
    name: &'static str,
    file: &'static str,
    /// Before this text …
    before: &'static str,
    /// … this one is put in.
    insert: &'static str,
    /// A script that says whether the page shows it, and answers.
    seen: &'static str,
}

const EDITS: [Edit; 5] = [
    Edit {
        name: "a style sheet",
        file: "style/base.css",
        before: "",
        insert: ":root { --loop-mark: MARK; }\n",
        seen: "return getComputedStyle(root).getPropertyValue('--loop-mark').trim() === 'MARK' && alive",
    },
    Edit {
        name: "the chapters (JSON)",
        file: "data/chapters.json",
        before: "\",\n          \"en\": \"Small marks",
        insert: "MARK",
        seen: "return document.querySelector('main').textContent.includes('MARK') && alive",
    },
    Edit {
        name: "the places (JSON)",
        file: "data/places.json",
        before: "，没有见到坐标\", \"en\": \"placed in Jianxi by its name",
        insert: "MARK",
        seen: "return document.querySelector('main').textContent.includes('MARK') && alive",
    },
    Edit {
        name: "a view in Rust",
        file: "src/view/page.rs",
        before: " class=\"skip\" href=id::of::STORY",
        insert: " data-loop=\"MARK\"",
        seen: "return document.querySelector('a.skip').dataset.loop === 'MARK' && alive",
    },
    Edit {
        name: "the browser's program (Rust)",
        file: "src/browser/start.rs",
        before: "    layers::start();\n",
        insert: "    let _ = super::dom::root().map(|root| root.set_attribute(\"data-loop\", \"MARK\"));\n",
        seen: "return root.dataset.loop === 'MARK' && alive",
    },
];

/// What every script begins with.
const TOOLS: &str = "const root = document.documentElement, alive = 'alive' in root.dataset;";

/// How Trunk is started.
const WAYS: [&str; 2] = ["cargo xtask serve", "trunk serve"];

/// Measures each change so many times under each command, and writes the table.
pub fn run(times: u32) -> Result<()> {
    let steps = Steps::of("loop");
    let browser = setup::for_pictures(&steps)?;
    setup::for_serving(&steps)?;
    let mut rows: Vec<Vec<String>> = EDITS.iter().map(|edit| vec![edit.name.to_owned()]).collect();
    for way in WAYS {
        steps.take(way, |step| {
            let under = Under::start(way, step, &browser)?;
            for (edit, row) in EDITS.iter().zip(&mut rows) {
                let took = (0..times).map(|time| under.measure(edit, time)).collect::<Result<Vec<_>>>()?;
                row.push(median_and_range(took));
                step.say(&format!("      {}: {}", edit.name, row[row.len() - 1]));
            }
            Ok(())
        })?;
    }
    write(&rows, times)?;
    steps.say(&format!("the table is in {DOCUMENT}"));
    steps.done();
    Ok(())
}

/// A page in a browser, under a server that follows changes.
struct Under {
    driver: Driver,
    server: Server,
}

/// What serves; ended when dropped. What that has started ends by itself.
struct Server {
    process: Child,
    address: String,
}

impl Under {
    fn start(way: &str, step: &Step<'_>, browser: &Browser) -> Result<Self> {
        let server = Server::start(way, step)?;
        let driver = Driver::start(&browser.chrome, &browser.driver).map_err(Failure::failed)?;
        driver.resize(Size { width: 1440, height: 900 }).map_err(Failure::failed)?;
        let under = Self { driver, server };
        // Until Trunk listens there is nothing to load.
        under.wait("the first page", || {
            let address = format!("{}?mode=flat", under.server.address);
            under.driver.load(&address).is_ok() && under.says("return alive")
        })?;
        // What goes on after the first page is there is not to be measured with the changes.
        under.wait("pictures", || under.says(IS_PAINTED))?;
        Ok(under)
    }

    /// How long an edit takes to be seen. The file is as before when this returns.
    fn measure(&self, edit: &Edit, time: u32) -> Result<Duration> {
        // Letters, because prose may hold no number that is not a fact's.
        let mark = format!("loop{}", char::from(b'a' + (time % 26) as u8));
        let file = Restored::read(&paths::root().join(edit.file))?;
        let changed = file.with(edit, &mark)?;
        let start = Instant::now();
        file.write(&changed)?;
        let seen = edit.seen.replace("MARK", &mark);
        self.wait(edit.name, || self.says(&seen))?;
        let took = start.elapsed();
        drop(file);
        let gone =
            edit.seen.replace("MARK", &mark).replacen("return ", "return !(", 1).replace(" && alive", ") && alive");
        self.wait("the page as it was", || self.says(&gone))?;
        Ok(took)
    }

    fn says(&self, script: &str) -> bool {
        self.driver.script(&format!("{TOOLS}{script}")).is_ok_and(|answer| answer == Value::Bool(true))
    }

    fn wait(&self, what: &str, holds: impl FnMut() -> bool) -> Result<()> {
        let is_there = until_within(PATIENCE, BEAT, holds);
        is_there.then_some(()).ok_or_else(|| Failure::failed(format!("waited in vain for {what}")))
    }
}

/// Whether the program beside Trunk has nothing left to do.
const IS_PAINTED: &str = "
    const request = new XMLHttpRequest();
    request.open('GET', 'live.json', false);
    request.send();
    return request.status === 200 && !JSON.parse(request.responseText).painting;";

impl Server {
    fn start(way: &str, step: &Step<'_>) -> Result<Self> {
        // Free now; Trunk takes it a moment later.
        let port = TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).map(|address| address.port());
        let port = port.map_err(|error| Failure::failed(error.to_string()))?.to_string();
        let mut command = if way == WAYS[0] {
            Command::new(std::env::current_exe().map_err(|error| Failure::failed(error.to_string()))?)
        } else {
            trunk()?
        };
        step.note(&format!("$ {way} --port {port}"));
        let process = command
            .current_dir(paths::root())
            .args(["serve", "--port", &port])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure::failed(format!("{way}: {error}")))?;
        Ok(Self { process, address: format!("http://127.0.0.1:{port}/") })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        crate::descendants::end_child(&mut self.process);
    }
}

/// A file that is put back as it was.
struct Restored {
    path: PathBuf,
    text: String,
}

impl Restored {
    fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).map_err(|error| failed(path, &error))?;
        Ok(Self { path: path.to_path_buf(), text })
    }

    /// Its text with an edit in it.
    fn with(&self, edit: &Edit, mark: &str) -> Result<String> {
        let at = match edit.before {
            "" => self.text.len(),
            before => self.text.find(before).ok_or_else(|| {
                Failure::failed(format!("{}: expected `{before}`, before which the edit is put", edit.file))
            })?,
        };
        Ok(format!("{}{}{}", &self.text[..at], edit.insert.replace("MARK", mark), &self.text[at..]))
    }

    fn write(&self, text: &str) -> Result<()> {
        fs::write(&self.path, text).map_err(|error| failed(&self.path, &error))
    }
}

impl Drop for Restored {
    fn drop(&mut self) {
        let _ = fs::write(&self.path, &self.text);
    }
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::failed(format!("{}: {error}", path.display()))
}

/// In seconds.
fn median_and_range(mut times: Vec<Duration>) -> String {
    times.sort();
    let seconds = |time: &Duration| format!("{:.1}", time.as_secs_f64());
    match (times.first(), times.get(times.len() / 2), times.last()) {
        (Some(least), Some(middle), Some(most)) => {
            format!("{} s ({}–{})", seconds(middle), seconds(least), seconds(most))
        }
        _ => String::new(),
    }
}

/// Puts the table between the two lines that the document has for it.
fn write(rows: &[Vec<String>], times: u32) -> Result<()> {
    let head = format!("| changed | `{}` | plain `{}` |\n|---|---|---|\n", WAYS[0], WAYS[1]);
    let lines: String = rows.iter().map(|row| format!("| {} |\n", row.join(" | "))).collect();
    let note = format!("\nMedians of {times}, with their range.\n");
    document::write(DOCUMENT, TABLE, &format!("{head}{lines}{note}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edit_has_a_place_in_its_file_and_none_is_left_behind() {
        for edit in EDITS {
            let path = paths::root().join(edit.file);
            let whole = fs::read_to_string(&path).expect("the file");
            let file = Restored::read(&path).expect("the file");
            let changed = file.with(&edit, "loopa").expect(edit.name);
            assert!(changed.len() > whole.len() && changed.contains("loopa"), "{}", edit.name);
            assert!(edit.seen.contains("MARK") && edit.seen.ends_with("alive"), "{}", edit.name);
            drop(file);
            assert_eq!(fs::read_to_string(&path).expect("the file"), whole);
        }
    }

    #[test]
    fn the_middle_time_is_told_with_the_range() {
        let times = [3.04, 1.0, 2.0].map(Duration::from_secs_f64).to_vec();
        assert_eq!(median_and_range(times), "2.0 s (1.0–3.0)");
    }
}
