//! The ledger's rows: shown, hidden and put in order as the reader chose. Everything is read from the rows
//! that stand in the page.

use std::cell::RefCell;

use contract::address::ledger::{CHAPTER, KIND, PLACE, SPEAKER, WORDS};
use contract::id::{Card, target};
use contract::payload::count::filled;
use contract::{Ledger, SortKey, State, attribute, class, id, joined};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use super::choices::Choices;
use super::dom::{all, by_id};
use super::focus::focus;
use super::fragment::fragment;

thread_local! {
    /// The rows in the ledger's own order.
    static ROWS: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// A click on a head, on the button that clears, or on a link to a row; says whether it was one of the first two.
pub fn on_click(hit: Option<&Element>, choices: Choices) -> bool {
    let within = |selector: &str| hit.and_then(|element| element.closest(selector).ok().flatten());
    if let Some(key) =
        within(attribute::of::SORT).and_then(|head| SortKey::named(&head.get_attribute(attribute::SORT)?))
    {
        choices.change(|state| State { ledger: state.ledger.sort_by(key), ..state });
        return true;
    }
    if within(attribute::of::CLEAR).is_some() {
        clear(choices);
        if let Some(words) = all(&control(WORDS)).next() {
            focus(&words);
        }
        return true;
    }
    let row = within(joined!("a[href^='#", id::OF_FACT, "']")).and_then(|link| link.get_attribute("href"));
    if row.is_some_and(|row| is_hidden(target(&row))) {
        clear(choices);
        // Now and not with the next effect: the browser is about to scroll there.
        show(&choices.now().ledger);
    }
    false
}

/// A control was changed.
pub fn on_input(event: &Event, choices: Choices) {
    let Some(control) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if control.closest(class::of::FILTERS).is_ok_and(|filters| filters.is_some())
        && let Some(name) = control.get_attribute("name")
    {
        let value = value(&control);
        choices.change(|mut state| {
            state.ledger.choose(&name, value.trim_start());
            state
        });
    }
}

/// The control of this name.
fn control(name: &str) -> String {
    [class::of::FILTERS, " [name=", name, "]"].concat()
}

fn clear(choices: Choices) {
    choices.change(|state| State { ledger: state.ledger.unfiltered(), ..state });
}

fn is_hidden(id: &str) -> bool {
    by_id(id).is_some_and(|row| row.has_attribute("hidden"))
}

/// Leaves out what the page's controls do not offer; a link to a row shows it, whatever the choice was.
pub fn known(mut ledger: Ledger) -> Ledger {
    for name in [KIND, SPEAKER, CHAPTER, PLACE] {
        let option = format!("{} option[value='{}']", control(name), ledger.choice(name));
        if all(&option).next().is_none() {
            ledger.choose(name, "");
        }
    }
    let hash = fragment();
    if target(&hash).starts_with(id::OF_FACT) { ledger.unfiltered() } else { ledger }
}

/// Brings rows, heads, controls and the count to what was chosen.
pub fn show(ledger: &Ledger) {
    ROWS.with_borrow_mut(|rows| {
        if rows.is_empty() {
            // Only the ledger's own page has any.
            *rows = all(joined!(class::of::LEDGER, " tbody tr")).collect();
            all(joined!(class::of::LEDGER, " :disabled"))
                .for_each(|control| drop(control.remove_attribute("disabled")));
        }
        put_in_order(rows, ledger);
        let words = searched(&ledger.words);
        let words: Vec<&str> = words.split([' ', '\u{3000}']).filter(|word| !word.is_empty()).collect();
        let mut shown: usize = 0;
        for row in rows.iter() {
            let kept = is_kept(row, ledger, &words);
            shown += usize::from(kept);
            let _ = row.toggle_attribute_with_force("hidden", !kept);
        }
        say(shown);
    });
    show_heads(ledger);
    all(joined!(class::of::FILTERS, " [name]")).for_each(|control| set_value(&control, ledger));
}

/// Puts the rows in the order of a key; what has none stays last in both directions.
fn put_in_order(rows: &[Element], ledger: &Ledger) {
    // Kinds and chapters have the order in which the controls offer them.
    let name = if ledger.sort == SortKey::Kind { KIND } else { CHAPTER };
    let options = all(&(control(name) + " option"));
    let options: Vec<Option<String>> = options.map(|option| option.get_attribute("value")).collect();
    let key = |row: &Element| -> Option<usize> {
        let own = row.get_attribute(ledger.sort.attribute());
        match ledger.sort {
            SortKey::Row => None,
            SortKey::Value | SortKey::Locator => own?.parse().ok(),
            SortKey::Kind | SortKey::Chapter => options.iter().position(|option| *option == own),
        }
    };
    let reverse = |at: usize| if ledger.descending { usize::MAX - 1 - at } else { at };
    // Each row is put where it belongs among those before it: the library's sorting would weigh more
    // than all the rest here, and there are only some hundred rows.
    let mut order: Vec<(usize, usize)> = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let at = match ledger.sort {
            SortKey::Row => reverse(index),
            _ => key(row).map_or(usize::MAX, reverse),
        };
        let place = order.partition_point(|(other, _)| *other <= at);
        order.insert(place, (at, index));
    }
    let Some(body) = rows.first().and_then(|row| row.parent_element()) else { return };
    // The rows that already follow one another stay, or each letter typed would move them all.
    let mut next = body.first_element_child();
    for (_, index) in order {
        let row = &rows[index];
        if next.as_ref() == Some(row) {
            next = row.next_element_sibling();
        } else {
            let before = next.as_ref().map(AsRef::as_ref);
            let _ = body.insert_before(row, before);
        }
    }
}

