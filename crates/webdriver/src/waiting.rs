//! Looking again and again.

use std::time::{Duration, Instant};

use serde_json::Value;

/// How long a page may take to come to a state: much longer than it ever should, for a machine may be busy with much else,
/// and a look that is never answered takes a part of it.
const PATIENCE: Duration = Duration::from_secs(120);

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

/// Asks a page again and again until it answers something true; the error is that of its last answer.
pub fn until_true(mut ask: impl FnMut() -> Result<Value, String>) -> Result<(), String> {
    let mut last = Ok(Value::Null);
    let came = until(|| {
        // Between two pages there is no document to ask.
        last = ask();
        !matches!(last, Ok(Value::Null | Value::Bool(false)) | Err(_))
    });
    if came { Ok(()) } else { Err(last.err().unwrap_or_else(|| "waited in vain".into())) }
}
