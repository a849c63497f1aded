//! Counting what becomes of rows, and collecting what there is to say about them.

use super::book::Book;
use super::errors::ErrorFiles;
use crate::error::Result;
use crate::import::columns::{Columns, Field, Target};
use crate::import::flag::{Flag, FlagCode, Severity};
use crate::import::reader::TableReader;
use crate::import::rows::TypedRow;
use crate::import::table::Record;
use crate::wire::import::{ChangedCustomer, ImportColumn, TableReport};
use std::fs::File;

/// Remarks that are kept in full; beyond it they are only counted, so that a wholly damaged file cannot fill the memory.
const FLAGS_KEPT: usize = 10_000;
/// Changed archives that are told field by field; a person reads a page of them, and the rest is counted.
const CHANGES_KEPT: usize = 100;
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
    /// What changed in archives, until enough are shown.
    changes: &'a mut Vec<ChangedCustomer>,
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

    /// Whether what changes in an archive is still to be told.
    pub(super) fn tells_changes(&self) -> bool {
        self.changes.len() < CHANGES_KEPT
    }

    /// Tells what changed in an archive.
    pub(super) fn tell(&mut self, change: ChangedCustomer) {
        self.changes.push(change);
    }

    fn push(&mut self, field: Field, code: FlagCode, severity: Severity) {
        let cell = self.columns.position(field).map_or("", |position| self.record.cell(position));
        self.flags.push(Flag::new(self.line, self.columns.heading(field), code, cell, severity));
    }
}

/// Adds a remark to a report.
pub(super) fn flag(report: &mut TableReport, flag: Flag) {
    *report.flags.entry(flag.code.as_str().to_owned()).or_default() += 1;
    if report.flagged.len() < FLAGS_KEPT {
        report.flagged.push(flag);
    }
}

/// Reads a file to its end, storing each row with `store`.
pub(super) fn each_row<'a, T: TypedRow>(
    book: &mut Book<'a>,
    mut reader: TableReader<File, T>,
    columns: Vec<ImportColumn>,
    errors: &mut ErrorFiles,
    mut store: impl FnMut(&mut Book<'a>, T, &mut Remarks<'_>) -> Result<Outcome>,
) -> Result<TableReport> {
    let origin = reader.origin().clone();
    let mut report = TableReport {
        encoding: origin.encoding.map(|(encoding, _)| encoding),
        certainty: origin.encoding.map(|(_, certainty)| certainty),
        sheet: origin.sheet,
        day_order: origin.day_order,
        ..TableReport::default()
    };
    report.columns = columns;
    let mut left_out: Vec<usize> = reader.columns().left_out().collect();
    left_out.extend((0..report.columns.len()).filter(|at| report.columns[*at].is_left_out));
    while let Some(result) = reader.next_row()? {
        let mut flags = result.flags;
        let outcome = match result.row {
            Some(row) => {
                let (columns, record, changes) = (reader.columns(), reader.record(), &mut report.changes);
                let mut remarks = Remarks { line: result.line, columns, record, flags: &mut flags, changes };
                store(book, row, &mut remarks)?
            }
            None => Outcome::Rejected,
        };
        report.rows += 1;
        match outcome {
            Outcome::New => report.new += 1,
            Outcome::Known => report.known += 1,
            Outcome::Changed => report.changed += 1,
            Outcome::Rejected => {
                report.rejected += 1;
                errors.add(T::KIND, reader.headings(), reader.record(), &flags, &book.words)?;
            }
        }
        if outcome != Outcome::Rejected {
            for &at in &left_out {
                report.columns[at].lost += u64::from(!reader.record().cell(at).trim().is_empty());
            }
        }
        for remark in flags {
            flag(&mut report, remark);
        }
        if report.rows.is_multiple_of(STEP) {
            book.tx.progress().reach(book.bytes_before + reader.taken())?;
        }
    }
    book.tx.progress().reach(book.bytes_before + origin.bytes)?;
    report.errors = errors.path(T::KIND);
    Ok(report)
}
