//! What a forecast rests on: everybody's purchase days and what was paid, from one walk along an index.

use super::contact_facts::day;
use crate::clock::Day;
use crate::error::Result;
use crate::forecast::Purchases;
use crate::ids::CustomerId;
use crate::money::Fen;
use crate::wire::visits::VisitKind;
use rusqlite::{Connection, named_params};

/// Purchase days and net payments of everybody up to and including a day. Voided visits and walk-ins count nowhere.
pub(crate) fn purchases(db: &Connection, until: Day) -> Result<Purchases> {
    let mut all = Purchases::default();
    let (mut who, mut days, mut net) = (None, Vec::new(), Fen::ZERO);
    super::rows(
        db,
        "SELECT customer_id, day, kind, total FROM visit WHERE customer_id > 0 AND voided_at IS NULL AND day <= :until ORDER BY customer_id, day",
        named_params! {":until": until},
        |row| {
            let customer: CustomerId = row.get(0)?;
            if who != Some(customer) {
                if let Some(before) = who.replace(customer) {
                    all.push(before, days.drain(..), std::mem::take(&mut net));
                }
                days.clear();
            }
            net += row.get::<_, Fen>(3)?;
            if row.get::<_, VisitKind>(2)? == VisitKind::Purchase {
                days.extend(day(row, 1)?);
            }
            Ok(())
        },
    )?;
    if let Some(last) = who {
        all.push(last, days.drain(..), net);
    }
    Ok(all)
}

/// The same of one customer.
pub(crate) fn purchases_of(db: &Connection, customer: CustomerId, until: Day) -> Result<Purchases> {
    let (mut days, mut net) = (Vec::new(), Fen::ZERO);
    super::rows(
        db,
        "SELECT day, kind, total FROM visit WHERE customer_id = :customer AND voided_at IS NULL AND day <= :until ORDER BY day",
        named_params! {":customer": customer, ":until": until},
        |row| {
            net += row.get::<_, Fen>(2)?;
            if row.get::<_, VisitKind>(1)? == VisitKind::Purchase {
                days.extend(day(row, 0)?);
            }
            Ok(())
        },
    )?;
    let mut all = Purchases::default();
    all.push(customer, days.into_iter(), net);
    Ok(all)
}

/// Customers who are active, by id.
pub(crate) fn active(db: &Connection) -> Result<Vec<CustomerId>> {
    super::rows(db, "SELECT id FROM customer WHERE status = 'active' ORDER BY id", [], |row| row.get(0))
}

/// Everybody's member number, by id.
pub(crate) fn member_numbers(db: &Connection) -> Result<Vec<(CustomerId, String)>> {
    super::rows(db, "SELECT id, member_no FROM customer ORDER BY id", [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// How many archives there are.
pub(crate) fn archives(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT count(*) FROM customer", [], |row| row.get(0))?.unwrap_or(0))
}
