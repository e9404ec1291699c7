//! The scale bar of a map that is zoomed: another round length, as long as there is room for it.

use contract::{attribute, class};
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};

use super::dom::within;

/// Lengths in metres.
const LENGTHS: [(f64, &str); 8] = [
    (100_000.0, "100"),
    (40_000.0, "40"),
    (20_000.0, "20"),
    (10_000.0, "10"),
    (5_000.0, "5"),
    (2_000.0, "2"),
    (1_000.0, "1"),
    (500.0, "0.5"),
];

/// Shows on a map's scale bar how long a round length is at this zoom; at 1 as it was drawn.
pub fn show(map: &Element, zoom: f64) {
    let Some(bar) = within(map, class::of::SCALE_BAR) else { return };
    let drawn = bar.get_attribute(attribute::METRES).and_then(|metres| metres.parse::<u32>().ok()).map(f64::from);
    let (Some(drawn), Some(words), Some(line)) = (drawn, within(&bar, "text"), within(&bar, "path")) else { return };
    // The longest that is no longer than the bar was.
    let fits = LENGTHS.into_iter().find(|(metres, _)| metres * zoom <= drawn * 1.05);
    let Some((metres, number)) = fits else { return };
    let thousandths = (metres * zoom / drawn * 1000.0).round() as i32;
    let line: &SvgElement = line.unchecked_ref();
    let _ = line.style().set_property("transform", &format!("scaleX(calc({thousandths}/1000))"));
    let unit = words.text_content().unwrap_or_default();
    let unit = unit.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    words.set_text_content(Some(&format!("{number}{unit}")));
}
