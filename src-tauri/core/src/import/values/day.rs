//! Days, as Chinese and English software writes them.

use super::super::flag::FlagCode;
use super::super::fold::fold;
use super::time;
use crate::clock::Day;
use chrono::{Datelike, NaiveTime};

/// The earliest year that is believed; older ones are filler such as 1899-12-30.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads a day, and the time of day if the cell holds one. `is_serial` says that plain numbers are a spreadsheet's day numbers.
///
/// A spelling that leaves the day open (3/4/2024, 24-3-1, a serial number) is a flag.
pub fn day(cell: &str, is_serial: bool) -> Result<(Day, Option<NaiveTime>), FlagCode> {
    if let Some(day) = plain(cell.as_bytes()) {
        return Ok((day, None));
    }
    let text = fold(cell);
    let text = text.trim_matches(['\'', '`', ' ']);
    if is_number(text) && !matches!(text.len(), 8 | 12 | 14) {
        return if is_serial { serial(text) } else { Err(FlagCode::DateSerial) };
    }
    if is_zoned(text) {
        return Err(FlagCode::DateZone);
    }
    if text.bytes().any(|b| b.is_ascii_alphabetic())
        && let Some(found) = named_month(text)
    {
        return found;
    }
    let (date, rest) = split(text);
    Ok((numeric(&date)?, clock(rest)?))
}

/// 2024-03-01, by far the most common.
fn plain(text: &[u8]) -> Option<Day> {
    if text.len() != 10 || text[4] != text[7] || !matches!(text[4], b'-' | b'/') {
        return None;
    }
    let number = |digits: &[u8]| digits.iter().try_fold(0_u32, |n, b| b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0')));
    valid(number(&text[..4])? as i32, number(&text[5..7])?, number(&text[8..])?).ok()
}

fn valid(year: i32, month: u32, day: u32) -> Result<Day, FlagCode> {
    Day::from_ymd_opt(year, month, day).filter(|day| YEARS.contains(&day.year())).ok_or(FlagCode::DateInvalid)
}

fn is_number(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Day 1 is 1900-01-01, and the day 1900-02-29 that never was counts as 60, as in every spreadsheet.
fn serial(text: &str) -> Result<(Day, Option<NaiveTime>), FlagCode> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let number: i64 = whole.parse().map_err(|_| FlagCode::DateInvalid)?;
    if !(61..=109_574).contains(&number) {
        return Err(FlagCode::DateInvalid);
    }
    let zero = Day::from_ymd_opt(1899, 12, 30).ok_or(FlagCode::DateInvalid)?;
    let day = zero.checked_add_signed(chrono::Duration::days(number)).ok_or(FlagCode::DateInvalid)?;
    Ok((day, time::from_fraction(fraction)))
}

/// Whether the clock is said to be another than the shop's.
fn is_zoned(text: &str) -> bool {
    let Some(at) = text.find(':') else { return false };
    let clock = &text[at..];
    clock.ends_with(['Z', 'z'])
        || clock.rfind(['+', '-']).is_some_and(|sign| {
            let zone: String = clock[sign..].chars().filter(|&c| c != ':').collect();
            !matches!(zone.as_str(), "+0800" | "+08")
        })
}

/// The part with the day, its separators made `-`, and what follows.
fn split(text: &str) -> (String, &str) {
    let (mut date, mut end) = (String::new(), text.len());
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => date.push(c),
            '年' | '月' | '-' | '/' | '.' => date.push('-'),
            '日' | '号' => {
                end = at + c.len_utf8();
                break;
            }
            // 2024. 3. 1 and 2024年 3月 1日 have blanks inside.
            ' ' if date.ends_with('-') => (),
            _ => {
                end = at;
                break;
            }
        }
    }
    (date, &text[end..])
}

fn numeric(date: &str) -> Result<Day, FlagCode> {
    let parts: Vec<&str> = date.trim_end_matches('-').split('-').collect();
    let number = |text: &str| text.parse::<u32>().map_err(|_| FlagCode::DateInvalid);
    match parts[..] {
        [whole] if matches!(whole.len(), 8 | 12 | 14) => valid(number(&whole[..4])? as i32, number(&whole[4..6])?, number(&whole[6..8])?),
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            valid(number(year)? as i32, number(month)?, number(day)?)
        }
        [first, second, year] if year.len() == 4 && first.len() <= 2 && second.len() <= 2 => {
            let (first, second, year) = (number(first)?, number(second)?, number(year)? as i32);
            match (valid(year, first, second), valid(year, second, first)) {
                (Ok(a), Ok(b)) if a != b => Err(FlagCode::DateAmbiguous),
                (Ok(day), _) | (_, Ok(day)) => Ok(day),
                _ => Err(FlagCode::DateInvalid),
            }
        }
        [a, b, c] if [a, b, c].iter().all(|part| (1..=2).contains(&part.len())) => Err(FlagCode::DateShortYear),
        _ => Err(FlagCode::DateInvalid),
    }
}

