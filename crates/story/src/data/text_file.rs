//! The text of a file, whatever the file turns out to be: a device, a folder, too much of it, not UTF-8.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::messages::{self as say, Message, Told, both};

/// No file of a story is larger, by far; what is, would be read for minutes and fill the memory.
const MOST: u64 = 16 * 1024 * 1024;

/// Why a file has no text, and the line where that shows; 0 if it could not be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Unread {
    /// The line, counted from 1.
    pub line: usize,
    /// What was expected, and what was found.
    pub message: Message,
}

impl Unread {
    fn new(message: Message) -> Self {
        Self { line: 0, message }
    }
}

/// The text of a file without the byte-order mark that Windows puts before it.
pub fn read_text(path: &Path) -> Result<String, Unread> {
    let failed = |error: std::io::Error| Unread::new(say::NO_FILE.with(&[&error]));
    // Asked before it is opened: a pipe would keep whoever opens it waiting.
    let about = std::fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(Unread::new(say::A_FOLDER_FOR_A_FILE.with(&[])));
    }
    if !about.is_file() {
        return Err(Unread::new(say::A_DEVICE_FOR_A_FILE.with(&[])));
    }
    let too_large = |size: u64| {
        let found = size.div_ceil(1024 * 1024);
        Unread::new(say::TOO_LARGE.with(&[&(MOST >> 20), &found]))
    };
    if about.len() > MOST {
        return Err(too_large(about.len()));
    }
    // What says that it is empty, as files of the system do, may still have no end.
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > MOST {
        return Err(too_large(bytes.len() as u64));
    }
    decoded(bytes)
}

fn decoded(bytes: Vec<u8>) -> Result<String, Unread> {
    let wide = [[0xff, 0xfe], [0xfe, 0xff]].iter().any(|mark| bytes.starts_with(mark));
    if wide {
        return Err(Unread { line: 1, message: say::NOT_UTF8.with(&[&"UTF-16"]) });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let (at, bytes) = (error.utf8_error().valid_up_to(), error.into_bytes());
            let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            let encoding: &dyn Told =
                if is_gbk(&bytes) { &"GBK" } else { &both!("another encoding" / "别的编码") };
            Err(Unread { line, message: say::NOT_UTF8.with(&[encoding]) })
        }
    }
}

/// Whether all bytes above ASCII come in the pairs of GBK, in which Chinese editors on Windows save.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        let holds = match byte {
            0..=0x7f => true,
            0x81..=0xfe => rest.next().is_some_and(|trail| matches!(trail, 0x40..=0x7e | 0x80..=0xfe)),
            _ => false,
        };
        if !holds {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decoded(b"\xef\xbb\xbf{}".to_vec()), Ok("{}".to_owned()));
    }

    #[test]
    fn an_encoding_that_is_not_utf_8_is_named() {
        for (bytes, line, name) in [
            (b"{\n\"\xc2\xe5\xd1\xf4\"}".as_slice(), 2, "GBK"),
            (b"\xff\xfe{\0", 1, "UTF-16"),
            (b"\xfe\xff\0{", 1, "UTF-16"),
            (b"\n\n\xff", 3, "another encoding"),
        ] {
            let unread = decoded(bytes.to_vec()).unwrap_err();
            assert_eq!(unread.line, line, "{unread:?}");
            assert!(unread.message.contains(&format!("found {name}; save")), "{unread:?}");
        }
    }
}
