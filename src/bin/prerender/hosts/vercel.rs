//! `vercel.json`, where a site is deployed from the built folder itself.

use serde_json::{Value, json};

use super::rules::{FOR_EVER, FOR_NOW, HASHED, HEADERS};

/// The file. A page's addresses are relative, so a folder's address has to end in `/`.
pub fn json() -> String {
    let rule = |source: &str, pairs: &[(&str, &str)]| {
        let headers: Vec<Value> = pairs.iter().map(|(key, value)| json!({ "key": key, "value": value })).collect();
        json!({ "source": source, "headers": headers })
    };
    let all = [&HEADERS[..], &[("Cache-Control", FOR_NOW)]].concat();
    let rules = [rule("/(.*)", &all), rule(&format!("/(.*{HASHED})"), &[("Cache-Control", FOR_EVER)])];
    format!("{:#}\n", json!({ "trailingSlash": true, "headers": rules }))
}
