//! The wording of the pages about one region or place: where it lies, what lies near it, the ways on.

use contract::payload::count::GAP;

use super::ui::{Ui, capitalised, wording};
use crate::model::{Lang, Octant};

wording! {
    /// The link from the opening to the list of regions.
    my_region: "看我的区县", "Find my district";
    /// The link from the card of a place to the page about it.
    own_page: "看它的专页", "Page about it";
    /// The same where the card has what one chapter says, and others say more.
    rest_on_own_page: "别的章还写到它，看它的专页", "Other chapters say more: page about it";
    /// What the charts show of it.
    in_charts: "在图表里", "In the charts";
    /// All that is said of it.
    said_of_it: "这一版写到的", "What the page says of it";
    /// Where it lies.
    where_it_lies: "它在哪里", "Where it lies";
    /// Where nothing is said of it: what lies near and has something said of it.
    said_near: "附近写到了的", "What is said near by";
    /// Where nothing is said of a region by name: the places in it of which something is.
    said_inside: "写到了其中的", "What is said of places in it";
    /// The same where no list follows but names.
    not_itself: "没有单独写到它；写到了其中的", "Not told of by itself, but of places in it";
    /// Where nothing is said of it: what there is to note.
    noted_of_it: "和它有关的说明", "Notes about it";
    /// The regions with a border in common.
    neighbouring: "邻近的区县", "Neighbouring divisions";
    /// The places in a region.
    inside: "归在这里的地点", "Places in it";
    /// The nearest places.
    nearest: "离它最近的", "Nearest to it";
    /// Leads to the place in the story.
    see_in_story: "在报道的地图上看", "See it on the map of the story";
    /// The same of a story without maps.
    see_in_words: "在报道里看", "See it in the story";
    /// Leads to the list of all, which a table of the regions opens.
    all_of_them: "各区县并排看，全部地点", "Divisions side by side, all places";
    /// Head of the column with how much is said.
    statements: "写到的", "Statements";
    /// Over the table of all regions.
    side_by_side_regions: "各区县并排看", "The divisions side by side";
    /// What chooses some of them.
    choose_regions: "选几个，只看它们", "Choose some to read these alone";
    /// The way there from what is said of one.
    compare: "并排比较", "Compare side by side";
    /// The map of one region or place.
    near_map: "它和它的附近", "It and what lies near";
    /// What a city outside of the regions is.
    a_city_beyond: "市外的城市", "a city beyond";
    /// What the place that stands for all regions is.
    the_whole: "全市", "the whole city";
    /// What a place without a category is.
    a_place: "地点", "a place";
    /// Where the page does not say where it is.
    nowhere_said: "它在哪里，这一版没有写。", "The page does not say where it is.";
    /// What stands below a name in a preview where nothing is said of it.
    silent_summary: "它在哪里，附近写到了什么，都在这一页。", "Where it lies, and what is said near by.";
}

impl Ui {
    /// How many of the regions are shown, with a gap for that; see [`count`](contract::payload::count).
    pub fn regions_shown(self, total: usize) -> String {
        match self.0 {
            Lang::Zh => format!("共{total}个，显示{GAP}个"),
            Lang::En => format!("{GAP} of {total} shown"),
        }
    }

