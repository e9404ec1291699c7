//! Days and months in words.

use super::ui::Ui;
use crate::model::{Day, Lang};

impl Ui {
    /// A month, counted from one, as on an axis.
    pub fn month(self, month: i64) -> String {
        const NAMES: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        match self.0 {
            Lang::Zh => format!("{month}月"),
            Lang::En => NAMES[(month.clamp(1, 12) - 1) as usize].into(),
        }
    }

    /// A day, with its year.
    pub fn day(self, (year, month, day): (i64, i64, i64)) -> String {
        match self.0 {
            Lang::Zh => format!("{year}年{month}月{day}日"),
            Lang::En => format!("{day} {} {year}", self.month(month)),
        }
    }

    /// The day of the data.
    pub fn updated(self, day: Day) -> String {
        let day = self.day(day.parts());
        match self.0 {
            Lang::Zh => format!("数据更新于{day}"),
            Lang::En => format!("Data updated {day}"),
        }
    }

    /// The day of the map's data.
    pub fn map_dated(self, day: Day) -> String {
        let day = self.day(day.parts());
        match self.0 {
            Lang::Zh => format!("地图数据日期：{day}"),
            Lang::En => format!("Map data dated {day}"),
        }
    }
}
