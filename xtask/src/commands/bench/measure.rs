//! One page in one browser that has never seen it: loaded and left alone, and loaded and tapped at once.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use webdriver::{Driver, until};

use super::numbers::Spread;
use super::profile::Profile;
use super::results::{Measure, Page};

/// Runs in every page and notes what happens.
const PROBE: &str = include_str!("probe.js");
/// What a browser does after its start is not to be measured with the page.
const WARM_UP: Duration = Duration::from_millis(1000);
/// From one tap to the next while a page is loading.
const BEAT: Duration = Duration::from_millis(25);
/// How long a page that has loaded may take to answer, until it is given up.
const PATIENCE: Duration = Duration::from_secs(6);
/// And how long it may take to load.
const LOADING: Duration = Duration::from_secs(60);
/// How many divisions are tapped, one after the other.
const TAPS: usize = 7;
/// For how many frames the map is dragged, and how far to and fro, in CSS pixels.
const FRAMES: u32 = 100;
const SWING: f64 = 60.0;
/// How long cards take to go and the map takes to grow.
const MOTION: Duration = Duration::from_millis(900);
const CLOSING: Duration = Duration::from_millis(300);
/// How long a card may take to be painted.
const SHOWING: Duration = Duration::from_millis(1200);

type Outcome<T> = Result<T, String>;
/// What one load has shown.
pub type Numbers = Vec<(Measure, f64)>;

/// A division of the map.
pub struct Division {
    /// As the elements of the map name it.
    pub id: String,
    /// As a card about it names it.
    pub name: String,
}

/// A division in the window, with how far the page is scrolled and where in the window a pointer hits it.
pub struct Target<'a> {
    division: &'a Division,
    scroll: f64,
    at: (f64, f64),
}

/// A page and how it is opened.
pub struct Load<'a> {
    /// Starts a browser with an empty profile.
    pub browser: &'a dyn Fn() -> Outcome<Driver>,
    /// On what.
    pub profile: &'a Profile,
    /// Which page.
    pub page: Page,
    /// At which address.
    pub url: String,
    /// The divisions on its map.
    pub divisions: &'a [Division],
}

