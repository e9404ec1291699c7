//! The site that Trunk serves, kept as the data, style sheets and scripts are now.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use data_story::model::{Lang, stamp_of};
use data_story::text::{Page, Route};

use super::bystander::{give_way, say};
use super::notice::{Notice, SCRIPT};
use super::painter::Painter;
use super::watch::Watched;
use crate::assets::{Assets, write_styles};
use crate::disk::put;
use crate::faults::told;
use crate::frame::PageFrame;
use crate::moved;
use crate::order::{Order, SCRIPTS, SHEETS};
use crate::output::Output;
use crate::parallel::on_all_cores;
use crate::program::Programs;
use crate::scripts;
use crate::session::Session;

/// How many pages are written at once while others wait.
const AT_ONCE: usize = 8;

/// The site, and what it is made from.
pub struct Site {
    order: Order,
    frame: PageFrame,
    programs: Programs,
    /// Where it is written to.
    folder: PathBuf,
    /// The last state of the data without faults, and the names of what its pages load.
    state: Option<(Arc<Session>, Assets)>,
    states: usize,
    notice: Notice,
    /// Of each page by its file, a stamp of how it was written last.
    written: BTreeMap<String, u64>,
    /// The files that lead on from former addresses.
    led: BTreeSet<String>,
    /// The pages that are still to be written.
    waiting: Vec<Page<'static>>,
    data: Watched,
    sheets: Watched,
    scripts: Watched,
    painter: Painter,
}

impl Site {
    /// Makes the pages in Trunk's staging folder; with faulty data, a page that says so. The files of an earlier start that
    /// no page is are taken along.
    pub fn start(order: Order) -> Result<Self, String> {
        let frame = PageFrame::read(&order.staging)?;
        // Before anything is read, or a change while it is read would be missed.
        let [data, sheets, scripts] = [order.data.as_path(), Path::new(SHEETS), Path::new(SCRIPTS)].map(Watched::new);
        if order.dist != order.staging {
            take_along(&order.dist, &order.staging, &order.staging);
        }
        frame.keep(&order.staging)?;
        put(&order.staging, SCRIPT, scripts::alone(SCRIPT)?.as_bytes())?;
        let mut site = Self {
            programs: Programs::take(&order.staging)?,
            folder: order.staging.clone(),
            order,
            frame,
            state: None,
            states: 0,
            notice: Notice::default(),
            written: BTreeMap::new(),
            led: BTreeSet::new(),
            waiting: Vec::new(),
            data,
            sheets,
            scripts,
            painter: Painter::start(),
        };
        let faults = match Session::open(&site.order) {
            Ok(session) => site.take_up(session).err().into_iter().collect(),
            Err(faults) => told(&faults),
        };
        if !faults.is_empty() {
            site.tell_without_a_story(faults)?;
        }
        site.fill()?;
        Ok(site)
    }

