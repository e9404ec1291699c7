//! The names by which the WebAssembly and its script know each other: as short as can be, because readers load both, and
//! wasm-bindgen's say what is imported, of which kind it is and a hash.

use std::collections::BTreeMap;

/// Sections of a WebAssembly module, by their numbers in its binary format (WebAssembly core specification, 5.5).
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// Its header: `\0asm` and the version.
const HEADER: &[u8] = b"\0asm\x01\0\0\0";
/// An import of a function; wasm-bindgen imports nothing else.
const FUNCTION: u8 = 0;
/// What all imports are imported from.
const MODULE: &str = "_";

/// Script and WebAssembly with short names. What has them already stays as it is.
///
/// The error says what is not as wasm-bindgen writes it.
pub fn shortened(script: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), String> {
    let mut names = Names::default();
    let mut short = HEADER.to_vec();
    let mut rest = Reader(wasm.strip_prefix(HEADER).ok_or("expected WebAssembly of version 1")?);
    while !rest.0.is_empty() {
        let (kind, section) = (rest.byte()?, rest.bytes()?);
        let section = match kind {
            IMPORTS => imports(Reader(section), &mut names)?,
            EXPORTS => exports(Reader(section), &mut names)?,
            _ => section.to_vec(),
        };
        short.push(kind);
        write_bytes(&mut short, &section);
    }
    Ok((names.in_script(script)?, short))
}

fn imports(mut section: Reader<'_>, names: &mut Names) -> Result<Vec<u8>, String> {
    let count = section.number()?;
    let mut short = Vec::new();
    write_number(&mut short, count);
    for _ in 0..count {
        names.module = section.text()?.to_owned();
        let name = names.of_import(section.text()?);
        if section.byte()? != FUNCTION {
            return Err(format!("expected only functions to be imported, found another for `{name}`"));
        }
        write_bytes(&mut short, MODULE.as_bytes());
        write_bytes(&mut short, name.as_bytes());
        short.push(FUNCTION);
        write_number(&mut short, section.number()?);
    }
    Ok(short)
}

fn exports(mut section: Reader<'_>, names: &mut Names) -> Result<Vec<u8>, String> {
    let count = section.number()?;
    let mut short = Vec::new();
    write_number(&mut short, count);
    for _ in 0..count {
        write_bytes(&mut short, names.of_export(section.text()?).as_bytes());
        short.push(section.byte()?);
        write_number(&mut short, section.number()?);
    }
    Ok(short)
}

/// The short names, by those of wasm-bindgen.
#[derive(Default)]
struct Names {
    short: BTreeMap<String, String>,
    module: String,
    /// How many there are of each sort.
    counts: BTreeMap<Sort, usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    /// Calls into the browser: a, b, …
    Browser,
    /// What wasm-bindgen imports for itself: A, B, …
    Own,
    /// What is exported: $a, $b, …, which are no names of the script's own.
    Exported,
}

impl Names {
    fn of_import(&mut self, name: &str) -> String {
        let is_own = ["__wbindgen", "_wbg_cb_unref", "static_accessor"].iter().any(|part| name.contains(part));
        self.short_of(name, if is_own { Sort::Own } else { Sort::Browser })
    }

    fn of_export(&mut self, name: &str) -> String {
        self.short_of(name, Sort::Exported)
    }

    /// The short name; only those that wasm-bindgen has given are long.
    fn short_of(&mut self, name: &str, sort: Sort) -> String {
        if !["__wb", "wasm_bindgen__"].iter().any(|begin| name.starts_with(begin)) {
            return name.to_owned();
        }
        let count = self.counts.entry(sort).or_default();
        let short = match sort {
            Sort::Browser => letters(*count, b'a'),
            Sort::Own => letters(*count, b'A'),
            Sort::Exported => format!("${}", letters(*count, b'a')),
        };
        *count += 1;
        self.short.insert(name.to_owned(), short.clone());
        short
    }

    /// The script with the short names in it.
    fn in_script(&self, script: &str) -> Result<String, String> {
        let mut short = String::with_capacity(script.len());
        let mut known: BTreeMap<&str, bool> = self.short.keys().map(|name| (name.as_str(), false)).collect();
        let mut rest = script;
        while let Some(start) = rest.find(is_part) {
            let end = rest[start..].find(|letter| !is_part(letter)).map_or(rest.len(), |length| start + length);
            let name = &rest[start..end];
            short += &rest[..start];
            short += self.short.get(name).map_or(name, String::as_str);
            if let Some(is_there) = known.get_mut(name) {
                *is_there = true;
            }
            rest = &rest[end..];
        }
        short += rest;
        match known.iter().find(|(_, is_there)| !**is_there) {
            Some((name, _)) => Err(format!("expected wasm-bindgen's script to know `{name}`")),
            None => Ok(short.replace(&format!("\"{}\"", self.module), &format!("\"{MODULE}\""))),
        }
    }
}

