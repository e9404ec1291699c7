//! Links of a finished page that name something by its id.

use std::collections::BTreeSet;

/// A fragment that no page has: a link there closes what `:target` shows, and moves nothing.
pub const NOWHERE: &str = "-";

/// The ids with this beginning that links lead to, without the beginning.
pub fn linked(html: &str, beginning: &str) -> BTreeSet<String> {
    quoted_after(html, &format!("href=\"#{beginning}"))
}

/// What the attributes of this name say: a label of a place can be selected like a link to it.
pub fn named(html: &str, attribute: &str) -> BTreeSet<String> {
    quoted_after(html, &format!(" {attribute}=\""))
}

/// What follows this text, each time up to the next quotation mark.
fn quoted_after(html: &str, text: &str) -> BTreeSet<String> {
    html.split(text).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

/// The page with links out of it for those that lead to what it does not have itself; `elsewhere` is the way to the page
/// that has this.
///
/// In a frame they open a window of their own, for the story would take the place of the figure.
pub fn lead_out(html: &str, elsewhere: impl Fn(&str) -> String, in_frame: bool) -> String {
    let ids: BTreeSet<&str> = html.split(" id=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    let window = if in_frame { " target=\"_blank\" rel=\"noopener\"" } else { "" };
    let mut parts = html.split("<a ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("<a ");
        let (tag, rest) = part.split_at(part.find('>').unwrap_or(part.len()));
        let lacking = target(tag).filter(|id| *id != NOWHERE && !ids.contains(id));
        match lacking {
            Some(id) => {
                let way = elsewhere(id);
                let (here, there) = (format!("href=\"#{id}\""), format!("href=\"{way}#{id}\"{window}"));
                out.push_str(&tag.replacen(&here, &there, 1));
            }
            None => out.push_str(tag),
        }
        out.push_str(rest);
    }
    out
}

/// The id that a link of the page itself leads to.
fn target(tag: &str) -> Option<&str> {
    Some(tag.split_once("href=\"#")?.1.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_links_lead_to_is_told_once_and_by_its_kind() {
        let html =
            r##"<a href="#f-a">1</a><a data-place="a" href="#p-a"></a><a href="#f-b"></a><a href="#f-a"></a>"##;
        assert_eq!(linked(html, "f-"), ["a", "b"].map(str::to_owned).into());
        assert_eq!(linked(html, "p-"), ["a".to_owned()].into());
        assert_eq!(named(html, "data-place"), ["a".to_owned()].into());
    }

    #[test]
    fn only_links_to_what_the_page_lacks_lead_out_of_it() {
        let html = r##"<p id="here"><a class="x" href="#here">here</a> <a href="#there">there</a> <use href="#away"></use><a href="./#there"></a><a href="#-"></a></p>"##;
        let story = |_: &str| "../../index.html".to_owned();
        assert_eq!(lead_out(html, story, false), html.replace(r##""#there""##, r##""../../index.html#there""##));
        let framed = r##""../../index.html#there" target="_blank" rel="noopener""##;
        assert_eq!(lead_out(html, story, true), html.replace(r##""#there""##, framed));
    }
}
