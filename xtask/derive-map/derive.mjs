// Builds data/map.topo.json: one quantised TopoJSON file with the regions, the
// province around them, the borders between neighbouring cities, two rivers and a
// schematic third, and two reservoirs.
//
//   node derive.mjs --districts china_district.geojson --cities china_city.geojson \
//                   --provinces china_province.geojson --inputs inputs --out ../../data/map.topo.json
//
// The output depends on the inputs alone: no clock, no randomness, fixed order.
// Every check below stops the build, so a file that exists has passed them.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { feature, mesh, quantize } from "topojson-client";
import { topology } from "topojson-server";

const REGIONS = {
  410302: "老城区", 410303: "西工区", 410304: "瀍河回族区", 410305: "涧西区",
  410307: "偃师区", 410308: "孟津区", 410311: "洛龙区",
  410323: "新安县", 410324: "栾川县", 410325: "嵩县", 410326: "汝阳县",
  410327: "宜阳县", 410328: "洛宁县", 410329: "伊川县",
};
const NEIGHBOURS = {
  140800: "运城市", 410100: "郑州市", 410400: "平顶山市", 410800: "焦作市",
  411200: "三门峡市", 411300: "南阳市", 419001: "济源市",
};
const PROVINCE = { 410000: "河南省" };
const RIVERS = ["yellow-river", "luo-river", "yi-river"];
// Straight from one sourced point to the next, so that none of them may be dropped.
const SCHEMATIC = ["yi-river"];
// Not those on the Yellow River: the source has them in pieces, which look like crumbs and say nothing of their shape.
const RESERVOIRS = ["luhun", "guxian"];

// Everything but the province is cut to this window; one grid step is about 2.5 m by 2.2 m.
const WINDOW = { west: 110.7, south: 33.35, east: 113.45, north: 35.35 };
const GRID = { scale: [0.0000275, 0.00002], translate: [WINDOW.west, WINDOW.south] };
const BORDER_TOLERANCE_M = 250;
const RIVER_TOLERANCE_M = 150;
// The whole province is drawn at about one pixel to the kilometre.
const PROVINCE_TOLERANCE_M = 2800;

// Flat metres around the middle of the window: good to 1 % here, enough for tolerances.
const M_PER_DEG_LAT = 110_930;
const M_PER_DEG_LON = 111_320 * Math.cos((34.35 * Math.PI) / 180);
const toMetres = ([lon, lat]) => [lon * M_PER_DEG_LON, lat * M_PER_DEG_LAT];

function distanceToSegment(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along = length2 && ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

// Douglas–Peucker: no dropped point lies further than `tolerance` metres from the result.
function simplify(line, tolerance) {
  const flat = line.map(toMetres);
  const keep = new Set([0, line.length - 1]);
  const spans = [[0, line.length - 1]];
  while (spans.length) {
    const [from, to] = spans.pop();
    let worst = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const d = distanceToSegment(flat[i], flat[from], flat[to]);
      if (d > worst) [worst, at] = [d, i];
    }
    if (at < 0) continue;
    keep.add(at);
    spans.push([from, at], [at, to]);
  }
  return line.filter((_, i) => keep.has(i));
}

// The part of one segment inside the window as parameters [enter, leave], or null.
function clipSegment([x0, y0], [x1, y1]) {
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [x0 - x1, x0 - WINDOW.west], [x1 - x0, WINDOW.east - x0],
    [y0 - y1, y0 - WINDOW.south], [y1 - y0, WINDOW.north - y0],
  ]) {
    if (step === 0) {
      if (room < 0) return null;
    } else if (step < 0) {
      enter = Math.max(enter, room / step);
    } else {
      leave = Math.min(leave, room / step);
    }
  }
  return enter < leave ? [enter, leave] : null;
}

