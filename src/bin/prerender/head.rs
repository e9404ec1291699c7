//! What stands in a page's head for those who do not read the page: search engines, link previews, other programs.

use luoyang_story::model::{Dated, Lang, Region};
use luoyang_story::picture::Format;
use luoyang_story::text::{LEDGER_DOCUMENT, Page, Sheet, data_block, escape, icon_shapes, ledger_table, plain_text};
use luoyang_story::view::{Book, plain_prose};
use serde_json::{Value, json};

use crate::icons::links;
use crate::sign;

/// A script that does nothing: it waits for the style sheet before it, and so does all that follows, in browsers that would
/// show it without its look.
pub const PAUSE: &str = " ";

/// Title, summary, address, the other language, preview and description for programs.
pub fn head(book: Book) -> String {
    let page = book.page;
    if matches!(page.sheet, Sheet::Kit) {
        return kit_head(book);
    }
    let [_, summary] = page.head(book.story);
    let [title, summary] = [title(book), summary].map(|text| escape(&text));
    let own = escape(&page.address(book.story));
    let robots = if page.is_embed() { "<meta name=\"robots\" content=\"noindex\" />" } else { "" };
    let found = if page.is_embed() { String::new() } else { languages(book) + &linked_data(book) };
    format!(
        "<title>{title}</title><meta name=\"description\" content=\"{summary}\" />\
         <meta name=\"color-scheme\" content=\"light dark\" />{}\
         {robots}<link rel=\"canonical\" href=\"{own}\" />{}{found}",
        links(book.story, &page, &page.root()),
        card(book)
    )
}

/// The attributes of `<html>`. A frame can be asked for in either language, and then must know the way to the other.
pub fn root_attributes(book: Book) -> String {
    let page = book.page;
    let embed = page.embedded().map(|name| {
        let (other, story) = (page.way_to(&page.in_other_language()), page.readers_address(book.story));
        format!(" data-embed=\"{}\" data-other=\"{other}\" data-story=\"{}\"", escape(&name), escape(&story))
    });
    let (title, handle) = (escape(&story_title(book)), &book.story.head().handle);
    // What used to stand in the story and was addressed there.
    let ledger = matches!(page.sheet, Sheet::Story)
        .then(|| format!(" data-ledger=\"{}\"", page.way_to(&page.ledger())))
        .unwrap_or_default();
    format!(
        "lang=\"{}\" data-handle=\"{handle}\" data-title=\"{title}\"{ledger}{}",
        book.lang.tag(),
        embed.unwrap_or_default()
    )
}

/// What a page loads from its head, with signs for the names. One that opens with words has the styles of its first screen
/// with it, and asks for its style sheet after them ([`sheet`]). Nothing else stands before the first paint: the loader
/// waits for that before it asks for the WebAssembly, which only pages need where something answers.
pub fn loads(page: Page, has_canvas: bool) -> String {
    let root = page.root();
    let script = |name: &str| format!("<script src=\"{root}{name}\" defer></script>");
    let embed = page.is_embed().then(|| script(sign::EMBED));
    let kit = matches!(page.sheet, Sheet::Kit).then(|| script("host.js") + &script(sign::KIT));
    let boot = if has_canvas || matches!(page.sheet, Sheet::Ledger) { sign::BOOT_WHOLE } else { sign::BOOT };
    let boot = page.answers().then(|| format!("<script type=\"module\" src=\"{root}{boot}\" async></script>"));
    let style = if page.has_lead() { format!("<style>{}</style>", sign::FIRST) } else { sheet(page) };
    let scripts = [boot, embed, kit].map(Option::unwrap_or_default).concat();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" /><script>{}</script>{style}{scripts}{}",
        sign::POLICY,
        sign::PRELOAD,
        script(sign::SHARE),
    )
}

/// The style sheet. Without scripts it has the rules that mark what a card is about, which are dear, so that others load them
/// when they are needed (`boot.js`), and those that let the map follow the steps.
pub fn sheet(page: Page) -> String {
    let root = page.root();
    let link = |name: &str| format!("<link rel=\"stylesheet\" href=\"{root}{name}\" />");
    let has_steps = matches!(page.sheet, Sheet::Story) || page.is_chapter();
    let by_step = if has_steps { link(sign::UNSCRIPTED) } else { String::new() };
    let marks = page.answers().then(|| format!("<noscript>{}{by_step}</noscript>", link(sign::MARKS)));
    let pause = page.has_lead().then(|| format!("<script>{PAUSE}</script>"));
    [link(sign::STYLE), marks.unwrap_or_default(), pause.unwrap_or_default()].concat()
}

