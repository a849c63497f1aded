//! Adding and changing staff.

use crate::error::{Code, Failure, Result};
use crate::lock::Seat;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{credential, staff};
use crate::wire::staff::{Role, SaveStaff, SetActor, Staff};
use crate::wire::{Done, text};

/// Adds or changes somebody.
///
/// # Errors
/// `name_taken`, `not_found`, and `owner_needed` when nobody would be owner any more.
pub fn save(shop: &mut Shop, request: SaveStaff) -> Result<Staff> {
    let name = text::required("name", &request.name, 20)?;
    shop.write(Op::SaveStaff, |tx| {
        let db = tx.db();
        if staff::by_name(db, &name)?.is_some_and(|other| Some(other.id) != request.id) {
            return Err(Failure::at(Code::NameTaken, "name").into());
        }
        let id = match request.id {
            Some(id) => {
                staff::get(db, id)?.ok_or_else(|| Failure::new(Code::NotFound))?;
                staff::update(db, &Staff { id, name, role: request.role, is_active: request.is_active })?;
                id
            }
            None => staff::insert(db, &name, request.role)?,
        };
        if !staff::list(db)?.iter().any(|s| s.is_active && s.role == Role::Owner) {
            return Err(Failure::at(Code::OwnerNeeded, "role").into());
        }
        staff::get(db, id)?.ok_or_else(|| Failure::new(Code::NotFound).into())
    })
}

/// Says who is at the counter from now on.
///
/// # Errors
/// `not_found` for somebody who does not work here; `secret_needed` where there is a lock and this person has to unlock.
pub fn set_actor(shop: &mut Shop, request: SetActor) -> Result<Done> {
    let person = match request.staff {
        Some(id) => Some(staff::get(shop.db()?, id)?.filter(|s| s.is_active).ok_or_else(|| Failure::at(Code::NotFound, "staff"))?),
        None => None,
    };
    if shop.seat() == Seat::Open {
        shop.set_actor(request.staff);
        return Ok(Done {});
    }
    // Where there is a lock a seat is taken by unlocking, unless nothing is asked of this person.
    match person {
        Some(person) if person.role == Role::Clerk && credential::get(shop.db()?, person.id)?.is_none() => shop.sit_down(&person)?,
        _ => return Err(Failure::at(Code::SecretNeeded, "staff").into()),
    }
    Ok(Done {})
}
