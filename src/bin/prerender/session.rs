//! A story with all that was made from it, kept from one state of the data to the next.

use std::sync::Arc;

use data_story::data::{Fault, check_edition};
use data_story::layout::Basemap;
use data_story::model::{Lang, Memo, Story};
use data_story::text::{Page, Route, pages};
use data_story::view::{PageContext, SHEET, layer_rules, measure_rules, size_rules, water_rules};

use crate::drawn::Drawn;
use crate::frame::{HEAD, PAGE, PageFrame};
use crate::order::Order;
use crate::{head, kit};

/// Stands in texts for the version of the data until they are written: it changes with every change of the data, and
/// no page need be made anew for it.
pub const VERSION: &str = "{{late:version}}";

/// A story, and what was made from it.
pub struct Session {
    /// The story.
    pub story: &'static Story,
    /// Its land, and the maps on it.
    pub basemap: &'static Basemap<'static>,
    /// The version of its data.
    pub version: String,
    made: Arc<Made>,
}

/// What is made from a story.
#[derive(Default)]
struct Made {
    pages: Memo<String, Arc<str>>,
    rules: Memo<(), Arc<str>>,
    drawings: Memo<(String, u64), Arc<Drawn>>,
}

impl Session {
    /// Reads and checks the story; the error is every fault in its data.
    pub fn open(order: &Order) -> Result<Self, Vec<Fault>> {
        let (story, version) = read(order)?;
        Ok(Self { story, basemap: Box::leak(Box::new(Basemap::new(story))), version, made: Arc::default() })
    }

    /// The same after a change of the data, with all that was made of records that have not changed.
    pub fn after(&self, order: &Order) -> Result<Self, Vec<Fault>> {
        let (story, version) = read(order)?;
        let basemap = Box::leak(Box::new(Basemap::after(story, self.basemap)));
        Ok(Self { story, basemap, version, made: Arc::clone(&self.made) })
    }

    /// Every page: the whole story first, then its parts and the one for editors, and last those about one place, of which
    /// there are many.
    pub fn pages(&self) -> Vec<Page<'static>> {
        let kits = Lang::ALL.map(|lang| Page { lang, route: Route::Kit });
        let mut all: Vec<Page> = pages(self.story).into_iter().chain(kits).collect();
        all.sort_by_key(|page| match page.route {
            Route::Story => 0,
            Route::Place(_) => 2,
            _ => 1,
        });
        all
    }

    /// A page from its first to its last character, but for what is filled in when it is written.
    pub fn page(&self, page: Page<'static>, frame: &PageFrame) -> Result<Arc<str>, String> {
        self.made.pages.get(self.story, page.file(), || {
            let context = PageContext::of(self.story, self.basemap, page);
            let data = if matches!(page.route, Route::Kit) { kit::data(self.story) } else { String::new() };
            let body = data_story::view::page(context)?;
            self.is_whole()?;
            let has_canvas = body.contains("<canvas");
            let html = frame
                .html
                .replace("lang=\"LANG\"", &head::root_attributes(context))
                .replace(HEAD, &(head::head(context) + &data + &head::loads(page, has_canvas)))
                .replace(PAGE, &body);
            Ok(html.replace(SHEET, &head::sheet(page, has_canvas)).into())
        })
    }

    /// Whether every record that was looked up so far is in the story: what the check has held of each id, held once more of
    /// those that were shown. The error names the first that is not.
    pub fn is_whole(&self) -> Result<(), String> {
        self.story.stood_in().first().map_or(Ok(()), |missing| Err(format!("the story has no {missing}")))
    }

    /// A picture by its file and a stamp of what it is drawn with, and how it is made.
    pub fn drawing(
        &self,
        key: (String, u64),
        make: impl FnOnce() -> Result<Arc<Drawn>, String>,
    ) -> Result<Arc<Drawn>, String> {
        self.made.drawings.get(self.story, key, make)
    }

    /// The style rules that follow from the story.
    pub fn rules(&self) -> Result<Arc<str>, String> {
        self.made.rules.get(self.story, (), || {
            let context = PageContext::new(self.story, self.basemap, Lang::Zh);
            Ok((measure_rules(self.story)
                + &layer_rules(self.story)
                + &water_rules(context)?
                + &size_rules(context)?)
                .into())
        })
    }
}

/// The story in the ordered folder, and the version of its data.
///
/// It lives as long as the program, as pages want it: whoever follows the data begins anew from time to time.
fn read(order: &Order) -> Result<(&'static Story, String), Vec<Fault>> {
    let mut story = check_edition(&order.data, order.edition.clone())?;
    let version = std::mem::replace(&mut *story.version, VERSION.to_owned());
    Ok((Box::leak(Box::new(story)), version))
}
