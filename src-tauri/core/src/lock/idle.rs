//! When nobody is there any more: after some minutes without a key or a click, and after the computer slept.

use crate::clock::Millis;
use std::time::Duration;

/// A moment by both clocks: the calendar's, which goes on while the computer sleeps but can be set, and the steady one, which cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// By the calendar's clock.
    pub wall: Millis,
    /// By the steady clock.
    pub steady: Duration,
}

/// A gap between two ticks from which on the computer is taken to have slept; the shell ticks every few seconds.
const GAP: Duration = Duration::from_secs(60);

/// How long it has been by whichever clock says more. A calendar set back counts nothing, one set forward locks, which is the safe side.
fn since(then: Moment, now: Moment) -> Duration {
    let wall = Duration::from_millis(u64::try_from(now.wall - then.wall).unwrap_or(0));
    wall.max(now.steady.saturating_sub(then.steady))
}

/// Whether so much time went by without use.
pub fn is_idle(used: Moment, now: Moment, limit: Duration) -> bool {
    since(used, now) >= limit
}

/// Whether the computer slept between two ticks.
pub fn has_slept(last: Moment, now: Moment) -> bool {
    since(last, now) > GAP
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(wall: i64, steady: u64) -> Moment {
        Moment { wall: wall * 1000, steady: Duration::from_secs(steady) }
    }

    #[test]
    fn idle_time_is_told_by_whichever_clock_says_more() {
        let limit = Duration::from_secs(300);
        for (now, idle) in [
            (at(1_000, 50), false),
            (at(1_299, 349), false),
            (at(1_300, 350), true),
            // It slept: the steady clock stood still on some systems.
            (at(9_000, 51), true),
            // The calendar was set back; the steady clock knows better.
            (at(0, 100), false),
            (at(0, 350), true),
        ] {
            assert_eq!(is_idle(at(1_000, 50), now, limit), idle, "{now:?}");
        }
    }

    #[test]
    fn a_long_gap_between_ticks_is_sleep() {
        assert!(!has_slept(at(100, 10), at(110, 20)));
        assert!(!has_slept(at(100, 10), at(20, 20)), "a clock set back is no sleep");
        assert!(has_slept(at(100, 10), at(3_000, 12)));
        assert!(has_slept(at(100, 10), at(101, 500)));
    }
}
