//! What a clerk has to know about a customer's data.

use super::wording;
use crate::contacts::facts::Age;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{consent, contact_facts, customer, sensitive_consent};
use crate::wire::customers::CustomerRef;
use crate::wire::privacy::CustomerPrivacy;

/// Whether she is a child, who agreed for her, and her sensitive fields.
///
/// # Errors
/// `not_found`.
pub fn of_customer(shop: &mut Shop, request: CustomerRef) -> Result<CustomerPrivacy> {
    let today = shop.now().day();
    let db = shop.db()?;
    customer::name_of(db, request.customer)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let age = contact_facts::of(db, request.customer, today)?.map_or(Age::Adult, |facts| facts.age);
    let rows = consent::of(db, request.customer)?;
    let guardian = super::child::guardian(&rows);
    Ok(CustomerPrivacy {
        under: match age {
            Age::Adult => None,
            Age::Under18 => Some(18),
            Age::Under14 => Some(14),
        },
        guardian_missing: age == Age::Under14 && guardian.is_none(),
        guardian,
        sensitive: sensitive_consent::states(db, request.customer)?,
        version: wording(db)?,
        agreed_version: rows.iter().filter(|row| row.given).find_map(|row| row.wording),
    })
}
