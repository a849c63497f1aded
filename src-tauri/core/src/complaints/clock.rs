//! The two clocks of a complaint: 24 hours to answer, 7 days to solve.
//!
//! What counts: the whole of every day on which the shop opens, from the complaint on. What does not: days on which it is closed (of rest,
//! of a festival) and the time it waits for her. So an answer is due at the same time of the next open day, and a solution seven open days
//! later, which is how people in a shop reckon; opening hours alone would give a shop that opens ten hours a day nearly two and a half
//! days to answer. A time that ends while the shop is shut is moved to its next opening, since nobody is there before.
//!
//! A complaint that is opened again runs on from its beginning: for her it was never solved.

use crate::clock::Millis;
use crate::hours::{Hold, ShopTime};
use crate::wire::complaints::ClockState;
use chrono::TimeDelta;

/// The time to answer.
pub const ANSWER: TimeDelta = TimeDelta::hours(24);
/// The time to solve.
pub const SOLVE: TimeDelta = TimeDelta::days(7);

/// When what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// She complained.
    pub opened: Millis,
    /// She was answered.
    pub answered: Option<Millis>,
    /// It was solved.
    pub solved: Option<Millis>,
}

/// How one clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// In a word.
    pub state: ClockState,
    /// Until when; nothing while it is unknown how long she keeps the shop waiting.
    pub due: Option<Millis>,
    /// Milliseconds that count until then; below zero how many it is or was late.
    pub left: Millis,
}

/// How both stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// 24 hours to answer.
    pub answer: Reading,
    /// 7 days to solve.
    pub solve: Reading,
}

impl Clocks {
    /// Whether one has run out undone.
    pub fn overdue(&self) -> bool {
        [self.answer, self.solve].iter().any(|one| one.state == ClockState::Overdue)
    }

    /// The nearest end of those not done yet; nothing while waiting for her.
    pub fn next_due(&self) -> Option<Millis> {
        [self.answer, self.solve]
            .iter()
            .filter(|one| matches!(one.state, ClockState::Running | ClockState::Overdue))
            .filter_map(|one| one.due)
            .min()
    }
}

/// Both clocks at an instant. What is solved was answered too.
pub fn clocks(times: Times, holds: &[Hold], hours: &ShopTime, now: Millis) -> Clocks {
    let answered = match (times.answered, times.solved) {
        (Some(answered), Some(solved)) => Some(answered.min(solved)),
        (answered, solved) => answered.or(solved),
    };
    Clocks {
        answer: read(times.opened, ANSWER, answered, holds, hours, now),
        solve: read(times.opened, SOLVE, times.solved, holds, hours, now),
    }
}

fn read(opened: Millis, budget: TimeDelta, done: Option<Millis>, holds: &[Hold], hours: &ShopTime, now: Millis) -> Reading {
    let due = due(opened, budget, holds, hours);
    let at = done.unwrap_or(now);
    let left = match due {
        Some(due) if at <= due => counted(at, due, holds, hours),
        Some(due) => -counted(due, at, holds, hours),
        None => budget.num_milliseconds() - counted(opened, at, holds, hours),
    };
    let over = due.is_some_and(|due| at > due);
    let state = match (done.is_some(), over, due) {
        (true, true, _) => ClockState::Late,
        (true, false, _) => ClockState::InTime,
        (false, true, _) => ClockState::Overdue,
        (false, false, None) => ClockState::Waiting,
        (false, false, Some(_)) => ClockState::Running,
    };
    Reading { state, due, left }
}

/// When `budget` of counted time from an instant on is over, moved to an opening; nothing if waiting for her keeps it from ever being over.
fn due(from: Millis, budget: TimeDelta, holds: &[Hold], hours: &ShopTime) -> Option<Millis> {
    let mut at = hours.whole_days().due(from, budget, holds)?;
    loop {
        let open = hours.next_opening(at)?;
        // She may keep the shop waiting over the opening.
        match holds.iter().find(|(from, to)| open > at && *from <= open && to.is_none_or(|to| to > open)) {
            Some((_, to)) => at = (*to)?,
            None => return Some(open),
        }
    }
}

/// How much time counts between two instants.
fn counted(from: Millis, to: Millis, holds: &[Hold], hours: &ShopTime) -> Millis {
    hours.whole_days().worked(from, to, holds).num_milliseconds()
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
