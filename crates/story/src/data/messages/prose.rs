//! Messages about words that readers meet.

use super::worded;

worded! {
    all PROSE_SAID;

    UNTRUE(Untrue) {
        "expected words that say the value or the date of `{0}`, found `{1}`{2}" / "文字应说出 `{0}` 的数值或日期，实为 `{1}`{2}",
        "write the number of the fact, or name another fact" / "写这条事实的数，或改用别的事实"
    }
    BRACES(Braces) {
        "expected balanced braces, found {0}" / "花括号应成对，实为{0}",
        "close each { with }, with an id between" / "每个 { 都用 } 括住，中间写 id"
    }
    WORDS_NEEDED(Braces) {
        "expected words, as in {{0}|…}, because `{0}` has no value" / "`{0}` 没有数值，应写上文字，如 {{0}|…}",
        "write the words after a |" / "在 | 后面写上文字"
    }
    FULL_WIDTH_BRACES(Braces) {
        "expected the half-width braces { and } around a fact, found {0}" / "事实两边应是半角花括号 { 和 }，实为{0}",
        "type the brace with the input method off" / "关掉中文输入法再打花括号"
    }
    NUMBER_OF_NO_FACT(NoFact) {
        "expected every number to be a fact such as {id|{0}}, found `{0}`" / "每个数都应是事实，如 {id|{0}}，实为 `{0}`",
        "write it in braces with the id of its fact, or, if a name holds it, list the name in `no_numbers` of chapters.json" /
        "写进花括号，前面是事实的 id；若是名称里的字，把名称写进 chapters.json 的 `no_numbers`"
    }
    WHITE_SPACE(NotForReaders) {
        "expected words, found nothing but white space" / "应有文字，实为空白",
        "write the words" / "写上文字"
    }
    INVISIBLE(NotForReaders) {
        "expected characters that can be seen, found U+{0}" / "应是看得见的字符，实为 U+{0}",
        "delete it" / "删去它"
    }
    NOTE_TO_ONESELF(NotForReaders) {
        "expected words for readers, found `{0}`" / "应是写给读者的话，实为 `{0}`",
        "write what readers are to read" / "写读者该读到的话"
    }
}
