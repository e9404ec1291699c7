//! Numbers as work reports print them: each with check, prose, ledger and files, in both languages.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use data_story::data::{Edition, downloads, inspect};
use data_story::model::{Lang, Story};
use data_story::text::number_of;
use invalid::Invalid;
use serde_json::{Value, json};

/// Units that the second story does not have.
fn units() -> Vec<Value> {
    let unit =
        |id: &str, zh: &str, one: &str, other: &str| json!({"id": id, "zh": zh, "en": {"one": one, "other": other}});
    let mut yuan = unit("yuan", "元", "", "");
    (yuan["great"], yuan["en"]["before"]) = (true.into(), "CNY".into());
    let mut edition = unit("edition", "届", "th edition", "th edition");
    (edition["ordinal"], edition["tight"], edition["set_term"]) = (true.into(), true.into(), true.into());
    vec![
        yuan,
        edition,
        unit("home", "户", "home", "homes"),
        unit("point", "个百分点", "percentage point", "percentage points"),
        unit("hundred-million", "亿元", "", ""),
    ]
}

/// A copy of the second story with one more fact, `number`, and units for it.
fn with(fact: &Value) -> Invalid {
    let copy = Invalid::new(&[]);
    let mut file: Value = serde_json::from_str(&copy.text("facts.json")).unwrap();
    let list = file["facts"].as_array_mut().unwrap();
    let mut whole = list.iter().find(|one| one["id"] == "quays-done").unwrap().clone();
    whole["id"] = "number".into();
    for key in ["places", "date"] {
        whole.as_object_mut().unwrap().remove(key);
    }
    for (key, value) in fact.as_object().unwrap() {
        whole[key] = value.clone();
    }
    whole.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    // From a sentence of its own, so that no other fact's number is near.
    whole["source"]["sha256"] = "0".repeat(64).into();
    list.push(whole);
    let more = units().into_iter().filter(|unit| fact["unit"] == unit["id"]);
    file["units"].as_array_mut().unwrap().extend(more);
    std::fs::write(copy.0.join("facts.json"), file.to_string()).unwrap();
    copy
}

/// The faults and warnings of a story with this fact.
fn found(fact: &Value) -> (Option<Story>, Vec<String>) {
    let copy = with(fact);
    let (story, warnings) = inspect(&copy.0, Edition::default());
    let faults = story.as_ref().err().into_iter().flatten().map(ToString::to_string);
    let all = faults.chain(warnings.iter().map(ToString::to_string)).collect();
    (story.ok(), all)
}

/// The fact has no fault, and is shown so in both languages, on the page and in the files.
#[track_caller]
fn shown(fact: Value, zh: &str, en: &str) {
    let (story, wrong) = found(&fact);
    assert!(wrong.is_empty(), "{fact}: {wrong:#?}");
    let story = story.unwrap();
    let one = story.fact_named("number").unwrap();
    let shown =
        Lang::ALL.map(|lang| number_of(&story, one, lang).map(|number| number.to_string()).unwrap_or_default());
    assert_eq!(shown, [zh, en], "{fact}");
    for download in downloads(&story).unwrap() {
        let text = String::from_utf8(download.bytes.clone()).unwrap();
        let languages: &[&str] = match download.name.as_str() {
            "facts.zh.csv" => &[zh],
            "facts.en.csv" => &[en],
            _ => &[zh, en],
        };
        for shown in languages {
            assert!(text.contains(shown), "{}: no {shown}", download.name);
        }
    }
}

/// The fact has this fault or warning.
#[track_caller]
fn refused(fact: Value, says: &str) {
    let (_, wrong) = found(&fact);
    assert!(wrong.iter().any(|line| line.contains(says)), "{fact}: expected `{says}`, found {wrong:#?}");
}

fn fact(value: f64, unit: &str, printed: &str, zh: &str, en: &str) -> Value {
    json!({"value": value, "unit": unit, "printed": printed, "statement": {"zh": zh, "en": en}})
}

fn and(mut fact: Value, key: &str, value: impl Into<Value>) -> Value {
    fact[key] = value.into();
    fact
}

#[test]
fn a_fall_is_a_negative_number() {
    for (printed, zh) in [("下降3.2%", "灯油下降3.2%。"), ("-3.2%", "灯油为−3.2%。"), ("−3.2%", "灯油减少了3.2%。")]
    {
        shown(fact(-3.2, "percent", printed, zh, "Lamp oil fell by 3.2%."), "−3.2%", "−3.2%");
    }
    refused(
        fact(-3.2, "percent", "下降2.3%", "灯油下降3.2%。", "Lamp oil fell by 3.2%."),
        "printed: expected the number -3.2 as the page prints it",
    );
}

