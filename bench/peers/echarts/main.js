// The opening map with Apache ECharts (Apache-2.0): the parts that it needs and no others. Charts come when they are needed.

import { init, registerMap, use } from "echarts/core";
// One by one rather than from "echarts/charts": else the bundler takes what the charts need for part of the map.
import "echarts/lib/chart/custom";
import "echarts/lib/component/geo";
import { CanvasRenderer } from "echarts/renderers";
import { feature, mesh } from "topojson-client";
import map from "data:map";
import { choose, follow } from "../common/card.js";
import { LAYOUTS, isNarrow } from "../common/layout.js";
import { CATEGORIES, COLOURS, SHAPES } from "../common/marks.js";
import { whenNear } from "../common/near.js";

use([CanvasRenderer]);

const { topology, divisions } = map;
const byId = new Map(divisions.map((one) => [one.id, one]));
const nameOf = new Map(map.names.map((one) => [one.id, one]));
const { regions, water, rivers, "neighbour-borders": borders } = topology.objects;

/// What is no division but part of the land, as regions that do not answer: lighter than series of lines.
const GROUND = {
  borders: { borderColor: COLOURS.line, borderWidth: 1 },
  water: { areaColor: COLOURS.water, borderWidth: 0 },
  rivers: { borderColor: COLOURS.river, borderWidth: 1.8, areaColor: "transparent" },
  outer: { borderColor: COLOURS.edge, borderWidth: 1.6, areaColor: "transparent" },
};
const named = (name, { geometry }) => ({ type: "Feature", properties: { name }, geometry });
const features = (name, object) => feature(topology, object).features.map((one) => named(name, one));
const land = feature(topology, regions).features;
for (const one of land) one.properties = { name: one.id, cp: nameOf.get(one.id).at };
const outer = named("outer", { geometry: mesh(topology, regions, (a, b) => a === b) });
registerMap("city", { geoJSON: { type: "FeatureCollection", features: [
  ...features("borders", borders), ...land, ...features("water", water), ...features("rivers", rivers), outer,
] } });

const box = document.getElementById("map");
const drawing = box.appendChild(document.createElement("div"));
drawing.className = "drawing";
const chart = init(drawing);

/// A piece of the map: the divisions in it, and which of them has its name here.
function geo([left, top, width, height], [x0, y0, x1, y1], isInset, ratio) {
  return {
    map: "city", aspectScale: 1, preserveAspect: "contain", clip: isInset, scaleLimit: { min: 1, max: 8 },
    left: left * ratio, top: top * ratio, width: width * ratio, height: height * ratio, boundingCoords: [[x0, y1], [x1, y0]],
    itemStyle: { borderColor: COLOURS.line }, selectedMode: "single", emphasis: { disabled: true },
    select: { itemStyle: { areaColor: COLOURS.chosen } },
    label: { show: false, color: COLOURS.soft, fontSize: 13, formatter: ({ name }) => byId.get(name)?.short ?? "" },
    regions: [
      ...divisions.map(({ id, shade }) => {
        const label = { show: nameOf.get(id).core === isInset };
        return { name: id, itemStyle: { areaColor: COLOURS.shades[shade] }, label, select: { label: { ...label, color: COLOURS.ink } } };
      }),
      ...Object.entries(GROUND).map(([name, itemStyle]) => ({ name, itemStyle, silent: true })),
    ],
  };
}

/// Marks and names of a piece.
function signs(geoIndex, isInset, [x0, , x1]) {
  const around = isInset ? [] : [
    ...map.neighbours.map((one) => ({ ...one, colour: COLOURS.soft })), ...map.rivers.map((one) => ({ ...one, colour: COLOURS.river })),
  ];
  const list = [...around, ...map.marks.filter(({ core }) => core === isInset)];
  const renderItem = ({ dataIndex }, { coord }) => sign(list[dataIndex], coord(list[dataIndex].at), list[dataIndex].at[0] > x0 + (x1 - x0) * 0.7);
  return { type: "custom", coordinateSystem: "geo", geoIndex, silent: true, data: list.map(({ at }) => at), renderItem };
}

function sign({ name, category, ring, nth = 0, colour }, [x, y], isLeft) {
  const style = { text: name, x: category ? (isLeft ? -12 : 12) : 0, align: category ? (isLeft ? "right" : "left") : "center",
    verticalAlign: "middle", fill: colour ?? COLOURS.ink, font: `${category ? 700 : 400} 13px "Noto Sans CJK SC", sans-serif`, stroke: COLOURS.paper, lineWidth: 3 };
  const children = [{ type: "text", style }];
  if (category) children.push({ type: "path", shape: { pathData: SHAPES[CATEGORIES[category].shape] }, style: { fill: CATEGORIES[category].colour } });
  if (ring) children.push({ type: "circle", shape: { r: 14 }, style: { fill: "none", stroke: COLOURS.soft, lineDash: [2, 2] } });
  return { type: "group", x, y: y + 20 * nth, children };
}

function draw() {
  const layout = isNarrow.matches ? LAYOUTS.narrow : LAYOUTS.wide;
  const ratio = drawing.clientWidth / layout.size[0];
  const panes = [geo(layout.main, map.extent, false, ratio), geo(layout.inset, map.inset, true, ratio)];
  chart.setOption({ animation: false, geo: panes, series: [signs(0, false, map.extent), signs(1, true, map.inset)] }, true);
}

draw();
addEventListener("resize", () => { chart.resize(); draw(); });
chart.on("click", ({ componentType, name }) => componentType === "geo" && choose(byId.get(name)));
let chosen = null;
follow((id) => {
  for (const geoIndex of [0, 1]) {
    chart.dispatchAction(id ? { type: "geoSelect", geoIndex, name: id } : { type: "geoUnSelect", geoIndex, name: chosen });
  }
  chosen = id;
});


/// One finger scrolls the page until the map is larger than its frame.
box.addEventListener("click", ({ target }) => {
  if (!target.dataset.zoom) return;
  const { left, top, width, height } = chart.getOption().geo[0];
  chart.setOption({ geo: [{ roam: "move" }, {}] });
  chart.dispatchAction({ type: "geoRoam", componentType: "geo", geoIndex: 0, zoom: Number(target.dataset.zoom), originX: left + width / 2, originY: top + height / 2 });
});
whenNear(() => import("./charts.js"), choose);

/// Where a point of the land is in the drawing: a canvas has no elements that could be asked.
window.pixel = (id) => chart.convertToPixel({ geoIndex: 0 }, nameOf.get(id).at);
