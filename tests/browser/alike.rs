//! The map of the page and the picture of it to take along: the same marks in the same places, and every line drawn alike.

use crate::page::{PAGES, Page, none, second_site, site};

/// For each map of the page, what differs between it and its picture.
///
/// The picture has shapes and no names, so that what the page has is looked for there: where the page's lines come from is the
/// browser's own reckoning of the style sheets. Where in the picture the map begins is what the first mark says.
const DIFFERENCES: &str = r"
    const hex = colour => {
        if (!/^rgb/.test(colour)) throw new Error(`a colour is ${colour}`);
        const [r, g, b] = colour.match(/[\d.]+/g).map(Number);
        return '#' + [r, g, b].map(part => Math.round(part).toString(16).padStart(2, '0')).join('');
    };
    const near = (a, b, by = .11) => Math.abs(a - b) <= by;
    const lineOf = (element, scale = 1) => {
        const look = getComputedStyle(element);
        const dash = look.strokeDasharray === 'none' ? [] : look.strokeDasharray.match(/[\d.]+/g).map(Number);
        return { colour: hex(look.stroke), width: parseFloat(look.strokeWidth) * scale, opacity: +look.strokeOpacity, dash };
    };
    const box = points => {
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
        return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
    };
    const pointsOf = d => [...d.matchAll(/[ML]\s*(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => [+x, +y]);
    const at = element => element.getAttribute('transform').match(/-?[\d.]+/g).slice(0, 2).map(Number);
    const said = ({ colour, width, opacity }) => `${colour} ${width.toFixed(2)} px at ${opacity}`;
    const length = ([[a, b], [c, d]]) => Math.hypot(c - a, d - b);

    // The page's own policy refuses texts that are to become elements.
    const asked = path => new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.responseType = 'document';
        request.onload = () => request.responseXML ? resolve(request.responseXML.documentElement) : reject(new Error(path));
        request.onerror = () => reject(new Error(path));
        request.open('GET', path);
        request.send();
    });

    const compare = async figure => {
        const faults = [], map = figure.querySelector('svg.map.wide');
        const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
        const root = language === 'en' ? '../' : './';
        const picture = await asked(`${root}pictures/figure-${figure.id}.${language}.svg`);
        const lines = [...picture.querySelectorAll('path[stroke]')].map(path => ({
            colour: path.getAttribute('stroke'), width: +path.getAttribute('stroke-width'),
            opacity: +(path.getAttribute('stroke-opacity') ?? 1), points: pointsOf(path.getAttribute('d')),
            closed: path.getAttribute('d').endsWith('z'),
        }));
        const discs = [...picture.querySelectorAll('circle[fill]')].map(disc => ({
            colour: disc.getAttribute('fill'), r: +disc.getAttribute('r'), opacity: +(disc.getAttribute('fill-opacity') ?? 1),
        }));
        const areas = [...picture.querySelectorAll('path[fill]:not([stroke])')].map(path => ({
            colour: path.getAttribute('fill'), points: pointsOf(path.getAttribute('d')),
        }));

        // Marks.
        const shapes = [], rings = [];
        for (const mark of map.querySelectorAll('.mark')) {
            const [x, y] = at(mark), name = mark.dataset.place, ring = mark.querySelector('.ring:not(.near)');
            if (ring) rings.push({ name, x, y, r: +ring.getAttribute('r'), ...lineOf(ring) });
            const dot = mark.querySelector('.city-dot');
            if (dot) {
                shapes.push({ name, x, y, colour: hex(getComputedStyle(dot).fill), filled: true });
                continue;
            }
            const use = mark.querySelector('use');
            const scale = +use.getAttribute('transform').match(/[\d.]+/)[0];
            const edge = document.querySelector(use.getAttribute('href') + ' .edge');
            const casing = document.querySelector(use.getAttribute('href') + ' .casing');
            // A circle is two arcs around the origin.
            const d = edge.getAttribute('d');
            const [dx, dy] = d.includes('a') ? [0, 0] : box(pointsOf(d));
            for (const [line, colour] of [[edge, hex(getComputedStyle(mark).color)], [casing, null]]) {
                const style = lineOf(line, scale);
                shapes.push({ name, x: x + dx * scale, y: y + dy * scale, ...style, colour: colour ?? style.colour });
            }
        }
        const stands = (shape, dx, dy) => shape.filled
            ? areas.some(({ colour, points }) => colour === shape.colour && near(box(points)[0], shape.x + dx) && near(box(points)[1], shape.y + dy))
            : lines.some(({ colour, width, points }) => colour === shape.colour && near(width, shape.width, .06)
                && near(box(points)[0], shape.x + dx, .15) && near(box(points)[1], shape.y + dy, .15));
        let offset = [0, 0];
        if (shapes.length) {
            const [first] = shapes;
            const like = (first.filled ? areas : lines).filter(({ colour }) => colour === first.colour);
            const offsets = like.map(({ points }) => { const [x, y] = box(points); return [x - first.x, y - first.y]; });
            const missing = ([dx, dy]) => shapes.filter(shape => !stands(shape, dx, dy));
            const best = offsets.sort((a, b) => missing(a).length - missing(b).length)[0];
            if (!best) return [`${figure.id}: no mark of its picture is like one of the page`];
            offset = best;
            for (const { name, colour, width } of missing(best)) faults.push(`${name}: no ${colour} of ${width} px there`);
        }
        const [dx, dy] = offset;
        for (const { name, x, y, r, colour, width, dash: [on] } of rings) {
            const parts = lines.filter(line => line.colour === colour && near(line.width, width, .06)
                && line.points.every(([px, py]) => near(Math.hypot(px - x - dx, py - y - dy), r, .3)));
            const whole = parts.filter(({ points }) => points.length === 2).map(({ points }) => length(points));
            if (parts.length < 4) faults.push(`${name}: no ring of ${said({ colour, width, opacity: 1 })}`);
            if (whole.some(long => long > on + .3)) faults.push(`${name}: dashes of ${Math.max(...whole)} px in its ring, not of ${on}`);
        }

        // Lines: whatever the page has, the picture has too, in the same pattern.
        const LINES = '.neighbours, .surroundings, .pane.main .region, .outline, use.river, .pane-frame, .inset-source, .here, .inset-leader, .leader, .scale-bar path, .beyond path, .line-edge, .line-core, .line-end, circle.station, .reading rect:not(.reported)';
        const styles = new Map();
        const hatching = [...map.querySelectorAll('pattern')].map(one => document.querySelector(`${one.getAttribute('href')} .hatch-line`));
        for (const element of [...map.querySelectorAll(LINES), ...hatching]) {
            const onRequest = hatching.includes(element) && figure.matches('.on-request');
            const seen = !onRequest && (hatching.includes(element) || (element.checkVisibility?.() ?? true));
            const style = seen && getComputedStyle(element).stroke !== 'none' && lineOf(element);
            if (style) styles.set(`${said(style)} ${style.dash}`, { ...style, name: element.getAttribute('class') ?? element.parentElement.getAttribute('class') });
        }
        for (const style of styles.values()) {
            const { name, colour, width, opacity, dash } = style;
            if (dash.length && dash[0] === 0) {
                const dots = discs.filter(disc => disc.colour === colour && near(disc.r, width / 2, .06) && near(disc.opacity, opacity, .006));
                if (dots.length < 3) faults.push(`${name}: no dots of ${said(style)}`);
                continue;
            }
            const alike = lines.filter(line => line.colour === colour && near(line.width, width, .06) && near(line.opacity, opacity, .006));
            if (!alike.length) faults.push(`${name}: no line of ${said(style)}`);
            const strokes = alike.filter(({ points }) => points.length === 2).map(({ points }) => length(points));
            if (dash.length && !strokes.some(long => near(long, dash[0], .15))) faults.push(`${name}: no dashes of ${dash[0]} px`);
        }
        // And the other way round, in the room of the map; marks and rings were looked at one by one.
        const [, , w, h] = map.getAttribute('viewBox').split(' ').map(Number);
        const known = [...styles.values(), ...shapes.filter(({ filled }) => !filled), ...rings].map(style => ({ opacity: 1, ...style }));
        const within = ([x, y]) => x > dx && x < dx + w && y > dy && y < dy + h;
        const foreign = lines.filter(line => line.points.every(within) && !known.some(style => style.colour === line.colour
            && near(style.width, line.width, .06) && near(style.opacity, line.opacity, .006)));
        faults.push(...new Set(foreign.map(line => `the page has no line of ${said(line)}`)));

        // Halos.
        const halos = new Set([...map.querySelectorAll('text')].filter(one => one.checkVisibility?.() ?? true).map(one => parseFloat(getComputedStyle(one).strokeWidth)));
        const theirs = new Set([...picture.querySelectorAll('text[stroke]')].map(one => +one.getAttribute('stroke-width')));
        for (const halo of halos) if (!theirs.has(halo)) faults.push(`no halo of ${halo} px`);
        for (const halo of theirs) if (!halos.has(halo)) faults.push(`the page has no halo of ${halo} px`);
        return faults.map(fault => `${figure.id}: ${fault}`);
    };
    const figures = [...document.querySelectorAll('figure.map-figure')].filter(figure => figure.querySelector('svg.map.wide'));
    Promise.all(figures.map(compare)).then(all => done({ count: figures.length, faults: all.flat() }), error => done({ count: 99, faults: [`${error} ${error.stack}`] }));";

#[test]
fn every_map_is_drawn_like_its_picture_mark_by_mark() {
    let page = Page::wide();
    for (site, least) in [(site(), 7), (second_site(), 3)] {
        for file in PAGES {
            page.open(&site.url(&format!("{file}?mode=flat")));
            let found = page.js_later(DIFFERENCES);
            let count = found["count"].as_u64().unwrap();
            assert!(count >= least, "{count} maps in {file:?}");
            none(&format!("{file:?}: a map and its picture differ"), &crate::page::lines(&found["faults"]));
        }
    }
}
