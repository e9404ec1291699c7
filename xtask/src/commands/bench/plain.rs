//! The limit: a page of ours with its styles in it and without anything that runs, which is as light as the same words and
//! drawings can be.

/// Takes everything that runs out of a page and puts its styles in; `sheet` gives the text of a style sheet by its address.
pub fn plain<E>(html: &str, mut sheet: impl FnMut(&str) -> Result<String, E>) -> Result<String, E> {
    // What is kept for readers without scripts is what is shown then.
    let html = without_scripts(html).replace("<noscript>", "").replace("</noscript>", "");
    let mut rest = html.as_str();
    let mut out = String::with_capacity(html.len());
    while let Some((before, tag, after)) = next_tag(rest, "<link ", "<meta ") {
        out.push_str(before);
        match attribute(tag, "rel") {
            Some("stylesheet") => {
                out.push_str(&format!("<style>{}</style>", sheet(attribute(tag, "href").unwrap_or_default())?))
            }
            // Both would fetch or forbid what is no longer asked for.
            Some("preload" | "modulepreload") => {}
            _ if attribute(tag, "http-equiv")
                .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy")) => {}
            _ => out.push_str(tag),
        }
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn without_scripts(html: &str) -> String {
    let mut parts = html.split("<script");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("</script>").map_or("", |(_, after)| after))
}

/// The first tag that begins in one of two ways, with what stands before and after it.
fn next_tag<'a>(html: &'a str, one: &str, other: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let start = [one, other].iter().filter_map(|name| html.find(name)).min()?;
    let end = start + html[start..].find('>')? + 1;
    Some((&html[..start], &html[start..end], &html[end..]))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(html: &str) -> String {
        plain(html, |address| Ok::<_, String>(format!("/* {address} */"))).expect("style sheets")
    }

    #[test]
    fn nothing_runs_and_nothing_that_ran_is_fetched() {
        let page = "<head><script src=\"a.js\"></script><link rel=\"modulepreload\" href=\"b.js\" />\
            <link rel=\"preload\" href=\"c.wasm\" as=\"fetch\" /><link rel=\"icon\" href=\"i.svg\" /></head>\
            <body>words<script type=\"module\">run(\"<p>\")</script> and words</body>";
        assert_eq!(made(page), "<head><link rel=\"icon\" href=\"i.svg\" /></head><body>words and words</body>");
    }

    #[test]
    fn styles_stand_in_the_page_where_they_were_linked() {
        let page = "<meta charset=\"utf-8\" /><link rel=\"stylesheet\" href=\"./s.css\" /><style>p{}</style>";
        assert_eq!(made(page), "<meta charset=\"utf-8\" /><style>/* ./s.css */</style><style>p{}</style>");
        assert_eq!(plain("<link rel=\"stylesheet\" href=\"x\" />", |_| Err("not there")), Err("not there"));
    }

    #[test]
    fn what_stands_there_for_want_of_scripts_is_shown() {
        let page = "<noscript><link rel=\"stylesheet\" href=\"rest.css\" /></noscript><p>words</p>";
        assert_eq!(made(page), "<style>/* rest.css */</style><p>words</p>");
    }

    #[test]
    fn a_policy_does_not_forbid_the_styles() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'self'\" /><p>words</p>";
        assert_eq!(made(page), "<p>words</p>");
    }

    #[test]
    fn a_script_that_never_ends_takes_the_rest_with_it() {
        assert_eq!(made("<p>words</p><script>run("), "<p>words</p>");
    }
}
