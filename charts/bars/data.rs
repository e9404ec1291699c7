//! Bars: parts that make the whole, and a figure or a gap for every region; their rows as data.

use crate::data::ChartData;
use crate::data::check::{FileKind, Report, prose, say};
use crate::data::download::{FigureRow, Table, TableContext, shown};
use crate::model::{BarInside, BarPart, Bars, Fact, FactId, Kind, Lang, Measure, PlaceId, Prose};
use crate::text::decimals;

impl ChartData for Bars {
    fn check(&self, report: &mut Report, at: &str) {
        report.unique(&format!("{at}/measures"), self.measures.iter().map(|measure| measure.id.as_str()));
        for (index, note) in self.notes.iter().enumerate() {
            prose::check(report, &format!("{at}/notes/{index}"), note);
        }
        for (index, gap) in self.gaps.iter().enumerate() {
            report.gap(&format!("{at}/gaps/{index}"), gap);
        }
        for (index, measure) in self.measures.iter().enumerate() {
            let pointer = format!("{at}/measures/{index}");
            check_measure(report, &pointer, measure, explains_units(report, &self.notes));
            if !report.is_touched(FileKind::Figures, at) {
                cover(report, &format!("{at}/gaps"), self, measure);
            }
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        let heads = vec![context.ui.table_measure(), context.ui.table_region(), context.ui.table_value()];
        (heads, self.measures.iter().flat_map(|measure| of_measure(context, self, measure)).collect())
    }
}

/// Whether the sentences below the bars cite an editor's note, as they must where parts are counted in another unit.
fn explains_units(report: &Report, notes: &[Prose]) -> bool {
    let mut cited = notes.iter().flat_map(|note| note.facts(Lang::Zh)).filter_map(|id| report.story.find_fact(id));
    cited.any(|fact| fact.kind == Kind::EditorsNote)
}

fn check_measure(report: &mut Report, at: &str, measure: &Measure, explained: bool) {
    let is_name = measure.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    report.expect(is_name && !measure.id.is_empty(), &format!("{at}/id"), || say::MEASURE_ID.with(&[&measure.id]));
    prose::check_plain(report, &format!("{at}/name"), &measure.name);
    let total = length(report, &format!("{at}/total"), &measure.total);
    for (index, part) in measure.parts.iter().enumerate() {
        check_part(report, &format!("{at}/parts/{index}"), part, total, explained);
    }
    let without = measure.parts.iter().enumerate().filter(|(_, part)| part.region.is_none()).map(|(index, _)| index);
    // A second one would stand in the same cell as the first, under the head of the rest.
    for index in without.skip(1) {
        let at = format!("{at}/parts/{index}/region");
        let read = !report.is_aside(FileKind::Figures, &at);
        report.expect(!read, &at, || say::PART_WITHOUT_REGION.with(&[]));
    }
    if let Some(inside) = &measure.inside {
        check_inside(report, &format!("{at}/inside"), measure, inside);
    }
    let read = !report.is_touched(FileKind::Figures, &format!("{at}/parts"));
    let value =
        |part: &BarPart| report.story.find_fact(&part.fact).filter(|_| !report.lacks_value(&part.fact))?.value;
    let values: Option<Vec<f64>> = measure.parts.iter().map(value).collect();
    let Some((total, true)) = total.and_then(|fact| fact.value).map(|total| (total, read)) else { return };
    if let Some(values) = values {
        let sum: f64 = values.iter().sum();
        report.expect(sum == total, &format!("{at}/parts"), || say::PARTS_MAKE.with(&[&measure.total, &total, &sum]));
    }
}

/// A fact that is as long as its value, which must be there and above zero.
fn length<'a>(report: &mut Report<'a>, at: &str, id: &FactId) -> Option<&'a Fact> {
    report.fact(at, id);
    let story = report.story;
    let fact = story.find_fact(id).filter(|_| !report.lacks_value(id))?;
    let said = fact.kind.is_said();
    let long = said && fact.value.is_some_and(|value| value > 0.0);
    report.expect(long, at, || say::NO_LENGTH.with(&[id]));
    long.then_some(fact)
}

fn check_part(report: &mut Report, at: &str, part: &BarPart, total: Option<&Fact>, explained: bool) {
    prose::check_plain(report, &format!("{at}/name"), &part.name);
    let fact = length(report, &format!("{at}/fact"), &part.fact);
    if let Some(region) = &part.region {
        expect_region(report, &format!("{at}/region"), region);
    }
    if let Some(share) = &part.share {
        check_share(report, &format!("{at}/share"), share, fact, total);
    }
    let unit = |fact: Option<&Fact>| Some(report.story.find_unit(fact?.unit.as_ref()?)?.id.clone());
    let Some((unit, wanted)) = unit(fact).zip(unit(total)) else { return };
    report.expect(unit == wanted || explained, &format!("{at}/fact"), || say::OTHER_UNIT.with(&[&wanted, &unit]));
}

