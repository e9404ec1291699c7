//! The marks of a review: a finished page with every number's fact tinted, and what belongs to none in red.

use std::ops::Range;

use contract::attribute::{FACT, FURNITURE, OF, REVIEW, REVIEW_KIND, REVIEW_SPEAKER, ROW, markup};
use contract::class::REVIEW_LOOSE;
use contract::id;
use data_story::data::Numbers;
use data_story::model::{Fact, Lang, Story};
use data_story::text::escape;

/// Elements that hold nothing and have no end.
const VOID: [&str; 8] = ["area", "base", "br", "hr", "img", "input", "link", "meta"];
/// Elements whose text nobody reads.
const UNREAD: [&str; 3] = ["script", "style", "template"];
/// Attributes that are heard or previewed.
const HEARD: [&str; 4] = ["aria-label", "alt", "title", "content"];

/// What a page says, marked.
#[derive(Debug, Default)]
pub struct Marked {
    /// The page, with its marks.
    pub html: String,
    /// The texts with a number that belongs to no fact: seen ones first, then those that are only heard or previewed.
    pub loose: Vec<String>,
}

/// An element that is open.
struct Open {
    name: String,
    fact: Option<String>,
    is_furniture: bool,
}

/// Marks a page. Of each element of a fact `about` says what else its start tag is to tell.
pub fn marked(
    (story, numbers): (&Story, &Numbers<'_>),
    html: &str,
    lang: Lang,
    about: impl Fn(&Fact) -> String,
) -> Marked {
    let mut marked = Marked::default();
    let mut heard: Vec<String> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let fact = open.iter().rev().find_map(|one| one.fact.as_deref());
        let fact = fact.and_then(|id| story.fact_named(id));
        let is_unread = open.last().is_some_and(|one| UNREAD.contains(&one.name.as_str()));
        let is_furniture = is_unread || open.iter().any(|one| one.is_furniture);
        put_text(numbers, &mut marked, &rest[..start], fact, is_furniture, lang);
        let end = start + end_of_tag(&rest[start..]);
        let tag = &rest[start..end];
        rest = &rest[end..];
        if let Some(name) = tag.strip_prefix("</") {
            let name = name.trim_end_matches('>').trim();
            if let Some(at) = open.iter().rposition(|one| one.name == name) {
                open.truncate(at);
            }
            marked.html.push_str(tag);
            continue;
        }
        let name = tag[1..].split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default();
        let own = fact_of(tag).or_else(|| fact_of_locator(name, rest));
        let around = own.as_deref().and_then(|id| story.fact_named(id)).or(fact);
        if !is_furniture && attribute(tag, FURNITURE).is_none() {
            heard.extend(loose_attributes(numbers, tag, around, lang));
        }
        put_tag(&mut marked.html, tag, own.as_deref().and_then(|id| story.fact_named(id)), &about);
        if !VOID.contains(&name) && !tag.ends_with("/>") && !name.starts_with('!') {
            // A locator counts paragraphs and sentences.
            let is_locator = attribute(tag, "class").is_some_and(is_locator);
            let is_furniture = is_locator || attribute(tag, FURNITURE).is_some();
            open.push(Open { name: name.to_owned(), fact: own, is_furniture });
        }
    }
    marked.html.push_str(rest);
    heard.dedup();
    marked.loose.extend(heard);
    marked
}

/// Where a start or end tag ends; a `>` within an attribute ends none.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The value of an attribute, if the tag has it.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = tag.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3)?;
    tag[at..].split('"').next()
}

/// The fact that an element is of: a link to one, what is said of one, or its card.
fn fact_of(tag: &str) -> Option<String> {
    let card = || attribute(tag, "id").filter(|_| tag.starts_with("<article"))?.strip_prefix(id::OF_FACT);
    let fact = attribute(tag, FACT).or_else(|| attribute(tag, OF)).or_else(card)?;
    Some(fact.to_owned())
}

/// The fact that the locator within an element leads to: what stands before it is the fact's statement.
fn fact_of_locator(name: &str, rest: &str) -> Option<String> {
    let inner = ["li", "p", "td", "dd"].contains(&name).then(|| rest.split(&format!("</{name}>")).next())??;
    let link = inner.split("<a ").skip(1).map(|link| &link[..end_of_tag(link)]);
    let locator =
        link.map(|link| format!(" {link}")).find(|link| attribute(link, "class").is_some_and(is_locator))?;
    attribute(&locator, FACT).map(str::to_owned)
}

