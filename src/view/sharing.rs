//! What a reader takes along: the citation, the address of a view, and on paper a square that leads back to the page.
//!
//! Buttons are hidden until a script has found that they can work (`browser/share.js`).

use contract::{attribute, id};
use leptos::prelude::*;
use qrcode::{Color, QrCode};

use super::PageContext;
use crate::text::{Page, Route, citation};
use crate::view::attr::attr;

/// Modules of white paper that a QR code needs around it (ISO/IEC 18004).
const QUIET: usize = 4;

/// How to cite the page, with what copies and shares it.
pub fn sharing(context: PageContext) -> AnyView {
    let ui = context.ui();
    let address = context.page.readers_address(context.story);
    let kit = context.page.way_to(&Page { route: Route::Kit, ..context.page });
    let words = citation(context.story, context.lang, &address);
    view! {
        <div class="sharing">
            <p class="cite" id={id::CITE_WORDS} {..attr(attribute::FURNITURE, "")}>{words}</p>
            <p class="take">
                // First, because the buttons come later and would move it.
                <a href=kit>{ui.kit()}</a>
                " "
                <button type="button" {..attr(attribute::COPY, id::CITE_WORDS)} hidden="">{ui.copy_citation()}</button>
                " "
                <button type="button" {..attr(attribute::COPY_VIEW, "")} hidden="">{ui.copy_view()}</button>
                " "
                <button type="button" {..attr(attribute::SHARE, "")} hidden="">{ui.pass_on()}</button>
                " "
                {told(context)}
            </p>
            {terms(context)}
            {code(context, &address)}
        </div>
    }
    .into_any()
}

/// Under which terms others may use what stands here, as far as the data say it.
fn terms(context: PageContext) -> Option<AnyView> {
    let terms = context.story.head().terms.as_ref()?;
    let link = view! { <a href=terms.url.clone() rel="license">{context.words(&terms.name)}</a> };
    Some(view! { <p class="terms" {..attr(attribute::FURNITURE, "")}>{context.ui().terms()}{link}</p> }.into_any())
}

/// Where a script says that something was copied, or puts what could not be.
pub fn told(context: PageContext) -> AnyView {
    view! { <span class="outcome" role="status" {..attr(attribute::DONE, context.ui().copied())} {..attr(attribute::FAILED, context.ui().not_copied())}></span> }
        .into_any()
}

/// The address as a QR code, for paper.
fn code(context: PageContext, address: &str) -> Option<AnyView> {
    let code = QrCode::new(address).ok()?;
    let side = code.width() + 2 * QUIET;
    let path = dark(&code);
    // Where the address names a place, it may have that place's number.
    let furniture = matches!(context.page.route, Route::Place(_)).then_some("");
    Some(
        view! {
            <p class="scan">
                <svg class="qr" viewBox=format!("0 -.5 {side} {side}") role="img" aria-label=context.ui().scan()>
                    <path d=path></path>
                </svg>
                <span>{context.ui().scan()}</span>" "<span {..attr(attribute::FURNITURE, furniture)}>{address.to_owned()}</span>
            </p>
        }
        .into_any(),
    )
}

/// The dark modules as one path of lines as wide as a module, through the middle of each row; runs of a row in one.
fn dark(code: &QrCode) -> String {
    let (width, colours) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in colours.chunks(width).enumerate() {
        let (mut x, mut drawn_to) = (0, None);
        while x < width {
            let run = row[x..].iter().take_while(|colour| **colour == Color::Dark).count();
            if run > 0 {
                path += &match drawn_to {
                    None => format!("M{} {}h{run}", x + QUIET, y + QUIET),
                    Some(before) => format!("m{} 0h{run}", x - before),
                };
                drawn_to = Some(x + run);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_in_the_path_once() {
        let code = QrCode::new("https://story.example/").unwrap();
        let drawn: usize = dark(&code)
            .split('h')
            .skip(1)
            .filter_map(|part| part.split(['m', 'M']).next()?.parse::<usize>().ok())
            .sum();
        let expected = code.to_colors().into_iter().filter(|colour| *colour == Color::Dark).count();
        assert_eq!(drawn, expected);
        // The finder pattern's upper side in the corner, past the quiet zone.
        assert!(dark(&code).starts_with("M4 4h7m"));
    }
}
