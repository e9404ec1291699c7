//! Chromiums of former years, which readers still have in the web views of other programs. Today's driver starts none of
//! them, so they are spoken to by themselves.

use std::cell::RefCell;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::devtools::{DevTools, thrown};
use crate::engine::CHROMIUM;
use crate::process::{end_group, in_own_group, remove};
use crate::size::Size;
use crate::waiting::{until_true, until_within};

/// How long a browser may take to say where it listens, and how often it is looked for.
const PATIENCE: Duration = Duration::from_secs(60);
const BEAT: Duration = Duration::from_millis(20);

/// From which width on a page is a desk's.
const DESK: u32 = 1000;

/// A running browser with an empty profile and one page. Dropping it ends it, also after a panic.
pub struct OlderChromium {
    process: Child,
    page: RefCell<DevTools>,
    folder: TempDir,
}

impl OlderChromium {
    /// Starts this program, or says why it does not start.
    pub fn start(program: &Path) -> Result<Self, String> {
        let folder = TempDir::new().map_err(|error| error.to_string())?;
        let (profile, said) = (folder.path().join("profile"), folder.path().join("said"));
        // Where there is no such folder, it writes nowhere at which port it listens.
        fs::create_dir(&profile).map_err(|error| format!("{}: {error}", profile.display()))?;
        let errors = File::create(&said).map_err(|error| format!("{}: {error}", said.display()))?;
        let mut command = Command::new(program);
        command
            .args(CHROMIUM)
            .args(["--remote-debugging-port=0", &format!("--user-data-dir={}", profile.display()), "about:blank"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(errors);
        let mut process =
            in_own_group(&mut command).spawn().map_err(|error| format!("{}: {error}", program.display()))?;
        match listening(&mut process, &profile).and_then(|(port, path)| DevTools::of_a_page(port, &path)) {
            Ok(page) => Ok(Self { process, page: RefCell::new(page), folder }),
            Err(error) => {
                end_group(&mut process);
                let said = fs::read_to_string(said).unwrap_or_default();
                Err(format!("{error} {}", said.lines().last().unwrap_or_default()).trim_end().to_owned())
            }
        }
    }

    /// Its version, such as `103.0.5058.0`.
    pub fn version(&self) -> Result<String, String> {
        let answer = self.devtools("Browser.getVersion", json!({}))?;
        let product = answer["product"].as_str().unwrap_or_default();
        product.split_once('/').map(|(_, version)| version.to_owned()).ok_or(format!("no version in {answer}"))
    }

    /// Sends a command.
    pub fn devtools(&self, name: &str, params: Value) -> Result<Value, String> {
        self.page.borrow_mut().command(name, params)
    }

    /// Makes the page of this size: narrow ones are a phone's, with a finger.
    pub fn resize(&self, size: Size) -> Result<(), String> {
        let phone = size.width < DESK;
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": phone}),
        )?;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": phone, "maxTouchPoints": 1}))?;
        Ok(())
    }

    /// Loads an address anew; returns when all of the document is there.
    pub fn load(&self, url: &str) -> Result<(), String> {
        const EMPTY: &str = "about:blank";
        // From a page of another kind, or a change of the fragment would load nothing, and the old page would be taken for it.
        for url in [EMPTY, url] {
            let answer = self.devtools("Page.navigate", json!({"url": url}))?;
            if let Some(error) = answer["errorText"].as_str() {
                return Err(format!("{url}: {error}"));
            }
            let is_empty = url == EMPTY;
            self.wait(&format!(
                "return document.readyState === 'complete' && (location.href === '{EMPTY}') === {is_empty}"
            ))
            .map_err(|error| format!("{url}: {error}"))?;
        }
        Ok(())
    }

    /// The result of a script.
    pub fn script(&self, script: &str) -> Result<Value, String> {
        let expression = format!("(() => {{{script}\n}})()");
        let wishes = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.devtools("Runtime.evaluate", wishes)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(thrown(details)),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    /// Waits until a script returns something true; the error is what it throws instead.
    pub fn wait(&self, script: &str) -> Result<(), String> {
        until_true(|| self.script(script))
    }

    /// Taps at a point of the window, or clicks where there is no finger.
    pub fn point_at(&self, with_finger: bool, [x, y]: [i64; 2]) -> Result<(), String> {
        if with_finger {
            self.devtools(
                "Input.dispatchTouchEvent",
                json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}),
            )?;
            self.devtools("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []}))?;
            return Ok(());
        }
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
            self.devtools("Input.dispatchMouseEvent", event)?;
        }
        Ok(())
    }

    /// Errors that the page has raised since the last look.
    pub fn complaints(&self) -> Vec<String> {
        self.page.borrow_mut().complaints()
    }

    /// A PNG of the window as the reader sees it.
    pub fn window_picture(&self) -> Result<Vec<u8>, String> {
        let answer = self.devtools("Page.captureScreenshot", json!({"format": "png"}))?;
        STANDARD.decode(answer["data"].as_str().unwrap_or_default()).map_err(|error| error.to_string())
    }
}

impl Drop for OlderChromium {
    fn drop(&mut self) {
        end_group(&mut self.process);
        remove(self.folder.path());
    }
}

/// Port and path at which a browser listens: it writes them into its profile.
fn listening(process: &mut Child, profile: &Path) -> Result<(u16, String), String> {
    let (mut found, mut ended) = (None, None);
    until_within(PATIENCE, BEAT, || {
        found = fs::read_to_string(profile.join("DevToolsActivePort")).ok().as_deref().and_then(port_and_path);
        ended = process.try_wait().ok().flatten();
        found.is_some() || ended.is_some()
    });
    match ended {
        Some(status) => Err(format!("it ended ({status}).")),
        None => found.ok_or_else(|| "it does not say where it listens.".into()),
    }
}

fn port_and_path(text: &str) -> Option<(u16, String)> {
    let (port, path) = text.split_once('\n')?;
    let path = path.trim();
    path.starts_with('/').then_some((port.trim().parse().ok()?, path.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_browser_listens_is_read_once_all_of_it_is_written() {
        assert_eq!(port_and_path("41741\n/devtools/browser/3bcc"), Some((41741, "/devtools/browser/3bcc".into())));
        assert_eq!(port_and_path("41741\n"), None);
        assert_eq!(port_and_path("41741"), None);
        assert_eq!(port_and_path(""), None);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_program_that_is_no_browser_says_why_it_did_not_start() {
        let error = OlderChromium::start(Path::new("/bin/false")).err().expect("it does not start");
        assert!(error.starts_with("it ended (exit status: 1)."), "{error}");
        let error = OlderChromium::start(Path::new("/no/such/program")).err().expect("it does not start");
        assert!(error.starts_with("/no/such/program: "), "{error}");
    }
}
