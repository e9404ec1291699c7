//! Hands on maps: every fault that was once found, and random events, after which every map rests.

use geometry::{Effect, Event, Gestures, MOST, MapIndex, Outcome, Point, Rect, STEP, ScreenMatrix, Zoom};

const FRAME: Rect = Rect { x: 0.0, y: 0.0, width: 300.0, height: 200.0 };
const MOUSE: i32 = 1;
const A: MapIndex = MapIndex(0);
const B: MapIndex = MapIndex(1);
const ALL: [MapIndex; 2] = [A, B];

/// A page of two maps that does what it is told, as far as it can be seen.
struct Page {
    gestures: Gestures,
    /// Of each map whether its drawing is moved as it is, and so without its inset, and what it shows.
    moving: [bool; 2],
    zoom: [Zoom; 2],
    timers: Vec<(MapIndex, u32)>,
    hints: usize,
    /// What the address would say of each, and how often it was written.
    address: [Zoom; 2],
    written: usize,
}

impl Page {
    fn new() -> Self {
        let mut gestures = Gestures::default();
        assert_eq!(ALL.map(|_| gestures.add(FRAME)), ALL);
        Self {
            gestures,
            moving: [false; 2],
            zoom: [Zoom::NONE; 2],
            timers: vec![],
            hints: 0,
            address: [Zoom::NONE; 2],
            written: 0,
        }
    }

    /// The same with a map that is zoomed and rests.
    fn zoomed(map: MapIndex) -> Self {
        let mut page = Self::new();
        page.on(Event::Show { map, zoom: Zoom::centred(FRAME, FRAME.centre(), 2.0) });
        page
    }

    fn on(&mut self, event: Event) -> Outcome {
        let (outcome, effects) = self.gestures.on(event);
        for effect in effects {
            match effect {
                Effect::Follow { map, transform, .. } => {
                    assert!(transform.scale.is_finite() && transform.shift.x.is_finite(), "{transform:?}");
                    self.moving[map.0] = true;
                }
                Effect::Rest { map, zoom, by_reader } => {
                    self.moving[map.0] = false;
                    self.zoom[map.0] = zoom;
                    if by_reader || matches!(event, Event::Show { .. }) {
                        self.address[map.0] = zoom;
                        self.written += 1;
                    }
                }
                Effect::RestAfter { map, turn, .. } => self.timers.push((map, turn)),
                Effect::Hint { .. } => self.hints += 1,
            }
        }
        outcome
    }

    /// All time that anybody waits for is over.
    fn wait(&mut self) {
        for (map, turn) in std::mem::take(&mut self.timers) {
            self.on(Event::Timer { map, turn });
        }
    }

    #[track_caller]
    fn rests(&self, claim: &str) {
        assert_eq!(self.moving, [false; 2], "{claim}");
        assert!(ALL.iter().all(|map| self.gestures.rests(*map)), "{claim}");
        assert!(!self.gestures.is_held(), "{claim}");
    }

    fn press(&mut self, map: MapIndex, at: (f64, f64)) {
        self.on(Event::PointerDown { map, pointer: MOUSE, at: point(at), first_button: true, ctrl: false });
    }

    fn drag(&mut self, at: (f64, f64)) {
        self.on(Event::PointerMove { pointer: MOUSE, at: point(at), pressed: true });
    }

    fn wheel(&mut self, map: MapIndex, pixels: f64, ctrl: bool) -> Outcome {
        self.on(Event::Wheel { map, at: point((150.0, 100.0)), pixels, ctrl, meta: false })
    }

    fn click(&mut self, map: Option<MapIndex>, at: (f64, f64), time: f64) -> Outcome {
        self.on(Event::Click { map, at: point(at), time, by_pointer: true, still: false })
    }

    fn glide(&mut self, map: MapIndex, scale: f64, still: bool) {
        self.on(Event::Glide { map, to: Zoom::centred(FRAME, FRAME.centre(), scale), still });
    }
}

fn point((x, y): (f64, f64)) -> Point {
    Point::new(x, y)
}

// What was once wrong.

#[test]
fn the_wheel_at_the_end_of_the_zoom_takes_no_inset_away() {
    let mut page = Page::new();
    assert_eq!(page.wheel(A, 240.0, true), Outcome::Map, "a pinch on a pad never zooms the page");
    page.rests("outwards, unzoomed, with Ctrl");
    page.click(Some(A), (10.0, 10.0), 0.0);
    assert_eq!(page.wheel(A, 240.0, false), Outcome::Page, "the page scrolls on");
    page.rests("outwards, unzoomed, after a click");
    page.on(Event::Show { map: A, zoom: Zoom::centred(FRAME, FRAME.centre(), MOST) });
    page.wheel(A, -240.0, true);
    page.rests("inwards, as near as can be");
}

