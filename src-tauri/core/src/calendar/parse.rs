//! Reads a recurring date from what people write and other systems export.
//!
//! Nothing is guessed: a two-digit year, or `3.1` which a spreadsheet may have made of `3.10`, is refused.

use super::{CalendarKind, RecurringDate};
use crate::error::{Code, Failure, Result};

impl CalendarKind {
    /// Reads a word for the calendar, in Chinese or English.
    pub fn parse(text: &str) -> Option<CalendarKind> {
        match narrow(text).trim().to_ascii_lowercase().as_str() {
            "solar" | "gregorian" | "公历" | "阳历" | "新历" | "西历" | "国历" => Some(CalendarKind::Solar),
            "lunar" | "农历" | "阴历" | "旧历" | "夏历" => Some(CalendarKind::Lunar),
            _ => None,
        }
    }
}

impl RecurringDate {
    /// Reads `1985-03-01`, `03-01`, `1985/3/1`, `1985.3.1`, `19850301`, `0301`, `1985年3月1日`, `3月1号`, `1987-闰06-12`, `八月初三`, `闰六月十二`,
    /// `农历1985年腊月廿三`, `农历08-03`, with full-width digits and blanks wherever.
    ///
    /// `calendar` is what a column or a choice beside the text says. Without it the text decides: 农历, 闰 or a day said the
    /// lunar way (初三, 廿三, or Chinese numerals without 日) mean lunar, everything else solar.
    ///
    /// # Errors
    /// `day_invalid` or `lunar_day_invalid` if it cannot be read or contradicts `calendar`; else as [`RecurringDate::new`].
    pub fn parse(text: &str, calendar: Option<CalendarKind>) -> Result<RecurringDate> {
        let narrow = narrow(text);
        let bare: String = without_midnight(narrow.trim()).chars().filter(|c| !c.is_whitespace()).collect();
        let (said, rest) = take_calendar(&bare);
        let date = read(rest);
        let spoken = said.or(date.as_ref().filter(|date| date.leap || date.lunar_way).map(|_| CalendarKind::Lunar));
        let kind = calendar.or(spoken).unwrap_or(CalendarKind::Solar);
        let refused = match kind {
            CalendarKind::Solar => Code::DayInvalid,
            CalendarKind::Lunar => Code::LunarDayInvalid,
        };
        match date {
            Some(date) if spoken.is_none_or(|spoken| spoken == kind) => {
                RecurringDate::new(kind, date.year, date.month, date.day, date.leap)
            }
            _ => Err(Failure::new(refused).into()),
        }
    }
}

struct Parts {
    year: Option<i32>,
    month: u8,
    day: u8,
    leap: bool,
    lunar_way: bool,
}

/// Full-width forms to ASCII.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '—' | '–' => '-',
            '。' => '.',
            other => other,
        })
        .collect()
}

fn take_calendar(text: &str) -> (Option<CalendarKind>, &str) {
    match text.char_indices().nth(2).and_then(|(end, _)| text.split_at_checked(end)) {
        Some((word, rest)) => match CalendarKind::parse(word) {
            Some(kind) => (Some(kind), rest.trim_start_matches(':')),
            None => (None, text),
        },
        None => (None, text),
    }
}

/// Spreadsheets add a midnight to a bare date. It must go while the blank before it still tells it from the day.
fn without_midnight(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((date, "00:00:00" | "0:00:00" | "00:00" | "0:00")) => date,
        _ => text,
    }
}

fn read(text: &str) -> Option<Parts> {
    if let Some((before, day)) = text.split_once('月') {
        return read_spoken(before, day);
    }
    if text.len() >= 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        return read_packed(text);
    }
    let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let (year, month, day) = match parts[..] {
        [year, month, day] => (Some(four_digits(year)?), month, day),
        [month, day] if separator != '.' => (None, month, day),
        _ => return None,
    };
    let (leap, month) = take_leap(month);
    Some(Parts { year, month: one_or_two_digits(month)?, day: one_or_two_digits(day)?, leap, lunar_way: false })
}

/// `19850301` or `0301`.
fn read_packed(text: &str) -> Option<Parts> {
    let (year, rest) = match text.len() {
        8 => (Some(four_digits(&text[..4])?), &text[4..]),
        4 => (None, text),
        _ => return None,
    };
    Some(Parts { year, month: one_or_two_digits(&rest[..2])?, day: one_or_two_digits(&rest[2..])?, leap: false, lunar_way: false })
}

