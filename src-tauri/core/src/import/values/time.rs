//! Times of day.

use super::super::flag::FlagCode;
use super::super::fold::fold;
use chrono::NaiveTime;

/// Reads 14:05, 14:05:09, 14时05分, 下午2:05, 2:05 PM, 1405.
pub fn time(cell: &str) -> Result<NaiveTime, FlagCode> {
    let text = fold(cell);
    let bad = FlagCode::TimeInvalid;
    let (half, text) = half_of_day(text.trim_matches(['\'', '`', ' ']));
    let mut parts = [0_u32; 3];
    if text.bytes().all(|b| b.is_ascii_digit()) && matches!(text.len(), 4 | 6) && half.is_none() {
        for (part, at) in parts.iter_mut().zip((0..text.len()).step_by(2)) {
            *part = text[at..at + 2].parse().map_err(|_| bad)?;
        }
    } else {
        let text = text.replace(['时', '点', '分'], ":").replace('秒', "");
        let text = text.strip_suffix(':').unwrap_or(&text);
        let pieces: Vec<&str> = text.split(':').collect();
        if !(2..=3).contains(&pieces.len()) {
            return Err(bad);
        }
        for (index, piece) in pieces.iter().enumerate() {
            // Parts of a second are of no use to a shop.
            let digits = if index == 2 { piece.split_once('.').map_or(*piece, |(whole, _)| whole) } else { piece };
            let is_digits = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            parts[index] = if is_digits { digits.parse().map_err(|_| bad)? } else { return Err(bad) };
        }
    }
    let hour = match (half, parts[0]) {
        (None, hour) => hour,
        (Some(Half::Morning), 12) => 0,
        (Some(Half::Morning), hour @ 0..=11) => hour,
        (Some(Half::Afternoon), 12) => 12,
        (Some(Half::Afternoon), hour @ 1..=11) => hour + 12,
        // 下午14:05 says the same thing twice.
        (Some(Half::Afternoon), hour @ 13..=23) => hour,
        _ => return Err(bad),
    };
    NaiveTime::from_hms_opt(hour, parts[1], parts[2]).ok_or(bad)
}

enum Half {
    Morning,
    Afternoon,
}

fn half_of_day(text: &str) -> (Option<Half>, &str) {
    for (word, is_morning) in
        [("上午", true), ("早上", true), ("凌晨", true), ("下午", false), ("AM", true), ("PM", false), ("am", true), ("pm", false)]
    {
        if let Some(rest) = text.strip_prefix(word).or_else(|| text.strip_suffix(word)) {
            return (Some(if is_morning { Half::Morning } else { Half::Afternoon }), rest.trim());
        }
    }
    (None, text)
}

/// The digits behind the point of a spreadsheet's day number, to the second; nothing for whole days.
pub(in crate::import) fn from_fraction(digits: &str) -> Option<NaiveTime> {
    let digits = &digits[..digits.len().min(12)];
    let parts: u64 = digits.parse().ok().filter(|&n| n > 0)?;
    let scale = 10_u64.pow(digits.len() as u32);
    let seconds = (parts * 86_400 + scale / 2) / scale;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds.min(86_399) as u32, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        for (cell, expected) in [
            ("14:05", "14:05:00"),
            ("9:05", "09:05:00"),
            ("14:05:09", "14:05:09"),
            ("14:05:09.123", "14:05:09"),
            ("１４：０５", "14:05:00"),
            ("14时05分", "14:05:00"),
            ("14点05分09秒", "14:05:09"),
            ("下午2:05", "14:05:00"),
            ("上午12:05", "00:05:00"),
            ("下午 12:05", "12:05:00"),
            ("2:05 PM", "14:05:00"),
            ("下午14:05", "14:05:00"),
            ("1405", "14:05:00"),
            ("140509", "14:05:09"),
        ] {
            assert_eq!(time(cell).map(|t| t.to_string()).as_deref(), Ok(expected), "{cell}");
        }
        for cell in ["25:00", "14", "0.5868", "14:5x", "", "930", "14:05:99", "下午", "上午13:00", "1:2:3:4"] {
            assert_eq!(time(cell), Err(FlagCode::TimeInvalid), "{cell}");
        }
    }
}
