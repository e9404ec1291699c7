//! Messages about divisions, places and categories, and the room that maps have for their names.

use super::worded;

worded! {
    all PLACES_SAID;

    ANCHOR_MISSING(Location) {
        "missing; expected a point inside the region, where its name stands on maps" / "缺少；应为区划里的一点，地图上的名字写在这里",
        "write `anchor` as longitude and latitude" / "写上 `anchor`，先经度后纬度"
    }
    REGION_HAS_ID(DoubleId) {
        "expected an id of its own, found `{0}`, which a region has" / "id 应各不相同，`{0}` 是一个区划的",
        "give the place another id" / "给地点改 id"
    }
    UNKNOWN_CATEGORY(UnknownId) {
        "expected the id of a category in this file, found `{0}`" / "应为本文件里一个类别的 id，实为 `{0}`",
        "write the id of a category, or add it to `categories`" / "改成已有的类别，或在 `categories` 里补上"
    }
    VERB_NEEDS_FACT(Location) {
        "missing; a place with a verb needs the fact that says so" / "缺少；带动词的地点要有说明它的事实",
        "write `fact`, or take the verb out" / "写上 `fact`，或去掉动词"
    }
    SHAPE_TAKEN(Sign) {
        "expected a shape of its own, found that of `{0}`{1}" / "图形应各不相同，这是 `{0}` 的{1}",
        "give the category another shape" / "给类别换一个图形"
    }
    SHAPE_FOR_CHARTS(Sign) {
        "expected a shape that maps draw, found {0}, which is for charts{1}" / "应为地图能画的图形，{0} 只用于图表{1}",
        "give the category another shape" / "给类别换一个图形"
    }
    PRECISION_NEEDS(Location) {
        "a location of precision {0} needs `{1}`" / "精度为 {0} 的位置需要 `{1}`",
        "add the key, or change the precision" / "补上这个键，或改精度"
    }
    PRECISION_NEEDS_NO(Location) {
        "a location of precision {0} needs no `{1}`" / "精度为 {0} 的位置不需要 `{1}`",
        "take the key out, or change the precision" / "去掉这个键，或改精度"
    }
    OFF_EARTH(OffMap) {
        "expected longitude and latitude in degrees, found {0} and {1}" / "应为以度计的经度和纬度，实为 {0} 和 {1}",
        "write degrees, longitude first" / "写度数，经度在前"
    }
    OFF_EARTH_SWAPPED(OffMap) {
        "expected longitude and latitude in degrees, found {0} and {1}; they seem to be swapped" / "应为以度计的经度和纬度，实为 {0} 和 {1}；像是写反了",
        "change the two round" / "对调两者"
    }
    WITHIN_MISSING(Location) {
        "missing; a location of precision region needs the region it is in" / "缺少；精度为 region 的位置要写明在哪个区划",
        "write `within`" / "写上 `within`"
    }
    WORDS_MISSING(Location) {
        "missing; a location that is not given needs words that say why" / "缺少；没有位置的地点要有文字说明缘由",
        "write `words`" / "写上 `words`"
    }
    UNKNOWN_REGION_HERE(UnknownId) {
        "expected the id of a region in this file, found `{0}`" / "应为本文件里一个区划的 id，实为 `{0}`",
        "write the id of a region, or add it to `regions`" / "改成已有的区划，或在 `regions` 里补上"
    }
    ANCHOR_OUTSIDE(OffMap) {
        "expected a point inside region {0}, found {1}" / "应为区划 {0} 里的一点，实为 {1}",
        "write a point inside" / "写区划里的一点"
    }
    POINT_OUTSIDE_REGION(OffMap) {
        "expected a point within {0} m of region {1}, found one {2} m away" / "点应距区划 {1} 不超过 {0} 米，实为 {2} 米",
        "correct the point, or `within`" / "改正坐标，或改 `within`"
    }
    POINT_OFF_EVERY_MAP(OffMap) {
        "expected a point in a region or in a frame that shows the place, found {0}, which no map shows" /
        "点应在区划里，或在画它的图幅里，{0} 哪张地图都画不到",
        "mend the point, or give it the precision `beyond`" / "改正坐标，或把精度写成 `beyond`"
    }
    POINT_SWAPPED(OffMap) {
        "expected a point in a region or in a frame that shows the place, found {0}, which no map shows; longitude comes first: {1}" /
        "点应在区划里，或在画它的图幅里，{0} 哪张地图都画不到；经度在前：{1}",
        "write {1}" / "改成 {1}"
    }
    BEYOND_INSIDE(OffMap) {
        "expected a point outside the map's regions, found one in {0}" / "应为地图各区划以外的一点，实在 {0} 里",
        "change the precision, or the point" / "改精度，或改坐标"
    }
    NO_ROOM(Room) {
        "expected a name that has room on map `{0}` ({1}), found `{2}`, which covers something wherever it stands" /
        "名字应在地图 `{0}`（{1}）上放得下，`{2}` 放在哪里都压住别的",
        "{3}" / "{3}"
    }
}
