//! The program as Trunk has made it: the script of wasm-bindgen and the WebAssembly, in two forms.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::disk::{read, write_hashed};
use crate::scripts;

/// Where the loader has the names of script and WebAssembly, and of the story's marks.
const APP_JS: &str = "APP_JS";
const APP_WASM: &str = "APP_WASM";
const MARKS: &str = "MARKS";

/// The stems of the program's two forms, as in `index.html`.
const FORMS: [&str; 2] = ["app", "whole"];

/// How long the hash is by which wasm-bindgen tells apart what the WebAssembly imports, in hexadecimal digits.
const HASH: usize = 16;
/// How a number begins that stands where a hash was, or that wasm-bindgen itself gave.
const NUMBER: &str = "00000000";

/// The program: what a story needs, and with all that the ledger and maps of thousands of places need too.
#[derive(Clone, Debug)]
pub struct Programs {
    /// What a story needs.
    pub app: Program,
    /// With all of it.
    pub whole: Program,
}

/// One form of it, by the names of its script and its WebAssembly.
#[derive(Clone, Debug)]
pub struct Program {
    script: String,
    wasm: String,
}

impl Programs {
    /// The program as Trunk has put it into this folder.
    pub fn take(staging: &Path) -> Result<Self, String> {
        let [app, whole] = FORMS.map(|stem| Program::take(staging, stem));
        Ok(Self { app: app?, whole: whole? })
    }
}

