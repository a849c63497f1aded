//! From text to records: quoted cells, line ends of every kind, and the line of the file each record begins in.
//!
//! The splitting itself is `csv_core`, the automaton beneath the `csv` crate: that crate counts no line for blank lines and for
//! lone carriage returns, while an import must name the line that an editor shows.

use super::decode::{Decoder, WIDE_COMMA};
use crate::error::{Code, Failure, Result};
use csv_core::ReadRecordResult;
use std::io::Read;

/// The longest cell that is taken, in bytes of UTF-8.
pub const CELL_MAX: usize = 32 << 10;
/// The most columns that are taken.
pub const COLUMNS_MAX: usize = 200;
/// The most cells of a row that are looked at: a sheet that was once formatted to its last column is saved with a comma for each of them.
const CELLS_MAX: usize = 16_384;
const RECORD_MAX: usize = 1 << 20;

/// One row of a table, as it stands in the file.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Line of the file in which it begins, from 1.
    pub line: u64,
    /// Whether the file ended inside one of its cells.
    pub is_open: bool,
    text: Vec<u8>,
    ends: Vec<usize>,
    columns: usize,
    marks: Vec<(usize, Mark)>,
}

/// What a workbook knows of a cell beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A formula that no program has reckoned: the cell holds it instead of a value.
    Unreckoned,
    /// A day whose year is not shown; who typed it said none, and the spreadsheet put its own year there.
    NoYear,
    /// A month of a year; the day is not shown and nobody said it.
    NoDay,
    /// Part of a cell that is merged over several rows: its value stands in the first of them and is shown for all.
    Merged,
    /// The same in a column that is counted, whose value belongs to all rows together and is taken for the first only.
    MergedCount,
}

impl Record {
    /// Number of cells.
    pub fn len(&self) -> usize {
        self.columns
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.columns == 0
    }

    /// A cell as in the file, without its quotes; empty where the row has none.
    pub fn cell(&self, column: usize) -> &str {
        if column >= self.columns {
            return "";
        }
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        // The decoder yields UTF-8 and cells end at ASCII bytes, so this never fails.
        std::str::from_utf8(&self.text[start..self.ends[column]]).unwrap_or_default()
    }

    /// All cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.columns).map(|column| self.cell(column))
    }

    /// What there is to know of a cell beside its text; only workbooks have such.
    pub fn mark(&self, column: usize) -> Option<Mark> {
        self.marks.iter().find(|(at, _)| *at == column).map(|(_, mark)| *mark)
    }

    /// All that there is to know of cells beside their text, with their column.
    pub fn marks(&self) -> &[(usize, Mark)] {
        &self.marks
    }

    /// Puts what a merged cell shows into those of its columns that are empty here.
    pub(super) fn fill(&mut self, merged: &[(usize, String, Mark)]) {
        let cells: Vec<String> = self.cells().map(str::to_owned).collect();
        let marks = std::mem::take(&mut self.marks);
        self.begin(self.line);
        let width = merged.iter().map(|(column, ..)| column + 1).max().unwrap_or(0).max(cells.len());
        for column in 0..width {
            let own = cells.get(column).map_or("", String::as_str);
            let found = merged.iter().find(|(at, ..)| *at == column && own.trim().is_empty());
            self.push(found.map_or(own, |(_, text, _)| text), found.map(|(.., mark)| *mark));
        }
        self.marks.extend(marks);
    }

    /// Empties it for the next row of a workbook.
    pub(super) fn begin(&mut self, line: u64) {
        (self.line, self.is_open, self.columns) = (line, false, 0);
        self.text.clear();
        self.ends.clear();
        self.marks.clear();
    }

    /// Adds a cell behind the last.
    pub(super) fn push(&mut self, text: &str, mark: Option<Mark>) {
        self.marks.extend(mark.map(|mark| (self.columns, mark)));
        self.text.extend_from_slice(text.as_bytes());
        self.ends.push(self.text.len());
        self.columns += 1;
    }

    /// Full-width commas inside quotes are text after all.
    fn restore_wide_commas(&mut self, length: usize) {
        if !self.text[..length].contains(&WIDE_COMMA) {
            return;
        }
        let (mut text, mut ends) = (Vec::new(), Vec::new());
        let mut start = 0;
        for &end in &self.ends[..self.columns] {
            for &byte in &self.text[start..end] {
                if byte == WIDE_COMMA { text.extend_from_slice("，".as_bytes()) } else { text.push(byte) }
            }
            ends.push(text.len());
            start = end;
        }
        (self.text, self.ends) = (text, ends);
    }

    /// Whether no cell holds anything but blanks.
    pub fn is_blank(&self) -> bool {
        self.cells().all(|cell| cell.trim().is_empty())
    }
}

/// The records of one file in order; blank lines are passed over but counted.
pub(super) struct Table<R> {
    decoder: Decoder<R>,
    splitter: csv_core::Reader,
    line: u64,
    is_after_cr: bool,
    is_wide: bool,
}

