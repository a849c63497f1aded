//! Setting, changing and taking away passwords and PINs.

use super::state::state;
use super::unlock::{prove, working};
use super::{Seat, secret};
use crate::audit::{self, Note};
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::credential::{self, Credential};
use crate::wire::Nothing;
use crate::wire::audit::AuditAction;
use crate::wire::lock::{LockState, RemoveSecret, SecretKind, SetSecret};
use crate::wire::staff::Role;

/// Sets or changes somebody's. The first is an owner's password, and from then on there is a lock; the owner who set it is at the counter.
///
/// # Errors
/// `not_found` at `staff`; `owner_first` at `staff` for a clerk's PIN while no owner has a password; `password_short`, `pin_invalid`,
/// `too_long` at `secret`; `required`, `secret_wrong`, `secret_wait` at `current` where a password is changed.
pub fn set(shop: &mut Shop, request: SetSecret) -> Result<LockState> {
    let person = working(shop, request.staff)?;
    let kind = secret::kind_of(person.role);
    if kind == SecretKind::Pin && shop.seat() == Seat::Open {
        return Err(Failure::at(Code::OwnerFirst, "staff").into());
    }
    // What is too weak is said before the present one is asked for.
    let hash = secret::hash(kind, &request.secret)?;
    prove_current(shop, &request.staff, request.current.as_deref())?;
    let fresh = Credential { staff: person.id, kind, hash };
    shop.recorded(|db, now| {
        credential::put(db, &fresh, now.millis())?;
        credential::clear(db, fresh.staff)?;
        let note = Note::of(AuditAction::SecretSet).about(person.id.0).kind(kind.as_str()).digest(audit::of_credential(&fresh));
        Ok(((), vec![note]))
    })?;
    if shop.seat() == Seat::Open {
        shop.sit_down(&person)?;
    }
    state(shop, Nothing {})
}

/// Takes somebody's away. With the last owner's password all PINs go too, and there is no lock any more.
///
/// # Errors
/// `not_found` at `staff`; `required`, `secret_wrong`, `secret_wait` at `current` for a password.
pub fn remove(shop: &mut Shop, request: RemoveSecret) -> Result<LockState> {
    let person = working(shop, request.staff)?;
    prove_current(shop, &request.staff, request.current.as_deref())?;
    shop.recorded(|db, _| {
        credential::remove(db, person.id)?;
        let mut gone = vec![person.id];
        if person.role == Role::Owner && !credential::owner_has_one(db)? {
            for other in credential::list(db)? {
                credential::remove(db, other.staff)?;
                gone.push(other.staff);
            }
        }
        let notes = gone.into_iter().map(|staff| Note::of(AuditAction::SecretRemoved).about(staff.0)).collect();
        Ok(((), notes))
    })?;
    shop.look_at_the_lock()?;
    state(shop, Nothing {})
}

/// A password is changed or taken away only by somebody who knows it; a forgotten PIN the owner sets anew.
fn prove_current(shop: &mut Shop, staff: &crate::ids::StaffId, current: Option<&str>) -> Result<()> {
    let Some(kept) = credential::get(shop.db()?, *staff)?.filter(|kept| kept.kind == SecretKind::Password) else { return Ok(()) };
    let current = current.filter(|typed| !typed.is_empty()).ok_or_else(|| Failure::at(Code::Required, "current"))?;
    prove(shop, &kept, current, "current")
}
