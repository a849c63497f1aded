//! Folding: what two spellings of the same thing have in common.
//!
//! Applied alike to stored keys and to queries, and to comparisons that look for the same person twice.

/// Folds a text: full-width forms to half-width, letters to lower case, ü to v (as typed in pinyin); blanks, control and
/// invisible characters, hyphens, middle dots and apostrophes go.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(narrow) {
        match c {
            c if is_dropped(c) => {}
            'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'Ü' | 'Ǖ' | 'Ǘ' | 'Ǚ' | 'Ǜ' => out.push('v'),
            c => out.extend(c.to_lowercase().filter(|&c| !is_dropped(c))),
        }
    }
    out
}

/// What two spellings of a style number have in common; one of nothing but marks stands as it is.
pub fn style_key(style: &str) -> String {
    let key = fold(style);
    if key.is_empty() { style.to_owned() } else { key }
}

/// Folds a phone number to its digits, without the country code of China (+86, 0086, or 86 before a mobile number).
pub fn fold_phone(text: &str) -> String {
    let digits: String = text.chars().map(narrow).filter(char::is_ascii_digit).collect();
    let plus = text.chars().map(narrow).find(|c| !is_dropped(*c)) == Some('+');
    let home = match digits.strip_prefix("0086") {
        Some(rest) => rest,
        None => match digits.strip_prefix("86") {
            Some(rest) if plus || (rest.len() == 11 && rest.starts_with('1')) => rest,
            _ => &digits,
        },
    };
    home.to_owned()
}

/// Full-width forms and the ideographic space to their ASCII counterparts.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    }
}

fn is_dropped(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            // soft hyphen, joiners and direction marks, word joiners, byte order mark, variation selectors
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
            // hyphens and dashes
            | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}'
            // middle dots of names such as 阿依古丽·买买提
            | '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{30fb}' | '\u{ff65}'
            // apostrophes, as in xi'an
            | '\'' | '\u{2018}' | '\u{2019}' | '\u{b4}' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (text, want) in [
            ("Lisa 陈", "lisa陈"),
            ("ＬＩＳＡ　陈", "lisa陈"),
            (" 王丽 ", "王丽"),
            ("王\u{200b}丽\u{feff}", "王丽"),
            ("周敏（朋友介绍）", "周敏(朋友介绍)"),
            ("阿依古丽·买买提", "阿依古丽买买提"),
            ("阿依古丽•买买提", "阿依古丽买买提"),
            ("M０００１２３", "m000123"),
            ("vip-001", "vip001"),
            ("LÜ", "lv"),
            ("nǚ", "nv"),
            ("xi'an", "xian"),
            ("王𬭎", "王𬭎"),
            ("a\tb\u{1}c\n", "abc"),
            ("wx_1A", "wx_1a"),
            ("", ""),
        ] {
            assert_eq!(fold(text), want, "{text:?}");
            assert_eq!(fold(&fold(text)), want, "folding twice: {text:?}");
        }
    }

    #[test]
    fn phones_meet() {
        for text in [
            "13812345678",
            "138 1234 5678",
            "138-1234-5678",
            "+86 13812345678",
            "0086-138-1234-5678",
            "8613812345678",
            "１３８１２３４５６７８",
            "＋86 138 1234 5678",
        ] {
            assert_eq!(fold_phone(text), "13812345678", "{text}");
        }
        assert_eq!(fold_phone("0571-88881234"), "057188881234");
        assert_eq!(fold_phone("+86 571 88881234"), "57188881234");
        assert_eq!(fold_phone("86001234"), "86001234");
        assert_eq!(fold_phone("无"), "");
    }

    proptest::proptest! {
        #[test]
        fn folding_is_stable_and_leaves_no_control(text in ".{0,20}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once.clone());
            proptest::prop_assert!(!once.chars().any(|c| c.is_control() || c.is_whitespace()));
        }
    }
}
