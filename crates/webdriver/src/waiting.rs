//! Looking again and again.

use std::time::{Duration, Instant};

/// How long a page may take to come to a state: much longer than it ever should, for a machine may be busy with much else.
const PATIENCE: Duration = Duration::from_secs(60);

/// From one look to the next.
const BEAT: Duration = Duration::from_millis(30);

/// Looks again and again until something is as it should be; `false` where that never comes.
pub fn until(look: impl FnMut() -> bool) -> bool {
    until_within(PATIENCE, BEAT, look)
}

/// The same with a patience of its own, and with how long it waits before it looks again.
pub fn until_within(patience: Duration, beat: Duration, mut look: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + patience;
    while !look() {
        if Instant::now() > end {
            return false;
        }
        std::thread::sleep(beat);
    }
    true
}
