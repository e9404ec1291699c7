//! Texts as servers send them.
//!
//! The encoders are generic, and the code of what is generic is made by whoever calls it: called from the program that makes
//! the pages, which development builds leave as it is, they take three times as long (65 s of a processor for the 11 MB of
//! the story instead of 21). So nobody calls them but this crate, which is always optimised.

use std::io::{Read, Result, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// A form that a text is sent in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// RFC 7932.
    Brotli,
    /// RFC 1952.
    Gzip,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What the name of a file in this form ends in, after a dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// The bytes in this form, as small as it can make them. The same for the same bytes, whenever they are packed.
    ///
    /// ```
    /// use compression::Form;
    ///
    /// let text = "every figure traceable to its sentence\n".repeat(9);
    /// for form in Form::ALL {
    ///     let packed = form.packed(text.as_bytes()).unwrap();
    ///     assert!(packed.len() < text.len() / 3);
    ///     assert_eq!(form.unpacked(&packed).unwrap(), text.as_bytes());
    /// }
    /// assert!(Form::Gzip.unpacked(b"not gzip").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// Only where there is no memory left.
    pub fn packed(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, 11),
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
        }
    }

    /// What was packed.
    ///
    /// # Errors
    ///
    /// The bytes are not in this form, or end too soon.
    pub fn unpacked(self, packed: &[u8]) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self {
            Self::Brotli => brotli::BrotliDecompress(&mut &*packed, &mut bytes)?,
            Self::Gzip => _ = GzDecoder::new(packed).read_to_end(&mut bytes)?,
        }
        Ok(bytes)
    }
}

/// Brotli of a quality from 0, the fastest, to 11, the smallest.
///
/// # Errors
///
/// Only where there is no memory left.
pub fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let (mut small, params) = (Vec::new(), BrotliEncoderParams { quality, ..Default::default() });
    brotli::BrotliCompress(&mut &*bytes, &mut small, &params)?;
    Ok(small)
}
