//! StatusLanes: places that have come as far as one of the stages; their rows as data.

use crate::data::ChartData;
use crate::data::check::{FileKind, Report, prose, say};
use crate::data::download::{FigureRow, Table, TableContext};
use crate::model::{LaneGap, StatusLanes};

impl ChartData for StatusLanes {
    fn check(&self, report: &mut Report, at: &str) {
        if let Some(gap) = &self.gap {
            check_gap(report, &format!("{at}/gap"), gap);
        }
        for (key, words) in [("row_head", &self.row_head), ("where_head", &self.where_head)] {
            prose::check_plain(report, &format!("{at}/{key}"), words);
        }
        for (index, stage) in self.stages.iter().enumerate() {
            prose::check_plain(report, &format!("{at}/stages/{index}/name"), &stage.name);
        }
        let stages_read = !report.is_touched(FileKind::Figures, &format!("{at}/stages"));
        for (index, row) in self.rows.iter().enumerate() {
            let at = format!("{at}/rows/{index}");
            report.fact(&format!("{at}/fact"), &row.fact);
            if let Some(location) = &row.location {
                prose::check_plain(report, &format!("{at}/location"), location);
            }
            let pointer = format!("{at}/place");
            report.place(&pointer, &row.place);
            let Some(place) = report.story.find_place(&row.place) else { continue };
            let on_lane = place.stage.is_some_and(|stage| self.stages.iter().any(|lane| lane.stage == stage));
            let read = stages_read && !report.place_lacks(&row.place, "stage");
            report.expect(on_lane || !read, &pointer, || say::NOT_ON_A_LANE.with(&[&row.place]));
            report.expect(place.verb.is_some(), &pointer, || say::PLACE_WITHOUT_VERB.with(&[&row.place]));
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        let ui = context.ui;
        let mut heads = vec![self.row_head.get(context.lang), ui.table_stage(), ui.table_verb()];
        heads.push(self.where_head.get(context.lang));
        heads.extend(self.gap.as_ref().map(|gap| gap.head.get(context.lang)));
        let items = self.items(context.story).into_iter().map(|item| {
            let location = item.location.map_or_else(|| context.not_given(), |words| context.words(words));
            let [name, stage] = [&item.place.name, &item.stage.name].map(|words| context.words(words));
            let mut cells = vec![name, stage, context.words(item.verb), location];
            cells.extend(self.gap.as_ref().map(|_| context.not_given()));
            FigureRow::words(cells, Some(item.fact)).about(Some(&item.place.id))
        });
        // The band beside all items, with each fact that it rests on.
        let gaps = self.gap.iter().flat_map(|gap| {
            gap.facts.iter().map(|fact| {
                let mut cells = vec![String::new(); 5];
                cells[4] = context.words(&gap.words);
                FigureRow::words(cells, context.story.fact(fact))
            })
        });
        let rows = items.chain(gaps).collect();
        (heads, rows)
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
