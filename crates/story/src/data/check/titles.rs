//! Titles that are longer than the room they have on the page, in pictures for sharing and in frames.

use super::{DataFile, FileKind, Found, Report, say};
use crate::data::messages::{Both, Phrase, both};
use crate::model::{Lang, Prose, Story};
use crate::text::{TitleRoom, plain_text};

const HEAD: Both = both!("the head of the page" / "页首");
const SHARE: Both = both!("the picture for sharing" / "分享图");
const FRAME: Both = both!("a frame of 320 pixels" / "320 像素宽的嵌入页");

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Chapters, story, files);
    let head = story.head();
    for lang in Lang::ALL {
        one(&mut report, "/story/headline", &head.headline, lang, &[(HEAD, TitleRoom::long_head(lang))]);
        one(&mut report, "/story/title", &head.title, lang, &[(SHARE, TitleRoom::SHARE_NAME)]);
    }
    for (index, chapter) in story.chapters.chapters.iter().enumerate() {
        let Some(told) = &chapter.told else { continue };
        let at = format!("/chapters/{index}/told");
        both_languages(&mut report, &format!("{at}/title"), &told.title, &SHARE_ROOMS);
        if let Some(map) = &told.map {
            both_languages(&mut report, &format!("{at}/map/title"), &map.title, &FRAME_ROOMS);
        }
        for (index, step) in told.steps.iter().enumerate() {
            if let Some(map) = &step.map {
                both_languages(&mut report, &format!("{at}/steps/{index}/map/title"), &map.title, &FRAME_ROOMS);
            }
        }
    }
    let mut figures = Report::new(FileKind::Figures, story, files);
    for (index, figure) in story.figures.figures.iter().enumerate() {
        both_languages(&mut figures, &format!("/figures/{index}/title"), &figure.title, &FRAME_ROOMS);
    }
    report.found.extend(figures.found);
    report.found
}

const SHARE_ROOMS: [(Both, TitleRoom); 2] = [(SHARE, TitleRoom::SHARE_WIDE), (SHARE, TitleRoom::SHARE_SQUARE)];
const FRAME_ROOMS: [(Both, TitleRoom); 1] = [(FRAME, TitleRoom::FRAME)];

fn both_languages(report: &mut Report, at: &str, text: &Prose, rooms: &[(Both, TitleRoom)]) {
    for lang in Lang::ALL {
        one(report, at, text, lang, rooms);
    }
}

/// Warns of a title in the room that it exceeds most.
fn one(report: &mut Report, at: &str, text: &Prose, lang: Lang, rooms: &[(Both, TitleRoom)]) {
    let words = plain_text(report.story, text, lang);
    let exceeded = rooms.iter().filter(|(_, room)| room.taken(&words) > room.lines);
    let Some((name, room)) = exceeded.min_by_key(|(_, room)| room.fitting(&words)) else { return };
    let fitting = Phrase::of(letters(lang), &[&room.fitting(&words)]);
    let taken = lines(room.taken(&words));
    let message = say::TITLE_TOO_LONG.with(&[name, &words, &taken, &lines(room.lines), &fitting]);
    let key = if lang == Lang::Zh { "zh" } else { "en" };
    report.warn(&words, format!("{at}/{key}"), message);
}

fn letters(lang: Lang) -> Both {
    match lang {
        Lang::Zh => both!("{0} characters" / "{0}个字"),
        Lang::En => both!("{0} letters" / "{0}个字母"),
    }
}

fn lines(count: usize) -> Phrase {
    let words = if count == 1 { both!("one line" / "一行") } else { both!("{0} lines" / "{0}行") };
    Phrase::of(words, &[&count])
}
