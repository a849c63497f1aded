//! Words that only our own tables use, as names and in both languages.

use super::super::flag::FlagCode;
use super::super::fold::word_key;
use crate::wire::customers::{Channel, Status};
use crate::wire::visits::PriceReason;

/// Reads how somebody likes to be reached.
pub fn channel(cell: &str) -> Result<Channel, FlagCode> {
    Ok(match word_key(cell).as_str() {
        "phone" | "电话" => Channel::Phone,
        "wechat" | "微信" => Channel::Wechat,
        "sms" | "短信" | "textmessage" => Channel::Sms,
        "email" | "邮件" => Channel::Email,
        "inshop" | "intheshop" | "到店" => Channel::InShop,
        _ => return Err(FlagCode::AnswerInvalid),
    })
}

/// Reads whether an archive is in use.
pub fn status(cell: &str) -> Result<Status, FlagCode> {
    Ok(match word_key(cell).as_str() {
        "active" | "在册" | "正常" | "有效" | "启用" => Status::Active,
        "archived" | "归档" => Status::Archived,
        "cancelled" | "注销" => Status::Cancelled,
        _ => return Err(FlagCode::AnswerInvalid),
    })
}

/// Reads why a price is lower.
pub fn reason(cell: &str) -> Result<PriceReason, FlagCode> {
    Ok(match word_key(cell).as_str() {
        "level" | "等级优惠" => PriceReason::Level,
        "birthday" | "生日礼遇" => PriceReason::Birthday,
        "voucher" | "优惠券" => PriceReason::Voucher,
        "points" | "积分抵扣" => PriceReason::Points,
        "promotion" | "offer" | "活动" => PriceReason::Promotion,
        "manual" | "byhand" | "手工" => PriceReason::Manual,
        _ => return Err(FlagCode::AnswerInvalid),
    })
}

/// Reads yes or no.
pub fn yes(cell: &str) -> Result<bool, FlagCode> {
    match word_key(cell).as_str() {
        "1" | "yes" | "y" | "true" | "是" => Ok(true),
        "0" | "no" | "n" | "false" | "否" => Ok(false),
        _ => Err(FlagCode::AnswerInvalid),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Messages;
    use crate::wire::settings::Language;

    #[test]
    fn every_word_that_a_table_is_written_in_is_read_again() {
        for &language in Language::ALL {
            let words = Messages::of(language);
            let word = |list: &str, choice: &str| words.text(&format!("export-{list}-{}", choice.replace('_', "-")), &[]);
            for &one in Channel::ALL {
                assert_eq!((channel(one.as_str()), channel(&word("channel", one.as_str()))), (Ok(one), Ok(one)));
            }
            for &one in Status::ALL {
                assert_eq!((status(one.as_str()), status(&word("status", one.as_str()))), (Ok(one), Ok(one)));
            }
            for &one in PriceReason::ALL {
                assert_eq!((reason(one.as_str()), reason(&word("reason", one.as_str()))), (Ok(one), Ok(one)));
            }
        }
        assert!(channel("信鸽").is_err() && status("").is_err() && reason("便宜").is_err() && yes("也许").is_err());
    }
}
