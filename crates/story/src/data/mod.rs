//! Reads the data files, checks them, finds every fault with its line, and writes the ledger and the figures as files.

mod address;
#[path = "../../../../charts/data.rs"]
mod charts;
mod check;
mod download;
mod fault;
mod file;
mod folder;
mod form;
mod json;
pub mod messages;
mod published;
mod records;
mod remark;
mod review;
mod schema;
mod text_file;
mod verify;

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

pub use crate::edition::Edition;
use crate::model::{Article, FactsFile, Files, Story, Topology};
pub use address::{address_fault, is_reserved};
use charts::ChartData;
pub use download::{Download, FigureRow, FigureTable, PACKAGE, downloads, figure_downloads, figure_tables, package};
pub use fault::{Fault, Warning, gathered};
use file::DataFile;
use folder::{FILES, MAP, TOPOLOGY};
use messages as say;
pub use published::{PUBLISHED, record};
use records::{ChaptersRecord, CorrectionsRecord, FactsRecord, FiguresRecord, MapRecord, PlacesRecord};
pub use remark::Remark;
pub use review::{INITIALS, Initials, Lacking, Numbers, initials, lacking, rows};
use schema::FileKind;
pub use schema::schemas;
pub use text_file::{Unread, read_text};
pub use verify::{Found as FoundSentence, locate, verify_source};

/// The story in this folder, or every fault in it.
pub fn check_dir(dir: &Path) -> Result<Story, Vec<Fault>> {
    check_edition(dir, Edition::default())
}

/// The story in this folder as this edition tells it, or every fault in it.
///
/// Faults of form (a wrong type, an unknown key) do not hide faults of meaning (an id that names
/// nothing): what is malformed is reported, set aside and the rest is checked all the same.
pub fn check_edition(dir: &Path, edition: Edition) -> Result<Story, Vec<Fault>> {
    inspect(dir, edition).0
}

/// The story in this folder, or every fault in it; and what may be meant so, but for what the story says is meant.
pub fn inspect(dir: &Path, edition: Edition) -> (Result<Story, Vec<Fault>>, Vec<Warning>) {
    inspect_drawn(dir, edition, |_| Vec::new())
}

/// The same, with what is found by drawing the story; it is drawn only where nothing is wrong with it so far.
pub fn inspect_drawn(
    dir: &Path,
    edition: Edition,
    drawn: impl Fn(&Story) -> Vec<Remark>,
) -> (Result<Story, Vec<Fault>>, Vec<Warning>) {
    let Looked { story, faults, warnings } = look(dir, edition, drawn);
    let checked = match story {
        Some(story) if faults.is_empty() => Ok(story),
        _ => Err(faults),
    };
    (checked, warnings)
}

/// A story with what is wrong with it.
#[derive(Debug)]
pub struct Looked {
    /// The story, with neutral values where its form was wrong; none where a file could not be read at all.
    pub story: Option<Story>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What may be meant so.
    pub warnings: Vec<Warning>,
}

/// The story in this folder, be it right or wrong: whoever reviews it wants to see what is wrong on its pages.
pub fn look_over(dir: &Path) -> Looked {
    look(dir, Edition::default(), |_| Vec::new())
}

fn look(dir: &Path, edition: Edition, drawn: impl Fn(&Story) -> Vec<Remark>) -> Looked {
    let (mut faults, mut warnings) = (Vec::new(), Vec::new());
    if let Some(fault) = no_folder(dir) {
        return Looked { story: None, faults: vec![fault], warnings };
    }
    let [mut facts, mut chapters, mut places, mut figures, mut corrections] =
        FILES.map(|name| DataFile::read(dir, name, &mut faults));
    let [mut map, mut topology] = read_map(dir, &chapters, &mut faults);

    let figures_record = typed::<FiguresRecord>(&mut figures, &mut faults);
    let charts = figures_record.as_ref().map_or_else(Vec::new, FiguresRecord::charts);
    let mut story = (|| {
        Some(Story::new(Files {
            facts: typed::<FactsRecord>(&mut facts, &mut faults)?.into(),
            chapters: typed::<ChaptersRecord>(&mut chapters, &mut faults)?.into(),
            places: typed::<PlacesRecord>(&mut places, &mut faults)?.into(),
            figures: figures_record?.into_figures(),
            map: typed::<MapRecord>(&mut map, &mut faults)?.into(),
            corrections: typed::<CorrectionsRecord>(&mut corrections, &mut faults)?.into(),
            topology: typed::<Topology>(&mut topology, &mut faults)?,
        }))
    })();
    if let Some(story) = &mut story {
        let files = [facts, chapters, places, figures, map, corrections, topology];
        *story.version = version(&files);
        if let Some(address) = edition.address {
            story.chapters.story.address = address;
        }
        let mut all = check::story(story, &files, &charts);
        if edition.without_maps {
            *story = story.clone().without_maps();
        }
        if edition.to_publish {
            all.extend(check::to_publish(story, &files));
            all.extend(review::unsigned(dir, story).map(check::Found::from));
        }
        if all.iter().all(|found| found.message.cause().is_warning()) && faults.is_empty() {
            all.extend(drawn(story).into_iter().map(check::Found::from));
        }
        sort(all, &files, &mut faults, &mut warnings);
        if let Some(chapters) = files.iter().find(|file| file.kind() == FileKind::Chapters) {
            // What could not be read may have any id.
            if faults.is_empty() {
                warnings.extend(published::check(dir, story));
            }
            settle(story, chapters, &mut warnings);
        }
    }
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    faults.dedup();
    Looked { story, faults, warnings }
}

