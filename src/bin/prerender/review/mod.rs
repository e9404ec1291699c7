//! The review: every page of the site once more for those who check it, with what each number is of. Never published: it is
//! written instead of a site, into a folder of its own, and asks robots to stay away.

mod marks;

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;

use contract::attribute::{LACKS, markup};
use contract::id;
use data_story::data::{INITIALS, Looked, Numbers, gathered, initials, lacking, look_over, rows};
use data_story::layout::Basemap;
use data_story::locale::told_in;
use data_story::model::{Fact, Lang, Story};
use data_story::text::{Page, Ui, data_block, escape, number_of, pages, plain_text};
use data_story::view::{PageContext, SHEET};
use serde_json::json;

use crate::assets::style_sheets;
use crate::disk::put;
use crate::faults::told;
use crate::head;
use crate::names::filled;
use marks::{Marked, marked};

/// The style of the marks.
const STYLE: &str = include_str!("review.css");
/// The keys, the bar and the initials.
const SCRIPT: &str = include_str!("review.js");

/// What is asked for in the environment: where the review goes, the story, and the transcript of its page if there is one.
pub struct Request {
    folder: PathBuf,
    data: PathBuf,
    transcript: Option<PathBuf>,
}

impl Request {
    /// The request in the environment, if there is one.
    pub fn told() -> Option<Self> {
        let path = |name| env::var_os(name).map(PathBuf::from);
        Some(Self {
            folder: path("STORY_REVIEW")?,
            data: path("STORY_DATA").unwrap_or_else(|| "data".into()),
            transcript: path("STORY_TRANSCRIPT"),
        })
    }
}

/// What is known of a story's facts.
struct Known {
    story: &'static Story,
    numbers: Numbers<'static>,
    /// What the sentence of each fact lacks, in words; the sentence itself.
    lacks: BTreeMap<String, (Option<String>, String)>,
    /// The facts as the script wants them, in each language.
    facts: BTreeMap<String, String>,
}

/// Writes the review, also of a story with faults: whoever looks for them wants to see them on the page.
pub fn write(request: &Request) -> Result<(), String> {
    let Looked { story, faults, warnings } = look_over(&request.data);
    let Some(story) = story else { return Err(told(&faults).join("\n")) };
    let transcript = request.transcript.as_ref().map(|path| crate::disk::read(path)).transpose()?;
    let story: &'static Story = Box::leak(Box::new(story));
    let basemap: &'static Basemap = Box::leak(Box::new(Basemap::new(story)));
    let known = Known::of(story, request, transcript.as_deref());
    let style = style_sheets()? + STYLE;
    let script = filled(SCRIPT)?;
    let mut rows = String::new();
    let mut found = Vec::new();
    for page in pages(story) {
        let context = PageContext::of(story, basemap, page);
        let Marked { html, loose } = known.marked(context);
        let file = page.file();
        put(&request.folder, &file, framed(&known, page, &style, &script, &html, &loose).as_bytes())?;
        let lacking = html.matches(LACKS).count();
        rows.push_str(&format!(
            "<tr><td><a href=\"{file}\">{file}</a></td><td>{}</td><td>{lacking}</td></tr>",
            loose.len()
        ));
        found.extend(loose.into_iter().map(|text| json!({"page": file, "text": text})));
    }
    let lang = told_in(|name| env::var(name).ok());
    let of_the_check = [told(&faults), gathered(warnings.iter().map(|one| &one.at), lang)].concat();
    let lines: String = of_the_check.iter().map(|line| format!("<li>{}</li>", escape(line))).collect();
    let [loose, lacks] = [words(lang).loose, words(lang).lacks];
    let index = format!(
        "{}<body class=\"review-list\"><table><tr><th></th><th>{loose}</th><th>{lacks}</th></tr>{rows}</table><ol>{lines}</ol></body></html>",
        head_of(lang, STYLE)
    );
    put(&request.folder, "review.html", index.as_bytes())?;
    let lacks = known.lacks.iter().filter(|(_, (_, lacks))| !lacks.is_empty());
    let lacks: BTreeMap<&String, &String> = lacks.map(|(id, (_, lacks))| (id, lacks)).collect();
    let all = json!({"loose": found, "lacks": lacks});
    put(&request.folder, "review.json", format!("{all:#}\n").as_bytes())
}