/// Whether a letter is part of a name in a script.
fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

/// a to z, then aa, ab, …
fn letters(number: usize, first: u8) -> String {
    let last = char::from(first + (number % 26) as u8);
    let before = (number / 26).checked_sub(1).map_or_else(String::new, |before| letters(before, first));
    before + &last.to_string()
}

/// Reads what a section is made of.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, String> {
        let (first, rest) = self.0.split_first().ok_or("expected more WebAssembly")?;
        self.0 = rest;
        Ok(*first)
    }

    /// A number in LEB128, seven bits a byte.
    fn number(&mut self) -> Result<usize, String> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            match byte {
                0x80.. if shift >= 32 => return Err("expected a number of 32 bits in the WebAssembly".into()),
                0x80.. => {}
                _ => return Ok(number),
            }
        }
    }

    /// As many bytes as the number before them says.
    fn bytes(&mut self) -> Result<&'a [u8], String> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length).ok_or("expected more WebAssembly")?;
        self.0 = rest;
        Ok(bytes)
    }

    fn text(&mut self) -> Result<&'a str, String> {
        str::from_utf8(self.bytes()?).map_err(|error| error.to_string())
    }
}

fn write_number(to: &mut Vec<u8>, mut number: usize) {
    loop {
        let byte = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            return to.push(byte);
        }
        to.push(byte | 0x80);
    }
}

fn write_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    write_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions, exports one and its memory, and has a section that is nobody's business.
    fn module(imports: [&str; 2], export: &str, from: &str) -> Vec<u8> {
        let mut wasm = HEADER.to_vec();
        let mut section = vec![2];
        for name in imports {
            write_bytes(&mut section, from.as_bytes());
            write_bytes(&mut section, name.as_bytes());
            section.extend([FUNCTION, 3]);
        }
        wasm.push(IMPORTS);
        write_bytes(&mut wasm, &section);
        let mut section = vec![2];
        for (name, kind) in [(export, 0), ("memory", 2)] {
            write_bytes(&mut section, name.as_bytes());
            section.extend([kind, 0]);
        }
        wasm.push(EXPORTS);
        write_bytes(&mut wasm, &section);
        wasm.push(11);
        write_bytes(&mut wasm, &[7; 200]);
        wasm
    }

    #[test]
    fn script_and_webassembly_have_the_same_short_names() {
        let wasm = module(
            ["__wbg_get_00b60ef0a13c8d7a", "__wbindgen_object_drop_ref"],
            "wasm_bindgen__invoke__h29cd36a415d12885",
            "./app_bg.js",
        );
        let script = "const import0 = {__wbindgen_object_drop_ref: f, __wbg_get_00b60ef0a13c8d7a: g};\
                      wasm.wasm_bindgen__invoke__h29cd36a415d12885(memory); return {\"./app_bg.js\": import0}";
        let (named, short) = shortened(script, &wasm).unwrap();
        assert_eq!(named, "const import0 = {A: f, a: g};wasm.$a(memory); return {\"_\": import0}");
        assert_eq!(short, module(["a", "A"], "$a", "_"));
        assert_eq!(shortened(&named, &short), Ok((named, short)), "what is short stays");
    }

    #[test]
    fn what_the_script_does_not_know_is_a_fault() {
        let wasm = module(["__wbg_get_0", "__wbg_set_0"], "answer", "./app_bg.js");
        assert_eq!(
            shortened("__wbg_get_0: f", &wasm),
            Err("expected wasm-bindgen's script to know `__wbg_set_0`".into())
        );
    }

    #[test]
    fn what_is_cut_off_or_no_webassembly_is_a_fault() {
        let wasm = module(["__wbg_get_0", "__wbg_set_0"], "answer", "./app_bg.js");
        assert!(shortened("", &wasm[..20]).is_err());
        assert!(shortened("", b"<!doctype html>").is_err());
    }

    #[test]
    fn names_go_on_after_z() {
        let names = [0, 25, 26, 27, 51, 52, 701, 702].map(|number| letters(number, b'a'));
        assert_eq!(names, ["a", "z", "aa", "ab", "az", "ba", "zz", "aaa"]);
    }
}
