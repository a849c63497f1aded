//! Counting what becomes of rows, and collecting what there is to say about them.

use super::book::Book;
use super::errors::ErrorFiles;
use crate::error::Result;
use crate::import::columns::{Columns, Field};
use crate::import::flag::{Flag, FlagCode, Severity};
use crate::import::preview::shown;
use crate::import::reader::TableReader;
use crate::import::rows::TypedRow;
use crate::import::table::Record;
use crate::wire::import::TableReport;
use std::fs::File;

/// Remarks that are kept in full; beyond it they are only counted, so that a wholly damaged file cannot fill the memory.
const FLAGS_KEPT: usize = 10_000;
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
    errors: &mut ErrorFiles,
    mut store: impl FnMut(&mut Book<'a>, T, &mut Remarks<'_>) -> Result<Outcome>,
) -> Result<TableReport> {
    let origin = reader.origin().clone();
    let mut report = TableReport {
        encoding: origin.encoding.map(|(encoding, _)| encoding),
        certainty: origin.encoding.map(|(_, certainty)| certainty),
        sheet: origin.sheet,
        day_order: origin.day_order,
        columns: shown(reader.columns()),
        ..TableReport::default()
    };
    for (position, key) in reader.columns().profile() {
        report.columns[*position].is_left_out = !book.fields.contains_key(key);
    }
    while let Some(result) = reader.next_row()? {
        let mut flags = result.flags;
        let outcome = match result.row {
            Some(row) => {
                let mut remarks = Remarks { line: result.line, columns: reader.columns(), record: reader.record(), flags: &mut flags };
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
