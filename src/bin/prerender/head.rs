//! What stands in a page's head for those who do not read the page: search engines, link previews, other programs.

use contract::attribute::{EMBED, HANDLE, LEDGER, OTHER, STORY, TITLE, markup};
use data_story::model::{Dated, Day, Lang, Region, Subject};
use data_story::picture::Format;
use data_story::text::{LEDGER_DOCUMENT, Page, Route, data_block, escape, icon_shapes, ledger_table, plain_text};
use data_story::view::{PageContext, plain_prose};
use serde_json::{Value, json};

use crate::icons::links;
use crate::sign;

/// A script that does nothing: it waits for the style sheet before it, and so does all that follows, in browsers that would
/// show it without its look.
pub const PAUSE: &str = " ";

/// Title, summary, address, the other language, preview and description for programs.
pub fn head(context: PageContext) -> String {
    let page = context.page;
    if matches!(page.route, Route::Kit) {
        return kit_head(context);
    }
    let [_, summary] = page.head(context.story);
    let [title, summary] = [title(context), summary].map(|text| escape(&text));
    let own = escape(&page.address(context.story));
    let robots = if page.is_embed() { "<meta name=\"robots\" content=\"noindex\" />" } else { "" };
    let found = if page.is_embed() { String::new() } else { languages(context) + &linked_data(context) };
    format!(
        "<title>{title}</title><meta name=\"description\" content=\"{summary}\" />\
         <meta name=\"color-scheme\" content=\"light dark\" />{}\
         {robots}<link rel=\"canonical\" href=\"{own}\" />{}{found}",
        links(context.story, &page, &page.root()),
        card(context)
    )
}

/// The attributes of `<html>`. A frame can be asked for in either language, and then must know the way to the other.
pub fn root_attributes(context: PageContext) -> String {
    let page = context.page;
    let embed = page.embedded().map(|name| {
        let (other, story) = (page.way_to(&page.in_other_language()), page.readers_address(context.story));
        [(EMBED, escape(&name)), (OTHER, other), (STORY, escape(&story))]
            .map(|(name, value)| markup(name, value))
            .concat()
    });
    let (title, handle) = (escape(&story_title(context)), &context.story.head().handle);
    // What used to stand in the story and was addressed there.
    let ledger =
        matches!(page.route, Route::Story).then(|| markup(LEDGER, page.way_to(&page.ledger()))).unwrap_or_default();
    format!(
        "lang=\"{}\"{}{}{ledger}{}",
        context.lang.tag(),
        markup(HANDLE, handle),
        markup(TITLE, title),
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
    let kit = matches!(page.route, Route::Kit).then(|| script("host.js") + &script(sign::KIT));
    let compare = matches!(page.route, Route::Gazetteer).then(|| script(sign::COMPARE));
    let boot = if has_canvas || matches!(page.route, Route::Ledger) { sign::BOOT_WHOLE } else { sign::BOOT };
    let boot = page.answers().then(|| format!("<script type=\"module\" src=\"{root}{boot}\" async></script>"));
    let style = if page.has_lead() { format!("<style>{}</style>", sign::FIRST) } else { sheet(page, has_canvas) };
    let scripts = [boot, embed, compare, kit].map(Option::unwrap_or_default).concat();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" /><script>{}</script>{style}{scripts}{}",
        sign::POLICY,
        sign::PRELOAD,
        script(sign::SHARE),
    )
}

/// The style sheet. Without scripts it has the rules that mark what a card is about, which are dear, so that others load them
/// when they are needed (`boot.js`), and those that let the map follow the steps.
pub fn sheet(page: Page, has_canvas: bool) -> String {
    let root = page.root();
    let link = |name: &str| format!("<link rel=\"stylesheet\" href=\"{root}{name}\" />");
    let has_steps = matches!(page.route, Route::Story) || page.is_chapter();
    let by_step = if has_steps { link(sign::UNSCRIPTED) } else { String::new() };
    let marks = page.answers().then(|| format!("<noscript>{}{by_step}</noscript>", link(sign::MARKS)));
    let pause = page.has_lead().then(|| format!("<script>{PAUSE}</script>"));
    let own = match page.route {
        Route::Ledger => link(sign::LEDGER_STYLE),
        Route::Gazetteer => link(sign::GAZETTEER_STYLE),
        Route::Kit => link(sign::KIT_STYLE),
        Route::Place(_) => link(sign::PLACE_STYLE),
        Route::Embed(_) => link(sign::FRAME_STYLE),
        Route::Story | Route::Chapter(_) => String::new(),
    };
    let dense = if has_canvas { link(sign::DENSE_STYLE) } else { String::new() };
    [link(sign::STYLE), own, dense, marks.unwrap_or_default(), pause.unwrap_or_default()].concat()
}

