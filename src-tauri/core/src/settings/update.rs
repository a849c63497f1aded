//! Changing the settings.

use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::setting;
use crate::wire::settings::Settings;
use crate::wire::{Done, text};

/// Replaces the settings.
///
/// # Errors
/// `required` for the shop's name, `out_of_range` for the time zone.
pub fn update(shop: &mut Shop, mut settings: Settings) -> Result<Done> {
    settings.shop_name = text::required("shop_name", &settings.shop_name, text::LINE)?;
    if !(-720..=840).contains(&settings.utc_offset_minutes) {
        return Err(Failure::at(Code::OutOfRange, "utc_offset_minutes").with("min", -720).with("max", 840).into());
    }
    shop.write(Op::UpdateSettings, |tx| {
        setting::put(tx.db(), Settings::KEY, &settings)?;
        Ok(Done {})
    })
}
