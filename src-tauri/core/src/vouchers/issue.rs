//! Giving vouchers by hand.

use super::{Voucher, Worth};
use crate::customers::active_receivers;
use crate::error::{Code, Failure, Result};
use crate::ids::VoucherId;
use crate::money::Fen;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::voucher;
use crate::wire::text;
use crate::wire::vouchers::{IssueVoucher, VouchersIssued};
use chrono::Days;

/// For how many days ahead a voucher may be good.
pub(crate) const DAYS: u32 = 3_650;
/// The most a voucher takes off: a million yuan.
const AMOUNT: Fen = Fen(100_000_000);

/// Gives the same voucher to every customer named, each once.
///
/// # Errors
/// `out_of_range` at `customers`, `worth.amount`, `worth.off`, `min_spend`, `valid_to`; `not_found` and
/// `customer_inactive` at `customers.N`.
pub fn issue(shop: &mut Shop, request: IssueVoucher) -> Result<VouchersIssued> {
    check_terms(request.worth, request.min_spend)?;
    let reason = text::line("reason", request.reason.as_deref(), 200)?;
    let today = shop.now().day();
    let latest = today.checked_add_days(Days::new(DAYS.into())).unwrap_or(today);
    let first = request.valid_from.max(today);
    if request.valid_from > latest {
        return Err(Failure::at(Code::OutOfRange, "valid_from").with("min", today).with("max", latest).into());
    }
    if !(first..=latest).contains(&request.valid_to) {
        return Err(Failure::at(Code::OutOfRange, "valid_to").with("min", first).with("max", latest).into());
    }
    let given = Voucher {
        id: VoucherId(0),
        kind: request.kind,
        worth: request.worth,
        min_spend: request.min_spend,
        valid_from: request.valid_from,
        valid_to: request.valid_to,
        used_on: None,
        cancelled: false,
    };
    shop.write(Op::IssueVoucher, |tx| {
        let customers = active_receivers(tx.db(), &request.customers)?;
        for &customer in &customers {
            voucher::insert(tx.db(), customer, &given, tx.now().millis(), None, reason.as_deref())?;
        }
        if let [one] = customers[..] {
            tx.about_customer(one);
        }
        tx.param("count", customers.len());
        tx.param("voucher", request.kind.as_str());
        match request.worth {
            Worth::Amount { amount } => tx.param("amount", amount.to_string()),
            Worth::Percent { off } => tx.param("off", off),
        }
        Ok(VouchersIssued { issued: i64::try_from(customers.len()).unwrap_or(i64::MAX) })
    })
}

/// Whether a voucher can be worth this much from this bill on.
pub(crate) fn check_terms(worth: Worth, min_spend: Fen) -> Result<()> {
    let bound = |field: &str, min: &str, max: String| Failure::at(Code::OutOfRange, field).with("min", min).with("max", max);
    match worth {
        Worth::Amount { amount } if amount <= Fen::ZERO || amount > AMOUNT => Err(bound("worth.amount", "0.01", AMOUNT.to_string()).into()),
        Worth::Percent { off } if !(1..=100).contains(&off) => Err(bound("worth.off", "1", "100".into()).into()),
        _ if min_spend < Fen::ZERO || min_spend > AMOUNT => Err(bound("min_spend", "0", AMOUNT.to_string()).into()),
        _ => Ok(()),
    }
}
