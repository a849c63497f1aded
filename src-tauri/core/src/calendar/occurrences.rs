//! On which solar days a recurring date falls.

use super::{CalendarKind, FIRST_YEAR, LAST_YEAR, LunarDay, RecurringDate, leap_month, lunar_month_days, lunar_to_solar};
use crate::clock::Day;
use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};

impl RecurringDate {
    /// The solar day in one year of the date's own calendar. Exactly one within 1900 to 2100; nothing beyond, and nothing
    /// before the year it began, if that is known.
    pub fn in_own_year(&self, year: i32) -> Option<Day> {
        if self.year.is_some_and(|begun| year < begun) || !(FIRST_YEAR - 1..=LAST_YEAR).contains(&year) {
            return None;
        }
        match self.calendar {
            CalendarKind::Solar => Day::from_ymd_opt(year, self.month.into(), self.day.into())
                // Only 29 February in a common year can be missing.
                .or_else(|| Day::from_ymd_opt(year, 2, 28))
                .filter(|day| (FIRST_YEAR..=LAST_YEAR).contains(&day.year())),
            CalendarKind::Lunar => {
                let leap = self.leap && leap_month(year) == Some(self.month);
                let day = self.day.min(lunar_month_days(year, self.month, leap)?);
                lunar_to_solar(LunarDay { year, month: self.month, leap, day })
            }
        }
    }

    /// The solar day it began on: a birth, a wedding. Nothing if the year is unknown.
    pub fn began_on(&self) -> Option<Day> {
        self.in_own_year(self.year?)
    }

    /// Every solar day from `from` to `to`, both included, on which it falls, in order.
    pub fn occurrences_between(&self, from: Day, to: Day) -> impl Iterator<Item = Day> + use<> {
        let date = *self;
        // A lunar year reaches into the next solar year by at most two months, never further.
        (from.year() - 1..=to.year()).filter_map(move |year| date.in_own_year(year)).filter(move |day| (from..=to).contains(day))
    }

    /// The first solar day on or after `day` on which it falls; nothing after 2100.
    pub fn next_on_or_after(&self, day: Day) -> Option<Day> {
        let from = self.began_on().map_or(day, |began| began.max(day));
        (from.year() - 1..=from.year() + 1).filter_map(|year| self.in_own_year(year)).find(|&found| found >= from)
    }
}

/// The solar day of a recurring date in a solar year: the first one, if a lunar date of the last months falls into it twice;
/// nothing if it jumps over the year, or has not begun yet.
pub fn occurrence_in_year(date: &RecurringDate, solar_year: i32) -> Option<Day> {
    let first = Day::from_ymd_opt(solar_year, 1, 1)?;
    date.occurrences_between(first, Day::from_ymd_opt(solar_year, 12, 31)?).next()
}

/// How long a birthday lasts for a privilege or for multiplied points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WindowScope {
    /// The day itself.
    Day,
    /// The week, Monday to Sunday, that holds the day.
    Week,
    /// The solar month that holds the day.
    Month,
}

impl WindowScope {
    /// The word used in code, database and wire.
    pub fn as_str(self) -> &'static str {
        match self {
            WindowScope::Day => "day",
            WindowScope::Week => "week",
            WindowScope::Month => "month",
        }
    }

    /// The first and the last day of the window that holds `day`.
    pub fn around(self, day: Day) -> (Day, Day) {
        match self {
            WindowScope::Day => (day, day),
            WindowScope::Week => {
                let monday = day - Days::new(day.weekday().num_days_from_monday().into());
                (monday, monday + Days::new(6))
            }
            WindowScope::Month => {
                let first = day - Days::new(day.day0().into());
                (first, first + Days::new(u64::from(first.num_days_in_month()) - 1))
            }
        }
    }
}

/// The birthday time (first and last day, both included) that holds the day `on`, if `on` is within one.
///
/// The week around a birthday on 1 January begins in December: that is one window, not two.
pub fn birthday_window(date: &RecurringDate, scope: WindowScope, on: Day) -> Option<(Day, Day)> {
    let (from, to) = scope.around(on);
    // Windows of one scope do not overlap, so `on` is in the birthday's window exactly if the birthday is in the window of `on`.
    date.occurrences_between(from, to).next().map(|_| (from, to))
}

#[cfg(test)]
mod tests {
    use super::super::CalendarKind::{Lunar, Solar};
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn date(calendar: CalendarKind, year: Option<i32>, month: u8, d: u8, leap: bool) -> RecurringDate {
        RecurringDate::new(calendar, year, month, d, leap).unwrap()
    }

