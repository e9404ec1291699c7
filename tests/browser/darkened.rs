//! The maps where the browser itself makes pages dark that are not: what is read and told apart is still seen.
//!
//! Judged by pixels, because what the browser does to colours no style says.

use serde_json::{Map, Value, json};

use crate::page::{PAGES, Page, none, second_site};

/// Where a map has drawn what, in pixels of the window's picture: the boxes of its names and marks, and points on its land and
/// beside it.
const PLACES: &str = "
    const map = shown('MAP svg.map')[0], frame = map.getBoundingClientRect();
    const within = ({left, top, right, bottom}) => left >= 0 && right <= innerWidth && top >= frame.top && bottom <= innerHeight && right > left;
    const box = one => {
        const rect = one.getBoundingClientRect();
        return within(rect) ? [[called(one) + text(one), ...['left', 'top', 'right', 'bottom'].map(side => Math.round(rect[side] * devicePixelRatio))]] : [];
    };
    const points = {land: [], ground: []};
    for (let x = frame.left + 5; x < frame.right - 5; x += 7)
        for (let y = Math.max(frame.top, 60) + 5; y < Math.min(frame.bottom, innerHeight) - 5; y += 7) {
            const kind = document.elementFromPoint(x, y)?.closest('.region') ? 'land' : 'ground';
            points[kind].push([x, y].map(at => Math.round(at * devicePixelRatio)));
        }
    return {
        names: some([...map.querySelectorAll('text')].filter(drawn)).flatMap(box),
        marks: some([...map.querySelectorAll('a.mark')].filter(drawn)).flatMap(box),
        frame: ['left', 'top', 'right', 'bottom'].map(side => Math.round(Math.min(Math.max(frame[side], 0), side === 'bottom' ? innerHeight : innerWidth) * devicePixelRatio)),
        ...points,
    };";

/// A picture of the window, as text, with this rule added to the page's.
fn picture(page: &Page, rule: &str) -> String {
    page.js(&format!(
        "window.tried ??= new CSSStyleSheet();
         tried.replaceSync({rule:?});
         if (!document.adoptedStyleSheets.includes(tried)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, tried]"
    ));
    page.settle();
    let answer = page.devtools("Page.captureScreenshot", json!({"format": "png", "captureBeyondViewport": false}));
    answer["data"].as_str().expect("a picture").to_owned()
}

