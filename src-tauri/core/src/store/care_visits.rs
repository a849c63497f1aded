//! The visits of the days that rules look at, with what was brought back of each.

use super::care_causes::each;
use super::care_facts::{Gathered, Scope, list};
use crate::care::{Surroundings, Trigger, TriggerKind, VisitFact, later};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::VisitId;
use crate::money::Fen;
use crate::wire::visits::VisitKind;
use rusqlite::{Connection, Row, ToSql, named_params};
use std::collections::{BTreeMap, BTreeSet};

const VISIT_KINDS: &[TriggerKind] = &[TriggerKind::NewCard, TriggerKind::FirstPurchase, TriggerKind::BigPurchase, TriggerKind::Milestone];

/// Some days of which visits are looked at, and the smallest amount of interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Window {
    from: Day,
    to: Day,
    least: Fen,
}

/// The days that rules look at, joined where they touch.
fn windows(around: &Surroundings, stretch: u64) -> Vec<Window> {
    let mut windows: Vec<Window> = Vec::new();
    for rule in around.rules.iter().filter(|rule| VISIT_KINDS.contains(&rule.plan.trigger.kind())) {
        let (from, to) = around.causes(rule, stretch);
        let least = if let Trigger::BigPurchase { least } = &rule.plan.trigger { *least } else { Fen(i64::MIN) };
        windows.push(Window { from, to: to.min(around.today), least });
    }
    windows.sort();
    let mut joined: Vec<Window> = Vec::new();
    for window in windows {
        match joined.last_mut() {
            Some(last) if window.from <= later(last.to, 1) => {
                *last = Window { from: last.from, to: last.to.max(window.to), least: last.least.min(window.least) };
            }
            _ => joined.push(window),
        }
    }
    joined
}

/// The visits into `found`, each customer's by day and moment.
pub(super) fn gather(db: &Connection, scope: Scope, around: &Surroundings, stretch: u64, found: &mut Gathered) -> Result<()> {
    let mut old: Vec<VisitId> = Vec::new();
    let mut returned: BTreeMap<VisitId, Fen> = BTreeMap::new();
    for window in windows(around, stretch) {
        // Of the money of the last days some went back in the same days, by a visit that is then among them.
        if scope == Scope::All && window.to == around.today && window.least == Fen(i64::MIN) {
            returned = went_back(db, &recent(db, window, found)?)?;
        } else {
            by_day(db, scope, window, found, &mut old)?;
        }
    }
    returned.extend(brought_back(db, &old, around.today)?);
    let asked = around.rules.iter().any(|rule| !rule.plan.conditions.categories.is_empty());
    let mut categories = if asked { categories(db, found)? } else { BTreeMap::new() };
    if returned.is_empty() && categories.is_empty() {
        return Ok(());
    }
    for visit in found.visits_of_each().flatten() {
        visit.kept = visit.total + returned.get(&visit.id).copied().unwrap_or_default();
        visit.categories = categories.remove(&visit.id).unwrap_or_default();
    }
    Ok(())
}

/// Visits of some days with their rows; those whose money may have gone back into `old`.
fn by_day(db: &Connection, scope: Scope, window: Window, found: &mut Gathered, old: &mut Vec<VisitId>) -> Result<()> {
    let sql = match scope {
        Scope::All => {
            "SELECT customer_id, id, day, at, kind, total, staff_id FROM visit
             WHERE day BETWEEN :from AND :to AND customer_id IS NOT NULL AND voided_at IS NULL AND total >= :least ORDER BY day, at, id"
        }
        Scope::One(_) => {
            "SELECT customer_id, id, day, at, kind, total, staff_id FROM visit
             WHERE customer_id = :customer AND day BETWEEN :from AND :to AND voided_at IS NULL AND total >= :least ORDER BY day, at, id"
        }
    };
    let mut days = Days(None);
    each(db, scope, sql, &[(":from", &window.from), (":to", &window.to), (":least", &window.least)], |row| {
        let visit = visit(row, &mut days)?;
        if visit.total > Fen::ZERO {
            old.push(visit.id);
        }
        found.perhaps(row.get(0)?).visits.push(visit);
        Ok(())
    })
}

/// The day of the row before: visits come day by day, and there are thousands of each.
struct Days(Option<([u8; 10], Day)>);

impl Days {
    fn of(&mut self, row: &Row<'_>, at: usize) -> rusqlite::Result<Day> {
        let text = row.get_ref(at)?.as_bytes().ok().and_then(|text| <[u8; 10]>::try_from(text).ok());
        if let (Some((before, day)), Some(text)) = (self.0, text)
            && before == text
        {
            return Ok(day);
        }
        let day = super::contact_facts::on(row, at)?;
        self.0 = text.map(|text| (text, day));
        Ok(day)
    }
}

