//! One spelling for what people type in many: full-width to half-width, invisible marks away.

use std::borrow::Cow;

/// Marks that are never seen and come along when a number is copied out of a chat or a web page.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

/// The half-width twin of a full-width character, and one dash, one blank, one minus for their many forms.
pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{00A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' => '-',
        '。' => '.',
        '、' => ',',
        _ => c,
    }
}

/// Text for reading a number, a day or a phone: half-width, without invisible marks, trimmed.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let folded: String = text.chars().filter(|&c| !is_invisible(c)).map(half_width).collect();
    Cow::Owned(folded.trim().to_owned())
}

/// A key for comparing words: folded, lower case, letters and digits only.
pub(super) fn word_key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_invisible_marks_go() {
        assert_eq!(fold("　１３８－００１３　"), "138-0013");
        assert_eq!(fold("\u{202D}13800138000\u{202C}"), "13800138000");
        assert_eq!(fold("２０２４。３、１"), "2024.3,1");
        assert!(matches!(fold(" plain "), Cow::Borrowed("plain")));
    }

    #[test]
    fn words_compare_without_case_and_marks() {
        assert_eq!(word_key(" Phone_No. "), "phoneno");
        assert_eq!(word_key("手机号（必填）"), "手机号必填");
    }
}
