//! The land: a grid whose corners are shifted and whose borders wander, each border one arc that both sides use.

use serde_json::{Value, json};

use crate::dice::Dice;

/// Steps of the quantisation from one side of the land to the other.
const STEPS: f64 = 100_000.0;
/// The land's west and south in degrees.
const CORNER: [f64; 2] = [112.0, 34.0];
/// How many degrees the land spans, east and north.
const SPAN: [f64; 2] = [1.2, 0.9];
/// How often a border is halved and its middle shifted.
const HALVINGS: u32 = 5;
/// By how much a corner of the grid is shifted, in parts of a cell.
const SHIFT: f64 = 0.18;
/// By how much the middle of a border is shifted, in parts of its length.
const WANDER: f64 = 0.11;

/// A point in parts of the land, from its south-west corner.
type Spot = [f64; 2];

/// A land of as many regions as one asked for; the last row may be short.
pub struct Land {
    regions: usize,
    columns: usize,
    rows: usize,
}

impl Land {
    /// A land of so many regions.
    pub fn new(regions: usize) -> Self {
        let columns = ((regions as f64 * SPAN[0] / SPAN[1]).sqrt().ceil() as usize).max(1);
        Self { regions, columns, rows: regions.div_ceil(columns) }
    }

    /// West, south, east, north in degrees.
    pub fn extent(&self) -> [f64; 4] {
        [CORNER[0], CORNER[1], CORNER[0] + SPAN[0], CORNER[1] + SPAN[1]]
    }

    /// A point in a region: `at` counts from its middle, half a cell being 1 each way.
    pub fn point(&self, region: usize, at: [f64; 2]) -> [f64; 2] {
        let cell = [(region % self.columns) as f64, (region / self.columns) as f64];
        let counts = [self.columns as f64, self.rows as f64];
        [0, 1].map(|axis| degrees(axis, (cell[axis] + 0.5 + at[axis] / 2.0) / counts[axis]))
    }

    /// The land as TopoJSON.
    pub fn topology(&self) -> Value {
        let mut arcs = Vec::new();
        let across = (self.columns + 1) * self.rows;
        let exists = |column: usize, row: usize| {
            column < self.columns && row < self.rows && row * self.columns + column < self.regions
        };
        // Borders that run north, then those that run east; one that no region uses keeps its number and no more.
        for index in 0..across {
            let (column, row) = (index % (self.columns + 1), index / (self.columns + 1));
            let used = exists(column, row) || column > 0 && exists(column - 1, row);
            arcs.push(self.border([column, row], [column, row + 1], index, used));
        }
        for index in 0..self.columns * (self.rows + 1) {
            let (column, row) = (index % self.columns, index / self.columns);
            let used = exists(column, row) || row > 0 && exists(column, row - 1);
            arcs.push(self.border([column, row], [column + 1, row], across + index, used));
        }
        let north = |column: usize, row: usize| (row * (self.columns + 1) + column) as i64;
        let east = |column: usize, row: usize| (across + row * self.columns + column) as i64;
        let polygon = |region: usize| {
            let (column, row) = (region % self.columns, region / self.columns);
            let ring = [east(column, row), north(column + 1, row), !east(column, row + 1), !north(column, row)];
            json!({"type": "Polygon", "id": format!("r{region}"), "arcs": [ring]})
        };
        let geometries: Vec<Value> = (0..self.regions).map(polygon).collect();
        json!({
            "type": "Topology",
            "bbox": self.extent(),
            "transform": {"scale": SPAN.map(|span| span / STEPS), "translate": CORNER},
            "objects": {"regions": {"type": "GeometryCollection", "geometries": geometries}},
            "arcs": arcs,
        })
    }

    /// A border as an arc: its first position, then steps.
    fn border(&self, from: [usize; 2], to: [usize; 2], number: usize, used: bool) -> Vec<[i64; 2]> {
        let mut line = vec![self.corner(from), self.corner(to)];
        let mut dice = Dice::new(number as u64);
        // An unused border is the shortest that the format takes.
        for _ in 0..if used { HALVINGS } else { 0 } {
            let halves = line.windows(2).flat_map(|pair| [pair[0], self.shifted_middle(pair[0], pair[1], &mut dice)]);
            let mut finer: Vec<Spot> = halves.collect();
            finer.extend(line.last());
            line = finer;
        }
        let mut at = [0, 0];
        let step = |spot: Spot| {
            let here = spot.map(|part| (part * STEPS).round() as i64);
            let step = [here[0] - at[0], here[1] - at[1]];
            at = here;
            step
        };
        line.into_iter().map(step).collect()
    }

    /// A corner of the grid where it really lies; those on the edge of the land stay there.
    fn corner(&self, [column, row]: [usize; 2]) -> Spot {
        let mut dice = Dice::new((row * (self.columns + 1) + column) as u64 ^ 0xC0_FFEE);
        let counts = [self.columns, self.rows];
        [column, row]
            .iter()
            .zip(counts)
            .fold((0, [0.0; 2]), |(axis, mut spot), (line, count)| {
                let inside = *line > 0 && *line < count;
                let shift = dice.throw() * if inside { SHIFT } else { 0.0 };
                spot[axis] = (*line as f64 + shift) / count as f64;
                (axis + 1, spot)
            })
            .1
    }

    fn shifted_middle(&self, from: Spot, to: Spot, dice: &mut Dice) -> Spot {
        let counts = [self.columns as f64, self.rows as f64];
        let [dx, dy] = [0, 1].map(|axis| (to[axis] - from[axis]) * counts[axis]);
        let aside = dice.throw() * WANDER;
        [(from[0] + to[0]) / 2.0 - dy * aside / counts[0], (from[1] + to[1]) / 2.0 + dx * aside / counts[1]]
    }
}

fn degrees(axis: usize, part: f64) -> f64 {
    let value = CORNER[axis] + part * SPAN[axis];
    (value * 1e6).round() / 1e6
}
