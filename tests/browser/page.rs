//! The page as a reader meets it: looks, points, taps, types. Every look that may come too early waits.
//!
//! Browsers are shared: a test that has passed leaves its browser, made as good as new, to the next. One that fails leaves
//! a picture and what the page said in the folder named by FAILURES_DIR, and its browser to nobody.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use webdriver::{Driver, Engine, Media, Sends, Server, Size};

use crate::{engines, support};

/// Keys by their WebDriver code points.
pub mod key {
    pub const TAB: &str = "\u{E004}";
    pub const ENTER: &str = "\u{E007}";
    pub const SHIFT: &str = "\u{E008}";
    pub const ALT: &str = "\u{E00A}";
    pub const ESCAPE: &str = "\u{E00C}";
    pub const END: &str = "\u{E010}";
    pub const HOME: &str = "\u{E011}";
    pub const LEFT: &str = "\u{E012}";
    pub const UP: &str = "\u{E013}";
    pub const PAGE_UP: &str = "\u{E00E}";
    pub const PAGE_DOWN: &str = "\u{E00F}";
    pub const RIGHT: &str = "\u{E014}";
    pub const DOWN: &str = "\u{E015}";
}

/// The two languages and their pages.
pub const PAGES: [&str; 2] = ["", "en/index.html"];

/// What tells whether an element is drawn.
const DRAWN: &str = "
    const drawn = element => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;";

/// Functions for every script: `shown` finds elements that are drawn, `some` fails where there are none, of which anything
/// would hold, `spot` a point of one that nothing covers.
pub const TOOLS: &str = "
    const all = selector => [...document.querySelectorAll(selector)];
    const shown = selector => all(selector).filter(drawn);
    const some = list => { if (!list.length) throw new Error('there is nothing to look at'); return list; };
    const text = element => element ? element.textContent.replace(/\\s+/g, ' ').trim() : null;
    const focused = () => document.activeElement;
    const query = name => new URL(location).searchParams.get(name);
    const called = element => {
        if (!element) return 'nothing';
        const map = element.closest('.map-figure'), id = element.id ? '#' + element.id : '';
        const data = [...element.attributes].filter(a => /^data-|^href$/.test(a.name)).map(a => `[${a.name}=\"${a.value}\"]`);
        const mark = typeof element.className === 'string' ? element.className : element.getAttribute('class') ?? '';
        return (map ? '#' + map.id + ' ' : '') + element.localName + id + mark.split(/\\s+/).filter(Boolean).map(c => '.' + c).join('') + data.join('');
    };
    const spotHere = element => {
        for (const rect of element.getClientRects())
            for (const n of [2, 3, 4, 6, 9, 14, 22])
                for (let i = 1; i < n; i++)
                    for (let j = 1; j < n; j++) {
                        const [x, y] = [rect.left + rect.width * i / n, rect.top + rect.height * j / n].map(Math.floor);
                        if (element.contains(document.elementFromPoint(x, y))) return [x, y];
                    }
        return null;
    };
    // Scrolls only if it must: a reader who sees the header's link does not scroll to it.
    const spot = element => {
        const here = spotHere(element);
        if (here) return here;
        element.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});
        // Firefox leaves a part of a drawing where it is.
        const {top, bottom} = element.getBoundingClientRect();
        if (top > innerHeight || bottom < 0) scrollBy({top: (top + bottom - innerHeight) / 2, behavior: 'instant'});
        return spotHere(element);
    };
";

/// A page in a browser.
pub struct Page {
    driver: Option<Driver>,
    /// Whether the browser is this test's alone.
    own: bool,
}

/// A site of this project on a server, whole and at the server's root.
pub fn site() -> Server {
    served("SITE_DIR", Sends::All)
}

/// The site of the invented city, which has less of everything.
pub fn second_site() -> Server {
    served("SECOND_SITE_DIR", Sends::All)
}

/// The site that this variable of the environment names, at the server's root.
pub fn served(variable: &str, sends: Sends) -> Server {
    serve(support::path(variable), "/", sends)
}

/// Serves a folder under a path. Where the browser does not tell what it has complained of, pages keep it themselves.
pub fn serve(folder: PathBuf, under: &'static str, sends: Sends) -> Server {
    let start = if engines::current() == Engine::Chromium { Server::start } else { Server::start_listening };
    start(folder, under, sends).unwrap()
}

impl Page {
    /// A browser as wide as a desk.
    pub fn wide() -> Self {
        Self::sized(1440, 900)
    }

    /// A phone: narrow, and in Chromium touched.
    pub fn phone() -> Self {
        let page = Self::sized(390, 844);
        if engines::current() == Engine::Chromium {
            page.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": true, "maxTouchPoints": 1}));
        }
        page
    }

