//! Making the fields that columns get of their own.

use super::book::Book;
use crate::error::Result;
use crate::import::catalogue::{Place, places, text_field};
use crate::import::columns::Columns;
use crate::profile::own_key;
use crate::store::profile;
use crate::wire::profile::{FieldKind, Part, ProfileField};

/// Makes the fields that the columns ask for. Gives the key for each such column.
///
/// A new field holds text and weighs nothing: how complete the archives are is not for an import to change.
pub(super) fn make(book: &mut Book<'_>, columns: &Columns) -> Result<Vec<(usize, String)>> {
    let db = book.tx.db();
    let mut fields = profile::fields(db)?;
    let mut made = Vec::new();
    for Place { position, label, there } in places(&fields, columns) {
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
                field
            }
        };
        made.push((position, field.key.clone()));
        book.fields.insert(field.key.clone(), field);
    }
    Ok(made)
}
