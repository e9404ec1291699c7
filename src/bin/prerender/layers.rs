//! Resolves the cascade layers of the style sheets: browsers before 2022 (Chromium 99, Safari 15.4) pass over all that stands
//! in one, and would show the page without its look.
//!
//! The rules of a layer follow those of the layers below it, and those of the upper ones weigh more, as the layer would make
//! them: each of their selectors begins at the root, which adds the weight of a class.

use contract::attribute::{
    ALIVE, CHROME, EMBED, FAILED, FITS, FRAMED, LATER, MODE, OFF, SCROLLS, SHADE, SHEET, THEME,
};

/// The layers that win over the parts of the page by what they say and not by how: their selectors are made to weigh more.
const UPPER: [&str; 2] = ["states", "print"];

/// The attributes by which style sheets know the page: the root element has them, and nothing else.
const OF_ROOT: [&str; 13] =
    [ALIVE, CHROME, EMBED, FAILED, FITS, FRAMED, LATER, MODE, OFF, SCROLLS, SHADE, SHEET, THEME];

/// The sheet without layers.
///
/// A sheet that names its layers in a first statement has them in that order; what is in none comes last. The error names
/// the layer that the statement lacks.
pub fn resolved(css: &str) -> Result<String, String> {
    let order: Vec<&str> = items(css)
        .filter_map(|item| item.head.strip_prefix("@layer").filter(|_| item.body.is_none()))
        .flat_map(|names| names.split(',').map(str::trim))
        .collect();
    let mut layers = vec![Layer::default(); order.len() + 1];
    sort(css, &[], None, &order, &mut layers)?;
    Ok(layers.iter().map(Layer::written).collect())
}

/// The rules of a layer, those that follow each other in the same conditions together.
#[derive(Clone, Default)]
struct Layer<'a>(Vec<(Vec<&'a str>, String)>);

impl<'a> Layer<'a> {
    fn add(&mut self, around: &[&'a str], rule: &str) {
        match self.0.last_mut().filter(|(conditions, _)| conditions == around) {
            Some((_, rules)) => rules.push_str(rule),
            None => self.0.push((around.to_vec(), rule.to_owned())),
        }
    }

    fn written(&self) -> String {
        let group = |(around, rules): &(Vec<&str>, String)| {
            let open: String = around.iter().flat_map(|condition| [condition, "{"]).collect();
            format!("{open}{rules}{}\n", "}".repeat(around.len()))
        };
        self.0.iter().map(group).collect()
    }
}

/// A statement, or a block with its head.
struct Item<'a> {
    head: &'a str,
    body: Option<&'a str>,
}

