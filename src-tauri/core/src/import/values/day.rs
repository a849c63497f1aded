//! Days, as Chinese and English software writes them.

use super::super::flag::FlagCode;
use super::super::fold::fold;
use super::time;
use crate::clock::Day;
use chrono::{Datelike, NaiveTime};
use serde::{Deserialize, Serialize};

/// The earliest year that is believed; older ones are filler such as 1899-12-30.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The day that a spreadsheet counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateSystem {
    /// Day 1 is 1900-01-01, and the day 1900-02-29 that never was counts as 60.
    From1900,
    /// Day 0 is 1904-01-01, as old Macs count.
    From1904,
}

/// Which comes first where the year stands last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// 3/4/2024 is the third of April.
    DayFirst,
    /// 3/4/2024 is the fourth of March.
    MonthFirst,
}

/// What is known of a column of days, from the user or from the whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DayRules {
    /// Plain numbers are a spreadsheet's day numbers, counted so.
    pub serial: Option<DateSystem>,
    /// The order of day and month where the year stands last.
    pub order: Option<DayOrder>,
}

/// Reads a day, and the time of day if the cell holds one.
///
/// A spelling that leaves the day open (3/4/2024, 24-3-1, a serial number) is a flag, unless the rules settle it.
pub fn day(cell: &str, rules: DayRules) -> Result<(Day, Option<NaiveTime>), FlagCode> {
    if let Some(day) = plain(cell.as_bytes()) {
        return Ok((day, None));
    }
    let text = fold(cell);
    let text = text.trim_matches(['\'', '`', ' ']);
    if is_number(text) && !matches!(text.len(), 8 | 12 | 14) {
        return rules.serial.map_or(Err(FlagCode::DateSerial), |system| serial(text, system));
    }
    if is_zoned(text) {
        return Err(FlagCode::DateZone);
    }
    if text.bytes().any(|b| b.is_ascii_alphabetic())
        && let Some(found) = named_month(text)
    {
        return found;
    }
    let spoken = spoken(text);
    let (date, rest) = split(spoken.as_deref().unwrap_or(text));
    Ok((numeric(&date, rules.order)?, clock(rest)?))
}

/// Whether a cell holds two short numbers and then a year, and by which of them the order shows, if by any.
pub fn year_last(cell: &str) -> Option<Option<DayOrder>> {
    let text = fold(cell);
    let (date, _) = split(text.trim_matches(['\'', '`', ' ']));
    let parts: Vec<&str> = date.trim_end_matches('-').split('-').collect();
    let [first, second, year] = parts[..] else { return None };
    if year.len() != 4 || ![first, second].iter().all(|part| (1..=2).contains(&part.len())) {
        return None;
    }
    let (first, second) = (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?);
    Some(match (first > 12, second > 12) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        _ => None,
    })
}

