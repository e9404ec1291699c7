//! The page as assistive technology gets it, reviewed as text.
//!
//! What is written down is Chromium's own accessibility tree, not a walk over the markup: names come from several
//! elements and style sheets, and only a browser computes them. Kept are roles, names, levels and states, which the
//! standards fix; ids, geometry and the parts of lines, which differ between versions, are left out.

use std::collections::BTreeMap;
use std::path::Path;

use data_story::data::check_dir;
use serde_json::{Value, json};

use crate::page::{PAGES, Page, second_site};

/// Roles that only hold others together.
const TRANSPARENT: [&str; 10] = [
    "none",
    "generic",
    "rowgroup",
    "paragraph",
    "Section",
    "sectionheader",
    "Figcaption",
    "emphasis",
    "strong",
    "listitem",
];
/// Roles whose content is one line with them: a sentence with its links, a row with its cells.
const LINES: [&str; 5] = ["paragraph", "heading", "listitem", "row", "DisclosureTriangle"];
/// Roles that begin a line of their own.
const BLOCKS: [&str; 8] = ["list", "table", "paragraph", "heading", "figure", "region", "listitem", "row"];
/// Of a longer table only the first rows are kept: the ledger's are reviewed in the snapshots of the reading order.
const ROWS: usize = 16;
/// States that a reader is told.
const STATES: [&str; 7] = ["checked", "disabled", "expanded", "pressed", "selected", "required", "invalid"];

#[test]
fn the_page_is_announced_as_reviewed() {
    // The story whose words are the tests' own.
    let (site, page) = (second_site(), Page::wide());
    let version = check_dir(Path::new("examples/second-story")).unwrap().version;
    for (file, lang) in PAGES.into_iter().zip(["zh-Hans", "en"]) {
        page.open(&site.url(file));
        page.settle();
        page.devtools("Accessibility.enable", json!({}));
        let tree = Tree::new(&page.devtools("Accessibility.getFullAXTree", json!({})));
        // The version is another with every change of the data.
        let said = tree.lines(&tree.root).join("\n").replace(version.as_str(), "VERSION");
        let path = format!("tests/snapshots/aria.{lang}.txt");
        expect_test::expect_file![Path::new(env!("CARGO_MANIFEST_DIR")).join(path)].assert_eq(&(said + "\n"));
    }
}

/// The nodes of a page by their ids.
struct Tree {
    nodes: BTreeMap<String, Value>,
    root: String,
}

impl Tree {
    fn new(answer: &Value) -> Self {
        let list = answer["nodes"].as_array().unwrap();
        let id = |node: &Value| node["nodeId"].as_str().unwrap().to_owned();
        Self { root: id(&list[0]), nodes: list.iter().map(|node| (id(node), node.clone())).collect() }
    }

    fn children(&self, id: &str) -> Vec<String> {
        let ids = self.nodes[id]["childIds"].as_array().into_iter().flatten();
        ids.filter_map(|id| id.as_str()).filter(|id| self.nodes.contains_key(*id)).map(str::to_owned).collect()
    }

    fn role(&self, id: &str) -> &str {
        self.nodes[id]["role"]["value"].as_str().unwrap_or_default()
    }

    fn name(&self, id: &str) -> String {
        let words: Vec<&str> =
            self.nodes[id]["name"]["value"].as_str().unwrap_or_default().split_whitespace().collect();
        words.join(" ")
    }

    fn is_ignored(&self, id: &str) -> bool {
        self.nodes[id]["ignored"] == json!(true)
    }

    /// Level and states, as a reader hears them after the name.
    fn states(&self, id: &str) -> String {
        let properties = self.nodes[id]["properties"].as_array().into_iter().flatten();
        let said = properties.filter_map(|one| {
            let (name, value) = (one["name"].as_str()?, &one["value"]["value"]);
            match value {
                _ if name == "level" && self.role(id) == "heading" => Some(format!(" {value}")),
                Value::Bool(false) if name != "expanded" => None,
                _ if *value == json!("false") && name != "pressed" => None,
                _ if STATES.contains(&name) => Some(format!(" [{name} {}]", value.to_string().trim_matches('"'))),
                _ => None,
            }
        });
        said.collect()
    }

    /// A node and what it holds, one line each; of lists and articles all in one.
    fn lines(&self, id: &str) -> Vec<String> {
        let role = self.role(id);
        let said = format!("{}{}", if role == "DisclosureTriangle" { "summary" } else { role }, self.states(id));
        if !self.is_ignored(id) && LINES.contains(&role) && !self.holds_a_block(id) {
            let words = self.line(id);
            return if words.is_empty() { vec![] } else { vec![format!("{said}: {words}")] };
        }
        let held = || joined(self.children(id).iter().flat_map(|child| self.lines(child)).collect());
        let name = self.name(id);
        match role {
            _ if self.is_ignored(id) || (TRANSPARENT.contains(&role) && name.is_empty()) => held(),
            "InlineTextBox" | "ListMarker" | "LineBreak" => vec![],
            "StaticText" => vec![format!("text: {name}")],
            "link" | "button" | "image" => vec![format!("{said} “{name}”")],
            "list" => {
                let items: Vec<String> = held().iter().map(|line| line.replacen("listitem: ", "", 1)).collect();
                vec![format!("{said}{}: {}", quoted(&name), items.join(" / "))]
            }
            "article" => vec![format!("{said}{}: {}", quoted(&name), held().join(" / "))],
            _ => {
                let mut lines = held();
                if role == "table" && lines.len() > ROWS {
                    let more = lines.len() - 3;
                    lines.truncate(3);
                    lines.push(format!("{more} more rows"));
                }
                let head = format!("{said}{}", quoted(&name));
                std::iter::once(head).chain(lines.into_iter().map(|line| format!("  {line}"))).collect()
            }
        }
    }

    /// Whether something within has lines of its own.
    fn holds_a_block(&self, id: &str) -> bool {
        self.children(id)
            .iter()
            .any(|child| (!self.is_ignored(child) && BLOCKS.contains(&self.role(child))) || self.holds_a_block(child))
    }

    /// The words of a line; links in corners, cells parted by bars.
    fn line(&self, id: &str) -> String {
        let parts = self.children(id).into_iter().map(|child| match self.role(&child) {
            _ if self.is_ignored(&child) => self.line(&child),
            "StaticText" => self.nodes[&child]["name"]["value"].as_str().unwrap_or_default().to_owned(),
            "InlineTextBox" | "ListMarker" => String::new(),
            "link" => format!("<{}>", self.name(&child)),
            "image" | "button" => format!("{} “{}”", self.role(&child), self.name(&child)),
            "cell" | "gridcell" | "columnheader" | "rowheader" => format!("| {} ", self.line(&child)),
            _ => self.line(&child),
        });
        // The browser leaves out the white space at the edges of elements; another test sees that English has it.
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '<' | '>'));
        let words = parts.fold(String::new(), |before, part| {
            let parted = latin(before.chars().next_back()) && latin(part.chars().next());
            before + if parted { " " } else { "" } + &part
        });
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A name in quotation marks, if there is one.
fn quoted(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" “{name}”") }
}

/// The lines with links that follow each other in one.
fn joined(lines: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for line in lines {
        match (kept.last_mut(), line.strip_prefix("link ")) {
            (Some(last), Some(link)) if last.starts_with("link ") => *last += &format!(", {link}"),
            _ => kept.push(line),
        }
    }
    kept
}
