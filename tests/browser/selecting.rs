//! A place is selected by any means, shown everywhere, and let go of again.
//!
//! A division of which nothing is said is the first story's; the second has none.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, key, none, second_site, site};

/// Waits for the panel and checks all that a selection shows.
#[track_caller]
fn shows(page: &Page, id: &str) {
    page.wait(
        &format!("return new URL(location).searchParams.get('place') === {id:?}"),
        "the address names the place",
    );
    page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
    let script = format!(
        "const entry = document.getElementById('p-{id}'), slot = document.querySelector('#place-panel .slot');
         const of = (one, selector) => [...one.querySelectorAll(selector)].map(text).join('|');
         const faults = [];
         if (text(slot.querySelector('h4')) !== text(entry.querySelector('h4'))) faults.push('name ' + text(slot.querySelector('h4')));
         if (of(slot, 'li') !== of(entry, 'li')) faults.push('statements ' + of(slot, 'li'));
         if (of(slot, '.silent') !== of(entry, '.silent')) faults.push('silent ' + of(slot, '.silent'));
         if (!slot.querySelector('li, .silent')) faults.push('the panel says nothing');
         for (const item of slot.querySelectorAll('li')) if (!item.querySelector('a.locator[data-fact]')) faults.push('no locator in ' + text(item));
         for (const one of some(all('[data-place]')).filter(one => !one.closest('.cards')))
             if (one.classList.contains('selected') !== (one.dataset.place === {id:?}))
                 faults.push(called(one) + (one.classList.contains('selected') ? ' is selected' : ' is not selected'));
         return faults;"
    );
    none(&format!("{id} is selected"), &page.lines(&script));
    let seen = page.js("const rect = shown('#place-panel .panel-frame')[0].getBoundingClientRect();
        return rect.bottom > 0 && rect.top < innerHeight && rect.width > 100");
    assert_eq!(seen, json!(true), "the panel of {id} is in view");
    assert_eq!(page.js("return focused().id"), json!("place-panel"), "the panel has the focus");
}

/// Checks that nothing is selected and that the focus is back.
#[track_caller]
fn is_let_go_of(page: &Page, opener: &str) {
    page.wait("return shown('#place-panel .panel-frame').length === 0", "the panel is closed");
    page.wait("return query('place') === null", "the address is clear");
    none("nothing is selected", &page.lines("return all('[data-place].selected').map(called)"));
    let focused = page.text("return called(focused())");
    assert!(
        page.js(&format!("return focused().matches({opener:?})")) == json!(true),
        "focus at {focused}, not back at {opener}"
    );
}

/// Selects a place by some means, lets go of it with Escape, selects it again and closes the panel.
fn selected_and_let_go_of(page: &Page, id: &str, opener: &str, select: impl Fn(&Page, &str)) {
    select(page, opener);
    shows(page, id);
    page.press(key::ESCAPE);
    is_let_go_of(page, opener);
    select(page, opener);
    shows(page, id);
    page.click("#place-panel [data-close]");
    is_let_go_of(page, opener);
}

#[test]
fn a_mark_on_the_map_is_selected_by_mouse() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        selected_and_let_go_of(&page, "moon-quay", "#map-quays a.mark[data-place=moon-quay]", Page::click);
        selected_and_let_go_of(&page, "net-loft", "#map-crafts a.mark[data-place=net-loft]", Page::click);
    }
}

#[test]
fn the_name_of_a_mark_selects_as_the_mark_does() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let names =
            page.lines("return some(shown('#map-quays .label.place[data-place]')).map(one => one.dataset.place)");
        for id in names {
            let mark = format!("#map-quays a[data-place={id}]");
            selected_and_let_go_of(&page, &id, &mark, |page, _| {
                page.click(&format!("#map-quays svg.map.wide .label.place[data-place={id}]"));
            });
        }
    }
}

