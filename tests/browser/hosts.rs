//! Frames of the story in other people's pages, with the scripts that such pages run. The pages stand in
//! `tests/hosts`, the scripts come from npm; each page is served from another origin than the story.
//!
//! Four hosts have no package: the Guardian's `boot.js`, the listeners of Medium and of AMP's frames, and WordPress's script
//! for cards. Theirs are written after what is known of them, and said to be so in the page.

use std::fs;
use std::path::Path;

use data_story::data::check_dir;
use data_story::text::{self, Embed, Route, pages};
use serde_json::{Value, json};
use tempfile::TempDir;
use webdriver::{Sends, Server, until};

use crate::engines::in_every_engine;
use crate::page::{Page, none, serve, served, site};
use crate::some::some;
use crate::support;

/// The scripts from npm, and what the pages call them.
const SCRIPTS: [(&str, &str); 6] = [
    ("pym.js", "pym.js/dist/pym.v1.js"),
    ("frames.umd.js", "@newswire/frames/dist/frames.umd.js"),
    ("datawrapper.js", "@datawrapper/chart-core/lib/embed.js"),
    ("iframe-resizer.js", "@iframe-resizer/parent/index.umd.js"),
    ("open-iframe-resizer.js", "@open-iframe-resizer/core/dist/index.umd.cjs"),
    ("iframely.js", "@iframely/embed.js/dist/embed.js"),
];

/// A page that embeds the story, and the story's own site.
pub struct Host {
    /// The story's site.
    pub story: Server,
    pages: Server,
    folder: TempDir,
}

impl Host {
    pub fn new() -> Self {
        Self::of(site())
    }

    /// Pages that embed what this server sends.
    pub fn of(story: Server) -> Self {
        let folder = TempDir::new().unwrap();
        for (name, file) in SCRIPTS {
            fs::copy(support::path("HOSTS_PATH").join(file), folder.path().join(name)).unwrap();
        }
        let pages = serve(folder.path().into(), "/", Sends::All);
        Self { story, pages, folder }
    }

    /// The address of a page with these elements in its body.
    pub fn paste(&self, name: &str, body: &str) -> String {
        let file = format!("{name}.html");
        let head = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>A host</title>";
        fs::write(self.folder.path().join(&file), format!("{head}{body}</html>")).unwrap();
        self.pages.url(&file)
    }

    /// The address of a page of `tests/hosts`, with the story's address filled in.
    fn url(&self, name: &str) -> String {
        let story = self.story.url("");
        let page = fs::read_to_string(format!("tests/hosts/{name}.html")).unwrap();
        let page = page.replace("STORY", story.trim_end_matches('/')).replace("FIGURE", &figure());
        let file = format!("{name}.html");
        fs::write(self.folder.path().join(&file), page).unwrap();
        self.pages.url(&file)
    }
}

/// The first figure of the site that is a chart.
fn figure() -> String {
    figure_of("SITE_DIR")
}

/// The same of the site that this variable of the environment names.
fn figure_of(site: &str) -> String {
    let folder = support::path(site).join("embed");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let names = entries.filter_map(|entry| entry.unwrap().file_name().into_string().ok());
    let is_chart = |name: &String| {
        let page = fs::read_to_string(folder.join(name).join("index.html")).unwrap_or_default();
        !page.is_empty() && !page.contains("class=\"map")
    };
    let mut charts: Vec<String> = names.filter(is_chart).collect();
    charts.sort();
    charts.into_iter().next().expect("a page for a chart")
}

/// The height of the content in the frame with this number.
fn content(page: &Page, frame: usize) -> f64 {
    page.enter_frame(frame);
    let height = page.js("return document.querySelector('.embed').getBoundingClientRect().height").as_f64().unwrap();
    page.leave_frame();
    height
}

/// Waits until a frame is as high as its content, to a pixel, and has stayed so for some looks.
pub fn is_as_high_as_its_content(page: &Page, frame: usize, claim: &str) {
    let (mut calm, mut last) = (0, (0.0, 0.0));
    let told = until(|| {
        // What nobody sees a browser lets rest: frames out of sight are not laid out.
        page.js(&format!(
            "const rect = document.querySelectorAll('iframe')[{frame}].getBoundingClientRect();
             if (rect.bottom < 0 || rect.top > innerHeight) scrollBy({{top: rect.top - 100, behavior: 'instant'}})"
        ));
        let content = content(page, frame);
        let height = page.js(&format!("return document.querySelectorAll('iframe')[{frame}].clientHeight"));
        let now = (content, height.as_f64().unwrap());
        calm = if now == last && content > 100.0 && (now.1 - content).abs() <= 1.0 { calm + 1 } else { 0 };
        last = now;
        calm == 5
    });
    assert!(told, "{claim}: the content is {} px high and frame {frame} is {}; {:?}", last.0, last.1, page.console());
}

/// Makes the content of a frame higher by this much.
fn pad(page: &Page, frame: usize, padding: &str) {
    page.enter_frame(frame);
    page.js(&format!("document.querySelector('.embed').style.paddingBottom = '{padding}'"));
    page.leave_frame();
}

/// Waits until the story in a frame answers, where it has behaviour: what nobody sees does not ask for its program.
pub fn wait_for_frame(page: &Page, frame: usize) {
    page.leave_frame();
    page.js(&format!(
        "const frame = document.querySelectorAll('iframe')[{frame}], {{top, bottom}} = frame.getBoundingClientRect();
         if (bottom <= 0 || top >= innerHeight) frame.scrollIntoView({{block: 'start', behavior: 'instant'}})"
    ));
    page.enter_frame(frame);
    page.wait(
        "return document.readyState === 'complete' && location.href !== 'about:blank'
             && (document.documentElement.dataset.embed !== 'story' || 'alive' in document.documentElement.dataset)",
        "the frame answers",
    );
    page.leave_frame();
}

