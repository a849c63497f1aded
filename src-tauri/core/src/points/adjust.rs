//! Putting a balance right by hand.

use super::{BY_HAND, PointsKind, PointsRule};
use crate::customers::must_exist;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{points, setting};
use crate::wire::points::{AdjustPoints, PointsMoved};
use crate::wire::text;

/// Gives or takes points, with a reason. A balance may go below zero; it is then owed and shows.
///
/// # Errors
/// `out_of_range` at `points`, `reason_required`, `not_found`.
pub fn adjust(shop: &mut Shop, request: AdjustPoints) -> Result<PointsMoved> {
    if request.points == 0 || !(-BY_HAND..=BY_HAND).contains(&request.points) {
        let least = if request.points < 0 { -BY_HAND } else { 1 };
        let most = if request.points < 0 { -1 } else { BY_HAND };
        return Err(Failure::at(Code::OutOfRange, "points").with("min", least).with("max", most).into());
    }
    let reason = text::line("reason", Some(&request.reason), 200)?.ok_or_else(|| Failure::at(Code::ReasonRequired, "reason"))?;
    shop.write(Op::AdjustPoints, |tx| {
        must_exist(tx, request.customer)?;
        let rule: PointsRule = setting::need(tx.db(), crate::opening::POINTS_RULE)?;
        let mut entry = points::entry(tx.now(), PointsKind::Adjust, request.points);
        entry.reason = Some(reason);
        if request.expires && request.points > 0 {
            entry.expires_on = rule.expiry.expires_on(tx.day());
        }
        let id = points::insert(tx.db(), request.customer, &entry)?;
        tx.param("points", request.points);
        super::moved(tx, request.customer, id)
    })
}
