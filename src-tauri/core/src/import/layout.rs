//! How a table file is laid out: its delimiter and its heading row, found by what is understood of them.

use super::columns::{Columns, Kind, Mapping};
use super::decode::{Decoder, Encoding};
use super::reader::Options;
use super::table::{Record, Table};
use crate::error::{Code, Failure, Result};
use std::io::Cursor;

/// The delimiters that are tried, likeliest first.
pub const DELIMITERS: &[u8] = b",\t;";
/// Rows in which the heading row is looked for; member systems print titles and dates above it.
const ROWS: usize = 20;

/// Delimiter and heading row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The delimiter.
    pub delimiter: u8,
    /// Line of the file the heading row begins in.
    pub heading_line: u64,
    /// The headings, trimmed; empty cells behind the last one are gone.
    pub headings: Vec<String>,
}

/// Finds the layout from the beginning of a file. `kind` is what the table is said to be.
pub(super) fn layout(sample: &[u8], kind: Option<Kind>, options: &Options) -> Result<Layout> {
    let told = options.delimiter.or_else(|| sep_line(sample));
    let delimiters = told.as_ref().map_or(DELIMITERS, std::slice::from_ref);
    let mut best: Option<((usize, usize), Layout)> = None;
    for &delimiter in delimiters {
        let Some((score, found)) = heading_row(sample, delimiter, kind, options) else { continue };
        // Of equals the first wins, so a title that holds a comma never beats the headings.
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, found));
        }
    }
    best.map(|(_, layout)| layout).ok_or_else(|| Failure::new(Code::ImportEmpty).into())
}

/// The line `sep=;` that spreadsheets obey.
fn sep_line(sample: &[u8]) -> Option<u8> {
    let line = sample.split(|&b| b == b'\n' || b == b'\r').next()?;
    let line = line.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(line);
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if !delimiter.is_ascii_alphanumeric() => Some(*delimiter),
        _ => None,
    }
}

/// The likeliest heading row under a delimiter, scored by the columns understood and then by their number.
fn heading_row(sample: &[u8], delimiter: u8, kind: Option<Kind>, options: &Options) -> Option<((usize, usize), Layout)> {
    let mut table = Table::new(Decoder::over(Cursor::new(sample), Encoding::Utf8), delimiter);
    let (mut record, mut best) = (Record::default(), None);
    let mut rows = 0;
    // A delimiter under which a bound is passed is not this file's; if it is, reading on will say so.
    while rows < ROWS && matches!(table.read(&mut record), Ok(true)) {
        // Under a delimiter that is not the file's, a row of nothing but delimiters looks filled.
        let is_blank = record.cells().all(|cell| cell.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';' | '"')));
        if is_blank || is_sep(&record) {
            continue;
        }
        rows += 1;
        if options.heading_line.is_some_and(|line| record.line != line) {
            continue;
        }
        let mut headings: Vec<String> = record.cells().map(|cell| cell.trim().to_owned()).collect();
        while headings.last().is_some_and(String::is_empty) {
            headings.pop();
        }
        let filled = headings.iter().filter(|heading| !heading.is_empty()).count();
        let score = (known(&headings, kind, &options.mapping), filled);
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, Layout { delimiter, heading_line: record.line, headings }));
        }
    }
    best
}

fn is_sep(record: &Record) -> bool {
    record.line == 1 && record.cell(0).len() <= 5 && record.cell(0).to_ascii_lowercase().starts_with("sep=")
}

fn known(headings: &[String], kind: Option<Kind>, mapping: &Mapping) -> usize {
    let kinds = kind.as_ref().map_or(Kind::ALL, std::slice::from_ref);
    let known = |&kind: &Kind| Columns::recognise(kind, headings.iter().map(String::as_str), mapping).known();
    kinds.iter().map(known).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Layout {
        layout(text.as_bytes(), None, &Options::default()).unwrap()
    }

    #[test]
    fn delimiters_are_found_by_what_they_part() {
        for (text, delimiter) in [
            ("会员号,姓名,手机\nM1,王,1\n", b','),
            ("会员号\t姓名\t手机\nM1\t王,芳\t1\n", b'\t'),
            ("会员号;姓名;手机\nM1;\"王,芳,丽\";1\n", b';'),
            ("sep=;\n会员号;姓名;手机\n", b';'),
            ("sep=|\n会员号|姓名|手机\n", b'|'),
            ("手机\n13800138000\n", b','),
        ] {
            let layout = find(text);
            assert_eq!(layout.delimiter, delimiter, "{text}");
            assert_eq!(layout.headings.last().map(String::as_str), Some("手机"));
        }
    }

    #[test]
    fn titles_above_the_headings_are_passed_over() {
        let layout = find("某某女装 会员资料,,\n\n导出时间：2024-03-01 10:00, 操作员：admin,\n会员号, 姓名 ,手机,,\nM1,王芳,138\n");
        assert_eq!((layout.heading_line, layout.headings), (4, vec!["会员号".into(), "姓名".into(), "手机".into()]));
    }

    #[test]
    fn unknown_headings_are_still_laid_out_for_the_user_to_map() {
        let layout = find("甲;乙;丙\n1;2;3\n");
        assert_eq!((layout.delimiter, layout.heading_line, layout.headings.len()), (b';', 1, 3));
        let options = Options { heading_line: Some(2), ..Options::default() };
        assert_eq!(super::layout(b"a,b\nc,d\n", None, &options).unwrap().headings, ["c", "d"]);
    }

    #[test]
    fn a_file_of_blanks_is_empty() {
        for text in ["\n\n", " \n,,\n"] {
            assert!(layout(text.as_bytes(), None, &Options::default()).is_err());
        }
    }
}
