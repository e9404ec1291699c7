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
use lists::{beyond_list, key, legend, place_list, tray};

/// The figure with the map.
///
/// The error says which label found no room; it stops the build.
pub fn map_figure(book: Book, map: &'static ChapterMap, heading: Heading) -> Result<AnyView, String> {
    let lay_out = |width| lay_out(book.story, book.ground, map, width, book.lang);
    let (wide, narrow) = (lay_out(Width::Wide)?, lay_out(Width::Narrow)?);
    let drawings = [drawing(book, map, Width::Wide, &wide), drawing(book, map, Width::Narrow, &narrow)];
    let view_name = map.id.to_string();
    let beyond = beyond_list(book, map, &wide);
    let id = map.id.to_string();
    Ok(view! {
        <figure class="map-figure" id=id.clone() data-figure=id data-dock="">
            <figcaption>
                {heading.around(prose(book, &map.title))}
                <p>{prose(book, &map.description)}</p>
            </figcaption>
            <div class="drawings"><div class="view" data-view=view_name>{drawings.into_iter().collect_view()}</div></div>
            {legend(book, map)}
            {key(book, map)}
            {beyond}
            {tray(book, map, heading)}
            {place_list(book, map, heading)}
            {attribution(book)}
        </figure>
    }
    .into_any())
}
