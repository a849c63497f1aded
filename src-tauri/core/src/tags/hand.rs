//! Listing, naming, putting on and taking off.

use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{customer, tag};
use crate::wire::tags::{AddTags, RemoveTag, SaveTag, Tag, TagRef, Tags};
use crate::wire::{Done, Nothing, text};

/// The longest name of a tag, in characters.
const NAME: usize = 20;
/// How many customers one call may touch.
const BULK: usize = 10_000;

/// All tags, the most carried first.
pub fn list(shop: &mut Shop, _: Nothing) -> Result<Tags> {
    Ok(Tags { tags: tag::list(shop.db()?)? })
}

/// Adds or renames a tag.
///
/// # Errors
/// `name_taken`, `not_found`.
pub fn save(shop: &mut Shop, request: SaveTag) -> Result<Tag> {
    let name = text::required("name", &request.name, NAME)?;
    shop.write(Op::SaveTag, |tx| {
        if tag::by_name(tx.db(), &name)?.is_some_and(|other| Some(other) != request.id) {
            return Err(Failure::at(Code::NameTaken, "name").into());
        }
        let id = match request.id {
            Some(id) => {
                if tag::rename(tx.db(), id, &name)? == 0 {
                    return Err(Failure::new(Code::NotFound).into());
                }
                id
            }
            None => tag::insert(tx.db(), &name)?,
        };
        tag::list(tx.db())?.into_iter().find(|t| t.id == id).ok_or_else(|| Failure::new(Code::NotFound).into())
    })
}

/// Takes a tag off everybody and away; undo brings it back with everybody who carried it.
pub fn delete(shop: &mut Shop, request: TagRef) -> Result<Done> {
    shop.write(Op::DeleteTag, |tx| match tag::delete(tx.db(), request.tag)? {
        0 => Err(Failure::new(Code::NotFound).into()),
        _ => Ok(Done {}),
    })
}

/// Puts tags on customers; those they carry stay.
///
/// # Errors
/// `out_of_range` for more than 10,000 customers, `not_found`.
pub fn add(shop: &mut Shop, request: AddTags) -> Result<Done> {
    check_bulk(&request.customers)?;
    shop.write(Op::AddTags, |tx| {
        let mut added = 0;
        for &id in &request.customers {
            customer::name_of(tx.db(), id)?.ok_or_else(|| Failure::at(Code::NotFound, "customers"))?;
            added += put_on(tx, id, &request.tags)?;
        }
        if let [one] = request.customers[..] {
            tx.about_customer(one);
        }
        tx.param("added", added);
        Ok(Done {})
    })
}

/// Takes one tag off customers.
pub fn remove(shop: &mut Shop, request: RemoveTag) -> Result<Done> {
    check_bulk(&request.customers)?;
    shop.write(Op::RemoveTag, |tx| {
        let mut removed = 0;
        for &id in &request.customers {
            removed += tag::remove(tx.db(), id, request.tag)?;
        }
        if let [one] = request.customers[..] {
            tx.about_customer(one);
        }
        tx.param("removed", removed);
        Ok(Done {})
    })
}

fn check_bulk(customers: &[CustomerId]) -> Result<()> {
    if customers.len() > BULK {
        return Err(Failure::at(Code::OutOfRange, "customers").with("min", 1).with("max", BULK).into());
    }
    Ok(())
}

/// Puts tags on one customer by name, making those that are new; says how many she did not carry.
pub(crate) fn put_on(tx: &Tx<'_>, customer: CustomerId, names: &[String]) -> Result<usize> {
    let mut added = 0;
    for (at, name) in names.iter().enumerate() {
        let name = text::required(&format!("tags.{at}"), name, NAME)?;
        let id = match tag::by_name(tx.db(), &name)? {
            Some(id) => id,
            None => tag::insert(tx.db(), &name)?,
        };
        added += tag::add(tx.db(), customer, id, tx.day())?;
    }
    Ok(added)
}
