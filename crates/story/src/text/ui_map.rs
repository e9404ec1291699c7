//! The maps' own wording: their controls, layers and search.

use super::ui::{Ui, capitalised, wording};
use crate::model::{Lang, Octant};

wording! {
    /// Opens the list of places under a map.
    show_places: "地图上的地点与区划", "Places and divisions on this map";
    /// Places of a chapter that cannot be drawn.
    off_map: "不在图上", "Not on the map";
    /// Places of a chapter without a map.
    places_listed: "写到的地点", "Places";
    /// The legend.
    legend: "图例", "Legend";
    /// The ring in the legend.
    approximate: "虚线圈：只知大致位置", "Dashed ring: rough position only";
    /// The tint in the legend.
    tinted: "底色：只知所在区划", "Tint: only the division is known";
    /// The dotted river in the legend.
    schematic_river: "点线：河流示意，不是线位", "Dots: river, schematic, not its course";
    /// The dots in the legend.
    city_mark: "圆点：城市", "Dot: a city";
    /// The hatching of a division about which more is said.
    hatched_mentioned: "细斜线：写到了，没给数", "Fine hatching: mentioned, no figure given";
    /// The hatching of a division about which nothing is said.
    hatched_unmentioned: "疏斜线：没有写到", "Wide hatching: not mentioned";
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
    /// The field that looks for a place, or for what is said.
    find: "查地点、数字和内容", "Find a place or a word";
    /// What may be typed there.
    find_how: "中文、拼音或英文", "Chinese, pinyin or English";
    /// What it found.
    found: "找到的", "Found";
    /// Before the number of names that are nearly what was typed.
    found_near: "没有这个名字，相近的有", "No such name; nearly so: ";
    /// Before the number of places of which something is said that has what was typed.
    found_told: "没有这个名字，写到它的地点有", "No such name; places of which it is said: ";
    /// What a region is, beside its name.
    a_region: "区县", "division";
}

impl Ui {
    /// The areas of work a chapter draws on.
    pub fn seen_in_areas(self, names: &[&str]) -> String {
        match self.0 {
            Lang::Zh if names.len() > 1 => format!("见于“{}”各节", names.join("”“")),
            Lang::Zh => format!("见于“{}”一节", names.concat()),
            Lang::En => format!("From: {}", names.join(", ")),
        }
    }

    /// Kilometres on the scale bar.
    pub fn kilometres(self, km: f64) -> String {
        match self.0 {
            Lang::Zh => format!("{km}公里"),
            Lang::En => format!("{km} km"),
        }
    }

    /// The inset's name and magnification.
    pub fn magnified(self, name: &str, times: f64) -> String {
        match self.0 {
            Lang::Zh => format!("{name}约{times:.0}倍"),
            Lang::En => format!("{name} about {times:.0}×"),
        }
    }

    /// Beside a line that is straight from place to place: its two clauses.
    pub fn schematic(self) -> [&'static str; 2] {
        match self.0 {
            Lang::Zh => ["示意走向", "不是线位"],
            Lang::En => ["schematic", "not the route"],
        }
    }

    /// The same as a legend says it: with a capital where the language has them.
    pub fn schematic_line(self) -> String {
        capitalised(&self.clauses(&self.schematic()))
    }

    /// The name of what is only drawn schematically.
    pub fn named_schematic(self, name: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{name}（示意）"),
            Lang::En => format!("{name} (schematic)"),
        }
    }

    /// A city with the direction it lies in; the bearing is in degrees clockwise from north.
    pub fn towards(self, name: &str, bearing: f64) -> String {
        let octant = self.octant(Octant::at(bearing));
        match self.0 {
            Lang::Zh => format!("{name}，在{octant}面"),
            Lang::En => format!("{name}, to the {octant}"),
        }
    }

    /// The layers of regions by a measure, before their names.
    pub fn shades(self) -> &'static str {
        self.pick("区县底色", "Divisions by")
    }

    /// A layer: the regions by a measure.
    pub fn shaded_by(self, measure: &str) -> String {
        match self.0 {
            Lang::Zh => self.named(self.shades(), measure),
            Lang::En => format!("{} {}", self.shades(), measure.to_lowercase()),
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