impl Load<'_> {
    /// Which division can be tapped first, without scrolling if there is one.
    pub fn scout(&self) -> Outcome<Target<'_>> {
        let driver = self.open("")?;
        self.rest(&driver)?;
        for script in ["", "bench.scrollToMap();"] {
            let answer = driver.script(&format!("{script} return [scrollY, bench.targets({})]", self.ids()))?;
            if let Some(target) = self.targets(&answer).into_iter().next() {
                return Ok(target);
            }
        }
        Err(format!("{}: expected a division on the map that a pointer hits", self.url))
    }

    /// Loads the page and leaves it alone until it rests; then taps and drags its map.
    pub fn at_rest(&self) -> Outcome<Numbers> {
        let driver = self.open("")?;
        self.rest(&driver)?;
        let report = driver.script("return bench.report()")?;
        let mut numbers = loaded(&report);
        numbers.push((Measure::Heap, heap(&driver, &report)?));
        numbers.extend(self.taps(&driver)?);
        numbers.extend(self.drag(&driver)?);
        Ok(numbers)
    }

    /// Taps a division from the first paint on until a card about it is there, and waits for the program.
    pub fn tapped(&self, target: &Target<'_>) -> Outcome<Numbers> {
        let driver = self.open(&format!("bench.expect({});", json!(target.division.name)))?;
        let look = format!("return window.bench?.look({}) ?? null", target.scroll);
        let end = Instant::now() + LOADING;
        while Instant::now() < end {
            // Between two pages there is nothing to look at.
            let state = driver.script(&look).unwrap_or_default();
            if self.is_done(&state) {
                break;
            }
            if !state.is_null() && state["answered"].is_null() {
                tap(&driver, target.at)?;
            }
            std::thread::sleep(BEAT);
        }
        Ok(answered(&driver.script("return bench.report()")?))
    }

    /// Whether a page has answered, and its program too, or has had the time to.
    fn is_done(&self, state: &Value) -> bool {
        let is_alive = !self.page.has_program() || state["alive"].is_number();
        let since = Duration::from_millis(state["since"].as_f64().unwrap_or_default() as u64);
        state["answered"].is_number() && is_alive || since > PATIENCE
    }

    /// Opens the page in a browser of its own; the script runs before anything of the page does.
    fn open(&self, script: &str) -> Outcome<Driver> {
        let driver = (self.browser)()?;
        driver.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": format!("{PROBE}\n{script}")}))?;
        self.profile.apply(&driver)?;
        std::thread::sleep(WARM_UP);
        driver.devtools("Page.navigate", json!({"url": self.url}))?;
        Ok(driver)
    }

    /// Waits until the page rests.
    fn rest(&self, driver: &Driver) -> Outcome<()> {
        let script = format!("return !!window.bench?.isQuiet({})", self.page.has_program());
        if until(|| driver.script(&script).is_ok_and(|answer| answer == true)) {
            return Ok(());
        }
        Err(format!("{} does not come to rest", self.url))
    }

    fn ids(&self) -> Value {
        self.divisions.iter().map(|division| division.id.as_str()).collect()
    }

    /// What a script has found that can be tapped: how far the page is scrolled, and ids with where they are.
    fn targets(&self, found: &Value) -> Vec<Target<'_>> {
        let scroll = found[0].as_f64().unwrap_or_default();
        let target = |one: &Value| {
            let division = self.divisions.iter().find(|division| one[0] == division.id.as_str())?;
            Some(Target { division, scroll, at: (one[1][0].as_f64()?, one[1][1].as_f64()?) })
        };
        found[1].as_array().into_iter().flatten().filter_map(target).collect()
    }

    /// Taps one division after the other, each with all cards closed; nothing where none is answered.
    fn taps(&self, driver: &Driver) -> Outcome<Numbers> {
        driver.script("bench.scrollToMap()")?;
        std::thread::sleep(MOTION);
        let found = driver.script(&format!("return [scrollY, bench.targets({})]", self.ids()))?;
        let targets = self.targets(&found);
        let targets =
            targets.get(..TAPS).ok_or_else(|| format!("{}: fewer than {TAPS} divisions to tap", self.url))?;
        let times = targets.iter().map(|target| self.answer(driver, target)).collect::<Outcome<Vec<_>>>()?;
        let times: Vec<f64> = times.into_iter().flatten().collect();
        let Some(spread) = Spread::of(&times) else { return Ok(Vec::new()) };
        if times.len() < TAPS {
            return Err(format!("{}: {} of {TAPS} taps were answered", self.url, times.len()));
        }
        Ok(vec![(Measure::Tap, spread.median), (Measure::WorstTap, spread.most)])
    }

    /// How long a tap takes until the card that it opens is painted; nothing where none opens.
    fn answer(&self, driver: &Driver, Target { division, scroll, .. }: &Target<'_>) -> Outcome<Option<f64>> {
        let back = format!("bench.close(); scrollTo({{top: {scroll}, behavior: 'instant'}});");
        driver.script(&format!("{back} bench.expect({})", json!(division.name)))?;
        std::thread::sleep(CLOSING);
        // Where it is now: in a story that is told step by step a map moves to what its step shows.
        let found = driver.script(&format!("return [scrollY, bench.targets({})]", json!([division.id])))?;
        let Some(Target { at, .. }) = self.targets(&found).pop() else { return Ok(None) };
        tap(driver, at)?;
        let time = painted(driver)?;
        // A link that nothing answers has led away.
        driver.script(&back)?;
        Ok(time)
    }

    /// Enlarges the map and drags it to and fro; nothing where it does not follow.
    fn drag(&self, driver: &Driver) -> Outcome<Numbers> {
        driver.script("bench.close(); bench.scrollToMap()")?;
        let middle = driver.script("return bench.middle()")?;
        let middle = middle[0].as_f64().zip(middle[1].as_f64()).ok_or("a map without a middle")?;
        if !enlarge(driver, middle)? {
            return Ok(Vec::new());
        }
        let place = || driver.script(&format!("return bench.place({})", json!(self.divisions[0].id)));
        let before = place()?;
        pointer(driver, "mousePressed", middle, 1)?;
        pointer(driver, "mouseMoved", swung(middle, 0), 1)?;
        std::thread::sleep(CLOSING);
        let follows = place()? != before;
        driver.script("bench.recordFrames()")?;
        (0..FRAMES).try_for_each(|frame| pointer(driver, "mouseMoved", swung(middle, frame), 1))?;
        let gaps = driver.script("return bench.gaps")?;
        pointer(driver, "mouseReleased", middle, 0)?;
        Ok(if follows { frames(&gaps) } else { Vec::new() })
    }
}

/// Enlarges the map by its own button; false where it has none.
fn enlarge(driver: &Driver, middle: (f64, f64)) -> Outcome<bool> {
    // Where zoom is loaded when a pointer comes, it comes now.
    pointer(driver, "mouseMoved", middle, 0)?;
    let has_button = driver.script("return bench.zoomIn()")? == true;
    std::thread::sleep(MOTION);
    Ok(has_button)
}

