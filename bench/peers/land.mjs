// The land, ready for the screen: projected once when built, so that no browser has to, and on a grid as fine as the
// largest view of it can show.

/// Steps across the land; one is some 30 m, a pixel of the map at its largest.
const GRID = 1e4;
const LAYERS = ["regions", "rivers", "water", "neighbour-borders"];

/// Projected topology, extents and points of the opening map. `geo` and `topojson` are d3-geo and topojson-client.
export function land(story, { map, frame }, { geo, topojson }) {
  const { topology } = story;
  const projection = geo.geoTransverseMercator().rotate([-story.map.projection.central_meridian, 0]).scale(1e5).translate([0, 0]);
  // North is up, as on paper; the tools turn it over as they need it.
  const project = (point) => { const [x, y] = projection(point); return [x, -y]; };
  const objects = Object.fromEntries(LAYERS.map((name) => [name, topology.objects[name]]));
  const projected = { type: "Topology", objects, arcs: topology.arcs.map((arc) => absolute(arc, topology.transform).map(project)) };
  const quantized = topojson.quantize(pruned(projected), GRID);
  const round = (point) => project(point).map((number) => Math.round(number * 10) / 10);
  const extent = ([west, south, east, north]) => [...round([west, south]), ...round([east, north])];
  const inset = frame.wide.inset.extent;
  const isInset = ([x, y]) => x > inset[0] && x < inset[2] && y > inset[1] && y < inset[3];
  return {
    topology: quantized,
    extent: extent(frame.wide.extent),
    inset: extent(inset),
    names: story.regions.map(({ id, anchor }) => ({ id, at: round(anchor), core: isInset(anchor) })),
    neighbours: story.map.neighbours.map(({ name, anchors }) => ({ name: name.zh, at: round(anchors[0]) })),
    rivers: story.map.rivers.map(({ name, anchors }) => ({ name: name.zh, at: round(anchors[0]) })),
    marks: marks(story, map, { round, isInset }),
  };
}

/// The places on the map. One that is known to its division only stands in the middle of that, in a ring.
function marks(story, map, { round, isInset }) {
  const taken = new Map();
  return map.places.map((id) => {
    const { short, category, stage, location } = story.all.places.get(id);
    const anchor = location.point ?? story.all.regions.get(location.within).anchor;
    const nth = location.point ? 0 : (taken.set(location.within, (taken.get(location.within) ?? 0) + 1), taken.get(location.within));
    return { name: short.zh, category, stage, at: round(anchor), core: isInset(anchor), ring: location.precision !== "site", nth };
  });
}

/// The points of an arc, which stand as steps from one to the next.
function absolute(arc, { scale, translate }) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/// Without the arcs that nothing uses.
function pruned({ objects, arcs }) {
  const kept = new Map();
  const number = (index) => {
    const arc = index < 0 ? ~index : index;
    if (!kept.has(arc)) kept.set(arc, kept.size);
    return index < 0 ? ~kept.get(arc) : kept.get(arc);
  };
  const walk = (list) => (Array.isArray(list) ? list.map(walk) : number(list));
  const geometry = ({ geometries, arcs: own, ...rest }) =>
    geometries ? { ...rest, geometries: geometries.map(geometry) } : { ...rest, arcs: walk(own) };
  const renamed = Object.fromEntries(Object.entries(objects).map(([name, object]) => [name, geometry(object)]));
  return { type: "Topology", objects: renamed, arcs: [...kept.keys()].map((index) => arcs[index]) };
}