function clipLine(line) {
  const pieces = [];
  let current = null;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const inside = clipSegment(a, b);
    if (!inside) {
      current = null;
      continue;
    }
    const at = (t) => (t === 0 ? a : t === 1 ? b : [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    if (!current || inside[0] > 0) pieces.push((current = [at(inside[0])]));
    current.push(at(inside[1]));
    if (inside[1] < 1) current = null;
  }
  return pieces;
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const collection = (features) => ({ type: "FeatureCollection", features });
const asFeature = (id, geometry) => ({ type: "Feature", id, geometry });

// The package marks a division by "156" (China) and its code.
function pick(source, wanted) {
  const byCode = new Map(source.features.map((f) => [f.properties.gb?.slice(3), f]));
  return Object.entries(wanted).map(([code, name]) => {
    const found = byCode.get(code);
    assert.equal(found?.properties.name, name, `division ${code}`);
    const { type, coordinates } = found.geometry;
    const single = type === "MultiPolygon" && coordinates.length === 1;
    return asFeature(code, single ? { type: "Polygon", coordinates: coordinates[0] } : { type, coordinates });
  });
}

function pickInput(source, ids) {
  return ids.map((id) => {
    const found = source.features.filter((f) => f.id === id);
    assert.equal(found.length, 1, `input ${id}`);
    return asFeature(id, found[0].geometry);
  });
}

function lineFeature(id, lines, tolerance) {
  const parts = lines.flatMap(clipLine).map((line) => simplify(line, tolerance));
  assert(parts.length > 0, `${id} lies outside the window`);
  return asFeature(
    id,
    parts.length === 1
      ? { type: "LineString", coordinates: parts[0] }
      : { type: "MultiLineString", coordinates: parts },
  );
}

// Borders of two neighbours with each other; what they share with Luoyang is in `regions`.
function neighbourBorders(cities) {
  const topo = topology({ cities: collection(cities) });
  const lines = [];
  for (const a of cities) {
    for (const b of cities) {
      if (a.id >= b.id) continue;
      const shared = mesh(topo, topo.objects.cities, (x, y) =>
        (x.id === a.id && y.id === b.id) || (x.id === b.id && y.id === a.id));
      if (shared.coordinates.length === 0) continue;
      lines.push(lineFeature(`n-${a.id}-${b.id}`, shared.coordinates, BORDER_TOLERANCE_M));
    }
  }
  return lines;
}

// The largest of an area's outer rings, simplified; what is dropped are specks without a pixel of their own.
function outlineFeature({ id, geometry }, tolerance) {
  const outer = geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map((rings) => rings[0]);
  const [largest] = outer.toSorted((a, b) => b.length - a.length);
  return asFeature(id, { type: "Polygon", coordinates: [simplify(largest, tolerance)] });
}

// Layers keep arcs of their own: a river that follows a border must not cut the border's arcs.
function combine(layers) {
  const result = { type: "Topology", objects: {}, arcs: [] };
  for (const [name, features] of Object.entries(layers)) {
    const part = topology({ [name]: collection(features) });
    const offset = result.arcs.length;
    const shift = (arcs) => (Array.isArray(arcs) ? arcs.map(shift) : arcs < 0 ? arcs - offset : arcs + offset);
    result.arcs.push(...part.arcs);
    result.objects[name] = {
      type: "GeometryCollection",
      geometries: part.objects[name].geometries.map(({ type, id, arcs }) => ({ type, id, arcs: shift(arcs) })),
    };
  }
  return result;
}

const ringsOf = ({ type, coordinates }) => (type === "Polygon" ? coordinates : coordinates.flat());

function crosses([a, b], [c, d]) {
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function check(topo, originals) {
  const ids = (name) => topo.objects[name].geometries.map((g) => g.id);
  assert.deepEqual(ids("regions"), Object.keys(REGIONS));
  assert.deepEqual(ids("surroundings"), Object.keys(PROVINCE));
  assert.deepEqual(ids("rivers"), RIVERS);
  assert.deepEqual(ids("water"), RESERVOIRS);

  for (const name of ["regions", "surroundings", "water"]) {
    for (const f of feature(topo, topo.objects[name]).features) {
      for (const ring of ringsOf(f.geometry)) {
        assert(ring.length >= 4, `${f.id}: ring too short`);
        assert.deepEqual(ring[0], ring.at(-1), `${f.id}: open ring`);
      }
    }
  }

  // Inner arcs are used by exactly two regions, in opposite directions; outer arcs by one.
  const uses = new Map();
  for (const g of topo.objects.regions.geometries) {
    for (const ref of g.arcs.flat(Infinity)) {
      const arc = ref < 0 ? ~ref : ref;
      uses.set(arc, [...(uses.get(arc) ?? []), { id: g.id, reversed: ref < 0 }]);
    }
  }
  for (const [arc, by] of uses) {
    assert(by.length <= 2, `arc ${arc} is used ${by.length} times`);
    if (by.length === 2) {
      assert.notEqual(by[0].id, by[1].id, `arc ${arc}: one region on both sides`);
      assert.notEqual(by[0].reversed, by[1].reversed, `arc ${arc}: regions overlap`);
    }
  }
  const outline = mesh(topo, topo.objects.regions, (a, b) => a === b).coordinates;
  assert.equal(outline.length, 1, "the outer boundary is not one line");
  assert.deepEqual(outline[0][0], outline[0].at(-1), "the outer boundary is not closed");

  const segments = mesh(topo, topo.objects.regions).coordinates
    .flatMap((line) => line.slice(1).map((p, i) => [line[i], p]));
  for (let i = 0; i < segments.length; i++) {
    for (let j = 0; j < i; j++) assert(!crosses(segments[i], segments[j]), "two borders cross");
  }

  // No vertex of a region is lost, and none moves by more than the grid allows.
  let moved = 0;
  const drawn = new Map(feature(topo, topo.objects.regions).features.map((f) => [f.id, f]));
  for (const original of originals) {
    const after = ringsOf(drawn.get(original.id).geometry).flat().map(toMetres);
    const before = ringsOf(original.geometry).flat();
    assert.equal(after.length, before.length, `${original.id}: vertices lost`);
    for (const p of before.map(toMetres)) {
      moved = Math.max(moved, Math.min(...after.map((q) => Math.hypot(p[0] - q[0], p[1] - q[1]))));
    }
  }
  assert(moved < 40, `a vertex moved by ${moved} m`);
  return { arcs: topo.arcs.length, inner: [...uses.values()].filter((u) => u.length === 2).length, moved };
}

const { values: args } = parseArgs({
  options: Object.fromEntries(["districts", "cities", "provinces", "inputs", "out"].map((k) => [k, { type: "string" }])),
});
for (const name of ["districts", "cities", "provinces", "inputs", "out"]) assert(args[name], `--${name} is missing`);

const regions = pick(readJson(args.districts), REGIONS);
const rivers = pickInput(readJson(join(args.inputs, "rivers.geojson")), RIVERS);
const combined = combine({
  regions,
  surroundings: pick(readJson(args.provinces), PROVINCE).map((f) => outlineFeature(f, PROVINCE_TOLERANCE_M)),
  "neighbour-borders": neighbourBorders(pick(readJson(args.cities), NEIGHBOURS)),
  rivers: rivers.map((f) =>
    lineFeature(f.id, [f.geometry.coordinates], SCHEMATIC.includes(f.id) ? 0 : RIVER_TOLERANCE_M)),
  water: pickInput(readJson(join(args.inputs, "reservoirs.geojson")), RESERVOIRS),
});
const { transform, objects, arcs } = quantize(combined, GRID);
const topo = { type: "Topology", transform, objects, arcs };
const report = check(topo, regions);
const text = JSON.stringify(topo) + "\n";
writeFileSync(args.out, text);
console.log(`${text.length} bytes, ${report.arcs} arcs (${report.inner} between regions), ` +
  `largest shift of a region vertex ${report.moved.toFixed(1)} m`);
