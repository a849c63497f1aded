//! Counting what becomes of rows, and collecting what there is to say about them.

use super::Desk;
use super::book::Book;
use crate::error::Result;
use crate::import::columns::{Columns, Field, Target};
use crate::import::flag::{Flag, FlagCode, Severity};
use crate::import::reader::TableReader;
use crate::import::rows::TypedRow;
use crate::import::table::Record;
use crate::wire::import::{ChangedCustomer, ImportColumn};
use std::fs::File;

/// Rows between two looks at the progress.
const STEP: u64 = 500;

/// What became of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    New,
    Known,
    Changed,
    Rejected,
}

/// The row being stored, for remarks that only the book gives rise to.
pub(super) struct Remarks<'a> {
    pub line: u64,
    pub columns: &'a Columns,
    record: &'a Record,
    flags: &'a mut Vec<Flag>,
    /// Whether what the row changes in an archive is told field by field.
    pub tells_changes: bool,
    /// What it changes.
    pub change: Option<ChangedCustomer>,
}

impl Remarks<'_> {
    /// The row is taken, with a remark.
    pub(super) fn note(&mut self, field: Field, code: FlagCode) {
        self.push(field, code, Severity::Flagged);
    }

    /// The row is held back.
    pub(super) fn reject(&mut self, field: Field, code: FlagCode) -> Outcome {
        self.push(field, code, Severity::Rejected);
        Outcome::Rejected
    }

    /// A remark about the column of one of the catalogue's fields.
    pub(super) fn note_answer(&mut self, key: &str, code: FlagCode) {
        let position = self.columns.profile().iter().find(|(_, of)| *of == key).map_or(usize::MAX, |(position, _)| *position);
        let heading = self.columns.all().get(position).map_or("", |column| &column.heading);
        self.flags.push(Flag::new(self.line, heading, code, self.record.cell(position), Severity::Flagged));
    }

    /// Columns that are understood and whose cell is empty in this row.
    pub(super) fn empty(&self) -> impl Iterator<Item = &Target> {
        let targets = self.columns.all().iter().enumerate().filter_map(|(at, column)| Some((at, column.target.as_ref()?)));
        targets.filter(|(at, _)| self.record.cell(*at).trim().is_empty()).map(|(_, target)| target)
    }

    fn push(&mut self, field: Field, code: FlagCode, severity: Severity) {
        let cell = self.columns.position(field).map_or("", |position| self.record.cell(position));
        self.flags.push(Flag::new(self.line, self.columns.heading(field), code, cell, severity));
    }
}

/// Reads a file to its end, storing each row with `store`.
pub(super) fn each_row<'a, T: TypedRow>(
    book: &mut Book<'a>,
    mut reader: TableReader<File, T>,
    columns: Vec<ImportColumn>,
    desk: &mut Desk<'_>,
    mut store: impl FnMut(&mut Book<'a>, T, &mut Remarks<'_>) -> Result<Outcome>,
) -> Result<()> {
    let Desk { file, at, report, errors } = desk;
    let mut left_out: Vec<usize> = reader.columns().left_out().collect();
    left_out.extend((0..columns.len()).filter(|column| columns[*column].is_left_out));
    report.begin(*at, reader.origin(), columns);
    while let Some(result) = reader.next_row()? {
        let mut flags = result.flags;
        let mut change = None;
        let outcome = match result.row {
            Some(row) => {
                let (columns, record, tells_changes) = (reader.columns(), reader.record(), report.tells_changes(*at));
                let mut remarks = Remarks { line: result.line, columns, record, flags: &mut flags, tells_changes, change };
                let outcome = store(book, row, &mut remarks)?;
                change = remarks.change;
                outcome
            }
            None => Outcome::Rejected,
        };
        if outcome == Outcome::Rejected {
            errors.add(file, reader.headings(), reader.record(), &flags, &book.words)?;
        } else {
            for &column in &left_out {
                report.file(*at).columns[column].lost += u64::from(!reader.record().cell(column).trim().is_empty());
            }
        }
        let rows = report.count(*at, outcome);
        change.into_iter().for_each(|change| report.tell(*at, change));
        flags.into_iter().for_each(|flag| report.flag(*at, flag));
        if rows.is_multiple_of(STEP) {
            book.tx.progress().reach(book.bytes_before + reader.taken())?;
        }
    }
    book.tx.progress().reach(book.bytes_before + reader.origin().bytes)?;
    report.file(*at).errors = errors.close()?;
    Ok(())
}
