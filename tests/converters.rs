//! The SVG downloads look the same in other programs: librsvg, CairoSVG and Inkscape draw them as the build drew its PNG,
//! and Poppler so draws the PDF files that they make of them.
//!
//! Each converter smooths edges in its own way, and some set words without kerning or ligatures, so that the end of a line
//! stands a little aside. Pictures are therefore compared in squares as high as a line, each with what is nearest to it a
//! little aside, and by how much there is in them to differ: a word that only one of them has counts whole, be it small and
//! grey, and a finer edge does not.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

#[path = "support/site_files.rs"]
mod site_files;
#[path = "support/some.rs"]
mod some;
mod support;

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Command;

use png::{Decoder, Transformations};
use site_files::site_paths;
use some::some;
use tempfile::TempDir;

/// A way from SVG to PNG, and what is taken for the same picture.
struct Converter {
    /// What is run one after the other; the last has to write the picture.
    commands: fn(&Conversion) -> Vec<Command>,
    /// One in so many files is looked at.
    every: usize,
    /// How many pixels to either side what a square shows may stand.
    aside: isize,
    /// How unlike a square may be, from 0 to 1.
    bound: f64,
}

/// One file to convert: paths, and the size of the picture in pixels.
struct Conversion {
    shapes: String,
    width: String,
    height: String,
    /// The picture to write, a PNG.
    drawn: String,
    /// The PDF that may be written before it.
    printed: String,
}

impl Conversion {
    fn librsvg(&self) -> Command {
        program("RSVG_CONVERT", &["--width", &self.width, "--output", &self.drawn, &self.shapes])
    }

    fn cairosvg(&self) -> Command {
        program("CAIROSVG", &["--output-width", &self.width, "--output", &self.drawn, &self.shapes])
    }

    fn inkscape(&self) -> Command {
        let [width, drawn] = [format!("--export-width={}", self.width), format!("--export-filename={}", self.drawn)];
        program("INKSCAPE", &["--export-type=png", &width, &drawn, &self.shapes])
    }

    fn pdf_of_librsvg(&self) -> Vec<Command> {
        let printed = program("RSVG_CONVERT", &["--format", "pdf", "--output", &self.printed, &self.shapes]);
        vec![printed, self.drawn_from_pdf()]
    }

    fn pdf_of_cairosvg(&self) -> Vec<Command> {
        let printed = program("CAIROSVG", &["--format", "pdf", "--output", &self.printed, &self.shapes]);
        vec![printed, self.drawn_from_pdf()]
    }

    fn pdf_of_inkscape(&self) -> Vec<Command> {
        let to = format!("--export-filename={}", self.printed);
        vec![program("INKSCAPE", &["--export-type=pdf", &to, &self.shapes]), self.drawn_from_pdf()]
    }

    /// Poppler draws what the PDF shows. It ends the file's name itself.
    fn drawn_from_pdf(&self) -> Command {
        let size = ["-scale-to-x", &self.width, "-scale-to-y", &self.height];
        let files = [self.printed.as_str(), self.drawn.strip_suffix(".png").unwrap()];
        program("PDFTOPPM", &[&["-png", "-singlefile"], size.as_slice(), &files].concat())
    }
}

/// A program that a variable of the environment names.
fn program(variable: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(support::path(variable));
    command.args(arguments);
    command
}

/// Measured on all 70 files of both stories with the faces of Noto CJK (librsvg 2.54.7): 0.21 at most, where it sets no
/// ligature. The least of the faults below is 0.48 where it is greatest.
const LIBRSVG: Converter = Converter { commands: |of| vec![of.librsvg()], every: 1, aside: 6, bound: 0.3 };
/// The same (Inkscape 1.2.2): 0.17. Not all files of this and of what follows, as each takes a second or two.
const INKSCAPE: Converter = Converter { commands: |of| vec![of.inkscape()], every: 3, ..LIBRSVG };
/// The same (Poppler 22.12): 0.26 for both.
const PDF_OF_LIBRSVG: Converter = Converter { commands: Conversion::pdf_of_librsvg, every: 3, ..LIBRSVG };
const PDF_OF_INKSCAPE: Converter = Converter { commands: Conversion::pdf_of_inkscape, every: 5, ..LIBRSVG };
/// The same (CairoSVG 2.5.2): 0.35 at most. It sets no kerning, which moves the end of a headline by more than 14 pixels. The
/// least of the faults below is 0.46 where it is greatest.
const CAIROSVG: Converter = Converter { commands: |of| vec![of.cairosvg()], every: 3, aside: 20, bound: 0.36 };
const PDF_OF_CAIROSVG: Converter = Converter { commands: Conversion::pdf_of_cairosvg, every: 5, ..CAIROSVG };

/// Width and height of a square in the pixels of the build, which are half those of the drawing.
const SQUARE: [usize; 2] = [96, 24];
/// What Inkscape says where there is no desk: that it cannot list files as lately used.
const OF_A_DESK: &str = "GtkRecentManager";
/// What is rounded otherwise, of 255: a flat colour may be one away.
const ROUNDED: f64 = 6.0;

