//! How a table file is laid out: its delimiter and its heading row, found by what is understood of them.

use super::columns::{Columns, Kind, Mapping};
use super::decode::{Decoder, Encoding};
use super::reader::Options;
use super::table::{Record, Table};
use super::workbook::Sheet;
use crate::error::{Code, Failure, Result};
use std::io::{Cursor, Read};

/// The delimiters that are tried, likeliest first.
pub const DELIMITERS: &[char] = &[',', '\t', ';', '，'];
/// Rows in which the heading row is looked for; member systems print titles and dates above it.
const ROWS: usize = 20;

/// Delimiter and heading row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The delimiter; a workbook has none.
    pub delimiter: Option<char>,
    /// Line of the file the heading row begins in; 0 where the user says that there is none.
    pub heading_line: u64,
    /// The last line above the rows: the same, or one further down where the headings stand on two levels.
    pub last_heading_line: u64,
    /// The headings, trimmed; empty cells behind the last one are gone.
    pub headings: Vec<String>,
}

/// A row near the top of a table.
pub(super) struct Top {
    line: u64,
    cells: Vec<String>,
}

/// How likely a row is the heading row: columns understood, then filled.
pub(super) type Score = (usize, usize);

/// Finds the layout from the beginning of a text. `kind` is what the table is said to be.
pub(super) fn layout(sample: &[u8], kind: Option<Kind>, options: &Options) -> Result<Layout> {
    let told = options.delimiter.or_else(|| sep_line(sample));
    let delimiters = told.as_ref().map_or(DELIMITERS, std::slice::from_ref);
    let mut best: Option<(Score, Layout)> = None;
    let mut too_wide = None;
    for &delimiter in delimiters {
        let (tops, bound) = text_tops(sample, delimiter);
        too_wide = too_wide.or(bound);
        let Some((score, found)) = best_heading(&tops, kind, options) else { continue };
        // Of equals the first wins, so a title that holds a comma never beats the headings.
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, Layout { delimiter: Some(delimiter), ..found }));
        }
    }
    // Nothing is understood, and under one delimiter the very first row has more columns than are taken: that is what is wrong.
    if let Some(bound) = too_wide.filter(|_| best.as_ref().is_none_or(|((understood, _), _)| *understood == 0)) {
        return Err(bound.into());
    }
    best.map(|(_, layout)| layout).ok_or_else(|| Failure::new(Code::ImportEmpty).into())
}

/// The line `sep=;` that spreadsheets obey.
fn sep_line(sample: &[u8]) -> Option<char> {
    let line = sample.split(|&b| b == b'\n' || b == b'\r').next()?;
    let line = line.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(line);
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() => {
            Some(char::from(*delimiter))
        }
        _ => None,
    }
}

/// The first rows of a text under a delimiter, and what is wrong if already the first has too many columns.
fn text_tops(sample: &[u8], delimiter: char) -> (Vec<Top>, Option<Failure>) {
    let mut table = Table::new(Decoder::over(Cursor::new(sample), Encoding::Utf8), delimiter);
    let (mut record, mut tops) = (Record::default(), Vec::new());
    // A delimiter under which a bound is passed is mostly not this file's; if it is, reading on will say so.
    while tops.len() < ROWS {
        match table.read(&mut record) {
            Ok(true) => (),
            Ok(false) => break,
            Err(error) => {
                let bound = Failure::from(error);
                let is_wide = tops.is_empty() && bound.params.get("what").is_some_and(|what| what == "columns");
                return (tops, Some(bound).filter(|_| is_wide));
            }
        }
        // Under a delimiter that is not the file's, a row of nothing but delimiters looks filled.
        let is_blank = record.cells().all(|cell| cell.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '，')));
        if !is_blank && !is_sep(&record) {
            tops.push(Top::of(&record));
        }
    }
    (tops, None)
}

/// The first rows of a sheet.
pub(super) fn sheet_tops<S: Read>(sheet: &mut Sheet<S>) -> Result<Vec<Top>> {
    let (mut record, mut tops) = (Record::default(), Vec::new());
    while tops.len() < ROWS && sheet.read(&mut record)? {
        if !record.is_blank() {
            tops.push(Top::of(&record));
        }
    }
    Ok(tops)
}

impl Top {
    fn of(record: &Record) -> Top {
        let mut cells: Vec<String> = record.cells().map(|cell| cell.trim().to_owned()).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        Top { line: record.line, cells }
    }
}

