//! Correcting a saved visit in place; the history keeps old and new.

use super::apply::{Old, apply};
use super::draft;
use crate::error::{Code, Failure, Result};
use crate::ids::VisitId;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::complaint;
use crate::store::visit::{self, VisitRecord};
use crate::store::visit_line::{self, LineRecord};
use crate::wire::text;
use crate::wire::visits::{CorrectVisit, NewVisit, RecordedVisit, VisitEffects};

/// Corrects a visit: it stands as if it had been entered so, and everything derived follows.
///
/// # Errors
/// `reason_required` at `reason`, `not_found`, `visit_voided`, `visit_has_returns`, and everything a visit can be refused for.
pub fn correct(shop: &mut Shop, request: CorrectVisit) -> Result<RecordedVisit> {
    let reason = reason(&request.reason)?;
    shop.write(Op::CorrectVisit, |tx| {
        let (saved, effects) = replace(tx, request.visit, request.corrected)?;
        tx.param("reason", reason);
        Ok(RecordedVisit { visit: saved.id, visit_no: saved.visit_no, operation: Some(tx.operation()), effects })
    })
}

/// The reason somebody gives for correcting or voiding.
pub(super) fn reason(given: &str) -> Result<String> {
    text::line("reason", Some(given), 200)?.ok_or_else(|| Failure::at(Code::ReasonRequired, "reason").into())
}

/// Puts a visit in the place of a saved one.
pub(super) fn replace(tx: &Tx<'_>, id: VisitId, new: NewVisit) -> Result<(VisitRecord, VisitEffects)> {
    let record = visit::need(tx.db(), id)?;
    if !record.is_live() {
        return Err(Failure::new(Code::VisitVoided).into());
    }
    let old = Old { lines: visit_line::of_visit(tx.db(), id)?, record };
    let draft = draft::read(new, tx.now(), tx.actor(), Some(&old))?;
    apply(tx, &draft, None, Some(&old))
}

/// Writes the corrected visit over the saved one. A line keeps its row, so that what was brought back of it still names it.
///
/// # Errors
/// `visit_has_returns` if something that was brought back would not have been bought as it was brought back.
pub(super) fn rewrite(tx: &Tx<'_>, record: &VisitRecord, mut lines: Vec<LineRecord>, old: &Old) -> Result<()> {
    let db = tx.db();
    let mut left: Vec<&LineRecord> = old.lines.iter().filter(|line| line.reverses.is_some()).collect();
    for line in &mut lines {
        line.visit = record.id;
        if let Some(at) = left.iter().position(|before| line.reverses.is_some() && before.reverses == line.reverses) {
            line.id = left.remove(at).id;
        }
    }
    for before in &old.lines {
        let after = lines.iter().find(|line| line.id == before.id);
        if before.is_sale() && visit_line::is_referred_to(db, before.id)? {
            still_bought(tx, before, after, record, &old.record)?;
        }
        if after.is_none() {
            complaint::forget_line(db, before.id)?;
            visit_line::delete(db, before.id)?;
        }
    }
    // Numbers are unique in a visit, so those that move step aside first.
    for before in &old.lines {
        if lines.iter().any(|line| line.id == before.id && line.line_no != before.line_no) {
            visit_line::set_number(db, before.id, -before.line_no)?;
        }
    }
    for line in &lines {
        match old.lines.iter().find(|before| before.id == line.id) {
            Some(before) if before == line => {}
            Some(_) => visit_line::update(db, line)?,
            None => {
                visit_line::insert(db, line)?;
            }
        }
    }
    visit::update(db, record)
}

/// What was brought back of a line has to have been bought: as many pieces, at the same money each, by the same customer, no later.
fn still_bought(tx: &Tx<'_>, before: &LineRecord, after: Option<&LineRecord>, record: &VisitRecord, old: &VisitRecord) -> Result<()> {
    let refused = || Err(Failure::new(Code::VisitHasReturns).into());
    let Some(after) = after else { return refused() };
    let back = visit_line::returned(tx.db(), before.id, None)?;
    if back.pieces == 0 {
        return Ok(());
    }
    let same_money = i128::from(after.amount.0) * i128::from(before.qty) == i128::from(before.amount.0) * i128::from(after.qty);
    let same_price = after.price == before.price;
    let in_order = back.first.is_none_or(|first| record.day <= first);
    if back.pieces > after.qty || !same_money || !same_price || !in_order || record.customer != old.customer {
        return refused();
    }
    Ok(())
}
