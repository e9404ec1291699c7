//! Items by how far they have come: what an editor writes of them, and what is shown of it.

use crate::model::{Category, Citing, Colour, Fact, FactId, Localized, Place, PlaceId, Shape, Stage, Story};

record! {
    /// Items by how far they have come, from start to finish.
    pub struct StatusLanes {
        /// Head of the column of items.
        pub row_head: Localized,
        /// The stages, from start to finish.
        pub stages: Vec<LaneStage>,
        /// Head of the column of places.
        pub where_head: Localized,
        /// The items.
        pub rows: Vec<Lane>,
        /// What the page gives for none of the items: one hatched band beside all of them.
        pub gap: Option<LaneGap>,
    }
}

record! {
    /// What the page gives for none of the items.
    pub struct LaneGap {
        /// Head of the band.
        pub head: Localized,
        /// The words on it.
        pub words: Localized,
        /// The facts that say so.
        pub facts: Vec<FactId>,
    }
}

record! {
    /// A stage of the lanes.
    pub struct LaneStage {
        /// The stage.
        pub stage: Stage,
        /// Its head.
        pub name: Localized,
    }
}

record! {
    /// One item; its stage and verb are the place's.
    pub struct Lane {
        /// The place or project.
        pub place: PlaceId,
        /// The fact that says how far it is.
        pub fact: FactId,
        /// Where it is, in words; absent where the page does not say.
        pub location: Option<Localized>,
    }
}

impl Citing for StatusLanes {
    fn facts(&self) -> Vec<&FactId> {
        let gap = self.gap.iter().flat_map(|gap| &gap.facts);
        self.rows.iter().map(|row| &row.fact).chain(gap).collect()
    }
}

/// An item with what it names looked up: what page, picture, table and files show of it.
#[derive(Clone, Debug)]
pub struct LaneItem<'a> {
    /// The place or project.
    pub place: &'a Place,
    /// The fact that says how far it is.
    pub fact: &'a Fact,
    /// The look of its mark.
    pub category: Option<&'a Category>,
    /// Its stage, with the head of that.
    pub stage: &'a LaneStage,
    /// The index of its stage: all before it are behind it.
    pub reached: usize,
    /// What is done with it: the place's verb, which the check has held to be there, or else the head of its stage.
    pub verb: &'a Localized,
    /// Where it is, in words; absent where the page does not say.
    pub location: Option<&'a Localized>,
}

impl StatusLanes {
    /// Its items, in their order. Each place has one of the stages, as the check has held: in a story with faults one that
    /// has none is left out.
    pub fn items<'a>(&'a self, story: &'a Story) -> Vec<LaneItem<'a>> {
        let item = |lane: &'a Lane| {
            let place = story.place(&lane.place);
            let (reached, stage) = self.stages.iter().enumerate().find(|(_, one)| Some(one.stage) == place.stage)?;
            let (fact, category) = (story.fact(&lane.fact), story.category_of(place));
            let verb = place.verb.as_ref().unwrap_or(&stage.name);
            Some(LaneItem { place, fact, category, stage, reached, verb, location: lane.location.as_ref() })
        };
        self.rows.iter().filter_map(item).collect()
    }

    /// The sign that explains its stages: shape and colour of the first category.
    pub fn sign(&self, story: &Story) -> (Shape, Colour) {
        let first = self.items(story).into_iter().find_map(|item| item.category);
        first.map_or((Shape::Circle, Colour::River), |category| (category.shape, category.colour))
    }
}
