//! Being no burden to whoever works here.

use std::io::Write;

/// Says something to whoever works here. Nobody may be listening any more.
pub fn say(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// Has this thread give way to all that is being waited for: a browser that loads the page again wants the cores too.
pub fn give_way() {
    // Elsewhere it would be the whole process.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, 15);
}
