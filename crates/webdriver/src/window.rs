//! What a browser's window shows: its size, its media, the page in it, and pictures of that.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::size::Size;
use crate::waiting::until_true;
use crate::{Driver, Engine};

/// Calls `done` when the page has stood still for some frames: where it is scrolled to, and how long it is.
const SETTLE: &str = "
    const done = arguments[arguments.length - 1];
    let last, calm = 0;
    const look = () => {
        const now = [scrollX, scrollY, document.documentElement.scrollHeight].join();
        calm = now === last ? calm + 1 : 0;
        last = now;
        calm > 3 ? done(true) : requestAnimationFrame(look);
    };
    document.fonts.ready.then(look);";

/// What a page is shown on, as its style sheets are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Media {
    /// Paper rather than a screen.
    pub print: bool,
    /// Dark colours are asked for.
    pub dark: bool,
    /// The system puts its own few colours in place of the page's.
    pub forced_colors: bool,
    /// Little motion is asked for.
    pub reduced_motion: bool,
}

impl Driver {
    /// Changes the size of the page; a window of its own cannot be narrower than 500 pixels. In engines other than Chromium
    /// a page is narrower only from when it is loaded.
    pub fn resize(&self, size: Size) -> Result<(), String> {
        if self.engine() != Engine::Chromium {
            return self.resize_window(size);
        }
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": size.width < 1000}),
        )?;
        Ok(())
    }

    /// Changes what the page is shown on; only Chromium can.
    pub fn emulate(&self, media: Media) -> Result<(), String> {
        let choice = |on: bool, yes: &'static str, no: &'static str| if on { yes } else { no };
        let features = json!([
            {"name": "prefers-color-scheme", "value": choice(media.dark, "dark", "light")},
            {"name": "forced-colors", "value": choice(media.forced_colors, "active", "none")},
            {"name": "prefers-reduced-motion", "value": choice(media.reduced_motion, "reduce", "no-preference")},
        ]);
        let params = json!({"media": choice(media.print, "print", ""), "features": features});
        self.devtools("Emulation.setEmulatedMedia", params)?;
        Ok(())
    }

    /// Loads an address anew; returns when the document is there.
    pub fn load(&self, url: &str) -> Result<(), String> {
        if let Some(size) = self.frame.get() {
            return self.load_framed(url, size);
        }
        // From a page of another kind, or a change of the fragment would load nothing.
        for url in ["about:blank", url] {
            self.command("url", json!({"url": url})).map_err(|error| format!("{url}: {error}"))?;
        }
        Ok(())
    }

    /// The result of a script.
    pub fn script(&self, script: &str) -> Result<Value, String> {
        self.command("execute/sync", json!({"script": script, "args": []}))
    }

    /// The result of a script that calls its last argument with it.
    pub fn script_later(&self, script: &str) -> Result<Value, String> {
        self.command("execute/async", json!({"script": script, "args": []}))
    }

    /// Waits until a script returns something true; the error is what it returns instead.
    pub fn wait(&self, script: &str) -> Result<(), String> {
        until_true(|| self.look("execute/sync", &json!({"script": script, "args": []})))
    }

    /// Waits until the program answers.
    pub fn wait_until_alive(&self) -> Result<(), String> {
        self.wait("return document.readyState === 'complete' && 'alive' in document.documentElement.dataset")
            .map_err(|error| format!("the page does not answer: {error}"))
    }

    /// Waits until the page stands still.
    pub fn settle(&self) -> Result<(), String> {
        self.script_later(SETTLE).map(|_| ())
    }

    /// A PNG of part of the page, also of what is out of sight: left, top, width and height in CSS pixels, and
    /// how many pixels of the picture each takes.
    pub fn picture(&self, [x, y, width, height]: [f64; 4], scale: f64) -> Result<Vec<u8>, String> {
        let clip = json!({"x": x, "y": y, "width": width, "height": height, "scale": scale});
        let params = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        decoded(&self.devtools("Page.captureScreenshot", params)?)
    }

    /// A PNG of the window as the reader sees it, with what stays in it while the page scrolls.
    pub fn window_picture(&self) -> Result<Vec<u8>, String> {
        if self.engine() != Engine::Chromium {
            return decoded(&json!({"data": self.ask("screenshot")?}));
        }
        let params = json!({"format": "png", "captureBeyondViewport": false});
        decoded(&self.devtools("Page.captureScreenshot", params)?)
    }

    /// The page as a PDF on the paper that its style sheets ask for, from a printer whose own is so many inches wide and
    /// high: Chromium asks media queries about that one.
    pub fn pdf(&self, [width, height]: [f64; 2]) -> Result<Vec<u8>, String> {
        let params =
            json!({"preferCSSPageSize": true, "generateTaggedPDF": true, "paperWidth": width, "paperHeight": height});
        decoded(&self.devtools("Page.printToPDF", params)?)
    }
}

fn decoded(answer: &Value) -> Result<Vec<u8>, String> {
    STANDARD.decode(answer["data"].as_str().unwrap_or_default()).map_err(|error| error.to_string())
}
