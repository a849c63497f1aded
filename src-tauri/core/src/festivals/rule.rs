//! On which day of a year a festival falls.

use super::terms::SolarTerm;
use crate::calendar::{CalendarKind, RecurringDate, occurrence_in_year};
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::FestivalId;
use crate::wire::customers::Gender;
use crate::wire::wire;
use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

/// The rule of a festival's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum FestivalDay {
    /// The same solar day each year; 29 February falls on the 28th in a common year.
    Solar {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// The same lunar day each year, never in a leap month. Day 30 falls on day 29 in a month of 29 days, so the twelfth month's day 30
    /// is always the last day of the lunar year (除夕).
    Lunar {
        /// 1 to 12.
        month: u8,
        /// 1 to 30.
        day: u8,
    },
    /// A day of the week counted within a month: the second Sunday of May.
    Weekday {
        /// 1 to 12.
        month: u8,
        /// 1 for Monday to 7 for Sunday.
        weekday: u8,
        /// 1 to 4, or -1 for the last of the month.
        nth: i8,
    },
    /// A solar term; known from 1950 to 2100.
    Term {
        /// Which.
        term: SolarTerm,
    },
}

wire! {
    /// A festival's day and how the shop keeps it.
    #[derive(Eq)]
    pub struct FestivalRule {
        /// When.
        pub day: FestivalDay,
        /// A day of remembrance, such as 清明: a word of care, never a cheerful greeting and never an offer.
        #[serde(default)]
        pub quiet: bool,
        /// Only customers of this gender are greeted; those whose gender is not known are left out. Empty for everybody.
        #[serde(default)]
        pub only: Option<Gender>,
    }

    /// A festival of the shop's calendar.
    #[derive(Eq)]
    pub struct Festival {
        /// Its id.
        pub id: FestivalId,
        /// The stable name of one that ships with the program; empty for one of the shop's own.
        pub key: Option<String>,
        /// As shown and as written in texts.
        pub name: String,
        /// Its day.
        pub rule: FestivalRule,
        /// Whether the shop keeps it.
        pub is_on: bool,
    }
}

/// A festival on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence<'a> {
    /// The day.
    pub day: Day,
    /// The festival.
    pub festival: &'a Festival,
}

/// All festivals that are on, from `from` to `to`, both included, by day; those of one day in the order of the list.
pub fn occurrences(festivals: &[Festival], from: Day, to: Day) -> Vec<Occurrence<'_>> {
    let mut found: Vec<Occurrence<'_>> = festivals
        .iter()
        .filter(|festival| festival.is_on)
        .flat_map(|festival| festival.rule.day.between(from, to).into_iter().map(move |day| Occurrence { day, festival }))
        .collect();
    found.sort_by_key(|occurrence| occurrence.day);
    found
}

impl FestivalDay {
    /// Checks that there is such a day.
    ///
    /// # Errors
    /// `out_of_range` at `rule.day.month`, `rule.day.weekday` or `rule.day.nth`; `day_invalid` or `lunar_day_invalid` at `rule.day.day`.
    pub fn check(self) -> Result<()> {
        let range = |field: &str, min: i8, max: i8| Failure::at(Code::OutOfRange, field).with("min", min).with("max", max);
        match self {
            FestivalDay::Solar { month, day } => RecurringDate::new(CalendarKind::Solar, None, month, day, false).map(drop),
            FestivalDay::Lunar { month, day } => RecurringDate::new(CalendarKind::Lunar, None, month, day, false).map(drop),
            FestivalDay::Weekday { month, .. } if !(1..=12).contains(&month) => Err(range("month", 1, 12).into()),
            FestivalDay::Weekday { weekday, .. } if !(1..=7).contains(&weekday) => Err(range("weekday", 1, 7).into()),
            FestivalDay::Weekday { nth, .. } if nth != -1 && !(1..=4).contains(&nth) => Err(range("nth", 1, 4).into()),
            FestivalDay::Weekday { .. } | FestivalDay::Term { .. } => Ok(()),
        }
        .map_err(|error| error.under("rule.day"))
    }

