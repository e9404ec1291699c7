//! One data file: its text, the line of every key, and its value with malformed parts set aside.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use jsonptr::Token;
use serde_json::Value;

use super::fault::{Fault, key_of};
use super::messages::{GEOJSON, KEY_TWICE, Message};
use super::schema::FileKind;
use super::text_file::{Unread, read_text};
use super::{form, json};

/// A data file that was read; one that could not be is set aside as a whole.
pub struct DataFile {
    shown: String,
    kind: FileKind,
    text: String,
    /// The line of every value by JSON pointer; found out for the first fault, so that a file without any, which may
    /// hold a million positions, costs nothing.
    lines: OnceCell<BTreeMap<String, usize>>,
    value: Value,
    set_aside: Vec<String>,
}

impl DataFile {
    /// Reads the file and reports what is wrong with its form.
    pub fn read(dir: &Path, name: &str, faults: &mut Vec<Fault>) -> Self {
        let mut file = Self::empty(dir, name);
        match read_text(&dir.join(name)).and_then(|text| Ok((json::parse(&text)?, text))) {
            Ok((value, text)) => (file.value, file.text) = (value, text),
            Err(Unread { line, message }) => {
                faults.push(Fault { line, ..file.fault("", message) });
                file.set_all_aside();
                return file;
            }
        }
        if file.kind == FileKind::Topology
            && let Some(message) = geojson(&file.value)
        {
            faults.push(file.fault("/type", message));
            file.set_all_aside();
            return file;
        }
        faults.extend(file.repeats());
        faults.extend(file.check_form());
        file
    }

    /// A file that the folder need not have; it holds nothing and nothing is wrong with it.
    pub fn left_out(dir: &Path, name: &str) -> Self {
        let mut file = Self::empty(dir, name);
        file.set_all_aside();
        file
    }

    fn empty(dir: &Path, name: &str) -> Self {
        Self {
            shown: dir.join(name).display().to_string(),
            kind: FileKind::of(name),
            text: String::new(),
            lines: OnceCell::new(),
            value: Value::Null,
            set_aside: Vec::new(),
        }
    }

    /// Which file of the folder it is.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// Its text; empty if it could not be read as JSON.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its value, with neutral values where something was set aside.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Whether anything in it has a key of this name.
    pub fn holds_key(&self, key: &str) -> bool {
        self.lines().keys().any(|pointer| pointer.rsplit('/').next() == Some(key))
    }

    /// Puts the neutral value in place of the whole file.
    pub fn set_all_aside(&mut self) {
        self.value = form::neutral_file(self.kind);
        self.set_aside = vec![String::new()];
    }

    /// Whether a fault of form was already reported there or around it, or at a member of this list.
    pub fn is_set_aside(&self, pointer: &str) -> bool {
        let is_around = |aside: &String| pointer == aside || pointer.starts_with(&format!("{aside}/"));
        let is_member = |aside: &String| {
            let inner = aside.strip_prefix(pointer).and_then(|rest| rest.strip_prefix('/'));
            inner.is_some_and(|inner| inner.chars().all(|c| c == '/' || c.is_ascii_digit()))
        };
        self.set_aside.iter().any(|aside| is_around(aside) || is_member(aside))
    }

    /// Whether a fault of form was already reported there, around it or inside it.
    pub fn is_touched(&self, pointer: &str) -> bool {
        self.is_set_aside(pointer) || self.set_aside.iter().any(|aside| aside.starts_with(&format!("{pointer}/")))
    }

    /// Whether some id of this list could not be read, so that an id that is not found may be one of them.
    pub fn lacks_ids(&self, list: &str) -> bool {
        let is_id = |aside: &String| {
            let inner = aside.strip_prefix(list).and_then(|rest| rest.strip_prefix('/'));
            inner.is_some_and(|inner| inner.split_once('/').is_none_or(|(_, key)| key == "id"))
        };
        self.is_set_aside(list) || self.set_aside.iter().any(is_id)
    }

