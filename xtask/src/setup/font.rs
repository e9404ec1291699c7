//! A Chinese font: for the pictures that a build makes, and for the browser tests.

use super::apt;
use crate::failure::{Failure, Result};
use crate::process::{command, output};
use crate::steps::Steps;

/// What Debian and Ubuntu call it, and the program that lists fonts.
const APT_FONT: [&str; 2] = ["fonts-noto-cjk", "fontconfig"];

/// Finds a Chinese font, or installs one where that is possible.
pub fn ensure(steps: &Steps) -> Result<()> {
    if !is_there()? {
        apt::install(
            steps,
            &APT_FONT,
            "about a minute, 60 MB",
            "install a Chinese font, such as Noto Serif CJK and Noto Sans CJK",
        )?;
    }
    if is_there()? { Ok(()) } else { Err(Failure::missing("a Chinese font", "see `fc-list :lang=zh`")) }
}

/// Whether Chinese text would be drawn as text. Only Linux comes without.
fn is_there() -> Result<bool> {
    if !cfg!(target_os = "linux") {
        return Ok(true);
    }
    let fonts = output(command("fc-list")?.arg(":lang=zh"));
    Ok(fonts.is_some_and(|list| !list.trim().is_empty()))
}
