//! From a topology's shared arcs to lines and rings on the plane.

use std::collections::BTreeMap;

use super::{Point, TransverseMercator};
use crate::model::{Geometry, GeometryCollection, Topology};

/// Lines or closed rings, in metres.
pub type Lines = Vec<Vec<Point>>;

/// A topology, decoded and projected: every arc once, in metres on the plane.
#[derive(Clone, Debug)]
pub struct Shapes<'a> {
    topology: &'a Topology,
    arcs: Lines,
}

impl<'a> Shapes<'a> {
    /// Decodes and projects every arc.
    pub fn new(topology: &'a Topology, projection: TransverseMercator) -> Self {
        let Topology { transform, arcs, .. } = topology;
        let project = |x: i64, y: i64| {
            projection.forward(
                x as f64 * transform.scale[0] + transform.translate[0],
                y as f64 * transform.scale[1] + transform.translate[1],
            )
        };
        let decode = |arc: &Vec<[i64; 2]>| {
            arc.iter()
                .scan((0, 0), |at, step| {
                    *at = (at.0 + step[0], at.1 + step[1]);
                    Some(project(at.0, at.1))
                })
                .collect()
        };
        Self { topology, arcs: arcs.iter().map(decode).collect() }
    }

    /// The members of a layer with their lines or rings, in file order; none if there is no such layer.
    pub fn layer(&self, name: &str) -> Vec<(&'a str, Lines)> {
        self.members(name).map(|geometry| (geometry.id(), self.lines(geometry))).collect()
    }

    /// The rings of one region; none if it has no geometry.
    pub fn rings(&self, id: &str) -> Lines {
        self.members("regions").find(|geometry| geometry.id() == id).map_or_else(Vec::new, |g| self.lines(g))
    }

    /// The regions' common outline: the arcs that only one of them uses.
    pub fn outline(&self) -> Lines {
        let mut uses: BTreeMap<usize, usize> = BTreeMap::new();
        for geometry in self.members("regions") {
            for index in geometry.lines().into_iter().flatten() {
                *uses.entry(position(*index)).or_default() += 1;
            }
        }
        let once = uses.into_iter().filter(|(_, count)| *count == 1);
        joined(once.map(|(index, _)| self.arcs[index].clone()).collect())
    }

    fn members(&self, layer: &str) -> impl Iterator<Item = &'a Geometry> + use<'a> {
        self.topology.objects.get(layer).into_iter().flat_map(|GeometryCollection { geometries, .. }| geometries)
    }

    fn lines(&self, geometry: &Geometry) -> Lines {
        geometry.lines().into_iter().map(|arcs| self.line(arcs)).collect()
    }

    /// One line from its arcs; where two arcs meet, their common point stands once.
    fn line(&self, arcs: &[i32]) -> Vec<Point> {
        let mut line: Vec<Point> = Vec::new();
        for index in arcs {
            let arc = &self.arcs[position(*index)];
            let skip = usize::from(!line.is_empty());
            if *index < 0 {
                line.extend(arc.iter().rev().skip(skip));
            } else {
                line.extend(arc.iter().skip(skip));
            }
        }
        line
    }
}

/// Where an arc stands in the list, whichever way it is walked.
fn position(index: i32) -> usize {
    if index < 0 { !index as usize } else { index as usize }
}

/// Lines joined end to end as far as they meet, so that a dash or a join does not show every arc.
fn joined(mut lines: Lines) -> Lines {
    let mut done = Vec::new();
    while let Some(mut line) = lines.pop() {
        while let Some(end) = line.last().copied() {
            let meets = |other: &Vec<Point>| {
                if other.first() == Some(&end) {
                    Some(false)
                } else if other.last() == Some(&end) {
                    Some(true)
                } else {
                    None
                }
            };
            let Some((at, backwards)) = lines.iter().enumerate().find_map(|(i, other)| Some((i, meets(other)?)))
            else {
                break;
            };
            let mut next = lines.swap_remove(at);
            if backwards {
                next.reverse();
            }
            line.extend(next.into_iter().skip(1));
        }
        done.push(line);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Transform;

    /// Two unit squares side by side: arc 0 is their common border.
    fn two_squares() -> Topology {
        let polygon = |id: &str, arcs| Geometry::Polygon { id: id.into(), arcs: vec![arcs] };
        let geometries = vec![polygon("west", vec![0, 1]), polygon("east", vec![2, !0])];
        Topology {
            kind: "Topology".into(),
            bbox: None,
            transform: Transform { scale: [0.01, 0.01], translate: [112.0, 34.0] },
            objects: [("regions".into(), GeometryCollection { kind: "GeometryCollection".into(), geometries })]
                .into(),
            arcs: vec![
                vec![[1, 0], [0, 1]],
                vec![[1, 1], [-1, 0], [0, -1], [1, 0]],
                vec![[1, 0], [1, 0], [0, 1], [-1, 0]],
            ],
        }
    }

    #[test]
    fn rings_close_and_share_the_very_same_border() {
        let topology = two_squares();
        let shapes = Shapes::new(&topology, TransverseMercator::new(112.0));
        for id in ["west", "east"] {
            let rings = shapes.rings(id);
            assert_eq!(rings[0].first(), rings[0].last(), "{id}");
            assert_eq!(rings[0].len(), 5, "{id}");
        }
        assert!(shapes.rings("west")[0].iter().filter(|p| shapes.rings("east")[0].contains(p)).count() >= 2);
    }

    #[test]
    fn the_outline_leaves_out_the_common_border_and_is_one_ring() {
        let topology = two_squares();
        let outline = Shapes::new(&topology, TransverseMercator::new(112.0)).outline();
        assert_eq!(outline.len(), 1);
        assert_eq!(outline[0].len(), 7);
        assert_eq!(outline[0].first(), outline[0].last());
    }
}