impl Program {
    /// The script of wasm-bindgen loses its comments and indents, which are a tenth of it, and both files their hashes of
    /// names. They get names that say what is in them, because readers keep what has the same name.
    fn take(staging: &Path, stem: &str) -> Result<Self, String> {
        let remove = |path: &Path| fs::remove_file(path).map_err(|error| format!("{}: {error}", path.display()));
        let path = staging.join(trunks(staging, stem, ".js")?);
        let script = scripts::bare(&guarded(&read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?);
        remove(&path)?;
        let path = staging.join(trunks(staging, stem, ".wasm")?);
        let mut wasm = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        remove(&path)?;
        let script = with_numbers(&script, &mut wasm)?;
        Ok(Self {
            script: write_hashed(staging, stem, "js", script.as_bytes())?,
            wasm: write_hashed(staging, stem, "wasm", &wasm)?,
        })
    }

    /// The loader of this form, and of the story's marks.
    pub fn boot(&self, marks: &str) -> Result<String, String> {
        let boot = scripts::module("boot.js")?.replace(APP_JS, &self.script).replace(APP_WASM, &self.wasm);
        Ok(boot.replace(MARKS, marks))
    }
}

/// The script, and in place the WebAssembly, with numbers for the hashes that end the names of what is imported: random
/// digits are 2.5 KB of what readers load. As long as before, so that nothing moves in the binary.
///
/// The error says that two names would be the same.
fn with_numbers(script: &str, wasm: &mut [u8]) -> Result<String, String> {
    let numbers = numbers(script);
    for start in 1..wasm.len().saturating_sub(HASH - 1) {
        // Few bytes are what a hash stands after ([`hash_of`]), and a development build has millions.
        if !matches!(wasm[start - 1], b'_' | b'h') {
            continue;
        }
        let found = str::from_utf8(&wasm[start..start + HASH]).ok().and_then(|hash| numbers.get(hash));
        if let Some(number) = found {
            wasm[start..start + HASH].copy_from_slice(number.as_bytes());
        }
    }
    let numbered = numbers.iter().fold(script.to_owned(), |script, (hash, number)| script.replace(hash, number));
    let names = |script: &str| identifiers(script).collect::<BTreeSet<_>>().len();
    match names(script) == names(&numbered) {
        true => Ok(numbered),
        false => Err("expected the names of wasm-bindgen's script to differ in more than their hashes".into()),
    }
}

/// Each hash in a script's names, with the number that it gets: how many names that begin alike came before.
fn numbers(script: &str) -> BTreeMap<String, String> {
    let mut begun: BTreeMap<&str, usize> = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    for (stem, hash) in identifiers(script).filter_map(hash_of) {
        numbers.entry(hash.to_owned()).or_insert_with(|| {
            let count = begun.entry(stem).or_default();
            *count += 1;
            format!("{:0HASH$}", *count - 1)
        });
    }
    numbers
}

fn identifiers(script: &str) -> impl Iterator<Item = &str> {
    script.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
}

/// What stands before the hash in a name, and the hash.
fn hash_of(name: &str) -> Option<(&str, &str)> {
    let is_hash = |start: usize| {
        let hash = name.get(start..start + HASH);
        hash.is_some_and(|hash| {
            !hash.starts_with(NUMBER) && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
        })
    };
    let after = name.match_indices("_h").map(|(at, mark)| at + mark.len());
    let start = after.chain(name.rfind('_').map(|at| at + 1)).find(|start| is_hash(*start))?;
    Some((&name[..start], &name[start..start + HASH]))
}

/// How the script of wasm-bindgen calls a closure of the program, and the way by which pages let it (`web/boot/page.js`).
const CALL: &str = "return f(";
const ENTER: &str = "return storyPage.enter(f, ";
/// What it has for programs that start at once, which ours never does: from here on, up to there, and among its names.
const AT_ONCE: [&str; 2] = ["function initSync(", "async function __wbg_init("];
const EXPORTED: &str = "initSync, ";

/// The script of wasm-bindgen, where the program is entered by one way alone: whatever leaves it by an error is known there,
/// and a program that has failed is not entered again. One that an earlier site lends is so already.
fn guarded(glue: &str) -> Result<String, String> {
    if glue.contains(ENTER) {
        return Ok(glue.to_owned());
    }
    let [begin, end] = AT_ONCE.map(|sign| glue.find(sign));
    let cut = begin.zip(end).filter(|(begin, end)| begin < end && glue.contains(EXPORTED) && glue.contains(CALL));
    let (begin, end) = cut.ok_or("expected closures and starts as wasm-bindgen 0.2.129 writes them")?;
    Ok((glue[..begin].to_owned() + &glue[end..]).replacen(EXPORTED, "", 1).replace(CALL, ENTER))
}

/// The one file of the staging folder with this stem and ending that Trunk made, or an earlier site that lends its program.
fn trunks(staging: &Path, stem: &str, ending: &str) -> Result<String, String> {
    let folder = fs::read_dir(staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    let mut names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_it = |name: &String| {
        // Trunk adds a hash or none, and `_bg` to the WebAssembly.
        let rest = name.strip_prefix(stem).and_then(|rest| rest.strip_suffix(ending));
        rest.is_some_and(|rest| rest.is_empty() || rest == "_bg" || rest.starts_with('-'))
    };
    names.find(is_it).ok_or_else(|| format!("expected {stem}…{ending} in {}", staging.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_length_and_differ_and_the_same_twice_is_the_same() {
        let script = "a.__wbg_get_00b60ef0a13c8d7a(); b.__wbg_get_ead5a2e00ff19d5b(__wbg_set_29cd36a415d12885);\
                      invoke__h0a2f7babfdbd4045_3(); invoke__h0a2f7babfdbd4045(); __wbg_get_00b60ef0a13c8d7a";
        let mut wasm = *b"\x1b__wbg_get_ead5a2e00ff19d5bxinvoke__h0a2f7babfdbd4045_3z";
        let numbered = with_numbers(script, &mut wasm).unwrap_or_default();
        assert_eq!(
            numbered,
            "a.__wbg_get_0000000000000000(); b.__wbg_get_0000000000000001(__wbg_set_0000000000000000);\
             invoke__h0000000000000000_3(); invoke__h0000000000000000(); __wbg_get_0000000000000000"
        );
        assert_eq!(&wasm, b"\x1b__wbg_get_0000000000000001xinvoke__h0000000000000000_3z");
    }

    #[test]
    fn what_has_numbers_stays_as_it_is() {
        let (script, wasm) = ("x_0000000000000000 y_0000000000000001 y_0000000000000000", *b"\x12y_0000000000000001");
        let mut numbered = wasm;
        assert_eq!(with_numbers(script, &mut numbered).as_deref(), Ok(script));
        assert_eq!(numbered, wasm);
    }

    #[test]
    fn names_that_would_be_one_are_a_fault() {
        // One hash for two names that begin otherwise takes the number of the first.
        let script = "x_00b60ef0a13c8d7a y_29cd36a415d12885 y_00b60ef0a13c8d7a";
        assert!(with_numbers(script, &mut []).is_err());
    }
}
