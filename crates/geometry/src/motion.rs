//! A camera's way from one rectangle to another.

/// Where a motion stands after a share of its time, from 0 to 1: the curve `cubic-bezier(.4, 0, .1, 1)` of style sheets.
///
/// Outside that span it stands still.
///
/// ```
/// use geometry::eased;
/// assert_eq!((eased(-1.0), eased(0.0), eased(1.0), eased(2.0)), (0.0, 0.0, 1.0, 1.0));
/// assert!(eased(0.5) > 0.8); // It slows down long before it arrives.
/// ```
pub fn eased(time: f64) -> f64 {
    if time <= 0.0 || time >= 1.0 {
        return time.clamp(0.0, 1.0);
    }
    // The curve gives time and place by a third quantity; halving finds it, since time grows with it.
    let along =
        |t: f64, a: f64, b: f64| 3.0 * (1.0 - t) * (1.0 - t) * t * a + 3.0 * (1.0 - t) * t * t * b + t * t * t;
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..24 {
        let middle = (low + high) / 2.0;
        if along(middle, 0.4, 0.1) < time { low = middle } else { high = middle }
    }
    along((low + high) / 2.0, 0.0, 1.0)
}

/// The rectangle (left, top, width, height) at a share of the way from one to another.
pub fn between(from: [f64; 4], to: [f64; 4], share: f64) -> [f64; 4] {
    std::array::from_fn(|side| from[side] + (to[side] - from[side]) * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_motion_never_goes_back() {
        let places: Vec<f64> = (0..=100).map(|step| eased(f64::from(step) / 100.0)).collect();
        assert!(places.windows(2).all(|pair| pair[0] <= pair[1]), "{places:?}");
    }

    #[test]
    fn a_motion_is_where_a_browser_would_have_it() {
        // `getComputedTiming().progress` of an animation with this curve, in Chromium.
        for (time, place) in [(0.1, 0.0274), (0.25, 0.3004), (0.5, 0.8246), (0.75, 0.9681)] {
            assert!((eased(time) - place).abs() < 1e-3, "{time}: {}", eased(time));
        }
    }

    #[test]
    fn a_way_starts_and_ends_at_its_ends() {
        let (from, to) = ([0.0, 10.0, 200.0, 100.0], [-50.0, 0.0, 20.0, 30.0]);
        assert_eq!(between(from, to, 0.0), from);
        assert_eq!(between(from, to, 1.0), to);
        assert_eq!(between(from, to, 0.5), [-25.0, 5.0, 110.0, 65.0]);
    }
}
