//! Reading one table file from end to end, a row at a time.

use super::columns::{Columns, Field, Kind, Mapping};
use super::day_order::{self, Whole};
use super::decode::{Certainty, Decoder, Detected, Encoding, detect};
use super::file_kind::{FileKind, look};
use super::flag::{Flag, FlagCode, Severity};
use super::layout::{Layout, Score, best_heading, known, layout, sheet_tops};
use super::rows::{Reading, TypedRow};
use super::table::{Mark, Record, Table};
use super::values::day::DayOrder;
use super::values::text::is_misread;
use super::values::word::{is_print, is_remark, is_total};
use super::workbook::{Book, Sheet, SheetName};
use crate::error::{Code, Failure, Result};
use std::io::{Read, Seek};
use std::marker::PhantomData;

/// The most sheets that are looked at for the table.
const SHEETS: usize = 50;

/// What the user may say about a file; all of it is otherwise found out.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The delimiter: an ASCII character or the full-width comma.
    pub delimiter: Option<char>,
    /// The line the heading row begins in; 0 for a table without one.
    pub heading_line: Option<u64>,
    /// The sheet of a workbook, by its name or its number from 1.
    pub sheet: Option<String>,
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

/// Where rows come from and how they were understood.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// Length of the file.
    pub bytes: u64,
    /// The encoding of a text and how sure it is.
    pub encoding: Option<(Encoding, Certainty)>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Which of day and month comes first where the year stands last, if the file as a whole shows it.
    pub day_order: Option<DayOrder>,
    /// All sheets of a workbook.
    pub(super) sheets: Vec<SheetName>,
}

/// The rows of a text or of a sheet.
pub(super) enum Rows<R: Read> {
    Text(Box<Table<R>>),
    Sheet(Box<Sheet<R>>),
}

impl<R: Read> Rows<R> {
    /// Reads the next record; false at the end.
    pub(super) fn read(&mut self, record: &mut Record) -> Result<bool> {
        match self {
            Rows::Text(table) => table.read(record),
            Rows::Sheet(sheet) => sheet.read(record),
        }
    }
}

/// A file as it is found when opened: what it is, and its headings.
pub(super) struct Opened<R: Read> {
    pub(super) rows: Rows<R>,
    pub(super) origin: Origin,
    pub(super) layout: Layout,
}

pub(super) fn open<R: Read + Seek>(mut source: R, kind: Option<Kind>, options: &Options) -> Result<Opened<R>> {
    match look(&mut source)? {
        FileKind::Text => open_text(source, kind, options),
        FileKind::Archive => open_workbook(source, kind, options),
    }
}

fn open_text<R: Read + Seek>(mut source: R, kind: Option<Kind>, options: &Options) -> Result<Opened<R>> {
    let detected = detect(&mut source, options.encoding)?;
    let detected = by_headings(&mut source, detected, kind, options)?;
    let mut table = Table::new(Decoder::open(source, &detected)?, ',');
    let layout = layout(table.sample()?, kind, options)?;
    table.set_delimiter(layout.delimiter.unwrap_or(','));
    let origin = Origin { bytes: detected.bytes, encoding: Some((detected.encoding, detected.certainty)), ..Origin::default() };
    Ok(Opened { rows: Rows::Text(Box::new(table)), origin, layout })
}

/// Where a file holds bytes of two encodings, that in which its headings are understood is its own: what was put below them is the
/// other's, and is flagged where it stands.
fn by_headings<R: Read + Seek>(source: &mut R, detected: Detected, kind: Option<Kind>, options: &Options) -> Result<Detected> {
    let Some(other) = detected.other() else { return Ok(detected) };
    let mut understood = |detected: &Detected| -> Result<usize> {
        let mut table = Table::new(Decoder::open(&mut *source, detected)?, ',');
        let found = layout(table.sample()?, kind, options);
        Ok(found.map_or(0, |layout| known(&layout.headings, kind, &options.mapping)))
    };
    let (here, there) = (understood(&detected)?, understood(&other)?);
    Ok(if there > here { other } else { detected })
}

