//! What a message is a case of: a fault, which stops the build, or a warning, which may be meant so.

use super::Both;

/// Number, name and weight of a cause.
#[derive(Debug)]
pub struct About {
    /// `F` and a number for faults, `W` and a number for warnings.
    pub number: &'static str,
    /// What is wrong.
    pub title: Both,
    /// Why it matters to a reader.
    pub why: Both,
}

impl Cause {
    /// Whether it may be meant so.
    pub fn is_warning(self) -> bool {
        self.about().number.starts_with('W')
    }

    /// Its number, as `data/README.md` lists it.
    pub fn number(self) -> &'static str {
        self.about().number
    }
}

macro_rules! causes {
    ($($(#[$doc:meta])* $name:ident $number:literal { $title_en:literal / $title_zh:literal, $why_en:literal / $why_zh:literal })*) => {
        /// The causes of faults and of warnings, in the order of their numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cause {
            $(#[doc = $title_en] $name),*
        }

        impl Cause {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its number, what is wrong, and why that matters.
            pub fn about(self) -> &'static About {
                match self {
                    $(Self::$name => {
                        const ABOUT: About = About {
                            number: $number,
                            title: Both { en: $title_en, zh: $title_zh },
                            why: Both { en: $why_en, zh: $why_zh },
                        };
                        &ABOUT
                    })*
                }
            }
        }
    };
}

causes! {
    Unreadable "F1" {
        "a folder, device, pipe or nothing in a file’s place; more than 16 MB; not UTF-8" /
        "文件读不出来：缺失、是文件夹或设备、超过 16 MB、不是 UTF-8 编码",
        "what the file holds would be missing from the page" /
        "这个文件里的内容，读者一个字也看不到"
    }
    NotJson "F2" {
        "no JSON" / "不是 JSON",
        "a slip of the pen hides all that follows it in the file" /
        "一处笔误，后面的内容就全都读不到"
    }
    Geojson "F3" {
        "GeoJSON for TopoJSON" / "把 GeoJSON 当成了 TopoJSON",
        "without borders that are shared no map can be drawn" /
        "没有共用的边界，地图画不出来"
    }
    DoubleKey "F4" {
        "a key that stands twice" / "同一个键写了两遍",
        "only the later one counts, and readers would never see the other" /
        "只有后一处算数，前一处读者看不到"
    }
    UnknownKey "F5" {
        "a key that there is not" / "没有这个键",
        "what stands under it is shown nowhere" /
        "写在它下面的内容哪里都不会出现"
    }
    Missing "F6" {
        "a key that is missing" / "缺少必需的键",
        "a part of the page would be empty" /
        "页面上会空出一块"
    }
    MissingLanguage "F7" {
        "a text in one language only" / "只有一种语言的文字",
        "readers of the other language would find a gap" /
        "另一种语言的读者会看到空白"
    }
    WrongForm "F8" {
        "a value of another type than expected" / "值的类型不对",
        "it cannot be shown as it is" /
        "这样的值没法显示"
    }
    DoubleId "F9" {
        "an id that something else has" / "id 重复",
        "a link would lead readers to the wrong one of the two" /
        "链接会把读者带到另一处去"
    }
    UnknownId "F10" {
        "an id that names nothing" / "id 没有所指",
        "a number, a mark or a link would lead nowhere" /
        "数字、标记或链接会落空"
    }
    WrongRole "F11" {
        "an id of something that cannot stand there" / "所指的东西不能用在这里",
        "the page would draw what is not there to be drawn" /
        "页面要画的东西其实没有"
    }
    FactNeeds "F12" {
        "a fact that lacks what its kind needs, or has what it must not have" / "事实缺少其种类必需的内容，或带了不该有的内容",
        "readers could not see where the statement comes from, or who says it" /
        "读者看不出这句话从哪里来、是谁说的"
    }
    Printed "F13" {
        "the printed figure is another than the fact’s" / "报上印的数字与事实不符",
        "the page would show one number and the newspaper another" /
        "页面上是一个数，报纸上是另一个数"
    }
    Range "F14" {
        "a range or a limit that does not hold" / "区间或界限不成立",
        "“about 300” would read as 300, or three to five as three" /
        "“约300”会读成300，“3至5”会读成3"
    }
    Formula "F15" {
        "a formula that gives nothing" / "算式算不出来",
        "readers are shown the formula and must be able to follow it" /
        "算式是给读者看的，必须能算得通"
    }
    Result "F16" {
        "a value that its formula does not give" / "数值与算式不符",
        "a wrong number would stand beside the formula that disproves it" /
        "错的数会和否定它的算式印在一起"
    }
    Date "F17" {
        "a day that there is not, or in the wrong order" / "日期不存在或先后颠倒",
        "readers would be told a day that cannot be" /
        "读者会看到一个不可能的日子"
    }
    Locator "F18" {
        "a place in the article that cannot be" / "出处的段落或句子不存在",
        "readers could not find the sentence" /
        "读者找不到原句"
    }
    NoFact "F19" {
        "a number of no fact" / "数字没有对应的事实",
        "readers would meet a number that leads to no source" /
        "读者看到的数字查不到出处"
    }
    Untrue "F20" {
        "words that are not true of their fact" / "文字与事实不符",
        "readers would read one number and find another in its card" /
        "读者读到一个数，点开却是另一个数"
    }
    Statement "F21" {
        "a statement that lags behind its value, or says another number" / "陈述没有跟上数值，或说了别的数",
        "cards, tables and files would contradict the number beside them" /
        "卡片、表格和文件里的话会与旁边的数字矛盾"
    }
    Braces "F22" {
        "braces that do not hold a fact or a place" / "花括号没有括住事实或地点",
        "readers would see braces and ids" /
        "读者会看到括号和代号"
    }
    NotForReaders "F23" {
        "nothing but white space; TODO, 待补; characters that cannot be seen" / "只有空白；TODO、待补；看不见的字符",
        "readers would see an editor’s note, or nothing" /
        "读者会看到编者的备忘，或什么也看不到"
    }
    UnitStep "F24" {
        "a unit with a step of its own" / "单位里带着万、亿",
        "English readers would get “21,860 hundred million yuan”" /
        "英文读者会看到“21,860 hundred million yuan”"
    }
    Sum "F25" {
        "parts that do not make the whole" / "各部分加起来不等于总数",
        "a drawing would show shares that are not so" /
        "图上的比例会是错的"
    }
    FigureForm "F26" {
        "a figure that cannot be drawn as it says" / "图表没法照写的样子画",
        "the drawing would lack a row, or hold two in one place" /
        "图上会少一行，或两行挤在一处"
    }
    Location "F27" {
        "a location that lacks what its precision needs, or has what it must not have" / "位置缺少其精度必需的内容，或带了不该有的内容",
        "a map would claim to know a place better than anybody does" /
        "地图会显得比实际知道得更准"
    }
    OffMap "F28" {
        "a point that is not where it says; longitude and latitude swapped" / "点不在它说的地方；经纬度写反",
        "a mark would stand in the wrong place, or nowhere" /
        "标记会画错地方，或根本不见"
    }
    Sign "F29" {
        "a category without a sign of its own on maps" / "类别没有自己的图形",
        "readers who do not tell colours apart could not tell the categories apart" /
        "分不清颜色的读者就分不清类别"
    }
    Room "F30" {
        "a name without room on a map" / "地图上放不下的名字",
        "one name would lie on another and neither could be read" /
        "名字叠在一起，哪个也读不清"
    }
    MapSettings "F31" {
        "settings with which no map can be drawn" / "地图的设置画不出图",
        "the map would be turned, mirrored or empty" /
        "地图会转了向、左右颠倒或一片空白"
    }
    Geometry "F32" {
        "borders that do not close, meet or exist" / "边界没有闭合、接不上或不存在",
        "a division would have a hole, lie on its neighbour or be missing" /
        "区划会缺一块、压住邻区或整个不见"
    }
    Address "F33" {
        "an address from which no other can be made" / "网址没法用来生成别的网址",
        "shared links and previews would lead nowhere" /
        "分享出去的链接和预览会打不开"
    }
    Renamed "F34" {
        "an entry in `renamed` that leads astray" / "`renamed` 里的条目指错了",
        "an old link would lead to the wrong part, or to two" /
        "旧链接会指到别处，或一址两处"
    }
    Correction "F35" {
        "a correction that corrects nothing, or not to what the fact says" / "更正没有更正什么，或与事实不符",
        "readers who were told of a mistake would be told a second one" /
        "向读者认错的地方又错了一次"
    }
    Unpublishable "F36" {
        "what a story needs to be published" / "公开发布还缺的东西",
        "readers must be told whose data these are and of which day, and a map needs its review number" /
        "读者应当知道数据是谁的、哪一天的；地图要有审图号"
    }
    WrongSource "F37" {
        "a fact that its sentence does not bear out" / "原句里没有这条事实的内容",
        "readers who look the sentence up would not find it there" /
        "读者去查原句，会发现那里没有"
    }
    Series "F38" {
        "a series that is not one number for each year" / "按年的一列数不成立",
        "a line would join what does not belong together" /
        "折线会把不相干的数连在一起"
    }
    Unreviewed "F39" {
        "a row that nobody has signed" / "没有人签过名的事实",
        "readers would get a number that no second person has read" /
        "读者看到的数字没有第二个人核对过"
    }
    NamesUnused "W1" {
        "words in `no_numbers` that stand nowhere, or hold no numeral" / "`no_numbers` 里的词没有出现过，或不含数字",
        "an exception that nobody needs may let a wrong number past" /
        "用不着的例外，可能放过错的数"
    }
    MeantForNothing "W2" {
        "an entry of `meant` for a warning that there is not" / "`meant` 里写着并不存在的警告",
        "it would silence the next warning of that name, which nobody has judged" /
        "以后同名的警告会被悄悄略过，没有人看过"
    }
    FigureUnused "W3" {
        "a figure that no chapter names, so that it is on no page" / "没有一章用到的图表，哪一页上都没有",
        "readers never see it" / "读者看不到它"
    }
    PlaceUnused "W4" {
        "a place that nothing names" / "没有任何地方提到的地点",
        "readers never see it" / "读者看不到它"
    }
    Numerals "W5" {
        "numerals of chapters that do not count on one by one, or differ between the languages" / "章的序号不连续，或两种语言不一致",
        "readers would look for a chapter that there is not" / "读者会去找并不存在的一章"
    }
    ManyMeasures "W6" {
        "more than five measures in a bar chart: wider than a phone" / "条形图的量超过五个，比手机屏幕宽",
        "on a phone the page moves sideways" / "手机上页面会左右晃动"
    }
    ManyParts "W7" {
        "more than eight parts in a bar: most in one colour, and too narrow for their names" / "一根条分成八份以上，多半同色，也窄得写不下名字",
        "readers cannot tell the parts apart" / "读者分不清哪一份是哪一份"
    }
    OtherLanguage "W8" {
        "one language in the other’s place: Chinese without 汉字, English in 汉字; sources are named as they are" /
        "一种语言写在了另一种的位置：中文里没有汉字，英文里全是汉字；来源照原样写",
        "readers would get words in a language that they did not choose" / "读者会看到自己没有选的语言"
    }
    IdGone "W9" {
        "an id of `published.txt` that is gone, without an entry in `renamed`" / "`published.txt` 里的 id 没有了，`renamed` 里也没有交代",
        "links that readers have kept lead nowhere" / "读者存下的链接会打不开"
    }
    OneSpot "W10" {
        "marks at one spot of a map, of which only one is seen; about the first of them" / "地图上几个标记在同一点，只看得见一个；警告说的是第一个",
        "readers count one place where there are several" / "读者会把几处看成一处"
    }
    NoLimit "W11" {
        "a number that the page prints with 约, 以上 or the like, without `limit`" / "报上写着约、以上等字，事实里却没有 `limit`",
        "readers would take for exact what the page gives as about" / "报上的约数会被读成确数"
    }
    LongTitle "W12" {
        "a headline or title that is longer than its room" / "标题比版面给它的地方长",
        "readers would find it cut off, or pushing away what it heads" / "读者会看到标题被截断，或把正文挤开"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_numbered_one_by_one_faults_first() {
        let numbers: Vec<&str> = Cause::ALL.iter().map(|cause| cause.number()).collect();
        let count = |letter: char| numbers.iter().filter(|number| number.starts_with(letter)).count();
        let expected: Vec<String> = ['F', 'W']
            .into_iter()
            .flat_map(|letter| (1..=count(letter)).map(move |n| format!("{letter}{n}")))
            .collect();
        assert_eq!(numbers, expected);
    }
}
