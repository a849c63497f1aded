//! Taking an operation back.

use crate::error::{Code, Error, Failure, Result};
use crate::ids::OperationId;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::operation::{self, OperationRow};
use crate::store::visit;
use crate::wire::history::{UndoRequest, Undone};

/// Takes an operation back, or does an undone one again when given the undo's own id.
///
/// # Errors
/// `not_found`, `already_undone`, `not_undoable`, and `undo_conflict` with the id of the later operation in the way.
pub fn undo(shop: &mut Shop, request: UndoRequest) -> Result<Undone> {
    let what = operation::get(shop.db()?, request.operation)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let what = standing(shop, what)?;
    let id = what.id;
    check(shop, &what)?;
    let kind = what.kind.clone();
    let done = shop.write(Op::Undo, |tx| {
        take_back(tx, &what)?;
        tx.undoes(id);
        if let Some(customer) = what.customer_id {
            tx.about_customer(customer);
        }
        if let Some(visit) = what.visit_id {
            tx.about_visit(visit);
        }
        tx.param("kind", kind.as_str());
        operation::set_undone_by(tx.db(), id, Some(tx.operation()))?;
        // What it had taken back stands again, what that had taken back no longer does, and so on down.
        let (mut by, mut below, mut stands) = (id, what.undoes, true);
        while let Some(next) = below {
            operation::set_undone_by(tx.db(), next, (!stands).then_some(by))?;
            below = operation::get(tx.db(), next)?.and_then(|found| found.undoes);
            (by, stands) = (next, !stands);
        }
        Ok(Undone { operation: tx.operation(), undone: request.operation })
    });
    // Rows that others now point at are only noticed when the deferred references are checked at the commit.
    match done {
        Err(Error::Store(rusqlite::Error::SqliteFailure(fault, _))) if fault.code == rusqlite::ErrorCode::ConstraintViolation => {
            Err(Failure::new(Code::UndoConflict).into())
        }
        other => other,
    }
}

/// An operation that was taken back and done again stands by the entry that did it again: that one is taken back in its place.
fn standing(shop: &Shop, what: OperationRow) -> Result<OperationRow> {
    let db = shop.db()?;
    let mut what = what;
    while let Some(again) = operation::done_again_by(db, what.id)? {
        what = operation::get(db, again)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    }
    Ok(what)
}

fn check(shop: &Shop, what: &OperationRow) -> Result<()> {
    if what.undone_by.is_some() {
        return Err(Failure::new(Code::AlreadyUndone).into());
    }
    let db = shop.db()?;
    let changes = operation::changes(db, what.id)?;
    let ranges = operation::ranges(db, what.id)?;
    // The undo of an import leaves no content to bring back: importing the file again does that.
    if Op::from_text(&what.kind) == Some(Op::OpenShop) || (changes.is_empty() && ranges.is_empty()) {
        return Err(Failure::new(Code::NotUndoable).into());
    }
    let conflict = |later: Option<OperationId>| match later {
        Some(later) => {
            let kind = operation::get(db, later)?.map(|o| o.kind).unwrap_or_default();
            Err(Error::from(Failure::new(Code::UndoConflict).with("operation", later.0).with("kind", kind)))
        }
        None => Ok(()),
    };
    for change in &changes {
        conflict(operation::later_change(db, &change.table, change.row_id, change.row_id, what.id)?)?;
    }
    conflict(visit::later_on_sales(db, what.id)?)?;
    for range in &ranges {
        conflict(operation::later_change(db, &range.table, range.first_id, range.last_id, what.id)?)?;
    }
    Ok(())
}

fn take_back(tx: &Tx<'_>, what: &OperationRow) -> Result<()> {
    tx.defer_references()?;
    for change in operation::changes(tx.db(), what.id)?.into_iter().rev() {
        match (&change.before, &change.after) {
            (None, _) => {
                operation::delete_rows(tx.db(), &change.table, change.row_id, change.row_id)?;
            }
            (Some(before), _) => operation::put_row(tx.db(), &change.table, change.row_id, before)?,
        }
    }
    let ranges = operation::ranges(tx.db(), what.id)?;
    if !ranges.is_empty() {
        tx.bulk(|| {
            for range in ranges.iter().rev() {
                operation::delete_rows(tx.db(), &range.table, range.first_id, range.last_id)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
