//! Tasks set by hand, for one customer or for many at once.

use super::{STRETCH, TRIES, later};
use crate::clock::Day;
use crate::customers::receivers;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::follow_up::{self, NewFollowUp};
use crate::store::staff;
use crate::wire::care::{FollowUpRef, FollowUpsSaved, SaveFollowUp};
use crate::wire::contacts::ContactChannel;
use crate::wire::{Done, text};

/// How many days a task makes sense that says nothing of it.
const LASTS: u64 = 30;
/// How many days ahead a task may be set.
const FARTHEST: u64 = 3_660;

/// What can be said of a task without looking into the book, checked.
struct Terms {
    title: String,
    batch: Option<String>,
    due: Day,
    expires: Day,
}

fn terms(request: &SaveFollowUp, today: Day) -> Result<Terms> {
    let title = text::required("title", &request.title, text::LINE)?;
    let named = request.batch.as_deref().map(|batch| text::required("batch", batch, text::LINE)).transpose()?;
    if named.is_none() && request.customers.len() > 1 {
        return Err(Failure::at(Code::Required, "batch").into());
    }
    let farthest = later(today, FARTHEST);
    let due = request.due_on;
    if !(today..=farthest).contains(&due) {
        return Err(Failure::at(Code::OutOfRange, "due_on").with("min", today).with("max", farthest).into());
    }
    let expires = request.expires_on.unwrap_or_else(|| later(due, LASTS));
    let last = later(due, 6 * STRETCH);
    if !(due..=last).contains(&expires) {
        return Err(Failure::at(Code::OutOfRange, "expires_on").with("min", due).with("max", last).into());
    }
    // Nobody is called on to come in person by a task: whoever stands in the shop is spoken to anyway.
    if request.channel == Some(ContactChannel::InPerson) {
        return Err(Failure::at(Code::ChoiceInvalid, "channel").into());
    }
    Ok(Terms { title, batch: named, due, expires })
}

fn known_staff(tx: &Tx<'_>, id: Option<crate::ids::StaffId>) -> Result<()> {
    match id {
        Some(id) if staff::get(tx.db(), id)?.is_none() => Err(Failure::at(Code::NotFound, "staff").into()),
        _ => Ok(()),
    }
}

/// Sets a task for each of the customers named, or changes one.
///
/// # Errors
/// `not_found` at `customers.N`, `id` or `staff`; `out_of_range` at `customers` for none, for more than 1,000, or for more than one where a
/// task is changed; `required` or `too_long` at `title` or `batch`; `out_of_range` at `due_on` or `expires_on`; `choice_invalid` at
/// `channel`; `already_set` when each of them has the same task of the batch and it is open.
pub fn save(shop: &mut Shop, mut request: SaveFollowUp) -> Result<FollowUpsSaved> {
    request.customers = receivers(shop.db()?, &request.customers)?;
    match request.id {
        Some(_) if request.customers.len() > 1 => Err(Failure::at(Code::OutOfRange, "customers").with("min", 1).with("max", 1).into()),
        _ => set(shop, request),
    }
}

/// The same for customers who are known to be in the book, however many.
pub(crate) fn set(shop: &mut Shop, request: SaveFollowUp) -> Result<FollowUpsSaved> {
    let terms = terms(&request, shop.now().day())?;
    shop.write(Op::SaveFollowUp, |tx| {
        known_staff(tx, request.staff)?;
        let new = NewFollowUp {
            title: &terms.title,
            due: terms.due,
            expires: terms.expires,
            channel: request.channel,
            purpose: request.purpose,
            template: request.template,
            staff: request.staff,
            batch: terms.batch.as_deref(),
            made_on: tx.day(),
        };
        let (mut first, mut saved, mut already) = (None, 0_i64, 0_i64);
        for &customer in &request.customers {
            let id = match (request.id, &terms.batch) {
                (Some(id), _) if follow_up::update(tx.db(), id, customer, &new)? => id,
                (Some(_), _) => return Err(Failure::at(Code::NotFound, "id").into()),
                (None, Some(batch)) if follow_up::is_open(tx.db(), customer, batch, &terms.title, tx.day(), TRIES)? => {
                    already += 1;
                    continue;
                }
                (None, _) => follow_up::insert(tx.db(), customer, &new)?,
            };
            saved += 1;
            first = first.or(Some(id));
        }
        if saved == 0 {
            return Err(Failure::new(Code::AlreadySet).with("n", already).into());
        }
        if let [customer] = request.customers[..] {
            tx.about_customer(customer);
        }
        tx.param("count", saved);
        Ok(FollowUpsSaved { saved, already, first, operation: Some(tx.operation()) })
    })
}

/// Takes a task away that nothing was decided about yet; another is skipped with a reason instead.
///
/// # Errors
/// `not_found`; `in_use` with `n`.
pub fn remove(shop: &mut Shop, request: FollowUpRef) -> Result<Done> {
    shop.write(Op::RemoveFollowUp, |tx| {
        let customer = follow_up::customer_of(tx.db(), request.follow_up)?.ok_or_else(|| Failure::at(Code::NotFound, "follow_up"))?;
        let decisions = follow_up::decisions(tx.db(), request.follow_up)?;
        if decisions > 0 {
            return Err(Failure::at(Code::InUse, "follow_up").with("n", decisions).into());
        }
        follow_up::delete(tx.db(), request.follow_up)?;
        tx.about_customer(customer);
        Ok(Done {})
    })
}
