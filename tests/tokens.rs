//! The tokens: what is written and drawn can be seen, and told apart, in every theme.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use data_story::layout::map::style::{LINES, LineStyle, filled_in};
use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::white_point::D65;
use palette::{IntoColor, Lab, LinSrgb, Srgb, Srgba};

/// What is written on the page's grounds: 4.5:1 (WCAG 2.2, 1.4.3). Peony and river are category colours too,
/// but the chapter's numeral and the names of rivers are written in them.
const WRITTEN: [&str; 5] = ["ink", "ink2", "ink3", "peony", "river"];
/// What is drawn there and carries meaning: 3:1 (WCAG 2.2, 1.4.11).
const DRAWN: [&str; 7] = ["mline", "ng", "amber", "green", "bronze", "plum", "given"];
/// What carries none: hairlines between rows, lakes, and fills that never stand without an edge.
const SCENERY: [&str; 4] = ["rule", "water", "given-too", "computed"];
/// What is written on a fill.
const ON_FILLS: [(&str, &str); 7] = [
    ("on-peony", "peony"),
    ("on-given", "given"),
    ("ink", "given-too"),
    ("ink", "computed"),
    ("ink", "land-tinted"),
    ("ink2", "land-tinted"),
    ("ink2", "land-own"),
];
/// The edges that those fills have.
const EDGES: [(&str, &str); 1] = [("plum", "computed")];
/// The colours of categories.
const CATEGORIES: [&str; 6] = ["bronze", "green", "amber", "river", "peony", "plum"];

/// How far apart two categories must be, as CIEDE2000: twice what is plain at a glance (about 5), for marks are
/// small and stand apart.
const APART: f64 = 10.0;

/// How linear sRGB looks without one kind of cones: Machado, Oliveira and Fernandes, “A Physiologically-based Model
/// for Simulation of Color Vision Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009,
/// severity 1.0. For the third the authors call it an approximation; the shapes of the marks carry it in any case.
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("three kinds of cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

type Tokens = BTreeMap<String, String>;

/// A style sheet without comments.
fn sheet(name: &str) -> String {
    let text = fs::read_to_string(format!("style/{name}")).unwrap();
    let mut pieces = text.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once("*/").unwrap().1)
}

/// The names of all sheets.
fn sheets() -> Vec<String> {
    let names = fs::read_dir("style").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let sheets: Vec<String> = names.filter(|name| name.ends_with(".css")).collect();
    assert!(sheets.len() > 10, "found only {sheets:?}");
    sheets
}

