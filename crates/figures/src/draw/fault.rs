//! What goes wrong while something is drawn.

use plotters::drawing::DrawingAreaErrorKind;
use plotters_backend::DrawingBackend;

/// What a backend may answer instead of drawing.
pub type Fault<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;
