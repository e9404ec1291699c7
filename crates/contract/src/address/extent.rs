//! The part of a map that a reader has zoomed to, as it stands in the address.

use super::is_id;

/// A part of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What is in the middle: steps of the page's geometry (10 m) east and south of its corner.
    pub centre: [i32; 2],
    /// How much larger than at first, in per cent; above 100.
    pub percent: u32,
}

impl Part {
    /// As `x_y_percent`.
    pub fn encode(self) -> String {
        let [x, y] = self.centre;
        format!("{x}_{y}_{}", self.percent)
    }

    /// From that; nothing for a part that is not nearer than the whole.
    pub fn decode(text: &str) -> Option<Self> {
        let mut parts = text.split('_');
        let mut next = || parts.next();
        let (x, y, percent) = (next()?, next()?, next()?);
        let percent = percent.parse().ok().filter(|percent| *percent > 100)?;
        next().is_none().then_some(Self { centre: [x.parse().ok()?, y.parse().ok()?], percent })
    }
}

/// A part of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The map.
    pub map: String,
    /// The part of it.
    pub part: Part,
}

impl Extent {
    /// From `map_x_y_percent`.
    ///
    /// ```
    /// use contract::Extent;
    /// let extent = Extent::decode("map-opening_1204_-37_250").unwrap();
    /// assert_eq!((extent.part.centre, extent.part.percent), ([1204, -37], 250));
    /// assert_eq!(Extent::decode("map-opening_1204_-37_100"), None);
    /// ```
    pub fn decode(value: &str) -> Option<Self> {
        let (map, part) = value.split_once('_')?;
        let part = Part::decode(part).filter(|_| is_id(map))?;
        Some(Self { map: map.to_owned(), part })
    }

    /// As it is read.
    pub fn encode(&self) -> String {
        [&self.map, "_", &self.part.encode()].concat()
    }
}
