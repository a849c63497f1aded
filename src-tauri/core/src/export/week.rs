//! The accountant's week: ISO 8601, Monday to Sunday, named by the year in which its Thursday lies.

use crate::clock::Day;
use crate::error::{Code, Error, Failure};
use chrono::{Datelike, Days, Weekday};
use std::fmt;
use std::str::FromStr;

/// A week of the calendar, such as 2026-W47.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: Day,
}

impl Week {
    /// The week in which a day lies.
    pub fn of(day: Day) -> Week {
        let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
        Week { monday: day.checked_sub_days(back).unwrap_or(day) }
    }

    /// Its Monday.
    pub fn monday(self) -> Day {
        self.monday
    }

    /// Its Sunday.
    pub fn sunday(self) -> Day {
        self.monday.checked_add_days(Days::new(6)).unwrap_or(Day::MAX)
    }

    /// Its seven days.
    pub fn days(self) -> impl Iterator<Item = Day> {
        self.monday.iter_days().take(7)
    }

    /// The week before.
    pub fn before(self) -> Week {
        Week { monday: self.monday.checked_sub_days(Days::new(7)).unwrap_or(self.monday) }
    }
}

impl FromStr for Week {
    type Err = Error;

    /// Reads `2026-W47`; a 53rd week only in years that have one.
    fn from_str(text: &str) -> Result<Week, Error> {
        let bad = || Error::from(Failure::at(Code::WeekInvalid, "week"));
        let (year, week) = text.split_once("-W").ok_or_else(bad)?;
        let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(week, 2) {
            return Err(bad());
        }
        let (year, week) = (year.parse().map_err(|_| bad())?, week.parse().map_err(|_| bad())?);
        Day::from_isoywd_opt(year, week, Weekday::Mon).map(Week::of).ok_or_else(bad)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let iso = self.monday.iso_week();
        write!(f, "{:04}-W{:02}", iso.year(), iso.week())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_at_the_turn_of_the_year() {
        for (on, week) in [
            ("2026-11-16", "2026-W47"),
            ("2026-11-22", "2026-W47"),
            ("2026-11-23", "2026-W48"),
            ("2026-12-27", "2026-W52"),
            ("2026-12-28", "2026-W53"),
            ("2026-12-31", "2026-W53"),
            ("2027-01-01", "2026-W53"),
            ("2027-01-03", "2026-W53"),
            ("2027-01-04", "2027-W01"),
            ("2025-12-29", "2026-W01"),
            ("2024-12-30", "2025-W01"),
            ("2023-01-01", "2022-W52"),
            ("2024-02-29", "2024-W09"),
        ] {
            let found = Week::of(day(on));
            assert_eq!(found.to_string(), week, "{on}");
            assert_eq!(week.parse::<Week>().unwrap(), found);
            assert!(found.monday() <= day(on) && day(on) <= found.sunday());
        }
        let last: Week = "2026-W53".parse().unwrap();
        assert_eq!((last.monday(), last.sunday()), (day("2026-12-28"), day("2027-01-03")));
        assert_eq!("2027-W01".parse::<Week>().unwrap().before(), last);
        assert_eq!(last.days().count(), 7);
    }

    #[test]
    fn what_is_no_week_is_refused() {
        for text in [
            "2027-W53",
            "2025-W53",
            "2026-W00",
            "2026-W54",
            "2026-47",
            "2026-w47",
            "2026-W4",
            "2026-W047",
            "26-W47",
            "",
            "2026-W+7",
            "２０２６-W47",
        ] {
            assert!(text.parse::<Week>().is_err(), "{text}");
        }
    }
}
