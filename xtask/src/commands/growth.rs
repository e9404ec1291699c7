//! `growth`: how the page grows with the number of regions and places, measured and written to `docs/growth.md`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use story::edition::Edition;
use synthetic::{Inset, Renderer, Size};
use webdriver::{Driver, Sends, Server, Size as Window};

use super::{build, data, document};
use crate::failure::{Failure, Result};
use crate::setup::Browser;
use crate::steps::{Step, Steps};
use crate::{paths, setup};

/// Where stories and sites are made.
const FOLDER: &str = "target/growth";
/// What is written, and where in it.
const DOCUMENT: &str = "docs/growth.md";
const TABLE: &str = "measured";

/// What is measured: regions and places.
const SIZES: [Size; 6] = [
    Size { regions: 30, places: 100 },
    Size { regions: 300, places: 100 },
    Size { regions: 300, places: 1000 },
    Size { regions: 1000, places: 1000 },
    Size { regions: 3000, places: 1000 },
    Size { regions: 3000, places: 10_000 },
];
const MEDIA: [(Renderer, &str); 2] = [(Renderer::Elements, "elements"), (Renderer::Canvas, "canvas")];

/// How much slower than this machine the reader's is taken to be.
const THROTTLE: u32 = 4;
const WINDOW: Window = Window { width: 1440, height: 900 };
/// The screen on which maps are dragged, in CSS pixels, and how many of its own make one of those.
const PHONE: (Window, u32) = (Window { width: 390, height: 844 }, 3);

/// Notes when the page says that it answers.
const NOTE_ALIVE: &str = "new MutationObserver(() => {
        if ('alive' in document.documentElement.dataset) window.aliveAt ??= performance.now();
    }).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-alive']});";

/// Clicks on the map, one after the other, until seven have selected something: how long each of those takes until
/// what it selects is painted.
const SELECT: &str = "
    const done = arguments[arguments.length - 1];
    const map = [...document.querySelectorAll('svg.map')].find(one => one.getBoundingClientRect().width > 0);
    map.scrollIntoView({block: 'center', behavior: 'instant'});
    const points = [[.3, .4], [.5, .5], [.62, .33], [.41, .7], [.7, .6], [.25, .55], [.55, .25],
        [.45, .55], [.35, .6], [.65, .45], [.4, .35], [.55, .65], [.3, .5], [.6, .55]];
    const painted = () => new Promise(then => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(0);
    }));
    const place = () => new URL(location).searchParams.get('place');
    (async () => {
        const times = [];
        for (const [u, v] of points) {
            if (times.length === 7) break;
            document.querySelector('[data-close=panel]').click();
            await painted();
            await new Promise(then => setTimeout(then, 300));
            const {x, y, width, height} = map.getBoundingClientRect();
            const at = {clientX: x + u * width, clientY: y + v * height, bubbles: true, cancelable: true};
            const hit = document.elementFromPoint(at.clientX, at.clientY);
            const start = performance.now();
            hit.dispatchEvent(new MouseEvent('click', at));
            await painted();
            const time = performance.now() - start;
            // The address follows the picture. Where there is no region, nothing is selected.
            await new Promise(then => setTimeout(then, 300));
            if (place()) times.push(time);
        }
        done(times);
    })();";

/// Zooms in, presses the mouse on the map and begins to drag.
const BEGIN_TO_MOVE: &str = "
    const done = arguments[arguments.length - 1];
    document.querySelector('[data-close=panel]').click();
    const map = [...document.querySelectorAll('svg.map')].find(one => one.getBoundingClientRect().width > 0);
    map.scrollIntoView({block: 'center', behavior: 'instant'});
    map.closest('.view').querySelector('[data-zoom=in]').click();
    setTimeout(() => {
        const {x, y, width, height} = map.getBoundingClientRect();
        const mouse = {pointerType: 'mouse', button: 0, buttons: 1, bubbles: true, cancelable: true};
        window.moveTo = (by) => document.documentElement.dispatchEvent(new PointerEvent('pointermove',
            {...mouse, clientX: x + width / 2 + by, clientY: y + height / 2 + by / 2}));
        const hit = map.closest('.dense')?.querySelector('canvas') ?? map;
        hit.dispatchEvent(new PointerEvent('pointerdown', {...mouse, clientX: x + width / 2, clientY: y + height / 2}));
        window.moveTo(20);
        requestAnimationFrame(() => setTimeout(() => done(map.matches('.held')), 300));
    }, 900);";

