//! What a visit earns, and what a first purchase gives.

use super::effects::Before;
use super::settle::{Earning, Kept, Moved, Terms};
use crate::calendar::{RecurringDate, birthday_window};
use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, LevelId, VisitId, VoucherId};
use crate::levels::fold;
use crate::money::Fen;
use crate::opening::{POINTS_RULE, VOUCHER_RULE};
use crate::points::{PointsRule, Rate, WHOLE_BP};
use crate::presets::VoucherDefault;
use crate::shop::Tx;
use crate::stats::membership;
use crate::store::visit::{self, VisitRecord};
use crate::store::{facts, setting, visit_points, voucher};
use crate::vouchers::{Voucher, VoucherKind, validity};
use crate::wire::visits::VisitKind;

/// At what a visit earns. While its customer and its day stay, a corrected visit earns at the rate it was saved with.
pub(super) fn earning(
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
    let rules = tx.rules()?;
    let level = level_then(tx, customer, (visit.day, visit.at, Some(visit.id)), old.is_some(), before)?;
    let level_bp = level.and_then(|id| rules.levels.level(id)).map_or(WHOLE_BP, |l| l.benefits.points_bp);
    let rule: PointsRule = setting::need(db, POINTS_RULE)?;
    let in_birthday_time = birthday.is_some_and(|date| birthday_window(date, rule.birthday_scope, visit.day).is_some());
    let birthday_bp = if in_birthday_time { rule.birthday_bp } else { WHOLE_BP };
    let terms = Terms { rate: Rate::of(rule.per_yuan_bp, level_bp, birthday_bp), expires_on: rule.expiry.expires_on(visit.day) };
    Ok(Earning::At(Some(terms)))
}

/// The level she had just before a visit: its day and instant, and its id if it has one yet.
pub(super) fn level_then(
    tx: &Tx<'_>,
    customer: CustomerId,
    (day, at, visit): (Day, Millis, Option<VisitId>),
    corrects: bool,
    before: &Before,
) -> Result<Option<LevelId>> {
    if let Some(stats) = &before.stats
        && !corrects
        && day == tx.day()
        && stats.last_visit_at.is_none_or(|last| last <= at)
    {
        return Ok(Some(stats.level));
    }
    let Some(mut facts) = facts::between(tx.db(), customer, customer)?.remove(&customer) else { return Ok(None) };
    facts.decisions.retain(|decision| (decision.day, decision.at) <= (day, at));
    let mut events = facts.level_events();
    // A visit that has no id yet comes after all others of its instant.
    let this = visit.unwrap_or(VisitId(i64::MAX));
    events.retain(|event| event.visit != this && (event.day, event.at, event.visit) < (day, at, this));
    Ok(Some(fold(&tx.rules()?.levels, &membership(&facts, &events), day).level))
}

/// A customer's first purchase gives her a voucher for the second, if the shop has one.
pub(super) fn give_second_visit(tx: &Tx<'_>, visit: &VisitRecord, moved: &mut Moved) -> Result<()> {
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
