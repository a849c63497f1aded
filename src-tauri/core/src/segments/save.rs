//! Keeping a filter under a name.

use super::check;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::segment;
use crate::wire::segments::{SaveSegment, SegmentRef, SegmentSaved};
use crate::wire::{Done, text};

/// The longest name, in characters.
const NAME: usize = 30;
/// How many segments a shop may keep.
const MOST: usize = 200;

/// Saves a segment, or changes one.
///
/// # Errors
/// `required`, `too_long` or `name_taken` at `name`; `not_found` at `id`; `out_of_range` at `filter` for too many or too deep
/// conditions, `out_of_range`, `required`, `not_found` or `choice_invalid` at the condition itself.
pub fn save(shop: &mut Shop, request: SaveSegment) -> Result<SegmentSaved> {
    let name = text::required("name", &request.name, NAME)?;
    let strategy = text::note("strategy", request.strategy.as_deref())?;
    shop.write(Op::SaveSegment, |tx| {
        let db = tx.db();
        check(db, &request.filter, "filter")?;
        let known = segment::list(db)?;
        if known.iter().any(|one| one.name == name && Some(one.id) != request.id) {
            return Err(Failure::at(Code::NameTaken, "name").into());
        }
        let segment = match request.id {
            Some(id) if segment::update(db, id, &name, &request.filter, strategy.as_deref())? > 0 => id,
            Some(_) => return Err(Failure::at(Code::NotFound, "id").into()),
            None if known.len() >= MOST => return Err(Failure::at(Code::OutOfRange, "id").with("min", 0).with("max", MOST).into()),
            None => segment::insert(db, None, &name, &request.filter, strategy.as_deref())?,
        };
        tx.param("segment", name.as_str());
        Ok(SegmentSaved { segment })
    })
}

/// Takes a segment away; its customers stay as they are.
///
/// # Errors
/// `not_found`.
pub fn remove(shop: &mut Shop, request: SegmentRef) -> Result<Done> {
    shop.write(Op::RemoveSegment, |tx| {
        let name = segment::get(tx.db(), request.segment)?.ok_or_else(|| Failure::new(Code::NotFound))?.name;
        segment::delete(tx.db(), request.segment)?;
        tx.param("segment", name);
        Ok(Done {})
    })
}
