//! A complaint with everything.

use super::row::Reader;
use crate::error::{Code, Failure, Result};
use crate::money::Fen;
use crate::shop::Shop;
use crate::store::complaint::{self, CompensationRecord};
use crate::store::{points, staff, visit, voucher};
use crate::vouchers::{VoucherState, Worth};
use crate::wire::complaints::{
    CompensationKind, CompensationTotals, CompensationView, ComplaintHold, ComplaintPage, ComplaintRef, ComplaintStep, ComplaintStepView,
    ComplaintVisit, StepState,
};

/// Reads the whole page.
///
/// # Errors
/// `not_found`.
pub fn page(shop: &mut Shop, request: ComplaintRef) -> Result<ComplaintPage> {
    let missing = || Failure::at(Code::NotFound, "complaint");
    let today = shop.now().day();
    let reader = Reader::new(shop.db()?, shop.offset(), shop.now())?;
    let db = reader.db;
    let timed = reader.time(complaint::get(db, request.complaint)?.ok_or_else(missing)?)?;
    let row = reader.row(&timed)?.ok_or_else(missing)?;

    let known = complaint::steps(db, row.id)?;
    let mut steps = Vec::new();
    for &step in ComplaintStep::ALL {
        let found = known.iter().find(|one| one.step == step);
        let by = found.and_then(|one| one.staff).map(|id| staff::get(db, id)).transpose()?.flatten();
        steps.push(ComplaintStepView {
            step,
            state: match found {
                None => StepState::Open,
                Some(one) if one.skipped => StepState::Skipped,
                Some(_) => StepState::Done,
            },
            at: found.map(|one| reader.text(one.at)),
            by: by.map(|clerk| clerk.name),
            note: found.and_then(|one| one.note.clone()),
        });
    }
    let ledger = points::of(db, timed.record.customer)?;
    let mut compensations = Vec::new();
    for given in complaint::compensations(db, row.id)? {
        let worth = given.voucher.map(|id| voucher::get(db, id)).transpose()?.flatten().map(|found| found.voucher);
        compensations.push(CompensationView {
            points: given.points.and_then(|id| ledger.iter().find(|entry| entry.id == id)).map(|entry| entry.points),
            voucher_state: worth.as_ref().map(|voucher| voucher.state(today)),
            min_spend: worth.as_ref().map(|voucher| voucher.min_spend),
            valid_to: worth.as_ref().map(|voucher| voucher.valid_to),
            worth: worth.map(|voucher| voucher.worth),
            ..view(given)
        });
    }
    let visit = match timed.record.visit {
        Some(id) => visit::get(db, id)?.map(|found| {
            Ok::<_, crate::error::Error>(ComplaintVisit {
                summary: crate::visits::words(db, id)?.unwrap_or_default(),
                id,
                day: found.day,
                total: found.total,
                voided: found.voided_at.is_some(),
                visit_no: found.visit_no,
            })
        }),
        None => None,
    };
    Ok(ComplaintPage {
        visit: visit.transpose()?,
        line: timed.record.line,
        solution: timed.record.solution.clone(),
        steps,
        holds: timed
            .holds
            .iter()
            .rev()
            .map(|one| ComplaintHold {
                from: reader.text(one.hold.0),
                to: one.hold.1.map(|to| reader.text(to)),
                reason: one.reason.clone(),
            })
            .collect(),
        given: totals(&compensations),
        compensations,
        row,
    })
}

fn view(given: CompensationRecord) -> CompensationView {
    CompensationView {
        id: given.id,
        kind: given.kind,
        amount: given.amount,
        points: None,
        entry: given.points,
        voucher: given.voucher,
        worth: None,
        min_spend: None,
        valid_to: None,
        voucher_state: None,
        day: given.day,
        note: given.note,
    }
}

/// What was given in all; vouchers called back in their register are not among it.
fn totals(given: &[CompensationView]) -> CompensationTotals {
    let standing = || given.iter().filter(|one| one.voucher_state != Some(VoucherState::Cancelled));
    let sum = |kind| standing().filter(|one| one.kind == kind).map(|one| one.amount).sum::<Fen>();
    CompensationTotals {
        money: sum(CompensationKind::Money),
        gifts: sum(CompensationKind::Gift),
        vouchers: sum(CompensationKind::Voucher),
        percent_vouchers: i64::try_from(standing().filter(|one| matches!(one.worth, Some(Worth::Percent { .. }))).count()).unwrap_or(0),
        points: given.iter().filter_map(|one| one.points).sum(),
    }
}
