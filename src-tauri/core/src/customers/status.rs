//! Putting an archive away, ending a membership, and taking either back.

use super::create::must_exist;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{customer, retention};
use crate::wire::Done;
use crate::wire::customers::{CustomerRef, SetStatus, StatusPreview};

/// What she still has of the shop: what would rest when she leaves, or is there again when she comes back.
///
/// # Errors
/// `not_found`, also for an archive that became part of another.
pub fn preview_status(shop: &mut Shop, request: SetStatus) -> Result<StatusPreview> {
    let tasks = crate::care::of_customer(shop, CustomerRef { customer: request.customer })?.rows.len();
    let today = shop.now().day();
    let db = shop.db()?;
    let archive = customer::get(db, request.customer)?.filter(|archive| archive.merged_into.is_none());
    let archive = archive.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    let open = retention::unfinished(db, &[request.customer], today)?;
    Ok(StatusPreview {
        status: archive.status,
        points: open.points,
        vouchers: open.vouchers,
        benefits: open.benefits,
        tasks: i64::try_from(tasks).unwrap_or(i64::MAX),
        complaints: open.complaints,
        events: open.events,
    })
}

/// Sets the status. Visits, points and all else stay as they are; they rest until she is restored.
///
/// # Errors
/// `not_found`, also for an archive that became part of another: the undo of the merge brings that one back.
pub fn set_status(shop: &mut Shop, request: SetStatus) -> Result<Done> {
    shop.write(Op::SetStatus, |tx| {
        must_exist(tx, request.customer)?;
        let archive = customer::get(tx.db(), request.customer)?.filter(|archive| archive.merged_into.is_none());
        let archive = archive.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
        customer::set_status(tx.db(), request.customer, request.status, None)?;
        tx.param("status", request.status.as_str());
        tx.param("was", archive.status.as_str());
        Ok(Done {})
    })
}
