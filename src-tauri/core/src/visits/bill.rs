//! What a visit comes to: the pieces, what is taken off, and what is really paid for each.

use super::apply::Old;
use super::bring_back::Back;
use super::draft::{Draft, DraftLine};
use super::earning::level_then;
use super::effects::Before;
use super::goods;
use super::price::spread;
use crate::calendar::{RecurringDate, birthday_window};
use crate::error::{Code, Failure, Result};
use crate::ids::{LineId, VisitId};
use crate::money::Fen;
use crate::opening::{BIRTHDAY_RULE, POINTS_RULE};
use crate::points::PointsRule;
use crate::presets::BirthdayRule;
use crate::shop::Tx;
use crate::store::visit_line::{self, LineRecord};
use crate::store::{level, setting, voucher};
use crate::vouchers::{BIRTHDAY_APART, birthday_privilege, usable};
use crate::wire::visits::PriceReason;
use chrono::Days;
use std::collections::BTreeSet;

/// What the pieces cost.
pub(super) struct Bill {
    /// Sold, then brought back, numbered, with the ids of the saved lines they were.
    pub lines: Vec<LineRecord>,
    pub pieces: i64,
    pub list_total: Fen,
    pub total: Fen,
    pub voucher_off: Fen,
    pub points_off: Fen,
    pub ref_visit: Option<VisitId>,
}

/// Adds up a visit.
///
/// # Errors
/// `birthday_not_due`, `price_invalid`, `voucher_not_usable`, `out_of_range` at their fields.
pub(super) fn bill(
    tx: &Tx<'_>,
    draft: &Draft,
    old: Option<&Old>,
    before: &Before,
    birthday: Option<&RecurringDate>,
    back: &mut Back,
) -> Result<Bill> {
    birthday_price(tx, draft, old, before, birthday)?;
    level_price(tx, draft, old, before)?;
    let were = saved_lines(tx, draft, old)?;
    let gross: Vec<Fen> = draft.lines.iter().zip(&were).map(|(line, were)| before_off(line, *were, old)).collect();
    let whole: Fen = gross.iter().copied().sum();
    let voucher_off = voucher_off(tx, draft, old, whole)?;
    let points_off = points_off(tx, draft, old, whole - voucher_off)?;
    let off = spread(voucher_off + points_off, &gross);
    let mut lines: Vec<LineRecord> = Vec::with_capacity(draft.lines.len() + back.lines.len());
    let mut list_total = -back.list_total;
    for (at, line) in draft.lines.iter().enumerate() {
        list_total += Fen(line.list_price.0 * line.qty);
        lines.push(LineRecord {
            id: were[at].map_or(LineId(0), |were| were.id),
            visit: VisitId(0),
            line_no: 0,
            goods: line.goods.clone(),
            qty: line.qty,
            list_price: Some(line.list_price),
            price: line.price,
            amount: gross[at] - off[at],
            reason: line.reason,
            reason_note: line.reason_note.clone(),
            reverses: None,
        });
    }
    lines.append(&mut back.lines);
    // Lines of another book that say neither what was bought nor what they bring back stay as they came.
    for line in old.iter().flat_map(|old| &old.lines).filter(|line| line.reverses.is_none() && line.qty <= 0) {
        list_total += Fen(line.list_price.unwrap_or(line.price).0 * line.qty);
        lines.push(line.clone());
    }
    for (line_no, line) in (1..).zip(&mut lines) {
        line.line_no = line_no;
    }
    let mut bill = Bill {
        pieces: lines.iter().map(|line| line.qty).sum(),
        list_total,
        total: lines.iter().map(|line| line.amount).sum(),
        voucher_off,
        points_off,
        ref_visit: Some(&back.sales).filter(|sales| sales.len() == 1).map(|sales| sales[0]),
        lines,
    };
    if let Some(sum) = &draft.day_total {
        (bill.pieces, bill.list_total, bill.total) = (sum.pieces, sum.total, sum.total);
    } else if let Some(old) = old.filter(|_| draft.keeps_sums) {
        (bill.pieces, bill.list_total, bill.total) = (old.record.pieces, old.record.list_total, old.record.total);
        bill.ref_visit = old.record.ref_visit;
    }
    Ok(bill)
}

/// For each line sold the saved line it was, if any.
fn saved_lines<'a>(tx: &Tx<'_>, draft: &Draft, old: Option<&'a Old>) -> Result<Vec<Option<&'a LineRecord>>> {
    let Some(old) = old else { return Ok(vec![None; draft.lines.len()]) };
    let mut held = BTreeSet::new();
    let sold: Vec<&LineRecord> = old.lines.iter().filter(|line| line.is_sale()).collect();
    for line in &sold {
        if visit_line::is_referred_to(tx.db(), line.id)? {
            held.insert(line.id);
        }
    }
    let goods: Vec<_> = draft.lines.iter().map(|line| &line.goods).collect();
    let ids = goods::pair(&goods, &sold, |id| held.contains(&id));
    Ok(ids.into_iter().map(|id| sold.iter().find(|line| Some(line.id) == id).copied()).collect())
}