/// What stands behind the day: nothing, a weekday, a time, or both.
fn clock(rest: &str) -> Result<Option<NaiveTime>, FlagCode> {
    let rest = rest.trim_start_matches(['T', 't', ' ', ',']);
    let rest = rest.strip_prefix('(').and_then(|r| r.split_once(')')).map_or(rest, |(_, after)| after);
    let rest = match ["星期", "周", "礼拜"].iter().find_map(|word| rest.strip_prefix(word)) {
        Some(after) => after.trim_start_matches(['一', '二', '三', '四', '五', '六', '日', '天']),
        None => rest,
    };
    let rest = rest.trim();
    let rest = ["+08:00", "+0800", "+08"].iter().find_map(|zone| rest.strip_suffix(zone)).unwrap_or(rest).trim();
    if rest.is_empty() { Ok(None) } else { time::time(rest).map(Some).map_err(|_| FlagCode::DateInvalid) }
}

/// 1-Mar-2024, Mar 1, 2024, 1 March 2024 10:20.
fn named_month(text: &str) -> Option<Result<(Day, Option<NaiveTime>), FlagCode>> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let mut words = text.split(['-', ' ', ',', '.', '/']).filter(|word| !word.is_empty());
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    let month = |word: &str| {
        let word = word.to_ascii_lowercase();
        MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(&word)).map(|index| index as u32 + 1)
    };
    let (month, day) = match (month(first), month(second)) {
        (Some(month), None) => (month, second),
        (None, Some(month)) => (month, first),
        _ => return None,
    };
    let rest = words.collect::<Vec<_>>().join(" ");
    Some(match (day.parse(), year.len(), year.parse()) {
        (Ok(day), 4, Ok(year)) => valid(year, month, day).and_then(|day| Ok((day, clock(&rest)?))),
        (Ok(_), 2, Ok(_)) => Err(FlagCode::DateShortYear),
        _ => Err(FlagCode::DateInvalid),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Result<String, FlagCode> {
        day(cell, false).map(|(day, time)| format!("{day}{}", time.map_or(String::new(), |t| format!(" {}", t.format("%H:%M:%S")))))
    }

    #[test]
    fn clear_spellings_are_read() {
        for cell in [
            "2024-03-01",
            "2024/3/1",
            "2024.3.1",
            "2024.03.01",
            "2024年3月1日",
            "2024年03月01日",
            "2024 年 3 月 1 日".replace(' ', "").as_str(),
            "２０２４－０３－０１",
            "20240301",
            "2024年3月1日星期五",
            "2024-03-01(周五)",
            "1-Mar-2024",
            "Mar 1, 2024",
            "1 March 2024",
            "'2024-03-01",
            "2024/03/01",
            "2024年3月1号",
        ] {
            assert_eq!(read(cell).as_deref(), Ok("2024-03-01"), "{cell}");
        }
        for cell in [
            "2024-03-01 14:05",
            "2024-03-01T14:05:00",
            "2024/3/1 14:05:00",
            "2024年3月1日 下午2:05",
            "20240301140500",
            "2024-03-01 14:05:00.000",
            "2024-03-01T14:05:00+08:00",
        ] {
            let expected = if cell.len() == 14 { "2024-03-01" } else { "2024-03-01 14:05:00" };
            assert_eq!(read(cell).as_deref(), Ok(expected), "{cell}");
        }
        assert_eq!(read("25/12/2024").as_deref(), Ok("2024-12-25"));
        assert_eq!(read("12/25/2024").as_deref(), Ok("2024-12-25"));
        assert_eq!(read("5/5/2024").as_deref(), Ok("2024-05-05"));
        assert_eq!(read("2024-02-29").as_deref(), Ok("2024-02-29"));
    }

    #[test]
    fn what_is_open_is_a_flag() {
        for (cell, code) in [
            ("3/4/2024", FlagCode::DateAmbiguous),
            ("24-3-1", FlagCode::DateShortYear),
            ("1-Mar-24", FlagCode::DateShortYear),
            ("45352", FlagCode::DateSerial),
            ("45352.5", FlagCode::DateSerial),
            ("2024", FlagCode::DateSerial),
            ("2023-02-29", FlagCode::DateInvalid),
            ("2024-13-01", FlagCode::DateInvalid),
            ("2024-03", FlagCode::DateInvalid),
            ("1899-12-30", FlagCode::DateInvalid),
            ("0000-00-00", FlagCode::DateInvalid),
            ("昨天", FlagCode::DateInvalid),
            ("2024-03-01 25:00", FlagCode::DateInvalid),
            ("13/13/2024", FlagCode::DateInvalid),
            ("2024-03-01T14:05:00Z", FlagCode::DateZone),
            ("2024-03-01T14:05:00-05:00", FlagCode::DateZone),
        ] {
            assert_eq!(read(cell), Err(code), "{cell}");
        }
    }

    #[test]
    fn day_numbers_are_taken_only_when_the_user_says_so() {
        let read = |cell| day(cell, true).map(|(day, time)| (day.to_string(), time.map(|t| t.to_string())));
        assert_eq!(read("45352"), Ok(("2024-03-01".into(), None)));
        assert_eq!(read("61"), Ok(("1900-03-01".into(), None)));
        assert_eq!(read("45352.5"), Ok(("2024-03-01".into(), Some("12:00:00".into()))));
        assert_eq!(read("2024-03-01"), Ok(("2024-03-01".into(), None)));
        assert_eq!(read("5"), Err(FlagCode::DateInvalid));
    }
}
