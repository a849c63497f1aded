//! The owner's tables, row by row. In Names mode headings and choices are the words of the code, the same in every language.

mod customers;
mod points;
mod tasks;
mod visits;

use super::cells::Row;
use super::columns::{Column, columns};
use super::out::Out;
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, LevelId, StaffId};
use crate::messages::Messages;
use crate::progress::Progress;
use crate::store::{counts, facts, level, staff};
use crate::wire::care::TasksOf;
use crate::wire::export::ExportedTable;
use chrono::FixedOffset;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// What was asked for.
pub(crate) struct Asked {
    /// The table.
    pub table: ExportedTable,
    /// Today.
    pub today: Day,
    /// The last day that counts, if it is an earlier one.
    pub as_of: Option<Day>,
    /// The shop's zone.
    pub offset: FixedOffset,
    /// The shop's words.
    pub words: Messages,
    /// Whether headings and choices are in words; else they are the names.
    pub in_words: bool,
    /// Only these customers, in this order.
    pub only: Option<Only>,
    /// The tasks of the day, for the table of tasks.
    pub tasks: Option<TasksOf>,
}

/// Some of the customers.
pub(crate) struct Only {
    order: Vec<CustomerId>,
    all: BTreeSet<CustomerId>,
}

impl Only {
    /// These, in this order.
    pub(crate) fn of(order: Vec<CustomerId>) -> Only {
        Only { all: order.iter().copied().collect(), order }
    }
}

/// Writes the table with the columns at these places.
pub(crate) fn write(db: &Connection, asked: &Asked, picked: Option<Vec<usize>>, progress: &Progress, out: &mut Out) -> Result<()> {
    let columns = columns(db, asked.table, &asked.words)?;
    let heading = |column: &Column| if asked.in_words { column.label.clone() } else { column.name.clone() };
    let title = if asked.in_words {
        asked.words.text(&format!("export-table-{}", asked.table.as_str()), &[])
    } else {
        asked.table.as_str().to_owned()
    };
    out.begin(&title, &columns.iter().map(heading).collect::<Vec<_>>(), picked)?;
    match asked.table {
        ExportedTable::Customers => customers::write(db, asked, progress, out),
        ExportedTable::Visits => visits::write(db, asked, progress, out, visits::visit),
        ExportedTable::Lines => visits::write(db, asked, progress, out, visits::lines),
        ExportedTable::Points => points::write(db, asked, progress, out),
        ExportedTable::Tasks => tasks::write(db, asked, progress, out),
    }
}

/// How many rows the table has at the least, for what can be counted without writing it: nothing for the customers of a choice.
pub(crate) fn at_least(db: &Connection, asked: &Asked) -> Result<u64> {
    if asked.only.is_some() {
        return Ok(0);
    }
    let last = asked.last_day();
    match asked.table {
        ExportedTable::Visits => counts::live_visits(db, last),
        ExportedTable::Lines => counts::live_lines(db, last),
        ExportedTable::Points => counts::points_entries(db, last),
        ExportedTable::Customers | ExportedTable::Tasks => Ok(0),
    }
}

impl Asked {
    fn word(&self, list: &str, choice: &str) -> String {
        if self.in_words { self.words.text(&format!("export-{list}-{}", choice.replace('_', "-")), &[]) } else { choice.to_owned() }
    }

    fn last_day(&self) -> Day {
        self.as_of.unwrap_or(self.today)
    }

    fn wants(&self, customer: Option<CustomerId>) -> bool {
        self.only.as_ref().is_none_or(|only| customer.is_some_and(|customer| only.all.contains(&customer)))
    }
}

struct Names {
    staff: BTreeMap<StaffId, String>,
    levels: BTreeMap<LevelId, String>,
}

impl Names {
    fn load(db: &Connection) -> Result<Names> {
        Ok(Names {
            staff: staff::list(db)?.into_iter().map(|staff| (staff.id, staff.name)).collect(),
            levels: level::list(db)?.into_iter().map(|level| (level.id, level.name)).collect(),
        })
    }

    fn put_staff(&self, row: &mut Row, staff: Option<StaffId>) {
        row.optional(staff.and_then(|id| self.staff.get(&id)).map(String::as_str));
    }
}

/// All customers, a thousand at a time, from the first to the last id.
fn each_thousand(db: &Connection, progress: &Progress, mut work: impl FnMut(CustomerId, CustomerId) -> Result<()>) -> Result<()> {
    let last = facts::last_customer(db)?;
    progress.start(u64::try_from(last.0).unwrap_or(0));
    let mut first = CustomerId(1);
    while first <= last {
        let end = CustomerId(first.0 + 999);
        work(first, end)?;
        progress.reach(u64::try_from(end.0.min(last.0)).unwrap_or(0))?;
        first = CustomerId(end.0 + 1);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::FixedClock;
    use crate::shop::Shop;
    use crate::wire::settings::{Language, Trade};
    use crate::wire::shop::NewShop;
    use serde_json::json;

    #[test]
    fn what_is_counted_before_is_never_more_than_what_is_written() {
        let folder = tempfile::TempDir::new().unwrap();
        let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: true };
        let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
        let mut shop = Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap();
        let today = shop.now().day();
        for (table, exact) in [(ExportedTable::Visits, true), (ExportedTable::Lines, true), (ExportedTable::Points, false)] {
            for as_of in [None, today.checked_sub_days(chrono::Days::new(60))] {
                let request = json!({"table": table, "path": folder.path().join("t.csv"), "as_of": as_of});
                let written = crate::ops::call(&mut shop, "export_table", request).unwrap()["rows"].as_u64().unwrap();
                let words = Messages::of(Language::ZhCn);
                let offset = shop.offset();
                let mut asked = Asked { table, today, as_of, offset, words, in_words: false, only: None, tasks: None };
                let counted = at_least(shop.db().unwrap(), &asked).unwrap();
                assert!(
                    counted > 0 && if exact { counted == written } else { counted <= written },
                    "{table:?} {as_of:?}: {counted}, {written}"
                );
                asked.only = Some(Only::of(Vec::new()));
                assert_eq!(at_least(shop.db().unwrap(), &asked).unwrap(), 0, "a choice is not counted");
            }
        }
    }
}
