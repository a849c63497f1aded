//! A table as a workbook of one sheet (ECMA-376), written row by row into the file with flat memory.
//!
//! Text is an inline string in a cell of the format "text", so it is never a formula, neither when it is read nor when somebody edits
//! the cell; numbers, amounts, days and times are values. Why no library writes it: src-tauri/docs/decisions/0017.

use super::cells::Cell;
use crate::clock::Day;
use crate::error::{Code, Error, Failure, Result};
use crate::money::Fen;
use chrono::{NaiveTime, Timelike};
use std::fmt::Write as _;
use std::io::{Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What a sheet holds at most, the headings among the rows.
pub(super) const ROWS: u64 = 1_048_576;
const COLUMNS: usize = 16_384;
/// Characters of a cell, as the file format counts them.
const CELL: usize = 32_767;
/// A number of more digits would come back changed, since spreadsheets reckon with fifteen.
const EXACT: u64 = 999_999_999_999_999;
/// Rows by which the columns' widths are measured; they have to be written before the rows.
const MEASURED: u64 = 200;
/// How much is put together before it is compressed.
const PIECE: usize = 1 << 17;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
// The formats of the cells, in the order of [`Style`]. 49 is the built-in "text", 4 the built-in amount with two places.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;

/// The formats of cells, by their place in the styles.
#[derive(Debug, Clone, Copy)]
enum Style {
    Number = 0,
    Heading = 1,
    Text = 2,
    Money = 3,
    Day = 4,
    Time = 5,
}

/// A workbook that grows by rows.
pub(super) struct Workbook<W: Write + Seek> {
    zip: ZipWriter<W>,
    /// Rows of the sheet that are put together and not yet compressed.
    piece: String,
    /// The columns' names: A, B, ... AA.
    letters: Vec<String>,
    /// The widest cell of each column so far, in halves of a Chinese character.
    widths: Vec<usize>,
    /// Rows so far, the headings among them.
    rows: u64,
    has_begun: bool,
}

impl<W: Write + Seek> Workbook<W> {
    /// Begins a workbook with its headings.
    ///
    /// # Errors
    /// `table_too_large` for too many columns, those of the disk.
    pub(super) fn begin(file: W, title: &str, headings: &[String]) -> Result<Workbook<W>> {
        if headings.len() > COLUMNS {
            return Err(too_large());
        }
        let mut zip = ZipWriter::new(file);
        let book = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
            sheet_name(title)
        );
        let parts = [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT),
            ("xl/workbook.xml", &book),
            ("xl/_rels/workbook.xml.rels", PARTS),
            ("xl/styles.xml", STYLES),
        ];
        for (name, text) in parts {
            zip.start_file(name, options()).map_err(fault)?;
            zip.write_all(text.as_bytes())?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", options()).map_err(fault)?;
        let mut book = Workbook {
            zip,
            piece: String::with_capacity(PIECE + (PIECE >> 2)),
            letters: (0..headings.len()).map(letters).collect(),
            widths: vec![0; headings.len()],
            rows: 0,
            has_begun: false,
        };
        book.open_row();
        for (at, heading) in headings.iter().enumerate() {
            book.text(at, Style::Heading, heading)?;
        }
        book.close_row()?;
        Ok(book)
    }

    /// Takes a row.
    ///
    /// # Errors
    /// `table_too_large` for a row or a text that no sheet holds, those of the disk.
    pub(super) fn row<'a>(&mut self, cells: impl Iterator<Item = &'a Cell>, whole_phones: bool) -> Result<()> {
        if self.rows == ROWS {
            return Err(too_large());
        }
        self.open_row();
        for (at, cell) in cells.enumerate() {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => self.text(at, Style::Text, text)?,
                Cell::Phones(phones) => self.text(at, Style::Text, &super::out::phones(phones, whole_phones))?,
                Cell::Number(number) if number.unsigned_abs() > EXACT => self.text(at, Style::Text, &number.to_string())?,
                Cell::Number(number) => self.value(at, Style::Number, number),
                Cell::Money(Fen(fen)) if fen.unsigned_abs() > EXACT => self.text(at, Style::Text, &Fen(*fen).to_string())?,
                Cell::Money(amount) => self.value(at, Style::Money, amount),
                Cell::Day(day) => match serial(*day) {
                    Some(serial) => {
                        self.widths[at] = self.widths[at].max(10);
                        self.value(at, Style::Day, serial);
                    }
                    None => self.text(at, Style::Text, &day.to_string())?,
                },
                Cell::Time(time) => self.value(at, Style::Time, fraction(*time)),
            }
        }
        self.close_row()
    }

    /// Ends the workbook and gives the file back.
    ///
    /// # Errors
    /// Those of the disk.
    pub(super) fn finish(mut self) -> Result<W> {
        if !self.has_begun {
            self.head()?;
        }
        let last = self.letters.last().map_or("A", String::as_str);
        // Phones and numbers of cards are text on purpose: no green corners.
        let _ = write!(
            self.piece,
            r#"</sheetData><ignoredErrors><ignoredError sqref="A1:{last}{}" numberStoredAsText="1"/></ignoredErrors></worksheet>"#,
            self.rows.max(1)
        );
        self.zip.write_all(self.piece.as_bytes())?;
        self.zip.finish().map_err(fault)
    }

    fn open_row(&mut self) {
        self.rows += 1;
        // Writing to a String cannot fail.
        let _ = write!(self.piece, r#"<row r="{}">"#, self.rows);
    }

    fn close_row(&mut self) -> Result<()> {
        self.piece.push_str("</row>");
        if !self.has_begun && self.rows > MEASURED {
            self.head()?;
        }
        if self.has_begun && self.piece.len() >= PIECE {
            self.zip.write_all(self.piece.as_bytes())?;
            self.piece.clear();
        }
        Ok(())
    }

    /// What stands before the rows: the headings stay in sight, and each column is as wide as what was seen of it.
    fn head(&mut self) -> Result<()> {
        let mut head = String::from(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#,
        );
        if !self.widths.is_empty() {
            head.push_str("<cols>");
            for (at, width) in self.widths.iter().enumerate() {
                let n = at + 1;
                let _ = write!(head, r#"<col min="{n}" max="{n}" width="{}" customWidth="1"/>"#, (width + 2).clamp(6, 48));
            }
            head.push_str("</cols>");
        }
        head.push_str("<sheetData>");
        self.zip.write_all(head.as_bytes())?;
        self.has_begun = true;
        Ok(())
    }

    fn value(&mut self, at: usize, style: Style, value: impl std::fmt::Display) {
        let before = self.piece.len();
        let _ = write!(self.piece, r#"<c r="{}{}" s="{}"><v>"#, self.letters[at], self.rows, style as u8);
        let begin = self.piece.len();
        let _ = write!(self.piece, "{value}");
        if !matches!(style, Style::Day | Style::Time) {
            self.widths[at] = self.widths[at].max(self.piece.len() - begin + 2);
        }
        debug_assert!(before < begin);
        self.piece.push_str("</v></c>");
    }

    fn text(&mut self, at: usize, style: Style, text: &str) -> Result<()> {
        if text.len() > CELL && text.encode_utf16().count() > CELL {
            return Err(too_large());
        }
        let width = text.lines().map(|line| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()).max().unwrap_or(0);
        self.widths[at] = self.widths[at].max(width);
        let _ = write!(
            self.piece,
            r#"<c r="{}{}" s="{}" t="inlineStr"><is><t xml:space="preserve">"#,
            self.letters[at], self.rows, style as u8
        );
        escape(&mut self.piece, text);
        self.piece.push_str("</t></is></c>");
        Ok(())
    }
}

pub(super) fn too_large() -> Error {
    Failure::at(Code::TableTooLarge, "format").with("rows", ROWS - 1).into()
}

/// Without a moment of their own, so that the same table makes the same file.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(4))
        .last_modified_time(zip::DateTime::default())
}

fn fault(error: zip::result::ZipError) -> Error {
    match error {
        zip::result::ZipError::Io(error) => error.into(),
        other => std::io::Error::other(other).into(),
    }
}

/// A sheet may not have every name: at most 31 characters, without some marks.
fn sheet_name(title: &str) -> String {
    let plain: String = title.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' | '"')).take(31).collect();
    let mut name = String::new();
    escape(&mut name, if plain.trim().is_empty() { "1" } else { &plain });
    name
}

/// The name of the column at a place from 0: A to Z, then AA.
fn letters(at: usize) -> String {
    let mut name = Vec::new();
    let mut left = at + 1;
    while left > 0 {
        name.push(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0));
        left = (left - 1) / 26;
    }
    name.iter().rev().map(|&letter| char::from(letter)).collect()
}

