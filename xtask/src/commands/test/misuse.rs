//! What is done against misuse and against faults of hosts, and the test that holds it: the second table in `docs/holds.md`.

/// What could go wrong, what is done against it, and the tests that hold it.
struct Row {
    danger: &'static str,
    done: &'static str,
    tests: &'static [&'static str],
}

const fn row(danger: &'static str, done: &'static str, tests: &'static [&'static str]) -> Row {
    Row { danger, done, tests }
}

const ROWS: [Row; 25] = [
    row(
        "the tests' own server hands out files of the machine",
        "it serves what lies in its folder, whatever the path, and lets no page of another origin read it",
        &["units-of-webdriver::server::tests::nothing_outside_the_folder_goes_out_and_no_page_goes_to_other_origins"],
    ),
    row(
        "a release takes away what a page that is still open loads",
        "files that are named by their content are carried over for 90 days",
        &[
            "units-of-xtask::releases::tests::what_an_earlier_release_has_loaded_is_carried_over_for_a_while_and_nothing_else",
        ],
    ),
    row(
        "a host sends the story where nothing is",
        "`404.html` in both languages, which needs no other file",
        &[
            "site::what_stands_where_nothing_is_stands_alone_and_speaks_both_languages",
            "browser::hosting::nginx_leads_to_folders_and_has_nothing_else",
        ],
    ),
    row(
        "a name that is kept for a year stands for other bytes",
        "style, scripts and WebAssembly are named by their bytes as they are sent",
        &["site::what_is_kept_for_ever_is_named_by_its_content"],
    ),
    row(
        "words of the data are a formula to a spreadsheet",
        "an apostrophe before each such cell, units too",
        &[
            "units-of-story::data::download::csv::tests::no_cell_of_any_file_begins_a_formula_but_a_number",
            "downloads::no_cell_of_words_is_a_formula_to_a_spreadsheet",
        ],
    ),
    row(
        "words of the data make a drawing no XML",
        "what XML has no room for is refused with file and line; every drawing is parsed once it is written",
        &[
            "site::every_svg_is_xml",
            "units-of-story::text::markup::tests::nothing_in_a_text_ends_a_section_of_xml",
            "faults_words::texts_are_for_readers",
        ],
    ),
    row(
        "texts become markup",
        "the policy asks for trusted types; no script of the story makes elements of text",
        &[
            "browser::heads::what_stands_in_a_page_is_allowed_by_its_hash",
            "browser::life::the_program_starts_without_an_error_or_a_warning_in_both_languages",
        ],
    ),
    row(
        "words of the data are markup, end what they stand in, or turn it round",
        "they are words in every page, drawing, block of data and file",
        &["inert::words_that_would_be_markup_are_words_in_every_file_of_the_site"],
    ),
    row(
        "what is kept in the browser is another site's of the same origin",
        "one key, by the story's own name",
        &["browser::story::the_colours_change_against_the_system_and_are_remembered"],
    ),
    row(
        "readers are followed",
        "no cookie, nothing kept but the colours that were chosen, no request to another host",
        &[
            "browser::life::nothing_is_kept_in_the_browser_but_the_colours_that_were_chosen",
            "browser::life::nothing_is_asked_of_another_host",
        ],
    ),
    row(
        "the program tells where it was compiled",
        "no folder of the machine is in the WebAssembly",
        &["site::the_program_does_not_say_where_it_was_compiled"],
    ),
    row(
        "a host that sends no headers",
        "every page has the policy in itself",
        &["browser::hosting::nginx_sends_every_file_as_what_it_is_and_hashed_ones_for_ever"],
    ),
    row(
        "a folder's address without its last slash",
        "nginx and Vercel lead on to it; the README says it of others",
        &[
            "browser::hosting::nginx_leads_to_folders_and_has_nothing_else",
            "site::every_host_is_told_the_same_and_shows_no_file_of_its_own",
        ],
    ),
    row(
        "a host reads what its readers type in the frame",
        "what is typed is in no message",
        &["browser::hosts::what_a_reader_types_in_a_frame_is_not_told_to_the_host"],
    ),
    row(
        "a stranger's frame of the same origin speaks as the story",
        "`host.js` takes up frames below its own folder, and others where the page says so",
        &["browser::hosts::a_frame_of_another_folder_of_the_storys_host_is_a_strangers"],
    ),
    row(
        "a frame says nonsense to the page around it",
        "`host.js` does what is sound and bounded, and nothing else",
        &["browser::hosts::a_frame_that_misbehaves_gets_no_height_and_makes_no_script_throw"],
    ),
    row(
        "data end the check, or keep it for ever",
        "depth and size have bounds, each with a fault that names the line",
        &[
            "faults_files::a_formula_without_measure_is_a_fault",
            "faults_files::what_no_map_can_be_made_of_is_a_fault_and_no_panic",
            "faults_files::what_has_no_end_is_not_read",
            "broken::whatever_is_broken_is_said_and_nothing_panics_or_hangs",
        ],
    ),
    row(
        "data name a file outside their folder",
        "names of files have no folder",
        &["faults_files::what_no_map_can_be_made_of_is_a_fault_and_no_panic"],
    ),
    row(
        "signs that nobody sees turn words round",
        "control characters and those for direction are refused with file and line",
        &["faults_words::texts_are_for_readers"],
    ),
    row(
        "the address of the story holds a password",
        "an address with a user is refused",
        &["units-of-story::data::address::tests::other_addresses_can_be_made_only_from_that_of_a_folder"],
    ),
    row(
        "a draft is read by whoever else is on the network",
        "`cargo xtask serve` listens on this machine alone; what it says of other pages in the same browser stands in the README",
        &["units-of-xtask::tools::tests::a_draft_is_served_to_this_machine_alone"],
    ),
    row(
        "a host lists folders or shows its own configuration",
        "nginx and Apache are told not to",
        &[
            "site::every_host_is_told_the_same_and_shows_no_file_of_its_own",
            "browser::hosting::nginx_leads_to_folders_and_has_nothing_else",
        ],
    ),
    row(
        "a page is there before what it loads",
        "the README sends pages last",
        &["units-of-xtask::releases::tests::the_readme_sends_pages_after_what_they_load_and_deletes_nothing"],
    ),
    row(
        "a package is exchanged or has a known hole",
        "locks with hashes, advisories asked for in each run, no `unsafe`, licences in the site",
        &[
            "units-of-xtask::tools::tests::every_package_of_every_lock_has_its_hash",
            "units-of-xtask::tools::tests::no_package_of_ours_may_have_unsafe_code",
            "site::the_licences_are_those_of_the_lock_and_of_the_data",
        ],
    ),
    row(
        "a page that isolates itself refuses the story's files; the story asks for what it does not need",
        "every host is told `Cross-Origin-Resource-Policy` and `Permissions-Policy`",
        &["site::every_host_is_told_the_same_and_shows_no_file_of_its_own"],
    ),
];