/// With this host every frame gets the height of its content, when that grows and when it shrinks, and nobody fails.
fn heights_follow(name: &str) {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url(name));
    for frame in [0, 1] {
        wait_for_frame(&page, frame);
        is_as_high_as_its_content(&page, frame, &format!("{name} at first"));
        if frame == 0 {
            // What a reader does changes the address in the frame, and the height.
            page.enter_frame(frame);
            page.js("shown('main a.place[data-place]')[0].click()");
            page.wait("return query('place') && shown('#place-panel .slot h4').length === 1", "a place is selected");
            page.leave_frame();
            is_as_high_as_its_content(&page, frame, &format!("{name}, with the panel"));
        }
        let before = content(&page, frame);
        pad(&page, frame, "137.4px");
        is_as_high_as_its_content(&page, frame, &format!("{name}, grown"));
        assert!(content(&page, frame) > before + 137.0);
        pad(&page, frame, "0");
        is_as_high_as_its_content(&page, frame, &format!("{name}, shrunk"));
        assert!((content(&page, frame) - before).abs() < 0.1, "as high as before");
    }
    page.resize(420, 800);
    (0..2).for_each(|frame| is_as_high_as_its_content(&page, frame, &format!("{name}, narrow")));
    none(&format!("{name} leaves no error"), &page.errors());
}

#[test]
fn a_frame_follows_its_content_under_pym() {
    heights_follow("pym");
}

#[test]
fn a_frame_follows_its_content_under_newswire_frames() {
    heights_follow("newswire");
}

#[test]
fn a_frame_follows_its_content_under_datawrappers_script() {
    heights_follow("datawrapper");
}

#[test]
fn a_frame_follows_its_content_under_iframe_resizer() {
    heights_follow("resizer");
}

#[test]
fn a_frame_follows_its_content_under_open_iframe_resizer() {
    heights_follow("open-resizer");
}

#[test]
fn a_frame_follows_its_content_under_iframelys_script_also_where_it_was_asked_for_in_another_language() {
    heights_follow("iframely");
}

#[test]
fn a_frame_follows_its_content_under_a_listener_that_throws_on_all_but_json() {
    heights_follow("guardian");
}

#[test]
fn a_frame_follows_its_content_under_a_listener_for_texts() {
    heights_follow("medium");
}

#[test]
fn a_frame_follows_its_content_under_a_listener_for_objects_and_in_a_sandbox() {
    heights_follow("amp");
}

#[test]
fn a_frame_follows_its_content_under_our_own_script_loaded_twice_and_in_a_sandbox() {
    heights_follow("ours");
}

#[test]
fn a_listener_that_comes_late_is_sent_nothing_that_it_throws_on() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url("late"));
    wait_for_frame(&page, 0);
    is_as_high_as_its_content(&page, 0, "late");
    pad(&page, 0, "200px");
    is_as_high_as_its_content(&page, 0, "late, grown");
    let heard = page.lines("return [...new Set(heard)]");
    assert_eq!(heard, ["string"], "texts alone");
    none("no error", &page.errors());
}

/// Scrolls the host until this step of the story in its first frame is at the line where steps are reached.
fn bring_to_line(page: &Page, step: &str) {
    page.enter_frame(0);
    let top = format!("return document.getElementById({step:?}).getBoundingClientRect().top");
    let top = page.js(&top).as_f64().unwrap();
    page.leave_frame();
    page.js(&format!(
        "const frame = document.querySelectorAll('iframe')[0].getBoundingClientRect();
         scrollTo({{top: scrollY + frame.top + {top} - innerHeight * .6, behavior: 'instant'}})"
    ));
}

/// The host's window moves the story in its frame: its steps, and the map that stays.
fn host_drives(name: &str) {
    let (host, page) = (Host::new(), Page::sized(1400, 900));
    page.load(&host.url(name));
    wait_for_frame(&page, 0);
    is_as_high_as_its_content(&page, 0, "told in full");
    // Where the browser alone says where the window is, it must have come to the frame.
    page.js("scrollTo({top: scrollY + document.querySelector('iframe').getBoundingClientRect().top + 20, behavior: 'instant'})");
    page.enter_frame(0);
    page.wait("return document.documentElement.dataset.mode === 'steps'", "told step by step");
    let steps = page.lines("return all('.stage:has(svg.map) .step').map(one => one.id)");
    page.leave_frame();
    is_as_high_as_its_content(&page, 0, "told step by step");
    for step in [1, 2, 4].map(|index| &steps[index]) {
        bring_to_line(&page, step);
        page.enter_frame(0);
        page.wait(
            &format!("return all('.step.active').map(one => one.id).join() === {step:?}"),
            &format!("the host's window reaches {step}"),
        );
        let map = format!(
            "const stage = document.getElementById({step:?}).closest('.stage');
             return stage.querySelector('.pinned').getBoundingClientRect().top"
        );
        let bar = "return document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0";
        let (map, bar) = (page.js(&map).as_f64().unwrap(), page.js(bar).as_f64().unwrap());
        page.leave_frame();
        let frame = page.js("return document.querySelectorAll('iframe')[0].getBoundingClientRect().top");
        let frame = frame.as_f64().unwrap();
        let [map, bar] = [map, bar].map(|edge| edge + frame);
        assert!((-1.0..900.0 / 2.0).contains(&map), "{step}: the map begins {map} px below the window's edge");
        assert!(map >= bar - 1.0 || bar <= 0.0, "{step}: the header ends at {bar}, the map begins at {map}");
    }
    none(&format!("{name} leaves no error"), &page.errors());
}

#[test]
fn pym_drives_the_scrolling_story() {
    host_drives("pym");
}

