//! The Chrome DevTools Protocol over a web socket, which Chromium itself speaks: for those that no driver of today starts.
//!
//! Commands and answers are JSON with a number in common; what the browser says unasked comes in between.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// How long a browser may take to answer: a machine may be busy with much else.
const PATIENCE: Duration = Duration::from_secs(120);

/// A browser that listens, and the page in it that commands are about.
pub(crate) struct DevTools {
    socket: WebSocket<TcpStream>,
    /// The page's session; without one a command is about the browser.
    page: Option<String>,
    /// The number of the last command.
    last: u64,
    /// What the page has complained of since somebody asked.
    complaints: Vec<String>,
}

impl DevTools {
    /// Turns to a new page of the browser that listens at this port, under this path.
    pub(crate) fn of_a_page(port: u16, path: &str) -> Result<Self, String> {
        let stream = TcpStream::connect(("127.0.0.1", port)).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(|error| error.to_string())?;
        let url = format!("ws://127.0.0.1:{port}{path}");
        let (socket, _) = tungstenite::client(url, stream).map_err(|error| error.to_string())?;
        let mut this = Self { socket, page: None, last: 0, complaints: Vec::new() };
        let page = this.command("Target.createTarget", json!({"url": "about:blank"}))?;
        let wishes = json!({"targetId": page["targetId"], "flatten": true});
        let session = this.command("Target.attachToTarget", wishes)?;
        this.page = Some(session["sessionId"].as_str().ok_or("a page without a session")?.to_owned());
        for domain in ["Runtime.enable", "Log.enable"] {
            this.command(domain, json!({}))?;
        }
        Ok(this)
    }

    /// What comes of a command.
    pub(crate) fn command(&mut self, name: &str, params: Value) -> Result<Value, String> {
        self.last += 1;
        let mut command = json!({"id": self.last, "method": name, "params": params});
        if let Some(page) = &self.page {
            command["sessionId"] = json!(page);
        }
        self.socket.send(Message::text(command.to_string())).map_err(|error| format!("{name}: {error}"))?;
        loop {
            let said = self.next().map_err(|error| format!("{name}: {error}"))?;
            if said["id"] != self.last {
                self.complaints.extend(complaint(&said));
                continue;
            }
            return match said["error"]["message"].as_str() {
                Some(error) => Err(format!("{name}: {error}")),
                None => Ok(said["result"].clone()),
            };
        }
    }

    /// What the page has complained of since the last look.
    pub(crate) fn complaints(&mut self) -> Vec<String> {
        std::mem::take(&mut self.complaints)
    }

    fn next(&mut self) -> Result<Value, String> {
        loop {
            // Beside texts there are signs of life, which the socket answers by itself.
            if let Message::Text(text) = self.socket.read().map_err(|error| error.to_string())? {
                return serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"));
            }
        }
    }
}

/// An error that the browser tells of, if it is one.
fn complaint(said: &Value) -> Option<String> {
    let params = &said["params"];
    match said["method"].as_str()? {
        "Runtime.exceptionThrown" => Some(thrown(&params["exceptionDetails"])),
        "Runtime.consoleAPICalled" if params["type"] == "error" => Some(params["args"].to_string()),
        "Log.entryAdded" if params["entry"]["level"] == "error" => {
            let entry = &params["entry"];
            Some(format!("{}: {} {}", entry["source"], entry["text"], entry["url"]))
        }
        _ => None,
    }
}

/// What a script has thrown, in words.
pub(crate) fn thrown(details: &Value) -> String {
    let words = details["exception"]["description"].as_str().or_else(|| details["text"].as_str());
    words.unwrap_or("it threw what is no error").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_errors_are_complaints() {
        let entry = |level: &str| json!({"method": "Log.entryAdded", "params": {"entry": {"level": level, "source": "network", "text": "404", "url": "a"}}});
        assert_eq!(complaint(&entry("error")).as_deref(), Some("\"network\": \"404\" \"a\""));
        assert_eq!(complaint(&entry("warning")), None);
        let console = |kind: &str| json!({"method": "Runtime.consoleAPICalled", "params": {"type": kind, "args": [{"value": "a"}]}});
        assert_eq!(complaint(&console("error")).as_deref(), Some(r#"[{"value":"a"}]"#));
        assert_eq!(complaint(&console("log")), None);
        let details = json!({"text": "Uncaught", "exception": {"description": "TypeError: a"}});
        let exception = json!({"method": "Runtime.exceptionThrown", "params": {"exceptionDetails": details}});
        assert_eq!(complaint(&exception).as_deref(), Some("TypeError: a"));
    }
}
