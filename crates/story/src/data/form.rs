//! The check of a file's form against its schema; what does not fit is mended, so that the rest can be read.

use std::sync::OnceLock;

use jsonptr::Token;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::messages::{self as say, Both, Message, Phrase, both};
use super::schema::FileKind;
use crate::model::Day;

/// What the check of a file's form found.
#[derive(Default)]
pub struct Form {
    /// Every fault as a JSON pointer and a message.
    pub faults: Vec<(String, Message)>,
    /// JSON pointers to what now holds a neutral value, or nothing, and must not be judged further.
    pub set_aside: Vec<String>,
}

/// Checks a value against the schema of its file; the value is mended with neutral values, so that
/// the rest of it can be read.
pub fn check_form(kind: FileKind, value: &mut Value) -> Form {
    let Compiled { schema, validator } = compiled(kind);
    let mut form = Form::default();
    let Some(validator) = validator else {
        form.faults.push((String::new(), say::NO_SCHEMA.with(&[])));
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
        let is_day = |text: &str| Day::parse(text).is_some();
        let options = jsonschema::options().with_format("date", is_day).should_validate_formats(true);
        let validator = options.build(&schema).ok();
        Compiled { schema, validator }
    })
}

/// Notes one violation of the schema, and how to mend it.
fn note(error: &ValidationError, schema: &Value, form: &mut Form, mends: &mut Vec<(String, Value)>) {
    let at = error.instance_path().to_string();
    let wanted = schema.pointer(&parent(&error.schema_path().to_string())).cloned().unwrap_or_default();
    let mut fault = |at: &str, message: Message, mend: Option<Value>| {
        form.faults.push((at.to_owned(), message));
        form.set_aside.push(at.to_owned());
        mends.extend(mend.map(|mend| (at.to_owned(), mend)));
    };
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let known = keys(&wanted).join(", ");
            for key in unexpected {
                fault(
                    &format!("{at}/{}", Token::new(key).encoded()),
                    say::UNKNOWN_KEY.with(&[&known]),
                    Some(Value::Null),
                );
            }
        }
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            let inner = wanted.pointer(&format!("/properties/{key}")).cloned().unwrap_or_default();
            let missing = if is_language(key) { &say::MISSING_LANGUAGE } else { &say::MISSING };
            let message = missing.with(&[&describe(&inner, schema)]);
            fault(&format!("{at}/{key}"), message, Some(neutral(&inner, schema)));
        }
        ValidationErrorKind::MinLength { .. } if at.rsplit('/').next().is_some_and(is_language) => {
            fault(&at, say::EMPTY_LANGUAGE.with(&[]), None);
        }
        // Of formats the schemas know days alone.
        ValidationErrorKind::Format { .. } => {
            let text = error.instance().as_str().unwrap_or_default();
            let (owner, key) = at.rsplit_once('/').unwrap_or_default();
            let is_needed = is_required(schema, &error.schema_path().to_string(), key);
            let mend = if is_needed { neutral(&wanted, schema) } else { Value::Null };
            fault(&format!("{owner}/{key}"), say::NO_DAY.with(&[&text]), Some(mend));
        }
        ValidationErrorKind::OneOfNotValid { context } => {
            let kinds = kinds(&wanted);
            let instance = error.instance();
            let found = instance.get("type");
            let is = kinds.iter().position(|kind| found.is_some_and(|found| found == *kind));
            if let Some(errors) = is.and_then(|is| context.get(is)) {
                return errors.iter().for_each(|error| note(error, schema, form, mends));
            }
            let key = if instance.is_object() { format!("{at}/type") } else { at.clone() };
            let found = found.map_or(words(both!("none" / "没有")), short);
            form.faults.push((key, say::OTHER_TYPE_WORD.with(&[&kinds.join(", "), &found])));
            form.set_aside.push(at.clone());
            mends.push((at, neutral(&wanted, schema)));
        }
        _ => {
            let message = say::OTHER_FORM.with(&[&describe(&wanted, schema), &short(error.instance())]);
            fault(&at, message, Some(neutral(&wanted, schema)));
        }
    }
}

/// Whether an object needs the key whose value does not fit what the schema says at this path.
fn is_required(schema: &Value, path: &str, key: &str) -> bool {
    let object = parent(&parent(&parent(path)));
    let required = schema.pointer(&object).and_then(|object| object.get("required")?.as_array());
    required.is_some_and(|keys| keys.iter().any(|one| one == key))
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
    let key = Token::from_encoded(key).map_or_else(|_| key.to_owned(), |key| key.decoded().into_owned());
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
        Some("string") if schema.get("format").is_some() => "2000-01-01".into(),
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

fn words(both: Both) -> Phrase {
    Phrase::of(both, &[])
}

/// What a schema accepts, in words.
fn describe(schema: &Value, root: &Value) -> Phrase {
    let schema = resolved(schema, root);
    if let Some(listed) = schema.get("enum").and_then(Value::as_array) {
        let listed: Vec<&str> = listed.iter().filter_map(Value::as_str).collect();
        return Phrase::of(both!("one of {0}" / " {0} 之一"), &[&listed.join(", ")]);
    }
    if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
        return Phrase::of(both!("text like {0}" / "形如 {0} 的文字"), &[&pattern]);
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("string") => words(both!("text" / "文字")),
        Some("integer") => match schema.get("minimum").and_then(Value::as_f64) {
            Some(least) => Phrase::of(both!("a whole number from {0}" / "从 {0} 起的整数"), &[&least]),
            None => words(both!("a whole number" / "整数")),
        },
        Some("number") => words(both!("a number" / "数")),
        Some("boolean") => words(both!("true or false" / " true 或 false")),
        Some("array") => match (schema.get("minItems"), schema.get("items")) {
            (Some(count), Some(item)) => Phrase::of(
                both!("a list of {0}, each {1}" / "有 {0} 项的列表，每项为{1}"),
                &[count, &describe(item, root)],
            ),
            (None, Some(item)) => Phrase::of(both!("a list, each {0}" / "列表，每项为{0}"), &[&describe(item, root)]),
            _ => words(both!("a list" / "列表")),
        },
        Some("object") => Phrase::of(both!("an object with {0}" / "含 {0} 的对象"), &[&keys(schema).join(", ")]),
        _ => words(both!("something else" / "别的东西")),
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
fn short(value: &Value) -> Phrase {
    match value {
        Value::Object(_) => words(both!("an object" / "对象")),
        Value::Array(list) => Phrase::of(both!("a list of {0}" / "有 {0} 项的列表"), &[&list.len()]),
        other => {
            let text = other.to_string();
            let text = text.trim_matches('"');
            match text.char_indices().nth(LONGEST) {
                Some((end, _)) => Phrase::of(
                    both!("`{0}…`, {1} characters" / " `{0}…`，共 {1} 个字符"),
                    &[&&text[..end], &text.chars().count()],
                ),
                None => Phrase::of(both!("`{0}`" / " `{0}`"), &[&text]),
            }
        }
    }
}