    /// A fault at this place; the line is that of the nearest key that exists.
    pub fn fault(&self, pointer: &str, message: Message) -> Fault {
        let mut at = pointer;
        let line = loop {
            match (self.lines().get(at), at.rfind('/')) {
                (Some(line), _) => break *line,
                (None, Some(parent)) => at = &at[..parent],
                (None, None) => break 1,
            }
        };
        Fault { file: self.shown.clone(), line, key: key_of(pointer), message }
    }

    /// The line of every value; of a key that stands twice the later one.
    fn lines(&self) -> &BTreeMap<String, usize> {
        self.lines.get_or_init(|| {
            let breaks: Vec<usize> = self.text.match_indices('\n').map(|(at, _)| at).collect();
            let mut lines = BTreeMap::new();
            if let Some(root) = ast_of(&self.text) {
                note_lines(&root, String::new(), &mut lines, &|offset| breaks.partition_point(|at| *at < offset) + 1);
            }
            lines
        })
    }

    fn line_at(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }

    /// A key that stands twice is a fault.
    fn repeats(&self) -> Vec<Fault> {
        let repeat = |(pointer, offset): (String, usize)| Fault {
            line: self.line_at(offset),
            ..self.fault(&pointer, KEY_TWICE.with(&[]))
        };
        ast_of(&self.text).map_or_else(Vec::new, |root| repeats(&root)).into_iter().map(repeat).collect()
    }

    /// Checks the value against its schema and sets aside what does not fit.
    fn check_form(&mut self) -> Vec<Fault> {
        let form = form::check_form(self.kind, &mut self.value);
        self.set_aside = form.set_aside;
        form.faults.into_iter().map(|(pointer, message)| self.fault(&pointer, message)).collect()
    }
}

/// What to say of GeoJSON in the stead of a topology; each of its keys would be a fault otherwise.
fn geojson(value: &Value) -> Option<Message> {
    let kind = value.get("type")?.as_str()?;
    let kinds = ["Feature", "FeatureCollection", "GeometryCollection", "Polygon", "MultiPolygon"];
    kinds.contains(&kind).then(|| GEOJSON.with(&[&kind]))
}

fn ast_of(text: &str) -> Option<ast::Value<'_>> {
    parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?.value
}

fn note_lines(
    value: &ast::Value,
    pointer: String,
    lines: &mut BTreeMap<String, usize>,
    line_at: &impl Fn(usize) -> usize,
) {
    lines.entry(pointer.clone()).or_insert_with(|| line_at(value.range().start));
    match value {
        ast::Value::Object(object) => {
            for property in &object.properties {
                let inner = format!("{pointer}/{}", Token::new(property.name.as_str()).encoded());
                lines.insert(inner.clone(), line_at(property.range.start));
                note_lines(&property.value, inner, lines, line_at);
            }
        }
        ast::Value::Array(array) => {
            for (index, element) in array.elements.iter().enumerate() {
                note_lines(element, format!("{pointer}/{index}"), lines, line_at);
            }
        }
        _ => {}
    }
}

/// Pointer and offset of every key that its object has already.
fn repeats(value: &ast::Value) -> Vec<(String, usize)> {
    let below = |key: String, value: &ast::Value| {
        repeats(value).into_iter().map(move |(pointer, offset)| (format!("/{key}{pointer}"), offset))
    };
    match value {
        ast::Value::Object(object) => {
            let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
            for property in &object.properties {
                let key = property.name.as_str();
                if !seen.insert(key) {
                    found.push((format!("/{}", Token::new(key).encoded()), property.range.start));
                }
                found.extend(below(Token::new(key).encoded().to_owned(), &property.value));
            }
            found
        }
        ast::Value::Array(array) => {
            array.elements.iter().enumerate().flat_map(|(at, element)| below(at.to_string(), element)).collect()
        }
        _ => Vec::new(),
    }
}
