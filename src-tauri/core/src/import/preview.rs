//! What a file looks like before anything is taken from it.

use super::catalogue;
use super::columns::{Columns, Field, Kind, Said, guess_kind};
use super::reader::{Opened, Options, open};
use super::table::Record;
use crate::error::Result;
use crate::wire::import::{ImportColumn, ImportPreview, ImportSheet};
use crate::wire::profile::ProfileField;
use std::io::{Read, Seek};

/// Rows that are shown.
const ROWS: usize = 20;
/// Characters of a cell that are shown.
const CELL: usize = 120;

/// Reads the beginning of a file. `fields` is the shop's catalogue.
///
/// # Errors
/// As [`super::reader::read_table`], but unknown headings are no error here.
pub fn preview<R: Read + Seek>(source: R, kind: Option<Kind>, options: &Options, fields: &[ProfileField]) -> Result<ImportPreview> {
    let Opened { rows: mut table, origin, layout } = open(source, kind, options)?;
    let headings = || layout.headings.iter().map(String::as_str);
    let kind = kind.or_else(|| guess_kind(headings(), &options.mapping));
    let (columns, missing) = match kind {
        Some(kind) => {
            let columns = Columns::recognise(kind, headings(), &options.mapping);
            let mut shown = shown(&columns);
            catalogue::name(fields, &columns, &mut shown);
            (shown, columns.missing(kind).into_iter().map(<[Field]>::to_vec).collect())
        }
        None => {
            let unknown = |heading: &str| ImportColumn {
                heading: heading.to_owned(),
                title: heading.to_owned(),
                target: None,
                field: None,
                is_new: false,
                choices: None,
                is_remembered: false,
                is_known: false,
                lost: 0,
                is_double: false,
                is_left_out: false,
            };
            (headings().map(unknown).collect(), Vec::new())
        }
    };
    let (mut record, mut rows) = (Record::default(), Vec::new());
    let mut has_more = false;
    while table.read(&mut record)? {
        if record.line <= layout.last_heading_line || record.is_blank() {
            continue;
        }
        if rows.len() == ROWS {
            has_more = true;
            break;
        }
        rows.push(record.cells().map(|cell| cell.chars().take(CELL).collect()).collect());
    }
    Ok(ImportPreview {
        kind,
        encoding: origin.encoding.map(|(encoding, _)| encoding),
        certainty: origin.encoding.map(|(_, certainty)| certainty),
        delimiter: layout.delimiter,
        sheet: origin.sheet,
        sheets: origin.sheets.into_iter().map(|sheet| ImportSheet { name: sheet.name, is_hidden: sheet.is_hidden }).collect(),
        heading_line: layout.heading_line,
        columns,
        missing,
        rows,
        has_more,
    })
}

/// The columns of a table as they are shown.
pub(super) fn shown(columns: &Columns) -> Vec<ImportColumn> {
    let one = |column: &super::columns::Column| ImportColumn {
        heading: column.heading.clone(),
        title: column.title.clone(),
        target: column.target.as_ref().map(|target| target.name().into_owned()),
        field: None,
        is_new: false,
        choices: None,
        is_remembered: column.said == Said::Before,
        is_known: column.is_known,
        lost: 0,
        is_double: column.is_double,
        is_left_out: false,
    };
    columns.all().iter().map(one).collect()
}
