//! Balances that the old system hands over.

use super::book::Book;
use super::tally::Remarks;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::import::catalogue;
use crate::import::columns::Field;
use crate::import::flag::FlagCode;
use crate::import::rows::CustomerRow;
use crate::levels::Source;
use crate::points::PointsKind;
use crate::store::{bulk, level, opening_balance, points, profile};
use crate::wire::profile::{FieldKind, Part, ProfileField};

/// Balances that the old system hands over. They are the customer's from today on.
pub(super) fn open(book: &mut Book<'_>, id: CustomerId, row: &CustomerRow, remarks: &mut Remarks<'_>) -> Result<()> {
    let (db, now) = (book.tx.db(), book.tx.now());
    if let Some(balance) = row.points.filter(|&points| points != 0) {
        let mut entry = points::entry(now, PointsKind::Opening, balance);
        entry.expires_on = if balance > 0 { book.points_rule.expiry.expires_on(now.day()) } else { None };
        points::insert(db, id, &entry)?;
    }
    if let Some(name) = &row.level {
        match book.levels.get(&name.to_lowercase()) {
            // Everybody has the base level anyway.
            Some(&(_, 0)) => (),
            Some(&(level, _)) => level::insert_decision(db, id, level, now, Source::Opening, None, None)?,
            None => remarks.note(Field::Level, FlagCode::LevelUnknown),
        }
    }
    let spend = row.spend.filter(|spend| spend.0 != 0).map(|spend| spend.to_string());
    let visits = row.visits_count.filter(|&visits| visits != 0).map(|visits| visits.to_string());
    for (key, balance) in [(opening_balance::SPEND, spend), (opening_balance::VISITS, visits)] {
        if let Some(balance) = balance {
            let field = opening_field(book, key)?;
            insert_fact(book, id, &field, &balance)?;
        }
    }
    Ok(())
}

/// A field that keeps a total of the old system. It weighs nothing, since nobody can be asked for it.
fn opening_field(book: &mut Book<'_>, key: &str) -> Result<ProfileField> {
    if let Some(field) = book.fields.get(key) {
        return Ok(field.clone());
    }
    let field = match profile::field_by_key(book.tx.db(), key)? {
        Some(field) => field,
        None => {
            let label = if key == opening_balance::SPEND { book.words.opening_spend() } else { book.words.opening_visits() };
            let mut field = catalogue::text_field(key.to_owned(), label, FieldKind::Number, Part::Hard);
            field.id = profile::insert_field(book.tx.db(), &field)?;
            field
        }
    };
    book.fields.insert(key.to_owned(), field.clone());
    Ok(field)
}

/// Balances for a customer who is there: one that the book had keeps her own; one that an earlier file brought is given those
/// which that file did not have. Gives what she was given, in words.
pub(super) fn complete(book: &mut Book<'_>, id: CustomerId, row: &CustomerRow, remarks: &mut Remarks<'_>) -> Result<Vec<(Field, String)>> {
    let db = book.tx.db();
    let (is_new, mut rest, mut opened) = (book.is_new_customer(id), row.clone(), Vec::new());
    let has_points = !is_new || !points::of(db, id)?.is_empty();
    let is_said = |key| if is_new { bulk::is_said(db, id, key) } else { Ok(true) };
    let (has_spend, has_visits) = (is_said(opening_balance::SPEND)?, is_said(opening_balance::VISITS)?);
    for (field, given, is_there) in [
        (Field::Points, row.points.filter(|n| *n != 0).map(|n| n.to_string()), has_points),
        (Field::Spend, row.spend.filter(|spend| spend.0 != 0).map(|spend| spend.to_string()), has_spend),
        (Field::VisitsCount, row.visits_count.filter(|n| *n != 0).map(|n| n.to_string()), has_visits),
    ] {
        let Some(given) = given else { continue };
        if !is_there {
            opened.push((field, given));
            continue;
        }
        remarks.note(field, FlagCode::OpeningKept);
        match field {
            Field::Points => rest.points = None,
            Field::Spend => rest.spend = None,
            _ => rest.visits_count = None,
        }
    }
    let held = if is_new { bulk::decided_level(db, id)? } else { bulk::standing_level(db, id)? };
    if let (Some(name), Some(held)) = (&row.level, held) {
        match book.levels.get(&name.to_lowercase()) {
            Some((level, _)) if *level == held => (),
            Some(_) => remarks.note(Field::Level, FlagCode::LevelKept),
            None => remarks.note(Field::Level, FlagCode::LevelUnknown),
        }
        rest.level = None;
    }
    if is_new {
        rest.level = rest.level.filter(|name| book.levels.get(&name.to_lowercase()).is_none_or(|(_, rank)| *rank > 0));
        let known = rest.level.as_ref().filter(|name| book.levels.contains_key(&name.to_lowercase()));
        opened.extend(known.map(|name| (Field::Level, name.clone())));
        open(book, id, &rest, remarks)?;
    }
    Ok(opened)
}

pub(super) fn insert_fact(book: &Book<'_>, customer: CustomerId, field: &ProfileField, value: &str) -> Result<()> {
    let (learned_on, staff) = (book.tx.day(), book.tx.actor());
    profile::insert_value(book.tx.db(), &profile::NewValue { customer, field: field.id, value, learned_on, staff, visit: None })
}
