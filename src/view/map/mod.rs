//! The map of a chapter: the drawing for wide and for narrow screens, its legend, its lists.

mod drawing;
mod lists;

use leptos::prelude::*;

use super::Book;
use super::prose::{Heading, prose};
use crate::layout::Width;
use crate::layout::map::lay_out;
use crate::model::ChapterMap;
use drawing::drawing;
pub use lists::attribution;
use lists::{key, legend, place_list, tray};

/// The figure with the map.
///
/// The error says which label found no room; it stops the build.
pub fn map_figure(book: Book, map: &'static ChapterMap, heading: Heading) -> Result<AnyView, String> {
    let drawings = Width::ALL
        .into_iter()
        .map(|width| Ok(drawing(book, map, width, &lay_out(book.story, book.ground, map, width, book.lang)?)))
        .collect::<Result<Vec<AnyView>, String>>()?;
    let id = map.id.to_string();
    Ok(view! {
        <figure class="map-figure" id=id.clone() data-figure=id data-dock="">
            <figcaption>
                {heading.around(prose(book, &map.title))}
                <p>{prose(book, &map.description)}</p>
            </figcaption>
            <div class="drawings">{drawings}</div>
            {legend(book, map)}
            {tray(book, map, heading)}
            {key(book, map)}
            {place_list(book, map, heading)}
            {attribution(book)}
        </figure>
    }
    .into_any())
}