fn visit(row: &Row<'_>, days: &mut Days) -> rusqlite::Result<VisitFact> {
    let total = row.get(5)?;
    Ok(VisitFact {
        id: row.get(1)?,
        day: days.of(row, 2)?,
        at: row.get(3)?,
        kind: row.get(4)?,
        total,
        kept: total,
        staff: row.get(6)?,
        categories: BTreeSet::new(),
    })
}

/// Visits of the last days; answers with those that brought something back, a walk-in's too, since what was sold to a customer may come
/// back so. In a book that is kept day by day they lie together, which the visits of those who were here do not.
fn recent(db: &Connection, window: Window, found: &mut Gathered) -> Result<Vec<VisitId>> {
    let mut backs = Vec::new();
    let together = together(db, window)?;
    let mut params: Vec<(&str, &dyn ToSql)> = vec![(":from", &window.from), (":to", &window.to)];
    let sql = match &together {
        // Walked as they lie, they need not be found one by one.
        Some((first, last)) => {
            params.extend([(":first", first as &dyn ToSql), (":last", last)]);
            "SELECT customer_id, id, day, at, kind, total, staff_id FROM visit
             WHERE id BETWEEN :first AND :last AND +day BETWEEN :from AND :to AND voided_at IS NULL ORDER BY id"
        }
        None => {
            "SELECT customer_id, id, day, at, kind, total, staff_id FROM visit
             WHERE day BETWEEN :from AND :to AND voided_at IS NULL ORDER BY day, at, id"
        }
    };
    let mut days = Days(None);
    each(db, Scope::All, sql, &params, |row| {
        let visit = visit(row, &mut days)?;
        if matches!(visit.kind, VisitKind::Return | VisitKind::Exchange) {
            backs.push(visit.id);
        }
        if let Some(customer) = row.get(0)? {
            found.perhaps(customer).visits.push(visit);
        }
        Ok(())
    })?;
    for visits in found.visits_of_each() {
        let place = |visit: &VisitFact| (visit.day, visit.at, visit.id);
        if !visits.is_sorted_by_key(place) {
            visits.sort_unstable_by_key(place);
        }
    }
    Ok(backs)
}

/// The first and the last id of the visits of some days, if hardly any other lies between them.
fn together(db: &Connection, window: Window) -> Result<Option<(VisitId, VisitId)>> {
    let sql = "SELECT count(*), min(id), max(id) FROM visit WHERE day BETWEEN :from AND :to";
    let found = super::row(db, sql, named_params! {":from": window.from, ":to": window.to}, |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, Option<VisitId>>(1)?, row.get::<_, Option<VisitId>>(2)?))
    })?;
    let Some((many, Some(first), Some(last))) = found else { return Ok(None) };
    Ok((last.0 - first.0 < many + many / 4).then_some((first, last)))
}

/// What some visits brought back, by the visit it was sold on, below zero.
fn went_back(db: &Connection, visits: &[VisitId]) -> Result<BTreeMap<VisitId, Fen>> {
    let rows = super::rows(
        db,
        "SELECT b.visit_id, sum(l.amount) FROM json_each(:ids) j CROSS JOIN visit_line l ON l.visit_id = j.value
         CROSS JOIN visit_line b ON b.id = l.reverses_id WHERE l.reverses_id IS NOT NULL GROUP BY b.visit_id",
        named_params! {":ids": list(visits.iter().map(|id| id.0))},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// What was brought back of some visits until today, below zero.
fn brought_back(db: &Connection, visits: &[VisitId], today: Day) -> Result<BTreeMap<VisitId, Fen>> {
    if visits.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = super::rows(
        db,
        "SELECT b.visit_id, sum(l.amount) FROM json_each(:ids) j CROSS JOIN visit_line b ON b.visit_id = j.value
         CROSS JOIN visit_line l ON l.reverses_id = b.id CROSS JOIN visit rv ON rv.id = l.visit_id
         WHERE rv.voided_at IS NULL AND rv.day <= :today GROUP BY b.visit_id",
        named_params! {":ids": list(visits.iter().map(|id| id.0)), ":today": today},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

fn categories(db: &Connection, found: &Gathered) -> Result<BTreeMap<VisitId, BTreeSet<String>>> {
    let sold = found.visits().filter(|visit| visit.total > Fen::ZERO);
    let rows: Vec<(VisitId, String)> = super::rows(
        db,
        "SELECT l.visit_id, l.category FROM json_each(:ids) j CROSS JOIN visit_line l ON l.visit_id = j.value
         WHERE l.category IS NOT NULL AND l.qty > 0",
        named_params! {":ids": list(sold.map(|visit| visit.id.0))},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut found: BTreeMap<VisitId, BTreeSet<String>> = BTreeMap::new();
    for (visit, category) in rows {
        found.entry(visit).or_default().insert(category);
    }
    Ok(found)
}
