//! Everybody as the finder of duplicates looks at them, and how much there is in one archive.

use super::facts::birthday_of;
use crate::calendar::RecurringDate;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::wire::customers::{ArchiveCounts, Status};
use rusqlite::{Connection, named_params};

/// One archive: name, how it is read, birthday, status.
pub(crate) struct ArchiveRow {
    pub id: CustomerId,
    pub name: String,
    pub reading: String,
    pub birthday: Option<RecurringDate>,
    pub status: Status,
}

/// All archives in a range of ids, by id; without those merged into others and those of people who were erased.
pub(crate) fn archives(db: &Connection, first: CustomerId, last: CustomerId) -> Result<Vec<ArchiveRow>> {
    super::rows(
        db,
        "SELECT id, name, name_key, status, birthday_calendar, birthday_year, birthday_month, birthday_day, birthday_leap
         FROM customer c WHERE id BETWEEN :first AND :last AND merged_into_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.customer_id = c.id) ORDER BY id",
        named_params! {":first": first, ":last": last},
        |row| {
            Ok(ArchiveRow {
                id: row.get("id")?,
                name: row.get("name")?,
                reading: row.get("name_key")?,
                birthday: birthday_of(row)?,
                status: row.get("status")?,
            })
        },
    )
}

/// The number of the last erasure, which no history tells of.
pub(crate) fn last_erasure(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT coalesce(max(id), 0) FROM erasure", [], |row| row.get(0))?.unwrap_or(0))
}

/// Their folded phones, by customer, the main one first.
pub(crate) fn phones(db: &Connection, first: CustomerId, last: CustomerId) -> Result<Vec<(CustomerId, String)>> {
    super::rows(
        db,
        "SELECT customer_id, digits FROM phone WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id, position, id",
        named_params! {":first": first, ":last": last},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How much there is in an archive; points and tasks are conclusions and come from elsewhere.
pub(crate) fn counts(db: &Connection, customer: CustomerId) -> Result<ArchiveCounts> {
    let sql = "SELECT
        (SELECT count(*) FROM visit WHERE customer_id = :customer AND voided_at IS NULL) AS visits,
        (SELECT count(*) FROM customer_tag WHERE customer_id = :customer) AS tags,
        (SELECT count(*) FROM relation WHERE from_id = :customer) + (SELECT count(*) FROM relation WHERE to_id = :customer) AS relations,
        (SELECT count(*) FROM consent WHERE customer_id = :customer)
          + (SELECT count(*) FROM sensitive_consent WHERE customer_id = :customer) AS consents,
        (SELECT count(*) FROM contact WHERE customer_id = :customer) AS contacts,
        (SELECT count(*) FROM complaint WHERE customer_id = :customer) AS complaints,
        (SELECT count(*) FROM voucher WHERE customer_id = :customer) AS vouchers,
        (SELECT count(*) FROM benefit_grant WHERE customer_id = :customer) AS benefits,
        (SELECT count(*) FROM wish WHERE customer_id = :customer) AS wishes,
        (SELECT count(*) FROM important_date WHERE customer_id = :customer) AS dates,
        (SELECT count(*) FROM event_guest WHERE customer_id = :customer) AS events";
    let found = super::row(db, sql, named_params! {":customer": customer}, |row| {
        Ok(ArchiveCounts {
            visits: row.get("visits")?,
            points: 0,
            tags: row.get("tags")?,
            tasks: 0,
            relations: row.get("relations")?,
            consents: row.get("consents")?,
            contacts: row.get("contacts")?,
            complaints: row.get("complaints")?,
            vouchers: row.get("vouchers")?,
            benefits: row.get("benefits")?,
            wishes: row.get("wishes")?,
            dates: row.get("dates")?,
            events: row.get("events")?,
        })
    })?;
    found.ok_or_else(|| crate::error::Failure::new(crate::error::Code::NotFound).into())
}
