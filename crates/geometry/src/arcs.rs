//! From a topology's shared arcs to lines and rings on the plane.

use std::collections::{BTreeMap, BTreeSet};

use super::topology::{Geometry, GeometryCollection, Topology};
use super::winding::{position, turned};
use super::{Point, Rect, TransverseMercator, simplified};

/// Lines or closed rings, in metres.
pub type Lines = Vec<Vec<Point>>;

/// A topology, decoded and projected: every arc once, in metres on the plane.
#[derive(Clone, Debug)]
pub struct Shapes<'a> {
    topology: &'a Topology,
    arcs: Lines,
    /// The regions by id: a map of thousands asks for each of them many times.
    regions: BTreeMap<&'a str, &'a Geometry>,
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
        let regions = members(topology, "regions").map(|geometry| (geometry.id(), geometry));
        // From the last to the first: of two with one id the first counts.
        let regions = regions.collect::<Vec<_>>().into_iter().rev().collect();
        Self { topology, arcs: arcs.iter().map(decode).collect(), regions }
    }

    /// The same with fewer points: none that is left out lies further from its border than the tolerance, in metres,
    /// that is asked for the box around the border.
    ///
    /// Every arc is simplified once and keeps its ends, so no border is torn from its other side or from those it
    /// meets. Where an area would be left without an inside, its arcs stay as they are.
    pub fn simplified(self, tolerance: impl Fn(&Rect) -> f64) -> Self {
        let fewer = |arc: &Vec<Point>| {
            Rect::bounding(arc.iter().copied()).map_or_else(Vec::new, |bounds| simplified(arc, tolerance(&bounds)))
        };
        let mut lighter = Self { arcs: self.arcs.iter().map(fewer).collect(), ..self.clone() };
        let areas = self.topology.objects.values().flat_map(|layer| &layer.geometries).filter(|one| one.is_area());
        for ring in areas.flat_map(Geometry::lines) {
            // A triangle comes back to its first corner in a fourth point.
            if lighter.line(ring).len() < 4 {
                ring.iter()
                    .map(|index| position(*index))
                    .for_each(|arc| lighter.arcs[arc].clone_from(&self.arcs[arc]));
            }
        }
        lighter
    }

    /// Every arc, in metres, in the order of the file.
    pub fn arcs(&self) -> &Lines {
        &self.arcs
    }

    /// The members of a layer with their lines or rings, in file order; none if there is no such layer.
    pub fn layer(&self, name: &str) -> Vec<(&'a str, Lines)> {
        self.members(name).map(|geometry| (geometry.id(), self.lines(geometry))).collect()
    }

    /// The rings of one region; none if it has no geometry.
    pub fn rings(&self, id: &str) -> Lines {
        self.regions.get(id).map_or_else(Vec::new, |geometry| self.lines(geometry))
    }

    /// The regions' common outline: the arcs that only one of them uses.
    pub fn outline(&self) -> Lines {
        joined(self.outer_arcs().into_iter().map(|index| self.arcs[index].clone()).collect())
    }

    /// The arcs that only one region uses.
    fn outer_arcs(&self) -> BTreeSet<usize> {
        let mut uses: BTreeMap<usize, usize> = BTreeMap::new();
        for geometry in self.members("regions") {
            for index in geometry.lines().into_iter().flatten() {
                *uses.entry(position(*index)).or_default() += 1;
            }
        }
        uses.into_iter().filter(|(_, count)| *count == 1).map(|(index, _)| index).collect()
    }

    /// The regions, each with its rings, and their common outline in parts: all walked so that as much as possible of a border
    /// is walked the same way wherever it stands ([`turned`]). The parts of the outline meet, and none encloses anything.
    pub fn alike(&self) -> (Vec<(&'a str, Lines)>, Lines) {
        let regions: Vec<&Geometry> = self.members("regions").collect();
        let rings: Vec<Vec<&[i32]>> = regions.iter().map(|region| region.lines()).collect();
        let is_turned = turned(&rings, |arc| self.arcs[arc].len());
        let walked = |rings: &[&[i32]], is_turned: bool| -> Vec<Vec<i32>> {
            let back = |ring: &&[i32]| ring.iter().rev().map(|index| !index).collect();
            rings.iter().map(|ring| if is_turned { back(ring) } else { ring.to_vec() }).collect()
        };
        let walked: Vec<Vec<Vec<i32>>> =
            rings.iter().zip(is_turned).map(|(rings, is_turned)| walked(rings, is_turned)).collect();
        let outer = self.outer_arcs();
        let parts = walked.iter().flatten().flat_map(|ring| ring.split(|index| !outer.contains(&position(*index))));
        let parts = parts.filter(|part| !part.is_empty()).map(|part| self.line(part)).collect();
        let regions = regions.iter().zip(&walked);
        let lines = |rings: &[Vec<i32>]| rings.iter().map(|ring| self.line(ring)).collect();
        (regions.map(|(region, rings)| (region.id(), lines(rings))).collect(), parts)
    }

    /// The pairs of regions that have a border in common, by their ids: those that use the same arc. What meets in a point
    /// alone, or lies side by side without an arc of both, is no pair. Each pair stands once, the one first that stands
    /// first in the file.
    pub fn borders(&self) -> Vec<[&'a str; 2]> {
        let mut sides: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let regions: Vec<&'a Geometry> = self.members("regions").collect();
        for (index, geometry) in regions.iter().enumerate() {
            for arc in geometry.lines().into_iter().flatten() {
                sides.entry(position(*arc)).or_default().push(index);
            }
        }
        let mut pairs: Vec<[usize; 2]> = Vec::new();
        for sides in sides.values() {
            pairs.extend(sides.iter().enumerate().flat_map(|(at, one)| {
                sides[at + 1..].iter().filter(move |other| *other != one).map(move |other| [*one, *other])
            }));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs.into_iter().map(|pair| pair.map(|index| regions[index].id())).collect()
    }

    fn members(&self, layer: &str) -> impl Iterator<Item = &'a Geometry> + use<'a> {
        members(self.topology, layer)
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

/// The members of a layer; none if there is no such layer.
fn members<'a>(topology: &'a Topology, layer: &str) -> impl Iterator<Item = &'a Geometry> + use<'a> {
    topology.objects.get(layer).into_iter().flat_map(|GeometryCollection { geometries, .. }| geometries)
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
    use crate::Transform;

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
    fn a_border_in_common_is_an_arc_of_both() {
        let mut topology = two_squares();
        let borders = |topology: &Topology| {
            let shapes = Shapes::new(topology, TransverseMercator::new(112.0));
            shapes.borders().into_iter().map(|pair| pair.map(str::to_owned)).collect::<Vec<_>>()
        };
        assert_eq!(borders(&topology), [["west", "east"]]);
        // The same points in an arc of its own are no border of both.
        topology.arcs.push(vec![[1, 1], [0, -1]]);
        if let Some(layer) = topology.objects.get_mut("regions") {
            layer.geometries[1] = Geometry::Polygon { id: "east".into(), arcs: vec![vec![2, 3]] };
        }
        assert_eq!(borders(&topology), [[""; 2]; 0]);
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

    /// The two squares with a common border that bends by half a step.
    fn two_bent_squares() -> Topology {
        let mut topology = two_squares();
        topology.transform.scale = [0.005, 0.005];
        topology.arcs = vec![
            vec![[2, 0], [1, 1], [-1, 1]],
            vec![[2, 2], [-2, 0], [0, -2], [2, 0]],
            vec![[2, 0], [2, 0], [0, 2], [-2, 0]],
        ];
        topology
    }

    #[test]
    fn a_simplified_border_is_the_same_on_both_sides() {
        let topology = two_bent_squares();
        let shapes = Shapes::new(&topology, TransverseMercator::new(112.0));
        // The bend is some 460 m deep.
        for (tolerance, length) in [(100.0, 6), (600.0, 5)] {
            let lighter = shapes.clone().simplified(|_| tolerance);
            assert_eq!(lighter.rings("west")[0].len(), length);
            let border = &lighter.arcs()[0];
            for id in ["west", "east"] {
                assert!(border.iter().all(|point| lighter.rings(id)[0].contains(point)), "{id} at {tolerance}");
            }
        }
    }

    #[test]
    fn an_area_never_loses_its_inside() {
        let topology = two_bent_squares();
        let shapes = Shapes::new(&topology, TransverseMercator::new(112.0)).simplified(|_| 1e9);
        for id in ["west", "east"] {
            assert!(shapes.rings(id)[0].len() >= 4, "{id}");
        }
    }

    #[test]
    fn a_border_is_walked_the_same_way_on_both_sides_and_in_the_outline() {
        let topology = two_squares();
        let shapes = Shapes::new(&topology, TransverseMercator::new(112.0));
        let (regions, outline) = shapes.alike();
        let has = |line: &Vec<Point>, [a, b]: [&Point; 2]| line.windows(2).any(|pair| pair == [*a, *b]);
        let common = &shapes.arcs()[0];
        let (there, back) = ([&common[0], &common[1]], [&common[1], &common[0]]);
        let ways = |way: [&Point; 2]| regions.iter().filter(|(_, rings)| has(&rings[0], way)).count();
        assert_eq!([ways(there), ways(back)].iter().max(), Some(&2));
        assert_eq!(outline.iter().map(|part| part.len() - 1).sum::<usize>(), 6, "each side once");
        for pair in outline.iter().flat_map(|part| part.windows(2)) {
            assert!(regions.iter().any(|(_, rings)| has(&rings[0], [&pair[0], &pair[1]])), "{pair:?}");
        }
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
