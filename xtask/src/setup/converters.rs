//! Programs that turn SVG into pictures or draw a PDF, for the tests that compare what they make of the downloads with what
//! the build has drawn. Whoever lacks one and cannot install it runs all other tests.

use std::path::PathBuf;

use super::engines::here_or;
use super::{apt, named};
use crate::steps::Steps;

/// One of them.
pub struct Converter {
    /// What it is called.
    pub name: &'static str,
    /// The variable of the environment that the tests take it from, and that can name another.
    pub variable: &'static str,
    /// What the names of the tests contain that need it.
    pub tests: &'static str,
    program: &'static str,
    package: &'static str,
    duration: &'static str,
}

const CONVERTERS: [Converter; 4] = [
    Converter {
        name: "librsvg",
        variable: "RSVG_CONVERT",
        program: "rsvg-convert",
        package: "librsvg2-bin",
        duration: "seconds, 6 MB",
        tests: "librsvg::",
    },
    Converter {
        name: "CairoSVG",
        variable: "CAIROSVG",
        program: "cairosvg",
        package: "cairosvg",
        duration: "seconds, 10 MB",
        tests: "cairosvg::",
    },
    Converter {
        name: "Inkscape",
        variable: "INKSCAPE",
        program: "inkscape",
        package: "inkscape",
        duration: "half a minute, 190 MB",
        tests: "inkscape::",
    },
    Converter {
        name: "Poppler",
        variable: "PDFTOPPM",
        program: "pdftoppm",
        package: "poppler-utils",
        duration: "seconds, 6 MB",
        tests: "pdf_of_",
    },
];

/// Finds each, by its variable first, or installs it where that is possible; its file, or why there is none.
pub fn find(steps: &Steps) -> Vec<(Converter, Result<PathBuf, String>)> {
    let found = |converter: Converter| {
        let Converter { name, variable, program, package, duration, .. } = converter;
        let elsewhere = format!("install {name}, or set {variable} to {program}");
        let install = || apt::install(steps, &[package], duration, &elsewhere);
        let found = here_or(name, || named(variable, &[program]), install).map_err(|failure| failure.to_string());
        (converter, found)
    };
    CONVERTERS.map(found).into()
}
