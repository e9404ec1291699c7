// Zooming and moving the map with d3-zoom (ISC).

import { zoom as behaviour } from "d3-zoom";

/// One finger and the bare wheel scroll the page until the map is larger than its frame.
export function zoomable({ svg, moved, fixed }) {
  let last = 1;
  const zoom = behaviour().scaleExtent([1, 8]).filter((event) => last > 1 || event.ctrlKey || event.touches?.length === 2)
    .on("zoom", ({ transform }) => {
      moved.attr("transform", transform);
      if (transform.k === last) return;
      last = transform.k;
      fixed.select(".sign").attr("transform", `scale(${1 / last})`);
      svg.style("touch-action", last > 1 ? "none" : "pan-x pan-y");
    });
  zoom.translateExtent([[0, 0], svg.attr("viewBox").split(" ").slice(2).map(Number)]);
  svg.call(zoom).on("dblclick.zoom", null).style("touch-action", "pan-x pan-y");
  return { by: (factor) => svg.call(zoom.scaleBy, factor) };
}
