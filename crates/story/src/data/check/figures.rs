//! Figures: exactly one way of drawing, ids that exist, rows that add up.

use super::{DataFile, FileKind, Found, Report, bars, prose, say, series, timeline};
use crate::model::{Accounts, Figure, LaneGap, Lanes, Matrix, Story, UnitRow};

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Figures, story, files);
    report.unique("/figures", story.figures.figures.iter().map(|figure| figure.id.as_str()));
    for (index, figure) in story.figures.figures.iter().enumerate() {
        check_figure(&mut report, &format!("/figures/{index}"), figure);
    }
    report.found
}

fn check_figure(report: &mut Report, at: &str, figure: &Figure) {
    prose::check(report, &format!("{at}/title"), &figure.title);
    prose::check(report, &format!("{at}/description"), &figure.description);
    let ways = figure.ways();
    report.expect(ways == 1, at, || say::WAYS_OF_DRAWING.with(&[&ways]));
    if let Some(accounts) = &figure.accounts {
        check_accounts(report, &format!("{at}/accounts"), accounts);
    }
    if let Some(spec) = &figure.bars {
        bars::check(report, &format!("{at}/bars"), spec);
    }
    if let Some(spec) = &figure.series {
        series::check_figure(report, &format!("{at}/series"), spec);
    }
    if let Some(spec) = &figure.timeline {
        timeline::check(report, &format!("{at}/timeline"), spec);
    }
    if let Some(matrix) = &figure.matrix {
        check_matrix(report, &format!("{at}/matrix"), matrix);
    }
    if let Some(lanes) = &figure.lanes {
        check_lanes(report, &format!("{at}/lanes"), lanes);
    }
    for (index, row) in figure.units.iter().flat_map(|units| &units.rows).enumerate() {
        check_units(report, &format!("{at}/units/rows/{index}"), row);
    }
    for (index, area) in figure.areas.iter().flatten().enumerate() {
        let known = report.story.area(area).is_some() || report.lacks_ids(FileKind::Chapters, "/areas");
        report.expect(known, &format!("{at}/areas/{index}"), || say::UNKNOWN_AREA.with(&[area]));
    }
}

fn check_matrix(report: &mut Report, at: &str, matrix: &Matrix) {
    let columns_read = !report.is_touched(FileKind::Figures, &format!("{at}/columns"));
    for (key, words) in
        [("row_head", &matrix.row_head), ("open_head", &matrix.open_head), ("project_head", &matrix.project_head)]
    {
        prose::check_plain(report, &format!("{at}/{key}"), words);
    }
    for (index, column) in matrix.columns.iter().enumerate() {
        report.subject(&format!("{at}/columns/{index}"), column);
    }
    for (index, row) in matrix.rows.iter().enumerate() {
        let at = format!("{at}/rows/{index}");
        report.fact(&format!("{at}/fact"), &row.fact);
        prose::check_plain(report, &format!("{at}/name"), &row.name);
        prose::check_plain(report, &format!("{at}/products"), &row.products);
        if let Some(open) = &row.open {
            prose::check_plain(report, &format!("{at}/open"), open);
        }
        for (index, named) in row.named.iter().enumerate() {
            let is_column = matrix.columns.contains(named);
            report
                .expect(is_column || !columns_read, &format!("{at}/named/{index}"), || say::NO_COLUMN.with(&[named]));
        }
        if let Some(fact) = &row.not_listed {
            report.fact(&format!("{at}/not_listed"), fact);
        }
        report.expect(row.project.is_some() != row.no_project.is_some(), &at, || say::PROJECT_OR_NONE.with(&[]));
        if let Some(fact) = &row.no_project {
            report.fact(&format!("{at}/no_project"), fact);
        }
        if let Some(project) = &row.project {
            report.place(&format!("{at}/project/place"), &project.place);
            report.fact(&format!("{at}/project/fact"), &project.fact);
        }
    }
    if let Some(rest) = &matrix.rest {
        prose::check(report, &format!("{at}/rest/name"), &rest.name);
        prose::check_plain(report, &format!("{at}/rest/words"), &rest.words);
        report.fact(&format!("{at}/rest/fact"), &rest.fact);
    }
}

