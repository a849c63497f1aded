//! From what a workbook stores for a cell to the text that a person sees in it.

use super::styles::Shape;
use crate::clock::Day;
use crate::import::table::Mark;
use crate::import::values::day::DateSystem;
use crate::import::values::time;
use chrono::NaiveTime;

/// A number as it is shown: plain digits, at most the fifteen that a spreadsheet knows, days as ISO days.
pub(super) fn number(raw: &str, shape: Shape, system: DateSystem) -> (String, Option<Mark>) {
    let plain = plain(raw.trim());
    match shape {
        Shape::Number => (plain, None),
        Shape::Zeros(digits) => {
            let is_whole = !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit());
            (if is_whole { format!("{plain:0>width$}", width = usize::from(digits)) } else { plain }, None)
        }
        Shape::Day { has_year, has_day } => match moment(&plain, system) {
            Some(text) => {
                let mark = if !has_day { Some(Mark::NoDay) } else { (!has_year).then_some(Mark::NoYear) };
                (text, mark)
            }
            None => (plain, None),
        },
        Shape::Clock => (moment(&plain, system).unwrap_or(plain), None),
    }
}

/// A day number as text: the day, its time if it has one, or only the time for a number below one.
fn moment(plain: &str, system: DateSystem) -> Option<String> {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let number: i64 = whole.parse().ok().filter(|number| (0..=2_958_465).contains(number))?;
    let clock = time::from_fraction(fraction).filter(|time| *time != NaiveTime::MIN).map(|time| time.format("%H:%M:%S").to_string());
    let from = |year, month, day, number| Day::from_ymd_opt(year, month, day)?.checked_add_signed(chrono::Duration::days(number));
    let day = match (system, number) {
        (DateSystem::From1900, 0) => return Some(clock.unwrap_or_else(|| "00:00:00".to_owned())),
        // Shown as such; no calendar has it, so whoever reads it says so.
        (DateSystem::From1900, 60) => return Some("1900-02-29".to_owned()),
        (DateSystem::From1900, 1..60) => from(1899, 12, 31, number)?,
        (DateSystem::From1900, _) => from(1899, 12, 30, number)?,
        (DateSystem::From1904, 0) if clock.is_some() => return clock,
        (DateSystem::From1904, _) => from(1904, 1, 1, number)?,
    };
    Some(match clock {
        Some(clock) => format!("{day} {clock}"),
        None => day.to_string(),
    })
}

/// A stored number without exponent and without the noise behind its fifteenth digit; what is no number stays as it is.
fn plain(raw: &str) -> String {
    let digits = raw.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = raw.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    if is_plain && digits <= 15 {
        return raw.to_owned();
    }
    let Some(value) = raw.parse::<f64>().ok().filter(|value| value.is_finite()) else { return raw.to_owned() };
    let scientific = format!("{value:.14e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return raw.to_owned() };
    let Some(exponent) = exponent.parse::<i32>().ok().filter(|exponent| (-15..=25).contains(exponent)) else { return raw.to_owned() };
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let text = if exponent < 0 {
        format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize))
    } else {
        let whole = exponent as usize + 1;
        if whole >= digits.len() {
            format!("{digits}{}", "0".repeat(whole - digits.len()))
        } else {
            format!("{}.{}", &digits[..whole], &digits[whole..])
        }
    };
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{sign}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_a_person_sees_them() {
        for (raw, shown) in [
            ("13812345678", "13812345678"),
            ("1.3812345678E10", "13812345678"),
            ("1.3812345678e+10", "13812345678"),
            ("299.5", "299.5"),
            ("0.30000000000000004", "0.3"),
            ("263.12499999999997", "263.125"),
            ("-12.5", "-12.5"),
            ("1E-3", "0.001"),
            ("6.2284804025648E+17", "622848040256480000"),
            ("0", "0"),
            ("1E+300", "1E+300"),
            ("x", "x"),
        ] {
            assert_eq!(number(raw, Shape::Number, DateSystem::From1900), (shown.to_owned(), None), "{raw}");
        }
        assert_eq!(number("123", Shape::Zeros(6), DateSystem::From1900).0, "000123");
        assert_eq!(number("1234567", Shape::Zeros(6), DateSystem::From1900).0, "1234567");
        assert_eq!(number("1.5", Shape::Zeros(6), DateSystem::From1900).0, "1.5");
    }

    #[test]
    fn days_are_days_in_both_systems() {
        let full = Shape::Day { has_year: true, has_day: true };
        for (raw, system, shown) in [
            ("45352", DateSystem::From1900, "2024-03-01"),
            ("43890", DateSystem::From1904, "2024-03-01"),
            ("45352.5", DateSystem::From1900, "2024-03-01 12:00:00"),
            ("45352.586805555555", DateSystem::From1900, "2024-03-01 14:05:00"),
            ("1", DateSystem::From1900, "1900-01-01"),
            ("59", DateSystem::From1900, "1900-02-28"),
            ("60", DateSystem::From1900, "1900-02-29"),
            ("61", DateSystem::From1900, "1900-03-01"),
            ("0", DateSystem::From1904, "1904-01-01"),
            ("0.5", DateSystem::From1900, "12:00:00"),
            ("-1", DateSystem::From1900, "-1"),
            ("99999999", DateSystem::From1900, "99999999"),
        ] {
            assert_eq!(number(raw, full, system).0, shown, "{raw}");
        }
        assert_eq!(number("0.586805555555556", Shape::Clock, DateSystem::From1904).0, "14:05:00");
        let year_less = Shape::Day { has_year: false, has_day: true };
        assert_eq!(number("45352", year_less, DateSystem::From1900), ("2024-03-01".to_owned(), Some(Mark::NoYear)));
    }
}
