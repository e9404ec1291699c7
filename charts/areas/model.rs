//! One square for each area of work: what an editor writes of it.

use crate::model::{AreaId, Citing, FactId};

/// One square for each area of work.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "data", derive(serde::Deserialize, schemars::JsonSchema))]
#[cfg_attr(feature = "data", serde(transparent), schemars(inline))]
pub struct Areas(pub Vec<AreaId>);

impl Citing for Areas {
    /// None of its own: an area of work has its fact.
    fn facts(&self) -> Vec<&FactId> {
        Vec::new()
    }
}
