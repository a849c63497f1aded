//! A month at a glance: festivals, closed days, how many birthdays, and the lunar day.

use super::birthdays::per_day;
use super::occurrences;
use crate::calendar::{WindowScope, solar_to_lunar};
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::hours;
use crate::shop::Shop;
use crate::store::{closed_day, festival};
use crate::wire::festivals::{CalendarDay, CalendarFestival, CalendarMonth, GetMonth};

/// The years the calendar is good for.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2100;

/// The days of a month.
///
/// # Errors
/// `out_of_range` at `year` or `month`.
pub fn month(shop: &mut Shop, request: GetMonth) -> Result<CalendarMonth> {
    if !YEARS.contains(&request.year) {
        return Err(Failure::at(Code::OutOfRange, "year").with("min", YEARS.start()).with("max", YEARS.end()).into());
    }
    let first = Day::from_ymd_opt(request.year, request.month.into(), 1)
        .ok_or_else(|| Failure::at(Code::OutOfRange, "month").with("min", 1).with("max", 12))?;
    let (first, last) = WindowScope::Month.around(first);
    let db = shop.db()?;
    let festivals = festival::list(db)?;
    let found = occurrences(&festivals, first, last);
    let births = per_day(db, first, last)?;
    let closed = closed_day::between(db, first, last)?;
    let time = hours::shop_time(db)?;
    let days = first.iter_days().take_while(|day| *day <= last).map(|day| CalendarDay {
        day,
        lunar: solar_to_lunar(day).map(lunar_word).unwrap_or_default(),
        festivals: found
            .iter()
            .filter(|occurrence| occurrence.day == day)
            .map(|occurrence| CalendarFestival {
                id: occurrence.festival.id,
                name: occurrence.festival.name.clone(),
                quiet: occurrence.festival.rule.quiet,
            })
            .collect(),
        birthdays: births.get(&day).copied().unwrap_or(0),
        is_open: time.is_open_day(day),
        closed_reason: closed
            .iter()
            .find(|closed| (closed.from_day..=closed.to_day).contains(&day))
            .and_then(|closed| closed.reason.clone()),
    });
    Ok(CalendarMonth { year: request.year, month: request.month, days: days.collect() })
}

/// As a wall calendar prints it: the day alone, and on the first of a month the month.
fn lunar_word(day: crate::calendar::LunarDay) -> String {
    let text = day.chinese();
    match text.split_once('月') {
        Some((month, _)) if day.day == 1 => format!("{month}月"),
        Some((_, day)) => day.to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lunar_days_as_on_a_wall_calendar() {
        for (day, want) in
            [("2026-02-17", "正月"), ("2026-02-18", "初二"), ("2025-07-25", "闰六月"), ("2026-09-25", "十五"), ("2026-11-21", "十三")]
        {
            assert_eq!(solar_to_lunar(day.parse().unwrap()).map(lunar_word).unwrap(), want, "{day}");
        }
    }
}
