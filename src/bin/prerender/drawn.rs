//! A picture, composed and not yet written.

use data_story::picture::Plate;

/// Its plate, and the same as shapes.
pub struct Drawn {
    /// From which pixels are made.
    pub plate: Plate,
    /// The SVG.
    pub shapes: String,
}
