//! A web server for a built site, on a free port of this computer and under any path.
//!
//! Each connection has a thread of its own and carries one answer, so that none waits for another.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Error, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// What the server sends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sends {
    /// All there is.
    All,
    /// All there is, and where a file has its form in Brotli beside it, that.
    Compressed,
    /// No WebAssembly: for that it answers 404.
    NoWasm,
    /// All but style sheets.
    NoStyle,
    /// Of the WebAssembly the first thousand bytes.
    HalfWasm,
    /// All but the WebAssembly, of which nobody hears that it is not there until [`THE_REST`] is asked for.
    NoWasmLater,
    /// All, but the WebAssembly as a file of this sort, or of none that is said, which a browser may not guess.
    WasmAs(Option<&'static str>),
    /// All, but pages in two parts: the second begins with this text, and comes when [`THE_REST`] is asked for.
    PagesInTwo(&'static str),
}

/// Whether this is the name of a file of the program in a built site, in one of its two forms.
pub fn is_program(name: &str) -> bool {
    ["app-", "whole-"].iter().any(|stem| name.starts_with(stem)) && (name.ends_with(".js") || name.ends_with(".wasm"))
}

/// What is asked for when the first part of a page has done its work.
pub const THE_REST: &str = "/the-rest";

/// An empty page that every server has.
pub const EMPTY: &str = "/an-empty-page";

/// What a page is told to keep where the browser does not tell what it has complained of: a script before all others, and
/// before the policy that would refuse it.
pub const LISTENER: &str = "<script>
    const complaints = window.complaints = [];
    const complain = (level, source) => (...words) => { complaints.push({level, source, message: words.join(' ')}); };
    console.error = complain('SEVERE', 'console-api');
    console.warn = complain('WARNING', 'console-api');
    addEventListener('unhandledrejection', event => complain('SEVERE', 'javascript')(event.reason));
    addEventListener('securitypolicyviolation', event => complain('SEVERE', 'security')(event.violatedDirective, event.blockedURI));
    addEventListener('error', event => event.target === window
        ? complain('SEVERE', 'javascript')(event.message, event.filename, event.lineno)
        : complain('SEVERE', 'network')(event.target.src ?? event.target.href), true);
</script>";

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    under: &'static str,
    stopped: Arc<AtomicBool>,
    gate: Arc<Gate>,
}

/// Opens each time that [`THE_REST`] is asked for.
#[derive(Default)]
struct Gate {
    times_opened: Mutex<u32>,
    bell: Condvar,
}

impl Gate {
    fn times_opened(&self) -> MutexGuard<'_, u32> {
        self.times_opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) {
        *self.times_opened() += 1;
        self.bell.notify_all();
    }

    /// Waits until it has been opened once more than this.
    fn wait(&self, times: u32) {
        let more = self.bell.wait_while(self.times_opened(), |now| *now == times);
        drop(more.unwrap_or_else(PoisonError::into_inner));
    }
}

impl Server {
    /// Serves a folder under a path such as `/` or `/a/b/`.
    pub fn start(folder: PathBuf, under: &'static str, sends: Sends) -> Result<Self> {
        Self::begin(folder, under, sends, false)
    }

    /// The same, and every page has [`LISTENER`] in its head, and in its policy this server for the host that it is
    /// published at.
    pub fn start_listening(folder: PathBuf, under: &'static str, sends: Sends) -> Result<Self> {
        Self::begin(folder, under, sends, true)
    }

    fn begin(folder: PathBuf, under: &'static str, sends: Sends, listens: bool) -> Result<Self> {
        let (listener, address) = listen()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopped);
        let folder = Arc::new(folder);
        let gate = Arc::<Gate>::default();
        let its_gate = Arc::clone(&gate);
        std::thread::spawn(move || {
            for stream in listener.incoming().take_while(|_| !stop.load(Ordering::Relaxed)).flatten() {
                let (folder, gate) = (Arc::clone(&folder), Arc::clone(&its_gate));
                // A browser that leaves the page hangs up; that is no fault.
                std::thread::spawn(move || {
                    let find = |path: &str| {
                        let bytes = file(path, &folder, under, sends)?;
                        let is_page = listens && media_type(path).starts_with("text/html");
                        Some(if is_page { heard(at_home(bytes, address)) } else { bytes })
                    };
                    answer(stream, find, sends, &gate)
                });
            }
        });
        Ok(Self { address, under, stopped, gate })
    }

    /// The address of a file of the site.
    pub fn url(&self, file: &str) -> String {
        format!("http://{}{}{file}", self.address, self.under)
    }
}