fn is_kept(row: &Element, ledger: &Ledger, words: &[&str]) -> bool {
    let says = |attribute: &str, wanted: &Option<String>| wanted.is_none() || row.get_attribute(attribute) == *wanted;
    let finds = |selector: &str| row.query_selector(selector).ok().flatten();
    let about = ledger
        .place
        .as_ref()
        .is_none_or(|place| finds(&["[href$='", &id::fragment(&Card::Place.id(place)), "']"].concat()).is_some());
    says(attribute::KIND, &ledger.kind)
        && says(attribute::SPEAKER, &ledger.speaker)
        && says(attribute::CHAPTER, &ledger.chapter)
        && about
        && {
            let text: String = if words.is_empty() {
                String::new()
            } else {
                let cells = [class::of::VALUE, class::of::KIND, class::of::WHAT, class::of::WHERE]
                    .into_iter()
                    .filter_map(finds);
                cells.filter_map(|cell| cell.text_content()).collect()
            };
            let text = searched(&text);
            words.iter().all(|word| holds(&text, word))
        }
}

/// Letters in one case and numbers without separators, so that 26833 finds 26,833.
fn searched(text: &str) -> String {
    text.chars().filter(|c| *c != ',').map(|c| c.to_ascii_lowercase()).collect()
}

/// Says how many rows are shown, in the page's words.
fn say(shown: usize) {
    for count in all(joined!(class::of::FILTERS, " ", class::of::COUNT)) {
        let form = count.get_attribute(attribute::FORM).unwrap_or_default();
        let said = filled(&form, shown);
        // Said anew only where it changed, or a reader would hear it with every key.
        if count.text_content().as_ref() != Some(&said) {
            count.set_text_content(Some(&said));
        }
    }
    all(joined!(class::of::LEDGER, " ", class::of::EMPTY))
        .for_each(|empty| drop(empty.toggle_attribute_with_force("hidden", shown > 0)));
}

fn show_heads(ledger: &Ledger) {
    for button in all(joined!(class::of::LEDGER, " ", attribute::of::SORT)) {
        let Some(head) = button.parent_element() else { continue };
        let direction = if ledger.descending { "descending" } else { "ascending" };
        let _ = if button.get_attribute(attribute::SORT).as_deref() == Some(ledger.sort.slug()) {
            head.set_attribute("aria-sort", direction)
        } else {
            head.remove_attribute("aria-sort")
        };
    }
}

fn value(control: &Element) -> String {
    let input = control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input.or_else(|| control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value)).unwrap_or_default()
}

/// Shows a choice in its control, unless the reader is just typing it.
fn set_value(control: &Element, ledger: &Ledger) {
    let chosen = ledger.choice(&control.get_attribute("name").unwrap_or_default()).to_owned();
    if value(control).trim_start() == chosen {
        return;
    }
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        input.set_value(&chosen);
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.set_value(&chosen);
    }
}

/// Whether a text holds a word. Byte by byte: the library's swift search weighs 0.7 KB in the WASM.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len().max(1)).any(|part| part == word.as_bytes())
}
