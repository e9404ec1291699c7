//! Two languages.

use super::*;

#[test]
fn both_languages_have_the_same_parts_in_the_same_order() {
    for pair in PAGES.chunks(2).chain(PARTS.chunks(2)) {
        let [zh, en] = pair else { panic!("each page has its other language") };
        for attribute in ["id", "data-anchor", "data-figure", "data-of"] {
            let list = |page: &Page| -> Vec<String> {
                page.with(attribute)
                    .map(|(element, value)| format!("{} {value}", element.attribute("id").unwrap_or_default()))
                    .collect()
            };
            assert_eq!(list(zh), list(en), "{attribute} of {} and {}", zh.name, en.name);
        }
        for attribute in ["data-fact", "data-place"] {
            let set = |page: &Page| -> BTreeSet<&str> { page.with(attribute).map(|(_, value)| value).collect() };
            assert_eq!(set(zh), set(en), "{attribute} of {} and {}", zh.name, en.name);
        }
        let tables = |page: &Page| -> Vec<usize> {
            page.all("table")
                .iter()
                .map(|table| table.descendants().filter(|inner| is(*inner, "tr")).count())
                .collect()
        };
        assert_eq!(tables(zh), tables(en), "rows of {} and {}", zh.name, en.name);
    }
}

#[test]
fn english_prose_gives_the_chinese_name_at_the_first_mention_and_only_there() {
    let page = PAGES.iter().find(|page| page.context.lang == Lang::En).unwrap();
    let prose = page.all("span.original").into_iter().filter(|name| within(*name, ".step"));
    let names: Vec<String> = prose.map(|name| text(name, &[])).collect();
    let once: BTreeSet<&String> = names.iter().collect();
    assert!(names.len() >= 6, "{names:?}");
    assert_eq!(once.len(), names.len(), "{names:?}");
}

#[test]
fn chinese_in_the_english_page_is_marked_as_chinese_and_the_other_way_round() {
    everywhere(|page, against| {
        let language = |node: Element| {
            node.ancestors().find_map(|around| around.attribute("lang")).unwrap_or(page.context.lang.tag())
        };
        for words in page.words() {
            let han = words.text().unwrap().chars().any(is_han);
            against.unless(!han || language(words) == Lang::Zh.tag(), || {
                format!("unmarked Chinese in {}", place_of(words))
            });
        }
        for attribute in ["aria-label", "title", "alt"] {
            for (element, said) in page.with(attribute) {
                let (han, zh) = (said.chars().any(is_han), language(element) == Lang::Zh.tag());
                against.unless(han == zh, || format!("{attribute}={said:?} in {}", place_of(element)));
            }
        }
        for (element, lang) in page.with("lang").chain(page.with("hreflang")) {
            let known = Lang::ALL.iter().any(|one| one.tag() == lang);
            against.unless(known, || format!("unknown language {lang} in {}", place_of(element)));
        }
        for (element, _) in page.with("lang").filter(|(_, lang)| *lang == Lang::Zh.tag()) {
            let han = text(element, &[]).chars().any(is_han);
            against.unless(han, || format!("marked as Chinese and is not: {}", place_of(element)));
        }
    });
}
