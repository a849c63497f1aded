//! What a visit or its voiding would do.

use super::{apply::apply, correct, draft, void};
use crate::error::Result;
use crate::op::Op;
use crate::privacy::waits_for_guardian;
use crate::shop::Shop;
use crate::store::profile;
use crate::wire::visits::{NewVisit, PreviewVisit, VisitEffects, VoidVisit};

/// Shows what saving, or correcting, would do, and does nothing.
///
/// # Errors
/// Those of saving or correcting, but for consents.
pub fn preview(shop: &mut Shop, mut request: PreviewVisit) -> Result<VisitEffects> {
    as_if_agreed(shop, &mut request.visit)?;
    match request.replaces {
        Some(replaced) => shop.try_out(Op::CorrectVisit, |tx| Ok(correct::replace(tx, replaced, request.visit)?.1)),
        None => {
            let draft = draft::read(request.visit, shop.now(), shop.actor(), None)?;
            shop.try_out(Op::RecordVisit, |tx| Ok(apply(tx, &draft, None, None)?.1))
        }
    }
}

/// Whether somebody agrees to an answer is asked when it is saved, since no sum hangs on it.
fn as_if_agreed(shop: &Shop, visit: &mut NewVisit) -> Result<()> {
    let Some(customer) = visit.customer.filter(|_| !visit.answers.is_empty()) else { return Ok(()) };
    let db = shop.db()?;
    if waits_for_guardian(db, customer, shop.now().day())? {
        visit.answers.clear();
    }
    let mut agreed = Vec::new();
    for answer in &visit.answers {
        if profile::field(db, answer.field)?.is_some_and(|field| field.is_sensitive) {
            agreed.push(answer.field);
        }
    }
    visit.agreed = Some(agreed);
    Ok(())
}

/// Shows what voiding would do: the sums are those that go, with the opposite sign. The reason may still be missing.
///
/// # Errors
/// Those of voiding.
pub fn preview_void(shop: &mut Shop, request: VoidVisit) -> Result<VisitEffects> {
    shop.try_out(Op::VoidVisit, |tx| Ok(void::take_out(tx, request.visit, &request.reason)?.1))
}