/// The page for editors is for nobody who searches, and shares nothing.
fn kit_head(context: PageContext) -> String {
    let title = escape(&context.ui().phrases(&[context.ui().kit(), &story_title(context)]));
    let (summary, root) = (escape(context.ui().kit_lead()), context.page.root());
    let icon = icon_shapes(context.lang);
    format!(
        "<title>{title}</title><meta name=\"description\" content=\"{summary}\" />\
         <meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"robots\" content=\"noindex\" />\
         <link rel=\"icon\" href=\"{root}{icon}\" type=\"image/svg+xml\" />{}",
        languages(context)
    )
}

/// The story's title, which the head of each printed page shows too.
pub fn story_title(context: PageContext) -> String {
    plain_text(context.story, &context.story.head().title, context.lang)
}

/// What the page is called; any but the story names the story too.
fn title(context: PageContext) -> String {
    let ([own, _], story) = (context.page.head(context.story), story_title(context));
    if own == story { story } else { context.ui().phrases(&[&own, &story]) }
}

/// The page in each language, itself among them; who wants neither gets the original.
fn languages(context: PageContext) -> String {
    let address = |lang| Page { lang, ..context.page }.address(context.story);
    let link = |tag: &str, lang| {
        format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\" />", escape(&address(lang)))
    };
    let [original, _] = Lang::ALL;
    Lang::ALL.map(|lang| link(lang.tag(), lang)).concat() + &link("x-default", original)
}

/// The address of the picture that stands for the page, in this format, and what it shows.
fn picture(context: PageContext, format: Format) -> Option<(String, String)> {
    let (file, preview) = context.page.card(context.story, format == Format::Square)?;
    Some((format!("{}{file}", context.story.head().address), preview.words(context.story, context.lang)))
}

