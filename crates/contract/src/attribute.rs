//! The page's own attributes. Who reads them stands above each group; the style sheets may read any.

use std::fmt::Display;

use crate::names::names;

names! { ("data-", "[", "]")
    // What something is about: the program, pages and tests.
    /// The division or place that an element shows or names; with a link, what it opens.
    PLACE = "place";
    /// The fact whose source a number opens.
    FACT = "fact";
    /// The fact that a text states without being a link to it.
    OF = "of";
    /// Text that is no statement: row numbers, scale bars, version numbers.
    FURNITURE = "furniture";
    /// The number of a fact's row in the ledger.
    ROW = "row";
    /// The sign of a fact's kind, which the style sheet puts before a number.
    MARK = "mark";
    /// The head of a cell's column, for narrow windows.
    HEAD = "head";
    /// The figure that an element is.
    FIGURE = "figure";

    // Where something is put or kept: the program.
    /// A part that can be kept in its place when the page is told otherwise, or comes to another language.
    ANCHOR = "anchor";
    /// A part that the panel about a place can open in.
    DOCK = "dock";
    /// The id of the part that the panel opens in, where that is not around the link.
    DOCK_TO = "dock-to";

    // Buttons and links: the program.
    /// The page in the other language, from this one.
    LANGUAGE = "language";
    /// The way of telling that a button is for: a mode's slug.
    MODE_TO = "mode-to";
    /// The switch between light and dark.
    THEME_SWITCH = "theme-switch";
    /// What a button closes: see `payload::Opened`.
    CLOSE = "close";
    /// Which way a button leads through the steps: see `payload::Way`.
    GO = "go";
    /// The id of what a button opens below a map.
    NOTES = "notes";
    /// The part of a map that a button shows: see `payload::ZoomTo`.
    ZOOM = "zoom";
    /// The layer that a switch is for.
    LAYER_SWITCH = "layer-switch";
    /// The measure that a switch shades a map by.
    SHADE_SWITCH = "shade-switch";
    /// On a button the measure that it is for, empty for all; on the root element the one that was chosen.
    MEASURE = "measure";
    /// The measure that a part belongs to.
    OF_MEASURE = "of-measure";
    /// The way to the ledger's page.
    LEDGER = "ledger";

    // Steps: the program.
    /// The step that a view of a figure, or what stands for it elsewhere, belongs to.
    STEP = "step";
    /// The step that a part of the strip stands for.
    OF_STEP = "of-step";
    /// The number of a place on a narrow map; the program puts it beside the name.
    NUMBER = "number";

    // Maps: the program.
    /// A view of a map, by the name that addresses have for it.
    VIEW = "view";
    /// The layers that something belongs to: see `payload::list`.
    LAYER = "layer";
    /// The division that a mark lies in.
    WITHIN = "within";
    /// A mark that stands in the inset below the main map.
    BELOW = "below";
    /// Where the inset below begins, in units of the drawing, rounded.
    CUT = "cut";
    /// Its point of the main map, for what stands in an inset: see `payload::point`.
    MAIN = "main";
    /// From which zoom on a name has room: see `payload::hundredths`.
    FROM = "from";
    /// Up to which zoom a name has room: see `payload::hundredths`.
    UNTIL = "until";
    /// The length of a scale bar in metres, rounded.
    METRES = "metres";
    /// How many divisions a map's sentence counts.
    REGIONS = "regions";
    /// How many divisions are in sight.
    IN_SIGHT = "in-sight";
    /// The categories with their names: see `payload::named`.
    CATEGORIES = "categories";
    /// The measures with their names and how many values each has: see `payload::measured`.
    MEASURES = "measures";
    /// A map that is shaded on request only.
    ON_REQUEST = "on-request";

    // Maps on a canvas: the program.
    /// Where the regions of a canvas stand: see `payload::numbers`.
    ANCHORS = "anchors";
    /// The width of a line that a canvas draws, nought for what is filled: see `payload::tenths`.
    LINE = "line";
    /// The dashes of that line, in tenths: see `payload::numbers`.
    DASH = "dash";
    /// Its opacity: see `payload::tenths`.
    OPACITY = "opacity";
    /// What a sign above a canvas is for: see `payload::Aim`.
    AIM = "aim";
    /// A canvas that has been drawn; the program sets it.
    DRAWN = "drawn";

    // The ledger: the program.
    /// What the head of a column sorts by.
    SORT = "sort";
    /// The button that chooses all rows.
    CLEAR = "clear";
    /// The kind of a row's fact.
    KIND = "kind";
    /// Who says it.
    SPEAKER = "speaker";
    /// Its chapter.
    CHAPTER = "chapter";
    /// Its place in the order of values.
    VALUE = "value";
    /// Its place in the order of locators.
    LOCATOR = "locator";
    /// A text with a gap: in ledger and gazetteer see `payload::count`, for editors the snippet that the choices fill.
    FORM = "form";

    // The root element, as the build writes it: program, scripts and style sheets.
    /// The name by which browsers and other pages know the story.
    HANDLE = "handle";
    /// The page's title without its parts.
    TITLE = "title";
    /// A page with a part of the story for other pages, and which.
    EMBED = "embed";
    /// The page in the other language of one that has no link there.
    OTHER = "other";
    /// Where the story itself has what a frame shows.
    STORY = "story";

    // The root element, as the scripts set it.
    /// How the story is told: a mode's slug.
    MODE = "mode";
    /// The colours, where they are not the system's: a theme's slug.
    THEME = "theme";
    /// The page answers.
    ALIVE = "alive";
    /// On the root element, the program could not be started or has failed since; on what says something, its words for a
    /// failure.
    FAILED = "failed";
    /// The page stands in a frame.
    FRAMED = "framed";
    /// Neither header nor foot was asked for.
    CHROME = "chrome";
    /// What is out of sight may be laid out later.
    LATER = "later";
    /// The frame is as high as its content.
    FITS = "fits";
    /// The frame is lower than its content.
    SCROLLS = "scrolls";
    /// The page around moves the steps on.
    DRIVEN = "driven";

    // The root element, as the program sets it: the style sheets.
    /// The layers that are switched off: see `payload::list`.
    OFF = "off";
    /// The measure that shades a map on request.
    SHADE = "shade";
    /// Something is open that narrow windows show as a sheet.
    SHEET = "sheet";

    // Sharing, searching, tables: the scripts.
    /// The id of what a button copies.
    COPY = "copy";
    /// The button that copies the address of what is seen.
    COPY_VIEW = "copy-view";
    /// The button that copies what the card says.
    COPY_QUOTATION = "copy-quotation";
    /// The button that passes the page on.
    SHARE = "share";
    /// A link to exactly this, which takes the reader's choices along.
    LINK = "link";
    /// What is said when something was copied.
    DONE = "done";
    /// What is said before the number of what a search found.
    BEFORE = "before";
    /// The same where the spelling was near only.
    NEAR = "near";
    /// The same where what was typed is told of a place.
    TOLD = "told";
    /// What is said after the number.
    AFTER = "after";
    /// What is said where nothing was found.
    NOTHING = "nothing";
    /// A table that the reader has opened, while paper shows all.
    KEPT = "kept";

    // The page for editors: its script.
    /// The root of the site, from this page.
    ROOT = "root";
    /// The width of a phone in CSS pixels.
    PHONE = "phone";
    /// What a control stood at first.
    FIRST = "first";

    // The page around a frame: the host's script.
    /// A frame whose height the host has chosen.
    FIXED = "fixed";
    /// How many pixels the host's own header covers.
    INSET = "inset";

    // While one works on it: `web/live.js`, the review.
    /// Which making of the site a page is from.
    STAMP = "stamp";
    /// The page's path in the site.
    PATH = "path";
    /// The style sheet that it was made with.
    STYLE = "style";
    /// The fact that a number under review is of.
    REVIEW = "review";
    /// That fact's kind.
    REVIEW_KIND = "review-kind";
    /// That fact's speaker.
    REVIEW_SPEAKER = "review-speaker";
    /// What the transcript does not have of a number under review.
    LACKS = "lacks";
}

