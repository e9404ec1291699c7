//! What readers have when something fails on their side, and the test that holds it in each engine: the table in
//! `docs/holds.md`, which a whole run writes, and with it the one of what is done against misuse (`misuse`).

use super::IN_BROWSER;
use super::engines::{FIREFOX, WEBKIT};
use super::misuse;
use super::results::Outcome;
use crate::commands::document;
use crate::failure::Result;

/// The document, and the marks of its tables.
const DOCUMENT: &str = "docs/holds.md";
const MARK: &str = "holds";
const MISUSE: &str = "misuse";

/// A failure, what readers have then, and the tests that hold it, by their names in Chromium.
struct Row {
    failure: &'static str,
    readers_have: &'static str,
    tests: &'static [&'static str],
}

const fn row(failure: &'static str, readers_have: &'static str, tests: &'static [&'static str]) -> Row {
    Row { failure, readers_have, tests }
}

const ROWS: [Row; 35] = [
    row(
        "no scripts",
        "the finished page, in full; marks and numbers open cards",
        &[
            "browser::life::without_scripts_the_page_shows_every_section_map_and_table",
            "browser::life::without_scripts_a_mark_and_a_number_open_a_card_that_moves_nothing_and_goes_by_its_link_or_by_going_back",
        ],
    ),
    row(
        "the program is not there (404)",
        "the finished page, told in full; links are links",
        &["browser::life::missing_webassembly_leaves_the_finished_page"],
    ),
    row("the program is cut off", "the same", &["browser::life::broken_webassembly_leaves_the_finished_page"]),
    row(
        "the program is refused while the page still comes",
        "all of the page, laid out",
        &["browser::life::a_program_that_fails_before_all_of_the_page_is_there_leaves_nothing_out"],
    ),
    row(
        "the program is not there, in another page's frame",
        "the same; the host hears of it",
        &["browser::hosts::a_host_hears_that_a_story_has_no_behaviour_and_its_page_stays"],
    ),
    row(
        "a host's content policy",
        "all of it, under the policy that the page asks for",
        &["browser::hosting::the_story_lives_under_nginx_with_the_policy_that_it_asks_for"],
    ),
    row(
        "an opaque origin: a sandbox, another origin for the site's own files",
        "all of it",
        &[
            "browser::hosting::the_story_lives_in_a_sandbox_where_its_own_host_is_another_origin",
            "browser::hosts::what_a_sandbox_forbids_is_offered_as_text",
        ],
    ),
    row(
        "storage forbidden",
        "all of it; colours are not remembered",
        &["browser::story::a_frame_without_storage_still_changes_its_colours"],
    ),
    row(
        "the style sheet comes late",
        "the first words already have their look",
        &["browser::first_screen::the_first_words_look_as_they_will_before_the_style_sheet_has_come"],
    ),
    row(
        "the page comes in parts",
        "nothing that is read moves",
        &["browser::shape::nothing_moves_while_the_page_arrives_in_parts"],
    ),
    row(
        "an address with a fragment, for which Firefox tells of no paint",
        "the program all the same",
        &["browser::story::a_fragment_leads_to_its_chapter_and_is_dropped_when_the_reader_has_gone_on"],
    ),
    row(
        "an old engine",
        "no rule that would do harm where it is not understood",
        &["tokens::no_rule_needs_a_newer_browser_than_the_page_is_made_for"],
    ),
    row(
        "a web view of 2021 (Chromium 90), whose content policy has no word for WebAssembly",
        "the finished page in its look, in full; places and numbers open cards",
        &[
            "browser::older::chromium_90::the_page_has_its_look_where_no_program_starts",
            "browser::older::chromium_90::a_tap_opens_cards_where_no_program_starts",
            "browser::older::chromium_90::the_page_has_its_look_without_scripts_and_opens_cards",
        ],
    ),
    row(
        "a web view of 2022 (Chromium 103), without `:has()`, `svh` and `color-mix()`",
        "all of it",
        &[
            "browser::older::chromium_103::the_page_has_its_look_and_answers",
            "browser::older::chromium_103::steps_pass_while_one_map_holds",
            "browser::older::chromium_103::a_division_is_chosen_by_its_address_and_by_tap",
            "browser::older::chromium_103::the_page_has_its_look_without_scripts_and_opens_cards",
        ],
    ),
    row(
        "a web view of 2023 (Chromium 109), without `color-mix()`",
        "all of it",
        &[
            "browser::older::chromium_109::the_page_has_its_look_and_answers",
            "browser::older::chromium_109::steps_pass_while_one_map_holds",
            "browser::older::chromium_109::a_division_is_chosen_by_its_address_and_by_tap",
            "browser::older::chromium_109::the_page_has_its_look_without_scripts_and_opens_cards",
        ],
    ),
    row(
        "a web view of 2024 (Chromium 122)",
        "all of it",
        &[
            "browser::older::chromium_122::the_page_has_its_look_and_answers",
            "browser::older::chromium_122::steps_pass_while_one_map_holds",
            "browser::older::chromium_122::a_division_is_chosen_by_its_address_and_by_tap",
            "browser::older::chromium_122::the_page_has_its_look_without_scripts_and_opens_cards",
        ],
    ),
    row(
        "a card opened before the program came",
        "it stays open, and going back closes it",
        &["browser::life::what_was_opened_before_the_program_came_stays_open_and_going_back_closes_it"],
    ),
    row(
        "400 % zoom",
        "no scrolling sideways",
        &["browser::shape::four_hundred_per_cent_is_read_without_scrolling_sideways"],
    ),
    row(
        "text of twice the size",
        "nothing breaks",
        &["browser::reflow::letters_of_twice_the_size_alone_break_nothing"],
    ),
    row("wider spacing of text", "nothing is lost", &["browser::shape::wider_spacing_of_text_loses_nothing"]),
    row(
        "forced colours",
        "every mark and word",
        &["browser::shape::forced_colours_leave_every_mark_and_word_to_be_seen"],
    ),
    row(
        "a browser that makes pages dark by itself",
        "maps whose names, marks, borders and land are told apart; light that was chosen stays light",
        &[
            "browser::darkened::where_the_browser_makes_pages_dark_by_itself_maps_are_read_and_chosen_light_stays_light",
        ],
    ),
    row(
        "little motion wished for",
        "told in full; steps without a glide",
        &["browser::story::with_less_motion_wished_for_the_story_is_told_in_full_and_frames_cut"],
    ),
    row(
        "on paper",
        "every section, figure and table",
        &[
            "browser::print::on_paper_every_section_figure_and_table_is_shown_and_no_control",
            "browser::story::on_paper_the_story_is_told_in_full_with_scripts_and_without",
        ],
    ),
    row(
        "the program is slow and then fails",
        "the page told in full; the line that is read stays where it is",
        &[
            "browser::failing::a_program_that_is_slow_and_then_fails_leaves_the_line_that_is_read_where_it_is",
            "browser::failing::at_every_step_a_program_that_is_slow_and_then_fails_leaves_the_line_that_is_read_where_it_is",
        ],
    ),
    row(
        "the program fails in the middle",
        "the finished page where they were: links are links, no control is left that would not answer, one sentence says so",
        &[
            "browser::failing::a_program_that_fails_in_the_middle_lets_go_of_the_page",
            "browser::throwing::whichever_call_of_the_program_s_into_the_browser_fails_the_page_stays_and_links_work",
            "browser::throwing::a_panic_in_rust_leaves_the_page_and_its_links_as_they_are_without_a_program",
        ],
    ),
    row(
        "the program as another media type, or none",
        "all of it",
        &["browser::failing::a_program_of_another_media_type_or_of_none_starts_all_the_same"],
    ),
    row(
        "offline after loading",
        "all of it but the search and the lists below maps, which go when they are asked for",
        &["browser::failing::a_page_that_is_there_needs_no_network_any_more"],
    ),
    row("a wish to save data", "all of it", &["browser::failing::a_reader_who_saves_data_has_all_of_it"]),
    row(
        "the page is kept for going back",
        "what was open, and it answers",
        &["browser::failing::a_page_that_was_kept_for_going_back_answers_as_before"],
    ),
    row(
        "a phone that is turned, a window that becomes narrower or wider, the browser’s zoom",
        "what is read stays in the window",
        &["browser::reading_place::turning_resizing_and_zooming_keep_what_is_read_in_the_window"],
    ),
    row(
        "letters become larger or smaller",
        "what is read stays in the window",
        &["browser::reading_place::larger_and_smaller_letters_keep_what_is_read_in_the_window"],
    ),
    row(
        "the page is loaded again",
        "the line that is read stays where it is",
        &["browser::reading_place::a_page_that_is_loaded_again_is_read_on_where_it_was"],
    ),
    row(
        "addresses and messages that nobody would write",
        "the page as it was",
        &[
            "browser::fuzzing::addresses_that_nobody_would_write_change_nothing_and_raise_nothing",
            "browser::fuzzing::messages_that_no_host_would_send_change_nothing_and_raise_nothing",
        ],
    ),
    row(
        "ten thousand messages at once",
        "a frame that goes on",
        &["browser::fuzzing::ten_thousand_messages_do_not_stop_a_frame"],
    ),
];

