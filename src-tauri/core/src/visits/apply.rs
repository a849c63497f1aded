//! Writing a visit and all that follows from it, new or corrected.

use super::bring_back::{self, Back};
use super::draft::Draft;
use super::effects::Before;
use super::paid;
use super::price::spread;
use super::settle::{Earning, Kept, Moved, Settling, Terms, terms};
use crate::calendar::{RecurringDate, birthday_window};
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, LevelId, LineId, VisitId, VoucherId};
use crate::levels::fold;
use crate::money::Fen;
use crate::opening::{BIRTHDAY_RULE, POINTS_RULE, VOUCHER_RULE};
use crate::points::{PointsRule, WHOLE_BP};
use crate::presets::{BirthdayRule, VoucherDefault};
use crate::shop::Tx;
use crate::stats::membership;
use crate::store::visit::{self, VisitRecord};
use crate::store::visit_line::{self, LineRecord};
use crate::store::{around, customer, facts, level, payment, setting, staff, visit_points, voucher};
use crate::vouchers::{BIRTHDAY_APART, Voucher, VoucherKind, birthday_privilege, usable, validity};
use crate::wire::customers::{SaveWish, WishStatus};
use crate::wire::visits::{PriceReason, VisitEffects, VisitKind};
use chrono::Days;

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
    let back = bring_back::look_up(db, draft, this, &returned)?;
    let bill = bill(tx, draft, this, &before, birthday.as_ref(), &back)?;
    let payments = paid::payments(db, draft, bill.total)?;

    let mut record = record(draft, &bill, old, receipt);
    let mut sales = back.sales.clone();
    let lines = numbered(bill.lines, back.lines);
    match old {
        Some(old) => {
            super::correct::rewrite(tx, &record, lines, old)?;
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

    let mut moved = Moved::default();
    // A recorded return lies on its own day; a correction is entered on the day it is made, since days before may be closed.
    let on = if old.is_some() { tx.day() } else { draft.day };
    let mut settling = Settling { tx, by: record.id, on, moved: &mut moved };
    for sale in sales {
        let sale = visit::need(db, sale)?;
        let kept = Kept::of(db, sale.id)?;
        settling.points(&sale, &kept)?;
        settling.vouchers(&sale, &kept, "return")?;
    }
    let kept = Kept::of(db, record.id)?;
    if record.customer.is_some() || old.is_some() {
        let earning = earning(tx, &record, old.map(|old| &old.record), &before, birthday.as_ref(), &kept)?;
        settling.points_anew(&record, &kept, earning)?;
        settling.vouchers(&record, &kept, "correction")?;
        give_second_visit(tx, &record, &mut moved)?;
    }
    if let Some(customer) = record.customer {
        crate::profile::write_answers(tx, customer, &draft.answers, Some(record.id))?;
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
    let found = customer::get(tx.db(), id)?.filter(|found| found.merged_into.is_none());
    Ok(found.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?.fields.birthday)
}

/// What the pieces cost.
struct Bill {
    lines: Vec<LineRecord>,
    pieces: i64,
    list_total: Fen,
    total: Fen,
    voucher_off: Fen,
    points_off: Fen,
    ref_visit: Option<VisitId>,
}

fn bill(tx: &Tx<'_>, draft: &Draft, this: Option<VisitId>, before: &Before, birthday: Option<&RecurringDate>, back: &Back) -> Result<Bill> {
    birthday_price(tx, draft, this, before, birthday)?;
    let gross: Vec<Fen> = draft.lines.iter().map(super::draft::DraftLine::gross).collect();
    let whole: Fen = gross.iter().copied().sum();
    let voucher_off = match draft.voucher {
        Some(_) => voucher_off(tx, draft, this, whole)?,
        None => Fen::ZERO,
    };
    let points_off = points_off(tx, draft, whole - voucher_off)?;
    let lines: Vec<LineRecord> = draft
        .lines
        .iter()
        .zip(gross.iter().zip(spread(voucher_off + points_off, &gross)))
        .map(|(line, (gross, off))| LineRecord {
            id: LineId(0),
            visit: VisitId(0),
            line_no: 0,
            goods: line.goods.clone(),
            qty: line.qty,
            list_price: Some(line.list_price),
            price: line.price,
            amount: *gross - off,
            reason: line.reason,
            reason_note: line.reason_note.clone(),
            reverses: None,
        })
        .collect();
    let sold: Fen = draft.lines.iter().map(|line| Fen(line.list_price.0 * line.qty)).sum();
    let all = || lines.iter().chain(&back.lines);
    let mut bill = Bill {
        pieces: all().map(|line| line.qty).sum(),
        list_total: sold - back.list_total,
        total: all().map(|line| line.amount).sum(),
        voucher_off,
        points_off,
        ref_visit: Some(&back.sales).filter(|sales| sales.len() == 1).map(|sales| sales[0]),
        lines,
    };
    if let Some(sum) = &draft.day_total {
        (bill.pieces, bill.list_total, bill.total) = (sum.pieces, sum.total, sum.total);
    }
    Ok(bill)
}

/// The birthday price: once a birthday, within its time, and not below what the rule gives. A shop may round down to the yuan.
fn birthday_price(tx: &Tx<'_>, draft: &Draft, this: Option<VisitId>, before: &Before, birthday: Option<&RecurringDate>) -> Result<()> {
    let Some(first) = draft.lines.iter().position(|line| line.reason == Some(PriceReason::Birthday)) else { return Ok(()) };
    let not_due = |error: crate::error::Error| error.under(format!("lines.{first}.reason"));
    let rule: BirthdayRule = setting::need(tx.db(), BIRTHDAY_RULE)?;
    let window = birthday.and_then(|date| birthday_window(date, rule.scope, draft.day));
    let apart = Days::new(BIRTHDAY_APART.unsigned_abs());
    let used = match draft.customer {
        Some(customer) => visit_line::birthday_days(tx.db(), customer, this, draft.day - apart, draft.day + apart)?,
        None => Vec::new(),
    };
    birthday_privilege(window, &used, draft.day).map_err(|reason| not_due(reason.into()))?;
    let own = match &before.stats {
        Some(stats) => level::list(tx.db())?.into_iter().find(|l| l.id == stats.level).and_then(|l| l.benefits.birthday_pay_percent),
        None => None,
    };
    let percent = own.unwrap_or(rule.pay_percent);
    for (index, line) in draft.lines.iter().enumerate().filter(|(_, line)| line.reason == Some(PriceReason::Birthday)) {
        let least = Fen(line.list_price.times(percent, 100).whole_yuan() * 100);
        if line.price < least {
            return Err(Failure::at(Code::PriceInvalid, format!("lines.{index}.price")).with("min", least).into());
        }
    }
    Ok(())
}

fn voucher_off(tx: &Tx<'_>, draft: &Draft, this: Option<VisitId>, whole: Fen) -> Result<Fen> {
    let found = match draft.voucher {
        Some(id) => voucher::get(tx.db(), id)?.filter(|record| Some(record.customer) == draft.customer),
        None => None,
    };
    let mut record = found.ok_or_else(|| Failure::at(Code::NotFound, "voucher"))?;
    if record.issued_visit.is_some() && record.issued_visit == this {
        return Err(Failure::at(Code::VoucherNotUsable, "voucher").with("why", "own").into());
    }
    // The visit being corrected does not stand in its own way.
    record.voucher.used_on = record.voucher.used_on.filter(|used| Some(*used) != this);
    Ok(usable(&record.voucher, whole, draft.day)?)
}

fn points_off(tx: &Tx<'_>, draft: &Draft, whole: Fen) -> Result<Fen> {
    if draft.points_used == 0 {
        return Ok(Fen::ZERO);
    }
    let rule: PointsRule = setting::need(tx.db(), POINTS_RULE)?;
    let off = rule.worth(draft.points_used);
    if off > whole || rule.points_per_yuan_off <= 0 {
        return Err(Failure::at(Code::OutOfRange, "points_used").with("min", 0).with("max", rule.price(whole).unwrap_or(0)).into());
    }
    Ok(off)
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

fn numbered(sold: Vec<LineRecord>, back: Vec<LineRecord>) -> Vec<LineRecord> {
    (1..).zip(sold.into_iter().chain(back)).map(|(line_no, line)| LineRecord { line_no, ..line }).collect()
}

/// At what a visit earns. While its customer and its day stay, a corrected visit earns at the rate it was saved with.
fn earning(
    tx: &Tx<'_>,
    visit: &VisitRecord,
    old: Option<&VisitRecord>,
    before: &Before,
    birthday: Option<&RecurringDate>,
    kept: &Kept,
) -> Result<Earning> {
    if let Some(old) = old.filter(|old| (old.customer, old.day) == (visit.customer, visit.day)) {
        let roots = visit_points::roots(tx.db(), visit.id)?;
        let earned = roots.iter().rev().find(|root| root.is_earn && Some(root.customer) == visit.customer);
        match earned {
            Some(root) if root.rate.is_some() => {
                let terms = root.rate.map(|rate| Terms { rate, expires_on: root.expires_on });
                return Ok(Earning::At(terms));
            }
            // It came from another book, whose points were brought along in their own way.
            Some(_) => return Ok(Earning::AsBefore),
            None if old.receipt.is_none() => return Ok(Earning::AsBefore),
            None => {}
        }
    }
    let Some(customer) = visit.customer.filter(|_| kept.net() > Fen::ZERO) else { return Ok(Earning::At(None)) };
    let db = tx.db();
    let level = level_then(tx, visit, customer, old.is_some(), before)?;
    let level_bp = level::list(db)?.into_iter().find(|l| Some(l.id) == level).map_or(WHOLE_BP, |l| l.benefits.points_bp);
    let rule: PointsRule = setting::need(db, POINTS_RULE)?;
    let in_birthday_time = birthday.is_some_and(|date| birthday_window(date, rule.birthday_scope, visit.day).is_some());
    Ok(Earning::At(Some(terms(&rule, level_bp, in_birthday_time, visit.day))))
}

/// The level she had just before the visit.
fn level_then(tx: &Tx<'_>, visit: &VisitRecord, customer: CustomerId, corrects: bool, before: &Before) -> Result<Option<LevelId>> {
    if let Some(stats) = &before.stats
        && !corrects
        && visit.day == tx.day()
        && stats.last_visit_at.is_none_or(|last| last <= visit.at)
    {
        return Ok(Some(stats.level));
    }
    let Some(mut facts) = facts::between(tx.db(), customer, customer)?.remove(&customer) else { return Ok(None) };
    facts.decisions.retain(|decision| (decision.day, decision.at) <= (visit.day, visit.at));
    let mut events = facts.level_events();
    events.retain(|event| event.visit != visit.id && (event.day, event.at, event.visit) < (visit.day, visit.at, visit.id));
    Ok(Some(fold(&level::policy(tx.db())?, &membership(&facts, &events), visit.day).level))
}

/// A customer's first purchase gives her a voucher for the second, if the shop has one.
fn give_second_visit(tx: &Tx<'_>, visit: &VisitRecord, moved: &mut Moved) -> Result<()> {
    let db = tx.db();
    let Some(customer) = visit.customer.filter(|_| visit.kind == VisitKind::Purchase && visit.total > Fen::ZERO) else { return Ok(()) };
    if visit::bought_before(db, customer, visit.id)? || voucher::has_kind(db, customer, VoucherKind::SecondVisit)? {
        return Ok(());
    }
    let rules: Vec<VoucherDefault> = setting::need(db, VOUCHER_RULE)?;
    let Some(rule) = rules.into_iter().find(|rule| rule.kind == VoucherKind::SecondVisit) else { return Ok(()) };
    let (valid_from, valid_to) = validity(visit.day, rule.days);
    // A purchase entered so late that its voucher would be over already gives none.
    if valid_to < tx.day() {
        return Ok(());
    }
    let new = Voucher {
        id: VoucherId(0),
        kind: rule.kind,
        worth: rule.worth,
        min_spend: rule.min_spend,
        valid_from,
        valid_to,
        used_on: None,
        cancelled: false,
    };
    voucher::insert(db, customer, &new, tx.now().millis(), Some(visit.id), None)?;
    moved.vouchers_issued += 1;
    Ok(())
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
