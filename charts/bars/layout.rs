//! Bars of one whole each: parts as wide as their share, told apart by fill, border and words.

use crate::layout::scene::{Primitive, Role, Scene, SceneGroup, Stroke, Target, Type, frame, hatching};
use crate::layout::signs::{
    Swatch, band_height, block, filled, hatched, kind_mark, legend, mark_width, slip, stated, text,
};
use crate::layout::{ChartLayout, Placed};
use geometry::{Point, Rect};
use story::model::{BarInside, BarPart, Bars, Colour, Fact, Kind, Lang, Measure, Story};
use story::text::{Ui, number_of, plain};

impl ChartLayout for Bars {
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed {
        Placed::Scene(bars_scene(story, self, lang, width))
    }
}

/// Below this width a bar's name stands above it and not beside it.
const BESIDE: f64 = 560.0;
/// Least width of the names beside the bars, and between them and the bars.
const NAMES: f64 = 150.0;
const CLEAR: f64 = 12.0;
/// The least that a finger hits.
const TOUCH: f64 = 24.0;
/// What measures are called, and how their totals are set.
const MEASURE: Type = Type::serif(17.0);
const TOTAL: Type = Type::sans(14.0);
/// Names of parts, and of what lies in them.
const NAME: Type = Type::sans(13.0);
/// The smallest that a name of a part is set before it moves below the bar.
const SMALLEST: Type = Type::sans(11.5);

/// Everything that the placing of one measure needs.
struct BarsLayout<'a> {
    story: &'a Story,
    ui: Ui,
    lang: Lang,
    width: f64,
    /// Width of the names beside the bars; none where they stand above.
    names: Option<f64>,
}

/// All bars, one below the other, and the legend.
pub fn bars_scene(story: &Story, spec: &Bars, lang: Lang, width: f64) -> Scene {
    let mut scenes: Vec<Scene> =
        spec.measures.iter().map(|measure| measure_scene(story, spec, measure, lang, width)).collect();
    scenes.push(bars_legend(story, spec, lang, width));
    Scene::column(scenes, 14.0)
}

/// The legend of the bars: what solid, dashed and hatched mean, as far as they occur.
pub fn bars_legend(story: &Story, spec: &Bars, lang: Lang, width: f64) -> Scene {
    let ui = Ui(lang);
    let kinds: Vec<Kind> =
        spec.measures.iter().flat_map(|m| &m.parts).map(|part| story.fact(&part.fact).kind).collect();
    let given: Swatch = |rect| vec![filled(rect, Role::Given)];
    let computed: Swatch = |rect| {
        let edge = frame(rect.grown(-0.75), Role::Category(Colour::Plum), 1.5, Stroke::Dashed);
        vec![filled(rect, Role::Computed), edge]
    };
    let mut entries: Vec<(Swatch, &str)> = Vec::new();
    if kinds.iter().any(|kind| *kind != Kind::Computed) {
        entries.push((given, ui.bar_given()));
    }
    if kinds.contains(&Kind::Computed) {
        entries.push((computed, ui.bar_computed()));
    }
    if spec.measures.iter().any(|measure| measure.inside.is_some()) {
        entries.push((hatched, ui.bar_not_given()));
    }
    let (part, height) = legend(&entries, 0.0, width);
    Scene { size: [width, height], parts: vec![part] }
}

/// One bar: its name and total, its parts, and what lies in one of them. That its total and parts are above zero the check
/// has held.
pub fn measure_scene(story: &Story, spec: &Bars, measure: &Measure, lang: Lang, width: f64) -> Scene {
    let beside = width >= BESIDE;
    let above = BarsLayout { story, ui: Ui(lang), lang, width, names: None };
    let layout = BarsLayout { names: beside.then(|| above.names_of(spec)), ..above };
    let fact = story.fact(&measure.total);
    let left = layout.names.unwrap_or(0.0);
    let top = if beside { 0.0 } else { 34.0 };
    let cells = layout.cells(measure, fact.amount(), left);
    let height = cells.iter().map(BarCell::height).fold(if beside { 76.0 } else { 64.0 }, f64::max);
    let mut parts = vec![layout.head(measure, fact, if beside { Some(height) } else { None })];
    let mut foot = top + height;
    for cell in &cells {
        let bar = Rect::new(cell.x, top, cell.width, height);
        let mut primitives = cell.fill(bar);
        let figures = match &cell.label {
            Some(label) => {
                let (words, figures) = label.at(Point::new(cell.x + label.inset, top));
                primitives.extend(words);
                figures
            }
            None => {
                let (words, figures, tall) = layout.line_below(cell, Point::new(left, foot + 8.0));
                primitives.extend(words);
                foot += tall + 8.0;
                figures
            }
        };
        parts.extend(layout.part(cell, primitives, figures));
    }
    if let Some(inside) = &measure.inside
        && let Some(cell) = cells.iter().find(|cell| cell.part.fact == inside.part)
    {
        let (part, tall) = layout.inside(measure, inside, cell, foot + 10.0);
        parts.push(part);
        foot += tall + 10.0;
    }
    Scene { size: [width, foot + 2.0], parts }
}

