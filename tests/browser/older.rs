//! The page in Chromiums of former years, which readers have in the web views of messengers and other programs.
//!
//! 90 does not know the content policy's word for WebAssembly, so no program starts and the finished page is what readers have;
//! 103 knows neither `:has()` nor `svh`, 109 no `color-mix()`, 122 scroll timelines but not all of today's typography. What
//! is asked here is what an engine that passes over a rule or a function takes away first: the look, the program, steps,
//! a choice. Today's driver starts none of them, and of the protocol by which they are told what to do they know less than today's.
//!
//! Steps that pass beside a map are those of the first story, whose chapters are longer.

use std::fs;

use serde_json::{Value, json};
use webdriver::{OlderChromium, Size};

use crate::page::{PAGES, TOOLS, free_folder, lines, none, second_site, site};
use crate::support;

/// What messengers add to an address that is passed on.
const ADDED: &str = "from=singlemessage&isappinstalled=0&utm_source=wechat&utm_medium=social&nsukey=a%2Bb%3D";

/// A phone and a desk.
const PHONE: Size = Size { width: 390, height: 844 };
const DESK: Size = Size { width: 1280, height: 800 };

/// What tells whether an element is drawn, where it cannot be asked itself.
const DRAWN: &str = "const drawn = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';";

/// How the page lacks its look: what is not as its style sheet has it. A view that waits for its step has its room all the same.
const LACKS: &str = "
    const root = document.documentElement, style = one => getComputedStyle(one);
    const isGround = colour => /^rgb\\(/.test(colour) && !['rgb(255, 255, 255)', 'rgb(0, 0, 0)'].includes(colour);
    const isTint = colour => /[,/] 0?\\.\\d+\\)$/.test(colour);
    const laid = one => one.getClientRects().length > 0;
    const land = all('.land.own').filter(laid), tinted = all('.region.tinted').filter(laid), views = all('.map-figure .view').filter(laid);
    return [
        ...isGround(style(root).backgroundColor) ? [] : ['the ground is ' + style(root).backgroundColor],
        .../Times/.test(style(document.body).fontFamily) ? ['the letters are the browser’s'] : [],
        ...land.length && tinted.length && views.length > 3 ? [] : [`${land.length} lands, ${tinted.length} tinted regions, ${views.length} views`],
        ...[...land, ...tinted].filter(one => !isTint(style(one).fill)).map(one => `${called(one)} is ${style(one).fill}`).slice(0, 5),
        ...views.filter(one => [...one.querySelectorAll('svg.map')].filter(laid).length !== 1).map(one => called(one) + ' shows not one map'),
        ...all('svg.map').filter(laid).filter(one => one.getBoundingClientRect().height < 200 || one.getBoundingClientRect().width < 300)
            .map(one => `${called(one)} is ${one.getBoundingClientRect().width} × ${one.getBoundingClientRect().height}`),
        ...root.scrollWidth > root.clientWidth || innerWidth !== screenWidth ? [`${root.scrollWidth} px wide in ${innerWidth}, of ${screenWidth}`] : [],
    ];";

/// Whether the card of this id is open and seen.
fn is_open(card: &str) -> String {
    format!(
        "const card = document.querySelector(':target'), rect = card && card.getBoundingClientRect();
         return !!card && card.id === {card:?} && getComputedStyle(card).position === 'fixed'
             && rect.top >= 0 && rect.bottom <= innerHeight && rect.height > 60;"
    )
}

/// The page in such a browser, which is ended with it.
struct Page {
    browser: OlderChromium,
    size: Size,
}

impl Page {
    /// In the browser of this name, such as `chromium_90`.
    fn of(name: &str, size: Size) -> Self {
        let program = support::path("OLDER_CHROMIUMS").join(name.replace('_', "-")).join("chromium");
        let browser = OlderChromium::start(&program).unwrap_or_else(|error| panic!("{name}: {error}"));
        browser.resize(size).unwrap();
        Self { browser, size }
    }

    /// A phone, and then a desk.
    fn both(name: &str) -> impl Iterator<Item = Self> {
        [PHONE, DESK].into_iter().map(move |size| Self::of(name, size))
    }

