//! `licences.html`: whose code and data a site for readers carries, and on what terms – as the lock file and the packages
//! themselves say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use data_story::model::{Lang, Story};
use data_story::text::{LICENCES, Ui, escape, is_han, plain_text};
use serde_json::Value;

use crate::disk::read;
use crate::output::Output;
use crate::sign;

/// This project's own licence.
const OWN: &str = "LICENSE";
/// Where a story has the licences of its data.
const DATA: &str = "licences";
/// How packages name the files of their licences.
const NAMES: [&str; 4] = ["LICEN", "COPYING", "UNLICENSE", "NOTICE"];

/// A package of others that is in the program.
#[derive(Debug)]
struct Package {
    name: String,
    version: String,
    /// The terms, as an SPDX expression.
    terms: String,
    authors: String,
    /// Its licences, word by word.
    texts: Vec<String>,
}

/// Writes it.
pub fn write(story: &Story, data: &Path, output: &Output) -> Result<(), String> {
    output.put_text(LICENCES, &page(story, &packages(&metadata()?)?, &licences_of(data)?, &read(Path::new(OWN))?))
}

/// What Cargo knows of the program that runs in the browser, from the lock file and no newer one.
fn metadata() -> Result<Value, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"]);
    command.args(["--no-default-features", "--features", "whole"]);
    let answer = command.output().map_err(|error| format!("cargo metadata: {error}"))?;
    if !answer.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&answer.stderr)));
    }
    serde_json::from_slice(&answer.stdout).map_err(|error| format!("cargo metadata: {error}"))
}

/// The packages of others that the program is compiled from: what only runs while it is compiled, or only for tests, is not
/// in it.
fn packages(metadata: &Value) -> Result<Vec<Package>, String> {
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let by_id = |list: Vec<Value>| -> BTreeMap<String, Value> {
        list.into_iter().map(|one| (one["id"].as_str().unwrap_or_default().to_owned(), one)).collect()
    };
    let (packages, nodes) = (by_id(list(metadata, "packages")), by_id(list(&metadata["resolve"], "nodes")));
    let runs_at_compile_time = |package: &Value| {
        list(package, "targets").iter().any(|target| list(target, "kind").iter().any(|kind| kind == "proc-macro"))
    };
    let is_normal = |dependency: &Value| list(dependency, "dep_kinds").iter().any(|kind| kind["kind"].is_null());
    let mut open = vec![metadata["resolve"]["root"].as_str().ok_or("cargo metadata: no package here")?.to_owned()];
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        let (Some(package), Some(node)) = (packages.get(&id), nodes.get(&id)) else { continue };
        if runs_at_compile_time(package) || !found.insert(id) {
            continue;
        }
        let dependencies = list(node, "deps").into_iter().filter(is_normal);
        open.extend(dependencies.filter_map(|one| Some(one["pkg"].as_str()?.to_owned())));
    }
    // What has no source is this project's own.
    let others = found.iter().filter_map(|id| packages.get(id)).filter(|package| package["source"].is_string());
    let mut others = others.map(package).collect::<Result<Vec<_>, _>>()?;
    others.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    if others.is_empty() { Err("cargo metadata: the program uses nothing".into()) } else { Ok(others) }
}

fn package(told: &Value) -> Result<Package, String> {
    let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
    let (name, terms) = (text("name"), text("license"));
    if terms.is_empty() {
        return Err(format!("{name}: the package names no licence"));
    }
    let folder = text("manifest_path");
    let folder = Path::new(&folder).parent().ok_or_else(|| format!("{name}: no folder"))?;
    // Names and no mailboxes.
    let authors = told["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let authors: Vec<&str> = authors.filter_map(|author| author.split('<').next()).map(str::trim).collect();
    let texts = licences_in(folder)?.into_iter().map(|(_, text)| text).collect();
    Ok(Package { name, version: text("version"), terms, authors: authors.join(", "), texts })
}

/// The licences at the top of a package, by the names of their files.
fn licences_in(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let is_one = |name: &str| NAMES.iter().any(|one| name.to_uppercase().starts_with(one));
    Ok(files(folder)?.into_iter().filter(|(name, _)| is_one(name)).collect())
}

/// The licences of a story's data; a story may have none.
fn licences_of(data: &Path) -> Result<Vec<(String, String)>, String> {
    let folder = data.join(DATA);
    if folder.is_dir() { files(&folder) } else { Ok(Vec::new()) }
}

fn files(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name()) {
            files.push((name.to_string_lossy().into_owned(), path));
        }
    }
    files.sort();
    // Not every file beside the licences is a text.
    Ok(files.into_iter().filter_map(|(name, path)| Some((name, fs::read_to_string(path).ok()?))).collect())
}

