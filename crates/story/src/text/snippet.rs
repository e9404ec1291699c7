//! What others paste into their pages to show a part of the story.

use super::{Embed, Page, Route, escape};
use crate::model::Story;

/// How high a frame is until its page says its own height, and for good where nobody listens, in CSS pixels: enough
/// for a screen of the story, for a map with its legend, for a chart.
const HEIGHTS: [u32; 3] = [720, 680, 520];

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

/// How high a frame with this page is until the page says so itself, in CSS pixels.
pub fn frame_height(page: &Page<'_>) -> u32 {
    HEIGHTS[match page.route {
        Route::Embed(Embed::OpeningMap(..) | Embed::Map(..)) => 1,
        Route::Embed(Embed::Figure(..) | Embed::KeyFigure(..)) => 2,
        Route::Embed(Embed::Story | Embed::Chapter(_))
        | Route::Story
        | Route::Ledger
        | Route::Gazetteer
        | Route::Place(_)
        | Route::Chapter(_)
        | Route::Kit => 0,
    }]
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