impl Known {
    fn of(story: &'static Story, request: &Request, transcript: Option<&str>) -> Self {
        let rows = rows(&request.data);
        let mut known = Self { story, numbers: Numbers::of(story), lacks: BTreeMap::new(), facts: BTreeMap::new() };
        for fact in &story.facts.facts {
            let lacking = transcript.map(|text| lacking(story, fact, text)).unwrap_or_default();
            let speaker = lacking.speaker.then(|| Ui(Lang::Zh).speaker(fact.speaker).to_owned());
            let words: Vec<String> = lacking.words.into_iter().chain(speaker).collect();
            known.lacks.insert(fact.id.to_string(), (lacking.sentence, words.join("、")));
        }
        let kept = initials(&request.data);
        for lang in Lang::ALL {
            let facts: BTreeMap<&str, serde_json::Value> =
                story.facts.facts.iter().map(|fact| (fact.id.as_str(), known.record(fact, lang, &rows))).collect();
            let title = plain_text(story, &story.head().title, Lang::Zh);
            let Words { loose, lacks, initials, signed, save } = words(lang);
            let words = json!({"loose": loose, "lacks": lacks, "initials": initials, "signed": signed, "save": save});
            let told = json!({"story": title, "file": INITIALS, "initials": kept, "facts": facts, "words": words});
            known.facts.insert(lang.tag().to_owned(), told.to_string());
        }
        known
    }

    /// What the bar says of a fact.
    fn record(&self, fact: &Fact, lang: Lang, rows: &BTreeMap<String, String>) -> serde_json::Value {
        let (sentence, lacks) = &self.lacks[fact.id.as_str()];
        let ui = Ui(lang);
        let value = number_of(self.story, fact, lang).map_or_else(String::new, |number| number.to_string());
        json!({
            "number": self.story.row(&fact.id), "kind": ui.kind(fact.kind), "speaker": ui.speaker(fact.speaker), "value": value,
            "statement": fact.statement.get(lang), "sentence": sentence, "lacks": lacks, "row": rows.get(fact.id.as_str()),
        })
    }

    /// A page with its marks; what cannot be drawn says why.
    fn marked(&self, context: PageContext) -> Marked {
        let about = |fact: &Fact| match self.lacks.get(fact.id.as_str()) {
            Some((_, lacks)) if !lacks.is_empty() => markup(LACKS, escape(lacks)),
            _ => String::new(),
        };
        let html = match data_story::view::page(context) {
            Ok(html) => html.replace(SHEET, ""),
            Err(error) => format!("<p class=\"review-list\">{}</p>", escape(&error)),
        };
        let previews = marked((self.story, &self.numbers), &head::head(context), context.lang, about).loose;
        let mut page = marked((self.story, &self.numbers), &html, context.lang, about);
        page.loose.extend(previews);
        page
    }
}

/// The words of the review itself.
struct Words {
    loose: &'static str,
    lacks: &'static str,
    initials: &'static str,
    signed: &'static str,
    save: &'static str,
}

fn words(lang: Lang) -> Words {
    match lang {
        Lang::Zh => Words {
            loose: "没有对应事实的数",
            lacks: "原句里没有",
            initials: "签名",
            signed: "已签",
            save: "存为 initials.json",
        },
        Lang::En => Words {
            loose: "numbers of no fact",
            lacks: "not in its sentence",
            initials: "initials",
            signed: "signed",
            save: "Save initials.json",
        },
    }
}

fn head_of(lang: Lang, style: &str) -> String {
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\" /><meta name=\"robots\" content=\"noindex, nofollow\" />\
         <meta name=\"viewport\" content=\"width=device-width\" /><style>{style}</style></head>",
        lang.tag()
    )
}

/// A page of the review from its first to its last character.
fn framed(known: &Known, page: Page<'_>, style: &str, script: &str, html: &str, loose: &[String]) -> String {
    let facts = &known.facts[page.lang.tag()];
    let data = data_block(&format!("type=\"application/json\" id=\"{}\"", id::REVIEW_DATA), facts);
    let listed: String = loose.iter().map(|text| format!("<li>{text}</li>")).collect();
    format!(
        "{}<body class=\"review\">{html}<section class=\"review-list\"><h2>{}</h2><ol>{listed}</ol><a href=\"{}review.html\">review.html</a></section>\
         <aside id=\"{}\"></aside>{data}<script>{script}</script></body></html>",
        head_of(page.lang, style),
        words(page.lang).loose,
        page.root(),
        id::REVIEW
    )
}
