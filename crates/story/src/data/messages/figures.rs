//! Messages about charts.

use super::worded;

worded! {
    all FIGURES_SAID;

    WAYS_OF_DRAWING(FigureForm) {
        "expected exactly one of {0}, found {1}" / "应恰好有 {0} 之一，实有 {1} 个",
        "keep one" / "只留一个"
    }
    UNKNOWN_AREA(UnknownId) {
        "expected the id of an area in chapters.json, found `{0}`" / "应为 chapters.json 里一个领域的 id，实为 `{0}`",
        "write the id of an area, or add it" / "改成已有的领域，或补上它"
    }
    NO_COLUMN(FigureForm) {
        "expected one of the matrix's columns, found `{0}`" / "应为表中的一列，实为 `{0}`",
        "name a column, or add it to `columns`" / "改成已有的列，或在 `columns` 里补上"
    }
    PROJECT_OR_NONE(FigureForm) {
        "expected either `project` or `no_project`, the fact that says that none is named" / "应有 `project` 或 `no_project`（说明没有点名的事实）之一",
        "write one of the two" / "写上其中一个"
    }
    NOT_ON_A_LANE(FigureForm) {
        "expected a place whose stage is one of the lanes', found `{0}`" / "应为阶段在各列之中的地点，实为 `{0}`",
        "give the place such a stage, or add the lane" / "给地点写这样的阶段，或补上这一列"
    }
    PLACE_WITHOUT_VERB(FigureForm) {
        "expected a place with a verb, found `{0}`" / "应为带动词的地点，实为 `{0}`",
        "write the verb of the place" / "给地点写上动词"
    }
    NO_GAP(FigureForm) {
        "expected at least one fact that says so, found none" / "应至少有一条说明此事的事实，实为没有",
        "name a fact of kind not-given" / "写上 not-given 一类的事实"
    }
    UNCOUNTABLE(FigureForm) {
        "expected a fact whose value is a whole number up to 1000, one mark for each" / "应为数值是 1000 以内整数的事实，每个画一个标记",
        "name another fact" / "改用别的事实"
    }
    REST_MISSING(Sum) {
        "missing; with {0} of {1} named, the others need a fact of their own" / "缺少；{1} 个里点了名的有 {0} 个，其余的要有一条事实",
        "write `rest`" / "写上 `rest`"
    }
    NAMED_AND_REST(Sum) {
        "expected named and rest to make {0}, found {1} and {2}" / "点名的和其余的应合成 {0}，实为 {1} 和 {2}",
        "correct one of the three" / "改正三者之一"
    }
    MEASURE_ID(WrongForm) {
        "expected letters, digits and hyphens, as it stands in addresses, found `{0}`" / "它要写进网址，应只有字母、数字和连字符，实为 `{0}`",
        "write another id" / "换一个 id"
    }
    PART_WITHOUT_REGION(FigureForm) {
        "missing; expected the region of the part, because the table has one row for each region and one for the rest, which is the only part without; themes are told by `units`" /
        "缺少；应写明这一份的区划：表里每个区划一行，其余合计一行，只有它可以不写；按主题分要用 `units`",
        "write `region`" / "写上 `region`"
    }
    PARTS_MAKE(Sum) {
        "expected parts that make `{0}`, {1}, found {2}" / "各部分应合成 `{0}` 的 {1}，实为 {2}",
        "correct a part or the total, or add the part that is missing" / "改正某一份或总数，或补上缺的一份"
    }
    NO_LENGTH(WrongRole) {
        "expected a fact with a value above zero, reported, target or computed, found `{0}`" /
        "应为数值大于零、种类是 reported、target 或 computed 的事实，实为 `{0}`",
        "name such a fact" / "改用这样的事实"
    }
    OTHER_UNIT(Sum) {
        "expected a fact counted in `{0}` as the total is, or a note that cites an editor’s note, found `{1}`" /
        "应与总数一样以 `{0}` 计，或在说明里引用编者注，实为 `{1}`",
        "name another fact, or write a note that cites the reading" / "改用别的事实，或加一条引用编者注的说明"
    }
    OTHER_SHARE(Sum) {
        "expected the share that part and total give, {0}, found {1}" / "应为部分与总数之比 {0}，实为 {1}",
        "name the fact that is computed from the two" / "改用由两者算出的事实"
    }
    NO_PART(FigureForm) {
        "expected the fact of one of the measure’s parts, found `{0}`" / "应为这个量里某一份的事实，实为 `{0}`",
        "name one of the parts" / "改成其中一份"
    }
    REGION_HAS_PART(FigureForm) {
        "expected a region without a part of its own, found `{0}`" / "应为没有自己一份的区划，实为 `{0}`",
        "name another region, or take its part out" / "改用别的区划，或去掉它的一份"
    }
    UNKNOWN_REGION(UnknownId) {
        "expected the id of a region in places.json, found `{0}`" / "应为 places.json 里一个区划的 id，实为 `{0}`",
        "write the id of a region, or add it" / "改成已有的区划，或补上它"
    }
    REGIONS_UNCOVERED(FigureForm) {
        "expected facts that say which regions have no figure; in `{0}` nothing covers {1}" / "应有事实说明哪些区划没有数；在 `{0}` 里，{1} 没有着落",
        "name a fact of kind not-given in `gaps` that lists them in `places`" / "在 `gaps` 里写一条 not-given 的事实，其 `places` 列出它们"
    }
    DATED(WrongRole) {
        "expected a fact without a day, found `{0}`, which belongs on the axis" / "应为没有日子的事实，`{0}` 应在时间轴上",
        "move the row to `rows`" / "把这一行移到 `rows`"
    }
    AXIS_ORDER(Date) {
        "expected a day after {0}, found `{1}`" / "应为 {0} 之后的日子，实为 `{1}`",
        "write a later day" / "写一个更晚的日子"
    }
    UNDATED(WrongRole) {
        "expected a fact with a date, found `{0}`" / "应为有日期的事实，实为 `{0}`",
        "give the fact a date, or move the row to `undated`" / "给事实写上日期，或把这一行移到 `undated`"
    }
    NO_LAST_DAY(WrongRole) {
        "expected a fact whose date has a last day, `to` or `by`, found `{0}`" / "应为日期有末日（`to` 或 `by`）的事实，实为 `{0}`",
        "write the last day, or say that it is `open`" / "写上末日，或写成 `open`"
    }
    NOT_OPEN(WrongRole) {
        "expected a fact whose date has words and no last day, found `{0}`" / "应为日期只有文字、没有末日的事实，实为 `{0}`",
        "say how firm the day is, or take the day out" / "写明日子有多确定，或去掉日子"
    }
    OFF_AXIS(Date) {
        "expected days on the axis, found {0} in `{1}`" / "日子应在时间轴上，`{1}` 里却有 {0}",
        "widen the axis, or correct the day" / "放宽时间轴，或改正日子"
    }
    NO_SERIES(WrongRole) {
        "expected a fact with a `series`, found `{0}`" / "应为带 `series` 的事实，实为 `{0}`",
        "name a fact with a number for each year" / "改用每年有一个数的事实"
    }
    FEW_PANELS(FigureForm) {
        "expected at least two panels, found {0}" / "应至少有两幅，实有 {0} 幅",
        "add a panel, or use `series`" / "再加一幅，或改用 `series`"
    }
    PANEL_TWICE(FigureForm) {
        "expected each fact in one panel, found `{0}` in two" / "每条事实应只占一幅，`{0}` 却有两幅",
        "name another fact" / "改用别的事实"
    }
    OTHER_SCALE(Sum) {
        "expected a fact counted in `{0}` as that of the first panel, since all have one scale, found `{1}`" /
        "各幅共用一把尺，应与第一幅一样以 `{0}` 计，实为 `{1}`",
        "name another fact" / "改用别的事实"
    }
    NO_LINES(FigureForm) {
        "expected at least one line, found none" / "应至少有一条线，实为没有",
        "name a fact with a `series`" / "写上带 `series` 的事实"
    }
}
