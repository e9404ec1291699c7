//! The JSON Schema of each data file, made from the Rust types, and the check of a file's form.

use jsonschema::error::ValidationErrorKind;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

use crate::model::{ChaptersFile, FactsFile, FiguresFile, MapFile, PlacesFile, Topology};

/// Which file of a data folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `facts.json`.
    Facts,
    /// `chapters.json`.
    Chapters,
    /// `places.json`.
    Places,
    /// `figures.json`.
    Figures,
    /// `map.json`.
    Map,
    /// The topology that `map.json` names.
    Topology,
}

impl FileKind {
    const ALL: [Self; 6] =
        [Self::Facts, Self::Chapters, Self::Places, Self::Figures, Self::Map, Self::Topology];

    /// The kind of a file by its name; whatever is none of the five is the topology.
    pub fn of(name: &str) -> Self {
        Self::ALL.into_iter().find(|kind| format!("{}.json", kind.name()) == name).unwrap_or(Self::Topology)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Chapters => "chapters",
            Self::Places => "places",
            Self::Figures => "figures",
            Self::Map => "map",
            Self::Topology => "topology",
        }
    }

    fn schema(self) -> Value {
        match self {
            Self::Facts => schema_of::<FactsFile>(),
            Self::Chapters => schema_of::<ChaptersFile>(),
            Self::Places => schema_of::<PlacesFile>(),
            Self::Figures => schema_of::<FiguresFile>(),
            Self::Map => schema_of::<MapFile>(),
            Self::Topology => schema_of::<Topology>(),
        }
    }
}

/// The published schemas: file name and text.
pub fn schemas() -> Vec<(String, String)> {
    let publish = |kind: FileKind| (format!("{}.schema.json", kind.name()), format!("{:#}\n", kind.schema()));
    FileKind::ALL.into_iter().map(publish).collect()
}

fn schema_of<T: JsonSchema>() -> Value {
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into();
    let mut schema = generator.into_root_schema_for::<T>();
    Plain.transform(&mut schema);
    schema.to_value()
}

/// Takes the detours out of generated schemas, so that a fault is found where it stands: a missing
/// key is simply missing, never `null`, and a choice of words is one list.
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else { return };
        if let Some(Value::Array(kinds)) = object.get_mut("type") {
            kinds.retain(|kind| kind != "null");
            if let [kind] = kinds.as_slice() {
                let kind = kind.clone();
                object.insert("type".into(), kind);
            }
        }
        if let Some(Value::Array(options)) = object.get_mut("anyOf") {
            options.retain(|option| option != &json!({"type": "null"}));
            if let [option] = options.as_slice()
                && let Some(reference) = option.get("$ref").cloned()
            {
                object.remove("anyOf");
                object.insert("$ref".into(), reference);
            }
        }
        if let Some(Value::Array(options)) = object.get("oneOf") {
            let words: Option<Vec<Value>> = options.iter().map(|option| option.get("const").cloned()).collect();
            if let Some(words) = words {
                object.remove("oneOf");
                object.insert("type".into(), "string".into());
                object.insert("enum".into(), words.into());
            }
        }
    }
}

