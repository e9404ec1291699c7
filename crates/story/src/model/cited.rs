//! What a figure cites: the facts it shows and the texts that may name more.

use super::{FactId, Figure, Localized};

impl Figure {
    /// Every fact it shows apart from those its prose names.
    pub fn facts(&self) -> Vec<&FactId> {
        let mut facts: Vec<&FactId> = Vec::new();
        for row in self.accounts.iter().flat_map(|accounts| &accounts.rows) {
            facts.extend(row.items.iter().map(|item| &item.fact));
        }
        if let Some(bars) = &self.bars {
            for measure in &bars.measures {
                facts.push(&measure.total);
                facts.extend(measure.parts.iter().flat_map(|part| [Some(&part.fact), part.share.as_ref()]).flatten());
                facts.extend(measure.inside.iter().map(|inside| &inside.fact));
            }
            facts.extend(&bars.gaps);
        }
        if let Some(timeline) = &self.timeline {
            facts.extend(timeline.rows.iter().map(|row| &row.fact));
            facts.extend(timeline.undated.iter().map(|row| &row.fact));
        }
        if let Some(series) = &self.series {
            facts.extend(series.rows.iter().map(|row| &row.fact));
        }
        if let Some(matrix) = &self.matrix {
            for row in &matrix.rows {
                let project = row.project.as_ref().map(|project| &project.fact);
                let none = [row.not_listed.as_ref(), row.no_project.as_ref()];
                facts.extend([Some(&row.fact), project].into_iter().chain(none).flatten());
            }
            facts.extend(matrix.rest.iter().map(|rest| &rest.fact));
        }
        if let Some(lanes) = &self.lanes {
            facts.extend(lanes.rows.iter().map(|row| &row.fact));
            facts.extend(lanes.gap.iter().flat_map(|gap| &gap.facts));
        }
        for row in self.units.iter().flat_map(|units| &units.rows) {
            facts.push(&row.total);
            facts.extend(row.named.iter().map(|named| &named.fact));
            facts.extend(&row.rest);
        }
        facts
    }

    /// Every text in it that may name facts.
    pub fn prose(&self) -> Vec<&Localized> {
        let mut texts = vec![&self.title, &self.description];
        for row in self.accounts.iter().flat_map(|accounts| &accounts.rows) {
            texts.extend(row.items.iter().map(|item| &item.words));
        }
        texts.extend(self.bars.iter().flat_map(|bars| &bars.notes));
        texts.extend(self.matrix.iter().filter_map(|matrix| matrix.rest.as_ref()).map(|rest| &rest.name));
        texts
    }
}
