//! What a command has started, and what that has started in turn: none of it outlives the command.

use std::collections::BTreeSet;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use sysinfo::{Pid, ProcessRefreshKind, ProcessStatus, ProcessesToUpdate, Signal, System};

use crate::failure::{Failure, Result};

/// How long a process may take to end when it is asked to.
const PATIENCE: Duration = Duration::from_secs(5);
const BEAT: Duration = Duration::from_millis(20);

static ENDING: AtomicBool = AtomicBool::new(false);

/// From now on, being interrupted or asked to end (Ctrl-C, SIGTERM, a closed terminal) ends all descendants first.
pub fn end_when_asked() -> Result<()> {
    let handler = || {
        ENDING.store(true, Ordering::SeqCst);
        end();
        std::process::exit(130);
    };
    ctrlc::set_handler(handler).map_err(|error| Failure::failed(format!("signals: {error}")))
}

/// Returns at once, unless this process is being ended.
pub fn wait_if_ending() {
    // A child that was ended with us may be noticed before our own signal.
    std::thread::sleep(BEAT);
    while ENDING.load(Ordering::SeqCst) {
        std::thread::sleep(BEAT);
    }
}

/// Ends every descendant of this process: asks first, and insists after a while.
pub fn end() {
    end_all_of(own(), false);
}

/// Ends a child and its descendants.
pub fn end_child(child: &mut Child) {
    let pid = Pid::from_u32(child.id());
    end_all_of(pid, true);
    let _ = child.kill();
    let _ = child.wait();
}

fn own() -> Pid {
    Pid::from_u32(std::process::id())
}

fn end_all_of(ancestor: Pid, and_itself: bool) {
    let Some(system) = look() else { return };
    let mut left = all_of(&system, ancestor);
    left.extend(and_itself.then_some(ancestor));
    signal(&system, &left, Signal::Term);
    let end = Instant::now() + PATIENCE;
    while !left.is_empty() && Instant::now() < end {
        std::thread::sleep(BEAT);
        let Some(system) = look() else { return };
        left.retain(|pid| runs(&system, *pid));
    }
    if let Some(system) = look() {
        signal(&system, &left, Signal::Kill);
    }
}

/// All processes as they are now; none where the system does not tell.
fn look() -> Option<System> {
    let mut system = System::new().ok()?;
    let kind = ProcessRefreshKind::nothing().without_tasks();
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, kind);
    Some(system)
}

/// The processes that descend from this one and still run.
fn all_of(system: &System, ancestor: Pid) -> BTreeSet<Pid> {
    let mut found = BTreeSet::from([ancestor]);
    loop {
        let is_new = |(pid, process): &(&Pid, &sysinfo::Process)| {
            !found.contains(pid) && process.parent().is_some_and(|parent| found.contains(&parent))
        };
        let more: Vec<Pid> = system.processes().iter().filter(is_new).map(|(pid, _)| *pid).collect();
        if more.is_empty() {
            break;
        }
        found.extend(more);
    }
    found.remove(&ancestor);
    found.retain(|pid| runs(system, *pid));
    found
}

/// Whether a process runs; one that has ended and was not yet waited for does not.
fn runs(system: &System, pid: Pid) -> bool {
    let ended = [ProcessStatus::Zombie, ProcessStatus::Dead];
    system.process(pid).is_some_and(|process| !ended.contains(&process.status()))
}

fn signal(system: &System, pids: &BTreeSet<Pid>, signal: Signal) {
    for process in pids.iter().filter_map(|pid| system.process(*pid)) {
        // Systems without the signal have one way to end a process.
        if process.kill_with(signal).is_none() {
            process.kill();
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn children_of_children_end_too_and_nobody_else() {
        let start = |script: &str| {
            let mut shell = Command::new("sh").args(["-c", script]).stdout(Stdio::piped()).spawn().expect("a shell");
            let mut lines = BufReader::new(shell.stdout.take().expect("its output"));
            let mut line = String::new();
            lines.read_line(&mut line).expect("a line");
            (shell, Pid::from_u32(line.trim().parse().expect("a process id")))
        };
        let (mut one, inner) = start("sleep 600 & echo $!; wait");
        let (mut other, stranger) = start("sleep 600 & echo $!; wait");
        end_child(&mut one);
        let runs = |pid| runs(&look().expect("the processes"), pid);
        assert!(!runs(inner), "what a descendant started runs on");
        assert!(runs(stranger), "a stranger was ended");
        end_child(&mut other);
        assert!(!runs(stranger));
    }
}
