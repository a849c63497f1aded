//! Sensitive fields are kept only while she agrees to them, each by itself.

use super::{needs_guardian, wording};
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
/// `not_found`; `choice_invalid` at `field` for one that is not sensitive, `guardian_needed` there for a child; `too_long` at `note`.
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

/// She agreed to fields in the same act in which they are written down.
///
/// # Errors
/// Those of [`save_sensitive_consent`], at `agreed`.
pub(crate) fn agree(tx: &Tx<'_>, customer: CustomerId, fields: &[FieldId]) -> Result<()> {
    let each = |field: &FieldId| write(tx, customer, *field, true, None);
    fields.iter().try_for_each(each).map_err(|error| error.under("agreed"))
}

/// Whether an import may write a field down: she agreed, or did so on paper as the owner says of the whole file. A word of hers that
/// stands in the book is not overruled by it.
pub(crate) fn agree_on_paper(tx: &Tx<'_>, customer: CustomerId, field: FieldId, on_paper: Option<&str>) -> Result<bool> {
    match (sensitive_consent::holds(tx.db(), customer, field)?, on_paper) {
        (Some(said), _) => Ok(said),
        (None, None) => Ok(false),
        (None, Some(note)) => write(tx, customer, field, true, Some(note)).map(|()| true),
    }
}

fn write(tx: &Tx<'_>, customer: CustomerId, field: FieldId, given: bool, note: Option<&str>) -> Result<()> {
    let found = profile::field(tx.db(), field)?.ok_or_else(|| Failure::at(Code::NotFound, "field"))?;
    if !found.is_sensitive {
        return Err(Failure::at(Code::ChoiceInvalid, "field").into());
    }
    if given {
        needs_guardian(tx, customer, "field")?;
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
