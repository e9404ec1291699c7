//! The words of a map that stays on a low phone's window, where it has less room than it was laid out for.

use crate::page::{PAGES, Page, none, second_site, site};
use crate::reading_place;

/// Brings a step to where it is the one in view, and waits for its map.
fn come_to(page: &Page, step: &str) {
    // What is laid out on the way moves what lies below it: scrolled again until the step is there.
    page.wait(
        &format!(
            "const step = document.getElementById({step:?}), off = step.getBoundingClientRect().top - innerHeight * 0.6;
             if (step.matches('.active') && Math.abs(off) < 2) return !document.querySelector('.moving');
             scrollBy({{top: off, behavior: 'instant'}});
             return false"
        ),
        step,
    );
    page.settle();
}

/// The words in sight of the map that stays, and those of them that cannot be read: too small, out of the window, or one on
/// another.
const FAULTS: &str = "
    const map = step.closest('.stage').querySelectorAll('.pinned svg.map'), own = [...map].find(drawn);
    if (!own) return [];
    const frame = own.getBoundingClientRect();
    const texts = [...own.querySelectorAll('text')].filter(drawn).filter(one => {
        const r = one.getBoundingClientRect();
        return r.top >= frame.top - 2 && r.bottom <= frame.bottom + 2;
    });
    const faults = texts.length ? [] : ['no words at all'];
    const size = one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a;
    // Without halo and the room above and below the letters.
    const box = one => {
        const r = one.getBoundingClientRect();
        return [r.left + 3, r.top + r.height / 4, r.right - 3, r.bottom - r.height / 4];
    };
    const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    texts.forEach((one, at) => {
        if (size(one) < 10.9) faults.push(`${text(one)} has ${size(one).toFixed(1)} px`);
        const r = one.getBoundingClientRect();
        if (r.left < -2 || r.right > innerWidth + 2) faults.push(`${text(one)} is cut`);
        for (const other of texts.slice(at + 1)) {
            const same = one.closest('.label') && one.closest('.label') === other.closest('.label');
            if (!same && meet(box(one), box(other))) faults.push(`${text(one)} on ${text(other)}`);
        }
    });
    return faults;";

#[test]
fn on_a_low_window_too_the_words_of_the_map_are_large_enough_and_none_lies_on_another() {
    let page = Page::phone();
    page.still();
    for site in [site(), second_site()] {
        for file in PAGES {
            for (width, height) in [(390, 664), (320, 568)] {
                page.resize(width, height);
                page.open(&site.url(&format!("{file}?mode=steps")));
                page.settle();
                let steps = page.lines("return all('.stage:not(.text) .step').map(step => step.id)");
                assert!(!steps.is_empty(), "{file:?} has steps beside maps");
                for step in steps {
                    come_to(&page, &step);
                    let faults = page.lines(&format!("const step = document.getElementById({step:?});{FAULTS}"));
                    none(&format!("{file:?} at {width} × {height} px, {step}"), &faults);
                }
            }
        }
    }
}

#[test]
fn told_in_full_a_map_has_all_its_names_again() {
    let (site, page) = (second_site(), Page::phone());
    page.still();
    page.resize(320, 568);
    let names = "return all('.pinned svg.map.narrow').map(map => [...map.querySelectorAll('.label:not([data-from])')].filter(drawn).length).join()";
    page.open(&site.url("?mode=flat"));
    page.settle();
    let whole = page.text(names);
    page.open(&site.url("?mode=steps"));
    for step in page.lines("return all('.stage:not(.text) .step').map(step => step.id)") {
        come_to(&page, &step);
    }
    page.wait("return document.querySelector('svg.map[style*=\"--grown\"]') !== null", "its words are larger");
    page.js("document.querySelector('[data-mode-to=flat]').click()");
    page.wait("return document.documentElement.dataset.mode === 'flat'", "it is told in full");
    page.settle();
    assert_eq!(page.text(names), whole);
    page.wait("return document.querySelector('svg.map[style*=\"--grown\"]') === null", "and as laid out");
}

#[test]
fn nothing_lies_on_what_stays_beside_the_steps_and_it_lies_on_nothing() {
    let page = Page::wide();
    page.still();
    for site in [site(), second_site()] {
        for file in PAGES {
            for (width, height) in [(1440, 900), (1024, 768), (1440, 700)] {
                page.resize(width, height);
                page.open(&site.url(&format!("{file}?mode=steps")));
                page.settle();
                let chapters = page.lines("return all('.stage:not(.text)').filter(one => one.querySelector('.map-notes')).map(one => one.closest('section').id)");
                assert!(!chapters.is_empty(), "{file:?} has maps beside steps");
                for chapter in chapters {
                    // The end of the chapter comes up into the window: there map and notes meet.
                    let stage = format!("document.querySelector('#{chapter} .stage').getBoundingClientRect()");
                    reading_place::come_to(&page, &format!("const away = {stage}.bottom - innerHeight * .8;"));
                    let faults = page.lines(&format!(
                        "const stage = document.querySelector('#{chapter} .stage'), notes = stage.querySelector('.map-notes').getBoundingClientRect();
                         const parts = [...stage.querySelectorAll('.pinned > *, .pinned .view > *')].filter(drawn);
                         const under = parts.filter(one => one.getBoundingClientRect().bottom > notes.top + 1);
                         return under.map(one => one.className.baseVal ?? one.className)"
                    ));
                    none(&format!("{file:?} at {width} × {height} px, {chapter}: under the notes"), &faults);
                }
            }
        }
    }
}
