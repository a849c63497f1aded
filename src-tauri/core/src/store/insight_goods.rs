//! Tables `visit_line` and `visit`: what customers with an archive bought in a period.

use super::contact_facts::on;
use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::money::Fen;
use crate::wire::insight::ReboughtBy;
use chrono::Datelike;
use rusqlite::{Connection, named_params};

/// A line that says what its goods are.
pub(crate) struct GoodsLine<'a> {
    pub customer: CustomerId,
    pub day: i32,
    pub key: &'a str,
    pub name: Option<&'a str>,
    pub qty: i64,
    pub amount: Fen,
}

/// Hands the lines of live visits of a period to `take`, by day.
pub(crate) fn each_line(db: &Connection, from: Day, to: Day, by: ReboughtBy, mut take: impl FnMut(GoodsLine<'_>)) -> Result<()> {
    let column = match by {
        ReboughtBy::Category => "category",
        ReboughtBy::Style => "style_no",
        ReboughtBy::Size => "size",
        ReboughtBy::Color => "color",
    };
    let sql = format!(
        "SELECT v.customer_id, v.day, l.{column}, l.name, l.qty, l.amount FROM visit v CROSS JOIN visit_line l ON l.visit_id = v.id
         WHERE v.day BETWEEN :from AND :to AND v.voided_at IS NULL AND v.customer_id IS NOT NULL AND l.{column} IS NOT NULL AND l.{column} <> ''
         ORDER BY v.day, v.at"
    );
    #[cfg(test)]
    super::plans::note(&sql);
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! {":from": from, ":to": to})?;
    while let Some(row) = rows.next()? {
        take(GoodsLine {
            customer: row.get(0)?,
            day: on(row, 1)?.num_days_from_ce(),
            key: row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?,
            name: row.get_ref(3)?.as_str_or_null().map_err(rusqlite::Error::from)?,
            qty: row.get(4)?,
            amount: row.get(5)?,
        });
    }
    Ok(())
}
