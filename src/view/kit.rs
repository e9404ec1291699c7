//! The page for editors who embed the story: choose, see, copy. Without script it has the snippets of the whole story
//! and a list of all that can be embedded.

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::prose::unlinked_prose;
use super::sharing::told;
use crate::model::Lang;
use crate::text::{
    Embed, LICENCES, Page, Route, SHARE_SIZES, cover_file, fill_form, forms, frame_height, pages, share_file,
    source_line,
};
use crate::view::attr::attr;

/// Widths of a column, in CSS pixels: the narrowest frame that must do, a phone, a column of text, a whole page.
const WIDTHS: [u32; 4] = [300, 390, 720, 1200];
/// The preview that stands beside it: most readers hold a phone.
const PHONE: u32 = 390;

/// The page.
pub fn kit(context: PageContext) -> AnyView {
    let ui = context.ui();
    let other = context.page.way_to(&context.page.in_other_language());
    let tag = context.lang.other().tag();
    view! {
        <main id=id::STORY class="kit" tabindex="-1">
            <p class="kit-top">
                <a href=context.way_to_story()>{unlinked_prose(context, &context.story.head().title)}</a>
                " "
                <a class="language" href=other hreflang=tag lang=tag>{ui.other_language()}</a>
            </p>
            <h1>{ui.kit()}</h1>
            <p class="dek">{ui.kit_lead()}</p>
            {choices(context)}
            <section class="preview" aria-label=ui.kit_preview()>
                <h2>{ui.kit_preview()}</h2>
                <a class="skip" href=id::of::SNIPPETS>{ui.kit_skip()}</a>
                <div class=class::STAND tabindex="0" role="region" aria-label=ui.kit_stand()></div>
            </section>
            {snippets(context)}
            {advice(context)}
            {covers(context)}
            {list(context)}
        </main>
    }
    .into_any()
}

/// What can be embedded, in the page's language.
fn embeds(context: PageContext) -> Vec<Page<'static>> {
    pages(context.story).into_iter().filter(|page| page.is_embed() && page.lang == context.lang).collect()
}

fn name(context: PageContext, page: &Page<'static>) -> String {
    match page.route {
        Route::Embed(Embed::Story) => context.ui().kit_story().to_owned(),
        Route::Embed(embed) => {
            let [title, _] = page.head(context.story);
            context.ui().named(context.ui().kit_kind(embed), &title)
        }
        _ => String::new(),
    }
}

/// The controls; they have their room from the start, and a script shows them, because without it they would do nothing.
fn choices(context: PageContext) -> AnyView {
    let ui = context.ui();
    let option = |page: &Page<'static>| {
        view! { <option value=page.embedded()>{name(context, page)}</option> }
    };
    let all = embeds(context);
    let whole = all.iter().filter(|page| page.chapter().is_none()).map(option).collect_view();
    let chapters = context.story.told().map(|(chapter, _)| {
        let own = all.iter().filter(|page| page.chapter().is_some_and(|one| one.id == chapter.id)).map(option);
        view! { <optgroup label=context.words(&chapter.name)>{own.collect_view()}</optgroup> }
    });
    let forms = ["frame", "script", "element", "picture"].into_iter().zip(heads(context));
    let forms =
        forms.map(|(value, [head, _])| view! { <option value=value selected=value == "script">{head}</option> });
    let modes = [("steps", ui.kit_mode_steps()), ("flat", ui.kit_mode_flat())];
    let modes = modes.map(|(value, name)| view! { <option value=value>{name}</option> });
    let languages = Lang::ALL.map(|lang| {
        let own = if lang == context.lang { context.ui().language_name() } else { ui.other_language() };
        view! { <option value=lang.tag() lang=lang.tag() selected=lang == context.lang>{own}</option> }
    });
    let themes = [("auto", ui.kit_theme_auto()), ("light", ui.kit_theme_light()), ("dark", ui.kit_theme_dark())];
    let themes = themes.map(|(value, name)| view! { <option value=value>{name}</option> });
    let widths = WIDTHS.map(|width| {
        view! { <option value=width.to_string() selected=width == 720>{ui.pixels(width)}</option> }
    });
    view! {
        <form class=class::KIT_CHOICES inert="" {..attr(attribute::FURNITURE, "")} {..attr(attribute::ROOT, context.page.root())} {..attr(attribute::PHONE, PHONE.to_string())}>
            <label>{ui.kit_figure()}<select name="figure">{whole}{chapters.collect_view()}</select></label>
            <label>{ui.kit_form()}<select name="form">{forms.collect_view()}</select></label>
            <label>{ui.kit_language()}<select name="lang">{languages.into_iter().collect_view()}</select></label>
            <label>{ui.kit_theme()}<select name="theme">{themes.into_iter().collect_view()}</select></label>
            <label>{ui.kit_mode()}<select name="mode">{modes.into_iter().collect_view()}</select></label>
            <label>{ui.kit_width()}<select name="width">{widths.into_iter().collect_view()}</select></label>
            <label>{ui.kit_height()}<input name="height" type="number" min="100" max="20000" step="1"/></label>
        </form>
    }
    .into_any()
}