impl<R: Read> Table<R> {
    pub(super) fn new(decoder: Decoder<R>, delimiter: char) -> Table<R> {
        let mut table = Table { decoder, splitter: splitter(b','), line: 1, is_after_cr: false, is_wide: false };
        table.set_delimiter(delimiter);
        table
    }

    /// The beginning of the text, before anything was read from it.
    pub(super) fn sample(&mut self) -> Result<&[u8]> {
        self.decoder.fill()
    }

    /// Bytes of the file taken in so far.
    pub(super) fn taken(&self) -> u64 {
        self.decoder.taken
    }

    /// Parts cells at an ASCII character or at the full-width comma.
    pub(super) fn set_delimiter(&mut self, delimiter: char) {
        self.is_wide = delimiter == '，';
        if self.is_wide {
            self.decoder.mark_wide_commas();
        }
        self.splitter = splitter(u8::try_from(delimiter).unwrap_or(WIDE_COMMA));
    }

    /// Reads the next record into `record`; false at the end.
    ///
    /// # Errors
    /// `import_too_large` for a cell over [`CELL_MAX`] (often a quote that is never closed) or a row over [`COLUMNS_MAX`].
    pub(super) fn read(&mut self, record: &mut Record) -> Result<bool> {
        record.is_open = false;
        record.columns = 0;
        record.marks.clear();
        if !self.skip_line_ends()? {
            return Ok(false);
        }
        record.line = self.line;
        if record.ends.len() <= COLUMNS_MAX {
            record.ends.resize(COLUMNS_MAX + 1, 0);
        }
        if record.text.len() < 4096 {
            record.text.resize(4096, 0);
        }
        let (mut length, mut columns) = (0, 0);
        let mut is_padded = false;
        loop {
            let input = self.decoder.fill()?;
            let is_end = input.is_empty();
            // A line end behind the last byte closes every record but one with an open quote.
            let input: &[u8] = if is_end && !is_padded { b"\n" } else { input };
            let (result, read, written, ended) = self.splitter.read_record(input, &mut record.text[length..], &mut record.ends[columns..]);
            if is_end {
                record.is_open = is_padded;
                is_padded = true;
            } else {
                count(&mut self.line, &mut self.is_after_cr, &input[..read]);
                self.decoder.consume(read);
            }
            length += written;
            columns += ended;
            let cell_start = if columns == 0 { 0 } else { record.ends[columns - 1] };
            // Behind the last column that is taken only empty cells may follow.
            if columns > COLUMNS_MAX && record.ends[COLUMNS_MAX - 1] < cell_start {
                return Err(too_large("columns", COLUMNS_MAX, record.line));
            }
            if length.saturating_sub(cell_start) > CELL_MAX {
                return Err(too_large("cell", CELL_MAX, record.line));
            }
            match result {
                ReadRecordResult::InputEmpty => (),
                ReadRecordResult::OutputFull if length >= RECORD_MAX => return Err(too_large("row", RECORD_MAX, record.line)),
                ReadRecordResult::OutputFull => {
                    let doubled = 2 * record.text.len();
                    record.text.resize(doubled, 0);
                }
                ReadRecordResult::OutputEndsFull if columns >= CELLS_MAX => return Err(too_large("columns", COLUMNS_MAX, record.line)),
                ReadRecordResult::OutputEndsFull => {
                    let doubled = 2 * record.ends.len();
                    record.ends.resize(doubled, 0);
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(false),
            }
        }
        if columns > COLUMNS_MAX && record.ends[COLUMNS_MAX - 1] < record.ends[columns - 1] {
            return Err(too_large("columns", COLUMNS_MAX, record.line));
        }
        let columns = columns.min(COLUMNS_MAX);
        record.columns = columns;
        if self.is_wide {
            record.restore_wide_commas(length);
        }
        let widest = (0..columns).map(|i| record.ends[i] - if i == 0 { 0 } else { record.ends[i - 1] }).max();
        if widest.unwrap_or(0) > CELL_MAX {
            return Err(too_large("cell", CELL_MAX, record.line));
        }
        Ok(true)
    }

    fn skip_line_ends(&mut self) -> Result<bool> {
        loop {
            let input = self.decoder.fill()?;
            if input.is_empty() {
                return Ok(false);
            }
            let ends = input.iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
            let is_done = ends < input.len();
            count(&mut self.line, &mut self.is_after_cr, &input[..ends]);
            self.decoder.consume(ends);
            if is_done {
                return Ok(true);
            }
        }
    }
}

fn splitter(delimiter: u8) -> csv_core::Reader {
    csv_core::ReaderBuilder::new().delimiter(delimiter).build()
}

/// Counts line ends as editors do: LF, CR LF and a lone CR are one each.
fn count(line: &mut u64, is_after_cr: &mut bool, text: &[u8]) {
    let mut next = 0;
    for at in memchr::memchr2_iter(b'\n', b'\r', text) {
        let is_pair = text[at] == b'\n' && *is_after_cr && at == next;
        if !is_pair {
            *line += 1;
        }
        *is_after_cr = text[at] == b'\r';
        next = at + 1;
    }
    if next < text.len() {
        *is_after_cr = false;
    }
}

fn too_large(what: &str, max: usize, line: u64) -> crate::error::Error {
    Failure::new(Code::ImportTooLarge).with("what", what).with("max", max).with("line", line).into()
}

#[cfg(test)]
mod tests {
    use super::super::decode::Encoding;
    use super::*;
    use std::io::Cursor;

