//! What a visit or its voiding would do.

use super::{apply::apply, correct, draft, void};
use crate::error::Result;
use crate::op::Op;
use crate::shop::Shop;
use crate::wire::visits::{PreviewVisit, VisitEffects, VoidVisit};

/// Shows what saving, or correcting, would do, and does nothing.
///
/// # Errors
/// Those of saving or correcting, but for answers.
pub fn preview(shop: &mut Shop, mut request: PreviewVisit) -> Result<VisitEffects> {
    // Whether she agrees to a sensitive answer is asked when it is saved; no sum hangs on it.
    request.visit.answers.clear();
    request.visit.agreed = None;
    match request.replaces {
        Some(replaced) => shop.try_out(Op::CorrectVisit, |tx| Ok(correct::replace(tx, replaced, request.visit)?.1)),
        None => {
            let draft = draft::read(request.visit, shop.now(), shop.actor(), None)?;
            shop.try_out(Op::RecordVisit, |tx| Ok(apply(tx, &draft, None, None)?.1))
        }
    }
}

/// Shows what voiding would do: the sums are those that go, with the opposite sign. The reason may still be missing.
///
/// # Errors
/// Those of voiding.
pub fn preview_void(shop: &mut Shop, request: VoidVisit) -> Result<VisitEffects> {
    shop.try_out(Op::VoidVisit, |tx| Ok(void::take_out(tx, request.visit, &request.reason)?.1))
}
