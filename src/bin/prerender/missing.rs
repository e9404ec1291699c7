//! `404.html`: what a host sends where nothing is. At whatever address that is, so it names no file beside it and has no look
//! of its own.

use data_story::data::is_reserved;
use data_story::model::{Lang, Story};
use data_story::text::{Page, Route, Ui, escape, plain_text};

use crate::output::Output;
use crate::sign;

/// Its name, which Netlify, Cloudflare Pages, Vercel and GitHub Pages look for; nginx and Apache are told it.
pub const FILE: &str = "404.html";

/// Writes it.
pub fn write(story: &Story, output: &Output) -> Result<(), String> {
    let title = escape(&plain_text(story, &story.head().title, Lang::Zh));
    let told = Lang::ALL.map(|lang| told(story, lang)).concat();
    let page = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\" />\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" /><meta name=\"viewport\" content=\"width=device-width\" />\
         <meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"robots\" content=\"noindex\" />\
         <title>{title}</title><main>{told}</main></html>\n",
        Lang::Zh.tag(),
        sign::POLICY,
    );
    output.put_text(FILE, &page)
}

/// That nothing is here, and the way to the story where readers can reach it.
fn told(story: &Story, lang: Lang) -> String {
    let page = Page { lang, route: Route::Story };
    let title = escape(&plain_text(story, &story.head().title, lang));
    let way = match is_reserved(&story.head().address) {
        true => title,
        false => format!("<a href=\"{}\">{title}</a>", escape(&page.address(story))),
    };
    format!("<section lang=\"{}\"><h1>{}</h1><p>{way}</p></section>", lang.tag(), escape(Ui(lang).nothing_here()))
}
