//! `screenshots`: the finished pages at every width, in both languages and both themes, to be looked at.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use story::edition::Edition;
use webdriver::{Driver, Media, Sends, Server, Size};

use super::{build, data};
use crate::failure::{Failure, Result};
use crate::paths;
use crate::setup::{self, Browser};
use crate::steps::{Step, Steps};

/// Where a site is built to when none is given: the one the tests look at.
const SITE: &str = "target/site";
/// Where the pictures go; no commit holds it.
const FOLDER: &str = "screenshots";

/// The windows that the design names.
const SIZES: [Size; 4] = [
    Size { width: 320, height: 640 },
    Size { width: 390, height: 844 },
    Size { width: 768, height: 1024 },
    Size { width: 1440, height: 900 },
];
const LANGUAGES: [(&str, &str); 2] = [("zh", "index.html"), ("en", "en/index.html")];
const THEMES: [(&str, bool); 2] = [("light", false), ("dark", true)];

/// The windows for the pages with a part of the story: a narrow frame, and a column of an article.
const PARTS: [Size; 2] = [Size { width: 320, height: 640 }, Size { width: 768, height: 1024 }];

/// The highest picture, in pixels: the browser draws none above 16,384, and few programs show one well.
const TALLEST: f64 = 8000.0;

/// How wide and how tall the page is.
const PAGE: &str = "const root = document.documentElement; return [root.scrollWidth, root.scrollHeight];";

/// The id of every section, where it begins and how tall it is.
const SECTIONS: &str = "
    return [...document.querySelectorAll('main > section')].map(section => {
        const {y, height} = section.getBoundingClientRect();
        return {id: section.id, span: [y + scrollY, height]};
    });";

/// Scrolls to the first step of each section in turn: the id of the section, or nothing after the last.
const NEXT_STEP: &str = "
    const sections = [...document.querySelectorAll('main > section')].filter(one => one.querySelector('.step'));
    const next = window.photographed = (window.photographed ?? -1) + 1;
    sections[next]?.querySelector('.step').scrollIntoView({block: 'center', behavior: 'instant'});
    return sections[next]?.id ?? null;";

/// Builds the site unless one is given, and photographs it.
pub fn run(site: Option<PathBuf>) -> Result<()> {
    let steps = Steps::of("screenshots");
    let browser = setup::for_pictures(&steps)?;
    let site = match site {
        Some(given) => paths::given_or(Some(given), SITE)?,
        None => {
            let site = paths::root().join(SITE);
            setup::for_building(&steps)?;
            build::site(&steps, &paths::root().join(data::DEFAULT), &site, &Edition::default())?;
            site
        }
    };
    if !site.join("index.html").is_file() {
        return Err(Failure::failed(format!("--site {}: expected a built site with an index.html", site.display())));
    }
    let folder = paths::root().join(FOLDER);
    empty(&folder).map_err(|error| Failure::failed(format!("{}: {error}", folder.display())))?;
    let count = steps.take("photograph the site", |step| {
        Album::open(&browser, site, folder.clone()).and_then(|album| album.fill(step)).map_err(Failure::failed)
    })?;
    steps.say(&format!("{count} pictures in {}", folder.display()));
    steps.done();
    Ok(())
}

/// Makes the folder, and takes away the pictures of an earlier page.
fn empty(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "png") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// A folder of pictures, and what makes them.
struct Album {
    driver: Driver,
    server: Server,
    /// The pages with a part of the story, frames, and the page for editors.
    files: Vec<String>,
    folder: PathBuf,
}

impl Album {
    fn open(browser: &Browser, site: PathBuf, folder: PathBuf) -> std::result::Result<Self, String> {
        let mut files = Vec::new();
        pages_in(&site, "", &mut files).map_err(|error| format!("{}: {error}", site.display()))?;
        files.retain(|file| LANGUAGES.iter().all(|(_, whole)| whole != file));
        let server = Server::start(site, "/", Sends::All).map_err(|error| format!("web server: {error}"))?;
        Ok(Self { driver: Driver::start(&browser.chrome, &browser.driver)?, server, files, folder })
    }

    /// The whole story at every width and in every theme, then the other pages; returns how many pictures there are.
    fn fill(&self, step: &Step<'_>) -> std::result::Result<usize, String> {
        let mut count = 0;
        for size in SIZES {
            for (lang, file) in LANGUAGES {
                for (theme, dark) in THEMES {
                    self.look_through(size, dark)?;
                    let name = format!("{lang}-{}-{theme}", size.width);
                    count += self.sections(file, &name)? + self.steps(file, &name)?;
                }
            }
            step.say(&format!("    {} px: {count} pictures so far", size.width));
        }
        for size in PARTS {
            for (theme, dark) in THEMES {
                self.look_through(size, dark)?;
                for file in &self.files {
                    self.show(&format!("{file}?mode=flat"))?;
                    let name = file.trim_end_matches("/index.html").replace('/', "-");
                    self.whole(&format!("part-{name}-{}-{theme}", size.width))?;
                }
            }
        }
        Ok(count + PARTS.len() * THEMES.len() * self.files.len())
    }

