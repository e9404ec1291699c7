//! The JSON Schema of each data file, made from the Rust types.

use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

use super::records::{ChaptersRecord, CorrectionsRecord, FactsRecord, FiguresRecord, MapRecord, PlacesRecord};
use crate::model::Topology;

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
    /// `corrections.json`.
    Corrections,
    /// The topology that `map.json` names.
    Topology,
}

impl FileKind {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 7] =
        [Self::Facts, Self::Chapters, Self::Places, Self::Figures, Self::Map, Self::Corrections, Self::Topology];

    /// The kind of a file by its name; whatever is none of these is the topology.
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
            Self::Corrections => "corrections",
            Self::Topology => "topology",
        }
    }

    /// Its schema.
    pub fn schema(self) -> Value {
        match self {
            Self::Facts => schema_of::<FactsRecord>(),
            Self::Chapters => schema_of::<ChaptersRecord>(),
            Self::Places => schema_of::<PlacesRecord>(),
            Self::Figures => schema_of::<FiguresRecord>(),
            Self::Map => schema_of::<MapRecord>(),
            Self::Corrections => schema_of::<CorrectionsRecord>(),
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
