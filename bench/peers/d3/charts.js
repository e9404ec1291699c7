// The four charts with D3's scales (ISC).

import { scaleBand, scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import data from "data:charts";
import map from "data:map";
import { follow } from "../common/card.js";
import { CATEGORIES, COLOURS, SHAPES } from "../common/marks.js";

const byId = new Map(map.divisions.map((one) => [one.id, one]));
const HEAD = 130;

const text = (parent, x, y, words, anchor = "start") =>
  parent.append("text").attr("x", x).attr("y", y).attr("dy", ".35em").attr("text-anchor", anchor).text(words);
const line = (parent, x0, y0, x1, y1) => parent.append("path").attr("class", "axis").attr("d", `M${x0} ${y0}L${x1} ${y1}`);

const kinds = {
  bars(svg, width, height) {
    const y = scaleBand(data.bars.map(({ name }) => name), [0, height]).paddingInner(0.55).paddingOuter(0.3);
    const row = svg.selectAll("g").data(data.bars).join("g");
    row.each(function ({ name, total, parts }) {
      const x = scaleLinear([0, total], [0, width]);
      text(select(this), 0, y(name) - 12, `${name} ${total.toLocaleString("en")}`);
      let from = 0;
      for (const part of parts) {
        const group = select(this).append("g").attr("class", "item").datum(part);
        group.append("rect").attr("x", x(from)).attr("y", y(name)).attr("width", x(part.value) - 1).attr("height", y.bandwidth())
          .attr("class", part.of.length ? "solid" : "rest");
        text(group, x(from) + 6, y(name) + y.bandwidth() / 2, `${part.name} ${part.value.toLocaleString("en")}`).attr("class", part.of.length ? "on" : "");
        from += part.value;
      }
    });
  },
  pictogram(svg, width, height) {
    const columns = 4, x = scaleLinear([0, columns], [0, Math.min(width, 420)]), y = scaleLinear([0, Math.ceil(data.pictogram.total / columns)], [0, height]);
    const list = Array.from({ length: data.pictogram.total }, (_, index) => data.pictogram.named[index] ?? { of: [] });
    const item = svg.selectAll("g").data(list).join("g").attr("class", "item")
      .attr("transform", (_, index) => `translate(${x((index % columns) + 0.5)},${y(Math.floor(index / columns) + 0.35)})`);
    item.append("path").attr("d", SHAPES[CATEGORIES.medical.shape]).attr("transform", "scale(1.6)").attr("class", ({ name }) => (name ? "medical" : "open"));
    item.filter(({ name }) => name).call((named) => named.append("text").attr("y", 26).attr("text-anchor", "middle").text(({ name }) => name));
  },
  status_lanes(svg, width, height) {
    const { stages, rows } = data.status_lanes;
    const x = scaleLinear([0, stages.length - 1], [HEAD + 20, width - 30]), y = scaleBand(rows.map(({ name }) => name), [24, height]);
    stages.forEach((name, index) => text(svg, x(index), 10, name, "middle"));
    const item = svg.selectAll("g").data(rows).join("g").attr("class", "item").attr("transform", ({ name }) => `translate(0,${y(name) + y.bandwidth() / 2})`);
    item.each(function ({ name, stage }) {
      const row = select(this);
      text(row, 0, 0, name);
      line(row, x(0), 0, x(stages.length - 1), 0).attr("stroke-dasharray", "1 4");
      line(row, x(0), 0, x(stage), 0).attr("stroke-width", 2);
      row.append("circle").attr("cx", x(stage)).attr("r", 6).attr("class", "works");
    });
  },
  timeline(svg, width, height) {
    const head = width < 500 ? 160 : 220;
    const x = scaleLinear([0, 366], [head, width - 8]), y = scaleBand(data.timeline.map(({ name }) => name), [24, height]);
    Array.from({ length: 12 }, (_, month) => (Date.UTC(2024, month) - Date.UTC(2024, 0)) / 864e5).forEach((day, month) => {
      line(svg, x(day), 20, x(day), height);
      if (month % 3 === 0) text(svg, x(day), 10, `${month + 1}月`);
    });
    const item = svg.selectAll("g").data(data.timeline).join("g").attr("class", "item").attr("transform", ({ name }) => `translate(0,${y(name) + y.bandwidth() / 2})`);
    item.each(function ({ name, when, days, firmness }) {
      const row = select(this);
      text(row, 0, -7, name);
      text(row, 0, 8, when).attr("class", "small");
      const [from, to] = days.length > 1 ? days : [0, days[0] ?? 180];
      row.append("rect").attr("x", x(from)).attr("y", -2).attr("height", 4).attr("width", Math.max(2, x(to) - x(from))).attr("class", days.length ? "solid" : "open");
      if (days.length) row.append("path").attr("d", SHAPES.diamond).attr("transform", `translate(${x(to)})scale(.8)`).attr("class", firmness === "firm" ? "firm" : "open");
    });
  },
};

const STYLE = `.chart text { font: 13px "Noto Sans CJK SC", sans-serif; fill: ${COLOURS.ink}; } .chart .small { font-size: 11px; fill: ${COLOURS.soft}; }
.axis { stroke: ${COLOURS.line}; fill: none; } .solid { fill: #6b3a75; } .chart .on { fill: #fff; } .rest { fill: none; stroke: ${COLOURS.soft}; stroke-dasharray: 3 2; }
.open { fill: ${COLOURS.paper}; stroke: ${COLOURS.soft}; } .firm { fill: ${COLOURS.ink}; } .item.chosen { filter: drop-shadow(0 0 3px ${COLOURS.chosen}) drop-shadow(0 0 3px ${COLOURS.chosen}); }`;

export function draw(target, choose) {
  const kind = kinds[target.dataset.chart];
  const svg = select(target).append("svg");
  const drawn = () => {
    svg.selectAll("*").remove();
    svg.append("style").text(STYLE);
    kind(svg.append("g"), target.clientWidth, target.clientHeight);
    svg.selectAll(".item").on("click", (_, { of }) => of[0] && choose(byId.get(of[0]))).attr("cursor", ({ of }) => (of[0] ? "pointer" : null));
  };
  drawn();
  let width = target.clientWidth;
  addEventListener("resize", () => { if (width !== (width = target.clientWidth)) drawn(); });
  follow((id) => svg.selectAll(".item").classed("chosen", ({ of }) => of.includes(id)));
}
