//! Who spent most in a year that a rule counts these days.

use crate::care::{CareRule, STRETCH, Surroundings, TopYear, Trigger};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::money::Fen;
use chrono::{Datelike, Days, Months};
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;

/// The years that rules count these days, each with its best.
pub(crate) fn years(db: &Connection, around: &Surroundings) -> Result<Vec<TopYear>> {
    around.rules.iter().filter_map(|rule| counted(rule, around)).map(|(counted, count)| walk(db, counted, count)).collect()
}

/// The day a rule counts, and how many it is for.
fn counted(rule: &CareRule, around: &Surroundings) -> Option<(Day, usize)> {
    let Trigger::TopSpender { month, day, count } = rule.plan.trigger else { return None };
    let (from, to) = around.causes(rule, STRETCH);
    let days = (from.year()..=to.year()).filter_map(|year| Day::from_ymd_opt(year, month.into(), day.into()));
    let counted = days.filter(|day| (from..=to).contains(day) && *day <= around.today).max()?;
    Some((counted, count as usize))
}

/// From who spent most in all: what counts of a year is at most that, so the walk ends where all that remains is less than what was found.
fn walk(db: &Connection, counted: Day, count: usize) -> Result<TopYear> {
    let mut year = TopYear { counted, count, best: Vec::new() };
    let mut place: Option<(Fen, CustomerId)> = None;
    loop {
        let page = super::rows(
            db,
            "SELECT net_spend, customer_id FROM customer_stats WHERE (net_spend, customer_id) < (:spend, :customer) AND net_spend > 0
             ORDER BY net_spend DESC, customer_id DESC LIMIT 200",
            named_params! {":spend": place.map_or(Fen(i64::MAX), |p| p.0), ":customer": place.map_or(CustomerId(i64::MAX), |p| p.1)},
            |row| Ok((row.get::<_, Fen>(0)?, row.get::<_, CustomerId>(1)?)),
        )?;
        if page.is_empty() {
            return Ok(year);
        }
        for (ever, customer) in page {
            place = Some((ever, customer));
            if year.best.len() == count && year.best.last().is_none_or(|last| last.0 > ever) {
                return Ok(year);
            }
            year.put(customer, spent(db, customer, counted)?);
        }
    }
}

/// Brings a year in line with what some customers spend now; all others spend what they spent.
pub(crate) fn follow(db: &Connection, year: &mut TopYear, changed: &BTreeSet<CustomerId>) -> Result<()> {
    for &customer in changed {
        let now = spent(db, customer, year.counted)?;
        // Whoever falls back leaves a place, perhaps to somebody who was not looked at here.
        if year.best.len() == year.count && year.of(customer).is_some_and(|before| now < before) {
            *year = walk(db, year.counted, year.count)?;
            return Ok(());
        }
        year.put(customer, now);
    }
    Ok(())
}

/// What counts of a year: what she spent in it, of which nothing counts that she brought back since. Nothing of who is no customer.
fn spent(db: &Connection, customer: CustomerId, counted: Day) -> Result<Fen> {
    let before = counted.checked_sub_months(Months::new(12)).unwrap_or(Day::MIN);
    let since = before.checked_add_days(Days::new(1)).unwrap_or(before);
    let found: Option<Fen> = super::row(
        db,
        "SELECT min(s.net_spend, (SELECT coalesce(sum(total), 0) FROM visit
                 WHERE customer_id = :customer AND day BETWEEN :since AND :counted AND voided_at IS NULL))
         FROM customer c CROSS JOIN customer_stats s ON s.customer_id = c.id
         WHERE c.id = :customer AND c.status = 'active' AND c.merged_into_id IS NULL",
        named_params! {":customer": customer, ":since": since, ":counted": counted},
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or_default())
}
