//! Days of the calendar, so that a date has a place on an axis.

/// A day, counted from the first of March of the year 0; as text it is YYYY-MM-DD.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "data", derive(serde::Deserialize), serde(try_from = "String"))]
pub struct Day(i64);

/// In a file it is its text; the check of form holds that there is such a day.
#[cfg(feature = "data")]
impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("no day: {text}"))
    }
}

#[cfg(feature = "data")]
impl schemars::JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "date"})
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Day {
    /// A day written as YYYY-MM-DD; `None` if there is no such day.
    ///
    /// ```
    /// use story::model::Day;
    /// assert!(Day::parse("2024-02-29").is_some());
    /// assert!(Day::parse("2023-02-29").is_none());
    /// assert!(Day::parse("2024-2-9").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return None };
        let number = |part: &str, digits: usize| {
            let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<i64>().ok()).flatten()
        };
        let [year, month, day] = [number(year, 4)?, number(month, 2)?, number(day, 2)?];
        let exists = (1..=12).contains(&month) && day >= 1;
        let found = exists.then(|| Self::of(year, month, day))?;
        (found.parts() == (year, month, day)).then_some(found)
    }

    /// The day of a year, month and day of the month; beyond the month's end it runs on.
    ///
    /// Counted as in Howard Hinnant's `days_from_civil`: the year begins in March, so that the leap day is its last.
    pub fn of(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let since_march = (month + 9) % 12;
        Self(
            365 * year + year.div_euclid(4) - year.div_euclid(100)
                + year.div_euclid(400)
                + (153 * since_march + 2) / 5
                + day
                - 1,
        )
    }

    /// Year, month and day of the month.
    pub fn parts(self) -> (i64, i64, i64) {
        let era = self.0.div_euclid(146_097);
        let in_era = self.0.rem_euclid(146_097);
        let year_of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let since_march = (5 * in_year + 2) / 153;
        let day = in_year - (153 * since_march + 2) / 5 + 1;
        let month = (since_march + 2) % 12 + 1;
        (era * 400 + year_of_era + i64::from(month <= 2), month, day)
    }

    /// How many days later the other one is.
    pub fn until(self, other: Self) -> i64 {
        other.0 - self.0
    }

    /// The day after.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_is_the_one_after_the_day_before() {
        let mut day = Day::of(1700, 1, 1);
        let mut before = day.parts();
        while before.0 < 2101 {
            day = day.next();
            let (year, month, date) = day.parts();
            assert_eq!(Day::of(year, month, date), day);
            assert_eq!(Day::parse(&day.to_string()), Some(day));
            let follows = match before {
                (y, m, d) if (y, m) == (year, month) => date == d + 1,
                (y, m, d) => date == 1 && d >= 28 && (y * 12 + m + 1 == year * 12 + month),
            };
            assert!(follows, "{before:?} before {:?}", (year, month, date));
            before = (year, month, date);
        }
    }

    #[test]
    fn days_that_no_month_has_are_refused() {
        for text in ["2024-02-30", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-04", "+024-04-01"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("2024-01-01").unwrap().until(Day::parse("2024-12-31").unwrap()), 365);
    }
}
