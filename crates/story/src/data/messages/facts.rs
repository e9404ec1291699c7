//! Messages about facts, their statements, and corrections of them.

use super::worded;

worded! {
    all FACTS_SAID;

    UNIT_WITH_STEP(UnitStep) {
        "expected a unit without a step of its own, found `{0}`" / "单位里不应带万、亿，实为 `{0}`",
        "count in {1}, with values in full, and let `great` write them in {2}" / "以“{1}”计，数值写全，用 `great` 让它写成{2}"
    }
    ARTICLE_LINES(Locator) {
        "expected first and last line, counted from 1, found {0} and {1}" / "应为首行和末行，从 1 数起，实为 {0} 和 {1}",
        "write the lines of the transcript" / "写文字稿里的行号"
    }
    ARTICLE_LENGTHS(Locator) {
        "expected for each paragraph the lengths of its sentences, each at least 1" / "应为各段每句的字数，每个至少为 1",
        "paste what verify-source says" / "粘贴 verify-source 给出的数"
    }
    UNKNOWN_CHAPTER(UnknownId) {
        "expected the id of a chapter in chapters.json, found `{0}`" / "应为 chapters.json 里一章的 id，实为 `{0}`",
        "write the id of a chapter, or move the fact to another" / "改成已有的章，或把这条事实移到别章"
    }
    UNKNOWN_UNIT(UnknownId) {
        "expected the id of a unit in this file, found `{0}`" / "应为本文件里一个单位的 id，实为 `{0}`",
        "write the id of a unit, or add it to `units`" / "改成已有的单位，或在 `units` 里补上"
    }
    UNKNOWN_ARTICLE(UnknownId) {
        "expected the id of an article in this file, found `{0}`" / "应为本文件里一篇稿件的 id，实为 `{0}`",
        "write the id of an article, or add it to `articles`" / "改成已有的稿件，或在 `articles` 里补上"
    }
    COUNTED_FROM_0(Locator) {
        "expected a {0} counted from 1, found 0" / "{0} 应从 1 数起，实为 0",
        "`locate` prints the locator of a sentence" / "用 `locate` 查出这句的出处"
    }
    NO_SUCH_SENTENCE(Locator) {
        "expected a sentence that the `lengths` of article {0} have, found paragraph {1} sentence {2}" /
        "稿件 {0} 的 `lengths` 里没有第 {1} 段第 {2} 句，应为有的一句",
        "`locate` prints the locator of a sentence" / "用 `locate` 查出这句的出处"
    }
    READING_ROLE(WrongRole) {
        "expected the id of an editor’s note, in a fact of kind computed" / "应为编者注的 id，且只用于 computed 一类的事实",
        "name an editor’s note, or take `reading` out" / "改成编者注的 id，或去掉 `reading`"
    }
    KIND_NEEDS(FactNeeds) {
        "a fact of kind {0}{1} needs `{2}`" / "{0} 一类{1}的事实需要 `{2}`",
        "add the key, or give the fact another kind" / "补上这个键，或改事实的种类"
    }
    KIND_NEEDS_NO(FactNeeds) {
        "a fact of kind {0}{1} needs no `{2}`" / "{0} 一类{1}的事实不需要 `{2}`",
        "take the key out, or give the fact another kind" / "去掉这个键，或改事实的种类"
    }
    VALUE_NEEDS_UNIT(FactNeeds) {
        "missing; a fact with a value needs the unit it is counted in" / "缺少；有数值的事实要有单位",
        "add `unit`" / "补上 `unit`"
    }
    SPEAKER(FactNeeds) {
        "expected {0} for a fact of kind {1}, found `{2}`" / "{1} 一类的事实应为{0}，实为 `{2}`",
        "change `speaker`, or the kind" / "改 `speaker`，或改种类"
    }
    NOT_PRINTED(Printed) {
        "expected the number {0} as the page prints it, found `{1}`" / "应为报上印的 {0}，实为 `{1}`",
        "correct `value` or `printed`, whichever the page does not bear out" / "对照报纸，改 `value` 或 `printed`"
    }
    PRINTED_DATE(Printed) {
        "expected the fact’s `date` as the page prints it, found `{0}`, whose {1} is no part of it" /
        "应为报上印的这条事实的 `date`，实为 `{0}`，其中的 {1} 对不上",
        "correct `date` or `printed`, whichever the page does not bear out" / "对照报纸，改 `date` 或 `printed`"
    }
    NO_FORMULA(Formula) {
        "{0}" / "算式读不通：{0}",
        "correct the formula at that character" / "改正算式的这个字符"
    }
    VAGUE_INPUT(Formula) {
        "expected inputs that are exact, found `{0}`, which is a range or has a limit" / "算式里应是确数，`{0}` 却是区间或带界限",
        "calculate with another fact" / "换一条事实来算"
    }
    CIRCULAR(Formula) {
        "expected a formula that does not lead back to `{0}` itself" / "算式不应绕回 `{0}` 自己",
        "calculate from facts of the page" / "用报上的事实来算"
    }
    NO_RESULT(Formula) {
        "expected inputs that all have a value and no division by zero" / "算式里的事实都应有数值，且不能除以零",
        "give the inputs values, or divide by another" / "给它们数值，或换一个除数"
    }
    OTHER_RESULT(Result) {
        "expected what the formula gives, {0}, found {1}" / "应为算式的结果 {0}，实为 {1}",
        "write {0}" / "改成 {0}"
    }
    RANGE_ENDS(Range) {
        "expected the upper end of a range that begins with {0}, found {1}" / "应为从 {0} 起的区间的上端，实为 {1}",
        "write the greater number in `up_to`" / "`up_to` 里写大的那个数"
    }
    RANGE_AND_LIMIT(Range) {
        "expected a range or a limit, found both; a range says how near it is" / "应为区间或界限之一，实为两者都有；区间已说明有多准",
        "take one of the two out" / "去掉其中一个"
    }
    RANGE_MISSING(Range) {
        "missing; expected the upper end of the range `{0}`" / "缺少；应为区间 `{0}` 的上端",
        "add `up_to`" / "补上 `up_to`"
    }
    LIMIT_NOT_PRINTED(Range) {
        "expected {0} as the page prints it, found `{1}`" / "应为报上印的{0}，实为 `{1}`",
        "correct `printed`, or take `up_to` or `limit` out" / "改 `printed`，或去掉 `up_to` 或 `limit`"
    }
    NO_DATE(Date) {
        "expected `from` and `to`, `by`, or `words`, found none" / "应有 `from` 和 `to`、`by` 或 `words`，实为都没有",
        "write one of them, or take `date` out" / "写上其中一种，或去掉 `date`"
    }
    NO_DAY(Date) {
        "expected a day as YYYY-MM-DD, found `{0}`" / "应为 YYYY-MM-DD 格式的日子，实为 `{0}`",
        "write a day that there is" / "写一个存在的日子"
    }
    LAST_BEFORE_FIRST(Date) {
        "expected a last day that is not before the first" / "最后一天不应早于第一天",
        "change the two round, or correct one" / "对调两者，或改正其一"
    }
    LAGGING(Statement) {
        "expected words that say {0}, the value of `{1}`, found {2}" / "文字应说出 `{1}` 的数值 {0}，实为{2}",
        "write {0} in the statement, or correct the value" / "把陈述里的数改成 {0}，或改正数值"
    }
    OTHER_NUMBER(Statement) {
        "expected only numbers of facts, found `{0}` in the statement of `{1}`" / "陈述里应只有事实的数，`{1}` 的陈述里却有 `{0}`",
        "name the fact in `says`, or, if it is no number, the words around it in `no_numbers`" /
        "在 `says` 里写上那条事实；若不是数，把前后的词写进 `no_numbers`"
    }
    SAYS_UNUSED(Statement) {
        "expected a fact whose number the statement says, found `{0}`" / "应为陈述里说到其数的事实，实为 `{0}`",
        "take it out" / "去掉它"
    }
    NO_NUMBERS_UNUSED(Statement) {
        "expected words of the statement, found `{0}`" / "应为陈述里的词，实为 `{0}`",
        "take them out" / "去掉它们"
    }
    BEFORE_THE_LAST_ONE(Date) {
        "expected a day not before the correction above, {0}, found `{1}`" / "应不早于上一条更正的 {0}，实为 `{1}`",
        "put corrections in the order of their days" / "按日期先后排列更正"
    }
    CORRECTS_NOTHING(Correction) {
        "expected something else than `was`; a correction says what changed" / "应与 `was` 不同；更正要说改了什么",
        "write what the page says now" / "写现在的说法"
    }
    CORRECTED_TO_ANOTHER(Correction) {
        "expected the value that `{0}` has in facts.json, {1}, found `{2}`" / "应为 `{0}` 在 facts.json 里的数值 {1}，实为 `{2}`",
        "write {1}, or correct the fact" / "改成 {1}，或改正事实"
    }
    SERIES_FORM(Series) {
        "expected at least two years, each once and in order, found {0}" / "应至少有两年，各一次、按先后排列，实为 {0}",
        "put the years in order, each once" / "按年份先后各写一次"
    }
    SERIES_LAST(Series) {
        "expected the value of the last year, {0}, as the fact’s own, found {1}" / "事实的数值应是最后一年的 {0}，实为 {1}",
        "write {0} in `value`, or correct the series" / "把 `value` 改成 {0}，或改正这一列数"
    }
    SERIES_AND_OTHER(Series) {
        "expected a series without `{0}`" / "有一列数的事实不应有 `{0}`",
        "take `{0}` out" / "去掉 `{0}`"
    }
    SERIES_NOT_PRINTED(Series) {
        "expected the number {0} of {1} as the page prints it, found `{2}`" / "应为报上印的 {1} 年的 {0}，实为 `{2}`",
        "print every number of the series" / "把这一列数都照报上写出来"
    }
    NO_SENTENCE(WrongSource) {
        "expected a sentence of the transcript, but: {0}" / "应为文字稿里的一句，但是：{0}",
        "`locate` prints the locator of a sentence" / "用 `locate` 查出这句的出处"
    }
    OTHER_HASH(WrongSource) {
        "{0} paragraph {1} sentence {2} has hash {3}, expected {4}" / "{0} 第 {1} 段第 {2} 句的哈希值是 {3}，应为 {4}",
        "see that it is the sentence that is meant; `locate` prints its locator" / "先看是不是这一句；用 `locate` 查出它的出处"
    }
    MISPRINTED(WrongSource) {
        "expected `{0}` in its sentence{1}" / "原句里应有 `{0}`{1}",
        "print what the sentence has" / "照原句写"
    }
    UNSAID(WrongSource) {
        "its statement says `{0}`, and its sentence does not" / "陈述里说了 `{0}`，原句里没有",
        "take it out of the statement, or name the sentence that says it" / "从陈述里去掉，或改成说了它的那一句"
    }
    OTHER_LENGTHS(WrongSource) {
        "article `{0}`: expected {1}" / "稿件 `{0}`：应为 {1}",
        "paste that" / "照此粘贴"
    }
}