/// The likeliest heading row, or two of them, scored by the columns understood and then by their number.
pub(super) fn best_heading(tops: &[Top], kind: Option<Kind>, options: &Options) -> Option<(Score, Layout)> {
    if options.heading_line == Some(0) {
        return without_headings(tops);
    }
    let known = |headings: &[String]| known(headings, kind, &options.mapping);
    let mut best: Option<(Score, Layout)> = None;
    for (at, top) in tops.iter().enumerate() {
        if options.heading_line.is_some_and(|line| top.line != line) {
            continue;
        }
        let mut found = (known(&top.cells), top.cells.clone(), top.line);
        if let Some(below) = tops.get(at + 1) {
            // A second row belongs to the headings only if more is understood with it than by either alone.
            let headings = two_levels(&top.cells, &below.cells, &known);
            let together = known(&headings);
            if together > found.0.max(known(&below.cells)) {
                found = (together, headings, below.line);
            }
        }
        let (understood, headings, last_heading_line) = found;
        let score = (understood, headings.iter().filter(|heading| !heading.is_empty()).count());
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, Layout { delimiter: None, heading_line: top.line, last_heading_line, headings }));
        }
    }
    best
}

/// A table that begins with its rows: its columns have numbers for names, and the user maps them.
fn without_headings(tops: &[Top]) -> Option<(Score, Layout)> {
    let width = tops.iter().map(|top| top.cells.len()).max()?;
    let headings = (1..=width).map(|n| format!("#{n}")).collect();
    Some(((0, width), Layout { delimiter: None, heading_line: 0, last_heading_line: 0, headings }))
}

/// Headings on two levels: a group such as 尺码 above 上装 and 下装, and names that stand across both rows.
fn two_levels(above: &[String], below: &[String], known: &impl Fn(&[String]) -> usize) -> Vec<String> {
    let is_known = |heading: &str| known(&[heading.to_owned()]) > 0;
    let mut group = "";
    (0..above.len().max(below.len()))
        .map(|column| {
            let upper = above.get(column).map_or("", String::as_str);
            let lower = below.get(column).map_or("", String::as_str);
            if !upper.is_empty() {
                group = upper;
            }
            let joined = format!("{group}{lower}");
            match (upper, lower) {
                (upper, "") => upper.to_owned(),
                (_, lower) if upper == lower || is_known(lower) || !is_known(&joined) && upper.is_empty() => lower.to_owned(),
                _ => joined,
            }
        })
        .collect()
}

fn is_sep(record: &Record) -> bool {
    record.line == 1 && record.cell(0).len() <= 5 && record.cell(0).to_ascii_lowercase().starts_with("sep=")
}

/// How many of the headings are understood.
pub(super) fn known(headings: &[String], kind: Option<Kind>, mapping: &Mapping) -> usize {
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
            ("会员号,姓名,手机\nM1,王,1\n", ','),
            ("会员号\t姓名\t手机\nM1\t王,芳\t1\n", '\t'),
            ("会员号;姓名;手机\nM1;\"王,芳,丽\";1\n", ';'),
            ("sep=;\n会员号;姓名;手机\n", ';'),
            ("sep=|\n会员号|姓名|手机\n", '|'),
            ("手机\n13800138000\n", ','),
        ] {
            let layout = find(text);
            assert_eq!(layout.delimiter, Some(delimiter), "{text}");
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
        assert_eq!((layout.delimiter, layout.heading_line, layout.headings.len()), (Some(';'), 1, 3));
        let options = Options { heading_line: Some(2), ..Options::default() };
        assert_eq!(super::layout(b"a,b\nc,d\n", None, &options).unwrap().headings, ["c", "d"]);
    }

    #[test]
    fn headings_on_two_levels_are_put_together() {
        let layout = find("会员资料,,,,,,\n会员号,姓名,联系方式,,尺码,,备注\n,,手机,微信,上装,鞋码,\nM1,王芳,13800138000,wx,L,36,怕热\n");
        assert_eq!((layout.heading_line, layout.last_heading_line), (2, 3));
        assert_eq!(layout.headings, ["会员号", "姓名", "手机", "微信", "上装", "鞋码", "备注"]);
        let plain = find("会员号,姓名,手机\nM1,备注,138\n");
        assert_eq!((plain.heading_line, plain.last_heading_line), (1, 1));
    }

    #[test]
    fn a_table_without_headings_is_laid_out_by_number() {
        let options = Options { heading_line: Some(0), ..Options::default() };
        let layout = super::layout("M1,王芳\nM2,李红,13900139000\n".as_bytes(), None, &options).unwrap();
        assert_eq!((layout.heading_line, layout.last_heading_line), (0, 0));
        assert_eq!(layout.headings, ["#1", "#2", "#3"]);
    }

    #[test]
    fn a_file_of_blanks_is_empty() {
        for text in ["\n\n", " \n,,\n"] {
            assert!(layout(text.as_bytes(), None, &Options::default()).is_err());
        }
    }
}