#[test]
fn a_name_of_one_line_selects_as_one_of_several_does() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let of = |tag: &str| {
            let names = format!("shown('#map-opening svg.map {tag}.label.place[data-place]')");
            page.lines(&format!("return some({names}.slice(0, 3)).map(one => one.dataset.place)"))
        };
        for (tag, ids) in [("text", of("text")), ("g", of("g"))] {
            for id in ids {
                page.click(&format!("#map-opening svg.map.wide {tag}.label.place[data-place={id}]"));
                page.wait(&format!("return query('place') === {id:?}"), &format!("{file:?}: the name of {id}"));
                page.press(key::ESCAPE);
                page.wait("return query('place') === null", "it is let go of");
            }
        }
    }
}

/// Whether the card of a place lies on it.
const UNDER_PANEL: &str = "one => {
    const [p, m] = [document.getElementById('place-panel'), one].map(one => one.getBoundingClientRect());
    return m.left < p.right && p.left < m.right && m.top < p.bottom && p.top < m.bottom;
}";

#[test]
fn beside_a_wide_map_the_card_leaves_the_chosen_mark_in_sight() {
    let (site, page) = (site(), Page::wide());
    let mut sides = Vec::new();
    page.open(&site.url("?mode=steps"));
    let chapters = page.lines(
        "return some(all('section.chapter').filter(one => one.querySelector('.pinned a.mark'))).map(one => one.id)",
    );
    for chapter in chapters {
        page.open(&site.url(&format!("?mode=steps#{chapter}")));
        // The outermost marks of each map that is in use.
        let marks = page.lines(&format!(
            "const x = one => one.getBoundingClientRect().left;
             const marks = some(all('#{chapter} svg.map.wide a.mark[data-place]').filter(drawn)).sort((a, b) => x(a) - x(b));
             return [marks[0], marks.at(-1)].map(one => one.dataset.place)"
        ));
        for id in marks {
            page.open(&site.url(&format!("?mode=steps&place={id}#{chapter}")));
            page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
            let hidden = page.lines(&format!(
                "return [all('#{chapter} svg.map.wide a.mark[data-place={id}]').find(drawn)].filter({UNDER_PANEL}).map(called)"
            ));
            none(&format!("{id} in {chapter} is covered"), &hidden);
            sides.push(page.text("return document.getElementById('place-panel').className"));
        }
    }
    for side in ["", "left"] {
        assert!(sides.iter().any(|one| one == side), "{side:?}: {sides:?}");
    }
}

#[test]
fn beside_a_wide_map_the_card_leaves_in_sight_the_buttons_and_what_the_inset_shows_of_a_region() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let ids =
            "return some(all('#map-opening use.region[data-place]').filter(drawn)).map(one => one.dataset.place)";
        for id in page.lines(ids) {
            page.open(&site.url(&format!("{file}?place={id}")));
            page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
            let hidden = page.lines(&format!(
                "const signs = some(all('#map-opening svg.map :is(a, use, text)[data-place=\"{id}\"]').filter(drawn));
                 return [...signs, ...shown('#map-opening :is(.zoom, .extents) button')].filter({UNDER_PANEL}).map(called)"
            ));
            none(&format!("{file:?}: {id} is covered"), &hidden);
        }
    }
}

#[test]
fn a_region_is_selected_by_mouse_in_open_land() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        selected_and_let_go_of(&page, "stone", "#map-opening a.region[data-place='stone']", Page::click);
        selected_and_let_go_of(&page, "upper", "#map-walls a.region[data-place='upper']", Page::click);
    }
}

#[test]
fn no_choice_and_no_step_fills_the_history() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let long = || page.js("return history.length").as_u64().unwrap();
    let before = long();
    page.click("#map-opening .zoom button[data-zoom=in]");
    page.wait("return query('extent') !== null", "the map is nearer");
    page.click("#map-opening .legend button");
    page.wait("return query('off') !== null", "a layer is switched off");
    page.click("header button[data-theme-switch]");
    page.wait("return query('theme') !== null", "other colours");
    page.click("header button[data-mode-to=steps]");
    page.js("all('.stage .step')[1].scrollIntoView({block: 'center', behavior: 'instant'})");
    page.wait("return query('step') !== null", "a step is reached");
    assert_eq!(long(), before, "choices and steps take the place of the address before");
}

