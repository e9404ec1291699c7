//! The ledger's own wording: its controls, files, citation and corrections.

use contract::payload::count::GAP;

use super::ui::{Ui, capitalised, wording};
use crate::model::{Day, Lang};

wording! {
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
    /// What a locator leads to in the ledger, for its words look as if they led to the sentence's.
    see_where: "看位置", "see where";
    /// Beside the place of a sentence: that is all there is of it.
    not_reprinted: "无原文", "no wording";
    /// The ledger's articles.
    articles: "用到的稿件（题目为编者所拟）", "The articles used (titles are ours)";
    /// The ledger's method.
    method: "方法", "Method";
    /// The ledger's map notes.
    map_notes: "地图", "The map";
    /// Before the inputs of a formula.
    worked_out_from: "据", "From ";
    /// Before the source of an editor's note.
    note_source: "依据", "Based on";
    /// Leads from the card to the ledger.
    to_ledger: "到账本里看这一行", "See this row in the ledger";
    /// The ledger's columns.
    ledger_row: "行", "Row";
    /// The ledger's columns: the chapter of a fact and the parts of the page that use it.
    ledger_uses: "章与用处", "Chapter and uses";
    /// The controls that choose rows.
    filter: "筛选账本", "Filter the ledger";
    /// A control that chooses rows.
    filter_chapter: "章", "Chapter";
    /// A control that chooses rows, and the places of a row.
    filter_place: "地点", "Place";
    /// A control that chooses rows.
    filter_words: "含有的字", "Words";
    /// The choice of a control that leaves no row out.
    filter_all: "全部", "All";
    /// Shows all rows again.
    filter_clear: "清除筛选", "Clear filter";
    /// What stands instead of rows.
    filter_empty: "没有符合的行。换个说法，或清除筛选。", "No row fits. Try other words, or clear the filter.";
    /// The files with all rows.
    downloads: "下载", "Download";
    /// A file with all rows.
    download_zh: "表格，中文（CSV）", "Table in Chinese (CSV)";
    /// A file with all rows.
    download_en: "表格，英文（CSV）", "Table in English (CSV)";
    /// A file with all rows.
    download_json: "全部字段，中英文（JSON）", "All fields, both languages (JSON)";
    /// What is in the files.
    download_note: "每行带来历、版上位置、原句校验值和更正。文字若会被电子表格当成公式，前面加一撇；数字照原样。",
        "Every row with kind, locator, checksum and corrections. Words that a spreadsheet would run as a formula begin with an apostrophe; numbers are left as they are.";
    /// How to cite the story.
    cite: "怎样引用", "How to cite";
    /// How to cite one row.
    cite_row: "只引一条时，请写明行号：行号和数字以这一数据版本为准。",
        "To cite one row, add its number: rows and figures are those of this data version.";
    /// The newspaper page as bars.
    sentences_title: "整版，一句一条", "The whole page, a bar for each sentence";
    /// A bar from which both kinds were taken.
    sentences_both: "报载和目标都有", "both";
    /// A bar of which only something missing is said.
    sentences_gap: "只说有什么未给出", "only that something is not given";
    /// A bar from which nothing was taken.
    sentences_bare: "没有取用", "nothing taken";
    /// What was published and corrected.
    corrections: "更正", "Corrections";
    /// There are none.
    no_corrections: "迄今没有更正。", "No corrections so far.";
    /// The small mark beside a number that was corrected.
    corrected: "已更正", "corrected";
    /// What a correction says: the words before.
    correction_was: "原写", "It said";
    /// What a correction says: the words now.
    correction_is: "现写", "It says";
    /// What a correction says: the reason.
    correction_why: "原因", "Why";
    /// A part that uses a fact.
    used_head: "章首", "chapter head";
    /// A part that uses a fact.
    used_not_given: "没有写的", "what is not said";
    /// A part that uses a fact.
    used_key_figure: "关键数字", "key figure";
    /// A part that uses a fact.
    used_map: "地图", "map";
    /// A part that uses a fact.
    used_figure: "图", "figure";
}

impl Ui {
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

    /// How many rows are shown; the browser puts the number in the gap.
    pub fn rows_shown(self, total: usize) -> String {
        match self.0 {
            Lang::Zh => format!("共{total}条，显示{GAP}条"),
            Lang::En => format!("{GAP} of {total} rows"),
        }
    }

    /// What the bars of the page show; how many there are, and from how many something was taken.
    pub fn sentences_lead(self, count: usize, taken: usize) -> String {
        match self.0 {
            Lang::Zh => format!(
                "按我们的断句规则，这一版有{count}句。一句一条，长短照字数，文字不转载。着色的{taken}句账本用到了，点开就到用它的头一行；灰的没有取用。看颜色知道谁在说，看深浅知道来历。"
            ),
            Lang::En => format!(
                "By our rule the page has {count} sentences: a bar for each, as long as its text, and none of its words. The {taken} tinted ones lead to the first of their rows in the ledger; from the grey ones nothing was taken. The colour tells who speaks, the fill what kind of thing is said."
            ),
        }
    }

