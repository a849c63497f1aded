//! The log as the owner reads it.

use super::head;
use crate::clock::Now;
use crate::error::{Error, Result};
use crate::ids::{CustomerId, OperationId, StaffId};
use crate::shop::Shop;
use crate::store::audit::{self, AuditRow};
use crate::store::{customer, operation, staff};
use crate::wire::audit::{AuditAction, AuditEntry, AuditPage, ListAudit};
use serde_json::Value;

/// A page of the log, newest first.
pub fn list(shop: &mut Shop, request: ListAudit) -> Result<AuditPage> {
    // What was looked at a moment ago belongs on the page too.
    shop.save_views()?;
    let limit = request.limit.clamp(1, 200);
    let rows = audit::page(shop.db()?, request.action, request.staff, request.before, i64::from(limit) + 1)?;
    let more = rows.len() > limit as usize;
    let entries = rows.into_iter().take(limit as usize).map(|row| entry(shop, row)).collect::<Result<_>>()?;
    Ok(AuditPage { entries, more, head: head(shop.db()?)? })
}

fn entry(shop: &Shop, row: AuditRow) -> Result<AuditEntry> {
    let db = shop.db()?;
    let action =
        AuditAction::from_text(&row.action).ok_or_else(|| Error::from(crate::error::Failure::new(crate::error::Code::FileDamaged)))?;
    let detail: Value = row.detail.as_deref().filter(|_| action == AuditAction::Exported).map_or(Ok(Value::Null), serde_json::from_str)?;
    let customer = match (action, row.target) {
        (AuditAction::Viewed | AuditAction::Revealed, Some(id)) => Some(CustomerId(id)),
        (AuditAction::Changed, Some(id)) => operation::get(db, OperationId(id))?.and_then(|operation| operation.customer_id),
        _ => None,
    };
    let customer_name = customer.map(|id| customer::name_of(db, id)).transpose()?.flatten();
    let name = |id| Ok::<_, Error>(staff::get(db, id)?.map(|person| person.name));
    let person = match (action, row.target) {
        (AuditAction::Unlocked | AuditAction::Refused | AuditAction::SecretSet | AuditAction::SecretRemoved, Some(id)) => {
            name(StaffId(id))?
        }
        _ => None,
    };
    Ok(AuditEntry {
        seq: row.seq,
        at: Now::from_millis(row.at, shop.offset()).text(),
        by: row.staff.map(name).transpose()?.flatten(),
        action,
        kind: row.kind,
        target: row.target,
        customer: customer.filter(|_| customer_name.is_some()),
        customer_name,
        person,
        rows: detail["rows"].as_i64(),
        file: detail["file"].as_str().map(str::to_owned),
    })
}