#[test]
fn a_click_with_ctrl_on_a_mac_does_not_stick_to_the_pointer() {
    let mut page = Page::zoomed(A);
    page.on(Event::PointerDown { map: A, pointer: MOUSE, at: point((9.0, 9.0)), first_button: true, ctrl: true });
    page.drag((90.0, 90.0));
    page.rests("the press was of the other button");
}

#[test]
fn a_button_on_a_second_map_does_not_freeze_the_first() {
    let mut page = Page::zoomed(A);
    page.glide(A, 1.0, false);
    page.glide(B, STEP, false);
    page.wait();
    page.rests("each has its own time");
    assert_eq!((page.zoom[0].scale, page.zoom[1].scale), (1.0, STEP));
}

#[test]
fn a_button_that_leads_nowhere_moves_nothing_and_says_nothing() {
    let mut page = Page::zoomed(A);
    let written = page.written;
    page.glide(B, 0.5, false);
    page.rests("there is no farther");
    assert!(page.timers.is_empty());
    assert_eq!(page.written, written, "the address keeps what it says of the other");
}

#[test]
fn a_release_that_nobody_saw_ends_the_drag() {
    let mut page = Page::zoomed(A);
    page.press(A, (150.0, 100.0));
    page.drag((180.0, 100.0));
    page.on(Event::PointerMove { pointer: MOUSE, at: point((250.0, 100.0)), pressed: false });
    page.rests("at the first move without the button");
    assert_eq!(page.click(Some(A), (250.0, 100.0), 1.0), Outcome::Page, "and the next click is one");
}

#[test]
fn a_pointer_that_the_browser_takes_away_ends_the_drag() {
    let mut page = Page::zoomed(A);
    page.press(A, (150.0, 100.0));
    page.drag((180.0, 100.0));
    page.on(Event::PointerCancel { pointer: 7 });
    assert!(page.gestures.is_held(), "another pointer's end is not this one's");
    page.on(Event::PointerCancel { pointer: MOUSE });
    page.rests("pointercancel");
}

#[test]
fn a_window_left_or_hidden_ends_whatever_goes_on() {
    let doing: [fn(&mut Page); 4] = [
        |page| {
            page.press(A, (150.0, 100.0));
            page.drag((180.0, 100.0));
        },
        |page| {
            let fingers = |apart| Some([point((150.0 - apart, 100.0)), point((150.0 + apart, 100.0))]);
            page.on(Event::TouchStart { map: A, fingers: fingers(10.0) });
            page.on(Event::TouchMove { fingers: fingers(30.0) });
        },
        |page| page.glide(A, 4.0, false),
        |page| _ = page.wheel(A, -100.0, true),
    ];
    for (number, act) in doing.into_iter().enumerate() {
        let mut page = Page::zoomed(A);
        act(&mut page);
        assert!(page.moving[0], "{number} moves the map");
        page.on(Event::Blur);
        page.rests(&format!("{number}"));
        let (zoom, written) = (page.zoom, page.written);
        page.wait();
        page.drag((10.0, 10.0));
        assert_eq!((page.zoom, page.written), (zoom, written), "{number}: nothing comes after");
    }
}

#[test]
fn a_map_taken_in_hand_lets_go_of_the_one_before() {
    let mut page = Page::zoomed(A);
    page.press(A, (150.0, 100.0));
    page.drag((180.0, 100.0));
    let fingers = Some([point((10.0, 10.0)), point((50.0, 10.0))]);
    page.on(Event::TouchStart { map: B, fingers });
    assert!(page.gestures.rests(A) && !page.moving[0]);
    page.on(Event::TouchEnd);
    page.rests("and of this one too");
}

#[test]
fn two_fingers_of_which_one_went_unseen_end_the_pinch() {
    let mut page = Page::new();
    page.on(Event::TouchStart { map: A, fingers: Some([point((10.0, 10.0)), point((50.0, 10.0))]) });
    page.on(Event::TouchMove { fingers: Some([point((10.0, 10.0)), point((90.0, 10.0))]) });
    assert_eq!(page.on(Event::TouchMove { fingers: None }), Outcome::Page);
    page.rests("one finger scrolls the page");
    assert_eq!(page.zoom[0].scale, 2.0);
}

