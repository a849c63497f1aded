//! Days that come back each year: birthdays and other important dates, in the solar or the lunar calendar (SPEC A5).
//!
//! What the customer said is stored (calendar, year if known, month, day, leap month); the solar day of a year is
//! always computed. Conversion happens here and nowhere else: the tables inside web views differ in disputed months.
//!
//! Rules, each with a test:
//! - 29 February falls on 28 February in a common year.
//! - A leap-month date falls into the ordinary month of the same number in years without that leap month, and into the
//!   leap month in years that have it. A date of an ordinary month stays in the ordinary month, so it comes once.
//! - Day 30 falls on day 29 in a month of 29 days.
//! - A lunar date comes once in each lunar year; a solar year may therefore hold it twice or not at all.
//! - The calendar is valid from 1900 to 2100; beyond it there is no answer rather than a doubtful one.

mod age;
mod lunar;
mod occurrences;
mod parse;
mod text;

pub use age::AgeBand;
pub use lunar::{LunarDay, leap_month, lunar_month_days, lunar_to_solar, solar_to_lunar};
pub use occurrences::{WindowScope, birthday_window, occurrence_in_year};

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// The first year of the calendar.
pub const FIRST_YEAR: i32 = 1900;
/// The last year of the calendar.
pub const LAST_YEAR: i32 = 2100;

/// Which calendar a date is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CalendarKind {
    /// 公历, the Gregorian calendar.
    Solar,
    /// 农历, the traditional Chinese calendar.
    Lunar,
}

impl CalendarKind {
    /// The word used in code, database and wire.
    pub fn as_str(self) -> &'static str {
        match self {
            CalendarKind::Solar => "solar",
            CalendarKind::Lunar => "lunar",
        }
    }
}

/// A day that comes back each year, as the customer said it. Always valid: see [`RecurringDate::new`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(try_from = "Unchecked")]
pub struct RecurringDate {
    calendar: CalendarKind,
    year: Option<i32>,
    month: u8,
    day: u8,
    leap: bool,
}

/// A birthday is a recurring date.
pub type Birthday = RecurringDate;

/// The wire form before its check.
#[derive(Deserialize)]
struct Unchecked {
    calendar: CalendarKind,
    #[serde(default)]
    year: Option<i32>,
    month: u8,
    day: u8,
    #[serde(default)]
    leap: bool,
}

impl TryFrom<Unchecked> for RecurringDate {
    type Error = &'static str;
    fn try_from(raw: Unchecked) -> std::result::Result<Self, Self::Error> {
        RecurringDate::new(raw.calendar, raw.year, raw.month, raw.day, raw.leap).map_err(|_| match raw.calendar {
            CalendarKind::Solar => Code::DayInvalid.as_str(),
            CalendarKind::Lunar => Code::LunarDayInvalid.as_str(),
        })
    }
}

impl RecurringDate {
    /// Checks a date. `year` is a year of the date's own calendar (a lunar year begins at the Spring Festival).
    ///
    /// # Errors
    /// `out_of_range` at `year` or `month`; `day_invalid` or `lunar_day_invalid` at `day`; `lunar_day_invalid` at `leap` for a
    /// leap month that the year (or, without a year, the whole calendar) does not have; `choice_invalid` for a solar leap month.
    pub fn new(calendar: CalendarKind, year: Option<i32>, month: u8, day: u8, leap: bool) -> Result<RecurringDate> {
        if let Some(year) = year
            && !(FIRST_YEAR..=LAST_YEAR).contains(&year)
        {
            return Err(Failure::at(Code::OutOfRange, "year").with("min", FIRST_YEAR).with("max", LAST_YEAR).into());
        }
        if !(1..=12).contains(&month) {
            return Err(Failure::at(Code::OutOfRange, "month").with("min", 1).with("max", 12).into());
        }
        let (longest, code) = match calendar {
            CalendarKind::Solar if leap => return Err(Failure::at(Code::ChoiceInvalid, "leap").into()),
            // Without a year 29 February is possible, as in the leap year 2000.
            CalendarKind::Solar => {
                (Day::from_ymd_opt(year.unwrap_or(2000), month.into(), 1).map(|first| first.num_days_in_month()), Code::DayInvalid)
            }
            CalendarKind::Lunar => {
                let days = match year {
                    Some(year) => lunar_month_days(year, month, leap),
                    None if leap && !(FIRST_YEAR..=LAST_YEAR).any(|year| leap_month(year) == Some(month)) => None,
                    None => Some(30),
                };
                if days.is_none() {
                    return Err(Failure::at(Code::LunarDayInvalid, "leap").into());
                }
                (days, Code::LunarDayInvalid)
            }
        };
        if day < 1 || longest.is_none_or(|longest| day > longest) {
            return Err(Failure::at(code, "day").into());
        }
        Ok(RecurringDate { calendar, year, month, day, leap })
    }