/// 二〇二四年三月十五日 in figures; nothing where no such numeral stands in the day.
fn spoken(text: &str) -> Option<String> {
    const ONES: &str = "〇一二三四五六七八九";
    let digit = |c: char| ONES.chars().position(|one| one == c).or_else(|| matches!(c, '零' | '○' | '0').then_some(0));
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let end = rest.find(['日', '号'])?;
    let (day, after) = rest.split_at(end);
    if !text.chars().any(|c| digit(c).is_some() && !c.is_ascii_digit() || c == '十') {
        return None;
    }
    let year: String = year.chars().map(|c| digit(c).map_or(c, |n| char::from(b'0' + n as u8))).collect();
    // 十 is ten, 十五 fifteen, 三十一 thirty-one; figures stay.
    let small = |text: &str| -> Option<usize> {
        let text = text.trim();
        if let Ok(number) = text.parse() {
            return Some(number);
        }
        let mut all = text.chars();
        match (all.next(), all.next(), all.next(), all.next()) {
            (Some('十'), None, ..) => Some(10),
            (Some('十'), Some(one), None, _) => Some(10 + digit(one)?),
            (Some(one), None, ..) => digit(one),
            (Some(ten), Some('十'), None, _) => Some(10 * digit(ten)?),
            (Some(ten), Some('十'), Some(one), None) => Some(10 * digit(ten)? + digit(one)?),
            _ => None,
        }
    };
    Some(format!("{year}年{}月{}{after}", small(month)?, small(day)?))
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

/// A day number; those before 1900-03-01 are filler.
fn serial(text: &str, system: DateSystem) -> Result<(Day, Option<NaiveTime>), FlagCode> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let number: i64 = whole.parse().map_err(|_| FlagCode::DateInvalid)?;
    if !(61..=109_574).contains(&number) {
        return Err(FlagCode::DateInvalid);
    }
    let zero = match system {
        DateSystem::From1900 => Day::from_ymd_opt(1899, 12, 30),
        DateSystem::From1904 => Day::from_ymd_opt(1904, 1, 1),
    };
    let zero = zero.ok_or(FlagCode::DateInvalid)?;
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

fn numeric(date: &str, order: Option<DayOrder>) -> Result<Day, FlagCode> {
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
                (Ok(a), Ok(b)) if a != b && order.is_some() => Ok(if order == Some(DayOrder::MonthFirst) { a } else { b }),
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
        day(cell, DayRules::default())
            .map(|(day, time)| format!("{day}{}", time.map_or(String::new(), |t| format!(" {}", t.format("%H:%M:%S")))))
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
        let read_in = |cell, system| {
            let rules = DayRules { serial: Some(system), order: None };
            day(cell, rules).map(|(day, time)| (day.to_string(), time.map(|t| t.to_string())))
        };
        assert_eq!(read_in("43890", DateSystem::From1904), Ok(("2024-03-01".into(), None)));
        let read = |cell| read_in(cell, DateSystem::From1900);
        assert_eq!(read("45352"), Ok(("2024-03-01".into(), None)));
        assert_eq!(read("61"), Ok(("1900-03-01".into(), None)));
        assert_eq!(read("45352.5"), Ok(("2024-03-01".into(), Some("12:00:00".into()))));
        assert_eq!(read("2024-03-01"), Ok(("2024-03-01".into(), None)));
        assert_eq!(read("5"), Err(FlagCode::DateInvalid));
    }

    #[test]
    fn the_order_of_day_and_month_is_obeyed_where_it_is_known() {
        let read = |cell, order| day(cell, DayRules { serial: None, order: Some(order) }).map(|(day, _)| day.to_string());
        assert_eq!(read("3/4/2024", DayOrder::DayFirst).as_deref(), Ok("2024-04-03"));
        assert_eq!(read("3/4/2024", DayOrder::MonthFirst).as_deref(), Ok("2024-03-04"));
        // What can only be one day is that day.
        assert_eq!(read("25/12/2024", DayOrder::MonthFirst).as_deref(), Ok("2024-12-25"));
        assert_eq!(year_last("25/12/2024"), Some(Some(DayOrder::DayFirst)));
        assert_eq!(year_last("12.25.2024 10:00"), Some(Some(DayOrder::MonthFirst)));
        assert_eq!(year_last("3/4/2024"), Some(None));
        assert_eq!((year_last("2024/3/4"), year_last("24-3-4"), year_last("")), (None, None, None));
    }

    #[test]
    fn days_in_chinese_numerals_are_read() {
        for cell in ["二〇二四年三月十五日", "二零二四年三月十五日", "2024年三月十五号", "二○二四年3月15日"]
        {
            assert_eq!(read(cell).as_deref(), Ok("2024-03-15"), "{cell}");
        }
        assert_eq!(read("二〇二四年十二月三十一日").as_deref(), Ok("2024-12-31"));
        assert_eq!(read("二〇二四年十月十日 下午2:05").as_deref(), Ok("2024-10-10 14:05:00"));
        assert_eq!(read("二〇二四年十三月一日"), Err(FlagCode::DateInvalid));
    }
}