    /// A browser of this size.
    pub fn sized(width: u32, height: u32) -> Self {
        let page = Self { driver: Some(engines::browser()), own: false };
        page.resize(width, height);
        page
    }

    /// As wide as a desk, in a browser that keeps pages for whoever goes back.
    pub fn keeping() -> Self {
        let page = Self { driver: Some(engines::keeping_browser()), own: true };
        page.resize(1440, 900);
        page
    }

    fn driver(&self) -> &Driver {
        self.driver.as_ref().expect("a page has its browser until it is dropped")
    }

    /// What the page shows and says, for whoever reads about the failure.
    fn keep_what_is_there(&self, folder: &Path) -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let put = |name: &str, bytes: Result<Vec<u8>, String>| {
            // What the browser cannot say any more is the more interesting.
            fs::write(folder.join(name), bytes.unwrap_or_else(String::into_bytes))
        };
        let driver = self.driver();
        put("window.png", driver.window_picture())?;
        let script = |script: &str| driver.script(script).map(|value| value.as_str().unwrap_or_default().into());
        put("address.txt", script("return location.href"))?;
        put("page.html", script("return document.documentElement.outerHTML"))?;
        let log = said(driver);
        put("console.json", log.map(|log| format!("{log:#}").into_bytes()))
    }

    /// Changes the size; a window of its own cannot be narrower than 500 pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.driver().resize(Size { width, height }).unwrap();
    }

    /// Asks for dark colours, or for light ones.
    pub fn dark(&self, dark: bool) {
        self.media(Media { dark, ..Media::default() });
    }

    /// Changes what the page is shown on.
    pub fn media(&self, media: Media) {
        self.driver().emulate(media).unwrap();
    }

    /// The page as a PDF, from a printer whose own paper is so many inches wide and high.
    pub fn pdf(&self, paper: [f64; 2]) -> Vec<u8> {
        self.driver().pdf(paper).unwrap()
    }

    /// Has a wish of the reader's system.
    pub fn prefer(&self, what: &str, value: &str) {
        let features = json!([{"name": what, "value": value}]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features}));
    }

    /// From now on the reader wishes for little motion, in Chromium: for tests of where things come to stand. On the way
    /// there the browser paints the map sixty times a second, which is most of what a step costs.
    pub fn still(&self) {
        if engines::current() == Engine::Chromium {
            self.prefer("prefers-reduced-motion", "reduce");
        }
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub fn devtools(&self, name: &str, params: Value) -> Value {
        self.driver().devtools(name, params).unwrap()
    }

    /// Runs a script in every document that is loaded from now on, before its own.
    pub fn before_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": script}));
    }

    /// Loads an address anew; returns when the document is there.
    pub fn load(&self, url: &str) {
        self.driver().load(url).unwrap();
    }

    /// The same without the page's scripts: what it has not run by then it will not run later; from then on only the test does.
    pub fn load_without_scripts(&self, url: &str) {
        let disable = |value: bool| self.devtools("Emulation.setScriptExecutionDisabled", json!({"value": value}));
        disable(true);
        self.load(url);
        disable(false);
    }

    /// Goes on from this page to an address of the same site, as a link would; returns when the document is there.
    pub fn go_to(&self, path: &str) {
        let url = self.text(&format!("return new URL({path:?}, location.href).href"));
        self.driver().command("url", json!({"url": url})).unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Goes back to the page before; returns when it is there.
    pub fn go_back(&self) {
        self.driver().command("back", json!({})).unwrap_or_else(|error| panic!("back: {error}"));
    }

    /// Loads the page again, as its reader would; returns when the document is there.
    pub fn load_again(&self) {
        self.driver().command("refresh", json!({})).unwrap_or_else(|error| panic!("refresh: {error}"));
    }

    /// Loads an address anew and waits until the page answers.
    pub fn open(&self, url: &str) {
        self.load(url);
        self.wait_until_alive();
    }

    /// Waits until the program answers.
    pub fn wait_until_alive(&self) {
        self.driver()
            .wait_until_alive()
            .unwrap_or_else(|error| panic!("{error}\nat {}\nconsole {:?}", self.address(), self.console()));
    }

    /// The result of a script, which may use the functions in `TOOLS`.
    pub fn js(&self, script: &str) -> Value {
        self.driver()
            .script(&format!("{DRAWN}{TOOLS}{script}"))
            .unwrap_or_else(|error| panic!("{error}\nin: {script}"))
    }

    /// The lines that a script returns, for tests that expect none.
    pub fn lines(&self, script: &str) -> Vec<String> {
        lines(&self.js(script))
    }

    /// The text that a script returns; empty if it is none.
    pub fn text(&self, script: &str) -> String {
        self.js(script).as_str().unwrap_or_default().to_owned()
    }

    /// The result of a script that calls `done` with it.
    pub fn js_later(&self, script: &str) -> Value {
        let script = format!("{DRAWN}{TOOLS}const done = arguments[arguments.length - 1];{script}");
        self.driver().script_later(&script).unwrap_or_else(|error| panic!("{error}\nin: {script}"))
    }

    /// Waits until a script returns something true; `claim` says what did not come about.
    pub fn wait(&self, script: &str, claim: &str) {
        if let Err(last) = self.driver().wait(&format!("{DRAWN}{TOOLS}{script}")) {
            let (address, console) = (self.address(), self.console());
            panic!("waited in vain for: {claim}\n{script}\n{last}\nat {address}\nconsole {console:?}");
        }
    }

    /// Waits until the page has stood still for some frames: where it is scrolled to, how long it is, what its maps show.
    /// Of a page that answers, or has failed to, all drawings are laid out then.
    pub fn settle(&self) {
        self.js_later(
            "let last, calm = 0;
             const look = () => {
                 const now = [scrollX, scrollY, document.documentElement.scrollHeight, all('.moving').length ? calm : 0].join();
                 const {alive, failed} = document.documentElement.dataset;
                 const waits = (alive ?? failed) !== undefined && document.querySelector('[data-later] :is(main > .chapter, svg.map):not(.laid-out)');
                 calm = now === last && !waits ? calm + 1 : 0;
                 last = now;
                 calm > 3 ? done(true) : requestAnimationFrame(look);
             };
             document.fonts.ready.then(look);",
        );
    }

    /// What has moved in the settled page since it was loaded, and by how much.
    pub fn shifts(&self) -> Vec<String> {
        self.settle();
        self.lines(
            "const observer = new PerformanceObserver(() => {});
             observer.observe({type: 'layout-shift', buffered: true});
             const place = rect => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(' ');
             const way = one => `${one.node && called(one.node.parentElement ?? one.node)} from ${place(one.previousRect)} to ${place(one.currentRect)}`;
             return observer.takeRecords().map(entry => `${entry.value} at ${Math.round(entry.startTime)} ms: ${entry.sources.map(way).join(', ')}`);",
        )
    }

    /// The address in the address bar.
    pub fn address(&self) -> String {
        self.text("return location.href")
    }

    /// Errors and warnings since the last look.
    pub fn console(&self) -> Vec<String> {
        let log = said(self.driver()).unwrap_or_else(|error| panic!("log: {error}"));
        let bad = |line: &&Value| matches!(line["level"].as_str(), Some("SEVERE" | "WARNING"));
        let lines = log.as_array().expect("a list of lines").iter().filter(bad);
        lines.map(|line| format!("{} {}: {}", line["level"], line["source"], line["message"])).collect()
    }

    /// Errors since the last look, without warnings: what a host's own script warns of is its own affair.
    pub fn errors(&self) -> Vec<String> {
        self.console().into_iter().filter(|line| line.contains("SEVERE")).collect()
    }

    /// Turns to a frame of the page, by its number from nought; all that follows is about that frame.
    pub fn enter_frame(&self, number: usize) {
        self.leave_frame();
        let answer = self.driver().command("frame", json!({"id": number}));
        answer.unwrap_or_else(|error| panic!("frame {number}: {error}"));
    }

    /// Turns back to the page itself.
    pub fn leave_frame(&self) {
        self.driver().command("frame", json!({"id": null})).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Presses a key.
    pub fn press(&self, key: &str) {
        self.actions(json!([{"type": "key", "id": "keys", "actions": [
            {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key},
        ]}]));
    }

    /// Presses a key while Shift is down.
    pub fn press_with_shift(&self, key: &str) {
        self.press_with(key::SHIFT, key);
    }

    /// Presses a key while another is down.
    pub fn press_with(&self, held: &str, key: &str) {
        self.actions(json!([{"type": "key", "id": "keys", "actions": [
            {"type": "keyDown", "value": held}, {"type": "keyDown", "value": key},
            {"type": "keyUp", "value": key}, {"type": "keyUp", "value": held},
        ]}]));
    }

    /// Clicks with the mouse on the first drawn element that matches, where nothing covers it.
    pub fn click(&self, selector: &str) {
        self.point("mouse", selector);
    }

    /// Taps with a finger on the first drawn element that matches, where nothing covers it; in other engines than Chromium
    /// with the mouse.
    pub fn tap(&self, selector: &str) {
        self.point(if engines::current() == Engine::Chromium { "touch" } else { "mouse" }, selector);
    }

    fn point(&self, with: &str, selector: &str) {
        let spot = self.spot(selector);
        self.point_at(with, spot);
    }

    /// A point of the first drawn element that matches, in pixels of the window, after scrolling to it.
    pub fn spot(&self, selector: &str) -> [i64; 2] {
        self.settle();
        let here = "const rest = scrollX + ' ' + scrollY, here = element && spot(element);";
        let scrolled = self
            .js(&format!("const element = shown({selector:?})[0]; {here} return rest !== scrollX + ' ' + scrollY"));
        if scrolled == json!(true) {
            // It may still move: a map has come into sight.
            self.settle();
        }
        let value = self.js(&format!(
            "const element = shown({selector:?})[0]; if (!element) return 'not drawn';
             return spot(element) ?? 'covered by ' + called((() => {{
                 const r = element.getBoundingClientRect();
                 return document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
             }})());"
        ));
        match (value[0].as_i64(), value[1].as_i64()) {
            (Some(x), Some(y)) => [x, y],
            _ => panic!("no point of {selector} can be hit: {value}, at {}", self.address()),
        }
    }

    /// Clicks or taps at a point.
    pub fn point_at(&self, with: &str, [x, y]: [i64; 2]) {
        self.actions(json!([{"type": "pointer", "id": with, "parameters": {"pointerType": with}, "actions": [
            {"type": "pointerMove", "x": x, "y": y, "origin": "viewport"},
            {"type": "pointerDown", "button": 0}, {"type": "pause", "duration": 30}, {"type": "pointerUp", "button": 0},
        ]}]));
    }

    /// Lets the mouse rest at a point.
    pub fn rest_at(&self, [x, y]: [i64; 2]) {
        self.actions(json!([{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [
            {"type": "pointerMove", "x": x, "y": y, "origin": "viewport"},
        ]}]));
    }

    /// Taps twice at a point, at times that the events say: those at which a busy machine sends them would be others.
    pub fn double_tap(&self, [x, y]: [i64; 2]) {
        let begun = self.js("return Date.now() / 1000").as_f64().expect("a time");
        for (kind, seconds) in [("touchStart", 0.0), ("touchEnd", 0.03), ("touchStart", 0.09), ("touchEnd", 0.12)] {
            let points = if kind == "touchStart" { json!([{"x": x, "y": y}]) } else { json!([]) };
            let event = json!({"type": kind, "touchPoints": points, "timestamp": begun + seconds});
            self.devtools("Input.dispatchTouchEvent", event);
        }
    }

    fn actions(&self, actions: Value) {
        let answer = self.driver().command("actions", json!({"actions": actions}));
        answer.unwrap_or_else(|error| panic!("{error}\nin: {actions}"));
    }

    /// Gives an element the focus, as a step before a key.
    pub fn focus(&self, selector: &str) {
        self.js(&format!("shown({selector:?})[0].focus()"));
    }
}

/// What the browser has complained of since the last look; where it does not tell, what the page has kept.
fn said(driver: &Driver) -> Result<Value, String> {
    match driver.engine() {
        Engine::Chromium => driver.command("se/log", json!({"type": "browser"})),
        Engine::Firefox | Engine::WebKit => driver.script("return complaints.splice(0)"),
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let kept = free_folder().map_or(Ok(()), |free| self.keep_what_is_there(&free));
            kept.unwrap_or_else(|error| eprintln!("what the page showed is lost: {error}"));
        }
        if let Some(driver) = self.driver.take() {
            engines::give_back(driver, !self.own && !std::thread::panicking());
        }
    }
}

/// Where a test that fails leaves what it saw.
pub fn free_folder() -> Option<PathBuf> {
    // The harness names its threads after the tests.
    let name = std::thread::current().name().unwrap_or("a test").replace("::", "-");
    let folder = support::path("FAILURES_DIR");
    // A test may have more than one page, and a list of them is dropped one after the other.
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.clone()).chain(numbered).map(|name| folder.join(name)).find(|folder| !folder.exists())
}

/// The lines in a list that a script returned.
#[track_caller]
pub fn lines(list: &Value) -> Vec<String> {
    let lines = list.as_array().unwrap_or_else(|| panic!("expected a list, got {list}"));
    lines.iter().map(|line| line.as_str().map_or_else(|| line.to_string(), str::to_owned)).collect()
}

/// Fails with all lines if there are any.
#[track_caller]
pub fn none(claim: &str, lines: &[String]) {
    assert!(lines.is_empty(), "{claim}, but:\n  {}", lines.join("\n  "));
}