/// `1985年3` and `1日`, `闰六` and `十二`.
fn read_spoken(before: &str, day: &str) -> Option<Parts> {
    let (year, month) = match before.split_once('年') {
        Some((year, month)) => (Some(four_digits(year).or_else(|| spoken_year(year))?), month),
        None => (None, before),
    };
    let (leap, month) = take_leap(month);
    let month_number = match month {
        "正" => 1,
        "冬" => 11,
        "腊" => 12,
        other => one_or_two_digits(other).or_else(|| chinese_number(other))?,
    };
    let bare = day.strip_suffix(['日', '号']).unwrap_or(day);
    let said_lunar =
        bare.starts_with(['初', '廿', '卅']) || matches!(month, "正" | "冬" | "腊") || (bare == day && chinese_number(bare).is_some());
    let day_number = one_or_two_digits(bare).or_else(|| chinese_number(bare))?;
    Some(Parts { year, month: month_number, day: day_number, leap, lunar_way: said_lunar })
}

fn take_leap(month: &str) -> (bool, &str) {
    match month.strip_prefix('闰') {
        Some(rest) => (true, rest),
        None => (false, month),
    }
}

fn four_digits(text: &str) -> Option<i32> {
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn one_or_two_digits(text: &str) -> Option<u8> {
    if matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn chinese_digit(c: char) -> Option<u8> {
    let found = "〇一二三四五六七八九".chars().position(|digit| digit == c);
    found.or_else(|| "零".contains(c).then_some(0)).and_then(|n| u8::try_from(n).ok())
}

/// 一九八五, 二〇〇一.
fn spoken_year(text: &str) -> Option<i32> {
    let digits: Vec<u8> = text.chars().map(chinese_digit).collect::<Option<_>>()?;
    (digits.len() == 4).then(|| digits.iter().fold(0, |year, &digit| year * 10 + i32::from(digit)))
}

/// 初三, 十, 十二, 二十, 二十三, 廿三, 三十, 卅一, 三.
fn chinese_number(text: &str) -> Option<u8> {
    let chars: Vec<char> = text.chars().collect();
    let one = |c: char| chinese_digit(c).filter(|&digit| digit > 0);
    match chars[..] {
        ['初', '十'] | ['十'] => Some(10),
        ['初', c] | [c] if one(c).is_some() => one(c),
        ['廿'] => Some(20),
        ['卅'] => Some(30),
        ['十', c] => Some(10 + one(c)?),
        ['廿', c] => Some(20 + one(c)?),
        ['卅', '一'] => Some(31),
        [tens @ ('一' | '二' | '三'), '十'] => Some(10 * one(tens)?),
        [tens @ ('一' | '二' | '三'), '十', c] => Some(10 * one(tens)? + one(c)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::CalendarKind::{Lunar, Solar};
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, calendar, want, kind) in [
            ("1985-03-01", Some(Solar), "1985-03-01", Solar),
            ("1985-03-01", None, "1985-03-01", Solar),
            ("1985-03-01", Some(Lunar), "1985-03-01", Lunar),
            ("03-01", None, "03-01", Solar),
            ("3-1", None, "03-01", Solar),
            ("3/1", None, "03-01", Solar),
            ("0301", None, "03-01", Solar),
            ("19850301", None, "1985-03-01", Solar),
            ("1985/3/1", None, "1985-03-01", Solar),
            ("1985.3.1", None, "1985-03-01", Solar),
            ("1985-03-01 00:00:00", None, "1985-03-01", Solar),
            ("1985/3/1 0:00", None, "1985-03-01", Solar),
            ("1985/3/10 0:00", None, "1985-03-10", Solar),
            ("1985-03-01T00:00:00", None, "1985-03-01", Solar),
            ("1985年3月1日", None, "1985-03-01", Solar),
            ("1985年03月01号", None, "1985-03-01", Solar),
            ("3月1日", None, "03-01", Solar),
            ("３月１日", None, "03-01", Solar),
            ("１９８５－０３－０１", None, "1985-03-01", Solar),
            (" 1985 - 03 - 01 ", None, "1985-03-01", Solar),
            ("三月一日", None, "03-01", Solar),
            ("一九八五年三月一日", None, "1985-03-01", Solar),
            ("二〇〇一年十二月三十一日", None, "2001-12-31", Solar),
            ("公历1985年3月1日", None, "1985-03-01", Solar),
            ("阳历：3月1日", None, "03-01", Solar),
            ("02-29", None, "02-29", Solar),
            ("1987-闰06-12", Some(Lunar), "1987-闰06-12", Lunar),
            ("1987-闰06-12", None, "1987-闰06-12", Lunar),
            ("闰06-12", None, "闰06-12", Lunar),
            ("闰六月十二", None, "闰06-12", Lunar),
            ("1987年闰六月十二", None, "1987-闰06-12", Lunar),
            ("农历1987年闰6月12日", None, "1987-闰06-12", Lunar),
            ("八月初三", None, "08-03", Lunar),
            ("八月初三", Some(Lunar), "08-03", Lunar),
            ("8月初三", None, "08-03", Lunar),
            ("农历八月初三", None, "08-03", Lunar),
            ("农历 八月 初三", None, "08-03", Lunar),
            ("阴历8月3日", None, "08-03", Lunar),
            ("农历08-03", None, "08-03", Lunar),
            ("八月十五", None, "08-15", Lunar),
            ("正月初一", None, "01-01", Lunar),
            ("冬月二十", None, "11-20", Lunar),
            ("腊月廿三", None, "12-23", Lunar),
            ("腊月二十三", None, "12-23", Lunar),
            ("腊月三十", None, "12-30", Lunar),
            ("十二月三十", None, "12-30", Lunar),
            ("十一月初十", None, "11-10", Lunar),
            ("12-30", Some(Lunar), "12-30", Lunar),
        ] {
            let date = RecurringDate::parse(text, calendar).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!((date.to_string().as_str(), date.calendar()), (want, kind), "{text}");
        }
    }

    #[test]
    fn refuses_what_would_be_a_guess() {
        for (text, calendar) in [
            ("", None),
            ("-", None),
            ("生日", None),
            ("月", None),
            ("年月日", None),
            ("85-3-1", None),
            ("850301", None),
            ("3.1", None),
            ("3.10", None),
            ("1985", None),
            ("1985-03", None),
            ("1985-13-01", None),
            ("1985-02-29", None),
            ("02-30", None),
            ("1985-03-01-01", None),
            ("1985-03-01 10:30:00", None),
            ("8月32日", None),
            ("八月初十一", None),
            ("八月初三", Some(Solar)),
            ("农历08-03", Some(Solar)),
            ("公历08-03", Some(Lunar)),
            ("1987-闰06-12", Some(Solar)),
            ("1986-闰06-12", Some(Lunar)),
            ("腊月三十一", None),
            ("闰", None),
            ("农历", None),
            ("31106", None),
            ("1e3-1", None),
            ("+3-1", None),
            ("é月1日", None),
        ] {
            assert!(RecurringDate::parse(text, calendar).is_err(), "{text}");
        }
    }

    #[test]
    fn words_for_the_calendar() {
        for text in ["solar", "Solar", "公历", "阳历", " 新历 "] {
            assert_eq!(CalendarKind::parse(text), Some(Solar), "{text}");
        }
        for text in ["lunar", "LUNAR", "农历", "阴历"] {
            assert_eq!(CalendarKind::parse(text), Some(Lunar), "{text}");
        }
        assert_eq!(CalendarKind::parse(""), None);
        assert_eq!(CalendarKind::parse("历"), None);
    }

    #[test]
    fn file_and_chinese_forms_read_back() {
        for month in 1..=12 {
            for day in 1..=31 {
                for (calendar, year, leap) in [
                    (Solar, None, false),
                    (Solar, Some(1984), false),
                    (Lunar, None, false),
                    (Lunar, None, true),
                    (Lunar, Some(1984), false),
                    (Lunar, Some(1984), true),
                ] {
                    let Ok(date) = RecurringDate::new(calendar, year, month, day, leap) else { continue };
                    assert_eq!(RecurringDate::parse(&date.to_string(), Some(calendar)).unwrap(), date);
                    assert_eq!(RecurringDate::parse(&date.chinese(), None).unwrap(), date);
                    assert_eq!(RecurringDate::parse(&date.chinese(), Some(calendar)).unwrap(), date);
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[0-9０-９年月日号闰初十廿卅正腊一二三农历公:./T -]{0,14}|.{0,12}") {
            for calendar in [None, Some(Solar), Some(Lunar)] {
                if let Ok(date) = RecurringDate::parse(&text, calendar) {
                    let _ = date.next_on_or_after("2026-01-01".parse().unwrap()).unwrap();
                }
            }
        }
    }
}
