//! Figures that are tables by nature, as they are drawn for pictures: the page itself has them as HTML.

use super::scene::{Part, Piece, Role, Scene, Stroke, Target, Type, frame, hatching};
use super::signs::{Swatch, band_height, block, hatched, kind_mark, legend, mark_width, slip, text};
use super::{Cell, Outline, circle, core, half, lanes_sign, lanes_table, matrix_table, outline};
use geometry::{Point, Rect};
use story::model::{Accounts, Colour, Kind, Lanes, Lang, Localized, Matrix, Shape, Stage, Story};
use story::text::{Ui, plain_text};

const HEAD: Type = Type::sans(13.0);
const NAME: Type = Type::serif(16.0);
const WORDS: Type = Type::sans(14.0);
const SMALL: Type = Type::sans(12.0);

/// A table while it is laid out: pieces, and how far down it reaches.
struct Sheet {
    ui: Ui,
    lang: Lang,
    width: f64,
    foot: f64,
    pieces: Vec<Piece>,
}

impl Sheet {
    fn new(lang: Lang, width: f64) -> Self {
        Self { ui: Ui(lang), lang, width, foot: 0.0, pieces: Vec::new() }
    }

    fn words<'a>(&self, text: &'a Localized) -> &'a str {
        text.get(self.lang)
    }

    /// Heads at their columns, and the line below them; each is given the room up to the next.
    fn heads(&mut self, heads: &[(f64, f64, &str)]) {
        let mut foot: f64 = 0.0;
        for (x, room, words) in heads {
            foot = foot.max(self.lines(*x, 16.0, words, HEAD, Role::Ink2, *room));
        }
        self.foot = foot + 6.0;
        self.rule(Role::Ink, self.width);
    }

    fn rule(&mut self, role: Role, to: f64) {
        let line = vec![Point::new(0.0, self.foot), Point::new(to, self.foot)];
        self.pieces.push(Piece::Line(line, role, 1.0, Stroke::Solid));
    }

    /// Words in lines from a base line on; the foot of the last one.
    fn lines(&mut self, x: f64, base: f64, words: &str, face: Type, role: Role, room: f64) -> f64 {
        let lines = block(Point::new(x, base), words, face, role, room);
        self.pieces.extend(lines.lines.into_iter().map(Piece::Text));
        base + lines.height - face.size
    }

    /// A hatched swatch and words after it.
    fn not_given(&mut self, x: f64, base: f64, words: &str, room: f64) -> f64 {
        self.pieces.push(Piece::Hatch(hatching(Rect::new(x, base - 11.0, 18.0, 12.0), 4.0, 1.0)));
        self.lines(x + 24.0, base, words, WORDS, Role::Ink2, room - 24.0)
    }

    fn scene<S: Fn(Rect) -> Vec<Piece>>(mut self, entries: &[(S, &str)]) -> Scene {
        let mut parts =
            vec![Part { to: Target::Nothing, name: String::new(), pieces: std::mem::take(&mut self.pieces) }];
        if !entries.is_empty() {
            let (part, height) = legend(entries, self.foot + 16.0, self.width);
            parts.push(part);
            self.foot += 16.0 + height;
        }
        Scene { size: [self.width, self.foot + 2.0], parts }
    }
}

/// A mark of a category at its stage: hollow, half, with a core, or full.
fn mark(shape: Shape, stage: Stage, colour: Colour, at: Point, radius: f64) -> Vec<Piece> {
    let role = Role::Category(colour);
    let around: Vec<Point> = match outline(shape, radius) {
        Outline::Polygon(points) => points,
        Outline::Circle(radius) => circle(radius),
    };
    let moved = |points: &[Point]| points.iter().map(|p| Point::new(at.x + p.x, at.y + p.y)).collect::<Vec<_>>();
    let fill = match stage {
        Stage::Planned => None,
        Stage::UnderWay => Some(moved(&half(&around))),
        Stage::Due => Some(moved(&core(&around))),
        Stage::Done => Some(moved(&around)),
    };
    let mut edge = moved(&around);
    edge.extend(edge.first().copied());
    let ground = Piece::Area(moved(&around), Role::Paper);
    let fill = fill.map(|points| Piece::Area(points, role));
    [Some(ground), fill, Some(Piece::Line(edge, role, 1.7, Stroke::Solid))].into_iter().flatten().collect()
}

