//! The files of a story's folder.

/// The files that every folder has.
pub const FILES: [&str; 5] = ["facts.json", "chapters.json", "places.json", "figures.json", "corrections.json"];
/// The map's settings; a folder needs them if a chapter has a map.
pub const MAP: &str = "map.json";
/// The map's geometry, if the settings name no other file.
pub const TOPOLOGY: &str = "map.topo.json";
