//! Reading one table file from end to end, a row at a time.

use super::columns::{Columns, Field, Kind, Mapping};
use super::decode::{Decoder, Detected, Encoding, detect};
use super::flag::{Flag, FlagCode, Severity};
use super::layout::{Layout, layout};
use super::rows::{Reading, TypedRow};
use super::table::{Record, Table};
use super::values::word::is_total;
use crate::error::{Code, Failure, Result};
use std::io::{Read, Seek};
use std::marker::PhantomData;

/// What the user may say about a file; all of it is otherwise found out.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The delimiter: comma, tab or semicolon.
    pub delimiter: Option<u8>,
    /// The line the heading row begins in.
    pub heading_line: Option<u64>,
    /// What columns mean.
    pub mapping: Mapping,
}

/// One row of the file and what there is to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowResult<T> {
    /// Line of the file in which it begins.
    pub line: u64,
    /// The row; nothing if it was held back.
    pub row: Option<T>,
    /// Remarks; at least one with [`Severity::Rejected`] if the row was held back.
    pub flags: Vec<Flag>,
}

/// A file as it is found when opened: encoding, delimiter, headings.
pub(super) struct Opened<R> {
    pub(super) table: Table<R>,
    pub(super) detected: Detected,
    pub(super) layout: Layout,
}

pub(super) fn open<R: Read + Seek>(mut source: R, kind: Option<Kind>, options: &Options) -> Result<Opened<R>> {
    let detected = detect(&mut source, options.encoding)?;
    let mut table = Table::new(Decoder::open(source, &detected)?, b',');
    let layout = layout(table.sample()?, kind, options)?;
    table.set_delimiter(layout.delimiter);
    Ok(Opened { table, detected, layout })
}

/// The rows of one file.
pub struct TableReader<R, T> {
    table: Table<R>,
    detected: Detected,
    layout: Layout,
    columns: Columns,
    record: Record,
    rows: PhantomData<T>,
}

/// Opens a file of customers, visits or lines.
///
/// # Errors
/// `headings_unknown` with the field that is `missing` if the table cannot be read without the user mapping columns;
/// `import_empty`, `import_too_large`, `file_kind_unknown`.
pub fn read_table<R: Read + Seek, T: TypedRow>(source: R, options: &Options) -> Result<TableReader<R, T>> {
    let Opened { mut table, detected, layout } = open(source, Some(T::KIND), options)?;
    let columns = Columns::recognise(T::KIND, layout.headings.iter().map(String::as_str), &options.mapping);
    if let Some(any) = columns.missing(T::KIND).first() {
        let missing = any.iter().map(|field| field.as_str()).collect::<Vec<_>>().join(" ");
        return Err(Failure::new(Code::HeadingsUnknown).with("missing", missing).into());
    }
    let mut record = Record::default();
    while table.read(&mut record)? && record.line < layout.heading_line {}
    Ok(TableReader { table, detected, layout, columns, record, rows: PhantomData })
}

impl<R: Read, T: TypedRow> TableReader<R, T> {
    /// The encoding and how sure it is.
    pub fn detected(&self) -> &Detected {
        &self.detected
    }

    /// The delimiter.
    pub fn delimiter(&self) -> u8 {
        self.layout.delimiter
    }

    /// How the columns were understood.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The next row; nothing at the end. Blank rows are passed over.
    ///
    /// # Errors
    /// `import_too_large` where a bound is passed; what the disk says.
    pub fn next_row(&mut self) -> Result<Option<RowResult<T>>> {
        loop {
            if !self.table.read(&mut self.record)? {
                return Ok(None);
            }
            if !self.record.is_blank() {
                break;
            }
        }
        let mut reading = Reading::new(&self.columns, &self.record);
        if let Some((code, severity)) = self.shape() {
            reading.flag_row(code, severity);
            if severity == Severity::Rejected {
                let flags = reading.into_flags();
                return Ok(Some(RowResult { line: self.record.line, row: None, flags }));
            }
        }
        let (row, flags) = reading.finish::<T>();
        Ok(Some(RowResult { line: self.record.line, row, flags }))
    }

    /// The row that [`TableReader::next_row`] gave last, as in the file.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Bytes of the file taken in so far, for telling the progress.
    pub fn taken(&self) -> u64 {
        self.table.taken()
    }

    /// The headings as in the file.
    pub fn headings(&self) -> &[String] {
        &self.layout.headings
    }

    /// What there is to say about the row before its cells are looked at.
    fn shape(&self) -> Option<(FlagCode, Severity)> {
        let (record, headings) = (&self.record, &self.layout.headings);
        if record.is_open {
            return Some((FlagCode::QuoteOpen, Severity::Rejected));
        }
        if (headings.len()..record.len()).any(|column| !record.cell(column).trim().is_empty()) {
            return Some((FlagCode::RowLong, Severity::Rejected));
        }
        let first = record.cells().map(str::trim).find(|cell| !cell.is_empty()).unwrap_or_default();
        if headings.iter().find(|heading| !heading.is_empty()).is_some_and(|heading| heading == first)
            && headings.iter().map(String::as_str).eq(record.cells().take(headings.len()).map(str::trim))
        {
            return Some((FlagCode::HeadingRepeated, Severity::Rejected));
        }
        // A customer may be called 合计 for all we know, but not one without a phone and with no other name.
        let key = match T::KIND {
            Kind::Customers => Field::MemberNo,
            Kind::Visits | Kind::Lines => Field::VisitNo,
        };
        let key_cell = self.columns.position(key).map_or("", |column| record.cell(column)).trim();
        if (key_cell.is_empty() || key_cell == first) && is_total(first) {
            return Some((FlagCode::TotalRow, Severity::Rejected));
        }
        (record.len() < headings.len()).then_some((FlagCode::RowShort, Severity::Flagged))
    }
}