    fn records(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut table = Table::new(Decoder::over(Cursor::new(text.as_bytes()), Encoding::Utf8), ',');
        let (mut record, mut all) = (Record::default(), Vec::new());
        while table.read(&mut record).unwrap() {
            all.push((record.line, record.cells().map(str::to_owned).collect()));
        }
        all
    }

    fn lines(text: &str) -> Vec<u64> {
        records(text).into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn each_record_knows_the_line_that_an_editor_shows() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "", "\"1", "x\",2", "3,4", "", "5,6"].join(end);
            assert_eq!(lines(&text), [1, 4, 6, 8], "{end:?}");
            assert_eq!(records(&text)[1].1, [format!("1{end}x"), "2".into()]);
        }
        assert_eq!(lines("\n\n a,b\r\n\r\n1,2"), [3, 5]);
    }

    #[test]
    fn lines_are_right_across_buffers() {
        let text = "一二三,\"x\r\ny\"\r\n\r\n".repeat(50_000);
        let got = lines(&text);
        assert_eq!(got.len(), 50_000);
        assert!(got.iter().enumerate().all(|(i, &line)| line == 3 * i as u64 + 1));
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_quotes() {
        assert_eq!(records("\"a,1\",\"b\n\"\"c\"\"\",d\"e\n")[0].1, ["a,1", "b\n\"c\"", "d\"e"]);
    }

    #[test]
    fn full_width_commas_part_cells_and_stay_inside_quotes() {
        let text = "会员号，姓名，地址\nM1，王芳，\"杭州，文三路\"\nM2，李红，\n".as_bytes();
        let mut table = Table::new(Decoder::over(Cursor::new(text), Encoding::Utf8), ',');
        table.sample().unwrap();
        table.set_delimiter('，');
        let (mut record, mut all) = (Record::default(), Vec::new());
        while table.read(&mut record).unwrap() {
            all.push(record.cells().map(str::to_owned).collect::<Vec<_>>());
        }
        assert_eq!(all, [["会员号", "姓名", "地址"], ["M1", "王芳", "杭州，文三路"], ["M2", "李红", ""]]);
    }

    #[test]
    fn the_last_record_needs_no_line_end_and_an_open_quote_is_noticed() {
        let read = |text: &str| {
            let mut table = Table::new(Decoder::over(Cursor::new(text.as_bytes()), Encoding::Utf8), ',');
            let mut record = Record::default();
            let mut open = Vec::new();
            while table.read(&mut record).unwrap() {
                open.push(record.is_open);
            }
            open
        };
        assert_eq!(read("a,b\nc,d"), [false, false]);
        assert_eq!(read("a,b\nc,\"d\""), [false, false]);
        assert_eq!(read("a,b\nc,"), [false, false]);
        assert_eq!(read("a,b\nc,\"d\ne"), [false, true]);
    }

    #[test]
    fn bounds_are_kept_with_the_line_named() {
        let failure = |text: &str| {
            let mut table = Table::new(Decoder::over(Cursor::new(text.as_bytes()), Encoding::Utf8), ',');
            let mut record = Record::default();
            loop {
                match table.read(&mut record) {
                    Ok(true) => (),
                    Ok(false) => return None,
                    Err(error) => return Some(Failure::from(error)),
                }
            }
        };
        let cell = "x".repeat(CELL_MAX);
        assert_eq!(failure(&format!("a\n{cell},b")), None);
        for (text, what) in [
            (format!("a\n{cell}x,b"), "cell"),
            (format!("a\n\"{}", "long,\n".repeat(CELL_MAX)), "cell"),
            (format!("a\n{}x", ",".repeat(COLUMNS_MAX)), "columns"),
            (format!("a\n{}", ",".repeat(2 * CELLS_MAX)), "columns"),
            (format!("a\n{}", format!("{cell},").repeat(60)), "row"),
        ] {
            let failure = failure(&text).unwrap();
            assert_eq!((failure.code, failure.params["what"].as_str(), failure.params["line"].as_str()), (Code::ImportTooLarge, what, "2"));
        }
        assert_eq!(failure(&",".repeat(COLUMNS_MAX - 1)), None);
    }

    #[test]
    fn empty_cells_behind_the_last_column_are_passed_over() {
        let rows = records(&format!("a,b{0}\n1,2{0}\n3,4\n", ",".repeat(CELLS_MAX - 10)));
        assert_eq!(rows.iter().map(|(line, cells)| (*line, cells.len())).collect::<Vec<_>>(), [(1, COLUMNS_MAX), (2, COLUMNS_MAX), (3, 2)]);
        assert_eq!((&*rows[1].1[0], &*rows[1].1[1], &*rows[2].1[1]), ("1", "2", "4"));
    }
}