    /// Loads an address, and waits until the program answers or has failed to.
    fn load(&self, url: &str) {
        self.browser.load(url).unwrap();
        self.wait(
            "const {alive, failed} = document.documentElement.dataset; return (alive ?? failed) !== undefined",
            url,
        );
    }

    /// Loads an address, and waits until the program answers.
    fn open(&self, url: &str) {
        self.load(url);
        assert!(self.is_alive(), "{url}: no program, {:?}", self.browser.complaints());
    }

    /// Loads an address while no script may run. What the page has not run then it will not run later; the test does.
    fn load_without_scripts(&self, url: &str) {
        let allow = |is_forbidden: bool| {
            let value = json!({"value": is_forbidden});
            self.browser.devtools("Emulation.setScriptExecutionDisabled", value).unwrap();
        };
        allow(true);
        self.browser.load(url).unwrap();
        allow(false);
        assert!(!self.is_alive(), "{url}: a script has run");
    }

    fn is_alive(&self) -> bool {
        self.js("return 'alive' in document.documentElement.dataset") == json!(true)
    }

    fn with_tools(&self, script: &str) -> String {
        format!("{DRAWN}{TOOLS}const screenWidth = {};{script}", self.size.width)
    }

    fn js(&self, script: &str) -> Value {
        let result = self.browser.script(&self.with_tools(script));
        result.unwrap_or_else(|error| panic!("{error}\nin: {script}"))
    }

    fn lines(&self, script: &str) -> Vec<String> {
        lines(&self.js(script))
    }

    #[track_caller]
    fn wait(&self, script: &str, claim: &str) {
        if let Err(last) = self.browser.wait(&self.with_tools(script)) {
            let address = self.browser.script("return location.href");
            let complaints = self.browser.complaints();
            panic!("waited in vain for: {claim}\n{script}\n{last}\nat {address:?}\ncomplaints {complaints:?}");
        }
    }

    /// Waits until the page has stood still for some frames.
    fn settle(&self) {
        self.js("return new Promise(done => {
            let last, calm = 0;
            const look = () => {
                const now = [scrollX, scrollY, document.documentElement.scrollHeight, all('.moving').length ? calm : 0].join();
                calm = now === last ? calm + 1 : 0;
                last = now;
                calm > 3 ? done(true) : requestAnimationFrame(look);
            };
            document.fonts.ready.then(look);
        })");
    }

    /// Taps the first drawn element that matches, where nothing covers it; on a desk it is clicked.
    #[track_caller]
    fn tap(&self, selector: &str) {
        self.wait(&format!("return shown({selector:?}).length > 0"), selector);
        // Looked for again once it has come to rest: a map may still move when it comes into sight.
        self.js(&format!("spot(shown({selector:?})[0])"));
        self.settle();
        let spot = self.js(&format!("return spot(shown({selector:?})[0])"));
        let (Some(x), Some(y)) = (spot[0].as_i64(), spot[1].as_i64()) else { panic!("{selector} is covered") };
        self.browser.point_at(self.size == PHONE, [x, y]).unwrap();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let Some(folder) = free_folder() else { return };
        let picture = self.browser.window_picture().unwrap_or_else(String::into_bytes);
        let kept = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("window.png"), picture));
        kept.unwrap_or_else(|error| eprintln!("what the page showed is lost: {error}"));
    }
}

/// Has each of these tests run in these browsers, as `chromium_90::name`.
macro_rules! in_older {
    ($($browser:ident: $($test:ident),*);* $(;)?) => {
        $(mod $browser {
            $(#[test]
            fn $test() {
                super::$test(stringify!($browser));
            })*
        })*
    };
}

/// The addresses of the story in both languages, as somebody passes them on, with more before what a messenger adds.
fn passed_on(before: &str) -> [String; 2] {
    PAGES.map(|file| format!("{file}?{before}{ADDED}"))
}

fn the_page_has_its_look_and_answers(browser: &str) {
    let site = second_site();
    for page in Page::both(browser) {
        for address in PAGES.map(str::to_owned).into_iter().chain(passed_on("")).chain(passed_on("mode=flat&")) {
            page.open(&site.url(&address));
            none(&format!("{browser}, {} px, {address:?}: the look", page.size.width), &page.lines(LACKS));
            none("complaints", &page.browser.complaints());
        }
    }
}