/// A part of a bar with its place.
struct BarCell<'a> {
    part: &'a BarPart,
    fact: &'a Fact,
    /// Left end and width: exactly its share of the bar.
    x: f64,
    width: f64,
    fill: Role,
    /// What stands in it; nothing if it is too narrow for that.
    label: Option<BarLabel<'a>>,
}

impl BarCell<'_> {
    fn height(&self) -> f64 {
        self.label.as_ref().map_or(0.0, |label| label.height)
    }

    fn fill(&self, bar: Rect) -> Vec<Primitive> {
        let plum = Role::Category(Colour::Plum);
        let edge = match self.fill {
            Role::Computed => Some(frame(bar.grown(-0.75), plum, 1.5, Stroke::Dashed)),
            Role::GivenToo => Some(frame(bar.grown(-0.5), plum, 1.0, Stroke::Solid)),
            _ => None,
        };
        [Some(filled(bar, self.fill)), edge].into_iter().flatten().collect()
    }
}

/// The words in a part, from its upper left corner.
struct BarLabel<'a> {
    words: Vec<Primitive>,
    figures: Vec<BarFigure<'a>>,
    inset: f64,
    height: f64,
}

impl<'a> BarLabel<'a> {
    fn at(&self, corner: Point) -> (Vec<Primitive>, Vec<BarFigure<'a>>) {
        let moved = |primitives: &[Primitive]| primitives.iter().map(|one| one.moved(corner)).collect();
        let figure = |figure: &BarFigure<'a>| BarFigure { primitives: moved(&figure.primitives), ..*figure };
        (moved(&self.words), self.figures.iter().map(figure).collect())
    }
}

/// A number of a part with the mark of its kind, which leads to its source as it does in words.
struct BarFigure<'a> {
    fact: &'a Fact,
    primitives: Vec<Primitive>,
}

impl<'a> BarsLayout<'a> {
    /// What names and totals of all measures need, so that their bars begin below one another; at most a third of the width.
    fn names_of(&self, spec: &Bars) -> f64 {
        let width = |measure: &Measure| {
            let total = self.story.fact(&measure.total);
            let number = TOTAL.width(&self.number(total)) + 4.0 + mark_width(self.ui, total.kind);
            MEASURE.width(measure.name.get(self.lang)).max(number) + CLEAR
        };
        spec.measures.iter().map(width).fold(NAMES, f64::max).min(self.width / 3.0)
    }

