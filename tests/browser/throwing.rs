//! Every call of the program's into the browser fails once, one at a time: the finished page stays, links work, and nothing
//! goes on failing.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use webdriver::Server;
use webdriver::server::EMPTY;

use crate::page::{Page, lines, none, second_site};

/// What the program asks of the browser comes by functions that stand in its imports. Each is wrapped in the frames of a test:
/// it counts its calls, and fails at the one that is planned, from within where its object can be taken from it, so that what
/// the program is ready for reaches it as it would.
const WRAPPED: &str = r"
    if (parent !== window && parent.plan) {
        const plan = parent.plan;
        // Their text, minified: `function(e,t){return p(e).closest(u(t))}` takes its object from a number, by a function of one letter.
        const object = /[\w$]+\(([\w$]+)\)(?:\.(\w+)|\[)/;
        const given = own => [...`${own}`.matchAll(/function\s*\(([^)]*)\)/g)].pop()?.[1].split(/\s*,\s*/) ?? [];
        const objectOf = own => given(own).indexOf(object.exec(`${own}`)?.[1] ?? '');
        const planned = (name, own) => {
            const object = objectOf(own);
            return function (...given) {
                if (!plan.begun) return own.apply(this, given);
                const calls = plan.calls[name] = (plan.calls[name] ?? 0) + 1;
                if (plan.name === name && plan.at === calls) {
                    plan.failed = true;
                    if (plan.within) {
                        // The browser calls the program while the program is calling the browser.
                        document.querySelector('svg.map').dispatchEvent(new WheelEvent('wheel', {deltaY: -40, ctrlKey: true, bubbles: true, cancelable: true}));
                        return own.apply(this, given);
                    }
                    if (object < 0) throw new Error('planned');
                    given[object] = 0;
                }
                return own.apply(this, given);
            };
        };
        // What wasm-bindgen has for itself, by its capital letters, is no call into the browser.
        const isOwn = name => /^[A-Z]/.test(name);
        const called = own => object.exec(`${own}`)?.[2] ?? '';
        const wrapped = imports => {
            for (const functions of Object.values(imports))
                for (const [name, own] of Object.entries(functions))
                    if (!isOwn(name)) functions[name] = planned(`${called(own)} ${name}`, own);
            return imports;
        };
        for (const start of ['instantiate', 'instantiateStreaming']) {
            const own = WebAssembly[start];
            WebAssembly[start] = (from, imports) => own.call(WebAssembly, from, wrapped(imports));
        }
        window.errors = [];
        addEventListener('error', event => errors.push(event.message));
        addEventListener('unhandledrejection', event => errors.push(`${event.reason}`));
    }";

