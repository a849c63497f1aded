//! How the lock behaves.

use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::setting;
use crate::wire::Done;
use crate::wire::lock::LockSettings;

/// Sets after how many minutes it locks by itself.
///
/// # Errors
/// `out_of_range` at `after_minutes`.
pub fn save_settings(shop: &mut Shop, settings: LockSettings) -> Result<Done> {
    if !(1..=60).contains(&settings.after_minutes) {
        return Err(Failure::at(Code::OutOfRange, "after_minutes").with("min", 1).with("max", 60).into());
    }
    shop.write(Op::SaveLockSettings, |tx| {
        setting::put(tx.db(), LockSettings::KEY, &settings)?;
        Ok(Done {})
    })
}
