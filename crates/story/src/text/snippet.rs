//! What others paste into their pages to show a part of the story.

use super::{Embed, Page, Route, escape};
use crate::model::{Chart, Story};

/// How wide a frame is for which its height is reckoned here, in CSS pixels.
pub const FRAME_WIDTH: u32 = 960;
/// A screen of what is longer than any frame, in CSS pixels: the story, a chapter.
const SCREEN: u32 = 720;
/// A map with its legend, as wide as [`FRAME_WIDTH`].
const MAP: u32 = 1060;
/// What is higher scrolls, in CSS pixels.
const HIGHEST: u32 = 3000;

/// A frame as HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The element.
    pub html: String,
    /// The height that it asks for, in CSS pixels.
    pub height: u32,
}

/// The form of a frame; see [`fill_form`].
const FRAME: &str = "<iframe title=\"{title}\" src=\"{src}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
     frameborder=\"0\" \
     sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\" \
     allow=\"clipboard-write\" referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>";
/// The script that gives frames their heights.
const SCRIPT: &str = "<script async src=\"{root}host.js\"></script>";
/// The element that the script defines; what stands in it is there until its frame is.
const ELEMENT: &str = "<{handle} src=\"{root}\" figure=\"{figure}\" lang=\"{lang}\" theme=\"{theme}\">\
     <a href=\"{link}\">{title}</a></{handle}>";
/// A picture that leads to the story, with twice as many pixels as it is wide, and below it whose it is.
const PICTURE: &str = "<figure>\n<a href=\"{link}\"><img src=\"{picture}\" srcset=\"{picture} 2x\" alt=\"{alt}\" \
     width=\"{width}\" height=\"{tall}\"></a>\n\
     <figcaption><a href=\"{link}\">{title}</a> {credit}</figcaption>\n</figure>";
/// For systems that make a frame of an address by themselves.
const ADDRESS: &str = "{page}";

/// The forms that editors are given, with names in braces for what differs: a frame alone, a frame with the script that
/// gives it the height of its content, the element of that script, a picture with a link, the bare address.
///
/// A frame works alone. Attributes say how it looks, because the policy of many pages forbids styles in elements; the
/// sandbox leaves the page around it alone.
pub fn forms(story: &Story) -> [String; 5] {
    let element = format!("{ELEMENT}\n{SCRIPT}").replace("{handle}", &story.head().handle);
    [FRAME.to_owned(), format!("{FRAME}\n{SCRIPT}"), element, PICTURE.to_owned(), ADDRESS.to_owned()]
}

/// The element that loads the script from the story's address, which gives frames their heights.
pub fn host_script(story: &Story) -> String {
    fill_form(SCRIPT, &[("root", &story.head().address)])
}

/// A form with values for its names, as attributes and texts of HTML want them.
///
/// ```
/// use story::text::fill_form;
/// assert_eq!(fill_form("<a title=\"{title}\">", &[("title", "A & \"B\"")]), "<a title=\"A &amp; &quot;B&quot;\">");
/// ```
pub fn fill_form(form: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(form.to_owned(), |form, (name, value)| form.replace(&format!("{{{name}}}"), &escape(value)))
}

/// How high a frame with this page is until the page says so itself, and for good where nobody listens, in CSS pixels.
///
/// A figure has its height at [`FRAME_WIDTH`] give or take a quarter, in either language; where the frame is narrower and
/// the figure therefore higher, the frame scrolls.
pub fn frame_height(page: &Page<'_>) -> u32 {
    match page.route {
        Route::Embed(Embed::OpeningMap(..) | Embed::Map(..)) => MAP,
        Route::Embed(Embed::Figure(_, figure) | Embed::KeyFigure(_, _, figure)) => chart_height(&figure.chart),
        Route::Embed(Embed::Story | Embed::Chapter(_))
        | Route::Story
        | Route::Ledger
        | Route::Gazetteer
        | Route::Place(_)
        | Route::Chapter(_)
        | Route::Kit => SCREEN,
    }
}

/// How high a frame with this chart is: what all of its kind have, and for each row what a row takes. The numbers are read
/// off both stories' figures as a browser lays them out, and a test in a browser holds them.
fn chart_height(chart: &Chart) -> u32 {
    let rows = |first: u32, each: u32, count: usize| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        first.saturating_add(each.saturating_mul(count))
    };
    let height = match chart {
        Chart::Areas(_) => 430,
        Chart::Bars(bars) => rows(270, 230, bars.measures.len()),
        Chart::StatusLanes(lanes) => rows(370, 63, lanes.rows.len()),
        Chart::Matrix(matrix) => rows(350, 110, matrix.rows.len()),
        Chart::Multiples(_) | Chart::Series(_) | Chart::Statements(_) => 500,
        Chart::Timeline(timeline) => rows(rows(500, 56, timeline.rows.len()), 17, timeline.undated.len()),
        Chart::Pictogram(_) => 365,
    };
    height.min(HIGHEST)
}

/// The frame that shows a page: the page itself if it is made for frames, else its chapter or the whole story.
pub fn snippet(story: &Story, page: &Page<'_>) -> Snippet {
    let embed = match page.route {
        Route::Embed(embed) => embed,
        Route::Chapter(chapter) => Embed::Chapter(chapter),
        Route::Story | Route::Ledger | Route::Gazetteer | Route::Place(_) | Route::Kit => Embed::Story,
    };
    let shown = Page { route: Route::Embed(embed), ..*page };
    let height = frame_height(&shown);
    let [title, _] = page.head(story);
    let (src, number) = (shown.address(story), height.to_string());
    Snippet { html: fill_form(FRAME, &[("title", &title), ("src", &src), ("height", &number)]), height }
}
