//! The command line: from words to a [`Command`].

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;
use story::data::{Edition, address_fault};

use crate::failure::{Failure, Result};

/// What `cargo xtask help` prints.
pub const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N] [--data DIR]          build, serve and rebuild on every change
  build [--data DIR] [--out DIR]         build the site for readers (default: data, dist)
        [--publish] [--without-maps]     … only if it may be published; … with no map in it
        [--address URL]                  … for this address (https, ends in /) instead of that in the data
  test                                   run every check, as CI does
  screenshots [--site DIR]               build, and photograph every page to screenshots/
  setup                                  install all tools, and do nothing else
  check-data [DIR]                       report every fault in a story's data (default: data)
  verify-source FILE [--data DIR]        compare every locator and figure with a transcript of the page
  locate FILE WORDS [--data DIR]         print the locators of the sentences that hold these words
  schema                                 write the JSON Schemas to data/schema
  growth                                 build cities of any size, measure them, write docs/growth.md
  derive-map                             make data/map.topo.json from its published source
  help                                   print this

Each command first installs the tools it needs and says how long that takes. A relative DIR or
FILE is taken from the folder you are in. Exit code: 0 done, 1 failed, 2 wrong command line.";

/// One thing a person can ask for. A path that was not given is `None`; the command knows its
/// default.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`USAGE`].
    Help,
    /// Install all tools.
    Setup,
    /// Serve for development.
    Serve {
        /// The TCP port.
        port: u16,
        /// The story's data.
        data: Option<PathBuf>,
    },
    /// Build for readers.
    Build {
        /// The story's data.
        data: Option<PathBuf>,
        /// The folder to write.
        out: Option<PathBuf>,
        /// For whom, and with what.
        edition: Edition,
    },
    /// Photograph the finished page.
    Screenshots {
        /// A built site, instead of building one.
        site: Option<PathBuf>,
    },
    /// Run every check.
    Test,
    /// Report the faults of a story's data.
    CheckData {
        /// The story's data.
        data: Option<PathBuf>,
    },
    /// Compare every locator with a transcript.
    VerifySource {
        /// The transcript.
        file: PathBuf,
        /// The story's data.
        data: Option<PathBuf>,
    },
    /// Print the locators of sentences.
    Locate {
        /// The transcript.
        file: PathBuf,
        /// Words that the sentences hold.
        words: String,
        /// The story's data.
        data: Option<PathBuf>,
    },
    /// Write the JSON Schemas.
    Schema,
    /// Make the map's data.
    DeriveMap,
    /// Measure how the page grows.
    Growth,
}

/// The port `serve` uses when none is given.
pub const DEFAULT_PORT: u16 = 8080;

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

/// Reads the words after `cargo xtask`.
pub fn parse(words: impl IntoIterator<Item = impl Into<OsString>>) -> Result<Command> {
    let mut parser = lexopt::Parser::from_args(words);
    let name = match parser.next()? {
        Some(Value(name)) => name.string()?,
        Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(other) => return Err(other.unexpected().into()),
        None => return Err(Failure::Usage("no command given".into())),
    };
    match name.as_str() {
        "help" => Ok(Command::Help),
        "setup" => bare(parser, Command::Setup),
        "test" => bare(parser, Command::Test),
        "schema" => bare(parser, Command::Schema),
        "derive-map" => bare(parser, Command::DeriveMap),
        "growth" => bare(parser, Command::Growth),
        "screenshots" => screenshots(parser),
        "serve" => serve(parser),
        "build" => build(parser),
        "check-data" => with_path(parser, |data| Ok(Command::CheckData { data })),
        "verify-source" => with_source(parser, &["FILE"], |mut words, data| Command::VerifySource {
            file: words.remove(0).into(),
            data,
        }),
        "locate" => with_source(parser, &["FILE", "WORDS"], |mut words, data| Command::Locate {
            file: words.remove(0).into(),
            words: words.remove(0).to_string_lossy().into_owned(),
            data,
        }),
        unknown => Err(Failure::Usage(format!("unknown command `{unknown}`"))),
    }
}

