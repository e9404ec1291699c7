//! What the page says of a fact: its kind, who says it, where it stands.

use super::ui::Ui;
use crate::model::{Fact, Firmness, Kind, Lang, Precision, Speaker, Stage};

impl Ui {
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
            Firmness::Firm => self.pick("写明", "stated"),
            Firmness::Striven => self.pick("力争", "aimed for"),
            Firmness::Read => self.pick("编者推得", "our reading"),
            Firmness::Open => self.end_not_given(),
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

    /// An input of a formula: its number, if it has one, its row in the ledger, and where it stands, if it is no formula itself.
    pub fn input(self, number: Option<&str>, row: usize, locator: Option<&str>) -> String {
        let row = match self.0 {
            Lang::Zh => format!("第{row}行"),
            Lang::En => format!("row {row}"),
        };
        let place = locator.map_or_else(|| row.clone(), |locator| self.named(&row, locator));
        match number {
            Some(number) => format!("{number}{}", self.aside(&place)),
            None => place,
        }
    }

    /// A number and how we come to say it.
    pub fn of_kind(self, number: &str, kind: Kind) -> String {
        match self.0 {
            Lang::Zh => format!("{number}（{}）", self.kind(kind)),
            Lang::En => format!("{number} ({})", self.kind(kind)),
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
}
