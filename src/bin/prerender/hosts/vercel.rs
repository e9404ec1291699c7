//! `vercel.json`, where a site is deployed from the built folder itself.

use super::rules::{FOR_EVER, FOR_NOW, HASHED, HEADERS};

/// The file. A page's addresses are relative, so a folder's address has to end in `/`.
pub fn json() -> String {
    let pair = |(name, value): &(&str, &str)| format!("        {{ \"key\": \"{name}\", \"value\": \"{value}\" }}");
    let rule = |source: &str, pairs: &[(&str, &str)]| {
        let pairs: Vec<String> = pairs.iter().map(pair).collect();
        let source = source.replace('\\', "\\\\");
        format!(
            "    {{\n      \"source\": \"{source}\",\n      \"headers\": [\n{}\n      ]\n    }}",
            pairs.join(",\n")
        )
    };
    let all = [&HEADERS[..], &[("Cache-Control", FOR_NOW)]].concat();
    let rules = [rule("/(.*)", &all), rule(&format!("/(.*{HASHED})"), &[("Cache-Control", FOR_EVER)])];
    format!("{{\n  \"trailingSlash\": true,\n  \"headers\": [\n{}\n  ]\n}}\n", rules.join(",\n"))
}
