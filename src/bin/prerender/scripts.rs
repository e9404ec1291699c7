//! Scripts: written as modules of one idea each, and sent as one file each, because a module of its own is a request of its
//! own, and across origins where a sandbox leaves a frame without one.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

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

/// A script that imports nothing, as it was written.
pub fn alone(name: &str) -> Result<String, String> {
    filled(&read(&Path::new(SCRIPTS).join(name))?).map_err(|error| format!("{name}: {error}"))
}

/// What a script is read as: whether it has its names to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Shares the names at its top with the page.
    Classic,
    /// Keeps them.
    Module,
}

/// The language of the scripts, as those who look them over have it (`web/eslint.config.cjs`): the minifier uses no newer one.
const LANGUAGE: &str = "es2022";

/// What was minified, for the program that stays while the story changes and its scripts seldom do.
static KEPT: Mutex<BTreeMap<(Kind, String), String>> = Mutex::new(BTreeMap::new());

/// A script as it is sent, made once.
///
/// The error says where the script is none.
pub fn minified(script: &str, kind: Kind) -> Result<String, String> {
    let key = (kind, script.to_owned());
    let mut kept = KEPT.lock().map_err(|error| error.to_string())?;
    if let Some(short) = kept.get(&key) {
        return Ok(short.clone());
    }
    let short = shortened(script, kind)?;
    kept.insert(key, short.clone());
    Ok(short)
}

/// A script as short as can be, half of them because they stand in other people's pages.
///
/// The error says where the script is none.
fn shortened(script: &str, kind: Kind) -> Result<String, String> {
    let arena = Allocator::default();
    let kind = if kind == Kind::Module { SourceType::mjs() } else { SourceType::script() };
    let mut read = Parser::new(&arena, script, kind).parse();
    if let Some(fault) = read.diagnostics.into_iter().next() {
        let start = fault.labels.first().map_or(0, |label| label.offset() as usize);
        let line = script[..start].lines().count().max(1);
        let found = script.lines().nth(line - 1).unwrap_or_default();
        return Err(format!("line {line}, `{found}`: {fault}"));
    }
    let compress = CompressOptions { target: EngineTargets::from_target(LANGUAGE)?, ..CompressOptions::smallest() };
    let options = MinifierOptions { compress: Some(compress), ..MinifierOptions::default() };
    let done = Minifier::new(options).minify(&arena, &mut read.program);
    let written = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(done.scoping);
    Ok(written.with_private_member_mappings(done.class_private_mappings).build(&read.program).code)
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
        let text = (self.read)(path)?;
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
    fn a_script_is_sent_as_short_as_can_be_and_does_the_same() {
        for (kind, script, sent) in [
            (Kind::Classic, "// Why.\nconst told = ask();\nsay(told, told);\n", "const told=ask();say(told,told);"),
            (Kind::Module, "// Why.\nconst told = ask();\nsay(told, told);\n", "const e=ask();say(e,e);"),
            (
                Kind::Module,
                "export const told = (list) => list.map((one) => one / 2);",
                "export const told=e=>e.map(e=>e/2);",
            ),
            (Kind::Classic, "say(\"a  =  b\", /\\/ \"/);", "say(`a  =  b`,/\\/ \"/);"),
        ] {
            assert_eq!(minified(script, kind).as_deref(), Ok(sent));
        }
    }

    #[test]
    fn what_is_no_script_is_a_fault_that_shows_where() {
        let fault = minified("const a = 1;\nconst = 2;\n", Kind::Classic).unwrap_err();
        assert!(fault.starts_with("line 2, `const = 2;`: "), "{fault}");
    }
}
