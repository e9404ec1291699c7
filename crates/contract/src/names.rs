//! How lists of names are declared, and selectors made of them before the program runs.

/// Several texts as one constant: what is put together here costs the WASM nothing.
///
/// ```
/// use contract::{attribute, class, joined};
/// assert_eq!(joined!("svg", class::of::MAP, " ", attribute::of::PLACE), "svg.map [data-place]");
/// ```
#[macro_export]
macro_rules! joined {
    ($($part:expr),+ $(,)?) => {{
        const PARTS: &[&str] = &[$($part),+];
        const BYTES: [u8; $crate::length(PARTS)] = $crate::bytes(PARTS);
        const TEXT: &str = match ::core::str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => panic!("texts put together are text"),
        };
        TEXT
    }};
}

/// The length of these texts together, for [`joined!`].
#[doc(hidden)]
pub const fn length(parts: &[&str]) -> usize {
    let (mut sum, mut part) = (0, 0);
    while part < parts.len() {
        sum += parts[part].len();
        part += 1;
    }
    sum
}

/// These texts one after the other, for [`joined!`].
#[doc(hidden)]
pub const fn bytes<const N: usize>(parts: &[&str]) -> [u8; N] {
    let (mut bytes, mut at, mut part) = ([0; N], 0, 0);
    while part < parts.len() {
        let own = parts[part].as_bytes();
        let mut index = 0;
        while index < own.len() {
            bytes[at] = own[index];
            (at, index) = (at + 1, index + 1);
        }
        part += 1;
    }
    bytes
}

/// A list of names, each with its selector: `NAME` is what an element has, `of::NAME` finds it. `ALL` is every name with
/// what it is called here, for the build, which fills scripts in, and for tests.
macro_rules! names {
    (($before:literal, $open:literal, $close:literal) $($(#[$doc:meta])+ $name:ident = $value:literal;)+) => {
        $($(#[$doc])+ pub const $name: &str = concat!($before, $value);)+

        /// The selectors.
        pub mod of {
            $($(#[$doc])+ pub const $name: &str = concat!($open, $before, $value, $close);)+
        }

        /// Every name of the list, with what it is called here.
        pub const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),+];
    };
}

pub(crate) use names;
