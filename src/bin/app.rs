//! The WebAssembly that makes the finished page answer.

// What the loader calls is exported by the library; naming it keeps that in the binary.
use data_story as _;

fn main() {}