    #[test]
    fn each_rule_of_the_year() {
        for (recurring, year, want, why) in [
            (date(Solar, None, 3, 1, false), 2026, Some("2026-03-01"), "plain"),
            (date(Solar, Some(2000), 2, 29, false), 2024, Some("2024-02-29"), "a leap year has the day"),
            (date(Solar, Some(2000), 2, 29, false), 2025, Some("2025-02-28"), "a common year: the day before 1 March"),
            (date(Solar, Some(2000), 2, 29, false), 2100, Some("2100-02-28"), "2100 is a common year"),
            (date(Lunar, None, 8, 15, false), 2025, Some("2025-10-06"), "mid-autumn"),
            (date(Lunar, None, 8, 15, false), 2020, Some("2020-10-01"), "mid-autumn"),
            (date(Lunar, Some(1987), 6, 12, true), 1987, Some("1987-08-06"), "born in the leap month"),
            (date(Lunar, Some(1987), 6, 12, true), 2026, Some("2026-07-25"), "no leap sixth month: the ordinary one"),
            (date(Lunar, Some(1987), 6, 12, true), 2025, Some("2025-08-05"), "a leap sixth month again"),
            (date(Lunar, Some(1987), 6, 12, false), 2025, Some("2025-07-06"), "ordinary month of a leap year, once"),
            (date(Lunar, None, 12, 30, false), 2024, Some("2024-02-09"), "New Year's Eve on day 30"),
            (date(Lunar, None, 12, 30, false), 2022, Some("2022-01-31"), "a twelfth month of 29 days: day 29"),
            (date(Lunar, None, 12, 23, false), 2026, Some("2026-02-10"), "late in the lunar year 2025"),
            (date(Lunar, Some(2000), 5, 5, false), 1999, None, "not born yet"),
            (date(Solar, Some(2000), 5, 5, false), 1999, None, "not born yet"),
        ] {
            assert_eq!(occurrence_in_year(&recurring, year), want.map(day), "{why}");
        }
    }

    #[test]
    fn a_lunar_date_comes_once_a_lunar_year_and_so_twice_or_never_a_solar_one() {
        let late = date(Lunar, None, 11, 28, false);
        let count =
            |year: i32| late.occurrences_between(Day::from_ymd_opt(year, 1, 1).unwrap(), Day::from_ymd_opt(year, 12, 31).unwrap()).count();
        let counts: Vec<usize> = (1950..=2050).map(count).collect();
        assert!(counts.contains(&0) && counts.contains(&2), "{counts:?}");
        assert_eq!(late.occurrences_between(day("1950-02-17"), day("2050-01-22")).count(), 100);
    }

    #[test]
    fn the_next_one() {
        for (recurring, from, want) in [
            (date(Solar, None, 3, 1, false), "2026-03-01", Some("2026-03-01")),
            (date(Solar, None, 3, 1, false), "2026-03-02", Some("2027-03-01")),
            (date(Solar, None, 2, 29, false), "2025-03-01", Some("2026-02-28")),
            (date(Solar, Some(2030), 3, 1, false), "2026-03-02", Some("2030-03-01")),
            (date(Lunar, None, 12, 30, false), "2025-12-31", Some("2026-02-16")),
            (date(Lunar, None, 12, 30, false), "2026-02-17", Some("2027-02-05")),
            (date(Lunar, None, 1, 1, false), "2026-12-31", Some("2027-02-06")),
            (date(Lunar, Some(1987), 6, 12, true), "2026-07-26", Some("2027-07-15")),
            (date(Solar, None, 3, 1, false), "2100-03-02", None),
        ] {
            assert_eq!(recurring.next_on_or_after(day(from)), want.map(day), "{recurring:?} from {from}");
        }
    }

    #[test]
    fn windows_hold_the_birthday_and_only_it() {
        let birthday = date(Solar, Some(1990), 1, 1, false); // 2026-01-01 is a Thursday
        for (scope, on, want) in [
            (WindowScope::Day, "2026-01-01", Some(("2026-01-01", "2026-01-01"))),
            (WindowScope::Day, "2026-01-02", None),
            (WindowScope::Week, "2025-12-29", Some(("2025-12-29", "2026-01-04"))),
            (WindowScope::Week, "2026-01-04", Some(("2025-12-29", "2026-01-04"))),
            (WindowScope::Week, "2025-12-28", None),
            (WindowScope::Week, "2026-01-05", None),
            (WindowScope::Month, "2026-01-31", Some(("2026-01-01", "2026-01-31"))),
            (WindowScope::Month, "2025-12-31", None),
            (WindowScope::Month, "2026-02-01", None),
            (WindowScope::Week, "1989-12-31", None), // the week before the birth
        ] {
            assert_eq!(birthday_window(&birthday, scope, day(on)), want.map(|(a, b)| (day(a), day(b))), "{scope:?} {on}");
        }
        let lunar = date(Lunar, None, 8, 15, false); // 2025-10-06, a Monday
        assert_eq!(birthday_window(&lunar, WindowScope::Week, day("2025-10-12")), Some((day("2025-10-06"), day("2025-10-12"))));
        assert_eq!(birthday_window(&lunar, WindowScope::Month, day("2025-10-31")), Some((day("2025-10-01"), day("2025-10-31"))));
        assert_eq!(
            birthday_window(&date(Solar, None, 2, 29, false), WindowScope::Month, day("2028-02-29")),
            Some((day("2028-02-01"), day("2028-02-29")))
        );
    }
}
