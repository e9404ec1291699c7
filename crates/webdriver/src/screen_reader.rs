//! A page as those have it who hear it: Firefox on a screen that nobody sees, Orca beside it, and a keyboard.
//!
//! All of it stands by itself – screen, session bus, home and every other folder –, so it neither finds nor leaves anything on
//! the machine, and several can run at a time. No program manages windows: there is one, and one that did would keep keys
//! for itself that Orca has for the cells of a table.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::process::{end_group, in_own_group, remove, screen_of};
use crate::waiting::until_within;

/// What Orca is started with; see there.
const VOICE: &str = include_str!("voice.py");

/// How long Orca and Firefox may take to start, and how often they are looked after.
const PATIENCE: Duration = Duration::from_secs(120);
const BEAT: Duration = Duration::from_millis(30);

/// The folders that programs ask the environment for.
const FOLDERS: [&str; 5] = ["HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"];

/// What Firefox is told: nothing that it does of its own accord when it is new may be heard.
const WISHES: [(&str, &str); 12] = [
    // Whoever asks for the names of things is told them, without being looked for first.
    ("accessibility.force_disabled", "-1"),
    ("app.normandy.enabled", "false"),
    ("browser.aboutwelcome.enabled", "false"),
    // A page that it holds ready for the next tab says that it has loaded.
    ("browser.newtab.preload", "false"),
    ("browser.preonboarding.enabled", "false"),
    ("browser.shell.checkDefaultBrowser", "false"),
    ("browser.startup.homepage_override.mstone", "\"ignore\""),
    ("browser.startup.page", "0"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("termsofuse.bypassNotification", "true"),
];

/// The programs that it takes.
pub struct Programs {
    /// Orca, which says by its first line what runs it.
    pub orca: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// The X server that draws on nothing.
    pub screen: PathBuf,
    /// The session bus.
    pub bus: PathBuf,
    /// What presses keys.
    pub keys: PathBuf,
}

/// A page that is read out. Dropping it ends all that it has started, also after a panic.
pub struct ScreenReader {
    /// Those that were started, each with all that it has started in turn; the last is ended first.
    running: Vec<Child>,
    folder: TempDir,
    keys: PathBuf,
    environment: Vec<(&'static str, String)>,
}

impl ScreenReader {
    /// Has an address read out; returns when Orca is heard, and before the page is.
    pub fn start(programs: &Programs, url: &str) -> Result<Self, String> {
        let interpreter = interpreter_of(&programs.orca)?;
        let folder = TempDir::with_prefix("story-ear-").map_err(|error| error.to_string())?;
        let mut this = Self { running: Vec::new(), folder, keys: programs.keys.clone(), environment: Vec::new() };
        this.environment = this.folders()?;
        let (screen, display) = screen_of(&programs.screen)?;
        this.running.push(screen);
        this.environment.push(("DISPLAY", display));
        let bus = this.bus(&programs.bus)?;
        this.environment.push(("DBUS_SESSION_BUS_ADDRESS", bus));

        let voice = this.file("voice.py");
        write(&voice, VOICE)?;
        write(&this.file("said"), "")?;
        this.begin("orca", Command::new(interpreter).arg(voice).arg(this.file("said")))?;
        if !until_within(PATIENCE, BEAT, || !this.said().is_empty()) {
            return Err(format!("Orca says nothing.\n{}", this.told()));
        }
        let profile = this.made("profile")?;
        let wishes: String = WISHES.map(|(name, value)| format!("user_pref(\"{name}\", {value});\n")).concat();
        write(&profile.join("user.js"), &wishes)?;
        let mut firefox = Command::new(&programs.firefox);
        this.begin("firefox", firefox.args(["--no-remote", "--profile"]).arg(profile).arg(url))?;
        Ok(this)
    }

    /// What was said so far. A line is what was said at once, its parts divided by ` | `.
    pub fn said(&self) -> Vec<String> {
        let said = fs::read_to_string(self.file("said")).unwrap_or_default();
        // The last may not yet be there to its end.
        let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
        whole.lines().map(str::to_owned).collect()
    }

    /// Presses a key, or several at once: `h`, `shift+alt+Right`.
    pub fn press(&self, key: &str) -> Result<(), String> {
        let mut command = Command::new(&self.keys);
        let pressed = self.at_home(command.args(["key", key])).output();
        let pressed = pressed.map_err(|error| format!("{}: {error}", self.keys.display()))?;
        let said = String::from_utf8_lossy(&pressed.stderr);
        if pressed.status.success() { Ok(()) } else { Err(format!("{key} was not pressed: {said}")) }
    }

    /// What the programs have complained of, for whoever reads about a failure.
    pub fn told(&self) -> String {
        let of = |name: &str| fs::read_to_string(self.file(name)).unwrap_or_default();
        ["bus", "orca", "firefox"].map(|name| format!("{name}:\n{}", of(name))).join("\n")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A folder that is the user's alone, as some programs insist.
    fn made(&self, name: &str) -> Result<PathBuf, String> {
        let path = self.file(name);
        let mut folder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.create(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(path)
    }

    fn folders(&self) -> Result<Vec<(&'static str, String)>, String> {
        let made =
            FOLDERS.map(|name| Ok::<_, String>((name, self.made(&name.to_lowercase())?.display().to_string())));
        made.into_iter().collect()
    }

    /// The environment of a program: of this one's only where programs are.
    fn at_home<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.envs([("LANG", "C.UTF-8"), ("MOZ_CRASHREPORTER_DISABLE", "1"), ("GSETTINGS_BACKEND", "memory")]);
        command.stdin(Stdio::null())
    }

    /// Starts a program at the head of a group; what it complains of goes to a file of this name.
    fn begin(&mut self, name: &str, command: &mut Command) -> Result<(), String> {
        let complaints = File::create(self.file(name)).map_err(|error| error.to_string())?;
        in_own_group(self.at_home(command)).stdout(Stdio::null()).stderr(complaints);
        let process = command.spawn().map_err(|error| format!("{}: {error}", command.get_program().display()))?;
        self.running.push(process);
        Ok(())
    }

    /// Starts the session bus, and with it, when they are asked for, those of assistive technology; its address.
    fn bus(&mut self, program: &Path) -> Result<String, String> {
        let complaints = File::create(self.file("bus")).map_err(|error| error.to_string())?;
        let mut command = Command::new(program);
        self.at_home(command.args(["--session", "--nofork", "--print-address=1"]));
        in_own_group(&mut command).stdout(Stdio::piped()).stderr(complaints);
        let mut process = command.spawn().map_err(|error| format!("{}: {error}", program.display()))?;
        let output = process.stdout.take();
        self.running.push(process);
        let mut line = String::new();
        let said = output.is_some_and(|output| BufReader::new(output).read_line(&mut line).is_ok());
        let address = line.trim().to_owned();
        if said && !address.is_empty() {
            Ok(address)
        } else {
            Err(format!("the bus has no address.\n{}", self.told()))
        }
    }
}

impl Drop for ScreenReader {
    fn drop(&mut self) {
        self.running.iter_mut().rev().for_each(end_group);
        remove(self.folder.path());
    }
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// What runs a program whose first line says so.
fn interpreter_of(program: &Path) -> Result<PathBuf, String> {
    let file = File::open(program).map_err(|error| format!("{}: {error}", program.display()))?;
    let mut line = String::new();
    let read = BufReader::new(file).read_line(&mut line);
    let words = line.strip_prefix("#!").and_then(|words| words.split_whitespace().next_back());
    words.filter(|_| read.is_ok()).map(PathBuf::from).ok_or(format!("{}: expected a script", program.display()))
}