/// Who says what.
pub fn accounts_scene(story: &Story, spec: &Accounts, lang: Lang, width: f64) -> Scene {
    let mut sheet = Sheet::new(lang, width);
    let (ui, left) = (sheet.ui, (width * 0.22).max(110.0));
    sheet.heads(&[(0.0, left - 16.0, ui.table_who()), (left, width - left, ui.table_says())]);
    for row in &spec.rows {
        let top = sheet.foot;
        let name = sheet.lines(0.0, top + 26.0, sheet.words(&row.name), NAME, Role::Ink, left - 16.0);
        let mut base = top + 26.0;
        for item in &row.items {
            let Some(fact) = story.fact(&item.fact) else { continue };
            let words = plain_text(story, &item.words, lang);
            let room = width - left - mark_width(ui, fact.kind) - 8.0 - HEAD.width(ui.kind(fact.kind)) - 8.0;
            let foot = match fact.kind {
                Kind::NotGiven => sheet.not_given(left, base, &words, room),
                _ => sheet.lines(left, base, &words, WORDS, Role::Ink, room),
            };
            let kind = Point::new(width - HEAD.width(ui.kind(fact.kind)), base);
            sheet.pieces.push(Piece::Text(text(kind, ui.kind(fact.kind), HEAD, Role::Ink2)));
            let at = Point::new(kind.x - mark_width(ui, fact.kind) - 6.0, base);
            sheet.pieces.extend(kind_mark(ui, fact.kind, at, Role::Ink2));
            base = foot + 24.0;
        }
        sheet.foot = name.max(base - 24.0) + 14.0;
        sheet.rule(Role::Rule, width);
    }
    sheet.scene::<Swatch>(&[])
}

