//! Running other programs, always with Cargo's bin folder first on the PATH so that the pinned
//! tools win over others of the same name.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Result};
use crate::paths;

/// A program to run in the top folder of the checkout, with the PATH every child gets.
pub fn command(program: impl AsRef<OsStr>) -> Result<Command> {
    // On Windows a bare name finds no `.cmd` file, and npm is one; a full path does.
    let found = find(Path::new(program.as_ref()))?;
    let mut command = Command::new(found.as_deref().map_or(program.as_ref(), Path::as_os_str));
    command.current_dir(paths::root()).env("PATH", child_path()?);
    Ok(command)
}

/// Keeps where this machine has its files out of the program that readers get, which names them where it could panic: nobody
/// need know them, and the same program comes out on any machine.
pub fn without_own_paths(command: &mut Command) -> Result<()> {
    let home = paths::cargo_home()?.join("registry/src");
    let (home, root) = (home.display().to_string(), paths::root().display().to_string());
    // The variable knows no quotes.
    if !home.contains(' ') && !root.contains(' ') {
        let flags = format!("--remap-path-prefix={home}=crates --remap-path-prefix={root}=story");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
    Ok(())
}

/// Runs a command quietly and returns what it printed, or `None` if it cannot run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where a program is that children would run under this name.
pub fn find(program: &Path) -> Result<Option<PathBuf>> {
    if program.components().count() > 1 {
        return Ok(program.is_file().then(|| program.to_path_buf()));
    }
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    Ok(env::split_paths(&child_path()?)
        .flat_map(|folder| endings.iter().map(move |ending| (folder.clone(), ending)))
        .map(|(folder, ending)| {
            let mut name = program.as_os_str().to_owned();
            name.push(ending);
            folder.join(name)
        })
        .find(|path| path.is_file()))
}

fn child_path() -> Result<OsString> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(paths::cargo_bin()?).chain(env::split_paths(&inherited));
    env::join_paths(folders).map_err(|error| Failure::failed(format!("PATH: {error}")))
}

/// A command as a person would type it: the program by its name, not its full path.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_does_not_exist_is_not_found() {
        assert_eq!(find(Path::new("no-such-program-xyz")), Ok(None));
        assert_eq!(find(Path::new("/no/such/program")), Ok(None));
    }

    #[test]
    fn a_failing_program_gives_no_output() {
        let mut cargo = command("cargo").expect("a PATH");
        assert_eq!(output(cargo.arg("no-such-command-xyz").stderr(Stdio::null())), None);
    }

    #[test]
    fn cargos_folder_comes_first_on_the_path_of_children() {
        let path = child_path().expect("a PATH");
        assert_eq!(env::split_paths(&path).next(), Some(paths::cargo_bin().expect("a home folder")));
    }
}