#[test]
fn a_range_has_two_ends() {
    let range = |printed: &str, zh: &str, en: &str| and(fact(3.0, "quay", printed, zh, en), "up_to", 5.0);
    shown(range("3至5个", "要修3至5座。", "Three to five are to be repaired."), "3至5座码头", "3 to 5 quays");
    shown(range("三至五个", "要修三到五座。", "From 3 to 5 are to be repaired."), "3至5座码头", "3 to 5 quays");
    refused(range("3至5个", "要修3座。", "Three to five are to be repaired."), "expected words that say 3 to 5");
    refused(range("3至6个", "要修3至5座。", "Three to five."), "printed: expected a range as the page prints it");
    refused(and(range("3至5个", "要修3至5座。", "Three to five."), "up_to", 2.0), "up_to: expected the upper end");
    refused(
        fact(3.0, "quay", "3至5个", "要修3座。", "Three."),
        "up_to: missing; expected the upper end of the range `3至5`",
    );
}

#[test]
fn what_the_page_says_around_a_number_stays_with_it() {
    let rows = [
        ("about", "约300户", "惠及约300户。", "About 300 homes gain.", "约300户", "about 300 homes"),
        ("about", "300户左右", "惠及300户左右。", "Some 300 homes gain.", "约300户", "about 300 homes"),
        ("at-least", "300户以上", "惠及300户以上。", "300 homes or more gain.", "至少300户", "at least 300 homes"),
        ("above", "超过300户", "惠及超过300户。", "More than 300 homes gain.", "超过300户", "more than 300 homes"),
        ("at-most", "300户以下", "不超过300户。", "At most 300 homes.", "至多300户", "at most 300 homes"),
        ("below", "不到300户", "不到300户。", "Fewer than 300 homes.", "不到300户", "less than 300 homes"),
    ];
    for (limit, printed, zh, en, in_zh, in_en) in rows {
        shown(and(fact(300.0, "home", printed, zh, en), "limit", limit), in_zh, in_en);
        // 300 alone says more than the page does.
        let bare = and(fact(300.0, "home", printed, "惠及300户。", en), "limit", limit);
        refused(bare, "expected words that say 300");
        refused(fact(300.0, "home", printed, "惠及300户。", "300 homes gain."), "W11: ");
        refused(and(fact(300.0, "home", "300户", zh, en), "limit", limit), "printed: expected");
    }
}

#[test]
fn fractions_and_halves_are_parts_of_a_hundred_and_zero_is_a_number() {
    shown(fact(33.3, "percent", "三分之一", "占三分之一。", "A third of it."), "33.3%", "33.3%");
    shown(fact(50.0, "percent", "一半", "占一半。", "Half of it."), "50%", "50%");
    shown(fact(0.0, "quay", "零", "一座也没有。", "There are no quays."), "0座码头", "0 quays");
    shown(
        fact(1.5, "point", "1.5个百分点", "提高1.5个百分点。", "Up by 1.5 percentage points."),
        "1.5个百分点",
        "1.5 percentage points",
    );
}

#[test]
fn ordinals_end_as_each_language_has_it() {
    shown(fact(3.0, "edition", "第三届", "第三届灯会。", "The third lamp fair."), "第三届", "3rd edition");
    shown(fact(21.0, "edition", "第21届", "第21届灯会。", "The 21st lamp fair."), "第二十一届", "21st edition");
}

#[test]
fn great_numbers_are_counted_in_each_languages_steps() {
    shown(fact(1.2e8, "yuan", "1.2亿元", "花1.2亿元。", "It costs CNY 120 million."), "1.2亿元", "CNY 120 million");
    shown(
        fact(1.56e12, "yuan", "1.56万亿元", "共1.56万亿元。", "CNY 1.56 trillion in all."),
        "1.56万亿元",
        "CNY 1.56 trillion",
    );
    shown(
        fact(2.186e12, "yuan", "21860亿元", "共21860亿元。", "CNY 2.186 trillion."),
        "2.186万亿元",
        "CNY 2.186 trillion",
    );
    refused(
        fact(21860.0, "hundred-million", "21860亿元", "共21860亿元。", "CNY 2.186 trillion."),
        "zh: expected a unit without a step of its own, found `亿元`; count in 元",
    );
}

#[test]
fn a_quarter_is_a_part_of_its_date() {
    let dated = |from: &str, to: &str, zh: &str, en: &str| json!({"value": null, "unit": null, "printed": null, "statement": {"zh": zh, "en": en}, "date": {"from": from, "to": to}});
    shown(dated("1312-04-01", "1312-06-30", "二季度开工。", "Work begins in the second quarter."), "", "");
    shown(dated("1312-01-01", "1312-06-30", "上半年开工。", "Work begins in the first half of the year."), "", "");
    shown(dated("1312-03-01", "1312-03-31", "3月开工。", "Work begins in March."), "", "");
    refused(dated("1312-04-01", "1312-06-30", "三季度开工。", "Work begins in the third quarter."), "found `三`");
}

#[test]
fn a_formula_takes_exact_numbers_only() {
    let copy = with(&and(fact(3.0, "quay", "3至5个", "要修3至5座。", "Three to five."), "up_to", 5.0));
    let text = copy.text("facts.json").replace("100 - {lamps-lit}", "{number} + 62");
    std::fs::write(copy.0.join("facts.json"), text).unwrap();
    let faults: Vec<String> = copy.faults().iter().map(ToString::to_string).collect();
    assert!(
        faults.iter().any(|fault| fault.contains("expected inputs that are exact, found `number`")),
        "{faults:#?}"
    );
}
