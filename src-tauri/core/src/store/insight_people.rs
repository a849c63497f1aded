//! Tables `customer`, `customer_stats` and `profile_value` as insight reads them.

use super::contact_facts::{day, on};
use super::facts::birthday_of;
use crate::calendar::{AgeBand, RecurringDate};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, FieldId, LevelId};
use crate::wire::customers::Status;
use chrono::Datelike;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;

/// An archive, as far as every figure needs it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Archive {
    pub id: CustomerId,
    /// Day number on which it was opened.
    pub joined: i32,
    pub cancelled: bool,
    /// What she spent, or how often she bought, in another system came in as a balance, so her first purchase is not in this book.
    pub opening: bool,
    /// Points as cached.
    pub points: i64,
    /// Last valid day of the lot that runs out first, as cached.
    pub points_end: Option<i32>,
}

/// All archives that were not merged into another, by id.
pub(crate) fn archives(db: &Connection) -> Result<Vec<Archive>> {
    let opening = with_opening(db)?;
    super::rows(
        db,
        "SELECT c.id, c.joined_on, c.status, coalesce(s.points, 0), s.points_next_expiry
         FROM customer c LEFT JOIN customer_stats s ON s.customer_id = c.id WHERE c.merged_into_id IS NULL ORDER BY c.id",
        [],
        |row| {
            let id = row.get(0)?;
            Ok(Archive {
                id,
                joined: on(row, 1)?.num_days_from_ce(),
                cancelled: row.get::<_, Status>(2)? == Status::Cancelled,
                opening: opening.contains(&id),
                points: row.get(3)?,
                points_end: day(row, 4)?.map(|day| day.num_days_from_ce()),
            })
        },
    )
}

fn with_opening(db: &Connection) -> Result<BTreeSet<CustomerId>> {
    let sql = "SELECT DISTINCT v.customer_id FROM profile_field f CROSS JOIN profile_value v ON v.field_id = f.id
               WHERE f.key IN ('opening_spend', 'opening_visits') AND CAST(v.value AS REAL) > 0";
    Ok(super::rows(db, sql, [], |row| row.get(0))?.into_iter().collect())
}

/// What an archive says about who she is.
#[derive(Debug, Clone)]
pub(crate) struct Traits {
    pub id: CustomerId,
    pub gender: Option<bool>,
    pub birthday: Option<RecurringDate>,
    pub age_band: Option<AgeBand>,
    pub level: Option<LevelId>,
}

/// The traits of all archives that were not merged into another, by id. A gender is true for a woman; the level is today's.
pub(crate) fn traits(db: &Connection) -> Result<Vec<Traits>> {
    super::rows(
        db,
        "SELECT c.id, c.gender, c.birthday_calendar, c.birthday_year, c.birthday_month, c.birthday_day, c.birthday_leap, c.age_band, s.level_id
         FROM customer c LEFT JOIN customer_stats s ON s.customer_id = c.id WHERE c.merged_into_id IS NULL ORDER BY c.id",
        [],
        |row| {
            let gender = match row.get_ref(1)? {
                ValueRef::Text(b"f") => Some(true),
                ValueRef::Text(b"m") => Some(false),
                _ => None,
            };
            let age_band: Option<String> = row.get(7)?;
            Ok(Traits {
                id: row.get(0)?,
                gender,
                birthday: birthday_of(row)?,
                age_band: age_band.as_deref().and_then(AgeBand::from_code),
                level: row.get(8)?,
            })
        },
    )
}

/// Hands each value that held on a day to `take`, in no order that means anything; one person may have a value twice.
pub(crate) fn each_value(db: &Connection, day: Day, mut take: impl FnMut(FieldId, CustomerId, &str)) -> Result<()> {
    let sql = "SELECT field_id, customer_id, value FROM profile_value NOT INDEXED
               WHERE learned_on <= :day AND (ended_on IS NULL OR ended_on > :day)";
    #[cfg(test)]
    super::plans::note(sql);
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":day": day})?;
    while let Some(row) = rows.next()? {
        take(row.get(0)?, row.get(1)?, row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?);
    }
    Ok(())
}

/// Whose field had a value on a day; of any value if none is named.
pub(crate) fn with_value(db: &Connection, field: FieldId, value: Option<&str>, day: Day) -> Result<BTreeSet<CustomerId>> {
    let sql = "SELECT customer_id FROM profile_value WHERE field_id = :field AND (:value IS NULL OR value = :value)
               AND learned_on <= :day AND (ended_on IS NULL OR ended_on > :day)";
    let found = super::rows(db, sql, named_params! {":field": field, ":value": value, ":day": day}, |row| row.get(0))?;
    Ok(found.into_iter().collect())
}