#[test]
fn our_own_script_drives_the_scrolling_story() {
    host_drives("ours");
}

#[test]
fn a_listener_that_is_asked_for_its_position_drives_the_scrolling_story() {
    host_drives("guardian");
}

#[test]
fn the_browser_drives_the_scrolling_story_where_no_host_says_where_its_window_is() {
    for name in ["datawrapper", "newswire", "resizer"] {
        host_drives(name);
    }
}

#[test]
fn what_a_hosts_own_header_covers_is_no_part_of_the_window() {
    let (host, page) = (Host::new(), Page::sized(1400, 900));
    let (story, header) = (host.story.url(""), 72.0);
    let top = format!(
        "<header style=\"position:sticky;top:0;z-index:9;height:{header}px;background:#ccc\">A paper</header>"
    );
    let frame = |attribute: &str| {
        format!(
            "{top}<iframe src=\"{story}embed/\" width=\"100%\" height=\"720\" style=\"border:0\" {attribute}></iframe>
             <script async src=\"{story}host.js\"></script>"
        )
    };
    let said_to_the_browser = format!("<style>html{{scroll-padding-top:{header}px}}</style>{}", frame(""));
    for (name, body) in [("padding", said_to_the_browser), ("attribute", frame(&format!("data-inset=\"{header}\"")))]
    {
        page.load(&host.paste(name, &body));
        wait_for_frame(&page, 0);
        page.js("scrollTo(0, 10)");
        page.enter_frame(0);
        page.wait("return document.documentElement.dataset.mode === 'steps'", "told step by step");
        let step = page.text("return all('.stage:has(svg.map) .step')[2].id");
        page.leave_frame();
        is_as_high_as_its_content(&page, 0, name);
        bring_to_line(&page, &step);
        page.enter_frame(0);
        page.wait(&format!("return all('.step.active').map(one => one.id).join() === {step:?}"), "at the step");
        let bar = page.js("return document.querySelector('header.bar').getBoundingClientRect().top");
        page.leave_frame();
        let frame = page.js("return document.querySelector('iframe').getBoundingClientRect().top");
        let below = frame.as_f64().unwrap() + bar.as_f64().unwrap() - header;
        assert!(below.abs() <= 1.0, "{name}: the story's header stands {below} px below the page's");
    }
}

#[test]
fn a_host_that_is_asked_to_goes_to_a_step_and_hears_of_it() {
    let (host, page) = (Host::new(), Page::sized(1400, 900));
    page.load(&host.url("ours"));
    wait_for_frame(&page, 0);
    page.enter_frame(0);
    page.wait("return document.documentElement.dataset.mode === 'steps'", "told step by step");
    let steps = page.lines("return all('.stage:has(svg.map) .step').map(one => one.id)");
    page.leave_frame();
    is_as_high_as_its_content(&page, 0, "told step by step");
    let step = &steps[3];
    let ask = |id: &str| {
        let message = json!({"source": "luoyang-story", "v": 1, "type": "goto", "data": {"id": id}}).to_string();
        page.js(&format!("document.querySelector('iframe').contentWindow.postMessage({message:?}, '*')"));
    };
    ask("no-such-thing");
    ask(step);
    let hears =
        format!("return heard.some(([type, data]) => type === 'step' && data.id === {step:?} && data.chapter)");
    let heard = until(|| page.js(&hears) == json!(true));
    assert!(heard, "the host hears of {step}: {}", page.js("return JSON.stringify([scrollY, heard])"));
    assert!(page.js("return scrollY").as_f64().unwrap() > 1000.0, "the host has scrolled");
    page.enter_frame(0);
    let place = page.text(
        "const link = all('.step a.place[data-place]').find(drawn);
         link.click();
         return link.dataset.place;",
    );
    page.leave_frame();
    page.wait(
        &format!("return heard.some(([type, data]) => type === 'select' && data.place === {place:?})"),
        "the host hears what is selected",
    );
    page.wait(
        &format!("return heard.some(([type, data]) => type === 'view-change' && data.url.includes('place={place}'))"),
        "and the address of what the reader sees",
    );
    let meta = page.js("return heard.find(([type]) => type === 'share-meta')[1]");
    for key in ["title", "summary", "image", "url"] {
        assert!(meta[key].as_str().is_some_and(|text| text.len() > 5), "{key} in {meta}");
    }
    assert!(meta["image"].as_str().unwrap().contains("-square."), "cards in apps are square: {meta}");
    none("no error", &page.errors());
}

#[test]
fn what_a_reader_types_in_a_frame_is_not_told_to_the_host() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url("ours"));
    wait_for_frame(&page, 0);
    page.enter_frame(0);
    // As the program says each address: with what was typed, and with what was chosen after that.
    for address in ["?q=my+private+words", "?q=my+private+words&off=rivers"] {
        page.js(&format!(
            "document.dispatchEvent(new CustomEvent('story-address', {{detail: {{address: {address:?}}}, cancelable: true}}))"
        ));
    }
    page.leave_frame();
    page.wait(
        "return heard.some(([type, data]) => type === 'view-change' && data.url.includes('off=rivers'))",
        "the host hears of the choice",
    );
    assert_eq!(page.js("return JSON.stringify(heard).includes('private')"), json!(false), "and of no word");
    none("no error", &page.errors());
}