#[test]
fn a_key_or_an_address_takes_the_map_out_of_the_hand() {
    let acts: [fn(&mut Page); 2] =
        [|page| page.glide(A, 1.0, true), |page| _ = page.on(Event::Show { map: A, zoom: Zoom::NONE })];
    for act in acts {
        let mut page = Page::zoomed(A);
        page.press(A, (150.0, 100.0));
        page.drag((180.0, 100.0));
        act(&mut page);
        page.drag((220.0, 100.0));
        page.rests("it does not jump back");
        assert_eq!(page.zoom[0], Zoom::NONE);
    }
}

#[test]
fn the_time_of_a_glide_does_not_end_a_drag_that_began_meanwhile() {
    let mut page = Page::zoomed(A);
    page.glide(A, 4.0, false);
    page.press(A, (150.0, 100.0));
    page.wait();
    assert!(page.moving[0], "the drawing stays under the hand");
    page.on(Event::PointerUp { pointer: MOUSE, time: 0.0 });
    page.rests("a press without a move ends it too");
}

#[test]
fn the_release_of_a_drag_is_no_click_and_what_comes_later_is_one() {
    let mut page = Page::zoomed(A);
    let drag = |page: &mut Page| {
        page.press(A, (150.0, 100.0));
        page.drag((152.0, 100.0));
        assert!(!page.moving[0], "as little as that is a click");
        page.drag((180.0, 100.0));
        page.on(Event::PointerUp { pointer: MOUSE, time: 1000.0 });
    };
    drag(&mut page);
    assert_eq!(page.click(Some(A), (180.0, 100.0), 1000.0), Outcome::Map);
    assert_eq!(page.click(Some(A), (180.0, 100.0), 1001.0), Outcome::Page, "only once");
    drag(&mut page);
    assert_eq!(page.click(Some(A), (10.0, 10.0), 9000.0), Outcome::Page, "its own click never came");
    drag(&mut page);
    let by_key = Event::Click { map: Some(A), at: point((0.0, 0.0)), time: 1001.0, by_pointer: false, still: false };
    assert_eq!(page.on(by_key), Outcome::Page, "a key is no release");
}

#[test]
fn two_taps_are_one_only_soon_near_and_without_a_key_between() {
    let second = |between: Option<Event>, at: (f64, f64), time: f64| {
        let mut page = Page::new();
        page.click(Some(A), (40.0, 40.0), 0.0);
        between.map(|event| page.on(event));
        // What the first has opened may lie there: the second counts anywhere.
        let outcome = page.click(None, at, time);
        page.wait();
        page.rests("");
        (outcome == Outcome::DoubleTap, page.zoom[0].scale)
    };
    assert_eq!(second(None, (45.0, 40.0), 200.0), (true, STEP));
    assert_eq!(second(None, (45.0, 40.0), 400.0), (false, 1.0));
    assert_eq!(second(None, (80.0, 40.0), 200.0), (false, 1.0));
    assert_eq!(second(Some(Event::Key), (45.0, 40.0), 200.0), (false, 1.0));
    assert_eq!(second(Some(Event::Blur), (45.0, 40.0), 200.0), (false, 1.0));
}

#[test]
fn the_wheel_is_the_pages_until_the_reader_has_clicked_the_map_and_after_leaving_it() {
    let mut page = Page::new();
    assert_eq!(page.wheel(A, -100.0, false), Outcome::Page);
    assert_eq!(page.wheel(B, -100.0, false), Outcome::Page);
    assert_eq!(page.hints, 1, "said once");
    page.click(Some(A), (10.0, 10.0), 0.0);
    assert_eq!(page.wheel(B, -100.0, false), Outcome::Page, "of the other map");
    assert_eq!(page.wheel(A, -100.0, false), Outcome::Map);
    page.on(Event::PointerLeave);
    assert_eq!(page.wheel(A, -100.0, false), Outcome::Page);
    page.wait();
    page.rests("the wheel rests");
}

#[test]
fn what_is_under_the_fingers_stays_there() {
    let mut page = Page::zoomed(A);
    page.gestures.place(A, ScreenMatrix { scale: 2.0, window: point((20.0, 30.0)), own: point((0.0, 0.0)) });
    let at = point((320.0, 230.0));
    let before = page.gestures.point_at(A, at);
    page.on(Event::Wheel { map: A, at, pixels: -100.0, ctrl: true, meta: false });
    page.wait();
    assert!(page.zoom[0].scale > 2.0);
    assert!(page.gestures.point_at(A, at).distance(before) < 1e-9);
}

// And what nobody has thought of.

