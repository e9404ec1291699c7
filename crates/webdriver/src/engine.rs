//! The engines of browsers, and what the driver of each is told to start one.

use std::fmt;
use std::path::Path;

use serde_json::{Value, json};

/// What lays out a page and runs its program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chrome's, of which more can be asked than WebDriver knows (`Driver::devtools`).
    Chromium,
    /// Gecko.
    Firefox,
    /// Safari's, in GTK's browser.
    WebKit,
}

/// What Chromium is started with.
pub(crate) const CHROMIUM: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// What becomes of a page that has been left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// It is not kept for who comes back: a third of what loading a page costs, and half for a small one.
    Forgotten,
    /// It is kept, as in readers' browsers.
    Kept,
}

impl Engine {
    /// What a session is asked for beside what every engine is asked for. The profile is Chromium's; drivers of the others
    /// make one themselves.
    pub(crate) fn wishes(self, browser: &Path, profile: &Path, left: Left) -> (&'static str, Value) {
        match self {
            Self::Chromium => {
                let mut flags: Vec<String> = CHROMIUM.map(str::to_owned).to_vec();
                flags.push(format!("--user-data-dir={}", profile.display()));
                // Nor is a process held ready for the next page.
                let kept = if left == Left::Kept { "" } else { "BackForwardCache," };
                flags.push(format!("--disable-features={kept}SpareRendererForSitePerProcess"));
                ("goog:chromeOptions", json!({"args": flags, "binary": browser}))
            }
            Self::Firefox => {
                let prefs = json!({
                    "browser.sessionhistory.max_total_viewers": if left == Left::Kept { 4 } else { 0 },
                    // By keyboard one comes to links as well, whatever the system says.
                    "accessibility.tabfocus": 7,
                    // They take no room, as on a phone and in Chromium without a screen.
                    "ui.useOverlayScrollbars": 1,
                });
                ("moz:firefoxOptions", json!({"args": ["-headless"], "binary": browser, "prefs": prefs}))
            }
            Self::WebKit => ("webkitgtk:browserOptions", json!({"args": ["--automation"], "binary": browser})),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}
