//! Messages about the map's settings and its geometry.

use super::worded;

worded! {
    all MAP_SAID;

    NO_SURROUNDINGS(MapSettings) {
        "expected a layer `surroundings` in the topology, found none" / "边界文件里应有 `surroundings` 一层，实为没有",
        "add the layer, or take `surroundings` out" / "补上这一层，或去掉 `surroundings`"
    }
    UNKNOWN_RIVER(UnknownId) {
        "expected the id of a line in the topology's rivers, found `{0}`" / "应为边界文件里一条河的 id，实为 `{0}`",
        "write the id of a line, or add it" / "改成已有的线，或补上它"
    }
    MAJOR_AND_SCHEMATIC(MapSettings) {
        "expected a river that is either major or schematic, found both" / "河流应为 major 或 schematic 之一，实为两者都是",
        "take one of the two out" / "去掉其中一个"
    }
    MERIDIAN_RANGE(MapSettings) {
        "expected degrees east from -180 to 180, found {0}" / "应为 -180 到 180 的东经度数，实为 {0}",
        "write degrees within these" / "写这个范围里的度数"
    }
    MERIDIAN_ELSEWHERE(MapSettings) {
        "expected a meridian that leads through the regions, such as {0}, found {1}" / "应为穿过各区划的经线，如 {0}，实为 {1}",
        "write {0}" / "改成 {0}"
    }
    CANVAS_SIZE(MapSettings) {
        "expected width and height from 1 to {0} pixels, found {1} and {2}" / "宽和高应为 1 到 {0} 像素，实为 {1} 和 {2}",
        "write such a size" / "照此改写"
    }
    AREA_OUTSIDE(MapSettings) {
        "expected left, top, width, height within {0} × {1}, found {2}" / "左、上、宽、高应在 {0} × {1} 以内，实为 {2}",
        "make it smaller, or enlarge `size`" / "改小，或放大 `size`"
    }
    EXTENT_ORDER(MapSettings) {
        "expected west < east and south < north in degrees, found {0}" / "应为西 < 东、南 < 北的度数，实为 {0}",
        "write west, south, east, north" / "依次写西、南、东、北"
    }
    SHORT_ARC(Geometry) {
        "expected an arc of at least two positions, found {0}" / "每段弧应至少有两个点，实有 {0} 个",
        "make the topology anew" / "重新生成边界文件"
    }
    NO_SCALE(Geometry) {
        "expected degrees per step, none of them 0, found {0}" / "每一步的度数都不应为 0，实为 {0}",
        "make the topology anew" / "重新生成边界文件"
    }
    ARC_OFF_EARTH(Geometry) {
        "expected longitudes from -180 to 180 and latitudes from -90 to 90, which this arc does not keep to{0}" /
        "经度应为 -180 到 180，纬度应为 -90 到 90，这段弧超出了{0}",
        "bring the map into degrees, WGS 84, longitude first" / "把地图转成度数，WGS 84，经度在前"
    }
    NO_ARC(Geometry) {
        "expected at least one arc, and none of the lists empty, found no arc in `{0}`" / "应至少有一段弧，各组都不为空，`{0}` 里却没有",
        "make the topology anew" / "重新生成边界文件"
    }
    UNKNOWN_ARC(Geometry) {
        "expected one of the {0} arcs, found {1} in `{2}`" / "应为 {0} 段弧之一，`{2}` 里却是 {1}",
        "make the topology anew" / "重新生成边界文件"
    }
    JUMP(Geometry) {
        "expected each arc to start where the one before ends, found a jump in `{0}`" / "每段弧应从上一段的终点开始，`{0}` 里断开了",
        "put the arcs in order, or make the topology anew" / "把弧排好，或重新生成边界文件"
    }
    OPEN_RING(Geometry) {
        "expected a closed ring, found an open one in `{0}`" / "应为闭合的环，`{0}` 里有一个没有闭合",
        "add the arc that closes it, or make the topology anew" / "补上闭合它的弧，或重新生成边界文件"
    }
    NO_REGIONS(Geometry) {
        "missing; expected a layer with an area for each region" / "缺少；应有一层，每个区划一块",
        "add the layer `regions`" / "补上 `regions` 一层"
    }
    AREAS_OF_REGION(Geometry) {
        "expected one area with the id of region `{0}`, found {1}" / "区划 `{0}` 应有一块，实有 {1} 块",
        "give one area that id" / "让一块用这个 id"
    }
    NO_AREA(Geometry) {
        "expected a Polygon or MultiPolygon, found a line for `{0}`" / "应为 Polygon 或 MultiPolygon，`{0}` 却是线",
        "make the topology anew from areas" / "用面重新生成边界文件"
    }
    AREA_OF_NO_REGION(UnknownId) {
        "expected the id of a region in places.json, found `{0}` for an area" / "应为 places.json 里一个区划的 id，这一块却是 `{0}`",
        "write the id of a region, or add it to places.json" / "改成已有的区划，或在 places.json 里补上"
    }
    TORN_BORDER(Geometry) {
        "expected arc {0} to be the border of at most two regions, once each way round" / "弧 {0} 应至多是两个区划的边界，一正一反",
        "make the topology anew, with borders that are shared" / "重新生成边界文件，让边界共用"
    }
}
