//! The wording of what takes a view elsewhere: copying, sharing, and the page for editors.

use super::ui::{Ui, wording};
use crate::model::Lang;

wording! {
    /// Copies the citation.
    copy_citation: "复制引文", "Copy citation";
    /// Copies the address of what the reader sees.
    copy_view: "复制链接（连同现在的选择）", "Copy link to this view";
    /// Hands the view to another program.
    pass_on: "转发…", "Share…";
    /// Copies what is said of a fact, with its row and address.
    copy_quotation: "复制这一条", "Copy as quotation";
    /// Something was copied.
    copied: "已复制", "Copied";
    /// Something could not be copied and stands there to be copied by hand.
    not_copied: "这里不能复制，请自己选取：", "Not possible here; please copy it yourself:";
    /// What the square with the address in it is for.
    scan: "扫码看网上的版本", "Scan for the page online";
    /// The page for editors.
    kit: "嵌入这篇报道", "Embed this story";
    /// What that page is for.
    kit_lead: "选一张图、语言、配色和宽度，看到的就是读者会看到的；下面三段代码随选择而变，复制进文章即可。",
        "Choose a figure, language, colours and width: what you see is what readers get. The three snippets below follow your choice; paste one into your article.";
    /// What can be chosen.
    kit_figure: "内容", "Figure";
    /// What can be chosen.
    kit_language: "语言", "Language";
    /// The page's language in that language.
    language_name: "中文", "English";
    /// What can be chosen.
    kit_theme: "配色", "Colours";
    /// Colours that follow the reader's system.
    kit_theme_auto: "随读者的系统", "Follow the reader’s system";
    /// Colours.
    kit_theme_light: "日间", "Light";
    /// Colours.
    kit_theme_dark: "夜间", "Dark";
    /// What can be chosen.
    kit_width: "预览宽度", "Width of the preview";
    /// The whole story, among figures.
    kit_story: "整篇报道", "The whole story";
    /// The frame that shows the choice.
    kit_preview: "预览", "Preview";
    /// The way past all that the preview has.
    kit_skip: "跳过预览，到代码", "Past the preview, to the snippets";
    /// What the preview stands in, which scrolls.
    kit_stand: "预览的画面", "What the preview shows";
    /// The first snippet.
    kit_frame: "只有框架", "Frame alone";
    /// What it is good for.
    kit_frame_for: "不用脚本，处处可用；高度固定，内容更长时在框架里滚动。",
        "No script, works everywhere. The height is fixed; what is longer scrolls within the frame.";
    /// The second snippet.
    kit_script: "框架加脚本", "Frame and script";
    /// What it is good for.
    kit_script_for: "高度跟着内容走，整篇报道可以逐步读。", "The height follows the content, and the whole story can be read step by step.";
    /// The third snippet.
    kit_picture: "图片加链接", "Picture and link";
    /// What it is good for.
    kit_picture_for: "给不让用框架和脚本的系统。", "For systems that take neither frames nor scripts.";
    /// Copies a snippet.
    kit_copy: "复制代码", "Copy snippet";
    /// The list of all that can be embedded.
    kit_all: "全部可嵌入的页面", "Everything that can be embedded";
    /// Title of the page with licences, and the link to it.
    licences: "本站所含代码与数据的许可", "Licences of the code and data that this site carries";
    /// The code of the story's own.
    own_code: "本站自己的代码", "This site’s own code";
    /// Data whose licences the story has.
    data_of_others: "数据", "Data";
    /// Packages that are compiled into the program.
    code_of_others: "编进程序的他人代码", "Code of others in the program";
}

impl Ui {
    /// A width in words.
    pub fn pixels(self, width: u32) -> String {
        match self.0 {
            Lang::Zh => format!("{width}像素"),
            Lang::En => format!("{width} px"),
        }
    }
}
