//! What the check tells an editor on the screen: in their language, with a number, the remedy and why it matters, and one
//! message for what has one cause.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use std::process::{Command, Output};

use invalid::{Edit, Invalid, STORY};

/// What `check` says of a folder when these variables are set, and no other that decides the language.
fn checked(folder: &str, how: &str, set: &[(&str, &str)]) -> (Output, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_story"));
    for name in ["STORY_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
        program.env_remove(name);
    }
    let output = program.args([how, folder]).envs(set.iter().copied()).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output, said)
}

fn spoilt_said(edits: &[Edit], set: &[(&str, &str)]) -> String {
    let invalid = Invalid::new(edits);
    let folder = invalid.0.display().to_string();
    checked(&folder, "check", set).1.replace(&format!("{folder}/"), "")
}

const UNKNOWN_UNIT: Edit =
    ("facts.json", "\"value\": 9,\n      \"unit\": \"quay\"", "\"value\": 9,\n      \"unit\": \"quays\"");

#[test]
fn a_fault_says_number_place_find_remedy_and_why_in_the_language_of_the_editor() {
    let english = spoilt_said(&[UNKNOWN_UNIT], &[]);
    let line = "F10: facts.json:";
    assert!(english.contains(line) && english.contains("found `quays`; write the id of a unit"), "{english}");
    assert!(english.contains("\n      why it matters: a number, a mark or a link would lead nowhere"), "{english}");
    for set in [("LC_ALL", "zh_CN.UTF-8"), ("LANG", "zh_TW"), ("STORY_LANG", "zh")] {
        let chinese = spoilt_said(&[UNKNOWN_UNIT], &[set]);
        assert!(chinese.starts_with("错误：") && chinese.contains(line), "{set:?}: {chinese}");
        assert!(chinese.contains("实为 `quays`；改成已有的单位"), "{set:?}: {chinese}");
        assert!(chinese.contains("\n      为什么要紧：数字、标记或链接会落空"), "{set:?}: {chinese}");
    }
}

#[test]
fn a_warning_is_said_in_the_language_of_the_editor_too() {
    let lonely: Edit = ("chapters.json", r#""figures": ["quays-chart"]"#, r#""figures": []"#);
    let english = spoilt_said(&[lonely], &[]);
    assert!(
        english.contains("W3: figures.json:") && english.contains("why it matters: readers never see it"),
        "{english}"
    );
    assert!(english.contains(": no faults, 1 warning"), "{english}");
    let chinese = spoilt_said(&[lonely], &[("LANG", "zh_CN.UTF-8")]);
    assert!(chinese.contains("为什么要紧：读者看不到它") && chinese.contains("没有错误，1 条警告"), "{chinese}");
    let invalid = Invalid::new(&[lonely]);
    let (output, denied) = checked(&invalid.0.display().to_string(), "check-strictly", &[("LANG", "zh_CN.UTF-8")]);
    assert!(!output.status.success() && denied.contains("在 chapters.json 的 `meant` 里写明理由"), "{denied}");
}

#[test]
fn a_sound_story_is_said_to_be_sound_in_both_languages() {
    assert!(checked(STORY, "check", &[]).1.ends_with(": no faults\n"));
    assert!(checked(STORY, "check", &[("LANG", "zh_CN.UTF-8")]).1.ends_with("：没有错误\n"));
}

/// The second story with every fact counted in another unit, be it the same one or each in one of its own.
fn thirty_wrong_units(unit: impl Fn(usize) -> String) -> String {
    let copy = Invalid::new(&[]);
    let mut facts: serde_json::Value = serde_json::from_str(&copy.text("facts.json")).unwrap();
    for (index, fact) in facts["facts"].as_array_mut().unwrap().iter_mut().enumerate().take(30) {
        fact["chapter"] = unit(index).into();
    }
    std::fs::write(copy.0.join("facts.json"), format!("{facts:#}")).unwrap();
    checked(&copy.0.display().to_string(), "check", &[]).1
}

#[test]
fn thirty_faults_of_one_cause_are_one_message_with_a_count() {
    let said = thirty_wrong_units(|_| "gone".to_owned());
    assert_eq!(said.matches("expected the id of a chapter").count(), 1, "{said}");
    assert!(said.contains("found `gone`") && said.contains("(and 29 times more, on lines "), "{said}");
    let said = thirty_wrong_units(|index| format!("gone-{index}"));
    assert_eq!(said.matches("expected the id of a chapter").count(), 1, "{said}");
    assert!(said.contains("found `gone-0`") && said.contains("(and 29 times more, on lines "), "{said}");
    assert!(said.contains("30 faults in "), "{said}");
}
