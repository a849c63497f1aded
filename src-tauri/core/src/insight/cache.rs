//! What was made of the book as it stands. Any change of a fact throws it away, so that a page never shows what is no longer so.

use super::table::{self, Table};
use crate::clock::Day;
use crate::error::Result;
use crate::wire::insight::{Insight, InsightSettings, InsightSpan, InsightStructure};
use rusqlite::Connection;

/// As many pages are kept as somebody turns back and forth between.
const PAGES: usize = 8;

/// Pages, structures and the table of the day last looked at, all of one day of the calendar.
#[derive(Default)]
pub(crate) struct Cache {
    today: Option<Day>,
    pages: Vec<((InsightSpan, Option<InsightSpan>), Insight)>,
    structures: Vec<(Day, InsightStructure)>,
    table: Option<Table>,
}

impl Cache {
    /// Forgets everything.
    pub(crate) fn forget(&mut self) {
        *self = Cache::default();
    }

    /// Points run out with the calendar, so yesterday's pages are not today's.
    pub(super) fn turn(&mut self, today: Day) {
        if self.today != Some(today) {
            self.forget();
            self.today = Some(today);
        }
    }

    pub(super) fn page(&self, key: &(InsightSpan, Option<InsightSpan>)) -> Option<&Insight> {
        self.pages.iter().find(|(other, _)| other == key).map(|(_, page)| page)
    }

    pub(super) fn keep_page(&mut self, key: (InsightSpan, Option<InsightSpan>), page: Insight) {
        keep(&mut self.pages, (key, page));
    }

    pub(super) fn structure(&self, as_of: Day) -> Option<&InsightStructure> {
        self.structures.iter().find(|(day, _)| *day == as_of).map(|(_, structure)| structure)
    }

    pub(super) fn keep_structure(&mut self, structure: InsightStructure) {
        keep(&mut self.structures, (structure.as_of, structure));
    }

    pub(super) fn keep_table(&mut self, table: Table) {
        self.table = Some(table);
    }

    /// The table of a span, read anew unless it is the one last looked at.
    pub(super) fn table(&mut self, db: &Connection, span: &InsightSpan, settings: &InsightSettings, today: Day) -> Result<&Table> {
        let kept = match self.table.take() {
            Some(table) if table.span == *span => table,
            _ => {
                let (tables, ..) = table::read(db, &[span], settings, || Ok(()))?;
                let mut table = tables.into_iter().next().unwrap_or(Table { span: *span, rows: Vec::new() });
                super::liability::points_of_day(db, &mut table, today)?;
                table
            }
        };
        Ok(self.table.insert(kept))
    }

    /// A table of a day, whatever its period.
    pub(super) fn table_of_day(&mut self, db: &Connection, as_of: Day, settings: &InsightSettings, today: Day) -> Result<&Table> {
        let span = match &self.table {
            Some(table) if table.span.as_of == as_of => table.span,
            _ => InsightSpan { from: super::span::month_of(as_of), to: as_of, as_of },
        };
        self.table(db, &span, settings, today)
    }
}

fn keep<T>(kept: &mut Vec<T>, new: T) {
    if kept.len() >= PAGES {
        kept.remove(0);
    }
    kept.push(new);
}
