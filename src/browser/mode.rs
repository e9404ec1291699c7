//! How the story is told at the moment.

use contract::{Mode, attribute};

use super::dom::{all, press, root};

/// How the story is told at the moment.
pub fn mode() -> Mode {
    let told = root().and_then(|root| root.get_attribute(attribute::MODE));
    told.and_then(|name| Mode::named(&name)).unwrap_or(Mode::Flat)
}

/// Shows on the switch how the story is told.
pub fn show_mode() {
    let now = mode().slug();
    for button in all(attribute::of::MODE_TO) {
        let pressed = button.get_attribute(attribute::MODE_TO).as_deref() == Some(now);
        press(&button, pressed);
    }
}
