//! What the reader chooses for the whole page: the way of telling, the colours. The script that runs before the
//! first paint has set both already; from here on the reader changes them.

use leptos::prelude::{Update, WithUntracked};

use super::{Choices, all, camera, canvas, media, root, steps};
use crate::state::{Mode, Theme};

/// How the story is told at the moment.
pub fn mode() -> Mode {
    let told = root().and_then(|root| root.get_attribute("data-mode"));
    told.and_then(|name| Mode::named(&name)).unwrap_or(Mode::Flat)
}

/// Tells the story in this way, and keeps what the reader looks at where it is.
pub fn tell(mode: Mode, choices: Choices) {
    let anchor = steps::anchor(choices.with_untracked(|state| state.step.clone()).as_deref());
    let before = anchor.as_ref().map(|anchor| anchor.get_bounding_client_rect().top());
    set("data-mode", Some(mode.slug()));
    show_mode();
    camera::rest();
    if let (Some(anchor), Some(before)) = (anchor, before) {
        steps::keep(&anchor, before);
    }
    choices.update(|state| *state = std::mem::take(state).tell(mode));
}

/// Shows on the switch how the story is told.
pub fn show_mode() {
    let now = mode().slug();
    for button in all("[data-mode-to]") {
        let pressed = button.get_attribute("data-mode-to").as_deref() == Some(now);
        let _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
    }
}

/// Changes light for dark or dark for light; what the system does anyway is no choice and is not remembered.
pub fn change_theme(choices: Choices) {
    let system = if media("(prefers-color-scheme: dark)") { Theme::Dark } else { Theme::Light };
    let chosen = root().and_then(|root| root.get_attribute("data-theme"));
    let now = chosen.and_then(|name| Theme::named(&name)).unwrap_or(system);
    let theme = Some(now.other()).filter(|theme| *theme != system);
    set("data-theme", theme.map(Theme::slug));
    canvas::draw_all();
    // A frame of opaque origin has no storage, and asking for it fails.
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?);
    if let Some((storage, key)) = storage.zip(theme_key()) {
        let _ = match theme {
            Some(theme) => storage.set_item(&key, theme.slug()),
            None => storage.remove_item(&key),
        };
    }
    choices.update(|state| *state = std::mem::take(state).colour(theme));
}

/// Where the colours are remembered: under the story's own name, because a page below a newspaper's address shares that
/// one's storage.
fn theme_key() -> Option<String> {
    Some(root()?.get_attribute("data-handle")? + "-theme")
}

/// Sets an attribute of the document, or takes it away.
fn set(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}
