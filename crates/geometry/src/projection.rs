//! The transverse Mercator projection of the WGS 84 ellipsoid.

use super::Point;

/// Half the longest diameter of WGS 84, in metres.
const EQUATOR: f64 = 6_378_137.0;
/// Flattening of WGS 84.
const FLATTENING: f64 = 1.0 / 298.257_223_563;

/// Conformal: shapes keep their angles, and the central meridian its length.
///
/// Krüger's series to the third order of the third flattening, good to less than a millimetre
/// within ten degrees of the meridian (C. F. F. Karney, *Transverse Mercator with an accuracy of a
/// few nanometers*, Journal of Geodesy 85, 2011, equations 7–15 and 35–36).
///
/// ```
/// use geometry::TransverseMercator;
/// let projection = TransverseMercator::new(112.0);
/// let point = projection.forward(112.0, 34.0);
/// assert!(point.x.abs() < 1e-6); // metres east of the meridian
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TransverseMercator {
    meridian: f64,
}

/// The third flattening.
fn third() -> f64 {
    FLATTENING / (2.0 - FLATTENING)
}

/// Radius of the circle whose circumference is the meridian's length.
fn rectifying_radius() -> f64 {
    let n = third();
    EQUATOR / (1.0 + n) * (1.0 + n.powi(2) / 4.0 + n.powi(4) / 64.0)
}

fn alpha() -> [f64; 3] {
    let n = third();
    [
        n / 2.0 - 2.0 / 3.0 * n.powi(2) + 5.0 / 16.0 * n.powi(3),
        13.0 / 48.0 * n.powi(2) - 3.0 / 5.0 * n.powi(3),
        61.0 / 240.0 * n.powi(3),
    ]
}

fn beta() -> [f64; 3] {
    let n = third();
    [
        n / 2.0 - 2.0 / 3.0 * n.powi(2) + 37.0 / 96.0 * n.powi(3),
        1.0 / 48.0 * n.powi(2) + 1.0 / 15.0 * n.powi(3),
        17.0 / 480.0 * n.powi(3),
    ]
}

impl TransverseMercator {
    /// With this central meridian, in degrees east.
    pub const fn new(meridian: f64) -> Self {
        Self { meridian }
    }

    /// Longitude and latitude in degrees to metres east of the meridian and north of the equator.
    pub fn forward(&self, longitude: f64, latitude: f64) -> Point {
        let (lambda, phi) = ((longitude - self.meridian).to_radians(), latitude.to_radians());
        let e = (FLATTENING * (2.0 - FLATTENING)).sqrt();
        let tau = phi.tan();
        let sigma = (e * (e * tau / tau.hypot(1.0)).atanh()).sinh();
        let conformal = tau * sigma.hypot(1.0) - sigma * tau.hypot(1.0);
        let xi = conformal.atan2(lambda.cos());
        let eta = (lambda.sin() / conformal.hypot(lambda.cos())).asinh();
        let (mut north, mut east) = (xi, eta);
        for (index, a) in alpha().into_iter().enumerate() {
            let k = 2.0 * (index + 1) as f64;
            north += a * (k * xi).sin() * (k * eta).cosh();
            east += a * (k * xi).cos() * (k * eta).sinh();
        }
        Point::new(east * rectifying_radius(), north * rectifying_radius())
    }

    /// Metres back to longitude and latitude in degrees.
    pub fn inverse(&self, point: Point) -> (f64, f64) {
        let (eta, xi) = (point.x / rectifying_radius(), point.y / rectifying_radius());
        let (mut north, mut east) = (xi, eta);
        for (index, b) in beta().into_iter().enumerate() {
            let k = 2.0 * (index + 1) as f64;
            north -= b * (k * xi).sin() * (k * eta).cosh();
            east -= b * (k * xi).cos() * (k * eta).sinh();
        }
        let conformal = north.sin() / east.sinh().hypot(north.cos());
        let lambda = east.sinh().atan2(north.cos());
        (self.meridian + lambda.to_degrees(), latitude_of(conformal).to_degrees())
    }
}

/// The geographic latitude of a conformal one, both as tangents, by Newton's method.
fn latitude_of(conformal: f64) -> f64 {
    let e2 = FLATTENING * (2.0 - FLATTENING);
    let e = e2.sqrt();
    let mut tau = conformal;
    for _ in 0..5 {
        let sigma = (e * (e * tau / tau.hypot(1.0)).atanh()).sinh();
        let guess = tau * sigma.hypot(1.0) - sigma * tau.hypot(1.0);
        let slope = (1.0 + (1.0 - e2) * tau * tau) / ((1.0 - e2) * tau.hypot(1.0));
        tau += (conformal - guess) / guess.hypot(1.0) * slope;
    }
    tau.atan()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_latitude_on_the_meridian_has_its_true_length() {
        // Meridian arc from 34° to 35° N on WGS 84: 110 931 m (National Geospatial-Intelligence
        // Agency, length of a degree at 34.5°).
        let projection = TransverseMercator::new(112.0);
        let length = projection.forward(112.0, 35.0).y - projection.forward(112.0, 34.0).y;
        assert!((length - 110_931.0).abs() < 5.0, "{length}");
    }

    #[test]
    fn the_northing_agrees_with_utm_before_its_scale_factor() {
        // On its central meridian, 45° N has the UTM northing 4 982 950.4 m.
        let projection = TransverseMercator::new(3.0);
        assert!((projection.forward(3.0, 45.0).y * 0.9996 - 4_982_950.4).abs() < 0.1);
    }

    #[test]
    fn there_and_back_is_the_same_place() {
        let projection = TransverseMercator::new(112.0);
        for (longitude, latitude) in [(110.9, 33.4), (112.0, 34.0), (113.4, 35.3), (120.0, 60.0)] {
            let (x, y) = projection.inverse(projection.forward(longitude, latitude));
            assert!((x - longitude).abs() < 1e-8 && (y - latitude).abs() < 1e-8, "{x} {y}");
        }
    }

    #[test]
    fn angles_are_kept() {
        let projection = TransverseMercator::new(112.0);
        let at = |dx: f64, dy: f64| projection.forward(113.0 + dx, 35.0 + dy);
        let step = 1e-5;
        let north = at(0.0, step).distance(at(0.0, 0.0));
        // A step east of the same length on the ellipsoid, from its two radii of curvature at 35°.
        let e2 = FLATTENING * (2.0 - FLATTENING);
        let w2 = 1.0 - e2 * 35f64.to_radians().sin().powi(2);
        let ratio = (1.0 - e2) / w2 / 35f64.to_radians().cos();
        let east = at(step * ratio, 0.0).distance(at(0.0, 0.0));
        assert!((north / east - 1.0).abs() < 1e-6, "{north} {east}");
    }
}
