//! How long archives are kept, and the notice at the counter.

use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::setting;
use crate::wire::privacy::{PrivacySettings, SavePrivacySettings};
use crate::wire::{Done, Nothing, text};
use rusqlite::Connection;

/// The most years.
const YEARS: u32 = 30;

/// The settings as they stand.
pub fn settings(shop: &mut Shop, _: Nothing) -> Result<PrivacySettings> {
    setting::get(shop.db()?, PrivacySettings::KEY)
}

/// Changes them. When the notice reads otherwise afterwards, it is a new version from today.
///
/// # Errors
/// `out_of_range` at `years`, `too_long` at `contact` and `addition`.
pub fn save_settings(shop: &mut Shop, request: SavePrivacySettings) -> Result<Done> {
    if request.years > YEARS {
        return Err(Failure::at(Code::OutOfRange, "years").with("min", 0).with("max", YEARS).into());
    }
    let contact = text::line("contact", request.contact.as_deref(), 200)?;
    let addition = text::note("addition", request.addition.as_deref())?;
    shop.write(Op::UpdateSettings, |tx| {
        let old: PrivacySettings = setting::get(tx.db(), PrivacySettings::KEY)?;
        let same = (old.years, &old.contact, &old.addition) == (request.years, &contact, &addition);
        if !same {
            let new = PrivacySettings { years: request.years, contact, addition, version: old.version + 1, since: Some(tx.day()) };
            setting::put(tx.db(), PrivacySettings::KEY, &new)?;
        }
        tx.param("part", "privacy");
        Ok(Done {})
    })
}

/// The version of the notice that holds now.
pub(crate) fn wording(db: &Connection) -> Result<u32> {
    Ok(setting::get::<PrivacySettings>(db, PrivacySettings::KEY)?.version)
}
