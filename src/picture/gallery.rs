//! All pictures of a story in one language.

use super::icon::{ICON, icon_picture};
use super::{Desk, Format, Picture, figure_picture, map_picture, share_picture};
use crate::text::{ICON_SIZES, figure_file, icon_file, icon_shapes, share_file};

/// How many pixels of a downloaded file go to one of the page.
const FINE: f64 = 2.0;

/// A picture and the files it becomes.
#[derive(Clone)]
pub struct Plate {
    /// The picture.
    pub picture: Picture,
    /// The file of pixels, from the folder that holds the pages.
    pub png: String,
    /// How many pixels of it go to one of the sheet.
    pub times: f64,
    /// The file of shapes, if it has one.
    pub svg: Option<String>,
}

/// Every chapter that is told, in both forms, and every figure and map.
pub fn gallery(desk: &Desk<'_>) -> Result<Vec<Plate>, String> {
    let (mut plates, story) = (Vec::new(), desk.story);
    for (chapter, told) in story.told() {
        for format in Format::ALL {
            let picture = share_picture(desk, chapter, told, format)?;
            let png = share_file(&chapter.id, desk.lang, format == Format::Square);
            plates.push(Plate { picture, png, times: 1.0, svg: None });
        }
        for map in told.maps() {
            plates.push(download(desk, map_picture(desk, map)?, &map.id));
        }
    }
    for figure in &story.figures.figures {
        if let Some(picture) = figure_picture(desk, figure) {
            plates.push(download(desk, picture?, &figure.id));
        }
    }
    Ok(plates)
}

/// The icon in its sizes, the first of them also as shapes.
pub fn icons(desk: &Desk<'_>) -> Result<Vec<Plate>, String> {
    let picture = icon_picture(desk)?;
    let icon = |(index, side): (usize, u32)| {
        let svg = (index == 0).then(|| icon_shapes(desk.lang));
        Plate { picture: picture.clone(), png: icon_file(desk.lang, side), times: f64::from(side) / ICON, svg }
    };
    Ok(ICON_SIZES.into_iter().enumerate().map(icon).collect())
}

fn download(desk: &Desk<'_>, picture: Picture, id: &crate::model::FigureId) -> Plate {
    let [svg, png] = ["svg", "png"].map(|ending| figure_file(id, desk.lang, ending));
    Plate { picture, png, times: FINE, svg: Some(svg) }
}
