//! The search for divisions and places: a combobox over options that stand in a template of the page, each with the
//! words that find it. The list under the same map shows what fits, too.

use wasm_bindgen::JsCast;
use web_sys::{
    DocumentFragment, Element, FocusEvent, HtmlElement, HtmlInputElement, HtmlTemplateElement, KeyboardEvent,
};

use super::{all, all_within, around, by_id, elements, holds, mark, show_or_hide};

/// How many options are shown at once.
const MOST: usize = 8;

fn field() -> Option<HtmlInputElement> {
    by_id("find")?.dyn_into().ok()
}

/// Whether the event is about the search field.
pub fn is_field(element: &Element) -> bool {
    element.id() == "find"
}

/// All that can be found.
fn findable() -> Option<DocumentFragment> {
    let template = by_id("findable")?.dyn_into::<HtmlTemplateElement>().ok()?;
    Some(template.content())
}

/// The reader has typed: shows what fits.
pub fn on_input() {
    let (Some(field), Some(findable), Some(list)) = (field(), findable(), list()) else { return };
    let words = typed(&field);
    let fits = |option: &Element| {
        let find = option.get_attribute("data-find").unwrap_or_default();
        !words.is_empty() && find.split(' ').any(|word| answers(word, &words))
    };
    list.set_text_content(None);
    let options: Vec<Element> = elements(findable.query_selector_all("li").ok()).collect();
    let fitting: Vec<bool> = options.iter().map(fits).collect();
    let mut found = 0;
    for (option, _) in options.iter().zip(&fitting).filter(|(_, fits)| **fits) {
        found += 1;
        if found <= MOST
            && let Ok(copy) = option.clone_node_with_deep(true)
        {
            let _ = list.append_child(&copy);
        }
    }
    // A row says which option is its own: to look for it would take as long as the list is, for every row.
    for row in around(&field, "figure").iter().flat_map(|figure| all_within(figure, ".places [data-option]")) {
        let own = row.get_attribute("data-option").and_then(|option| fitting.get(option.parse::<usize>().ok()?));
        mark(&row, "miss", !words.is_empty() && own != Some(&true));
    }
    open(&field, found > 0);
    choose(&field, None);
    say(found, words.is_empty());
}

/// Small letters and digits only, as the options are written.
fn typed(field: &HtmlInputElement) -> String {
    let kept = |c: &char| !matches!(c, ' ' | '\u{3000}' | '\'' | '’' | '·' | '-');
    // Only ASCII has capitals here; the table of all others would be two kilobytes in the WASM.
    field.value().chars().filter(kept).map(|c| c.to_ascii_lowercase()).collect()
}

/// A word answers by its beginning; Chinese, and what is longer than initials, by any part.
fn answers(word: &str, typed: &str) -> bool {
    word.starts_with(typed) || (typed.len() > 2 && holds(word, typed))
}

/// Says how many were found.
fn say(found: usize, silent: bool) {
    let Some(status) = by_id("found-count") else { return };
    let words = |name: &str| status.get_attribute(name).unwrap_or_default();
    let said = match found {
        _ if silent => String::new(),
        0 => words("data-nothing"),
        found => [words("data-before"), found.to_string(), words("data-after")].concat(),
    };
    status.set_text_content(Some(&said));
}

fn list() -> Option<Element> {
    by_id("found")
}

fn open(field: &HtmlInputElement, opened: bool) {
    let _ = field.set_attribute("aria-expanded", if opened { "true" } else { "false" });
    if let Some(list) = list() {
        show_or_hide(&list, opened);
    }
}

/// Marks an option as the one that Enter takes.
fn choose(field: &HtmlInputElement, option: Option<&Element>) {
    for other in all("#found [aria-selected=true]") {
        let _ = other.set_attribute("aria-selected", "false");
    }
    let _ = match option {
        Some(option) => {
            let _ = option.set_attribute("aria-selected", "true");
            option.unchecked_ref::<HtmlElement>().scroll_into_view_with_bool(false);
            field.set_attribute("aria-activedescendant", &option.id())
        }
        None => field.remove_attribute("aria-activedescendant"),
    };
}

/// Closes the list.
pub fn close() {
    if let Some(field) = field() {
        open(&field, false);
        choose(&field, None);
    }
}

/// The focus has left something: the list closes with its field.
pub fn on_leave(event: &FocusEvent) {
    let is_here = |element: &Element| around(element, ".finder").is_some();
    let [from, to] = [event.target(), event.related_target()].map(|one| one.and_then(|one| one.dyn_into().ok()));
    if from.as_ref().is_some_and(is_field) && !to.as_ref().is_some_and(is_here) {
        close();
    }
}

/// A key in the field: arrows choose, Enter gives the option to take, Escape closes and then clears.
pub fn on_key(event: &KeyboardEvent) -> Option<Element> {
    let field = field()?;
    // What belongs to an input method is not for the list.
    if event.is_composing() {
        return None;
    }
    let shown: Vec<Element> = all("#found [role=option]").collect();
    let opened = field.get_attribute("aria-expanded").as_deref() == Some("true");
    let at = shown.iter().position(|option| option.get_attribute("aria-selected").as_deref() == Some("true"));
    match event.key().as_str() {
        "ArrowDown" | "ArrowUp" if !shown.is_empty() => {
            event.prevent_default();
            open(&field, true);
            let last = shown.len() - 1;
            let next = match (event.key() == "ArrowDown", at) {
                (true, Some(at)) if at < last => at + 1,
                (true, _) => 0,
                (false, Some(at)) if at > 0 => at - 1,
                (false, _) => last,
            };
            choose(&field, shown.get(next));
        }
        "Enter" if opened => {
            event.prevent_default();
            return shown.into_iter().nth(at.unwrap_or(0));
        }
        "Escape" if opened => close(),
        "Escape" => {
            field.set_value("");
            on_input();
        }
        _ => {}
    }
    None
}

/// The option that an element lies in.
pub fn option_around(element: &Element) -> Option<Element> {
    around(element, "#found [role=option]")
}