/// The selector of the elements that have this value in an attribute, after one for what else they are.
///
/// ```
/// use contract::attribute::{PLACE, with};
/// assert_eq!(with("a", PLACE, "410305"), "a[data-place='410305']");
/// ```
#[inline(never)]
pub fn with(before: &str, name: &str, value: &str) -> String {
    [before, "[", name, "='", value, "']"].concat()
}

/// The same for a style sheet, which quotes as style sheets do.
///
/// ```
/// use contract::attribute::{VIEW, rule};
/// assert_eq!(rule(VIEW, "map-opening"), "[data-view=\"map-opening\"]");
/// ```
pub fn rule(name: &str, value: impl Display) -> String {
    format!("[{name}=\"{value}\"]")
}

/// The same for an attribute that has a list (see `payload::list`) with this name in it.
///
/// ```
/// use contract::attribute::{LAYER, rule_in_list};
/// assert_eq!(rule_in_list(LAYER, "rivers"), "[data-layer~=\"rivers\"]");
/// ```
pub fn rule_in_list(name: &str, value: impl Display) -> String {
    format!("[{name}~=\"{value}\"]")
}

/// The attribute as markup has it, after a space; the value is escaped already.
///
/// ```
/// use contract::attribute::{OF, markup};
/// assert_eq!(markup(OF, "clusters"), " data-of=\"clusters\"");
/// ```
pub fn markup(name: &str, value: impl Display) -> String {
    format!(" {name}=\"{value}\"")
}
