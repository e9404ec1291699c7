//! What others paste into their pages to show a part of the story.

use super::{Embed, Page, Sheet, plain_text};
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

/// The frame that shows a page: the page itself if it is made for frames, else the whole story, at the page's chapter.
///
/// It works alone; `host.js` in the page around it only makes it as high as what it shows. The width is written so
/// that old phones keep to it, and the sandbox leaves the page around it alone.
pub fn snippet(story: &Story, page: &Page<'_>) -> Snippet {
    let shown = match page.sheet {
        Sheet::Story | Sheet::Chapter(_) => Page { sheet: Sheet::Embed(Embed::Story), ..*page },
        Sheet::Embed(_) => *page,
    };
    let anchor = match page.sheet {
        Sheet::Chapter(chapter) => format!("#{}", chapter.id),
        Sheet::Story | Sheet::Embed(_) => String::new(),
    };
    let height = HEIGHTS[match shown.sheet {
        Sheet::Embed(Embed::OpeningMap(..) | Embed::Map(..)) => 1,
        Sheet::Embed(Embed::Figure(..) | Embed::KeyFigure(..)) => 2,
        Sheet::Embed(Embed::Story) | Sheet::Story | Sheet::Chapter(_) => 0,
    }];
    let (address, title) = (shown.address(story), plain_text(story, page.head(story)[0], page.lang));
    let html = format!(
        "<iframe title=\"{}\" src=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         style=\"border:0;display:block;width:0;min-width:100%\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\" \
         allow=\"clipboard-write; web-share; fullscreen\" referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>",
        escape(&title),
        escape(&format!("{address}{anchor}")),
    );
    Snippet { html, height }
}

/// A text within an attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
