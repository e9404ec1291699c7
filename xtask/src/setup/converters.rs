//! Programs that turn SVG into pictures, for the tests that compare what they draw of the downloads with what the build has
//! drawn. Whoever lacks one and cannot install it runs all other tests.

use std::path::PathBuf;

use super::engines::here_or;
use super::{apt, named};
use crate::steps::Steps;

/// Each of them, or why there is none.
pub struct Converters {
    /// rsvg-convert.
    pub librsvg: Result<PathBuf, String>,
    /// cairosvg.
    pub cairosvg: Result<PathBuf, String>,
}

impl Converters {
    /// Finds both (RSVG_CONVERT and CAIROSVG name others), or installs them where that is possible.
    pub fn find(steps: &Steps) -> Self {
        let find = |name: &str, variable: &str, program: &str, package: &str, duration: &str| {
            let elsewhere = format!("install {name}, or set {variable} to {program}");
            let install = || apt::install(steps, &[package], duration, &elsewhere);
            here_or(name, || named(variable, &[program]), install).map_err(|failure| failure.to_string())
        };
        Self {
            librsvg: find("librsvg's rsvg-convert", "RSVG_CONVERT", "rsvg-convert", "librsvg2-bin", "seconds, 6 MB"),
            cairosvg: find("CairoSVG", "CAIROSVG", "cairosvg", "cairosvg", "seconds, 10 MB"),
        }
    }
}
