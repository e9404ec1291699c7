//! Faulty figures: charts that do not add up, days off the axis, gaps that cover nothing.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use invalid::{check, check_each};

#[test]
#[rustfmt::skip] // rows
fn the_parts_of_a_bar_make_its_total() {
    check_each(&[
        (("figures.json", r#"{"fact": "walls-rest", "name""#, r#"{"fact": "walls-stone", "name""#),
         ("figures[6].bars.measures[0].parts", "expected parts that make `walls`, 60, found 54", r#""parts": [
              {"fact": "walls-upper", "#)),
        (("figures.json", r#""total": "walls","#, r#""total": "patrol","#),
         ("figures[6].bars.measures[0].total", "expected a fact with a value above zero", r#""total": "patrol""#)),
        (("figures.json", r#""share": "walls-upper-share""#, r#""share": "walls-upper-part""#),
         ("figures[6].bars.measures[0].parts[0].share", "the id of a fact in facts.json, found `walls-upper-part`", "walls-upper-part")),
        (("figures.json", r#""share": "walls-upper-share""#, r#""share": "lamps-dark""#),
         ("figures[6].bars.measures[0].parts[0].share", "expected the share that part and total give, 40.00, found 65", "lamps-dark")),
        (("figures.json", r#""id": "paces""#, r#""id": "in paces""#),
         ("figures[6].bars.measures[1].id", "expected letters, digits and hyphens, as it stands in addresses, found `in paces`", "in paces")),
        (("figures.json", r#""zh": "石埠和其余""#, r#""zh": "石埠和其余2个区""#),
         ("figures[6].bars.measures[1].parts[1].name.zh", "expected every number to be a fact", "石埠和其余2个区")),
    ]);
}

#[test]
fn parts_in_another_unit_need_an_editors_note_that_says_so() {
    let other = (
        "facts.json",
        r#""value": 15,
      "unit": "section""#,
        r#""value": 15,
      "unit": "quay""#,
    );
    let fault = (
        "figures.json",
        "figures[6].bars.measures[0].parts[1].fact",
        "expected a fact counted in `section` as the total is, or a note that cites an editor’s note, found `quay`",
        r#"{"fact": "walls-stone", "region""#,
    );
    check(&[other], &[fault]);
    let note = (
        "figures.json",
        "{walls-rest-length}里含石埠。",
        "{walls-rest-length}里含石埠，{tide-height|这是编者的读法}。",
    );
    check(&[other, note], &[]);
}

#[test]
fn every_region_has_a_figure_or_a_gap() {
    let marker = r#""gaps": ["#;
    check(
        &[("figures.json", r#""gaps": ["walls-reed-not-given"]"#, r#""gaps": ["walls-cost-not-given"]"#)],
        &[
            ("figures.json", "figures[6].bars.gaps", "in `sections` nothing covers reed", marker),
            ("figures.json", "figures[6].bars.gaps", "in `paces` nothing covers reed", marker),
        ],
    );
}

#[test]
fn a_region_with_a_part_or_in_one_is_one_of_the_citys() {
    let part = r#""fact": "walls-stone", "region": "stone""#;
    check(
        &[("figures.json", part, &part.replace(r#""stone""#, r#""sea""#))],
        &[
            (
                "figures.json",
                "figures[6].bars.measures[0].parts[1].region",
                "of a region in places.json, found `sea`",
                "\"sea\"",
            ),
            ("figures.json", "figures[6].bars.gaps", "in `sections` nothing covers stone", r#""gaps": ["#),
        ],
    );
    let region = |name| format!("\"part\": \"walls-rest-length\",\n              \"region\": \"{name}\"");
    let (stone, hill) = (region("stone"), region("hill"));
    check(
        &[("figures.json", &stone, &hill)],
        &[
            (
                "figures.json",
                "figures[6].bars.measures[1].inside.region",
                "of a region in places.json, found `hill`",
                "\"hill\"",
            ),
            ("figures.json", "figures[6].bars.gaps", "in `paces` nothing covers stone", r#""gaps": ["#),
        ],
    );
}

#[test]
#[rustfmt::skip] // rows
fn what_lies_in_a_part_is_not_given_and_has_no_part_of_its_own() {
    check_each(&[
        (("figures.json", r#""part": "walls-rest-length""#, r#""part": "walls-rest""#),
         ("figures[6].bars.measures[1].inside.part", "expected the fact of one of the measure’s parts, found `walls-rest`", r#""part": "walls-rest""#)),
        (("figures.json", r#""fact": "walls-stone-length-not-given""#, r#""fact": "walls-stone""#),
         ("figures[6].bars.measures[1].inside.fact", "expected a fact of kind not-given, found `walls-stone` of kind target", "\"fact\": \"walls-stone\",\n              \"words\"")),
        (("figures.json", r#""facts": ["walls-cost-not-given"]"#, r#""facts": ["patrol"]"#),
         ("figures[8].status_lanes.gap.facts[0]", "expected a fact of kind not-given, found `patrol`", r#""facts": ["patrol"]"#)),
        (("figures.json", r#""facts": ["walls-cost-not-given"]"#, r#""facts": []"#),
         ("figures[8].status_lanes.gap.facts", "expected at least one fact that says so", r#""facts": []"#)),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn days_exist_and_lie_on_the_axis() {
    check_each(&[
        (("figures.json", r#""to": "1313-02-28""#, r#""to": "1313-02-29""#),
         ("figures[7].timeline.to", "expected a day as YYYY-MM-DD, found `1313-02-29`", "1313-02-29")),
        (("figures.json", r#""to": "1313-02-28""#, r#""to": "1312-02-28""#),
         ("figures[7].timeline.to", "expected a day after 1312-03-01, found `1312-02-28`", "1312-02-28")),
    ]);
    let row = |fact: &'static str| format!(r#"{{"fact": "{fact}", "name""#);
    let (fair, ditch, upper) = (row("lamp-fair"), row("ditch"), row("walls-upper-done"));
    check(
        &[("figures.json", r#""from": "1312-03-01""#, r#""from": "1312-05-03""#)],
        &[("figures.json", "figures[7].timeline.rows[0].fact", "expected days on the axis, found 1312-05-02", &fair)],
    );
    // A date that runs backwards is the fact's fault.
    check(
        &[("facts.json", r#""to": "1312-05-04""#, r#""to": "1312-05-01""#)],
        &[
            ("facts.json", "facts[41].date.to", "a last day that is not before the first", r#""to": "1312-05-01""#),
            ("facts.json", "facts[41].printed", "found `5月2日至4日`, whose 4 is no part of it", "5月2日至4日\""),
            ("facts.json", "facts[41].statement.zh", "found `4` in the statement of `lamp-fair`", "灯节定在"),
            ("facts.json", "facts[41].statement.en", "found `2 to 4` in the statement of `lamp-fair`", "灯节定在"),
            ("figures.json", "figures[7].timeline.rows[0].when.zh", "the value or the date of `lamp-fair`, found `4`", &fair),
            ("figures.json", "figures[7].timeline.rows[0].when.en", "found `2 to 4`", &fair),
        ],
    );
    let firm = r#""when": {"zh": "雨季前", "en": "before the rains"}, "firmness": "open""#;
    check(
        &[("figures.json", firm, &firm.replace("open", "firm"))],
        &[("figures.json", "figures[7].timeline.rows[1].fact", "whose date has a last day", &ditch)],
    );
    let open = r#""en": "by 30 June"}, "firmness": "firm""#;
    check(
        &[("figures.json", open, &open.replace("firm\"", "open\""))],
        &[("figures.json", "figures[7].timeline.rows[2].fact", "whose date has words and no last day", &upper)],
    );
}

#[test]
fn what_has_a_day_is_on_the_axis_and_what_has_none_is_in_the_list() {
    check(
        &[("figures.json", r#""undated": [{"fact": "patrol""#, r#""undated": [{"fact": "tide-light-lit""#)],
        &[(
            "figures.json",
            "figures[7].timeline.undated[0].fact",
            "expected a fact without a day, found `tide-light-lit`",
            r#""undated": [{"fact": "tide-light-lit""#,
        )],
    );
    check(
        &[("figures.json", r#"{"fact": "ditch", "name""#, r#"{"fact": "matters", "name""#)],
        &[(
            "figures.json",
            "figures[7].timeline.rows[1].fact",
            "expected a fact with a date, found `matters`",
            r#"{"fact": "matters", "name""#,
        )],
    );
}

#[test]
#[rustfmt::skip] // rows
fn who_says_what_points_at_facts_and_says_their_numbers() {
    check_each(&[
        (("figures.json", r#"{"fact": "patrol", "words""#, r#"{"fact": "patroll", "words""#),
         ("figures[5].statements.rows[0].items[1].fact", "the id of a fact in facts.json, found `patroll`", "patroll")),
        (("figures.json", "要补{walls}海堤", "要补60段海堤"),
         ("figures[5].statements.rows[0].items[0].words.zh", "expected every number to be a fact", "要补60段海堤")),
        (("figures.json", r#"{"zh": "我们算的", "en": "Worked out by us"}"#, r#"{"zh": "我们算的", "en": "Two of us"}"#),
         ("figures[5].statements.rows[1].name.en", "found `Two`", "Two of us")),
    ]);
}
