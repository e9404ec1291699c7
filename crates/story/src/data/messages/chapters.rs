//! Messages about chapters, their maps, addresses, and what a story needs to be published.

use super::worded;

worded! {
    all CHAPTERS_SAID;

    NO_CHAPTER(Missing) {
        "expected at least one chapter with `told`, found none" / "应至少有一章写了 `told`，实为没有",
        "tell a chapter" / "写出一章"
    }
    BAD_ADDRESS(Address) {
        "expected {0}, found `{1}`" / "应为{0}，实为 `{1}`",
        "write such an address" / "照此改写"
    }
    BAD_HANDLE(Address) {
        "expected small letters, digits and at least one hyphen, beginning with a letter, found `{0}`"
            / "应为小写字母、数字和至少一个连字符，以字母开头，实为 `{0}`",
        "write a name that an element of HTML may have, such as `ourtown-story`" / "写HTML元素可用的名字，例如 `ourtown-story`"
    }
    TERMS_WITHOUT_HTTPS(Address) {
        "expected an address that begins with https://, found `{0}`" / "应为以 https:// 开头的网址，实为 `{0}`",
        "write the address at which the terms stand in full" / "写上条款全文所在的网址"
    }
    PUBLISHED_AFTER_UPDATE(Date) {
        "expected a day no later than `updated`, {0}, found `{1}`" / "应不晚于 `updated` 的 {0}，实为 `{1}`",
        "correct one of the two" / "改正其中一个"
    }
    RENAMED_TO_NOTHING(Renamed) {
        "expected an id of the story, found `{0}`" / "应为故事里的 id，实为 `{0}`",
        "write the id that the old one has become" / "写旧 id 现在变成的那个"
    }
    RENAMED_STILL_THERE(Renamed) {
        "expected an id that nothing has any more, found `{0}`" / "应为已不再使用的 id，实为 `{0}`",
        "take the entry out" / "去掉这一条"
    }
    RENAMED_STILL_ELSEWHERE(Renamed) {
        "expected an id that nothing has any more, found `{0}`, which {1} has" / "应为已不再使用的 id，{1}还在用 `{0}`",
        "an address leads to both, so give that the new id too" / "同一网址会指向两处，把那一个也改成新 id"
    }
    ANCHOR_TAKEN(DoubleId) {
        "expected an id that nothing else on the page has, found `{0}`" / "应为页面上别处不用的 id，实为 `{0}`",
        "write another id" / "换一个 id"
    }
    FOLDER_TAKEN(DoubleId) {
        "expected an id that is no folder of the site, found `{0}`" / "应为不与网站文件夹同名的 id，实为 `{0}`",
        "write another id" / "换一个 id"
    }
    UNKNOWN_AREA_HERE(UnknownId) {
        "expected the id of an area in this file, found `{0}`" / "应为本文件里一个领域的 id，实为 `{0}`",
        "write the id of an area, or add it to `areas`" / "改成已有的领域，或在 `areas` 里补上"
    }
    STEP_MAP_WITHOUT_CHAPTER_MAP(WrongRole) {
        "expected no map, because the chapter has none that this one could stand beside" / "这一章没有地图，这一步也不应有",
        "take it out, or give the chapter a map" / "去掉它，或给这一章配地图"
    }
    PLACES_AND_MAP(WrongRole) {
        "expected no list of places, because the chapter's map lists its own" / "这一章的地图已列出地点，不应再列",
        "take the list out" / "去掉这份名单"
    }
    UNKNOWN_FIGURE(UnknownId) {
        "expected the id of a figure in figures.json, found `{0}`" / "应为 figures.json 里一张图表的 id，实为 `{0}`",
        "write the id of a figure, or add it" / "改成已有的图表，或补上它"
    }
    LABELS_FOR_NUMBERS(FigureForm) {
        "expected a label for each of the {0} numbers, found {1}" / "应为 {0} 个数各配一个标签，实有 {1} 个",
        "write one label for each number" / "每个数写一个标签"
    }
    NO_VALUE(WrongRole) {
        "expected a fact with a value, found `{0}`" / "应为有数值的事实，实为 `{0}`",
        "name a fact with a value" / "改用有数值的事实"
    }
    UNKNOWN_FRAME(UnknownId) {
        "expected the id of a frame in map.json, found `{0}`" / "应为 map.json 里一个图幅的 id，实为 `{0}`",
        "write the id of a frame, or add it to `frames`" / "改成已有的图幅，或在 `frames` 里补上"
    }
    NOT_DRAWN(WrongRole) {
        "expected a place with a category, or a city that the frame `{0}` shows, found `{1}`" /
        "应为有类别的地点，或图幅 `{0}` 画得到的城市，实为 `{1}`",
        "give the place a category, or take it out" / "给地点写上类别，或去掉它"
    }
    NO_POINT(WrongRole) {
        "expected a place with a point, found `{0}`" / "应为有坐标的地点，实为 `{0}`",
        "give the place a point, or take it out" / "给地点写上坐标，或去掉它"
    }
    LINE_OF_ONE(MapSettings) {
        "expected at least two places, found {0}" / "应至少有两个地点，实有 {0} 个",
        "name the places that the line leads through" / "写出这条线经过的地点"
    }
    NO_POINT_OR_ANCHOR(WrongRole) {
        "expected a place with a point or an anchor, found `{0}`" / "应为有坐标或锚点的地点，实为 `{0}`",
        "give the place a point, or lead the line through another" / "给地点写上坐标，或让线经过别处"
    }
    SHADING_WITHOUT_BARS(WrongRole) {
        "expected a figure with `bars`, found `{0}`" / "应为带 `bars` 的图表，实为 `{0}`",
        "name a bar chart" / "改用条形图"
    }
    UPDATED_MISSING(Unpublishable) {
        "missing; to be published a story needs the day of its data as YYYY-MM-DD" / "缺少；发布前应写明数据的日期，格式 YYYY-MM-DD",
        "write `updated`" / "写上 `updated`"
    }
    CREDIT_MISSING(Unpublishable) {
        "missing; to be published a story needs words that say which page it is from" / "缺少；发布前应写明出自哪一版",
        "write `credit`" / "写上 `credit`"
    }
    ADDRESS_RESERVED(Unpublishable) {
        "expected an address that readers can reach, found `{0}`, whose host is reserved" / "应为读者打得开的网址，`{0}` 的主机名是保留的",
        "write the address of the published site, or give it with --address" / "写正式网址，或用 --address 给出"
    }
    ATTRIBUTION_MISSING(Unpublishable) {
        "missing; to be published a map needs words that say whose data it shows" / "缺少；发布前应写明地图用的是谁的数据",
        "write both languages of `attribution`" / "写上两种语言的 `attribution`"
    }
    MAP_DATE_MISSING(Unpublishable) {
        "missing; to be published a map needs the day of its data as YYYY-MM-DD" / "缺少；发布前应写明地图数据的日期，格式 YYYY-MM-DD",
        "write `date`" / "写上 `date`"
    }
    REVIEW_NUMBER_MISSING(Unpublishable) {
        "missing; to be published a map needs the review number that was given to this very map" / "缺少；发布前应有这张地图自己的审图号",
        "write `review_number`, or build --without-maps" / "写上 `review_number`，或用 --without-maps 生成"
    }
    ROWS_UNREVIEWED(Unreviewed) {
        "expected initials for every fact, because the story asks for them; {0} of {1} have none that hold, such as `{2}`" /
        "故事要求每条事实都有人签名；{1} 条里有 {0} 条没有有效的签名，如 `{2}`",
        "build --review, read the rows, and save the list of initials as {3}" / "用 --review 生成，逐条核对，把签名存为 {3}"
    }
}
