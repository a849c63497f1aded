//! The visible history.

use super::undo::{access_to, took_bulk_back};
use crate::clock::Now;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::operation::{self, OperationRow};
use crate::store::staff;
use crate::wire::history::{ChangedRow, GetOperation, HistoryEntry, HistoryPage, ListHistory, OperationDetail};
use crate::wire::phone::{masked, wechat_masked};
use serde_json::Value;

/// The latest operations, newest first, a page at a time.
pub fn list(shop: &mut Shop, request: ListHistory) -> Result<HistoryPage> {
    let limit = request.limit.clamp(1, 200);
    let rows = operation::page(shop.db()?, request.before, request.customer, i64::from(limit) + 1)?;
    let more = rows.len() > limit as usize;
    let entries: Result<Vec<HistoryEntry>> = rows.into_iter().take(limit as usize).map(|row| entry(shop, row)).collect();
    Ok(HistoryPage { entries: entries?, more })
}

/// One operation with the rows it changed, before and after.
pub fn detail(shop: &mut Shop, request: GetOperation) -> Result<OperationDetail> {
    let whole = shop.seat().shows_phones();
    let db = shop.db()?;
    let row = operation::get(db, request.operation)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let mut changes = Vec::new();
    for change in operation::changes(db, row.id)?.into_iter().take(200) {
        let value = |text: Option<String>| text.map(|t| serde_json::from_str(&t).map(|row| hidden(&change.table, row, whole))).transpose();
        let (before, after) = (value(change.before)?, value(change.after)?);
        changes.push(ChangedRow { row: change.row_id, before, after, table: change.table });
    }
    let inserted = operation::ranges(db, row.id)?.iter().map(|r| r.last_id - r.first_id + 1).sum();
    Ok(OperationDetail { entry: entry(shop, row)?, changes, inserted })
}

/// How the text of a column is hidden.
type Mask = fn(&str) -> String;

/// A stored row as whoever is there may see it: its phone, if it has one, is hidden as everywhere.
fn hidden(table: &str, mut row: Value, whole: bool) -> Value {
    let columns: &[(&str, Mask)] = match table {
        "phone" => &[("number", masked), ("digits", masked)],
        "customer" => &[("wechat", wechat_masked)],
        _ => &[],
    };
    for (column, mask) in columns.iter().filter(|_| !whole) {
        if let Some(Value::String(text)) = row.get_mut(*column) {
            *text = mask(text);
        }
    }
    row
}

/// An operation as the screen shows it.
pub(crate) fn entry(shop: &Shop, row: OperationRow) -> Result<HistoryEntry> {
    let db = shop.db()?;
    let by = match row.staff_id {
        Some(id) => staff::get(db, id)?.map(|s| s.name),
        None => None,
    };
    let about = match row.customer_id {
        Some(id) => crate::store::customer::name_of(db, id)?,
        None => None,
    };
    let access = access_to(db, &row)?;
    let stays = row.undone_by.is_some() || took_bulk_back(db, &row)?;
    let kind = Op::from_text(&row.kind).unwrap_or(Op::OpenShop);
    Ok(HistoryEntry {
        id: row.id,
        kind,
        at: Now::from_millis(row.at, shop.offset()).text(),
        by,
        customer: row.customer_id,
        customer_name: about,
        visit: row.visit_id,
        params: serde_json::from_str(&row.params)?,
        undoes: row.undoes,
        undone_by: row.undone_by,
        undoable: !stays && !kind.is_for_good() && shop.seat().admit(access).is_ok(),
    })
}
