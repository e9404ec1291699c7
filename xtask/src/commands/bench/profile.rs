//! What a page is opened on: a window, a line and a processor.

use serde_json::json;
use webdriver::{Driver, Size};

/// A reader's machine and line.
pub struct Profile {
    /// What it is called in the document, also in the lines between which its table stands.
    pub name: &'static str,
    window: Size,
    /// How much slower than this machine the reader's is taken to be.
    slower: u32,
    /// What comes over the line, in Mbit/s, and how long an answer takes on the way, in milliseconds.
    line: (f64, u32),
}

/// A phone on a slow line, on which the aims are to be met.
pub const PHONE: Profile =
    Profile { name: "phone", window: Size { width: 390, height: 844 }, slower: 4, line: (1.6, 150) };

/// A desk on a good one.
pub const DESKTOP: Profile =
    Profile { name: "desktop", window: Size { width: 1440, height: 900 }, slower: 1, line: (10.0, 40) };

impl Profile {
    /// Makes a browser's page one that is opened on this.
    pub fn apply(&self, driver: &Driver) -> Result<(), String> {
        let (megabits, latency) = self.line;
        let bytes = megabits * 1e6 / 8.0;
        driver.resize(self.window)?;
        driver.devtools("Network.enable", json!({}))?;
        driver.devtools(
            "Network.emulateNetworkConditions",
            json!({"offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes / 2.0}),
        )?;
        driver.devtools("Emulation.setCPUThrottlingRate", json!({"rate": self.slower}))?;
        Ok(())
    }

    /// All of it in words.
    pub fn described(&self) -> String {
        let Size { width, height } = self.window;
        let (megabits, latency) = self.line;
        let speed = if self.slower == 1 { "at full speed".into() } else { format!("{} times slower", self.slower) };
        format!("{width}×{height} CSS pixels, the processor {speed}, {megabits} Mbit/s, {latency} ms to an answer")
    }
}
