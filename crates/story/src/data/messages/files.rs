//! Messages about a file as such: whether it can be read, and whether its form is that of its schema.

use super::worded;

worded! {
    all FILES_SAID;

    NO_FILE(Unreadable) {
        "expected this file, but: {0}" / "应有这个文件，但是：{0}",
        "put the file there, or give its folder with --data" / "把文件放到这里，或用 --data 指明文件夹"
    }
    A_FOLDER_FOR_A_FILE(Unreadable) {
        "expected this file, but: a folder has its name" / "应有这个文件，但是：有个文件夹叫这个名字",
        "rename the folder" / "给文件夹改名"
    }
    A_DEVICE_FOR_A_FILE(Unreadable) {
        "expected this file, but: a device or a pipe has its name" / "应有这个文件，但是：有个设备或管道叫这个名字",
        "put a file in its place" / "换成文件"
    }
    TOO_LARGE(Unreadable) {
        "expected at most {0} MB, found {1} MB" / "应不超过 {0} MB，实为 {1} MB",
        "simplify the geometry, or tell less" / "简化边界，或少讲一些"
    }
    NOT_UTF8(Unreadable) {
        "expected UTF-8, found {0}" / "应为 UTF-8，实为 {0}",
        "save the file again with the encoding UTF-8" / "另存一次，编码选 UTF-8"
    }
    NO_FOLDER(Unreadable) {
        "expected a folder with {0}, but: {1}" / "应为放着 {0} 的文件夹，但是：{1}",
        "name the folder of the story" / "写对故事所在的文件夹"
    }
    A_FILE_FOR_A_FOLDER(Unreadable) {
        "expected a folder with {0}, found a file" / "应为放着 {0} 的文件夹，实为一个文件",
        "name the folder of the story" / "写对故事所在的文件夹"
    }
    NO_FILE_NAME(Unreadable) {
        "expected the name of a file in this folder, found `{0}`" / "应为本文件夹里的文件名，实为 `{0}`",
        "put the file into this folder and write its name alone" / "把文件放进本文件夹，只写文件名"
    }
    EMPTY(NotJson) {
        "expected JSON, found an empty file" / "应为 JSON，实为空文件",
        "take it from a backup" / "从备份里取回"
    }
    NOT_JSON(NotJson) {
        "expected JSON, but: {0}" / "应为 JSON，但是：{0}",
        "{1}" / "{1}"
    }
    GEOJSON(Geojson) {
        "expected TopoJSON, found GeoJSON, a `{0}`" / "应为 TopoJSON，实为 GeoJSON 的 `{0}`",
        "`npx -p topojson-server geo2topo -q 1e5 regions=FILE` makes the one from the other, and each geometry needs the `id` of its region and no `properties`" /
        "用 `npx -p topojson-server geo2topo -q 1e5 regions=FILE` 转换，每个图形要有其区划的 `id`，不要 `properties`"
    }
    KEY_TWICE(DoubleKey) {
        "expected each key once, found it again" / "每个键应只写一次，这里又写了一遍",
        "delete the one that is not meant" / "删去多余的一处"
    }
    UNKNOWN_KEY(UnknownKey) {
        "unknown key; expected one of {0}" / "没有这个键；应为 {0} 之一",
        "correct its name, or delete it" / "改正键名，或删去"
    }
    MISSING(Missing) {
        "missing; expected {0}" / "缺少；应为{0}",
        "add the key" / "补上这个键"
    }
    MISSING_LANGUAGE(MissingLanguage) {
        "missing language; expected {0}" / "缺一种语言；应为{0}",
        "add the text" / "补上这种语言的文字"
    }
    EMPTY_LANGUAGE(MissingLanguage) {
        "missing language; expected words, found an empty text" / "缺一种语言；应有文字，实为空",
        "write the text" / "写上文字"
    }
    OTHER_FORM(WrongForm) {
        "expected {0}, found {1}" / "应为{0}，实为{1}",
        "write a value of that form" / "照这个形式改写"
    }
    OTHER_TYPE_WORD(WrongForm) {
        "expected one of {0}, found {1}" / "应为 {0} 之一，实为{1}",
        "write one of them" / "改成其中一个"
    }
    UNTYPED(WrongForm) {
        "expected a value that can be read, but: {0}" / "应为读得懂的值，但是：{0}",
        "write a value as the schema has it" / "照模式（schema）改写"
    }
    NO_SCHEMA(WrongForm) {
        "expected a schema that compiles; this is a fault of the program" / "模式（schema）编译不了，这是程序的错",
        "tell those who maintain it" / "请告知维护者"
    }
    DOUBLE_ID(DoubleId) {
        "expected an id of its own, found `{0}`, which {1}[{2}] has" / "id 应各不相同，`{0}` 已用于 {1}[{2}]",
        "give one of the two another id" / "给其中一个改 id"
    }
    UNKNOWN_FACT(UnknownId) {
        "expected the id of a fact in facts.json, found `{0}`" / "应为 facts.json 里一条事实的 id，实为 `{0}`",
        "write the id of a fact, or add the fact" / "改成已有事实的 id，或补上这条事实"
    }
    UNKNOWN_SUBJECT(UnknownId) {
        "expected the id of a region or place in places.json, found `{0}`" / "应为 places.json 里区划或地点的 id，实为 `{0}`",
        "write the id of one, or add it" / "改成已有的 id，或补上它"
    }
    UNKNOWN_PLACE(UnknownId) {
        "expected the id of a place in places.json, found `{0}`" / "应为 places.json 里一个地点的 id，实为 `{0}`",
        "write the id of a place, or add it" / "改成已有地点的 id，或补上它"
    }
    NOT_A_GAP(WrongRole) {
        "expected a fact of kind not-given, found `{0}` of kind {1}" / "应为 not-given 一类的事实，实为 {1} 一类的 `{0}`",
        "name a fact that says that something is not given" / "改用一条说明“没有写”的事实"
    }
}
