//! Guessing is made slow: after five wrong tries 30 seconds, doubling with each further one to 15 minutes.
//!
//! Wrong tries are counted in the file, before the secret is looked at, so that neither a restart nor a pulled plug gives one back. The
//! wait itself runs by the steady clock of this program, which nobody can set, and begins anew when the program starts: the calendar's
//! clock, forward or back, has no part in it.

use std::time::Duration;

/// How many wrong tries are free.
pub const FREE: i64 = 5;
const FIRST: u64 = 30;
const LONGEST: u64 = 15 * 60;

/// How long to wait after so many wrong tries in a row.
pub fn wait_after(failures: i64) -> Duration {
    if failures < FREE {
        return Duration::ZERO;
    }
    // Sixteen doublings are far beyond the longest wait.
    let doubled = (failures - FREE).min(16);
    Duration::from_secs((FIRST << doubled).min(LONGEST))
}

/// How much of a wait is left, by the steady clock.
pub fn left(failures: i64, began: Duration, now: Duration) -> Duration {
    wait_after(failures).saturating_sub(now.saturating_sub(began))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_a_quarter_of_an_hour() {
        let seconds: Vec<u64> = (0..14).map(|n| wait_after(n).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
        assert_eq!(wait_after(i64::MAX).as_secs(), 900);
    }

    #[test]
    fn a_wait_runs_out_by_steady_time() {
        let at = Duration::from_secs;
        assert_eq!(left(5, at(100), at(100)), at(30));
        assert_eq!(left(5, at(100), at(129)), at(1));
        assert_eq!(left(5, at(100), at(131)), Duration::ZERO);
        assert_eq!(left(4, at(100), at(100)), Duration::ZERO);
    }
}
