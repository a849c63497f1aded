//! A table as text for spreadsheets: text in quotes and never a formula, numbers bare, CRLF.
//!
//! The csv crate quotes a whole file by one rule; here it depends on the column, so that `007` stays text and `-12.50`
//! a number. Quoting itself is doubling the quotes.

use crate::money::Fen;
use crate::wire::export::FileEncoding;
use std::borrow::Cow;
use std::fmt::Write;

/// Signs with which a spreadsheet takes a cell for a formula, in every width they are typed in.
const FORMULA: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

/// A table that grows by cells and rows.
#[derive(Debug, Default)]
pub struct Sheet {
    text: String,
    rows: u64,
    in_row: bool,
}

impl Sheet {
    /// A table with its headings.
    pub fn with_headings(headings: &[String]) -> Sheet {
        let mut sheet = Sheet::default();
        for heading in headings {
            sheet.text(heading);
        }
        sheet.end_row();
        sheet.rows = 0;
        sheet
    }

    /// A cell of text.
    pub fn text(&mut self, text: &str) {
        self.next();
        self.text.push('"');
        let text = safe(text);
        for (at, part) in text.split('"').enumerate() {
            if at > 0 {
                self.text.push_str("\"\"");
            }
            self.text.push_str(part);
        }
        self.text.push('"');
    }

    /// A cell of text, or an empty one.
    pub fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.next(),
        }
    }

    /// A cell with anything that prints as a plain number or day.
    pub fn bare(&mut self, value: impl std::fmt::Display) {
        self.next();
        // Writing to a String cannot fail.
        let _ = write!(self.text, "{value}");
    }

    /// A cell with an amount, or an empty one.
    pub fn money(&mut self, amount: Option<Fen>) {
        match amount {
            Some(amount) => self.bare(amount),
            None => self.next(),
        }
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.in_row = false;
        self.rows += 1;
    }

    /// Rows without the headings.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The bytes so far in an encoding, without a mark at their beginning; the table is empty afterwards, its count goes on.
    pub fn take(&mut self, encoding: FileEncoding) -> Vec<u8> {
        let text = std::mem::take(&mut self.text);
        match encoding {
            FileEncoding::Utf8 => text.into_bytes(),
            // GB18030 has all of Unicode but one private character, which becomes &#58853;.
            FileEncoding::Gb18030 => encoding_rs::GB18030.encode(&text).0.into_owned(),
        }
    }

    fn next(&mut self) {
        if self.in_row {
            self.text.push(',');
        }
        self.in_row = true;
    }
}

/// What stands before the first byte of a file: spreadsheets know UTF-8 by it.
pub fn mark(encoding: FileEncoding) -> &'static [u8] {
    match encoding {
        FileEncoding::Utf8 => b"\xEF\xBB\xBF",
        FileEncoding::Gb18030 => b"",
    }
}

/// Text that no spreadsheet takes for a formula and that stays on one line.
///
/// One apostrophe is put before text whose first visible character starts a formula. Text that begins with apostrophes
/// before such a character gets one more, so that taking exactly one away gives the original back. Line breaks, tabs and
/// other control characters become spaces.
pub fn safe(text: &str) -> Cow<'_, str> {
    let odd = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let invisible = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
    let seen = text.trim_start_matches(|c| invisible(c) || c == '\'');
    // A tab or line end in front is itself a sign for some spreadsheets, whatever follows.
    let leads = text.trim_start_matches('\'').starts_with(['\t', '\r', '\n', '\0']);
    let guarded = leads || seen.starts_with(FORMULA);
    if !guarded && !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len() + 1);
    if guarded {
        made.push('\'');
    }
    made.extend(text.chars().map(|c| if odd(c) { ' ' } else { c }));
    Cow::Owned(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text_and_plain_text_stays() {
        for (text, expected) in [
            ("羊毛大衣", "羊毛大衣"),
            ("A-1001", "A-1001"),
            ("5-10", "5-10"),
            ("a=b", "a=b"),
            ("=1+1", "'=1+1"),
            ("+86 138", "'+86 138"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝１", "'＝１"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠a", "'＠a"),
            ("−1", "'−1"),
            ("﹣1", "'﹣1"),
            ("  =1", "'  =1"),
            ("\u{3000}=1", "'\u{3000}=1"),
            ("\u{FEFF}=1", "'\u{FEFF}=1"),
            ("\t=1", "' =1"),
            ("\tx", "' x"),
            ("\rx", "' x"),
            ("\nx", "' x"),
            ("\0x", "' x"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'90s", "'90s"),
            ("a\r\nb\tc", "a  b c"),
            ("", ""),
        ] {
            assert_eq!(safe(text), expected, "{text:?}");
        }
    }

    #[test]
    fn text_is_quoted_numbers_are_bare_and_lines_end_in_crlf() {
        let mut sheet = Sheet::with_headings(&["a".into(), "b".into()]);
        sheet.text("say \"hi\", =x");
        sheet.money(Some(Fen(-1250)));
        sheet.end_row();
        sheet.optional(None);
        sheet.optional(Some("=x"));
        sheet.bare(7);
        sheet.money(None);
        sheet.end_row();
        assert_eq!(sheet.rows(), 2);
        let text = String::from_utf8(sheet.take(FileEncoding::Utf8)).unwrap();
        assert_eq!(text, "\"a\",\"b\"\r\n\"say \"\"hi\"\", =x\",-12.50\r\n,\"'=x\",7,\r\n");
    }

    #[test]
    fn gb18030_holds_every_character_but_one() {
        let rare = "单晓燕𠮷𪚥😀é‎";
        let mut sheet = Sheet::default();
        sheet.text(rare);
        let bytes = sheet.take(FileEncoding::Gb18030);
        assert_eq!(encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(&bytes).unwrap(), format!("\"{rare}\""));
        sheet.text("\u{E5E5}");
        assert_eq!(sheet.take(FileEncoding::Gb18030), b",\"&#58853;\"");
    }
}
