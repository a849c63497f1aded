//! When a copy is due: pure rules over what is known and the moment.

use crate::clock::Millis;

/// Between two of the program's own copies while the book is open.
const EVERY: Millis = 30 * 60 * 1000;

/// After so many days without a copy on another disk the owner is reminded: about what a shop can still remember of its visits.
pub const OFF_DISK_DAYS: i64 = 7;

const DAY: Millis = 24 * 60 * 60 * 1000;

/// Whether the program's own copy is due: something changed since the last one, and half an hour passed since it or since the book was
/// opened. A clock that was put back makes it due, since nobody knows how much time passed.
pub fn is_due(changed: bool, last: Option<Millis>, opened: Millis, now: Millis) -> bool {
    let since = last.map_or(opened, |last| last.max(opened));
    changed && (now < since || now.saturating_sub(since) >= EVERY)
}

/// Whether to remind of a copy on another disk: a week after the last one, or after the book was begun where there was none.
pub fn off_disk_due(last: Option<Millis>, begun: Option<Millis>, now: Millis) -> bool {
    last.or(begun).is_some_and(|since| now.saturating_sub(since) > OFF_DISK_DAYS * DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Millis = 60 * 1000;

    #[test]
    fn half_an_hour_after_the_last_one_if_something_changed() {
        assert!(!is_due(false, None, 0, DAY));
        assert!(!is_due(true, Some(0), 0, 29 * MINUTE));
        assert!(is_due(true, Some(0), 0, 30 * MINUTE));
        // Yesterday's copy does not make one due in the first minute of today's work.
        assert!(!is_due(true, Some(0), DAY, DAY + 29 * MINUTE));
        assert!(is_due(true, Some(0), DAY, DAY + 30 * MINUTE));
        assert!(is_due(true, None, DAY, DAY + 30 * MINUTE));
        assert!(is_due(true, Some(DAY), DAY, 0), "the clock was put back");
    }

    #[test]
    fn a_week_without_a_copy_elsewhere() {
        assert!(!off_disk_due(None, None, 100 * DAY));
        assert!(!off_disk_due(Some(0), Some(-50 * DAY), 7 * DAY));
        assert!(off_disk_due(Some(0), Some(-50 * DAY), 7 * DAY + 1));
        assert!(off_disk_due(None, Some(0), 8 * DAY));
    }
}
