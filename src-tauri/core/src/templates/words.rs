//! Days, amounts, vouchers and seasons as they stand in a message.

use crate::clock::Day;
use crate::money::Fen;
use crate::vouchers::Worth;
use crate::wire::settings::Language;
use chrono::Datelike;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// 12月31日, December 31.
pub(super) fn day(day: Day, language: Language) -> String {
    match language {
        Language::ZhCn => format!("{}月{}日", day.month(), day.day()),
        Language::En => format!("{} {}", MONTHS.get(day.month0() as usize).copied().unwrap_or_default(), day.day()),
    }
}

/// 50, 99.50.
fn yuan(amount: Fen) -> String {
    let text = amount.to_string();
    text.strip_suffix(".00").map(str::to_owned).unwrap_or(text)
}

/// What a voucher takes off, and from which bill on.
pub(super) fn voucher(worth: Worth, min_spend: Fen, language: Language) -> String {
    let from = (min_spend > Fen::ZERO).then(|| yuan(min_spend));
    match language {
        Language::ZhCn => {
            let what = match worth {
                Worth::Amount { amount } => format!("{}元券", yuan(amount)),
                Worth::Percent { off: 100 } => "全免券".to_owned(),
                Worth::Percent { off } if off % 10 == 0 => format!("{}折券", 10 - off / 10),
                Worth::Percent { off } if off > 90 => format!("0.{}折券", 100 - off),
                // 85折 is said of fifteen off a hundred.
                Worth::Percent { off } => format!("{}折券", 100 - off),
            };
            from.map_or_else(|| what.clone(), |from| format!("{what}（满{from}元可用）"))
        }
        Language::En => {
            let what = match worth {
                Worth::Amount { amount } => format!("a ¥{} voucher", yuan(amount)),
                Worth::Percent { off } => format!("a {off}% voucher"),
            };
            from.map_or_else(|| what.clone(), |from| format!("{what} (from ¥{from})"))
        }
    }
}

/// The season of a day, by the months of the solar year.
pub(super) fn season(day: Day, language: Language) -> &'static str {
    let [zh, en] = match day.month() {
        3..=5 => ["春天", "spring"],
        6..=8 => ["夏天", "summer"],
        9..=11 => ["秋天", "autumn"],
        _ => ["冬天", "winter"],
    };
    match language {
        Language::ZhCn => zh,
        Language::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, ZhCn};

    #[test]
    fn vouchers_as_they_are_said() {
        let fen = |yuan: i64| Fen(yuan * 100);
        for (worth, min, zh, en) in [
            (Worth::Amount { amount: fen(50) }, fen(300), "50元券（满300元可用）", "a ¥50 voucher (from ¥300)"),
            (Worth::Amount { amount: Fen(9_950) }, Fen::ZERO, "99.50元券", "a ¥99.50 voucher"),
            (Worth::Percent { off: 20 }, Fen::ZERO, "8折券", "a 20% voucher"),
            (Worth::Percent { off: 15 }, Fen::ZERO, "85折券", "a 15% voucher"),
            (Worth::Percent { off: 5 }, fen(100), "95折券（满100元可用）", "a 5% voucher (from ¥100)"),
            (Worth::Percent { off: 95 }, Fen::ZERO, "0.5折券", "a 95% voucher"),
            (Worth::Percent { off: 100 }, Fen::ZERO, "全免券", "a 100% voucher"),
        ] {
            assert_eq!((voucher(worth, min, ZhCn).as_str(), voucher(worth, min, En).as_str()), (zh, en));
        }
    }

    #[test]
    fn days_and_seasons() {
        let at = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!((day(at("2026-12-31"), ZhCn).as_str(), day(at("2026-12-31"), En).as_str()), ("12月31日", "December 31"));
        for (text, zh) in
            [("2026-02-28", "冬天"), ("2026-03-01", "春天"), ("2026-06-01", "夏天"), ("2026-11-30", "秋天"), ("2026-12-01", "冬天")]
        {
            assert_eq!(season(at(text), ZhCn), zh);
        }
    }
}