/// Of the sheets that can be seen, the one whose headings are understood best; the user may name another.
fn open_workbook<R: Read + Seek>(source: R, kind: Option<Kind>, options: &Options) -> Result<Opened<R>> {
    let mut book = Book::open(source)?;
    let mut shared = book.shared()?;
    let candidates = match &options.sheet {
        Some(wanted) => vec![book.position(wanted)?],
        None => (0..book.sheets().len()).filter(|&at| !book.sheets()[at].is_hidden).take(SHEETS).collect(),
    };
    let mut best: Option<(Score, usize, Layout)> = None;
    for at in candidates {
        let mut sheet = book.look(at, shared)?;
        let tops = sheet_tops(&mut sheet)?;
        shared = sheet.into_shared();
        let Some((score, layout)) = best_heading(&tops, kind, options) else { continue };
        if best.as_ref().is_none_or(|(known, ..)| score > *known) {
            best = Some((score, at, layout));
        }
    }
    let (_, at, layout) = best.ok_or_else(|| Failure::new(Code::ImportEmpty))?;
    let sheets = book.sheets().to_vec();
    let origin = Origin { bytes: book.bytes(), encoding: None, sheet: Some(sheets[at].name.clone()), day_order: None, sheets };
    let mut sheet = book.into_sheet(at, shared)?;
    sheet.set_width(layout.headings.len());
    Ok(Opened { rows: Rows::Sheet(Box::new(sheet)), origin, layout })
}

/// The rows of one file.
pub struct TableReader<R: Read, T> {
    table: Rows<R>,
    origin: Origin,
    layout: Layout,
    columns: Columns,
    record: Record,
    /// A row of a table without headings that was read while looking for them.
    is_pending: bool,
    rows: PhantomData<T>,
}

/// Opens a file of customers, visits or lines.
///
/// # Errors
/// `headings_unknown` with the field that is `missing` if the table cannot be read without the user mapping columns;
/// `import_empty`, `import_too_large`, and one code for each kind of file that is no table ([`super::file_kind`]).
pub fn read_table<R: Read + Seek, T: TypedRow>(mut source: R, options: &Options) -> Result<TableReader<R, T>> {
    let Whole { order, merges } = day_order::find(&mut source, T::KIND, options)?;
    let Opened { rows: mut table, mut origin, layout } = open(source, Some(T::KIND), options)?;
    origin.day_order = order;
    let mut columns = Columns::recognise(T::KIND, layout.headings.iter().map(String::as_str), &options.mapping);
    if let Some(any) = columns.missing(T::KIND).first() {
        let missing = any.iter().map(|field| field.as_str()).collect::<Vec<_>>().join(" ");
        return Err(Failure::new(Code::HeadingsUnknown).with("missing", missing).into());
    }
    columns.settle_days(order);
    if let Rows::Sheet(sheet) = &mut table {
        sheet.show_merged(merges, layout.last_heading_line, columns.counted());
    }
    let mut record = Record::default();
    let mut is_pending = false;
    while table.read(&mut record)? {
        if record.line > layout.last_heading_line {
            // Only a table without headings begins with a row.
            is_pending = true;
            break;
        }
        if record.line == layout.last_heading_line {
            break;
        }
    }
    Ok(TableReader { table, origin, layout, columns, record, is_pending, rows: PhantomData })
}

impl<R: Read, T: TypedRow> TableReader<R, T> {
    /// What the rows come from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// How the columns were understood.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Gives a column for a field of its own the key of that field.
    pub(super) fn put_into_catalogue(&mut self, position: usize, key: String) {
        self.columns.put_into_catalogue(position, key);
    }

    /// The next row; nothing at the end. Blank rows are passed over.
    ///
    /// # Errors
    /// `import_too_large` where a bound is passed; what the disk says.
    pub fn next_row(&mut self) -> Result<Option<RowResult<T>>> {
        loop {
            if !std::mem::take(&mut self.is_pending) && !self.table.read(&mut self.record)? {
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
        for &(position, mark) in self.record.marks() {
            match mark {
                Mark::Merged => reading.flag_known(position, FlagCode::CellMerged),
                Mark::MergedCount => reading.flag_known(position, FlagCode::NumberMerged),
                Mark::Unreckoned | Mark::NoYear | Mark::NoDay => (),
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
        match &self.table {
            Rows::Text(table) => table.taken(),
            Rows::Sheet(sheet) => sheet.taken(),
        }
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
        // A row of another program in a file that is mostly GB: its letters can be read, but as other ones.
        if matches!(self.origin.encoding, Some((Encoding::Gb18030, _))) && record.cells().any(is_misread) {
            return Some((FlagCode::TextBroken, Severity::Rejected));
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
        let is_alone = || record.cells().filter(|cell| !cell.trim().is_empty()).count() == 1;
        if (key_cell.is_empty() || key_cell == first) && (is_print(first) || is_remark(first) && is_alone()) {
            return Some((FlagCode::PrintRow, Severity::Rejected));
        }
        (record.len() < headings.len()).then_some((FlagCode::RowShort, Severity::Flagged))
    }
}
