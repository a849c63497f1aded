//! How much there is in two archives, side by side.

use super::find::{suspect, told};
use super::signs;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::shop::Shop;
use crate::store::{customer_stats, duplicate, told_apart};
use crate::wire::customers::{ArchiveCounts, ComparePair, Comparison, CustomerRef};

/// Counts what there is in both, and says why they may be one person.
///
/// # Errors
/// `same_person`, `not_found`.
pub fn compare(shop: &mut Shop, request: ComparePair) -> Result<Comparison> {
    if request.left == request.right {
        return Err(Failure::at(Code::SamePerson, "right").into());
    }
    let (left, right) = (counts(shop, request.left)?, counts(shop, request.right)?);
    let db = shop.db()?;
    let (one, other) = (suspect(db, request.left)?, suspect(db, request.right)?);
    let said = told_apart::of(db, one.id, other.id)?;
    let pair = signs::of_two(&one, &other);
    Ok(Comparison {
        left,
        right,
        reasons: pair.as_ref().map(|pair| told(&one, &other, pair, said.as_ref())).unwrap_or_default(),
        sure: pair.map(|pair| pair.sure),
        apart_on: said.map(|said| said.day),
    })
}

fn counts(shop: &mut Shop, id: CustomerId) -> Result<ArchiveCounts> {
    let tasks = crate::care::of_customer(shop, CustomerRef { customer: id })?.rows.len();
    let db = shop.db()?;
    let points = customer_stats::get(db, id)?.map_or(0, |stats| stats.points);
    Ok(ArchiveCounts { points, tasks: i64::try_from(tasks).unwrap_or(i64::MAX), ..duplicate::counts(db, id)? })
}
