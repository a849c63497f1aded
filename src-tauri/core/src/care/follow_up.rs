//! Tasks set by hand, for one customer or for many at once.

use super::{STRETCH, later};
use crate::clock::Day;
use crate::customers::receivers;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::follow_up::{self, NewFollowUp};
use crate::store::{customer, staff};
use crate::wire::care::{FollowUpRef, FollowUpsSaved, SaveFollowUp, SaveFollowUps};
use crate::wire::{Done, text};

/// How many days a task makes sense that says nothing of it.
const LASTS: u64 = 30;
/// How many days ahead a task may be set.
const FARTHEST: u64 = 3_660;

/// What both ways of setting a task have in common, checked.
struct Terms {
    title: String,
    due: Day,
    expires: Day,
}

fn terms(title: &str, due: Day, expires: Option<Day>, today: Day) -> Result<Terms> {
    let title = text::required("title", title, text::LINE)?;
    let farthest = later(today, FARTHEST);
    if !(today..=farthest).contains(&due) {
        return Err(Failure::at(Code::OutOfRange, "due_on").with("min", today).with("max", farthest).into());
    }
    let expires = expires.unwrap_or_else(|| later(due, LASTS));
    let last = later(due, 6 * STRETCH);
    if !(due..=last).contains(&expires) {
        return Err(Failure::at(Code::OutOfRange, "expires_on").with("min", due).with("max", last).into());
    }
    Ok(Terms { title, due, expires })
}

fn known_staff(tx: &Tx<'_>, id: Option<crate::ids::StaffId>) -> Result<()> {
    match id {
        Some(id) if staff::get(tx.db(), id)?.is_none() => Err(Failure::at(Code::NotFound, "staff").into()),
        _ => Ok(()),
    }
}

/// Sets a task for one customer, or changes it.
///
/// # Errors
/// `not_found` at `customer`, `id` or `staff`; `required` or `too_long` at `title`; `out_of_range` at `due_on` or `expires_on`.
pub fn save(shop: &mut Shop, request: SaveFollowUp) -> Result<FollowUpsSaved> {
    let terms = terms(&request.title, request.due_on, request.expires_on, shop.now().day())?;
    shop.write(Op::SaveFollowUp, |tx| {
        customer::name_of(tx.db(), request.customer)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
        known_staff(tx, request.staff)?;
        let new = NewFollowUp {
            title: &terms.title,
            due: terms.due,
            expires: terms.expires,
            channel: request.channel,
            purpose: request.purpose,
            template: request.template,
            staff: request.staff,
            batch: None,
            made_on: tx.day(),
        };
        let id = match request.id {
            Some(id) if follow_up::update(tx.db(), id, request.customer, &new)? => id,
            Some(_) => return Err(Failure::at(Code::NotFound, "id").into()),
            None => follow_up::insert(tx.db(), request.customer, &new)?,
        };
        tx.about_customer(request.customer);
        tx.param("count", 1);
        Ok(FollowUpsSaved { saved: 1, first: Some(id), operation: Some(tx.operation()) })
    })
}

/// Sets the same task for many customers, each once, under the name of a batch.
///
/// # Errors
/// Those of [`save`], `required` at `batch`, and `out_of_range` or `not_found` at `customers`.
pub fn save_many(shop: &mut Shop, request: SaveFollowUps) -> Result<FollowUpsSaved> {
    let terms = terms(&request.title, request.due_on, request.expires_on, shop.now().day())?;
    let batch = text::required("batch", &request.batch, text::LINE)?;
    shop.write(Op::SaveFollowUp, |tx| {
        known_staff(tx, request.staff)?;
        let customers = receivers(tx.db(), &request.customers)?;
        let new = NewFollowUp {
            title: &terms.title,
            due: terms.due,
            expires: terms.expires,
            channel: request.channel,
            purpose: request.purpose,
            template: request.template,
            staff: request.staff,
            batch: Some(&batch),
            made_on: tx.day(),
        };
        let mut first = None;
        for &customer in &customers {
            let id = follow_up::insert(tx.db(), customer, &new)?;
            first = first.or(Some(id));
        }
        tx.param("count", customers.len());
        Ok(FollowUpsSaved { saved: i64::try_from(customers.len()).unwrap_or(i64::MAX), first, operation: Some(tx.operation()) })
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
