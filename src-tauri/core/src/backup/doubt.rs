//! Whether the computer's clock can be believed. A clock that is years ahead would let points expire and copies be thinned; so a jump asks
//! first.

use super::keep;
use super::notes::{self, Notes};
use crate::clock::{Millis, Now};
use crate::error::Result;
use crate::hours::shop_time;
use crate::shop::Shop;
use crate::wire::backup::ClockDoubt;
use crate::wire::{Done, Nothing};

const DAY: Millis = 24 * 60 * 60 * 1000;

/// How often the passing of time is written down while nothing else is.
const NOTED_EVERY: Millis = 30 * 60 * 1000;

/// Days looked through for one on which the shop would have been open.
const LOOKED_THROUGH: usize = 62;

/// Whether a clock moved further than time can have passed at the counter: back by over a day, or forward by over a day although the shop
/// would have been open in between. A Sunday off or a holiday that is in the calendar is no jump.
pub(super) fn moved_too_far(seen: Millis, now: Millis, was_to_open: impl FnOnce() -> bool) -> bool {
    let forward = now.saturating_sub(seen);
    forward < -DAY || (forward > DAY && was_to_open())
}

/// What has to be asked about the clock, if anything.
///
/// # Errors
/// What a book that cannot be read says.
pub fn in_doubt(shop: &Shop) -> Result<Option<ClockDoubt>> {
    let db = shop.db()?;
    let Some(seen) = Notes::of(db)?.seen else { return Ok(None) };
    let now = shop.now();
    let before = Now::from_millis(seen, shop.offset());
    let too_far = match now.millis() - seen {
        forward if forward.abs() <= DAY => false,
        _ => {
            let time = shop_time(db)?;
            moved_too_far(seen, now.millis(), || {
                let between = before.day().iter_days().skip(1).take_while(|day| *day < now.day());
                between.enumerate().any(|(nth, day)| nth >= LOOKED_THROUGH || time.is_open_day(day))
            })
        }
    };
    Ok(too_far.then(|| ClockDoubt { seen: before.text(), now: now.text() }))
}

/// Writes down that the clock went on, unless it is in doubt: every half hour, or at once.
pub(super) fn note_time(shop: &mut Shop, at_once: bool) -> Result<()> {
    let now = shop.now().millis();
    let seen = Notes::of(shop.db()?)?.seen;
    let is_time = at_once || seen.is_none_or(|seen| (now - seen).abs() >= NOTED_EVERY);
    if !is_time || in_doubt(shop)?.is_some() {
        return Ok(());
    }
    notes::change(shop, |notes| notes.seen = Some(now))
}

/// Somebody looked: the computer's clock is right. What waited for that is done now.
///
/// # Errors
/// What a book that cannot be written says.
pub fn confirm_clock(shop: &mut Shop, _: Nothing) -> Result<Done> {
    let now = shop.now().millis();
    notes::change(shop, |notes| notes.seen = Some(now))?;
    shop.turn_to_today()?;
    let _ = keep::thin(shop);
    Ok(Done {})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_back_is_a_jump_and_a_day_ahead_unless_the_shop_was_closed() {
        let at = |days: i64| days * DAY;
        assert!(!moved_too_far(at(10), at(10), || true));
        assert!(!moved_too_far(at(10), at(11), || true));
        assert!(moved_too_far(at(10), at(11) + 1, || true));
        assert!(!moved_too_far(at(10), at(17), || false));
        assert!(!moved_too_far(at(10), at(9), || false));
        assert!(moved_too_far(at(10), at(9) - 1, || false));
    }
}