#[test]
fn a_link_within_the_story_scrolls_a_host_that_has_told_its_position() {
    let (host, page) = (Host::new(), Page::sized(1400, 900));
    page.load(&host.url("guardian"));
    wait_for_frame(&page, 0);
    page.js("scrollTo(0, 10)");
    page.enter_frame(0);
    page.wait("return document.documentElement.dataset.mode === 'steps'", "told step by step");
    page.leave_frame();
    is_as_high_as_its_content(&page, 0, "told step by step");
    page.enter_frame(0);
    let target = page.text(
        "const link = all('header.bar a[href^=\"#\"]').findLast(one => document.querySelector(one.hash)?.matches('section'));
         link.click();
         return link.hash;",
    );
    page.leave_frame();
    page.wait("return scrollY > 2000", &format!("the host goes to {target}"));
    page.settle();
    let frame =
        page.js("return document.querySelectorAll('iframe')[0].getBoundingClientRect().top").as_f64().unwrap();
    page.enter_frame(0);
    let top =
        page.js(&format!("return document.querySelector({target:?}).getBoundingClientRect().top")).as_f64().unwrap();
    page.leave_frame();
    assert!((-200.0..450.0).contains(&(frame + top)), "{target} is {} px below the window's edge", frame + top);
    none("no error", &page.errors());
}

#[test]
fn a_host_hears_that_a_story_has_no_behaviour_and_its_page_stays() {
    let broken = served("SITE_DIR", Sends::NoWasm);
    let (host, page) = (Host::of(broken), Page::sized(1000, 800));
    page.load(&host.url("ours"));
    page.wait(
        "return heard.some(([type, data]) => type === 'error' && data.code === 'no-behaviour' && data.fallback === 'page')",
        "the host hears of it",
    );
    is_as_high_as_its_content(&page, 0, "without behaviour");
}

/// Scrolls to the end of the frame that the page has turned to.
fn is_read_to_its_end(page: &Page, claim: &str) {
    page.js("document.body.scrollTo({top: 1e7, behavior: 'instant'})");
    let end = "const end = document.querySelector('.embed').getBoundingClientRect().bottom;
        return end <= innerHeight + 1 && end > 0 && document.body.scrollWidth <= innerWidth";
    page.wait(end, &format!("{claim}: the end can be scrolled to, and nothing stands out at the side"));
}

#[test]
fn a_frame_without_a_script_around_it_scrolls_by_itself_and_cuts_nothing() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    for (name, frames) in [("bare", 3), ("policy", 1)] {
        page.load(&host.url(name));
        for frame in 0..frames {
            wait_for_frame(&page, frame);
            page.enter_frame(frame);
            page.wait("return 'scrolls' in document.documentElement.dataset", "nobody gives it a height");
            assert_eq!(page.text("return document.documentElement.dataset.mode"), "flat");
            is_read_to_its_end(&page, &format!("{name}, frame {frame}"));
            page.leave_frame();
        }
        none(&format!("{name} leaves no error"), &page.errors());
    }
}

/// Where nobody gives a figure's frame its height, that of its oEmbed document is for good: at the width that the document
/// states the figure has it.
#[test]
fn the_height_that_oembed_states_is_the_figure_s_at_that_width_give_or_take_a_quarter() {
    let mut wrong = Vec::new();
    for (variable, data) in [("SITE_DIR", "data"), ("SECOND_SITE_DIR", "examples/second-story")] {
        let (story, folder) = (check_dir(Path::new(data)).unwrap(), support::path(variable));
        let (host, page) = (Host::of(served(variable, Sends::All)), Page::wide());
        page.still();
        let is_figure = |one: &text::Page<'_>| one.is_embed() && one.chapter().is_some();
        for one in pages(&story).into_iter().filter(is_figure) {
            if matches!(one.route, Route::Embed(Embed::Chapter(_))) {
                continue;
            }
            let document = fs::read_to_string(folder.join(format!("{}oembed.json", one.path()))).unwrap();
            let document: Value = serde_json::from_str(&document).unwrap();
            let frame = document["html"].as_str().unwrap().replace(&story.head().address, &host.story.url(""));
            let [width, stated] = ["width", "height"].map(|side| document[side].as_f64().unwrap());
            assert!(frame.contains(&format!("height=\"{stated}\"")), "{}", one.path());
            page.load(&host.paste("oembed", &format!("<div style=\"width:{width}px\">{frame}</div>")));
            wait_for_frame(&page, 0);
            let height = content(&page, 0);
            let off = stated / height - 1.0;
            if off.abs() > 0.25 {
                wrong.push(format!("{variable} {}: {height} px, stated {stated}", one.path()));
            }
        }
        none("no error", &page.errors());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whoever asks with `maxwidth` gets the same document, whose frame is as wide as there is room: on a phone it may be higher than
/// was stated, and then scrolls.
#[test]
fn the_frame_of_oembed_is_read_to_its_end_in_a_column_of_a_phone() {
    let (story, folder) = (check_dir(Path::new("examples/second-story")).unwrap(), support::path("SECOND_SITE_DIR"));
    let (host, page) = (Host::of(served("SECOND_SITE_DIR", Sends::All)), Page::sized(390, 844));
    page.still();
    let (mut higher, mut lower) = (0, 0);
    for one in pages(&story).into_iter().filter(text::Page::is_embed) {
        let document = fs::read_to_string(folder.join(format!("{}oembed.json", one.path()))).unwrap();
        let document: Value = serde_json::from_str(&document).unwrap();
        let frame = document["html"].as_str().unwrap().replace(&story.head().address, &host.story.url(""));
        page.load(&host.paste(
            "column",
            &format!("<meta name=\"viewport\" content=\"width=device-width\"><body style=\"margin:0\">{frame}"),
        ));
        wait_for_frame(&page, 0);
        page.enter_frame(0);
        assert_eq!(page.js("return innerWidth"), json!(390), "{}: as wide as the column", one.path());
        page.wait(
            "return ['fits', 'scrolls'].some(one => one in document.documentElement.dataset)",
            "it knows whether it has its height",
        );
        let scrolls = page.js("return 'scrolls' in document.documentElement.dataset");
        *if scrolls == json!(true) { &mut higher } else { &mut lower } += 1;
        is_read_to_its_end(&page, &one.path());
        page.leave_frame();
    }
    assert!(higher > 2 && lower > 2, "{higher} scroll and {lower} have room");
    none("no error", &page.errors());
}

#[test]
fn a_page_that_pads_its_frames_and_forbids_other_heights_gets_a_right_one() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    let (story, figure) = (host.story.url(""), figure());
    page.load(&host.paste("padded", &format!(
        "<style>* {{ box-sizing: border-box }} iframe {{ padding: 7px; border: 3px solid; height: 100% !important }}</style>\
         <iframe src=\"{story}embed/{figure}/\" width=\"100%\" height=\"200\"></iframe><script async src=\"{story}host.js\"></script>"
    )));
    wait_for_frame(&page, 0);
    page.enter_frame(0);
    page.wait(
        "return Math.abs(innerHeight - document.querySelector('.embed').getBoundingClientRect().height) <= 1",
        "its window is as high as its content",
    );
    page.leave_frame();
    none("no error", &page.errors());
}

#[test]
fn a_frame_that_misbehaves_gets_no_height_and_makes_no_script_throw() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    let story = host.story.url("");
    page.load(&host.paste("misbehaving", &format!(
        "<iframe data-luoyang-story srcdoc=\"<p>Ours by mark alone\"></iframe><script async src=\"{story}host.js\"></script>"
    )));
    page.wait("return customElements.get('luoyang-story') !== undefined", "the script is there");
    page.js(
        r#"window.given = [];
        const frame = document.querySelector('iframe');
        new MutationObserver(() => given.push(frame.style.height)).observe(frame, {attributes: true, attributeFilter: ['style']});
        const speak = frame.contentWindow.eval(`text => parent.postMessage(text, '*')`);
        const say = (type, data) => speak(JSON.stringify({source: 'luoyang-story', v: 1, type, data}));
        for (const height of [0, -5, 1.5, 1e21, 33554432, 400001, '9', null, {}, [100]]) say('height', {height});
        for (const top of [null, '9', {}]) say('scroll-to', {top});
        for (const type of ['constructor', '__proto__', 'toString', '', null, 9]) say(type, {});
        for (const data of [null, 9, 'height', []]) say('height', data);
        for (const text of ['{', '{}', '{"source":"luoyang-story"}', 'null']) speak(text);
        say('height', {height: 321});"#,
    );
    page.wait("return given.length > 0", "what is sound is done");
    assert_eq!(page.js("return given"), json!(["321px"]), "and nothing else");
    assert_eq!(page.js("return scrollY"), json!(0));
    none("no error", &page.errors());
}