    /// Its day in a solar year. A lunar day late in the year can be missing from a solar year, or be in it twice: then this is the first.
    pub fn day_in(self, year: i32) -> Option<Day> {
        match self {
            FestivalDay::Solar { month, day } => occurrence_in_year(&recurring(CalendarKind::Solar, month, day)?, year),
            FestivalDay::Lunar { month, day } => occurrence_in_year(&recurring(CalendarKind::Lunar, month, day)?, year),
            FestivalDay::Weekday { month, weekday, nth } => counted(year, month, weekday, nth),
            FestivalDay::Term { term } => term.day_in(year),
        }
    }

    /// Every day from `from` to `to`, both included, on which it falls, in order.
    pub fn between(self, from: Day, to: Day) -> Vec<Day> {
        let inside = |day: &Day| (from..=to).contains(day);
        match self {
            FestivalDay::Lunar { month, day } => {
                recurring(CalendarKind::Lunar, month, day).map(|date| date.occurrences_between(from, to).collect()).unwrap_or_default()
            }
            _ => (from.year()..=to.year()).filter_map(|year| self.day_in(year)).filter(inside).collect(),
        }
    }

    /// The first day on or after `day` on which it falls; nothing after 2100.
    pub fn next_on_or_after(self, day: Day) -> Option<Day> {
        match self {
            FestivalDay::Lunar { month, day: d } => recurring(CalendarKind::Lunar, month, d)?.next_on_or_after(day),
            _ => (day.year()..=day.year() + 1).filter_map(|year| self.day_in(year)).find(|&found| found >= day),
        }
    }
}

fn recurring(calendar: CalendarKind, month: u8, day: u8) -> Option<RecurringDate> {
    RecurringDate::new(calendar, None, month, day, false).ok()
}

