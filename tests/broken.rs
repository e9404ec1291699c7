//! Stories broken at random, one thing at a time: whatever an editor may do to a file, the check says what is wrong, or
//! draws the story, and comes to an end.
//!
//! The breaker knows JSON and what the schema makes of it: it changes a value that is there, by what values of its kind are
//! prone to, and words that were found to do harm before (`HARM`). `BROKEN_ROUNDS=10000 cargo xtask test broken::` looks
//! longer. A check that hangs keeps this test from ending; one that panics is told with the seed that made it.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use data_story::data::{Edition, downloads, figure_downloads, verify_source};
use data_story::model::Lang;
use data_story::room::inspect;
use invalid::{FILES, Invalid};
use serde_json::{Value, json};

/// Rounds of a run that nobody asks for more of: four seconds of processor time.
const ROUNDS: u64 = 60;

/// What did harm before, or may: as words, and as numbers.
fn harm() -> Vec<Value> {
    vec![
        "".into(),
        "   ".into(),
        "\u{0}\u{7}".into(),
        "\u{202e}倒".into(),
        "{".into(),
        "｛quays｝".into(),
        "{nothing}".into(),
        "{quays-planned|三百户}".into(),
        "{@sea}".into(),
        "{quays-done}{quays-done|}".into(),
        "三百七百八九十万亿".into(),
        "第".into(),
        "2024-02-30".into(),
        "年年-03-31".into(),
        "一".repeat(5000).into(),
        "a".repeat(300).into(),
        "(".repeat(5000).into(),
        "{a} / 0 - - 3".into(),
        "https://".into(),
        "../../etc".into(),
        "constructor".into(),
        json!(0),
        json!(-1),
        json!(1),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e308),
        json!(-1e308),
        json!(5e-324),
        json!(0.1),
        json!(null),
        json!(true),
        json!([]),
        json!({}),
        json!([[[]]]),
        json!([1e308, -1e308]),
        json!({"zh": "一", "en": "one"}),
    ]
}

/// Numbers that look thrown, the same for the same seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// The pointers of all values, those of a long list of positions only now and then.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, one)| pointers(one, format!("{at}/{index}"), all))
        }
        Value::Object(object) => object.iter().for_each(|(key, one)| pointers(one, format!("{at}/{key}"), all)),
        _ => {}
    }
    all.push(at);
}

/// Breaks one thing of a file, and says what.
fn break_one(text: &str, dice: &mut Dice) -> (Vec<u8>, String) {
    // As a text: cut off, or with something in it that no JSON has.
    if dice.below(8) == 0 {
        let cut = (0..=dice.below(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let (before, after) = text.split_at(cut);
        let between: &[u8] =
            [&b""[..], b"\xff\xfe", b"\"", b"{", b"}", b",", b"[[[[", b"\xef\xbb\xbf", b"// "][dice.below(9)];
        let after = if dice.below(2) == 0 { "" } else { after };
        let bytes = [before.as_bytes(), between, after.as_bytes()].concat();
        return (bytes, format!("{between:?} at {cut}, {} bytes after it", after.len()));
    }
    let mut value: Value = serde_json::from_str(text).unwrap();
    let mut all = Vec::new();
    pointers(&value, String::new(), &mut all);
    let at = all.swap_remove(dice.below(all.len()));
    let harm = harm();
    let what = match (dice.below(5), value.pointer_mut(&at).unwrap()) {
        (0, Value::Object(object)) if !object.is_empty() => {
            let key = object.keys().nth(dice.below(object.len())).unwrap().clone();
            object.remove(&key);
            format!("without {key}")
        }
        (1, Value::Object(object)) => {
            object.insert("unheard-of".into(), harm[dice.below(harm.len())].clone());
            "with a key that there is not".to_owned()
        }
        (0, Value::Array(list)) if !list.is_empty() => {
            let one = list[dice.below(list.len())].clone();
            list.insert(dice.below(list.len() + 1), one);
            "with one of its members twice".to_owned()
        }
        (1, Value::Array(list)) => {
            list.reverse();
            "turned round".to_owned()
        }
        (2, Value::Array(list)) if !list.is_empty() => {
            list.remove(dice.below(list.len()));
            "without a member".to_owned()
        }
        (0, Value::String(words)) => {
            let cut = words.chars().take(dice.below(words.chars().count() + 1)).collect::<String>();
            *words = cut;
            "cut off".to_owned()
        }
        (1, Value::Number(number)) => {
            let turned = number.as_f64().map_or(0.0, |one| [-one, one * 10.0, one + 0.5, one * 1e9][dice.below(4)]);
            let what = format!("{turned} in the place of {number}");
            *value.pointer_mut(&at).unwrap() = json!(turned);
            what
        }
        (_, one) => {
            *one = harm[dice.below(harm.len())].clone();
            format!("{one:.80}")
        }
    };
    (value.to_string().into_bytes(), format!("{at}: {what}"))
}

/// What is checked of a broken story: faults that lead somewhere, or a story that can be drawn and written.
fn look(copy: &Invalid) {
    let (story, warnings) = inspect(&copy.0, Edition::default());
    let faults = story.as_ref().err().into_iter().flatten();
    for fault in faults.chain(warnings.iter().map(|warning| &warning.at)) {
        assert!(!fault.message.line(Lang::En).trim().is_empty() && !fault.file.is_empty(), "{fault:?}");
        let lines = fs::read(&fault.file).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count() + 1;
        assert!(fault.line <= lines, "{fault} of {lines} lines");
        assert!(fault.message.line(Lang::Zh).chars().count() < 2000, "a message too long to read: {fault}");
    }
    if let Ok(story) = story {
        downloads(&story).unwrap();
        figure_downloads(&story).unwrap();
        let _ = verify_source(&story, &copy.text("transcript.txt"));
    }
}

#[test]
fn whatever_is_broken_is_said_and_nothing_panics_or_hangs() {
    let rounds = std::env::var("BROKEN_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS);
    let copy = Invalid::new(&[]);
    let whole = FILES.map(|file| copy.text(file));
    for round in 1..=rounds {
        let mut dice = Dice(round.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let index = dice.below(FILES.len());
        let (bytes, what) = break_one(&whole[index], &mut dice);
        let path = copy.0.join(FILES[index]);
        fs::write(&path, bytes).unwrap();
        let outcome = catch_unwind(AssertUnwindSafe(|| look(&copy)));
        assert!(outcome.is_ok(), "round {round}: {}: {what}", FILES[index]);
        fs::write(&path, &whole[index]).unwrap();
    }
}
