//! What the files say besides the land: one chapter that counts regions and places, and one map with all of them.

use serde_json::{Value, json};

use crate::dice::Dice;
use crate::land::Land;
use crate::names::name;
use crate::{Inset, Renderer, Size};

/// Of so many places one is known to its township and one to its region.
const ROUGH: usize = 30;

/// The id, names, shape and colour role of each category.
const CATEGORIES: [(&str, &str, &str, &str, &str); 4] = [
    ("school", "学校", "Schools", "square", "bronze"),
    ("market", "集市", "Markets", "circle", "river"),
    ("temple", "庙宇", "Temples", "diamond", "amber"),
    ("clinic", "诊所", "Clinics", "cross", "peony"),
];
/// A source sentence's hash; there is no transcript to check it against.
const HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn pair(zh: impl Into<String>, en: impl Into<String>) -> Value {
    json!({"zh": zh.into(), "en": en.into()})
}

/// `facts.json`: how many regions and places there are, and which region has the first place.
pub fn facts(size: Size) -> Value {
    let source = json!({"article": "A1", "paragraph": 1, "sentence": 1, "sha256": HASH});
    let count = |id: &str, number: usize, unit: &str, measure: &str, zh: String, en: String| {
        json!({
            "id": id,
            "chapter": "opening",
            "kind": "reported",
            "speaker": "newspaper",
            "value": number,
            "unit": unit,
            "printed": format!("{number}{measure}"),
            "statement": pair(zh, en),
            "source": source,
            "places": ["r0"],
        })
    };
    let Size { regions, places } = size;
    json!({
        "articles": [{"id": "A1", "title": pair("一座不存在的城", "A city that does not exist"), "lines": [1, 1]}],
        "units": [
            {"id": "region", "zh": "个区", "en": {"one": "region", "other": "regions"}},
            {"id": "place", "zh": "个地点", "en": {"one": "place", "other": "places"}},
        ],
        "facts": [
            count("regions", regions, "region", "个区", format!("全城有{regions}个区。"), format!("The city has {regions} regions.")),
            count("places", places, "place", "个地点", format!("全城有{places}个地点。"), format!("The city has {places} places.")),
        ],
    })
}

/// `chapters.json`: one chapter with one map.
pub fn chapters(size: Size) -> Value {
    let places: Vec<String> = (0..size.places).map(|number| format!("s{number}")).collect();
    json!({
        "story": {
            "handle": "great-city",
            "title": pair("不存在的城", "A city that does not exist"),
            "summary": pair("为测量而造的城。", "A city made for measuring."),
            "address": "https://city.example/",
            "seal": pair("量", "量"),
            "kicker": pair("为测量而造", "Made for measuring"),
            "headline": pair("大城", "Great city"),
            "subhead": pair("的区和地点", "and its places"),
            "subhead_first": [],
            "lead": pair("全城有{regions}和{places}。", "The city has {regions} and {places}."),
            "method": [pair("一切都是造的。", "All of it is made up.")],
            "not_mentioned": pair("本页未提及。", "Not mentioned on this page."),
        },
        "areas": [],
        "chapters": [{
            "id": "opening",
            "name": pair("开篇", "Start"),
            "numeral": pair("序", "0"),
            "told": {
                "title": pair("区和地点", "Regions and places"),
                "dek": pair("全在图上。", "All on the map."),
                "map": {
                    "id": "map-opening",
                    "title": pair("大城", "The great city"),
                    "description": pair("每个区、每个地点都能选。", "Every region and place can be selected."),
                    "frame": "city",
                    "names_only": true,
                    "places": places,
                },
            },
        }],
    })
}

/// `places.json`: the regions, and the places spread over them.
pub fn places(size: Size, land: &Land) -> Value {
    let region = |number: usize| {
        let (zh, en) = name(number);
        json!({
            "id": format!("r{number}"),
            "name": pair(format!("{zh}区"), format!("{en} District")),
            "short": pair(zh, en),
            "anchor": land.point(number, [0.0, 0.0]),
        })
    };
    let mut dice = Dice::new(size.places as u64);
    let place = |number: usize| {
        let (category, zh_kind, en_kind, _, _) = CATEGORIES[number % CATEGORIES.len()];
        let (zh, en) = name(size.regions + number);
        // By a stride, so that a few places are spread over all of the land.
        let within = number * 7919 % size.regions;
        let (home, source) = (format!("r{within}"), pair("造的", "made up"));
        let at = |precision: &str, radius: u32, dice: &mut Dice| {
            let point = land.point(within, [dice.throw() * 0.5, dice.throw() * 0.5]);
            json!({"precision": precision, "point": point, "radius": radius, "within": home, "source": source})
        };
        // Of some it is only known roughly where they are.
        let location = match number % ROUGH {
            4 => at("township", 500, &mut dice),
            19 => json!({"precision": "region", "within": home, "source": source}),
            _ => at("site", 50, &mut dice),
        };
        json!({
            "id": format!("s{number}"),
            "name": pair(format!("{zh}{zh_kind}"), format!("{en} {}", en_kind.trim_end_matches('s'))),
            "short": pair(zh, en),
            "category": category,
            "stage": "done",
            "location": location,
        })
    };
    let category = |(id, zh, en, shape, colour): (&str, &str, &str, &str, &str)| json!({"id": id, "name": pair(zh, en), "shape": shape, "colour": colour});
    let regions: Vec<Value> = (0..size.regions).map(region).collect();
    let places: Vec<Value> = (0..size.places).map(place).collect();
    json!({"categories": CATEGORIES.map(category), "regions": regions, "places": places})
}

/// `figures.json`: none.
pub fn figures() -> Value {
    json!({"figures": []})
}

/// `corrections.json`: none.
pub fn corrections() -> Value {
    json!({"corrections": []})
}

/// `map.json`: the whole city in one frame.
pub fn map(medium: Renderer, inset: Inset, land: &Land) -> Value {
    let extent = land.extent();
    let mut map = json!({
        "topology": "map.topo.json",
        "projection": {"kind": "transverse-mercator", "central_meridian": (extent[0] + extent[2]) / 2.0},
        "frames": [{
            "id": "city",
            "name": pair("全城", "The whole city"),
            "wide": {"size": [900, 820], "extent": extent, "area": [10, 10, 880, 800]},
            "narrow": {"size": [390, 360], "extent": extent, "area": [8, 8, 374, 344]},
        }],
        "attribution": pair("造的", "Made up"),
        "disclaimer": pair("不存在的地方", "Places that do not exist"),
        "review_label": pair("审图号：", "Map review number: "),
        "review_pending": pair("不需要", "not needed"),
        "notes": [pair("横轴墨卡托投影。", "Transverse Mercator projection.")],
    });
    if inset == Inset::With {
        map["frames"][0]["wide"]["inset"] = json!({
            "name": pair("中间", "The middle"),
            "extent": around_the_middle(extent),
            "area": [630, 560, 250, 240],
        });
    }
    match medium {
        Renderer::ByNumber => {}
        Renderer::Elements => map["medium"] = "elements".into(),
        Renderer::Canvas => map["medium"] = "canvas".into(),
    }
    map
}

/// A tenth of an extent, in its middle.
fn around_the_middle([west, south, east, north]: [f64; 4]) -> [f64; 4] {
    let part = |low: f64, high: f64, share: f64| low + (high - low) * share;
    [part(west, east, 0.45), part(south, north, 0.45), part(west, east, 0.55), part(south, north, 0.55)]
}
