//! Placing labels so that none covers another, a mark or the edge.

use super::{Point, Rect, part_inside};

/// How deep two boxes may overlap without being noticed, in pixels.
const TOLERANCE: f64 = 1.5;
/// How often a feature that found no room is served before others of its priority, until it is served before all.
const RETRIES: usize = 2;

/// One way to place a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The box of the label.
    pub rect: Rect,
    /// The line from the mark to the label, if it stands apart.
    pub leader: Option<[Point; 3]>,
    /// The point that the label names, with which it moves.
    pub anchor: Point,
    /// How deep among others another candidate has to stand to be worse than this one, in pixels.
    pub cost: f64,
}

impl Candidate {
    /// At its point, without a leader.
    pub const fn at(anchor: Point, rect: Rect) -> Self {
        Self { rect, leader: None, anchor, cost: 0.0 }
    }
}

/// A label that wants a place, with its candidates from best to worst.
#[derive(Clone, Debug)]
pub struct LabelFeature {
    /// The candidates.
    pub candidates: Vec<Candidate>,
    /// What it should not come near if there is a choice, such as marks that it does not name.
    pub avoid: Vec<Rect>,
    /// How far it keeps from all that stands already, if there is a choice.
    pub clear: f64,
    /// Dropped rather than placed badly.
    pub optional: bool,
    /// Its priority; the first is 0.
    pub priority: u8,
}

/// The chosen candidate of every feature, in the order of the features, or the index of the required feature
/// that found no room.
///
/// Features are placed first come first served; when a required one finds no room it is served earlier, at first
/// only before those of its own priority, and all is tried again.
pub fn place(features: &[LabelFeature], obstacles: &[Rect], bounds: Rect) -> Result<Vec<Option<usize>>, usize> {
    let mut order: Vec<usize> = (0..features.len()).collect();
    let mut failures = vec![0; features.len()];
    let mut failed = 0;
    for _ in 0..=features.len() * (RETRIES + 1) {
        match place_in_order(features, &order, obstacles, bounds) {
            Ok(chosen) => return Ok(chosen),
            Err(position) => {
                failed = order.remove(position);
                failures[failed] += 1;
                let peers = || order.iter().position(|other| features[*other].priority >= features[failed].priority);
                let earlier = if failures[failed] > RETRIES { 0 } else { peers().unwrap_or(position).min(position) };
                order.insert(earlier, failed);
            }
        }
    }
    Err(failed)
}

/// One pass in the given order; the error is the position in it that found no room.
fn place_in_order(
    features: &[LabelFeature],
    order: &[usize],
    obstacles: &[Rect],
    bounds: Rect,
) -> Result<Vec<Option<usize>>, usize> {
    let mut taken: Vec<Rect> = Vec::new();
    let mut leaders: Vec<[Point; 3]> = Vec::new();
    let mut chosen = vec![None; features.len()];
    for (position, index) in order.iter().enumerate() {
        let feature = &features[*index];
        let free = |candidate: &Candidate| {
            bounds.holds(&candidate.rect)
                && taken.iter().chain(obstacles).all(|other| candidate.rect.overlap(other) <= TOLERANCE)
                && leaders.iter().all(|leader| !meets(leader, &candidate.rect))
                && candidate.leader.is_none_or(|own| {
                    leaders.iter().all(|other| !cross(&own, other))
                        && taken.iter().all(|box_| !meets(&own, box_))
                        && obstacles.iter().all(|box_| !meets(&own, box_) || box_.has(own[0]))
                })
        };
        let nearness = |candidate: &Candidate| {
            let (near, wide) = (candidate.rect, candidate.rect.grown(feature.clear));
            let near_others =
                taken.iter().chain(obstacles).filter(|_| feature.clear > 0.0).map(|other| wide.overlap(other));
            candidate.cost + feature.avoid.iter().map(|other| near.overlap(other)).chain(near_others).sum::<f64>()
        };
        let free = feature.candidates.iter().enumerate().filter(|(_, candidate)| free(candidate));
        // The first of equals wins, and all that keep clear are equal.
        match free.min_by(|a, b| nearness(a.1).total_cmp(&nearness(b.1))).map(|(best, _)| best) {
            Some(best) => {
                taken.push(feature.candidates[best].rect);
                leaders.extend(feature.candidates[best].leader);
                chosen[*index] = Some(best);
            }
            None if feature.optional => {}
            None => return Err(position),
        }
    }
    Ok(chosen)
}

/// Whether a leader runs through a box.
fn meets(leader: &[Point; 3], rect: &Rect) -> bool {
    let inner = rect.grown(-0.5);
    leader.windows(2).any(|pair| part_inside([pair[0], pair[1]], &inner).is_some())
}