/// What a line comes to before a voucher or points. A line of another book may not be pieces times price, and stays as it came.
fn before_off(line: &DraftLine, were: Option<&LineRecord>, old: Option<&Old>) -> Fen {
    let no_off = |old: &Old| old.record.voucher_off + old.record.points_off == Fen::ZERO;
    match were.filter(|were| (were.qty, were.price) == (line.qty, line.price) && old.is_some_and(no_off)) {
        Some(were) => were.amount,
        None => line.gross(),
    }
}

/// The birthday price: once a birthday, within its time, and not below what the rule gives. A shop may round down to the yuan.
fn birthday_price(tx: &Tx<'_>, draft: &Draft, old: Option<&Old>, before: &Before, birthday: Option<&RecurringDate>) -> Result<()> {
    let had_it = |old: &Old| {
        old.lines.iter().any(|line| line.reason == Some(PriceReason::Birthday))
            && (old.record.customer, old.record.day) == (draft.customer, draft.day)
    };
    // It was judged when the visit was saved; her birthday or the rule may have been changed since.
    if old.is_some_and(had_it) {
        return Ok(());
    }
    let this = old.map(|old| old.record.id);
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
    for (index, line) in with_reason(draft, PriceReason::Birthday) {
        let least = least(line, percent);
        if line.price < least {
            return Err(Failure::at(Code::PriceInvalid, format!("lines.{index}.price")).with("min", least).into());
        }
    }
    Ok(())
}

/// The price of her level: what the level she had just before the visit gives, and no lower. A shop may round down to the yuan.
///
/// # Errors
/// `level_price_not_due` at the line's reason where there is no such discount, at its price where it is lower.
fn level_price(tx: &Tx<'_>, draft: &Draft, old: Option<&Old>, before: &Before) -> Result<()> {
    let had_it = |line: &DraftLine| {
        let was = |saved: &LineRecord| {
            saved.reason == Some(PriceReason::Level) && (saved.list_price, saved.price) == (Some(line.list_price), line.price)
        };
        // It was judged when the visit was saved; her level may have been another one since, or the rules.
        old.is_some_and(|old| (old.record.customer, old.record.day) == (draft.customer, draft.day) && old.lines.iter().any(was))
    };
    let mut lines = with_reason(draft, PriceReason::Level).filter(|(_, line)| !had_it(line)).peekable();
    if lines.peek().is_none() {
        return Ok(());
    }
    let level = match draft.customer {
        Some(customer) => level_then(tx, customer, (draft.day, draft.at, old.map(|old| old.record.id)), old.is_some(), before)?,
        None => None,
    };
    let percent = match level {
        Some(level) => level::list(tx.db())?.into_iter().find(|l| l.id == level).map_or(100, |l| l.benefits.pay_percent),
        None => 100,
    };
    for (index, line) in lines {
        let refused = |field: &str, why: &str| Failure::at(Code::LevelPriceNotDue, format!("lines.{index}.{field}")).with("why", why);
        if percent >= 100 {
            return Err(refused("reason", if draft.customer.is_some() { "no_discount" } else { "walk_in" }).into());
        }
        let least = least(line, percent);
        if line.price < least {
            return Err(refused("price", "below").with("min", least).into());
        }
    }
    Ok(())
}

fn with_reason(draft: &Draft, reason: PriceReason) -> impl Iterator<Item = (usize, &DraftLine)> {
    draft.lines.iter().enumerate().filter(move |(_, line)| line.reason == Some(reason))
}

/// The lowest price at so many percent of the list price, rounded down to the yuan.
fn least(line: &DraftLine, percent: i64) -> Fen {
    Fen(line.list_price.times(percent, 100).whole_yuan() * 100)
}

fn voucher_off(tx: &Tx<'_>, draft: &Draft, old: Option<&Old>, whole: Fen) -> Result<Fen> {
    let Some(id) = draft.voucher else { return Ok(Fen::ZERO) };
    if let Some(old) = old.map(|old| &old.record)
        && (old.voucher, old.customer, old.day) == (draft.voucher, draft.customer, draft.day)
        && old.voucher_off + old.points_off + old.total == whole
    {
        return Ok(old.voucher_off);
    }
    let this = old.map(|old| old.record.id);
    let found = voucher::get(tx.db(), id)?.filter(|record| Some(record.customer) == draft.customer);
    let mut record = found.ok_or_else(|| Failure::at(Code::NotFound, "voucher"))?;
    if record.issued_visit.is_some() && record.issued_visit == this {
        return Err(Failure::at(Code::VoucherNotUsable, "voucher").with("why", "own").into());
    }
    // The visit being corrected does not stand in its own way.
    record.voucher.used_on = record.voucher.used_on.filter(|used| Some(*used) != this);
    Ok(usable(&record.voucher, whole, draft.day)?)
}

fn points_off(tx: &Tx<'_>, draft: &Draft, old: Option<&Old>, whole: Fen) -> Result<Fen> {
    if draft.points_used == 0 {
        return Ok(Fen::ZERO);
    }
    let rule: PointsRule = setting::need(tx.db(), POINTS_RULE)?;
    let before = old.map(|old| &old.record).filter(|old| old.points_used == draft.points_used);
    let off = before.map_or_else(|| rule.worth(draft.points_used), |old| old.points_off);
    if off > whole || off == Fen::ZERO {
        return Err(Failure::at(Code::OutOfRange, "points_used").with("min", 0).with("max", rule.most(whole)).into());
    }
    Ok(off)
}
