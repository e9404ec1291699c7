//! What nobody looks at while editing: ledger and figures as files, pictures, archives. Made after the pages, on one core,
//! by a thread that keeps the fonts; whatever it is at, a later state of the story comes first.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;

use data_story::picture::Tokens;

use super::bystander::{give_way, say};
use crate::drawn::Drawn;
use crate::order::SHEETS;
use crate::output::Output;
use crate::pictures::{Artist, all};
use crate::session::Session;
use crate::{archives, files};

/// A state of the story that is to be painted.
struct Job {
    session: Arc<Session>,
    output: Output,
}

/// The thread that paints.
pub struct Painter {
    jobs: Sender<Job>,
    busy: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Painter {
    /// Starts the thread, which waits for something to paint.
    pub fn start() -> Self {
        let (jobs, waiting) = channel();
        let busy = Arc::new(AtomicBool::new(false));
        let is_busy = Arc::clone(&busy);
        Self { jobs, busy, thread: std::thread::spawn(move || paint_all(&waiting, &is_busy)) }
    }

    /// Has this state painted, in place of any other.
    pub fn paint(&self, session: Arc<Session>, output: Output) {
        self.busy.store(true, Ordering::SeqCst);
        let _ = self.jobs.send(Job { session, output });
    }

    /// Whether something is still to be painted.
    pub fn is_busy(&self) -> bool {
        self.busy.load(Ordering::SeqCst)
    }

    /// Ends the thread; when this returns, it no longer writes.
    pub fn rest(self) {
        drop(self.jobs);
        let _ = self.thread.join();
    }
}

fn paint_all(waiting: &Receiver<Job>, busy: &AtomicBool) {
    give_way();
    let (mut artist, mut put) = (None, HashMap::new());
    let mut next = waiting.recv().ok();
    while let Some(job) = next.take() {
        // What came in the meantime, or an end: then this job is not finished.
        let interrupted = || match waiting.try_recv() {
            Ok(later) => Some(Some(later)),
            Err(TryRecvError::Disconnected) => Some(None),
            Err(TryRecvError::Empty) => None,
        };
        match paint(&job, &mut artist, &mut put, interrupted) {
            Ok(Some(later)) => {
                next = later;
                continue;
            }
            Ok(None) => {}
            Err(error) => say(&error),
        }
        busy.store(false, Ordering::SeqCst);
        next = waiting.recv().ok();
    }
}

/// Paints; what interrupts comes back.
fn paint<Other>(
    Job { session, output }: &Job,
    artist: &mut Option<Artist>,
    put: &mut HashMap<String, Arc<Drawn>>,
    interrupted: impl Fn() -> Option<Other>,
) -> Result<Option<Other>, String> {
    files::write(session, output)?;
    let tokens = Tokens::of(Path::new(SHEETS))?;
    let artist = match artist.take() {
        Some(before) => artist.insert(before.with(tokens)),
        None => artist.insert(Artist::new(tokens)),
    };
    for (lang, subject) in all(session) {
        if let Some(other) = interrupted() {
            return Ok(Some(other));
        }
        let drawn = artist.draw(session, lang, &subject)?;
        let name = subject.name(lang);
        // One that has not changed is there already.
        let known = put.get(&name).is_some_and(|before| Arc::ptr_eq(before, &drawn));
        if !known || !output.folder.join(&name).exists() {
            artist.put(&drawn, output)?;
            put.insert(name, drawn);
        }
    }
    archives::write(session.story, output)?;
    Ok(interrupted())
}
