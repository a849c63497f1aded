//! Table `voucher`.

use crate::clock::Millis;
use crate::error::Result;
use crate::ids::{CustomerId, VisitId, VoucherId};
use crate::money::Fen;
use crate::vouchers::{Voucher, VoucherKind, Worth};
use rusqlite::{Connection, Row, named_params};

/// A voucher with whose it is and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VoucherRecord {
    pub customer: CustomerId,
    pub voucher: Voucher,
    pub issued_visit: Option<VisitId>,
    /// Whether it went by itself with what it rested on, and so stands again when that does. Whoever calls one back by hand gives a
    /// reason, so it is the one without.
    pub went_along: bool,
}

const COLUMNS: &str = "id, customer_id, kind, amount_off, percent_off, min_spend, valid_from, valid_to, issued_visit_id, used_visit_id,
    cancelled_at, cancelled_at IS NOT NULL AND cancel_reason IS NULL AS went_along";

fn from_row(row: &Row<'_>) -> rusqlite::Result<VoucherRecord> {
    let worth = match row.get::<_, Option<Fen>>("amount_off")? {
        Some(amount) => Worth::Amount { amount },
        None => Worth::Percent { off: row.get("percent_off")? },
    };
    Ok(VoucherRecord {
        customer: row.get("customer_id")?,
        voucher: Voucher {
            id: row.get("id")?,
            kind: row.get("kind")?,
            worth,
            min_spend: row.get("min_spend")?,
            valid_from: row.get("valid_from")?,
            valid_to: row.get("valid_to")?,
            used_on: row.get("used_visit_id")?,
            cancelled: row.get::<_, Option<Millis>>("cancelled_at")?.is_some(),
        },
        issued_visit: row.get("issued_visit_id")?,
        went_along: row.get("went_along")?,
    })
}

/// One voucher.
pub(crate) fn get(db: &Connection, id: VoucherId) -> Result<Option<VoucherRecord>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM voucher WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// The vouchers a visit gave or used.
pub(crate) fn of_visit(db: &Connection, visit: VisitId) -> Result<Vec<VoucherRecord>> {
    super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM voucher WHERE issued_visit_id = :visit OR used_visit_id = :visit ORDER BY id"),
        named_params! {":visit": visit},
        from_row,
    )
}

/// Whether a customer ever was given a voucher of a kind that still stands or was used.
pub(crate) fn has_kind(db: &Connection, customer: CustomerId, kind: VoucherKind) -> Result<bool> {
    Ok(super::row(
        db,
        "SELECT 1 FROM voucher WHERE customer_id = :customer AND kind = :kind AND cancelled_at IS NULL LIMIT 1",
        named_params! {":customer": customer, ":kind": kind},
        |_| Ok(()),
    )?
    .is_some())
}

/// How many vouchers of a kind that visits gave by themselves a customer has that still stand or were used.
pub(crate) fn count_given(db: &Connection, customer: CustomerId, kind: VoucherKind) -> Result<usize> {
    let found = super::row(
        db,
        "SELECT count(*) FROM voucher
         WHERE customer_id = :customer AND kind = :kind AND issued_visit_id IS NOT NULL AND cancelled_at IS NULL",
        named_params! {":customer": customer, ":kind": kind},
        |row| row.get::<_, i64>(0),
    )?;
    Ok(found.and_then(|count| usize::try_from(count).ok()).unwrap_or(0))
}

/// Adds a voucher; the id is ignored.
pub(crate) fn insert(
    db: &Connection,
    customer: CustomerId,
    voucher: &Voucher,
    at: Millis,
    issued_visit: Option<VisitId>,
    reason: Option<&str>,
) -> Result<VoucherId> {
    let (amount, percent) = match voucher.worth {
        Worth::Amount { amount } => (Some(amount), None),
        Worth::Percent { off } => (None, Some(off)),
    };
    super::run(
        db,
        "INSERT INTO voucher (customer_id, kind, amount_off, percent_off, min_spend, valid_from, valid_to, issued_at, issued_visit_id, reason)
         VALUES (:customer, :kind, :amount, :percent, :min_spend, :from, :to, :at, :visit, :reason)",
        named_params! {
            ":customer": customer, ":kind": voucher.kind, ":amount": amount, ":percent": percent,
            ":min_spend": voucher.min_spend, ":from": voucher.valid_from, ":to": voucher.valid_to, ":at": at, ":visit": issued_visit,
            ":reason": reason,
        },
    )?;
    Ok(VoucherId(db.last_insert_rowid()))
}

/// Says on which visit a voucher was used and what it took off, or that it is unused again.
pub(crate) fn set_used(db: &Connection, id: VoucherId, used: Option<(VisitId, Fen)>) -> Result<()> {
    let (visit, off) = used.unzip();
    super::run(
        db,
        "UPDATE voucher SET used_visit_id = :visit, used_off = :off WHERE id = :id",
        named_params! {":id": id, ":visit": visit, ":off": off},
    )?;
    Ok(())
}

/// Calls a voucher back, by hand with a reason or by itself without one, or lets it stand again.
pub(crate) fn set_cancelled(db: &Connection, id: VoucherId, cancelled: Option<(Millis, Option<&str>)>) -> Result<()> {
    let (at, reason) = cancelled.unzip();
    super::run(
        db,
        "UPDATE voucher SET cancelled_at = :at, cancel_reason = :reason WHERE id = :id",
        named_params! {":id": id, ":at": at, ":reason": reason.flatten()},
    )?;
    Ok(())
}
