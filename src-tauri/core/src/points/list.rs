//! The register of all entries.

use super::PointsRule;
use crate::error::Result;
use crate::ids::PointsId;
use crate::shop::Shop;
use crate::store::{customer, points_list, setting};
use crate::wire::paging;
use crate::wire::points::{ListPoints, PointsRegister, PointsRow, PointsTotals};

/// A page of entries, latest first, and what the shop owes in points.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn list(shop: &mut Shop, request: ListPoints) -> Result<PointsRegister> {
    let limit = paging::limit(request.limit)?;
    let before = paging::cursor::<PointsId>(request.cursor.as_deref())?;
    let db = shop.db()?;
    let mut found = points_list::page(db, request.by_hand, before.unwrap_or(PointsId(i64::MAX)), i64::from(request.limit) + 1)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let cursor = found.last().filter(|_| more).map(|row| serde_json::to_string(&row.id)).transpose()?;
    let mut rows = Vec::new();
    for row in found {
        if let Some(person) = customer::person(db, row.customer)? {
            rows.push(PointsRow {
                entry: row.id,
                customer: person,
                day: row.day,
                kind: row.kind,
                points: row.points,
                visit: row.visit,
                reason: row.reason,
                by: row.by,
            });
        }
    }
    let totals = if before.is_none() {
        let rule: PointsRule = setting::need(db, crate::opening::POINTS_RULE)?;
        let sums = points_list::sums(db)?;
        Some(PointsTotals {
            holders: sums.holders,
            outstanding: sums.outstanding,
            worth: rule.worth(sums.outstanding),
            owing: sums.owing,
            owed: sums.owed,
        })
    } else {
        None
    };
    Ok(PointsRegister { rows, cursor, totals })
}
