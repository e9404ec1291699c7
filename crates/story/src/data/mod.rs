//! Reads the data files, checks them, finds every fault with its line, and writes the ledger and the figures as files.

mod address;
mod check;
mod download;
mod fault;
mod file;
mod form;
mod schema;
mod verify;

use std::path::Path;

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

pub use crate::edition::Edition;
use crate::model::{
    ChaptersFile, CorrectionsFile, FactsFile, FiguresFile, Files, MapFile, PlacesFile, Story, Topology,
};
pub use address::address_fault;
pub use download::{Download, FigureRow, FigureTable, downloads, figure_downloads, figure_tables};
pub use fault::Fault;
use file::DataFile;
pub use schema::schemas;
pub use verify::{Found as FoundSentence, locate, verify_source};

/// The files that every folder has.
const FILES: [&str; 5] = ["facts.json", "chapters.json", "places.json", "figures.json", "corrections.json"];
/// The map's settings; a folder needs them if a chapter has a map.
const MAP: &str = "map.json";
/// The map's geometry, if the settings name no other file.
const TOPOLOGY: &str = "map.topo.json";

/// The story in this folder, or every fault in it.
pub fn check_dir(dir: &Path) -> Result<Story, Vec<Fault>> {
    check_edition(dir, Edition::default())
}

/// The story in this folder as this edition tells it, or every fault in it.
///
/// Faults of form (a wrong type, an unknown key) do not hide faults of meaning (an id that names
/// nothing): what is malformed is reported, set aside and the rest is checked all the same.
pub fn check_edition(dir: &Path, edition: Edition) -> Result<Story, Vec<Fault>> {
    let mut faults = Vec::new();
    let [mut facts, mut chapters, mut places, mut figures, mut corrections] =
        FILES.map(|name| DataFile::read(dir, name, &mut faults));
    let [mut map, mut topology] = read_map(dir, &chapters, &mut faults);

    let mut story = (|| {
        Some(Story::new(Files {
            facts: typed::<FactsFile>(&mut facts, &mut faults)?,
            chapters: typed::<ChaptersFile>(&mut chapters, &mut faults)?,
            places: typed::<PlacesFile>(&mut places, &mut faults)?,
            figures: typed::<FiguresFile>(&mut figures, &mut faults)?,
            map: typed::<MapFile>(&mut map, &mut faults)?,
            corrections: typed::<CorrectionsFile>(&mut corrections, &mut faults)?,
            topology: typed::<Topology>(&mut topology, &mut faults)?,
        }))
    })();
    if let Some(story) = &mut story {
        let files = [facts, chapters, places, figures, map, corrections, topology];
        *story.version = version(&files);
        if let Some(address) = edition.address {
            story.chapters.story.address = address;
        }
        let mut all = check::story(story, &files);
        if edition.without_maps {
            *story = story.clone().without_maps();
        }
        if edition.to_publish {
            all.extend(check::to_publish(story, &files));
        }
        for found in all {
            if let Some(file) = files.iter().find(|file| file.kind() == found.file)
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

/// The map's settings and geometry, left out where nothing wants them.
fn read_map(dir: &Path, chapters: &DataFile, faults: &mut Vec<Fault>) -> [DataFile; 2] {
    if !chapters.holds_key("map") && !dir.join(MAP).exists() {
        return [MAP, TOPOLOGY].map(|name| DataFile::left_out(dir, name));
    }
    let map = DataFile::read(dir, MAP, faults);
    let named = map.value().get("topology").and_then(|name| name.as_str());
    let name = named.filter(|_| !map.is_set_aside("/topology")).unwrap_or(TOPOLOGY);
    let topology = DataFile::read(dir, name, faults);
    [map, topology]
}

/// The first digits of a hash over all files, line ends aside: it changes with every change of the data.
fn version(files: &[DataFile]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        file.text().lines().for_each(|line| hash.update(format!("{line}\n")));
    }
    hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// The file as its type; what does not fit after setting faults of form aside is one more fault, and
/// then nothing of the file is left.
fn typed<T: DeserializeOwned>(file: &mut DataFile, faults: &mut Vec<Fault>) -> Option<T> {
    let error = match T::deserialize(file.value()) {
        Ok(typed) => return Some(typed),
        Err(error) => error,
    };
    faults.push(file.fault("", error.to_string()));
    file.set_all_aside();
    T::deserialize(file.value()).ok()
}
