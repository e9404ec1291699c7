//! Figures: what a chart shows, without where anything is drawn.

use super::{Bars, Chart, FactId, FigureId, Localized, Prose, citing};

/// `figures.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct FiguresFile {
    /// The figures.
    pub figures: Vec<Figure>,
}

/// A figure: a chart, and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name in chapters and addresses.
    pub id: FigureId,
    /// The finding; prose with figures.
    pub title: Prose,
    /// One sentence on how to read it; prose with figures.
    pub description: Prose,
    /// Where the figure's data stand on the page.
    pub source: Localized,
    /// The same for its picture, where that shows less.
    pub picture_source: Option<Localized>,
    /// What it shows.
    pub chart: Chart,
}

impl Figure {
    /// Every fact it shows, apart from those its prose names.
    pub fn facts(&self) -> Vec<&FactId> {
        citing(&self.chart).facts()
    }

    /// Every text in it that may name facts.
    pub fn prose(&self) -> Vec<&Prose> {
        [&self.title, &self.description].into_iter().chain(citing(&self.chart).prose()).collect()
    }

    /// The sentences below it.
    pub fn notes(&self) -> &[Prose] {
        citing(&self.chart).notes()
    }

    /// Its bars, which alone can shade a map.
    pub fn bars(&self) -> Option<&Bars> {
        self.chart.bars()
    }
}
