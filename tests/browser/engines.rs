//! Which engine a test runs in.
//!
//! Every test runs in Chromium. A file names those of its tests that hold in Firefox and WebKit too with
//! [`in_every_engine`]; they can do what WebDriver can, which is less than Chromium's own protocol: no wish of the reader's
//! system, no paper, no fingers, no scripts before those of the page.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use webdriver::{Driver, Engine};

use crate::support;

thread_local! {
    /// The harness gives each test a thread of its own, or one after the other the same.
    static CURRENT: Cell<Engine> = const { Cell::new(Engine::Chromium) };
}

/// The engine that the running test is about.
pub fn current() -> Engine {
    CURRENT.get()
}

/// Runs a test in another engine than Chromium.
pub fn run(engine: Engine, test: fn()) {
    struct Back;
    impl Drop for Back {
        fn drop(&mut self) {
            CURRENT.set(Engine::Chromium);
        }
    }
    CURRENT.set(engine);
    let _back = Back;
    test();
}

/// Has these tests of the file run in Firefox and WebKit as well, as `firefox::name` and `webkit::name`, and those after
/// `firefox:` or `webkit:` in that one alone.
macro_rules! in_every_engine {
    ($($both:ident),* $(,)? $(; firefox: $($firefox:ident),*)? $(; webkit: $($webkit:ident),*)?) => {
        mod firefox {
            crate::engines::in_engine![Firefox: $($both,)* $($($firefox,)*)?];
        }
        mod webkit {
            crate::engines::in_engine![WebKit: $($both,)* $($($webkit,)*)?];
        }
    };
}
/// See [`in_every_engine`].
macro_rules! in_engine {
    ($engine:ident: $($test:ident,)*) => {
        $(#[test]
        fn $test() {
            crate::engines::run(webdriver::Engine::$engine, super::$test);
        })*
    };
}
pub(crate) use in_engine;
pub(crate) use in_every_engine;

/// Browsers that wait for a test, and of engines whose drivers have one browser each the drivers without one.
#[derive(Default)]
struct Pool {
    idle: Vec<Driver>,
    free: BTreeMap<Engine, Vec<u16>>,
}

static POOL: Mutex<Option<Pool>> = Mutex::new(None);

/// A browser of the current engine, as good as new.
pub fn browser() -> Driver {
    let engine = current();
    let idle = |pool: &mut Pool| {
        let at = pool.idle.iter().position(|driver| driver.engine() == engine)?;
        Some(pool.idle.swap_remove(at))
    };
    if let Some(driver) = with_pool(idle) {
        return driver;
    }
    Driver::connect(engine, &program(engine), free_port(engine)).unwrap()
}

/// A browser of the current engine that keeps pages for whoever goes back; no other test gets it.
pub fn keeping_browser() -> Driver {
    let engine = current();
    // One that waits for a test may hold the only driver.
    let other = with_pool(|pool| {
        let at = pool.idle.iter().position(|driver| driver.engine() == engine && engine != Engine::Chromium)?;
        Some(pool.idle.swap_remove(at))
    });
    if let Some(other) = other {
        retire(other);
    }
    Driver::connect_keeping(engine, &program(engine), free_port(engine)).unwrap()
}

fn with_pool<T>(act: impl FnOnce(&mut Pool) -> T) -> T {
    act(POOL.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default())
}

/// The program of an engine.
fn program(engine: Engine) -> PathBuf {
    support::path(match engine {
        Engine::Chromium => "CHROME",
        Engine::Firefox => "FIREFOX",
        Engine::WebKit => "MINIBROWSER",
    })
}

/// A port at which a driver of this engine takes another browser.
fn free_port(engine: Engine) -> u16 {
    let ports = match engine {
        Engine::Chromium => "CHROMEDRIVER_PORT",
        Engine::Firefox => "GECKODRIVER_PORTS",
        Engine::WebKit => "WEBKITDRIVER_PORTS",
    };
    let read = || support::text(ports).split(',').map(|port| port.parse().expect("a port")).collect();
    with_pool(|pool| {
        let free = pool.free.entry(engine).or_insert_with(read);
        if engine == Engine::Chromium { free[0] } else { free.pop().expect("a test takes no more than two browsers") }
    })
}

/// Ends a browser; its driver may have another.
pub fn retire(driver: Driver) {
    let (engine, port) = (driver.engine(), driver.port());
    drop(driver);
    if engine != Engine::Chromium {
        with_pool(|pool| pool.free.entry(engine).or_default().push(port));
    }
}

/// Takes a browser back: for the next test where it is as good as new, else its driver.
pub fn give_back(driver: Driver, passed: bool) {
    if passed && driver.renew().is_ok() {
        return with_pool(|pool| pool.idle.push(driver));
    }
    retire(driver);
}
