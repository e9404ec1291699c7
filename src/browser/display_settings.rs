//! What the reader chooses for the whole page: the way of telling, the colours.

use contract::{Mode, Theme, attribute};

use super::choices::Choices;
use super::dom::root;
use super::window::media;
use super::{camera, shown, steps};

/// Tells the story in this way, and keeps what the reader looks at where it is.
pub fn tell(mode: Mode, choices: Choices) {
    let anchor = steps::anchor(choices.now().step.as_deref());
    let before = anchor.as_ref().map(|anchor| anchor.get_bounding_client_rect().top());
    choices.change(|state| state.tell(mode));
    // Now and not with the effect: what is kept in its place has one only then.
    shown::show(choices.now().shown);
    camera::rest(mode);
    if let (Some(anchor), Some(before)) = (anchor, before) {
        steps::keep(&anchor, before);
    }
}

/// Changes light for dark or dark for light; what the system does anyway is no choice and is not remembered.
pub fn change_theme(choices: Choices) {
    let system = if media("(prefers-color-scheme: dark)") { Theme::Dark } else { Theme::Light };
    let now = choices.now().shown.theme.unwrap_or(system);
    let theme = Some(now.other()).filter(|theme| *theme != system);
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
