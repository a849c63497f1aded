//! Cells that hold one of a few words.

use super::super::flag::FlagCode;
use super::super::fold::{fold, word_key};
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
        "browse" | "visit" | "novisit" | "nosale" | "到店未购" | "到店" | "未购" | "未成交" | "进店未购" | "浏览" | "试穿" | "逛店"
        | "看看" => VisitKind::Browse,
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

/// Whether the first filled cell of a row is what programs print below a table: 制表人：周敏, 打印时间：.., 第 1 页 共 3 页.
pub fn is_print(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "制表",
        "制表人",
        "制表时间",
        "制表日期",
        "打印",
        "打印人",
        "打印时间",
        "打印日期",
        "导出",
        "导出人",
        "导出时间",
        "导出日期",
        "操作员",
        "审核",
        "审核人",
        "制单",
        "制单人",
        "复核",
        "复核人",
        "页码",
        "报表时间",
        "统计时间",
        "数据来源",
        "printed",
        "printedby",
        "printedon",
        "exported",
        "exportedby",
        "exportedon",
        "page",
    ];
    let key = word_key(cell);
    if matches!(key.as_str(), "以下空白" | "以下无内容" | "以下为空" | "完" | "结束" | "报表结束" | "end" | "endofreport")
    {
        return true;
    }
    let is_page = key.starts_with('第') && key.contains('页') && key.chars().all(|c| c.is_ascii_digit() || "第页共".contains(c));
    let head = fold(cell).split_once(':').map(|(head, _)| word_key(head));
    is_page || head.is_some_and(|head| WORDS.contains(&head.as_str()))
}

/// Whether a cell that stands alone in its row is a remark on the whole table: 备注：以上为全部会员.
pub fn is_remark(cell: &str) -> bool {
    let head = fold(cell).split_once(':').map(|(head, _)| word_key(head));
    head.is_some_and(|head| matches!(head.as_str(), "备注" | "说明" | "注" | "注意" | "note" | "notes"))
}

/// Whether the first filled cell of a row makes it a row of totals: 合计, 总计：12 人.
pub fn is_total(cell: &str) -> bool {
    let key = word_key(cell);
    let word = key.trim_end_matches(|c: char| c.is_ascii_digit() || "人条笔件元行位名次共个".contains(c));
    matches!(word, "合计" | "总计" | "小计" | "本页合计" | "本页小计" | "累计" | "共计" | "total" | "grandtotal" | "subtotal" | "totals")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_below_a_table_are_known_by_their_first_cell() {
        for cell in ["合计", "合 计：", "总计：12 人", "本页小计", "共计3笔", "Grand Total"] {
            assert!(is_total(cell), "{cell}");
        }
        for cell in
            ["制表人：周敏", "打印时间: 2024-03-01 10:00", "第 1 页", "第1页/共3页", "以下空白", "--- End ---", "Page: 1", "-- 完 --"]
        {
            assert!(is_print(cell), "{cell}");
        }
        assert!(is_remark("备注：以上为全部会员") && is_remark("注: 不含散客") && !is_remark("备注") && !is_remark("王芳"));
        for cell in ["王芳", "M1", "计小芳", "第一次来", "合计芳", "打印机", "页", "12人", "完颜静", "备注", ""] {
            assert!(!is_total(cell) && !is_print(cell), "{cell}");
        }
    }

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
