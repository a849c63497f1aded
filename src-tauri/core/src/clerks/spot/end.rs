//! Ending a spot check, and taking one away.

use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::spot_check;
use crate::wire::Done;
use crate::wire::clerks::{EndSpotCheck, SpotCheckRef};

/// Ends a spot check, or opens it again.
///
/// # Errors
/// `not_found`.
pub fn end(shop: &mut Shop, request: EndSpotCheck) -> Result<Done> {
    shop.write(Op::EndSpotCheck, |tx| match spot_check::set_ended(tx.db(), request.check, request.ended.then(|| tx.day()))? {
        0 => Err(Failure::new(Code::NotFound).into()),
        _ => Ok(Done {}),
    })
}

/// Takes a spot check away with all that was said in it; undo brings it back.
///
/// # Errors
/// `not_found`.
pub fn remove(shop: &mut Shop, request: SpotCheckRef) -> Result<Done> {
    shop.write(Op::RemoveSpotCheck, |tx| match spot_check::delete(tx.db(), request.check)? {
        0 => Err(Failure::new(Code::NotFound).into()),
        _ => Ok(Done {}),
    })
}
