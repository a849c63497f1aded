//! A table as text for spreadsheets: text in quotes and never a formula, numbers bare, CRLF.
//!
//! The csv crate quotes a whole file by one rule; here it depends on the column, so that `007` stays text and `-12.50`
//! a number. Quoting itself is doubling the quotes.

use crate::clock::Day;
use crate::money::Fen;
use crate::wire::export::FileEncoding;
use chrono::Timelike;
use std::borrow::Cow;

/// Signs with which a spreadsheet takes a cell for a formula, in every width they are typed in.
const FORMULA: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

/// A table that grows by cells and rows.
#[derive(Debug, Default)]
pub struct Sheet {
    text: String,
    rows: u64,
    in_row: bool,
    last_day: Option<(Day, String)>,
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
        if text.contains('"') {
            self.text.push_str(&text.replace('"', "\"\""));
        } else {
            self.text.push_str(&text);
        }
        self.text.push('"');
    }

    /// A cell of text that keeps every character, guarded if need be; [`unguarded`] gives it back.
    pub fn exact(&mut self, text: &str) {
        self.next();
        self.text.push('"');
        if is_guarded(text) {
            self.text.push('\'');
        }
        self.text.push_str(&text.replace('"', "\"\""));
        self.text.push('"');
    }

    /// A cell of text that keeps its line breaks, as a table does that comes back to us.
    pub fn lines(&mut self, text: &str) {
        if !text.contains('\n') {
            return self.text(text);
        }
        // Guarded as a whole; only the breaks themselves are put back.
        let plain = safe(text).into_owned();
        let guard = plain.chars().count() > text.chars().count();
        let mut parts = text.chars();
        let kept: String = plain.chars().skip(usize::from(guard)).map(|c| if parts.next() == Some('\n') { '\n' } else { c }).collect();
        self.next();
        self.text.push('"');
        if guard {
            self.text.push('\'');
        }
        self.text.push_str(&kept.replace('"', "\"\""));
        self.text.push('"');
    }

    /// A cell of text, or an empty one.
    pub fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.next(),
        }
    }

    /// A cell with a day.
    pub fn day(&mut self, day: Day) {
        self.next();
        // One day has many rows.
        if self.last_day.as_ref().is_none_or(|(last, _)| *last != day) {
            self.last_day = Some((day, day.to_string()));
        }
        if let Some((_, text)) = &self.last_day {
            self.text.push_str(text);
        }
    }

    /// A cell with a whole number, without the formatter, which a week's three hundred thousand numbers feel.
    pub fn number(&mut self, number: i64) {
        self.next();
        self.text.push_str(itoa::Buffer::new().format(number));
    }

    /// A cell with an amount, or an empty one; as [`Fen`] prints it.
    pub fn money(&mut self, amount: Option<Fen>) {
        self.next();
        let Some(Fen(fen)) = amount else { return };
        if fen < 0 {
            self.text.push('-');
        }
        self.text.push_str(itoa::Buffer::new().format(fen.unsigned_abs() / 100));
        self.text.push('.');
        self.two_digits(fen.unsigned_abs() % 100);
    }

    /// A cell with a time of day, `09:05`.
    pub fn time(&mut self, time: impl Timelike) {
        self.next();
        self.two_digits(time.hour().into());
        self.text.push(':');
        self.two_digits(time.minute().into());
    }

    /// A cell with a time of day to the second, `09:05:07`.
    pub fn clock(&mut self, time: impl Timelike) {
        let second = time.second().into();
        self.time(time);
        self.text.push(':');
        self.two_digits(second);
    }

    /// How many bytes of text are waiting to be taken.
    pub fn len(&self) -> usize {
        self.text.len()
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

    fn two_digits(&mut self, number: u64) {
        if number < 10 {
            self.text.push('0');
        }
        self.text.push_str(itoa::Buffer::new().format(number));
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
    if is_plain(text.as_bytes()) { Cow::Borrowed(text) } else { safe_slowly(text) }
}

/// The text that a guarded one was before; any other as it is.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_guarded(rest) => rest,
        _ => text,
    }
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a text gets an apostrophe put before it.
fn is_guarded(text: &str) -> bool {
    // A tab or line end in front is itself a sign for some spreadsheets, whatever follows.
    text.trim_start_matches('\'').starts_with(['\t', '\r', '\n', '\0'])
        || text.trim_start_matches(|c| is_invisible(c) || c == '\'').starts_with(FORMULA)
}

