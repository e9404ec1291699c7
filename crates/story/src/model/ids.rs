//! Names by which one record points at another; each kind of name is its own type.
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
            /// The name for this text.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as it stands in files and attributes.
            pub fn as_str(&self) -> &str {
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