    /// The name of a direction.
    pub fn octant(self, octant: Octant) -> &'static str {
        let [zh, en] = match octant {
            Octant::North => ["北", "north"],
            Octant::NorthEast => ["东北", "north-east"],
            Octant::East => ["东", "east"],
            Octant::SouthEast => ["东南", "south-east"],
            Octant::South => ["南", "south"],
            Octant::SouthWest => ["西南", "south-west"],
            Octant::West => ["西", "west"],
            Octant::NorthWest => ["西北", "north-west"],
        };
        self.pick(zh, en)
    }

    /// In which direction something lies.
    pub fn on_side(self, octant: Octant) -> String {
        match self.0 {
            Lang::Zh => format!("{}面", self.octant(octant)),
            Lang::En => format!("to the {}", self.octant(octant)),
        }
    }

    /// That a place lies in a region.
    pub fn lies_in(self, name: &str, region: &str) -> String {
        self.pick("{}在{}", "{} in {}").replacen("{}", name, 1).replacen("{}", region, 1)
    }

    /// How far a place lies from another, and on which side of it.
    pub fn lies_from(self, name: &str, distance: &str, side: Option<Octant>, whole: &str) -> String {
        match (self.0, side) {
            (Lang::Zh, side) => {
                let side = side.map_or_else(String::new, |side| self.octant(side).to_owned() + "面");
                format!("{name}在{whole}{side}{distance}")
            }
            (Lang::En, Some(side)) => format!("{name} {distance} {} of {whole}", self.octant(side)),
            (Lang::En, None) => format!("{name} {distance} from {whole}"),
        }
    }

    /// What is said of several places, as one sentence about the map.
    pub fn on_map(self, said: &[String]) -> String {
        [self.pick("图上：", "On the map: "), &said.join(self.pick("；", "; ")), self.stop()].concat()
    }

    /// What a region borders on, each with its direction, as one sentence.
    pub fn borders(self, neighbours: &[(Option<Octant>, &str)]) -> String {
        let one = |(side, name): &(Option<Octant>, &str)| match (self.0, side) {
            (Lang::Zh, side) => format!("{}接{name}", side.map_or("", |side| self.octant(side))),
            (Lang::En, Some(side)) => format!("{name} {}", self.on_side(*side)),
            (Lang::En, None) => (*name).to_owned(),
        };
        let each: Vec<String> = neighbours.iter().map(one).collect();
        let each: Vec<&str> = each.iter().map(String::as_str).collect();
        [self.pick("", "Borders "), &self.clauses(&each), self.stop()].concat()
    }

    /// In which part of something it lies, in the middle of it without a direction: what stands before and after its name.
    pub fn in_part(self, side: Option<Octant>) -> [String; 2] {
        let part = side.map_or(self.pick("中", "middle"), |side| self.octant(side));
        match self.0 {
            Lang::Zh => ["在".into(), format!("的{part}部")],
            Lang::En => [format!("in the {part} of "), String::new()],
        }
    }

    /// That it lies in something, no more is said where: before and after its name.
    pub fn in_it(self) -> [String; 2] {
        self.around_name("在", "", "in ", "")
    }

    /// That no more is known than the region it lies in: before and after its name.
    pub fn only_in_it(self) -> [String; 2] {
        self.around_name("只知道在", "，所以不说距离", "known only to lie in ", ", and so without a distance")
    }

    /// That it lies outside of something: before and after its name.
    pub fn outside_of_it(self) -> [String; 2] {
        self.around_name("在", "之外", "outside ", "")
    }

    fn around_name(self, zh: &str, after_zh: &str, en: &str, after_en: &str) -> [String; 2] {
        match self.0 {
            Lang::Zh => [zh, after_zh],
            Lang::En => [en, after_en],
        }
        .map(str::to_owned)
    }

    /// All regions together where no place stands for them.
    pub fn all_together(self) -> &'static str {
        self.pick("全市", "the city")
    }

    /// A distance in kilometres that was rounded.
    pub fn about_km(self, km: f64) -> String {
        match self.0 {
            Lang::Zh => format!("约{km}公里"),
            Lang::En => format!("about {km} km"),
        }
    }

    /// A distance that is known to be below so many kilometres.
    pub fn under_km(self, km: f64) -> String {
        match self.0 {
            Lang::Zh => format!("不到{km}公里"),
            Lang::En => format!("less than {km} km"),
        }
    }

    /// How far from the mark of something, and in which direction from it: what stands before the mark's name, the name,
    /// and after it. Of a region it is its middle that is so far away.
    pub fn from_mark(self, of_region: bool, name: &str, distance: &str, side: Option<Octant>) -> [String; 3] {
        match self.0 {
            Lang::Zh => {
                let side = side.map_or_else(String::new, |side| format!("，在记号的{}面", self.octant(side)));
                let whose = if of_region { "中部离" } else { "离" };
                [whose.into(), format!("{name}的记号"), format!("{distance}{side}")]
            }
            Lang::En => {
                let side = side.map_or_else(|| "from".to_owned(), |side| format!("{} of", self.octant(side)));
                let whose = if of_region { "its middle " } else { "" };
                [format!("{whose}{distance} {side} "), format!("the mark for {name}"), String::new()]
            }
        }
    }

    /// How many regions it has a border in common with; their list follows.
    pub fn borders_on(self, count: usize) -> String {
        match (self.0, count) {
            (Lang::Zh, _) => format!("和{count}个区县接界，从北面起按顺时针："),
            (Lang::En, 1) => "It borders on 1 division:".into(),
            (Lang::En, _) => format!("It borders on {count} divisions, clockwise from the north:"),
        }
    }

    /// How many of all other places lie near a place, whose name is none on its own page.
    pub fn lie_around(self, name: Option<&str>, count: usize, of: usize, kilometres: f64) -> String {
        let near = self.kilometres(kilometres);
        let how_many = match (self.0, count) {
            (Lang::Zh, 0) => "没有一处".to_owned(),
            (Lang::Zh, _) => format!("{count}处"),
            (Lang::En, 0) => "none lies".into(),
            (Lang::En, 1) => "1 lies".into(),
            (Lang::En, _) => format!("{count} lie"),
        };
        match self.0 {
            Lang::Zh => format!("位置已知的其他{of}处地点里，{how_many}在{}周围{near}内。", name.unwrap_or("它")),
            Lang::En => {
                let it = name.unwrap_or("it");
                format!("Of the {of} other places whose position is known, {how_many} within {near} of {it}.")
            }
        }
    }

    /// How much is said of something, in a list of names.
    pub fn said_count(self, count: usize) -> String {
        match (self.0, count) {
            (Lang::Zh, 0) => "没有写到".into(),
            (Lang::Zh, _) => format!("写到{count}条"),
            (Lang::En, 0) => "nothing said".into(),
            (Lang::En, 1) => "1 statement".into(),
            (Lang::En, _) => format!("{count} statements"),
        }
    }

    /// Of how many places in it something is said, where nothing is said of the region by name.
    pub fn said_inside_count(self, count: usize) -> String {
        match (self.0, count) {
            (Lang::Zh, _) => format!("写到其中{count}处"),
            (Lang::En, 1) => "1 place in it".into(),
            (Lang::En, _) => format!("{count} places in it"),
        }
    }

    /// The rank of a region among those with a figure, the largest first.
    pub fn rank(self, rank: usize, of: usize) -> String {
        match self.0 {
            Lang::Zh => format!("给出数字的{of}个区县里第{rank}"),
            Lang::En => format!("number {rank} of the {of} divisions with a figure"),
        }
    }

    /// What ends a sentence.
    pub fn stop(self) -> &'static str {
        self.pick("。", ".")
    }

    /// A sentence that begins with a capital where the language has them, and ends with its stop.
    pub fn as_sentence(self, words: &str) -> String {
        capitalised(words) + self.stop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_it_lies_is_said_in_both_languages() {
        let [zh, en] = [Ui(Lang::Zh), Ui(Lang::En)];
        let side = Some(Octant::SouthWest);
        assert_eq!(zh.in_part(side).join("某市"), "在某市的西南部");
        assert_eq!(en.in_part(None).join("Lampford"), "in the middle of Lampford");
        assert_eq!(
            zh.from_mark(false, "某市", &zh.about_km(78.0), side).concat(),
            "离某市的记号约78公里，在记号的西南面"
        );
        assert_eq!(
            en.as_sentence(&en.from_mark(true, "Lampford", &en.under_km(5.0), side).concat()),
            "Its middle less than 5 km south-west of the mark for Lampford."
        );
        assert_eq!(
            en.lie_around(None, 1, 12, 10.0),
            "Of the 12 other places whose position is known, 1 lies within 10 km of it."
        );
    }
}
