//! The questions of `shuke check`: each finds the ids of rows that break a rule, and in a sound file none.

use crate::error::Result;
use rusqlite::{Connection, named_params};

/// Rows of the file's own structure that SQLite finds wrong; one text a fault. Empty in a sound file.
pub(crate) fn integrity(db: &Connection) -> Result<Vec<String>> {
    let mut found = super::sealed::spoilt_pages(db)?;
    let structure: Vec<String> = super::rows(db, "PRAGMA main.integrity_check(100)", [], |row| row.get(0))?;
    found.extend(structure.into_iter().filter(|line| line != "ok"));
    Ok(found)
}

/// Rows that point at nothing.
pub(crate) fn foreign_keys(db: &Connection) -> Result<Vec<i64>> {
    super::rows(db, "SELECT coalesce(rowid, 0) FROM pragma_foreign_key_check", [], |row| row.get(0))
}

/// Visits whose total or pieces are not those of their lines.
pub(crate) fn visit_totals(db: &Connection) -> Result<Vec<i64>> {
    ids(
        db,
        "SELECT v.id FROM visit v
         JOIN (SELECT visit_id, sum(amount) AS amount, sum(qty) AS qty FROM visit_line GROUP BY visit_id) l ON l.visit_id = v.id
         WHERE l.amount <> v.total OR l.qty <> v.pieces",
    )
}

/// Visits whose payments do not add up to their total.
pub(crate) fn payments(db: &Connection) -> Result<Vec<i64>> {
    ids(
        db,
        "SELECT v.id FROM visit v JOIN (SELECT visit_id, sum(amount) AS amount FROM payment GROUP BY visit_id) p ON p.visit_id = v.id
         WHERE p.amount <> v.total",
    )
}

/// Bought lines of which more came back than was bought, and returning lines that do not bring back what was bought.
pub(crate) fn returns(db: &Connection) -> Result<Vec<i64>> {
    ids(
        db,
        "SELECT b.id FROM visit_line r JOIN visit rv ON rv.id = r.visit_id AND rv.voided_at IS NULL
         JOIN visit_line b ON b.id = r.reverses_id
         GROUP BY b.id HAVING -sum(r.qty) > b.qty OR max(r.qty) >= 0",
    )
}

/// Customers without cached conclusions, and cached conclusions without a customer.
pub(crate) fn stats_without_pair(db: &Connection) -> Result<Vec<i64>> {
    ids(
        db,
        "SELECT id FROM customer WHERE id NOT IN (SELECT customer_id FROM customer_stats)
         UNION ALL SELECT customer_id FROM customer_stats WHERE customer_id NOT IN (SELECT id FROM customer)",
    )
}

/// Customers whose stored search key is not the one made from their archive.
pub(crate) fn search_keys(db: &Connection) -> Result<Vec<i64>> {
    let mut wrong = ids(
        db,
        "SELECT customer_id FROM search_key WHERE customer_id NOT IN (SELECT id FROM customer WHERE merged_into_id IS NULL)
           OR customer_id IN (SELECT customer_id FROM erasure)",
    )?;
    super::search::each_key(db, |customer, fresh| {
        let stored: Option<String> =
            super::row(db, "SELECT key FROM search_key WHERE customer_id = :customer", named_params! {":customer": customer}, |row| {
                row.get(0)
            })?;
        if stored.as_ref() != Some(&fresh) {
            wrong.push(customer.0);
        }
        Ok(())
    })?;
    Ok(wrong)
}

fn ids(db: &Connection, sql: &str) -> Result<Vec<i64>> {
    super::rows(db, sql, [], |row| row.get(0))
}
