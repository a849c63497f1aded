//! Counts and sums over the whole file, so that a copy can be held against what it was copied from.

use crate::error::Result;
use crate::money::Fen;
use rusqlite::Connection;

/// How many rows each table has, and what the amounts in them add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sums {
    /// Rows by table, in the order of their names.
    pub rows: Vec<(String, i64)>,
    /// The sum of all live visits.
    pub total: Fen,
    /// The sum of all live visits of customers, walk-ins left out.
    pub customer_total: Fen,
    /// Sums that a lost or doubled row would move: line amounts, payments, points, cached spend.
    pub others: Vec<i64>,
}

/// Counts and adds up everything.
pub(crate) fn all(db: &Connection) -> Result<Sums> {
    let tables: Vec<String> = super::rows(
        db,
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
        [],
        |row| row.get(0),
    )?;
    let mut rows = Vec::with_capacity(tables.len());
    for table in tables {
        let count = number(db, &format!("SELECT count(*) FROM {table}"))?;
        rows.push((table, count));
    }
    let others = [
        "SELECT coalesce(sum(total), 0) FROM visit",
        "SELECT coalesce(sum(amount), 0) FROM visit_line",
        "SELECT coalesce(sum(qty), 0) FROM visit_line",
        "SELECT coalesce(sum(amount), 0) FROM payment",
        "SELECT coalesce(sum(points), 0) FROM points_entry",
        "SELECT coalesce(sum(net_spend), 0) FROM customer_stats",
        "SELECT coalesce(max(id), 0) FROM operation",
        "SELECT coalesce(max(id), 0) FROM change",
    ];
    Ok(Sums {
        rows,
        total: Fen(number(db, "SELECT coalesce(sum(total), 0) FROM visit WHERE voided_at IS NULL")?),
        customer_total: Fen(number(db, "SELECT coalesce(sum(total), 0) FROM visit WHERE voided_at IS NULL AND customer_id IS NOT NULL")?),
        others: others.iter().map(|sql| number(db, sql)).collect::<Result<_>>()?,
    })
}

fn number(db: &Connection, sql: &str) -> Result<i64> {
    Ok(super::row(db, sql, [], |row| row.get(0))?.unwrap_or(0))
}

impl Sums {
    /// Rows of one table.
    pub(crate) fn rows_of(&self, table: &str) -> i64 {
        self.rows.iter().find(|(name, _)| name == table).map_or(0, |(_, count)| *count)
    }
}
