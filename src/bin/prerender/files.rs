//! What stands beside the pages: the ledger and the figures as data, site map, oEmbed, manifest.

use data_story::data::{downloads, figure_downloads, package};

use crate::discovery;
use crate::output::Output;
use crate::session::Session;

/// Writes all of it.
pub fn write(session: &Session, output: &Output) -> Result<(), String> {
    let story = session.story;
    let tables: Vec<_> = downloads(story)?.into_iter().chain(figure_downloads(story)?).collect();
    let package = package(story, &tables)?;
    for file in tables.into_iter().chain([package]) {
        let text = String::from_utf8(file.bytes).map_err(|error| format!("{}: {error}", file.name))?;
        output.put_text(&file.name, &text)?;
    }
    discovery::write(story, output)
}
