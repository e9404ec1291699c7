//! A web server for a built site, on a free port of this computer and under any path.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use tiny_http::{Header, Request, Response};

/// What the server does with WebAssembly.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wasm {
    /// Sends it.
    Whole,
    /// Answers 404.
    Missing,
    /// Sends the first thousand bytes.
    Truncated,
}

/// A running server; it stops when dropped.
pub struct Server {
    server: Arc<tiny_http::Server>,
    thread: Option<JoinHandle<()>>,
    under: &'static str,
}

impl Server {
    /// Serves a folder under a path such as `/` or `/a/b/`.
    pub fn start(folder: PathBuf, under: &'static str, wasm: Wasm) -> Self {
        let server = Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("a free port"));
        let answering = Arc::clone(&server);
        let thread = std::thread::spawn(move || {
            // Ends when `unblock` makes the iterator end.
            for request in answering.incoming_requests() {
                answer(request, &folder, under, wasm);
            }
        });
        Self { server, thread: Some(thread), under }
    }

    /// The address of a file of the site.
    pub fn url(&self, file: &str) -> String {
        let address = self.server.server_addr().to_ip().expect("an address with a port");
        format!("http://{address}{}{file}", self.under)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn answer(request: Request, folder: &Path, under: &str, wasm: Wasm) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let file = path.strip_prefix(under).filter(|file| !file.contains("..")).map(|file| match file {
        "" => "index.html".to_owned(),
        file if file.ends_with('/') => format!("{file}index.html"),
        file => file.to_owned(),
    });
    let is_wasm = path.ends_with(".wasm");
    let file = file.filter(|_| !(is_wasm && wasm == Wasm::Missing));
    let bytes = file.as_ref().and_then(|file| fs::read(folder.join(file)).ok());
    // A browser that leaves the page hangs up; that is no fault.
    let _ = match bytes {
        Some(mut bytes) => {
            if is_wasm && wasm == Wasm::Truncated {
                bytes.truncate(1000);
            }
            let kind =
                Header::from_bytes("Content-Type", media_type(&file.unwrap_or_default())).expect("a plain header");
            request.respond(Response::from_data(bytes).with_header(kind))
        }
        None => request.respond(Response::from_string("not here").with_status_code(404)),
    };
}

fn media_type(file: &str) -> &'static str {
    match Path::new(file).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
