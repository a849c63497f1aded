//! The catalogue of fields, the owner's to edit.

use crate::error::{Code, Failure, Result};
use crate::ids::FieldId;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::profile;
use crate::wire::profile::{Asking, Fields, ProfileField, SaveField};
use crate::wire::{Nothing, text};
use rusqlite::Connection;

/// The catalogue in its order.
pub fn list_fields(shop: &mut Shop, _: Nothing) -> Result<Fields> {
    Ok(Fields { fields: profile::fields(shop.db()?)? })
}

/// Adds a field or changes one.
///
/// # Errors
/// `name_taken`, `not_found`, `out_of_range` for the weight, `in_use` when the kind of a filled field would change.
pub fn save_field(shop: &mut Shop, request: SaveField) -> Result<ProfileField> {
    let label = text::required("label", &request.label, 20)?;
    let question = text::line("question", request.question.as_deref(), 120)?;
    if !(0..=100).contains(&request.weight) {
        return Err(Failure::at(Code::OutOfRange, "weight").with("min", 0).with("max", 100).into());
    }
    let mut options: Vec<String> = Vec::new();
    for (at, option) in request.options.iter().enumerate() {
        let option = text::required(&format!("options.{at}"), option, 40)?;
        if !options.contains(&option) {
            options.push(option);
        }
    }
    if options.len() > 100 {
        return Err(Failure::at(Code::OutOfRange, "options").with("min", 0).with("max", 100).into());
    }
    shop.write(Op::SaveField, |tx| {
        let db = tx.db();
        let all = profile::fields(db)?;
        if all.iter().any(|other| other.label == label && Some(other.id) != request.id) {
            return Err(Failure::at(Code::NameTaken, "label").into());
        }
        let old = request.id.map(|id| all.iter().find(|f| f.id == id).ok_or_else(|| Failure::new(Code::NotFound))).transpose()?;
        let field = ProfileField {
            id: request.id.unwrap_or(FieldId(0)),
            key: match old {
                Some(old) => old.key.clone(),
                None => own_key(&all),
            },
            label,
            part: request.part,
            kind: request.kind,
            options,
            weight: request.weight,
            is_on: request.is_on,
            is_sensitive: request.is_sensitive,
            is_builtin: old.is_some_and(|old| old.is_builtin),
            question,
            asking: old.map_or_else(Asking::default, |old| old.asking.clone()),
        };
        if let Some(old) = old
            && old.kind != field.kind
            && (old.is_builtin || profile::count_values(db, old.id)? > 0)
        {
            return Err(Failure::at(Code::InUse, "kind").with("n", profile::count_values(db, old.id)?).into());
        }
        let id = match request.id {
            Some(id) => {
                profile::update_field(db, &field)?;
                id
            }
            None => profile::insert_field(db, &field)?,
        };
        if let Some(position) = request.position {
            place(db, id, position)?;
        }
        profile::field(db, id)?.ok_or_else(|| Failure::new(Code::NotFound).into())
    })
}

/// A key nobody has: the shop's own fields are `own_1`, `own_2` ...
pub(crate) fn own_key(all: &[ProfileField]) -> String {
    let taken = |n: &usize| all.iter().any(|field| field.key == format!("own_{n}"));
    let free = (1..).find(|n| !taken(n)).unwrap_or(1);
    format!("own_{free}")
}

fn place(db: &Connection, id: FieldId, position: i64) -> Result<()> {
    let mut order: Vec<FieldId> = profile::fields(db)?.into_iter().map(|field| field.id).filter(|other| *other != id).collect();
    let at = usize::try_from(position).unwrap_or(0).min(order.len());
    order.insert(at, id);
    for (position, id) in (0..).zip(order) {
        profile::set_position(db, id, position)?;
    }
    Ok(())
}