/// A picture's pixels, three bytes each.
struct Pixels {
    size: [usize; 2],
    bytes: Vec<u8>,
}

impl Pixels {
    fn read(path: &Path) -> Self {
        let file = File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut decoder = Decoder::new(BufReader::new(file));
        decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        let size = [info.width as usize, info.height as usize];
        assert_eq!(bytes.len(), size[0] * size[1] * 4, "{}", path.display());
        // All are opaque; where one were not it would be black.
        let mut at = 0;
        bytes.retain(|_| {
            at += 1;
            at % 4 != 0
        });
        Self { size, bytes }
    }

    /// Where squares begin. The last of a row ends with the picture: a smaller one would be little more than an edge.
    fn squares(&self) -> impl Iterator<Item = [usize; 2]> {
        let starts = |axis: usize| {
            let (length, side) = (self.size[axis], SQUARE[axis]);
            (0..length).step_by(side).map(move |at| at.min(length - side))
        };
        starts(1).flat_map(move |top| starts(0).map(move |left| [left, top]))
    }

    /// The rows of the square that begins here.
    fn rows(&self, [left, top]: [usize; 2]) -> impl Iterator<Item = &[u8]> {
        let [width, height] = SQUARE;
        (top..top + height).map(move |y| {
            let start = y * self.size[0] + left;
            &self.bytes[start * 3..(start + width) * 3]
        })
    }

    /// How far a square's pixels are from its own mean, of 255.
    fn ink(&self, corner: [usize; 2]) -> f64 {
        let of = |channel: usize| self.rows(corner).flat_map(move |row| row[channel..].iter().step_by(3));
        let pixels = (SQUARE[0] * SQUARE[1]) as f64;
        let one = |channel: usize| {
            let mean = of(channel).map(|byte| f64::from(*byte)).sum::<f64>() / pixels;
            of(channel).map(|byte| (f64::from(*byte) - mean).abs()).sum::<f64>() / pixels
        };
        (one(0) + one(1) + one(2)) / 3.0
    }

    /// How far the pixels of this square are from those of another, of 255.
    fn difference(&self, corner: [usize; 2], other: &Self, there: [usize; 2]) -> f64 {
        let of_row = |(row, other): (&[u8], &[u8])| -> u64 {
            row.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(*other))).sum()
        };
        let sum: u64 = self.rows(corner).zip(other.rows(there)).map(of_row).sum();
        sum as f64 / (SQUARE[0] * SQUARE[1] * 3) as f64
    }

    /// The same place so many pixels aside and lower, if the picture has that square.
    fn moved(&self, [left, top]: [usize; 2], [aside, lower]: [isize; 2]) -> Option<[usize; 2]> {
        let corner = [left.checked_add_signed(aside)?, top.checked_add_signed(lower)?];
        (0..2).all(|axis| corner[axis] + SQUARE[axis] <= self.size[axis]).then_some(corner)
    }
}

impl Converter {
    /// What this draws of an SVG, as wide as the picture that the build made of it.
    fn draw(&self, shapes: &Path, built: &Pixels) -> Pixels {
        let folder = TempDir::new().unwrap();
        let named = |path: &Path| path.to_str().unwrap().to_owned();
        let [width, height] = built.size.map(|length| length.to_string());
        let [drawn, printed] = ["drawn.png", "printed.pdf"].map(|name| named(&folder.path().join(name)));
        let conversion = Conversion { shapes: named(shapes), width, height, drawn, printed };
        for mut command in (self.commands)(&conversion) {
            // Inkscape keeps here what it remembers.
            let converted = command.env("INKSCAPE_PROFILE_DIR", folder.path()).output().unwrap();
            let said = String::from_utf8_lossy(&converted.stderr);
            let is_silent = said.lines().all(|line| line.is_empty() || line.contains(OF_A_DESK));
            assert!(converted.status.success() && is_silent, "{}: {said}", shapes.display());
        }
        let drawn = Pixels::read(Path::new(&conversion.drawn));
        assert_eq!(drawn.size, built.size, "{}", shapes.display());
        drawn
    }

    /// How unlike a square is: 0 for the same, 1 for a word that only one of the two has. It is looked for up to a pixel higher
    /// and lower and some aside, until it is like enough.
    fn unlike(&self, drawn: &Pixels, built: &Pixels, corner: [usize; 2]) -> f64 {
        let straight = drawn.difference(corner, built, corner) / ROUNDED;
        if straight <= self.bound {
            // So it is of most squares, and their ink would only make it less.
            return straight;
        }
        let there_is = drawn.ink(corner) + built.ink(corner) + ROUNDED;
        let asides = (0..=self.aside).flat_map(|aside| [aside, -aside]);
        let moves = asides.flat_map(|aside| [0, 1, -1].map(|lower| [aside, lower]));
        let mut least = f64::INFINITY;
        for place in moves.filter_map(|by| drawn.moved(corner, by)) {
            least = least.min(drawn.difference(place, built, corner) / there_is);
            if least <= self.bound {
                break;
            }
        }
        least
    }