fn check_lanes(report: &mut Report, at: &str, lanes: &Lanes) {
    if let Some(gap) = &lanes.gap {
        check_gap(report, &format!("{at}/gap"), gap);
    }
    for (key, words) in [("row_head", &lanes.row_head), ("where_head", &lanes.where_head)] {
        prose::check_plain(report, &format!("{at}/{key}"), words);
    }
    for (index, stage) in lanes.stages.iter().enumerate() {
        prose::check_plain(report, &format!("{at}/stages/{index}/name"), &stage.name);
    }
    let stages_read = !report.is_touched(FileKind::Figures, &format!("{at}/stages"));
    for (index, row) in lanes.rows.iter().enumerate() {
        let at = format!("{at}/rows/{index}");
        report.fact(&format!("{at}/fact"), &row.fact);
        if let Some(location) = &row.location {
            prose::check_plain(report, &format!("{at}/location"), location);
        }
        let pointer = format!("{at}/place");
        report.place(&pointer, &row.place);
        let Some(place) = report.story.place(&row.place) else { continue };
        let on_lane = place.stage.is_some_and(|stage| lanes.stages.iter().any(|lane| lane.stage == stage));
        let read = stages_read && !report.place_lacks(&row.place, "stage");
        report.expect(on_lane || !read, &pointer, || say::NOT_ON_A_LANE.with(&[&row.place]));
        report.expect(place.verb.is_some(), &pointer, || say::PLACE_WITHOUT_VERB.with(&[&row.place]));
    }
}

fn check_gap(report: &mut Report, at: &str, gap: &LaneGap) {
    prose::check_plain(report, &format!("{at}/head"), &gap.head);
    prose::check_plain(report, &format!("{at}/words"), &gap.words);
    let read = !report.is_touched(FileKind::Figures, &format!("{at}/facts"));
    report.expect(!gap.facts.is_empty() || !read, &format!("{at}/facts"), || say::NO_GAP.with(&[]));
    for (index, fact) in gap.facts.iter().enumerate() {
        report.gap(&format!("{at}/facts/{index}"), fact);
    }
}

fn check_accounts(report: &mut Report, at: &str, accounts: &Accounts) {
    for (index, row) in accounts.rows.iter().enumerate() {
        let at = format!("{at}/rows/{index}");
        prose::check_plain(report, &format!("{at}/name"), &row.name);
        for (index, item) in row.items.iter().enumerate() {
            let at = format!("{at}/items/{index}");
            report.fact(&format!("{at}/fact"), &item.fact);
            prose::check(report, &format!("{at}/words"), &item.words);
        }
    }
}

fn check_units(report: &mut Report, at: &str, row: &UnitRow) {
    prose::check_plain(report, &format!("{at}/name"), &row.name);
    report.fact(&format!("{at}/total"), &row.total);
    for (index, named) in row.named.iter().enumerate() {
        report.place(&format!("{at}/named/{index}/place"), &named.place);
        report.fact(&format!("{at}/named/{index}/fact"), &named.fact);
    }
    if let Some(rest) = &row.rest {
        report.fact(&format!("{at}/rest"), rest);
    }
    let unread = |id| report.story.fact(id).is_none() || report.lacks_value(id);
    if unread(&row.total) {
        return;
    }
    let rest_read = row.rest.as_ref().is_some_and(|id| !unread(id));
    let named_read = !report.is_aside(FileKind::Figures, &format!("{at}/named"));
    let total = report.story.fact(&row.total).and_then(|fact| fact.value);
    let countable = total.is_some_and(|value| value >= 0.0 && value.fract() == 0.0 && value <= 1000.0);
    report.expect(countable, &format!("{at}/total"), || say::UNCOUNTABLE.with(&[]));
    let rest = row.rest.as_ref().and_then(|id| report.story.fact(id)).and_then(|fact| fact.value);
    if let (Some(total), None, true) = (total, &row.rest, named_read) {
        let named = row.named.len() as f64;
        report.expect(named == 0.0 || named == total, &format!("{at}/rest"), || {
            say::REST_MISSING.with(&[&named, &total])
        });
    }
    if let (Some(total), Some(rest), true) = (total, rest, rest_read && named_read) {
        let named = row.named.len() as f64;
        report.expect(named + rest == total, &format!("{at}/rest"), || {
            say::NAMED_AND_REST.with(&[&total, &named, &rest])
        });
    }
}