#[test]
fn what_a_sandbox_forbids_is_offered_as_text() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url("ours"));
    wait_for_frame(&page, 0);
    is_as_high_as_its_content(&page, 0, "in a sandbox");
    page.enter_frame(0);
    assert_eq!(page.text("return self.origin"), "null");
    let address = page.text(
        "const link = all('a[download]')[0];
         link.closest('details').open = true;
         link.click();
         return link.href;",
    );
    assert!(address.starts_with("http"), "a link to a file: {address:?}");
    page.wait(
        &format!("return all('.address').some(one => drawn(one) && one.textContent === {address:?})"),
        "the address stands beside the link",
    );
    assert_eq!(page.text("return getSelection().toString().trim()"), address, "and is selected");
    page.leave_frame();
    page.wait(
        &format!("return heard.some(([type, data]) => type === 'download' && data.url === {address:?})"),
        "the host hears of it",
    );
    // The browser says itself what the sandbox forbids.
    let errors: Vec<String> = page.errors().into_iter().filter(|line| !line.contains("allow-popups")).collect();
    none("no other error", &errors);
}

#[test]
fn a_host_hears_of_a_file_also_where_the_page_makes_the_picture_itself() {
    let (host, page) = (Host::of(served("SECOND_SITE_DIR", Sends::All)), Page::sized(1000, 800));
    let listen = "<script>window.heard = [];
        addEventListener('message', ({ data }) => {
            const { type, data: own } = typeof data === 'string' ? JSON.parse(data) : {};
            if (type === 'download') heard.push(own);
        });</script>";
    let address = host.story.url("embed/map/?embed=own");
    page.load(
        &host.paste("files", &format!("{listen}<iframe src=\"{address}\" width=\"100%\" height=\"700\"></iframe>")),
    );
    wait_for_frame(&page, 0);
    page.enter_frame(0);
    page.js("window.made = 0;
        const make = URL.createObjectURL;
        URL.createObjectURL = file => { made += 1; return make.call(URL, file); };
        // Nothing is saved in a test.
        HTMLAnchorElement.prototype.click = () => {};
        addEventListener('click', event => event.target.closest('a[download]') && event.preventDefault());");
    let file = page.text("return all('figure a[download]').find(one => one.href.endsWith('.png')).href");
    let ask = format!(
        "const link = all('a[download]').find(one => one.href === {file:?});
         link.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))"
    );
    for chosen in [false, true] {
        if chosen {
            page.js("shown('svg.map a.mark[data-place]')[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
            page.wait("return query('place') !== null", "a place is chosen");
        }
        page.js(&ask);
        page.wait(&format!("return made === {}", i32::from(chosen)), "what was chosen is drawn");
        page.leave_frame();
        let times = 1 + i32::from(chosen);
        page.wait(&format!("return heard.length === {times}"), "the host hears of it, once for each");
        page.enter_frame(0);
    }
    page.leave_frame();
    let name = file.rsplit('/').next().expect("a name");
    assert_eq!(page.js("return heard"), json!([{"url": file, "name": name}, {"url": file, "name": name}]));
    none("no error", &page.errors());
}

