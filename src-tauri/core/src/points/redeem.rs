//! Spending points on a gift. Spending them on a bill is part of the visit.

use super::{BY_HAND, PointsKind, ledger};
use crate::customers::must_be_active;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::points;
use crate::wire::points::{PointsMoved, RedeemPoints};
use crate::wire::text;

/// Takes the points of a gift, from the lots that run out soonest.
///
/// # Errors
/// `out_of_range` at `points`, `required` at `gift`, `not_found`, `customer_inactive`, `points_short` with `have` and `need`.
pub fn redeem(shop: &mut Shop, request: RedeemPoints) -> Result<PointsMoved> {
    if !(1..=BY_HAND).contains(&request.points) {
        return Err(Failure::at(Code::OutOfRange, "points").with("min", 1).with("max", BY_HAND).into());
    }
    let gift = text::required("gift", &request.gift, text::LINE)?;
    shop.write(Op::RedeemPoints, |tx| {
        must_be_active(tx, request.customer)?;
        let have = ledger(&points::of(tx.db(), request.customer)?, tx.day()).spendable();
        if have < request.points {
            return Err(Failure::at(Code::PointsShort, "points").with("have", have).with("need", request.points).into());
        }
        let mut entry = points::entry(tx.now(), PointsKind::Gift, -request.points);
        entry.reason = Some(gift);
        let id = points::insert(tx.db(), request.customer, &entry)?;
        tx.param("points", request.points);
        super::moved(tx, request.customer, id)
    })
}
