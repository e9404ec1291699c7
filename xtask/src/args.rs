//! The command line: from words to a [`Command`].

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use story::edition::Edition;

use crate::failure::{Failure, Result};
use crate::history::{self, readable};

/// The port `serve` uses when none is given.
pub const DEFAULT_PORT: u16 = 8080;

/// The project's commands. Each first installs the tools that it needs, and says how long that takes. A relative DIR or
/// FILE is taken from the folder you are in. Exit code: 0 done, 1 failed, 2 wrong command line.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", subcommand_required = true)]
struct Words {
    #[command(subcommand)]
    command: Command,
}

/// One thing a person can ask for. A path that was not given is `None`; the command knows its
/// default.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Build and serve the story, and follow every change
    Serve {
        /// The TCP port
        #[arg(long, default_value_t = DEFAULT_PORT, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
        /// The story's data [default: data]
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Build the site for readers
    Build {
        /// The story's data [default: data]
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
        /// The folder to write [default: dist]
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Only if it may be published: nothing that readers must be told is missing
        #[arg(long)]
        publish: bool,
        /// With no map in it
        #[arg(long)]
        without_maps: bool,
        /// For this address (https, ends in /) instead of that in the data
        #[arg(long, value_name = "URL")]
        address: Option<String>,
        /// Not the site, but its review: every page with what each number is of, for those who check it [out: target/review]
        #[arg(long, conflicts_with_all = ["publish", "without_maps", "address"])]
        review: bool,
        /// The transcript of the newspaper page, whose sentences the review shows
        #[arg(long, value_name = "FILE", requires = "review")]
        transcript: Option<PathBuf>,
    },
    /// Run every check, as CI does, or some of them
    Test {
        /// Only the tests whose names have this in them; without what is not needed for them
        name: Option<String>,
        /// Only what needs neither browser nor network
        #[arg(long)]
        quick: bool,
        /// Only what the changes since the last commit that is on the main branch can have touched
        #[arg(long, conflicts_with = "name")]
        changed: bool,
        /// Run the tests so many times, each time with all cores kept busy by something else
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        under_load: Option<u32>,
    },
    /// Measure how soon a change is seen under `serve` and under plain `trunk serve`, and write it into the README
    Loop {
        /// How often each is measured
        #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
        times: u32,
    },
    /// Build, and photograph every page to screenshots/
    Screenshots {
        /// A built site, instead of building one
        #[arg(long, value_name = "DIR")]
        site: Option<PathBuf>,
    },
    /// Install all tools, and do nothing else
    Setup,
    /// Report every fault in a story's data
    CheckData {
        /// The story's data [default: data]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
        /// The same, as other commands take it
        #[arg(long, value_name = "DIR", conflicts_with = "folder")]
        data: Option<PathBuf>,
        /// Fail on warnings too
        #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
        deny: Option<String>,
        /// Say it in Chinese or in English [default: as the system is set]
        #[arg(long, value_name = "LANG", value_parser = ["zh", "en"])]
        lang: Option<String>,
    },
    /// Compare every locator and figure with a transcript of the page
    VerifySource {
        /// The transcript
        file: PathBuf,
        /// The story's data [default: data]
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Print the locators of the sentences that hold these words
    Locate {
        /// The transcript
        file: PathBuf,
        /// Words that the sentences hold
        words: String,
        /// The story's data [default: data]
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Write down which ids are published, so that check-data tells when one vanishes
    RecordAddresses {
        /// The story's data [default: data]
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Write the JSON Schemas to data/schema
    Schema,
    /// Build cities of any size, measure them, write docs/growth.md
    Growth,
    /// Measure the page beside others made with D3 and ECharts, write docs/performance.md
    Bench {
        /// How often each page is measured
        #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..))]
        runs: u32,
        /// A built site, instead of building one
        #[arg(long, value_name = "DIR")]
        site: Option<PathBuf>,
    },
    /// Put the site behind nginx under sustained load from this machine, write docs/performance.md
    Load {
        /// How long each file is asked for, in seconds
        #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
        seconds: u32,
        /// A built site, instead of building one
        #[arg(long, value_name = "DIR")]
        site: Option<PathBuf>,
    },
    /// Make data/map.topo.json from its published source
    DeriveMap,
}

/// How a site is to be built.
pub fn edition(publish: bool, without_maps: bool, address: Option<String>) -> Edition {
    Edition { to_publish: publish, without_maps, address }
}

/// Reads the command line, the program's name first. Asked for help, it prints that and ends.
pub fn parse(words: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> Result<Command> {
    let matches = with_times().try_get_matches_from(words).map_err(told)?;
    Words::from_arg_matches(&matches).map(|words| words.command).map_err(told)
}

/// The commands, each with how long it took on this machine.
fn with_times() -> clap::Command {
    let mut all = Words::command();
    let names: Vec<String> = all.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    for name in names {
        if let Some(time) = history::last(&name) {
            let note = format!("It took {} here the last time.", readable(time));
            all = all.mut_subcommand(name, |one| one.after_help(note));
        }
    }
    all
}

/// Help was asked for, or the words make no sense.
fn told(error: clap::Error) -> Failure {
    if error.use_stderr() { Failure::Usage(error.to_string()) } else { error.exit() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> std::result::Result<Command, clap::Error> {
        let words = std::iter::once("cargo xtask").chain(words.iter().copied());
        Words::try_parse_from(words).map(|words| words.command)
    }

    #[test]
    fn the_table_of_commands_is_sound() {
        with_times().debug_assert();
    }

    #[test]
    fn options_are_taken_with_a_space_and_with_an_equals_sign() {
        let expected = Command::Serve { port: 9000, data: Some("my story".into()) };
        for words in [
            ["serve", "--port", "9000", "--data", "my story"].as_slice(),
            &["serve", "--data=my story", "--port=9000"],
        ] {
            assert_eq!(parsed(words).expect("a command"), expected);
        }
    }

    #[test]
    fn what_is_not_given_stays_open() {
        assert_eq!(parsed(&["screenshots"]).expect("a command"), Command::Screenshots { site: None });
        assert_eq!(parsed(&["bench"]).expect("a command"), Command::Bench { runs: 7, site: None });
        assert_eq!(
            parsed(&["check-data"]).expect("a command"),
            Command::CheckData { folder: None, data: None, deny: None, lang: None }
        );
        assert_eq!(parsed(&["serve"]).expect("a command"), Command::Serve { port: DEFAULT_PORT, data: None });
        let nothing = Command::Test { name: None, quick: false, changed: false, under_load: None };
        assert_eq!(parsed(&["test"]).expect("a command"), nothing);
    }

    #[test]
    fn a_folder_to_check_is_named_with_or_without_its_option() {
        let (folder, denied) = (Some("my-city".into()), Some("warnings".to_owned()));
        let expected = Command::CheckData { folder: folder.clone(), data: None, deny: None, lang: None };
        assert_eq!(parsed(&["check-data", "my-city"]).expect("a command"), expected);
        let expected = Command::CheckData { folder: None, data: folder, deny: denied, lang: Some("zh".to_owned()) };
        let words = ["check-data", "--data", "my-city", "--deny", "warnings", "--lang", "zh"];
        assert_eq!(parsed(&words).expect("a command"), expected);
        assert!(parsed(&["check-data", "--lang", "fr"]).is_err());
        assert!(parsed(&["check-data", "one", "--data", "two"]).is_err());
    }

    #[test]
    fn an_edition_is_asked_for_by_its_flags() {
        for (words, publish, without_maps) in [
            (vec!["build"], false, false),
            (vec!["build", "--publish"], true, false),
            (vec!["build", "--without-maps"], false, true),
            (vec!["build", "--without-maps", "--publish"], true, true),
        ] {
            let expected = Command::Build {
                data: None,
                out: None,
                publish,
                without_maps,
                address: None,
                review: false,
                transcript: None,
            };
            assert_eq!(parsed(&words).expect("a command"), expected);
        }
    }

    #[test]
    fn a_review_is_never_published() {
        let words = ["build", "--review", "--transcript", "page.txt"];
        assert!(matches!(
            parsed(&words).expect("a command"),
            Command::Build { review: true, transcript: Some(_), .. }
        ));
        assert!(parsed(&["build", "--review", "--publish"]).is_err());
        assert!(parsed(&["build", "--transcript", "page.txt"]).is_err());
    }

    #[test]
    fn words_are_taken_in_their_order() {
        let expected = Command::Locate { file: "page.txt".into(), words: "27个".into(), data: Some("city".into()) };
        assert_eq!(parsed(&["locate", "page.txt", "--data", "city", "27个"]).expect("a command"), expected);
        let some = Command::Test { name: Some("maps".into()), quick: true, changed: false, under_load: Some(20) };
        assert_eq!(parsed(&["test", "maps", "--quick", "--under-load", "20"]).expect("a command"), some);
    }

    #[test]
    fn a_wrong_command_line_is_a_usage_error() {
        let wrong: [&[&str]; 13] = [
            &[],
            &["publish"],
            &["--port", "1"],
            &["test", "maps", "shapes"],
            &["test", "--under-load", "0"],
            &["bench", "--runs", "0"],
            &["serve", "--port", "0"],
            &["serve", "--port", "65536"],
            &["build", "--data"],
            &["build", "--publish=no"],
            &["check-data", "a", "b"],
            &["verify-source"],
            &["locate", "page.txt"],
        ];
        for words in wrong {
            let error = parsed(words).expect_err("a fault");
            assert!(error.use_stderr() || words.is_empty(), "{words:?} was accepted");
        }
    }

    #[test]
    fn every_command_says_what_it_does() {
        for one in with_times().get_subcommands() {
            assert!(one.get_about().is_some_and(|about| about.to_string().len() > 20), "{}", one.get_name());
        }
    }
}