/// Items by how far they have come, with the band of what none of them is given.
pub fn lanes_scene(story: &Story, spec: &Lanes, lang: Lang, width: f64) -> Scene {
    let mut sheet = Sheet::new(lang, width);
    let ui = sheet.ui;
    let band = if spec.gap.is_some() { (width * 0.17).max(96.0) } else { 0.0 };
    let table = width - band - if band > 0.0 { 16.0 } else { 0.0 };
    let (name, place) = (table * 0.27, table * 0.17);
    let lane = (table - name - place) / spec.stages.len().max(1) as f64;
    let column = |index: usize| name + lane * index as f64;
    let mut heads = vec![(0.0, name - 8.0, sheet.words(&spec.row_head))];
    heads.extend(spec.stages.iter().enumerate().map(|(i, stage)| (column(i), lane - 8.0, stage.name.get(lang))));
    heads.push((table - place + 12.0, place - 12.0, sheet.words(&spec.where_head)));
    if let Some(gap) = &spec.gap {
        heads.push((width - band, band, sheet.words(&gap.head)));
    }
    sheet.heads(&heads);
    let first = sheet.foot;
    for row in lanes_table(story, spec) {
        let top = sheet.foot;
        let foot = sheet.lines(0.0, top + 28.0, row.name.get(lang), NAME, Role::Ink, name - 16.0);
        let at = Point::new(column(row.reached) + 9.0, top + 23.0);
        let line = |from: f64, to: f64, role, stroke| {
            (to > from).then(|| Piece::Line(vec![Point::new(from, at.y), Point::new(to, at.y)], role, 1.0, stroke))
        };
        let (role, stroke) = match row.stage {
            Stage::Due => (Role::Mline, Stroke::Dotted),
            Stage::Planned | Stage::UnderWay | Stage::Done => (Role::Ink2, Stroke::Solid),
        };
        sheet.pieces.extend(line(name, at.x - 9.0, role, stroke));
        let words = row.verb.map_or("", |verb| verb.get(lang));
        let kind = mark_width(ui, row.kind);
        let verb = block(Point::new(at.x + 16.0, at.y + 5.0), words, WORDS, Role::Ink, lane - 31.0 - kind);
        let said = at.x + 22.0 + verb.width;
        let verb_foot = at.y + verb.height;
        let category = story.place(&row.lane.place).and_then(|place| story.category_of(place));
        if let Some(category) = category {
            sheet.pieces.extend(mark(category.shape, row.stage, category.colour, at, 7.5));
        }
        sheet.pieces.extend(verb.lines.into_iter().map(Piece::Text));
        sheet.pieces.extend(kind_mark(ui, row.kind, Point::new(said, at.y + 4.0), Role::Ink2));
        let last = row.reached + 1 == spec.stages.len();
        if !last {
            sheet.pieces.extend(line(said + kind + 6.0, table - place, Role::Mline, Stroke::Dotted));
        }
        let (x, room) = (table - place + 12.0, place - 12.0);
        let place_foot = match &row.lane.location {
            Some(location) => sheet.lines(x, top + 28.0, location.get(lang), WORDS, Role::Ink, room),
            None => sheet.not_given(x, top + 28.0, ui.not_given(), room),
        };
        sheet.foot = foot.max(place_foot).max(verb_foot) + 18.0;
        sheet.rule(Role::Rule, table);
    }
    if let Some(gap) = &spec.gap {
        let words = sheet.words(&gap.words);
        let height = (sheet.foot - first).max(band_height(words, WORDS, band));
        let rect = Rect::new(width - band, first, band, height);
        sheet.pieces.push(Piece::Hatch(hatching(rect, 12.0, 1.0)));
        sheet.pieces.extend(slip(rect, words, WORDS));
        sheet.foot = first + height;
    }
    let past: Swatch = |rect| vec![stretch(rect, Role::Ink2, Stroke::Solid)];
    let ahead: Swatch = |rect| vec![stretch(rect, Role::Mline, Stroke::Dotted)];
    let (shape, colour) = lanes_sign(story, spec);
    let stages = spec.stages.iter().map(|one| {
        let stage = one.stage;
        let sign: Box<dyn Fn(Rect) -> Vec<Piece>> =
            Box::new(move |rect| mark(shape, stage, colour, rect.centre(), 7.0));
        (sign, ui.stage_fill(stage))
    });
    let lines = [(past, ui.lane_past()), (ahead, ui.lane_ahead()), (hatched as Swatch, ui.bar_not_given())];
    let lines = lines.map(|(line, words)| (Box::new(line) as Box<dyn Fn(Rect) -> Vec<Piece>>, words));
    sheet.scene(&stages.chain(lines).collect::<Vec<_>>())
}

fn stretch(rect: Rect, role: Role, stroke: Stroke) -> Piece {
    let y = rect.centre().y;
    Piece::Line(vec![Point::new(rect.x, y), Point::new(rect.right(), y)], role, 1.0, stroke)
}

fn square(at: Point, reach: f64) -> Vec<Piece> {
    mark(Shape::Square, Stage::Done, Colour::Bronze, at, reach)
}

fn framed(at: Point, reach: f64) -> Vec<Piece> {
    let edge = frame(Rect::around(at, reach * 2.6, reach * 2.6), Role::Category(Colour::Bronze), 2.0, Stroke::Solid);
    [square(at, reach), vec![edge]].concat()
}

fn dash(at: Point) -> Vec<Piece> {
    let line = vec![Point::new(at.x - 3.5, at.y), Point::new(at.x + 3.5, at.y)];
    vec![Piece::Line(line, Role::Mline, 1.0, Stroke::Solid)]
}

