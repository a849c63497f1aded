//! Between solar days and lunar days.
//!
//! Source of the months: the Chinese calendar of `icu_calendar`, which follows GB/T 33661-2017 and the published Qing and
//! Republican calendars for the years before it.

use super::{FIRST_YEAR, LAST_YEAR};
use crate::clock::Day;
use chrono::Datelike;
use icu_calendar::types::Month;
use icu_calendar::{Date, cal::ChineseTraditional, cal::Iso};

/// A day of the lunar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LunarDay {
    /// The solar year in which the lunar year begins.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// Whether this is the second month of the same number (闰月).
    pub leap: bool,
    /// 1 to 30.
    pub day: u8,
}

/// The lunar name of a solar day; nothing outside 1900-01-01 to 2100-12-31.
pub fn solar_to_lunar(day: Day) -> Option<LunarDay> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&day.year()) {
        return None;
    }
    let iso = Date::try_new_iso(day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()?;
    let date = iso.to_calendar(ChineseTraditional::new());
    let month = date.month().to_input();
    Some(LunarDay { year: date.year().extended_year(), month: month.number(), leap: month.is_leap(), day: date.day_of_month().0 })
}

/// The solar day of a lunar one; nothing if there is no such lunar day, or if it lies outside 1900-01-01 to 2100-12-31.
pub fn lunar_to_solar(day: LunarDay) -> Option<Day> {
    solar(chinese(day.year, day.month, day.leap, day.day)?).filter(|day| (FIRST_YEAR..=LAST_YEAR).contains(&day.year()))
}

/// The number of the month that the lunar year has twice, if any.
pub fn leap_month(year: i32) -> Option<u8> {
    (1..=12).find(|&month| chinese(year, month, true, 1).is_some())
}

/// How many days a lunar month has, 29 or 30; nothing for a leap month that the year does not have.
pub fn lunar_month_days(year: i32, month: u8, leap: bool) -> Option<u8> {
    chinese(year, month, leap, 1).map(|date| date.days_in_month())
}

fn chinese(year: i32, month: u8, leap: bool, day: u8) -> Option<Date<ChineseTraditional>> {
    // The lunar year 1899 is needed for the first weeks of 1900.
    if !(FIRST_YEAR - 1..=LAST_YEAR).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let month = if leap { Month::leap(month) } else { Month::new(month) };
    Date::try_new(year.into(), month, day, ChineseTraditional::new()).ok()
}