/// The page: the list of packages, each leading to its terms, and every text once.
fn page(story: &Story, packages: &[Package], data: &[(String, String)], own: &str) -> String {
    let title = escape(&plain_text(story, &story.head().title, Lang::Zh));
    let heads = |wording: fn(Ui) -> &'static str| {
        Lang::ALL.map(|lang| format!("<span lang=\"{}\">{}</span>", lang.tag(), escape(wording(Ui(lang))))).join(" ")
    };
    let mut texts: Vec<&str> = Vec::new();
    let mut rows = String::new();
    for Package { name, version, terms, authors, texts: own } in packages {
        let mut ways = String::new();
        for text in own {
            let at = texts.iter().position(|known| is_same(known, text)).unwrap_or_else(|| {
                texts.push(text);
                texts.len() - 1
            });
            ways += &format!(" <a href=\"#t{at}\">{}</a>", at + 1);
        }
        // A package without a text of its own has at least its makers named.
        let whose = if own.is_empty() { format!(" {}", escape(authors)) } else { ways };
        rows += &format!("<li>{} {}: {}{whose}</li>", escape(name), escape(version), escape(terms));
    }
    // Lines that wrap: set as they are in the file, they would run out of a narrow window.
    let paragraph = |text: &str| format!("<p>{}</p>", escape(text.trim_matches('\n')).replace('\n', "<br>"));
    let section = |id: &str, level: u8, head: &str, text: &str| {
        let lang = if text.chars().any(is_han) { Lang::Zh } else { Lang::En }.tag();
        let said: String = text.trim().split("\n\n").map(paragraph).collect();
        format!("<section id=\"{id}\"><h{level}>{head}</h{level}><div lang=\"{lang}\">{said}</div></section>")
    };
    let text = |id: &str, head: &str, text: &str| section(id, 3, head, text);
    let of_data: String = data.iter().map(|(name, one)| text(&format!("d-{name}"), &escape(name), one)).collect();
    let of_code: String =
        texts.iter().enumerate().map(|(at, one)| text(&format!("t{at}"), &format!("{}", at + 1), one)).collect();
    format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\" />\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" /><meta name=\"viewport\" content=\"width=device-width\" />\
         <meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"robots\" content=\"noindex\" />\
         <title>{title}: {}</title><main><h1>{}</h1>{}<h2>{}</h2>{of_data}<h2>{}</h2><ul>{rows}\
         <li>Rust {}: MIT OR Apache-2.0</li></ul>{of_code}</main></html>\n",
        Lang::Zh.tag(),
        sign::POLICY,
        escape(Ui(Lang::Zh).licences()),
        heads(Ui::licences),
        section("own", 2, &heads(Ui::own_code), own),
        heads(Ui::data_of_others),
        heads(Ui::code_of_others),
        env!("CARGO_PKG_RUST_VERSION"),
    )
}

/// Whether two texts say the same, however their lines are broken.
fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_runs_only_while_the_program_is_compiled_is_not_in_it() {
        let folder = env!("CARGO_MANIFEST_DIR");
        let package = |id: &str, kind: &str| {
            json!({"id": id, "name": id, "version": "1.0.0", "license": "MIT", "source": "registry", "authors": [],
                "manifest_path": format!("{folder}/Cargo.toml"), "targets": [{"kind": [kind]}]})
        };
        let needs = |id: &str, kind: Value| json!({"pkg": id, "dep_kinds": [{"kind": kind}]});
        let node = |id: &str, deps: Vec<Value>| json!({"id": id, "deps": deps});
        let told = json!({
            "packages": [{"id": "own", "source": null, "targets": []}, package("a", "lib"), package("b", "lib"),
                package("macros", "proc-macro"), package("tests", "lib"), package("builds", "lib")],
            "resolve": {"root": "own", "nodes": [
                node("own", vec![needs("a", Value::Null), needs("macros", Value::Null), needs("tests", json!("dev"))]),
                node("a", vec![needs("b", Value::Null), needs("builds", json!("build"))]),
                node("b", vec![]), node("macros", vec![]), node("tests", vec![]), node("builds", vec![]),
            ]},
        });
        let found = packages(&told).unwrap();
        assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        // The folder of this project has one, and it is found by its name.
        assert!(found.iter().all(|one| one.texts.len() == 1 && one.texts[0].contains("MIT License")));
    }

    #[test]
    fn a_package_without_terms_is_refused() {
        let told = json!({"name": "a", "version": "1.0.0", "manifest_path": "/a/Cargo.toml"});
        assert!(package(&told).is_err_and(|fault| fault.contains("names no licence")));
    }

    #[test]
    fn texts_that_differ_in_their_lines_only_are_one() {
        assert!(is_same("a b\n c", "a  b c\n") && !is_same("a b", "a c"));
    }
}
