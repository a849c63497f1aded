//! Writing a visit and all that follows from it, new or corrected.

use super::bill::{Bill, bill};
use super::draft::Draft;
use super::earning::{earning, give_second_visit};
use super::effects::Before;
use super::once::{self, Once};
use super::settle::{Kept, Moved, Settling};
use super::{bring_back, correct, learned, paid};
use crate::calendar::RecurringDate;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, VisitId};
use crate::money::Fen;
use crate::shop::Tx;
use crate::store::visit::{self, VisitRecord};
use crate::store::visit_line::{self, LineRecord};
use crate::store::{around, customer, payment, staff};
use crate::wire::customers::{SaveWish, Status, WishStatus};
use crate::wire::visits::{VisitEffects, VisitKind};

/// A visit as it was before its correction.
pub(super) struct Old {
    pub record: VisitRecord,
    pub lines: Vec<LineRecord>,
}

/// Writes a visit.
///
/// # Errors
/// Whatever a field, a return, a voucher, points or a payment can be wrong in; see the request's fields.
pub(super) fn apply(tx: &Tx<'_>, draft: &Draft, receipt: Option<&str>, old: Option<&Old>) -> Result<(VisitRecord, VisitEffects)> {
    let db = tx.db();
    let this = old.map(|old| old.record.id);
    let birthday = who(tx, draft, old)?;
    let before = Before::read(tx, draft.customer)?;
    let returned: Vec<LineRecord> = old.iter().flat_map(|old| &old.lines).filter(|line| line.reverses.is_some()).cloned().collect();
    let once = draft.customer.filter(|_| !returned.is_empty()).map(|customer| Once::of(db, customer)).transpose()?;
    let mut back = bring_back::look_up(db, draft, this, &returned)?;
    let mut bill = bill(tx, draft, old, &before, birthday.as_ref(), &mut back)?;
    let payments = paid::payments(db, draft, bill.total)?;

    let mut record = record(draft, &bill, old, receipt);
    let mut sales = back.sales;
    let lines = std::mem::take(&mut bill.lines);
    let sold = Kept::all(&lines);
    match old {
        Some(old) => {
            correct::rewrite(tx, &record, lines, old)?;
            if payment::of_visit(db, record.id)? != payments {
                payment::delete_of_visit(db, record.id)?;
                payments.iter().try_for_each(|payment| payment::insert(db, record.id, payment))?;
            }
            for line in returned.iter().filter_map(|line| line.reverses) {
                let sale = visit_line::get(db, line)?.map(|line| line.visit);
                sales.extend(sale.filter(|sale| !sales.contains(sale)));
            }
        }
        None => {
            let number = visit::last_number(db, draft.day)? + 1;
            if number > 9_999 {
                return Err(Failure::at(Code::OutOfRange, "day").with("min", 1).with("max", 9_999).into());
            }
            record.visit_no = format!("{}{number:04}", draft.day.format("%Y%m%d"));
            record.id = visit::insert(db, &record)?;
            for mut line in lines {
                line.visit = record.id;
                visit_line::insert(db, &line)?;
            }
            payments.iter().try_for_each(|payment| payment::insert(db, record.id, payment))?;
        }
    }

    once::guard(db, record.customer, once)?;
    let mut moved = Moved::default();
    // A recorded return lies on its own day; a correction is entered on the day it is made, since days before may be closed.
    let on = if old.is_some() { tx.day() } else { draft.day };
    let mut settling = Settling { tx, by: record.id, on, moved: &mut moved };
    for sale in sales {
        let sale = visit::need(db, sale)?;
        let kept = Kept::of(db, sale.id)?;
        settling.points(&sale, &kept)?;
        settling.vouchers(&sale, &kept)?;
        settling.thanks(sale.id)?;
    }
    // Of a new visit nothing can have come back, and nothing was entered for it yet.
    let kept = if old.is_some() { Kept::of(db, record.id)? } else { sold };
    if record.customer.is_some() || old.is_some() {
        let earning = earning(tx, &record, old.map(|old| &old.record), &before, birthday.as_ref(), &kept)?;
        if old.is_some() {
            settling.points_anew(&record, &kept, earning)?;
            settling.vouchers(&record, &kept)?;
            settling.thanks(record.id)?;
        } else {
            settling.first(&record, &kept, earning)?;
        }
        // A correction gives one only where the visit was no purchase of hers before.
        let was_one = |old: &Old| old.record.kind == record.kind && old.record.customer == record.customer && old.record.total > Fen::ZERO;
        if !kept.is_gone() && !old.is_some_and(was_one) {
            give_second_visit(tx, &record, &mut moved)?;
        }
    }
    if let Some(from) = old.and_then(|old| old.record.customer).filter(|from| Some(*from) != record.customer) {
        learned::follow(tx, record.id, from, record.customer)?;
    }
    if let Some(customer) = record.customer {
        crate::profile::write_answers(tx, customer, &draft.answers, &draft.agreed, Some(record.id))?;
        write_wishes(tx, customer, &record, draft)?;
        tx.about_customer(customer);
    }
    tx.about_visit(record.id);
    tx.param("visit_no", record.visit_no.as_str());
    tx.param("total", record.total.to_string());
    let effects = before.effects(tx, &record, &moved)?;
    Ok((record, effects))
}

