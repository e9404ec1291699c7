//! The reader's choices: the one place where they are.

use contract::State;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};

/// One value, and a signal of it, from which what is shown follows. Whole values go in and out: a call of its own for
/// each reader and writer weighs two kilobytes more in the WASM.
#[derive(Clone, Copy)]
pub struct Choices(RwSignal<State>);

impl Choices {
    /// Nothing is chosen.
    pub fn new() -> Self {
        Self(RwSignal::new(State::default()))
    }

    /// What is chosen, for an effect that follows it.
    #[inline(never)]
    pub fn followed(self) -> State {
        self.0.get()
    }

    /// What is chosen at the moment.
    #[inline(never)]
    pub fn now(self) -> State {
        self.0.get_untracked()
    }

    /// Chooses otherwise.
    pub fn change(self, next: impl FnOnce(State) -> State) {
        self.choose(next(self.now()));
    }

    #[inline(never)]
    fn choose(self, state: State) {
        self.0.set(state);
    }
}
