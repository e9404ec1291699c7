//! Numbers as they occur in running text, in digits, in 汉字 and in English words: cardinals, ordinals, fractions,
//! percentages, multiples, and whether the words around say that it is about so many, more or fewer.
//!
//! The rule is that a run of numerals is a number. Left out is only what nobody reads as one: 一, “one” and “first” by
//! themselves, which are articles and words of order as often as not, and the idioms of `idioms`. Names such as 三门峡 are the story's to list; see
//! [`without`].

mod bound;
mod characters;
mod conditions;
mod digits;
mod english;
mod han;
mod idioms;
mod read;
mod scan;
mod truth;

pub use bound::Bound;
pub use idioms::without;
pub use read::{Numeral, Sense};
pub use scan::numerals;
pub use truth::numbers_of;