#[test]
fn strangers_and_malformed_messages_change_nothing() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url("stranger"));
    wait_for_frame(&page, 0);
    is_as_high_as_its_content(&page, 0, "beside another frame");
    let theme = |page: &Page| {
        page.enter_frame(0);
        let theme = page.js("return document.documentElement.dataset.theme ?? null");
        page.leave_frame();
        theme
    };
    let message =
        |kind: &str, data: Value| json!({"source": "luoyang-story", "v": 1, "type": kind, "data": data}).to_string();
    let dark = message("theme", json!({"theme": "dark"}));
    // 1. Another frame speaks to the story, and to the host in the story's name.
    let height = message("height", json!({"height": 9999}));
    page.enter_frame(1);
    page.js(&format!("parent.frames[0].postMessage({dark:?}, '*'); parent.postMessage({height:?}, '*')"));
    page.leave_frame();
    // 2. The host says what is no message.
    page.js(
        "for (const bad of ['', '{', 'null', '[]', '7', '{\"source\":\"luoyang-story\"}', null, undefined, 7, [], {},
              {source: 'luoyang-story', v: 1, type: 'theme', data: {theme: 'dark'}}, new ArrayBuffer(2),
              'pymxPYMx', 'pymxPYMxaxPYMxthemexPYMx{\"theme\":\"dark\"}', '[iFrameSizer]', {sentinel: 'amp'},
              JSON.stringify({source: 'luoyang-story', v: 2, type: 'theme', data: {theme: 'dark'}}),
              JSON.stringify({source: 'luoyang-story', v: 1, type: 'constructor', data: {}}),
              JSON.stringify({source: 'luoyang-story', v: 1, type: 'theme', data: null}),
              JSON.stringify({source: 'luoyang-story', v: 1, type: 'theme', data: {theme: 'sepia'}}),
              JSON.stringify({source: 'luoyang-story', v: 1, type: 'lang', data: {lang: 'fr'}}),
              JSON.stringify({source: 'luoyang-story', v: 1, type: 'goto', data: {id: {}}}),
              JSON.stringify({source: 'luoyang-story', v: 1, type: 'viewport', data: {top: 'x', height: -1}})])
             frames[0].postMessage(bad, '*');",
    );
    // 3. The host's script is told the same by a stranger.
    page.enter_frame(1);
    page.js("for (const bad of ['', '{', 'null', null, undefined, 7, {}, '{\"source\":\"luoyang-story\",\"v\":1}',
              JSON.stringify({source: 'luoyang-story', v: 1, type: 'constructor', data: {}}),
              JSON.stringify({source: 'luoyang-story', v: 1, type: 'scroll-to', data: {top: 'x'}})])
             parent.postMessage(bad, '*');");
    page.leave_frame();
    is_as_high_as_its_content(&page, 0, "after all that");
    assert_eq!(theme(&page), Value::Null);
    assert_eq!(page.js("return document.querySelectorAll('iframe')[1].clientHeight"), json!(111));
    // 4. The same from the host itself, well formed, is heard: so silence above was no deafness.
    page.js(&format!("frames[0].postMessage({dark:?}, '*')"));
    page.enter_frame(0);
    page.wait("return document.documentElement.dataset.theme === 'dark'", "the host is heard");
    page.leave_frame();
    none("no error", &page.errors());
}

#[test]
fn the_language_in_an_address_leads_to_that_page_with_all_else_that_was_asked_for() {
    let (site, page) = (site(), Page::sized(1000, 800));
    page.load(&site.url(&format!("embed/{}/?lang=en&theme=dark&chrome=0&embed=pym&childId=a", figure())));
    let there = format!("return location.pathname.startsWith('/en/embed/{}/')", figure());
    page.wait(&there, "the page in English");
    for (name, value) in [("theme", "dark"), ("chrome", "0"), ("embed", "pym"), ("childId", "a")] {
        assert_eq!(page.text(&format!("return query({name:?})")), value, "{name}");
    }
    assert_eq!(page.js("return query('lang')"), Value::Null, "and not back again");
}

#[test]
fn an_address_that_says_so_keeps_the_story_silent() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url("silent"));
    wait_for_frame(&page, 0);
    page.enter_frame(0);
    page.wait("return 'scrolls' in document.documentElement.dataset", "it scrolls by itself");
    page.leave_frame();
    assert_eq!(page.js("return heard"), json!([]));
}

#[test]
fn the_element_loads_when_it_comes_near_and_keeps_its_content_until_then() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url("element"));
    page.wait("return heard.some(([id, type]) => id === 'near' && type === 'ready')", "the near one is ready");
    page.wait("return heard.some(([id, type]) => id === 'story' && type === 'ready')", "and the one below");
    let near = "const one = document.getElementById('near');
        return one.children.length === 1 && one.firstElementChild.localName === 'iframe' && one.textContent === ''";
    assert_eq!(page.js(near), json!(true), "what stood in its stead has gone");
    let far = "return document.getElementById('far').textContent.trim()";
    assert_eq!(page.text(far), "In its stead.", "the far one is not loaded");
    assert_eq!(page.js("return document.querySelectorAll('#far iframe').length"), json!(0));
    page.js("document.getElementById('far').scrollIntoView({behavior: 'instant'})");
    page.wait("return heard.some(([id, type]) => id === 'far' && type === 'ready')", "it is ready once it is near");
    let frame = page.js("const frame = document.querySelector('#far iframe');
        return {title: frame.title, sandbox: frame.getAttribute('sandbox'), allow: frame.allow, url: frame.src}");
    assert_eq!(frame["title"], "In its stead.");
    assert!(frame["sandbox"].as_str().is_some_and(|list| !list.contains("same-origin") && !list.contains("top-")));
    assert!(frame["url"].as_str().is_some_and(|url| url.contains("/en/embed/") && url.contains("theme=dark")));
    for frame in 0..3 {
        is_as_high_as_its_content(&page, frame, "in an element");
    }
    none("no error", &page.errors());
}

