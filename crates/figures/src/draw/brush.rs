//! What drawings are made with: colours by role, fonts, and the fineness of the backend.

use plotters::style::RGBColor;

use super::recorder::SCALE;
use crate::layout::Role;

/// A colour for every role.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette(Vec<(Role, RGBColor)>);

impl Palette {
    /// Asks for the colour of each role.
    pub fn new(colour: impl Fn(Role) -> RGBColor) -> Self {
        Self(Role::ALL.map(|role| (role, colour(role))).into())
    }

    /// The colour of a role.
    pub fn colour(&self, role: Role) -> RGBColor {
        self.0.iter().find(|(one, _)| *one == role).map_or(RGBColor(0, 0, 0), |(_, colour)| *colour)
    }
}

/// What a drawing is made with.
#[derive(Clone, Debug, PartialEq)]
pub struct Brush<'a> {
    /// The colours.
    pub palette: Palette,
    /// The family of headings and large numbers.
    pub serif: &'a str,
    /// The family of everything else.
    pub sans: &'a str,
    /// Backend units to a CSS pixel.
    pub scale: f64,
    /// Whether broken lines are drawn stroke by stroke; the page leaves that to its style sheets.
    pub breaks_lines: bool,
}

impl Brush<'static> {
    /// For the page's backend, which keeps shapes and neither colours nor fonts.
    pub fn page() -> Self {
        Self {
            palette: Palette::new(|_| RGBColor(0, 0, 0)),
            serif: "serif",
            sans: "sans-serif",
            scale: SCALE,
            breaks_lines: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_keeps_the_colour_it_was_given() {
        let number = |role| Role::ALL.iter().position(|one| *one == role).unwrap() as u8;
        let palette = Palette::new(|role| RGBColor(number(role), 0, 7));
        for role in Role::ALL {
            assert_eq!(palette.colour(role), RGBColor(number(role), 0, 7));
        }
    }
}