/// Drags to and fro for a hundred frames: how many milliseconds lie between each and the next.
const MOVE: &str = "
    const done = arguments[arguments.length - 1];
    const gaps = [];
    let last;
    const frame = (now) => {
        if (last !== undefined) gaps.push(now - last);
        last = now;
        if (gaps.length === 100) return done(gaps);
        window.moveTo(20 + 60 * Math.sin(gaps.length / 10));
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// One row of the table.
struct Row {
    size: Size,
    medium: &'static str,
    bytes: usize,
    sent: usize,
    build: Duration,
    answers: Answers,
}

/// How a page answers a reader.
struct Answers {
    /// When it does at all, in milliseconds.
    alive: f64,
    /// How long it takes to show a selection: the shortest time, the middle one and the longest, in milliseconds.
    select: [f64; 3],
    /// While the map is dragged: frames a second, the longest time between two of them in milliseconds, and how many
    /// times the page was laid out.
    moving: (f64, f64, u64),
}

/// Builds a site of each size with each medium, measures them, and writes the document.
pub fn run() -> Result<()> {
    let steps = Steps::of("growth");
    let browser = setup::for_pictures(&steps)?;
    setup::for_building(&steps)?;
    let folder = paths::root().join(FOLDER);
    let (program, story, site) = (folder.join("program"), folder.join("story"), folder.join("site"));
    let own = paths::root().join(data::DEFAULT);
    build::site(&steps, &own, &program, &Edition::default())?;
    let build = pages(&steps, &own, &program, &site)?;
    let mut rows = vec![row(&steps, size_of(&own)?, "elements: the story itself", build, &site, &browser)?];
    for size in SIZES {
        for (medium, name) in MEDIA {
            synthetic::write(size, medium, Inset::Without, &story).map_err(failed)?;
            let build = pages(&steps, &story, &program, &site)?;
            rows.push(row(&steps, size, name, build, &site, &browser)?);
        }
    }
    write_document(&steps, &rows)?;
    steps.done();
    Ok(())
}

/// How many regions and places a story has.
fn size_of(story: &Path) -> Result<Size> {
    let text = fs::read_to_string(story.join("places.json")).map_err(failed)?;
    let places: Value = serde_json::from_str(&text).map_err(|error| Failure::failed(error.to_string()))?;
    let count = |list: &str| places[list].as_array().map_or(0, Vec::len);
    Ok(Size { regions: count("regions"), places: count("places") })
}

/// Measures a site.
fn row(
    steps: &Steps,
    size: Size,
    medium: &'static str,
    build: Duration,
    site: &Path,
    browser: &Browser,
) -> Result<Row> {
    steps.take(&format!("measure {} regions, {} places, {medium}", size.regions, size.places), |step| {
        let page = fs::read(site.join("index.html")).map_err(failed)?;
        let driver = Driver::start(&browser.chrome, &browser.driver).map_err(Failure::failed)?;
        let answers = answers(&driver, site).map_err(Failure::failed)?;
        let row = Row { size, medium, bytes: page.len(), sent: sent(&page).map_err(failed)?, build, answers };
        step.say(&format!("    {}", row.line()));
        Ok(row)
    })
}

/// Makes the site of a city that is just large enough for a canvas, with the program of another site.
pub fn site(step: &Step<'_>, program: &Path, site: &Path) -> Result<()> {
    let story = paths::root().join(FOLDER).join("story");
    synthetic::write(Size { regions: 200, places: 900 }, Renderer::ByNumber, Inset::With, &story).map_err(failed)?;
    build::with_program_of(step, &story, program, site, false)
}

/// Makes the site of a story with the program that was built before; returns how long its pages took.
fn pages(steps: &Steps, story: &Path, program: &Path, site: &Path) -> Result<Duration> {
    let start = Instant::now();
    steps.take("make its pages", |step| build::with_program_of(step, story, program, site, false))?;
    Ok(start.elapsed())
}

/// Opens a page and does what a reader does.
fn answers(driver: &Driver, site: &Path) -> std::result::Result<Answers, String> {
    let server = Server::start(PathBuf::from(site), "/", Sends::All).map_err(|error| error.to_string())?;
    driver.resize(WINDOW)?;
    driver.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": NOTE_ALIVE}))?;
    driver.devtools("Emulation.setCPUThrottlingRate", json!({"rate": THROTTLE}))?;
    let address = server.url("?mode=flat");
    open(driver, &address)?;
    let alive = driver.script("return window.aliveAt")?.as_f64().ok_or("the page did not say when it answers")?;
    let answer = driver.script_later(SELECT)?;
    let mut times: Vec<f64> = answer.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    if times.len() != 7 {
        return Err(format!("expected seven clicks to select something, got {answer}"));
    }
    times.sort_by(f64::total_cmp);
    let select = [times[0], times[times.len() / 2], times[times.len() - 1]];
    Ok(Answers { alive, select, moving: moving(driver, &address)? })
}

fn open(driver: &Driver, address: &str) -> std::result::Result<(), String> {
    driver.load(address)?;
    driver.wait_until_alive()?;
    driver.settle()
}

/// What it takes to follow a pointer that drags the map on a phone.
fn moving(driver: &Driver, address: &str) -> std::result::Result<(f64, f64, u64), String> {
    let (Window { width, height }, scale) = PHONE;
    let screen = json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": true});
    driver.devtools("Emulation.setDeviceMetricsOverride", screen)?;
    open(driver, address)?;
    driver.devtools("Performance.enable", json!({}))?;
    if driver.script_later(BEGIN_TO_MOVE)? != json!(true) {
        return Err("expected the map to follow the mouse".into());
    }
    let before = layouts(driver)?;
    let gaps = driver.script_later(MOVE)?;
    let layouts = layouts(driver)? - before;
    let gaps: Vec<f64> = gaps.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let all: f64 = gaps.iter().sum();
    Ok((gaps.len() as f64 * 1000.0 / all, gaps.iter().copied().fold(0.0, f64::max), layouts))
}

/// How many times the page has been laid out.
fn layouts(driver: &Driver) -> std::result::Result<u64, String> {
    let metrics = driver.devtools("Performance.getMetrics", json!({}))?;
    let metric = metrics["metrics"].as_array().into_iter().flatten().find(|metric| metric["name"] == "LayoutCount");
    metric.and_then(|metric| metric["value"].as_f64()).map(|count| count as u64).ok_or("no LayoutCount".into())
}

/// How many bytes a server sends that compresses while it answers.
fn sent(bytes: &[u8]) -> std::io::Result<usize> {
    compression::brotli(bytes, 9).map(|packed| packed.len())
}

impl Row {
    fn line(&self) -> String {
        let kilobytes = |bytes: usize| thousands((bytes as f64 / 1000.0).round() as usize);
        let Answers { alive, select, moving: (frames, gap, layouts) } = &self.answers;
        let [shortest, middle, longest] = select.map(|time| thousands(time.round() as usize));
        format!(
            "| {} | {} | {} | {} | {} | {:.1} | {} | {shortest} | {middle} | {longest} | {frames:.0} | {gap:.0} | {layouts} |",
            thousands(self.size.regions),
            thousands(self.size.places),
            self.medium,
            kilobytes(self.bytes),
            kilobytes(self.sent),
            self.build.as_secs_f64(),
            thousands(alive.round() as usize),
        )
    }
}

fn thousands(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", thousands(number / 1000), number % 1000) }
}

/// Puts the table between the two lines that the document has for it.
fn write_document(steps: &Steps, rows: &[Row]) -> Result<()> {
    let mut table = String::from(
        "| regions | places | drawn with | page, KB | sent, KB | built, s | answers after, ms | selects in, ms: shortest | middle | longest | dragged: frames/s | longest gap, ms | layouts |\n\
         |--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    rows.iter().for_each(|row| writeln!(table, "{}", row.line()).unwrap_or_default());
    document::write(DOCUMENT, TABLE, &table)?;
    steps.say(&format!("the table is in {DOCUMENT}"));
    Ok(())
}

fn failed(error: std::io::Error) -> Failure {
    Failure::failed(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_told_apart() {
        assert_eq!([0, 999, 1000, 12_034_567].map(thousands), ["0", "999", "1,000", "12,034,567"]);
    }
}