#[test]
fn attributes_of_the_element_reach_the_story() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url("element"));
    page.wait("return heard.some(([id, type]) => id === 'near' && type === 'ready')", "the near one is ready");
    page.js("document.getElementById('near').setAttribute('theme', 'dark')");
    page.enter_frame(0);
    page.wait("return document.documentElement.dataset.theme === 'dark'", "the theme");
    page.leave_frame();
    page.js("document.getElementById('near').setAttribute('lang', 'en')");
    page.wait(
        "return heard.some(([id, type, data]) => id === 'near' && type === 'ready' && data.lang === 'en')",
        "the page in the other language",
    );
    page.enter_frame(0);
    page.wait("return document.documentElement.dataset.theme === 'dark'", "and it keeps the theme");
    page.leave_frame();
    is_as_high_as_its_content(&page, 0, "in the other language");
    none("no error", &page.errors());
}

#[test]
fn an_attribute_that_changes_before_the_frame_listens_is_not_lost_and_goto_leads_on() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    let script = format!("<script src=\"{}\"></script>", host.story.url("host.js"));
    page.load(&host.story.url(""));
    let chapters =
        some("chapters with steps", page.lines("return all('main > .chapter:has(.step)').map(one => one.id)"));
    let chapter = &chapters[chapters.len() / 2];
    page.load(&host.paste("early", &format!("<p>Before.</p>{script}")));
    page.js(&format!(
        "window.heard = [];
         const one = document.createElement('luoyang-story');
         for (const type of ['ready', 'step']) one.addEventListener(type, event => heard.push([type, event.detail]));
         one.setAttribute('goto', {chapter:?});
         document.body.append(one);
         const wait = () => one.frame ? one.setAttribute('theme', 'dark') : requestAnimationFrame(wait);
         wait();"
    ));
    page.wait("return heard.some(([type]) => type === 'ready')", "it is ready");
    assert!(page.text("return document.querySelector('iframe').src").ends_with(&format!("#{chapter}")));
    wait_for_frame(&page, 0);
    page.enter_frame(0);
    page.wait("return document.documentElement.dataset.theme === 'dark'", "the theme that came too early");
    page.wait("return document.documentElement.dataset.mode === 'steps'", "told step by step");
    let step = page.text(&format!("return document.querySelector('#{chapter} .step').id"));
    page.leave_frame();
    is_as_high_as_its_content(&page, 0, "told step by step");
    page.js(&format!("document.querySelector('luoyang-story').setAttribute('goto', {step:?})"));
    page.wait(
        &format!("return heard.some(([type, data]) => type === 'step' && data.id === {step:?})"),
        "the story has come to the step",
    );
    assert!(page.js("return scrollY").as_f64().unwrap() > 1000.0, "the page has scrolled");
    none("no error", &page.errors());
}

/// WordPress's listener for the frames of a card, as its script has it.
const WORDPRESS: &str = "<script>
    window.links = [];
    addEventListener('message', ({ data, source }) => {
        if (!data || !data.secret || !data.message) return;
        for (const frame of document.querySelectorAll(`iframe[data-secret='${data.secret}']`)) {
            if (frame.contentWindow !== source) continue;
            if (data.message === 'height') frame.height = Math.max(200, Math.min(1e6, data.value));
            if (data.message === 'link') links.push(data.value);
        }
    });
</script>";

#[test]
fn a_frame_follows_its_content_in_a_card_of_wordpress() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    let address = host.story.url(&format!("embed/{}/", figure()));
    page.load(&host.paste("wordpress", &format!(
        "<iframe sandbox=\"allow-scripts\" security=\"restricted\" src=\"{address}#?secret=abcdefghij\" data-secret=\"abcdefghij\" width=\"100%\" height=\"200\"></iframe>{WORDPRESS}"
    )));
    wait_for_frame(&page, 0);
    is_as_high_as_its_content(&page, 0, "in a card");
    pad(&page, 0, "137px");
    is_as_high_as_its_content(&page, 0, "in a card, grown");
    page.enter_frame(0);
    page.js("document.querySelector('.embed-foot a[href]:not([data-language], [download])').click()");
    page.leave_frame();
    page.wait("return links.length === 1 && links[0].startsWith('http')", "the host is asked to follow a link");
    none("it leaves no error", &page.errors());
}

#[test]
fn a_strangers_frame_keeps_its_size_under_datawrappers_older_script() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    let (story, other) = (host.story.url(&format!("embed/{}/", figure())), host.pages.url("embed/?v=another"));
    page.load(&host.paste(
        "older",
        &format!(
            "<iframe src=\"{other}\" height=\"315\"></iframe><iframe src=\"{story}\" width=\"100%\" height=\"400\"></iframe>
             <script>addEventListener('message', ({{ data }}) => {{
                 for (const key in data['datawrapper-height'] ?? {{}}) {{
                     const frame = document.querySelector(`iframe[src*='${{key}}']`);
                     if (frame) frame.style.height = `${{data['datawrapper-height'][key]}}px`;
                 }}
             }});</script>"
        ),
    ));
    wait_for_frame(&page, 1);
    is_as_high_as_its_content(&page, 1, "the story");
    assert_eq!(page.js("return document.querySelector('iframe').clientHeight"), json!(315), "the stranger's");
}

