//! Promising a gift or a service.

use crate::customers::active_receivers;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::benefit_list;
use crate::wire::text;
use crate::wire::vouchers::{BenefitsGranted, GrantBenefit};

/// Writes the same promise down for every customer named, each once.
///
/// # Errors
/// `out_of_range` at `customers`, `required` at `name`, `out_of_range` at `valid_to` for a day that is over; `not_found` at `customers.N`.
pub fn grant(shop: &mut Shop, request: GrantBenefit) -> Result<BenefitsGranted> {
    let name = text::required("name", &request.name, 40)?;
    let note = text::line("note", request.note.as_deref(), 200)?;
    let today = shop.now().day();
    let latest = today.checked_add_days(chrono::Days::new(3_650)).unwrap_or(today);
    if request.valid_to.is_some_and(|last| !(today..=latest).contains(&last)) {
        return Err(Failure::at(Code::OutOfRange, "valid_to").with("min", today).with("max", latest).into());
    }
    shop.write(Op::GrantBenefit, |tx| {
        let customers = active_receivers(tx.db(), &request.customers)?;
        for &customer in &customers {
            benefit_list::grant(tx.db(), customer, &name, tx.day(), request.valid_to, note.as_deref())?;
        }
        if let [one] = customers[..] {
            tx.about_customer(one);
        }
        tx.param("count", customers.len());
        tx.param("benefit", name.as_str());
        Ok(BenefitsGranted { granted: i64::try_from(customers.len()).unwrap_or(i64::MAX) })
    })
}
