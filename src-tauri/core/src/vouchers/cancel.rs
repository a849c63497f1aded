//! Calling a voucher back.

use super::NotUsable;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::voucher;
use crate::wire::vouchers::CancelVoucher;
use crate::wire::{Done, text};

/// Calls a voucher back, with a reason.
///
/// # Errors
/// `reason_required`, `not_found`, `voucher_not_usable` when it was used or called back before.
pub fn cancel(shop: &mut Shop, request: CancelVoucher) -> Result<Done> {
    let reason = text::line("reason", Some(&request.reason), 200)?.ok_or_else(|| Failure::at(Code::ReasonRequired, "reason"))?;
    shop.write(Op::CancelVoucher, |tx| {
        let found = voucher::get(tx.db(), request.voucher)?.ok_or_else(|| Failure::at(Code::NotFound, "voucher"))?;
        if let Some(visit) = found.voucher.used_on {
            return Err(NotUsable::Used { visit }.into());
        }
        if found.voucher.cancelled {
            return Err(NotUsable::Cancelled.into());
        }
        voucher::set_cancelled(tx.db(), request.voucher, Some((tx.now().millis(), Some(reason.as_str()))))?;
        tx.about_customer(found.customer);
        tx.param("voucher", found.voucher.kind.as_str());
        Ok(Done {})
    })
}
