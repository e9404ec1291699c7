//! The size of a page where no protocol of the browser's own sets it.
//!
//! No window of Firefox or of GTK's browser is as narrow as a phone. A page that is to be so narrow is loaded into a frame of
//! that size, from its own server, and all that follows is about the frame.

use serde_json::{Value, json};

use crate::Driver;
use crate::server::EMPTY;
use crate::size::Size;
use crate::waiting::until;

/// The narrowest window; the narrowest that Firefox has is 450 pixels wide.
const NARROWEST: u32 = 500;

/// How wide a window is that has such a frame in it. It is as high as the frame: what the page asks of the window's height, by an
/// observer without a root, is then what it would be without the frame.
const AROUND: u32 = 1000;

impl Driver {
    /// Makes the page of this size, or the next that is loaded where that is to be narrower than any window, or no more.
    pub(crate) fn resize_window(&self, size: Size) -> Result<(), String> {
        let narrow = size.width < NARROWEST;
        let is_there = narrow && self.frame.get().is_some();
        self.command("frame", json!({"id": null}))?;
        self.frame.set(narrow.then_some(size));
        self.reshape_window(if narrow { Size { width: AROUND, ..size } } else { size })?;
        if is_there { self.reshape_frame(size) } else { Ok(()) }
    }

    fn reshape_window(&self, size: Size) -> Result<(), String> {
        // What of the window is not the page is only known of a window that is there.
        let around = self.script("return [outerWidth - innerWidth, outerHeight - innerHeight]")?;
        let [wide, high] = [&around[0], &around[1]].map(|pixels| pixels.as_u64().unwrap_or(0));
        let [width, height] = [u64::from(size.width) + wide, u64::from(size.height) + high];
        self.command("window/rect", json!({"width": width, "height": height}))?;
        let mut last = Value::Null;
        let came = until(|| {
            last = self.script("return [innerWidth, innerHeight]").unwrap_or_default();
            last == json!([size.width, size.height])
        });
        if came { Ok(()) } else { Err(format!("expected a window of {size:?}, got {last}")) }
    }

    /// Changes the size of the frame, if a page has been loaded into it.
    fn reshape_frame(&self, size: Size) -> Result<(), String> {
        let script = format!(
            "const frame = document.querySelector('iframe'); if (frame) {{ {} }} return !!frame",
            shape(size)
        );
        match self.script(&script)? {
            Value::Bool(true) => self.turn_to_frame(),
            _ => Ok(()),
        }
    }

    /// Loads an address into a frame of this size.
    pub(crate) fn load_framed(&self, url: &str, size: Size) -> Result<(), String> {
        let origin: String = url.split_inclusive('/').take(3).collect();
        let around = format!("{origin}{}", EMPTY.trim_start_matches('/'));
        self.command("url", json!({"url": around})).map_err(|error| format!("{around}: {error}"))?;
        self.script_later(&format!(
            "const done = arguments[arguments.length - 1], frame = document.createElement('iframe');
             {}
             frame.onload = () => done(true);
             frame.src = {};
             document.body.replaceChildren(frame);",
            shape(size),
            json!(url)
        ))?;
        self.turn_to_frame()
    }

    fn turn_to_frame(&self) -> Result<(), String> {
        self.command("frame", json!({"id": 0}))?;
        self.script("focus()").map(|_| ())
    }
}

/// Gives the frame its place and size.
fn shape(Size { width, height }: Size) -> String {
    format!(
        "frame.style.cssText = 'position: fixed; left: 0; top: 0; border: 0; width: {width}px; height: {height}px';"
    )
}
