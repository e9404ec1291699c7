//! Stands for the ledger's rows in a program for pages that have none: there is nothing to choose from.

use contract::Ledger;
use web_sys::{Element, Event};

use super::choices::Choices;

pub fn on_click(_: Option<&Element>, _: Choices) -> bool {
    false
}

pub fn on_input(_: &Event, _: Choices) {}

pub fn known(_: Ledger) -> Ledger {
    Ledger
}

pub fn show(_: &Ledger) {}
