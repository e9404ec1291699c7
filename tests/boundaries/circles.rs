//! No circle of files that use each other, inside a room either: a `mod.rs` that only names and passes on what its files
//! have is seen through, one with something of its own counts as a file. The sources are read as text, as above.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::{FOLDERS, members, without_comments};

/// The modules of a crate by their paths in it, each with what it names.
type Modules = BTreeMap<Vec<String>, Vec<Named>>;

/// The modules of a crate from its files, named from its root on.
fn modules(files: &[(String, String)]) -> Modules {
    let module = |(path, text): &(String, String)| {
        let mut names: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        names.pop_if(|last| ["mod", "lib", "main"].contains(&last.as_str()));
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        (names, named(&without_comments(text).0))
    };
    files.iter().map(module).collect()
}

/// A path as it stands in the code.
struct Named {
    names: Vec<String>,
    /// What an import is called here; a `*` for all of a module's names, nothing where a path is used and not imported.
    called: Option<String>,
    is_passed_on: bool,
}

/// Every path that a module names: what it imports, and what it names where it uses it.
fn named(code: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut rest = String::new();
    for statement in code.split_inclusive(';') {
        let import = statement.rmatch_indices("use ").find(|(at, _)| begins_a_word(statement, *at));
        let (before, list) =
            import.map_or((statement, ""), |(at, word)| (&statement[..at], &statement[at + word.len()..]));
        let is_passed_on = is_public(before);
        let imports = expanded(list.trim_end_matches(';')).into_iter();
        found.extend(imports.map(|(names, called)| Named { names, called: Some(called), is_passed_on }));
        rest.push_str(before);
    }
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let paths = rest.split(|c: char| !is_name(c) && c != ':' && c != '.').filter(|path| path.contains("::"));
    let names = paths.map(|path| path.split("::").map(str::to_owned).collect());
    found.extend(names.map(|names| Named { names, called: None, is_passed_on: false }));
    found
}

fn begins_a_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.')
}

/// Whether what comes before an import ends with `pub` or `pub(…)`.
fn is_public(before: &str) -> bool {
    let before = before.trim_end();
    let before = before.rsplit_once('(').filter(|_| before.ends_with(')')).map_or(before, |(public, _)| public);
    before.ends_with("pub")
}

/// The paths of an import, whose lists in braces may hold further lists, each with what it is called here.
fn expanded(import: &str) -> Vec<(Vec<String>, String)> {
    let split =
        |path: &str| path.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    if let Some((before, list)) = import.split_once('{') {
        let before: Vec<String> = split(before);
        let all = members(list).into_iter().flat_map(expanded);
        return all
            .map(|(names, called)| {
                let itself = names == ["self"];
                let called = if called == "self" { before.last().cloned().unwrap_or_default() } else { called };
                let names = before.iter().cloned().chain(names.into_iter().filter(|_| !itself)).collect();
                (names, called)
            })
            .collect();
    }
    let (path, called) = import.split_once(" as ").map_or((import, None), |(path, name)| (path, Some(name)));
    let names: Vec<String> = split(path);
    let called = called.map_or_else(|| names.last().cloned().unwrap_or_default(), |name| name.trim().to_owned());
    if names.is_empty() { vec![] } else { vec![(names, called)] }
}

/// The module that a path leads to from another, seen through those that only pass on.
fn target(modules: &Modules, from: &[String], names: &[String], depth: usize) -> Option<Vec<String>> {
    let mut at = from.to_vec();
    let mut names = names;
    let mut is_rooted = false;
    while let Some((first, rest)) = names.split_first() {
        match first.as_str() {
            // Each program is a crate of its own.
            "crate" if !is_rooted => at.truncate(if at.first().is_some_and(|first| first == "bin") { 2 } else { 0 }),
            "super" => _ = at.pop()?,
            "self" => {}
            _ => break,
        }
        (is_rooted, names) = (true, rest);
    }
    while let Some((first, rest)) = names.split_first() {
        let child: Vec<String> = at.iter().cloned().chain([first.clone()]).collect();
        if !modules.contains_key(&child) {
            break;
        }
        (at, names, is_rooted) = (child, rest, true);
    }
    // Another crate's, or a name of the module's own.
    if !is_rooted || depth == 0 || !modules.contains_key(&at) {
        return None;
    }
    let Some(name) = names.first() else { return Some(at) };
    // What a module has imported it has for those within it, and for all if it passes it on.
    let imported = modules[&at].iter().filter(|one| at != from && (one.is_passed_on || from.starts_with(&at)));
    let by_name =
        imported.filter(|named| named.called.as_ref().is_some_and(|called| called == name || called == "*"));
    let mut through = by_name.map(|named| {
        let whole = match named.names.split_last() {
            Some((last, before)) if last == "*" => [before, names].concat(),
            _ => [&named.names[..], &names[1..]].concat(),
        };
        target(modules, &at, &whole, depth - 1)
    });
    through.next().unwrap_or(Some(at.clone()))
}