fn the_page_has_its_look_where_no_program_starts(browser: &str) {
    let site = second_site();
    for page in Page::both(browser) {
        for address in PAGES.map(str::to_owned).into_iter().chain(passed_on("")).chain(passed_on("mode=steps&")) {
            page.load(&site.url(&address));
            assert!(!page.is_alive(), "{browser} starts the program: it is more than README.md says");
            none(&format!("{browser}, {} px, {address:?}: the look", page.size.width), &page.lines(LACKS));
            none(
                "a control that would not answer",
                &page.lines("return shown('[data-mode-to], .zoom button').map(called)"),
            );
            assert_eq!(page.js("return document.documentElement.dataset.mode ?? null"), json!(null), "told in full");
        }
    }
}

fn the_page_has_its_look_without_scripts_and_opens_cards(browser: &str) {
    let site = second_site();
    for page in Page::both(browser) {
        for file in PAGES {
            page.load_without_scripts(&site.url(file));
            none(&format!("{browser}, {} px, {file:?}: the look", page.size.width), &page.lines(LACKS));
            opens_cards(&page);
        }
    }
}

fn a_tap_opens_cards_where_no_program_starts(browser: &str) {
    let site = second_site();
    for page in Page::both(browser) {
        for address in passed_on("") {
            page.load(&site.url(&address));
            opens_cards(&page);
        }
    }
}

/// A mark, a division in open land and a number open their cards, which links do.
#[track_caller]
fn opens_cards(page: &Page) {
    for (link, card) in [
        ("#map-quays a.mark[data-place=moon-quay]", "p-moon-quay"),
        ("#map-opening a.region[data-place='stone']", "p-stone"),
        ("#crafts .steps a[data-fact=tide-light-lit]", "f-tide-light-lit"),
    ] {
        page.tap(link);
        page.wait(&is_open(card), &format!("{card} is open"));
        page.js("location.hash = '-'");
        page.wait("return shown('.cards article').length === 0", "it is closed again");
    }
}

/// The steps of the chapter in which a step has a map of its own, but for the first, at which the map may still be on its way up.
fn steps(page: &Page) -> Vec<String> {
    let steps = page.lines(
        "const stage = document.querySelector('.stage .view[data-step]').closest('.stage');
         return [...stage.querySelectorAll('.step')].map(one => one.id).slice(1);",
    );
    assert!(steps.len() > 1, "{steps:?}");
    steps
}

/// Brings a step to where it is read. What comes late above it may move the page: it is gone to again at each look.
fn go_to(step: &str) -> String {
    format!(
        "const top = document.getElementById({step:?}).getBoundingClientRect().top;
         if (Math.abs(top - innerHeight * .6) > 2) scrollBy({{top: top - innerHeight * .6, behavior: 'instant'}});"
    )
}

/// How the map beside a step is not as it should be: held within the window, and the only one.
fn beside(step: &str) -> String {
    format!(
        "const stage = document.getElementById({step:?}).closest('.stage'), pinned = stage.querySelector('.pinned');
         const own = stage.querySelector('.view[data-step={step:?}]') ?? stage.querySelector('.view:not([data-step])');
         const drawing = [...stage.querySelectorAll('.drawings')].find(drawn).getBoundingClientRect();
         const seen = [...stage.querySelectorAll('.view')].filter(drawn);
         const faults = [
             ...getComputedStyle(pinned).position === 'sticky' ? [] : ['the map does not hold'],
             ...drawing.top >= 0 && drawing.bottom <= innerHeight && drawing.height > 200 && drawing.height < innerHeight * .85
                 ? [] : [`the map is seen from ${{drawing.top}} to ${{drawing.bottom}}`],
             ...seen.length === 1 && seen[0] === own ? [] : [seen.length + ' maps: ' + seen.map(called).join()],
         ];"
    )
}

/// Where the map beside a step begins.
fn top_of_map(page: &Page, step: &str) -> Value {
    page.js(&format!("{} return Math.round(pinned.getBoundingClientRect().top)", beside(step)))
}

#[track_caller]
fn all_the_same(claim: &str, places: &[Value]) {
    assert!(places.iter().all(|one| *one == places[0]), "{claim}: {places:?}");
}

