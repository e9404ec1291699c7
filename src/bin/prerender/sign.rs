//! The signs that stand in pages for what is written in them, and for the names of what they load.

pub const POLICY: &str = "{{late:policy}}";
pub const FIRST: &str = "{{late:first}}";
pub const PRELOAD: &str = "{{late:preload}}";
pub const MOVED: &str = "{{late:moved}}";
pub const MARKS: &str = "{{late:marks}}";
pub const STYLE: &str = "{{late:style}}";
pub const LEDGER_STYLE: &str = "{{late:ledger-style}}";
pub const GAZETTEER_STYLE: &str = "{{late:gazetteer-style}}";
pub const KIT_STYLE: &str = "{{late:kit-style}}";
pub const PLACE_STYLE: &str = "{{late:place-style}}";
pub const FRAME_STYLE: &str = "{{late:frame-style}}";
pub const DENSE_STYLE: &str = "{{late:dense-style}}";
pub const UNSCRIPTED: &str = "{{late:unscripted}}";
pub const EMBED: &str = "{{late:embed}}";
pub const SHARE: &str = "{{late:share}}";
pub const COMPARE: &str = "{{late:compare}}";
pub const KIT: &str = "{{late:kit}}";
pub const BOOT: &str = "{{late:boot}}";
pub const BOOT_WHOLE: &str = "{{late:boot-whole}}";
