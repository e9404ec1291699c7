// The four charts with Apache ECharts (Apache-2.0).

import { init } from "echarts/core";
import "echarts/lib/chart/bar";
import "echarts/lib/chart/scatter";
import "echarts/lib/component/grid";
import data from "data:charts";
import map from "data:map";
import { follow } from "../common/card.js";
import { CATEGORIES, COLOURS, SHAPES } from "../common/marks.js";

const byId = new Map(map.divisions.map((one) => [one.id, one]));
const PLUM = CATEGORIES.homes.colour;
const quiet = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: COLOURS.ink, fontSize: 13 } };
const names = (list) => ({ type: "category", inverse: true, data: list, ...quiet });
const still = { animation: false, emphasis: { itemStyle: { shadowColor: COLOURS.chosen, shadowBlur: 10, borderColor: COLOURS.chosen, borderWidth: 2 } } };
const text = { show: true, color: COLOURS.ink, fontSize: 13 };

/// The choice that a row, a sign or a part is about travels with it as `of`.
const kinds = {
  bars() {
    const shares = data.bars.map(({ total, parts }) => parts.map((part) => ({ ...part, share: (part.value / total) * 100 })));
    const count = Math.max(...shares.map((parts) => parts.length));
    const item = (part) => part && {
      of: part.of, value: part.share, label: { formatter: `${part.name} ${part.value.toLocaleString("en")}`, color: part.of.length ? "#fff" : COLOURS.ink },
      itemStyle: part.of.length ? { color: PLUM } : { color: "transparent", borderColor: COLOURS.soft, borderType: "dashed" },
    };
    return {
      grid: { left: 56, right: 1, top: 10, bottom: 10 },
      xAxis: { type: "value", max: 100, show: false },
      yAxis: names(data.bars.map(({ name, total }) => `${name}\n${total.toLocaleString("en")}`)),
      series: Array.from({ length: count }, (_, nth) => ({
        ...still, type: "bar", stack: "all", barWidth: 44, label: { ...text, position: "insideLeft" }, data: shares.map((parts) => item(parts[nth]) || { value: 0, of: [] }),
      })),
    };
  },
  pictogram() {
    const columns = 4, rows = Math.ceil(data.pictogram.total / columns);
    const list = Array.from({ length: data.pictogram.total }, (_, index) => ({ ...data.pictogram.named[index], value: [index % columns, Math.floor(index / columns)] }));
    return {
      grid: { left: 0, right: 0, top: 0, bottom: 20 },
      xAxis: { type: "value", min: -0.5, max: columns - 0.5, show: false }, yAxis: { type: "value", min: -0.5, max: rows - 0.5, inverse: true, show: false },
      series: [{ ...still, type: "scatter", symbol: `path://${SHAPES.cross}`, symbolSize: 24, label: { ...text, position: "bottom", formatter: "{b}" },
        data: list.map(({ name, value, of = [] }) => ({
          name: name ?? "", value, of, itemStyle: name ? { color: CATEGORIES.medical.colour } : { color: COLOURS.paper, borderColor: COLOURS.soft } })) }],
    };
  },
  status_lanes() {
    const { stages, rows } = data.status_lanes;
    return {
      grid: { left: 130, right: 30, top: 28, bottom: 4 },
      xAxis: { type: "category", data: stages, position: "top", boundaryGap: false, ...quiet }, yAxis: { ...names(rows.map(({ name }) => name)), splitLine: { show: true, lineStyle: { type: "dotted" } } },
      series: [
        { ...still, type: "bar", silent: true, barWidth: 2, data: rows.map(({ stage }) => stage), itemStyle: { color: COLOURS.line } },
        { ...still, type: "scatter", symbolSize: 12, itemStyle: { color: CATEGORIES.works.colour }, data: rows.map(({ stage, of }, row) => ({ value: [stage, row], of })) },
      ],
    };
  },
  timeline(width) {
    const rows = data.timeline.map((row) => ({ ...row, span: row.days.length > 1 ? row.days : [0, row.days[0] ?? 180] }));
    return {
      grid: { left: width < 500 ? 160 : 220, right: 8, top: 24, bottom: 4 },
      xAxis: { type: "value", min: 0, max: 366, interval: 30.5, position: "top", ...quiet, splitLine: { show: true, lineStyle: { color: COLOURS.line } },
        axisLabel: { ...quiet.axisLabel, formatter: (day) => { const month = Math.round(day / 30.5); return month % 3 || month > 11 ? "" : `${month + 1}月`; } } },
      yAxis: { ...names(rows.map(({ name, when }) => `${name}\n${when}`)), axisLabel: { ...quiet.axisLabel, fontSize: 12, lineHeight: 15 } },
      series: [
        { ...still, type: "bar", stack: "span", silent: true, barWidth: 4, itemStyle: { color: "transparent" }, data: rows.map(({ span }) => span[0]) },
        { ...still, type: "bar", stack: "span", barWidth: 4, data: rows.map(({ span: [from, to], of, days }) => ({ value: Math.max(2, to - from), of, itemStyle: { color: days.length ? PLUM : COLOURS.line } })) },
        { ...still, type: "scatter", symbol: "diamond", symbolSize: 13, data: rows.flatMap(({ span, days, firmness, of }, row) => (days.length
          ? [{ value: [span[1], row], of, itemStyle: { color: firmness === "firm" ? COLOURS.ink : COLOURS.paper, borderColor: COLOURS.ink } }] : [])) },
      ],
    };
  },
};

export function draw(target, choose) {
  const chart = init(target);
  const option = kinds[target.dataset.chart](target.clientWidth);
  chart.setOption(option);
  chart.on("click", ({ data: { of } }) => of?.[0] && choose(byId.get(of[0])));
  addEventListener("resize", () => chart.resize());
  follow((id) => option.series.forEach(({ data: items }, seriesIndex) => {
    const about = items.flatMap((item, index) => (item.of?.includes(id) ? [index] : []));
    chart.dispatchAction({ type: "downplay", seriesIndex });
    if (about.length) chart.dispatchAction({ type: "highlight", seriesIndex, dataIndex: about });
  }));
}