/// What a link to the page shows elsewhere.
fn card(context: PageContext) -> String {
    let [_, summary] = context.page.head(context.story);
    let [locale, other] = [context.lang, context.lang.other()].map(|lang| match lang {
        Lang::Zh => "zh_CN",
        Lang::En => "en_GB",
    });
    let mut tags = vec![
        ("property", "og:type", "article".to_owned()),
        ("property", "og:url", context.page.address(context.story)),
        ("property", "og:site_name", story_title(context)),
        ("property", "og:title", title(context)),
        ("property", "og:description", summary),
        ("property", "og:locale", locale.to_owned()),
        ("property", "og:locale:alternate", other.to_owned()),
    ];
    let head = context.story.head();
    let days = [("article:published_time", &head.published), ("article:modified_time", &head.updated)];
    tags.extend(days.into_iter().filter_map(|(name, day)| Some(("property", name, day.as_ref()?.to_string()))));
    // The first is what most programs take; the square one is for cards that a page around a frame makes.
    for format in [Format::Wide, Format::Square] {
        let Some((picture, shows)) = picture(context, format) else { continue };
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
fn linked_data(context: PageContext) -> String {
    let graph = json!({"@context": "https://schema.org", "@graph": [article(context), dataset(context)]});
    data_block("type=\"application/ld+json\"", &graph.to_string())
}

fn article(context: PageContext) -> Value {
    let (page, head) = (context.page, context.story.head());
    let [title, summary] = page.head(context.story);
    let mut article = json!({
        "@type": "NewsArticle",
        "@id": page.address(context.story),
        "url": page.address(context.story),
        "mainEntityOfPage": page.address(context.story),
        "headline": title,
        "description": summary,
        "inLanguage": context.lang.tag(),
    });
    let pictures = [Format::Wide, Format::Square].into_iter().filter_map(|format| Some(picture(context, format)?.0));
    put(&mut article, "image", Some(pictures.collect::<Vec<_>>().into()));
    put(&mut article, "datePublished", head.published.map(|day| day.to_string().into()));
    put(&mut article, "dateModified", head.updated.map(|day| day.to_string().into()));
    put(&mut article, "author", publisher(context));
    put(&mut article, "publisher", publisher(context));
    put(&mut article, "license", head.terms.as_ref().map(|terms| terms.url.as_str().into()));
    put(&mut article, "creditText", head.credit.as_ref().map(|credit| context.words(credit).into()));
    let about = |subject: Subject<'_>| json!({"@type": "Place", "name": subject.name().get(context.lang)});
    put(&mut article, "about", if let Route::Place(subject) = page.route { Some(about(subject)) } else { None });
    let story = page.story().address(context.story);
    let is_part = !matches!(page.route, Route::Story);
    let whole = || json!({"@type": "NewsArticle", "@id": story, "url": story, "headline": story_title(context)});
    put(&mut article, "isPartOf", is_part.then(whole));
    article
}

/// The ledger's files: in full on their own page, and by name on the others, which need not carry it.
fn dataset(context: PageContext) -> Value {
    let (page, head) = (context.page, context.story.head());
    let root = &head.address;
    if !matches!(page.route, Route::Ledger) {
        return named_dataset(context);
    }
    let download = |kind: &str, name: &str| json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{root}{name}")});
    let mut dataset = named_dataset(context);
    let files = [download("text/csv", ledger_table(context.lang)), download("application/json", LEDGER_DOCUMENT)];
    put(&mut dataset, "distribution", Some(files.to_vec().into()));
    put(&mut dataset, "keywords", Some(keywords(context).into()));
    put(&mut dataset, "variableMeasured", Some(measured(context).into()));
    put(&mut dataset, "inLanguage", Some(context.lang.tag().into()));
    put(&mut dataset, "version", Some(context.story.version.as_str().into()));
    put(&mut dataset, "isAccessibleForFree", Some(true.into()));
    put(&mut dataset, "spatialCoverage", covered(context));
    put(&mut dataset, "temporalCoverage", spanned(context).map(Value::from));
    put(&mut dataset, "datePublished", head.published.map(|day| day.to_string().into()));
    put(&mut dataset, "dateModified", head.updated.map(|day| day.to_string().into()));
    put(&mut dataset, "license", head.terms.as_ref().map(|terms| terms.url.as_str().into()));
    put(&mut dataset, "creator", publisher(context));
    put(&mut dataset, "publisher", publisher(context));
    put(&mut dataset, "creditText", head.credit.as_ref().map(|credit| context.words(credit).into()));
    dataset
}

/// Which it is, what it is called and what it holds.
fn named_dataset(context: PageContext) -> Value {
    let address = context.page.ledger().address(context.story);
    json!({
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": context.ui().named(&story_title(context), context.ui().ledger_title()),
        "description": description(context),
    })
}

/// What the ledger holds, in words: search engines want from 50 to 5,000 characters.
fn description(context: PageContext) -> String {
    let page = context.page.ledger();
    let [_, ledger] = page.head(context.story);
    context.ui().after_each_other(&[&plain_prose(context, &context.story.head().summary), &ledger])
}

/// What the story is about: its chapters.
fn keywords(context: PageContext) -> Vec<&'static str> {
    context.story.chapters.chapters.iter().map(|chapter| context.words(&chapter.name)).collect()
}

/// What is counted or measured: each unit that a fact has.
fn measured(context: PageContext) -> Vec<Value> {
    let units = context.story.facts.units.iter();
    let used = units.filter(|unit| context.story.facts.facts.iter().any(|fact| fact.unit.as_ref() == Some(&unit.id)));
    used.map(|unit| {
        let name = match context.lang {
            Lang::Zh => &unit.zh,
            Lang::En => &unit.en.other,
        };
        json!({"@type": "PropertyValue", "name": unit.id.to_string(), "unitText": name})
    })
    .collect()
}

/// Where: the regions of the map.
fn covered(context: PageContext) -> Option<Value> {
    let place = |region: &'static Region| json!({"@type": "Place", "name": context.words(&region.name)});
    let regions: Vec<Value> = context.story.places.regions.iter().map(place).collect();
    (!regions.is_empty()).then(|| regions.into())
}

/// When: from the first day that a fact names to the last, as ISO 8601 has spans.
fn spanned(context: PageContext) -> Option<String> {
    let days: Vec<Day> =
        context.story.facts.facts.iter().filter_map(|fact| fact.date.as_ref()).flat_map(Dated::days).collect();
    let (first, last) = (days.iter().min()?, days.iter().max()?);
    Some(if first == last { first.to_string() } else { format!("{first}/{last}") })
}

fn publisher(context: PageContext) -> Option<Value> {
    let name = context.story.head().publisher.as_ref()?;
    Some(json!({"@type": "Organization", "name": context.words(name)}))
}

/// Says a thing only where the data say it.
fn put(object: &mut Value, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object[key] = value;
    }
}
