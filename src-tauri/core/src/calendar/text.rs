//! How a recurring date is written: for files, and in Chinese.

use super::{CalendarKind, LunarDay, RecurringDate};
use std::fmt;

/// The file form `1985-03-01`, `03-01`, `1987-闰06-12`; the calendar stands in a column of its own.
/// [`RecurringDate::parse`] with that calendar reads it back.
impl fmt::Display for RecurringDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.year {
            write!(f, "{year:04}-")?;
        }
        write!(f, "{}{:02}-{:02}", if self.leap { "闰" } else { "" }, self.month, self.day)
    }
}

impl RecurringDate {
    /// The way it is said in Chinese: `农历八月初三`, `农历1987年闰六月十二`, `3月1日`, `1985年3月1日`.
    pub fn chinese(&self) -> String {
        let year = self.year.map(|year| format!("{year}年")).unwrap_or_default();
        match self.calendar {
            CalendarKind::Solar => format!("{year}{}月{}日", self.month, self.day),
            CalendarKind::Lunar => format!("农历{year}{}", lunar_month_and_day(self.month, self.leap, self.day)),
        }
    }
}

impl LunarDay {
    /// Month and day as said in Chinese: `八月初三`, `闰六月十二`.
    pub fn chinese(&self) -> String {
        lunar_month_and_day(self.month, self.leap, self.day)
    }
}

const DIGITS: [&str; 11] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const MONTHS: [&str; 13] = ["", "正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"];

fn lunar_month_and_day(month: u8, leap: bool, day: u8) -> String {
    let leap = if leap { "闰" } else { "" };
    let month = MONTHS.get(usize::from(month)).copied().unwrap_or_default();
    let digit = |n: u8| DIGITS.get(usize::from(n)).copied().unwrap_or_default();
    let (ten, one) = match day {
        0..=10 => ("初", digit(day)),
        11..=19 => ("十", digit(day - 10)),
        20 => ("二十", ""),
        21..=29 => ("廿", digit(day - 20)),
        _ => ("三十", ""),
    };
    format!("{leap}{month}月{ten}{one}")
}

#[cfg(test)]
mod tests {
    use super::super::CalendarKind::{Lunar, Solar};
    use super::*;

    #[test]
    fn file_and_chinese_forms() {
        for (calendar, year, month, day, leap, file, chinese) in [
            (Solar, Some(1985), 3, 1, false, "1985-03-01", "1985年3月1日"),
            (Solar, None, 3, 1, false, "03-01", "3月1日"),
            (Solar, None, 2, 29, false, "02-29", "2月29日"),
            (Lunar, None, 8, 3, false, "08-03", "农历八月初三"),
            (Lunar, None, 6, 12, true, "闰06-12", "农历闰六月十二"),
            (Lunar, Some(1987), 6, 12, true, "1987-闰06-12", "农历1987年闰六月十二"),
            (Lunar, None, 1, 10, false, "01-10", "农历正月初十"),
            (Lunar, None, 11, 20, false, "11-20", "农历冬月二十"),
            (Lunar, None, 12, 23, false, "12-23", "农历腊月廿三"),
            (Lunar, None, 12, 30, false, "12-30", "农历腊月三十"),
        ] {
            let date = RecurringDate::new(calendar, year, month, day, leap).unwrap();
            assert_eq!(date.to_string(), file);
            assert_eq!(date.chinese(), chinese);
        }
    }
}