/// A command without arguments.
fn bare(mut parser: lexopt::Parser, command: Command) -> Result<Command> {
    match parser.next()? {
        None => Ok(command),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// A command with at most one path.
fn with_path(
    mut parser: lexopt::Parser,
    command: impl FnOnce(Option<PathBuf>) -> Result<Command>,
) -> Result<Command> {
    let mut path = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Value(value) if path.is_none() => path = Some(value.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    command(path)
}

/// A command with exactly these words, and the story's data.
fn with_source(
    mut parser: lexopt::Parser,
    names: &[&str],
    command: impl FnOnce(Vec<OsString>, Option<PathBuf>) -> Command,
) -> Result<Command> {
    let (mut words, mut data) = (Vec::new(), None);
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("data") => data = Some(parser.value()?.into()),
            Value(value) if words.len() < names.len() => words.push(value),
            other => return Err(other.unexpected().into()),
        }
    }
    match names.get(words.len()) {
        Some(missing) => Err(Failure::Usage(format!("expected {missing} as well"))),
        None => Ok(command(words, data)),
    }
}

fn serve(mut parser: lexopt::Parser) -> Result<Command> {
    let (mut port, mut data) = (DEFAULT_PORT, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("port") => port = parser.value()?.parse()?,
            Long("data") => data = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if port == 0 {
        return Err(Failure::Usage("--port must be 1 to 65535".into()));
    }
    Ok(Command::Serve { port, data })
}

fn build(mut parser: lexopt::Parser) -> Result<Command> {
    let (mut data, mut out, mut edition) = (None, None, Edition::default());
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("data") => data = Some(parser.value()?.into()),
            Long("out") => out = Some(parser.value()?.into()),
            Long("publish") => edition.to_publish = true,
            Long("without-maps") => edition.without_maps = true,
            Long("address") => edition.address = Some(address(&parser.value()?.string()?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Build { data, out, edition })
}

/// An address from which those of the pages can be made.
fn address(given: &str) -> Result<String> {
    match address_fault(given) {
        Some(expected) => Err(Failure::Usage(format!("--address {given}: expected {expected}"))),
        None => Ok(given.to_owned()),
    }
}

fn screenshots(mut parser: lexopt::Parser) -> Result<Command> {
    let mut site = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("site") => site = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Screenshots { site })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usage_error(words: &[&str]) -> bool {
        matches!(parse(words), Err(Failure::Usage(_)))
    }

    #[test]
    fn options_are_taken_with_a_space_and_with_an_equals_sign() {
        let expected = Ok(Command::Serve { port: 9000, data: Some("my story".into()) });
        assert_eq!(parse(["serve", "--port", "9000", "--data", "my story"]), expected);
        assert_eq!(parse(["serve", "--data=my story", "--port=9000"]), expected);
    }

    #[test]
    fn what_is_not_given_stays_open() {
        assert_eq!(parse(["build"]), Ok(Command::Build { data: None, out: None, edition: Edition::default() }));
        assert_eq!(parse(["screenshots"]), Ok(Command::Screenshots { site: None }));
        assert_eq!(parse(["check-data"]), Ok(Command::CheckData { data: None }));
    }

    #[test]
    fn an_edition_is_asked_for_by_its_flags() {
        for (words, to_publish, without_maps) in [
            (vec!["build", "--publish"], true, false),
            (vec!["build", "--without-maps"], false, true),
            (vec!["build", "--without-maps", "--publish"], true, true),
        ] {
            let edition = Edition { to_publish, without_maps, address: None };
            assert_eq!(parse(&words), Ok(Command::Build { data: None, out: None, edition }), "{words:?}");
        }
        assert!(USAGE.contains("[--publish] [--without-maps]"));
    }

    #[test]
    fn an_address_is_taken_only_if_pages_can_stand_below_it() {
        let edition = Edition { address: Some("https://news.example/city/".into()), ..Edition::default() };
        let expected = Ok(Command::Build { data: None, out: None, edition });
        assert_eq!(parse(["build", "--address", "https://news.example/city/"]), expected);
        assert!(usage_error(&["build", "--address", "https://news.example/city"]));
        assert!(usage_error(&["build", "--address", "news.example"]));
    }

    #[test]
    fn words_are_taken_in_their_order() {
        let expected = Command::Locate { file: "page.txt".into(), words: "27个".into(), data: Some("city".into()) };
        assert_eq!(parse(["locate", "page.txt", "--data", "city", "27个"]), Ok(expected));
        assert_eq!(
            parse(["verify-source", "page.txt"]),
            Ok(Command::VerifySource { file: "page.txt".into(), data: None })
        );
    }

    #[test]
    fn a_wrong_command_line_is_a_usage_error() {
        let wrong: [&[&str]; 11] = [
            &[],
            &["publish"],
            &["--port", "1"],
            &["test", "fast"],
            &["serve", "--port", "0"],
            &["serve", "--port", "65536"],
            &["build", "--data"],
            &["build", "--publish=no"],
            &["check-data", "a", "b"],
            &["verify-source"],
            &["locate", "page.txt"],
        ];
        for words in wrong {
            assert!(usage_error(words), "{words:?} was accepted");
        }
    }

    #[test]
    fn help_is_given_wherever_it_is_asked_for() {
        let asked: [&[&str]; 5] =
            [&["help"], &["--help"], &["build", "--help"], &["test", "-h"], &["verify-source", "--help"]];
        for words in asked {
            assert_eq!(parse(words), Ok(Command::Help), "{words:?}");
        }
    }
}
