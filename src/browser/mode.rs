//! How the story is told at the moment.

use super::dom::{all, press, root};
use crate::state::Mode;

/// How the story is told at the moment.
pub fn mode() -> Mode {
    let told = root().and_then(|root| root.get_attribute("data-mode"));
    told.and_then(|name| Mode::named(&name)).unwrap_or(Mode::Flat)
}

/// Shows on the switch how the story is told.
pub fn show_mode() {
    let now = mode().slug();
    for button in all("[data-mode-to]") {
        let pressed = button.get_attribute("data-mode-to").as_deref() == Some(now);
        press(&button, pressed);
    }
}
