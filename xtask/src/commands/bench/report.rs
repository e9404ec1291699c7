//! What was measured, as tables in the document.

use super::aims::aims;
use super::numbers::{ratio, rounded};
use super::profile::Profile;
use super::results::{Measure, Page, Results};

/// What ours is held against, each with a column of ratios.
const AGAINST: [Page; 3] = [Page::Limit, Page::D3, Page::Echarts];

/// All numbers of one profile: a line for each measure, a column for each page, and how many times the others' ours is.
pub fn table(results: &Results) -> String {
    let pages = Page::ALL.map(Page::name).join(" | ");
    let ratios = AGAINST.map(|page| format!("ours ÷ {}", page.name())).join(" | ");
    let head = format!("| | {pages} | {ratios} |\n|---|{}\n", "--:|".repeat(Page::ALL.len() + AGAINST.len()));
    Measure::ALL.iter().map(|measure| line(results, *measure)).fold(head, |table, line| table + &line + "\n")
}

fn line(results: &Results, measure: Measure) -> String {
    let (name, decimals) = measure.told();
    let cell = |page| results.of(page, measure).map_or_else(|| "–".into(), |spread| spread.told(decimals));
    let ratio = |page| ratio(results.of(Page::Ours, measure), results.of(page, measure));
    let ratio = |page| ratio(page).map_or_else(|| "–".into(), |ratio| rounded(ratio, 2));
    format!("| {name} | {} | {} |", Page::ALL.map(cell).join(" | "), AGAINST.map(ratio).join(" | "))
}

/// The aims with what was measured.
pub fn aims_table(results: &Results) -> String {
    let head = "| aim | at most | measured | |\n|---|--:|--:|---|\n";
    aims(results).iter().fold(head.to_owned(), |table, aim| table + &aim.line() + "\n")
}

/// What a table is of.
pub fn caption(profile: &Profile, runs: u32, machine: &str) -> String {
    let of = if runs == 1 { "One run.".into() } else { format!("Medians of {runs} runs, with their range.") };
    format!("\nA {}: {}. {of} {machine}\n", profile.name, profile.described())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results() -> Results {
        let mut results = Results::default();
        for paint in [600.0, 500.0, 700.0] {
            results.add(Page::Ours, [(Measure::Fcp, paint)]);
            results.add(Page::D3, [(Measure::Fcp, paint / 2.0)]);
        }
        results.add(Page::Ours, [(Measure::Cls, 0.0)]);
        results
    }

    #[test]
    fn each_measure_has_a_line_and_each_page_a_column() {
        let table = table(&results());
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 2 + Measure::ALL.len());
        let columns = lines[0].matches('|').count();
        assert!(lines.iter().all(|line| line.matches('|').count() == columns), "{table}");
    }

    #[test]
    fn ours_is_held_against_what_was_measured() {
        let expected = "| first contentful paint, ms | 600 (500–700) | – | – | 300 (250–350) | – | – | 2.00 | – |";
        assert_eq!(line(&results(), Measure::Fcp), expected);
        assert_eq!(line(&results(), Measure::Cls), "| cumulative layout shift | 0.000 | – | – | – | – | – | – | – |");
    }
}
