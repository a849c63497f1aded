//! Drawing the conclusions: a pure function of facts, rules and today.

use super::{CustomerStats, Rules};
use crate::clock::Day;
use crate::ids::CustomerId;
use crate::levels::{Membership, adult_from, explain, fold};
use crate::money::Fen;
use crate::profile::{Completeness, FieldSpec, completeness};
use crate::store::facts::CustomerFacts;
use crate::wire::profile::ProfileField;
use crate::wire::visits::VisitKind;
use std::collections::BTreeSet;

/// The conclusions about one customer on a day.
pub fn derive(customer: CustomerId, facts: &CustomerFacts, rules: &Rules, today: Day) -> CustomerStats {
    let purchases: Vec<Day> = facts.visits.iter().filter(|v| v.kind == VisitKind::Purchase).map(|v| v.day).collect();
    let days: BTreeSet<Day> = purchases.iter().copied().collect();
    let events = facts.level_events();
    let member = membership(facts, &events);
    let standing = fold(&rules.levels, &member, today);
    let ledger = crate::points::ledger(&facts.points, today);
    CustomerStats {
        customer,
        visits: count(facts.visits.len()),
        purchases: count(purchases.len()),
        purchase_days: count(days.len()),
        pieces: facts.visits.iter().map(|v| v.pieces).sum(),
        net_spend: facts.visits.iter().map(|v| v.total).sum::<Fen>(),
        first_purchase: days.first().copied(),
        last_purchase: days.last().copied(),
        last_visit: facts.visits.iter().map(|v| v.day).max(),
        last_visit_at: facts.visits.iter().map(|v| v.at).max(),
        level: standing.level,
        level_since: standing.since,
        keeps_until: explain(&rules.levels, &member, &standing, today).keeps_until,
        points: ledger.balance,
        points_on: today,
        points_next_expiry: ledger.next_expiry().map(|(day, _)| day),
        completeness: filled_share(facts, rules).overall,
    }
}

/// The facts in the shape the level rules ask for.
pub(crate) fn membership<'a>(facts: &'a CustomerFacts, events: &'a [crate::levels::LevelEvent]) -> Membership<'a> {
    let adult_from = facts.birthday.as_ref().and_then(adult_from);
    Membership { events, decisions: &facts.decisions, adult_from, opening: facts.opening }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How complete the archive is, by the owner's catalogue.
pub(crate) fn filled_share(facts: &CustomerFacts, rules: &Rules) -> Completeness {
    completeness(&rules.specs, |key| is_filled(facts, rules, key))
}

/// A field as the completeness sees it.
pub(crate) fn spec(field: &ProfileField) -> FieldSpec {
    FieldSpec { key: field.key.clone(), part: field.part, weight: field.weight, on: field.is_on }
}

/// Whether a field holds something for her.
pub(crate) fn is_filled(facts: &CustomerFacts, rules: &Rules, key: &str) -> bool {
    facts.filled_columns.contains(&key)
        || rules.fields.iter().any(|field| field.key == key && !field.is_builtin && facts.filled_fields.contains(&field.id))
}
