//! The page's own wording: controls, heads and kinds. The story's words are data.

use crate::model::{Cell, Day, Fact, Firmness, Kind, Lang, Precision, Speaker, Stage};

/// The page's wording in one language.
#[derive(Clone, Copy, Debug)]
pub struct Ui(pub Lang);

macro_rules! wording {
    ($($(#[$meta:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        impl Ui {
            $($(#[$meta])* pub fn $name(self) -> &'static str { self.pick($zh, $en) })*
        }
    };
}

wording! {
    /// The link past the header.
    skip: "跳到正文", "Skip to the story";
    /// Leads from a part of the story to all of it.
    full_story: "看完整报道", "Open the full story";
    /// The header's navigation.
    chapters: "章节", "Chapters";
    /// The link to the other language, in that language.
    other_language: "English", "中文";
    /// The switch between the two ways of telling.
    mode: "阅读方式", "How to read";
    /// Told step by step.
    mode_steps: "逐步", "Steps";
    /// Told in full: the words that stand on the narrowest screen, and the rest.
    mode_flat: "全文", "Full";
    /// See above.
    mode_flat_rest: "", " text";
    /// Changes to the dark colours.
    to_dark: "夜间", "Dark";
    /// Changes to the light colours.
    to_light: "日间", "Light";
    /// What is changed.
    colours: "配色", " colours";
    /// Leads to the step before.
    previous_step: "上一步", "Previous step";
    /// Leads to the next step.
    next_step: "下一步", "Next step";
    /// Opens a figure's data table.
    show_table: "看数据表", "Show data table";
    /// Opens the list of places under a map.
    show_places: "地图上的地点与全部区划", "Places on this map and all divisions";
    /// The list of the map's places.
    places_here: "图上的地点", "Places on this map";
    /// The list of all regions.
    all_regions: "全部区划", "All divisions";
    /// Places of a chapter that cannot be drawn.
    off_map: "不在图上", "Not on the map";
    /// Places of a chapter without a map.
    places_listed: "写到的地点", "Places";
    /// The legend.
    legend: "图例", "Legend";
    /// The ring in the legend.
    approximate: "虚线圈：只知大致位置", "Dashed ring: rough position only";
    /// The tint in the legend.
    tinted: "底色：只知所在区划", "Tint: only the division is known";
    /// The dotted river in the legend.
    schematic_river: "点线：河流示意，不是线位", "Dots: river, schematic, not its course";
    /// The gazetteer's name in the navigation.
    gazetteer: "按地点", "By place";
    /// The gazetteer's headline.
    gazetteer_title: "每个地方，这一版说了什么", "What the page says, place by place";
    /// The gazetteer's regions.
    gazetteer_regions: "全市区划", "Divisions of the city";
    /// The gazetteer's other places.
    gazetteer_places: "地点、项目与其他城市", "Sites, projects and other cities";
    /// The ledger's name in the navigation.
    ledger: "账本", "Ledger";
    /// The ledger's headline.
    ledger_title: "每个数字从哪里来", "Where every figure comes from";
    /// Leads from the story to the ledger.
    open_ledger: "打开账本，逐行查看", "Open the ledger, row by row";
    /// The ledger's columns.
    ledger_number: "数", "Figure";
    /// The ledger's columns.
    ledger_kind: "来历", "Kind";
    /// The ledger's columns.
    ledger_what: "说的是什么", "What it says";
    /// The ledger's columns.
    ledger_where: "版上位置", "Where it stands";
    /// The ledger's articles.
    articles: "用到的稿件（题目为编者所拟）", "The articles used (titles are ours)";
    /// Above what was found, where the story ends.
    ending: "说到底", "In the end";
    /// The chapters once more, where the story ends.
    ending_chapters: "再看一章：", "A chapter again:";
    /// The picture that says what was found, as a file to pass on.
    ending_picture: "存下这张图，发给朋友", "Save this picture to pass on";
    /// Leads from the newspaper page in small to the same with its rows.
    ending_sentences: "一句一条，逐条查看", "Look at it sentence by sentence";
    /// The ledger's method.
    method: "方法", "Method";
    /// The ledger's map notes.
    map_notes: "地图", "The map";
    /// Before a formula.
    formula: "算式", "Formula";
    /// Before the source of an editor's note.
    note_source: "依据", "Based on";
    /// The panel's name.
    panel: "地点说明", "About this place";
    /// The source card's name.
    card: "数字的来历", "Where this figure comes from";
    /// Closes the panel or the card.
    close: "关闭", "Close";
    /// Leads from the card to the ledger.
    to_ledger: "到账本里看这一行", "See this row in the ledger";
    /// Head of a data table.
    table_item: "项", "Item";
    /// Head of a data table.
    table_value: "数值", "Value";
    /// Head of a data table.
    table_kind: "来历", "Kind";
    /// Head of a data table.
    table_products: "产品", "Products";
    /// Head of a data table.
    table_named: "点到", "Named";
    /// Head of a data table.
    table_stage: "阶段", "Stage";
    /// Head of a data table.
    table_verb: "写法", "Wording";
    /// A city that is named.
    yes: "点到", "named";
    /// A city that is not named.
    no: "未点到", "not named";
    /// A city that is named and has a project.
    yes_project: "点到，另有项目", "named, with a project";
    /// Something the page gives no figure or place for.
    not_given: "未给出", "not given";
    /// Where the list of cities is closed.
    no_open: "—", "—";
    /// Where the page lists no cities at all.
    cities_not_given: "同列城市：未给出", "cities beside it: not given";
    /// A named one of a unit chart.
    yes_here: "在其中", "one of them";
    /// The source of a figure.
    source: "来源：", "Source: ";
    /// The switch between the measures of a figure of bars.
    measures: "看哪一项", "What to show";
    /// All measures of such a figure.
    side_by_side: "并列", "Both";
    /// Head of a data table's regions.
    table_region: "区划", "Division";
    /// The row of a data table that the regions without a figure share.
    table_rest: "其余合计", "The rest together";
    /// The last row of a data table.
    table_total: "合计", "All together";
    /// Before what adds up to the totals.
    sums: "合计里有什么", "What the totals contain";
    /// In the legend of bars: parts with a figure on the page.
    bar_given: "实色：这一版给出的数", "Solid: a figure on the page";
    /// In the legend of bars: parts that were worked out.
    bar_computed: "虚线框：编者用总数减出", "Dashed: worked out by us from the total";
    /// In the legends of bars and lanes: what the page leaves out.
    bar_not_given: "斜线：这一版没有给出", "Hatched: not given on the page";
    /// Head of the data table of a series.
    table_year: "年份", "Year";
    /// Head of a timeline's data table.
    table_event: "事项", "Item";
    /// Head of a timeline's data table.
    table_when: "写法", "As the page puts it";
    /// Head of a timeline's data table.
    table_start: "起", "Starts";
    /// Head of a timeline's data table.
    table_end: "止", "Ends";
    /// Head of a timeline's data table.
    table_firmness: "日期是否写定", "How firm";
    /// Beside a band that fades out.
    end_not_given: "终点日期未给出", "end date not given";
    /// In the legend of a timeline: an item with its first and last day.
    span: "起止日期都写明", "first and last day given";
    /// Head of a list of who says what.
    table_who: "谁说的", "Who says it";
    /// Head of a list of who says what.
    table_says: "说了什么", "What it says";
    /// In the legend of a matrix.
    matrix_named: "实心：点到这座城市", "Filled: the city is named";
    /// In the legend of a matrix.
    matrix_project: "带框：另有项目", "Framed: with a project there";
    /// In the legend of a matrix.
    matrix_absent: "短横：没有点到", "Dash: not named";
    /// In the legend of lanes.
    lane_past: "实线：已经走过", "Solid line: behind it";
    /// In the legend of lanes.
    lane_ahead: "点线：还没走到", "Dotted line: still ahead";
    /// Names all of a row that have no name of their own.
    others: "其余", "the others";
    /// A figure that opens the story.
    key_figures: "几个关键数字", "Key figures";
    /// The dots in the legend.
    city_mark: "圆点：城市", "Dot: a city";
    /// The hatching of a division about which more is said.
    hatched_mentioned: "细斜线：写到了，没给数", "Fine hatching: mentioned, no figure given";
    /// The hatching of a division about which nothing is said.
    hatched_unmentioned: "疏斜线：没有写到", "Wide hatching: not mentioned";
}

pub(super) use wording;

impl Ui {
    /// Whether a group names a city.
    pub fn city_in_group(self, cell: Cell) -> &'static str {
        match cell {
            Cell::Named => self.yes(),
            Cell::NamedWithProject => self.yes_project(),
            Cell::NotNamed => self.no(),
        }
    }

    pub(super) fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A kind of fact, in words.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reported => self.pick("报载", "reported"),
            Kind::Target => self.pick("目标", "target"),
            Kind::Computed => self.pick("计算", "computed"),
            Kind::NotGiven => self.pick("未给出", "not given"),
            Kind::EditorsNote => self.pick("编者注", "editor’s note"),
        }
    }

    /// Who says a fact.
    pub fn speaker(self, speaker: Speaker) -> &'static str {
        match speaker {
            Speaker::Report => self.pick("报告", "the report"),
            Speaker::Newspaper => self.pick("报纸", "the newspaper"),
            Speaker::City => self.pick("市里", "the city"),
            Speaker::District => self.pick("区县", "a district"),
            Speaker::Notice => self.pick("公告", "a notice"),
            Speaker::Ours => self.pick("编者", "ours"),
        }
    }

    /// How we come to say a fact, and who says it: `报载，报纸`; of what is ours the kind says enough.
    pub fn said_by(self, fact: &Fact) -> String {
        let kind = self.kind(fact.kind);
        match fact.speaker {
            Speaker::Ours => kind.to_owned(),
            speaker => self.clauses(&[kind, self.speaker(speaker)]),
        }
    }

    /// A kind of fact, as the small mark beside a number.
    pub fn kind_mark(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reported => self.pick("载", "R"),
            Kind::Target => self.pick("标", "T"),
            Kind::Computed => self.pick("算", "C"),
            Kind::NotGiven => self.pick("缺", "?"),
            Kind::EditorsNote => self.pick("注", "N"),
        }
    }

    /// The head above facts of a kind that are listed apart.
    pub fn kind_head(self, kind: Kind) -> &'static str {
        match kind {
            Kind::NotGiven => self.pick("没有写到的", "What the page leaves out"),
            Kind::EditorsNote => self.pick("编者注", "Editor’s notes"),
            Kind::Reported | Kind::Target | Kind::Computed => self.kind(kind),
        }
    }

    /// After which source a place was put on the map.
    pub fn position_from(self, source: &str) -> String {
        format!("{}{source}{}", self.pick("位置依据：", "Position from: "), self.pick("。", "."))
    }

    /// Where an address leads to nothing.
    pub fn nothing_here(self) -> &'static str {
        self.pick("这个地址没有页面", "There is no page at this address")
    }

    /// Words in brackets after others.
    pub fn aside(self, words: &str) -> String {
        match self.0 {
            Lang::Zh => format!("（{words}）"),
            Lang::En => format!(" ({words})"),
        }
    }

    /// What parts two sentences; in Chinese the full stop has its own room.
    pub fn gap(self) -> Option<&'static str> {
        (self.0 == Lang::En).then_some(" ")
    }

    /// What a kind of fact means.
    pub fn kind_meaning(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reported => {
                self.pick("报纸写到的，已经有或已经做成", "the page says that it exists or has happened")
            }
            Kind::Target => self.pick("报纸写到的，要做到", "the page says that it is to be done"),
            Kind::Computed => self.pick("编者算出，附算式", "worked out by us, with the formula"),
            Kind::NotGiven => self.pick("报纸提到，没有给出", "the page names it and gives no figure"),
            Kind::EditorsNote => self.pick("来自报纸以外，注明依据", "from outside the page, with its source"),
        }
    }

    /// What the fill of a mark says of its stage.
    pub fn stage_fill(self, stage: Stage) -> &'static str {
        match stage {
            Stage::Planned => self.pick("空心：要起步、要做", "Hollow: to start, to be made"),
            Stage::UnderWay => self.pick("半满：推进中", "Half: under way"),
            Stage::Due => self.pick("带芯：今年要完工", "With a core: due this year"),
            Stage::Done => self.pick("全满：已成", "Full: done"),
        }
    }

    /// How binding a day is.
    pub fn firmness(self, firmness: Firmness) -> &'static str {
        match firmness {
            Firmness::Firm => self.pick("日期写明", "date given"),
            Firmness::Striven => self.pick("力争", "aimed for"),
            Firmness::Read => self.pick("编者推得", "our reading"),
            Firmness::Open => self.end_not_given(),
        }
    }

    /// A month, counted from one, as on an axis.
    pub fn month(self, month: i64) -> String {
        const NAMES: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        match self.0 {
            Lang::Zh => format!("{month}月"),
            Lang::En => NAMES.get((month - 1).max(0) as usize).copied().unwrap_or_default().into(),
        }
    }

    /// A day, with its year.
    pub fn day(self, (year, month, day): (i64, i64, i64)) -> String {
        match self.0 {
            Lang::Zh => format!("{year}年{month}月{day}日"),
            Lang::En => format!("{day} {} {year}", self.month(month)),
        }
    }

    /// A share of a whole.
    pub fn share(self, share: &str) -> String {
        match self.0 {
            Lang::Zh => format!("占{share}"),
            Lang::En => format!("{share} of all"),
        }
    }

    /// What a kind of fact does to what was said before it, as in a name: `占35.7%（计算）`.
    pub fn with_kind(self, said: &str, kind: Kind) -> String {
        match self.0 {
            Lang::Zh => format!("{said}（{}）", self.kind(kind)),
            Lang::En => format!("{said} ({})", self.kind(kind)),
        }
    }

    /// What lies in a part of a bar without a figure of its own.
    pub fn of_which(self, name: &str) -> String {
        match self.0 {
            Lang::Zh => format!("其中{name}"),
            Lang::En => format!("{name} among them"),
        }
    }

    /// How precisely a place is drawn, where it is not a bare mark.
    pub fn precision(self, precision: Precision) -> Option<&'static str> {
        match precision {
            Precision::Site | Precision::Beyond | Precision::Whole => None,
            Precision::Village => Some(self.pick("位置大致", "rough position")),
            Precision::Township => Some(self.pick("位置到乡镇", "placed by township")),
            Precision::Region => Some(self.pick("位置到区县", "placed by division")),
            Precision::NotGiven => Some(self.pick("位置未给出", "place not given")),
        }
    }

    /// A locator, such as `A9第3段第1句`.
    pub fn locator(self, article: &str, paragraph: usize, sentence: usize) -> String {
        match self.0 {
            Lang::Zh => format!("{article}第{paragraph}段第{sentence}句"),
            Lang::En => format!("{article}, paragraph {paragraph}, sentence {sentence}"),
        }
    }

    /// How far a chapter is in the story, the opening not counted.
    pub fn chapter_of(self, number: usize, all: usize) -> String {
        match self.0 {
            Lang::Zh => format!("第{number}章，共{all}章"),
            Lang::En => format!("Chapter {number} of {all}"),
        }
    }

    /// The areas of work a chapter draws on.
    pub fn seen_in_areas(self, names: &[&str]) -> String {
        match self.0 {
            Lang::Zh if names.len() > 1 => format!("见于“{}”各节", names.join("”“")),
            Lang::Zh => format!("见于“{}”一节", names.concat()),
            Lang::En => format!("From: {}", names.join(", ")),
        }
    }

    /// An input of a formula: its number, if it has one, and its row in the ledger.
    pub fn input(self, number: &str, row: usize) -> String {
        match self.0 {
            Lang::Zh if number.is_empty() => format!("第{row}行"),
            Lang::En if number.is_empty() => format!("row {row}"),
            Lang::Zh => format!("{number}（第{row}行）"),
            Lang::En => format!("{number} (row {row})"),
        }
    }

    /// How many facts there are about something.
    pub fn count(self, count: usize) -> String {
        match (self.0, count) {
            (Lang::Zh, _) => format!("账本有{count}条"),
            (Lang::En, 1) => "1 row in the ledger".into(),
            (Lang::En, _) => format!("{count} rows in the ledger"),
        }
    }

    /// The ledger's summary line.
    pub fn ledger_summary(self, count: usize) -> String {
        match self.0 {
            Lang::Zh => format!("共{count}行，每行写明来历和版上位置；算出的附算式，报纸没写的不补。"),
            Lang::En => {
                format!(
                    "{count} rows, each with its kind and its place on the page. What we computed shows its formula; what the page leaves out stays out."
                )
            }
        }
    }

    /// The gazetteer's summary line.
    pub fn gazetteer_summary(self, count: usize) -> String {
        match self.0 {
            Lang::Zh => format!("{count}个区县和地点：各写了什么，没写的也注明；每句附版上位置。"),
            Lang::En => format!(
                "{count} divisions and places: what is said of each, and what is not, every statement with its place in the text."
            ),
        }
    }

    /// What a control does, with the key that does it too.
    pub fn by_key(self, does: &str, key: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{does}（{key}）"),
            Lang::En => format!("{does} ({key})"),
        }
    }

    /// Kilometres on the scale bar.
    pub fn kilometres(self, km: f64) -> String {
        match self.0 {
            Lang::Zh => format!("{km}公里"),
            Lang::En => format!("{km} km"),
        }
    }

    /// The inset's name and magnification.
    pub fn magnified(self, name: &str, times: f64) -> String {
        match self.0 {
            Lang::Zh => format!("{name}约{times:.0}倍"),
            Lang::En => format!("{name} about {times:.0}×"),
        }
    }

    /// A number and how we come to say it.
    pub fn of_kind(self, number: &str, kind: Kind) -> String {
        match self.0 {
            Lang::Zh => format!("{number}（{}）", self.kind(kind)),
            Lang::En => format!("{number} ({})", self.kind(kind)),
        }
    }

    /// Beside a line that is straight from place to place: its two clauses.
    pub fn schematic(self) -> [&'static str; 2] {
        match self.0 {
            Lang::Zh => ["示意走向", "不是线位"],
            Lang::En => ["schematic", "not the route"],
        }
    }

    /// The same as a legend says it: with a capital where the language has them.
    pub fn schematic_line(self) -> String {
        let words = self.clauses(&self.schematic());
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// The name of what is only drawn schematically.
    pub fn named_schematic(self, name: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{name}（示意）"),
            Lang::En => format!("{name} (schematic)"),
        }
    }

    /// The places a schematic line leads through.
    pub fn through(self, names: &[&str]) -> String {
        match self.0 {
            Lang::Zh => format!("经过{}", self.list(names)),
            Lang::En => format!("through {}", self.list(names)),
        }
    }

    /// A name and what is said of it.
    pub fn named(self, name: &str, said: &str) -> String {
        if said.is_empty() { name.to_owned() } else { format!("{name}{}{said}", self.pick("：", ": ")) }
    }

    /// A list of names and how the page leaves it open.
    pub fn with_open(self, names: &str, open: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{names}{open}"),
            Lang::En if open.is_empty() => names.to_owned(),
            Lang::En => format!("{names} {open}"),
        }
    }

    /// Which articles something is from.
    pub fn of_articles(self, ids: &[&str]) -> String {
        match (self.0, ids.len()) {
            (_, 0) => String::new(),
            (Lang::Zh, _) => format!("稿件{}", self.list(ids)),
            (Lang::En, 1) => format!("article {}", ids[0]),
            (Lang::En, _) => format!("articles {}", self.list(ids)),
        }
    }

    /// Who made the page.
    pub fn made_by(self, publisher: &str) -> String {
        match self.0 {
            Lang::Zh => format!("制作：{publisher}"),
            Lang::En => format!("By {publisher}"),
        }
    }

    /// The day of the data.
    pub fn updated(self, day: &str) -> String {
        let day = self.written(day);
        match self.0 {
            Lang::Zh => format!("数据更新于{day}"),
            Lang::En => format!("Data updated {day}"),
        }
    }

    /// The day of the map's data.
    pub fn map_dated(self, day: &str) -> String {
        let day = self.written(day);
        match self.0 {
            Lang::Zh => format!("地图数据日期：{day}"),
            Lang::En => format!("Map data dated {day}"),
        }
    }

    /// A day of a data file in the page's language.
    fn written(self, day: &str) -> String {
        Day::parse(day).map_or_else(|| day.to_owned(), |day| self.day(day.parts()))
    }

    /// Sentences one after the other, of which some lack their full stop; the last one keeps to its own.
    pub fn sentences(self, sentences: &[&str]) -> String {
        let stop = self.pick("。", ".");
        let bare: Vec<&str> = sentences.iter().map(|sentence| sentence.trim_end_matches(stop)).collect();
        bare.join(self.pick("。", ". "))
    }

    /// Whole sentences after each other.
    pub fn after_each_other(self, sentences: &[&str]) -> String {
        sentences.join(self.gap().unwrap_or_default())
    }

    /// Between two things said of one.
    pub fn semicolon(self) -> &'static str {
        self.pick("；", "; ")
    }

    /// Joins phrases with a dot.
    pub fn phrases(self, parts: &[&str]) -> String {
        parts.join(" · ")
    }

    /// A city with the direction it lies in; the bearing is in degrees clockwise from north.
    pub fn towards(self, name: &str, bearing: f64) -> String {
        let zh = ["北", "东北", "东", "东南", "南", "西南", "西", "西北"];
        let en = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];
        let octant = (bearing.rem_euclid(360.0) / 45.0).round() as usize % 8;
        match self.0 {
            Lang::Zh => format!("{name}，在{}面", zh[octant]),
            Lang::En => format!("{name}, to the {}", en[octant]),
        }
    }

    /// Joins clauses with a comma.
    pub fn clauses(self, parts: &[&str]) -> String {
        parts.join(self.pick("，", ", "))
    }

    /// Joins names in a list.
    pub fn list(self, names: &[&str]) -> String {
        names.join(self.pick("、", ", "))
    }
}
