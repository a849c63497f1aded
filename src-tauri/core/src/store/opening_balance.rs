//! What the shop's old book said of customers: facts of two fields of the catalogue.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, FieldId};
use crate::levels::OpeningBalance;
use crate::money::Fen;
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;

/// The key of the field that keeps what a customer had spent in the old system.
pub(crate) const SPEND: &str = "opening_spend";
/// The key of the field that keeps how often she had bought there.
pub(crate) const VISITS: &str = "opening_visits";

/// The balances of customers in a range of ids, as they stood at the end of a day.
///
/// A balance that was corrected later is still that of the day on which it was brought in.
pub(crate) fn between(db: &Connection, first: CustomerId, last: CustomerId, day: Day) -> Result<BTreeMap<CustomerId, OpeningBalance>> {
    let mut found: BTreeMap<CustomerId, OpeningBalance> = BTreeMap::new();
    // Most books have no such fields, and then there is nothing to look through.
    let (mut spend, mut visits): (Option<FieldId>, Option<FieldId>) = (None, None);
    super::rows(db, "SELECT id, key = 'opening_spend' FROM profile_field WHERE key IN ('opening_spend', 'opening_visits')", [], |row| {
        *(if row.get(1)? { &mut spend } else { &mut visits }) = Some(row.get(0)?);
        Ok(())
    })?;
    if spend.is_none() && visits.is_none() {
        return Ok(found);
    }
    super::rows(
        db,
        "SELECT v.customer_id, v.value, v.learned_on, coalesce(v.ended_on > :day, 1), v.field_id IS :spend
         FROM profile_value v
         WHERE v.customer_id BETWEEN :first AND :last AND v.learned_on <= :day AND (+v.field_id = :spend OR +v.field_id = :visits)
         ORDER BY v.customer_id, v.id",
        named_params! {":first": first, ":last": last, ":day": day, ":spend": spend, ":visits": visits},
        |row| {
            let (value, on): (String, Day) = (row.get(1)?, row.get(2)?);
            let balance = found.entry(row.get(0)?).or_insert(OpeningBalance { on, spend: Fen::ZERO, visits: 0 });
            balance.on = balance.on.min(on);
            if row.get(3)? {
                // A value that somebody wrote over by hand and that is no such number counts nothing.
                if row.get(4)? {
                    balance.spend = Fen::parse(&value).unwrap_or_default();
                } else {
                    balance.visits = value.parse().unwrap_or_default();
                }
            }
            Ok(())
        },
    )?;
    Ok(found)
}