/// Every fault of form as a JSON pointer and a message; the value is mended with neutral values, so
/// that the rest of it can be read.
pub fn check_form(kind: FileKind, value: &mut Value) -> Vec<(String, String)> {
    let schema = kind.schema();
    let Ok(validator) = jsonschema::validator_for(&schema) else {
        return vec![(String::new(), "expected a schema that compiles; this is a fault of the program".into())];
    };
    let mut found = Vec::new();
    let mut mends: Vec<(String, Value)> = Vec::new();
    for error in validator.iter_errors(value) {
        let at = error.instance_path().to_string();
        let wanted = schema.pointer(&parent(&error.schema_path().to_string())).cloned().unwrap_or_default();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let known: Vec<&str> = keys(&wanted);
                for key in unexpected {
                    found.push((format!("{at}/{key}"), format!("unknown key; expected one of {}", known.join(", "))));
                    mends.push((format!("{at}/{key}"), Value::Null));
                }
            }
            ValidationErrorKind::Required { property } => {
                let key = property.as_str().unwrap_or_default();
                let inner = wanted.pointer(&format!("/properties/{key}")).cloned().unwrap_or_default();
                found.push((format!("{at}/{key}"), format!("missing; expected {}", describe(&inner, &schema))));
                mends.push((format!("{at}/{key}"), neutral(&inner, &schema)));
            }
            ValidationErrorKind::MinLength { .. } if at.ends_with("/zh") || at.ends_with("/en") => {
                found.push((at, "missing language; expected words, found an empty text".into()));
            }
            _ => {
                let (wanted, instance) = (describe(&wanted, &schema), error.instance());
                found.push((at.clone(), format!("expected {wanted}, found {}", short(instance))));
                let neutral_value = schema.pointer(&parent(&error.schema_path().to_string()));
                mends.push((at, neutral(neutral_value.unwrap_or(&Value::Null), &schema)));
            }
        }
    }
    for (pointer, mend) in mends {
        set(value, &pointer, mend);
    }
    found
}

/// Puts a value at a pointer; `Null` takes the key away.
fn set(value: &mut Value, pointer: &str, new: Value) {
    let (up, key) = pointer.rsplit_once('/').unwrap_or(("", ""));
    match value.pointer_mut(up) {
        Some(Value::Object(object)) if new.is_null() => {
            object.remove(key);
        }
        Some(Value::Object(object)) => {
            object.insert(key.to_owned(), new);
        }
        Some(Value::Array(array)) => {
            if let Some(slot) = key.parse::<usize>().ok().and_then(|index| array.get_mut(index)) {
                *slot = new;
            }
        }
        _ => {}
    }
}

/// The least value a schema accepts.
fn neutral(schema: &Value, root: &Value) -> Value {
    let schema = resolved(schema, root);
    if let Some(first) = schema.pointer("/enum/0").or_else(|| schema.get("const")) {
        return first.clone();
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("string") => "".into(),
        Some("number" | "integer") => 0.into(),
        Some("boolean") => false.into(),
        Some("array") => {
            let least = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
            let item = schema.get("items").map_or(Value::Null, |items| neutral(items, root));
            Value::Array((0..least).map(|_| item.clone()).collect())
        }
        Some("object") => {
            let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
            let fill = |key: &Value| {
                let key = key.as_str()?;
                Some((key.to_owned(), neutral(schema.pointer(&format!("/properties/{key}"))?, root)))
            };
            Value::Object(required.filter_map(fill).collect())
        }
        _ => Value::Null,
    }
}

/// What a schema accepts, in words.
fn describe(schema: &Value, root: &Value) -> String {
    let schema = resolved(schema, root);
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return format!("one of {}", words.join(", "));
    }
    if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
        return format!("text like {pattern}");
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("string") => "text".into(),
        Some("integer") => "a whole number".into(),
        Some("number") => "a number".into(),
        Some("boolean") => "true or false".into(),
        Some("array") => match (schema.get("minItems"), schema.get("items")) {
            (Some(count), Some(item)) => format!("a list of {count}, each {}", describe(item, root)),
            (None, Some(item)) => format!("a list, each {}", describe(item, root)),
            _ => "a list".into(),
        },
        Some("object") => format!("an object with {}", keys(schema).join(", ")),
        _ => "something else".into(),
    }
}

fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => root.pointer(reference.trim_start_matches('#')).unwrap_or(schema),
        None => schema,
    }
}

fn keys(schema: &Value) -> Vec<&str> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

fn parent(pointer: &str) -> String {
    pointer.rsplit_once('/').map_or(String::new(), |(up, _)| up.to_owned())
}

/// A value as it stands in a message.
fn short(value: &Value) -> String {
    match value {
        Value::Object(_) => "an object".into(),
        Value::Array(list) => format!("a list of {}", list.len()),
        other => format!("`{}`", other.to_string().trim_matches('"')),
    }
}
