//! Setting the hours of the week.

use super::{HOURS, ShopHours};
use crate::error::Result;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::setting;
use crate::wire::Done;

/// Replaces the hours of the week.
///
/// # Errors
/// Those of [`ShopHours::check`].
pub fn save(shop: &mut Shop, hours: ShopHours) -> Result<Done> {
    hours.check()?;
    shop.write(Op::SaveShopHours, |tx| {
        setting::put(tx.db(), HOURS, &hours)?;
        Ok(Done {})
    })
}
