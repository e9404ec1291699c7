//! What was measured, of which page.

use std::collections::BTreeMap;

use super::numbers::Spread;

/// A page that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The story.
    Ours,
    /// One chapter of it, on a page of its own.
    Chapter,
    /// The story without anything that runs.
    Limit,
    /// The same map and four charts with D3.
    D3,
    /// The same with Apache ECharts.
    Echarts,
}

impl Page {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 5] = [Self::Ours, Self::Chapter, Self::Limit, Self::D3, Self::Echarts];

    /// What it is called in the document.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Chapter => "our chapter",
            Self::Limit => "no script",
            Self::D3 => "D3",
            Self::Echarts => "ECharts",
        }
    }

    /// Whether it says when its program answers.
    pub fn has_program(self) -> bool {
        matches!(self, Self::Ours | Self::Chapter)
    }
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// What had come when the first tap was answered: thousands of bytes as sent …
    AnsweredKilobytes,
    /// … and requests.
    AnsweredRequests,
    /// What comes in all, until the page rests.
    Kilobytes,
    /// The same in requests.
    Requests,
    /// Elements of the page at rest.
    Elements,
    /// First contentful paint.
    Fcp,
    /// Largest contentful paint.
    Lcp,
    /// Cumulative layout shift.
    Cls,
    /// What tasks take beyond 50 ms, from the first paint until the page rests.
    Blocked,
    /// When a tap is answered for the first time.
    Answer,
    /// The same, from the first paint.
    AnswerAfterPaint,
    /// When the program answers.
    Alive,
    /// From a tap to the frame with the card: the middle of seven …
    Tap,
    /// … and the longest.
    WorstTap,
    /// Frames a second while the map is dragged …
    Frames,
    /// … and the longest time between two.
    Gap,
    /// Memory of scripts and WebAssembly, in millions of bytes.
    Heap,
}

impl Measure {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 17] = [
        Self::AnsweredKilobytes,
        Self::AnsweredRequests,
        Self::Kilobytes,
        Self::Requests,
        Self::Elements,
        Self::Fcp,
        Self::Lcp,
        Self::Cls,
        Self::Blocked,
        Self::Answer,
        Self::AnswerAfterPaint,
        Self::Alive,
        Self::Tap,
        Self::WorstTap,
        Self::Frames,
        Self::Gap,
        Self::Heap,
    ];

    /// How the document says it, and with how many decimals.
    pub fn told(self) -> (&'static str, usize) {
        match self {
            Self::AnsweredKilobytes => ("KB until a tap is answered", 1),
            Self::AnsweredRequests => ("requests until then", 0),
            Self::Kilobytes => ("KB in all", 1),
            Self::Requests => ("requests in all", 0),
            Self::Elements => ("elements", 0),
            Self::Fcp => ("first contentful paint, ms", 0),
            Self::Lcp => ("largest contentful paint, ms", 0),
            Self::Cls => ("cumulative layout shift", 3),
            Self::Blocked => ("blocked, ms", 0),
            Self::Answer => ("a tap is answered, ms", 0),
            Self::AnswerAfterPaint => ("the same from the first paint, ms", 0),
            Self::Alive => ("the program is alive, ms", 0),
            Self::Tap => ("tap → card painted, ms: median", 0),
            Self::WorstTap => ("tap → card painted, ms: longest", 0),
            Self::Frames => ("dragged, frames/s", 0),
            Self::Gap => ("dragged, longest gap, ms", 0),
            Self::Heap => ("heap with WASM memory, MB", 2),
        }
    }
}

/// All numbers of one profile.
#[derive(Default)]
pub struct Results(BTreeMap<(Page, Measure), Vec<f64>>);

impl Results {
    /// Adds what one load has shown of a page.
    pub fn add(&mut self, page: Page, numbers: impl IntoIterator<Item = (Measure, f64)>) {
        for (measure, number) in numbers {
            self.0.entry((page, measure)).or_default().push(number);
        }
    }

    /// What all loads have shown; nothing where none has.
    pub fn of(&self, page: Page, measure: Measure) -> Option<Spread> {
        Spread::of(self.0.get(&(page, measure))?)
    }
}