/// Listens at a port that no server of this process has had: a browser keeps things by address.
fn listen() -> Result<(TcpListener, SocketAddr)> {
    static TAKEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    // Held until another is found, or the same would come again.
    let mut passed = Vec::new();
    loop {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        if taken.insert(address.port()) {
            return Ok((listener, address));
        }
        passed.push(listener);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        self.gate.open();
        // The thread looks at the flag when the next one knocks.
        let _ = TcpStream::connect(self.address);
    }
}

fn answer(mut stream: TcpStream, find: impl Fn(&str) -> Option<Vec<u8>>, sends: Sends, gate: &Gate) -> Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut asked, mut line) = (String::new(), String::new());
    reader.read_line(&mut asked)?;
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let path = asked.split(' ').nth(1).and_then(|url| url.split('?').next()).unwrap_or_default();
    let compressed = (sends == Sends::Compressed).then(|| find(&packed(path))).flatten();
    let encoding = if compressed.is_some() { "Content-Encoding: br\r\n" } else { "" };
    let (status, kind, bytes) = match compressed.or_else(|| find(path)) {
        Some(bytes) => ("200 OK", media_type(path), bytes),
        None => ("404 Not Found", "text/plain", b"not here".to_vec()),
    };
    if path == THE_REST {
        gate.open();
    }
    // Looked at before anything is sent: from then on a reader may ask for the rest.
    let times_opened = *gate.times_opened();
    if sends == Sends::NoWasmLater && path.ends_with(".wasm") && times_opened == 0 {
        gate.wait(times_opened);
    }
    let length = bytes.len();
    let pause = match sends {
        // Without that text there is no answer, and who asks for the page sees that it fails.
        Sends::PagesInTwo(from) if path.ends_with('/') || path.ends_with(".html") => {
            let found = bytes.windows(from.len()).position(|part| part == from.as_bytes());
            found.ok_or_else(|| Error::other(format!("{path}: no {from}")))?
        }
        _ => length,
    };
    let access = if is_for_all(kind) { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    let kind = match sends {
        Sends::WasmAs(other) if path.ends_with(".wasm") => {
            let kind = other.map(|kind| format!("Content-Type: {kind}\r\n")).unwrap_or_default();
            kind + "X-Content-Type-Options: nosniff\r\n"
        }
        _ => format!("Content-Type: {kind}\r\n"),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\n{kind}Content-Length: {length}\r\n{encoding}{access}Connection: close\r\n\r\n"
    )?;
    stream.write_all(&bytes[..pause])?;
    if pause < length {
        stream.flush()?;
        gate.wait(times_opened);
    }
    stream.write_all(&bytes[pause..])
}

/// Where the form in Brotli is of the file at a path.
fn packed(path: &str) -> String {
    let page = if path.ends_with('/') { "index.html" } else { "" };
    format!("{path}{page}.br")
}

/// The content of the file at a path, if the server has it and means to send it.
fn file(path: &str, folder: &Path, under: &str, sends: Sends) -> Option<Vec<u8>> {
    if path == THE_REST {
        return Some(Vec::new());
    }
    if path == EMPTY {
        return Some(b"<!doctype html><title>empty</title><link rel=\"icon\" href=\"data:,\"><body></body>".to_vec());
    }
    let name = path.strip_prefix(under)?;
    let name = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
    let bytes = fs::read(within(folder, &name)?).ok()?;
    match sends {
        Sends::NoWasm | Sends::NoWasmLater if name.ends_with(".wasm") => None,
        Sends::NoStyle if name.ends_with(".css") => None,
        Sends::HalfWasm if name.ends_with(".wasm") => Some(bytes[..bytes.len().min(1000)].to_vec()),
        _ => Some(bytes),
    }
}

/// What stands in a page's policy before the origin of the address at which it is published.
const PUBLISHED: &str = "'self' https://";

/// A page whose policy names this server where it names the host that the page is published at.
fn at_home(page: Vec<u8>, address: SocketAddr) -> Vec<u8> {
    let Ok(text) = str::from_utf8(&page) else { return page };
    let mut parts = text.split(PUBLISHED);
    let mut own = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.find([' ', ';', '"']).map_or("", |end| &part[end..]);
        own += &format!("'self' http://{address}{rest}");
    }
    own.into_bytes()
}

