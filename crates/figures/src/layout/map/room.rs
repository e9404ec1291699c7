//! What a map has no room for: a label that finds none, and marks that lie on each other.
//!
//! Asked of a story before anything of it is built, so that an editor hears of it in the file and the line, and not at the
//! end of a build.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::ScopedJoinHandle;

use super::{ChapterMap, Furnished, Lang, LayoutInput, Mark, Named, NoRoom, Width};
use crate::layout::Basemap;
use story::model::{PlaceId, Story};

/// Something that a map has no room for.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// A label: the map in this width and language cannot be drawn. With the places without any one of which it could be,
    /// the nearest first.
    Label(Width, Lang, NoRoom, Vec<PlaceId>),
    /// Marks at one spot, of which only the uppermost is seen, in the order of the map.
    Marks(Width, Vec<PlaceId>),
}

/// How many places near a label without room are asked whether they push it out: each asks for the whole map anew.
const SUSPECTS: usize = 12;

/// What the maps of a story have no room for, each with the place of its map among [`story::model::Told::maps`] of all
/// chapters: none for a story that can be built and whose marks can be told apart.
pub fn troubles(story: &Story, basemap: &Basemap<'_>) -> Vec<(usize, Trouble)> {
    let maps: Vec<&ChapterMap> = story.told().flat_map(|(_, told)| told.maps()).collect();
    let next = AtomicUsize::new(0);
    let look = || {
        let taken =
            std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed)).map_while(|at| Some((at, maps.get(at)?)));
        let of_one =
            |(at, map): (usize, &&ChapterMap)| of_map(story, basemap, map).into_iter().map(move |one| (at, one));
        taken.flat_map(of_one).collect::<Vec<_>>()
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(maps.len().max(1));
    let mut found: Vec<(usize, Trouble)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(look)).collect();
        let found = |thread: ScopedJoinHandle<'_, _>| thread.join().unwrap_or_else(|cause| resume_unwind(cause));
        threads.into_iter().flat_map(found).collect()
    });
    found.sort_by_key(|(index, _)| *index);
    found
}

fn of_map(story: &Story, basemap: &Basemap<'_>, map: &ChapterMap) -> Vec<Trouble> {
    let frame = story.frame(&map.frame);
    let mut found: Vec<Trouble> = Vec::new();
    for (width, canvas) in [(Width::Wide, &frame.wide), (Width::Narrow, &frame.narrow)] {
        for lang in Lang::ALL {
            let input = LayoutInput { story, basemap, map, frame, canvas, lang, width, named: Named::All };
            let furnished = super::furnished(&input);
            let spots = spots(&furnished.marks, furnished.collided);
            let mut all: Vec<Trouble> = spots.into_iter().map(|spot| Trouble::Marks(width, spot)).collect();
            if let Some(label) = without_room(&input, &furnished) {
                let pushing = pushing(&input, &furnished.marks, &label);
                all.push(Trouble::Label(width, lang, label, pushing));
            }
            all.retain(|one| !found.iter().any(|other| one.is_same(other)));
            found.extend(all);
        }
    }
    found
}

impl Trouble {
    /// Whether both are mended by one edit: the same label in the same language, or the same marks.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Label(_, lang, label, _), Self::Label(_, other, another, _)) => {
                lang == other && label.words == another.words
            }
            (Self::Marks(_, places), Self::Marks(_, others)) => places == others,
            _ => false,
        }
    }
}

/// The label of a map that finds no room.
fn without_room(input: &LayoutInput<'_>, map: &Furnished) -> Option<NoRoom> {
    super::labels::labels(super::all_unplaced(input, map), &map.panes, &map.taken).err()
}

/// The places near a label without room, any one of which, left out with its mark, gives room to all the others.
fn pushing(input: &LayoutInput<'_>, marks: &[Mark], label: &NoRoom) -> Vec<PlaceId> {
    let Some(at) = label.at else { return Vec::new() };
    let others = marks.iter().filter(|mark| Some(&mark.place) != label.place.as_ref());
    let mut near: Vec<&Mark> = others.collect();
    near.sort_by(|a, b| at.distance(a.at).total_cmp(&at.distance(b.at)));
    let gives_room = |mark: &&Mark| {
        let mut map = input.map.clone();
        map.places.retain(|place| *place != mark.place);
        let input = LayoutInput { map: &map, ..*input };
        without_room(&input, &super::furnished(&input)).is_none()
    };
    near.into_iter().take(SUSPECTS).filter(gives_room).map(|mark| mark.place.clone()).collect()
}

/// Marks of which one covers another's middle. Where there are more than words have room for, marks may touch, and only
/// those at the very same point hide each other.
fn spots(marks: &[Mark], collided: bool) -> Vec<Vec<PlaceId>> {
    let hides = |a: &Mark, b: &Mark| {
        let near = if collided { SAME } else { a.radius.max(b.radius) };
        a.pane == b.pane && a.at.distance(b.at) < near
    };
    let mut spots: Vec<Vec<&Mark>> = Vec::new();
    for mark in marks {
        match spots.iter_mut().find(|spot| spot.iter().any(|other| hides(mark, other))) {
            Some(spot) => spot.push(mark),
            None => spots.push(vec![mark]),
        }
    }
    let several = spots.into_iter().filter(|spot| spot.len() > 1);
    several.map(|spot| spot.into_iter().map(|mark| mark.place.clone()).collect()).collect()
}

/// How near, in pixels, marks of a dense map are at one spot.
const SAME: f64 = 0.5;