/// The page for editors is for nobody who searches, and shares nothing.
fn kit_head(book: Book) -> String {
    let title = escape(&book.ui().phrases(&[book.ui().kit(), &story_title(book)]));
    let (summary, root) = (escape(book.ui().kit_lead()), book.page.root());
    let icon = icon_shapes(book.lang);
    format!(
        "<title>{title}</title><meta name=\"description\" content=\"{summary}\" />\
         <meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"robots\" content=\"noindex\" />\
         <link rel=\"icon\" href=\"{root}{icon}\" type=\"image/svg+xml\" />{}",
        languages(book)
    )
}

/// The story's title, which the head of each printed page shows too.
pub fn story_title(book: Book) -> String {
    plain_text(book.story, &book.story.head().title, book.lang)
}

/// What the page is called; any but the story names the story too.
fn title(book: Book) -> String {
    let ([own, _], story) = (book.page.head(book.story), story_title(book));
    if own == story { story } else { book.ui().phrases(&[&own, &story]) }
}

/// The page in each language, itself among them; who wants neither gets the original.
fn languages(book: Book) -> String {
    let address = |lang| Page { lang, ..book.page }.address(book.story);
    let link = |tag: &str, lang| {
        format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\" />", escape(&address(lang)))
    };
    let [original, _] = Lang::ALL;
    Lang::ALL.map(|lang| link(lang.tag(), lang)).concat() + &link("x-default", original)
}

/// The address of the picture that stands for the page, in this format, and what it shows.
fn picture(book: Book, format: Format) -> Option<(String, String)> {
    let (file, finding) = book.page.card(book.story, format == Format::Square)?;
    Some((format!("{}{file}", book.story.head().address), plain_prose(book, finding)))
}

/// What a link to the page shows elsewhere.
fn card(book: Book) -> String {
    let [_, summary] = book.page.head(book.story);
    let [locale, other] = [book.lang, book.lang.other()].map(|lang| match lang {
        Lang::Zh => "zh_CN",
        Lang::En => "en_GB",
    });
    let mut tags = vec![
        ("property", "og:type", "article".to_owned()),
        ("property", "og:url", book.page.address(book.story)),
        ("property", "og:site_name", story_title(book)),
        ("property", "og:title", title(book)),
        ("property", "og:description", summary),
        ("property", "og:locale", locale.to_owned()),
        ("property", "og:locale:alternate", other.to_owned()),
    ];
    let head = book.story.head();
    let days = [("article:published_time", &head.published), ("article:modified_time", &head.updated)];
    tags.extend(days.into_iter().filter_map(|(name, day)| Some(("property", name, day.clone()?))));
    // The first is what most programs take; the square one is for cards that a page around a frame makes.
    for format in [Format::Wide, Format::Square] {
        let Some((picture, shows)) = picture(book, format) else { continue };
        let [width, height] = format.size();
        tags.extend([
            ("property", "og:image", picture),
            ("property", "og:image:type", "image/png".to_owned()),
            ("property", "og:image:width", width.to_string()),
            ("property", "og:image:height", height.to_string()),
            ("property", "og:image:alt", shows),
        ]);
    }
    tags.push(("name", "twitter:card", "summary_large_image".to_owned()));
    let tag = |(key, name, value): (&str, &str, String)| {
        format!("<meta {key}=\"{name}\" content=\"{}\" />", escape(&value))
    };
    tags.into_iter().map(tag).collect()
}

/// The page as an article and the ledger as data, after schema.org.
fn linked_data(book: Book) -> String {
    let graph = json!({"@context": "https://schema.org", "@graph": [article(book), dataset(book)]});
    data_block("type=\"application/ld+json\"", &graph.to_string())
}

fn article(book: Book) -> Value {
    let (page, head) = (book.page, book.story.head());
    let [title, summary] = page.head(book.story);
    let mut article = json!({
        "@type": "NewsArticle",
        "@id": page.address(book.story),
        "url": page.address(book.story),
        "mainEntityOfPage": page.address(book.story),
        "headline": title,
        "description": summary,
        "inLanguage": book.lang.tag(),
    });
    let pictures = [Format::Wide, Format::Square].into_iter().filter_map(|format| Some(picture(book, format)?.0));
    put(&mut article, "image", Some(pictures.collect::<Vec<_>>().into()));
    put(&mut article, "datePublished", head.published.clone().map(Value::from));
    put(&mut article, "dateModified", head.updated.clone().map(Value::from));
    put(&mut article, "author", publisher(book));
    put(&mut article, "publisher", publisher(book));
    put(&mut article, "license", head.terms.as_ref().map(|terms| terms.url.as_str().into()));
    put(&mut article, "creditText", head.credit.as_ref().map(|credit| book.words(credit).into()));
    let story = page.story().address(book.story);
    let is_part = !matches!(page.sheet, Sheet::Story);
    let whole = || json!({"@type": "NewsArticle", "@id": story, "url": story, "headline": story_title(book)});
    put(&mut article, "isPartOf", is_part.then(whole));
    article
}

