//! How long things took on this machine, so that whoever waits knows for how long.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use serde_json::{Map, Value};

use crate::paths;

/// In the cache folder: seconds by command and step, the latest last.
const FILE: &str = "durations.json";
/// How many of each are kept.
const KEPT: usize = 5;

/// Notes how long a command or a step of one took. Where nothing can be written, nothing is known next time.
pub fn note(name: &str, took: Duration) {
    let mut all = read();
    let times = all.entry(name.to_owned()).or_default();
    times.push(took.as_secs_f64());
    times.drain(..times.len().saturating_sub(KEPT));
    let Ok(folder) = paths::cache() else { return };
    let document: Map<String, Value> = all.into_iter().map(|(name, times)| (name, times.into())).collect();
    let new = folder.join(format!("{FILE}.{}", std::process::id()));
    let _ = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&new, Value::from(document).to_string()))
        .and_then(|()| fs::rename(&new, folder.join(FILE)));
}

/// How long it took the last time.
pub fn last(name: &str) -> Option<Duration> {
    read().get(name)?.last().copied().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
}

fn read() -> BTreeMap<String, Vec<f64>> {
    let text = paths::cache().ok().and_then(|folder| fs::read_to_string(folder.join(FILE)).ok());
    let document = text.and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok()).unwrap_or_default();
    let times = |value: Value| value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    document.into_iter().map(|(name, value)| (name, times(value))).collect()
}

/// A duration as a person says it.
pub fn readable(time: Duration) -> String {
    match (time.as_secs() / 60, time.as_secs() % 60) {
        (0, _) => format!("{:.1} s", time.as_secs_f64()),
        (minutes, seconds) => format!("{minutes} min {seconds:02} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_told_in_minutes_only_when_there_are_some() {
        assert_eq!(readable(Duration::from_millis(1540)), "1.5 s");
        assert_eq!(readable(Duration::from_secs(60)), "1 min 00 s");
        assert_eq!(readable(Duration::from_secs(754)), "12 min 34 s");
    }
}
