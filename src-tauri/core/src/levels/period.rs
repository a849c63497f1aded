//! Review days and the last 12 months, with their edges stated.

use crate::clock::Day;
use chrono::{Datelike, Days, Months};
use serde::{Deserialize, Serialize};

/// How often levels are reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewPeriod {
    /// On 31 March, 30 June, 30 September and 31 December.
    Quarter,
    /// On 30 June and 31 December.
    #[default]
    HalfYear,
}

impl ReviewPeriod {
    /// The first review day on or after a day.
    pub fn next_on_or_after(self, day: Day) -> Day {
        let months = match self {
            ReviewPeriod::Quarter => 3,
            ReviewPeriod::HalfYear => 6,
        };
        let last_month = day.month0() / months * months + months;
        let (year, month) = if last_month == 12 { (day.year() + 1, 1) } else { (day.year(), last_month + 1) };
        Day::from_ymd_opt(year, month, 1).and_then(|first| first.pred_opt()).unwrap_or(Day::MAX)
    }

    /// The review days on or after a day, one after the other.
    pub fn days_from(self, day: Day) -> impl Iterator<Item = Day> {
        std::iter::successors(Some(self.next_on_or_after(day)), move |last| {
            last.checked_add_days(Days::new(1)).map(|next| self.next_on_or_after(next))
        })
    }
}

/// The day before the last 12 months of `day` begin: they are `(start, day]`.
pub fn twelve_months_before(day: Day) -> Day {
    day.checked_sub_months(Months::new(12)).unwrap_or(Day::MIN)
}

/// The first day on which something of `day` no longer lies in the last 12 months.
pub fn leaves_window_on(day: Day) -> Day {
    let anniversary = day.checked_add_months(Months::new(12)).unwrap_or(Day::MAX);
    // 29 February: twelve months on is 28 February, whose window still holds it.
    if twelve_months_before(anniversary) >= day { anniversary } else { anniversary.succ_opt().unwrap_or(Day::MAX) }
}

#[cfg(test)]
mod tests {
    use super::super::testing::day;
    use super::*;

    #[test]
    fn review_days_are_the_ends_of_quarters_or_half_years() {
        for (from, quarter, half) in [
            ("2026-01-01", "2026-03-31", "2026-06-30"),
            ("2026-03-31", "2026-03-31", "2026-06-30"),
            ("2026-04-01", "2026-06-30", "2026-06-30"),
            ("2026-06-30", "2026-06-30", "2026-06-30"),
            ("2026-07-01", "2026-09-30", "2026-12-31"),
            ("2026-12-31", "2026-12-31", "2026-12-31"),
        ] {
            assert_eq!(ReviewPeriod::Quarter.next_on_or_after(day(from)), day(quarter), "{from}");
            assert_eq!(ReviewPeriod::HalfYear.next_on_or_after(day(from)), day(half), "{from}");
        }
        let days: Vec<String> = ReviewPeriod::Quarter.days_from(day("2026-11-21")).take(3).map(|d| d.to_string()).collect();
        assert_eq!(days, ["2026-12-31", "2027-03-31", "2027-06-30"]);
    }

    #[test]
    fn the_window_of_twelve_months_has_stated_edges() {
        for (bought, gone_on) in [
            ("2026-03-05", "2027-03-05"),
            ("2028-02-28", "2029-02-28"),
            ("2028-02-29", "2029-03-01"),
            ("2027-02-28", "2028-02-28"),
            ("2026-12-31", "2027-12-31"),
        ] {
            let (bought, gone_on) = (day(bought), day(gone_on));
            assert_eq!(leaves_window_on(bought), gone_on);
            assert!(twelve_months_before(gone_on) >= bought && twelve_months_before(gone_on.pred_opt().unwrap()) < bought);
        }
    }
}
