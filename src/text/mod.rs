//! Languages: numbers with units, prose with facts in it and where it uses them, widths of labels, the page's
//! own wording.

mod credit;
mod describe;
mod files;
mod number;
mod numeral;
mod pages;
mod rich;
mod ui;
mod ui_ledger;
mod ui_map;
mod uses;
mod width;
mod wrap;

pub use credit::{MapCredit, map_credit};
pub use describe::{MapSummary, describe};
pub use files::{LEDGER_DOCUMENT, figure_file, ledger_table, share_file};
pub use number::{Measured, decimals, measured, number_of, plain};
pub use numeral::{Numeral, numbers_of, numerals};
pub use pages::{Embed, Page, Sheet, pages};
pub use rich::{Span, parse, plain_span, plain_text};
pub use ui::Ui;
pub use uses::{MAP_NOTES, METHOD, Part, Use, uses, uses_of};
pub use width::{Face, is_full_width, width};
pub use wrap::{CLOSING, OPENING, PHRASE_ENDS, fill, phrases, wrap};
