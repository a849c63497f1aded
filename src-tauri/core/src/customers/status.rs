//! Putting an archive away, ending a membership, and taking either back.

use super::create::must_exist;
use crate::error::Result;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::customer;
use crate::wire::Done;
use crate::wire::customers::SetStatus;

/// Sets the status. Visits, points and all else stay as they are.
pub fn set_status(shop: &mut Shop, request: SetStatus) -> Result<Done> {
    shop.write(Op::SetStatus, |tx| {
        must_exist(tx, request.customer)?;
        customer::set_status(tx.db(), request.customer, request.status, None)?;
        tx.param("status", request.status.as_str());
        Ok(Done {})
    })
}