/// What each form is called and good for, in the order of [`forms`].
fn heads(context: PageContext) -> [[&'static str; 2]; 5] {
    let ui = context.ui();
    [
        [ui.kit_frame(), ui.kit_frame_for()],
        [ui.kit_script(), ui.kit_script_for()],
        [ui.kit_element(), ui.kit_element_for()],
        [ui.kit_picture(), ui.kit_picture_for()],
        [ui.kit_address(), ui.kit_address_for()],
    ]
}

/// Which form is for which system.
fn advice(context: PageContext) -> AnyView {
    let rows = context.ui().kit_advised().map(|[system, form]| view! { <dt>{system}</dt><dd>{form}</dd> });
    view! {
        <section class="advice" {..attr(attribute::FURNITURE, "")}>
            <h2>{context.ui().kit_advice()}</h2>
            <dl>{rows.into_iter().collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Of each chapter the pictures that WeChat shows above a message, with what they show.
fn covers(context: PageContext) -> AnyView {
    let (ui, lang, root) = (context.ui(), context.lang, context.page.root());
    let all = context.story.told().map(|(chapter, _)| {
        let page = Page { route: Route::Chapter(chapter), ..context.page };
        let shown = page.card(context.story, false).map(|(_, preview)| preview.words(context.story, lang));
        let files = [(cover_file(&chapter.id, lang), "2.35∶1"), (share_file(&chapter.id, lang, true), "1∶1")];
        let files = files.map(|(file, form)| view! { " "<a href=format!("{root}{file}") download="">{form}</a> });
        view! { <dt>{context.words(&chapter.name)}{files.into_iter().collect_view()}</dt><dd>{shown}</dd> }
    });
    view! {
        <section class="advice" {..attr(attribute::FURNITURE, "")}>
            <h2>{ui.kit_covers()}</h2>
            <p>{ui.kit_covers_for()}</p>
            <dl>{all.collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// The snippets: of the whole story, until a script writes those of the choice.
fn snippets(context: PageContext) -> AnyView {
    let ui = context.ui();
    let page = Page { route: Route::Embed(Embed::Story), ..context.page };
    let [title, summary] = page.head(context.story);
    let root = &context.story.head().address;
    let picture = page.picture(context.story).map_or_else(String::new, |file| format!("{root}{file}"));
    let (src, link, height) =
        (page.address(context.story), page.readers_address(context.story), frame_height(&page).to_string());
    let [width, tall] = SHARE_SIZES[0].map(|side| (side / 2).to_string());
    let credit = source_line(context.story, context.lang);
    let values = [
        ("title", title.as_str()),
        ("src", &src),
        ("page", &src),
        ("height", &height),
        ("root", root),
        ("link", &link),
        ("picture", &picture),
        ("alt", &summary),
        ("width", &width),
        ("tall", &tall),
        ("credit", credit.as_deref().unwrap_or("")),
        ("figure", ""),
        ("lang", context.lang.tag()),
        ("theme", "auto"),
    ];
    let one = |(index, ([head, good_for], form)): (usize, ([&'static str; 2], String))| {
        let id = id::snippet(index + 1);
        let filled = fill_form(&form, &values);
        view! {
            <section class="snippet">
                <h2>{head}</h2>
                <p>{good_for}</p>
                <pre {..attr(attribute::FURNITURE, "")} role="region" aria-label=head><code id=id.clone() {..attr(attribute::FORM, form)}>{filled}</code></pre>
                <p class="take"><button type="button" {..attr(attribute::COPY, id)} hidden="">{ui.kit_copy()}</button>" "{told(context)}</p>
            </section>
        }
    };
    let all = heads(context).into_iter().zip(forms(context.story)).enumerate().map(one);
    view! { <div id=id::SNIPPETS tabindex="-1">{all.collect_view()}</div> }.into_any()
}

fn list(context: PageContext) -> AnyView {
    let item = |page: Page<'static>| {
        view! { <li><a href=context.page.way_to(&page)>{name(context, &page)}</a></li> }
    };
    view! {
        <section class="all">
            <h2>{context.ui().kit_all()}</h2>
            <ul {..attr(attribute::FURNITURE, "")}>{embeds(context).into_iter().map(item).collect_view()}</ul>
            <p {..attr(attribute::FURNITURE, "")}><a href=format!("{}{LICENCES}", context.page.root())>{context.ui().licences()}</a></p>
        </section>
    }
    .into_any()
}
