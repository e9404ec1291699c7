//! Programs that turn SVG into pictures or draw a PDF, for the tests that compare what they make of the downloads with what
//! the build has drawn. Whoever lacks one and cannot install it runs all other tests.

use std::path::PathBuf;

use super::engines::here_or;
use super::{apt, named};
use crate::steps::Steps;

/// One of them.
#[derive(Clone, Copy, Debug)]
struct Wanted {
    name: &'static str,
    /// The variable of the environment that the tests take it from, and that can name another.
    variable: &'static str,
    program: &'static str,
    package: &'static str,
    duration: &'static str,
    tests: &'static str,
}

const WANTED: [Wanted; 4] = [
    Wanted {
        name: "librsvg",
        variable: "RSVG_CONVERT",
        program: "rsvg-convert",
        package: "librsvg2-bin",
        duration: "seconds, 6 MB",
        tests: "librsvg::",
    },
    Wanted {
        name: "CairoSVG",
        variable: "CAIROSVG",
        program: "cairosvg",
        package: "cairosvg",
        duration: "seconds, 10 MB",
        tests: "cairosvg::",
    },
    Wanted {
        name: "Inkscape",
        variable: "INKSCAPE",
        program: "inkscape",
        package: "inkscape",
        duration: "half a minute, 190 MB",
        tests: "inkscape::",
    },
    Wanted {
        name: "Poppler",
        variable: "PDFTOPPM",
        program: "pdftoppm",
        package: "poppler-utils",
        duration: "seconds, 6 MB",
        tests: "pdf_of_",
    },
];

/// A program, or why there is none.
pub struct Converter {
    /// What it is called.
    pub name: &'static str,
    /// The variable that names its file to the tests.
    pub variable: &'static str,
    /// What the names of the tests contain that need it.
    pub tests: &'static str,
    /// Its file.
    pub found: Result<PathBuf, String>,
}

/// Finds each, by its variable first, or installs it where that is possible.
pub fn find(steps: &Steps) -> Vec<Converter> {
    let one = |wanted: Wanted| {
        let Wanted { name, variable, program, package, duration, tests } = wanted;
        let elsewhere = format!("install {name}, or set {variable} to {program}");
        let install = || apt::install(steps, &[package], duration, &elsewhere);
        let found = here_or(name, || named(variable, &[program]), install).map_err(|failure| failure.to_string());
        Converter { name, variable, tests, found }
    };
    WANTED.map(one).into()
}
