//! Adding, changing and taking away a festival.

use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::festival;
use crate::wire::festivals::{FestivalRef, SaveFestival};
use crate::wire::{Done, text};

/// The longest name, in characters.
const NAME: usize = 20;
/// How many festivals a shop can have.
const MOST: usize = 60;

/// Adds a festival, or changes one.
///
/// # Errors
/// `required`, `too_long` or `name_taken` at `name`, those of [`super::FestivalDay::check`], `out_of_range` for the sixty-first, `not_found`.
pub fn save(shop: &mut Shop, request: SaveFestival) -> Result<FestivalRef> {
    let name = text::required("name", &request.name, NAME)?;
    request.rule.day.check()?;
    shop.write(Op::SaveFestival, |tx| {
        let db = tx.db();
        let known = festival::list(db)?;
        if known.iter().any(|other| other.name == name && Some(other.id) != request.id) {
            return Err(Failure::at(Code::NameTaken, "name").into());
        }
        let id = match request.id {
            Some(id) if festival::update(db, id, &name, &request.rule, request.is_on)? == 0 => {
                return Err(Failure::at(Code::NotFound, "id").into());
            }
            Some(id) => id,
            None if known.len() >= MOST => {
                return Err(Failure::new(Code::OutOfRange).with("min", 0).with("max", MOST).into());
            }
            None => festival::insert(db, None, &name, &request.rule, request.is_on)?,
        };
        tx.param("festival", name.as_str());
        Ok(FestivalRef { festival: id })
    })
}

/// Takes a festival away; undo brings it back.
///
/// # Errors
/// `not_found`.
pub fn remove(shop: &mut Shop, request: FestivalRef) -> Result<Done> {
    shop.write(Op::RemoveFestival, |tx| {
        let found = festival::get(tx.db(), request.festival)?.ok_or_else(|| Failure::at(Code::NotFound, "festival"))?;
        festival::delete(tx.db(), request.festival)?;
        tx.param("festival", found.name);
        Ok(Done {})
    })
}