/// The customer has to be there, and whoever serves has to work here; answers with her birthday.
fn who(tx: &Tx<'_>, draft: &Draft, old: Option<&Old>) -> Result<Option<RecurringDate>> {
    if let Some(id) = draft.staff
        && old.is_none_or(|old| old.record.staff != Some(id))
    {
        staff::get(tx.db(), id)?.filter(|staff| staff.is_active).ok_or_else(|| Failure::at(Code::NotFound, "staff"))?;
    }
    let Some(id) = draft.customer else { return Ok(None) };
    let found = customer::standing(tx.db(), id)?.filter(|found| found.merged_into.is_none());
    let found = found.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    // Somebody who left may still bring something back; for everything else she has to be restored first.
    let comes_anew = old.is_none_or(|old| old.record.customer != Some(id)) && draft.kind != VisitKind::Return;
    if comes_anew && found.status != Status::Active {
        return Err(Failure::at(Code::CustomerInactive, "customer").with("status", found.status.as_str()).into());
    }
    Ok(found.birthday)
}

fn record(draft: &Draft, bill: &Bill, old: Option<&Old>, receipt: Option<&str>) -> VisitRecord {
    let old = old.map(|old| &old.record);
    VisitRecord {
        id: old.map_or(VisitId(0), |old| old.id),
        visit_no: old.map(|old| old.visit_no.clone()).unwrap_or_default(),
        receipt: old.map_or_else(|| receipt.map(str::to_owned), |old| old.receipt.clone()),
        customer: draft.customer,
        at: draft.at,
        day: draft.day,
        kind: draft.kind,
        is_day_total: draft.day_total.is_some(),
        staff: draft.staff,
        pieces: bill.pieces,
        list_total: bill.list_total,
        total: bill.total,
        ref_visit: bill.ref_visit,
        voucher: draft.voucher,
        voucher_off: bill.voucher_off,
        points_used: draft.points_used,
        points_off: bill.points_off,
        ticket_no: draft.ticket_no.clone(),
        satisfaction: draft.satisfaction,
        motive: draft.motive.clone(),
        companions: draft.companions.clone(),
        feedback: draft.feedback.clone(),
        note: draft.note.clone(),
        voided_at: None,
        void_reason: None,
    }
}

fn write_wishes(tx: &Tx<'_>, customer: CustomerId, visit: &VisitRecord, draft: &Draft) -> Result<()> {
    for wish in &draft.wishes {
        let wish = wish.clone();
        if visit::has_wish(tx.db(), visit.id, &wish)? {
            continue;
        }
        let save = SaveWish {
            id: None,
            customer,
            visit: Some(visit.id),
            style_no: wish.style_no,
            name: wish.name,
            color: wish.color,
            size: wish.size,
            reason: wish.reason,
            status: WishStatus::Open,
        };
        around::save_wish(tx.db(), &save, Some(visit.id), visit.day)?;
    }
    Ok(())
}