/// Puts every rule where its layer is, in the conditions that stand around it.
fn sort<'a>(
    css: &'a str,
    around: &[&'a str],
    layer: Option<usize>,
    order: &[&str],
    layers: &mut [Layer<'a>],
) -> Result<(), String> {
    for Item { head, body } in items(css) {
        let named = head.strip_prefix("@layer").map(str::trim);
        match (named, body) {
            (Some(_), None) => {}
            (Some(name), Some(body)) => {
                let place = order.iter().position(|one| *one == name);
                let place =
                    place.ok_or_else(|| format!("style: the layer `{name}` is not in the order of layers"))?;
                sort(body, around, Some(place), order, layers)?;
            }
            (None, Some(body)) if is_condition(head) => {
                sort(body, &[around, &[head]].concat(), layer, order, layers)?
            }
            (None, body) => {
                let upper = layer.is_some_and(|place| UPPER.contains(&order[place]));
                let rule = match body {
                    Some(body) if upper && !head.starts_with('@') => {
                        format!("{}{{{}}}", from_root(head), declarations(body))
                    }
                    Some(body) => format!("{head}{{{}}}", declarations(body)),
                    None => format!("{head};"),
                };
                layers[layer.unwrap_or(order.len())].add(around, &rule);
            }
        }
    }
    Ok(())
}

/// The declarations of a rule without the spaces that nobody needs; what holds blocks itself stays as it is.
fn declarations(body: &str) -> String {
    if outside_strings(body).any(|(_, c)| c == '{') {
        return body.to_owned();
    }
    let mut ends: Vec<usize> = outside_strings(body).filter(|(_, c)| *c == ';').map(|(at, _)| at).collect();
    ends.push(body.len());
    let mut from = 0;
    let each = ends.into_iter().map(|end| {
        let one = body[from..end].trim();
        from = end + 1;
        one.split_once(':')
            .map_or(one.to_owned(), |(name, value)| format!("{}:{}", name.trim_end(), value.trim_start()))
    });
    each.filter(|one| !one.is_empty()).collect::<Vec<_>>().join(";")
}

fn is_condition(head: &str) -> bool {
    ["@media", "@supports"].iter().any(|rule| head.starts_with(rule))
}

/// A list of selectors, each of them from the root on.
fn from_root(selectors: &str) -> String {
    let mut from = 0;
    let mut depth = 0;
    let mut each = Vec::new();
    for (at, c) in selectors.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                each.push(&selectors[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    each.push(&selectors[from..]);
    let is_of_root = |selector: &str| {
        let name = selector.strip_prefix('[').and_then(|rest| rest.split(['=', '~', ']']).next());
        name.is_some_and(|name| OF_ROOT.contains(&name))
            || selector.starts_with(":root")
            || selector.starts_with(":where(:root")
    };
    let one = |selector: &str| match selector.trim() {
        root if is_of_root(root) => format!(":root{root}"),
        other => format!(":root {other}"),
    };
    each.into_iter().map(one).collect::<Vec<_>>().join(",")
}

/// The statements and blocks of a sheet, or of a block that holds rules.
fn items(css: &str) -> impl Iterator<Item = Item<'_>> {
    let mut rest = css;
    std::iter::from_fn(move || {
        let (end, is_block) = end_of_head(rest)?;
        let head = rest[..end].trim();
        if !is_block {
            rest = &rest[end + 1..];
            return Some(Item { head, body: None });
        }
        let close = end + 1 + end_of_block(&rest[end + 1..]);
        let body = &rest[end + 1..close];
        rest = rest.get(close + 1..).unwrap_or_default();
        Some(Item { head, body: Some(body) })
    })
}

/// Where the head of the first item ends, and whether a block follows.
fn end_of_head(css: &str) -> Option<(usize, bool)> {
    outside_strings(css).find(|(_, c)| matches!(c, ';' | '{')).map(|(at, c)| (at, c == '{'))
}

/// Where the block ends whose beginning was before this.
fn end_of_block(css: &str) -> usize {
    let mut depth = 1;
    let close = outside_strings(css).find(|(_, c)| {
        depth += i32::from(*c == '{') - i32::from(*c == '}');
        depth == 0
    });
    close.map_or(css.len(), |(at, _)| at)
}

/// The characters that are in no string.
fn outside_strings(css: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    css.char_indices().filter(move |(_, c)| match quote {
        Some(open) => {
            if *c == open {
                quote = None;
            }
            false
        }
        None => {
            if matches!(c, '"' | '\'') {
                quote = Some(*c);
            }
            quote.is_none()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_follow_their_order_and_keep_the_conditions_around_them() {
        let css = "@layer base, parts, states;\n@layer states { .a:hover, b { c: d } }\n\
                   @media print { @layer parts { .a { content: \"} @layer x {\"; } } }\n\
                   @layer base { a { b: c } @media (x) { d { e: f } } }\n@page { size: A4; }";
        let expected = "a{b:c}\n@media (x){d{e:f}}\n@media print{.a{content:\"} @layer x {\"}}\n\
                        :root .a:hover,:root b{c:d}\n@page{size:A4}\n";
        assert_eq!(resolved(css).as_deref(), Ok(expected));
    }

    #[test]
    fn rules_that_follow_each_other_in_the_same_conditions_share_them() {
        let css = "@media (x) { a { b: c; } }\n@media (x) { d { e: url(\"a;b: c\") } f { --g: ; } }\nh { i: j }";
        let expected = "@media (x){a{b:c}d{e:url(\"a;b: c\")}f{--g:}}\nh{i:j}\n";
        assert_eq!(resolved(css).as_deref(), Ok(expected));
    }

    #[test]
    fn what_is_said_of_the_root_stays_said_of_it() {
        assert_eq!(from_root("[data-mode=\"steps\"] .a"), ":root[data-mode=\"steps\"] .a");
        assert_eq!(
            from_root("[data-off~=\"a\"] .a,[data-row]::after"),
            ":root[data-off~=\"a\"] .a,:root [data-row]::after"
        );
        assert_eq!(from_root(":root:has(#x) b"), ":root:root:has(#x) b");
        assert_eq!(from_root(":is(.a, .b), c"), ":root :is(.a, .b),:root c");
    }

    #[test]
    fn a_layer_without_a_place_is_named() {
        assert!(resolved("@layer a;\n@layer b { c { d: e } }").is_err_and(|error| error.contains("`b`")));
    }
}
