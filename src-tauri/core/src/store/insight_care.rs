//! Vouchers, benefits, messages and events of a period, as insight counts them.

use super::event;
use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, EventId};
use crate::money::Fen;
use crate::wire::contacts::Purpose;
use crate::wire::insight::MessageResponse;
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;

/// What is still out on a day.
pub(crate) struct VouchersOut {
    pub count: i64,
    pub face: Fen,
}

/// A voucher `v` that stands at the end of `:day`, which is the instant `:end`.
const OUT: &str = "v.valid_to >= :day AND v.issued_at < :end AND (v.cancelled_at IS NULL OR v.cancelled_at >= :end)
    AND NOT EXISTS (SELECT 1 FROM visit u WHERE u.id = v.used_visit_id AND u.voided_at IS NULL AND u.day <= :day)";

/// Vouchers that can be used on a day or later; `end` is the instant after it.
pub(crate) fn vouchers_out(db: &Connection, day: Day, end: Millis) -> Result<VouchersOut> {
    let found = super::row(
        db,
        &format!("SELECT count(*), coalesce(sum(v.amount_off), 0) FROM voucher v WHERE {OUT}"),
        named_params! {":day": day, ":end": end},
        |row| Ok(VouchersOut { count: row.get(0)?, face: row.get(1)? }),
    )?;
    Ok(found.unwrap_or(VouchersOut { count: 0, face: Fen::ZERO }))
}

/// Who holds them.
pub(crate) fn voucher_holders(db: &Connection, day: Day, end: Millis) -> Result<BTreeSet<CustomerId>> {
    let sql = format!("SELECT v.customer_id FROM voucher v WHERE {OUT}");
    Ok(super::rows(db, &sql, named_params! {":day": day, ":end": end}, |row| row.get(0))?.into_iter().collect())
}

/// Vouchers given between two instants with their customers, and whether each was used by a day. Those called back are left out.
pub(crate) fn vouchers_given(db: &Connection, begin: Millis, end: Millis, day: Day) -> Result<Vec<(CustomerId, bool)>> {
    super::rows(
        db,
        "SELECT v.customer_id, EXISTS (SELECT 1 FROM visit u WHERE u.id = v.used_visit_id AND u.voided_at IS NULL AND u.day <= :day)
         FROM voucher v WHERE v.issued_at >= :begin AND v.issued_at < :end AND (v.cancelled_at IS NULL OR v.used_visit_id IS NOT NULL)
         ORDER BY v.id",
        named_params! {":begin": begin, ":end": end, ":day": day},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Benefits granted in a period with their customers, and whether each was given by a day.
pub(crate) fn benefits_granted(db: &Connection, from: Day, to: Day, day: Day) -> Result<Vec<(CustomerId, bool)>> {
    super::rows(
        db,
        "SELECT customer_id, given_on IS NOT NULL AND given_on <= :day FROM benefit_grant WHERE granted_on BETWEEN :from AND :to ORDER BY id",
        named_params! {":from": from, ":to": to, ":day": day},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Whose benefits stand open on a day, a row a benefit.
pub(crate) fn benefits_open(db: &Connection, day: Day) -> Result<Vec<CustomerId>> {
    super::rows(
        db,
        "SELECT customer_id FROM benefit_grant
         WHERE granted_on <= :day AND (given_on IS NULL OR given_on > :day) AND (valid_to IS NULL OR valid_to >= :day) ORDER BY id",
        named_params! {":day": day},
        |row| row.get(0),
    )
}

/// What the shop sent: letters, messages and calls, without talks in the shop.
const SENT: &str = "k.day BETWEEN :from AND :to AND k.direction = 'out' AND k.channel <> 'in_person'";
const ANSWERED: &str = "(k.outcome IN ('reached', 'replied') OR EXISTS (SELECT 1 FROM contact i WHERE i.customer_id = k.customer_id
    AND i.day BETWEEN k.day AND date(k.day, :days) AND i.direction = 'in' AND i.at > k.at))";
const VISITED: &str = "EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = k.customer_id AND v.day BETWEEN k.day AND date(k.day, :days)
    AND v.at > k.at AND v.voided_at IS NULL)";

/// What messages of a period brought, by purpose.
pub(crate) fn responses(db: &Connection, from: Day, to: Day, days: i64) -> Result<Vec<MessageResponse>> {
    let found = super::rows(
        db,
        &format!(
            "SELECT k.purpose, count(*), sum({ANSWERED}), sum({VISITED}) FROM contact k WHERE {SENT} GROUP BY k.purpose ORDER BY k.purpose"
        ),
        named_params! {":from": from, ":to": to, ":days": format!("+{days} days")},
        |row| Ok(MessageResponse { purpose: row.get(0)?, sent: row.get(1)?, answered: row.get(2)?, visited: row.get(3)? }),
    )?;
    let none = |purpose| MessageResponse { purpose, sent: 0, answered: 0, visited: 0 };
    Ok(Purpose::ALL.iter().map(|p| found.iter().find(|row| row.purpose == *p).cloned().unwrap_or_else(|| none(*p))).collect())
}

/// Who answered messages of a period, or came after them.
pub(crate) fn responders(db: &Connection, from: Day, to: Day, days: i64, visited: bool) -> Result<BTreeSet<CustomerId>> {
    let sql = format!("SELECT k.customer_id FROM contact k WHERE {SENT} AND {}", if visited { VISITED } else { ANSWERED });
    let params = named_params! {":from": from, ":to": to, ":days": format!("+{days} days")};
    Ok(super::rows(db, &sql, params, |row| row.get(0))?.into_iter().collect())
}

/// Events that begin in a period and were not called off, by day.
pub(crate) fn events(db: &Connection, from: Day, to: Day) -> Result<Vec<crate::wire::events::EventRow>> {
    let ids: Vec<EventId> = super::rows(
        db,
        "SELECT id FROM event WHERE day BETWEEN :from AND :to AND cancelled_on IS NULL ORDER BY day, id",
        named_params! {":from": from, ":to": to},
        |row| row.get(0),
    )?;
    let mut rows = Vec::new();
    for id in ids {
        let Some(found) = event::get(db, id)? else { continue };
        rows.push(crate::wire::events::EventRow { counts: event::counts(db, id)?, sales: event::sales(db, &found, true)?, event: found });
    }
    Ok(rows)
}
