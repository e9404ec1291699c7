//! A browser that does as it is told: Chromium, Firefox or WebKit through its driver, over plain HTTP.
//!
//! WebDriver is a handful of POST requests with JSON, so there is no client library here.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::engine::{Engine, Left};
use crate::http::exchange;
use crate::process::{DriverProcess, remove};
use crate::size::Size;

/// How long a page may take to load, and a script to answer, in milliseconds: a machine may be busy with much else.
const PAGE_LOAD: u32 = 120_000;
const SCRIPT: u32 = 300_000;
/// How long the driver may take to answer: longer than those.
const PATIENCE: Duration = Duration::from_secs(330);
/// How long it may take where the same is asked again: WebKit never answers what it was asked between two pages.
const LOOK: Duration = Duration::from_secs(40);

/// What a command waits for before it is done.
#[derive(Clone, Copy)]
enum Waits {
    /// That the page which is being loaded is there.
    ForPages,
    /// Nothing: a page can be spoken to while it comes.
    ForNothing,
}

/// One browser with a profile of its own. Dropping it ends the browser, also after a panic.
pub struct Driver {
    engine: Engine,
    port: u16,
    session: String,
    /// The browser's process, which outlives the driver if both hang.
    browser: Option<u64>,
    profile: PathBuf,
    /// How large the frame is that a page is loaded into, where the browser's windows cannot be so narrow.
    pub(crate) frame: Cell<Option<Size>>,
    /// The driver, if it is this browser's alone; it ends after the browser.
    _own: Option<DriverProcess>,
}

impl Driver {
    /// Starts a driver, and a browser with an empty profile: the programs of Chromium and of its driver.
    pub fn start(chrome: &Path, driver: &Path) -> Result<Self, String> {
        let own = DriverProcess::start(driver)?;
        let port = own.port();
        Self::begin(Engine::Chromium, chrome, port, Some(own), Waits::ForPages, Left::Forgotten)
    }

    /// Starts a browser of this engine with an empty profile, at a driver that listens at this port.
    pub fn connect(engine: Engine, browser: &Path, port: u16) -> Result<Self, String> {
        Self::begin(engine, browser, port, None, Waits::ForPages, Left::Forgotten)
    }

    /// The same, and pages that have been left are kept for whoever goes back, as in readers' browsers.
    pub fn connect_keeping(engine: Engine, browser: &Path, port: u16) -> Result<Self, String> {
        Self::begin(engine, browser, port, None, Waits::ForPages, Left::Kept)
    }

    /// The same with Chromium, but no command waits for a page to load, so that what happens meanwhile can be watched.
    pub fn connect_impatient(chrome: &Path, port: u16) -> Result<Self, String> {
        Self::begin(Engine::Chromium, chrome, port, None, Waits::ForNothing, Left::Forgotten)
    }

    fn begin(
        engine: Engine,
        browser: &Path,
        port: u16,
        own: Option<DriverProcess>,
        waits: Waits,
        left: Left,
    ) -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("story-browser-{}-{number}", std::process::id()));
        // Made before the session, so that a session that fails leaves nothing behind either.
        let (session, frame) = (String::new(), Cell::new(None));
        let mut this = Self { engine, port, session, browser: None, profile, frame, _own: own };
        let answer = this.new_session(browser, waits, left).map_err(|error| format!("new session: {error}"))?;
        this.session = answer["sessionId"].as_str().ok_or("a session without an id")?.to_owned();
        let capabilities = &answer["capabilities"];
        this.browser = capabilities["goog:processID"].as_u64().or_else(|| capabilities["moz:processID"].as_u64());
        Ok(this)
    }

    fn new_session(&self, browser: &Path, waits: Waits, left: Left) -> Result<Value, String> {
        let strategy = match waits {
            Waits::ForPages => "normal",
            Waits::ForNothing => "none",
        };
        let (name, options) = self.engine.wishes(browser, &self.profile, left);
        let mut wishes = json!({
            "pageLoadStrategy": strategy,
            "timeouts": {"pageLoad": PAGE_LOAD, "script": SCRIPT},
        });
        wishes[name] = options;
        if self.engine == Engine::Chromium {
            wishes["goog:loggingPrefs"] = json!({"browser": "ALL"});
        }
        self.request("POST", "/session", &json!({"capabilities": {"alwaysMatch": wishes}}))
    }

    /// The engine of this browser.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The port of its driver.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Makes the browser as good as new: one empty tab, which has not been told anything yet, and nothing in the log.
    /// What was kept for an origin stays, so every server wants an origin of its own.
    pub fn renew(&self) -> Result<(), String> {
        let handles = |answer: &Value| -> Vec<String> {
            answer.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let old = handles(&self.ask("window/handles")?);
        let tab = self.command("window/new", json!({"type": "tab"}))?;
        for handle in old {
            self.command("window", json!({"handle": handle}))?;
            self.request("DELETE", &self.path("window"), &Value::Null)?;
        }
        self.command("window", json!({"handle": tab["handle"]}))?;
        self.frame.set(None);
        if self.engine == Engine::Chromium {
            self.command("se/log", json!({"type": "browser"}))?;
        }
        Ok(())
    }

    /// Sends a WebDriver command of this session.
    pub fn command(&self, path: &str, body: Value) -> Result<Value, String> {
        self.request("POST", &self.path(path), &body)
    }

    /// The same where an answer that does not come is one of many.
    pub(crate) fn look(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.request_within(LOOK, "POST", &self.path(path), body)
    }

    /// Asks for something of this session.
    pub fn ask(&self, path: &str) -> Result<Value, String> {
        self.request("GET", &self.path(path), &Value::Null)
    }

    fn path(&self, path: &str) -> String {
        format!("/session/{}/{path}", self.session)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub fn devtools(&self, name: &str, params: Value) -> Result<Value, String> {
        self.command("goog/cdp/execute", json!({"cmd": name, "params": params}))
            .map_err(|error| format!("{name}: {error}"))
    }

    fn request(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        self.request_within(PATIENCE, method, path, body)
    }

    fn request_within(&self, patience: Duration, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, text) = exchange(self.port, method, path, &body, patience)
            .map_err(|error| format!("the driver of {}: {error}", self.engine))?;
        let answer: Value = serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"))?;
        let value = answer["value"].clone();
        if status == 200 { Ok(value) } else { Err(value["message"].as_str().unwrap_or(&text).to_owned()) }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver ends the browser with the session; one that hangs is ended without it.
        if !self.session.is_empty() {
            let _ = exchange(self.port, "DELETE", &format!("/session/{}", self.session), "", Duration::from_secs(5));
        }
        if let Some(browser) = self.browser {
            let _ = Command::new("kill").args(["-9", &browser.to_string()]).stderr(Stdio::null()).status();
        }
        remove(&self.profile);
    }
}
