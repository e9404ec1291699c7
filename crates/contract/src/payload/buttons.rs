//! What buttons are for, where it is one of a few things.

use crate::id;

/// What can be opened beside the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The panel about a place.
    Panel,
    /// The card about a number's source.
    Card,
}

impl Opened {
    /// The name in attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::Card => "card",
        }
    }

    /// From that name; the panel for any other.
    pub fn named(name: &str) -> Self {
        if name == Self::Card.slug() { Self::Card } else { Self::Panel }
    }

    /// The id of its element.
    pub fn id(self) -> &'static str {
        match self {
            Self::Panel => id::PLACE_PANEL,
            Self::Card => id::SOURCE_CARD,
        }
    }
}

/// Which way to the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the start.
    Previous,
    /// Towards the end.
    Next,
}

impl Way {
    /// The name in attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Previous => "previous",
            Self::Next => "next",
        }
    }

    /// From that name; on for any other.
    pub fn named(name: &str) -> Self {
        if name == Self::Previous.slug() { Self::Previous } else { Self::Next }
    }
}

/// What a sign above a canvas is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// What is selected.
    Selected,
    /// What is walked to by keys.
    Walked,
}

impl Aim {
    /// Both, as they lie one above the other.
    pub const ALL: [Self; 2] = [Self::Selected, Self::Walked];

    /// The name in attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Selected => "selected",
            Self::Walked => "walked",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for what in [Opened::Panel, Opened::Card] {
            assert_eq!(Opened::named(what.slug()), what);
        }
        for way in [Way::Previous, Way::Next] {
            assert_eq!(Way::named(way.slug()), way);
        }
        let [selected, walked] = Aim::ALL.map(Aim::slug);
        assert_ne!(selected, walked);
    }
}
