//! Trunk's post_build hook: turns the staged frame into the finished pages.
//!
//! Reads `TRUNK_STAGING_DIR` (where the pages go), `STORY_DATA` (the data folder, `data` if unset), and the edition:
//! `STORY_PUBLISH` and `STORY_WITHOUT_MAPS`, each of which counts if it is set, and `STORY_ADDRESS`. Where `TRUNK_PROFILE`
//! is `release` it also compresses everything, which development has no use for. Under `trunk serve` it makes the
//! pages first and stays, to follow every change of data, style sheets and scripts (`live`).
//! With `STORY_REVIEW` it writes the review into that folder and nothing else (`review`).
//! Ends with status 1 and every fault if the data or the layout will not do.

mod archives;
mod assets;
mod cache;
mod compress;
mod discovery;
mod disk;
mod drawn;
mod faults;
mod files;
mod findable;
mod first_screen;
mod frame;
mod head;
mod hosts;
mod icons;
mod kit;
mod layers;
mod licences;
mod linkage;
mod live;
mod missing;
mod moved;
mod names;
mod order;
mod output;
mod parallel;
mod pictures;
mod program;
mod review;
mod scripts;
mod session;
mod sign;
mod traditional;

use std::process::ExitCode;

use crate::assets::Assets;
use crate::faults::told;
use crate::frame::PageFrame;
use crate::order::Order;
use crate::output::Output;
use crate::session::Session;

fn main() -> ExitCode {
    let outcome = match review::Request::told() {
        Some(request) => review::write(&request),
        None => Order::told().and_then(carry_out),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(order: Order) -> Result<(), String> {
    if let Some(trunk) = live::resident_of() {
        return live::reside(order, trunk);
    }
    let frame = PageFrame::read(&order.staging)?;
    if frame.is_served && live::IS_POSSIBLE {
        return live::hand_over(&order);
    }
    let session = Session::open(&order).map_err(|faults| told(&faults).join("\n"))?;
    write(&order, &frame, &session).map_err(|error| format!("prerender: {error}"))
}

/// Writes everything. What hosts are told comes last: no reader asks for it, so it is not compressed.
fn write(order: &Order, frame: &PageFrame, session: &Session) -> Result<(), String> {
    let assets = Assets::write(session, &order.staging)?;
    let output = Output::new(&order.staging, &assets, session);
    let pages = session.pages();
    parallel::on_all_cores(&pages, || (), |(), page| output.put_text(&page.file(), &session.page(*page, frame)?))?;
    files::write(session, &output)?;
    pictures::write(session, &output)?;
    pictures::write_favicon(&output)?;
    archives::write(session.story, &output)?;
    missing::write(session.story, &output)?;
    moved::write(session.story, &output)?;
    session.is_whole()?;
    if order.release {
        licences::write(session.story, &order.data, &output)?;
        compress::write(&order.staging)?;
    }
    hosts::write(&output)
}
