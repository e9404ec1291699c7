//! The names of the contract in scripts, which the build fills in: written as `CLASS.step`, sent as `"step"`.
//!
//! `DATA` has the attributes as `dataset` calls them, `ATTRIBUTE` by their whole names, `CLASS`, `ID` and `EVENT`
//! what they say, `QUERY` the names in the address, `MODE` and `THEME` what two of those can be. `web/types.d.ts` declares them.

use contract::{Mode, Theme, address, attribute, class, event, id};

/// What a script calls each list.
const LISTS: [&str; 8] = ["ATTRIBUTE", "CLASS", "DATA", "EVENT", "ID", "MODE", "QUERY", "THEME"];

/// What a sign stands for, and what comes after it.
struct Sign<'a> {
    value: String,
    rest: &'a str,
}

/// The script with the names in the place of their signs; the error is the sign that stands for none.
pub fn filled(script: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = script;
    while let Some(at) = rest.find(|c: char| c == '`' || c.is_ascii_uppercase()) {
        let within_word = rest[..at].ends_with(is_part) || at == 0 && out.ends_with(is_part);
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((text, after)) = rest.strip_prefix('`').map(plain_text).transpose()?.flatten() {
            out.push_str(&text);
            rest = after;
            continue;
        }
        match sign(rest).filter(|_| !within_word).transpose()? {
            Some(sign) => rest = put(&mut out, sign),
            None => {
                let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len()).max(1);
                out.push_str(&rest[..end]);
                rest = &rest[end..];
            }
        }
    }
    Ok(out + rest)
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// The sign that a text begins with, if it begins with one.
fn sign(text: &str) -> Option<Result<Sign<'_>, String>> {
    let list = LISTS.into_iter().find(|list| text.strip_prefix(list).is_some_and(|rest| rest.starts_with('.')))?;
    let rest = &text[list.len() + 1..];
    let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    let fault = || format!("`{list}.{name}`: expected a name of the contract");
    Some(value(list, name).map(|value| Sign { value, rest }).ok_or_else(fault))
}

/// Puts a name behind what is written already, and returns the rest: in a template as it stands, as the name of a property
/// behind a dot or alone, anywhere else as a text.
fn put<'a>(out: &mut String, Sign { value, rest }: Sign<'a>) -> &'a str {
    if out.ends_with("${") && rest.starts_with('}') {
        out.truncate(out.len() - 2);
        out.push_str(&value);
        return &rest[1..];
    }
    if out.ends_with('[') && rest.starts_with(']') {
        out.pop();
        let rest = &rest[1..];
        if let Some(called) = rest.strip_prefix(": ") {
            // `{ [DATA.share]: share }`
            let is_same = called.strip_prefix(value.as_str()).is_some_and(|after| !after.starts_with(is_part));
            out.push_str(if is_same { "" } else { &value });
            return if is_same { called } else { rest };
        }
        out.push('.');
        out.push_str(&value);
        return rest;
    }
    out.push('"');
    out.push_str(&value);
    out.push('"');
    rest
}

/// A template that holds nothing but signs, as the text that it is, with what comes after it; the template begins before
/// `inner`.
fn plain_text(inner: &str) -> Result<Option<(String, &str)>, String> {
    let Some((inner, after)) = inner.split_once('`').filter(|(inner, _)| !inner.contains(['"', '\\', '\n'])) else {
        return Ok(None);
    };
    let mut parts = inner.split("${");
    let mut text = format!("\"{}", parts.next().unwrap_or_default());
    let mut holds_signs = false;
    for part in parts {
        let Some(Sign { value, rest }) = sign(part).transpose()? else { return Ok(None) };
        let Some(rest) = rest.strip_prefix('}') else { return Ok(None) };
        text.push_str(&value);
        text.push_str(rest);
        holds_signs = true;
    }
    text.push('"');
    Ok(holds_signs.then_some((text, after)))
}

/// What a name of a list says.
fn value(list: &str, name: &str) -> Option<String> {
    let of = |all: &[(&str, &str)]| {
        let known = all.iter().find(|(constant, _)| camel(&constant.to_ascii_lowercase(), '_') == name);
        known.map(|(_, value)| (*value).to_owned())
    };
    match list {
        "ATTRIBUTE" => of(attribute::ALL),
        "CLASS" => of(class::ALL),
        "DATA" => of(attribute::ALL).and_then(|name| Some(camel(name.strip_prefix("data-")?, '-'))),
        "EVENT" => of(event::NAMES),
        "ID" => of(id::ALL).or_else(|| of(&[("OF_PLACE", id::OF_PLACE), ("OF_FACT", id::OF_FACT)])),
        "MODE" => Mode::named(name).map(|mode| mode.slug().to_owned()),
        "QUERY" => of(address::NAMES),
        "THEME" => Theme::named(name).map(|theme| theme.slug().to_owned()),
        _ => None,
    }
}

/// Words as one name, each but the first with a capital.
fn camel(words: &str, between: char) -> String {
    let mut words = words.split(between);
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        let head = letters.next().map(|letter| letter.to_ascii_uppercase());
        name + &head.map(String::from).unwrap_or_default() + letters.as_str()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_filled_in_as_they_would_be_written() {
        for (written, sent) in [
            ("root.dataset[DATA.alive] = \"\";", "root.dataset.alive = \"\";"),
            ("if (DATA.modeTo in one.dataset) a();", "if (\"modeTo\" in one.dataset) a();"),
            ("const { [DATA.copy]: id, [DATA.copyView]: copyView } = b;", "const { copy: id, copyView } = b;"),
            ("find(`[${ATTRIBUTE.modeTo}], .${CLASS.step}`)", "find(\"[data-mode-to], .step\")"),
            ("a(`#${ID.ofPlace}${place}`) + `${b ? `c` : \"d\"}`", "a(`#p-${place}`) + `${b ? `c` : \"d\"}`"),
            (
                "class A {} // CLASSES.step, MY_CLASS.step, a.CLASS",
                "class A {} // CLASSES.step, MY_CLASS.step, a.CLASS",
            ),
            (
                "tell(MODE.steps, THEME.dark, QUERY.words, ID.placePanel)",
                "tell(\"steps\", \"dark\", \"q\", \"place-panel\")",
            ),
        ] {
            assert_eq!(filled(written).as_deref(), Ok(sent));
        }
    }

    #[test]
    fn a_sign_without_a_name_is_refused() {
        for wrong in ["CLASS.stepp", "`.${CLASS.stepp}`", "x.dataset[DATA.nothingAtAll]", "MODE.slides"] {
            assert!(filled(wrong).is_err_and(|error| error.contains("expected a name")), "{wrong}");
        }
    }
}
