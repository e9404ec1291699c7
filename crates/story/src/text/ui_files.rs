//! The wording of figures as files: heads of their tables, names of what a map shows.

use super::ui::{Ui, wording};
use crate::model::{Lang, Mention, Precision};

wording! {
    /// Opens what can be taken along from a map.
    map_tools: "转发、下载、嵌入地图", "Share, save, embed the map";
    /// The same of a chart.
    chart_tools: "转发、下载、嵌入图表", "Share, save, embed the chart";
    /// The address of a figure as it is shown.
    figure_link: "链接", "Link";
    /// The page that helps to embed a figure.
    figure_embed: "嵌入", "Embed";
    /// A file with all files of the figures.
    download_statics: "全部图和地图：SVG、PNG、CSV、JSON（ZIP）", "All charts and maps as SVG, PNG, CSV, JSON (ZIP)";
    /// Head of what must stand by the figures.
    statics_credit: "署名", "Credit";
    /// Before what must stand by the maps.
    statics_maps: "每张地图都要带上下面两行：", "Every map needs the two lines below:";
    /// Head of a table: which bar a row belongs to.
    table_measure: "指标", "Measure";
}

impl Ui {
    /// Under which terms all of it may be used, where a link can stand.
    pub fn terms(self) -> &'static str {
        match self.0 {
            Lang::Zh => "使用条款：",
            Lang::En => "Terms of use: ",
        }
    }

    /// The same for files of text, with the address.
    pub fn terms_in_full(self, name: &str, address: &str) -> String {
        let before = self.terms();
        match self.0 {
            Lang::Zh => format!("{before}{name}，{address}"),
            Lang::En => format!("{before}{name}, {address}"),
        }
    }

    /// A file of a figure, by the ending and the name of its form.
    pub fn figure_form(self, ending: &str, name: &str) -> String {
        let what = match ending {
            "png" | "svg" => self.pick("图片", "Picture"),
            _ => self.pick("数据", "Data"),
        };
        match self.0 {
            Lang::Zh => format!("{what}{name}"),
            Lang::En => format!("{what} {name}"),
        }
    }

    /// What each form of a figure is good for, in lines.
    pub fn statics_forms(self) -> [&'static str; 5] {
        match self.0 {
            Lang::Zh => [
                "每张图都有这些文件：",
                "SVG：矢量，文字仍是文字，可以改；",
                "PNG：两倍像素，可以直接用；",
                "CSV：图上的内容，一行一条，带来历、账本行号和版上位置，UTF-8；",
                "JSON：同样的内容，给程序用。",
            ],
            Lang::En => [
                "Each figure is there as:",
                "SVG: shapes, with texts as texts, to edit;",
                "PNG: twice the pixels, to use as it is;",
                "CSV: what the figure shows, row by row, with kind, ledger row and locator, in UTF-8;",
                "JSON: the same, for programs.",
            ],
        }
    }

    /// How frames are put into a page, in lines.
    pub fn embed_how(self) -> [&'static str; 3] {
        match self.0 {
            Lang::Zh => [
                "把下面任一段代码贴进文章，框架单独就能用，高度是代码里写的数。",
                "想让高度跟着内容走，全页再放一次这段脚本，放几个框架都只要一次；",
                "用pym、newswire、Datawrapper等工具的，不需要它：",
            ],
            Lang::En => [
                "Paste any of the frames below into an article. Each works alone, as high as its code says.",
                "For frames as high as what they show, add this script once to the page, however many frames there are;",
                "with pym, newswire, Datawrapper and their like it is not needed:",
            ],
        }
    }

    /// What a frame's address may ask for, in lines.
    pub fn embed_parameters(self) -> [&'static str; 4] {
        match self.0 {
            Lang::Zh => [
                "地址后可以加：?theme=light|dark|auto（配色）",
                "mode=steps|flat（逐步读，或全文）",
                "chrome=0（不带页眉页脚）",
                "lang=zh-Hans|en（语言）；几项之间用&连接。",
            ],
            Lang::En => [
                "The address may end in: ?theme=light|dark|auto (colours)",
                "mode=steps|flat (step by step, or in full)",
                "chrome=0 (without header and footer)",
                "lang=zh-Hans|en (language); several are joined by &.",
            ],
        }
    }

    /// How the page treats an area of work.
    pub fn mention(self, mention: Mention) -> &'static str {
        match mention {
            Mention::Named => self.pick("报告写到本市或市内地名", "the report names the city or a place in it"),
            Mention::Added => self.pick("报纸补上本市", "the newspaper adds the city"),
            Mention::Unnamed => self.pick("没有本市地名", "no place in the city named"),
            Mention::Absent => self.pick("没有写到", "not on the page"),
        }
    }

    /// How precisely a place is known.
    pub fn known_to(self, precision: Precision) -> &'static str {
        match precision {
            Precision::Site => self.pick("已知地点", "known point"),
            Precision::Village => self.pick("大致到村或附近", "village or near by"),
            Precision::Township => self.pick("到乡镇", "township"),
            Precision::Region => self.pick("到区县", "division"),
            Precision::Beyond => self.pick("在区划之外", "outside the divisions"),
            Precision::Whole => self.pick("以一点代表全体", "one point for the whole"),
            Precision::NotGiven => self.not_given(),
        }
    }

    /// The heads of a map's table.
    pub fn map_table_heads(self) -> [&'static str; 9] {
        match self.0 {
            Lang::Zh => [
                "类别",
                "名称",
                "写法或数值",
                "阶段",
                "位置精度",
                "位置说明",
                "经度（WGS 84）",
                "纬度（WGS 84）",
                "位置依据",
            ],
            Lang::En => [
                "category",
                "name",
                "wording or value",
                "stage",
                "precision of position",
                "about the position",
                "longitude (WGS 84)",
                "latitude (WGS 84)",
                "position from",
            ],
        }
    }

    /// The heads of what stands behind each row of a figure's table.
    pub fn fact_heads(self) -> [&'static str; 13] {
        match self.0 {
            Lang::Zh => [
                "数",
                "单位",
                "来历代码",
                "来历",
                "谁说的代码",
                "谁说的",
                "账本行号",
                "编号",
                "稿件",
                "段",
                "句",
                "地点编号",
                "所据读法",
            ],
            Lang::En => [
                "number",
                "unit",
                "kind code",
                "kind",
                "speaker code",
                "speaker",
                "ledger row",
                "fact id",
                "article",
                "paragraph",
                "sentence",
                "place id",
                "rests on our reading",
            ],
        }
    }
}
