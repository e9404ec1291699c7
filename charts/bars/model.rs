//! Bars of one whole each: what an editor writes of them.

use crate::model::{Citing, FactId, Localized, PlaceId, Prose, Story};

record! {
    /// Bars of one whole each, cut into parts.
    pub struct Bars {
        /// What is measured: one bar for each.
        pub measures: Vec<Measure>,
        /// The facts that say for which regions the page gives no figure; together with the parts they
        /// cover every region.
        pub gaps: Vec<FactId>,
        /// Sentences below the bars; prose with figures.
        #[cfg_attr(feature = "data", serde(default))]
        pub notes: Vec<Prose>,
    }
}

record! {
    /// One bar.
    pub struct Measure {
        /// Its name in addresses.
        pub id: String,
        /// Its name for readers.
        pub name: Localized,
        /// The fact that says how long the whole bar is.
        pub total: FactId,
        /// Its parts, which add up to the total.
        pub parts: Vec<BarPart>,
        /// Something that lies in a part without a figure of its own.
        pub inside: Option<BarInside>,
    }
}

record! {
    /// A part of a bar; its fact's kind says whether it was given or worked out.
    pub struct BarPart {
        /// The fact that says how long it is.
        pub fact: FactId,
        /// The region it belongs to; absent for a remainder.
        pub region: Option<PlaceId>,
        /// Its name for readers.
        pub name: Localized,
        /// The fact that says what share of the whole it is.
        pub share: Option<FactId>,
    }
}

record! {
    /// Something that lies in a part of a bar without a figure of its own: hatched, never a length.
    pub struct BarInside {
        /// The fact of the part it lies in.
        pub part: FactId,
        /// The region.
        pub region: PlaceId,
        /// The fact that says its figure is not given.
        pub fact: FactId,
        /// What is said in the hatching.
        pub words: Localized,
    }
}

impl Bars {
    /// The fact that says that a region has no figure of a measure: that of the band, or the gap that names the region.
    pub fn gap<'a>(&'a self, story: &Story, measure: &'a Measure, region: &PlaceId) -> Option<&'a FactId> {
        let inside = measure.inside.as_ref().filter(|inside| inside.region == *region).map(|inside| &inside.fact);
        let names = |gap: &&FactId| story.fact(gap).places.contains(region);
        inside.or_else(|| self.gaps.iter().find(names))
    }
}

impl Measure {
    fn facts(&self) -> impl Iterator<Item = &FactId> {
        let parts = self.parts.iter().flat_map(|part| [Some(&part.fact), part.share.as_ref()]).flatten();
        std::iter::once(&self.total).chain(parts).chain(self.inside.iter().map(|one| &one.fact))
    }
}

impl Citing for Bars {
    fn facts(&self) -> Vec<&FactId> {
        self.measures.iter().flat_map(Measure::facts).chain(&self.gaps).collect()
    }

    fn prose(&self) -> Vec<&Prose> {
        self.notes.iter().collect()
    }

    fn notes(&self) -> &[Prose] {
        &self.notes
    }
}
