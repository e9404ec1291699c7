//! The wording of what takes a view elsewhere: copying, sharing, and the page for editors.

use super::ui::{Ui, wording};
use crate::model::Lang;
use crate::text::Embed;

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
    kit_lead: "选内容、形式、语言和宽度，看到的就是读者会看到的；在预览里点开的地点、关掉的图层也会写进代码。选好的都在本页网址里，可以转给同事。",
        "Choose what, how and how wide: what you see is what readers get. A place you choose or a layer you hide in the preview goes into the code too. All choices are in this page’s address, to be passed on.";
    /// What can be chosen: in which form it is pasted.
    kit_form: "形式", "Form";
    /// What can be chosen: whether the story goes step by step.
    kit_mode: "读法", "Told";
    /// Step by step, where that is possible.
    kit_mode_steps: "逐步", "Step by step";
    /// In full.
    kit_mode_flat: "全文平铺", "In full";
    /// What can be chosen: how high a frame alone is.
    kit_height: "框架高度（像素，按所选宽度）", "Height of the frame (px, at the chosen width)";
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
    kit_width: "栏宽（像素；旁边另有手机宽度）", "Width of your column (px; a phone stands beside it)";
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
    kit_element: "自定义元素", "Element";
    /// What it is good for.
    kit_element_for: "走近了才装载；脚本来之前显示里面的链接。", "Loads when a reader comes near; until then it shows the link inside.";
    /// The fourth snippet.
    kit_picture: "图片加链接", "Picture and link";
    /// What it is good for.
    kit_picture_for: "给不让用框架和脚本的系统；图注带来源，地图带审图号。",
        "For systems that take neither frames nor scripts. The caption has the source, and of a map the review number.";
    /// The fifth snippet.
    kit_address: "只要网址", "Address";
    /// What it is good for.
    kit_address_for: "WordPress、Ghost等自己会把网址变成框架（oEmbed）。", "WordPress, Ghost and others make a frame of it by themselves (oEmbed).";
    /// Which form is for which system.
    kit_advice: "哪个系统用哪种", "Which form for which system";
    /// Pictures in the sizes that WeChat asks for.
    kit_covers: "公众号封面", "Covers for WeChat";
    /// Which of them is for what; their alternative text follows each.
    kit_covers_for: "头条用宽的，其余消息用方的，不必再裁；下面的字是替代文字。",
        "The wide one for the first message, the square one for those below it; neither has to be cut. The words are the alternative text.";
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
    /// What is embedded, by its kind: before a title in a list.
    pub fn kit_kind(self, embed: Embed<'_>) -> &'static str {
        let [zh, en] = match embed {
            Embed::Story => ["全文", "Story"],
            Embed::Chapter(_) => ["整章", "Chapter"],
            Embed::OpeningMap(..) | Embed::Map(..) => ["地图", "Map"],
            Embed::Figure(..) => ["图表", "Chart"],
            Embed::KeyFigure(..) => ["数字", "Key figure"],
        };
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Systems, and what to paste into them.
    pub fn kit_advised(self) -> [[&'static str; 2]; 6] {
        match self.0 {
            Lang::Zh => [
                ["WordPress", "网址单独成一行；框架最高1000像素，更长的在里面滚动。"],
                ["Ghost、Discourse", "粘贴网址；高度固定。"],
                ["Drupal、Arc等可写HTML的系统", "框架加脚本；不许脚本时用只有框架，高度按栏宽填。"],
                ["已有pym.js、newswire、Datawrapper或iframe-resizer脚本的页面", "只有框架；高度由它们的脚本给。"],
                ["Medium、Substack、微信公众号、头条", "图片加链接；公众号的链接放进“阅读原文”。"],
                ["有吸顶页眉的页面", "给框架写上data-inset，值为页眉的像素高。"],
            ],
            Lang::En => [
                [
                    "WordPress",
                    "The address in a line of its own. Its frames are 1,000 px high at most; what is longer scrolls inside.",
                ],
                ["Ghost, Discourse", "The address. The height is fixed."],
                [
                    "Drupal, Arc and others that take HTML",
                    "Frame and script; where scripts are refused, the frame alone with the height for your column.",
                ],
                [
                    "Pages with the script of pym.js, newswire, Datawrapper or iframe-resizer",
                    "The frame alone: that script gives it its height.",
                ],
                ["Medium, Substack, WeChat, Toutiao", "Picture and link; in WeChat the link goes to “Read more”."],
                ["Pages with a sticky header", "Give the frame data-inset, with the header’s height in px."],
            ],
        }
    }

    /// A width in words.
    pub fn pixels(self, width: u32) -> String {
        match self.0 {
            Lang::Zh => format!("{width}像素"),
            Lang::En => format!("{width} px"),
        }
    }
}
