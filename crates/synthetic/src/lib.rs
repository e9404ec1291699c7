//! Stories of any size about cities that do not exist: as many regions and places as one asks for, in a folder
//! that the program reads like any other. Who asks for the same gets the same, down to the byte.

mod dice;
mod land;
mod names;
mod story;

use std::path::Path;

use serde_json::Value;

/// How large a city is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Into how many regions it is divided.
    pub regions: usize,
    /// How many places it has.
    pub places: usize,
}

/// What draws the maps, as `map.json` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// What the number of regions and places asks for.
    ByNumber,
    /// One element for each.
    Elements,
    /// A canvas.
    Canvas,
}

/// Whether the maps have an inset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inset {
    /// All is in the main pane.
    Without,
    /// The middle of the city is shown larger in a corner of the wide map, over a part of the land.
    With,
}

/// Writes the data folder of a city of this size.
pub fn write(size: Size, medium: Renderer, inset: Inset, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let land = land::Land::new(size.regions);
    let files: [(&str, Value); 7] = [
        ("facts.json", story::facts(size)),
        ("chapters.json", story::chapters(size)),
        ("places.json", story::places(size, &land)),
        ("figures.json", story::figures()),
        ("corrections.json", story::corrections()),
        ("map.json", story::map(medium, inset, &land)),
        ("map.topo.json", land.topology()),
    ];
    files.iter().try_for_each(|(name, file)| std::fs::write(folder.join(name), format!("{file}\n")))
}
