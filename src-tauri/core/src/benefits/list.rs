//! The register of benefits.

use crate::error::Result;
use crate::ids::BenefitId;
use crate::shop::Shop;
use crate::store::{benefit_list, customer};
use crate::wire::paging;
use crate::wire::vouchers::{BenefitList, BenefitRow, ListBenefits};

/// A page of benefits, and the register in numbers.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn list(shop: &mut Shop, request: ListBenefits) -> Result<BenefitList> {
    let limit = paging::limit(request.limit)?;
    let before = paging::cursor::<BenefitId>(request.cursor.as_deref())?;
    let today = shop.now().day();
    let db = shop.db()?;
    let start = before.unwrap_or(BenefitId(i64::MAX));
    let mut found = benefit_list::page(db, request.customer, request.state, start, i64::from(request.limit) + 1, today)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let cursor = found.last().filter(|_| more).map(|row| serde_json::to_string(&row.grant.id)).transpose()?;
    let mut rows = Vec::new();
    for row in found {
        if let Some(person) = customer::person(db, row.customer)? {
            rows.push(BenefitRow {
                id: row.grant.id,
                customer: person,
                state: row.grant.state(today),
                granted_on: row.grant.granted_on,
                valid_to: row.grant.valid_to,
                given_on: row.grant.given_on,
                name: row.grant.what,
                note: row.note,
                by: row.by,
            });
        }
    }
    let totals = if before.is_none() { Some(benefit_list::totals(db, request.customer, today)?) } else { None };
    Ok(BenefitList { rows, cursor, totals })
}
