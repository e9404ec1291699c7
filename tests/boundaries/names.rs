//! No name of the contract is spelled anywhere else: neither in the views, nor in the program, nor in scripts, nor in a style
//! sheet that asks for an attribute which nobody has. The sources are read as text, as above; tests and comments may say what
//! they like, for they read pages as strangers do.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use contract::{address, attribute, class, id};

use super::{files_of, sources};

/// What is no name of the contract, though it looks like one: where it stands, and what.
const OTHERS: [(&str, &str); 6] = [
    // How a frame is told of the host's header, in words for editors.
    ("text/ui_share.rs", "data-inset"),
    // Trunk's own.
    ("bin/prerender/frame.rs", "data-trunk"),
    // A property of styles; attributes and an element of HTML; a file.
    ("browser/card.rs", "left"),
    ("browser/ledger.rs", "value"),
    ("browser/steps.rs", "main"),
    ("browser/mod.rs", ".rs"),
];

/// The folders of scripts.
const SCRIPTS: [&str; 2] = ["web", "src/bin/prerender/review"];
/// Those of style sheets.
const SHEETS: [&str; 2] = ["style", "src/bin/prerender/review"];
/// A script about addresses as they once were, which no change of a name may touch.
const HISTORY: &str = "web/redirects.js";

fn is_other(path: &str, text: &str) -> bool {
    OTHERS.iter().any(|(file, other)| path.ends_with(file) && text.contains(other))
}

fn is_name(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'
}

/// The names that begin after a sign, wherever a text has it.
fn after<'a>(text: &'a str, sign: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(sign).map(move |(at, _)| {
        let rest = &text[at + sign.len()..];
        &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())]
    })
}

/// What stands in quotes after this, wherever a text has it.
fn quoted<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(before).filter_map(move |(at, _)| text[at + before.len()..].split('"').next())
}

fn is_of(list: &[(&str, &str)], name: &str) -> bool {
    list.iter().any(|(_, own)| *own == name)
}

/// What a text of the program asks for by a name of its own: an attribute, a class, an id, or the beginning of one.
fn asked_for(literal: &str) -> Vec<String> {
    let by_sign = [".", "#"].into_iter().flat_map(|sign| after(literal, sign).map(move |name| (sign, name)));
    let starts = |name: &&str| name.starts_with(|c: char| c.is_ascii_lowercase());
    let signed = by_sign.filter(|(_, name)| starts(name)).map(|(sign, name)| format!("{sign}{name}"));
    let attributes = after(literal, "data-").map(|name| format!("data-{name}"));
    let begins =
        [id::OF_PLACE, id::OF_FACT].into_iter().filter(|prefix| literal.trim_start_matches('#').starts_with(prefix));
    let whole = [class::ALL, id::ALL].into_iter().filter(|list| is_of(list, literal)).map(|_| literal.to_owned());
    signed.chain(attributes).chain(begins.map(str::to_owned)).chain(whole).collect()
}

/// What a view or another writer of the page spells by itself.
fn spelled(code: &str) -> Vec<String> {
    let classes =
        quoted(code, "class=\"").flat_map(|classes| classes.split(' ')).filter(|one| is_of(class::ALL, one));
    let ids = quoted(code, " id=\"").filter(|one| !one.is_empty());
    let links = quoted(code, "href=\"#").filter(|one| !one.is_empty());
    let all = classes.map(|one| format!("class {one}")).chain(ids.map(|one| format!("id {one}")));
    all.chain(links.map(|one| format!("link to {one}"))).collect()
}

/// What a script spells by itself. Only Leptos' own data has a name of its own here.
fn in_script(script: &str) -> Vec<String> {
    let code: String =
        script.lines().filter(|line| !line.trim_start().starts_with(['/', '*'])).collect::<Vec<_>>().join("\n");
    let data = after(&code, ".dataset.").filter(|name| *name != "component").map(|name| format!(".dataset.{name}"));
    // The host's own names follow a bare beginning.
    let attributes = after(&code, "data-").filter(|name| !name.is_empty()).map(|name| format!("data-{name}"));
    let asked =
        ["getElementById(\"", "className = \"", "className: \"", "add(\"", "toggle(\"", "remove(\"", "contains(\""];
    let asked = asked.into_iter().flat_map(|call| quoted(&code, call));
    let asked = asked.filter(|one| is_of(class::ALL, one) || is_of(id::ALL, one)).map(str::to_owned);
    let code = without_signs(&code);
    let calls = ["querySelector(", "querySelectorAll(", "closest(", "matches(", "offer(", "waiting(", " = "];
    let texts =
        calls.into_iter().flat_map(|call| ["\"", "`"].map(|quote| (call, quote))).flat_map(|(call, quote)| {
            let begin = |at: usize| code[at + call.len()..].strip_prefix(quote)?.split(quote).next();
            code.match_indices(call).filter_map(move |(at, _)| begin(at)).collect::<Vec<_>>()
        });
    let selectors = texts.flat_map(|text| {
        let classes = after(text, ".").filter(|one| is_of(class::ALL, one)).map(|one| format!(".{one}"));
        classes
            .chain(after(text, "#").filter(|one| is_of(id::ALL, one)).map(|one| format!("#{one}")))
            .collect::<Vec<_>>()
    });
    let selectors: Vec<String> = selectors.collect();
    let params = [".get(\"", ".set(\"", ".has(\"", ".delete(\""].into_iter().flat_map(|call| quoted(&code, call));
    let params = params.filter(|one| is_of(address::NAMES, one)).map(|one| format!("parameter {one}"));
    data.chain(attributes).chain(asked).chain(params).chain(selectors).collect()
}

