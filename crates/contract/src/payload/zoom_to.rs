//! The part of a map that a button shows.

use crate::address::Viewport;

/// What a button does with a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoomTo {
    /// Brings it to what is selected.
    Selected,
    /// Shows all of it.
    All,
    /// Brings it nearer.
    In,
    /// Takes it farther.
    Out,
    /// Shows a part of it: of the drawing for wide windows, and of the one for narrow windows.
    Viewports([Viewport; 2]),
}

impl ZoomTo {
    /// As an attribute has it.
    pub fn encode(&self) -> String {
        match self {
            Self::Selected => "place".to_owned(),
            Self::All => "all".to_owned(),
            Self::In => "in".to_owned(),
            Self::Out => "out".to_owned(),
            Self::Viewports(viewports) => viewports.map(|viewport| viewport.encode()).join(" "),
        }
    }

    /// From an attribute; nothing for another text.
    ///
    /// ```
    /// use contract::payload::{Viewport, ZoomTo};
    /// let viewport = Viewport { centre: [1204, -37], percent: 250 };
    /// assert_eq!(ZoomTo::decode("1204_-37_250 1204_-37_250"), Some(ZoomTo::Viewports([viewport, viewport])));
    /// assert_eq!(ZoomTo::decode("1204_-37_250"), None);
    /// ```
    pub fn decode(text: &str) -> Option<Self> {
        Some(match text {
            "place" => Self::Selected,
            "all" => Self::All,
            "in" => Self::In,
            "out" => Self::Out,
            _ => {
                let (wide, narrow) = text.split_once(' ')?;
                Self::Viewports([Viewport::decode(wide)?, Viewport::decode(narrow)?])
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn viewport() -> impl Strategy<Value = Viewport> {
        (any::<[i32; 2]>(), 101..=u32::MAX).prop_map(|(centre, percent)| Viewport { centre, percent })
    }

    fn zoom_to() -> impl Strategy<Value = ZoomTo> {
        let named = [ZoomTo::Selected, ZoomTo::All, ZoomTo::In, ZoomTo::Out];
        prop_oneof![prop::sample::select(named.to_vec()), [viewport(), viewport()].prop_map(ZoomTo::Viewports)]
    }

    proptest! {
        #[test]
        fn what_a_button_shows_is_read_back(to in zoom_to()) {
            prop_assert_eq!(ZoomTo::decode(&to.encode()), Some(to));
        }
    }
}
