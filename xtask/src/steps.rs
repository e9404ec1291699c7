//! What a command does, step by step: one line on the screen for each, with its time and a count where it lasts; all that
//! programs say goes to a file, which a failure names.

use std::fs::{self, File};
use std::io::{IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use crate::failure::{Failure, Result};
use crate::history::{self, readable};
use crate::paths;
use crate::process::shown;
use crate::skipped::Skipped;

/// How many of a failed program's lines are shown.
const SHOWN: usize = 40;

/// The steps of a command.
pub struct Steps {
    command: &'static str,
    folder: PathBuf,
    lines: MultiProgress,
    is_terminal: bool,
    count: AtomicUsize,
    taken: Mutex<Vec<(String, Duration)>>,
    skipped: Mutex<Vec<Skipped>>,
    begun: Instant,
}

impl Steps {
    /// The steps of this command, none of which is done yet; the output of its last time goes.
    pub fn of(command: &'static str) -> Self {
        let folder = paths::target().join("logs").join(command);
        let _ = fs::remove_dir_all(&folder);
        Self {
            command,
            folder,
            lines: MultiProgress::new(),
            is_terminal: std::io::stderr().is_terminal(),
            count: AtomicUsize::new(0),
            taken: Mutex::default(),
            skipped: Mutex::default(),
            begun: Instant::now(),
        }
    }

    /// Does one step, which may be one of several at the same time.
    pub fn take<T>(&self, name: &str, work: impl FnOnce(&Step<'_>) -> Result<T>) -> Result<T> {
        let step = Step::begin(self, name)?;
        let outcome = work(&step);
        step.end(outcome.is_ok());
        outcome
    }

    /// Says something that stays on the screen.
    pub fn say(&self, words: &str) {
        if self.is_terminal {
            let _ = self.lines.println(words);
        } else {
            eprintln!("{words}");
        }
    }

    /// Leaves a step out for want of something, which the command has to tell at its end ([`Steps::skipped`]).
    pub fn skip(&self, name: &str, need: &str, why: &str) {
        let skipped = Skipped { name: name.to_owned(), need: need.to_owned(), why: why.to_owned() };
        self.say(&skipped.to_string());
        self.skipped.lock().unwrap_or_else(PoisonError::into_inner).push(skipped);
    }

    /// The steps that were left out.
    pub fn skipped(&self) -> Vec<Skipped> {
        self.skipped.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How long each step took, and all of them.
    pub fn table(&self) -> String {
        let taken = self.taken.lock().map(|taken| taken.clone()).unwrap_or_default();
        let lines = taken.iter().map(|(name, time)| format!("{:>12}  {name}\n", readable(*time)));
        format!("{}{:>12}  in all", lines.collect::<String>(), readable(self.begun.elapsed()))
    }

    /// Notes for the next time how long the command took, which is done.
    pub fn done(&self) {
        history::note(self.command, self.begun.elapsed());
    }

    /// How long the command takes so far.
    pub fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }
}

/// A step that is being done.
pub struct Step<'a> {
    steps: &'a Steps,
    name: String,
    key: String,
    path: PathBuf,
    log: Mutex<File>,
    bar: ProgressBar,
    begun: Instant,
}

impl<'a> Step<'a> {
    fn begin(steps: &'a Steps, name: &str) -> Result<Self> {
        let number = steps.count.fetch_add(1, Ordering::Relaxed) + 1;
        let slug: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let path = steps.folder.join(format!("{number:02}-{}.log", slug.trim_matches('-')));
        let log = fs::create_dir_all(&steps.folder)
            .and_then(|()| File::create(&path))
            .map_err(|error| Failure::failed(format!("{}: {error}", path.display())))?;
        let key = format!("{}/{name}", steps.command);
        let expected =
            history::last(&key).map_or_else(String::new, |time| format!(" ({} last time)", readable(time)));
        let bar = ProgressBar::no_length().with_message(format!("{name}{expected}"));
        if steps.is_terminal {
            bar.set_style(style("{spinner} {elapsed:>10}  {msg}"));
            steps.lines.add(bar.clone());
            bar.enable_steady_tick(Duration::from_millis(100));
        } else {
            eprintln!("==> {name}{expected}");
        }
        Ok(Self { steps, name: name.into(), key, path, log: Mutex::new(log), bar, begun: Instant::now() })
    }

    fn end(self, is_well: bool) {
        let took = self.begun.elapsed();
        self.bar.finish_and_clear();
        self.steps.lines.remove(&self.bar);
        let sign = if is_well { "" } else { "FAILED: " };
        self.steps.say(&format!("{:>12}  {sign}{}", readable(took), self.name));
        if is_well {
            history::note(&self.key, took);
            if let Ok(mut taken) = self.steps.taken.lock() {
                taken.push((self.name, took));
            }
        }
    }

    /// Shows how much of it is done.
    pub fn count(&self, done: usize, all: usize) {
        if self.bar.length() != Some(all as u64) {
            self.bar.set_style(style("{spinner} {elapsed:>10}  {msg} {wide_bar} {pos}/{len}"));
            self.bar.set_length(all as u64);
        }
        self.bar.set_position(done as u64);
    }

    /// Says something that stays on the screen.
    pub fn say(&self, words: &str) {
        self.note(words);
        self.steps.say(words);
    }

    /// Writes a line into the file of the step.
    pub fn note(&self, line: &str) {
        if let Ok(mut log) = self.log.lock() {
            let _ = writeln!(log, "{line}");
        }
    }

    /// Runs a program to its end, and fails if that does: with its last lines and the file that has all.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        self.follow(command, |_| true)
    }

    /// The same, calling back with every line that the program says; the answer is whether it goes into the file.
    pub fn follow(&self, command: &mut Command, heard: impl Fn(&str) -> bool + Sync) -> Result<()> {
        let line = shown(command);
        self.note(&format!("$ {line}"));
        let failed = |error: std::io::Error| Failure::failed(format!("`{line}` could not start: {error}"));
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .envs(COUNTED)
            .spawn()
            .map_err(failed)?;
        let (output, errors) = (child.stdout.take(), child.stderr.take());
        let hear = |line: &str| {
            if let Some((done, all)) = progress(line) {
                self.count(done, all);
            } else if heard(line) {
                self.note(line);
            }
        };
        std::thread::scope(|scope| {
            scope.spawn(|| output.map(|output| each_line(output, hear)));
            scope.spawn(|| errors.map(|errors| each_line(errors, hear)));
        });
        match child.wait() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(self.failure(&format!("`{line}` failed ({status})"))),
            Err(error) => Err(failed(error)),
        }
    }

    /// A failure of this step, with the lines of its output that say why and where the rest is.
    pub fn failure(&self, what: &str) -> Failure {
        let output = fs::read_to_string(&self.path).unwrap_or_default();
        let lines: Vec<&str> = output.lines().collect();
        let telling = telling(&lines).join("\n    ");
        Failure::failed(format!("{what}\n\n    {telling}\n\nall of its output: {}", self.path.display()))
    }
}