#[test]
fn back_closes_what_was_opened_and_moves_nothing_and_forward_opens_it_again() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        let before = page.js("return history.length").as_u64().unwrap();
        let open = "return shown('#place-panel .panel-frame, #source-card .card-frame').length === 1";
        let shut = "return shown('#place-panel .panel-frame, #source-card .card-frame').length === 0";
        for opener in ["#map-opening a.region[data-place=stone]", "main p a.fact"] {
            page.js(&format!("shown({opener:?})[0].scrollIntoView({{block: 'center', behavior: 'instant'}})"));
            page.settle();
            let address = page.text("return location.search");
            page.js(&format!(
                "shown({opener:?})[0].dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))"
            ));
            page.wait(open, opener);
            page.wait("return history.state?.opened === true", "it is an entry of the history");
            page.js("scrollBy({top: 150, behavior: 'instant'})");
            page.settle();
            let top = page.js("return scrollY");
            page.js("history.back()");
            page.wait(shut, "Back closes it");
            page.settle();
            assert_eq!(page.js("return scrollY"), top, "{file:?}: {opener} closed by Back");
            assert_eq!(page.text("return location.search"), address);
            page.js("history.forward()");
            page.wait(open, "forward opens it again");
            page.press(key::ESCAPE);
            page.wait(shut, "Escape closes it");
            page.wait("return !history.state?.opened", "and goes back to the entry before");
            assert_eq!(page.text("return location.search"), address);
        }
        assert_eq!(page.js("return history.length").as_u64().unwrap(), before + 1, "one entry, used again");
    }
}

#[test]
fn back_and_escape_bring_the_focus_back_to_what_has_opened_it() {
    let (site, page) = (second_site(), Page::wide());
    // With a fragment, which takes the focus away, and without.
    for file in ["?mode=flat#quays", "en/index.html?mode=flat"] {
        page.open(&site.url(file));
        page.settle();
        let opener = "shown('#quays .step > p a.fact')[0]";
        page.js(&format!("{opener}.focus()"));
        for close in ["Back", "Escape"] {
            page.press(key::ENTER);
            page.wait(
                "return focused().matches('#source-card') && history.state?.opened === true",
                "the source is open",
            );
            match close {
                "Back" => drop(page.js("history.back()")),
                _ => page.press(key::ESCAPE),
            }
            page.wait("return !history.state?.opened && shown('#source-card .card-frame').length === 0", close);
            page.settle();
            assert_eq!(page.js(&format!("return focused() === {opener}")), json!(true), "{file}: {close}");
        }
    }
}

#[test]
fn where_the_history_may_not_be_written_places_open_and_close_all_the_same() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    page.settle();
    // As Safari does from the hundredth address in half a minute on.
    page.js("for (const name of ['pushState', 'replaceState'])
             History.prototype[name] = () => { throw new DOMException('too often', 'SecurityError'); }");
    page.click("#map-opening a.region[data-place=stone]");
    page.wait("return shown('#place-panel .panel-frame').length === 1", "it opens");
    page.press(key::ESCAPE);
    page.wait("return shown('#place-panel .panel-frame').length === 0", "it closes");
    let failed = page.js("return document.documentElement.dataset.failed ?? null");
    assert_eq!(failed, json!(null), "the program goes on");
    assert_eq!(page.text("return location.search"), "?mode=flat", "the address stays");
}

#[test]
fn what_is_opened_while_another_is_being_closed_stays_open() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let click = |place: &str| {
        format!(
            "shown('#map-opening a.region[data-place={place}]')[0].dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}));"
        )
    };
    page.js(&click("stone"));
    page.wait("return query('place') === 'stone'", "one is open");
    let [other] = &page.lines("return [...new Set(shown('#map-opening a.region').map(one => one.dataset.place))].filter(one => one !== 'stone').slice(0, 1)")[..] else { panic!("one division") };
    // In one go, before the browser has gone back.
    page.js(&format!("shown('#place-panel [data-close]')[0].click(); {}", click(other)));
    page.wait(&format!("return query('place') === {other:?} && history.state?.opened === true"), "the other is");
    page.settle();
    assert_eq!(page.js("return shown('#place-panel .panel-frame').length"), json!(1));
}