    /// The squares of a file that are too unlike the picture beside it, each as it is told.
    fn faults<'a>(&'a self, shapes: &'a Path, built: &'a Pixels) -> impl Iterator<Item = String> + 'a {
        let drawn = self.draw(shapes, built);
        built.squares().filter_map(move |corner| {
            let unlike = self.unlike(&drawn, built, corner);
            let [x, y] = corner;
            (unlike > self.bound).then(|| format!("unlike by {unlike:.2} at {x}, {y}"))
        })
    }

    /// Holds every download, or one in so many, against the picture beside it.
    fn draws_the_downloads_as_the_build_did(&self) {
        let (mut wrong, mut files) = (Vec::new(), 0);
        for site in ["SITE_DIR", "SECOND_SITE_DIR"] {
            for (name, shapes) in downloads(site).into_iter().step_by(self.every) {
                let built = Pixels::read(&shapes.with_extension("png"));
                wrong.extend(self.faults(&shapes, &built).map(|fault| format!("{site} {name}: {fault}")));
                files += 1;
            }
        }
        println!("{files} files");
        assert!(wrong.is_empty(), "{} squares are not as the build drew them:\n{}", wrong.len(), wrong.join("\n"));
    }

    /// Plants each fault in a map, in both languages, and expects that it is seen, and nothing without it.
    fn sees(&self, planted: &[Fault]) {
        for (name, shapes) in a_map_in_each_language() {
            let (text, built) = (fs::read_to_string(&shapes).unwrap(), Pixels::read(&shapes.with_extension("png")));
            assert_eq!(self.faults(&shapes, &built).next(), None, "{name}, as it is");
            for (what, plant) in planted {
                let with_fault = plant(&text);
                assert_ne!(with_fault, text, "{name}: {what} was not planted");
                let folder = TempDir::new().unwrap();
                let file = folder.path().join("planted.svg");
                fs::write(&file, with_fault).unwrap();
                assert!(self.faults(&file, &built).next().is_some(), "{name}: {what} is taken for the same");
            }
        }
    }
}

/// The SVG downloads of a site, by name: all but the icon, which nobody is offered.
fn downloads(site: &str) -> Vec<(String, PathBuf)> {
    let files = site_paths(&support::path(site)).into_iter();
    let files = files.filter(|(name, _)| name.ends_with(".svg") && !name.starts_with("pictures/icon."));
    some(&format!("SVG files in {site}"), files)
}

/// The first download in each language that has halos, as maps do.
fn a_map_in_each_language() -> [(String, PathBuf); 2] {
    let files = downloads("SECOND_SITE_DIR");
    let has_halo = |path: &Path| fs::read_to_string(path).unwrap().contains(HALO);
    let first = |ending: &str| files.iter().find(|(name, path)| name.ends_with(ending) && has_halo(path)).cloned();
    [".zh.svg", ".en.svg"].map(|ending| first(ending).unwrap_or_else(|| panic!("no map in {ending}")))
}

/// What a halo is known by.
const HALO: &str = "aria-hidden=\"true\"";

/// What is wrong, and an SVG file that has it.
type Fault = (&'static str, fn(&str) -> String);

/// What no reader should find in a converted file.
const FAULTS: [Fault; 4] = [
    ("halos over their words", |text| {
        let (halos, rest): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.contains(HALO));
        [rest.as_slice(), &halos].concat().join("\n").replace("</svg>", "") + "</svg>"
    }),
    ("texts three pixels lower", |text| text.replace("<text ", "<text transform=\"translate(0 3)\" ")),
    ("texts that begin where they should end", |text| {
        text.replace(" text-anchor=\"end\"", "").replace(" text-anchor=\"middle\"", "")
    }),
    ("one name missing", |text| {
        let halo = text.lines().position(|line| line.contains(HALO)).unwrap();
        let kept = text.lines().enumerate().filter(|(at, _)| *at != halo && *at != halo + 1);
        kept.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
    }),
];

/// A module for each converter: by its name `cargo xtask test` leaves out what it lacks a program for.
macro_rules! converters {
    ($($module:ident: $converter:ident),+) => {$(
        mod $module {
            #[test]
            fn draws_the_downloads_as_the_build_did() {
                super::$converter.draws_the_downloads_as_the_build_did();
            }

            #[test]
            fn a_fault_in_a_download_is_seen() {
                super::$converter.sees(&super::FAULTS);
            }
        }
    )+};
}

converters! {
    librsvg: LIBRSVG,
    cairosvg: CAIROSVG,
    inkscape: INKSCAPE,
    pdf_of_librsvg: PDF_OF_LIBRSVG,
    pdf_of_cairosvg: PDF_OF_CAIROSVG,
    pdf_of_inkscape: PDF_OF_INKSCAPE
}

/// It takes the first name alone, so each stack begins with one that is there.
mod first_family_of_cairosvg {
    #[test]
    fn one_that_is_not_here_is_seen() {
        super::CAIROSVG.sees(&[("a first family that is not here", |text| {
            text.replace("font-family=\"", "font-family=\"'None of this name', ")
        })]);
    }
}
