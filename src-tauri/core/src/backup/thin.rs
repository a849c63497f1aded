//! Which of the program's own copies may go again: a pure rule over their times and the moment.
//!
//! Kept are all of the last 48 hours; of those before, the last one of each of the 14 latest days that have any, of the 8 latest weeks before
//! these, and of the 6 latest months before those. Counted are days, weeks and months that have copies, not those of the calendar, so that a
//! clock that runs ahead or a long holiday empties nothing.

use crate::clock::Millis;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

const HOUR: Millis = 60 * 60 * 1000;
const ALL_OF: Millis = 48 * HOUR;
const DAYS: usize = 14;
const WEEKS: usize = 8;
const MONTHS: usize = 6;

/// A copy as the rule sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// When it was made.
    pub at: Millis,
    /// Whether it is known to be good.
    pub proven: bool,
}

/// The places in `copies` of those that may go. Never among them: any of the last 48 hours, any dated later than now, and the newest that
/// is known to be good.
pub fn superfluous(copies: &[Held], now: Millis, offset: FixedOffset) -> Vec<usize> {
    let day = |at: Millis| DateTime::from_timestamp_millis(at).unwrap_or_default().with_timezone(&offset).date_naive();
    let best = copies.iter().enumerate().filter(|(_, copy)| copy.proven).max_by_key(|(_, copy)| copy.at).map(|(place, _)| place);
    let mut old: Vec<(usize, NaiveDate, Millis)> = copies
        .iter()
        .enumerate()
        .filter(|(_, copy)| copy.at <= now && now.saturating_sub(copy.at) > ALL_OF)
        .map(|(place, copy)| (place, day(copy.at), copy.at))
        .collect();
    old.sort_by_key(|&(place, _, at)| std::cmp::Reverse((at, place)));

    let mut go = Vec::new();
    let mut days = Latest::new(DAYS);
    let mut weeks = Latest::new(WEEKS);
    let mut months = Latest::new(MONTHS);
    for (place, day, _) in old {
        let (week, month) = ((day.iso_week().year(), day.iso_week().week()), (day.year(), day.month()));
        // The newest of a period keeps it. What a finer period holds of a coarser one is enough of that.
        let kept = if !days.is_past(&day) {
            days.take(day) && {
                weeks.covered = Some(week);
                true
            }
        } else if !weeks.is_past(&week) {
            weeks.take(week) && {
                months.covered = Some(month);
                true
            }
        } else {
            months.take(month)
        };
        if !kept && Some(place) != best {
            go.push(place);
        }
    }
    go.sort_unstable();
    go
}

/// The latest so many periods of which a copy was met, going back in time.
struct Latest<T> {
    found: usize,
    most: usize,
    last: Option<T>,
    /// The period of which a finer one holds a copy already.
    covered: Option<T>,
}

impl<T: PartialEq> Latest<T> {
    fn new(most: usize) -> Latest<T> {
        Latest { found: 0, most, last: None, covered: None }
    }

    /// Whether all are found and this is an earlier one.
    fn is_past(&self, period: &T) -> bool {
        self.found == self.most && self.last.as_ref() != Some(period) && self.covered.as_ref() != Some(period)
    }

    /// Whether this is the newest copy of a period still asked for.
    fn take(&mut self, period: T) -> bool {
        let wanted = self.found < self.most && self.last.as_ref() != Some(&period) && self.covered.as_ref() != Some(&period);
        if wanted {
            self.found += 1;
            self.last = Some(period);
        }
        wanted
    }
}