/// The day as spreadsheets count it. Before March 1900 their count is not the calendar's.
fn serial(day: Day) -> Option<i64> {
    let zero = Day::from_ymd_opt(1899, 12, 30)?;
    Some((day - zero).num_days()).filter(|serial| (61..=2_958_465).contains(serial))
}

/// The time as a part of a day, to the fourteenth place: far finer than a second.
fn fraction(time: NaiveTime) -> String {
    let places = (i64::from(time.num_seconds_from_midnight()) * 100_000_000_000_000 + 43_200) / 86_400;
    format!("0.{places:014}")
}

/// Text inside an element. What XML cannot hold becomes a space, and what a spreadsheet would take for the code of a character
/// (`_x0041_`) stays what it is.
fn escape(to: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\n' | '\t' => to.push(c),
            '_' if is_code(&text.as_bytes()[at..]) => to.push_str("_x005F_"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => to.push(' '),
            c => to.push(c),
        }
    }
}

fn is_code(bytes: &[u8]) -> bool {
    bytes.len() >= 7 && bytes[1] == b'x' && bytes[6] == b'_' && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    fn sheet(title: &str, headings: &[&str], rows: &[Vec<Cell>]) -> (String, String) {
        let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
        let mut book = Workbook::begin(Cursor::new(Vec::new()), title, &headings).unwrap();
        for row in rows {
            book.row(row.iter(), true).unwrap();
        }
        let mut file = zip::ZipArchive::new(book.finish().unwrap()).unwrap();
        let mut part = |name: &str| {
            let mut text = String::new();
            file.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        (part("xl/workbook.xml"), part("xl/worksheets/sheet1.xml"))
    }

    #[test]
    fn each_kind_of_cell_is_kept_as_what_it_is() {
        let day = |text: &str| Cell::Day(text.parse().unwrap());
        let row = vec![
            Cell::Text("=1+1".into()),
            Cell::Empty,
            Cell::Money(Fen(-1250)),
            Cell::Number(7),
            day("2026-11-22"),
            Cell::Time(NaiveTime::from_hms_opt(12, 0, 0).unwrap()),
            day("1899-01-01"),
            Cell::Number(1_000_000_000_000_000),
        ];
        let (_, xml) = sheet("x", &["a", "b", "c", "d", "e", "f", "g", "h"], &[row]);
        for cell in [
            r#"<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c>"#,
            r#"<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>"#,
            r#"<c r="C2" s="3"><v>-12.50</v></c>"#,
            r#"<c r="D2" s="0"><v>7</v></c>"#,
            r#"<c r="E2" s="4"><v>46348</v></c>"#,
            r#"<c r="F2" s="5"><v>0.50000000000000</v></c>"#,
            r#"<c r="G2" s="2" t="inlineStr"><is><t xml:space="preserve">1899-01-01</t></is></c>"#,
            r#"<c r="H2" s="2" t="inlineStr"><is><t xml:space="preserve">1000000000000000</t></is></c>"#,
        ] {
            assert!(xml.contains(cell), "{cell} in {xml}");
        }
        assert!(!xml.contains("<f>") && !xml.contains(r#"r="B2""#));
        assert!(xml.contains(r#"state="frozen""#));
    }

    #[test]
    fn text_that_xml_cannot_hold_or_that_looks_like_a_code_comes_through() {
        let odd = "a<b&\"c\"\u{0}\u{FFFF}\n  _x0041_ _x_";
        let (book, xml) = sheet("表[1]/'<2>", &["a"], &[vec![Cell::Text(odd.into())]]);
        assert!(xml.contains("a&lt;b&amp;&quot;c&quot;  \n  _x005F_x0041_ _x_</t>"), "{xml}");
        assert!(book.contains(r#"name="表1&lt;2&gt;""#), "{book}");
    }

    #[test]
    fn columns_are_as_wide_as_what_stands_in_them_within_reason() {
        let row = vec![Cell::Text("羊毛大衣".into()), Cell::Text("长".repeat(100)), Cell::Empty];
        let (_, xml) = sheet("x", &["款", "备注", "空"], &[row]);
        let widths: Vec<&str> = xml.split("width=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(widths, ["10", "48", "6"]);
    }

    #[test]
    fn a_sheet_takes_no_more_than_it_holds() {
        let mut book = Workbook::begin(Cursor::new(Vec::new()), "x", &["a".to_owned()]).unwrap();
        book.row([Cell::Text("长".repeat(CELL))].iter(), true).unwrap();
        assert_eq!(book.row([Cell::Text("长".repeat(CELL + 1))].iter(), true).unwrap_err().code(), Code::TableTooLarge);
        book.rows = ROWS;
        assert_eq!(book.row([Cell::Empty].iter(), true).unwrap_err().code(), Code::TableTooLarge);
        let wide = vec![String::new(); COLUMNS + 1];
        assert_eq!(Workbook::begin(Cursor::new(Vec::new()), "x", &wide).err().unwrap().code(), Code::TableTooLarge);
    }

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        let names = [0, 25, 26, 51, 52, 701, 702, 16_383].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn every_second_of_a_day_comes_back_from_its_fraction() {
        for seconds in 0..86_400_u32 {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap();
            let places: i64 = fraction(time)[2..].parse().unwrap();
            assert_eq!((places * 864 + 500_000_000_000) / 1_000_000_000_000, i64::from(seconds));
        }
    }

    #[test]
    fn the_same_table_makes_the_same_bytes() {
        let make = || {
            let mut book = Workbook::begin(Cursor::new(Vec::new()), "x", &["a".to_owned()]).unwrap();
            (0..1_000).for_each(|n| book.row([Cell::Number(n)].iter(), true).unwrap());
            book.finish().unwrap().into_inner()
        };
        assert_eq!(make(), make());
    }
}
