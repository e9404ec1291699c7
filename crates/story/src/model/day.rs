//! Days of the calendar, so that a date has a place on an axis.

use jiff::ToSpan;
use jiff::civil::Date;

/// A day of the Gregorian calendar, from the year 0 to 9999; as text it is YYYY-MM-DD.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "data", derive(serde::Deserialize), serde(try_from = "String"))]
pub struct Day(Date);

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
        self.0.fmt(f)
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
        let day: Date = text.parse().ok()?;
        // Other forms of ISO 8601 are no form of these files.
        (day.to_string() == text).then_some(Self(day))
    }

    /// Year, month and day of the month.
    pub fn parts(self) -> (i64, i64, i64) {
        (self.0.year().into(), self.0.month().into(), self.0.day().into())
    }

    /// How many days later the other one is.
    pub fn until(self, other: Self) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }

    /// The day after; the calendar's last day has none but itself.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1.day()))
    }

    /// The first days of months, from this day to another, both included.
    ///
    /// ```
    /// use story::model::Day;
    /// let day = |text| Day::parse(text).unwrap();
    /// let months: Vec<Day> = day("2023-11-02").months_until(day("2024-01-01")).collect();
    /// assert_eq!(months, [day("2023-12-01"), day("2024-01-01")]);
    /// ```
    pub fn months_until(self, last: Self) -> impl Iterator<Item = Self> {
        let this_month = self.0.first_of_month();
        this_month.series(1.month()).map(Self).skip_while(move |day| *day < self).take_while(move |day| *day <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_no_month_has_are_refused() {
        let none = ["2024-02-30", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-04", "+024-04-01"];
        for text in none.into_iter().chain(["20240401", "2024-04-01T00:00", "2024-04-01 ", "2024-W14-1"]) {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_days() {
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(day("2024-01-01").until(day("2024-12-31")), 365);
        assert_eq!(day("2024-03-01").until(day("2024-02-28")), -2);
        assert_eq!(day("2024-02-28").next().next(), day("2024-03-01"));
    }
}
