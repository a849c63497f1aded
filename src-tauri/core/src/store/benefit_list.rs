//! Table `benefit_grant`: the register of what was promised and given, and whose birthday gift is due.

use crate::calendar::RecurringDate;
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{BenefitId, CustomerId};
use crate::vouchers::BenefitGrant;
use crate::wire::vouchers::{BenefitFilter, BenefitTotals};
use rusqlite::{Connection, Row, ToSql, named_params};

/// A benefit with everything around it.
pub(crate) struct RegisterRow {
    pub customer: CustomerId,
    pub grant: BenefitGrant,
    pub note: Option<String>,
    pub by: Option<String>,
}

fn select() -> String {
    let by = super::who_added("benefit_grant", "b");
    format!("SELECT b.id, b.customer_id, b.name, b.granted_on, b.valid_to, b.given_on, b.note, {by} AS by FROM benefit_grant b")
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<RegisterRow> {
    Ok(RegisterRow {
        customer: row.get("customer_id")?,
        grant: BenefitGrant {
            id: row.get("id")?,
            what: row.get("name")?,
            granted_on: row.get("granted_on")?,
            valid_to: row.get("valid_to")?,
            given_on: row.get("given_on")?,
            // Calling one back is the undo of granting it.
            cancelled: false,
        },
        note: row.get("note")?,
        by: row.get("by")?,
    })
}

/// One benefit.
pub(crate) fn get(db: &Connection, id: BenefitId) -> Result<Option<RegisterRow>> {
    super::row(db, &format!("{} WHERE b.id = :id", select()), named_params! {":id": id}, from_row)
}

/// A page, the latest promised first.
pub(crate) fn page(
    db: &Connection,
    customer: Option<CustomerId>,
    filter: BenefitFilter,
    before: BenefitId,
    limit: i64,
    today: Day,
) -> Result<Vec<RegisterRow>> {
    let mut conditions = vec!["b.id < :before"];
    let mut params: Vec<(&str, &dyn ToSql)> = vec![(":before", &before), (":limit", &limit)];
    match filter {
        BenefitFilter::Granted => conditions.push("b.given_on IS NULL AND (b.valid_to IS NULL OR b.valid_to >= :today)"),
        BenefitFilter::Expired => conditions.push("b.given_on IS NULL AND b.valid_to < :today"),
        BenefitFilter::Given => conditions.push("b.given_on IS NOT NULL"),
        BenefitFilter::All => {}
    }
    if matches!(filter, BenefitFilter::Granted | BenefitFilter::Expired) {
        params.push((":today", &today));
    }
    if let Some(customer) = &customer {
        conditions.push("b.customer_id = :customer");
        params.push((":customer", customer));
    }
    let sql = format!("{} WHERE {} ORDER BY b.id DESC LIMIT :limit", select(), conditions.join(" AND "));
    super::rows(db, &sql, &params[..], from_row)
}

/// The register in numbers, of the shop or of one customer.
pub(crate) fn totals(db: &Connection, customer: Option<CustomerId>, today: Day) -> Result<BenefitTotals> {
    let whose = if customer.is_some() { "customer_id = :customer" } else { ":customer IS NULL" };
    let found = super::row(
        db,
        &format!(
            "SELECT count(*), count(given_on), count(*) FILTER (WHERE given_on IS NULL AND (valid_to IS NULL OR valid_to >= :today)),
                    count(*) FILTER (WHERE given_on IS NULL AND valid_to < :today)
             FROM benefit_grant WHERE {whose}"
        ),
        named_params! {":customer": customer, ":today": today},
        |row| Ok(BenefitTotals { granted: row.get(0)?, given: row.get(1)?, open: row.get(2)?, expired: row.get(3)? }),
    )?;
    Ok(found.unwrap_or(BenefitTotals { granted: 0, given: 0, open: 0, expired: 0 }))
}

/// Adds a promise.
pub(crate) fn grant(db: &Connection, customer: CustomerId, name: &str, on: Day, valid_to: Option<Day>, note: Option<&str>) -> Result<()> {
    super::run(
        db,
        "INSERT INTO benefit_grant (customer_id, name, granted_on, valid_to, note) VALUES (:customer, :name, :on, :valid_to, :note)",
        named_params! {":customer": customer, ":name": name, ":on": on, ":valid_to": valid_to, ":note": note},
    )?;
    Ok(())
}

/// Writes down that it was given.
pub(crate) fn give(db: &Connection, id: BenefitId, on: Day, note: Option<&str>) -> Result<()> {
    super::run(
        db,
        "UPDATE benefit_grant SET given_on = :on, note = coalesce(:note, note) WHERE id = :id",
        named_params! {":id": id, ":on": on, ":note": note},
    )?;
    Ok(())
}

/// Somebody whose level promises a gift for her birthday.
pub(crate) struct Promised {
    pub customer: CustomerId,
    pub birthday: RecurringDate,
    pub level: String,
    pub gift: String,
}

/// Everybody with a birthday on a level that promises a gift for it.
pub(crate) fn promised(db: &Connection) -> Result<Vec<Promised>> {
    let found = super::rows(
        db,
        "SELECT c.id, c.birthday_calendar, c.birthday_year, c.birthday_month, c.birthday_day, c.birthday_leap, l.name AS level,
                json_extract(l.benefits, '$.birthday_gift') AS gift
         FROM level l JOIN customer_stats s ON s.level_id = l.id JOIN customer c ON c.id = s.customer_id
         WHERE json_extract(l.benefits, '$.birthday_gift') IS NOT NULL AND c.birthday_month IS NOT NULL
           AND c.status = 'active' AND c.merged_into_id IS NULL ORDER BY c.id",
        [],
        |row| Ok((row.get("id")?, super::facts::birthday_of(row)?, row.get("level")?, row.get("gift")?)),
    )?;
    Ok(found
        .into_iter()
        .filter_map(|(customer, birthday, level, gift)| Some(Promised { customer, birthday: birthday?, level, gift }))
        .collect())
}

/// Whether a benefit of this name was promised to her on or after a day.
pub(crate) fn granted_since(db: &Connection, customer: CustomerId, name: &str, since: Day) -> Result<bool> {
    Ok(super::row(
        db,
        "SELECT 1 FROM benefit_grant WHERE customer_id = :customer AND name = :name AND granted_on >= :since LIMIT 1",
        named_params! {":customer": customer, ":name": name, ":since": since},
        |_| Ok(()),
    )?
    .is_some())
}