/// The name that a test of the browser has in another engine.
fn in_engine(test: &str, part: &str) -> Option<String> {
    let (module, name) = test.rsplit_once("::")?;
    test.starts_with(IN_BROWSER).then(|| format!("{module}{part}{name}"))
}

/// The table; `passed` tells whether a test has, or nothing where there is no such test.
fn table(passed: impl Fn(&str) -> Option<bool>) -> String {
    let result = |test: Option<String>| match test.as_deref().and_then(&passed) {
        Some(true) if !test.is_some_and(|test| test.starts_with(IN_BROWSER)) => "held without a browser",
        Some(true) => "holds",
        Some(false) => "FAILS",
        None => "–",
    };
    let mut text =
        "| when | readers have | Chromium | Firefox | WebKit | held by |\n|---|---|---|---|---|---|\n".to_owned();
    for Row { failure, readers_have, tests } in &ROWS {
        let cells = |part: Option<&str>| {
            let each = tests
                .iter()
                .map(|test| result(part.map_or_else(|| Some((*test).to_owned()), |part| in_engine(test, part))));
            let mut all: Vec<&str> = each.collect();
            all.dedup();
            if all.is_empty() { "–".to_owned() } else { all.join(", ") }
        };
        let names = tests.iter().map(|test| format!("`{test}`")).collect::<Vec<_>>().join(", ");
        let [chromium, firefox, webkit] = [None, Some(FIREFOX), Some(WEBKIT)].map(cells);
        text += &format!("| {failure} | {readers_have} | {chromium} | {firefox} | {webkit} | {names} |\n");
    }
    text
}

