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

const FLAGS: [&str; 9] = [
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

/// How long the driver may take to answer: longer than the time-outs of the session.
const PATIENCE: Duration = Duration::from_secs(90);

/// How often a driver is started until it listens.
const STARTS: usize = 4;

/// One browser with a profile of its own. Dropping it ends browser and driver, also after a panic.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
    /// The browser's process, which outlives the driver if both hang.
    browser: Option<u64>,
    profile: PathBuf,
    /// Kept open, or the driver would write into nothing.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts a browser with an empty profile: the programs of Chromium and of its driver.
    pub fn start(chrome: &Path, driver: &Path) -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("story-browser-{}-{number}", std::process::id()));
        let mut listening = listen(driver);
        // It takes a port that is free for one kind of address and gives up if the other kind's is not.
        for _ in 1..STARTS {
            listening = listening.or_else(|_| listen(driver));
        }
        let (process, output, port) = listening?;
        // Made before the session, so that a session that fails leaves nothing behind either.
        let mut this = Self { process, port, session: String::new(), browser: None, profile, _output: output };
        let answer = this.new_session(chrome).map_err(|error| format!("new session: {error}"))?;
        this.session = answer["sessionId"].as_str().ok_or("a session without an id")?.to_owned();
        this.browser = answer["capabilities"]["goog:processID"].as_u64();
        Ok(this)
    }

    fn new_session(&self, chrome: &Path) -> Result<Value, String> {
        let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("--user-data-dir={}", self.profile.display()));
        let wishes = json!({
            "goog:chromeOptions": {"args": flags, "binary": chrome},
            "goog:loggingPrefs": {"browser": "ALL"},
            "timeouts": {"pageLoad": 30_000, "script": 60_000},
        });
        self.request("POST", "/session", &json!({"capabilities": {"alwaysMatch": wishes}}))
    }

    /// Sends a WebDriver command of this session.
    pub fn command(&self, path: &str, body: Value) -> Result<Value, String> {
        self.request("POST", &format!("/session/{}/{path}", self.session), &body)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub fn devtools(&self, name: &str, params: Value) -> Result<Value, String> {
        self.command("goog/cdp/execute", json!({"cmd": name, "params": params}))
            .map_err(|error| format!("{name}: {error}"))
    }

    fn request(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let (status, text) = self
            .exchange(method, path, &body.to_string(), PATIENCE)
            .map_err(|error| format!("chromedriver: {error}"))?;
        let answer: Value = serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"))?;
        let value = answer["value"].clone();
        if status == 200 { Ok(value) } else { Err(value["message"].as_str().unwrap_or(&text).to_owned()) }
    }

    /// One HTTP request on a connection of its own: status and body.
    fn exchange(&self, method: &str, path: &str, body: &str, patience: Duration) -> std::io::Result<(u16, String)> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
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
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver ends the browser with the session; one that hangs is ended without it.
        if !self.session.is_empty() {
            let _ = self.exchange("DELETE", &format!("/session/{}", self.session), "", Duration::from_secs(5));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
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
