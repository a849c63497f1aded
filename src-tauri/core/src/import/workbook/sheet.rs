//! One sheet, row by row.

use super::archive::PartReader;
use super::book::Shared;
use super::merges::{Filling, Merges};
use super::strings::{rich_text, unescape};
use super::xml::{Node, Xml, attribute, damaged, ends};
use super::{cell, cut_off, over};
use crate::error::{Code, Failure, Result};
use crate::import::table::{CELL_MAX, COLUMNS_MAX, Mark, Record};
use quick_xml::events::BytesStart;
use std::io::Read;

/// Excel's last row.
const ROWS_MAX: u64 = 1_048_576;
/// The most cells that are looked at, empty ones among them.
const CELLS_MAX: u64 = 20_000_000;

/// The longest value or formula that is put together from its pieces.
const VALUE_MAX: usize = 256 << 10;
/// Characters of an unreckoned formula that are kept.
const FORMULA_SHOWN: usize = 500;

/// The rows of a sheet.
pub(in crate::import) struct Sheet<S: Read> {
    xml: Xml<PartReader<S>>,
    shared: Shared,
    declared: u64,
    bytes: u64,
    /// Row being read, from 1, and the column that comes next, from 0.
    row: u64,
    column: usize,
    cells: u64,
    is_over: bool,
    /// Cells that every record has at least, since a spreadsheet leaves out empty ones.
    width: usize,
    /// Merged cells, which a sheet names behind its rows.
    merges: Merges,
    filling: Filling,
}

/// What the tag of a cell says.
struct Head {
    column: usize,
    style: usize,
    kind: String,
}

