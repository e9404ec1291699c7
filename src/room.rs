//! What a story's maps have no room for, said of the file, the line and the key that an editor can mend, before anything is
//! built.

use std::path::Path;

use crate::data::messages::{Both, MARKS_AT_ONE_SPOT, NO_ROOM, Phrase, both};
use crate::data::{Edition, Fault, Remark, Warning, inspect_drawn};
use crate::layout::Basemap;
use crate::layout::map::{Trouble, troubles};
use crate::model::{Lang, PlaceId, Story};

/// What gives room to the name of a division.
const OPTIONAL: Both =
    both!("say that it is `optional`, or enlarge the frame or its inset" / "写成 `optional`，或放大图幅、附图");
/// What gives room to the name of a place.
const SHORTEN: Both = both!(
    "shorten it, enlarge the frame or its inset, or name fewer places on this map"
        / "缩短名字，放大图幅、附图，或少标几处"
);
/// What gives room to a name that others push out.
const WITHOUT: Both = both!(
    "there is room without {0}: shorten a name, move one of them to another map, or enlarge the frame or its inset"
        / "去掉 {0} 就放得下：缩短名字，把其中一个移到别的地图，或放大图幅、附图"
);

/// Ids that a message lists.
const LISTED: usize = 4;

/// The story in this folder, or every fault in it, and its warnings, with what its maps have no room for.
pub fn inspect(dir: &Path, edition: Edition) -> (Result<Story, Vec<Fault>>, Vec<Warning>) {
    inspect_drawn(dir, edition, remarks)
}

/// What the maps of a story that is otherwise sound have no room for.
pub fn remarks(story: &Story) -> Vec<Remark> {
    if !story.has_maps() {
        return Vec::new();
    }
    let maps: Vec<String> = story.told().flat_map(|(_, told)| told.maps()).map(|map| map.id.to_string()).collect();
    let found = troubles(story, &Basemap::new(story));
    found.into_iter().filter_map(|(index, trouble)| remark(story, maps.get(index)?, trouble)).collect()
}

fn remark(story: &Story, map: &str, trouble: Trouble) -> Option<Remark> {
    match trouble {
        Trouble::Label(width, lang, label, pushing) => {
            let key = if lang == Lang::Zh { "zh" } else { "en" };
            let (file, pointer) = match label.place.as_ref().and_then(|place| name_of(story, place)) {
                Some(pointer) => ("places.json", format!("{pointer}/short/{key}")),
                None => ("map.json", "/frames".to_owned()),
            };
            let is_region = label.place.as_ref().is_some_and(|place| story.subject(place).is_region());
            let way_out = match pushing.as_slice() {
                [] if is_region => Phrase::of(OPTIONAL, &[]),
                [] => Phrase::of(SHORTEN, &[]),
                others => Phrase::of(WITHOUT, &[&listed(others, " / ")]),
            };
            let (width, words) = (width.slug(), label.words);
            let message = NO_ROOM.with(&[&map, &width, &words, &way_out]);
            Some(Remark { file, pointer, message, about: String::new() })
        }
        Trouble::Marks(width, places) => {
            let [first, second, ..] = places.as_slice() else { return None };
            let pointer = format!("{}/location", name_of(story, second)?);
            let (count, width, listed) = (places.len(), width.slug(), listed(&places, ", "));
            let message = MARKS_AT_ONE_SPOT.with(&[&count, &map, &width, &listed]);
            Some(Remark { file: "places.json", pointer, message, about: first.to_string() })
        }
    }
}

/// Ids in a message, not all where there are many.
fn listed(ids: &[PlaceId], between: &str) -> String {
    let listed: Vec<String> = ids.iter().take(LISTED).map(|id| format!("`{id}`")).collect();
    listed.join(between) + if ids.len() > LISTED { ", …" } else { "" }
}

/// Where a division or place stands in places.json.
fn name_of(story: &Story, id: &PlaceId) -> Option<String> {
    let region = story.places.regions.iter().position(|region| &region.id == id);
    let region = region.map(|index| format!("/regions/{index}"));
    region.or_else(|| Some(format!("/places/{}", story.place_position(id)?)))
}
