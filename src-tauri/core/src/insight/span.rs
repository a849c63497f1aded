//! Which days a page is about, and which days those are compared with.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::wire::insight::{CompareWith, GetInsight, InsightSpan};
use chrono::{Datelike, Days, Months, Weekday};

/// The first of a day's month.
pub fn month_of(day: Day) -> Day {
    day.with_day(1).unwrap_or(day)
}

/// The last day of a day's month.
pub fn month_end(day: Day) -> Day {
    let next = month_of(day).checked_add_months(Months::new(1));
    next.and_then(|first| first.pred_opt()).unwrap_or(day)
}

/// The days asked for.
///
/// # Errors
/// `out_of_range` at `as_of` for a day to come, at `to` for one before `from`.
pub fn span(request: &GetInsight, today: Day) -> Result<InsightSpan> {
    let as_of = request.as_of.unwrap_or_else(|| request.to.unwrap_or(today).min(today));
    let to = request.to.unwrap_or(as_of);
    let from = request.from.unwrap_or_else(|| month_of(to));
    // Days before the year 1 are in no book, and the arithmetic below stays inside the calendar.
    let oldest = Day::from_ymd_opt(100, 1, 1).unwrap_or(Day::MIN);
    if as_of > today || as_of < oldest {
        return Err(Failure::at(Code::OutOfRange, "as_of").with("min", oldest.to_string()).with("max", today.to_string()).into());
    }
    let latest = Day::from_ymd_opt(9000, 1, 1).unwrap_or(Day::MAX);
    if from > to || from < oldest || to > latest {
        return Err(Failure::at(Code::OutOfRange, "to").with("min", from.to_string()).with("max", latest.to_string()).into());
    }
    Ok(InsightSpan { from, to, as_of })
}

/// The days they are compared with.
pub fn compared(span: &InsightSpan, with: CompareWith) -> Option<InsightSpan> {
    let (from, to) = match with {
        CompareWith::Nothing => return None,
        CompareWith::LastPeriod => period_before(span.from, span.to),
        CompareWith::LastYear => year_before(span.from, span.to),
    };
    // The day of the states keeps its distance from the end of the period.
    let as_of = to.checked_add_signed(span.as_of - span.to).unwrap_or(to);
    Some(InsightSpan { from, to, as_of })
}

/// A period that begins on the first of a month, unless it is a week from Monday to Sunday, is compared with as many months before it,
/// up to the same day of the month, or to the last of the month if it ends on one; any other with as many days before it.
fn period_before(from: Day, to: Day) -> (Day, Day) {
    if from.day() == 1 && !is_week(from, to) {
        let months =
            (to.year() - from.year()) * 12 + i32::try_from(to.month0()).unwrap_or(0) - i32::try_from(from.month0()).unwrap_or(0) + 1;
        return months_before(from, to, u32::try_from(months).unwrap_or(1));
    }
    let days = Days::new(u64::try_from((to - from).num_days() + 1).unwrap_or(1));
    (from.checked_sub_days(days).unwrap_or(from), to.checked_sub_days(days).unwrap_or(to))
}

/// A week from Monday to Sunday is compared with the one 52 weeks before, so that Saturdays meet Saturdays and a week 53 has its
/// neighbour; any other period with the same dates of the year before, where 29 February becomes the last of February.
fn year_before(from: Day, to: Day) -> (Day, Day) {
    if is_week(from, to) {
        let weeks = Days::new(364);
        return (from.checked_sub_days(weeks).unwrap_or(from), to.checked_sub_days(weeks).unwrap_or(to));
    }
    months_before(from, to, 12)
}

fn is_week(from: Day, to: Day) -> bool {
    from.weekday() == Weekday::Mon && to.signed_duration_since(from).num_days() == 6
}

fn months_before(from: Day, to: Day, months: u32) -> (Day, Day) {
    let back = |day: Day| day.checked_sub_months(Months::new(months)).unwrap_or(day);
    let end = if to == month_end(to) { month_end(back(month_of(to))) } else { back(to) };
    (back(from), end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn before(from: &str, to: &str, with: CompareWith) -> (String, String) {
        let span = compared(&InsightSpan { from: day(from), to: day(to), as_of: day(to) }, with).unwrap();
        assert_eq!(span.as_of, span.to);
        (span.from.to_string(), span.to.to_string())
    }

    #[test]
    fn months_meet_months_and_other_periods_as_many_days() {
        use CompareWith::LastPeriod;
        for (from, to, expected) in [
            ("2026-11-01", "2026-11-30", ("2026-10-01", "2026-10-31")),
            ("2026-11-01", "2026-11-22", ("2026-10-01", "2026-10-22")),
            ("2026-03-01", "2026-03-31", ("2026-02-01", "2026-02-28")),
            ("2026-03-01", "2026-03-30", ("2026-02-01", "2026-02-28")),
            ("2026-01-01", "2026-12-31", ("2025-01-01", "2025-12-31")),
            ("2026-07-01", "2026-09-30", ("2026-04-01", "2026-06-30")),
            ("2026-11-16", "2026-11-22", ("2026-11-09", "2026-11-15")),
            ("2026-11-22", "2026-11-22", ("2026-11-21", "2026-11-21")),
            ("2026-06-01", "2026-06-07", ("2026-05-25", "2026-05-31")),
        ] {
            assert_eq!(before(from, to, LastPeriod), (expected.0.to_owned(), expected.1.to_owned()), "{from} {to}");
        }
    }

    #[test]
    fn years_meet_years_leap_days_and_week_53_included() {
        use CompareWith::LastYear;
        for (from, to, expected) in [
            ("2024-02-01", "2024-02-29", ("2023-02-01", "2023-02-28")),
            ("2025-02-01", "2025-02-28", ("2024-02-01", "2024-02-29")),
            ("2024-02-29", "2024-02-29", ("2023-02-28", "2023-02-28")),
            ("2026-11-01", "2026-11-22", ("2025-11-01", "2025-11-22")),
            // 2026-W53 and the week 52 weeks before it, which is 2025-W53's neighbour 2025-W52 plus one: 2025-12-29.
            ("2026-12-28", "2027-01-03", ("2025-12-29", "2026-01-04")),
        ] {
            assert_eq!(before(from, to, LastYear), (expected.0.to_owned(), expected.1.to_owned()), "{from} {to}");
        }
    }

    #[test]
    fn the_day_of_the_states_keeps_its_distance() {
        let span = InsightSpan { from: day("2026-11-01"), to: day("2026-11-30"), as_of: day("2026-11-22") };
        let before = compared(&span, CompareWith::LastPeriod).unwrap();
        assert_eq!(before.as_of, day("2026-10-23"));
        assert_eq!(compared(&span, CompareWith::Nothing), None);
    }

    #[test]
    fn what_is_left_out_is_this_month() {
        let ask = |from, to, as_of| GetInsight { from, to, as_of, compare: None };
        let today = day("2026-11-22");
        let whole = span(&ask(None, None, None), today).unwrap();
        assert_eq!((whole.from, whole.to, whole.as_of), (day("2026-11-01"), today, today));
        let past = span(&ask(None, Some(day("2026-10-31")), None), today).unwrap();
        assert_eq!((past.from, past.as_of), (day("2026-10-01"), day("2026-10-31")));
        assert!(span(&ask(None, None, Some(day("2026-11-23"))), today).is_err());
        assert!(span(&ask(Some(day("2026-11-10")), Some(day("2026-11-09")), None), today).is_err());
    }
}
