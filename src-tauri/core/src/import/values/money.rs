//! Amounts of money, to the fen.

use super::super::flag::FlagCode;
use super::super::fold::fold;
use super::text::is_scientific;
use crate::money::Fen;

/// Reads an amount in yuan: signs in front or behind, brackets for minus, ￥ and 元, thousands.
///
/// Parts of a fen are a flag, never rounded; so are the forms that could mean two amounts (`1,23`).
pub fn money(cell: &str) -> Result<Fen, FlagCode> {
    // The plain form, by far the most common, needs no folding.
    if let Some(amount) = plain(cell.as_bytes()) {
        return Ok(amount);
    }
    let text = fold(cell);
    let mut text = text.trim_matches(['\'', '`', ' ']);
    let (mut is_negative, mut signs) = (false, 0);
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        (text, is_negative, signs) = (inner.trim(), true, 1);
    }
    // A sign may stand before the currency, behind it, or behind the number, but only once.
    loop {
        let before = text;
        for minus in ['-', '+'] {
            if let Some(rest) = text.strip_prefix(minus).or_else(|| text.strip_suffix(minus).filter(|_| minus == '-')) {
                (text, is_negative, signs) = (rest.trim(), is_negative || minus == '-', signs + 1);
            }
        }
        for unit in ["￥", "¥", "RMB", "CNY", "rmb", "cny"] {
            text = text.strip_prefix(unit).map_or(text, str::trim);
        }
        for unit in ["元整", "元", "圆", "块", "RMB", "CNY"] {
            text = text.strip_suffix(unit).map_or(text, str::trim);
        }
        if text == before {
            break;
        }
    }
    if is_scientific(text) {
        return Err(FlagCode::AmountScientific);
    }
    if signs > 1 {
        return Err(FlagCode::AmountInvalid);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = without_thousands(whole).ok_or(FlagCode::AmountInvalid)?;
    let is_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(&whole) || !is_digits(fraction) || whole.is_empty() && fraction.is_empty() {
        return Err(FlagCode::AmountInvalid);
    }
    if fraction.bytes().skip(2).any(|b| b != b'0') {
        return Err(FlagCode::AmountThirdDecimal);
    }
    let fen: String = whole.bytes().chain(fraction.bytes().chain([b'0', b'0']).take(2)).map(char::from).collect();
    let digits = fen.trim_start_matches('0');
    let amount = if digits.is_empty() { 0 } else { digits.parse::<i64>().map_err(|_| FlagCode::AmountTooLarge)? };
    if amount > Fen::LIMIT.0 {
        return Err(FlagCode::AmountTooLarge);
    }
    Ok(Fen(if is_negative { -amount } else { amount }))
}

/// `-123.45`, up to nine digits in all.
fn plain(text: &[u8]) -> Option<Fen> {
    let (digits, sign) = text.strip_prefix(b"-").map_or((text, 1), |rest| (rest, -1));
    let point = digits.iter().position(|&b| b == b'.').unwrap_or(digits.len());
    let places = digits.len().saturating_sub(point + 1);
    if point == 0 || digits.len() > 10 || places > 2 || point < digits.len() && places == 0 {
        return None;
    }
    let number = digits.iter().enumerate().filter(|&(at, _)| at != point);
    let number = number.map(|(_, b)| b).try_fold(0_i64, |n, b| b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0')))?;
    Some(Fen(sign * number * [100, 10, 1][places]))
}

/// 1,234,567 without its commas; nothing if they stand elsewhere than before each three digits.
fn without_thousands(whole: &str) -> Option<String> {
    if !whole.contains(',') {
        return Some(whole.to_owned());
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_sound = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    is_sound.then(|| whole.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (cell, fen) in [
            ("299", 29900),
            ("299.5", 29950),
            ("299.50", 29950),
            ("-12.50", -1250),
            ("￥1,234.56", 123456),
            ("¥ 1，234，567．89", 123456789),
            ("1234元", 123400),
            ("(123.45)", -12345),
            ("（￥123.45）", -12345),
            ("123.45-", -12345),
            ("-￥12.5", -1250),
            ("￥-12.5", -1250),
            ("−12.5", -1250),
            ("＋5", 500),
            ("1.2300", 123),
            (".5", 50),
            ("0.00", 0),
            ("-0", 0),
            ("CNY 88.00", 8800),
            ("88 RMB", 8800),
            ("'88", 8800),
            ("100000000", 10_000_000_000),
            ("-11062.06", -1106206),
            ("100.", 10000),
        ] {
            assert_eq!(money(cell), Ok(Fen(fen)), "{cell}");
        }
    }

    #[test]
    fn what_is_no_exact_amount_is_a_flag() {
        for (cell, code) in [
            ("12.345", FlagCode::AmountThirdDecimal),
            ("12.300000000000001", FlagCode::AmountThirdDecimal),
            ("1.2E+05", FlagCode::AmountScientific),
            ("1,23", FlagCode::AmountInvalid),
            ("12,34.5", FlagCode::AmountInvalid),
            ("1.2万", FlagCode::AmountInvalid),
            ("abc", FlagCode::AmountInvalid),
            (".", FlagCode::AmountInvalid),
            ("--5", FlagCode::AmountInvalid),
            ("-5-", FlagCode::AmountInvalid),
            ("(-5)", FlagCode::AmountInvalid),
            ("1.2.3", FlagCode::AmountInvalid),
            ("免费", FlagCode::AmountInvalid),
            ("#VALUE!", FlagCode::AmountInvalid),
            ("100000000.01", FlagCode::AmountTooLarge),
            ("99999999999999999999999", FlagCode::AmountTooLarge),
        ] {
            assert_eq!(money(cell), Err(code), "{cell}");
        }
    }

    #[test]
    fn both_ways_of_reading_agree() {
        for fen in [0, 1, 99, 100, 12345, 99999999, 123456789] {
            let text = Fen(fen).to_string();
            assert_eq!(money(&text), Ok(Fen(fen)));
            assert_eq!(money(&format!(" {text} ")), Ok(Fen(fen)));
            assert_eq!(money(&format!("-{text}")), Ok(Fen(-fen)));
        }
    }
}
