//! Age, where the year is known.

use super::{CalendarKind, RecurringDate, solar_to_lunar};
use crate::clock::Day;
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// Groups of ages, also for customers whose age a clerk can only guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum AgeBand {
    /// Younger than 18.
    #[serde(rename = "under_18")]
    Under18,
    /// 18 to 24.
    #[serde(rename = "18_24")]
    From18,
    /// 25 to 34.
    #[serde(rename = "25_34")]
    From25,
    /// 35 to 44.
    #[serde(rename = "35_44")]
    From35,
    /// 45 to 54.
    #[serde(rename = "45_54")]
    From45,
    /// 55 to 64.
    #[serde(rename = "55_64")]
    From55,
    /// 65 and older.
    #[serde(rename = "65_up")]
    From65,
}

impl AgeBand {
    /// All bands, youngest first.
    pub const ALL: &[AgeBand] =
        &[AgeBand::Under18, AgeBand::From18, AgeBand::From25, AgeBand::From35, AgeBand::From45, AgeBand::From55, AgeBand::From65];

    /// The band of an age in completed years.
    pub fn of(age: u16) -> AgeBand {
        match age {
            0..18 => AgeBand::Under18,
            18..25 => AgeBand::From18,
            25..35 => AgeBand::From25,
            35..45 => AgeBand::From35,
            45..55 => AgeBand::From45,
            55..65 => AgeBand::From55,
            _ => AgeBand::From65,
        }
    }

    /// The word used in code, database and wire.
    pub fn as_str(self) -> &'static str {
        match self {
            AgeBand::Under18 => "under_18",
            AgeBand::From18 => "18_24",
            AgeBand::From25 => "25_34",
            AgeBand::From35 => "35_44",
            AgeBand::From45 => "45_54",
            AgeBand::From55 => "55_64",
            AgeBand::From65 => "65_up",
        }
    }

    /// Reads the word back.
    pub fn from_code(text: &str) -> Option<AgeBand> {
        AgeBand::ALL.iter().copied().find(|band| band.as_str() == text)
    }
}

impl RecurringDate {
    /// Birthdays completed by the day `on`, counted in the date's own calendar. Nothing if the year is unknown, or before birth.
    pub fn age_on(&self, on: Day) -> Option<u16> {
        let born = self.year?;
        let this_year = match self.calendar {
            CalendarKind::Solar => on.year(),
            CalendarKind::Lunar => solar_to_lunar(on)?.year,
        };
        let come = self.in_own_year(this_year).is_some_and(|day| day <= on);
        let completed = this_year - born - i32::from(!come);
        u16::try_from(completed).ok()
    }

    /// The band of the age on a day.
    pub fn age_band_on(&self, on: Day) -> Option<AgeBand> {
        self.age_on(on).map(AgeBand::of)
    }

    /// Whether she is younger than `limit` (18 for membership, 14 for a guardian's consent) on a day. The law counts years
    /// by the solar calendar, so a lunar birthday is counted from its solar day of birth. Nothing if the year is unknown.
    pub fn is_minor_on(&self, on: Day, limit: u16) -> Option<bool> {
        let age = RecurringDate::from_day(self.began_on()?).ok()?.age_on(on);
        Some(age.is_none_or(|age| age < limit))
    }
}

#[cfg(test)]
mod tests {
    use super::super::CalendarKind::{Lunar, Solar};
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn ages_in_completed_birthdays() {
        let solar = RecurringDate::new(Solar, Some(1985), 3, 1, false).unwrap();
        let leap_day = RecurringDate::new(Solar, Some(2000), 2, 29, false).unwrap();
        let lunar = RecurringDate::new(Lunar, Some(1985), 12, 20, false).unwrap(); // born 1986-01-29
        let leap_month = RecurringDate::new(Lunar, Some(1987), 6, 12, true).unwrap();
        for (birthday, on, want) in [
            (solar, "2026-02-28", Some(40)),
            (solar, "2026-03-01", Some(41)),
            (solar, "1985-03-01", Some(0)),
            (solar, "1985-02-28", None),
            (leap_day, "2018-02-27", Some(17)),
            (leap_day, "2018-02-28", Some(18)),
            (leap_day, "2020-02-28", Some(19)),
            (leap_day, "2020-02-29", Some(20)),
            (lunar, "1986-01-28", None),
            (lunar, "1986-01-29", Some(0)),
            (lunar, "2026-02-06", Some(39)),
            (lunar, "2026-02-07", Some(40)), // lunar 2025-12-20
            (lunar, "2026-02-17", Some(40)), // the lunar new year alone makes nobody older
            (leap_month, "2026-07-24", Some(38)),
            (leap_month, "2026-07-25", Some(39)),
        ] {
            assert_eq!(birthday.age_on(day(on)), want, "{birthday:?} {on}");
        }
        assert_eq!(RecurringDate::new(Solar, None, 3, 1, false).unwrap().age_on(day("2026-01-01")), None);
    }

    #[test]
    fn bands_meet_without_gaps() {
        for (age, code) in [
            (0, "under_18"),
            (17, "under_18"),
            (18, "18_24"),
            (24, "18_24"),
            (25, "25_34"),
            (35, "35_44"),
            (45, "45_54"),
            (55, "55_64"),
            (64, "55_64"),
            (65, "65_up"),
            (120, "65_up"),
        ] {
            assert_eq!(AgeBand::of(age).as_str(), code, "{age}");
            assert_eq!(AgeBand::from_code(code), Some(AgeBand::of(age)));
            assert_eq!(serde_json::to_string(&AgeBand::of(age)).unwrap(), format!("\"{code}\""));
        }
        assert_eq!(AgeBand::from_code("70_up"), None);
    }

    #[test]
    fn minority_counts_solar_years() {
        let solar = RecurringDate::new(Solar, Some(2008), 11, 21, false).unwrap();
        assert_eq!(solar.is_minor_on(day("2026-11-20"), 18), Some(true));
        assert_eq!(solar.is_minor_on(day("2026-11-21"), 18), Some(false));
        assert_eq!(solar.is_minor_on(day("2026-11-20"), 14), Some(false));
        let lunar = RecurringDate::new(Lunar, Some(2008), 10, 24, false).unwrap(); // born 2008-11-21
        assert_eq!(lunar.began_on(), Some(day("2008-11-21")));
        assert_eq!(lunar.is_minor_on(day("2026-11-20"), 18), Some(true));
        assert_eq!(lunar.is_minor_on(day("2026-11-21"), 18), Some(false));
        assert_eq!(solar.is_minor_on(day("2000-01-01"), 18), Some(true));
        assert_eq!(RecurringDate::new(Lunar, None, 10, 24, false).unwrap().is_minor_on(day("2026-11-21"), 18), None);
    }
}
