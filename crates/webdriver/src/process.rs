//! The programs that speak WebDriver, one for each engine.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::engine::Engine;
use crate::http::exchange;
use crate::waiting::until_within;

/// How often a driver is started until it listens.
const STARTS: usize = 4;

/// How long a driver that does not say when it listens may take to do so, and how often it is tried.
const PATIENCE: Duration = Duration::from_secs(30);
const BEAT: Duration = Duration::from_millis(20);

/// A running driver; dropping it ends it and its browsers. Chromium's can have many, the others' one each.
pub struct DriverProcess {
    engine: Engine,
    running: Running,
}

/// What was started.
struct Running {
    process: Child,
    port: u16,
    /// Kept open, or the driver would write into nothing.
    _output: BufReader<ChildStdout>,
    /// The screen, where the browser knows no way to do without.
    screen: Option<Child>,
    /// Where the driver's browsers keep what they write.
    _folder: Option<TempDir>,
}

impl DriverProcess {
    /// Starts the driver of Chromium, at a port that it chooses.
    pub fn start(driver: &Path) -> Result<Self, String> {
        let mut running = chromium(driver);
        // It takes a port that is free for one kind of address and gives up if the other kind's is not.
        for _ in 1..STARTS {
            running = running.or_else(|_| chromium(driver));
        }
        Ok(Self { engine: Engine::Chromium, running: running? })
    }

    /// Starts geckodriver, for one Firefox.
    pub fn firefox(driver: &Path) -> Result<Self, String> {
        let folder = TempDir::new().map_err(|error| error.to_string())?;
        let mut command = Command::new(driver);
        command.args(["--port=0", "--profile-root"]).arg(folder.path());
        let running = listening(&mut command, Some(folder), |output| port_after(output, "Listening on 127.0.0.1:"))?;
        Ok(Self { engine: Engine::Firefox, running })
    }

    /// Starts the driver of WebKitGTK, for one browser, and a screen for it.
    pub fn webkit(driver: &Path, screen: &Path) -> Result<Self, String> {
        let (mut screen, display) = screen_of(screen)?;
        let running = free_port().and_then(|port| {
            let mut command = Command::new(driver);
            command.arg(format!("--port={port}")).env("DISPLAY", display);
            // Without a graphics card its layers are put together by the processor, several times as slowly as it paints.
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
            listening(&mut command, None, |_| answers(port).then_some(port).ok_or("it does not listen".into()))
        });
        match running {
            Ok(running) => Ok(Self { engine: Engine::WebKit, running: Running { screen: Some(screen), ..running } }),
            Err(error) => {
                end(&mut screen);
                Err(error)
            }
        }
    }

    /// The port that it listens at, on this computer.
    pub fn port(&self) -> u16 {
        self.running.port
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        let running = &mut self.running;
        if self.engine == Engine::Chromium {
            // Asked to, it ends its browsers too.
            let _ = exchange(running.port, "GET", "/shutdown", "", Duration::from_secs(5));
        } else {
            end_group(&mut running.process);
        }
        end(&mut running.process);
        if let Some(screen) = &mut running.screen {
            end(screen);
        }
    }
}

fn end(process: &mut Child) {
    let _ = process.kill();
    let _ = process.wait();
}

/// Has a program be the head of a group, to which all belongs that it starts.
pub(crate) fn in_own_group(command: &mut Command) -> &mut Command {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command
}

/// Ends a program that is the head of a group, and all that it has started.
pub(crate) fn end_group(process: &mut Child) {
    let group = format!("-{}", process.id());
    let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
    end(process);
}

/// Removes the folder of a browser that has been ended: its helpers may write for a moment after.
pub(crate) fn remove(folder: &Path) {
    until_within(Duration::from_secs(1), Duration::from_millis(50), || {
        std::fs::remove_dir_all(folder).is_ok() || !folder.exists()
    });
}

fn chromium(driver: &Path) -> Result<Running, String> {
    listening(Command::new(driver).arg("--port=0"), None, |output| port_after(output, "successfully on port "))
}

/// Starts a driver, in a group of its own, and waits for the port at which it listens.
fn listening(
    command: &mut Command,
    folder: Option<TempDir>,
    port: impl FnOnce(&mut BufReader<ChildStdout>) -> Result<u16, String>,
) -> Result<Running, String> {
    let name = PathBuf::from(command.get_program());
    let mut process = in_own_group(command)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{}: {error}", name.display()))?;
    let output = process.stdout.take().ok_or("a driver without output");
    let found = output.map_err(str::to_owned).and_then(|output| {
        let mut output = BufReader::new(output);
        port(&mut output).map(|port| (output, port))
    });
    match found {
        Ok((output, port)) => Ok(Running { process, port, _output: output, screen: None, _folder: folder }),
        Err(error) => {
            end(&mut process);
            Err(format!("{}: {error}", name.display()))
        }
    }
}

/// The port that a driver says it listens at, after these words.
fn port_after(output: &mut impl BufRead, words: &str) -> Result<u16, String> {
    let mut line = String::new();
    while output.read_line(&mut line).is_ok_and(|length| length > 0) {
        if let Some((_, port)) = line.split_once(words) {
            let port = port.trim().trim_end_matches('.');
            return port.parse().map_err(|_| format!("expected a port number, got {port}"));
        }
        line.clear();
    }
    Err("it ended before it said its port".into())
}

/// A port that nobody listens at.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    Ok(listener.local_addr().map_err(|error| error.to_string())?.port())
}

fn answers(port: u16) -> bool {
    until_within(PATIENCE, BEAT, || TcpStream::connect(("127.0.0.1", port)).is_ok())
}

/// The screen's size. Its pointer rests in the middle, and where nobody manages windows the one below it has the focus; so
/// that must lie within every window, the smallest too.
const SCREEN: &str = "1500x1100x24";

/// Starts a screen that nobody sees, and says how programs name it. A key that is let go late is not pressed again by it.
pub(crate) fn screen_of(program: &Path) -> Result<(Child, String), String> {
    let mut screen = Command::new(program)
        .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-r"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let mut line = String::new();
    let output = screen.stdout.take();
    let said = output.is_some_and(|output| BufReader::new(output).read_line(&mut line).is_ok());
    match line.trim().parse::<u32>() {
        Ok(number) if said => Ok((screen, format!(":{number}"))),
        _ => {
            end(&mut screen);
            Err(format!("{}: expected the number of a screen, got {line:?}", program.display()))
        }
    }
}