/// The custom properties that the first rule after this text declares.
fn declared(css: &str, after: &str) -> Tokens {
    let rule = css.split_once(after).unwrap_or_else(|| panic!("expected `{after}`")).1;
    let body = rule.split_once('{').unwrap().1.split_once('}').unwrap().0;
    let pairs = body.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

/// Every theme with all its colours.
fn themes() -> [(&'static str, Tokens); 3] {
    let css = sheet("tokens.css");
    let light = declared(&css, "@layer tokens {\n  ");
    let over = |changes: Tokens| -> Tokens { light.clone().into_iter().chain(changes).collect() };
    let dark = over(declared(&css, "prefers-color-scheme: dark) {"));
    let print = over(declared(&css, "@media print {"));
    [("light", light), ("dark", dark), ("print", print)]
}

/// The colours of those who wish for more contrast, on light and dark paper.
fn more_contrast() -> [(&'static str, Tokens); 2] {
    let more = declared(&sheet("tokens.css"), "prefers-contrast: more) {");
    let [light, dark, _] = themes();
    [light, dark].map(|(theme, tokens)| (theme, tokens.into_iter().chain(more.clone()).collect()))
}

/// A role's colour on a ground, which matters to the see-through ones.
fn colour(tokens: &Tokens, role: &str, ground: &str) -> Srgb<f64> {
    let value = tokens.get(role).unwrap_or_else(|| panic!("expected the token --{role}"));
    if let Ok(colour) = value.parse::<Srgb<u8>>() {
        return colour.into_format();
    }
    if let Some(other) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
        return colour(tokens, other, ground);
    }
    let tint: Srgba<u8> = value.parse().unwrap_or_else(|_| panic!("--{role}: {value}"));
    let tint: Srgba<f64> = tint.into_format();
    tint.color * tint.alpha + colour(tokens, ground, ground) * (1.0 - tint.alpha)
}

/// Fails with every pair of roles whose contrast is less than it should be, in any theme.
fn stand_out(least: f64, pairs: &[(&str, &str)]) {
    stand_out_in(&themes(), least, pairs);
}

fn stand_out_in(themes: &[(&str, Tokens)], least: f64, pairs: &[(&str, &str)]) {
    let mut faint = Vec::new();
    for (theme, tokens) in themes {
        for (role, ground) in pairs {
            let under = colour(tokens, ground, "raise");
            let contrast = colour(tokens, role, ground).relative_contrast(under);
            if contrast < least {
                faint.push(format!("{theme}: {role} on {ground} {contrast:.2}, expected {least}"));
            }
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn who_wishes_for_more_contrast_has_ten_times_the_light_of_the_ground_in_words_and_lines() {
    stand_out_in(&more_contrast(), 10.0, &on_both_grounds(&["ink", "ink2", "ink3", "mline", "rule", "ng"]));
}

fn on_both_grounds(roles: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    roles.iter().flat_map(|role| [(*role, "paper"), (*role, "raise")]).collect()
}

#[test]
fn what_is_written_has_four_and_a_half_times_the_light_of_its_ground() {
    stand_out(4.5, &on_both_grounds(&WRITTEN));
    stand_out(4.5, &ON_FILLS);
}

#[test]
fn what_is_drawn_or_has_the_focus_has_three_times_the_light_of_its_ground() {
    stand_out(3.0, &on_both_grounds(&DRAWN));
    stand_out(3.0, &on_both_grounds(&["focus"]));
    stand_out(3.0, &EDGES);
}

#[test]
fn a_tint_over_land_is_its_roles_colour_seen_through() {
    for (theme, tokens) in themes() {
        // On paper ink is black; the tints are those of the light theme.
        for (tint, role) in [("land-own", "ink"), ("land-tinted", "green"), ("land-selected", "amber")] {
            let seen: Srgba<u8> = tokens[tint].parse().unwrap();
            let solid: Srgb<u8> = tokens[role].parse().unwrap();
            assert!(
                seen.color == solid || theme == "print",
                "{theme}: {tint} is {}, {role} {}",
                tokens[tint],
                tokens[role]
            );
            assert!((20..64).contains(&seen.alpha), "{theme}: {tint} {}", tokens[tint]);
        }
    }
}

/// What a browser of 2021 (Chromium 90, Safari 14) reads of the style sheets, or passes over without harm.
#[test]
fn no_rule_needs_a_newer_browser_than_the_page_is_made_for() {
    let mut faults = Vec::new();
    for entry in fs::read_dir("style").unwrap() {
        let path = entry.unwrap().path();
        let css = fs::read_to_string(&path).unwrap();
        let at = |index: usize| format!("{}:{}", path.display(), css[..index].matches('\n').count() + 1);
        // Where a colour has no other form: forced colours came with browsers that mix.
        let forced = css.find("forced-colors: active").unwrap_or(css.len());
        faults
            .extend(css[..forced].match_indices("color-mix(").map(|(index, _)| format!("{}: color-mix", at(index))));
        let svh = css
            .match_indices("svh")
            .filter(|(index, _)| !css[..*index].ends_with("(height: 1") && !css[..*index].ends_with("--vh: 1"));
        faults.extend(svh.map(|(index, _)| format!("{}: svh", at(index))));
        // One selector that is not understood takes its whole list along.
        for (index, _) in css.match_indices(":has(") {
            let start = css[..index].rfind(['{', '}', '/']).map_or(0, |start| start + 1);
            let end = css[index..].find('{').map_or(css.len(), |end| index + end);
            let outside: String = css[start..end]
                .chars()
                .scan(0, |depth, c| {
                    *depth += i32::from(c == '(') - i32::from(c == ')');
                    Some(if *depth == 0 { c } else { ' ' })
                })
                .collect();
            if outside.contains(',') {
                faults.push(format!("{}: :has() in a list", at(index)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_colour_is_left_out_of_these_tests() {
    let [(_, light), ..] = themes();
    let checked = [&WRITTEN[..], &DRAWN, &SCENERY, &["paper", "raise", "focus"]].concat();
    let mut checked: BTreeSet<&str> = checked.into_iter().collect();
    checked.extend(ON_FILLS.iter().flat_map(|(text, fill)| [*text, *fill]));
    checked.insert("land-selected"); // a passing state of what is tinted
    let declared: BTreeSet<&str> = light.keys().map(String::as_str).collect();
    assert_eq!(declared, checked);
}

#[test]
fn a_chosen_dark_theme_is_the_systems() {
    let css = sheet("tokens.css");
    let (system, chosen) =
        (declared(&css, "prefers-color-scheme: dark) {"), declared(&css, ":root[data-theme=\"dark\"]"));
    let [(_, light), ..] = themes();
    assert_eq!(system, chosen);
    let missing: Vec<&String> = light.keys().filter(|name| !system.contains_key(*name) && *name != "focus").collect();
    assert!(missing.is_empty(), "without a dark value: {missing:?}");
}

#[test]
fn forced_colours_leave_no_colour_of_ours() {
    let css = sheet("tokens.css");
    let forced = declared(&css, "forced-colors: active) {");
    let [(_, light), ..] = themes();
    assert_eq!(forced.keys().collect::<Vec<_>>(), light.keys().collect::<Vec<_>>());
    for (role, value) in forced {
        let mixed = value.strip_prefix("color-mix(in srgb, ").and_then(|mix| mix.split_once(' '));
        let system =
            ["Canvas", "CanvasText", "GrayText", "Highlight"].contains(&mixed.map_or(value.as_str(), |mix| mix.0));
        assert!(system, "--{role}: {value}");
    }
}

#[test]
fn categories_differ_to_every_common_kind_of_eye() {
    let mut alike = Vec::new();
    for (theme, tokens) in themes() {
        for (vision, matrix) in VISIONS {
            let seen = CATEGORIES.map(|role| (role, seen(colour(&tokens, role, "raise"), matrix)));
            for (index, (one, here)) in seen.iter().enumerate() {
                for (other, there) in &seen[..index] {
                    let apart = here.difference(*there);
                    if apart < APART {
                        alike.push(format!("{theme}, {vision}: {one} and {other} differ by {apart:.1}"));
                    }
                }
            }
        }
    }
    assert!(alike.is_empty(), "{}", alike.join("\n"));
}

/// A colour as it looks through a matrix.
fn seen(colour: Srgb<f64>, matrix: [[f64; 3]; 3]) -> Lab<D65, f64> {
    let light: LinSrgb<f64> = colour.into_linear();
    let through = |row: [f64; 3]| (row[0] * light.red + row[1] * light.green + row[2] * light.blue).clamp(0.0, 1.0);
    let [red, green, blue] = matrix.map(through);
    LinSrgb::new(red, green, blue).into_color()
}

/// Every declaration of a sheet: line, property, value.
fn declarations(css: &str) -> Vec<(&str, &str)> {
    let pieces = css.split(['{', '}', ';']).map(str::trim);
    // A selector may hold a colon too, but it does not begin with a property and a space after the colon.
    pieces
        .filter_map(|piece| piece.split_once(": "))
        .filter(|(name, _)| !name.contains([' ', '@', '(', ',']))
        .collect()
}

#[test]
fn colours_stand_in_the_tokens_and_nowhere_else() {
    let mut raw = Vec::new();
    let is_hex = |word: &str| word.strip_prefix('#').is_some_and(|rest| rest.chars().all(|c| c.is_ascii_hexdigit()));
    let functions = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "light-dark"];
    for name in sheets().into_iter().filter(|name| name != "tokens.css") {
        let css = sheet(&name);
        for (property, value) in declarations(&css) {
            let words: Vec<&str> = value.split([' ', ',', '(', ')']).collect();
            let named = |word: &&str| palette::named::from_str(&word.to_lowercase()).is_some();
            if words.iter().any(|word| is_hex(word) || functions.contains(word) || named(word)) {
                raw.push(format!("style/{name}: {property}: {value}"));
            }
        }
    }
    assert!(raw.is_empty(), "{}", raw.join("\n"));
}

#[test]
fn every_token_that_a_rule_names_is_declared() {
    let all: String = sheets().iter().map(|name| sheet(name)).collect();
    let all = filled_in(&all).unwrap();
    let name = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect() };
    let used: BTreeSet<String> = all.split("var(--").skip(1).map(name).collect();
    let declared: BTreeSet<String> =
        declarations(&all).iter().filter_map(|(property, _)| Some(property.strip_prefix("--")?.to_owned())).collect();
    let missing: Vec<&String> = used.difference(&declared).collect();
    assert!(missing.is_empty(), "used and not declared: {missing:?}");
}

#[test]
fn every_line_of_a_map_is_named_by_a_rule() {
    let all: String = sheets().iter().map(|name| sheet(name)).collect();
    // A map shaded by what is worked out has its rules from the story's measures.
    let named = |(name, _): &(&str, LineStyle)| *name == "computed" || all.contains(&format!("var(--map-{name}-"));
    let unused: Vec<&str> = LINES.iter().filter(|line| !named(line)).map(|(name, _)| *name).collect();
    assert!(unused.is_empty(), "stated and not used: {unused:?}");
}

#[test]
fn what_a_tap_sets_on_the_root_element_asks_it_for_no_token() {
    // A rule that a browser finds to hold for the root element has its tokens worked out anew if it asks for one, and with
    // them the style of every element: a quarter of a second on a phone.
    const SET: [&str; 7] =
        ["data-alive", "data-later", "data-measure", "data-off", "data-shade", "data-sheet", "data-step"];
    let (mut rules, mut wrong) = (0, Vec::new());
    for name in sheets() {
        let css = sheet(&name);
        for (at, _) in css.match_indices('{') {
            let head = css[..at].rsplit(['{', '}', ';']).next().unwrap_or_default();
            let body = css[at + 1..].split(['{', '}']).next().unwrap_or_default();
            let subject =
                |selector: &str| selector.trim().rsplit([' ', '>', '+', '~']).next().unwrap_or_default().to_owned();
            let of_root = |one: &str| SET.iter().any(|name| subject(one).contains(&format!("[{name}")));
            if head.split(',').any(of_root) {
                rules += 1;
                if body.contains("var(--") {
                    wrong.push(format!("style/{name}: {}", head.trim()));
                }
            }
        }
    }
    assert!(rules > 0, "no rule of the root element was found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_measures_are_the_published_ones() {
    // WCAG: black on white is 21, and #767676 is the lightest grey with 4.5 on white.
    let contrast = |one: &str, other: &str| {
        let of = |text: &str| -> Srgb<f64> { text.parse::<Srgb<u8>>().unwrap().into_format() };
        of(one).relative_contrast(of(other))
    };
    assert!((contrast("#000", "#fff") - 21.0).abs() < 1e-9);
    assert!(contrast("#767676", "#fff") >= 4.5 && contrast("#777777", "#fff") < 4.5);
    // Sharma, Wu and Dalal, 2005: the first two pairs of their test data.
    let lab = |l, a, b| Lab::<D65, f64>::new(l, a, b);
    let pairs = [
        (lab(50.0, 2.6772, -79.7751), lab(50.0, 0.0, -82.7485), 2.0425),
        (lab(50.0, 3.1571, -77.2803), lab(50.0, 0.0, -82.7485), 2.8615),
    ];
    for (one, other, expected) in pairs {
        assert!((one.difference(other) - expected).abs() < 1e-4, "{}", one.difference(other));
    }
    // Grey has no hue to lose.
    for (vision, matrix) in VISIONS {
        let grey = Srgb::new(0.5, 0.5, 0.5);
        assert!(seen(grey, matrix).difference(seen(grey, VISIONS[0].1)) < 0.1, "{vision}");
    }
}
