//! Phone numbers, of China first.

use super::super::flag::FlagCode;
use super::super::fold::fold;
use super::text::is_scientific;

/// Reads the phones of one cell; several may stand in it. Each comes with a flag if it is odd but was kept.
///
/// Mobiles lose `+86`; landlines keep the dash behind the area code; other countries keep their `+`.
pub fn phones(cell: &str) -> Result<Vec<(String, Option<FlagCode>)>, FlagCode> {
    let text = fold(cell);
    let text = text.trim_matches(['\'', '`', '"', ' ']);
    let whole = phone(text);
    let is_several = |text: &str| matches!(phone(text), Ok((_, None)));
    // A blank parts two phones only where nothing else does: most often it stands inside one. Every part has to be a sound
    // phone on its own.
    for marks in [&['/', ',', ';', '|', '\n'][..], &[' ', '/', ',', ';', '|', '\n']] {
        let parts: Vec<&str> = text.split(marks).map(str::trim).filter(|part| !part.is_empty()).collect();
        if !matches!(whole, Ok((_, None))) && parts.len() > 1 && parts.iter().all(|part| is_several(part)) {
            return parts.into_iter().map(phone).collect();
        }
    }
    whole.map(|phone| vec![phone])
}

fn phone(text: &str) -> Result<(String, Option<FlagCode>), FlagCode> {
    let is_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if is_scientific(text) || text.split_once('.').is_some_and(|(a, b)| a.len() >= 7 && is_digits(a) && is_digits(b)) {
        return Err(FlagCode::PhoneScientific);
    }
    if text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '-' | '.' | '(' | ')' | '+' | '*' | '#')) || text.contains(['*', '#'])
    {
        return Err(FlagCode::PhoneInvalid);
    }
    let is_abroad = text.trim_start_matches(['(', ' ']).starts_with('+');
    let mut digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if text.matches('+').count() > usize::from(is_abroad) || !(3..=20).contains(&digits.len()) {
        return Err(FlagCode::PhoneInvalid);
    }
    for prefix in ["0086", "86"] {
        // A bare 86 in front is the country only before a whole mobile; 0086 and +86 always are.
        let is_country = is_abroad && prefix == "86" || prefix == "0086" || digits.len() == 13;
        if let Some(rest) = digits.strip_prefix(prefix).filter(|rest| is_country && (is_mobile(rest) || rest.starts_with('0'))) {
            digits = rest.to_owned();
            return Ok((landline_dash(&digits, text), odd(&digits)));
        }
    }
    if let Some(national) = digits.strip_prefix("86").filter(|rest| is_abroad && (9..=11).contains(&rest.len())) {
        // +86 571 ...: the area code is written without its zero there.
        return Ok((format!("0{national}"), odd(&format!("0{national}"))));
    }
    if is_abroad {
        return Ok((format!("+{digits}"), (digits.len() < 7).then_some(FlagCode::PhoneOdd)));
    }
    Ok((landline_dash(&digits, text), odd(&digits)))
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9')
}

/// What is unusual about national digits.
fn odd(digits: &str) -> Option<FlagCode> {
    let is_service = digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    let is_landline = digits.starts_with('0') && !digits.starts_with("00") && (10..=16).contains(&digits.len());
    let is_local = (7..=8).contains(&digits.len()) && !digits.starts_with(['0', '1']);
    if is_mobile(digits) || is_service || is_landline || is_local {
        None
    } else if (9..=11).contains(&digits.len()) && !digits.starts_with('0') {
        // 10 12345678, 571 8800 1234: an area code without its zero.
        let is_area = digits.starts_with("10") || digits.starts_with(['2', '3', '4', '5', '6', '7', '8', '9']);
        Some(if is_area { FlagCode::PhoneZerosLost } else { FlagCode::PhoneOdd })
    } else {
        Some(FlagCode::PhoneOdd)
    }
}

/// Keeps the dash of 0571-88001234; a mobile has none.
fn landline_dash(digits: &str, text: &str) -> String {
    let area = text.trim_start_matches(['(', '+', ' ']).split(['-', ')', ' ']).next().unwrap_or_default();
    let is_area =
        area.starts_with('0') && !area.starts_with("00") && matches!(area.len(), 3 | 4) && area.bytes().all(|b| b.is_ascii_digit());
    match digits.strip_prefix(area) {
        Some(rest) if is_area && !rest.is_empty() => format!("{area}-{rest}"),
        _ => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_phones_come_in_one_spelling() {
        for (cell, phone) in [
            ("13800138000", "13800138000"),
            ("+86 138 0013 8000", "13800138000"),
            ("(+86)138-0013-8000", "13800138000"),
            ("008613800138000", "13800138000"),
            ("8613800138000", "13800138000"),
            ("１３８００１３８０００", "13800138000"),
            ("'13800138000", "13800138000"),
            ("\u{202D}138 0013 8000\u{202C}", "13800138000"),
            ("0571-88001234", "0571-88001234"),
            ("(010) 62345678", "010-62345678"),
            ("057188001234", "057188001234"),
            ("+86 0571-88001234", "057188001234"),
            ("+86-571-88001234", "057188001234"),
            ("88001234", "88001234"),
            ("400-800-8123", "4008008123"),
            ("+852 9123 4567", "+85291234567"),
            ("19900000001", "19900000001"),
        ] {
            assert_eq!(phones(cell), Ok(vec![(phone.to_owned(), None)]), "{cell}");
        }
    }

    #[test]
    fn several_phones_may_stand_in_one_cell() {
        for cell in ["13800138000/13900139000", "13800138000、13900139000", "13800138000 13900139000", "13800138000；13900139000"] {
            assert_eq!(phones(cell), Ok(vec![("13800138000".into(), None), ("13900139000".into(), None)]), "{cell}");
        }
        assert_eq!(phones("13800138000/妈妈"), Err(FlagCode::PhoneInvalid));
    }

    #[test]
    fn what_a_spreadsheet_did_is_never_guessed_back() {
        for cell in ["1.38E+10", "1.38001E+10", "1.38e10", "13800138000.0", "13800138000.00"] {
            assert_eq!(phones(cell), Err(FlagCode::PhoneScientific), "{cell}");
        }
        assert_eq!(phones("57188001234"), Ok(vec![("57188001234".into(), Some(FlagCode::PhoneZerosLost))]));
        assert_eq!(phones("1062345678"), Ok(vec![("1062345678".into(), Some(FlagCode::PhoneZerosLost))]));
    }

    #[test]
    fn odd_ones_are_kept_and_named_and_no_phone_is_none() {
        for cell in ["138001380001", "12345", "11111111111", "1380013800"] {
            let all = phones(cell).unwrap();
            assert!(all[0].1.is_some(), "{cell}");
            assert_eq!(all[0].0, cell);
        }
        for cell in ["无", "王姐 13800138000", "12", "138****8000", "123456789012345678901", "-", "1+2+3"] {
            assert_eq!(phones(cell), Err(FlagCode::PhoneInvalid), "{cell}");
        }
    }
}
