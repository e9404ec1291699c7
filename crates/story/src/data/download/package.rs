//! What the tables hold, for programs: a Data Package (version 2.0 of its specification, datapackage.org), with the terms of
//! use that no table has room for.

use csv::ReaderBuilder;
use serde_json::{Value, json};

use super::Download;
use crate::model::{Lang, Story};
use crate::text::plain_text;

/// The descriptor's name, which the specification fixes; it stands in the folder of all pages.
pub const PACKAGE: &str = "datapackage.json";
/// The profile that it follows.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The descriptor of these files, of which it describes the tables.
///
/// An error names the table that cannot be read.
pub fn package(story: &Story, files: &[Download]) -> Result<Download, String> {
    let head = story.head();
    let tables = files.iter().filter(|file| file.name.ends_with(".csv"));
    let resources = tables.map(resource).collect::<Result<Vec<_>, _>>()?;
    let words = |text| Lang::ALL.map(|lang| plain_text(story, text, lang)).join(" / ");
    let mut document = json!({
        "$schema": PROFILE,
        "title": words(&head.title),
        "description": words(&head.summary),
        "homepage": head.address,
        "version": *story.version,
        "resources": resources,
    });
    let both = |text: &crate::model::Localized| Lang::ALL.map(|lang| text.get(lang)).join(" / ");
    if let Some(terms) = &head.terms {
        document["licenses"] = json!([{"path": terms.url, "title": both(&terms.name)}]);
    }
    if let Some(credit) = &head.credit {
        document["sources"] = json!([{"title": both(credit)}]);
    }
    if let Some(publisher) = &head.publisher {
        document["contributors"] = json!([{"title": both(publisher), "roles": ["publisher"]}]);
    }
    let bytes = (document.to_string() + "\n").into_bytes();
    Ok(Download { name: PACKAGE.into(), bytes })
}

/// A table: where it stands, and the name and type of each column as its cells have them.
fn resource(file: &Download) -> Result<Value, String> {
    let fault = |error: csv::Error| format!("{}: {error}", file.name);
    let bytes = file.bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&file.bytes);
    let mut reader = ReaderBuilder::new().from_reader(bytes);
    let heads = reader.headers().map_err(fault)?.clone();
    let mut is_number = vec![true; heads.len()];
    let mut is_filled = vec![false; heads.len()];
    for row in reader.records() {
        for (column, cell) in row.map_err(fault)?.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            is_filled[column] = true;
            is_number[column] &= cell.parse::<f64>().is_ok();
        }
    }
    let kind = |column: usize| if is_filled[column] && is_number[column] { "number" } else { "string" };
    let fields = heads.iter().enumerate().map(|(column, head)| json!({"name": head, "type": kind(column)}));
    let name = file.name.rsplit('/').next().unwrap_or(&file.name).trim_end_matches(".csv").to_lowercase();
    Ok(json!({
        "name": name,
        "path": file.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields.collect::<Vec<_>>()},
    }))
}
