//! The classes that the program or a script asks for or sets. Others are between page and style sheets alone.

use crate::names::names;

names! { ("", ".", "")
    // Parts of the page.
    /// What the program listens to: the whole page.
    READER = "reader";
    /// A page with a part of the story for other pages.
    EMBED = "embed";
    /// The bar at the head.
    BAR = "bar";
    /// A chapter's section.
    CHAPTER = "chapter";
    /// What a chapter's steps and their figure stand in.
    STAGE = "stage";
    /// A step.
    STEP = "step";
    /// The strip beside a chapter's steps.
    STRIP = "strip";
    /// The parts of the strip that stand for the steps.
    PROGRESS = "progress";
    /// What stays in the window while steps pass.
    PINNED = "pinned";
    /// A data table that a reader opens.
    DATA_TABLE = "data-table";
    /// A list or passage that a reader opens, and that paper has open.
    FOLDED = "folded";
    /// A table that may be wider than its room.
    SCROLL = "scroll";
    /// A chart with words in it, drawn for one width.
    SCENE = "scene";
    /// A cell of a matrix that leads to a card.
    CELL = "cell";
    /// What only those hear who do not see the page.
    UNSEEN = "vh";

    // Cards and what they open in.
    /// The cards of a page.
    CARDS = "cards";
    /// What shows the panel.
    PANEL_FRAME = "panel-frame";
    /// What shows the card.
    CARD_FRAME = "card-frame";
    /// What a card's words are put into.
    SLOT = "slot";

    // Figures and maps.
    /// The figure of a chapter's map.
    MAP_FIGURE = "map-figure";
    /// A view of a figure: drawings, and what belongs to them.
    VIEW = "view";
    /// A map's drawings, of which one is shown.
    DRAWINGS = "drawings";
    /// A map.
    MAP = "map";
    /// A map as narrow windows have it.
    NARROW = "narrow";
    /// A part of a map with a scale of its own.
    PANE = "pane";
    /// The pane that a reader zooms.
    MAIN = "main";
    /// A smaller one.
    INSET = "inset";
    /// What a division is drawn by.
    REGION = "region";
    /// The link of a place on a map.
    MARK = "mark";
    /// A mark of a city.
    CITY = "city";
    /// The dot of a city.
    CITY_DOT = "city-dot";
    /// A station of a line.
    STATION = "station";
    /// A name on a map.
    LABEL = "label";
    /// A name of a place, or a link to one.
    PLACE = "place";
    /// A number that stands for a name.
    NUMBER = "number";
    /// What keeps its size while a map is zoomed.
    AT = "at";
    /// The scale bar.
    SCALE_BAR = "scale-bar";
    /// What is said below a map.
    MAP_NOTES = "map-notes";
    /// The sentence that says what a map shows.
    MAP_SAYS = "map-says";
    /// The places of a map that cannot be drawn.
    OFF_MAP = "off-map";
    /// What the legend is copied to beside the steps.
    BESIDE = "beside";
    /// The legend.
    LEGEND = "legend";
    /// The switch of a figure with several measures.
    SWITCH = "switch";
    /// A row of the legend that switches a layer.
    LAYER = "layer";
    /// The button that brings a map to what is selected.
    ZOOM_TO_SELECTED = "zoom-to-selected";
    /// The list of all places of a map.
    PLACES = "places";
    /// What the search stands in.
    SEARCH_BOX = "search-box";

    // Maps on a canvas.
    /// A canvas with the picture over it.
    DENSE = "dense";
    /// What the canvas draws as well.
    DRAWN = "drawn";
    /// The dots of a category.
    DOTS = "dots";
    /// What lies under an inset or a locator.
    SEA = "sea";
    /// A sign above the canvas.
    AIM = "aim";

    // The ledger.
    /// The ledger.
    LEDGER = "ledger";
    /// Its controls.
    FILTERS = "filters";
    /// How many rows, or regions, are shown.
    COUNT = "count";
    /// What is said where no row is left.
    EMPTY = "empty";
    /// A fact's value.
    VALUE = "value";
    /// Its kind.
    KIND = "kind";
    /// What it says.
    WHAT = "what";
    /// Where it stands.
    WHERE = "where";

    // Gazetteer.
    /// What chooses regions to be read beside each other.
    COMPARE = "compare";
    /// A section that shows only those.
    COMPARED = "compared";

    // What is said of it now: the program sets these.
    /// The selected division or place.
    SELECTED = "selected";
    /// The step that is read.
    ACTIVE = "active";
    /// Its part of the strip.
    ON = "on";
    /// The chapter that it is of.
    REACHED = "reached";
    /// A map on which the step points something out.
    GUIDED = "guided";
    /// What it points out.
    TOLD = "told";
    /// The view of a figure that is shown.
    CURRENT = "current";
    /// The drawings of which a step's own view is shown.
    OF_STEP = "of-step";
    /// A map whose camera moves.
    MOVING = "moving";
    /// A map that hands hold.
    HELD = "held";
    /// A map that moves by itself.
    GLIDING = "gliding";
    /// A map that is zoomed.
    ZOOMED = "zoomed";
    /// A name without room.
    COLLIDED = "collided";
    /// A panel that stands at the left of a wide map.
    LEFT = "left";
    /// Notes that are opened.
    OPEN = "open";
    /// A map whose reader is told how a finger moves it.
    BY_TOUCH = "by-touch";
    /// A map whose reader is told how the wheel zooms it.
    BY_WHEEL = "by-wheel";

    // What the scripts set or make.
    /// What was out of sight, and is laid out.
    LAID_OUT = "laid-out";
    /// A row of the list that a search does not fit.
    MISS = "miss";
    /// What is said of what the pointer rests on.
    POINTED = "pointed";
    /// An address that a frame shows instead of following it.
    ADDRESS = "address";
    /// The bands that a frame is cut into to know what of it is seen.
    BANDS = "bands";

    // The page for editors.
    /// Its form.
    KIT_CHOICES = "kit-choices";
    /// Where what was chosen is shown.
    STAND = "stand";
    /// A figure shown as a picture.
    PICTURED = "pictured";

    // The review.
    /// A number of no fact.
    REVIEW_LOOSE = "review-loose";
    /// What is looked at.
    REVIEW_NOW = "review-now";
}
