//! The maps' own wording: their controls, layers and search.

use super::ui::{Ui, wording};
use crate::model::Lang;

wording! {
    /// The buttons over a map.
    zoom: "缩放地图", "Zoom the map";
    /// Shows less, larger.
    zoom_in: "放大", "Zoom in";
    /// Shows more, smaller.
    zoom_out: "缩小", "Zoom out";
    /// Brings what is selected to the middle.
    zoom_to_selected: "移到所选的地点", "Go to the selected place";
    /// Shows all of it again.
    zoom_out_fully: "复位", "Reset the map";
    /// The parts of the land that a map can be turned to.
    extents: "范围", "Extent";
    /// What a reader with a wheel is told.
    zoom_by_wheel: "按住Ctrl（⌘）再滚动，或先点一下地图", "Hold Ctrl (⌘) and scroll, or click the map first";
    /// What a reader with a finger is told.
    zoom_by_touch: "双指移动和缩放，或连续轻点", "Pinch to zoom and move, or double-tap";
    /// A layer: rivers and reservoirs.
    waters: "河流、水库", "Rivers and reservoirs";
    /// A layer: what lies around the regions.
    neighbours: "邻市", "Neighbouring cities";
    /// The field that looks for a place.
    find: "找地点", "Find a place";
    /// What may be typed there.
    find_how: "中文、拼音或英文", "Chinese, pinyin or English";
    /// What it found.
    found: "找到的地点", "Places found";
    /// Before the number of names that are nearly what was typed.
    found_near: "没有这个名字，相近的有", "No such name; nearly so: ";
    /// Before the number of places of which something is said that has what was typed.
    found_told: "没有这个名字，写到它的地点有", "No such name; places of which it is said: ";
    /// What a region is, beside its name.
    a_region: "区县", "division";
}

impl Ui {
    /// A layer: the regions by a measure.
    pub fn shaded_by(self, measure: &str) -> String {
        match self.0 {
            Lang::Zh => format!("区县底色：{measure}"),
            Lang::En => format!("Divisions by {}", measure.to_lowercase()),
        }
    }

    /// What the search says when it found nothing: what there is instead.
    pub fn found_nothing(self, kinds: &[&str]) -> String {
        let kinds = self.list(kinds);
        match self.0 {
            Lang::Zh => format!("这一版没有写到。写到的是：{kinds}。"),
            Lang::En => format!("Not on this newspaper page. What is: {kinds}."),
        }
    }

    /// What the search says of its results; the number stands where it is counted.
    pub fn found_count(self) -> [&'static str; 2] {
        match self.0 {
            Lang::Zh => ["找到", "个"],
            Lang::En => ["", " found"],
        }
    }
}