/// Writes what a whole run has seen.
pub fn write(outcomes: &[Outcome]) -> Result<()> {
    let passed = |test: &str| outcomes.iter().find(|outcome| outcome.name == test).map(|outcome| !outcome.failed);
    document::write(DOCUMENT, MARK, &table(passed))?;
    document::write(DOCUMENT, MISUSE, &misuse::table(passed))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::paths;

    /// Whether the sources have this test: in Chromium a function, in another or an older engine a name in the file's list for it.
    fn exists(test: &str) -> Option<bool> {
        let parts: Vec<&str> = test.split("::").collect();
        if let Some(name) = test.strip_prefix("units-of-") {
            return is_a_unit_test(name);
        }
        let (file, engine) = match parts.as_slice() {
            [program, _] => (format!("tests/{program}.rs"), None),
            [program, module, _] => (format!("tests/{program}/{module}.rs"), None),
            [program, module, engine, _] => (format!("tests/{program}/{module}.rs"), Some(*engine)),
            _ => return None,
        };
        let name = parts.last()?;
        let source = fs::read_to_string(paths::root().join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let Some(engine) = engine else {
            return source.contains(&format!("\nfn {name}() {{")).then_some(true);
        };
        if let Some((_, list)) = source.split_once("\nin_older![") {
            let mut groups = list.split(';');
            let own = groups.find(|group| group.trim_start().starts_with(&format!("{engine}:")))?;
            return has(own, name).then_some(true);
        }
        let (_, list) = source.split_once("\nin_every_engine![")?;
        let mut groups = list.split(';');
        let mut in_group = groups.next().is_some_and(|both| has(both, name));
        in_group |= groups.any(|group| group.trim_start().starts_with(&format!("{engine}:")) && has(group, name));
        in_group.then_some(true)
    }

    /// Whether a file of the sources has this test beside what it is of: `story::data::address::tests::name`.
    fn is_a_unit_test(test: &str) -> Option<bool> {
        let (modules, name) = test.split_once("::tests::")?;
        let (program, path) = modules.split_once("::")?;
        let path = path.replace("::", "/");
        let folders = [format!("crates/{program}/src"), format!("{program}/src")];
        let files =
            folders.iter().flat_map(|folder| [format!("{folder}/{path}.rs"), format!("{folder}/{path}/mod.rs")]);
        let mut sources = files.filter_map(|file| fs::read_to_string(paths::root().join(file)).ok());
        sources.any(|source| source.contains(&format!("\n    fn {name}() {{"))).then_some(true)
    }

    fn has(list: &str, name: &str) -> bool {
        list.split(|sign: char| !sign.is_alphanumeric() && sign != '_').any(|word| word == name)
    }

    #[test]
    fn the_document_is_what_a_run_of_these_tests_writes() {
        for test in ROWS.iter().flat_map(|row| row.tests).copied().chain(misuse::named()) {
            assert_eq!(exists(test), Some(true), "there is no test {test}");
        }
        let document = fs::read_to_string(paths::root().join(DOCUMENT)).expect("the document");
        for (mark, table) in [(MARK, table(exists)), (MISUSE, misuse::table(exists))] {
            let expected = document::put(&document, mark, &table).expect("room for the table");
            assert!(document == expected, "{DOCUMENT} is stale; a whole run writes this:\n{table}");
        }
    }

    #[test]
    fn a_test_that_is_in_no_file_does_not_exist() {
        for test in [
            "browser::life::no_such_test",
            "browser::failing::firefox::a_reader_who_saves_data_has_all_of_it",
            "units-of-story::data::address::tests::no_such_test",
            "units-of-story::data::nowhere::tests::other_addresses_can_be_made_only_from_that_of_a_folder",
        ] {
            assert_eq!(exists(test), None, "{test}");
        }
    }

    #[test]
    fn what_failed_and_what_was_not_tried_are_told_apart() {
        let text = table(|test| match test {
            "browser::life::missing_webassembly_leaves_the_finished_page" => Some(true),
            "browser::life::firefox::missing_webassembly_leaves_the_finished_page" => Some(false),
            _ => None,
        });
        let line = text.lines().find(|line| line.contains("missing_webassembly")).expect("its row");
        assert!(line.contains("| holds | FAILS | – |"), "{line}");
    }
}
