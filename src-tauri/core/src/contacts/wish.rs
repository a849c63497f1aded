//! What a customer wants to hear from the shop.

use crate::customers::must_exist;
use crate::error::Result;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::contact_wish;
use crate::wire::contacts::{ContactWish, SetContactWish};
use crate::wire::{Done, text};

/// Writes down what she wants to hear from now on, or that she no longer minds.
///
/// # Errors
/// `not_found`, `too_long` at `note`.
pub fn set_wish(shop: &mut Shop, request: SetContactWish) -> Result<Done> {
    let note = text::line("note", request.note.as_deref(), 200)?;
    shop.write(Op::SetContactWish, |tx| {
        must_exist(tx, request.customer)?;
        match request.wish {
            ContactWish::Any => contact_wish::delete(tx.db(), request.customer)?,
            wish => contact_wish::put(tx.db(), request.customer, wish, tx.day(), note.as_deref())?,
        }
        tx.param("wish", request.wish.as_str());
        Ok(Done {})
    })
}
