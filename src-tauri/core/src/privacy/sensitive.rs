//! Sensitive fields are kept only while she agrees to them, each by itself.

use super::wording;
use crate::customers::must_exist;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, FieldId};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{profile, sensitive_consent};
use crate::wire::privacy::SaveSensitiveConsent;
use crate::wire::{Done, text};

/// Writes down that she agrees to a sensitive field, or no longer does; with a withdrawal what stands there can go in the same act.
///
/// # Errors
/// `not_found`; `choice_invalid` at `field` for one that is not sensitive; `too_long` at `note`.
pub fn save_sensitive_consent(shop: &mut Shop, request: SaveSensitiveConsent) -> Result<Done> {
    let note = text::line("note", request.note.as_deref(), 200)?;
    shop.write(Op::SaveSensitiveConsent, |tx| {
        must_exist(tx, request.customer)?;
        write(tx, request.customer, request.field, request.given, note.as_deref())?;
        if !request.given && request.remove {
            sensitive_consent::delete_values(tx.db(), request.customer, request.field)?;
        }
        tx.param("given", i64::from(request.given));
        Ok(Done {})
    })
}

/// She agreed to a field in the same act in which it is written down.
///
/// # Errors
/// Those of [`save_sensitive_consent`].
pub(crate) fn agree(tx: &Tx<'_>, customer: CustomerId, field: FieldId) -> Result<()> {
    write(tx, customer, field, true, None)
}

fn write(tx: &Tx<'_>, customer: CustomerId, field: FieldId, given: bool, note: Option<&str>) -> Result<()> {
    let found = profile::field(tx.db(), field)?.ok_or_else(|| Failure::at(Code::NotFound, "field"))?;
    if !found.is_sensitive {
        return Err(Failure::at(Code::ChoiceInvalid, "field").into());
    }
    if sensitive_consent::holds(tx.db(), customer, field)? == Some(given) {
        return Ok(());
    }
    let new = sensitive_consent::NewRow {
        customer,
        field,
        given,
        at: tx.now().millis(),
        day: tx.day(),
        staff: tx.actor(),
        wording: wording(tx.db())?,
        note,
    };
    sensitive_consent::insert(tx.db(), &new)
}
