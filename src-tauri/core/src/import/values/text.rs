//! Plain text, and what spreadsheets and cash registers wrap around it.

use super::super::decode::BROKEN;
use super::super::flag::FlagCode;
use crate::export::unguarded;
use std::borrow::Cow;

/// Takes away what was put around a cell to keep spreadsheets from changing it: our own guard (exactly one apostrophe) and the formula form `="00123"` of other systems.
pub fn unwrap(cell: &str) -> &str {
    if let Some(inner) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return inner;
    }
    unguarded(cell)
}

/// Text as it can be stored: trimmed, line ends as LF, no control characters.
///
/// A second value says what had to go; text in which bytes could not be read is not taken at all.
pub fn clean(cell: &str) -> Result<(Cow<'_, str>, Option<FlagCode>), FlagCode> {
    let text = unwrap(cell).trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    // Most cells are short and plain: one look at the bytes settles it.
    if text.bytes().all(|b| (0x20..0x7F).contains(&b)) {
        return Ok((Cow::Borrowed(text), None));
    }
    if text.contains(BROKEN) {
        return Err(FlagCode::TextBroken);
    }
    let flag = text.contains(is_control).then_some(FlagCode::TextControl);
    if flag.is_none() && !text.contains('\r') {
        return Ok((Cow::Borrowed(text), None));
    }
    let text: String = text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|&c| !is_control(c)).collect();
    Ok((Cow::Owned(text.trim().to_owned()), flag))
}

/// Whether a text that was read as GB18030 was written as UTF-8: its bytes make sense there too, as two Han or more. Three characters by
/// chance have the bytes for that only where rare ones stand together.
pub fn is_misread(text: &str) -> bool {
    if text.chars().filter(|c| !c.is_ascii()).take(3).count() < 3 || text.contains(BROKEN) {
        return false;
    }
    let (bytes, _, _) = encoding_rs::GB18030.encode(text);
    std::str::from_utf8(&bytes).is_ok_and(|read| read.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count() >= 2)
}

/// A number that names something (card, receipt, style): as text, with the damage that spreadsheets do to it.
pub fn code(text: &str) -> Result<(&str, Option<FlagCode>), FlagCode> {
    let text = text.strip_prefix(['\'', '`']).unwrap_or(text).trim();
    if is_scientific(text) {
        return Err(FlagCode::NumberScientific);
    }
    // A spreadsheet keeps fifteen digits and writes zeros for the rest. One zero is nothing: every tenth number ends in it.
    let is_long = text.len() > 16 && text.bytes().all(|b| b.is_ascii_digit());
    let flag = is_long && text[15..].bytes().all(|b| b == b'0');
    Ok((text, flag.then_some(FlagCode::NumberDigitsLost)))
}

/// Whether a cell shows a spreadsheet's error, or the row of `#` of a column that was too narrow when it was saved.
pub fn is_cell_error(cell: &str) -> bool {
    let text = cell.trim();
    let is_error = |text: &str| {
        matches!(
            text,
            "#N/A" | "#REF!" | "#VALUE!" | "#DIV/0!" | "#NAME?" | "#NULL!" | "#NUM!" | "#SPILL!" | "#CALC!" | "#BLOCKED!" | "#GETTING_DATA"
        )
    };
    text.starts_with('#') && (is_error(text) || text.len() >= 3 && text.bytes().all(|b| b == b'#'))
}

/// Whether a spreadsheet wrote a long number as `1.38E+10`.
pub fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let mantissa = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    // Without a sign only the form with a decimal point is sure: style 20E1088 and card 12E5 are names.
    let (exponent, is_signed) = exponent.strip_prefix(['+', '-']).map_or((exponent, false), |rest| (rest, true));
    digits(whole) && digits(fraction) && digits(exponent) && exponent.len() <= 3 && (is_signed || mantissa.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_one_guarding_apostrophe_goes() {
        for (cell, text) in [
            ("'=1+1", "=1+1"),
            ("'-特价", "-特价"),
            ("''=x", "'=x"),
            ("'＝x", "＝x"),
            ("' =x", " =x"),
            ("'plain", "'plain"),
            ("=1+1", "=1+1"),
            ("=\"00123\"", "00123"),
            ("'\tx", "\tx"),
            ("'", "'"),
        ] {
            assert_eq!(unwrap(cell), text, "{cell}");
        }
    }

    #[test]
    fn text_is_trimmed_and_control_characters_are_named() {
        assert_eq!(clean(" 王芳　"), Ok(("王芳".into(), None)));
        assert_eq!(clean("a\r\nb\rc"), Ok(("a\nb\nc".into(), None)));
        assert_eq!(clean("王\0芳"), Ok(("王芳".into(), Some(FlagCode::TextControl))));
        assert_eq!(clean("a\u{b}b"), Ok(("ab".into(), Some(FlagCode::TextControl))));
        assert_eq!(clean("\0\0"), Ok(("".into(), Some(FlagCode::TextControl))));
        assert_eq!(clean("王\u{FFFD}"), Err(FlagCode::TextBroken));
    }

    #[test]
    fn letters_of_another_encoding_are_known_by_their_bytes() {
        for text in ["李红", "老客", "欧阳静静 138", "杭州市西湖"] {
            let (read, _, _) = encoding_rs::GB18030.decode(text.as_bytes());
            assert_eq!(is_misread(&read), !read.contains(BROKEN), "{read}");
        }
        for text in
            ["王芳", "濮阳静", "尉迟文静", "联通", "单晓燕 VIP", "翠苑二区15-3-1301", "喜欢的颜色:墨绿,藏青,驼色", "ＶＩＰ会员", "€5", ""]
        {
            assert!(!is_misread(text), "{text}");
        }
    }

    #[test]
    fn damaged_numbers_are_named() {
        for text in ["6.22848E+15", "1.2e+5", "6.2E15", "1E+10", "-1.5E-3"] {
            assert_eq!(code(text), Err(FlagCode::NumberScientific), "{text}");
        }
        for text in ["20E1088", "12E5", "E5", "M000001", "6228480402564890", "12347.0"] {
            assert_eq!(code(text), Ok((text, None)), "{text}");
        }
        assert_eq!(code("62284804025640000"), Ok(("62284804025640000", Some(FlagCode::NumberDigitsLost))));
        assert_eq!(code("622848040256489000"), Ok(("622848040256489000", Some(FlagCode::NumberDigitsLost))));
        assert_eq!(code("'00123"), Ok(("00123", None)));
    }
}
