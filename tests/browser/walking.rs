//! A walk with Tab through the whole page: what is stopped at is in view, covered by nothing, and seen to have the focus.

use std::collections::BTreeSet;

use crate::page::{Page, key, none, site};

/// What hides the element that has the focus, or nothing.
pub const HIDDEN: &str = "
    const one = focused();
    if (one === document.body) return null;
    const bar = document.querySelector('header.bar'), edge = bar.getBoundingClientRect().bottom, rect = one.getBoundingClientRect();
    // What is drawn over all of it, whatever it is: points along both diagonals.
    const seen = [.1, .3, .5, .7, .9].flatMap(t => [[t, t], [t, 1 - t]]).some(([u, v]) => {
        const x = rect.left + rect.width * u, y = rect.top + rect.height * v;
        const over = document.elementFromPoint(x, y);
        return over && (one.contains(over) || over.contains(one));
    });
    if (rect.bottom > 0 && rect.top < innerHeight && rect.width > 2 && !seen) {
        const over = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
        if (over && getComputedStyle(over).position !== 'static' || over?.closest('header.bar, #place-panel, #source-card')) return `${called(one)} is covered by ${called(over)}`;
    }
    const stuck = ['sticky', 'fixed'].includes(getComputedStyle(bar).position);
    if (bar.contains(one) || one.matches('.skip')) return rect.bottom > 0 && rect.top < innerHeight ? null : called(one) + ' is out of view';
    if (rect.bottom <= 0 || rect.top >= innerHeight) return called(one) + ' is out of view';
    // What is taller than the window cannot be shown whole.
    if (stuck && edge > 0 && rect.top < edge - 1 && rect.height < innerHeight - edge) return `${called(one)} begins ${Math.round(edge - rect.top)} px behind the header, of ${Math.round(rect.height)}`;
    return null;";

/// The element that has the focus where nothing says so, or nothing.
const UNMARKED: &str = "
    const one = focused();
    if (one === document.body || !one.matches(':focus-visible')) return null;
    const ring = [one, ...one.querySelectorAll('*')].some(each => {
        const style = getComputedStyle(each);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none' || (each !== one && /focus|ring|chosen/.test(each.getAttribute('class')) && style.opacity !== '0' && style.stroke !== 'none');
    });
    return ring ? null : `nothing says that ${called(one)} has the focus`;";

/// The element that has the focus, told from all others; empty where none has it any more.
const STOP: &str = "
    const one = focused();
    window.stops ??= new Map();
    if (one !== document.body && !stops.has(one)) stops.set(one, stops.size);
    return String(stops.get(one) ?? '');";

/// Walks from the first to the last stop, and says what was wrong at any.
fn walk(width: u32, mode: &str) -> Vec<String> {
    let (site, page) = (site(), Page::sized(width, 800));
    page.still();
    page.open(&site.url(&format!("?mode={mode}")));
    let (mut known, mut faults) = (BTreeSet::new(), Vec::new());
    loop {
        page.press(key::TAB);
        page.settle();
        let stop = page.text(STOP);
        if stop.is_empty() || !known.insert(stop) {
            break;
        }
        faults
            .extend([HIDDEN, UNMARKED].into_iter().filter_map(|script| page.js(script).as_str().map(str::to_owned)));
    }
    println!("{} stops at {width} px, {mode}", known.len());
    assert!(known.len() > 100, "{} stops at {width} px, {mode}", known.len());
    faults
}

/// In steps and in full.
fn both(width: u32) {
    let faults = ["steps", "flat"]
        .map(|mode| walk(width, mode).into_iter().map(|fault| format!("{mode}: {fault}")).collect::<Vec<_>>());
    none(&format!("faults on a walk with Tab at {width} px"), &faults.concat());
}

#[test]
fn a_walk_with_tab_through_the_page_at_390_pixels() {
    both(390);
}

#[test]
fn a_walk_with_tab_through_the_page_at_1024_pixels() {
    both(1024);
}

#[test]
fn a_walk_with_tab_through_the_page_at_1280_pixels() {
    both(1280);
}

#[test]
fn a_walk_with_tab_through_the_page_at_1440_pixels() {
    both(1440);
}
