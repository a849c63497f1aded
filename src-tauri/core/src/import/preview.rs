//! What a file looks like before anything is taken from it.

use super::columns::{Columns, Field, Kind, guess_kind};
use super::decode::{Certainty, Encoding};
use super::reader::{Opened, Options, open};
use super::table::Record;
use crate::error::Result;
use serde::Serialize;
use std::io::{Read, Seek};

/// Rows that are shown.
const ROWS: usize = 20;
/// Characters of a cell that are shown.
const CELL: usize = 120;

/// One column as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PreviewColumn {
    /// The heading as in the file.
    pub heading: String,
    /// What it was taken for, as in `--map`: `phone`, `profile.top_size`, `-`; empty where nothing.
    pub target: Option<String>,
    /// Whether another column was taken for the same field instead.
    pub is_double: bool,
}

/// The beginning of a file and how it would be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Preview {
    /// What the table holds: as the user said, or by its headings; empty where they say nothing.
    pub kind: Option<Kind>,
    /// The encoding.
    pub encoding: Encoding,
    /// How sure that is.
    pub certainty: Certainty,
    /// The delimiter.
    pub delimiter: char,
    /// Line of the heading row.
    pub heading_line: u64,
    /// The columns.
    pub columns: Vec<PreviewColumn>,
    /// Fields that have to be mapped before the table can be read; one of each inner list would do.
    pub missing: Vec<Vec<Field>>,
    /// The first rows, as in the file.
    pub rows: Vec<Vec<String>>,
    /// Whether there are more.
    pub has_more: bool,
}

/// Reads the beginning of a file.
///
/// # Errors
/// As [`super::reader::read_table`], but unknown headings are no error here.
pub fn preview<R: Read + Seek>(source: R, kind: Option<Kind>, options: &Options) -> Result<Preview> {
    let Opened { mut table, detected, layout } = open(source, kind, options)?;
    let headings = || layout.headings.iter().map(String::as_str);
    let kind = kind.or_else(|| guess_kind(headings(), &options.mapping));
    let (columns, missing) = match kind {
        Some(kind) => {
            let columns = Columns::recognise(kind, headings(), &options.mapping);
            let shown = columns.all().iter().map(|column| PreviewColumn {
                heading: column.heading.clone(),
                target: column.target.as_ref().map(|target| target.name().into_owned()),
                is_double: column.is_double,
            });
            (shown.collect(), columns.missing(kind).into_iter().map(<[Field]>::to_vec).collect())
        }
        None => (headings().map(|h| PreviewColumn { heading: h.to_owned(), target: None, is_double: false }).collect(), Vec::new()),
    };
    let (mut record, mut rows) = (Record::default(), Vec::new());
    let mut has_more = false;
    while table.read(&mut record)? {
        if record.line <= layout.heading_line || record.is_blank() {
            continue;
        }
        if rows.len() == ROWS {
            has_more = true;
            break;
        }
        rows.push(record.cells().map(|cell| cell.chars().take(CELL).collect()).collect());
    }
    Ok(Preview {
        kind,
        encoding: detected.encoding,
        certainty: detected.certainty,
        delimiter: char::from(layout.delimiter),
        heading_line: layout.heading_line,
        columns,
        missing,
        rows,
        has_more,
    })
}