    /// The date on which something happened on a solar day (a first visit, a wedding).
    ///
    /// # Errors
    /// `out_of_range` outside the calendar's years.
    pub fn from_day(day: Day) -> Result<RecurringDate> {
        let small = |n: u32| u8::try_from(n).unwrap_or(0);
        RecurringDate::new(CalendarKind::Solar, Some(day.year()), small(day.month()), small(day.day()), false)
    }

    /// The calendar it is counted in.
    pub fn calendar(&self) -> CalendarKind {
        self.calendar
    }

    /// The year in its own calendar, if known.
    pub fn year(&self) -> Option<i32> {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(&self) -> u8 {
        self.day
    }

    /// Whether the month is a lunar leap month (闰月).
    pub fn leap(&self) -> bool {
        self.leap
    }
}

#[cfg(test)]
mod tests {
    use super::CalendarKind::{Lunar, Solar};
    use super::*;
    use crate::error::Error;

    fn refusal(calendar: CalendarKind, year: Option<i32>, month: u8, day: u8, leap: bool) -> (Code, String) {
        match RecurringDate::new(calendar, year, month, day, leap) {
            Err(Error::Refused(failure)) => (failure.code, failure.field.unwrap_or_default()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn takes_every_day_that_can_be() {
        for (calendar, year, month, day, leap) in [
            (Solar, None, 2, 29, false),
            (Solar, Some(2000), 2, 29, false),
            (Solar, Some(1900), 1, 1, false),
            (Solar, Some(2100), 12, 31, false),
            (Lunar, None, 12, 30, false),
            (Lunar, None, 6, 30, true),
            (Lunar, Some(1987), 6, 12, true),
            (Lunar, Some(1984), 10, 1, true),
            (Lunar, Some(1900), 1, 1, false),
            (Lunar, Some(2100), 12, 29, false),
        ] {
            assert!(RecurringDate::new(calendar, year, month, day, leap).is_ok(), "{calendar:?} {year:?} {month} {day} {leap}");
        }
    }

    #[test]
    fn refuses_at_the_field_that_is_wrong() {
        for (calendar, year, month, day, leap, code, field) in [
            (Solar, Some(1899), 1, 1, false, Code::OutOfRange, "year"),
            (Lunar, Some(2101), 1, 1, false, Code::OutOfRange, "year"),
            (Solar, None, 0, 1, false, Code::OutOfRange, "month"),
            (Lunar, None, 13, 1, false, Code::OutOfRange, "month"),
            (Solar, None, 2, 30, false, Code::DayInvalid, "day"),
            (Solar, Some(2001), 2, 29, false, Code::DayInvalid, "day"),
            (Solar, Some(1900), 2, 29, false, Code::DayInvalid, "day"),
            (Solar, None, 4, 31, false, Code::DayInvalid, "day"),
            (Solar, None, 4, 0, false, Code::DayInvalid, "day"),
            (Solar, None, 4, 1, true, Code::ChoiceInvalid, "leap"),
            (Lunar, None, 1, 31, false, Code::LunarDayInvalid, "day"),
            (Lunar, None, 1, 0, false, Code::LunarDayInvalid, "day"),
            (Lunar, Some(2021), 12, 30, false, Code::LunarDayInvalid, "day"),
            (Lunar, Some(1986), 6, 12, true, Code::LunarDayInvalid, "leap"),
            (Lunar, Some(1987), 7, 12, true, Code::LunarDayInvalid, "leap"),
            (Lunar, None, 1, 12, true, Code::LunarDayInvalid, "leap"),
            (Lunar, None, 12, 12, true, Code::LunarDayInvalid, "leap"),
        ] {
            assert_eq!(refusal(calendar, year, month, day, leap), (code, field.to_owned()), "{calendar:?} {year:?} {month} {day} {leap}");
        }
    }

    #[test]
    fn wire_form_is_checked_on_the_way_in() {
        let date: RecurringDate = serde_json::from_str(r#"{"calendar":"lunar","year":1987,"month":6,"day":12,"leap":true}"#).unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), r#"{"calendar":"lunar","year":1987,"month":6,"day":12,"leap":true}"#);
        let short: RecurringDate = serde_json::from_str(r#"{"calendar":"solar","month":2,"day":29}"#).unwrap();
        assert_eq!(serde_json::to_string(&short).unwrap(), r#"{"calendar":"solar","year":null,"month":2,"day":29,"leap":false}"#);
        let bad = serde_json::from_str::<RecurringDate>(r#"{"calendar":"lunar","year":1986,"month":6,"day":12,"leap":true}"#);
        assert!(bad.unwrap_err().to_string().starts_with("lunar_day_invalid"));
    }
}
