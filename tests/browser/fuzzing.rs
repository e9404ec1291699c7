//! Addresses and messages that nobody would write, by the thousand: the page says nothing, stays as it is and goes on answering.

use serde_json::{Value, json};

use crate::engines::in_every_engine;
use crate::hosts::{Host, wait_for_frame};
use crate::page::{Page, none, second_site, site};

/// Numbers from a seed, and texts from them: names that an address may have, ids of the page, and what is neither.
const MADE: &str = r"
    const made = seed => {
        const number = () => {
            seed = seed + 0x6D2B79F5 | 0;
            let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
            t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
            return ((t ^ t >>> 14) >>> 0) / 4294967296;
        };
        const below = n => Math.floor(number() * n);
        const one = list => list[below(list.length)];
        const ids = [...document.querySelectorAll('[id]')].map(element => element.id).concat([...document.querySelectorAll('[data-place]')].map(element => element.dataset.place));
        const odd = ['', '%', '%E0%A4%A', '%00', '\u0000', '\ud800', '__proto__', 'constructor', 'hasOwnProperty', '<img src=x onerror=alert(1)>', 'javascript:alert(1)',
            '\'\'); --', '\u202e', '-1', '1e309', 'NaN', '_', '.', '..', '#', '?', '&', '=', '][', '\\', '{}', '*', '河南', 'x'.repeat(3000), '9'.repeat(400)];
        const word = () => one([() => one(ids), () => one(odd), () => one(ids) + one(odd), () => one(odd) + one(ids),
            () => String.fromCodePoint(...Array.from({length: below(20)}, () => below(0x3000)))])();
        return {number, below, one, word};
    };";

/// Addresses, one after the other in one page: fragments, and states that the history leads back to.
const ADDRESSES: &str = r"
    const {below, one, word} = made(SEED);
    const names = ['place', 'fact', 'step', 'off', 'shade', 'extent', 'measure', 'mode', 'theme', 'lang', 'table', 'q', 'sort', 'chrome', 'tables', '__proto__', 'x'];
    const maps = [...document.querySelectorAll('.map-figure')].map(one => one.id);
    const extent = () => `${one([...maps, word()])}_${one([13490, -1, 1e12, word()])}_${one([8359, 0, word()])}_${one([200, 99999, -5, word()])}`;
    const address = () => {
        const query = Array.from({length: below(5)}, () => {
            const name = one(names), value = name === 'extent' ? extent() : word();
            return below(3) ? `${name}=${encodeURIComponent(value.toWellFormed?.() ?? 'x')}` : `${name}=${value}`;
        }).join('&');
        return `?${query}${below(2) ? '#' + word() : ''}`;
    };
    let left = COUNT, own = 0;
    const next = () => {
        for (let i = 0; i < 10 && left; i++, left--) {
            const to = address();
            // Some are none at all; a browser that has had too many in a while takes no more.
            try { history.replaceState(null, '', new URL(to, location.origin + location.pathname)); own++; } catch {}
            dispatchEvent(new PopStateEvent('popstate', {state: null}));
            dispatchEvent(new HashChangeEvent('hashchange'));
        }
        left ? setTimeout(next) : requestAnimationFrame(() => requestAnimationFrame(() => done(own)));
    };
    next();";

#[test]
fn addresses_that_nobody_would_write_change_nothing_and_raise_nothing() {
    let (site, page) = (site(), Page::wide());
    page.still();
    page.open(&site.url("index.html?mode=flat"));
    let finished = page.js("return all('main h2, main .step').map(text).join()");
    page.js("window.raised = []; for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, event => raised.push(event.message ?? `${event.reason}`))");
    let taken = page.js_later(&format!("{MADE}{}", ADDRESSES.replace("SEED", "19").replace("COUNT", "1500")));
    assert!(taken.as_u64().is_some_and(|taken| taken > 500), "{taken} addresses were taken");
    answers_still(&page, &finished);
}

