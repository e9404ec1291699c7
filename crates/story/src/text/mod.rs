//! Languages: numbers with units, prose with facts in it and where it uses them, widths of labels, the page's
//! own wording.

#[cfg(feature = "data")]
mod credit;
mod describe;
mod files;
mod han;
mod markup;
mod number;
#[cfg(feature = "data")]
mod numeral;
mod pages;
mod places;
mod rich;
mod snippet;
#[cfg(feature = "data")]
mod title_room;
mod ui;
mod ui_charts;
#[cfg(feature = "data")]
mod ui_days;
mod ui_facts;
mod ui_files;
mod ui_ledger;
mod ui_map;
mod ui_phrases;
mod ui_share;
mod ui_where;
mod uses;
mod width;
#[cfg(feature = "data")]
mod wrap;

#[cfg(feature = "data")]
pub use credit::{MapCredit, citation, map_credit, source_line};
pub use describe::{MapSummary, describe};
pub use files::{
    APPLE_ICON, COVER_SIZE, FAVICON, FIGURE_FORMS, HOME_ICONS, ICON_SIZES, LEDGER_DOCUMENT, LICENCES, SHARE_SIZES,
    TAB_ICON, cover_file, figure_file, icon_file, icon_shapes, is_hashed, ledger_table, manifest_file,
    place_share_file, share_file, statics_file,
};
pub use han::{han_runs, is_han};
pub use markup::{data_block, escape};
pub use number::{Measured, decimals, measured, number_of, number_said, numbers_of_years, plain, shown_of};
#[cfg(feature = "data")]
pub use numeral::{Bound, Numeral, Sense, numbers_of, numerals, without};
pub use pages::{Embed, Page, PlaceOfFigure, Preview, Route, has_page, pages, place_of_figure};
pub use places::{Lead, lead_of, not_itself};
pub use rich::{plain_span, plain_text, text_with_kinds};
pub use snippet::{FRAME_WIDTH, Snippet, fill_form, forms, frame_height, host_script, snippet};
#[cfg(feature = "data")]
pub use title_room::TitleRoom;
pub use ui::{Ui, capitalised};
pub use uses::{StoryPart, Use, notes_below, notes_of_map, readings_below, readings_of_figure, uses, uses_of};
pub use width::{Face, is_full_width, width};
#[cfg(feature = "data")]
pub use wrap::{PHRASE_ENDS, fill, phrases, words, wrap};
