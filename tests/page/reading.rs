//! The reading order, reviewed as text.

use std::cell::Cell;

use super::*;

#[test]
fn the_reading_order_is_as_reviewed() {
    // The story whose words are the tests' own.
    let own = PAGES.iter().filter(|page| page.name.starts_with("examples/second-story ("));
    let all = own.flat_map(|page| [("page", page), ("ledger", page.ledger()), ("places", page.gazetteer())]);
    for (called, page) in all {
        let file = format!("tests/snapshots/{called}.{}.txt", page.context.lang.tag());
        let mut outline = Outline::default();
        outline.read(page.doc.root_element(), 0);
        // Each change of the data has another version, which says nothing about the reading order.
        let version = page.story().version.as_str();
        outline.lines.iter_mut().for_each(|line| *line = line.replace(version, "VERSION"));
        expect_test::expect_file![Path::new(env!("CARGO_MANIFEST_DIR")).join(file)]
            .assert_eq(&(outline.lines.join("\n") + "\n"));
    }
}

/// The page as it is read out: a line for each heading, paragraph, drawing, link of a drawing, item and table row.
///
/// What is hidden from assistive technology is left out, cards until they are opened among it, and so are the names of source marks, which another test reads.
#[derive(Default)]
struct Outline {
    lines: Vec<String>,
}

impl Outline {
    fn add(&mut self, depth: usize, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        self.lines.push(format!("{}{}", "  ".repeat(depth), words.join(" ")));
    }

    fn read(&mut self, element: Element, depth: usize) {
        if element.attribute("aria-hidden") == Some("true")
            || element.has_attribute("hidden")
            || is(element, ".cards")
        {
            return;
        }
        let tag = element.tag_name().name();
        let id = element.attribute("id").map(|id| format!(" #{id}")).unwrap_or_default();
        let label = if name(element).is_empty() { String::new() } else { format!(" “{}”", name(element)) };
        match tag {
            "svg" => self.drawing(element, depth),
            "tr" => self.row(element, depth),
            "article" if is(element, "article.entry") => self.entry(element, depth),
            "select" => self.add(depth, &format!("select: {} choices", children(element).count())),
            "nav" | "main" | "section" | "article" | "aside" | "header" | "figure" | "details" | "table" | "ul"
            | "ol" => {
                self.add(depth, &format!("{tag}{id}{label}"));
                children(element).for_each(|child| self.read(child, depth + 1));
            }
            // One paragraph or one heading is one line, also where it has links in it.
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "li" | "summary" | "button" | "a" => {
                self.add(depth, &format!("{tag}{id}: {}", spoken(element)));
            }
            _ if element
                .children()
                .any(|child| child.is_text() && !child.text().unwrap_or_default().trim().is_empty()) =>
            {
                self.add(depth, &format!("{tag}: {}", spoken(element)));
            }
            _ => children(element).for_each(|child| self.read(child, depth)),
        }
    }

    /// A drawing's name and its links; those of a narrow map repeat the wide one's and are only counted.
    fn drawing(&mut self, svg: Element, depth: usize) {
        let links: Vec<Element> = svg.descendants().filter(|inner| is(*inner, "a")).collect();
        let count = |step: &str| links.iter().filter(|link| is(**link, step)).count();
        let role = svg.attribute("role").unwrap_or("drawing");
        // The drawings for other widths say the same.
        if is(svg, "svg.scene") && !is(svg, "svg.wide") {
            return;
        }
        if !is(svg, "svg.map") {
            self.add(depth, &format!("{role} “{}”", name(svg)));
            return links.iter().for_each(|link| self.add(depth + 1, &format!("a: {}", name(*link))));
        }
        let width = if is(svg, "svg.wide") { "wide" } else { "narrow" };
        let (regions, marks, beyond) = (count("a.region"), count("a.mark"), count("a.beyond"));
        self.add(
            depth,
            &format!("{role} “{}”, {width}: {regions} divisions, {marks} marks, {beyond} beyond", name(svg)),
        );
        let listed = |link: &&Element| width == "wide" && !is(**link, "a.region");
        let lines: Vec<String> = links
            .iter()
            .filter(|link| listed(link) || link.attribute("tabindex") == Some("0"))
            .map(|link| {
                format!(
                    "a{}: {}",
                    if link.attribute("tabindex") == Some("0") { " (tab stop)" } else { "" },
                    name(*link)
                )
            })
            .collect();
        lines.iter().for_each(|line| self.add(depth + 1, line));
    }

    /// The cells of a row; of the ledger's rows the statement is left out.
    fn row(&mut self, row: Element, depth: usize) {
        let cells = row.children().filter(|cell| cell.is_element() && !is(*cell, "td.what")).map(spoken);
        let cells: Vec<String> = cells.collect();
        self.add(depth, &format!("row: {}", cells.join(" | ")));
    }

    /// An entry's name and how many statements stand under each of its heads.
    fn entry(&mut self, entry: Element, depth: usize) {
        let mut parts: Vec<String> = Vec::new();
        for child in children(entry) {
            match child.tag_name().name() {
                "ul" => {
                    let count = children(child).count();
                    if let Some(head) = parts.last_mut() {
                        head.push_str(&format!(" {count}"));
                    }
                }
                _ => parts.push(spoken(child)),
            }
        }
        let id = entry.attribute("id").unwrap_or_default();
        self.add(depth, &format!("entry #{id}: {}", parts.join(" | ")));
    }
}

/// An element as it is read out: its name or its words, without what is hidden and the names of source marks.
fn spoken(element: Element) -> String {
    let part = |node: Element| match node {
        _ if node.is_text() => node.text().unwrap_or_default().to_owned(),
        _ if node.attribute("aria-hidden") == Some("true") || answers(node, "a span.vh") => String::new(),
        _ => spoken(node),
    };
    let words = if name(element).is_empty() || is(element, "a.fact") {
        element.children().map(part).collect()
    } else {
        name(element).to_owned()
    };
    // One space for each run of white space; those at the ends part an element from its neighbours.
    let mut said = String::new();
    for c in words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
        if c != ' ' || !said.ends_with(' ') {
            said.push(c);
        }
    }
    said
}

#[test]
fn figures_stand_after_the_paragraphs_of_a_chapter_unless_it_says_that_they_come_first() {
    let first = Cell::new(0_usize);
    on_every_page(|page, against| {
        for (chapter, told) in page.story().told() {
            let section = page.by_id(chapter.id.as_str()).unwrap();
            let at = |found: &dyn Fn(Element) -> bool| section.descendants().position(found);
            let paragraphs = at(&|one| answers(one, "div.stage"));
            let tables =
                told.figures.iter().filter(|id| !matches!(page.story().figure(id).chart, Chart::Pictogram(_)));
            for id in tables {
                let figure = at(&|one| one.attribute("id") == Some(id.as_str()));
                against.unless(figure.is_some() && (figure < paragraphs) == told.figures_first, || id.to_string());
                first.set(first.get() + usize::from(told.figures_first));
            }
        }
    });
    assert!(first.get() > 0);
}
