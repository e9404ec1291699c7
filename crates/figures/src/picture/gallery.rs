//! All pictures of a story, each to be made by itself.

use super::icon::{ICON, icon_picture};
use super::{Format, Picture, RenderContext, figure_picture, map_picture, place_picture, share_picture};
use story::model::{self, Chapter, ChapterMap, Figure, Lang, Story, Told};
use story::text::{
    HOME_ICONS, ICON_SIZES, cover_file, figure_file, has_page, icon_file, icon_shapes, place_share_file, share_file,
};

/// How many pixels of a downloaded file go to one of the page.
const FINE: f64 = 2.0;

/// A picture and the files it becomes.
#[derive(Clone)]
pub struct Plate {
    /// The picture.
    pub picture: Picture,
    /// The file of pixels, from the folder that holds the pages.
    pub png: String,
    /// How many pixels of it go to one of the list.
    pub times: f64,
    /// The file of shapes, if it has one.
    pub svg: Option<String>,
}

/// What a picture shows.
#[derive(Clone, Copy)]
pub enum Depicted<'a> {
    /// A chapter, for sharing.
    Share(&'a Chapter, &'a Told, Format),
    /// A map, for downloading.
    Map(&'a ChapterMap),
    /// A chart, for downloading; some have no drawing.
    Figure(&'a Figure),
    /// A region or place, for sharing.
    Place(model::Subject<'a>),
    /// The icon with this side in pixels; the first of its sizes also as shapes.
    Icon(u32),
}

/// What there are pictures of: every chapter that is told, in each form, every map and figure, the icon, and last every
/// region and place with a page of its own.
pub fn depicted(story: &Story) -> Vec<Depicted<'_>> {
    let of_chapter = |(chapter, told)| {
        let forms = Format::ALL.into_iter().map(move |format| Depicted::Share(chapter, told, format));
        forms.chain(Told::maps(told).map(Depicted::Map))
    };
    let figures = story.figures.figures.iter().map(Depicted::Figure);
    let places = story.subjects().filter(|one| has_page(story, *one)).map(Depicted::Place);
    story.told().flat_map(of_chapter).chain(figures).chain(ICON_SIZES.map(Depicted::Icon)).chain(places).collect()
}

impl Depicted<'_> {
    /// The picture's file of pixels in a language, from the folder that holds the pages.
    pub fn name(&self, lang: Lang) -> String {
        match *self {
            Self::Share(chapter, _, Format::Cover) => cover_file(&chapter.id, lang),
            Self::Share(chapter, _, format) => share_file(&chapter.id, lang, format == Format::Square),
            Self::Map(ChapterMap { id, .. }) | Self::Figure(Figure { id, .. }) => figure_file(id, lang, "png"),
            Self::Place(place) => place_share_file(place.id(), lang),
            Self::Icon(side) => icon_file(lang, side),
        }
    }

    /// The picture with the names of its files.
    pub fn plate(&self, context: &RenderContext<'_>) -> Result<Plate, String> {
        let (picture, times, svg) = match *self {
            Self::Share(chapter, told, format) => (share_picture(context, chapter, told, format), 1.0, None),
            Self::Map(map) => (map_picture(context, map), FINE, Some(figure_file(&map.id, context.lang, "svg"))),
            Self::Figure(figure) => {
                (figure_picture(context, figure), FINE, Some(figure_file(&figure.id, context.lang, "svg")))
            }
            Self::Place(place) => (place_picture(context, place), 1.0, None),
            Self::Icon(side) => {
                let shapes = (side == HOME_ICONS[0]).then(|| icon_shapes(context.lang));
                (icon_picture(context), f64::from(side) / ICON, shapes)
            }
        };
        Ok(Plate { picture: picture?, png: self.name(context.lang), times, svg })
    }
}