    fn cells(&self, measure: &'a Measure, total: f64, left: f64) -> Vec<BarCell<'a>> {
        let zone = self.width - left;
        let (mut sum, mut given) = (0.0, 0);
        let mut cells = Vec::new();
        for part in &measure.parts {
            let fact = self.story.fact(&part.fact);
            let value = fact.amount();
            let (fill, ink) = match (fact.kind, given) {
                (Kind::Computed, _) => (Role::Computed, Role::Ink),
                (_, 0) => (Role::Given, Role::OnGiven),
                _ => (Role::GivenToo, Role::Ink),
            };
            given += usize::from(fact.kind != Kind::Computed);
            let (x, width) = (left + zone * sum / total, zone * value / total);
            sum += value;
            let label = self.label(part, fact, value, width, ink);
            cells.push(BarCell { part, fact, x, width, fill, label });
        }
        cells
    }

    /// Number, mark, name and share within a width; `None` if some word of them does not fit.
    fn label(&self, part: &BarPart, fact: &'a Fact, value: f64, width: f64, ink: Role) -> Option<BarLabel<'a>> {
        let inset = match width {
            wide if wide > 130.0 => 14.0,
            middle if middle > 70.0 => 7.0,
            _ => 5.0,
        };
        let room = width - 2.0 * inset;
        let sizes: &[f64] = if self.width >= BESIDE { &[28.0, 21.0, 18.0] } else { &[21.0, 18.0] };
        let number = plain(value);
        let mark = mark_width(self.ui, fact.kind);
        let fits = |size: &&f64| Type::serif(**size).width(&number) + 4.0 + mark <= room;
        let face = Type::serif(*sizes.iter().find(fits)?);
        let base = 8.0 + face.size;
        let mut figures = vec![self.figure(fact, number, face, Point::new(0.0, base), ink)];
        let name = part.name.get(self.lang);
        let lines = [NAME, SMALLEST]
            .into_iter()
            .map(|face| block(Point::new(0.0, base + 21.0), name, face, ink, room))
            .find(|lines| lines.width <= room)?;
        let mut foot = base + 21.0 + (lines.lines.len().max(1) - 1) as f64 * lines.lines.first()?.face.size * 1.4;
        let last = lines.lines.last().map_or(0.0, |line| line.face.width(&line.words));
        let words = lines.lines.into_iter().map(Primitive::Text).collect();
        if let Some(share) = part.share.as_ref().map(|id| self.story.fact(id)) {
            let comma = if self.lang == Lang::Zh { "，" } else { ", " };
            let mark = 4.0 + mark_width(self.ui, share.kind);
            let (words, bare) = (self.share(share), self.number(share));
            // After the name, on a line of its own, as a bare number; or left to the name and the table.
            let ways = [(last, format!("{comma}{words}")), (0.0, words), (0.0, bare)];
            if let Some((x, words)) = ways.into_iter().find(|(x, words)| x + NAME.width(words) + mark <= room) {
                foot += if x > 0.0 { 0.0 } else { 19.0 };
                figures.push(self.figure(share, words, NAME, Point::new(x, foot), ink));
            }
        }
        Some(BarLabel { words, figures, inset, height: foot + 13.0 })
    }

    fn share(&self, share: &Fact) -> String {
        self.ui.share(&self.number(share))
    }

    /// A number in a part with the mark of its kind.
    fn figure(&self, fact: &'a Fact, words: String, face: Type, at: Point, ink: Role) -> BarFigure<'a> {
        // The mark beside a large number is set a little higher.
        let rise = if face.size > NAME.size { 2.0 } else { 0.0 };
        let mark = Point::new(at.x + face.width(&words) + 4.0, at.y - rise);
        let width = mark.x - at.x + mark_width(self.ui, fact.kind);
        let height = face.size.max(TOUCH);
        let reach = Rect::new(at.x, at.y + 5.0 - height, width.max(TOUCH), height);
        let mut primitives = vec![Primitive::HitArea(reach), Primitive::Text(stated(at, words, face, ink, &fact.id))];
        primitives.extend(kind_mark(self.ui, fact.kind, mark, ink));
        BarFigure { fact, primitives }
    }

    fn number(&self, fact: &Fact) -> String {
        number_of(self.story, fact, self.lang).map_or_else(|| fact.id.to_string(), |number| number.to_string())
    }

    /// The measure's name and total: beside a bar of this height, or above it.
    fn head(&self, measure: &Measure, total: &Fact, beside: Option<f64>) -> SceneGroup {
        let name = measure.name.get(self.lang);
        let (face, small) = (MEASURE, TOTAL);
        let number = self.number(total);
        let (at, number_at) = match beside {
            Some(height) => (Point::new(0.0, height / 2.0 - 6.0), Point::new(0.0, height / 2.0 + 16.0)),
            None => (Point::new(0.0, 20.0), Point::new(face.width(name) + 10.0, 20.0)),
        };
        let mark = Point::new(number_at.x + small.width(&number) + 4.0, number_at.y);
        let mut primitives = vec![
            Primitive::HitArea(Rect::new(0.0, at.y - 20.0, mark.x + 20.0, number_at.y - at.y + 26.0)),
            Primitive::Text(text(at, name, face, Role::Ink)),
            Primitive::Text(stated(number_at, &number, small, Role::Ink2, &total.id)),
        ];
        primitives.extend(kind_mark(self.ui, total.kind, mark, Role::Ink2));
        let said = self.ui.clauses(&[&number, self.ui.kind(total.kind)]);
        SceneGroup { to: Target::Fact(total.id.clone()), name: self.ui.named(name, &said), primitives }
    }

    /// A part, and after it those of its numbers that have a source of their own to lead to.
    fn part(&self, cell: &BarCell, mut primitives: Vec<Primitive>, figures: Vec<BarFigure<'a>>) -> Vec<SceneGroup> {
        let target = cell.part.region.clone().map_or(Target::Fact(cell.fact.id.clone()), Target::Place);
        let share = cell.part.share.as_ref().map(|id| self.story.fact(id));
        // Where the share is drawn, its own link says it.
        let share = share.filter(|share| figures.iter().all(|figure| figure.fact.id != share.id));
        let share = share.map(|fact| self.ui.with_kind(&self.share(fact), fact.kind));
        let number = self.number(cell.fact);
        let mut said = vec![number.as_str(), self.ui.kind(cell.fact.kind)];
        said.extend(share.as_deref());
        let name = self.ui.named(cell.part.name.get(self.lang), &self.ui.clauses(&said));
        let (same, own): (Vec<_>, Vec<_>) =
            figures.into_iter().partition(|figure| target == Target::Fact(figure.fact.id.clone()));
        primitives.extend(same.into_iter().flat_map(|figure| figure.primitives));
        let own = own.into_iter().map(|BarFigure { fact, primitives }| SceneGroup {
            to: Target::Fact(fact.id.clone()),
            name: self.ui.with_kind(&self.number(fact), fact.kind),
            primitives,
        });
        std::iter::once(SceneGroup { to: target, name, primitives }).chain(own).collect()
    }

    /// The label of a part that is too narrow for it, below the bar after a swatch of the part.
    fn line_below(&self, cell: &BarCell<'a>, at: Point) -> (Vec<Primitive>, Vec<BarFigure<'a>>, f64) {
        let swatch = Rect::new(at.x, at.y, 16.0, 16.0);
        let name = cell.part.name.get(self.lang);
        let mut primitives = cell.fill(swatch);
        let mut x = at.x + 24.0;
        let mut base = at.y + 13.0;
        primitives.push(Primitive::HitArea(Rect::new(at.x, at.y - 4.0, self.width - at.x, 24.0)));
        let number = self.number(cell.fact);
        let number_face = Type::strong(13.0);
        let width = number_face.width(&number) + 4.0 + mark_width(self.ui, cell.fact.kind);
        let mut figures = vec![self.figure(cell.fact, number, number_face, Point::new(x, base), Role::Ink)];
        x += width + 8.0;
        let lines = block(Point::new(x, base), name, NAME, Role::Ink, self.width - x);
        base += (lines.lines.len().max(1) - 1) as f64 * 18.2;
        x += lines.lines.last().map_or(0.0, |line| NAME.width(&line.words)) + 8.0;
        primitives.extend(lines.lines.into_iter().map(Primitive::Text));
        if let Some(share) = cell.part.share.as_ref().map(|id| self.story.fact(id)) {
            let words = self.share(share);
            if x + NAME.width(&words) + 24.0 > self.width {
                (x, base) = (at.x + 24.0, base + 19.0);
            }
            figures.push(self.figure(share, words, NAME, Point::new(x, base), Role::Ink));
        }
        (primitives, figures, base - at.y + 5.0)
    }

    /// The hatched band under the part that something lies in, with the words on a slip.
    fn inside(&self, measure: &Measure, inside: &BarInside, cell: &BarCell, top: f64) -> (SceneGroup, f64) {
        let words = inside.words.get(self.lang);
        let height = band_height(words, NAME, cell.width).max(34.0);
        let band = Rect::new(cell.x, top, cell.width, height);
        let mut primitives = vec![Primitive::Hatch(hatching(band, 9.0, 1.0)), Primitive::HitArea(band)];
        primitives.extend(slip(band, words, NAME));
        let region = self.story.subject(&inside.region).short().get(self.lang);
        if let Some(names) = self.names {
            let label = self.ui.of_which(region);
            let lines = block(Point::new(0.0, top + height / 2.0 + 4.0), &label, NAME, Role::Ink2, names - CLEAR);
            primitives.extend(lines.lines.into_iter().map(Primitive::Text));
        }
        let kind = self.story.fact(&inside.fact).kind;
        let said = self.ui.clauses(&[measure.name.get(self.lang), self.ui.kind(kind)]);
        let part =
            SceneGroup { to: Target::Place(inside.region.clone()), name: self.ui.named(region, &said), primitives };
        (part, height)
    }
}
