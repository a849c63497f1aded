//! Which of day and month comes first in a file that writes the year last.
//!
//! 3/4/2024 alone cannot be read, but one 25/4/2024 in the same file settles it for all: programs do not change their mind half
//! way. Where nothing shows it, or a file shows both, the days stay flagged.

use super::columns::{Columns, Field, Kind};
use super::reader::{Options, Rows, open};
use super::table::Record;
use super::values::day::{DayOrder, year_last};
use super::workbook::Merges;
use crate::error::Result;
use std::io::{Read, Seek, SeekFrom};

/// The beginning of a text in which such a day has to stand for the whole file to be looked through.
const SAMPLE: u64 = 64 << 10;
const DAYS: [Field; 3] = [Field::Date, Field::Joined, Field::Birthday];

/// What only the whole of a file shows.
#[derive(Default)]
pub(super) struct Whole {
    /// Which of day and month comes first.
    pub order: Option<DayOrder>,
    /// Merged cells of a sheet.
    pub merges: Merges,
}

/// Looks through a file for its order; most files have no such day near their beginning and are not read twice.
pub(super) fn find<R: Read + Seek>(source: &mut R, kind: Kind, options: &Options) -> Result<Whole> {
    if !may_hold(source)? {
        return Ok(Whole::default());
    }
    // What is wrong with the file is said when it is read in earnest.
    let Ok(mut opened) = open(&mut *source, Some(kind), options) else { return Ok(Whole::default()) };
    let columns = Columns::recognise(kind, opened.layout.headings.iter().map(String::as_str), &options.mapping);
    let positions: Vec<usize> = DAYS.iter().filter_map(|&field| columns.position(field)).collect();
    let (mut record, mut found, mut is_mixed) = (Record::default(), None, false);
    while opened.rows.read(&mut record)? {
        for order in positions.iter().filter_map(|&at| year_last(record.cell(at)).flatten()) {
            is_mixed |= *found.get_or_insert(order) != order;
        }
    }
    let merges = match opened.rows {
        Rows::Sheet(sheet) => sheet.into_merges(),
        Rows::Text(_) => Merges::default(),
    };
    Ok(Whole { order: found.filter(|_| !is_mixed), merges })
}

/// Whether two short numbers and four figures stand beside each other, parted by the same mark. An archive may always hold such.
fn may_hold<R: Read + Seek>(source: &mut R) -> Result<bool> {
    source.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    source.by_ref().take(SAMPLE).read_to_end(&mut head)?;
    if head.starts_with(b"PK") {
        return Ok(true);
    }
    // UTF-16 puts a NUL beside each of these.
    head.retain(|&byte| byte != 0);
    let is_mark = |byte: u8| matches!(byte, b'/' | b'-' | b'.');
    let figures = |from: usize| head[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    Ok((2..head.len()).any(|at| {
        is_mark(head[at]) && head[at - 1].is_ascii_digit() && figures(at + 1) == 4 && {
            let before = &head[at.saturating_sub(3)..at];
            before.iter().any(|&byte| byte == head[at])
        }
    }))
}
