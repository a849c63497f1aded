//! Ways of paying, alone or split.

use super::super::flag::FlagCode;
use super::super::fold::{fold, word_key};
use super::money::money;
use crate::money::Fen;
use crate::wire::visits::Method;

/// One way of paying and its amount; the amount is empty where the cell names the way only.
pub type Pay = (Method, Option<Fen>);

/// Reads one way of paying or a split such as `微信100+现金50`.
///
/// A word that is not known is taken as [`Method::Other`] with a flag.
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
        return (vec![(Method::Other, None)], Some(FlagCode::PaymentUnknown));
    }
    if parts.len() > 1 && parts.iter().any(|(_, amount)| amount.is_none()) {
        return (vec![(Method::Other, None)], Some(FlagCode::PaymentSplit));
    }
    (parts, None)
}

fn way(word: &str) -> Option<Method> {
    Some(match word_key(word).as_str() {
        "现金" | "cash" | "现金支付" | "人民币" => Method::Cash,
        "微信" | "微信支付" | "微信收款" | "微信扫码" | "wechat" | "wechatpay" | "weixin" | "wx" => Method::Wechat,
        "支付宝" | "支付宝支付" | "支付宝收款" | "alipay" | "zfb" => Method::Alipay,
        "刷卡" | "银行卡" | "信用卡" | "储蓄卡" | "借记卡" | "银联" | "银联卡" | "pos" | "pos机" | "card" | "bankcard" | "creditcard"
        | "debitcard" | "unionpay" => Method::Card,
        "储值卡" | "储值" | "会员卡" | "余额" | "会员余额" | "预存款" | "预付卡" | "充值卡" | "会员储值" | "stored" | "storedvalue"
        | "balance" | "giftcard" => Method::Stored,
        "其他" | "其它" | "其他方式" | "other" => Method::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_paying_are_known() {
        for (cell, way) in [
            ("微信", Method::Wechat),
            ("支付宝", Method::Alipay),
            ("现金", Method::Cash),
            ("刷卡", Method::Card),
            ("储值卡", Method::Stored),
            ("WeChat Pay", Method::Wechat),
            ("其他", Method::Other),
        ] {
            assert_eq!(payments(cell), (vec![(way, None)], None), "{cell}");
        }
    }

    #[test]
    fn a_split_needs_amounts() {
        let both = vec![(Method::Wechat, Some(Fen(10000))), (Method::Cash, Some(Fen(5050)))];
        for cell in ["微信100+现金50.5", "微信:100;现金:50.50", "微信：￥100、现金：￥50.5"] {
            assert_eq!(payments(cell), (both.clone(), None), "{cell}");
        }
        assert_eq!(payments("微信+现金"), (vec![(Method::Other, None)], Some(FlagCode::PaymentSplit)));
        assert_eq!(payments("比特币"), (vec![(Method::Other, None)], Some(FlagCode::PaymentUnknown)));
        assert_eq!(payments("微信100+比特币5"), (vec![(Method::Other, None)], Some(FlagCode::PaymentUnknown)));
        assert_eq!(payments("+"), (vec![(Method::Other, None)], Some(FlagCode::PaymentUnknown)));
    }
}
