//! A browser that does as it is told: Chromium through chromedriver, over plain HTTP.
//!
//! WebDriver is a handful of POST requests with JSON, so there is no client library here.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A page that has been left is not kept for who comes back, nor is a process held ready for the next: a third of what
    // loading a page costs, and half for a small one.
    "--disable-features=BackForwardCache,SpareRendererForSitePerProcess",
];

/// How long a page may take to load, and a script to answer, in milliseconds: a machine may be busy with much else.
const PAGE_LOAD: u32 = 120_000;
const SCRIPT: u32 = 300_000;
/// How long the driver may take to answer: longer than those.
const PATIENCE: Duration = Duration::from_secs(330);

/// How often a driver is started until it listens.
const STARTS: usize = 4;

/// What a command waits for before it is done.
#[derive(Clone, Copy)]
enum Waits {
    /// That the page which is being loaded is there.
    ForPages,
    /// Nothing: a page can be spoken to while it comes.
    ForNothing,
}

/// A running driver, which can have many browsers; dropping it ends it and them.
pub struct DriverProcess {
    process: Child,
    port: u16,
    /// Kept open, or the driver would write into nothing.
    _output: BufReader<ChildStdout>,
}

impl DriverProcess {
    /// Starts the driver, at a port that it chooses.
    pub fn start(driver: &Path) -> Result<Self, String> {
        let mut listening = listen(driver);
        // It takes a port that is free for one kind of address and gives up if the other kind's is not.
        for _ in 1..STARTS {
            listening = listening.or_else(|_| listen(driver));
        }
        let (process, output, port) = listening?;
        Ok(Self { process, port, _output: output })
    }

    /// The port that it listens at, on this computer.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        // Asked to, it ends its browsers too.
        let _ = exchange(self.port, "GET", "/shutdown", "", Duration::from_secs(5));
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One browser with a profile of its own. Dropping it ends the browser, also after a panic.
pub struct Driver {
    port: u16,
    session: String,
    /// The browser's process, which outlives the driver if both hang.
    browser: Option<u64>,
    profile: PathBuf,
    /// The driver, if it is this browser's alone; it ends after the browser.
    _own: Option<DriverProcess>,
}

impl Driver {
    /// Starts a driver, and a browser with an empty profile: the programs of Chromium and of its driver.
    pub fn start(chrome: &Path, driver: &Path) -> Result<Self, String> {
        let own = DriverProcess::start(driver)?;
        let port = own.port();
        Self::begin(chrome, port, Some(own), Waits::ForPages)
    }

    /// Starts a browser with an empty profile, at a driver that listens at this port.
    pub fn connect(chrome: &Path, port: u16) -> Result<Self, String> {
        Self::begin(chrome, port, None, Waits::ForPages)
    }

    /// The same, but no command waits for a page to load, so that what happens meanwhile can be watched.
    pub fn connect_impatient(chrome: &Path, port: u16) -> Result<Self, String> {
        Self::begin(chrome, port, None, Waits::ForNothing)
    }

    fn begin(chrome: &Path, port: u16, own: Option<DriverProcess>, waits: Waits) -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("story-browser-{}-{number}", std::process::id()));
        // Made before the session, so that a session that fails leaves nothing behind either.
        let mut this = Self { port, session: String::new(), browser: None, profile, _own: own };
        let answer = this.new_session(chrome, waits).map_err(|error| format!("new session: {error}"))?;
        this.session = answer["sessionId"].as_str().ok_or("a session without an id")?.to_owned();
        this.browser = answer["capabilities"]["goog:processID"].as_u64();
        Ok(this)
    }

    fn new_session(&self, chrome: &Path, waits: Waits) -> Result<Value, String> {
        let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("--user-data-dir={}", self.profile.display()));
        let strategy = match waits {
            Waits::ForPages => "normal",
            Waits::ForNothing => "none",
        };
        let wishes = json!({
            "pageLoadStrategy": strategy,
            "goog:chromeOptions": {"args": flags, "binary": chrome},
            "goog:loggingPrefs": {"browser": "ALL"},
            "timeouts": {"pageLoad": PAGE_LOAD, "script": SCRIPT},
        });
        self.request("POST", "/session", &json!({"capabilities": {"alwaysMatch": wishes}}))
    }

    /// Makes the browser as good as new: one empty tab, which has not been told anything yet, and nothing in the log.
    /// What was kept for an origin stays, so every server wants an origin of its own.
    pub fn renew(&self) -> Result<(), String> {
        let handles = |answer: &Value| -> Vec<String> {
            answer.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let old = handles(&self.request("GET", &self.path("window/handles"), &Value::Null)?);
        let tab = self.command("window/new", json!({"type": "tab"}))?;
        for handle in old {
            self.command("window", json!({"handle": handle}))?;
            self.request("DELETE", &self.path("window"), &Value::Null)?;
        }
        self.command("window", json!({"handle": tab["handle"]}))?;
        self.command("se/log", json!({"type": "browser"}))?;
        Ok(())
    }

    /// Sends a WebDriver command of this session.
    pub fn command(&self, path: &str, body: Value) -> Result<Value, String> {
        self.request("POST", &self.path(path), &body)
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
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, text) =
            exchange(self.port, method, path, &body, PATIENCE).map_err(|error| format!("chromedriver: {error}"))?;
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
        // The browser's helpers may write for a moment after it has gone.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.profile).is_ok() || !self.profile.exists() {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// One HTTP request on a connection of its own: status and body.
fn exchange(port: u16, method: &str, path: &str, body: &str, patience: Duration) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(patience))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    let mut reader = BufReader::new(stream);
    let (mut status, mut length, mut line) = (0, 0, String::new());
    while reader.read_line(&mut line)? > 2 {
        if status == 0 {
            status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        } else if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes)?;
    Ok((status, String::from_utf8_lossy(&bytes).into_owned()))
}

/// Starts a driver that listens, with the port that it says.
fn listen(driver: &Path) -> Result<(Child, BufReader<ChildStdout>, u16), String> {
    let mut process = Command::new(driver)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{}: {error}", driver.display()))?;
    let mut output = BufReader::new(process.stdout.take().ok_or("chromedriver without output")?);
    match port_in(&mut output) {
        Ok(port) => Ok((process, output, port)),
        Err(error) => {
            let _ = process.kill();
            let _ = process.wait();
            Err(error)
        }
    }
}

/// The port that chromedriver says it listens at.
fn port_in(output: &mut impl BufRead) -> Result<u16, String> {
    let mut line = String::new();
    while output.read_line(&mut line).is_ok_and(|length| length > 0) {
        if let Some((_, port)) = line.split_once("successfully on port ") {
            let port = port.trim().trim_end_matches('.');
            return port.parse().map_err(|_| format!("expected a port number, got {port}"));
        }
        line.clear();
    }
    Err("chromedriver ended before it said its port".into())
}
