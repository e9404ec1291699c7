//! The check of a file's form against its schema; what does not fit is mended, so that the rest can be read.

use std::sync::OnceLock;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::schema::FileKind;

/// What the check of a file's form found.
#[derive(Default)]
pub struct Form {
    /// Every fault as a JSON pointer and a message.
    pub faults: Vec<(String, String)>,
    /// JSON pointers to what now holds a neutral value, or nothing, and must not be judged further.
    pub set_aside: Vec<String>,
}

/// Checks a value against the schema of its file; the value is mended with neutral values, so that
/// the rest of it can be read.
pub fn check_form(kind: FileKind, value: &mut Value) -> Form {
    let Compiled { schema, validator } = compiled(kind);
    let mut form = Form::default();
    let Some(validator) = validator else {
        form.faults.push((String::new(), "expected a schema that compiles; this is a fault of the program".into()));
        return form;
    };
    let mut mends: Vec<(String, Value)> = Vec::new();
    for error in validator.iter_errors(value) {
        note(&error, schema, &mut form, &mut mends);
    }
    for (pointer, mend) in mends {
        set(value, &pointer, mend);
    }
    form
}

/// The neutral value of a whole file, for one that cannot be read.
pub fn neutral_file(kind: FileKind) -> Value {
    let schema = &compiled(kind).schema;
    neutral(schema, schema)
}

/// A schema, and what checks by it, if it can be compiled.
struct Compiled {
    schema: Value,
    validator: Option<Validator>,
}

/// The schema of a file, made and compiled once in a run: that takes longer than to check a file by it.
fn compiled(kind: FileKind) -> &'static Compiled {
    static ALL: [OnceLock<Compiled>; FileKind::ALL.len()] = [const { OnceLock::new() }; FileKind::ALL.len()];
    ALL[kind as usize].get_or_init(|| {
        let schema = kind.schema();
        let validator = jsonschema::validator_for(&schema).ok();
        Compiled { schema, validator }
    })
}

/// Notes one violation of the schema, and how to mend it.
fn note(error: &ValidationError, schema: &Value, form: &mut Form, mends: &mut Vec<(String, Value)>) {
    let at = error.instance_path().to_string();
    let wanted = schema.pointer(&parent(&error.schema_path().to_string())).cloned().unwrap_or_default();
    let mut fault = |at: &str, message: String, mend: Option<Value>| {
        form.faults.push((at.to_owned(), message));
        form.set_aside.push(at.to_owned());
        mends.extend(mend.map(|mend| (at.to_owned(), mend)));
    };
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let known = keys(&wanted).join(", ");
            for key in unexpected {
                let key = key.replace('~', "~0").replace('/', "~1");
                fault(&format!("{at}/{key}"), format!("unknown key; expected one of {known}"), Some(Value::Null));
            }
        }
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            let inner = wanted.pointer(&format!("/properties/{key}")).cloned().unwrap_or_default();
            let missing = if is_language(key) { "missing language" } else { "missing" };
            let message = format!("{missing}; expected {}", describe(&inner, schema));
            fault(&format!("{at}/{key}"), message, Some(neutral(&inner, schema)));
        }
        ValidationErrorKind::MinLength { .. } if at.rsplit('/').next().is_some_and(is_language) => {
            fault(&at, "missing language; expected words, found an empty text".into(), None);
        }
        ValidationErrorKind::OneOfNotValid { context } => {
            let kinds = kinds(&wanted);
            let instance = error.instance();
            let found = instance.get("type");
            match kinds
                .iter()
                .position(|kind| found.is_some_and(|found| found == *kind))
                .and_then(|is| context.get(is))
            {
                Some(errors) => errors.iter().for_each(|error| note(error, schema, form, mends)),
                None => {
                    let key = if instance.is_object() { format!("{at}/type") } else { at.clone() };
                    let found = found.map_or("none".into(), short);
                    form.faults.push((key, format!("expected one of {}, found {found}", kinds.join(", "))));
                    form.set_aside.push(at.clone());
                    mends.push((at, neutral(&wanted, schema)));
                }
            }
        }
        _ => {
            let message = format!("expected {}, found {}", describe(&wanted, schema), short(error.instance()));
            fault(&at, message, Some(neutral(&wanted, schema)));
        }
    }
}

fn is_language(key: &str) -> bool {
    matches!(key, "zh" | "en")
}

/// What the `type` of a value may say, where it decides which of several forms the value has.
fn kinds(schema: &Value) -> Vec<&str> {
    let options = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    options.filter_map(|option| option.pointer("/properties/type/const")?.as_str()).collect()
}

/// Puts a value at a pointer; `Null` takes the key away.
fn set(value: &mut Value, pointer: &str, new: Value) {
    let Some((up, key)) = pointer.rsplit_once('/') else {
        *value = new;
        return;
    };
    let key = key.replace("~1", "/").replace("~0", "~");
    match value.pointer_mut(up) {
        Some(Value::Object(object)) if new.is_null() => {
            object.remove(&key);
        }
        Some(Value::Object(object)) => {
            object.insert(key, new);
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
    if let Some(first) = schema.pointer("/oneOf/0") {
        return neutral(first, root);
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
        Some("integer") => match schema.get("minimum").and_then(Value::as_f64) {
            Some(least) => format!("a whole number from {least}"),
            None => "a whole number".into(),
        },
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

/// Characters of a value that a message repeats.
const LONGEST: usize = 60;

/// A value as it stands in a message.
fn short(value: &Value) -> String {
    match value {
        Value::Object(_) => "an object".into(),
        Value::Array(list) => format!("a list of {}", list.len()),
        other => {
            let text = other.to_string();
            let text = text.trim_matches('"');
            match text.char_indices().nth(LONGEST) {
                Some((end, _)) => format!("`{}…`, {} characters", &text[..end], text.chars().count()),
                None => format!("`{text}`"),
            }
        }
    }
}
