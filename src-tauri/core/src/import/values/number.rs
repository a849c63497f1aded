//! Whole numbers: pieces, points, line numbers.

use super::super::flag::FlagCode;
use super::super::fold::fold;

/// The largest count that is believed.
const MAX: i64 = 1_000_000_000;

/// Reads a whole number; `2.0` and `1,200` are whole, `1.5` is a flag.
pub fn whole(cell: &str) -> Result<i64, FlagCode> {
    let bad = FlagCode::QuantityInvalid;
    let text = fold(cell);
    let text = text.trim_matches(['\'', '`', ' ']);
    let (digits, sign) = match text.strip_prefix('-').or_else(|| text.strip_suffix('-')) {
        Some(rest) => (rest.trim(), -1),
        None => (text.strip_prefix('+').unwrap_or(text), 1),
    };
    let digits = digits.strip_suffix(['件', '条', '个', '双', '分']).unwrap_or(digits).trim();
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if fraction.bytes().any(|b| b != b'0') {
        return Err(bad);
    }
    let groups: Vec<&str> = whole.split(',').collect();
    if groups.len() > 1 && (groups[0].is_empty() || groups[0].len() > 3 || groups[1..].iter().any(|group| group.len() != 3)) {
        return Err(bad);
    }
    let whole = groups.concat();
    if whole.is_empty() || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return Err(bad);
    }
    whole.parse().ok().filter(|&n| n <= MAX).map(|n: i64| sign * n).ok_or(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_only() {
        for (cell, n) in
            [("1", 1), ("-2", -2), ("2.0", 2), ("1,200", 1200), ("３", 3), ("2件", 2), ("1-", -1), ("0", 0), ("-80995", -80995)]
        {
            assert_eq!(whole(cell), Ok(n), "{cell}");
        }
        for cell in ["1.5", "x", "", "-", "1,2", "1E+3", "99999999999999999999", "1000000001", ",100"] {
            assert_eq!(whole(cell), Err(FlagCode::QuantityInvalid), "{cell}");
        }
    }
}
