//! The part of a map that a reader has zoomed to, as it stands in the address.

use super::is_id;

/// A part of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The map.
    pub map: String,
    /// What is in the middle: steps of the page's geometry (10 m) east and south of its corner.
    pub centre: [i32; 2],
    /// How much larger than at first, in per cent; above 100.
    pub percent: u32,
}

impl Extent {
    /// From `map_x_y_percent`.
    ///
    /// ```
    /// use luoyang_story::state::Extent;
    /// let extent = Extent::read("map-opening_1204_-37_250").unwrap();
    /// assert_eq!((extent.centre, extent.percent), ([1204, -37], 250));
    /// assert_eq!(Extent::read("map-opening_1204_-37_100"), None);
    /// ```
    pub fn read(value: &str) -> Option<Self> {
        let mut parts = value.split('_');
        let mut next = || parts.next();
        let (map, x, y, percent) = (next()?, next()?, next()?, next()?);
        let percent = percent.parse().ok().filter(|percent| *percent > 100)?;
        let known = is_id(map) && next().is_none();
        known.then_some(Self { map: map.to_owned(), centre: [x.parse().ok()?, y.parse().ok()?], percent })
    }

    /// As it is read.
    pub fn written(&self) -> String {
        let [x, y] = self.centre;
        format!("{}_{x}_{y}_{}", self.map, self.percent)
    }
}
