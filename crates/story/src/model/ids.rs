//! Names by which one record points at another; each kind of name is its own type.
//!
//! Only reading makes them, so one that is met outside of this crate is one of a story, and in a checked story it names a
//! record ([`Story`](super::Story)).
//!
//! They name files and folders too, with words around them, and no file system takes more than 255 characters.

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "data", derive(serde::Deserialize, schemars::JsonSchema))]
        #[cfg_attr(feature = "data", serde(transparent), schemars(transparent))]
        pub struct $name(#[cfg_attr(feature = "data", schemars(regex(pattern = "^[a-zA-Z0-9][a-zA-Z0-9-]{0,79}$")))] String);

        impl $name {
            /// The text as it stands in files and attributes.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// A map by names can be asked by a text.
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// Names that stand in other texts than their own, such as prose and formulas.
macro_rules! written {
    ($($name:ident)*) => {
        $(impl $name {
            /// The name for this text. Whoever reads makes names; whoever only has a text asks the story for the record.
            pub(crate) fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }
        })*
    };
}
written!(ChapterId FactId FigureId PlaceId);
#[cfg(test)]
written!(ArticleId UnitId);

id!(
    /// Names one of the areas of work the report is divided into.
    AreaId
);
id!(
    /// Names an article of the newspaper page.
    ArticleId
);
id!(
    /// Names a category of places.
    CategoryId
);
id!(
    /// Names a chapter.
    ChapterId
);
id!(
    /// Names a fact.
    FactId
);
id!(
    /// Names a figure.
    FigureId
);
id!(
    /// Names a frame of the map.
    FrameId
);
id!(
    /// Names a place or a region; a region's name is its administrative code.
    PlaceId
);
id!(
    /// Names a unit of count or measure.
    UnitId
);
