//! Taking an operation back.

use crate::backup;
use crate::error::{Code, Error, Failure, Result};
use crate::ids::{CustomerId, OperationId};
use crate::lock::Access;
use crate::op::Op;
use crate::ops;
use crate::shop::{Shop, Tx};
use crate::store::operation::{self, OperationRow};
use crate::store::{personal_history, visit};
use crate::visits::Once;
use crate::wire::backup::CopyWhy;
use crate::wire::history::{UndoRequest, Undone};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Takes an operation back, or does an undone one again when given the undo's own id.
///
/// # Errors
/// `not_found`, `already_undone`, `not_undoable`, and `undo_conflict` with the id of the first later operation in the way, all of them as `operations`, and why: `changed`
/// for the same record, `birthday` or `second_visit` for what she was given meanwhile and may have once.
pub fn undo(shop: &mut Shop, request: UndoRequest) -> Result<Undone> {
    let what = operation::get(shop.db()?, request.operation)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let what = standing(shop, what)?;
    shop.admit(access_to(shop.db()?, &what)?)?;
    let id = what.id;
    check(shop, &what)?;
    let begins_anew = begins_log_anew(shop, id)?;
    let kind = what.kind.clone();
    // What came in bulk leaves in bulk, and nothing but a copy could bring it back.
    if !operation::ranges(shop.db()?, id)?.is_empty() {
        backup::before_bulk(shop, CopyWhy::Bulk)?;
    }
    let done = shop.write(Op::Undo, |tx| {
        let before = had_once(tx, &what)?;
        take_back(tx, &what)?;
        not_twice(tx, &what, before)?;
        tx.undoes(id);
        if let Some(clean) = begins_anew {
            tx.begin_log_anew(clean);
        }
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
            Err(Failure::new(Code::UndoConflict).with("why", "changed").into())
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

/// Taking something back needs whoever may do it.
pub(crate) fn access_to(db: &Connection, what: &OperationRow) -> Result<Access> {
    Ok(ops::access_of(&first_kind(db, what)?))
}

/// What an operation was at first: of an undo what it took back, however often it went there and back.
fn first_kind(db: &Connection, what: &OperationRow) -> Result<String> {
    let mut first = what.kind.clone();
    let mut below = what.undoes;
    while let Some(next) = below {
        let found = operation::get(db, next)?;
        first = found.as_ref().map(|found| found.kind.clone()).unwrap_or_default();
        below = found.and_then(|found| found.undoes);
    }
    Ok(first)
}

/// Rows of an import from before the log go without a trace of their own, and with them what the log's beginning sums up. It begins anew
/// then, and keeps in mind whether everything was as it should be until now.
fn begins_log_anew(shop: &Shop, id: OperationId) -> Result<Option<bool>> {
    let db = shop.db()?;
    if operation::ranges(db, id)?.is_empty() || id.0 > crate::audit::anchor_operation(db)? {
        return Ok(None);
    }
    Ok(Some(crate::audit::verify(db)?.is_clean()))
}

fn check(shop: &Shop, what: &OperationRow) -> Result<()> {
    if what.undone_by.is_some() {
        return Err(Failure::new(Code::AlreadyUndone).into());
    }
    let db = shop.db()?;
    // What an erasure emptied has no content to bring back.
    if personal_history::is_purged(db, what.id)? {
        return Err(Failure::new(Code::NotUndoable).into());
    }
    let changes = operation::changes(db, what.id)?;
    let ranges = operation::ranges(db, what.id)?;
    if Op::from_text(&what.kind).is_some_and(Op::is_for_good) || took_bulk_back(db, what)? || (changes.is_empty() && ranges.is_empty()) {
        return Err(Failure::new(Code::NotUndoable).into());
    }
    let mut later = BTreeSet::new();
    for change in &changes {
        later.extend(operation::later_change(db, &change.table, change.row_id, change.row_id, what.id)?);
    }
    later.extend(visit::later_on_sales(db, what.id)?);
    for range in &ranges {
        later.extend(operation::later_change(db, &range.table, range.first_id, range.last_id, what.id)?);
    }
    let Some(first) = later.first() else { return Ok(()) };
    let all: Vec<String> = later.iter().map(|operation| operation.0.to_string()).collect();
    Err(conflict(db, *first, "changed")?.with("operations", all.join(",")).with("n", all.len()).into())
}

/// Whether it took back what had come in bulk. That left no content to bring back: importing the files again does that.
pub(crate) fn took_bulk_back(db: &Connection, what: &OperationRow) -> Result<bool> {
    Ok(match what.undoes {
        Some(target) => !operation::ranges(db, target)?.is_empty(),
        None => false,
    })
}

fn in_the_way(db: &Connection, later: OperationId, why: &str) -> Result<Error> {
    Ok(conflict(db, later, why)?.into())
}

fn conflict(db: &Connection, later: OperationId, why: &str) -> Result<Failure> {
    let kind = operation::get(db, later)?.map(|o| o.kind).unwrap_or_default();
    Ok(Failure::new(Code::UndoConflict).with("operation", later.0).with("kind", kind).with("why", why))
}

/// What everybody concerned has had of what is given once. Two archives that become one, and rows that came in bulk, are let be: both
/// may hold what nobody gave twice.
fn had_once(tx: &Tx<'_>, what: &OperationRow) -> Result<Vec<(CustomerId, Once)>> {
    let first = first_kind(tx.db(), what)?;
    if Op::from_text(&first) == Some(Op::MergeCustomers) || !operation::ranges(tx.db(), what.id)?.is_empty() {
        return Ok(Vec::new());
    }
    let mut people: BTreeSet<CustomerId> = operation::touched_customers(tx.db(), what.id)?.into_iter().collect();
    people.extend(what.customer_id);
    people.into_iter().map(|customer| Ok((customer, Once::of(tx.db(), customer)?))).collect()
}

/// Refuses what would give somebody twice what is given once. Where nothing was sold to her or given to her since, she has it twice as she
/// had it before: two archives that became one may bring that along.
fn not_twice(tx: &Tx<'_>, what: &OperationRow, before: Vec<(CustomerId, Once)>) -> Result<()> {
    for (customer, before) in before {
        let after = Once::of(tx.db(), customer)?;
        let Some(twice) = after.twice_since(&before) else { continue };
        for later in operation::on_sales_between(tx.db(), what.id, tx.operation())? {
            let about = operation::get(tx.db(), later)?.and_then(|found| found.customer_id);
            if about == Some(customer) || operation::touched_customers(tx.db(), later)?.contains(&customer) {
                return Err(in_the_way(tx.db(), later, twice.as_str())?);
            }
        }
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
        for range in ranges.iter().rev() {
            operation::delete_changed_rows(tx.db(), range, what.id)?;
        }
        tx.bulk(|| {
            for range in ranges.iter().rev() {
                operation::delete_rows(tx.db(), &range.table, range.first_id, range.last_id)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
