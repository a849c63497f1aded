//! The rules: listed, saved, taken away.

use super::CareRule;
use crate::error::{Code, Failure, Result};
use crate::ids::CareRuleId;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::care_rule;
use crate::wire::care::{CareRuleRef, CareRules, RuleRow, SaveCareRule};
use crate::wire::{Done, Nothing, text};

/// All rules with what each makes today.
pub fn list(shop: &mut Shop, _: Nothing) -> Result<CareRules> {
    let (list, _) = shop.care()?;
    let row = |rule: &CareRule| {
        let lanes = list.worklist.lanes().filter(|lane| lane.rule == Some(rule.id));
        let waiting = lanes.map(|lane| lane.counts.overdue + lane.counts.due).sum();
        RuleRow { rule: rule.clone(), waiting, held: list.worklist.held_of(rule.id) }
    };
    let rules = list.rules.iter().map(row).collect();
    Ok(CareRules { rules })
}

/// Checks a rule as it came.
///
/// # Errors
/// `required` or `too_long` at `name`; those of [`super::RulePlan::check`].
pub(super) fn checked(request: &SaveCareRule) -> Result<String> {
    let name = text::required("name", &request.name, text::LINE)?;
    request.plan.check()?;
    Ok(name)
}

/// Changes a rule or adds one of the shop's own.
///
/// # Errors
/// `not_found` at `id`, and those of the check.
pub fn save(shop: &mut Shop, request: SaveCareRule) -> Result<CareRule> {
    let name = checked(&request)?;
    shop.write(Op::SaveCareRule, |tx| {
        let id = match request.id {
            Some(id) if care_rule::update(tx.db(), id, &name, &request.plan, request.is_on)? => id,
            Some(_) => return Err(Failure::at(Code::NotFound, "id").into()),
            None => care_rule::insert(tx.db(), None, &name, &request.plan, request.is_on)?,
        };
        tx.param("rule", name.as_str());
        find(&care_rule::list(tx.db())?, id)
    })
}

fn find(rules: &[CareRule], id: CareRuleId) -> Result<CareRule> {
    Ok(rules.iter().find(|rule| rule.id == id).cloned().ok_or_else(|| Failure::at(Code::NotFound, "rule"))?)
}

/// Takes a rule of the shop's own away. One that ships with the program, or under which something was decided, is switched off instead.
///
/// # Errors
/// `not_found`; `in_use` with `n`.
pub fn remove(shop: &mut Shop, request: CareRuleRef) -> Result<Done> {
    shop.write(Op::RemoveCareRule, |tx| {
        let rule = find(&care_rule::list(tx.db())?, request.rule)?;
        let decisions = care_rule::decisions(tx.db(), rule.id)?;
        if rule.key.is_some() || decisions > 0 {
            return Err(Failure::at(Code::InUse, "rule").with("n", decisions).into());
        }
        care_rule::delete(tx.db(), rule.id)?;
        tx.param("rule", rule.name.as_str());
        Ok(Done {})
    })
}