/// Every test that the table names.
#[cfg(test)]
pub fn named() -> impl Iterator<Item = &'static str> {
    ROWS.iter().flat_map(|row| row.tests).copied()
}

/// The table; `passed` tells whether a test has, or nothing where there is no such test.
pub fn table(passed: impl Fn(&str) -> Option<bool>) -> String {
    let line = |row: &Row| {
        let all: Vec<Option<bool>> = row.tests.iter().map(|test| passed(test)).collect();
        let result = match () {
            () if all.contains(&Some(false)) => "FAILS",
            () if all.contains(&None) => "–",
            () => "holds",
        };
        let names = row.tests.iter().map(|test| format!("`{test}`")).collect::<Vec<_>>().join(", ");
        format!("| {} | {} | {result} | {names} |\n", row.danger, row.done)
    };
    let head = "| what could happen | what is done against it | result | held by |\n|---|---|---|---|\n".to_owned();
    head + &ROWS.iter().map(line).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_holds_when_all_of_its_tests_have_passed() {
        let [first, second] = [ROWS[2].tests[0], ROWS[2].tests[1]];
        for (of_second, expected) in [(Some(true), "holds"), (Some(false), "FAILS"), (None, "–")] {
            let text = table(|test| if test == first { Some(true) } else { of_second.filter(|_| test == second) });
            let line = text.lines().find(|line| line.contains(first)).expect("its row");
            assert!(line.contains(&format!(" | {expected} | ")), "{line}");
        }
    }
}
