//! Scripts: written as modules of one idea each, and sent as one file each, because a module of its own is a request of its
//! own, and across origins where a sandbox leaves a frame without one.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::disk::read;
use crate::names::filled;
use crate::order::SCRIPTS;

/// A script with all that it imports, as it was written: what reads no address of its own stands in a function, so that two
/// scripts of a page share no names.
pub fn classic(name: &str) -> Result<String, String> {
    Ok(format!("(() => {{\n\"use strict\";\n{}}})();\n", module(name)?))
}

/// The same for a page's module, which has its names to itself.
pub fn module(name: &str) -> Result<String, String> {
    joined(Path::new(name), &|path| {
        let path = Path::new(SCRIPTS).join(path);
        filled(&read(&path)?).map_err(|error| format!("{}: {error}", path.display()))
    })
}

/// A script that imports nothing, as it was written but for what only the type checker reads.
pub fn alone(name: &str) -> Result<String, String> {
    Ok(untyped(&filled(&read(&Path::new(SCRIPTS).join(name))?).map_err(|error| format!("{name}: {error}"))?))
}

/// A script without the lines that are comment, without indents and without most of the blanks that only its readers need: half
/// of those that stand in other people's pages.
pub fn bare(script: &str) -> String {
    let is_code = |line: &&str| !line.is_empty() && !["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
    let mut bare = String::new();
    for line in script.lines().map(str::trim).filter(is_code) {
        // No statement ends between these.
        let goes_on =
            bare.is_empty() || bare.ends_with([';', '{', ',', '(', '[']) || line.starts_with(['.', ')', '}', ']']);
        bare.push_str(if goes_on { "" } else { "\n" });
        bare.push_str(&without_blanks(line));
    }
    bare
}

/// What has a blank on one or both sides for its readers.
const SPACED: [&str; 17] = [
    " => ", " === ", " !== ", " = ", " += ", " && ", " || ", " ?? ", " ? ", " : ", " < ", " > ", ", ", "; ", "{ ",
    " {", " }",
];

/// A line without the blanks of its code. What stands in quotes keeps them, and so does a line in which something may look like
/// quotes: a regular expression, a sign that is written by its number, or quotes of two sorts.
fn without_blanks(line: &str) -> String {
    let quote = if line.contains('`') { '`' } else { '"' };
    if line.contains(['\\', '/', '\'']) || quote == '`' && line.contains('"') {
        return line.to_owned();
    }
    let code = |text: &str| SPACED.iter().fold(text.to_owned(), |text, sign| text.replace(sign, sign.trim()));
    outside_quotes(line, quote, code)
}

/// A text with what stands in no quotes changed.
pub fn outside_quotes(text: &str, quote: char, change: impl Fn(&str) -> String) -> String {
    let parts = text.split(quote).enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { change(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join(&quote.to_string())
}

/// One text of a module and all that it imports, each once and after what it imports itself. As the modules share their
/// names then, no two may declare the same.
fn joined(entry: &Path, read: &dyn Fn(&Path) -> Result<String, String>) -> Result<String, String> {
    let mut joined = Joined { read, open: Vec::new(), done: Vec::new(), names: BTreeMap::new(), text: String::new() };
    joined.add(entry)?;
    Ok(joined.text)
}

struct Joined<'a> {
    read: &'a dyn Fn(&Path) -> Result<String, String>,
    /// The modules that wait for what they import.
    open: Vec<PathBuf>,
    done: Vec<PathBuf>,
    /// Every name at the top of a module, with the module.
    names: BTreeMap<String, PathBuf>,
    text: String,
}

impl Joined<'_> {
    fn add(&mut self, path: &Path) -> Result<(), String> {
        if self.done.iter().any(|done| done == path) {
            return Ok(());
        }
        let fault = |said: String| format!("{}: {said}", Path::new(SCRIPTS).join(path).display());
        if self.open.iter().any(|open| open == path) {
            return Err(fault("imports itself, by way of others".into()));
        }
        self.open.push(path.to_path_buf());
        let text = untyped(&(self.read)(path)?);
        let mut own = String::new();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.starts_with("import ") {
                let mut statement = line.to_owned();
                while !statement.ends_with(';') {
                    let more = lines.next().ok_or_else(|| fault(format!("no end of `{line}`")))?;
                    statement.push_str(more);
                }
                let from = imported(&statement).ok_or_else(|| fault(format!("cannot be joined: `{statement}`")))?;
                self.add(&beside(path, from))?;
                continue;
            }
            let line = line.strip_prefix("export ").unwrap_or(line);
            if line.starts_with("default ") || line.starts_with("{ ") && line.ends_with("};") {
                return Err(fault(format!("cannot be joined: `export {line}`")));
            }
            for name in declared(line) {
                if let Some(other) = self.names.insert(name.to_owned(), path.to_path_buf()) {
                    return Err(fault(format!("`{name}` is a name of {} too", other.display())));
                }
            }
            own.push_str(line);
            own.push('\n');
        }
        self.text.push_str(&own);
        self.done.extend(self.open.pop());
        Ok(())
    }
}