/// Where a pointer is in a frame that drags the map to and fro.
fn swung((x, y): (f64, f64), frame: u32) -> (f64, f64) {
    let by = SWING * (1.0 + (f64::from(frame) / 10.0).sin()) / 2.0;
    (x + by, y + by / 2.0)
}

/// How long the last tap took until its card was painted; nothing where none is for a while.
fn painted(driver: &Driver) -> Outcome<Option<f64>> {
    let end = Instant::now() + SHOWING;
    loop {
        // Not more often: asking takes the page's time too.
        std::thread::sleep(CLOSING);
        let time = driver.script("return bench.taps[0] ?? null")?.as_f64();
        if time.is_some() || Instant::now() > end {
            return Ok(time);
        }
    }
}

/// Presses and lifts the pointer.
fn tap(driver: &Driver, at: (f64, f64)) -> Outcome<()> {
    pointer(driver, "mousePressed", at, 1)?;
    pointer(driver, "mouseReleased", at, 0)
}

fn pointer(driver: &Driver, kind: &str, (x, y): (f64, f64), buttons: u32) -> Outcome<()> {
    let button = if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" };
    let params = json!({"type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1});
    driver.devtools("Input.dispatchMouseEvent", params).map(|_| ())
}

/// Memory of scripts after what is unused was thrown away, and that of the WebAssembly, in millions of bytes.
fn heap(driver: &Driver, report: &Value) -> Outcome<f64> {
    driver.devtools("HeapProfiler.collectGarbage", json!({}))?;
    let usage = driver.devtools("Runtime.getHeapUsage", json!({}))?;
    let used = usage["usedSize"].as_f64().ok_or("no usedSize")?;
    Ok((used + report["wasm"].as_f64().unwrap_or_default()) / 1e6)
}

/// Those numbers of a report that are there.
fn present<const N: usize>(all: [(Measure, Option<f64>); N]) -> Numbers {
    all.into_iter().filter_map(|(measure, number)| Some((measure, number?))).collect()
}

fn loaded(report: &Value) -> Numbers {
    present([
        (Measure::Kilobytes, report["all"]["bytes"].as_f64().map(|bytes| bytes / 1000.0)),
        (Measure::Requests, report["all"]["requests"].as_f64()),
        (Measure::Elements, report["elements"].as_f64()),
        (Measure::Fcp, report["fcp"].as_f64()),
        (Measure::Lcp, report["lcp"].as_f64()),
        (Measure::Cls, report["cls"].as_f64()),
        (Measure::Blocked, report["blocked"].as_f64()),
        (Measure::Alive, report["alive"].as_f64()),
    ])
}

fn answered(report: &Value) -> Numbers {
    let answer = report["answered"].as_f64();
    let then = |name: &str| answer.and(report["then"][name].as_f64());
    present([
        (Measure::Answer, answer),
        (Measure::AnswerAfterPaint, answer.zip(report["fcp"].as_f64()).map(|(answer, paint)| answer - paint)),
        (Measure::AnsweredKilobytes, then("bytes").map(|bytes| bytes / 1000.0)),
        (Measure::AnsweredRequests, then("requests")),
    ])
}

/// From the milliseconds between frames.
fn frames(gaps: &Value) -> Numbers {
    let gaps: Vec<f64> = gaps.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let all: f64 = gaps.iter().sum();
    if all == 0.0 {
        return Vec::new();
    }
    let longest = gaps.iter().copied().fold(0.0, f64::max);
    vec![(Measure::Frames, gaps.len() as f64 * 1000.0 / all), (Measure::Gap, longest)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_in_a_report_is_no_number() {
        let report = json!({"fcp": 500.0, "answered": null, "alive": null, "then": {"bytes": 9000, "requests": 3}});
        assert_eq!(answered(&report), []);
        assert_eq!(loaded(&report), [(Measure::Fcp, 500.0)]);
        assert_eq!(loaded(&json!({"alive": 1500.0})), [(Measure::Alive, 1500.0)]);
    }

    #[test]
    fn bytes_count_until_the_answer_and_time_from_the_paint_too() {
        let report = json!({"fcp": 500.0, "answered": 620.0, "then": {"bytes": 9000, "requests": 3}});
        let expected = [
            (Measure::Answer, 620.0),
            (Measure::AnswerAfterPaint, 120.0),
            (Measure::AnsweredKilobytes, 9.0),
            (Measure::AnsweredRequests, 3.0),
        ];
        assert_eq!(answered(&report), expected);
    }

    #[test]
    fn frames_are_counted_by_the_time_between_them() {
        let numbers = frames(&json!([10.0, 10.0, 30.0]));
        assert_eq!(numbers, [(Measure::Frames, 60.0), (Measure::Gap, 30.0)]);
        assert_eq!(frames(&json!([])), []);
    }
}