    /// Has every page in Trunk's staging folder, which takes the place of all that was there before: as it was, if it was
    /// there, until its turn comes; or else made now.
    fn fill(&mut self) -> Result<(), String> {
        let Order { staging, dist, .. } = &self.order;
        let is_there = |page: &Page<'_>| {
            let (before, now) = (dist.join(page.file()), staging.join(page.file()));
            now.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok())
                && fs::hard_link(before, now).is_ok()
        };
        let (there, missing): (Vec<Page>, Vec<Page>) =
            std::mem::take(&mut self.waiting).into_iter().partition(is_there);
        self.waiting = there;
        self.write(&missing, || ())
    }

    /// Goes on in the folder that Trunk serves, and has painted what has time.
    pub fn move_to_dist(&mut self) {
        self.folder.clone_from(&self.order.dist);
        if self.waiting.is_empty() {
            self.paint();
        }
    }

    /// Follows what has changed since the last look.
    pub fn follow(&mut self) {
        let start = Instant::now();
        let [data, sheets, scripts] = [&mut self.data, &mut self.sheets, &mut self.scripts].map(Watched::changed);
        if data.is_empty() && sheets.is_empty() && scripts.is_empty() {
            if !self.waiting.is_empty() {
                self.go_on().unwrap_or_else(|error| say(&error));
            }
            let painting = !self.waiting.is_empty() || (self.state.is_some() && self.painter.is_busy());
            if painting != self.notice.painting {
                self.notice.painting = painting;
                self.tell();
            }
            return;
        }
        let outcome = match data.is_empty() {
            true => self.renew(!sheets.is_empty(), !scripts.is_empty()),
            false => self.read_again(),
        };
        if let Err(error) = outcome {
            say(&error);
            self.notice.faults = vec![error];
            self.tell();
        }
        let names = [data, sheets, scripts].concat().join(", ");
        let told = match self.notice.faults.len() {
            0 => "shown".to_owned(),
            1 => "one fault".to_owned(),
            count => format!("{count} faults"),
        };
        say(&format!("{names}: {told} after {:.2} s", start.elapsed().as_secs_f64()));
    }

    /// How many states of the data were read.
    pub fn states(&self) -> usize {
        self.states
    }

    /// Stops writing.
    pub fn rest(self) {
        self.painter.rest();
    }

    fn read_again(&mut self) -> Result<(), String> {
        let session = match &self.state {
            Some((session, _)) => session.after(&self.order),
            None => Session::open(&self.order),
        };
        match session {
            Ok(session) => self.take_up(session),
            Err(faults) => {
                self.notice.faults = told(&faults);
                self.notice.faults.iter().for_each(|fault| say(fault));
                self.notice.write(&self.folder)
            }
        }
    }

    /// Shows a new state of the story.
    fn take_up(&mut self, session: Session) -> Result<(), String> {
        self.states += 1;
        let first: Vec<Page> = session.pages().into_iter().filter(is_the_story).collect();
        let styles = std::thread::scope(|scope| {
            let styles = scope.spawn(|| write_styles(&session, &self.folder));
            // Kept until they are written with the names of style and scripts. A fault is told then.
            let _ = on_all_cores(&first, || (), |(): &mut (), page| session.page(*page, &self.frame).map(drop));
            styles.join().map_err(|_| "the thread of the style sheet ended".to_owned())?
        })?;
        let assets = Assets::write_scripts(&session, &self.programs, styles, &self.folder)?;
        self.show(Arc::new(session), assets)
    }

    /// Shows new style sheets or scripts with the same story.
    fn renew(&mut self, sheets: bool, scripts: bool) -> Result<(), String> {
        let Some((session, assets)) = self.state.clone() else { return Ok(()) };
        let styles = if sheets { write_styles(&session, &self.folder)? } else { assets.styles.clone() };
        let assets = match scripts {
            true => {
                put(&self.folder, SCRIPT, scripts::alone(SCRIPT)?.as_bytes())?;
                Assets::write_scripts(&session, &self.programs, styles, &self.folder)?
            }
            false => Assets { styles, ..assets },
        };
        // Whoever looks at a page sees the style at once; the pages that name it follow.
        self.notice.style.clone_from(&assets.styles.style);
        self.notice.write(&self.folder)?;
        self.show(session, assets)
    }

    /// Writes the story's pages, if they have changed, and tells of them; the others have time.
    fn show(&mut self, session: Arc<Session>, assets: Assets) -> Result<(), String> {
        let (first, rest): (Vec<Page>, Vec<Page>) = session.pages().into_iter().partition(is_the_story);
        self.notice.style.clone_from(&assets.styles.style);
        self.notice.faults.clear();
        self.state = Some((session, assets));
        self.waiting = rest;
        self.write(&first, || ())?;
        self.lead_on()
    }

    /// Writes what leads on from former addresses, and takes away what led on from one that is none any more.
    fn lead_on(&mut self) -> Result<(), String> {
        let Some((session, assets)) = &self.state else { return Ok(()) };
        let output = Output::new(&self.folder, assets, session);
        let now = moved::all(session.story);
        let pages: BTreeSet<String> = session.pages().iter().map(Page::file).collect();
        for file in self.led.iter().filter(|file| !now.contains_key(*file) && !pages.contains(*file)) {
            let path = self.folder.join(file);
            fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            self.written.remove(file);
        }
        for (file, page) in &now {
            let page = output.filled(page);
            let stamp = stamp_of(&page);
            if self.written.insert(file.clone(), stamp) != Some(stamp) {
                output.put(file, page.as_bytes())?;
            }
        }
        self.led = now.into_keys().collect();
        Ok(())
    }

    /// Writes pages, if they have changed, and tells of them.
    fn write(&mut self, pages: &[Page<'static>], begin: impl Fn() + Sync) -> Result<(), String> {
        let Some((session, assets)) = &self.state else { return Ok(()) };
        let output = Output::new(&self.folder, assets, session);
        let (notice, frame, scripts) = (&self.notice, &self.frame, assets.scripts());
        let written = Mutex::new((std::mem::take(&mut self.written), BTreeMap::new()));
        let outcome = on_all_cores(pages, begin, |(): &mut (), page| {
            let html = session.page(*page, frame)?;
            let stamp = format!("{:016x}", stamp_of(&(&html, &scripts)));
            let html = output.filled(&notice.put_into(&html, page, &stamp));
            let (file, whole) = (page.file(), stamp_of(&html));
            let mut written = written.lock().map_err(|error| error.to_string())?;
            if written.0.get(&file) != Some(&whole) {
                output.put(&file, html.as_bytes())?;
                written.0.insert(file, whole);
            }
            written.1.insert(page.path(), stamp);
            Ok(())
        });
        let (written, stamps) = written.into_inner().map_err(|error| error.to_string())?;
        self.written = written;
        self.notice.pages.extend(stamps);
        outcome.and_then(|()| self.notice.write(&self.folder))
    }

    /// Goes on with what has time, a few pages at once: whoever saves a file meanwhile need not wait for all of them.
    fn go_on(&mut self) -> Result<(), String> {
        let now: Vec<Page> = self.waiting.drain(..self.waiting.len().min(AT_ONCE)).collect();
        self.write(&now, give_way)?;
        if self.waiting.is_empty() {
            say("every page is there");
            self.paint();
        }
        Ok(())
    }

    fn paint(&mut self) {
        if let Some((session, assets)) = &self.state
            && self.folder == self.order.dist
        {
            self.painter.paint(Arc::clone(session), Output::new(&self.folder, assets, session));
            self.notice.painting = true;
            self.tell();
        }
    }

    /// Pages that say what is wrong, where there are no others yet.
    fn tell_without_a_story(&mut self, faults: Vec<String>) -> Result<(), String> {
        faults.iter().for_each(|fault| say(fault));
        self.notice.faults = faults;
        for lang in Lang::ALL {
            let page = Page { lang, route: Route::Story };
            if !self.folder.join(page.file()).exists() || page.path().is_empty() {
                let html = self.frame.html.replace("LANG", lang.tag());
                put(&self.folder, &page.file(), self.notice.put_into(&html, &page, "").as_bytes())?;
            }
        }
        self.notice.write(&self.folder)
    }

    fn tell(&self) {
        if let Err(error) = self.notice.write(&self.folder) {
            say(&error);
        }
    }
}

fn is_the_story(page: &Page<'_>) -> bool {
    matches!(page.route, Route::Story)
}

/// Takes along what can wait from Trunk's folder before Trunk empties it: pictures and data that are there stay there while
/// they are made anew.
fn take_along(from: &Path, to: &Path, staging: &Path) {
    let entries = fs::read_dir(from).into_iter().flatten().flatten();
    for (path, target) in entries.map(|entry| (entry.path(), to.join(entry.file_name()))) {
        let can_wait = ["png", "svg", "csv", "zip", "json", "webmanifest", "txt", "xml"];
        if path.is_dir() && path != staging {
            take_along(&path, &target, staging);
        } else if path.extension().is_some_and(|ending| can_wait.iter().any(|one| ending == *one)) {
            // Whatever fails is made anew.
            let _ = fs::create_dir_all(to).and_then(|()| fs::hard_link(&path, &target));
        }
    }
}
