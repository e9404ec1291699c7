//! One data file: its text, the line of every key, and its value with malformed parts set aside.

use std::collections::BTreeMap;
use std::path::Path;

use jsonc_parser::ast;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;

use super::fault::{Fault, key_of};
use super::form;
use super::schema::FileKind;

/// A data file that was read; one that could not be is set aside as a whole.
pub struct DataFile {
    shown: String,
    kind: FileKind,
    text: String,
    lines: BTreeMap<String, usize>,
    value: Value,
    set_aside: Vec<String>,
}

impl DataFile {
    /// Reads the file and reports what is wrong with its form.
    pub fn read(dir: &Path, name: &str, faults: &mut Vec<Fault>) -> Self {
        let mut file = Self::empty(dir, name);
        let text = match std::fs::read_to_string(dir.join(name)) {
            Ok(text) => text,
            Err(error) => {
                faults.push(Fault { line: 0, ..file.fault("", format!("expected this file, but: {error}")) });
                file.set_all_aside();
                return file;
            }
        };
        match serde_json::from_str::<Value>(&text) {
            Ok(value) => file.value = value,
            Err(error) => {
                faults.push(Fault { line: error.line(), ..file.fault("", format!("expected JSON, but: {error}")) });
                file.set_all_aside();
                return file;
            }
        }
        faults.extend(file.index(&text));
        faults.extend(file.check_form());
        file.text = text;
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
            lines: BTreeMap::new(),
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
        self.lines.keys().any(|pointer| pointer.rsplit('/').next() == Some(key))
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
    pub fn fault(&self, pointer: &str, message: impl Into<String>) -> Fault {
        let mut at = pointer;
        let line = loop {
            match (self.lines.get(at), at.rfind('/')) {
                (Some(line), _) => break *line,
                (None, Some(parent)) => at = &at[..parent],
                (None, None) => break 1,
            }
        };
        Fault { file: self.shown.clone(), line, key: key_of(pointer), message: message.into() }
    }

    /// Notes the line of every value; a key that stands twice is a fault.
    fn index(&mut self, text: &str) -> Vec<Fault> {
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let line_at = |offset: usize| starts.partition_point(|start| *start <= offset);
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        let mut twice = Vec::new();
        if let Ok(parsed) = &parsed
            && let Some(root) = &parsed.value
        {
            walk(root, String::new(), &mut self.lines, &line_at, &mut twice);
        }
        let repeat = |(pointer, line): (String, usize)| Fault {
            line,
            ..self.fault(&pointer, "expected each key once, found it again")
        };
        twice.into_iter().map(repeat).collect()
    }

    /// Checks the value against its schema and sets aside what does not fit.
    fn check_form(&mut self) -> Vec<Fault> {
        let form = form::check_form(self.kind, &mut self.value);
        self.set_aside = form.set_aside;
        form.faults.into_iter().map(|(pointer, message)| self.fault(&pointer, message)).collect()
    }
}

fn walk(
    value: &ast::Value,
    pointer: String,
    lines: &mut BTreeMap<String, usize>,
    line_at: &impl Fn(usize) -> usize,
    twice: &mut Vec<(String, usize)>,
) {
    use jsonc_parser::common::Ranged;
    lines.entry(pointer.clone()).or_insert_with(|| line_at(value.range().start));
    match value {
        ast::Value::Object(object) => {
            for property in &object.properties {
                let name = property.name.as_str().replace('~', "~0").replace('/', "~1");
                let (inner, line) = (format!("{pointer}/{name}"), line_at(property.range.start));
                if lines.insert(inner.clone(), line).is_some() {
                    twice.push((inner.clone(), line));
                }
                walk(&property.value, inner, lines, line_at, twice);
            }
        }
        ast::Value::Array(array) => {
            for (index, element) in array.elements.iter().enumerate() {
                walk(element, format!("{pointer}/{index}"), lines, line_at, twice);
            }
        }
        _ => {}
    }
}