fn safe_slowly(text: &str) -> Cow<'_, str> {
    let odd = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let guarded = is_guarded(text);
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

/// Whether a text is seen at its bytes to be harmless, as nearly all are: it begins with a letter or digit of ASCII or with an
/// ideograph, and holds no control character, nor anything of the two blocks in which there are more of them.
fn is_plain(bytes: &[u8]) -> bool {
    let begins = bytes.first().is_some_and(|first| first.is_ascii_alphanumeric() || (0xE4..=0xE9).contains(first));
    begins && bytes.iter().all(|byte| !matches!(byte, 0..0x20 | 0x7F | 0xC2 | 0xE2))
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
            if !text.contains(char::is_control) {
                assert_eq!(unguarded(&safe(text)), text, "taking one away gives the text back");
            }
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
        sheet.number(7);
        sheet.money(None);
        sheet.end_row();
        for fen in [0, 5, -5, 99, 100, -1_000_000, i64::MAX, i64::MIN] {
            sheet.money(Some(Fen(fen)));
            sheet.number(fen);
        }
        sheet.end_row();
        assert_eq!(sheet.rows(), 3);
        let text = String::from_utf8(sheet.take(FileEncoding::Utf8)).unwrap();
        assert_eq!(
            text,
            "\"a\",\"b\"\r\n\"say \"\"hi\"\", =x\",-12.50\r\n,\"'=x\",7,\r\n\
             0.00,0,0.05,5,-0.05,-5,0.99,99,1.00,100,-10000.00,-1000000,\
             92233720368547758.07,9223372036854775807,-92233720368547758.08,-9223372036854775808\r\n"
        );
    }

    #[test]
    fn a_cell_of_several_lines_keeps_them_and_is_guarded_all_the_same() {
        let mut sheet = Sheet::default();
        for text in ["a\nb \"c\"", "=1\n=2", "\n=1", "a\r\nb", "一行"] {
            sheet.lines(text);
        }
        let text = String::from_utf8(sheet.take(FileEncoding::Utf8)).unwrap();
        assert_eq!(text, "\"a\nb \"\"c\"\"\",\"'=1\n=2\",\"'\n=1\",\"a \nb\",\"一行\"");
    }

    #[test]
    fn days_and_times_have_all_their_digits() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let mut sheet = Sheet::default();
        for text in ["2026-01-05", "2026-01-05", "2026-11-30"] {
            sheet.day(day(text));
        }
        for (hour, minute) in [(0, 0), (9, 5), (23, 59)] {
            sheet.time(day("2026-01-05").and_hms_opt(hour, minute, 59).unwrap());
        }
        sheet.clock(day("2026-01-05").and_hms_opt(9, 5, 7).unwrap());
        assert_eq!(sheet.take(FileEncoding::Utf8), b"2026-01-05,2026-01-05,2026-11-30,00:00,09:05,23:59,09:05:07");
    }

    #[test]
    fn no_text_is_passed_over_that_has_to_be_made_safe() {
        // What is odd is all in the first plane.
        for c in (0..=0xFFFF_u32).filter_map(char::from_u32) {
            let [before, after] = [format!("{c}a"), format!("a{c}")];
            assert!(!is_plain(before.as_bytes()) || safe_slowly(&before) == before, "{c:?}");
            assert!(!is_plain(after.as_bytes()) || safe_slowly(&after) == after, "{c:?}");
        }
        assert!(["单晓燕", "A-1001", "羊毛大衣 \"M\""].iter().all(|text| is_plain(text.as_bytes())));
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