/// The lines that say why a program failed: what the compiler says first, or else the last of them.
fn telling<'a>(lines: &'a [&'a str]) -> &'a [&'a str] {
    let stopped = lines.iter().any(|line| line.starts_with("error: could not compile"));
    let first = lines.iter().position(|line| stopped && line.starts_with("error"));
    let first = first.unwrap_or(lines.len().saturating_sub(SHOWN));
    &lines[first..lines.len().min(first + SHOWN)]
}

/// Asks Cargo for its count, which it keeps to itself where nobody seems to look.
const COUNTED: [(&str, &str); 2] = [("CARGO_TERM_PROGRESS_WHEN", "always"), ("CARGO_TERM_PROGRESS_WIDTH", "80")];

/// How much is done, in a line such as `Building [=====>     ] 12/345: serde, syn`.
fn progress(line: &str) -> Option<(usize, usize)> {
    let (_, rest) = line.trim_start().strip_prefix("Building [")?.split_once("] ")?;
    let (done, rest) = rest.split_once('/')?;
    let all: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((done.trim().parse().ok()?, all.parse().ok()?))
}

/// Calls back with each line; what a program writes over and over into one line comes as lines too.
fn each_line(mut from: impl Read, hear: impl Fn(&str)) {
    let (mut line, mut bytes) = (Vec::new(), [0; 8192]);
    let told = |line: &mut Vec<u8>| {
        // Without the codes for colours and for clearing the line.
        let text = String::from_utf8_lossy(line).replace("\u{1b}[K", "");
        if !text.trim().is_empty() {
            hear(text.trim_end());
        }
        line.clear();
    };
    while let Ok(count) = from.read(&mut bytes)
        && count > 0
    {
        for byte in &bytes[..count] {
            match byte {
                b'\n' | b'\r' => told(&mut line),
                byte => line.push(*byte),
            }
        }
    }
    told(&mut line);
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::command;

    #[test]
    fn cargos_count_is_understood() {
        assert_eq!(progress("    Building [=======>      ] 12/345: serde, syn(build)"), Some((12, 345)));
        assert_eq!(progress("    Building [              ] 0/1: a"), Some((0, 1)));
        assert_eq!(progress("   Compiling serde v1.0.0"), None);
        assert_eq!(progress("    Building [a"), None);
    }

    #[test]
    fn lines_end_at_either_sign_and_blank_ones_are_none() {
        let heard = Mutex::new(Vec::new());
        each_line("a\r\u{1b}[Kb\n\n  \nc".as_bytes(), |line| heard.lock().expect("no panic").push(line.to_owned()));
        assert_eq!(heard.into_inner().expect("no panic"), ["a", "b", "c"]);
    }

    #[test]
    fn what_the_compiler_says_is_shown_whatever_the_program_above_it_says_after() {
        let after = vec!["   1: anyhow::error"; 2 * SHOWN];
        let said = ["   Compiling a", "error[E0425]: cannot find function `b`", "error: could not compile `a`"];
        assert_eq!(telling(&[&said[..], &after].concat())[0], said[1]);
        let other = [&["error: no such file"][..], &after].concat();
        assert_eq!(telling(&other), &after[..SHOWN]);
    }

    #[test]
    fn a_failing_program_is_told_with_its_last_words_and_the_file_that_has_all() {
        let steps = Steps::of("steps-test");
        let outcome = steps.take("a program that fails", |step| {
            step.run(command("cargo").expect("a PATH").arg("no-such-command-xyz"))
        });
        let told = outcome.expect_err("it fails").to_string();
        assert!(told.contains("no-such-command-xyz") && told.contains("01-a-program-that-fails.log"), "{told}");
        let path = told.rsplit("all of its output: ").next().expect("a path");
        assert!(fs::read_to_string(path).expect("the file").contains("no such command"), "{path}");
        assert!(!steps.table().contains("a program"), "a failed step has no time");
    }
}
