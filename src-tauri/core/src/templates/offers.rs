//! Words that turn a greeting into an offer. A greeting with one of them is flagged, never refused: the owner decides.

use super::placeholder::Placeholder;
use super::text::{parse, placeholders};

/// The one list of Chinese words, each with the words that only look like it.
const CHINESE: &[(&str, &[&str])] = &[
    ("折", &["折腾", "折叠", "骨折", "周折", "转折", "曲折", "折射", "折磨", "折返", "折纸", "百折", "折桂", "对折"]),
    ("优惠", &[]),
    ("促销", &[]),
    ("减", &["减压", "减肥", "减轻", "减少", "减龄", "减负", "减重", "加减", "添减", "增减"]),
    ("券", &[]),
    ("特价", &[]),
    ("特惠", &[]),
    ("抢购", &[]),
    ("秒杀", &[]),
    ("清仓", &[]),
    ("甩卖", &[]),
    ("降价", &[]),
    ("半价", &[]),
    ("返现", &[]),
    ("红包", &[]),
    ("大促", &[]),
    ("买一送一", &[]),
    ("买就送", &[]),
    ("满送", &[]),
    ("赠品", &[]),
    ("让利", &[]),
    ("钜惠", &[]),
    ("限时", &[]),
];

/// The one list of English words, as whole words.
const ENGLISH: &[&str] = &[
    "sale",
    "sales",
    "discount",
    "discounts",
    "off",
    "voucher",
    "vouchers",
    "coupon",
    "coupons",
    "promotion",
    "promotions",
    "promo",
    "deal",
    "deals",
    "bargain",
    "bargains",
    "clearance",
    "rebate",
    "cashback",
];

/// What stands before or after "off" when it is no offer.
const NOT_OFF: [&[&str]; 2] =
    [&["day", "days", "time", "took", "take", "well", "set", "better", "show", "far"], &["work", "to", "season", "duty"]];

/// The offer words of a text, each once, in the order of the text; a placeholder for a voucher is one.
pub fn offers(text: &str) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for (word, harmless) in CHINESE {
        let is_harmless = |at: usize| {
            harmless.iter().any(|other| {
                let inside = other.find(word).unwrap_or_default();
                at.checked_sub(inside).and_then(|start| text.get(start..)).is_some_and(|rest| rest.starts_with(other))
            })
        };
        if let Some((at, _)) = text.match_indices(word).find(|(at, _)| !is_harmless(*at)) {
            found.push((at, (*word).to_owned()));
        }
    }
    let lower = text.to_ascii_lowercase();
    let words: Vec<(usize, &str)> = words_of(&lower);
    for (n, (at, word)) in words.iter().enumerate() {
        let near = |step: isize| n.checked_add_signed(step).and_then(|n| words.get(n)).map_or("", |(_, word)| *word);
        let harmless = *word == "off" && (NOT_OFF[0].contains(&near(-1)) || NOT_OFF[1].contains(&near(1)));
        if ENGLISH.contains(word) && !harmless && !found.iter().any(|(_, known)| known == word) {
            found.push((*at, (*word).to_owned()));
        }
    }
    found.sort();
    // A voucher that is asked for by placeholder was found by its label already, if that is one of the words.
    let asks = parse(text).is_ok_and(|parts| placeholders(&parts).contains(&Placeholder::Voucher));
    if asks && !found.iter().any(|(_, word)| word == "券" || word == "voucher") {
        found.push((usize::MAX, "voucher".to_owned()));
    }
    found.into_iter().map(|(_, word)| word).collect()
}

/// Runs of letters with their place.
fn words_of(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_ascii_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, text.get(from..at).unwrap_or_default()));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_found() {
        for (text, want) in [
            ("中秋快乐，全场八折", &["折"][..]),
            ("新品9折起，满300减50", &["折", "减"]),
            ("送您一张券", &["券"]),
            ("特价优惠大促销", &["特价", "优惠", "大促", "促销"]),
            ("{称呼}，{券}等您用", &["券"]),
            ("Happy holidays! 20% off today", &["off"]),
            ("Big Sale, extra DISCOUNT.", &["sale", "discount"]),
            ("Use your {voucher}", &["voucher"]),
            ("打折不如减压", &["折"]),
        ] {
            assert_eq!(offers(text), want, "{text}");
        }
    }

    #[test]
    fn ordinary_words_are_not_offers() {
        for text in [
            "天冷了，注意保暖",
            "别太折腾，好好休息",
            "运动减压，减少熬夜",
            "一波三折叠成诗，曲折也是路",
            "Enjoy your day off",
            "wholesale office coffee",
            "take care, and off to bed early",
            "",
        ] {
            assert_eq!(offers(text), Vec::<String>::new(), "{text}");
        }
    }
}