/// The file that a statement imports from, if it imports it under the names that it has there.
fn imported(statement: &str) -> Option<&str> {
    let rest = statement.strip_prefix("import ")?.strip_suffix(';')?;
    let (names, from) = rest.rsplit_once("from ").unwrap_or(("{}", rest));
    let names = names.trim().strip_prefix('{')?.strip_suffix('}')?;
    let is_same = !names.split(',').any(|name| name.trim().contains(' '));
    from.trim().strip_prefix('"')?.strip_suffix('"').filter(|from| is_same && from.starts_with('.'))
}

/// The path that a module calls by this one.
fn beside(path: &Path, from: &str) -> PathBuf {
    let mut found = path.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(from).components() {
        match part {
            Component::ParentDir => {
                found.pop();
            }
            Component::Normal(name) => found.push(name),
            _ => {}
        }
    }
    found
}

/// The names that a line at the top of a module declares.
fn declared(line: &str) -> Vec<&str> {
    let kinds = ["const ", "let ", "class ", "function ", "async function "];
    let Some(rest) = kinds.iter().find_map(|kind| line.strip_prefix(kind)) else { return Vec::new() };
    let is_part = |char: char| char.is_alphanumeric() || char == '_' || char == '$';
    // `{ a, b }` and `[a, b]` declare each.
    let names = match rest.starts_with(['{', '[']) {
        true => rest.split(['}', ']']).next().unwrap_or_default(),
        false => &rest[..rest.find(|char| !is_part(char)).unwrap_or(rest.len())],
    };
    names.split(|char| !is_part(char)).filter(|name| !name.is_empty()).collect()
}

/// A script without the types that stand within its lines.
fn untyped(script: &str) -> String {
    let mut text = String::new();
    let mut rest = script;
    while let Some((before, after)) = rest.split_once("/** @type ") {
        let Some((comment, code)) = after.split_once("*/") else { break };
        text.push_str(before);
        if code.starts_with('\n') {
            text.push_str(&format!("/** @type {comment}*/"));
            rest = code;
        } else {
            rest = code.strip_prefix(' ').unwrap_or(code);
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What some modules are joined to, from the first.
    fn joined_of(modules: &[(&str, &str)]) -> Result<String, String> {
        joined(Path::new(modules[0].0), &|path| {
            let found = modules.iter().find(|(name, _)| Path::new(name) == path);
            found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| format!("no {}", path.display()))
        })
    }

    #[test]
    fn a_module_stands_once_and_after_what_it_imports() {
        let text = joined_of(&[
            ("a.js", "import { c } from \"./f/c.js\";\nimport \"./d.js\";\nc();\n"),
            ("f/c.js", "import { d } from \"../d.js\";\nexport const c = () => d;\n"),
            ("d.js", "// Why.\nexport const d = 1;\n"),
        ]);
        assert_eq!(text.as_deref(), Ok("// Why.\nconst d = 1;\nconst c = () => d;\nc();\n"));
    }

    #[test]
    fn what_cannot_be_joined_is_refused() {
        let import = "import { b } from \"./b.js\";\n";
        for (b, said) in [
            ("import { a } from \"./a.js\";\n", "imports itself"),
            ("export default 1;\n", "cannot be joined"),
            ("const a = 1;\nexport { a };\n", "cannot be joined"),
            ("import { x as y } from \"./c.js\";\n", "cannot be joined"),
            ("import x from \"somewhere\";\n", "cannot be joined"),
            ("import {\n  x,\n", "no end"),
            ("let [z, a] = [1, 2];\n", "`a` is a name of"),
        ] {
            let found = joined_of(&[("a.js", &format!("{import}const a = 1;\n")), ("b.js", b)]);
            assert!(found.as_ref().is_err_and(|fault| fault.contains(said)), "{b}: {found:?}");
        }
    }

    #[test]
    fn only_types_within_lines_are_taken_away() {
        let script = "/** @type {A} */\nconst a =\n  /** @type {B} */ (b);\n/** @param {A} a */\n";
        assert_eq!(untyped(script), "/** @type {A} */\nconst a =\n  (b);\n/** @param {A} a */\n");
        assert_eq!(bare(&untyped(script)), "const a =\n(b);");
    }

    #[test]
    fn blanks_go_but_where_they_say_something() {
        for (script, sent) in [
            ("if (a) {\n  b = c ? d : e;\n}\nconst f = 1;\n", "if (a){b=c?d:e;}\nconst f=1;"),
            ("all\n  .map((a) => a + +b)\n  .join(\" = \");\n", "all.map((a)=>a + +b).join(\" = \");"),
            ("let a = b\nlet c = /x = y/u;\n", "let a=b\nlet c = /x = y/u;"),
            ("say(`${a} = ${b}`);\nsay('a, b');\n", "say(`${a} = ${b}`);say('a, b');"),
        ] {
            assert_eq!(bare(script), sent);
        }
    }
}
