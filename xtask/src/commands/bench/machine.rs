//! On what it was measured, and when.

use std::time::{SystemTime, UNIX_EPOCH};

use sysinfo::System;

use crate::process;
use crate::setup::Browser;

/// One sentence: processor, memory, system, browser and day.
pub fn described(browser: &Browser) -> String {
    let version = process::command(&browser.chrome).ok().and_then(|mut one| process::output(one.arg("--version")));
    let version = version.as_deref().map_or("an unknown browser", str::trim).to_owned();
    format!("Measured on {} on {}, in {version} without a window.", today(), hardware())
}

/// The same where no browser has a part in it.
pub fn here() -> String {
    format!("Measured on {} on {}.", today(), hardware())
}

fn hardware() -> String {
    let name = System::long_os_version().unwrap_or_else(|_| "an unknown system".into());
    let Ok(system) = System::new_all() else { return name };
    let processor = system.cpus().first().map_or("an unknown processor", |one| one.brand().trim());
    let gigabytes = system.total_memory() as f64 / 1e9;
    format!("{} cores of {processor}, {gigabytes:.0} GB of memory, {name}", system.cpus().len())
}

fn today() -> String {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400);
    day(days)
}

/// The day that lies so many days after the first of 1970, in the Gregorian calendar: counted in years that begin in March,
/// so that the leap day is their last.
fn day(days: u64) -> String {
    let days = days + 719_468; // From the first of March of the year 0.
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_calendars_do() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (19_782, "2024-02-29"),
            (20_088, "2024-12-31"),
            (20_089, "2025-01-01"),
        ] {
            assert_eq!(day(days), expected);
        }
    }
}
