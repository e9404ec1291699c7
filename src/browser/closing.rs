//! Closing what is open beside the story.

use contract::payload::Opened;

use super::choices::Choices;
use super::opened::leave;

/// Closes it, and gives the focus back.
pub fn close(choices: Choices, what: Opened) {
    choices.change(|state| match what {
        Opened::Card => state.hide_source(),
        Opened::Panel => state.deselect(),
    });
    leave(what);
}
