//! Whose birthday falls into a month, for the list of its gifts.

use super::care_causes::{Dates, dates};
use super::care_facts::{FoundBy, Gathered};
use crate::calendar::RecurringDate;
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, LevelId};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, BTreeSet};

/// Whose birthday falls into a month, and whether she gets a gift.
pub(super) struct List {
    dates: Dates,
    days: (Day, Day),
    pub people: BTreeMap<CustomerId, bool>,
}

impl List {
    /// Of a month from its first to its last day, nobody on it yet.
    pub fn of(days: (Day, Day)) -> List {
        List { dates: Dates::of(days.0, days.1), days, people: BTreeMap::new() }
    }

    /// Whether somebody with that birthday belongs on it.
    pub fn has(&self, date: &RecurringDate) -> bool {
        self.dates.has(date) && date.occurrences_between(self.days.0, self.days.1).next().is_some()
    }
}

/// Everybody whose birthday may fall into one of some months.
pub(super) fn listed(db: &Connection, months: &[(Day, Day)], found: &mut Gathered) -> Result<()> {
    for (month, first, last) in months.iter().flat_map(|(from, to)| dates(*from, *to)) {
        let sql = "SELECT id FROM customer WHERE birthday_month = :month AND birthday_day BETWEEN :first AND :last";
        super::rows(db, sql, named_params! {":month": month, ":first": first, ":last": last}, |row| {
            found.perhaps(row.get(0)?).found_by.add(FoundBy::LISTED);
            Ok(())
        })?;
    }
    Ok(())
}

/// Customers in use with a birthday in a stretch of days, and whether they are on one of the levels.
pub(super) fn birthdays(db: &Connection, from: Day, to: Day, levels: &BTreeSet<LevelId>) -> Result<BTreeMap<CustomerId, bool>> {
    let mut found = BTreeMap::new();
    for (month, first, last) in dates(from, to) {
        super::rows(
            db,
            "SELECT c.birthday_calendar, c.birthday_year, c.birthday_month, c.birthday_day, c.birthday_leap, s.level_id, c.id
             FROM customer c CROSS JOIN customer_stats s ON s.customer_id = c.id
             WHERE c.birthday_month = :month AND c.birthday_day BETWEEN :first AND :last AND c.status = 'active' AND c.merged_into_id IS NULL",
            named_params! {":month": month, ":first": first, ":last": last},
            |row| {
                if super::facts::birthday_from(row, 0)?.is_some_and(|date| date.occurrences_between(from, to).next().is_some()) {
                    found.insert(row.get(6)?, levels.contains(&row.get(5)?));
                }
                Ok(())
            },
        )?;
    }
    Ok(found)
}
