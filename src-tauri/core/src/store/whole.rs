//! Every fact table as rows of text and numbers, to leave the book whole and to come back, whatever columns it has.

use crate::error::Result;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, named_params};

/// How a column's number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Text, days among them.
    Text,
    /// A whole number.
    Number,
    /// Fen.
    Money,
    /// Milliseconds.
    Instant,
}

/// A column of a fact table.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// Its name.
    pub name: String,
    /// How it is meant.
    pub meaning: Meaning,
    /// Whether it always holds something.
    pub is_needed: bool,
    /// What people call the row that it points at, as a column of that row's table.
    pub called: Option<&'static str>,
    /// The table of that row.
    pub target: Option<&'static str>,
}

/// Columns that hold fen, as table and column, under the names they have and under those they had: a full export of an older version is read
/// by them too.
const MONEY: &[&str] = &[
    "visit.list_total",
    "visit.total",
    "visit.voucher_off",
    "visit.points_off",
    "visit_line.list_price",
    "visit_line.price",
    "visit_line.amount",
    "payment.amount",
    "voucher.amount_off",
    "voucher.min_spend",
    "voucher.used_off",
    "compensation.amount",
    "referral_thanks.least",
];

/// What people call a row of these tables.
const CALLED: &[(&str, &str)] = &[
    ("customer", "member_no"),
    ("visit", "visit_no"),
    ("staff", "name"),
    ("level", "name"),
    ("tag", "name"),
    ("profile_field", "key"),
    ("event", "name"),
    ("care_rule", "name"),
    ("message_template", "title"),
];

/// The columns of a fact table in the order of the schema.
pub(crate) fn columns(db: &Connection, table: &str) -> Result<Vec<Column>> {
    let targets =
        super::rows(db, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(:table)", named_params! {":table": table}, |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
    super::rows(
        db,
        "SELECT name, type, \"notnull\" OR pk > 0 FROM pragma_table_info(:table) ORDER BY cid",
        named_params! {":table": table},
        |row| {
            let name: String = row.get(0)?;
            let kind: String = row.get(1)?;
            let meaning = match kind.as_str() {
                "TEXT" => Meaning::Text,
                _ if MONEY.contains(&format!("{table}.{name}").as_str()) => Meaning::Money,
                _ if name == "at" || name.ends_with("_at") => Meaning::Instant,
                _ => Meaning::Number,
            };
            let target = targets.iter().find(|(from, _)| *from == name).map(|(_, target)| target.as_str());
            let known = CALLED.iter().find(|(called, _)| Some(*called) == target);
            Ok(Column { meaning, is_needed: row.get(2)?, called: known.map(|(_, by)| *by), target: known.map(|(of, _)| *of), name })
        },
    )
}

/// How many rows a table has.
pub(crate) fn count(db: &Connection, table: &str) -> Result<u64> {
    let found: Option<i64> = super::row(db, &format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
    Ok(found.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
}

/// Every row of a table in the order of the ids: for each column its value, and for one that points at a row with a name that name.
pub(crate) fn each(
    db: &Connection,
    table: &str,
    columns: &[Column],
    mut work: impl FnMut(&mut dyn Iterator<Item = (&Column, ValueRef<'_>, Option<ValueRef<'_>>)>) -> Result<()>,
) -> Result<()> {
    let mut wanted = Vec::new();
    for Column { name, called, target, .. } in columns {
        wanted.push(format!("t.{name}"));
        if let (Some(called), Some(target)) = (called, target) {
            wanted.push(format!("(SELECT r.{called} FROM {target} r WHERE r.id = t.{name})"));
        }
    }
    let mut statement = db.prepare(&format!("SELECT {} FROM {table} t ORDER BY t.id", wanted.join(", ")))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut cells = Vec::with_capacity(columns.len());
        let mut at = 0;
        for column in columns {
            let value = row.get_ref(at)?;
            at += 1;
            let name = if column.called.is_some() { Some(row.get_ref(at)?) } else { None };
            at += usize::from(name.is_some());
            cells.push((column, value, name));
        }
        work(&mut cells.into_iter())?;
    }
    Ok(())
}

/// Puts rows into a table, the values in the order of the columns, as long as there are any; says how many.
pub(crate) fn fill(db: &Connection, table: &str, columns: &[Column], mut next: impl FnMut(&mut Vec<Value>) -> Result<bool>) -> Result<u64> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let marks: Vec<String> = names.iter().map(|name| format!(":{name}")).collect();
    let mut statement = db.prepare(&format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), marks.join(", ")))?;
    let places: Vec<Option<usize>> = marks.iter().map(|mark| statement.parameter_index(mark)).collect::<rusqlite::Result<_>>()?;
    let (mut values, mut n) = (Vec::with_capacity(columns.len()), 0);
    loop {
        values.clear();
        if !next(&mut values)? {
            return Ok(n);
        }
        for (place, value) in places.iter().zip(&values) {
            if let Some(place) = place {
                statement.raw_bind_parameter(*place, value)?;
            }
        }
        statement.raw_execute()?;
        n += 1;
    }
}

/// Puts every row that a table has in another file into the one of this file; both have the same columns. `step` hears after each row how
/// many there are by then.
pub(crate) fn copy(from: &Connection, to: &Connection, table: &str, mut step: impl FnMut(u64) -> Result<()>) -> Result<u64> {
    let columns = columns(to, table)?;
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut statement = from.prepare(&format!("SELECT {} FROM {table} ORDER BY id", names.join(", ")))?;
    let (mut rows, mut n) = (statement.query([])?, 0);
    fill(to, table, &columns, |values| {
        let Some(row) = rows.next()? else { return Ok(false) };
        for at in 0..columns.len() {
            values.push(row.get(at)?);
        }
        n += 1;
        step(n)?;
        Ok(true)
    })
}

/// Takes every row of a table away.
pub(crate) fn clear(db: &Connection, table: &str) -> Result<()> {
    super::run(db, &format!("DELETE FROM {table}"), [])?;
    Ok(())
}

/// Whether a book is as good as new: it never had a customer or a visit, nobody but its owner is in it, nobody has a secret, and nothing
/// was taken back that could be done again over what comes in.
pub(crate) fn is_new(db: &Connection) -> Result<bool> {
    let found = super::row(
        db,
        "SELECT NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name IN ('customer', 'visit') AND seq > 0)
           AND NOT EXISTS (SELECT 1 FROM customer) AND NOT EXISTS (SELECT 1 FROM visit)
           AND NOT EXISTS (SELECT 1 FROM operation WHERE undone_by IS NOT NULL)
           AND (SELECT count(*) FROM staff) <= 1 AND NOT EXISTS (SELECT 1 FROM credential)",
        [],
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or(false))
}
