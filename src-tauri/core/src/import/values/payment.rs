//! Ways of paying, alone or split.

use super::super::flag::FlagCode;
use super::super::fold::{fold, word_key};
use super::money::money;
use crate::money::Fen;
use serde::{Deserialize, Serialize};

/// A way of paying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayWord {
    /// Cash.
    Cash,
    /// WeChat.
    Wechat,
    /// Alipay.
    Alipay,
    /// Bank card.
    Card,
    /// Money left with the shop before (储值).
    Stored,
    /// Any other way.
    Other,
}

/// One way of paying and its amount; the amount is empty where the cell names the way only.
pub type Pay = (PayWord, Option<Fen>);

/// Reads one way of paying or a split such as `微信100+现金50`.
///
/// A word that is not known is taken as [`PayWord::Other`] with a flag.
pub fn payments(cell: &str) -> (Vec<Pay>, Option<FlagCode>) {
    if let Some(way) = way(cell) {
        return (vec![(way, None)], None);
    }
    let text = fold(cell);
    let parts: Vec<Pay> = text
        .split(['+', ';', ',', '/', '|', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .filter_map(|part| {
            let digits = part.find(|c: char| c.is_ascii_digit() || matches!(c, '¥' | '￥' | '-')).unwrap_or(part.len());
            let (name, amount) = part.split_at(digits);
            let amount = if amount.is_empty() { None } else { Some(money(amount).ok()?) };
            Some((way(name)?, amount))
        })
        .collect();
    let asked = text.split(['+', ';', ',', '/', '|', '\n']).filter(|part| !part.trim().is_empty()).count();
    if asked == 0 || parts.len() != asked {
        return (vec![(PayWord::Other, None)], Some(FlagCode::PaymentUnknown));
    }
    if parts.len() > 1 && parts.iter().any(|(_, amount)| amount.is_none()) {
        return (vec![(PayWord::Other, None)], Some(FlagCode::PaymentSplit));
    }
    (parts, None)
}

fn way(word: &str) -> Option<PayWord> {
    Some(match word_key(word).as_str() {
        "现金" | "cash" | "现金支付" | "人民币" => PayWord::Cash,
        "微信" | "微信支付" | "微信收款" | "微信扫码" | "wechat" | "wechatpay" | "weixin" | "wx" => PayWord::Wechat,
        "支付宝" | "支付宝支付" | "支付宝收款" | "alipay" | "zfb" => PayWord::Alipay,
        "刷卡" | "银行卡" | "信用卡" | "储蓄卡" | "借记卡" | "银联" | "银联卡" | "pos" | "pos机" | "card" | "bankcard" | "creditcard"
        | "debitcard" | "unionpay" => PayWord::Card,
        "储值卡" | "储值" | "会员卡" | "余额" | "会员余额" | "预存款" | "预付卡" | "充值卡" | "会员储值" | "stored" | "storedvalue"
        | "balance" | "giftcard" => PayWord::Stored,
        "其他" | "其它" | "其他方式" | "other" => PayWord::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_paying_are_known() {
        for (cell, way) in [
            ("微信", PayWord::Wechat),
            ("支付宝", PayWord::Alipay),
            ("现金", PayWord::Cash),
            ("刷卡", PayWord::Card),
            ("储值卡", PayWord::Stored),
            ("WeChat Pay", PayWord::Wechat),
            ("其他", PayWord::Other),
        ] {
            assert_eq!(payments(cell), (vec![(way, None)], None), "{cell}");
        }
    }

    #[test]
    fn a_split_needs_amounts() {
        let both = vec![(PayWord::Wechat, Some(Fen(10000))), (PayWord::Cash, Some(Fen(5050)))];
        for cell in ["微信100+现金50.5", "微信:100;现金:50.50", "微信：￥100、现金：￥50.5"] {
            assert_eq!(payments(cell), (both.clone(), None), "{cell}");
        }
        assert_eq!(payments("微信+现金"), (vec![(PayWord::Other, None)], Some(FlagCode::PaymentSplit)));
        assert_eq!(payments("比特币"), (vec![(PayWord::Other, None)], Some(FlagCode::PaymentUnknown)));
        assert_eq!(payments("微信100+比特币5"), (vec![(PayWord::Other, None)], Some(FlagCode::PaymentUnknown)));
        assert_eq!(payments("+"), (vec![(PayWord::Other, None)], Some(FlagCode::PaymentUnknown)));
    }
}