#[test]
fn marks_and_regions_are_selected_by_tap() {
    let (site, page) = (second_site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(file));
        for (id, opener) in [
            ("reed-quay", "#map-quays a.mark[data-place=reed-quay]"),
            ("stone", "#map-opening a.region[data-place='stone']"),
        ] {
            page.tap(opener);
            shows(&page, id);
            page.tap("#place-panel [data-close]");
            is_let_go_of(&page, opener);
        }
    }
}

#[test]
fn a_map_is_one_stop_and_is_walked_and_selected_by_keyboard() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        for map in ["map-opening", "map-quays", "map-crafts", "map-walls"] {
            page.js(&format!(
                "const stops = shown('a[href], button, input, summary, [tabindex]').filter(one => one.tabIndex >= 0);
                 const first = stops.findIndex(one => one.closest('#{map} svg.map'));
                 stops[first - 1].focus();"
            ));
            page.press(key::TAB);
            page.wait(&format!("return focused().closest('#{map} svg.map')"), "Tab reaches the map");
            let stop = page.text("return focused().dataset.place");
            page.press(key::TAB);
            page.wait("return !focused().closest('svg.map')", "the next Tab leaves the map");
            page.press_with_shift(key::TAB);
            page.wait(&format!("return focused().dataset.place === {stop:?}"), "Shift and Tab lead back");
            page.press(key::HOME);
            page.press(key::RIGHT);
            let id = page.text("return focused().dataset.place");
            let opener = format!("#{map} svg.map a[data-place='{id}']");
            page.press(key::ENTER);
            shows(&page, &id);
            page.press(key::ESCAPE);
            is_let_go_of(&page, &opener);
        }
    }
}

/// Opens the list under a map, which is filled then.
fn open_list(page: &Page, figure: &str) {
    page.click(&format!("{figure} details.places summary"));
    page.wait(&format!("return shown({:?}).length > 0", format!("{figure} .places li")), "the list is filled");
}

#[test]
fn a_place_is_selected_from_the_list_under_a_map() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        open_list(&page, "#map-quays");
        let listed = page.lines("return all('#map-quays .places li a').map(one => one.dataset.place).sort()");
        let drawn = "all('#map-quays .drawings a[data-place]').map(one => one.dataset.place)";
        let drawn = page.lines(&format!("return [...new Set({drawn})].sort()"));
        assert_eq!(listed, drawn, "the list has all that can be selected, and each once");
        selected_and_let_go_of(&page, "stone", "#map-quays details.places a[data-place='stone']", Page::click);
        selected_and_let_go_of(
            &page,
            "salt-ferry",
            "#map-quays details.places a[data-place=salt-ferry]",
            Page::click,
        );
    }
}

#[test]
fn a_place_is_selected_by_its_mark_in_a_chart() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let id = page.text("return shown('#quays-chart svg a[data-place]')[0].dataset.place");
        let opener = format!("#quays-chart svg a[data-place='{id}']");
        selected_and_let_go_of(&page, &id, &opener, Page::click);
        selected_and_let_go_of(&page, &id, &opener, |page, opener| {
            page.focus(opener);
            page.press(key::ENTER);
        });
    }
}

#[test]
fn another_selection_replaces_the_first() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    // From the list: on a wide map the panel may stand over the next mark until it is closed.
    open_list(&page, "#map-quays");
    for id in ["salt-ferry", "stone", "moon-quay", "reed-quay"] {
        page.click(&format!("#map-quays details.places a[data-place='{id}']"));
        page.wait(&format!("return query('place') === {id:?}"), "the address follows");
        shows(&page, id);
    }
}

