//! The recovery sheet, to be printed.

use super::key::BookKey;
use super::sheet;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::setting;
use crate::wire::encryption::{GetSheet, RecoverySheet};
use crate::wire::settings::Settings;
use fast_qr::qr::QRBuilder;
use zeroize::Zeroizing;

/// The sheet of the present key, for somebody who knows the passphrase.
///
/// # Errors
/// `not_encrypted`; `passphrase_wrong` at `passphrase`.
pub fn show_sheet(shop: &mut Shop, request: GetSheet) -> Result<RecoverySheet> {
    super::prove_passphrase(shop, "passphrase", &request.passphrase)?;
    let key = shop.key().ok_or_else(|| Failure::new(Code::NotEncrypted))?;
    of(shop, key)
}

pub(super) fn of(shop: &Shop, key: &BookKey) -> Result<RecoverySheet> {
    let settings: Settings = setting::get(shop.db()?, Settings::KEY)?;
    let groups = sheet::groups(key.bytes());
    let text = Zeroizing::new(groups.iter().map(|group| group.as_str()).collect::<Vec<_>>().join("-"));
    Ok(RecoverySheet {
        sheet_no: key.sheet_no(),
        groups: groups.iter().map(|group| group.to_string()).collect(),
        qr: picture(&text)?,
        shop_name: settings.shop_name,
        day: shop.now().day(),
    })
}

fn picture(text: &str) -> Result<Vec<String>> {
    let code = QRBuilder::new(text).build().map_err(|_| Failure::new(Code::Internal))?;
    let row = |y: usize| code[y].iter().map(|module| if module.value() { '1' } else { '0' }).collect();
    Ok((0..code.size).map(row).collect())
}
