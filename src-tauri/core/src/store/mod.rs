//! Everything that speaks SQL. A file per table, named after it; nothing outside this folder holds a statement.
//!
//! Functions take a `&Connection` and plain values; which transaction they run in is [`crate::shop::Shop`]'s business.

pub mod contact_facts;
pub mod facts;
pub mod open;
pub(crate) mod opening_balance;
pub mod upgrade;
pub mod watch;

pub(crate) mod around;
pub(crate) mod arrival;
pub(crate) mod audit;
pub(crate) mod benefit_list;
pub(crate) mod birthday;
pub(crate) mod bulk;
mod care_born;
mod care_causes;
mod care_complaints;
pub(crate) mod care_decision;
pub(crate) mod care_facts;
mod care_people;
pub(crate) mod care_person;
pub(crate) mod care_rule;
mod care_visits;
pub(crate) mod clean;
pub(crate) mod clerk_figures;
pub(crate) mod closed_day;
pub(crate) mod complaint;
pub(crate) mod condition;
pub(crate) mod consent;
pub(crate) mod contact;
pub(crate) mod contact_wish;
pub(crate) mod copy;
pub(crate) mod counts;
pub(crate) mod credential;
pub(crate) mod customer;
pub(crate) mod customer_list;
pub(crate) mod customer_page;
pub(crate) mod customer_stats;
pub(crate) mod duplicate;
pub mod erasure;
pub(crate) mod event;
pub(crate) mod event_filter;
pub(crate) mod event_guest;
pub(crate) mod festival;
pub(crate) mod file;
pub(crate) mod follow_up;
pub(crate) mod forecast_facts;
pub(crate) mod insight_care;
pub(crate) mod insight_goods;
pub(crate) mod insight_people;
pub mod insight_visits;
pub(crate) mod level;
pub(crate) mod merge;
mod merge_alike;
pub(crate) mod message_facts;
pub(crate) mod operation;
pub(crate) mod payment;
pub(crate) mod personal;
pub(crate) mod personal_copy;
pub(crate) mod personal_history;
pub(crate) mod phone;
pub(crate) mod points;
pub(crate) mod points_list;
pub(crate) mod profile;
pub(crate) mod referral;
pub(crate) mod referral_thanks;
pub(crate) mod retention;
pub(crate) mod scratch;
pub(crate) mod sealed;
pub(crate) mod search;
pub(crate) mod segment;
pub(crate) mod sensitive_consent;
pub(crate) mod setting;
pub(crate) mod since;
pub(crate) mod soundness;
pub(crate) mod spot_check;
pub(crate) mod staff;
pub(crate) mod state;
pub(crate) mod sums;
pub(crate) mod tag;
pub(crate) mod tag_rule;
pub(crate) mod template;
pub(crate) mod told_apart;
pub(crate) mod top_spender;
pub(crate) mod visit;
pub(crate) mod visit_line;
pub(crate) mod visit_points;
pub(crate) mod voucher;
pub(crate) mod voucher_list;
pub(crate) mod week;
pub(crate) mod week_export;
pub(crate) mod whole;

#[cfg(test)]
mod plans;

use crate::error::Result;
use rusqlite::{Connection, Params, Row};

/// All rows of a query, read by `from_row`.
pub(crate) fn rows<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    from_row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    #[cfg(test)]
    plans::note(sql);
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params, from_row)?;
    Ok(rows.collect::<rusqlite::Result<Vec<T>>>()?)
}

/// The row of a query that finds one or none.
pub(crate) fn row<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    from_row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>> {
    use rusqlite::OptionalExtension;
    #[cfg(test)]
    plans::note(sql);
    Ok(db.prepare_cached(sql)?.query_row(params, from_row).optional()?)
}

/// Runs a statement that changes rows and says how many.
pub(crate) fn run(db: &Connection, sql: &str, params: impl Params) -> Result<usize> {
    #[cfg(test)]
    plans::note(sql);
    Ok(db.prepare_cached(sql)?.execute(params)?)
}

/// The next number of a table that neither a row nor the history bears. A row that was deleted comes back under its own number when that is
/// taken back, so a later one may not have been given it meanwhile.
fn unused_id(db: &Connection, table: &str) -> Result<i64> {
    let found = row(
        db,
        &format!(
            "SELECT max(coalesce((SELECT max(id) FROM {table}), 0), coalesce((SELECT max(row_id) FROM change WHERE tbl = '{table}'), 0)) + 1"
        ),
        [],
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or(1))
}

/// A scalar subquery with the name of whoever added the row that `alias` stands for; empty for rows of an import.
fn who_added(table: &str, alias: &str) -> String {
    format!(
        "(SELECT st.name FROM change ch JOIN operation o ON o.id = ch.operation_id JOIN staff st ON st.id = o.staff_id
          WHERE ch.tbl = '{table}' AND ch.row_id = {alias}.id AND ch.before IS NULL AND ch.before_hash IS NULL ORDER BY ch.id DESC LIMIT 1)"
    )
}
