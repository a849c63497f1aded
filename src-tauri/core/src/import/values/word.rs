//! Cells that hold one of a few words.

use super::super::flag::FlagCode;
use super::super::fold::word_key;
use crate::calendar::CalendarKind;
use crate::wire::customers::Gender;
use crate::wire::visits::VisitKind;

/// Reads the kind of a visit.
pub fn kind(cell: &str) -> Result<VisitKind, FlagCode> {
    Ok(match word_key(cell).as_str() {
        "sale" | "sales" | "purchase" | "buy" | "order" | "销售" | "消费" | "购买" | "成交" | "零售" | "销售单" | "零售单" | "消费单"
        | "正常" | "正常销售" | "销货" | "出货" => VisitKind::Purchase,
        "return" | "returns" | "refund" | "退货" | "退款" | "销售退货" | "退货单" | "退单" | "退" | "退换退货" => {
            VisitKind::Return
        }
        "exchange" | "换货" | "换货单" | "退换" | "退换货" | "换" => VisitKind::Exchange,
        "browse" | "visit" | "novisit" | "nosale" | "到店未购" | "到店" | "未购" | "未成交" | "进店未购" | "浏览" | "试穿" | "逛店" => {
            VisitKind::Browse
        }
        "service" | "服务" | "售后" | "维修" | "改衣" | "保养" | "清洗" => VisitKind::Service,
        _ => return Err(FlagCode::KindUnknown),
    })
}

/// Reads a gender; nothing where the cell says that it is not known. 1 and 2 mean different things in different systems.
pub fn gender(cell: &str) -> Result<Option<Gender>, FlagCode> {
    Ok(match word_key(cell).as_str() {
        "f" | "female" | "woman" | "w" | "mrs" | "ms" | "miss" | "女" | "女性" | "女士" | "小姐" | "太太" => Some(Gender::Female),
        "m" | "male" | "man" | "mr" | "男" | "男性" | "先生" | "男士" => Some(Gender::Male),
        "" | "unknown" | "u" | "na" | "none" | "未知" | "保密" | "不详" | "无" | "不明" | "未填" | "未填写" => None,
        _ => return Err(FlagCode::GenderUnknown),
    })
}

/// Reads which calendar a birthday is in; in a column such as 是否农历 是 means lunar.
pub fn calendar(cell: &str) -> Result<CalendarKind, FlagCode> {
    match word_key(cell).as_str() {
        "l" | "阴" | "农" | "是" | "y" | "yes" | "true" | "1" => Ok(CalendarKind::Lunar),
        "s" | "阳" | "公" | "否" | "n" | "no" | "false" | "0" => Ok(CalendarKind::Solar),
        word => CalendarKind::parse(word).ok_or(FlagCode::CalendarUnknown),
    }
}

/// Whether the cell where a member number should be says that there is none: a walk-in (散客).
pub fn is_walk_in(cell: &str) -> bool {
    matches!(
        word_key(cell).as_str(),
        "散客" | "非会员" | "零售客户" | "普通顾客" | "无" | "无卡" | "walkin" | "guest" | "none" | "null" | "nan" | "na" | "anonymous"
    )
}

/// Whether the first filled cell of a row makes it a row of totals.
pub fn is_total(cell: &str) -> bool {
    matches!(
        word_key(cell).as_str(),
        "合计" | "总计" | "小计" | "本页合计" | "本页小计" | "累计" | "共计" | "total" | "grandtotal" | "subtotal" | "totals"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_both_languages() {
        for (cell, expected) in [
            ("sale", VisitKind::Purchase),
            ("销售", VisitKind::Purchase),
            ("退货", VisitKind::Return),
            ("return", VisitKind::Return),
            ("换货", VisitKind::Exchange),
            ("到店未购", VisitKind::Browse),
            ("browse", VisitKind::Browse),
            (" Service ", VisitKind::Service),
        ] {
            assert_eq!(kind(cell), Ok(expected), "{cell}");
        }
        assert_eq!(kind("其他"), Err(FlagCode::KindUnknown));
        assert_eq!(gender("女"), Ok(Some(Gender::Female)));
        assert_eq!(gender("M"), Ok(Some(Gender::Male)));
        assert_eq!(gender("保密"), Ok(None));
        assert_eq!(gender("1"), Err(FlagCode::GenderUnknown));
        assert_eq!(calendar("农历"), Ok(CalendarKind::Lunar));
        assert_eq!(calendar("solar"), Ok(CalendarKind::Solar));
        assert_eq!(calendar("回历"), Err(FlagCode::CalendarUnknown));
        assert!(is_walk_in("散客") && is_walk_in("Walk-in") && !is_walk_in("0"));
        assert!(is_total("合计：") && is_total("Total") && !is_total("合计姐"));
    }
}
