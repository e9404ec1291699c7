//! Figures: ids once, and exactly one chart, which is checked by its kind.

use super::{DataFile, FileKind, Found, Report, prose, say};
use crate::data::charts::of_kind;
use crate::data::messages::Phrase;
use crate::model::{Chart, Figure, Story};

/// Checks the figures, and each of the charts that they have in their file.
pub fn check(story: &Story, files: &[DataFile], charts: &[Vec<Chart>]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Figures, story, files);
    report.unique("/figures", story.figures.figures.iter().map(|figure| figure.id.as_str()));
    for (index, (figure, charts)) in story.figures.figures.iter().zip(charts).enumerate() {
        check_figure(&mut report, &format!("/figures/{index}"), figure, charts);
    }
    report.found
}

fn check_figure(report: &mut Report, at: &str, figure: &Figure, charts: &[Chart]) {
    prose::check(report, &format!("{at}/title"), &figure.title);
    prose::check(report, &format!("{at}/description"), &figure.description);
    report.expect(charts.len() == 1, at, || {
        let keys = Phrase { en: Chart::KEYS.join(", "), zh: Chart::KEYS.join("、") };
        say::WAYS_OF_DRAWING.with(&[&keys, &charts.len()])
    });
    for chart in charts {
        of_kind(chart).check(report, &format!("{at}/{}", chart.key()));
    }
}
