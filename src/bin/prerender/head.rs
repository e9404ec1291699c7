//! What stands in a page's head for those who do not read the page: search engines, link previews, other programs.

use luoyang_story::model::Lang;
use luoyang_story::picture::Format;
use luoyang_story::text::{LEDGER_DOCUMENT, Page, Sheet, data_block, escape, icon_shapes, ledger_table, plain_text};
use luoyang_story::view::{Book, plain_prose};
use serde_json::{Value, json};

use crate::assets::{PAUSE, sign};
use crate::discovery::links;

/// Title, summary, address, the other language, preview and description for programs.
pub fn head(book: Book) -> String {
    let page = book.page;
    if matches!(page.sheet, Sheet::Kit) {
        return kit_head(book);
    }
    let [_, summary] = page.head(book.story);
    let [title, summary] = [title(book), summary].map(|text| escape(&text));
    let canonical = escape(&page.canonical(book.story));
    let robots = if page.is_embed() { "<meta name=\"robots\" content=\"noindex\" />" } else { "" };
    let found = if page.is_embed() { String::new() } else { languages(book) + &linked_data(book) };
    format!(
        "<title>{title}</title><meta name=\"description\" content=\"{summary}\" />\
         <meta name=\"color-scheme\" content=\"light dark\" />{}\
         {robots}<link rel=\"canonical\" href=\"{canonical}\" />{}{found}",
        links(book.story, &page, &page.root()),
        card(book)
    )
}

/// The attributes of `<html>`. A frame can be asked for in either language, and then must know the way to the other.
pub fn root_attributes(book: Book) -> String {
    let page = book.page;
    let embed = page.embedded().map(|name| {
        let other = page.way_to(&page.in_other_language());
        format!(" data-embed=\"{}\" data-other=\"{other}\"", escape(&name))
    });
    let title = escape(&story_title(book));
    // What used to stand in the story and was addressed there.
    let ledger = matches!(page.sheet, Sheet::Story)
        .then(|| format!(" data-ledger=\"{}\"", page.way_to(&page.ledger())))
        .unwrap_or_default();
    format!("lang=\"{}\" data-title=\"{title}\"{ledger}{}", book.lang.tag(), embed.unwrap_or_default())
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
    let by_step =
        matches!(page.sheet, Sheet::Story | Sheet::Chapter(_)).then(|| link(sign::UNSCRIPTED)).unwrap_or_default();
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
    let locale = match book.lang {
        Lang::Zh => "zh_CN",
        Lang::En => "en_GB",
    };
    let mut tags = vec![
        ("property", "og:type", "article".to_owned()),
        ("property", "og:url", book.page.canonical(book.story)),
        ("property", "og:site_name", story_title(book)),
        ("property", "og:title", title(book)),
        ("property", "og:description", summary),
        ("property", "og:locale", locale.to_owned()),
    ];
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
    put(&mut article, "image", picture(book, Format::Wide).map(|(picture, _)| picture.into()));
    put(&mut article, "dateModified", head.updated.clone().map(Value::from));
    put(&mut article, "publisher", publisher(book));
    put(&mut article, "creditText", head.credit.as_ref().map(|credit| book.words(credit).into()));
    let story = page.story().address(book.story);
    let is_part = !matches!(page.sheet, Sheet::Story);
    put(&mut article, "isPartOf", is_part.then(|| json!({"@type": "NewsArticle", "@id": story})));
    article
}

/// The ledger's files.
fn dataset(book: Book) -> Value {
    let (page, head) = (book.page, book.story.head());
    let root = &head.address;
    let download = |kind: &str, name: &str| json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{root}{name}")});
    let mut dataset = json!({
        "@type": "Dataset",
        "@id": page.ledger().address(book.story),
        "url": page.ledger().address(book.story),
        "name": book.ui().named(&story_title(book), book.ui().ledger_title()),
        "description": plain_prose(book, &head.summary),
        "inLanguage": book.lang.tag(),
        "version": *book.story.version,
        "isAccessibleForFree": true,
        "distribution": [
            download("text/csv", ledger_table(book.lang)),
            download("application/json", LEDGER_DOCUMENT),
        ],
    });
    put(&mut dataset, "dateModified", head.updated.clone().map(Value::from));
    put(&mut dataset, "creator", publisher(book));
    put(&mut dataset, "creditText", head.credit.as_ref().map(|credit| book.words(credit).into()));
    dataset
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