impl<S: Read> Sheet<S> {
    pub(super) fn new(part: PartReader<S>, declared: u64, bytes: u64, shared: Shared) -> Result<Sheet<S>> {
        let mut xml = Xml::new(part);
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.local_name().as_ref() == "sheetData" => break,
                Node::End => return Err(cut_off()),
                _ => (),
            }
        }
        Ok(Sheet {
            xml,
            shared,
            declared,
            bytes,
            row: 0,
            column: 0,
            cells: 0,
            is_over: false,
            width: 0,
            merges: Merges::default(),
            filling: Filling::default(),
        })
    }

    /// Gives back what the cells refer to.
    pub(in crate::import) fn into_shared(self) -> Shared {
        self.shared
    }

    /// From now on each record has at least so many cells.
    pub(in crate::import) fn set_width(&mut self, width: usize) {
        self.width = width;
    }

    /// The merged cells, known once all rows were read.
    pub(in crate::import) fn into_merges(self) -> Merges {
        self.merges
    }

    /// From now on what merged cells show is put into every row below a line, but for columns that are counted.
    pub(in crate::import) fn show_merged(&mut self, merges: Merges, below: u64, counted: Vec<usize>) {
        self.filling = Filling::new(merges, below, counted);
    }

    /// About how many bytes of the file have been read.
    pub(in crate::import) fn taken(&self) -> u64 {
        let inflated = self.xml.source().inflated.min(self.declared.max(1));
        (u128::from(self.bytes) * u128::from(inflated) / u128::from(self.declared.max(1))) as u64
    }

    /// Reads the next row that holds something; false at the end.
    ///
    /// # Errors
    /// `import_too_large` where a bound is passed, with the row as `line`; `import_cut_off` where the sheet is damaged.
    pub(in crate::import) fn read(&mut self, record: &mut Record) -> Result<bool> {
        record.begin(0);
        if self.is_over {
            return Ok(false);
        }
        loop {
            let head = match self.xml.next()? {
                Node::Open(tag) => match tag.local_name().as_ref() {
                    "row" => {
                        (self.row, self.column) = (row_number(&tag, self.row)?, 0);
                        record.begin(self.row);
                        continue;
                    }
                    "c" => head(&tag, self.column)?,
                    _ => continue,
                },
                Node::Close(tag) if ends(&tag, "row") && !record.is_empty() => {
                    while record.len() < self.width {
                        record.push("", None);
                    }
                    self.filling.fill(record);
                    return Ok(true);
                }
                Node::Close(tag) if ends(&tag, "sheetData") => {
                    self.is_over = true;
                    return self.finish();
                }
                Node::End => return Err(cut_off()),
                _ => continue,
            };
            self.cells += 1;
            if self.cells > CELLS_MAX {
                return Err(over("cells", CELLS_MAX));
            }
            let (text, mark) = self.value(&head)?;
            self.column = head.column + 1;
            if text.is_empty() {
                continue;
            }
            let bound = |what: &str, max: usize| {
                Failure::new(Code::ImportTooLarge).with("what", what).with("max", max).with("line", self.row.max(1))
            };
            if head.column >= COLUMNS_MAX {
                return Err(bound("columns", COLUMNS_MAX).into());
            }
            if text.len() > CELL_MAX {
                return Err(bound("cell", CELL_MAX).into());
            }
            // Cells that stand in another order than their letters are not a sheet's.
            if head.column < record.len() {
                return Err(cut_off());
            }
            while record.len() < head.column {
                record.push("", None);
            }
            record.push(&text, mark);
        }
    }

    /// Of what stands behind the rows only merged cells say something, and its end is where the checksum is compared.
    fn finish(&mut self) -> Result<bool> {
        loop {
            match self.xml.next()? {
                Node::Open(tag) if tag.local_name().as_ref() == "mergeCell" => self.merges.add(&attribute(&tag, "ref")?)?,
                Node::End => return Ok(false),
                _ => (),
            }
        }
    }

    /// The rest of a cell up to its end, as the text that is shown.
    fn value(&mut self, head: &Head) -> Result<(String, Option<Mark>)> {
        let (mut value, mut formula, mut text) = (String::new(), None::<String>, String::new());
        let mut inside = 0_u8;
        loop {
            match self.xml.next()? {
                Node::Open(tag) => match tag.local_name().as_ref() {
                    "v" => inside = b'v',
                    "f" => (inside, formula) = (b'f', Some(String::new())),
                    "is" => rich_text(&mut self.xml, "is", &mut text)?,
                    _ => inside = 0,
                },
                Node::Close(tag) if ends(&tag, "c") => break,
                Node::Close(_) => inside = 0,
                Node::Text(piece) if inside == b'v' => value.push_str(&piece),
                Node::Text(piece) => {
                    if let (b'f', Some(formula)) = (inside, &mut formula) {
                        formula.push_str(&piece);
                    }
                }
                Node::End => return Err(cut_off()),
            }
            if value.len() + formula.as_ref().map_or(0, String::len) > VALUE_MAX {
                return Err(over("text", VALUE_MAX as u64));
            }
        }
        // A formula that gave an empty text says so; one with nothing at all was never reckoned.
        if let Some(formula) = formula.filter(|_| value.trim().is_empty() && head.kind != "str" && text.is_empty()) {
            let shown = format!("={formula}").chars().take(FORMULA_SHOWN).collect();
            return Ok((shown, Some(Mark::Unreckoned)));
        }
        Ok(match head.kind.as_str() {
            "s" => {
                let index = value.trim();
                let found = index.parse().ok().and_then(|index| self.shared.strings.get(index));
                match found {
                    Some(found) => (found.to_owned(), None),
                    None if index.is_empty() => (String::new(), None),
                    None => return Err(cut_off()),
                }
            }
            "inlineStr" => (text, None),
            "str" => {
                unescape(&value, &mut text);
                (text, None)
            }
            "b" => (if value.trim() == "0" { "FALSE" } else { "TRUE" }.to_owned(), None),
            "e" => (value.trim().to_owned(), None),
            // An ISO day; a midnight behind it was put there by the program, not by a person.
            "d" => (value.trim().trim_end_matches("T00:00:00").trim_end_matches("T00:00:00.000").replace('T', " "), None),
            _ if value.trim().is_empty() => (String::new(), None),
            _ => cell::number(&value, self.shared.styles.shape(head.style), self.shared.system),
        })
    }
}

fn row_number(tag: &BytesStart<'_>, before: u64) -> Result<u64> {
    let said = attribute(tag, "r")?;
    let number = if said.is_empty() { Some(before + 1) } else { said.parse().ok() };
    let number = number.filter(|&number| number > before).ok_or_else(cut_off)?;
    if number > ROWS_MAX { Err(over("rows", ROWS_MAX)) } else { Ok(number) }
}

/// Reads the attributes of a cell in one pass: there are millions.
fn head(tag: &BytesStart<'_>, next: usize) -> Result<Head> {
    let mut head = Head { column: next, style: 0, kind: String::new() };
    for found in tag.attributes().with_checks(false) {
        let found = found.map_err(|error| damaged(error.into()))?;
        match found.key.as_ref() {
            "r" => head.column = column_of(&found.value).ok_or_else(cut_off)?,
            "s" => head.style = found.value.parse().map_err(|_| cut_off())?,
            "t" => head.kind = found.value.into_owned(),
            _ => (),
        }
    }
    Ok(head)
}

/// The column of `BC17`, from 0. Excel has 16,384.
pub(super) fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0, |n, b| n * 26 + usize::from(b.to_ascii_uppercase() - b'A' + 1));
    (1..=16_384).contains(&number).then(|| number - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        for (place, column) in
            [("A1", Some(0)), ("Z9", Some(25)), ("AA1", Some(26)), ("XFD1048576", Some(16_383)), ("XFE1", None), ("1", None)]
        {
            assert_eq!(column_of(place), column, "{place}");
        }
    }
}
