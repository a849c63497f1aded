//! Making the fields that columns get of their own.

use super::book::Book;
use crate::error::Result;
use crate::ids::FieldId;
use crate::import::catalogue::{Place, places, text_field};
use crate::import::columns::{Columns, Making};
use crate::profile::own_key;
use crate::store::profile;
use crate::wire::profile::{FieldKind, Part, ProfileField};

/// The most values that a column may have to become choices: more nobody would choose from.
const CHOICES: usize = 30;
/// The longest choice, as where it is typed by hand.
const CHOICE: usize = 40;

/// Makes the fields that the columns ask for. Gives the field of each such column.
///
/// A new field holds text until its column is read and weighs nothing: how complete the archives are is not for an import to change.
pub(super) fn make(book: &mut Book<'_>, columns: &Columns) -> Result<Vec<(usize, ProfileField)>> {
    let db = book.tx.db();
    let mut fields = profile::fields(db)?;
    let mut made = Vec::new();
    for Place { position, label, making, there } in places(&fields, columns) {
        let field = match there.and_then(|id| fields.iter().find(|field| field.id == id)) {
            Some(field) if field.is_on => field.clone(),
            Some(field) => {
                let field = ProfileField { is_on: true, ..field.clone() };
                profile::update_field(db, &field)?;
                field
            }
            None => {
                let mut field = text_field(own_key(&fields), label, FieldKind::Text, Part::Soft);
                field.id = profile::insert_field(db, &field)?;
                book.fields_added.push(field.label.clone());
                fields.push(field.clone());
                if making == Making::Choice {
                    book.choices.get_mut().insert(field.id, Vec::new());
                }
                field
            }
        };
        book.fields.insert(field.key.clone(), field.clone());
        made.push((position, field));
    }
    Ok(made)
}

/// Notes what stands in a column whose field is made to choose from.
pub(super) fn found(book: &Book<'_>, field: FieldId, value: &str) {
    if let Some(values) = book.choices.borrow_mut().get_mut(&field)
        // One too many is kept, which says that there are too many.
        && values.len() <= CHOICES
        && values.iter().all(|known| known != value)
    {
        values.push(value.to_owned());
    }
}

/// Offers what stood in a column to choose from, if it is little enough. Gives how many choices there are; nothing for a field that
/// holds text or that the shop had.
pub(super) fn offer(book: &mut Book<'_>, field: ProfileField) -> Result<Option<u64>> {
    let Some(values) = book.choices.get_mut().get(&field.id) else { return Ok(None) };
    let is_few = !values.is_empty() && values.len() <= CHOICES && values.iter().all(|value| value.chars().count() <= CHOICE);
    let (kind, options) = if is_few { (FieldKind::Choice, values.clone()) } else { (FieldKind::Text, Vec::new()) };
    let count = options.len() as u64;
    let field = ProfileField { kind, options, ..field };
    // It came in by this import, which takes it away whole.
    book.tx.unrecorded(|| profile::update_field(book.tx.db(), &field))?;
    book.fields.insert(field.key.clone(), field);
    Ok(is_few.then_some(count))
}