/// A page with [`LISTENER`] at the beginning of its head, or where that is not written out before its first `meta`.
fn heard(page: Vec<u8>) -> Vec<u8> {
    let find = |words: &[u8]| page.windows(words.len()).position(|part| part == words);
    match find(b"<head>").map(|at| at + b"<head>".len()).or_else(|| find(b"<meta")) {
        Some(at) => [&page[..at], LISTENER.as_bytes(), &page[at..]].concat(),
        None => page,
    }
}

/// Where a file of this name is, if that is within the folder: neither a path from the root nor one that climbs, and no link
/// that leads out.
fn within(folder: &Path, name: &str) -> Option<PathBuf> {
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    let path = Path::new(name).components().all(is_plain).then(|| folder.join(name))?;
    let (path, folder) = (path.canonicalize().ok()?, folder.canonicalize().ok()?);
    path.starts_with(folder).then_some(path)
}

/// Whether another origin may have it: a frame in a sandbox has none of its own, and asks as a stranger for the modules, the
/// program and the styles that its page names. Pages and data are nobody else's.
fn is_for_all(kind: &str) -> bool {
    ["text/javascript", "application/wasm", "text/css"].iter().any(|one| kind.starts_with(one))
}

fn media_type(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        _ => "text/html; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    use tempfile::TempDir;

    fn answer_to(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(server.address).expect("the server listens");
        write!(stream, "GET {path} HTTP/1.1\r\n\r\n").expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    #[test]
    fn a_policy_names_the_server_for_the_published_host_and_nothing_else_is_touched() {
        let address = SocketAddr::from(([127, 0, 0, 1], 8080));
        let page = "<meta content=\"script-src 'self' https://a.example 'b'; img-src 'self' https://a.example\"><a href=\"https://a.example/\">";
        let expected = "<meta content=\"script-src 'self' http://127.0.0.1:8080 'b'; img-src 'self' http://127.0.0.1:8080\"><a href=\"https://a.example/\">";
        assert_eq!(String::from_utf8(at_home(page.into(), address)).expect("text"), expected);
        assert_eq!(at_home(vec![0xff], address), [0xff], "no text");
    }

    #[test]
    fn the_form_in_brotli_goes_out_only_where_there_is_one_and_it_is_asked_for() {
        let folder = TempDir::new().expect("a folder");
        for (name, content) in [("index.html", "page"), ("index.html.br", "packed"), ("a.js", "script")] {
            fs::write(folder.path().join(name), content).expect("a file");
        }
        let compressed = Server::start(folder.path().into(), "/", Sends::Compressed).expect("a server");
        let page = answer_to(&compressed, "/?a=b");
        assert!(page.contains("Content-Encoding: br\r\n") && page.ends_with("\r\n\r\npacked"), "{page}");
        assert!(page.contains("text/html"), "{page}");
        assert!(!answer_to(&compressed, "/a.js").contains("Content-Encoding"));
        let whole = Server::start(folder.path().into(), "/", Sends::All).expect("a server");
        assert!(answer_to(&whole, "/").ends_with("\r\n\r\npage"));
    }

    #[test]
    fn nothing_outside_the_folder_goes_out_and_no_page_goes_to_other_origins() {
        let around = TempDir::new().expect("a folder");
        let around = around.path();
        let folder = around.join("site");
        fs::create_dir_all(folder.join("part")).expect("a folder");
        for (name, content) in [("site/index.html", "page"), ("site/a.js", "script"), ("secret", "secret")] {
            fs::write(around.join(name), content).expect("a file");
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(around.join("secret"), folder.join("link")).expect("a link");
        let server = Server::start(folder, "/", Sends::All).expect("a server");
        let secret = around.join("secret");
        let absolute = format!("/{}", secret.display());
        for path in
            [&absolute, "//etc/passwd", "/../secret", "/part/../../secret", "/./../secret", "/link", "///secret"]
        {
            let answer = answer_to(&server, path);
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
            assert!(!answer.contains("\r\n\r\nsecret"), "{path}: {answer}");
        }
        let page = answer_to(&server, "/");
        assert!(page.ends_with("page") && !page.contains("Access-Control"), "{page}");
        let script = answer_to(&server, "/a.js");
        assert!(script.ends_with("script") && script.contains("Access-Control-Allow-Origin: *\r\n"), "{script}");
    }
}
