//! Messages about what may be meant so, and is more often an oversight.

use super::worded;

worded! {
    all WARNINGS_SAID;

    NAME_WITHOUT_NUMERAL(NamesUnused) {
        "expected words with a numeral, found `{0}`" / "应是含数字的词，实为 `{0}`",
        "take it out" / "去掉它"
    }
    NAME_UNUSED(NamesUnused) {
        "expected words that stand in the story, found `{0}`" / "应是故事里有的词，实为 `{0}`",
        "take it out" / "去掉它"
    }
    NOT_WARNED_OF(MeantForNothing) {
        "expected a warning that there is, found {0} about `{1}`" / "应是确有的警告，实为关于 `{1}` 的 {0}",
        "take it out" / "去掉它"
    }
    FIGURE_ON_NO_PAGE(FigureUnused) {
        "expected a figure that a chapter names, found `{0}`, which is on no page" / "应是某一章用到的图表，`{0}` 哪一页都没有",
        "name it in `figures` of a chapter, or delete it" / "写进某一章的 `figures`，或删去"
    }
    PLACE_NAMED_NOWHERE(PlaceUnused) {
        "expected a place that something names, found `{0}`" / "应是有地方提到的地点，实为 `{0}`",
        "name it in a map, a fact or prose, or delete it" / "写进地图、事实或正文，或删去"
    }
    NUMERAL_OUT_OF_ORDER(Numerals) {
        "expected the numeral after `{0}`, found `{1}` at `{2}`" / "应是 `{0}` 之后的序号，`{2}` 处却是 `{1}`",
        "count on" / "接着往下数"
    }
    NUMERALS_DIFFER(Numerals) {
        "expected the same number in both languages, found `{0}` and {1} at `{2}`" / "两种语言应是同一个序号，`{2}` 处却是 `{0}` 和 {1}",
        "write the same number" / "写成同一个数"
    }
    TOO_MANY_MEASURES(ManyMeasures) {
        "expected at most {0} measures, found {1} in `{2}`, which is wider than a phone" / "应至多 {0} 个量，`{2}` 有 {1} 个，比手机屏幕宽",
        "split the figure" / "拆成几张图"
    }
    TOO_MANY_PARTS(ManyParts) {
        "expected at most {0} parts, found {1} in `{2}`, most of them in one colour and too narrow for their names" /
        "应至多 {0} 份，`{2}` 有 {1} 份，多半同色，也窄得写不下名字",
        "join the small ones" / "把小的合并"
    }
    NOT_CHINESE(OtherLanguage) {
        "expected Chinese, found `{0}`" / "应为中文，实为 `{0}`",
        "write the Chinese text here" / "这里写中文"
    }
    NOT_ENGLISH(OtherLanguage) {
        "expected English, found `{0}`" / "应为英文，实为 `{0}`",
        "write the English text here" / "这里写英文"
    }
    CHINESE_FOR_ENGLISH(OtherLanguage) {
        "expected English, found the Chinese text, `{0}`" / "应为英文，实为中文的那一句，`{0}`",
        "write the English text here" / "这里写英文"
    }
    PUBLISHED_ID_GONE(IdGone) {
        "expected an id of the story, found `{0}`, which was published and is gone" / "应是故事里的 id，`{0}` 发布过，现在没有了",
        "say in `renamed` of chapters.json where its address leads now" / "在 chapters.json 的 `renamed` 里写明它的网址现在指向哪里"
    }
    MARKS_AT_ONE_SPOT(OneSpot) {
        "expected marks that can be told apart, found {0} at one spot of map `{1}` ({2}), {3}; only one of them is seen" /
        "标记应分得开，地图 `{1}`（{2}）上有 {0} 个在同一点：{3}；只看得见一个",
        "leave the others out of the map, or enlarge the spot in an inset" / "其余的不放上地图，或用附图放大这一处"
    }
    LIMIT_MISSING(NoLimit) {
        "missing; expected how near {0} is, as the page prints `{1}`" / "缺少；报上印的是 `{1}`，应写明 {0} 有多准",
        "add `limit`" / "补上 `limit`"
    }
    TITLE_TOO_LONG(LongTitle) {
        "expected a title that has room in {0}, found `{1}`, which takes {2} where there is room for {3}" /
        "标题应放得进{0}，`{1}` 要占{2}，只有{3}的地方",
        "shorten it to about {4}" / "缩短到约{4}"
    }
}
