//! The part of a map that a reader has zoomed to, as it stands in the address.

use super::is_id;

/// The part of a map that is seen: its middle and its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// What is in the middle: steps of the page's geometry (10 m) east and south of its corner.
    pub centre: [i32; 2],
    /// How much larger than at first, in per cent; above 100.
    pub percent: u32,
}

impl Viewport {
    /// As `x_y_percent`.
    pub fn encode(self) -> String {
        let [x, y] = self.centre;
        format!("{x}_{y}_{}", self.percent)
    }

    /// From that; nothing for one that is not nearer than the whole.
    pub fn decode(text: &str) -> Option<Self> {
        let mut parts = text.split('_');
        let mut next = || parts.next();
        let (x, y, percent) = (next()?, next()?, next()?);
        let percent = percent.parse().ok().filter(|percent| *percent > 100)?;
        next().is_none().then_some(Self { centre: [x.parse().ok()?, y.parse().ok()?], percent })
    }
}

/// A viewport on a map that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The map.
    pub map: String,
    /// What is seen of it.
    pub viewport: Viewport,
}

impl Extent {
    /// From `map_x_y_percent`.
    ///
    /// ```
    /// use contract::Extent;
    /// let extent = Extent::decode("map-opening_1204_-37_250").unwrap();
    /// assert_eq!((extent.viewport.centre, extent.viewport.percent), ([1204, -37], 250));
    /// assert_eq!(Extent::decode("map-opening_1204_-37_100"), None);
    /// ```
    pub fn decode(value: &str) -> Option<Self> {
        let (map, viewport) = value.split_once('_')?;
        let viewport = Viewport::decode(viewport).filter(|_| is_id(map))?;
        Some(Self { map: map.to_owned(), viewport })
    }

    /// As it is read.
    pub fn encode(&self) -> String {
        [&self.map, "_", &self.viewport.encode()].concat()
    }
}