/// Groups by cities, with products and projects.
pub fn matrix_scene(story: &Story, spec: &Matrix, lang: Lang, width: f64) -> Scene {
    let mut sheet = Sheet::new(lang, width);
    let ui = sheet.ui;
    let (name, project) = (width * 0.26, width * 0.24);
    let city = (width - name - project) / (spec.columns.len() + 1) as f64;
    let column = |index: usize| name + city * index as f64;
    let mut heads = vec![(0.0, name - 8.0, sheet.words(&spec.row_head))];
    let names = spec.columns.iter().map(|id| story.subject(id).map_or("", |subject| subject.short().get(lang)));
    heads.extend(names.enumerate().map(|(index, name)| (column(index), city - 6.0, name)));
    heads.push((column(spec.columns.len()), city - 6.0, sheet.words(&spec.open_head)));
    heads.push((width - project + 12.0, project - 12.0, sheet.words(&spec.project_head)));
    sheet.heads(&heads);
    for table in matrix_table(spec) {
        let top = sheet.foot;
        let row = table.row;
        let (foot, kind) = (top + 26.0, story.fact(&row.fact).map(|fact| fact.kind));
        let end = NAME.width(row.name.get(lang)) + 6.0;
        if let Some(kind) = kind.filter(|kind| end + mark_width(ui, *kind) <= name - 8.0) {
            sheet.pieces.extend(kind_mark(ui, kind, Point::new(end, foot), Role::Ink2));
        }
        let foot = sheet.lines(0.0, foot, row.name.get(lang), NAME, Role::Ink, name - 16.0);
        let foot = sheet.lines(0.0, foot + 20.0, row.products.get(lang), SMALL, Role::Ink2, name - 16.0);
        let height = (foot - top + 14.0).max(64.0);
        for (index, (_, cell)) in table.cells.iter().enumerate() {
            let at = Point::new(column(index) + city / 2.0 - 3.0, top + height / 2.0);
            match cell {
                Cell::Named => sheet.pieces.extend(square(at, 11.0)),
                Cell::NamedWithProject => sheet.pieces.extend(framed(at, 11.0)),
                Cell::NotNamed => sheet.pieces.extend(dash(at)),
                Cell::NotGiven(_) => {
                    let right = column(spec.columns.len() + 1) - 6.0;
                    let band = Rect::new(column(index), top + 12.0, right - column(index), height - 24.0);
                    sheet.pieces.push(Piece::Hatch(hatching(band, 12.0, 1.0)));
                    sheet.pieces.extend(slip(band, ui.cities_not_given(), HEAD));
                }
            }
        }
        if row.not_listed.is_none() {
            let words = row.open.as_ref().map_or(ui.no_open(), |open| open.get(lang));
            let (x, y) = (column(spec.columns.len()), top + height / 2.0 + 5.0);
            sheet.lines(x, y, words, WORDS, Role::Ink2, city - 6.0);
        }
        let (x, room) = (width - project + 12.0, project - 12.0);
        let project_foot = match row.project.as_ref().and_then(|project| story.place(&project.place)) {
            None => sheet.not_given(x, top + height / 2.0 + 5.0, ui.not_given(), room),
            Some(place) => {
                let foot = sheet.lines(x, top + 26.0, place.name.get(lang), WORDS, Role::Ink, room);
                let verb = place.verb.as_ref().map_or("", |verb| verb.get(lang));
                sheet.lines(x, foot + 20.0, verb, SMALL, Role::Ink2, room)
            }
        };
        sheet.foot = (top + height).max(project_foot + 14.0);
        sheet.rule(Role::Rule, width);
    }
    if let Some(rest) = &spec.rest {
        let top = sheet.foot;
        let words = plain_text(story, &rest.name, lang);
        let foot = sheet.lines(0.0, top + 28.0, &words, NAME, Role::Ink, name - 16.0);
        let band = Rect::new(name, top + 8.0, width - name, (foot - top).max(34.0));
        sheet.pieces.push(Piece::Hatch(hatching(band, 12.0, 1.0)));
        sheet.pieces.extend(slip(band, rest.words.get(lang), HEAD));
        sheet.foot = band.bottom() + 8.0;
        sheet.rule(Role::Rule, width);
    }
    let named: Swatch = |rect| square(rect.centre(), 8.0);
    let project: Swatch = |rect| framed(rect.centre(), 6.5);
    let absent: Swatch = |rect| dash(rect.centre());
    sheet.scene(&[
        (named, ui.matrix_named()),
        (project, ui.matrix_project()),
        (absent, ui.matrix_absent()),
        (hatched, ui.bar_not_given()),
    ])
}