#[test]
fn a_region_that_the_page_says_nothing_of_says_so() {
    let (site, page) = (site(), Page::wide());
    for (file, words) in PAGES.into_iter().zip(["这一版报纸没有写到", "Not mentioned on the newspaper page"])
    {
        page.open(&site.url(file));
        let id = page.text("return all('.entry:has(.silent)').map(one => one.id.slice(2)).find(id => document.querySelector(`#map-opening a.region[data-place='${id}']`) && !document.querySelector(`#map-opening a.mark[data-within='${id}']`))");
        page.click(&format!("#map-opening a.region[data-place='{id}']"));
        shows(&page, &id);
        let said = page.text("return text(document.querySelector('#place-panel .slot'))");
        assert!(said.contains(words), "{id}: {said}");
        let name = page.text(&format!(
            "return shown('#map-opening a.region[data-place=\"{id}\"]')[0].getAttribute('aria-label')"
        ));
        assert!(name.contains(words), "{id} is called {name}");
    }
}

#[test]
fn the_name_in_the_panel_does_not_swallow_the_focus() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    page.click("#map-quays a.mark[data-place=moon-quay]");
    shows(&page, "moon-quay");
    page.focus("#place-panel .slot h4 a");
    page.press(key::ENTER);
    page.press(key::ESCAPE);
    page.wait("return shown('#place-panel .panel-frame').length === 0", "the panel is closed");
    assert_eq!(
        page.js("return focused() !== document.body && drawn(focused())"),
        json!(true),
        "the focus is on something drawn"
    );
}

#[test]
fn an_address_with_a_place_opens_its_panel() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?place=upper")));
        page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
        // Lists and words are marked once the map is shown, and a list when it is filled.
        open_list(&page, "#map-opening");
        page.wait("return all('.places a.selected').length === 1", "the list shows it");
        assert_eq!(page.text("return query('place')"), "upper", "{}", page.address());
        // The cards of all places stand by, and are seen only without the program.
        let script = "return some(all('[data-place]')).filter(one => !one.closest('.cards') && one.classList.contains('selected') !== (one.dataset.place === 'upper')).map(called)";
        none("upper is selected", &page.lines(script));
        none("no error", &page.console());
        page.click("#place-panel [data-close]");
        page.wait(
            "return query('place') === null && shown('#place-panel .panel-frame').length === 0",
            "the panel is closed",
        );
    }
}

#[test]
fn a_place_that_a_step_alone_shows_is_ringed_on_no_other_map() {
    let (site, page) = (site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=steps")));
        let places = page.lines("return [...new Set(all('.view[data-step] a.mark').map(one => one.dataset.place))]");
        assert!(places.len() > 2, "{file:?}: {places:?}");
        for place in &places {
            page.open(&site.url(&format!("{file}?mode=steps&place={place}")));
            page.wait("return some(all('a.mark.selected')).length > 0", place);
            let ringed = "const seen = one => getComputedStyle(one).visibility === 'visible';
                return all('a.mark.selected .chosen').filter(one => seen(one) && !seen(one.closest('.view'))).map(called)";
            none(&format!("{file:?}: {place} is ringed over another map"), &page.lines(ringed));
        }
    }
}

#[test]
fn an_address_with_nonsense_is_an_address_without_choices() {
    let (site, page) = (second_site(), Page::wide());
    for query in ["?place=%3Cb%3E", "?place=", "?place=nowhere", "?fact=nothing", "?fact=%27%5D", "?x=1"] {
        page.open(&site.url(query));
        page.settle();
        none(query, &page.lines("return [...shown('#place-panel .panel-frame, #source-card .card-frame'), ...all('.selected')].map(called)"));
        none(query, &page.console());
    }
}

