//! The lock as the screen shows it.

use super::reveal::may_reveal;
use super::throttle;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{credential, setting, staff};
use crate::wire::lock::{LockPerson, LockSettings, LockState};
use crate::wire::staff::Role;
use crate::wire::{Done, Nothing};
use std::collections::BTreeMap;

use super::Seat;

/// Who may sit down, and who is there. Asking is no use of the book: the lock screen asks again and again.
pub fn state(shop: &mut Shop, _: Nothing) -> Result<LockState> {
    let db = shop.db()?;
    let secrets: BTreeMap<_, _> = credential::list(db)?.into_iter().map(|one| (one.staff, one.kind)).collect();
    let mut people = Vec::new();
    for person in staff::list(db)?.into_iter().filter(|person| person.is_active) {
        let wait = shop.wait_left(person.id, credential::failures(db, person.id)?);
        people.push(LockPerson {
            secret: secrets.get(&person.id).copied(),
            staff: person.id,
            name: person.name,
            role: person.role,
            wait_seconds: seconds(wait),
        });
    }
    let settings: LockSettings = setting::get(db, LockSettings::KEY)?;
    let seat = shop.seat();
    Ok(LockState {
        guarded: seat != Seat::Open,
        locked: seat == Seat::Locked,
        actor: shop.actor(),
        role: match seat {
            Seat::Open => Some(Role::Owner),
            Seat::Locked => None,
            Seat::Taken(role) => Some(role),
        },
        people,
        after_minutes: settings.after_minutes,
        clerks_reveal: settings.clerks_reveal,
        reveals: may_reveal(seat, &settings),
    })
}

/// Somebody touched a key or the mouse.
pub fn note_activity(_: &mut Shop, _: Nothing) -> Result<Done> {
    // Being let through is what counts as use; there is nothing more to do.
    Ok(Done {})
}

/// Whole seconds of a wait, rounded up.
pub(super) fn seconds(wait: std::time::Duration) -> i64 {
    i64::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(i64::MAX)
}

/// Nothing is left to wait for.
pub(super) fn is_over(wait: std::time::Duration) -> bool {
    wait == std::time::Duration::ZERO
}

/// How many tries are free after so many wrong ones.
pub(super) fn tries_left(failures: i64) -> i64 {
    (throttle::FREE - failures).max(0)
}