fn steps_pass_while_one_map_holds(browser: &str) {
    let site = site();
    for page in Page::both(browser) {
        for address in passed_on("mode=steps&") {
            page.open(&site.url(&address));
            let mut tops = Vec::new();
            for step in steps(&page) {
                let go = go_to(&step);
                page.wait(&format!("{go} return all('.step.active').map(one => one.id).join() === {step:?}"), &step);
                page.wait("return all('.moving').length === 0", "the map has come to rest");
                none(
                    &format!("{step}, {} px", page.size.width),
                    &page.lines(&format!("{} return faults", beside(&step))),
                );
                tops.push(top_of_map(&page, &step));
            }
            all_the_same(&format!("{browser}, {address}: where the map stands"), &tops);
        }
    }
}

fn steps_pass_while_one_map_holds_without_scripts(browser: &str) {
    let site = site();
    let page = Page::of(browser, DESK);
    for file in PAGES {
        page.load_without_scripts(&site.url(file));
        let mut tops = Vec::new();
        for step in steps(&page) {
            let (go, beside) = (go_to(&step), beside(&step));
            page.wait(&format!("{go} {beside} return faults.length === 0"), &format!("one map beside {step}"));
            tops.push(top_of_map(&page, &step));
        }
        all_the_same(&format!("{browser}, {file:?}: where the map stands"), &tops);
    }
}

fn a_division_is_chosen_by_its_address_and_by_tap(browser: &str) {
    let site = second_site();
    for page in Page::both(browser) {
        for address in passed_on("place=upper&") {
            page.open(&site.url(&address));
            is_chosen(&page, "upper");
        }
        for address in passed_on("mode=flat&") {
            page.open(&site.url(&address));
            page.tap("#map-opening a.region[data-place='stone']");
            is_chosen(&page, "stone");
            none("complaints", &page.browser.complaints());
        }
    }
}

/// Waits until a division is chosen, and checks that its panel says its name and the map shows it.
#[track_caller]
fn is_chosen(page: &Page, id: &str) {
    page.wait(
        &format!("return query('place') === {id:?} && shown('#place-panel .slot h4').length === 1"),
        "its panel",
    );
    page.settle();
    none(
        &format!("{id} is chosen, at {} px", page.size.width),
        &page.lines(&format!(
            "const name = text(document.querySelector('#place-panel .slot h4')), its = text(document.querySelector('#p-{id} h4'));
             const panel = shown('#place-panel .panel-frame')[0].getBoundingClientRect();
             const region = shown('#map-opening a.region[data-place=\"{id}\"]')[0];
             const other = shown('#map-opening a.region:not(.selected)')[0];
             const edge = one => [getComputedStyle(one).stroke, getComputedStyle(one).strokeWidth].join(' ');
             return [
                 ...name && name === its ? [] : [`the panel is of ${{name}}, not of ${{its}}`],
                 ...panel.width > 100 && panel.height > 60 && panel.top >= 0 && panel.bottom <= innerHeight + 1 ? [] : [`the panel is at ${{panel.top}} to ${{panel.bottom}}`],
                 ...region.classList.contains('selected') && edge(region) !== edge(other) ? [] : [`the division is edged in ${{edge(region)}}`],
             ];"
        )),
    );
}

in_older![
    chromium_90:
        the_page_has_its_look_where_no_program_starts,
        a_tap_opens_cards_where_no_program_starts,
        the_page_has_its_look_without_scripts_and_opens_cards;
    chromium_103:
        the_page_has_its_look_and_answers,
        steps_pass_while_one_map_holds,
        a_division_is_chosen_by_its_address_and_by_tap,
        the_page_has_its_look_without_scripts_and_opens_cards;
    chromium_109:
        the_page_has_its_look_and_answers,
        steps_pass_while_one_map_holds,
        a_division_is_chosen_by_its_address_and_by_tap,
        the_page_has_its_look_without_scripts_and_opens_cards;
    chromium_122:
        the_page_has_its_look_and_answers,
        steps_pass_while_one_map_holds,
        a_division_is_chosen_by_its_address_and_by_tap,
        the_page_has_its_look_without_scripts_and_opens_cards,
        steps_pass_while_one_map_holds_without_scripts;
];