/// The share of a part must be what part and total give.
fn check_share(report: &mut Report, at: &str, share: &FactId, part: Option<&Fact>, total: Option<&Fact>) {
    let values = (length(report, at, share), part, total);
    let (Some(share), Some(part), Some(total)) = values else { return };
    let (Some(said), Some(part), Some(total)) = (share.value, part.value, total.value) else { return };
    let scale = 10f64.powi(decimals(said) as i32);
    let is = part / total * 100.0;
    report.expect((is * scale).round() == (said * scale).round(), at, || {
        say::OTHER_SHARE.with(&[&format!("{is:.2}"), &said])
    });
}

fn check_inside(report: &mut Report, at: &str, measure: &Measure, inside: &BarInside) {
    prose::check_plain(report, &format!("{at}/words"), &inside.words);
    expect_region(report, &format!("{at}/region"), &inside.region);
    report.gap(&format!("{at}/fact"), &inside.fact);
    let parts_read = !report.is_touched(FileKind::Figures, at.trim_end_matches("/inside"));
    let is_part = measure.parts.iter().any(|part| part.fact == inside.part);
    report.expect(is_part || !parts_read, &format!("{at}/part"), || say::NO_PART.with(&[&inside.part]));
    let has_own = measure.parts.iter().any(|part| part.region.as_ref() == Some(&inside.region));
    report.expect(!has_own || !parts_read, &format!("{at}/region"), || say::REGION_HAS_PART.with(&[&inside.region]));
}

fn expect_region(report: &mut Report, at: &str, region: &PlaceId) {
    let known = report.story.find_region(region).is_some() || report.lacks_ids(FileKind::Places, "/regions");
    report.expect(known, at, || say::UNKNOWN_REGION.with(&[region]));
}

/// Every region has a part, lies in one, or is named by a gap.
fn cover(report: &mut Report, at: &str, bars: &Bars, measure: &Measure) {
    let story = report.story;
    let unread = |id: &FactId| {
        let index = story.facts.facts.iter().position(|fact| &fact.id == id);
        index.is_none_or(|index| report.is_touched(FileKind::Facts, &format!("/facts/{index}/places")))
    };
    if report.lacks_ids(FileKind::Places, "/regions") || bars.gaps.iter().any(unread) {
        return;
    }
    let covered = |region: &PlaceId| {
        measure.parts.iter().any(|part| part.region.as_ref() == Some(region))
            || measure.inside.as_ref().is_some_and(|inside| &inside.region == region)
            || bars.gaps.iter().filter_map(|gap| story.find_fact(gap)).any(|fact| fact.places.contains(region))
    };
    let open: Vec<&str> =
        story.places.regions.iter().map(|r| &r.id).filter(|id| !covered(id)).map(PlaceId::as_str).collect();
    report.expect(open.is_empty(), at, || say::REGIONS_UNCOVERED.with(&[&measure.id, &open.join(", ")]));
}

/// Every region, what the others have together, and the total, as in the table of the page.
fn of_measure<'a>(context: TableContext<'a>, spec: &'a Bars, measure: &'a Measure) -> Vec<FigureRow<'a>> {
    let mut rows = Vec::new();
    for region in &context.story.places.regions {
        match measure.parts.iter().find(|part| part.region.as_ref() == Some(&region.id)) {
            Some(part) => rows.extend(of_part(context, measure, part, context.words(&region.name))),
            None => {
                let gap = spec.gap(context.story, measure, &region.id).map(|id| context.story.fact(id));
                let cells = vec![context.words(&measure.name), context.words(&region.name), context.not_given()];
                rows.push(FigureRow::words(cells, gap).about(Some(&region.id)));
            }
        }
    }
    let rest = measure.parts.iter().filter(|part| part.region.is_none());
    rows.extend(rest.flat_map(|part| of_part(context, measure, part, context.words(&part.name))));
    let cells = vec![context.words(&measure.name), context.ui.table_total().to_owned()];
    rows.push(FigureRow::number(context.story, context.lang, cells, context.story.fact(&measure.total)));
    rows
}

/// A part's number, and its share of the whole.
fn of_part<'a>(context: TableContext<'a>, measure: &Measure, part: &'a BarPart, name: String) -> Vec<FigureRow<'a>> {
    let region = part.region.as_ref();
    let cells = vec![context.words(&measure.name), name];
    let share = part.share.as_ref().map(|id| context.story.fact(id)).map(|share| {
        let words = context.ui.share(&shown(context.story, share, context.lang));
        let cells = [cells.clone(), vec![words]].concat();
        FigureRow { cells, fact: Some(share), number: true, place: region }
    });
    let number = FigureRow::number(context.story, context.lang, cells, context.story.fact(&part.fact)).about(region);
    std::iter::once(number).chain(share).collect()
}
