//! Voiding a saved visit: it stays visible and counts nowhere.

use super::correct::reason;
use super::effects::Before;
use super::once::{self, Once};
use super::settle::{Kept, Moved, Settling};
use crate::error::{Code, Failure, Result};
use crate::ids::VisitId;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::visit::{self, VisitRecord};
use crate::store::visit_line::{self, LineRecord};
use crate::wire::visits::{RecordedVisit, VisitEffects, VoidVisit};

/// Voids a visit. What it did is taken back by entries of today; voiding a return brings back what the return had reversed.
///
/// # Errors
/// `reason_required` at `reason`, `not_found`, `visit_voided`, `visit_has_returns`; `voucher_not_usable` when a voucher that a return
/// had given back was used again since; `birthday_not_due` when the birthday price of what a return had brought back was used again.
pub fn void(shop: &mut Shop, request: VoidVisit) -> Result<RecordedVisit> {
    let reason = reason(&request.reason)?;
    shop.write(Op::VoidVisit, |tx| {
        let (voided, effects) = take_out(tx, request.visit, &reason)?;
        tx.param("reason", reason);
        Ok(RecordedVisit { visit: voided.id, visit_no: voided.visit_no, operation: Some(tx.operation()), effects })
    })
}

/// Takes a visit out. The sums of the effects are those that go, with the opposite sign.
pub(super) fn take_out(tx: &Tx<'_>, id: VisitId, reason: &str) -> Result<(VisitRecord, VisitEffects)> {
    let db = tx.db();
    let record = visit::need(db, id)?;
    if !record.is_live() {
        return Err(Failure::new(Code::VisitVoided).into());
    }
    let lines = visit_line::of_visit(db, id)?;
    for line in lines.iter().filter(|line| line.is_sale()) {
        if visit_line::returned(db, line.id, None)?.pieces > 0 {
            return Err(Failure::new(Code::VisitHasReturns).into());
        }
    }
    let before = Before::read(tx, record.customer)?;
    // What a return had brought back she has again, the birthday price among it.
    let brings_back = lines.iter().any(|line| line.reverses.is_some());
    let once = record.customer.filter(|_| brings_back).map(|customer| Once::of(db, customer)).transpose()?;
    visit::set_voided(db, id, tx.now().millis(), reason)?;
    let record = visit::need(db, id)?;
    let mut moved = Moved::default();
    let mut settling = Settling { tx, by: id, on: tx.day(), moved: &mut moved };
    let mut sales: Vec<VisitId> = Vec::new();
    for bought in lines.iter().filter_map(|line: &LineRecord| line.reverses) {
        let sale = visit_line::get(db, bought)?.map(|line| line.visit);
        sales.extend(sale.filter(|sale| !sales.contains(sale)));
    }
    for sale in sales {
        let sale = visit::need(db, sale)?;
        let kept = Kept::of(db, sale.id)?;
        settling.points(&sale, &kept)?;
        settling.vouchers(&sale, &kept)?;
        settling.thanks(sale.id)?;
    }
    once::guard(db, record.customer, once)?;
    let kept = Kept::of(db, id)?;
    settling.points(&record, &kept)?;
    settling.vouchers(&record, &kept)?;
    settling.thanks(record.id)?;
    if let Some(customer) = record.customer {
        tx.about_customer(customer);
    }
    tx.about_visit(id);
    tx.param("visit_no", record.visit_no.as_str());
    tx.param("total", record.total.to_string());
    let gone = VisitRecord {
        total: -record.total,
        list_total: -record.list_total,
        pieces: -record.pieces,
        voucher_off: -record.voucher_off,
        points_off: -record.points_off,
        ..record.clone()
    };
    let effects = before.effects(tx, &gone, &moved)?;
    Ok((record, effects))
}
