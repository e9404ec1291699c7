//! How the prose looks that nobody points at: what leads somewhere is marked, and lines leave the words readable.

use crate::page::{PAGES, Page, lines, none, site};

/// At most so much of the prose has a line under it; 49 % had while links were underlined whole.
const MOST: f64 = 0.15;
/// A name with a line under more of it than this reads as one with a proper-name mark (专名号).
const MOST_OF_A_NAME: f64 = 0.5;

/// The characters of the prose, those over a line, and names of places with too much line: a line that is a background is
/// as long as its size says, any other as long as its words.
const LINES: &str = "
    const shareOf = one => {
        const look = getComputedStyle(one);
        const border = look.display === 'inline' && look.borderBottomStyle !== 'none' && parseFloat(look.borderBottomWidth) > 0;
        if (border || look.textDecorationLine !== 'none') return 1;
        if (look.backgroundImage === 'none') return 0;
        const long = [...one.getClientRects()].reduce((sum, rect) => sum + rect.width, 0);
        const size = look.backgroundSize.split(' ')[0];
        return size.endsWith('px') ? Math.min(1, parseFloat(size) / long) : 1;
    };
    let count = 0, lined = 0, names = [];
    const read = (node, share) => {
        if (node.nodeType === Node.TEXT_NODE) {
            const characters = [...node.data.replace(/\\s/g, '')].length;
            count += characters;
            lined += characters * share;
        } else if (node.nodeType === Node.ELEMENT_NODE && drawn(node)) {
            const own = shareOf(node);
            if (node.matches('.place') && own > MOST_OF_A_NAME) names.push(text(node));
            for (const child of node.childNodes) read(child, Math.max(share, own));
        }
    };
    some(shown('main :is(p, h1, h2, h3)')).filter(one => !one.closest('svg, .cards, .entry, #ledger, button')).forEach(one => read(one, 0));";

#[test]
fn few_words_of_the_prose_have_a_line_under_them_and_no_name_of_a_place_has_one_under_all_of_it() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        for width in [1440, 390] {
            page.resize(width, 900);
            page.open(&site.url(&format!("{file}?mode=flat")));
            let script = LINES.replace("MOST_OF_A_NAME", &MOST_OF_A_NAME.to_string());
            let read = page.js(&format!("{script} return [count, lined, names]"));
            let [count, lined] = [0, 1].map(|number| read[number].as_f64().unwrap());
            println!("a line under {lined:.0} of {count} characters in {file:?} at {width} px");
            assert!(count > 4_000.0, "{file:?} has prose: {count} characters");
            assert!(lined > 0.0, "{file:?}: what leads somewhere is marked");
            assert!(lined / count < MOST, "{file:?} at {width} px: a line under {lined:.0} of {count} characters");
            none(&format!("{file:?} at {width} px: a line under half of the name"), &lines(&read[2]));
        }
    }
}