fn counted(year: i32, month: u8, weekday: u8, nth: i8) -> Option<Day> {
    let weekday = Weekday::try_from(weekday.checked_sub(1)?).ok()?;
    match u8::try_from(nth) {
        Ok(nth) => Day::from_weekday_of_month_opt(year, month.into(), weekday, nth),
        // A month has four or five of each.
        Err(_) => (4..=5).rev().find_map(|nth| Day::from_weekday_of_month_opt(year, month.into(), weekday, nth)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::festivals::defaults;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// The first day of the lunar year in each solar year from 1950 to 2100, month and day, from an almanac that computes moon and sun.
    const SPRING_FESTIVALS: &str = "0217 0206 0127 0214 0203 0124 0212 0131 0218 0208 0128 0215 0205 0125 0213 0202 0121 0209 0130 0217 0206 0127 0215 0203 \
        0123 0211 0131 0218 0207 0128 0216 0205 0125 0213 0202 0220 0209 0129 0217 0206 0127 0215 0204 0123 0210 0131 0219 0207 \
        0128 0216 0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 \
        0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212 0201 0122 0210 0130 0217 \
        0206 0126 0214 0202 0123 0211 0201 0219 0208 0128 0215 0204 0124 0212 0202 0121 0209 0129 0217 0205 0126 0214 0203 0123 \
        0211 0131 0219 0207 0127 0215 0205 0124 0212 0202 0122 0209 0129 0217 0206 0126 0214 0203 0124 0210 0130 0218 0207 0127 \
        0215 0205 0125 0212 0201 0121 0209";

    #[test]
    fn the_spring_festival_of_every_year_is_the_almanacs_and_the_eve_is_the_day_before() {
        let (first, eve) = (FestivalDay::Lunar { month: 1, day: 1 }, FestivalDay::Lunar { month: 12, day: 30 });
        let mut years = 0;
        for (year, text) in (1950..=2100).zip(SPRING_FESTIVALS.split(' ')) {
            let known = day(&format!("{year}-{}-{}", &text[..2], &text[2..]));
            assert_eq!(first.day_in(year), Some(known), "{year}");
            assert_eq!(eve.day_in(year), known.pred_opt(), "{year}");
            years += 1;
        }
        assert_eq!(years, 151);
    }

    #[test]
    fn festivals_as_published() {
        let rules = defaults::all().unwrap();
        for (key, days) in [
            ("spring_festival", "2019-02-05 2020-01-25 2024-02-10 2025-01-29 2026-02-17 2027-02-06"),
            ("new_years_eve", "2022-01-31 2023-01-21 2024-02-09 2025-01-28 2026-02-16 2027-02-05"),
            ("lantern", "2020-02-08 2023-02-05 2024-02-24 2025-02-12 2026-03-03"),
            ("valentine", "2026-02-14"),
            ("womens_day", "2026-03-08"),
            ("qingming", "2024-04-04 2025-04-04 2026-04-05 2027-04-05"),
            ("labour_day", "2026-05-01"),
            ("mothers_day", "2020-05-10 2023-05-14 2024-05-12 2025-05-11 2026-05-10"),
            ("childrens_day", "2026-06-01"),
            ("fathers_day", "2020-06-21 2023-06-18 2024-06-16 2025-06-15 2026-06-21"),
            ("dragon_boat", "2020-06-25 2023-06-22 2024-06-10 2025-05-31 2026-06-19"),
            ("qixi", "2020-08-25 2023-08-22 2024-08-10 2025-08-29 2026-08-19"),
            ("mid_autumn", "2020-10-01 2023-09-29 2024-09-17 2025-10-06 2026-09-25"),
            ("national_day", "2026-10-01"),
            ("double_ninth", "2020-10-25 2023-10-23 2024-10-11 2025-10-29 2026-10-18"),
            ("winter_solstice", "2025-12-21 2026-12-22"),
            ("christmas", "2026-12-25"),
            ("new_year", "2027-01-01"),
        ] {
            let rule = rules.iter().find(|festival| festival.key == key).unwrap().rule.day;
            for text in days.split(' ') {
                assert_eq!(rule.day_in(day(text).year()), Some(day(text)), "{key}");
                assert_eq!(rule.next_on_or_after(day(text)), Some(day(text)), "{key}");
                assert_eq!(rule.between(day(text), day(text)), [day(text)], "{key}");
                let after = rule.next_on_or_after(day(text).succ_opt().unwrap()).unwrap();
                assert!((350..=390).contains(&(after - day(text)).num_days()), "{key} {after}");
            }
        }
    }

    #[test]
    fn every_default_has_one_day_in_every_year_and_the_window_finds_it() {
        for festival in defaults::all().unwrap() {
            let rule = festival.rule.day;
            for year in 1950..=2100 {
                let found = rule.day_in(year).unwrap_or_else(|| panic!("{} {year}", festival.key));
                assert_eq!(rule.between(day(&format!("{year}-01-01")), day(&format!("{year}-12-31"))), [found], "{}", festival.key);
            }
        }
    }

    #[test]
    fn a_lunar_day_late_in_the_year_may_come_twice_or_not_at_all() {
        let late = FestivalDay::Lunar { month: 11, day: 28 };
        let counts: Vec<usize> =
            (1950..=2050).map(|year| late.between(day(&format!("{year}-01-01")), day(&format!("{year}-12-31"))).len()).collect();
        assert!(counts.contains(&0) && counts.contains(&2));
    }

    #[test]
    fn weekdays_are_counted_within_the_month() {
        for (month, weekday, nth, year, want) in [
            (5, 7, 2, 2026, Some("2026-05-10")),
            (6, 7, 3, 2025, Some("2025-06-15")),
            (11, 4, 4, 2026, Some("2026-11-26")),
            (5, 1, -1, 2026, Some("2026-05-25")),
            (8, 1, -1, 2026, Some("2026-08-31")), // the fifth
            (2, 7, -1, 2026, Some("2026-02-22")), // only four
            (13, 7, 2, 2026, None),
            (5, 0, 2, 2026, None),
        ] {
            assert_eq!(FestivalDay::Weekday { month, weekday, nth }.day_in(year), want.map(day), "{month} {weekday} {nth}");
        }
    }

    #[test]
    fn a_day_that_cannot_be_is_refused_at_its_field() {
        use crate::error::Error;
        for (rule, code, field) in [
            (FestivalDay::Solar { month: 13, day: 1 }, Code::OutOfRange, "rule.day.month"),
            (FestivalDay::Solar { month: 2, day: 30 }, Code::DayInvalid, "rule.day.day"),
            (FestivalDay::Lunar { month: 1, day: 31 }, Code::LunarDayInvalid, "rule.day.day"),
            (FestivalDay::Weekday { month: 0, weekday: 7, nth: 2 }, Code::OutOfRange, "rule.day.month"),
            (FestivalDay::Weekday { month: 5, weekday: 8, nth: 2 }, Code::OutOfRange, "rule.day.weekday"),
            (FestivalDay::Weekday { month: 5, weekday: 7, nth: 5 }, Code::OutOfRange, "rule.day.nth"),
            (FestivalDay::Weekday { month: 5, weekday: 7, nth: 0 }, Code::OutOfRange, "rule.day.nth"),
        ] {
            match rule.check() {
                Err(Error::Refused(failure)) => assert_eq!((failure.code, failure.field.as_deref()), (code, Some(field))),
                other => panic!("{rule:?} {other:?}"),
            }
        }
        assert!(FestivalDay::Solar { month: 2, day: 29 }.check().is_ok());
        assert!(FestivalDay::Lunar { month: 12, day: 30 }.check().is_ok());
        assert!(FestivalDay::Weekday { month: 5, weekday: 7, nth: -1 }.check().is_ok());
    }

    #[test]
    fn the_window_lists_what_is_on_by_day() {
        let festival = |id: i64, name: &str, day: FestivalDay, is_on: bool| Festival {
            id: FestivalId(id),
            key: None,
            name: name.into(),
            rule: FestivalRule { day, quiet: false, only: None },
            is_on,
        };
        let list = [
            festival(1, "国庆节", FestivalDay::Solar { month: 10, day: 1 }, true),
            festival(2, "中秋节", FestivalDay::Lunar { month: 8, day: 15 }, true),
            festival(3, "店庆", FestivalDay::Solar { month: 9, day: 30 }, false),
        ];
        let names = |from: &str, to: &str| -> Vec<String> {
            occurrences(&list, day(from), day(to)).iter().map(|o| format!("{} {}", o.day, o.festival.name)).collect()
        };
        assert_eq!(names("2026-09-01", "2026-10-31"), ["2026-09-25 中秋节", "2026-10-01 国庆节"]);
        assert_eq!(names("2020-10-01", "2020-10-01"), ["2020-10-01 国庆节", "2020-10-01 中秋节"]);
        assert_eq!(names("2025-12-01", "2026-12-31").len(), 2);
    }

    #[test]
    fn the_stored_form_stays() {
        let rule: FestivalRule = serde_json::from_str(r#"{"day":{"kind":"weekday","month":5,"weekday":7,"nth":2}}"#).unwrap();
        assert_eq!(rule, FestivalRule { day: FestivalDay::Weekday { month: 5, weekday: 7, nth: 2 }, quiet: false, only: None });
        let quiet = FestivalRule { day: FestivalDay::Term { term: SolarTerm::Qingming }, quiet: true, only: None };
        assert_eq!(serde_json::to_string(&quiet).unwrap(), r#"{"day":{"kind":"term","term":"qingming"},"quiet":true,"only":null}"#);
        assert!(serde_json::from_str::<FestivalRule>(r#"{"day":{"kind":"solar","month":5,"day":7,"nth":2}}"#).is_err());
    }
}