/// Parts what was found into faults and warnings, each with its line; nothing is said of what was set aside.
fn sort(all: Vec<check::Found>, files: &[DataFile], faults: &mut Vec<Fault>, warnings: &mut Vec<Warning>) {
    for found in all {
        let Some(file) = files.iter().find(|file| file.kind() == found.file) else { continue };
        if file.is_set_aside(&found.pointer) {
            continue;
        }
        let is_warning = found.message.cause().is_warning();
        let at = file.fault(&found.pointer, found.message);
        if is_warning {
            warnings.push(Warning { about: found.about, at });
        } else {
            faults.push(at);
        }
    }
}

/// The articles of a story that need not be whole yet, as `locate` wants them: of its files only the one that lists them is
/// read. The faults are those that keep them from being known.
pub fn articles(dir: &Path) -> Result<Vec<Article>, Vec<Fault>> {
    if let Some(fault) = no_folder(dir) {
        return Err(vec![fault]);
    }
    let mut faults = Vec::new();
    let mut file = DataFile::read(dir, FILES[0], &mut faults);
    let read = typed::<FactsRecord>(&mut file, &mut faults);
    match read {
        Some(facts) if !file.is_touched("/articles") => Ok(FactsFile::from(facts).articles),
        _ => Err(faults),
    }
}

/// Remarks on the files of a folder as faults, each with its line.
pub fn placed(dir: &Path, remarks: Vec<Remark>) -> Vec<Fault> {
    let mut files: BTreeMap<&'static str, DataFile> = BTreeMap::new();
    let place = |Remark { file, pointer, message, .. }: Remark| {
        files.entry(file).or_insert_with(|| DataFile::read(dir, file, &mut Vec::new())).fault(&pointer, message)
    };
    remarks.into_iter().map(place).collect()
}

/// Takes away the warnings that the story says are meant; what it says of none is one more.
fn settle(story: &Story, chapters: &DataFile, warnings: &mut Vec<Warning>) {
    for (index, meant) in story.head().meant.iter().enumerate() {
        let before = warnings.len();
        warnings.retain(|one| one.number() != meant.warning || one.about != meant.about);
        let pointer = format!("/story/meant/{index}");
        if warnings.len() == before && !chapters.is_touched(&pointer) {
            let (warning, about) = (&meant.warning, &meant.about);
            let message = say::NOT_WARNED_OF.with(&[warning, about]);
            warnings.push(Warning { about: about.clone(), at: chapters.fault(&pointer, message) });
        }
    }
}

/// What is said of a folder that is none, in the stead of a fault for each of its files.
fn no_folder(dir: &Path) -> Option<Fault> {
    let message = match std::fs::metadata(dir) {
        Ok(about) if about.is_dir() => return None,
        Ok(_) => say::A_FILE_FOR_A_FOLDER.with(&[&FILES.join(", ")]),
        Err(error) => say::NO_FOLDER.with(&[&FILES.join(", "), &error]),
    };
    Some(Fault { file: dir.display().to_string(), line: 0, key: String::new(), message })
}

/// The map's settings and geometry, left out where nothing wants them.
fn read_map(dir: &Path, chapters: &DataFile, faults: &mut Vec<Fault>) -> [DataFile; 2] {
    if !chapters.holds_key("map") && !dir.join(MAP).exists() {
        return [MAP, TOPOLOGY].map(|name| DataFile::left_out(dir, name));
    }
    let map = DataFile::read(dir, MAP, faults);
    let named = map.value().get("topology").and_then(|name| name.as_str());
    let name = named.filter(|_| !map.is_set_aside("/topology")).unwrap_or(TOPOLOGY);
    if name.contains(['/', '\\']) {
        faults.push(map.fault("/topology", say::NO_FILE_NAME.with(&[&name])));
        return [map, DataFile::left_out(dir, TOPOLOGY)];
    }
    let topology = DataFile::read(dir, name, faults);
    [map, topology]
}

/// The version of the program, which decides how the data are told, and the first digits of a hash over all files, line ends
/// aside: it changes with every change of the data.
fn version(files: &[DataFile]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        file.text().lines().for_each(|line| hash.update(format!("{line}\n")));
    }
    let digits: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{}+{digits}", env!("CARGO_PKG_VERSION"))
}

/// The file as its type; what does not fit after setting faults of form aside is one more fault, and
/// then nothing of the file is left.
fn typed<T: DeserializeOwned>(file: &mut DataFile, faults: &mut Vec<Fault>) -> Option<T> {
    let error = match T::deserialize(file.value()) {
        Ok(typed) => return Some(typed),
        Err(error) => error,
    };
    faults.push(file.fault("", say::UNTYPED.with(&[&error])));
    file.set_all_aside();
    T::deserialize(file.value()).ok()
}
