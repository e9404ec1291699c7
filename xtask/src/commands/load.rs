//! `load`: the built site behind nginx, with the configuration that it brings along, under sustained load from this machine;
//! measured and written to `docs/performance.md`. Any answer but the whole file fails the command.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use webdriver::Nginx;

use super::bench::{machine, site_of};
use super::document;
use crate::failure::{Failure, Result};
use crate::setup;
use crate::steps::Steps;

/// What is written, and the mark of its table.
const DOCUMENT: &str = "docs/performance.md";
const MARK: &str = "load";
/// How many readers ask at once, each on a connection that is kept.
const READERS: usize = 50;
/// How long an answer may take before it counts as none.
const PATIENCE: Duration = Duration::from_secs(30);
/// The path under which the site stands, as at a newspaper.
const UNDER: &str = "/a/b/";

/// What readers ask for: a name, and the beginning and end of the file's path in the site.
const ASKED: [(&str, &str, &str); 5] = [
    ("the story", "index", ".html"),
    ("the program", "app-", ".wasm"),
    ("styles of every page", "style-", ".css"),
    ("the data of all facts", "facts", ".json"),
    ("the script for hosts", "host", ".js"),
];

/// What one reader has seen: how long each answer took, and how many bytes came.
#[derive(Default)]
struct Seen {
    waits: Vec<Duration>,
    bytes: u64,
    errors: u64,
}

/// Builds the site unless one is given, asks for each file for so many seconds, and writes the table.
pub fn run(seconds: u32, site: Option<PathBuf>) -> Result<()> {
    let steps = Steps::of("load");
    let program = setup::for_load(&steps)?;
    let site = site_of(&steps, site)?;
    let nginx = Nginx::start(&program, &site, UNDER).map_err(Failure::failed)?;
    let time = Duration::from_secs(seconds.into());
    let mut table = "| file | requests/s | MB/s | median, ms | 99 %, ms | longest, ms | errors |\n|---|--:|--:|--:|--:|--:|--:|\n".to_owned();
    let mut errors = 0;
    for (name, begin, end) in ASKED {
        let file = file_of(&site, begin, end)?;
        let seen = steps.take(&format!("ask for {name}"), |_| Ok(sustained(&nginx.url(&file), time)))?;
        errors += seen.errors;
        table += &line(name, seen, time);
    }
    let encoding = if nginx.brotli { "Brotli" } else { "gzip" };
    let caption = format!(
        "\n{READERS} readers at once for {seconds} s each file, on kept connections, from the machine that serves, as {encoding}. {}\n",
        machine::here()
    );
    steps.say(&table);
    document::write(DOCUMENT, MARK, &(table + &caption))?;
    if errors > 0 {
        return Err(Failure::failed(format!("{errors} requests had no whole answer")));
    }
    steps.say(&format!("the table is in {DOCUMENT}"));
    steps.done();
    Ok(())
}

/// The one file at the top of the site whose name begins and ends so.
fn file_of(site: &Path, begin: &str, end: &str) -> Result<String> {
    let failed = |error: std::io::Error| Failure::failed(format!("{}: {error}", site.display()));
    let names =
        std::fs::read_dir(site).map_err(failed)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let found = names.filter(|name| name.starts_with(begin) && name.ends_with(end)).min();
    found.ok_or_else(|| Failure::failed(format!("{}: expected {begin}…{end}", site.display())))
}

/// Many readers ask for a file again and again.
fn sustained(url: &str, time: Duration) -> Seen {
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS).map(|_| scope.spawn(|| reader(url, time))).collect();
        let mut all = Seen::default();
        for reader in readers {
            let seen = reader.join().unwrap_or(Seen { errors: 1, ..Seen::default() });
            all.waits.extend(seen.waits);
            all.bytes += seen.bytes;
            all.errors += seen.errors;
        }
        all
    })
}

/// One reader, who comes back after a failure.
fn reader(url: &str, time: Duration) -> Seen {
    let (mut seen, begun) = (Seen::default(), Instant::now());
    while begun.elapsed() < time {
        if asked(url, &mut seen, begun, time).is_err() {
            seen.errors += 1;
        }
    }
    seen
}

/// Asks on one connection until the time is over, or the server says that it is the last.
fn asked(url: &str, seen: &mut Seen, begun: Instant, time: Duration) -> std::io::Result<()> {
    let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap_or((url, ""));
    let stream = TcpStream::connect(host)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut answers = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    let request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: br, gzip\r\n\r\n");
    let mut body = Vec::new();
    while begun.elapsed() < time {
        let sent = Instant::now();
        stream.write_all(request.as_bytes())?;
        let (length, is_last) = head(&mut answers)?;
        body.resize(length, 0);
        answers.read_exact(&mut body)?;
        seen.waits.push(sent.elapsed());
        seen.bytes += length as u64;
        if is_last {
            break;
        }
    }
    Ok(())
}

/// Reads the head of an answer: how long its body is, and whether it is the last of its connection; an error where it is no
/// whole file.
fn head(answers: &mut impl BufRead) -> std::io::Result<(usize, bool)> {
    let (mut line, mut length, mut is_last, mut is_first) = (String::new(), None, false, true);
    loop {
        line.clear();
        if answers.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let text = line.trim_end().to_ascii_lowercase();
        if is_first && !text.starts_with("http/1.1 200 ") {
            return Err(std::io::Error::other(text));
        }
        is_first = false;
        if text.is_empty() {
            let length = length.filter(|length| *length > 0);
            return length.map(|length| (length, is_last)).ok_or_else(|| std::io::Error::other("no length"));
        }
        if let Some(value) = text.strip_prefix("content-length: ") {
            length = value.parse().ok();
        }
        is_last |= text == "connection: close";
    }
}

/// A line of the table.
fn line(name: &str, mut seen: Seen, time: Duration) -> String {
    seen.waits.sort_unstable();
    let milliseconds = |wait: Option<&Duration>| wait.map_or(f64::NAN, |wait| wait.as_secs_f64() * 1000.0);
    let share = |share: usize| milliseconds(seen.waits.get(seen.waits.len() * share / 100));
    let seconds = time.as_secs_f64();
    format!(
        "| {name} | {:.0} | {:.1} | {:.1} | {:.1} | {:.1} | {} |\n",
        seen.waits.len() as f64 / seconds,
        seen.bytes as f64 / 1e6 / seconds,
        share(50),
        share(99),
        milliseconds(seen.waits.last()),
        seen.errors
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head_of(text: &str) -> std::io::Result<(usize, bool)> {
        head(&mut text.as_bytes())
    }

    #[test]
    fn only_a_whole_file_is_an_answer() {
        assert_eq!(head_of("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n").ok(), Some((12, false)));
        let last = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n";
        assert_eq!(head_of(last).ok(), Some((1, true)));
        for none in [
            "HTTP/1.1 404 Not Found\r\nContent-Length: 12\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n",
            "",
        ] {
            assert!(head_of(none).is_err(), "{none}");
        }
    }

    #[test]
    fn a_line_has_the_middle_and_the_end_of_what_was_waited() {
        let waits = (1..=200).rev().map(Duration::from_millis).collect();
        let seen = Seen { waits, bytes: 4_000_000, errors: 3 };
        let expected = "| a file | 100 | 2.0 | 101.0 | 199.0 | 200.0 | 3 |\n";
        assert_eq!(line("a file", seen, Duration::from_secs(2)), expected);
    }
}
