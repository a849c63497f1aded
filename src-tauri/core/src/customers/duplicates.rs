//! Archives that may be the same person.

use crate::error::Result;
use crate::shop::Shop;
use crate::store::customer;
use crate::wire::Nothing;
use crate::wire::customers::{DuplicatePair, Duplicates};

/// How many pairs are looked at in one go.
const PAIRS: i64 = 500;

/// Pairs with the same phone, or the same name and birthday, ignoring case, spaces and full-width digits.
pub fn duplicates(shop: &mut Shop, _: Nothing) -> Result<Duplicates> {
    let db = shop.db()?;
    let mut pairs = Vec::new();
    for (left, right, because) in customer::duplicate_pairs(db, PAIRS)? {
        if let (Some(left), Some(right)) = (customer::person(db, left)?, customer::person(db, right)?) {
            pairs.push(DuplicatePair { left, right, because: because.to_owned() });
        }
    }
    Ok(Duplicates { pairs })
}
