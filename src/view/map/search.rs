//! The search for divisions and places: a combobox. What can be found comes with its script (`web/find.js`), so that
//! nobody loads it who does not search.

use contract::{attribute, class, id};
use leptos::prelude::*;

use crate::view::PageContext;
use crate::view::attr::attr;

/// The search field; it answers once the page is alive.
pub fn search_box(context: PageContext) -> AnyView {
    let ui = context.ui();
    let [before, after] = ui.found_count();
    let categories = context.story.places.categories.iter().map(|category| context.words(&category.name));
    let kinds: Vec<&str> = std::iter::once(ui.a_region()).chain(categories).collect();
    view! {
        <div class=class::SEARCH_BOX role="search">
            <label for="find">{ui.find()}</label>
            <input
                id=id::FIND
                type="text"
                inputmode="search"
                enterkeyhint="search"
                role="combobox"
                aria-expanded="false"
                aria-controls="found"
                aria-autocomplete="list"
                autocomplete="off"
                spellcheck="false"
                placeholder=ui.find_how()
                disabled=""
            />
            <ul id=id::FOUND role="listbox" aria-label=ui.found() tabindex="-1" hidden=""></ul>
            <p class=class::UNSEEN id=id::FOUND_COUNT aria-live="polite" {..attr(attribute::BEFORE, before)} {..attr(attribute::NEAR, ui.found_near())} {..attr(attribute::TOLD, ui.found_told())} {..attr(attribute::AFTER, after)} {..attr(attribute::NOTHING, ui.found_nothing(&kinds))}></p>
        </div>
    }
    .into_any()
}