/// A script without what is put into its templates.
fn without_signs(script: &str) -> String {
    let mut parts = script.split("${");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |code, part| code + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// The files below some folders with this ending.
fn files(folders: &[&str], ending: &str) -> Vec<(String, String)> {
    let found: Vec<PathBuf> = folders.iter().flat_map(|folder| files_of(folder.as_ref(), ending)).collect();
    assert!(!found.is_empty(), "no files in {folders:?}");
    found.into_iter().map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap())).collect()
}

/// The views, and what else writes pages: as written, without unit tests and lines of comment.
fn writers() -> Vec<(String, String)> {
    let paths = ["src", "charts"].into_iter().flat_map(|folder| files_of(folder.as_ref(), "rs"));
    let code = |text: &str| -> String {
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    paths.map(|path| (path.display().to_string(), code(&fs::read_to_string(&path).unwrap()))).collect()
}

#[test]
fn no_attribute_is_spelled_outside_of_the_contract() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.path.starts_with("contract/")) {
        let literals = source.literals.iter().map(String::as_str);
        for text in literals.chain([source.code.as_str()]) {
            let names = after(text, "data-").filter(|name| !name.is_empty() && !is_other(&source.path, text));
            wrong.extend(names.map(|name| format!("{}: data-{name}", source.path)));
        }
    }
    assert!(wrong.is_empty(), "these belong to crates/contract/src/attribute.rs:\n{}", wrong.join("\n"));
}

#[test]
fn the_program_asks_for_nothing_by_a_name_of_its_own() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.path.starts_with("browser/")) {
        for literal in source.literals.iter().filter(|literal| !is_other(&source.path, literal)) {
            wrong.extend(asked_for(literal).iter().map(|name| format!("{}: {name} in {literal:?}", source.path)));
        }
    }
    assert!(wrong.is_empty(), "these belong to crates/contract:\n{}", wrong.join("\n"));
}

#[test]
fn pages_are_written_with_the_names_of_the_contract() {
    let mut wrong = Vec::new();
    for (path, code) in writers() {
        wrong.extend(spelled(&code).iter().map(|name| format!("{path}: {name}")));
    }
    assert!(wrong.is_empty(), "these belong to crates/contract:\n{}", wrong.join("\n"));
}

#[test]
fn scripts_take_their_names_from_the_contract() {
    let mut wrong = Vec::new();
    for (path, script) in files(&SCRIPTS, "js").into_iter().filter(|(path, _)| path != HISTORY) {
        wrong.extend(in_script(&script).iter().map(|name| format!("{path}: {name}")));
    }
    assert!(wrong.is_empty(), "these belong to crates/contract:\n{}", wrong.join("\n"));
}

#[test]
fn style_sheets_ask_for_attributes_of_the_contract() {
    for (path, sheet) in files(&SHEETS, "css") {
        for name in after(&sheet, "[data-") {
            assert!(is_of(attribute::ALL, &format!("data-{name}")), "{path}: data-{name}");
        }
    }
}

#[test]
fn every_name_is_used_by_one_who_writes_and_one_who_reads() {
    let rust: Vec<String> =
        sources().into_iter().filter(|one| !one.path.starts_with("contract/")).map(|one| one.code).collect();
    let scripts: Vec<String> = files(&SCRIPTS, "js").into_iter().map(|(_, script)| script).collect();
    let sheets: Vec<String> = files(&SHEETS, "css").into_iter().map(|(_, sheet)| sheet).collect();
    let tests: Vec<String> = files(&["tests"], "rs").into_iter().map(|(_, test)| test).collect();
    let words = |text: &str, word: &str| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        text.match_indices(word)
            .filter(|(at, _)| !text[..*at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part))
            .count()
    };
    let all = |texts: &[String], word: &str| texts.iter().map(|text| words(text, word)).sum::<usize>();
    let mut idle = BTreeSet::new();
    for (constant, name) in attribute::ALL.iter().chain(class::ALL).chain(id::ALL) {
        let script =
            constant.to_ascii_lowercase().split('_').enumerate().fold(String::new(), |name, (index, word)| {
                name + &if index == 0 { word.to_owned() } else { word[..1].to_ascii_uppercase() + &word[1..] }
            });
        let signs = ["DATA", "ATTRIBUTE", "CLASS", "ID"].map(|list| all(&scripts, &format!("{list}.{script}")));
        let uses = all(&rust, constant) + signs.iter().sum::<usize>() + all(&sheets, name) + all(&tests, name);
        if uses < 2 {
            idle.insert(format!("{constant} = {name:?}"));
        }
    }
    assert!(idle.is_empty(), "written or read by nobody:\n{}", idle.into_iter().collect::<Vec<_>>().join("\n"));
}

// What finds the faults must find them.

#[test]
fn a_planted_name_is_found_however_it_is_written() {
    for literal in
        [".view", "svg.map a", "#found", "[data-place='{id}']", "p-{place}", "#f-{fact}", "selected", "find"]
    {
        assert!(!asked_for(literal).is_empty(), "{literal}");
    }
    for literal in ["aria-pressed", "transform", "touchstart", "translate({x}px,{y}px)", "0.5", "Home", "--zoom", ""]
    {
        assert_eq!(asked_for(literal), [""; 0], "{literal}");
    }
    let view = r##"<p class="big step" id="x"><a href="#story">{a}</a><a href="./#b" class="dek"></a></p>"##;
    assert_eq!(spelled(view), ["class step", "id x", "link to story"]);
    let script = "a.dataset.mode = 1;\nb.querySelector(\"svg.map\"); const c = `#found`;\nclassList.add(\"miss\");\n// d.dataset.x\n\
                  e.dataset[DATA.mode]; island.dataset.component; q.get(\"theme\"); f(\"[data-x]\")";
    assert_eq!(in_script(script), [".dataset.mode", "data-x", "miss", "parameter theme", ".map", "#found"]);
}
