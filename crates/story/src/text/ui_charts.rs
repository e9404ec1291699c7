//! The charts' own wording: their data tables, legends and switches.

use super::ui::{Ui, wording};
use crate::model::MatrixCell;

wording! {
    /// Leads to one more thing that the place just named says.
    same_place: "同上", "same place";
    /// Opens a figure's data table.
    show_table: "看数据表", "Show data table";
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
    /// The button of what the page does not say of a chapter.
    not_said: "这一章里，报纸没有写的", "What the page does not say here";
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
    /// In the legends of bars and status lanes: what the page leaves out.
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
    /// In the legend of a timeline: an item of one day or of several.
    span: "写明在哪几天", "days given";
    /// In the legend of a timeline: the gridline at the end of June.
    middle_of_year: "竖线：年中", "Upright line: mid-year";
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
    /// In the legend of status lanes.
    lane_past: "实线：已经走过", "Solid line: behind it";
    /// In the legend of status lanes.
    lane_ahead: "点线：还没走到", "Dotted line: still ahead";
    /// Names all of a row that have no name of their own.
    others: "其余", "the others";
}

impl Ui {
    /// Whether a group names a city.
    pub fn city_in_group(self, cell: MatrixCell) -> &'static str {
        match cell {
            MatrixCell::Named => self.yes(),
            MatrixCell::NamedWithProject => self.yes_project(),
            MatrixCell::NotNamed => self.no(),
        }
    }
}