/// Goes through every link of a map with every arrow key, and checks where each leads.
fn walk(page: &Page, map: &str) {
    let script = format!(
        "const map = shown('#{map} svg.map')[0], links = [...map.querySelectorAll('a[data-place]')], faults = [];
         const centre = one => {{ const r = one.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; }};
         const press = key => focused().dispatchEvent(new KeyboardEvent('keydown', {{key, bubbles: true, cancelable: true}}));
         const ahead = {{ArrowLeft: ([x, y]) => -x, ArrowRight: ([x, y]) => x, ArrowUp: ([x, y]) => -y, ArrowDown: ([x, y]) => y}};
         const reached = new Set();
         links.find(one => one.tabIndex === 0).focus();
         press('Home');
         if (focused() !== links[0]) faults.push('Home leads to ' + called(focused()));
         const queue = [links[0]];
         while (queue.length) {{
             const from = queue.pop();
             if (reached.has(from)) continue;
             reached.add(from);
             for (const key in ahead) {{
                 from.focus(); // As a click does, whichever link was the stop before.
                 press(key);
                 const to = focused();
                 if (to === from) continue;
                 const [a, b] = [centre(from), centre(to)];
                 if (ahead[key]([b[0] - a[0], b[1] - a[1]]) <= 0) faults.push(`${{key}} from ${{called(from)}} leads to ${{called(to)}}`);
                 queue.push(to);
             }}
         }}
         // A frame may leave a region out whose link the drawing has all the same.
         const box = map.getBoundingClientRect(), inSight = links.filter(one => {{
             const own = one.getBoundingClientRect();
             return own.right > box.left && own.left < box.right && own.bottom > box.top && own.top < box.bottom;
         }});
         for (const link of inSight) if (!reached.has(link)) faults.push('no arrow leads to ' + called(link));
         if (inSight.length < links.length / 2) faults.push(`only ${{inSight.length}} of ${{links.length}} in sight`);
         press('End');
         if (focused() !== links.at(-1)) faults.push('End leads to ' + called(focused()));
         const stops = links.filter(one => one.tabIndex === 0);
         if (stops.length !== 1) faults.push(stops.length + ' stops');
         return faults;"
    );
    none(&format!("arrow keys walk {map}"), &page.lines(&script));
}

#[test]
fn arrow_keys_lead_to_a_neighbour_in_their_direction_and_in_the_end_to_all() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        for (width, height) in [(1440, 900), (390, 844)] {
            page.resize(width, height);
            page.open(&site.url(file));
            ["map-opening", "map-quays", "map-crafts", "map-walls"].into_iter().for_each(|map| walk(&page, map));
        }
    }
}

#[test]
fn a_real_arrow_key_moves_the_focus_and_does_not_scroll_the_map_away() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    page.spot("#map-opening a.mark");
    page.focus("#map-opening svg.map a[tabindex='0']");
    page.press(key::HOME);
    for key in [key::RIGHT, key::DOWN, key::LEFT, key::UP, key::END] {
        page.press(key);
        assert_eq!(
            page.js("return !!focused().closest('#map-opening svg.map')"),
            json!(true),
            "focus stays on the map"
        );
    }
}

#[test]
fn the_name_of_a_selected_division_keeps_its_halo() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat&place=upper"));
    page.wait("return document.querySelector('#map-opening .label.region.selected')", "its name is marked");
    let halo = "const line = one => one.matches('text') ? one : one.querySelector('text');
         const halo = one => getComputedStyle(line(one)).stroke + getComputedStyle(line(one)).strokeWidth;";
    let differ = "return all('svg.map .label.region.selected').filter(one => halo(one) !== halo(all('svg.map .label.region:not(.selected)')[0])).map(called)";
    none("a name has the stroke of a border", &page.lines(&format!("{halo}{differ}")));
}

in_every_engine![
    a_mark_on_the_map_is_selected_by_mouse,
    marks_and_regions_are_selected_by_tap,
    a_map_is_one_stop_and_is_walked_and_selected_by_keyboard,
    another_selection_replaces_the_first,
    an_address_with_a_place_opens_its_panel,
    back_closes_what_was_opened_and_moves_nothing_and_forward_opens_it_again,
    a_real_arrow_key_moves_the_focus_and_does_not_scroll_the_map_away,
];
