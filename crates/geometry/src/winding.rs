//! Which way round areas are walked, so that a border common to two of them is walked the same way by both: then it is spelled
//! the same in both, and a compressed page has it once.

use std::collections::BTreeMap;

/// For each area, given by its rings of arcs, whether to walk it backwards.
///
/// Of an arc that two areas share, `length` says how much is won if both walk it the same way. That all are is out of
/// reach where three areas meet; areas are turned as long as turning one wins anything.
///
/// ```
/// use geometry::turned;
/// // Two squares side by side, both walked clockwise: the one walks arc 0 up, the other down.
/// let squares: [&[i32]; 2] = [&[0, 1], &[2, !0]];
/// assert_eq!(turned(&squares.map(|ring| vec![ring]), |_| 1), [true, false]);
/// ```
pub fn turned(areas: &[Vec<&[i32]>], length: impl Fn(usize) -> usize) -> Vec<bool> {
    let beside = neighbours(areas, length);
    let mut turned = vec![false; areas.len()];
    loop {
        let mut is_better = false;
        for (area, beside) in beside.iter().enumerate() {
            // What is walked alike now is lost by turning this one, and the rest won.
            let gain = |(other, won): &(usize, i64)| if turned[area] == turned[*other] { -won } else { *won };
            if beside.iter().map(gain).sum::<i64>() > 0 {
                turned[area] = !turned[area];
                is_better = true;
            }
        }
        if !is_better {
            return turned;
        }
    }
}

/// For each area those beside it, with what is won if both are turned or neither; less than nothing where they walk most of
/// their border in opposite ways.
fn neighbours(areas: &[Vec<&[i32]>], length: impl Fn(usize) -> usize) -> Vec<Vec<(usize, i64)>> {
    let mut users: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    for (area, rings) in areas.iter().enumerate() {
        for index in rings.iter().copied().flatten() {
            users.entry(position(*index)).or_default().push((area, *index < 0));
        }
    }
    let mut beside = vec![Vec::new(); areas.len()];
    for (arc, users) in users {
        let [(one, backwards), (other, other_backwards)] = users[..] else { continue };
        if one == other {
            // Both ways are its own, and turning it would never end.
            continue;
        }
        let long = i64::try_from(length(arc)).unwrap_or(i64::MAX);
        let won = if backwards == other_backwards { long } else { -long };
        beside[one].push((other, won));
        beside[other].push((one, won));
    }
    beside
}

/// Where an arc stands in the list, whichever way it is walked.
pub fn position(index: i32) -> usize {
    if index < 0 { !index as usize } else { index as usize }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_three_areas_that_meet_the_longest_borders_are_walked_alike() {
        // Each walks clockwise what it shares with the two others.
        let areas: [Vec<&[i32]>; 3] = [vec![&[0, !2, 3]], vec![&[1, !0, 4]], vec![&[2, !1, 5]]];
        let alike = |turned: &[bool]| [(0, 0, 1), (1, 1, 2), (2, 0, 2)].map(|(_, a, b)| turned[a] != turned[b]);
        for (lengths, expected) in [([9, 9, 1], [true, true, false]), ([9, 1, 9], [true, false, true])] {
            let turned = turned(&areas, |arc| lengths.get(arc).copied().unwrap_or(50));
            assert_eq!(alike(&turned), expected, "{lengths:?}");
        }
    }

    #[test]
    fn an_area_that_touches_none_or_itself_is_left_alone() {
        assert_eq!(turned(&[vec![&[0]], vec![&[1, !1]]], |_| 3), [false, false]);
    }
}
