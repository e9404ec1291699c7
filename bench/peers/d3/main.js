// The opening map with D3 (ISC): geometry to paths, elements by selection. Zoom and charts come when they are needed.

import { geoIdentity, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { feature, mesh } from "topojson-client";
import map from "data:map";
import { choose, follow } from "../common/card.js";
import { LAYOUTS, isNarrow } from "../common/layout.js";
import { CATEGORIES, COLOURS, SHAPES } from "../common/marks.js";
import { whenNear } from "../common/near.js";

const { topology, divisions } = map;
const regions = feature(topology, topology.objects.regions).features;
const inner = mesh(topology, topology.objects.regions, (a, b) => a !== b);
const outer = mesh(topology, topology.objects.regions, (a, b) => a === b);
const layers = ["neighbour-borders", "water", "rivers"].map((name) => [name, feature(topology, topology.objects[name])]);
const byId = new Map(divisions.map((one) => [one.id, one]));
const box = document.getElementById("map");
let zoom;

/// Draws the map as the window is wide; what can be moved and what keeps its size while it is.
function draw() {
  const layout = isNarrow.matches ? LAYOUTS.narrow : LAYOUTS.wide;
  select(box).select("svg").remove();
  const svg = select(box).append("svg").attr("viewBox", [0, 0, ...layout.size].join(" "));
  svg.append("style").text(STYLE);
  const main = pane(svg, layout.main, map.extent, false);
  pane(svg, layout.inset, map.inset, true);
  zoom = undefined;
  return { svg, ...main };
}

function pane(svg, [x, y, width, height], [x0, y0, x1, y1], isInset) {
  const corners = { type: "MultiPoint", coordinates: [[x0, y0], [x1, y1]] };
  const projection = geoIdentity().reflectY(true).fitExtent([[x, y], [x + width, y + height]], corners);
  const path = geoPath(projection);
  const clip = isInset ? "inset" : "main";
  svg.append("clipPath").attr("id", clip).append("rect").attr("x", x).attr("y", y).attr("width", width).attr("height", height);
  const window = svg.append("g").attr("clip-path", isInset ? "url(#inset)" : null);
  if (isInset) window.append("rect").attr("class", "ground").attr("x", x).attr("y", y).attr("width", width).attr("height", height);
  const moved = window.append("g");
  moved.selectAll("path.region").data(regions).join("path")
    .attr("class", (one) => `region shade-${byId.get(one.id).shade}`)
    .attr("data-id", (one) => one.id).attr("d", path)
    .attr("tabindex", isInset ? null : 0).attr("role", isInset ? null : "button").attr("aria-label", (one) => byId.get(one.id).name)
    .on("click", (_, one) => choose(byId.get(one.id)))
    .on("keydown", (event, one) => event.key === "Enter" && choose(byId.get(one.id)));
  moved.selectAll("path.line").data([["inner", inner], ["outer", outer], ...layers]).join("path")
    .attr("class", ([name]) => `line ${name}`).attr("d", ([, shape]) => path(shape));
  const fixed = moved.append("g").selectAll("g").data(signs(isInset, [x, y, width, height], projection)).join("g")
    .attr("transform", ({ at }) => `translate(${at})`);
  fixed.each(sign);
  if (isInset) window.append("rect").attr("class", "frame").attr("x", x).attr("y", y).attr("width", width).attr("height", height);
  return { moved, fixed };
}

/// Names and marks of a pane with where they stand.
function signs(isInset, [x, y, width, height], projection) {
  const names = map.names.filter(({ core }) => core === isInset).map(({ id, at }) => ({ kind: "name", name: byId.get(id).short, at }));
  const around = isInset ? [] : [...map.neighbours.map((one) => ({ kind: "name", ...one })), ...map.rivers.map((one) => ({ kind: "river", ...one }))];
  const marks = map.marks.filter(({ core }) => core === isInset).map((one) => ({ kind: "mark", ...one }));
  const placed = [...names, ...around, ...marks].map((one) => ({ ...one, at: projection(one.at) }));
  for (const one of placed) {
    if (one.nth) one.at[1] += 20 * one.nth;
    one.left = one.at[0] > x + width * 0.7;
  }
  return placed.filter(({ at }) => at[0] > x && at[0] < x + width && at[1] > y && at[1] < y + height);
}

function sign({ kind, name, category, ring, left }) {
  const group = select(this).append("g").attr("class", `sign ${kind}`);
  if (ring) group.append("circle").attr("r", 14).attr("class", "ring");
  if (category) group.append("path").attr("d", SHAPES[CATEGORIES[category].shape]).attr("class", category);
  group.append("text").text(name).attr("x", kind !== "mark" ? 0 : left ? -12 : 12).attr("dy", ".35em")
    .attr("text-anchor", kind !== "mark" ? "middle" : left ? "end" : "start");
}

const STYLE = `#map path { vector-effect: non-scaling-stroke; }
.region { cursor: pointer; outline: none; } .region:focus-visible { stroke: ${COLOURS.ink}; stroke-width: 3; } ${COLOURS.shades.map((fill, index) => `.shade-${index} { fill: ${fill}; }`).join(" ")}
.region.chosen { fill: ${COLOURS.chosen}; } .ground { fill: ${COLOURS.paper}; } .frame { fill: none; stroke: ${COLOURS.soft}; }
.line { fill: none; pointer-events: none; stroke: ${COLOURS.line}; } .outer { stroke: ${COLOURS.edge}; stroke-width: 1.6; }
.rivers { stroke: ${COLOURS.river}; stroke-width: 1.8; } .water { fill: ${COLOURS.water}; stroke: none; }
.sign { pointer-events: none; } .sign text { font: 13px "Noto Sans CJK SC", sans-serif; fill: ${COLOURS.soft}; paint-order: stroke; stroke: ${COLOURS.paper}; stroke-width: 3; }
.sign.mark text { font-weight: 700; fill: ${COLOURS.ink}; } .sign.river text { fill: ${COLOURS.river}; } .ring { fill: none; stroke: ${COLOURS.soft}; stroke-dasharray: 2 2; }`;

let drawn = draw();
follow((id) => box.querySelectorAll(".region").forEach((one) => one.classList.toggle("chosen", one.dataset.id === id)));
isNarrow.addEventListener("change", () => { drawn = draw(); });

/// Zoom is code that most readers never need.
const zoomed = () => (zoom ??= import("./zoom.js").then(({ zoomable }) => zoomable(drawn)));
box.addEventListener("click", ({ target }) => target.dataset.zoom && zoomed().then(({ by }) => by(Number(target.dataset.zoom))));
box.addEventListener("pointerenter", zoomed, { once: true });
whenNear(() => import("./charts.js"), choose);