/// The page has all its words, has raised nothing, made nothing of what it was told, and opens a place.
fn answers_still(page: &Page, finished: &Value) {
    page.js("history.replaceState(null, '', location.pathname + '?mode=flat'); dispatchEvent(new PopStateEvent('popstate'))");
    page.settle();
    none("nothing was raised", &page.lines("return raised"));
    assert_eq!(page.js("return all('main h2, main .step').map(text).join()"), *finished, "every word is there");
    assert_eq!(
        page.js("return ['alive' in document.documentElement.dataset, all('img[src=x]').length, ({}).x ?? null]"),
        json!([true, 0, null])
    );
    page.js("shown('svg.map a.mark[data-place]')[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
    page.wait("return shown('#place-panel .slot h4').length === 1", "a place opens");
}

/// Messages from the page around the first frame: the words of every host that is understood, and none.
const MESSAGES: &str = r"
    const {below, one, word, number} = made(SEED);
    const target = document.querySelector('iframe').contentWindow;
    const own = () => ({source: one(['SOURCE', word()]), v: one([1, 0, word()]), type: one(['theme', 'goto', 'viewport', 'request-height', 'lang', word()]),
        data: one([{theme: one(['dark', 'light', 'auto', word()])}, {id: word()}, {top: number() * 1e6 - 5e5, height: number() * 1e5}, {top: word(), height: {}}, null, word(), []])});
    const value = depth => one([() => word(), () => below(1e9), () => null, () => NaN, () => new Date(NaN), () => new Map([[word(), 1]]), () => new ArrayBuffer(below(99)),
        () => depth ? Object.fromEntries(Array.from({length: below(4)}, () => [word(), value(depth - 1)])) : [], () => ({sentinel: 'amp', type: word()}),
        () => ({type: one(['iframe-child-init', 'iframe-get-child-dimensions', word()])}), () => ({message: 'ready', secret: word()})])();
    const words = () => one([() => JSON.stringify(own()), own, () => `pymxPYMx${word()}xPYMx${one(['height', 'viewport-iframe-position', 'goto', word()])}xPYMx${word()}`,
        () => `[iFrameSizer]${word()}:${below(9)}:${word()}`, () => '{'.repeat(below(2000)), () => JSON.stringify({id: word(), type: 'monitor-position', iframeTop: below(99)}), word, () => value(3)])();
    let left = COUNT;
    const next = () => {
        // Another language is another page, which these words are not for.
        for (let i = 0; i < 20 && left; i++, left--) { const said = words(); if (!JSON.stringify(said ?? 0).includes('lang')) target.postMessage(said, '*'); }
        left ? setTimeout(next) : done(true);
    };
    next();";

/// Enters a frame with the second story in a host's page of this name, which is there as long as the host is.
fn framed(page: &Page, name: &str) -> Host {
    let host = Host::of(second_site());
    let story = host.story.url("embed/");
    page.load(
        &host.paste(
            name,
            &format!("<iframe src=\"{story}\" title=\"a story\" width=\"900\" height=\"700\"></iframe>"),
        ),
    );
    wait_for_frame(page, 0);
    page.enter_frame(0);
    host
}

#[test]
fn messages_that_no_host_would_send_change_nothing_and_raise_nothing() {
    let page = Page::wide();
    let _host = framed(&page, "fuzzing");
    let finished = page.js("return all('main h2, main .step').map(text).join()");
    let source = page.text("return document.documentElement.dataset.handle ?? ''");
    page.js("window.raised = []; window.heard = 0; addEventListener('message', () => window.heard++);
        for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, event => raised.push(event.message ?? `${event.reason}`))");
    page.leave_frame();
    let messages = MESSAGES.replace("SEED", "20").replace("COUNT", "1500").replace("SOURCE", &source);
    page.js_later(&format!("{MADE}{messages}"));
    page.enter_frame(0);
    page.wait("return heard > 1000", "the messages have come");
    answers_still(&page, &finished);
}

#[test]
fn ten_thousand_messages_do_not_stop_a_frame() {
    let page = Page::wide();
    let _host = framed(&page, "flood");
    let source = page.text("return document.documentElement.dataset.handle ?? ''");
    page.js("window.heard = 0; window.pictures = 0; addEventListener('message', () => window.heard++);
        const picture = () => { window.pictures++; requestAnimationFrame(picture); }; picture();");
    for data in [
        "{type: 'viewport', data: {top: i % 700, height: 700}}",
        "{type: 'request-height'}",
        "{type: 'theme', data: {theme: i % 2 ? 'dark' : 'light'}}",
        "{}",
    ] {
        page.js("window.heard = 0; window.pictures = 0");
        page.leave_frame();
        page.js(&format!(
            "const target = document.querySelector('iframe').contentWindow;
             for (let i = 0; i < 10000; i++) target.postMessage(JSON.stringify({{source: {source:?}, v: 1, ...{data}}}), '*');"
        ));
        page.enter_frame(0);
        page.wait("return heard === 10000", &format!("all of {data} is heard"));
        page.wait("return pictures > 2", "and the frame paints");
        none("without a word", &page.errors());
    }
    page.js("all('svg.map a.mark[data-place]').find(drawn).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
    page.wait("return all('#place-panel .slot h4').filter(drawn).length === 1", "a place opens");
}

// WebKit takes no more than a hundred addresses of a page in ten seconds.
in_every_engine![
    messages_that_no_host_would_send_change_nothing_and_raise_nothing;
    firefox: addresses_that_nobody_would_write_change_nothing_and_raise_nothing
];
