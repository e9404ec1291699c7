// What the peers tell, read from the story's own data: words, the divisions' cards, the numbers of four charts.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/// About how many characters of running text a peer has.
const LENGTH = 1600;
/// The charts that the peers draw, by the figures' ids, and the chapters that they stand in.
export const CHARTS = { bars: "homes-bars", pictogram: "centres-chart", status_lanes: "works-lanes", timeline: "year-timeline" };

const read = (folder, name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

export function readStory(folder) {
  const { story, chapters } = read(folder, "chapters.json");
  const { facts, units } = read(folder, "facts.json");
  const { figures } = read(folder, "figures.json");
  const { regions, places, categories } = read(folder, "places.json");
  const map = read(folder, "map.json");
  const topology = read(folder, map.topology);
  const by = (list) => new Map(list.map((one) => [one.id, one]));
  const all = { facts: by(facts), units: by(units), figures: by(figures), regions: by(regions), places: by(places) };
  return { story, chapters, regions, places, categories, map, topology, all };
}

/// A number as the story prints it.
function printed({ all }, id) {
  const { value, unit } = all.facts.get(id);
  const { zh, plain } = all.units.get(unit);
  return (plain ? String(value) : value.toLocaleString("en")) + zh;
}

/// Prose without its marks: `{fact}`, `{fact|words}`, `{@place}`, `{@place|words}`.
export function plain(story, prose) {
  return prose.zh.replace(/\{(@?)([^|}]+)(?:\|([^}]*))?\}/g, (_, at, id, words) => {
    if (words) return words;
    const { places, regions } = story.all;
    return at ? (places.get(id) ?? regions.get(id)).short.zh : printed(story, id);
  });
}

/// Sections of text, as many steps of each chapter as there is room for.
export function sections(story) {
  const told = story.chapters.filter(({ told }) => told.steps);
  const head = ({ id, name, told }) => ({ id, name: name.zh, title: plain(story, told.title), text: [plain(story, told.dek)] });
  const result = told.map(head);
  const length = () => result.flatMap(({ title, text }) => [title, ...text]).join("").length;
  for (let round = 0; length() < LENGTH; round++) {
    const before = length();
    told.forEach(({ told }, index) => {
      const step = told.steps[round];
      if (step && length() < LENGTH) result[index].text.push(plain(story, step.text));
    });
    if (length() === before) break;
  }
  return result;
}

/// The divisions that something is about: named, or holding a place that is.
function divisions({ all }, ids) {
  const inside = ids.map((id) => (all.regions.has(id) ? id : all.places.get(id)?.location.within));
  return [...new Set(inside.filter(Boolean))];
}

const SIGNS = { reported: "引", target: "标", computed: "算", "editors-note": "注", "not-given": "无" };

/// For each division its name, short name and what the data say of it, each with its source.
export function cards(story) {
  const facts = [...story.all.facts.values()];
  return story.regions.map(({ id, name, short }) => {
    const own = facts.filter(({ places }) => divisions(story, places).includes(id));
    const lines = own.map(({ kind, statement, source }) => [
      statement.zh,
      SIGNS[kind] + (source ? ` ${source.article}·${source.paragraph}·${source.sentence}` : ""),
    ]);
    return { id, name: name.zh, short: short.zh, lines };
  });
}

/// How dark a division is on the map, from how much is said of it.
export const shade = (count) => [1, 4, 9].filter((from) => count >= from).length;

const dayOfYear = (day) => (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / 86_400_000;

/// The numbers of the charts, in the shortest form that is complete.
export function charts(story) {
  const { all } = story;
  const figure = (chart) => all.figures.get(CHARTS[chart]);
  const of = ({ fact, region, place }) => divisions(story, region ? [region] : place ? [place] : all.facts.get(fact).places);
  const bars = figure("bars").bars.measures.map(({ name, total, parts }) => ({
    name: name.zh,
    total: all.facts.get(total).value,
    parts: parts.map((part) => ({ name: part.name.zh, value: all.facts.get(part.fact).value, of: part.region ? of(part) : [] })),
  }));
  const [row] = figure("pictogram").pictogram.rows;
  const pictogram = {
    total: all.facts.get(row.total).value,
    named: row.named.map((one) => ({ name: all.places.get(one.place).short.zh, of: of(one) })),
  };
  const { stages, rows } = figure("status_lanes").status_lanes;
  const statusLanes = {
    stages: stages.map(({ name }) => name.zh),
    rows: rows.map((one) => {
      const { short, stage } = all.places.get(one.place);
      return { name: short.zh, stage: stages.findIndex((own) => own.stage === stage), of: of(one) };
    }),
  };
  const timeline = figure("timeline").timeline.rows.map((one) => {
    const { date } = all.facts.get(one.fact);
    const days = [date.from, date.to ?? date.by].filter(Boolean).map(dayOfYear);
    return { name: one.name.zh, when: one.when.zh, days, firmness: one.firmness, of: of(one) };
  });
  return { bars, pictogram, status_lanes: statusLanes, timeline };
}

/// Title and description of a chart.
export function heading(story, chart) {
  const { title, description } = story.all.figures.get(CHARTS[chart]);
  return { title: plain(story, title), description: plain(story, description) };
}

/// The chapter whose text a chart stands beside.
export function chapterOf(story, chart) {
  return story.chapters.find(({ told }) => JSON.stringify(told.figures ?? "").includes(`"${CHARTS[chart]}"`)).id;
}

/// The map that opens the story.
export function opening(story) {
  const { map, title, ...rest } = story.chapters[0].told;
  return { title: plain(story, title), dek: plain(story, rest.dek), map, frame: story.map.frames.find(({ id }) => id === map.frame) };
}