/// Walks through the story in a frame, and says what is not as it should be. `plan` and `url` stand before it.
const WALK: &str = r"
    window.plan = plan;
    const frame = Object.assign(document.createElement('iframe'), {src: url, width: 1280, height: 800});
    document.body.replaceChildren(frame);
    const frames = count => new Promise(resolve => {
        const next = left => left ? requestAnimationFrame(() => next(left - 1)) : resolve();
        next(count);
    });
    const walk = async () => {
        const here = () => frame.contentDocument;
        const begun = performance.now();
        while (!here() || here().URL === 'about:blank' || here().readyState !== 'complete'
            || !('alive' in here().documentElement.dataset || 'failed' in here().documentElement.dataset)) {
            if (performance.now() - begun > 60000) throw new Error(`it has not come: ${here()?.URL} ${here()?.readyState} ${frame.contentWindow.errors}`);
            await frames(1);
        }
        const [page, view] = [here(), frame.contentWindow];
        const root = page.documentElement;
        const one = selector => [...page.querySelectorAll(selector)].find(element => element.checkVisibility({visibilityProperty: true}));
        const click = element => {
            const event = new view.MouseEvent('click', {bubbles: true, cancelable: true, view});
            element?.dispatchEvent(event);
            return event;
        };
        const words = () => [...page.querySelectorAll('main h2, main .step, main figcaption h4')].map(element => element.textContent).join();
        const finished = words();
        await frames(2);
        plan.begun = true;
        for (const [selector, act] of [
            ['svg.map a.mark[data-place]', click],
            ['#place-panel button', click],
            ['.steps a[data-fact], .dek a[data-fact]', click],
            ['.legend button', click],
            ['.zoom button[data-zoom=in]', click],
            ['svg.map', map => {
                const at = {clientX: 640, clientY: 400, button: 0, buttons: 1, pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true, view};
                map.dispatchEvent(new view.PointerEvent('pointerdown', at));
                for (const by of [5, 20, 60]) map.dispatchEvent(new view.PointerEvent('pointermove', {...at, clientX: 640 + by}));
                map.dispatchEvent(new view.PointerEvent('pointerup', {...at, clientX: 700, buttons: 0}));
                map.dispatchEvent(new view.WheelEvent('wheel', {...at, deltaY: -40, ctrlKey: true}));
            }],
            ['svg.map a[tabindex]', link => {
                for (const key of ['ArrowRight', 'End', 'Escape']) link.dispatchEvent(new view.KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
            }],
            ['html', () => page.dispatchEvent(new view.KeyboardEvent('keydown', {key: 'PageDown', altKey: true, bubbles: true, cancelable: true}))],
            ['header button[data-theme-switch]', click],
            ['header button[data-mode-to=flat]', click],
        ]) {
            const element = one(selector);
            if (element) act(element);
            await frames(1);
            await new Promise(resolve => setTimeout(resolve));
        }
        plan.begun = false;
        const faults = [];
        const sections = [...page.querySelectorAll('main > section')];
        if (!sections.length || sections.some(section => section.offsetHeight < 50)) faults.push('a section is gone');
        if (words() !== finished) faults.push('words are gone or others');
        if (!one('svg.map')) faults.push('no map is drawn');
        const {alive, failed} = root.dataset;
        if ((alive === undefined) === (failed === undefined)) faults.push('it neither answers nor says so');
        const link = page.querySelector('a.skip');
        if (click(link).defaultPrevented || view.location.hash !== link.hash) faults.push('a link leads nowhere');
        const number = one('.steps a[data-fact], .dek a[data-fact]');
        click(number);
        await frames(3);
        if (!one('.cards :target, .card-frame:not([hidden])')) faults.push('a number opens nothing');
        const before = view.errors.length;
        await frames(3);
        if (view.errors.length > before || before > 2) faults.push(`it goes on failing: ${view.errors}`);
        return {calls: plan.calls, failed: !!plan.failed, over: failed !== undefined, faults, said: view.errors.join()};
    };
    walk().then(done, error => done({faults: [`${error.stack}`], calls: {}, failed: false, over: false}));";

/// Walks once, with a failure planned or none.
fn walk(page: &Page, url: &str, plan: &Value) -> Value {
    page.js_later(&format!("const plan = {plan}, url = {url:?};{WALK}"))
}

/// A page to walk in, its address, and how often a walk in which nothing fails makes each call.
fn begun(site: &Server, page: &Page) -> (String, BTreeMap<String, u64>) {
    page.still();
    page.before_every_page(WRAPPED);
    page.load(&format!("{}{}", site.url("").trim_end_matches('/'), EMPTY));
    let url = site.url("quays/");
    let whole = walk(page, &url, &json!({"calls": {}}));
    none("nothing fails by itself", &lines(&whole["faults"]));
    let calls = serde_json::from_value(whole["calls"].clone()).unwrap();
    (url, calls)
}

#[test]
fn whichever_call_of_the_program_s_into_the_browser_fails_the_page_stays_and_links_work() {
    let (site, page) = (second_site(), Page::wide());
    let (url, calls) = begun(&site, &page);
    assert!(calls.len() > 60, "the walk makes calls of every sort: {calls:?}");
    let (mut tried, mut over, mut faults) = (0, 0, Vec::new());
    for (name, count) in &calls {
        let plan = json!({"calls": {}, "name": name, "at": count.div_ceil(2)});
        let seen = walk(&page, &url, &plan);
        // A walk need not make as many calls twice.
        tried += u32::from(seen["failed"] == json!(true));
        over += u32::from(seen["over"] == json!(true));
        faults.extend(lines(&seen["faults"]).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    println!("{tried} calls of {} sorts failed, and with {over} of them the program", calls.len());
    none("the page stays as good as finished", &faults);
    assert!(tried as usize > calls.len() * 9 / 10, "{tried} of {} calls failed", calls.len());
}

/// What the program asks of the browser while it holds the state of its maps.
const HOLDING: [&str; 5] = ["setTranslate", "viewBox", "getScreenCTM", "width", "matrix"];

/// No browser does that to it, but nothing that a page can do makes the program panic more surely: an event that it hears in
/// the middle of its own call finds the state taken. It then ends by WebAssembly's `unreachable`, not by an error of a call.
#[test]
fn a_panic_in_rust_leaves_the_page_and_its_links_as_they_are_without_a_program() {
    let (site, page) = (second_site(), Page::wide());
    let (url, calls) = begun(&site, &page);
    let is_holding = |name: &str| name.split_once(' ').is_some_and(|(called, _)| HOLDING.contains(&called));
    let (mut panics, mut faults) = (Vec::new(), Vec::new());
    for (name, count) in calls.iter().filter(|(name, _)| is_holding(name)) {
        let plan = json!({"calls": {}, "name": name, "at": count.div_ceil(2), "within": true});
        let seen = walk(&page, &url, &plan);
        if seen["said"].as_str().is_some_and(|said| said.contains("RuntimeError: unreachable")) {
            assert_eq!(seen["over"], json!(true), "{name}: the page knows that the program has failed");
            panics.push(name);
        }
        faults.extend(lines(&seen["faults"]).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(panics.len() >= 3, "only {panics:?} of {calls:?}");
    none("the page stays as good as finished", &faults);
}
