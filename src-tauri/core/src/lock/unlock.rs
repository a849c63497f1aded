//! Sitting down at the counter, and getting up.

use super::state::{is_over, seconds, state, tries_left};
use super::{Seat, secret, throttle};
use crate::audit::Note;
use crate::error::{Code, Failure, Result};
use crate::ids::StaffId;
use crate::shop::Shop;
use crate::store::credential::{self, Credential};
use crate::store::staff;
use crate::wire::Nothing;
use crate::wire::audit::AuditAction;
use crate::wire::lock::{LockState, Unlock};
use crate::wire::staff::{Role, Staff};

/// Sits somebody down, if the secret is right or none is set for a clerk.
///
/// # Errors
/// `not_found` at `staff`; `secret_needed` for an owner without a password while there is a lock; `required`, `secret_wrong` with `left`
/// tries and the `seconds` to wait, and `secret_wait` with `seconds`, each at `secret`.
pub fn unlock(shop: &mut Shop, request: Unlock) -> Result<LockState> {
    let person = working(shop, request.staff)?;
    if shop.seat() == Seat::Open {
        shop.set_actor(Some(person.id));
        return state(shop, Nothing {});
    }
    match credential::get(shop.db()?, person.id)? {
        Some(kept) => {
            let typed = request.secret.filter(|typed| !typed.is_empty()).ok_or_else(|| Failure::at(Code::Required, "secret"))?;
            prove(shop, &kept, &typed, "secret")?;
        }
        None if person.role == Role::Owner => return Err(Failure::at(Code::SecretNeeded, "staff").into()),
        None => {}
    }
    shop.sit_down(&person)?;
    state(shop, Nothing {})
}

/// Everybody gets up.
pub fn lock(shop: &mut Shop, _: Nothing) -> Result<LockState> {
    shop.stand_up()?;
    state(shop, Nothing {})
}

/// Somebody who works here.
pub(super) fn working(shop: &Shop, id: StaffId) -> Result<Staff> {
    Ok(staff::get(shop.db()?, id)?.filter(|person| person.is_active).ok_or_else(|| Failure::at(Code::NotFound, "staff"))?)
}

/// Whether what was typed is right; a wrong one is counted, and with it the wait grows.
pub(super) fn prove(shop: &mut Shop, kept: &Credential, typed: &str, field: &str) -> Result<()> {
    let staff = kept.staff;
    let wait = shop.wait_left(staff, credential::failures(shop.db()?, staff)?);
    if !is_over(wait) {
        return Err(Failure::at(Code::SecretWait, field).with("seconds", seconds(wait)).into());
    }
    // Counted before it is looked at: a plug pulled in between gives no try back.
    let failures = shop.remember(|db, now| credential::count(db, staff, now.millis()))?;
    shop.begin_wait(staff);
    if !secret::matches(kept.kind, &kept.hash, typed) {
        shop.note(Note::of(AuditAction::Refused).about(staff.0))?;
        let wait = throttle::wait_after(failures);
        let failure = Failure::at(Code::SecretWrong, field)
            .with("left", tries_left(failures))
            .with("seconds", seconds(wait))
            .with("wait", if is_over(wait) { "no" } else { "yes" });
        return Err(failure.into());
    }
    shop.remember(|db, _| credential::clear(db, staff))
}
