//! Why a command stopped, and the exit code that says so to a script.

use std::fmt;
use std::process::ExitCode;

/// The result of anything a command does.
pub type Result<T> = std::result::Result<T, Failure>;

/// Why a command stopped.
#[derive(Debug, PartialEq, Eq)]
pub enum Failure {
    /// The command line made no sense. Exit code 2, so that a script can tell a typing error
    /// from a broken build.
    Usage(String),
    /// The work could not be done. Exit code 1.
    Failed(String),
    /// The same, and whoever reads knows why already.
    Told,
    /// A tool is missing and cannot be installed from here: its name, and how to get it.
    Missing {
        /// What is missing.
        what: String,
        /// What a person should do to get it.
        how: String,
    },
}

impl Failure {
    /// A [`Failure::Failed`] from any text.
    pub fn failed(message: impl Into<String>) -> Self {
        Self::Failed(message.into())
    }

    /// A [`Failure::Missing`] from any texts.
    pub fn missing(what: impl Into<String>, how: impl Into<String>) -> Self {
        Self::Missing { what: what.into(), how: how.into() }
    }

    /// The exit code for the shell.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Failed(_) | Self::Told | Self::Missing { .. } => ExitCode::FAILURE,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(problem) => write!(f, "{problem}"),
            Self::Failed(problem) => write!(f, "error: {problem}"),
            Self::Told => Ok(()),
            Self::Missing { what, how } => write!(f, "error: missing: {what}\n  get it: {how}"),
        }
    }
}
