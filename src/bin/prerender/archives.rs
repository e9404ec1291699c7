//! All files of the figures in one, for those who print or lay out by themselves: one for each language.

use std::fs;
use std::io::{Cursor, Write};

use data_story::data::{FigureTable, figure_tables};
use data_story::model::{Lang, Story};
use data_story::text::{
    FIGURE_FORMS, Page, Route, Ui, citation, figure_file, host_script, map_credit, pages, plain_text, snippet,
    source_line, statics_file,
};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::output::Output;

/// Writes both files; the figures' own files must be there.
pub fn write(story: &Story, output: &Output) -> Result<(), String> {
    Lang::ALL.into_iter().try_for_each(|lang| {
        let name = statics_file(lang);
        let bytes = packed(story, lang, output).map_err(|error| format!("{name}: {error}"))?;
        output.put(name, &bytes)
    })
}

/// The same bytes from the same files: in a fixed order, with no day and no owner.
fn packed(story: &Story, lang: Lang, output: &Output) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| {
        // Pixels are packed already.
        let method = if name.ends_with(".png") { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        zip.start_file(name, options.unix_permissions(0o644)).map_err(|error| error.to_string())?;
        zip.write_all(bytes).map_err(|error| error.to_string())
    };
    let tables = figure_tables(story, lang);
    add("README.txt", output.filled(&readme(story, &tables, lang)).as_bytes())?;
    add("EMBED.txt", output.filled(&embedding(story, lang)).as_bytes())?;
    for table in &tables {
        for (ending, _) in FIGURE_FORMS {
            let name = figure_file(table.id, lang, ending);
            let path = output.folder.join(&name);
            // A figure that is nowhere drawn has data and no picture.
            if path.exists() {
                let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
                add(name.rsplit('/').next().unwrap_or(&name), &bytes)?;
            }
        }
    }
    zip.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}

/// What is there, and what must stand by it: lines that end as every editor takes them.
fn readme(story: &Story, tables: &[FigureTable<'_>], lang: Lang) -> String {
    let (ui, head) = (Ui(lang), story.head());
    let title = plain_text(story, &head.title, lang);
    let address = Page { lang, route: Route::Story }.address(story);
    let mut lines = vec![title, address.clone(), String::new()];
    lines.extend(ui.statics_forms().map(str::to_owned));
    lines.push(String::new());
    lines.extend(tables.iter().map(|table| ui.named(&format!("figure-{}", table.id), &table.title)));
    lines.extend([String::new(), ui.statics_credit().to_owned()]);
    lines.extend(source_line(story, lang));
    if story.has_maps() {
        lines.push(ui.statics_maps().to_owned());
        lines.extend(map_credit(story, lang).lines(lang));
    }
    lines.extend(head.terms.as_ref().map(|terms| ui.terms_in_full(terms.name.get(lang), &terms.url)));
    lines.extend([String::new(), ui.cite().to_owned(), citation(story, lang, &address), String::new()]);
    lines.join("\r\n")
}

/// The frame of the whole story and of each figure, to paste, and what can be asked of them.
fn embedding(story: &Story, lang: Lang) -> String {
    let ui = Ui(lang);
    let mut lines: Vec<String> = ui.embed_how().map(str::to_owned).into();
    lines.push(host_script(story));
    for page in pages(story).iter().filter(|page| page.lang == lang && page.is_embed()) {
        let [title, _] = page.head(story);
        lines.extend([String::new(), title, snippet(story, page).html]);
    }
    lines.push(String::new());
    lines.extend(ui.embed_parameters().map(str::to_owned));
    lines.push(String::new());
    lines.join("\r\n")
}
