//! Pictures: chapters for sharing and figures for downloading, drawn by the same functions as the page.
//!
//! A picture is a [`DisplayList`] on which a drawing, its title and its source were put with plotters; [`svg`] writes the
//! list as a file of shapes and texts, [`png()`] draws that file with this machine's [`Fonts`].

mod display_list;
mod drawing;
mod figure;
mod fonts;
mod foot;
mod gallery;
mod icon;
mod legend;
mod lines;
mod place;
mod raster;
mod render_context;
mod share;
mod svg;
mod tokens;

use story::model::Lang;

pub use display_list::{DisplayList, End, Ink, Item, Words};
pub use figure::{figure_picture, map_picture};
pub use fonts::{Cut, Fonts, Glyph, PACKAGE};
pub use gallery::{Depicted, Plate, depicted};
pub use place::place_picture;
pub use raster::{cut, pixels, png};
pub use render_context::RenderContext;
pub use share::{Format, share_map, share_picture};
pub use svg::svg;
pub use tokens::Tokens;

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Width and height in pixels.
    pub size: [f64; 2],
    /// The colour of the paper.
    pub paper: Ink,
    /// What is on it, in drawing order.
    pub items: Vec<Item>,
    /// Its language.
    pub lang: Lang,
    /// Its title as it is drawn.
    pub heading: String,
    /// Its title in plain words, in which each number says of what kind it is.
    pub title: String,
    /// What it shows, in plain words, for those who do not see it.
    pub description: String,
}

impl Picture {
    fn new(list: &DisplayList, lang: Lang, [heading, title]: [String; 2], description: String) -> Self {
        Self { size: list.size(), paper: list.paper(), items: list.items(), lang, heading, title, description }
    }
}