/// Which modules each uses.
fn uses(modules: &Modules) -> BTreeMap<&[String], BTreeSet<Vec<String>>> {
    let used = |(module, named): (&Vec<String>, &Vec<Named>)| {
        let named = named.iter().filter(|named| !named.is_passed_on);
        let targets = named.filter_map(|named| target(modules, module, &named.names, 8));
        targets.filter(|target| target != module).collect()
    };
    modules.iter().map(|one| (one.0.as_slice(), used(one))).collect()
}

/// The circles: modules each of which leads to all others of its circle.
fn circles(files: &[(String, String)]) -> Vec<String> {
    let modules = modules(files);
    let uses = uses(&modules);
    let reached = |from: &[String]| {
        let (mut reached, mut next) = (BTreeSet::new(), vec![from.to_vec()]);
        while let Some(module) = next.pop() {
            next.extend(
                uses.get(module.as_slice())
                    .into_iter()
                    .flatten()
                    .filter(|one| reached.insert((*one).clone()))
                    .cloned(),
            );
        }
        reached
    };
    let all: BTreeMap<&[String], BTreeSet<Vec<String>>> = uses.keys().map(|from| (*from, reached(from))).collect();
    let circle = |from: &&[String]| -> Vec<String> {
        let back = all[from].iter().filter(|to| all.get(to.as_slice()).is_some_and(|back| back.contains(*from)));
        back.map(|names| if names.is_empty() { "the root".to_owned() } else { names.join("/") }).collect()
    };
    let found: BTreeSet<Vec<String>> = all.keys().map(circle).filter(|circle| circle.len() > 1).collect();
    found.into_iter().map(|circle| circle.join(", ")).collect()
}

/// The stations that have charts mounted, with the folder of their crate.
const STATIONS: [(&str, &str); 4] =
    [("src", "view"), ("crates/figures/src", "layout"), ("crates/story/src", "data"), ("crates/story/src", "model")];

/// The sources of a folder, by their paths in it.
fn files_of(folder: &str) -> Vec<(String, String)> {
    let file = |path: PathBuf| {
        let name = path.strip_prefix(folder).unwrap().components();
        let name: Vec<_> = name.map(|part| part.as_os_str().to_string_lossy()).collect();
        (name.join("/"), std::fs::read_to_string(&path).unwrap())
    };
    super::files_of(folder.as_ref(), "rs").into_iter().map(file).collect()
}

/// A station's files of charts, where it has them mounted.
fn charts_of(station: &str) -> Vec<(String, String)> {
    let own = format!("{station}.rs");
    let files: Vec<_> = files_of("charts")
        .into_iter()
        .filter_map(|(path, text)| {
            let kind = path.strip_suffix(&own)?.trim_end_matches('/');
            let name = if kind.is_empty() { "mod" } else { kind };
            Some((format!("{station}/charts/{name}.rs"), text))
        })
        .collect();
    assert!(files.len() > 5, "found only {} files of charts for {station}", files.len());
    files
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let mut found = Vec::new();
    for (folder, ..) in FOLDERS.into_iter().filter(|(folder, ..)| *folder != "charts") {
        let mut files = files_of(folder);
        for (_, station) in STATIONS.into_iter().filter(|(of, _)| *of == folder) {
            files.extend(charts_of(station));
        }
        found.extend(circles(&files).into_iter().map(|circle| format!("{folder}: {circle}")));
    }
    assert!(found.is_empty(), "files that use each other in a circle:\n{}", found.join("\n"));
}

#[test]
fn a_planted_circle_is_found_however_it_is_written() {
    let circles = |files: &[(&str, &str)]| {
        circles(&files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect::<Vec<_>>())
    };
    let two = |a: &str, b: &str| {
        circles(&[
            ("lib.rs", "mod room;"),
            ("room/mod.rs", "mod a; mod b; pub use a::A;"),
            ("room/a.rs", a),
            ("room/b.rs", b),
        ])
    };
    assert_eq!(two("use super::b::B;", "use super::a::A;"), ["room/a, room/b"]);
    assert_eq!(
        two("use super::{b, c};", "use crate::room::{A, d::{E}};"),
        ["room/a, room/b"],
        "seen through the mod.rs"
    );
    assert_eq!(two("fn f() { super::b::f() }", "fn f() -> crate::room::a::A {}"), ["room/a, room/b"]);
    assert_eq!(two("use super::b::B;", "// use super::a::A;\nfn f() { \"super::a::A\" }"), [""; 0]);
    assert_eq!(
        two("use super::b::B;", "use other::a::A; #[cfg(test)] mod tests { use super::super::a::A; }"),
        [""; 0]
    );
    let own = "mod a; pub const C: u8 = 1; fn f() { a::f() }";
    assert_eq!(circles(&[("room/mod.rs", own), ("room/a.rs", "use super::C;")]), ["room, room/a"]);
    assert_eq!(circles(&[("lib.rs", "mod a; fn f() { a::f() }"), ("a.rs", "use crate::f;")]), ["the root, a"]);
    let three = [("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c::C;"), ("c.rs", "use crate::a::A;")];
    assert_eq!(circles(&three), ["a, b, c"]);
    assert_eq!(circles(&three[..2]), [""; 0]);
}