fn solar(date: Date<ChineseTraditional>) -> Option<Day> {
    let iso = date.to_calendar(Iso);
    Day::from_ymd_opt(iso.year().extended_year(), iso.month().number().into(), iso.day_of_month().0.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn spring_festivals_as_published() {
        for text in [
            "1900-01-31",
            "1912-02-18",
            "1942-02-15",
            "1950-02-17",
            "1951-02-06",
            "1952-01-27",
            "1953-02-14",
            "1954-02-03",
            "1955-01-24",
            "1957-01-31",
            "1960-01-28",
            "1965-02-02",
            "1970-02-06",
            "1976-01-31",
            "1978-02-07",
            "1980-02-16",
            "1985-02-20",
            "1987-01-29",
            "1988-02-17",
            "1990-01-27",
            "1995-01-31",
            "1997-02-07",
            "1999-02-16",
            "2000-02-05",
            "2001-01-24",
            "2005-02-09",
            "2008-02-07",
            "2010-02-14",
            "2012-01-23",
            "2015-02-19",
            "2018-02-16",
            "2019-02-05",
            "2020-01-25",
            "2021-02-12",
            "2022-02-01",
            "2023-01-22",
            "2024-02-10",
            "2025-01-29",
            "2026-02-17",
            "2027-02-06",
            "2028-01-26",
            "2030-02-03",
            "2033-01-31",
            "2034-02-19",
            "2040-02-12",
            "2050-01-23",
            "2060-02-02",
        ] {
            let first = LunarDay { year: day(text).year(), month: 1, leap: false, day: 1 };
            assert_eq!(solar_to_lunar(day(text)), Some(first), "{text}");
            assert_eq!(lunar_to_solar(first), Some(day(text)), "{text}");
        }
    }

    #[test]
    fn leap_months_as_published() {
        let table = [
            (1952, 5),
            (1955, 3),
            (1957, 8),
            (1960, 6),
            (1963, 4),
            (1966, 3),
            (1968, 7),
            (1971, 5),
            (1974, 4),
            (1976, 8),
            (1979, 6),
            (1982, 4),
            (1984, 10),
            (1987, 6),
            (1990, 5),
            (1993, 3),
            (1995, 8),
            (1998, 5),
            (2001, 4),
            (2004, 2),
            (2006, 7),
            (2009, 5),
            (2012, 4),
            (2014, 9),
            (2017, 6),
            (2020, 4),
            (2023, 2),
            (2025, 6),
            (2028, 5),
            (2031, 3),
            (2033, 11),
            (2036, 6),
        ];
        for year in 1952..=2036 {
            let want = table.iter().find(|(leap_year, _)| *leap_year == year).map(|(_, month)| *month);
            assert_eq!(leap_month(year), want, "{year}");
        }
    }

    #[test]
    fn disputed_and_ordinary_days() {
        for (text, year, month, leap, d) in [
            ("1900-01-01", 1899, 12, false, 1), // the first day of the calendar
            ("1954-02-02", 1953, 12, false, 29),
            ("1942-09-10", 1942, 8, false, 1),
            ("1987-07-26", 1987, 6, true, 1),
            ("1987-08-06", 1987, 6, true, 12),
            ("2020-05-23", 2020, 4, true, 1),
            ("2020-10-01", 2020, 8, false, 15),
            ("2023-03-22", 2023, 2, true, 1),
            ("2024-02-09", 2023, 12, false, 30),
            ("2025-07-25", 2025, 6, true, 1),
            ("2025-10-06", 2025, 8, false, 15),
            ("2033-12-22", 2033, 11, true, 1),
        ] {
            let lunar = LunarDay { year, month, leap, day: d };
            assert_eq!(solar_to_lunar(day(text)), Some(lunar), "{text}");
            assert_eq!(lunar_to_solar(lunar), Some(day(text)), "{text}");
        }
    }

    #[test]
    fn every_day_goes_there_and_back_and_days_follow_each_other() {
        let mut at = day("1900-01-01");
        let mut before: Option<LunarDay> = None;
        while at <= day("2100-12-31") {
            let lunar = solar_to_lunar(at).unwrap();
            assert_eq!(lunar_to_solar(lunar), Some(at));
            if let Some(before) = before {
                let length = lunar_month_days(before.year, before.month, before.leap).unwrap();
                let next = if before.day < length {
                    LunarDay { day: before.day + 1, ..before }
                } else if !before.leap && leap_month(before.year) == Some(before.month) {
                    LunarDay { leap: true, day: 1, ..before }
                } else if before.month < 12 {
                    LunarDay { month: before.month + 1, leap: false, day: 1, ..before }
                } else {
                    LunarDay { year: before.year + 1, month: 1, leap: false, day: 1 }
                };
                assert_eq!(lunar, next, "{at}");
            }
            before = Some(lunar);
            at = at.succ_opt().unwrap();
        }
    }

    #[test]
    fn outside_the_calendar_there_is_no_answer() {
        assert_eq!(solar_to_lunar(day("1899-12-31")), None);
        assert_eq!(solar_to_lunar(day("2101-01-01")), None);
        for (year, month, leap, d) in
            [(2021, 12, false, 30), (2026, 6, true, 1), (2026, 13, false, 1), (2026, 0, false, 1), (2026, 1, false, 0), (2101, 1, false, 1)]
        {
            assert_eq!(lunar_to_solar(LunarDay { year, month, leap, day: d }), None, "{year} {month} {leap} {d}");
        }
        assert_eq!(lunar_to_solar(LunarDay { year: 2100, month: 12, leap: false, day: 29 }), None);
    }
}
