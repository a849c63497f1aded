//! Who has a phone. Families share numbers, so it is a warning that can be confirmed, never a wall.

use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::search::fold_phone;
use crate::shop::Shop;
use crate::store::phone;
use crate::wire::customers::{People, WhoHasPhone};
use rusqlite::Connection;

/// Who has a phone, in any spelling.
pub fn who_has_phone(shop: &mut Shop, request: WhoHasPhone) -> Result<People> {
    let digits = fold_phone(&request.phone);
    if digits.is_empty() {
        return Ok(People { people: Vec::new() });
    }
    Ok(People { people: phone::owners(shop.db()?, &digits, request.except)? })
}

/// Refuses a phone somebody else has, unless it was confirmed.
pub(super) fn check_free(db: &Connection, phones: &[(String, String)], own: Option<CustomerId>, confirmed: bool) -> Result<()> {
    if confirmed {
        return Ok(());
    }
    for (at, (_, digits)) in phones.iter().enumerate() {
        if let Some(other) = phone::owners(db, digits, own)?.first() {
            return Err(Failure::at(Code::PhoneTaken, format!("phones.{at}")).with("customer", other.id.0).into());
        }
    }
    Ok(())
}