#[test]
fn a_stray_word_of_another_host_does_not_end_the_talk_with_ours() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    page.load(&host.url("ours"));
    wait_for_frame(&page, 1);
    is_as_high_as_its_content(&page, 1, "at first");
    page.js("const { contentWindow } = document.querySelectorAll('iframe')[1];
         contentWindow.postMessage({ sentinel: 'amp', type: 'embed-size-changed' }, '*');
         contentWindow.postMessage('[iFrameSizer]stray:0:false:false', '*');");
    for padding in ["90px", "0"] {
        pad(&page, 1, padding);
        is_as_high_as_its_content(&page, 1, padding);
    }
}

/// The elements of both stories; the second has another name now, and answers to its former one.
const ELEMENTS: [&str; 2] = ["luoyang-story", "lampford-story"];

#[test]
fn a_story_answers_to_its_own_name_and_to_its_former_one_and_to_no_other() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    let second = Server::start(support::path("SECOND_SITE_DIR"), "/", Sends::All).unwrap();
    let figure = figure_of("SECOND_SITE_DIR");
    let address = second.url(&format!("embed/{figure}/?embed=own"));
    page.load(&host.paste("names", &format!("<iframe src=\"{address}\" height=\"400\"></iframe>")));
    wait_for_frame(&page, 0);
    let say = |source: &str, theme: &str| {
        let message = json!({"source": source, "v": 1, "type": "theme", "data": {"theme": theme}}).to_string();
        page.js(&format!("document.querySelector('iframe').contentWindow.postMessage({message:?}, '*')"));
    };
    for (name, is_heard) in [("lampford-quays", true), ("lampford-story", true), ("luoyang-story", false)] {
        page.enter_frame(0);
        page.js("const root = document.documentElement;
             window.themes = [];
             new MutationObserver(() => themes.push(root.dataset.theme)).observe(root, {attributeFilter: ['data-theme']});");
        page.leave_frame();
        say(name, "dark");
        say("lampford-quays", "light");
        page.enter_frame(0);
        page.wait("return themes.at(-1) === 'light'", "its own name is heard");
        assert_eq!(page.js("return themes.includes('dark')"), json!(is_heard), "{name}");
        page.js("delete document.documentElement.dataset.theme");
        page.leave_frame();
    }
    none("no error", &page.errors());
}

#[test]
fn two_stories_on_one_page_keep_apart_in_every_order_of_their_scripts() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    let second = Server::start(support::path("SECOND_SITE_DIR"), "/", Sends::All).unwrap();
    let stories = [host.story.url(""), second.url("")];
    let figures = ["SITE_DIR", "SECOND_SITE_DIR"].map(figure_of);
    for (number, order) in [[0, 1], [1, 0]].into_iter().enumerate() {
        for asynchronous in ["", " async"] {
            let part = |at: usize| {
                let (story, figure, element) = (&stories[at], &figures[at], ELEMENTS[at]);
                format!(
                    "<iframe src=\"{story}embed/{figure}/\" width=\"100%\" height=\"400\"></iframe>
                     <{element} figure=\"{figure}\"><p>In its stead.</p></{element}><script{asynchronous} src=\"{story}host.js\"></script>"
                )
            };
            let name = format!("two-{number}{}", asynchronous.trim());
            page.load(&host.paste(&name, &order.map(part).concat()));
            page.wait(
                &format!(
                    "return document.querySelectorAll({:?}).length === 2",
                    ELEMENTS.map(|name| format!("{name} > iframe")).join(", ")
                ),
                "both elements have their frame",
            );
            for frame in 0..4 {
                wait_for_frame(&page, frame);
                is_as_high_as_its_content(&page, frame, &format!("{name}, frame {frame}"));
            }
            let shown = page.lines("return [...document.querySelectorAll('iframe')].map(frame => frame.src)");
            let expected = order.map(|at| [&stories[at]; 2]).concat();
            for (address, story) in shown.iter().zip(expected) {
                assert!(address.starts_with(story.as_str()), "{name}: expected a frame of {story}, found {address}");
            }
            none(&format!("{name} leaves no error"), &page.errors());
        }
    }
}

#[test]
fn a_frame_of_another_folder_of_the_storys_host_is_a_strangers() {
    let (host, page) = (Host::new(), Page::sized(1000, 800));
    // A page of the same host that is not below the story's folder says that it is as high as a tower.
    let scratch = TempDir::new().unwrap();
    let folder = scratch.path();
    fs::create_dir_all(folder.join("story")).unwrap();
    fs::create_dir_all(folder.join("other")).unwrap();
    fs::copy(support::path("SITE_DIR").join("host.js"), folder.join("story/host.js")).unwrap();
    let words = r#"JSON.stringify({ source: "luoyang-story", v: 1, type: "height", data: { height: 777 } })"#;
    for place in ["other", "story"] {
        let speaks = format!("<!doctype html><script>parent.postMessage({words}, '*')</script>");
        fs::write(folder.join(place).join("index.html"), speaks).unwrap();
    }
    let below = Server::start(folder.into(), "/", Sends::All).unwrap();
    let (own, other) = (below.url("story/"), below.url("other/"));
    page.load(&host.paste(
        "below",
        &format!("<script src=\"{own}host.js\"></script><iframe src=\"{other}\" height=\"150\"></iframe><iframe src=\"{own}\" height=\"150\"></iframe>"),
    ));
    page.wait("return document.querySelectorAll('iframe')[1].clientHeight === 777", "the story's own is heard");
    assert_eq!(page.js("return document.querySelector('iframe').clientHeight"), json!(150), "the other's is not");
}

in_every_engine![
    the_browser_drives_the_scrolling_story_where_no_host_says_where_its_window_is,
    a_host_hears_that_a_story_has_no_behaviour_and_its_page_stays,
    a_host_that_is_asked_to_goes_to_a_step_and_hears_of_it,
    our_own_script_drives_the_scrolling_story,
    what_a_sandbox_forbids_is_offered_as_text
];
