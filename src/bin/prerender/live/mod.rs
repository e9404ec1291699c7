//! Under `trunk serve`: the program stays after the first pages are made, and follows data, style sheets and scripts.
//!
//! Trunk builds anew only when Rust changes (`Trunk.toml` names what it watches); then its hook starts this program anew,
//! which takes the turn of the one before. All else is done here, in Trunk's own folder, and told to the open pages in a
//! file beside them that they look at again and again (`notice`, `web/live.js`). So nothing listens at a port of its own,
//! and it works through whatever Trunk is reached by.

mod bystander;
mod notice;
mod painter;
mod site;
mod turn;
mod watch;

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::order::Order;
use site::Site;
use turn::Turn;

/// Set, to Trunk's process, for the program that stays.
const RESIDENT_OF: &str = "PRERENDER_RESIDENT_OF";
/// What it says when the first pages are there.
const READY: &str = "ready";
/// How often it looks whether something has changed.
const BEAT: Duration = Duration::from_millis(50);
/// After so many states of the data it begins anew, because every state stays in memory.
const STATES: usize = 200;

/// Whether a program can stay here: it has to see that Trunk has ended.
pub const IS_POSSIBLE: bool = cfg!(unix);

/// Trunk's process, if this program is the one that stays.
pub fn resident_of() -> Option<u32> {
    env::var(RESIDENT_OF).ok()?.parse().ok()
}

/// Starts the program that stays, and returns when the first pages are there.
pub fn hand_over(order: &Order) -> Result<(), String> {
    stay_for(parent(), &order.staging)
}

/// Starts the program that stays until this process, Trunk's, has ended, with the frame and the program in this folder.
fn stay_for(trunk: u32, staging: &Path) -> Result<(), String> {
    let program = env::current_exe().map_err(|error| format!("prerender: {error}"))?;
    let mut resident = Command::new(program)
        .env(RESIDENT_OF, trunk.to_string())
        .env("TRUNK_STAGING_DIR", staging)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("prerender: {error}"))?;
    let output = resident.stdout.take().ok_or("prerender: no output")?;
    let mut said = BufReader::new(output).lines().map_while(Result::ok);
    match said.any(|line| line == READY) {
        true => Ok(()),
        false => Err("prerender: the program that follows changes ended; see above".into()),
    }
}

/// Makes the pages in Trunk's staging folder, then follows every change in the folder that Trunk serves, until Trunk
/// ends or another program takes the turn.
pub fn reside(order: Order, trunk: u32) -> Result<(), String> {
    let turn = Turn::take(&order.dist).map_err(|error| format!("prerender: whose turn it is: {error}"))?;
    let mut site = Site::start(order.clone())?;
    println!("{READY}");
    let _ = std::io::stdout().flush();
    // Whoever began in Trunk's folder need not wait until Trunk has moved the pages there.
    while order.staging != order.dist && order.staging.exists() && turn.is_ours() && lives(trunk) {
        std::thread::sleep(BEAT);
    }
    site.move_to_dist();
    while turn.is_ours() && lives(trunk) {
        site.follow();
        if site.states() > STATES {
            site.rest();
            drop(turn);
            return stay_for(trunk, &order.dist);
        }
        std::thread::sleep(BEAT);
    }
    site.rest();
    Ok(())
}

/// The process that started this one.
#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

/// Whether a process is running.
#[cfg(unix)]
fn lives(process: u32) -> bool {
    let pid = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    pid.is_some_and(|pid| rustix::process::test_kill_process(pid).is_ok())
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}

#[cfg(not(unix))]
fn lives(_: u32) -> bool {
    false
}
