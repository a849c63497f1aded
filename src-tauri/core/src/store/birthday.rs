//! Birthdays of all customers at once: how many there are of each date, and whose they are.

use super::facts::birthday_of;
use crate::calendar::{CalendarKind, RecurringDate};
use crate::error::Result;
use crate::ids::{CustomerId, LevelId};
use rusqlite::{Connection, named_params};

/// Each birthday without its year, with the number of customers in use who have it.
pub(crate) fn counts(db: &Connection) -> Result<Vec<(RecurringDate, i64)>> {
    let found = super::rows(
        db,
        "SELECT birthday_calendar, NULL AS birthday_year, birthday_month, birthday_day, birthday_leap, count(*) AS n FROM customer
         WHERE status = 'active' AND merged_into_id IS NULL AND birthday_month IS NOT NULL
         GROUP BY birthday_calendar, birthday_month, birthday_day, birthday_leap",
        [],
        |row| Ok((birthday_of(row)?, row.get("n")?)),
    )?;
    Ok(found.into_iter().filter_map(|(date, n)| Some((date?, n))).collect())
}

/// A customer with her birthday and level.
pub(crate) struct Born {
    pub customer: CustomerId,
    pub birthday: RecurringDate,
    pub level: LevelId,
}

/// The customers in use who have one of these birthdays, whatever its year, by name.
pub(crate) fn of_dates(db: &Connection, dates: &[RecurringDate]) -> Result<Vec<Born>> {
    let key = |date: &RecurringDate| format!("{}-{}-{}-{}", calendar(date), date.month(), date.day(), i32::from(date.leap()));
    let keys = serde_json::to_string(&dates.iter().map(key).collect::<Vec<_>>())?;
    let found = super::rows(
        db,
        "SELECT c.id, c.birthday_calendar, c.birthday_year, c.birthday_month, c.birthday_day, c.birthday_leap, s.level_id
         FROM customer c JOIN customer_stats s ON s.customer_id = c.id
         WHERE c.status = 'active' AND c.merged_into_id IS NULL
           AND c.birthday_calendar || '-' || c.birthday_month || '-' || c.birthday_day || '-' || c.birthday_leap
               IN (SELECT value FROM json_each(:keys))
         ORDER BY c.name_key, c.id",
        named_params! {":keys": keys},
        |row| Ok((row.get("id")?, birthday_of(row)?, row.get("level_id")?)),
    )?;
    Ok(found.into_iter().filter_map(|(customer, birthday, level)| Some(Born { customer, birthday: birthday?, level })).collect())
}

fn calendar(date: &RecurringDate) -> &'static str {
    if date.calendar() == CalendarKind::Lunar { "lunar" } else { "solar" }
}
