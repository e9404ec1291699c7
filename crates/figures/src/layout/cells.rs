//! Figures that are tables by nature: what stands in each cell, before it becomes an element.

use story::model::{Colour, FactId, Kind, Lane, Lanes, Localized, Matrix, MatrixRow, PlaceId, Shape, Stage, Story};

/// What a cell of a figure shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// The city is named.
    Named,
    /// The city is named, and a project in it.
    NamedWithProject,
    /// The city is not named.
    NotNamed,
    /// The page leaves the whole row open.
    NotGiven(FactId),
}

/// A row of the matrix.
#[derive(Clone, Debug)]
pub struct MatrixTable<'a> {
    /// The row it shows.
    pub row: &'a MatrixRow,
    /// One cell for each column; where the page lists no cities, one that spans all but the first.
    pub cells: Vec<(Option<&'a PlaceId>, Cell)>,
}

/// The cells of the matrix.
pub fn matrix_table(matrix: &Matrix) -> Vec<MatrixTable<'_>> {
    matrix.rows.iter().map(|row| MatrixTable { row, cells: matrix_cells(matrix, row) }).collect()
}

fn matrix_cells<'a>(matrix: &'a Matrix, row: &MatrixRow) -> Vec<(Option<&'a PlaceId>, Cell)> {
    let cell = |(index, column): (usize, &'a PlaceId)| {
        let named = row.named.contains(column);
        let kind = match (named, index == 0 && row.project.is_some()) {
            (true, true) => Cell::NamedWithProject,
            (true, false) => Cell::Named,
            (false, _) => Cell::NotNamed,
        };
        (Some(column), kind)
    };
    let mut cells: Vec<_> = matrix.columns.iter().enumerate().map(cell).collect();
    if let Some(fact) = &row.not_listed {
        cells.truncate(1);
        cells.push((None, Cell::NotGiven(fact.clone())));
    }
    cells
}

/// A row of the lanes.
#[derive(Clone, Debug)]
pub struct TableRow<'a> {
    /// The item.
    pub lane: &'a Lane,
    /// Its name.
    pub name: &'a Localized,
    /// What the page says is done with it.
    pub verb: Option<&'a Localized>,
    /// Its stage.
    pub stage: Stage,
    /// The index of its stage among the lanes' stages: all before it are behind it.
    pub reached: usize,
    /// The kind of the fact that says so.
    pub kind: Kind,
}

/// The rows of the lanes, in their order; rows whose place has no stage are left out.
pub fn lanes_table<'a>(story: &'a Story, lanes: &'a Lanes) -> Vec<TableRow<'a>> {
    let row = |lane: &'a Lane| {
        let place = story.place(&lane.place)?;
        let stage = place.stage?;
        let reached = lanes.stages.iter().position(|s| s.stage == stage)?;
        let kind = story.fact(&lane.fact)?.kind;
        Some(TableRow { lane, name: &place.name, verb: place.verb.as_ref(), stage, reached, kind })
    };
    lanes.rows.iter().filter_map(row).collect()
}

/// The sign that explains the stages of lanes: shape and colour of the first row's category.
pub fn lanes_sign(story: &Story, lanes: &Lanes) -> (Shape, Colour) {
    let category = |lane: &Lane| story.place(&lane.place).and_then(|place| story.category_of(place));
    let first = lanes.rows.iter().find_map(category);
    first.map_or((Shape::Circle, Colour::River), |category| (category.shape, category.colour))
}
