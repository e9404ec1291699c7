//! What the story's page is meant to reach, on the phone.

use super::numbers::rounded;
use super::results::{Measure, Page, Results};

/// An aim with what was measured; nothing where it could not be.
pub struct Aim {
    /// In words.
    pub what: &'static str,
    value: Option<f64>,
    /// Nothing where it is another page's number and that could not be measured.
    limit: Option<f64>,
    decimals: usize,
}

impl Aim {
    fn new(what: &'static str, value: Option<f64>, limit: impl Into<Option<f64>>, decimals: usize) -> Self {
        Self { what, value, limit: limit.into(), decimals }
    }

    /// Whether it is reached. What was not measured is not.
    pub fn is_met(&self) -> bool {
        self.value.zip(self.limit).is_some_and(|(value, limit)| value <= limit)
    }

    /// A line of the table.
    pub fn line(&self) -> String {
        let told =
            |number: Option<f64>| number.map_or_else(|| "never".into(), |number| rounded(number, self.decimals));
        let verdict = if self.is_met() { "met" } else { "missed" };
        format!("| {} | {} | {} | {verdict} |", self.what, told(self.limit), told(self.value))
    }
}

/// All aims, from the medians of one profile.
pub fn aims(results: &Results) -> Vec<Aim> {
    use Measure::{Alive, Answer, AnswerAfterPaint, Blocked, Cls, Fcp, Heap, Tap};
    let median = |page, measure| results.of(page, measure).map(|spread| spread.median);
    let ours = |measure| median(Page::Ours, measure);
    let times = |measure, page, to| Some(ours(measure)? / median(page, to)?);
    // The worst run counts, and what rounds to nothing is nothing.
    let shift = results.of(Page::Ours, Cls).map(|spread| (spread.most * 1000.0).round() / 1000.0);
    vec![
        Aim::new(
            "first contentful paint, as a multiple of the page's in which nothing runs",
            times(Fcp, Page::Limit, Fcp),
            1.1,
            2,
        ),
        Aim::new("a tap is answered, ms after the first paint", ours(AnswerAfterPaint), 100.0, 0),
        Aim::new(
            "the program is alive, as a multiple of the D3 page's first answer",
            times(Alive, Page::D3, Answer),
            1.3,
            2,
        ),
        Aim::new(
            "the program is alive, as a multiple of the ECharts page's",
            times(Alive, Page::Echarts, Answer),
            0.7,
            2,
        ),
        Aim::new("tap → card painted, as a multiple of the D3 page's", times(Tap, Page::D3, Tap), 1.2, 2),
        Aim::new("tap → card painted, ms", ours(Tap), 50.0, 0),
        Aim::new("blocked, ms, no more than the D3 page", ours(Blocked), median(Page::D3, Blocked), 0),
        Aim::new("cumulative layout shift, in the worst run", shift, 0.0, 3),
        Aim::new("heap with WASM memory, MB", ours(Heap), 2.5, 2),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(numbers: &[(Page, Measure, f64)]) -> Results {
        let mut results = Results::default();
        numbers.iter().for_each(|(page, measure, number)| results.add(*page, [(*measure, *number)]));
        results
    }

    fn verdict(numbers: &[(Page, Measure, f64)], words: &str) -> String {
        let all = aims(&results(numbers));
        let one = all.iter().find(|aim| aim.what.contains(words)).expect("the aim");
        one.line()
    }

    #[test]
    fn an_aim_is_met_up_to_its_limit_and_not_beyond() {
        let with =
            |fcp| verdict(&[(Page::Ours, Measure::Fcp, fcp), (Page::Limit, Measure::Fcp, 500.0)], "nothing runs");
        assert!(with(550.0).ends_with("| 1.10 | 1.10 | met |"), "{}", with(550.0));
        assert!(with(560.0).ends_with("| 1.10 | 1.12 | missed |"), "{}", with(560.0));
    }

    #[test]
    fn what_never_happened_is_missed() {
        assert!(aims(&Results::default()).iter().all(|aim| !aim.is_met()));
        assert!(verdict(&[], "after the first paint").ends_with("| never | missed |"));
        assert!(verdict(&[(Page::Ours, Measure::Blocked, 0.0)], "blocked").ends_with("| never | 0 | missed |"));
    }

    #[test]
    fn one_run_that_moves_the_page_is_enough() {
        let shifts = |most| [0.0, 0.0, most].map(|shift| (Page::Ours, Measure::Cls, shift));
        assert!(verdict(&shifts(0.02), "shift").ends_with("| 0.020 | missed |"));
        assert!(verdict(&shifts(0.0004), "shift").ends_with("| 0.000 | met |"));
    }
}
