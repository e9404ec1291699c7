//! Languages: numbers with units, prose with facts in it, widths of labels, the page's own wording.

mod number;
mod numeral;
mod rich;
mod ui;
mod width;
mod wrap;

pub use number::{Measured, decimals, measured, plain};
pub use numeral::{Numeral, numbers_of, numerals};
pub use rich::{Span, parse, plain_span, plain_text};
pub use ui::Ui;
pub use width::{Face, width};
pub use wrap::wrap;