    /// The newspaper page in small: how many sentences it has, and how many the story draws on.
    pub fn sentences_in_short(self, count: usize, taken: usize) -> String {
        match self.0 {
            Lang::Zh => format!("这一版有{count}句，这里用到{taken}句。每句一条，长短照字数，颜色看是谁在说。"),
            Lang::En => format!(
                "Of the page’s {count} sentences this story draws on {taken}. A bar for each, as long as its text; the colour tells who speaks."
            ),
        }
    }

    /// A sentence of the page by its place, what was taken from it, who says it, and in which rows.
    pub fn sentence_name(self, place: &str, kinds: &[&str], speakers: &[&str], rows: &[usize]) -> String {
        let row = |run: &[usize]| match (run.first(), run.last()) {
            (Some(first), Some(last)) if first < last => format!("{first}–{last}"),
            (Some(one), _) => one.to_string(),
            _ => String::new(),
        };
        let runs: Vec<String> = rows.chunk_by(|a, b| a + 1 == *b).map(row).collect();
        let runs = self.list(&runs.iter().map(String::as_str).collect::<Vec<_>>());
        let rows = match self.0 {
            Lang::Zh => format!("账本第{runs}行"),
            Lang::En if rows.len() == 1 => format!("ledger row {runs}"),
            Lang::En => format!("ledger rows {runs}"),
        };
        let said = [self.list(kinds), self.list(speakers)];
        let parts = std::iter::once(place).chain(said.iter().map(String::as_str)).chain([rows.as_str()]);
        self.clauses(&parts.filter(|part| !part.is_empty()).collect::<Vec<_>>())
    }

    /// How to cite the story; who reads it fills in what stands in brackets.
    pub fn citation(
        self,
        publisher: Option<&str>,
        title: &str,
        version: &str,
        updated: Option<Day>,
        address: &str,
    ) -> String {
        match self.0 {
            Lang::Zh => {
                let publisher = publisher.map_or_else(String::new, |name| format!("{name}："));
                let updated = updated.map_or_else(String::new, |day| format!("（{day}更新）"));
                format!("{publisher}《{title}》，数据版本{version}{updated}，{address}，［访问日期］访问。")
            }
            Lang::En => {
                let publisher = publisher.map_or_else(String::new, |name| format!("{}. ", capitalised(name)));
                let updated = updated.map_or_else(String::new, |day| format!(", updated {day}"));
                format!("{publisher}“{title}.” Data version {version}{updated}. {address}, accessed [date].")
            }
        }
    }

    /// Before a correction: its day.
    pub fn corrected_on(self, day: Day) -> String {
        match self.0 {
            Lang::Zh => format!("{day}更正"),
            Lang::En => format!("corrected {day}"),
        }
    }

    /// A correction in one line: what was said, and why that was wrong.
    pub fn corrected_from(self, was: &str, why: &str) -> String {
        self.phrases(&[&self.named(self.correction_was(), was), &self.named(self.correction_why(), why)])
    }

    /// The reading of ours on which a computed number rests, by its row.
    pub fn reading(self, row: usize) -> String {
        match self.0 {
            Lang::Zh => format!("读法见第{row}行"),
            Lang::En => format!("our reading: row {row}"),
        }
    }

    /// A row of the ledger by its number.
    pub fn row(self, number: usize) -> String {
        match self.0 {
            Lang::Zh => format!("第{number}行"),
            Lang::En => format!("Row {number}"),
        }
    }

    /// The heads of the ledger's table for download.
    pub fn table_heads(self) -> [&'static str; 23] {
        match self.0 {
            Lang::Zh => [
                "行号",
                "编号",
                "章",
                "来历代码",
                "来历",
                "谁说的代码",
                "谁说的",
                "数值",
                "单位",
                "页面写法",
                "中文表述",
                "英文表述",
                "稿件",
                "段",
                "句",
                "原句SHA-256",
                "算式",
                "算式用到",
                "编者注依据",
                "地点",
                "日期",
                "更正",
                "所据读法",
            ],
            Lang::En => [
                "row",
                "id",
                "chapter",
                "kind code",
                "kind",
                "speaker code",
                "speaker",
                "value",
                "unit",
                "as shown",
                "statement in Chinese",
                "statement in English",
                "article",
                "paragraph",
                "sentence",
                "sha256 of the sentence",
                "formula",
                "inputs",
                "based on",
                "places",
                "date",
                "corrections",
                "rests on our reading",
            ],
        }
    }
}
