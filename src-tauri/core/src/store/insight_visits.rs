//! Table `visit` as insight reads it: once, in the order of the customers, from the index alone; and the sums of a period.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::money::Fen;
use crate::wire::visits::VisitKind;
use chrono::Datelike;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, named_params};

/// A live visit, as far as insight needs it. Days are counted from the first of January of the year 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitStep {
    /// Its day.
    pub day: i32,
    /// Whether it is of kind purchase.
    pub purchase: bool,
    /// Paid on it, negative where money went back.
    pub total: Fen,
}

/// Hands the live visits up to a day to `take`: those of the walk-ins first, then customer by customer in the order of their ids, each
/// by day.
pub(crate) fn each(db: &Connection, to: Day, mut take: impl FnMut(Option<CustomerId>, &[VisitStep]) -> Result<()>) -> Result<()> {
    // The day is read anyway; comparing it there too, a million times, would cost a tenth more.
    let sql = "SELECT customer_id, day, kind, total FROM visit INDEXED BY visit_by_customer
               WHERE voided_at IS NULL ORDER BY customer_id, day, at";
    let to = to.num_days_from_ce();
    #[cfg(test)]
    super::plans::note(sql);
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.raw_query();
    let mut steps: Vec<VisitStep> = Vec::new();
    let mut whose: Option<CustomerId> = None;
    while let Some(row) = rows.next()? {
        let customer = match row.get_ref(0)? {
            ValueRef::Integer(id) => Some(CustomerId(id)),
            _ => None,
        };
        if customer != whose {
            if !steps.is_empty() {
                take(whose, &steps)?;
                steps.clear();
            }
            whose = customer;
        }
        // One form of a day stands in the file, so its bytes are read in place: a million rows are a million times what one costs.
        let day = match row.get_ref(1)? {
            ValueRef::Text(text) => number(text),
            _ => None,
        };
        let Some(day) = day else { return Err(crate::error::Failure::new(crate::error::Code::FileDamaged).into()) };
        if day > to {
            continue;
        }
        let purchase = matches!(row.get_ref(2)?, ValueRef::Text(b"purchase"));
        steps.push(VisitStep { day, purchase, total: row.get(3)? });
    }
    if !steps.is_empty() {
        take(whose, &steps)?;
    }
    Ok(())
}

/// The number of a day written `YYYY-MM-DD`.
fn number(text: &[u8]) -> Option<i32> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    let year = ((digit(a)? * 10 + digit(b)?) * 10 + digit(c)?) * 10 + digit(d)?;
    let day = Day::from_ymd_opt(i32::try_from(year).ok()?, digit(e)? * 10 + digit(f)?, digit(g)? * 10 + digit(h)?)?;
    Some(day.num_days_from_ce())
}

/// Sums of one kind of live visits of a period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SalesSum {
    /// Without a customer.
    pub walk_in: bool,
    /// Rows that stand for all of a day's walk-ins.
    pub day_total: bool,
    /// Kind.
    pub kind: VisitKind,
    /// How many.
    pub visits: i64,
    /// Paid.
    pub total: Fen,
    /// At list prices; what is paid where no list price is known.
    pub list: Fen,
    /// Pieces.
    pub pieces: i64,
}

/// The sums of a period, by who and what. They are added up here: SQLite would sort all visits of the period by their kind first, which
/// takes longer than reading them.
pub(crate) fn sums(db: &Connection, from: Day, to: Day) -> Result<Vec<SalesSum>> {
    let sql =
        "SELECT (customer_id IS NULL) + 2 * (is_day_total <> 0), kind, total, iif(list_total = 0, total, list_total), pieces FROM visit
               WHERE day BETWEEN :from AND :to AND voided_at IS NULL";
    #[cfg(test)]
    super::plans::note(sql);
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":from": from, ":to": to})?;
    // By kind, and within it by what the first column says.
    let mut sums: Vec<SalesSum> = Vec::with_capacity(VisitKind::ALL.len() * 4);
    for &kind in VisitKind::ALL {
        for who in 0..4 {
            let (walk_in, day_total) = (who & 1 != 0, who & 2 != 0);
            sums.push(SalesSum { walk_in, day_total, kind, visits: 0, total: Fen::ZERO, list: Fen::ZERO, pieces: 0 });
        }
    }
    while let Some(row) = rows.next()? {
        let (who, kind): (u8, VisitKind) = (row.get(0)?, row.get(1)?);
        let Some(sum) = sums.get_mut(kind as usize * 4 + usize::from(who)) else { continue };
        sum.visits += 1;
        sum.total += row.get(2)?;
        sum.list += row.get(3)?;
        sum.pieces += row.get::<_, i64>(4)?;
    }
    sums.retain(|sum| sum.visits > 0);
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_chrono_counts_them() {
        for text in ["0001-01-01", "1999-12-31", "2024-02-29", "2026-11-22", "9999-12-31"] {
            assert_eq!(number(text.as_bytes()), Some(text.parse::<Day>().unwrap().num_days_from_ce()), "{text}");
        }
        for text in ["2026-02-29", "2026-13-01", "2026-1-01", "20261122", "2026-11-2x", ""] {
            assert_eq!(number(text.as_bytes()), None, "{text}");
        }
    }
}
