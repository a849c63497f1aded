//! The facts that a customer's conclusions are drawn from, read in ranges of customer ids so that one customer and a
//! hundred thousand take the same way.

use crate::calendar::{CalendarKind, RecurringDate};
use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, FieldId, VisitId};
use crate::levels::{Decision, LevelEvent, OpeningBalance};
use crate::money::Fen;
use crate::points::PointsKind;
use crate::wire::visits::VisitKind;
use rusqlite::{Connection, Row, named_params};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A live visit, as far as conclusions need it.
#[derive(Debug, Clone)]
pub struct VisitFact {
    /// Id.
    pub id: VisitId,
    /// When.
    pub at: Millis,
    /// Its day.
    pub day: Day,
    /// Kind.
    pub kind: VisitKind,
    /// Paid on that day.
    pub total: Fen,
    /// Pieces that day.
    pub pieces: i64,
    /// Paid and kept: what was brought back later is off here, and not at the return.
    pub kept: Fen,
}

/// Everything known about one customer that conclusions are drawn from.
#[derive(Debug, Clone, Default)]
pub struct CustomerFacts {
    /// Live visits by day and instant.
    pub visits: Vec<VisitFact>,
    /// Decisions about her level.
    pub decisions: Vec<Decision>,
    /// Her points ledger.
    pub points: Vec<crate::points::PointsEntry>,
    /// What the shop's old book said of her.
    pub opening: Option<OpeningBalance>,
    /// Birthday.
    pub birthday: Option<RecurringDate>,
    /// Keys of built-in fields that are filled.
    pub filled_columns: Vec<&'static str>,
    /// Catalogue fields with a value that holds today.
    pub filled_fields: BTreeSet<FieldId>,
}

impl CustomerFacts {
    /// Her visits as the level rules see them: returns and points taken back are off at the purchase they reverse.
    pub fn level_events(&self) -> Vec<LevelEvent> {
        let mut points: BTreeMap<VisitId, i64> = BTreeMap::new();
        let entries: BTreeMap<_, _> = self.points.iter().map(|e| (e.id, e)).collect();
        for entry in &self.points {
            // A reversal counts at the visit whose points it takes back, or, as the reversal of a reversal, brings back.
            let mut root = entry;
            while root.kind == PointsKind::Reverse
                && let Some(below) = root.reverses.and_then(|id| entries.get(&id))
            {
                root = below;
            }
            if let (PointsKind::Earn, Some(visit)) = (root.kind, root.visit) {
                *points.entry(visit).or_default() += entry.points;
            }
        }
        self.visits
            .iter()
            .map(|v| LevelEvent {
                at: v.at,
                day: v.day,
                visit: v.id,
                net: v.kept,
                is_purchase: matches!(v.kind, VisitKind::Purchase | VisitKind::Exchange),
                points: points.get(&v.id).copied().unwrap_or(0),
            })
            .collect()
    }
}

/// The columns of `customer` that are catalogue fields, with their keys.
pub(crate) const BUILTIN: &[(&str, &str)] = &[
    ("name", "name"),
    ("nickname", "nickname"),
    ("gender", "gender"),
    ("birthday", "birthday_month"),
    ("age_band", "age_band"),
    ("member_no", "member_no"),
    ("wechat", "wechat"),
    ("email", "email"),
    ("address", "address"),
    ("preferred_channel", "preferred_channel"),
    ("source", "source"),
    ("referrer", "referrer_id"),
    ("staff", "staff_id"),
];

/// The birthday columns of a row.
pub(crate) fn birthday_of(row: &Row<'_>) -> rusqlite::Result<Option<RecurringDate>> {
    birthday_from(row, row.as_ref().column_index("birthday_calendar")?)
}

