//! The WebAssembly that makes the finished page answer.

// The islands are exported by the library; naming it keeps them in the binary.
use data_story as _;

fn main() {
    leptos::mount::hydrate_islands();
}