fn is_locator(class: &str) -> bool {
    class.split(' ').any(|one| one == "locator")
}

fn put_tag(html: &mut String, tag: &str, fact: Option<&Fact>, about: &impl Fn(&Fact) -> String) {
    let Some(fact) = fact else { return html.push_str(tag) };
    let end = tag.trim_end_matches('>').trim_end_matches('/').len();
    let (kind, speaker) = (fact.kind.slug(), fact.speaker.slug());
    html.push_str(&tag[..end]);
    html.push_str(&markup(REVIEW, escape(fact.id.as_str())));
    html.push_str(&markup(REVIEW_KIND, kind));
    html.push_str(&markup(REVIEW_SPEAKER, speaker));
    html.push_str(&about(fact));
    html.push_str(&tag[end..]);
}

/// A text, in which what belongs to no fact is marked.
fn put_text(
    numbers: &Numbers<'_>,
    marked: &mut Marked,
    text: &str,
    fact: Option<&Fact>,
    is_furniture: bool,
    lang: Lang,
) {
    let ranges = match fact {
        _ if is_furniture => Vec::new(),
        Some(fact) => numbers.strange(fact, text),
        None => numbers.words(text, lang),
    };
    let mut from = 0;
    for Range { start, end } in ranges.iter().cloned() {
        marked.html.push_str(&text[from..start]);
        marked.html.push_str(&format!("<mark class=\"{REVIEW_LOOSE}\" tabindex=\"-1\">{}</mark>", &text[start..end]));
        from = end;
    }
    marked.html.push_str(&text[from..]);
    if !ranges.is_empty() {
        marked.loose.push(text.trim().to_owned());
    }
}

/// What is heard or previewed of an element and has a number of no fact.
fn loose_attributes(numbers: &Numbers<'_>, tag: &str, fact: Option<&Fact>, lang: Lang) -> Vec<String> {
    let texts = HEARD.iter().filter_map(|name| attribute(tag, name));
    let is_loose = |text: &&str| match fact {
        Some(fact) => !numbers.strange(fact, text).is_empty(),
        None => !numbers.words(text, lang).is_empty(),
    };
    let is_words = |text: &&str| !text.contains("://") && text.contains(|c: char| c.is_alphabetic());
    // A link to a fact names its row in the ledger.
    let row = attribute(tag, ROW).unwrap_or("\0");
    let is_of_the_story = |text: &&str| is_loose(&text.replacen(row, "", 1).as_str());
    texts.filter(is_words).filter(is_of_the_story).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use data_story::data::check_dir;

    use super::*;

    #[test]
    fn what_belongs_to_no_fact_is_marked_and_what_belongs_to_one_is_tinted() {
        let story = check_dir(Path::new("examples/second-story")).expect("a sound story");
        let html = "<p>Only <a data-fact=\"quays-planned\" title=\"40 boats > 30\">nine quays</a>, and 40 boats<br/> \
                    <i data-furniture=\"\">page 3</i></p><img alt=\"two lights\"/><script>7</script>";
        let marked = marked((&story, &Numbers::of(&story)), html, Lang::En, |_| " data-lacks=\"x\"".to_owned());
        let mark = |words: &str| format!("<mark class=\"review-loose\" tabindex=\"-1\">{words}</mark>");
        for words in ["Only", "40"] {
            assert!(marked.html.contains(&mark(words)), "{}", marked.html);
        }
        assert_eq!(marked.html.matches("<mark").count(), 2, "{}", marked.html);
        assert!(marked.html.contains("data-review=\"quays-planned\" data-review-kind=\"target\""), "{}", marked.html);
        assert!(marked.html.contains("data-lacks=\"x\">nine quays"), "{}", marked.html);
        assert_eq!(marked.loose, ["Only", ", and 40 boats", "40 boats > 30", "two lights"]);
    }

    #[test]
    fn a_number_in_words_about_a_fact_that_is_another_is_marked() {
        let story = check_dir(Path::new("examples/second-story")).expect("a sound story");
        let html = "<li data-of=\"quays-planned\">Nine quays, in eighty bays</li>";
        let marked = marked((&story, &Numbers::of(&story)), html, Lang::En, |_| String::new());
        assert!(marked.html.contains(">eighty</mark>") && !marked.html.contains(">Nine</mark>"), "{}", marked.html);
    }
}