/// The same where it is known in which columns they stand: calendar, year, month, day, leap month.
pub(crate) fn birthday_from(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<RecurringDate>> {
    let (Some(month), Some(day)) = (row.get::<_, Option<u8>>(at + 2)?, row.get::<_, Option<u8>>(at + 3)?) else {
        return Ok(None);
    };
    let kind = if row.get_ref(at)?.as_str_or_null()? == Some("lunar") { CalendarKind::Lunar } else { CalendarKind::Solar };
    Ok(RecurringDate::new(kind, row.get(at + 1)?, month, day, row.get(at + 4)?).ok())
}

/// The facts of every customer whose id lies in the range.
pub(crate) fn between(db: &Connection, first: CustomerId, last: CustomerId) -> Result<BTreeMap<CustomerId, CustomerFacts>> {
    until(db, first, last, Day::from_ymd_opt(9999, 12, 31).unwrap_or(Day::MAX))
}

/// The facts up to and including a day. What the archive holds has no day and is as it is now.
pub(crate) fn until(db: &Connection, first: CustomerId, last: CustomerId, day: Day) -> Result<BTreeMap<CustomerId, CustomerFacts>> {
    let mut found = archives(db, first, last)?;
    happened(db, first, last, day, &mut found)?;
    super::rows(
        db,
        "SELECT customer_id, field_id FROM profile_value WHERE customer_id BETWEEN :first AND :last AND ended_on IS NULL",
        named_params! {":first": first, ":last": last},
        |row| {
            if let Some(facts) = found.get_mut(&row.get(0)?) {
                facts.filled_fields.insert(row.get(1)?);
            }
            Ok(())
        },
    )?;
    Ok(found)
}

/// Of the facts up to and including a day what a level follows from: what the archive is filled with is left out.
pub(crate) fn of_levels(db: &Connection, first: CustomerId, last: CustomerId, day: Day) -> Result<BTreeMap<CustomerId, CustomerFacts>> {
    let rows = super::rows(
        db,
        "SELECT id, birthday_calendar, birthday_year, birthday_month, birthday_day, birthday_leap FROM customer
         WHERE id BETWEEN :first AND :last",
        named_params! {":first": first, ":last": last},
        |row| Ok((row.get(0)?, CustomerFacts { birthday: birthday_from(row, 1)?, ..CustomerFacts::default() })),
    )?;
    let mut found = rows.into_iter().collect();
    happened(db, first, last, day, &mut found)?;
    Ok(found)
}

/// Visits, decisions and points up to and including a day, into the facts of their customers.
fn happened(db: &Connection, first: CustomerId, last: CustomerId, day: Day, found: &mut BTreeMap<CustomerId, CustomerFacts>) -> Result<()> {
    let mut brought_back = false;
    super::rows(
        db,
        "SELECT customer_id, id, at, day, kind, total, pieces FROM visit
         WHERE customer_id BETWEEN :first AND :last AND voided_at IS NULL AND day <= :day ORDER BY customer_id, day, at",
        named_params! {":first": first, ":last": last, ":day": day},
        |row| {
            let kind = row.get(4)?;
            brought_back |= matches!(kind, VisitKind::Return | VisitKind::Exchange);
            let total: Fen = row.get(5)?;
            let day = super::contact_facts::on(row, 3)?;
            let fact = VisitFact { id: row.get(1)?, at: row.get(2)?, day, kind, total, pieces: row.get(6)?, kept: total };
            if let Some(facts) = found.get_mut(&row.get(0)?) {
                facts.visits.push(fact);
            }
            Ok(())
        },
    )?;
    if brought_back {
        keep_less(db, first, last, day, found)?;
    }
    for (customer, decision) in super::level::decisions(db, first, last)?.into_iter().filter(|(_, decision)| decision.day <= day) {
        if let Some(facts) = found.get_mut(&customer) {
            facts.decisions.push(decision);
        }
    }
    for (customer, balance) in super::opening_balance::between(db, first, last, day)? {
        if let Some(facts) = found.get_mut(&customer) {
            facts.opening = Some(balance);
        }
    }
    for (customer, entry) in super::points::between(db, first, last)?.into_iter().filter(|(_, entry)| entry.day <= day) {
        if let Some(facts) = found.get_mut(&customer) {
            facts.points.push(entry);
        }
    }
    Ok(())
}

/// Takes what was brought back off at the purchases, and puts it on again at the returns.
fn keep_less(
    db: &Connection,
    first: CustomerId,
    last: CustomerId,
    day: Day,
    found: &mut BTreeMap<CustomerId, CustomerFacts>,
) -> Result<()> {
    let returned = super::rows(
        db,
        "SELECT rv.id, b.visit_id, l.amount FROM visit rv
         JOIN visit_line l ON l.visit_id = rv.id AND l.reverses_id IS NOT NULL JOIN visit_line b ON b.id = l.reverses_id
         WHERE rv.customer_id BETWEEN :first AND :last AND rv.voided_at IS NULL AND rv.kind IN ('return', 'exchange') AND rv.day <= :day",
        named_params! {":first": first, ":last": last, ":day": day},
        |row| Ok((row.get::<_, VisitId>(0)?, row.get::<_, VisitId>(1)?, row.get::<_, Fen>(2)?)),
    )?;
    let mut moved: BTreeMap<VisitId, Fen> = BTreeMap::new();
    for (back, bought, amount) in returned {
        *moved.entry(back).or_default() -= amount;
        *moved.entry(bought).or_default() += amount;
    }
    for visit in found.values_mut().flat_map(|facts| &mut facts.visits) {
        visit.kept += moved.get(&visit.id).copied().unwrap_or_default();
    }
    Ok(())
}

fn archives(db: &Connection, first: CustomerId, last: CustomerId) -> Result<BTreeMap<CustomerId, CustomerFacts>> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        let filled: Vec<String> = BUILTIN.iter().map(|(_, column)| format!("{column} IS NOT NULL")).collect();
        format!(
            "SELECT id, birthday_calendar, birthday_year, birthday_month, birthday_day, birthday_leap, {},
                    EXISTS (SELECT 1 FROM phone p WHERE p.customer_id = c.id)
             FROM customer c WHERE id BETWEEN :first AND :last",
            filled.join(", ")
        )
    });
    let found = super::rows(db, &SQL, named_params! {":first": first, ":last": last}, |row| {
        let mut facts = CustomerFacts { birthday: birthday_from(row, 1)?, ..CustomerFacts::default() };
        for (at, key) in BUILTIN.iter().map(|(key, _)| *key).chain(["phone"]).enumerate() {
            if row.get(6 + at)? {
                facts.filled_columns.push(key);
            }
        }
        Ok((row.get(0)?, facts))
    })?;
    Ok(found.into_iter().collect())
}

/// Hands everybody's facts to `take`, a thousand customers at a time, so that the memory stays flat.
///
/// # Errors
/// `cancelled` when somebody asked to stop, and whatever `take` says.
pub(crate) fn each(
    db: &Connection,
    progress: &crate::progress::Progress,
    mut take: impl FnMut(CustomerId, &CustomerFacts) -> Result<()>,
) -> Result<()> {
    let last = last_customer(db)?;
    progress.start(u64::try_from(last.0).unwrap_or(0));
    let mut first = CustomerId(1);
    while first <= last {
        let end = CustomerId(first.0 + 999);
        for (customer, facts) in between(db, first, end)? {
            take(customer, &facts)?;
        }
        progress.reach(u64::try_from(end.min(last).0).unwrap_or(0))?;
        first = CustomerId(end.0 + 1);
    }
    Ok(())
}

/// The highest customer id.
pub(crate) fn last_customer(db: &Connection) -> Result<CustomerId> {
    Ok(super::row(db, "SELECT coalesce(max(id), 0) FROM customer", [], |row| row.get(0))?.unwrap_or(CustomerId(0)))
}