/// Functions for pixels: `paint` answers with those of a picture, `contrast` with how far two stand apart (WCAG 2.2).
const PIXELS: &str = "
    const paint = async data => {
        const bytes = Uint8Array.from(atob(data), sign => sign.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
        const brush = new OffscreenCanvas(image.width, image.height).getContext('2d');
        brush.drawImage(image, 0, 0);
        return brush.getImageData(0, 0, image.width, image.height);
    };
    const at = ({data, width}, x, y) => { const from = (y * width + x) * 4; return [data[from], data[from + 1], data[from + 2]]; };
    const light = colour => [...colour].reduce((sum, part, index) => {
        const share = part / 255;
        return sum + [.2126, .7152, .0722][index] * (share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4);
    }, 0);
    const contrast = (a, b) => {
        const [low, high] = [light(a), light(b)].sort((one, other) => one - other);
        return (high + .05) / (low + .05);
    };
    const apart = (a, b) => Math.max(...[0, 1, 2].map(part => Math.abs(a[part] - b[part])));
";

/// Notes under these names what the window shows with these rules, one after the other.
const RULES: [(&str, &str); 5] = [
    ("whole", ""),
    ("nameless", "svg.map text { visibility: hidden !important }"),
    ("haloless", "svg.map text { stroke: none !important }"),
    ("markless", "svg.map text, svg.map a.mark { visibility: hidden !important }"),
    ("borderless", "svg.map :is(text, a.mark, .region, .outline) { visibility: hidden !important }"),
];

/// How far apart are, on the darkened map: letters and what lies around each, marks and what lies below, borders and the land,
/// land and what is beside it.
const MEASURE: &str = "
    const shots = Object.fromEntries(await Promise.all(Object.entries(pictures).map(async ([name, data]) => [name, await paint(data)])));
    const median = list => list.sort((a, b) => a - b)[list.length >> 1];
    // The pixels of a box in which two pictures differ most: what only one of them has, without its blurred edge.
    const core = ([, left, top, right, bottom], one, other, stride = 1) => {
        const each = act => {
            for (let x = left; x < right; x += stride) for (let y = top; y < bottom; y += stride) act(x, y, apart(at(one, x, y), at(other, x, y)));
        };
        let most = 0;
        each((x, y, by) => { most = Math.max(most, by); });
        const found = [];
        if (most >= 8) each((x, y, by) => { if (by > most * .9) found.push([x, y]); });
        return found;
    };
    const names = places.names.map(box => {
        const letters = core(box, shots.haloless, shots.nameless);
        const far = devicePixelRatio * 2;
        const around = letters.flatMap(([x, y]) => [[x - far, y], [x + far, y], [x, y - far], [x, y + far]]
            .filter(([u, v]) => u > 0 && v > 0 && u < shots.whole.width && v < shots.whole.height)
            .filter(([u, v]) => apart(at(shots.haloless, u, v), at(shots.nameless, u, v)) < 4)
            .map(([u, v]) => contrast(at(shots.whole, x, y), at(shots.whole, u, v))));
        return [box[0], around.length ? median(around) : 0];
    });
    const marks = places.marks.map(box => {
        const pixels = core(box, shots.nameless, shots.markless);
        return [box[0], pixels.length ? median(pixels.map(([x, y]) => contrast(at(shots.nameless, x, y), at(shots.markless, x, y)))) : 0];
    });
    const lines = core(['all', ...places.frame], shots.markless, shots.borderless, 5);
    const tone = points => points.map(([x, y]) => at(shots.markless, x, y)).sort((a, b) => light(a) - light(b))[points.length >> 1];
    return {
        names, marks,
        borders: median(lines.map(([x, y]) => contrast(at(shots.markless, x, y), at(shots.borderless, x, y)))),
        land: [...tone(places.land)], ground: [...tone(places.ground)],
    };";

/// What the window shows of this map, measured.
fn measured(page: &Page, map: &str) -> Value {
    page.js(&format!(
        "const top = shown('{map} svg.map')[0].getBoundingClientRect().top - 70;
         scrollBy({{top, behavior: 'instant'}})"
    ));
    page.settle();
    let places = page.js(&PLACES.replace("MAP", map));
    let pictures: Map<String, Value> =
        RULES.into_iter().map(|(name, rule)| (name.to_owned(), picture(page, rule).into())).collect();
    page.js_later(&format!(
        "{PIXELS} const places = {places}, pictures = {};
         (async () => {{ {MEASURE} }})().then(done, error => done(`${{error.stack}}`))",
        Value::from(pictures)
    ))
}

/// Whether Chromium darkens what is not made to be dark.
fn darken(page: &Page, on: bool) {
    page.devtools("Emulation.setAutoDarkModeOverride", json!({"enabled": on}));
}

/// What of this map cannot be told apart, or is not read.
fn faults(claim: &str, found: &Value) -> Vec<String> {
    let number = |value: &Value| value.as_f64().unwrap_or_else(|| panic!("{claim}: {found}"));
    let mut faults = Vec::new();
    for kind in ["names", "marks"] {
        let all = found[kind].as_array().unwrap_or_else(|| panic!("{claim}: {found}"));
        assert!(all.len() > 2, "{claim}: {kind}: {all:?}");
        let low = all.iter().filter(|one| number(&one[1]) < 3.0);
        faults.extend(low.map(|one| format!("{claim}: {} stands out by {}", one[0], one[1])));
    }
    let lines = number(&found["borders"]);
    if lines < 3.0 {
        faults.push(format!("{claim}: borders stand out by {lines}"));
    }
    // Land and ground are told apart by the outline too: in light colours by hardly more than that.
    let [land, ground] = ["land", "ground"].map(|part| found[part].as_array().cloned().unwrap_or_default());
    let apart = land.iter().zip(&ground).map(|(one, other)| (number(one) - number(other)).abs()).fold(0.0, f64::max);
    if apart < 10.0 {
        faults.push(format!("{claim}: land is {land:?} and the ground {ground:?}"));
    }
    faults
}

#[test]
fn where_the_browser_makes_pages_dark_by_itself_maps_are_read_and_chosen_light_stays_light() {
    let (site, page) = (second_site(), Page::wide());
    let ground = |found: &Value| found["ground"][0].as_f64().unwrap_or_else(|| panic!("{found}"));
    for (width, height) in [(390, 844), (1440, 900)] {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 2, "mobile": width < 1000});
        page.devtools("Emulation.setDeviceMetricsOverride", metrics);
        let mut wrong = Vec::new();
        // What the system wishes for, whether the browser darkens, what the reader has chosen, and whether it is dark then.
        for (dark, darkens, query, is_dark) in
            [(false, true, "", true), (true, true, "&theme=light", false), (false, true, "&theme=dark", true)]
        {
            page.dark(dark);
            darken(&page, darkens);
            page.open(&site.url(&format!("{}?mode=flat{query}", PAGES[usize::from(width > 1000)])));
            let found = measured(&page, "#map-opening");
            let claim = format!("{width} px, dark {dark}, darkens {darkens}, {query:?}");
            // Otherwise nothing would have been tried.
            assert_eq!(ground(&found) < 100.0, is_dark, "{claim}: {found}");
            wrong.extend(faults(&claim, &found));
        }
        darken(&page, false);
        none("can be told apart", &wrong);
    }
}
