//! A week's points: what was issued, spent and ended, and what the shop owes at the week's end.

use super::Week;
use crate::clock::Day;
use crate::error::Result;
use crate::points::{LineKind, PointsKind, ledger};
use crate::store::{points, week as store};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// What moves points, in the order of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Movement {
    /// Earned by purchases.
    Issued,
    /// Spent on a purchase or a gift.
    Redeemed,
    /// Taken back or given back with a return, a correction or a void.
    Reversed,
    /// By hand, as a gift, or brought along from an older system.
    Adjusted,
    /// Ended unspent.
    Expired,
}

impl Movement {
    fn of(kind: PointsKind, gives: bool) -> Movement {
        match kind {
            PointsKind::Earn => Movement::Issued,
            PointsKind::Redeem => Movement::Redeemed,
            PointsKind::Gift if !gives => Movement::Redeemed,
            PointsKind::Reverse => Movement::Reversed,
            PointsKind::Gift | PointsKind::Adjust | PointsKind::Opening => Movement::Adjusted,
        }
    }
}

/// The points of a week. `before` and everything moved add up to `after`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekPoints {
    /// What all customers had when the week began.
    pub before: i64,
    /// What moved on which day.
    pub moved: BTreeMap<(Day, Movement), i64>,
    /// What all customers have when the week ends.
    pub after: i64,
}

/// Counts a week's points as the ledger stands today.
///
/// The balance at a past day is today's balance less what has moved since. Entries are added up by the file; only the
/// ledgers of customers of whom points ended meanwhile are unrolled.
pub fn of_week(db: &Connection, week: Week, today: Day) -> Result<WeekPoints> {
    let mut found = WeekPoints::default();
    let mut since = 0;
    let mut add = |day: Day, movement: Movement, points: i64| {
        if day > week.sunday() {
            since += points;
        } else if day >= week.monday() && points != 0 {
            *found.moved.entry((day, movement)).or_default() += points;
        }
    };
    for (day, kind, gives, points) in store::points_by_day(db, week.monday())? {
        add(day, Movement::of(kind, gives), points);
    }
    for customer in store::points_ending(db, week.monday(), today)? {
        for line in ledger(&points::of(db, customer)?, today).lines {
            if line.kind == LineKind::Expire {
                add(line.day, Movement::Expired, line.points);
            }
        }
    }
    found.after = store::points_balance(db)? - since;
    found.before = found.after - found.moved.values().sum::<i64>();
    Ok(found)
}