/// The ledger's files: in full on their own page, and by name on the others, which need not carry it.
fn dataset(book: Book) -> Value {
    let (page, head) = (book.page, book.story.head());
    let root = &head.address;
    if !matches!(page.sheet, Sheet::Ledger) {
        return named_dataset(book);
    }
    let download = |kind: &str, name: &str| json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{root}{name}")});
    let mut dataset = named_dataset(book);
    let files = [download("text/csv", ledger_table(book.lang)), download("application/json", LEDGER_DOCUMENT)];
    put(&mut dataset, "distribution", Some(files.to_vec().into()));
    put(&mut dataset, "keywords", Some(keywords(book).into()));
    put(&mut dataset, "variableMeasured", Some(measured(book).into()));
    put(&mut dataset, "inLanguage", Some(book.lang.tag().into()));
    put(&mut dataset, "version", Some(book.story.version.as_str().into()));
    put(&mut dataset, "isAccessibleForFree", Some(true.into()));
    put(&mut dataset, "spatialCoverage", covered(book));
    put(&mut dataset, "temporalCoverage", spanned(book).map(Value::from));
    put(&mut dataset, "datePublished", head.published.clone().map(Value::from));
    put(&mut dataset, "dateModified", head.updated.clone().map(Value::from));
    put(&mut dataset, "license", head.terms.as_ref().map(|terms| terms.url.as_str().into()));
    put(&mut dataset, "creator", publisher(book));
    put(&mut dataset, "publisher", publisher(book));
    put(&mut dataset, "creditText", head.credit.as_ref().map(|credit| book.words(credit).into()));
    dataset
}

/// Which it is, what it is called and what it holds.
fn named_dataset(book: Book) -> Value {
    let address = book.page.ledger().address(book.story);
    json!({
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": book.ui().named(&story_title(book), book.ui().ledger_title()),
        "description": description(book),
    })
}

/// What the ledger holds, in words: search engines want from 50 to 5,000 characters.
fn description(book: Book) -> String {
    let page = book.page.ledger();
    let [_, ledger] = page.head(book.story);
    book.ui().after_each_other(&[&plain_prose(book, &book.story.head().summary), &ledger])
}

/// What the story is about: its chapters.
fn keywords(book: Book) -> Vec<&'static str> {
    book.story.chapters.chapters.iter().map(|chapter| book.words(&chapter.name)).collect()
}

/// What is counted or measured: each unit that a fact has.
fn measured(book: Book) -> Vec<Value> {
    let units = book.story.facts.units.iter();
    let used = units.filter(|unit| book.story.facts.facts.iter().any(|fact| fact.unit.as_ref() == Some(&unit.id)));
    used.map(|unit| {
        let name = match book.lang {
            Lang::Zh => &unit.zh,
            Lang::En => &unit.en.other,
        };
        json!({"@type": "PropertyValue", "name": unit.id.to_string(), "unitText": name})
    })
    .collect()
}

/// Where: the regions of the map.
fn covered(book: Book) -> Option<Value> {
    let place = |region: &'static Region| json!({"@type": "Place", "name": book.words(&region.name)});
    let regions: Vec<Value> = book.story.places.regions.iter().map(place).collect();
    (!regions.is_empty()).then(|| regions.into())
}

/// When: from the first day that a fact names to the last, as ISO 8601 has spans.
fn spanned(book: Book) -> Option<String> {
    let days: Vec<&str> =
        book.story.facts.facts.iter().filter_map(|fact| fact.date.as_ref()).flat_map(Dated::days).collect();
    let (first, last) = (days.iter().min()?, days.iter().max()?);
    Some(if first == last { (*first).to_owned() } else { format!("{first}/{last}") })
}

fn publisher(book: Book) -> Option<Value> {
    let name = book.story.head().publisher.as_ref()?;
    Some(json!({"@type": "Organization", "name": book.words(name)}))
}

/// Says a thing only where the data say it.
fn put(object: &mut Value, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object[key] = value;
    }
}
