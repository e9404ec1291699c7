//! How near a number is to what it counts.

/// How near a number is to what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// It is this number.
    Exactly,
    /// It rounds to this number, and is no more than a tenth off.
    About,
    /// It is more, by less than one of the number's last figure: 两百多 is below three hundred.
    Odd,
    /// It is more.
    Above,
    /// It is this or more.
    AtLeast,
    /// It is less.
    Below,
    /// It is this or less.
    AtMost,
    /// It is from this up to that.
    Between(f64),
}

impl Bound {
    /// Whether a value is as it is said.
    pub fn holds(self, said: f64, value: f64) -> bool {
        let same = (said - value).abs() <= 1e-9 * value.abs().max(1.0);
        match self {
            Self::Exactly => same,
            Self::About => same || (value - said).abs() <= (last_figure(said) / 2.0).min(said.abs() / 10.0),
            Self::Odd => value > said && value < said + last_figure(said),
            Self::Above => value > said,
            Self::AtLeast => same || value > said,
            Self::Below => value < said,
            Self::AtMost => same || value < said,
            Self::Between(to) => (said..=to).contains(&value),
        }
    }
}

/// What one of the last figure that is not nought stands for: 100 in 300, 0.1 in 3.5.
fn last_figure(number: f64) -> f64 {
    let mut unit = 10f64.powi(-(super::super::decimals(number) as i32));
    while number != 0.0 && (number / (unit * 10.0)).fract() == 0.0 && unit < 1e15 {
        unit *= 10.0;
    }
    unit
}
