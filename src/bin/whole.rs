//! The WebAssembly that makes a page answer which needs all of it: the ledger, and maps of thousands of places.

// What the loader calls is exported by the library; naming it keeps that in the binary.
use data_story as _;

fn main() {}
