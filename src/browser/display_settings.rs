//! What the reader chooses for the whole page: the way of telling, the colours. The script that runs before the
//! first paint has set both already; from here on the reader changes them.

use contract::{Mode, Theme, attribute};

use super::choices::Choices;
use super::dom::{root, set_or_remove};
use super::mode::show_mode;
use super::window::media;
use super::{camera, canvas, steps};

/// Tells the story in this way, and keeps what the reader looks at where it is.
pub fn tell(mode: Mode, choices: Choices) {
    let anchor = steps::anchor(choices.now().step.as_deref());
    let before = anchor.as_ref().map(|anchor| anchor.get_bounding_client_rect().top());
    root().iter().for_each(|root| set_or_remove(root, attribute::MODE, Some(mode.slug())));
    show_mode();
    camera::rest();
    if let (Some(anchor), Some(before)) = (anchor, before) {
        steps::keep(&anchor, before);
    }
    choices.change(|state| state.tell(mode));
}

/// Changes light for dark or dark for light; what the system does anyway is no choice and is not remembered.
pub fn change_theme(choices: Choices) {
    let system = if media("(prefers-color-scheme: dark)") { Theme::Dark } else { Theme::Light };
    let chosen = root().and_then(|root| root.get_attribute(attribute::THEME));
    let now = chosen.and_then(|name| Theme::named(&name)).unwrap_or(system);
    let theme = Some(now.other()).filter(|theme| *theme != system);
    root().iter().for_each(|root| set_or_remove(root, attribute::THEME, theme.map(Theme::slug)));
    canvas::draw_all();
    // A frame of opaque origin has no storage, and asking for it fails.
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?);
    if let Some((storage, key)) = storage.zip(theme_key()) {
        let _ = match theme {
            Some(theme) => storage.set_item(&key, theme.slug()),
            None => storage.remove_item(&key),
        };
    }
    choices.change(|state| state.colour(theme));
}

/// Where the colours are remembered: under the story's own name, because a page below a newspaper's address shares that
/// one's storage.
fn theme_key() -> Option<String> {
    Some(root()?.get_attribute(attribute::HANDLE)? + "-theme")
}
