//! Table `voucher` as a register: listed by what became of them.

use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, VisitId, VoucherId};
use crate::money::Fen;
use crate::vouchers::{CancelCause, Voucher, Worth};
use crate::wire::vouchers::{VoucherFilter, VoucherTotals};
use rusqlite::{Connection, Row, ToSql, named_params};

/// A voucher with everything around it.
pub(crate) struct RegisterRow {
    pub customer: CustomerId,
    pub voucher: Voucher,
    pub issued_at: Millis,
    pub issued_visit: Option<VisitId>,
    pub used_day: Option<Day>,
    pub used_off: Option<Fen>,
    pub reason: Option<String>,
    pub cancel_reason: Option<String>,
    pub cancel_cause: Option<CancelCause>,
    pub by: Option<String>,
}

/// Where a page ended: the last good day, and the id that breaks ties.
pub(crate) type Cursor = (Day, VoucherId);

/// What a voucher went with, read off what became of it; empty for one that stands or was called back by hand.
const CAUSE: &str = "CASE WHEN v.cancelled_at IS NULL OR v.cancel_reason IS NOT NULL THEN NULL WHEN g.id IS NULL THEN 'referral'
    WHEN g.voided_at IS NOT NULL THEN 'void'
    WHEN EXISTS (SELECT 1 FROM visit_line l CROSS JOIN visit_line r ON r.reverses_id = l.id WHERE l.visit_id = g.id) THEN 'return'
    ELSE 'correction' END";

fn select() -> String {
    let by = super::who_added("voucher", "v");
    format!(
        "SELECT v.id, v.customer_id, v.kind, v.amount_off, v.percent_off, v.min_spend, v.valid_from, v.valid_to, v.issued_at,
           v.issued_visit_id, v.used_visit_id, v.used_off, v.reason, v.cancelled_at, v.cancel_reason, {CAUSE} AS cancel_cause, u.day AS used_day, {by} AS by
         FROM voucher v LEFT JOIN visit u ON u.id = v.used_visit_id LEFT JOIN visit g ON g.id = v.issued_visit_id"
    )
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<RegisterRow> {
    let worth = match row.get::<_, Option<Fen>>("amount_off")? {
        Some(amount) => Worth::Amount { amount },
        None => Worth::Percent { off: row.get("percent_off")? },
    };
    Ok(RegisterRow {
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
        issued_at: row.get("issued_at")?,
        issued_visit: row.get("issued_visit_id")?,
        used_day: row.get("used_day")?,
        used_off: row.get("used_off")?,
        reason: row.get("reason")?,
        cancel_reason: row.get("cancel_reason")?,
        cancel_cause: row.get("cancel_cause")?,
        by: row.get("by")?,
    })
}

/// A page: usable ones by their end, all others by id, latest first.
pub(crate) fn page(
    db: &Connection,
    customer: Option<CustomerId>,
    filter: VoucherFilter,
    after: Option<Cursor>,
    limit: i64,
    today: Day,
) -> Result<Vec<RegisterRow>> {
    let unused = "v.used_visit_id IS NULL AND v.cancelled_at IS NULL";
    let mut conditions: Vec<String> = Vec::new();
    let mut params: Vec<(&str, &dyn ToSql)> = vec![(":limit", &limit)];
    match filter {
        VoucherFilter::Usable => conditions.push(format!("{unused} AND v.valid_to >= :today")),
        VoucherFilter::Expired => conditions.push(format!("{unused} AND v.valid_to < :today")),
        VoucherFilter::Used => conditions.push("v.used_visit_id IS NOT NULL".into()),
        VoucherFilter::Cancelled => conditions.push("v.cancelled_at IS NOT NULL AND v.used_visit_id IS NULL".into()),
        VoucherFilter::All => {}
    }
    if matches!(filter, VoucherFilter::Usable | VoucherFilter::Expired) {
        params.push((":today", &today));
    }
    if let Some(customer) = &customer {
        conditions.push("v.customer_id = :customer".into());
        params.push((":customer", customer));
    }
    let by_end = filter == VoucherFilter::Usable;
    if let Some((day, id)) = &after {
        params.push((":id", id));
        if by_end {
            params.push((":day", day));
            conditions.push("(v.valid_to, v.id) > (:day, :id)".into());
        } else {
            conditions.push("v.id < :id".into());
        }
    }
    let only = if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
    let order = if by_end { "v.valid_to, v.id" } else { "v.id DESC" };
    super::rows(db, &format!("{} {only} ORDER BY {order} LIMIT :limit", select()), &params[..], from_row)
}

/// What can still be used, of the shop or of one customer.
pub(crate) fn totals(db: &Connection, customer: Option<CustomerId>, today: Day) -> Result<VoucherTotals> {
    let whose = if customer.is_some() { "customer_id = :customer" } else { ":customer IS NULL" };
    let found = super::row(
        db,
        &format!(
            "SELECT count(*), coalesce(sum(amount_off), 0), count(percent_off) FROM voucher
             WHERE {whose} AND used_visit_id IS NULL AND cancelled_at IS NULL AND valid_to >= :today"
        ),
        named_params! {":customer": customer, ":today": today},
        |row| Ok(VoucherTotals { outstanding: row.get(0)?, face_value: row.get(1)?, percent: row.get(2)? }),
    )?;
    Ok(found.unwrap_or(VoucherTotals { outstanding: 0, face_value: Fen::ZERO, percent: 0 }))
}
