//! Giving something to make up for it, and calling it back.

use super::need;
use super::step::tick;
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::{CompensationId, PointsId, VoucherId};
use crate::money::Fen;
use crate::op::Op;
use crate::points::{PointsKind, PointsRule};
use crate::shop::{Shop, Tx};
use crate::store::complaint::{self, CompensationRecord, ComplaintRecord};
use crate::store::{points, setting, voucher};
use crate::vouchers::{DAYS, NotUsable, Voucher, VoucherKind, Worth, check_terms};
use crate::wire::complaints::{CancelCompensation, Compensate, Compensated, CompensationKind, ComplaintStep, Give};
use crate::wire::{Done, text};
use chrono::Days;

/// The most points one giving may hold.
const POINTS: i64 = 1_000_000;
/// The most money, or cost of a gift: a million yuan.
const MONEY: Fen = Fen(100_000_000);

/// Gives a voucher, points, money or a gift; the step `compensate` is ticked along. Undo takes all of it back at once.
///
/// # Errors
/// `not_found`; `out_of_range` at `give.worth.amount`, `give.worth.off`, `give.min_spend`, `give.valid_to`, `give.points`, `give.amount`,
/// `give.cost`; `required` at `note` for a gift nobody named.
pub fn compensate(shop: &mut Shop, request: Compensate) -> Result<Compensated> {
    let note = text::line("note", request.note.as_deref(), 200)?;
    check(&request.give, note.as_deref(), shop.now().day())?;
    shop.write(Op::Compensate, |tx| {
        let found = need(tx, request.complaint)?;
        let given = give(tx, &found, &request.give, note)?;
        let compensation = complaint::insert_compensation(tx.db(), &given)?;
        tick(tx, found.id, ComplaintStep::Compensate)?;
        tx.param("complaint", found.id.0);
        tx.param("given", given.kind.as_str());
        Ok(Compensated { compensation })
    })
}

fn check(give: &Give, note: Option<&str>, today: Day) -> Result<()> {
    let between = |field: &str, value: Fen, least: Fen| {
        if value < least || value > MONEY {
            return Err(Failure::at(Code::OutOfRange, field).with("min", least).with("max", MONEY));
        }
        Ok(())
    };
    match give {
        Give::Voucher { worth, min_spend, valid_to } => {
            check_terms(*worth, *min_spend).map_err(|error| error.under("give"))?;
            let latest = today.checked_add_days(Days::new(DAYS.into())).unwrap_or(today);
            if !(today..=latest).contains(valid_to) {
                return Err(Failure::at(Code::OutOfRange, "give.valid_to").with("min", today).with("max", latest).into());
            }
        }
        Give::Points { points } if !(1..=POINTS).contains(points) => {
            return Err(Failure::at(Code::OutOfRange, "give.points").with("min", 1).with("max", POINTS).into());
        }
        Give::Points { .. } => {}
        Give::Money { amount } => between("give.amount", *amount, Fen(1))?,
        Give::Gift { cost } => {
            between("give.cost", *cost, Fen::ZERO)?;
            if note.is_none() {
                return Err(Failure::at(Code::Required, "note").into());
            }
        }
    }
    Ok(())
}

fn give(tx: &Tx<'_>, found: &ComplaintRecord, give: &Give, note: Option<String>) -> Result<CompensationRecord> {
    let mut given = CompensationRecord {
        id: CompensationId(0),
        complaint: found.id,
        kind: CompensationKind::Money,
        amount: Fen::ZERO,
        voucher: None,
        points: None,
        day: tx.day(),
        note: note.clone(),
    };
    match *give {
        Give::Voucher { worth, min_spend, valid_to } => {
            given.kind = CompensationKind::Voucher;
            if let Worth::Amount { amount } = worth {
                given.amount = amount;
            }
            let voucher = Voucher {
                id: VoucherId(0),
                kind: VoucherKind::Apology,
                worth,
                min_spend,
                valid_from: tx.day(),
                valid_to,
                used_on: None,
                cancelled: false,
            };
            given.voucher = Some(voucher::insert(tx.db(), found.customer, &voucher, tx.now().millis(), None, note.as_deref())?);
        }
        Give::Points { points: many } => {
            given.kind = CompensationKind::Points;
            let rule: PointsRule = setting::need(tx.db(), crate::opening::POINTS_RULE)?;
            let mut entry = points::entry(tx.now(), PointsKind::Adjust, many);
            entry.expires_on = rule.expiry.expires_on(tx.day());
            entry.reason = note;
            given.points = Some(points::insert(tx.db(), found.customer, &entry)?);
        }
        Give::Money { amount } => given.amount = amount,
        Give::Gift { cost } => {
            given.kind = CompensationKind::Gift;
            given.amount = cost;
        }
    }
    Ok(given)
}

/// Calls back what was given: a voucher that is not used yet, points (spent ones are then owed), money or a gift that was never handed
/// over. The history keeps that it was given.
///
/// # Errors
/// `reason_required`, `not_found`, `voucher_not_usable` for a used voucher.
pub fn cancel_compensation(shop: &mut Shop, request: CancelCompensation) -> Result<Done> {
    let reason = text::line("reason", Some(&request.reason), 200)?.ok_or_else(|| Failure::at(Code::ReasonRequired, "reason"))?;
    shop.write(Op::CancelCompensation, |tx| {
        let given = complaint::compensation(tx.db(), request.compensation)?.ok_or_else(|| Failure::at(Code::NotFound, "compensation"))?;
        let found = need(tx, given.complaint)?;
        if let Some(id) = given.voucher {
            call_back_voucher(tx, id, &reason)?;
        }
        if let Some(id) = given.points {
            call_back_points(tx, &found, id, &reason)?;
        }
        complaint::delete_compensation(tx.db(), given.id)?;
        tx.param("complaint", found.id.0);
        tx.param("given", given.kind.as_str());
        Ok(Done {})
    })
}

fn call_back_voucher(tx: &Tx<'_>, id: VoucherId, reason: &str) -> Result<()> {
    let Some(found) = voucher::get(tx.db(), id)? else { return Ok(()) };
    if let Some(visit) = found.voucher.used_on {
        return Err(NotUsable::Used { visit }.into());
    }
    if !found.voucher.cancelled {
        voucher::set_cancelled(tx.db(), id, Some((tx.now().millis(), Some(reason))))?;
    }
    Ok(())
}

fn call_back_points(tx: &Tx<'_>, found: &ComplaintRecord, id: PointsId, reason: &str) -> Result<()> {
    let Some(entry) = points::of(tx.db(), found.customer)?.into_iter().find(|entry| entry.id == id) else {
        return Ok(());
    };
    let mut back = points::entry(tx.now(), PointsKind::Reverse, -entry.points);
    back.reverses = Some(id);
    back.reason = Some(reason.to_owned());
    points::insert(tx.db(), found.customer, &back)?;
    Ok(())
}
