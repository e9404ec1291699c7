//! How the page is shown: the way of telling, the colours. The script that runs before the first paint has decided both, and
//! in a frame others may decide anew; they say so on the root element, which is read whenever they have. From there on the
//! reader's choices know it.

use contract::{Mode, Shown, Theme, attribute};

use super::canvas;
use super::dom::{all, press, root, set_or_remove};

/// How scripts show the page.
pub fn by_scripts() -> Shown {
    let root = root();
    let value = |name| root.as_ref()?.get_attribute(name);
    Shown {
        mode: value(attribute::MODE).and_then(|name| Mode::named(&name)).unwrap_or_default(),
        theme: value(attribute::THEME).and_then(|name| Theme::named(&name)),
    }
}

/// Shows the page so: for the style sheet on the root element, for readers on the switch.
pub fn show(shown: Shown) {
    if let Some(root) = root() {
        set_or_remove(&root, attribute::MODE, Some(shown.mode.slug()));
        set_or_remove(&root, attribute::THEME, shown.theme.map(Theme::slug));
    }
    for button in all(attribute::of::MODE_TO) {
        let pressed = button.get_attribute(attribute::MODE_TO).as_deref() == Some(shown.mode.slug());
        press(&button, pressed);
    }
    canvas::draw_all();
}