/// Whether two leaders cross.
fn cross(a: &[Point; 3], b: &[Point; 3]) -> bool {
    let side = |from: Point, to: Point, point: Point| {
        (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
    };
    let segments = |leader: &[Point; 3]| [(leader[0], leader[1]), (leader[1], leader[2])];
    let parted = |(a, b): (Point, Point), (c, d): (Point, Point)| side(a, b, c) * side(a, b, d) >= 0.0;
    segments(a).into_iter().any(|one| segments(b).into_iter().any(|other| !parted(one, other) && !parted(other, one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(optional: bool, xs: &[f64]) -> LabelFeature {
        let at = |x: &f64| Candidate::at(Point::new(*x, 0.0), Rect::new(*x, 0.0, 10.0, 10.0));
        LabelFeature { candidates: xs.iter().map(at).collect(), avoid: Vec::new(), clear: 0.0, optional, priority: 0 }
    }

    const BOUNDS: Rect = Rect::new(0.0, 0.0, 40.0, 10.0);

    #[test]
    fn the_first_free_candidate_wins() {
        let features = [feature(false, &[0.0]), feature(false, &[4.0, 12.0])];
        assert_eq!(place(&features, &[], BOUNDS), Ok(vec![Some(0), Some(1)]));
    }

    #[test]
    fn a_required_label_pushes_an_earlier_one_to_its_second_choice() {
        let features = [feature(false, &[0.0, 20.0]), feature(false, &[0.0])];
        assert_eq!(place(&features, &[], BOUNDS), Ok(vec![Some(1), Some(0)]));
    }

    #[test]
    fn a_label_keeps_clear_of_what_it_should_avoid_if_it_can() {
        let near = LabelFeature { avoid: vec![Rect::new(8.0, 0.0, 4.0, 10.0)], ..feature(false, &[0.0, 20.0]) };
        assert_eq!(place(std::slice::from_ref(&near), &[], BOUNDS), Ok(vec![Some(1)]));
        let hemmed = [near, feature(false, &[20.0])];
        assert_eq!(place(&hemmed, &[Rect::new(30.0, 0.0, 10.0, 10.0)], BOUNDS), Ok(vec![Some(0), Some(0)]));
    }

    #[test]
    fn a_label_keeps_clear_of_what_stands_already_if_it_can() {
        let shy = LabelFeature { clear: 4.0, ..feature(false, &[10.0, 16.0]) };
        assert_eq!(place(&[feature(false, &[0.0]), shy.clone()], &[], BOUNDS), Ok(vec![Some(0), Some(1)]));
        let hemmed = LabelFeature { clear: 30.0, ..shy };
        assert_eq!(place(&[feature(false, &[0.0]), hemmed], &[], BOUNDS), Ok(vec![Some(0), Some(0)]));
    }

    #[test]
    fn an_optional_label_is_dropped_and_a_required_one_is_reported() {
        let full = [Rect::new(0.0, 0.0, 40.0, 10.0)];
        assert_eq!(place(&[feature(true, &[0.0])], &full, BOUNDS), Ok(vec![None]));
        assert_eq!(place(&[feature(false, &[0.0])], &full, BOUNDS), Err(0));
    }

    #[test]
    fn a_required_label_pushes_its_peers_before_those_with_a_better_claim() {
        let peer = |xs: &[f64]| LabelFeature { priority: 1, ..feature(false, xs) };
        let features = [feature(false, &[0.0, 30.0]), peer(&[12.0, 30.0]), peer(&[12.0, 0.0])];
        assert_eq!(place(&features, &[], BOUNDS), Ok(vec![Some(0), Some(1), Some(0)]));
        let features = [feature(false, &[0.0, 30.0]), peer(&[12.0]), peer(&[12.0, 0.0])];
        assert_eq!(place(&features, &[], BOUNDS), Ok(vec![Some(1), Some(0), Some(1)]));
    }

    #[test]
    fn a_dear_candidate_is_taken_only_where_the_others_are_crowded_or_taken() {
        let apart = |mut one: LabelFeature| {
            one.candidates[1].cost = 8.0;
            LabelFeature { clear: 5.0, ..one }
        };
        let beside = feature(false, &[0.0]);
        let features = [beside.clone(), apart(feature(false, &[12.0, 25.0]))];
        assert_eq!(place(&features, &[], BOUNDS), Ok(vec![Some(0), Some(0)]));
        let features = [beside, apart(feature(false, &[4.0, 25.0]))];
        assert_eq!(place(&features, &[], BOUNDS), Ok(vec![Some(0), Some(1)]));
    }

    #[test]
    fn leaders_do_not_cross_and_no_label_stands_on_one() {
        let leader = |x: f64, to: f64| [Point::new(x, 0.0), Point::new(to, 20.0), Point::new(to + 4.0, 20.0)];
        assert!(cross(&leader(0.0, 20.0), &leader(20.0, 0.0)));
        assert!(!cross(&leader(0.0, 20.0), &leader(30.0, 50.0)));
        assert!(meets(&leader(0.0, 20.0), &Rect::new(5.0, 5.0, 10.0, 10.0)));
        assert!(!meets(&leader(0.0, 20.0), &Rect::new(30.0, 0.0, 10.0, 10.0)));
    }

    #[test]
    fn nothing_is_placed_over_the_edge() {
        assert_eq!(place(&[feature(false, &[35.0, 28.0])], &[], BOUNDS), Ok(vec![Some(1)]));
    }
}
