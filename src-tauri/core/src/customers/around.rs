//! What stands around an archive: dates, relations, pop-up notes, wishes, and the history of a fact.

use super::create::must_exist;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{around, profile};
use crate::wire::customers::{DateRef, NoteRef, RelationRef, SaveDate, SaveNote, SaveRelation, SaveWish, WishStatus};
use crate::wire::profile::{FieldHistory, GetFieldHistory};
use crate::wire::{Done, text};

fn missing() -> crate::error::Error {
    Failure::new(Code::NotFound).into()
}

/// Adds or changes an important date.
///
/// # Errors
/// `not_found`; `guardian_needed` at `date` of a child.
pub fn save_date(shop: &mut Shop, request: SaveDate) -> Result<Done> {
    let label = text::required("label", &request.label, 20)?;
    shop.write(Op::SaveDate, |tx| {
        must_exist(tx, request.customer)?;
        if let Some(id) = request.id
            && around::date_owner(tx.db(), id)? != Some(request.customer)
        {
            return Err(missing());
        }
        crate::privacy::needs_guardian(tx, request.customer, "date")?;
        around::save_date(tx.db(), request.id, request.customer, &label, &request.date)?;
        Ok(Done {})
    })
}

/// Takes an important date away.
pub fn remove_date(shop: &mut Shop, request: DateRef) -> Result<Done> {
    shop.write(Op::RemoveDate, |tx| {
        must_exist(tx, around::date_owner(tx.db(), request.id)?.ok_or_else(missing)?)?;
        around::delete_date(tx.db(), request.id)?;
        Ok(Done {})
    })
}

/// Adds a relation, which the other side sees the other way round.
///
/// # Errors
/// `same_person`, `not_found`, and `name_taken` when the two are related in this way already.
pub fn save_relation(shop: &mut Shop, request: SaveRelation) -> Result<Done> {
    let note = text::line("note", request.note.as_deref(), text::LINE)?;
    if request.customer == request.other {
        return Err(Failure::at(Code::SamePerson, "other").into());
    }
    shop.write(Op::SaveRelation, |tx| {
        must_exist(tx, request.other)?;
        must_exist(tx, request.customer)?;
        let known = around::relations(tx.db(), request.customer)?;
        if known.iter().any(|r| r.person.id == request.other && r.kind == request.kind) {
            return Err(Failure::at(Code::NameTaken, "kind").into());
        }
        around::insert_relation(tx.db(), request.customer, request.other, request.kind, note.as_deref())?;
        Ok(Done {})
    })
}

/// Takes a relation away, for both.
pub fn remove_relation(shop: &mut Shop, request: RelationRef) -> Result<Done> {
    shop.write(Op::RemoveRelation, |tx| {
        let (from, _) = around::relation_ends(tx.db(), request.id)?.ok_or_else(missing)?;
        tx.about_customer(from);
        around::delete_relation(tx.db(), request.id)?;
        Ok(Done {})
    })
}

/// Adds or changes a pop-up note.
pub fn save_note(shop: &mut Shop, request: SaveNote) -> Result<Done> {
    let line = text::required("text", &request.text, 200)?;
    shop.write(Op::SaveNote, |tx| {
        must_exist(tx, request.customer)?;
        if let Some(id) = request.id
            && around::note_owner(tx.db(), id)? != Some(request.customer)
        {
            return Err(missing());
        }
        around::save_note(tx.db(), request.id, request.customer, &line, request.until)?;
        Ok(Done {})
    })
}

/// Takes a pop-up note away.
pub fn remove_note(shop: &mut Shop, request: NoteRef) -> Result<Done> {
    shop.write(Op::RemoveNote, |tx| {
        must_exist(tx, around::note_owner(tx.db(), request.id)?.ok_or_else(missing)?)?;
        around::delete_note(tx.db(), request.id)?;
        Ok(Done {})
    })
}

/// Adds or changes a wish.
///
/// # Errors
/// `required` without style number and name.
pub fn save_wish(shop: &mut Shop, request: SaveWish) -> Result<Done> {
    let line = |field: &str, value: &Option<String>, max| text::line(field, value.as_deref(), max);
    let wish = SaveWish {
        style_no: line("style_no", &request.style_no, 40)?,
        name: line("name", &request.name, text::LINE)?,
        color: line("color", &request.color, 40)?,
        size: line("size", &request.size, 40)?,
        reason: line("reason", &request.reason, 200)?,
        ..request
    };
    if wish.style_no.is_none() && wish.name.is_none() {
        return Err(Failure::at(Code::Required, "name").into());
    }
    shop.write(Op::SaveWish, |tx| {
        must_exist(tx, wish.customer)?;
        if let Some(id) = wish.id
            && around::wish_owner(tx.db(), id)? != Some(wish.customer)
        {
            return Err(missing());
        }
        let was = wish.id.map(|id| around::wish_status(tx.db(), id)).transpose()?.flatten();
        let mut wish = wish;
        if was == Some((WishStatus::Open, wish.status)) {
            // Bought by what was sold: that is a conclusion and not written down.
            wish.status = WishStatus::Open;
        } else if let (Some(id), Some((WishStatus::Open, WishStatus::Bought)), WishStatus::Open) = (wish.id, was, wish.status) {
            // Wished for once more: noted anew, so that what was sold until now does not fulfil it.
            around::delete_wish(tx.db(), id)?;
            wish.id = None;
        }
        around::save_wish(tx.db(), &wish, wish.visit, tx.day())?;
        Ok(Done {})
    })
}

/// All a field ever held for a customer, latest first.
pub fn field_history(shop: &mut Shop, request: GetFieldHistory) -> Result<FieldHistory> {
    Ok(FieldHistory { values: profile::history(shop.db()?, request.customer, request.field)? })
}
