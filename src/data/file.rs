//! One data file: its text, the line of every key, and its value with malformed parts set aside.

use std::collections::BTreeMap;
use std::path::Path;

use jsonc_parser::ast;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;

use super::fault::{Fault, key_of};
use super::schema::{self, FileKind};

/// A data file that was read, or the nothing that is left of one that could not be.
pub struct DataFile {
    shown: String,
    kind: FileKind,
    lines: BTreeMap<String, usize>,
    value: Option<Value>,
    set_aside: Vec<String>,
}

impl DataFile {
    /// Reads the file and reports what is wrong with its form.
    pub fn read(dir: &Path, name: &str, faults: &mut Vec<Fault>) -> Self {
        let path = dir.join(name);
        let mut file = Self {
            shown: path.display().to_string(),
            kind: FileKind::of(name),
            lines: BTreeMap::new(),
            value: None,
            set_aside: Vec::new(),
        };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                faults.push(Fault { line: 0, ..file.fault("", format!("expected this file, but: {error}")) });
                return file;
            }
        };
        match serde_json::from_str::<Value>(&text) {
            Ok(value) => file.value = Some(value),
            Err(error) => {
                faults.push(Fault { line: error.line(), ..file.fault("", format!("expected JSON, but: {error}")) });
                return file;
            }
        }
        faults.extend(file.index(&text));
        faults.extend(file.check_form());
        file
    }

    /// Which file of the folder it is.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// Its value, with neutral values where something was set aside.
    pub fn value(&self) -> Option<&Value> {
        self.value.as_ref()
    }

    /// Whether a fault of form was already reported there or around it.
    pub fn is_set_aside(&self, pointer: &str) -> bool {
        self.set_aside.iter().any(|aside| pointer == aside || pointer.starts_with(&format!("{aside}/")))
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
        let Some(value) = &mut self.value else { return Vec::new() };
        let found = schema::check_form(self.kind, value);
        self.set_aside = found.iter().map(|(pointer, _)| pointer.clone()).collect();
        found.into_iter().map(|(pointer, message)| self.fault(&pointer, message)).collect()
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