/// Numbers that look thrown, the same for the same seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn is(&mut self) -> bool {
        self.below(2) == 0
    }

    /// Mostly on the maps and near one another, now and then far outside.
    fn point(&mut self) -> Point {
        let far = if self.below(9) == 0 { 9_000.0 } else { 0.0 };
        Point::new(self.below(300) as f64 - far, self.below(200) as f64 + far)
    }

    fn fingers(&mut self) -> Option<[Point; 2]> {
        (self.below(4) > 0).then(|| [self.point(), self.point()])
    }

    fn event(&mut self, time: f64, timers: &[(MapIndex, u32)]) -> Event {
        let (map, pointer, at) = (ALL[self.below(2) as usize], MOUSE + self.below(2) as i32, self.point());
        match self.below(16) {
            0 | 1 => {
                Event::PointerDown { map, pointer, at, first_button: self.below(5) > 0, ctrl: self.below(5) == 0 }
            }
            2..=4 => Event::PointerMove { pointer, at, pressed: self.below(6) > 0 },
            5 => Event::PointerUp { pointer, time },
            6 => Event::PointerCancel { pointer },
            7 => Event::PointerLeave,
            8 => Event::TouchStart { map, fingers: self.fingers() },
            9 => Event::TouchMove { fingers: self.fingers() },
            10 => Event::TouchEnd,
            11 => {
                let pixels = self.below(2_000) as f64 - 1_000.0;
                Event::Wheel { map, at, pixels, ctrl: self.is(), meta: self.is() }
            }
            12 => {
                let map = (self.below(3) > 0).then_some(map);
                Event::Click { map, at, time, by_pointer: self.below(4) > 0, still: self.is() }
            }
            13 => {
                let scale = self.below(200) as f64 / 10.0 - 2.0;
                Event::Glide { map, to: Zoom::centred(FRAME, at, scale.max(0.1)), still: self.is() }
            }
            14 => match timers.get(self.below(timers.len().max(1) as u64) as usize) {
                Some((map, turn)) => Event::Timer { map: *map, turn: *turn },
                None => Event::Key,
            },
            _ if self.below(4) == 0 => Event::Blur,
            _ => Event::Show { map, zoom: Zoom::centred(FRAME, at, 0.5 + self.below(12) as f64) },
        }
    }
}

#[test]
fn whatever_happens_every_map_rests_in_the_end() {
    let mut zoomed = 0;
    for seed in 1..=4_000 {
        let mut dice = Dice(u64::wrapping_mul(seed, 0x9E37_79B9_7F4A_7C15));
        let (mut page, mut story) = (Page::new(), Vec::new());
        for map in ALL {
            page.gestures
                .place(map, ScreenMatrix { scale: 1.5, window: point((8.0, -40.0)), own: point((8.0, 4.0)) });
        }
        let mut time = 0.0;
        for _ in 0..dice.below(60) {
            time += dice.below(500) as f64;
            let event = dice.event(time, &page.timers);
            story.push(event);
            page.on(event);
            for map in ALL {
                let zoom = page.gestures.wanted(map);
                assert!((1.0..=MOST).contains(&zoom.scale), "{seed}: {zoom:?} after {story:?}");
                assert!(FRAME.grown(1e-6).holds(&zoom.seen(FRAME)), "{seed}: {zoom:?} after {story:?}");
                // The page and the machine are of one mind, and what moves is in hand or has its time.
                assert_eq!(page.moving[map.0], !page.gestures.rests(map), "{seed}: {story:?}");
            }
        }
        // Either the window is left, or all is let go of and all time is over.
        if dice.is() {
            page.on(Event::Blur);
            page.rests(&format!("{seed}: {story:?}"));
        } else {
            page.on(Event::TouchEnd);
            for pointer in [MOUSE, MOUSE + 1] {
                page.on(Event::PointerUp { pointer, time });
            }
        }
        page.wait();
        page.rests(&format!("{seed}: {story:?}"));
        let shown = ALL.map(|map| page.gestures.wanted(map));
        assert_eq!((shown, shown), (page.zoom, page.address), "{seed}: {story:?}");
        zoomed += usize::from(shown != [Zoom::NONE; 2]);
        // What was before the end has no part in what comes after it.
        time += 1_000.0;
        page.drag((10.0, 10.0));
        page.on(Event::TouchMove { fingers: dice.fingers() });
        assert_eq!(page.click(Some(A), (50.0, 50.0), time), Outcome::Page, "{seed}: {story:?}");
        page.rests(&format!("{seed}: {story:?}"));
    }
    assert!(zoomed > 1_000, "the events do something: {zoomed}");
}
