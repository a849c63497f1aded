//! How often the shop may be heard, as the owner sets it.

use super::clock::ContactLimits;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::setting;
use crate::wire::{Done, Nothing};

/// The limits as they stand.
pub fn settings(shop: &mut Shop, _: Nothing) -> Result<ContactLimits> {
    setting::get(shop.db()?, ContactLimits::KEY)
}

/// Replaces the limits from now on.
///
/// # Errors
/// `out_of_range` at the field.
pub fn save_settings(shop: &mut Shop, request: ContactLimits) -> Result<Done> {
    bound("marketing_a_month", request.marketing_a_month, 0, 31)?;
    bound("unanswered", request.unanswered, 0, 20)?;
    bound("after_unanswered", request.after_unanswered, 1, 31)?;
    bound("quiet_days", request.quiet_days, 0, 90)?;
    bound("from_hour", request.from_hour, 0, 23)?;
    bound("to_hour", request.to_hour, request.from_hour + 1, 24)?;
    shop.write(Op::UpdateSettings, |tx| {
        setting::put(tx.db(), ContactLimits::KEY, &request)?;
        tx.param("part", "contacts");
        Ok(Done {})
    })
}

fn bound(field: &str, value: u32, min: u32, max: u32) -> Result<()> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(Failure::at(Code::OutOfRange, field).with("min", min).with("max", max).into()) }
}
