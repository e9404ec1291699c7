//! The WebAssembly that makes a page answer which needs all of it: the ledger, and maps of thousands of places.

// The islands are exported by the library; naming it keeps them in the binary.
use data_story as _;

fn main() {
    leptos::mount::hydrate_islands();
}
