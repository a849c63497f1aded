//! Giving what was promised.

use crate::customers::must_be_active;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::benefit_list;
use crate::wire::vouchers::GiveBenefit;
use crate::wire::{Done, text};

/// Writes down that a benefit was given today. One whose time is over may still be given, out of kindness; the register shows both days.
///
/// # Errors
/// `not_found`, `customer_inactive`, `benefit_given` with the `day` on which it was given before.
pub fn give(shop: &mut Shop, request: GiveBenefit) -> Result<Done> {
    let note = text::line("note", request.note.as_deref(), 200)?;
    shop.write(Op::GiveBenefit, |tx| {
        let found = benefit_list::get(tx.db(), request.benefit)?.ok_or_else(|| Failure::at(Code::NotFound, "benefit"))?;
        if let Some(day) = found.grant.given_on {
            return Err(Failure::at(Code::BenefitGiven, "benefit").with("day", day).into());
        }
        must_be_active(tx, found.customer)?;
        benefit_list::give(tx.db(), request.benefit, tx.day(), note.as_deref())?;
        tx.about_customer(found.customer);
        tx.param("benefit", found.grant.what.as_str());
        Ok(Done {})
    })
}