    /// A window of this size, in light or dark.
    fn look_through(&self, size: Size, dark: bool) -> std::result::Result<(), String> {
        self.driver.resize(size)?;
        self.driver.emulate(Media { dark, ..Media::default() })
    }

    /// The whole page, scaled down if it is too tall for one picture, and each of its sections at full size.
    fn sections(&self, file: &str, name: &str) -> std::result::Result<usize, String> {
        self.show(&format!("{file}?mode=flat"))?;
        let width = self.whole(name)?;
        let sections = self.driver.script(SECTIONS)?;
        let sections = sections.as_array().filter(|list| !list.is_empty()).ok_or("the page has no sections")?;
        let mut count = 1;
        for section in sections {
            let (id, [y, height]) = (section["id"].as_str().unwrap_or_default(), numbers(&section["span"])?);
            for (index, (from, length)) in parts(y, height).into_iter().enumerate() {
                let part = if index == 0 { String::new() } else { format!("-{}", index + 1) };
                self.save(&format!("{name}-{id}{part}"), [0.0, from, width, length], 1.0)?;
                count += 1;
            }
        }
        Ok(count)
    }

    /// All of the page that is open, scaled down if it is too tall; returns how wide it is.
    fn whole(&self, name: &str) -> std::result::Result<f64, String> {
        let size = self.driver.script(PAGE)?;
        let [width, height] = numbers(&size)?;
        self.save(name, [0.0, 0.0, width, height], (TALLEST / height).min(1.0))?;
        Ok(width)
    }

    /// The scrolling story at the first step of each chapter, as it stands in the window; nothing without that mode.
    fn steps(&self, file: &str, name: &str) -> std::result::Result<usize, String> {
        self.show(&format!("{file}?mode=steps"))?;
        if self.driver.script("return document.documentElement.dataset.mode")? != "steps" {
            return Ok(0);
        }
        let mut count = 0;
        while let Some(id) = self.driver.script(NEXT_STEP)?.as_str() {
            self.driver.settle()?;
            // The map moves to the step for less than a second.
            std::thread::sleep(Duration::from_millis(900));
            self.write(&format!("{name}-steps-{id}"), &self.driver.window_picture()?)?;
            count += 1;
        }
        Ok(count)
    }

    fn show(&self, address: &str) -> std::result::Result<(), String> {
        self.driver.load(&self.server.url(address))?;
        // A chart in a frame has no program.
        if self.driver.script("return document.querySelector('script[type=module]') !== null")? == true {
            self.driver.wait_until_alive()?;
        }
        self.driver.settle()
    }

    fn save(&self, name: &str, part: [f64; 4], scale: f64) -> std::result::Result<(), String> {
        self.write(name, &self.driver.picture(part, scale)?)
    }

    fn write(&self, name: &str, picture: &[u8]) -> std::result::Result<(), String> {
        let path = self.folder.join(format!("{name}.png"));
        fs::write(&path, picture).map_err(|error| format!("{}: {error}", path.display()))
    }
}

/// The pages within a folder of a site, from the folder of all pages.
fn pages_in(site: &Path, under: &str, files: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(site.join(under))? {
        let entry = entry?;
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            pages_in(site, &format!("{name}/"), files)?;
        } else if entry.file_name() == "index.html" {
            files.push(name);
        }
    }
    files.sort();
    Ok(())
}

/// A span cut into parts that one picture can hold: where each begins, and how long it is.
fn parts(from: f64, length: f64) -> Vec<(f64, f64)> {
    let count = (length / TALLEST).ceil().max(1.0);
    let part = length / count;
    (0..count as u32).map(|index| (from + f64::from(index) * part, part)).collect()
}

fn numbers(list: &Value) -> std::result::Result<[f64; 2], String> {
    match [list[0].as_f64(), list[1].as_f64()] {
        [Some(first), Some(second)] => Ok([first, second]),
        _ => Err(format!("expected two numbers, got {list}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tall_section_is_cut_into_equal_parts_that_join_without_a_gap() {
        assert_eq!(parts(100.0, 900.0), [(100.0, 900.0)]);
        assert_eq!(parts(100.0, 16_002.0), [(100.0, 5334.0), (5434.0, 5334.0), (10_768.0, 5334.0)]);
        assert_eq!(parts(0.0, 0.0), [(0.0, 0.0)]);
    }
}
