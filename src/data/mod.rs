//! Reads the data files, checks them, and finds every fault with its line.

mod check;
mod fault;
mod file;
mod schema;
mod verify;

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::model::{ChaptersFile, FactsFile, FiguresFile, MapFile, PlacesFile, Story, Topology};
pub use fault::Fault;
use file::DataFile;
pub use schema::schemas;
pub use verify::verify_source;

/// The folder's files, in the order in which they are checked; the topology's name is in `map.json`.
pub const FILES: [&str; 5] = ["facts.json", "chapters.json", "places.json", "figures.json", "map.json"];

/// The story in this folder, or every fault in it.
///
/// Faults of form (a wrong type, an unknown key) do not hide faults of meaning (an id that names
/// nothing): what is malformed is reported, set aside and the rest is checked all the same.
pub fn check_dir(dir: &Path) -> Result<Story, Vec<Fault>> {
    let mut faults = Vec::new();
    let [facts, chapters, places, figures, map] = FILES.map(|name| DataFile::read(dir, name, &mut faults));
    let topology_name =
        map.value().and_then(|map| map.get("topology")).and_then(|name| name.as_str()).unwrap_or("map.topo.json");
    let topology = DataFile::read(dir, topology_name, &mut faults);

    let story = (|| {
        Some(Story {
            facts: typed::<FactsFile>(&facts, &mut faults)?,
            chapters: typed::<ChaptersFile>(&chapters, &mut faults)?,
            places: typed::<PlacesFile>(&places, &mut faults)?,
            figures: typed::<FiguresFile>(&figures, &mut faults)?,
            map: typed::<MapFile>(&map, &mut faults)?,
            topology: typed::<Topology>(&topology, &mut faults)?,
        })
    })();
    if let Some(story) = &story {
        let files = [&facts, &chapters, &places, &figures, &map, &topology];
        for found in check::story(story) {
            if let Some(file) = files.into_iter().find(|file| file.kind() == found.file)
                && !file.is_set_aside(&found.pointer)
            {
                faults.push(file.fault(&found.pointer, found.message));
            }
        }
    }
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    faults.dedup();
    match story {
        Some(story) if faults.is_empty() => Ok(story),
        _ => Err(faults),
    }
}

/// The file as its type; what does not fit after setting faults of form aside is one more fault.
fn typed<T: DeserializeOwned>(file: &DataFile, faults: &mut Vec<Fault>) -> Option<T> {
    let value = file.value()?.clone();
    serde_json::from_value(value).map_err(|error| faults.push(file.fault("", error.to_string()))).ok()
}
