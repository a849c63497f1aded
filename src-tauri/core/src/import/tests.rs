//! Whole small files, made here, read from the first byte to the last row.

use super::columns::{Field, Kind};
use super::decode::{Certainty, Encoding};
use super::flag::{FlagCode, Severity};
use super::preview::preview;
use super::reader::{Options, RowResult, read_table};
use super::rows::{CustomerRow, LineRow, TypedRow, VisitRow};
use crate::calendar::Birthday;
use crate::error::{Code, Failure};
use crate::money::Fen;
use crate::wire::customers::Gender;
use crate::wire::visits::{Method, VisitKind};
use proptest::prelude::*;
use std::io::Cursor;

fn options(map: &[&str]) -> Options {
    let mut options = Options::default();
    for entry in map {
        options.mapping.add(entry).unwrap();
    }
    options
}

fn read_with<T: TypedRow>(bytes: &[u8], options: &Options) -> Vec<RowResult<T>> {
    let mut reader = read_table::<_, T>(Cursor::new(bytes), options).unwrap();
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row().unwrap() {
        rows.push(row);
    }
    rows
}

fn read<T: TypedRow>(text: &str) -> Vec<RowResult<T>> {
    read_with(text.as_bytes(), &Options::default())
}

/// Line, column, code, severity of all flags of a file.
fn flags<T: TypedRow>(text: &str) -> Vec<(u64, String, FlagCode, Severity)> {
    read::<T>(text).into_iter().flat_map(|row| row.flags).map(|f| (f.line, f.column, f.code, f.severity)).collect()
}

fn one<T: TypedRow>(text: &str) -> T {
    let mut rows = read::<T>(text);
    assert_eq!(rows.len(), 1, "{text}");
    let row = rows.remove(0);
    assert_eq!(row.flags, []);
    row.row.unwrap()
}

fn failure<T: TypedRow>(bytes: &[u8]) -> Failure {
    match read_table::<_, T>(Cursor::new(bytes), &Options::default()) {
        Err(error) => error.into(),
        Ok(_) => panic!("was read"),
    }
}

const CUSTOMERS_ZH: &str = "会员号,姓名,性别,手机,微信,生日,生日类型,上装尺码,下装尺码,鞋码,风格,标签,来源,导购,建档日期,地址,备注\n";

#[test]
fn a_whole_customer() {
    let row: CustomerRow = one(&format!(
        "{CUSTOMERS_ZH}M000001,\"王,芳\",女,+86 138-0013-8000/0571-88001234,wx_1,1987-闰06-12,农历,L,30,36,国风,宝妈|小个子|宝妈,抖音,周敏,2020/1/2,滨江花园26-4,\"人称\"\"陈老师\"\"\r\n住得远\"\r\n"
    ));
    assert_eq!(row.member_no.as_deref(), Some("M000001"));
    assert_eq!(row.name.as_deref(), Some("王,芳"));
    assert_eq!(row.gender, Some(Gender::Female));
    assert_eq!(row.phones, ["13800138000", "0571-88001234"]);
    assert_eq!(row.birthday, Some(Birthday::parse("1987-闰06-12", None).unwrap()));
    assert_eq!(row.tags, ["宝妈", "小个子"]);
    assert_eq!(row.joined.unwrap().to_string(), "2020-01-02");
    assert_eq!(row.notes, ["人称\"陈老师\"\n住得远"]);
    let facts: Vec<_> = row.facts.iter().map(|fact| (fact.key.as_str(), fact.value.as_str())).collect();
    assert_eq!(facts, [("top_size", "L"), ("bottom_size", "30"), ("shoe_size", "36"), ("style", "国风")]);
}

#[test]
fn an_empty_cell_says_nothing() {
    let row: CustomerRow = one("会员号,姓名,性别,手机,生日,积分,累计消费,标签,备注\nM1,王芳,,,, ,　,,\"\"\n");
    let named = CustomerRow { member_no: Some("M1".into()), name: Some("王芳".into()), ..CustomerRow::default() };
    assert_eq!(row, named);
}

#[test]
fn opening_balances_regions_and_our_own_apostrophe() {
    let row: CustomerRow = one(
        "卡号,姓名,累计消费,积分,会员等级,省份,城市,地址,备注\n001,王芳,\"￥12,345.60\",\"1,200\",金卡,浙江,杭州,杭州文三路 1 号,'=VIP\n",
    );
    assert_eq!((row.spend, row.points), (Some(Fen(1234560)), Some(1200)));
    assert_eq!(row.member_no.as_deref(), Some("001"));
    assert_eq!(row.level.as_deref(), Some("金卡"));
    assert_eq!(row.address.as_deref(), Some("浙江 杭州文三路 1 号"));
    assert_eq!(row.notes, ["=VIP"]);
}

#[test]
fn every_damaged_cell_of_a_customer_is_named_with_line_and_column() {
    let head = "会员号,姓名,性别,手机,生日,生日类型,建档日期,积分,累计消费,备注\n";
    for (row, column, code, severity) in [
        ("1.38E+10,王,,,,,,,,", "会员号", FlagCode::NumberScientific, Severity::Rejected),
        ("62284804025640000,王,,,,,,,,", "会员号", FlagCode::NumberDigitsLost, Severity::Flagged),
        ("M1,王,1,,,,,,,", "性别", FlagCode::GenderUnknown, Severity::Flagged),
        ("M1,王,,1.38E+10,,,,,,", "手机", FlagCode::PhoneScientific, Severity::Flagged),
        ("M1,王,,57188001234,,,,,,", "手机", FlagCode::PhoneZerosLost, Severity::Flagged),
        ("M1,王,,138001380001,,,,,,", "手机", FlagCode::PhoneOdd, Severity::Flagged),
        ("M1,王,,没有,,,,,,", "手机", FlagCode::PhoneInvalid, Severity::Flagged),
        ("M1,王,,,1985-02-30,,,,,", "生日", FlagCode::BirthdayInvalid, Severity::Flagged),
        ("M1,王,,,31107,,,,,", "生日", FlagCode::DateSerial, Severity::Flagged),
        ("M1,王,,,,回历,,,,", "生日类型", FlagCode::CalendarUnknown, Severity::Flagged),
        ("M1,王,,,,,45352,,,", "建档日期", FlagCode::DateSerial, Severity::Flagged),
        ("M1,王,,,,,3/4/2024,,,", "建档日期", FlagCode::DateAmbiguous, Severity::Flagged),
        ("M1,王,,,,,24-3-4,,,", "建档日期", FlagCode::DateShortYear, Severity::Flagged),
        ("M1,王,,,,,2024-02-30,,,", "建档日期", FlagCode::DateInvalid, Severity::Flagged),
        ("M1,王,,,,,2024-02-03T10:00:00Z,,,", "建档日期", FlagCode::DateZone, Severity::Flagged),
        ("M1,王,,,,,,1.5,,", "积分", FlagCode::QuantityInvalid, Severity::Flagged),
        ("M1,王,,,,,,,12.345,", "累计消费", FlagCode::AmountThirdDecimal, Severity::Flagged),
        ("M1,王,,,,,,,1.2E+05,", "累计消费", FlagCode::AmountScientific, Severity::Flagged),
        ("M1,王,,,,,,,很多,", "累计消费", FlagCode::AmountInvalid, Severity::Flagged),
        ("M1,王,,,,,,,999999999999,", "累计消费", FlagCode::AmountTooLarge, Severity::Flagged),
        ("M1,王\0芳,,,,,,,,", "姓名", FlagCode::TextControl, Severity::Flagged),
        ("M1,王,,\u{1}13800138000,,,,,,", "手机", FlagCode::TextControl, Severity::Flagged),
        ("M1,王\u{FFFD},,13800138000,,,,,,", "姓名", FlagCode::NameUnreadable, Severity::Flagged),
        ("M1,#N/A,,13800138000,,,,,,", "姓名", FlagCode::NameUnreadable, Severity::Flagged),
        (",王\u{FFFD},,,,,,,,", "姓名", FlagCode::TextBroken, Severity::Rejected),
        ("M\u{0}1,王,,,,,,,,", "会员号", FlagCode::TextControl, Severity::Rejected),
        ("M1,,,,,,,,,", "姓名", FlagCode::NameMissing, Severity::Flagged),
        (",,女,,,,,,,只有备注", "会员号", FlagCode::RequiredMissing, Severity::Rejected),
        ("M1,王,,,,,,,,,错位", "", FlagCode::RowLong, Severity::Rejected),
        ("M1,王", "", FlagCode::RowShort, Severity::Flagged),
        ("合计,,,,,,,200,,", "", FlagCode::TotalRow, Severity::Rejected),
        ("会员号,姓名,性别,手机,生日,生日类型,建档日期,积分,累计消费,备注", "", FlagCode::HeadingRepeated, Severity::Rejected),
        ("M1,王,,,,,,,,\"没有结束", "", FlagCode::QuoteOpen, Severity::Rejected),
    ] {
        let all = flags::<CustomerRow>(&format!("{head}M0,李,,,,,,,,\n{row}"));
        assert_eq!(all, [(3, column.to_owned(), code, severity)], "{row}");
    }
    let long = "长".repeat(41);
    for (row, code, severity) in [
        (format!("M1,{long},,,,,,,,"), FlagCode::NameTooLong, Severity::Flagged),
        (format!(",{long},,13800138000,,,,,,"), FlagCode::NameTooLong, Severity::Flagged),
        (format!(",{long},,,,,,,,"), FlagCode::TextTooLong, Severity::Rejected),
    ] {
        assert_eq!(
            flags::<CustomerRow>(&format!("{head}{row}\n")),
            [(2, "姓名".into(), code, severity)],
            "one remark, and a true one: {row}"
        );
    }
    let long = format!("{head}M1,王,,,,,,,,{}\n", "长".repeat(2001));
    assert_eq!(flags::<CustomerRow>(&long), [(2, "备注".into(), FlagCode::TextTooLong, Severity::Flagged)]);
}

#[test]
fn a_rejected_row_is_held_back_and_says_why() {
    for text in
        ["会员号,姓名\n1.38E+10,王\n", "会员号,姓名\nM1,王,x\n", "会员号,姓名\n总计,\n", "姓名,备注\n,x\n", "会员号,姓名\nM1,\"王\n"]
    {
        let rows = read::<CustomerRow>(text);
        assert_eq!(rows.len(), 1);
        assert!(rows[0].row.is_none() && rows[0].flags.iter().any(|f| f.severity == Severity::Rejected), "{text}");
    }
    let rows = read::<CustomerRow>("会员号,姓名\nM1,王,,\n,,\n\nM2,合计\n");
    assert!(rows.iter().all(|row| row.row.is_some() && row.flags.is_empty()));
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5]);
}

#[test]
fn a_flag_repeats_the_cell_as_it_was_but_not_a_novel() {
    let long = "长".repeat(5000);
    let rows = read::<CustomerRow>(&format!("会员号,姓名,手机,备注\nM1,王,' 1.38E+10,{long}\n"));
    assert_eq!(rows[0].flags[1].text, "' 1.38E+10");
    assert_eq!(rows[0].flags[0].text.chars().count(), 201);
}

#[test]
fn serial_days_are_taken_when_the_user_says_so() {
    let bytes = "会员号,生日,建档日期\nM1,31107,45352\nM2,1985-03-01,2024-03-01\n".as_bytes();
    let rows = read_with::<CustomerRow>(bytes, &options(&["生日=birthday:serial", "建档日期=joined:serial"]));
    let shown: Vec<_> = rows.iter().filter_map(|r| r.row.as_ref()).map(|row| (row.birthday, row.joined.unwrap().to_string())).collect();
    let birthday = Some(Birthday::parse("1985-03-01", None).unwrap());
    assert_eq!(shown, [(birthday, "2024-03-01".into()), (birthday, "2024-03-01".into())]);
}

#[test]
fn visits_of_every_kind() {
    let head = "单号,会员号,日期,时间,导购,类型,件数,金额,付款方式,原单号,备注\n";
    let rows = read::<VisitRow>(&format!(
        "{head}1,M1,2024-03-01,10:05,周敏,销售,2,\"1,299.50\",微信,,\n2,M1,2024-03-02,,,退货,-1,-299.50,微信,1,\n3,,2024-03-02 11:00:30,,,销售,1,5,微信3+现金2,,\n4,散客,2024-03-02,,,换货,0,0.00,,1,\n5,M1,2024-03-02,,,到店未购,,,,,试了 3 件\n6,M1,2024-03-02,,,,,1,,,\n"
    ));
    assert!(rows.iter().all(|row| row.flags.is_empty()), "{rows:?}");
    let rows: Vec<VisitRow> = rows.into_iter().filter_map(|row| row.row).collect();
    let kinds: Vec<_> = rows.iter().map(|row| row.kind).collect();
    use VisitKind::*;
    assert_eq!(kinds, [Some(Purchase), Some(Return), Some(Purchase), Some(Exchange), Some(Browse), None]);
    assert_eq!(rows[0].amount, Some(Fen(129950)));
    assert_eq!(rows[1].ref_visit_no.as_deref(), Some("1"));
    assert_eq!(rows[2].time.unwrap().to_string(), "11:00:30");
    assert_eq!(rows[2].payments, [(Method::Wechat, Some(Fen(300))), (Method::Cash, Some(Fen(200)))]);
    assert_eq!((rows[2].member_no.as_deref(), rows[3].member_no.as_deref()), (None, None));
    assert_eq!((rows[4].amount, rows[4].pieces), (None, None));
}

#[test]
fn every_damaged_cell_of_a_visit_is_named() {
    let head = "单号,会员号,手机,日期,时间,类型,件数,金额,付款方式\n";
    for (row, column, code, severity) in [
        (",M1,,2024-03-01,,销售,1,5,", "单号", FlagCode::RequiredMissing, Severity::Rejected),
        ("2.02E+11,M1,,2024-03-01,,销售,1,5,", "单号", FlagCode::NumberScientific, Severity::Rejected),
        ("1,1.3E+5,,2024-03-01,,销售,1,5,", "会员号", FlagCode::NumberScientific, Severity::Rejected),
        ("1,,1.38E+10,2024-03-01,,销售,1,5,", "手机", FlagCode::PhoneScientific, Severity::Rejected),
        ("1,M1,1.38E+10,2024-03-01,,销售,1,5,", "手机", FlagCode::PhoneScientific, Severity::Flagged),
        ("1,M1,,,,销售,1,5,", "日期", FlagCode::RequiredMissing, Severity::Rejected),
        ("1,M1,,45352,,销售,1,5,", "日期", FlagCode::DateSerial, Severity::Rejected),
        ("1,M1,,2024-03-01,傍晚,销售,1,5,", "时间", FlagCode::TimeInvalid, Severity::Flagged),
        ("1,M1,,2024-03-01,,充值,1,5,", "类型", FlagCode::KindUnknown, Severity::Rejected),
        ("1,M1,,2024-03-01,,销售,一件,5,", "件数", FlagCode::QuantityInvalid, Severity::Flagged),
        ("1,M1,,2024-03-01,,销售,1,,", "金额", FlagCode::RequiredMissing, Severity::Rejected),
        ("1,M1,,2024-03-01,,销售,1,5.005,", "金额", FlagCode::AmountThirdDecimal, Severity::Rejected),
        ("1,M1,,2024-03-01,,销售,1,5,贝壳", "付款方式", FlagCode::PaymentUnknown, Severity::Flagged),
        ("1,M1,,2024-03-01,,销售,1,5,微信+现金", "付款方式", FlagCode::PaymentSplit, Severity::Flagged),
        ("1,M1,,2024-03-01,,销售,1,5,微信1+现金2", "付款方式", FlagCode::PaymentSplit, Severity::Flagged),
    ] {
        assert_eq!(flags::<VisitRow>(&format!("{head}{row}\n")), [(2, column.to_owned(), code, severity)], "{row}");
    }
}

#[test]
fn lines_with_price_or_amount_or_both() {
    let head = "单号,行号,款号,品类,颜色,尺码,数量,吊牌价,成交价,金额\n";
    let row: LineRow = one(&format!("{head}1,1,24A1001,T恤,黑,M,2,299.00,263.12,526.24\n"));
    assert_eq!((row.qty, row.price, row.amount, row.list_price), (2, Fen(26312), Fen(52624), Some(Fen(29900))));
    let row: LineRow = one(&format!("{head}1,,24A1001,,,,-3,,10,\n"));
    assert_eq!((row.line_no, row.qty, row.price, row.amount), (None, -3, Fen(1000), Fen(-3000)));
    let row: LineRow = one(&format!("{head}1,,24A1001,,,,3,,,10\n"));
    assert_eq!((row.price, row.amount), (Fen(333), Fen(1000)));
    for (row, column, code, severity) in [
        ("1,1,A,,,,1.5,,10,15", "数量", FlagCode::QuantityInvalid, Severity::Rejected),
        ("1,1,A,,,,,,10,15", "数量", FlagCode::RequiredMissing, Severity::Rejected),
        ("1,1,A,,,,1,,,", "成交价", FlagCode::RequiredMissing, Severity::Rejected),
        ("1,1,A,,,,1,,10,x", "金额", FlagCode::AmountInvalid, Severity::Rejected),
        ("1,1,A,,,,2,,10,15", "金额", FlagCode::LineAmountDiffers, Severity::Flagged),
        ("1,1,A,,,,1000000000,,100000000,", "成交价", FlagCode::AmountTooLarge, Severity::Rejected),
        ("1,x,A,,,,1,,10,10", "行号", FlagCode::QuantityInvalid, Severity::Flagged),
        ("1,1,2.4E+05,,,,1,,10,10", "款号", FlagCode::NumberScientific, Severity::Flagged),
        ("1,1,A,,,,1,x,10,10", "吊牌价", FlagCode::AmountInvalid, Severity::Flagged),
        (",1,A,,,,1,,10,10", "单号", FlagCode::RequiredMissing, Severity::Rejected),
    ] {
        assert_eq!(flags::<LineRow>(&format!("{head}{row}\n")), [(2, column.to_owned(), code, severity)], "{row}");
    }
}

#[test]
fn the_odd_rows_of_a_real_shop_are_taken_as_they_are() {
    let lines = "visit_id,line,style_no,name,qty,unit_price,amount\n\
        536365,1,85123A,WHITE HEART,6,2.55,15.30\n536414,1,22139,,56,0.00,0.00\nC536379,1,D,Discount,-1,27.50,-27.50\n\
        536589,1,21777,,-10,0.00,0.00\nA563186,1,B,Adjust bad debt,1,-11062.06,-11062.06\n547000,1,X,SMALL,1000,0.00,1.00\n";
    let rows = read::<LineRow>(lines);
    assert!(rows.iter().all(|row| row.flags.is_empty()), "{rows:?}");
    let total: Fen = rows.iter().filter_map(|row| row.row.as_ref()).map(|row| row.amount).sum();
    assert_eq!(total, Fen(1530 - 2750 - 1106206 + 100));
    let visits = "visit_id,customer_id,date,time,kind,qty,amount\n536414,,2010-12-01,11:52:00,sale,56,0.00\nA563186,,2011-08-12,14:51:00,sale,1,-11062.06\nC536379,14527,2010-12-01,09:41:00,return,-1,-27.50\n";
    let rows = read::<VisitRow>(visits);
    assert!(rows.iter().all(|row| row.row.is_some() && row.flags.is_empty()), "{rows:?}");
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        Encoding::Big5 => encoding_rs::BIG5.encode(text).0.into_owned(),
        Encoding::Utf8 => text.as_bytes().to_vec(),
    }
}

#[test]
fn rare_characters_come_in_exactly_in_every_encoding_and_delimiter() {
    let names = ["䶮", "㛃", "𬭎", "𬱖", "𫍽", "𠮷", "尉迟曌", "王👗", "€ 5", "Lisa 陈"];
    for mark in ["", "\u{FEFF}"] {
        for encoding in [Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be] {
            for delimiter in [",", "\t", ";"] {
                let mut text = format!("{mark}会员号{delimiter}姓名{delimiter}备注\r\n");
                for (n, name) in names.iter().enumerate() {
                    text += &format!("M{n}{delimiter}{name}{delimiter}\"甲{delimiter}\r\n乙\"\r\n");
                }
                let rows = read_with::<CustomerRow>(&encoded(&text, encoding), &Options::default());
                let read: Vec<_> = rows.iter().filter_map(|row| row.row.as_ref()?.name.as_deref()).collect();
                assert_eq!(read, names, "{encoding:?} {delimiter:?} {mark:?}");
                assert!(rows.iter().enumerate().all(|(n, row)| row.line == 2 * n as u64 + 2 && row.flags.is_empty()));
            }
        }
    }
}

#[test]
fn unreadable_bytes_are_flagged_in_their_line_and_nowhere_else() {
    let mut bytes = "会员号,姓名,手机\n".to_owned().into_bytes();
    for n in 0..200 {
        bytes.extend(format!("M{n},王小芳,{}\n", 13_800_000_000_u64 + n).bytes());
        if n == 99 {
            bytes.extend(b"M999,\xE7\x8E\xFF,13900000000\n");
        }
    }
    let rows = read_with::<CustomerRow>(&bytes, &Options::default());
    let flagged: Vec<_> = rows.iter().filter(|row| !row.flags.is_empty()).collect();
    assert_eq!(flagged.len(), 1);
    assert_eq!((flagged[0].line, flagged[0].flags[0].code, flagged[0].flags[0].column.as_str()), (102, FlagCode::NameUnreadable, "姓名"));
    assert_eq!(rows.len(), 201);
}

#[test]
fn files_that_cannot_be_read_say_what_is_missing() {
    assert_eq!(failure::<CustomerRow>("甲,乙\n1,2\n".as_bytes()).code, Code::HeadingsUnknown);
    let refused = failure::<VisitRow>("单号,会员号\n1,2\n".as_bytes());
    assert_eq!((refused.code, refused.params["missing"].as_str()), (Code::HeadingsUnknown, "date"));
    assert_eq!(failure::<CustomerRow>(b"PK\x03\x04...").code, Code::ImportCutOff);
    assert_eq!(failure::<CustomerRow>(b"").code, Code::ImportEmpty);
    assert_eq!(failure::<CustomerRow>(b"\r\n\r\n").code, Code::ImportEmpty);
}

#[test]
fn the_preview_shows_what_would_be_read() {
    let mut text = "会员资料\n\n卡号;姓名;手机号;爱好\n".to_owned();
    for n in 0..25 {
        text += &format!("{n};王{n};13800138000;跳舞\n");
    }
    let bytes = encoded(&text, Encoding::Gb18030);
    let shown = preview(Cursor::new(&bytes), None, &options(&["爱好=profile.pastimes"]), &[]).unwrap();
    assert_eq!((shown.kind, shown.encoding, shown.certainty), (Some(Kind::Customers), Some(Encoding::Gb18030), Some(Certainty::Likely)));
    assert_eq!((shown.delimiter, shown.heading_line, shown.rows.len(), shown.has_more), (Some(';'), 3, 20, true));
    let targets: Vec<_> = shown.columns.iter().map(|column| column.target.as_deref().unwrap_or("")).collect();
    assert_eq!(targets, ["member_no", "name", "phone", "profile.pastimes"]);
    assert_eq!(shown.rows[0], ["0", "王0", "13800138000", "跳舞"]);

    let unknown = preview(Cursor::new("甲,乙\n1,2\n"), None, &Options::default(), &[]).unwrap();
    assert_eq!((unknown.kind, unknown.rows.len()), (None, 1));
    let wrong = preview(Cursor::new("甲,乙\n1,2\n"), Some(Kind::Customers), &Options::default(), &[]).unwrap();
    assert_eq!(wrong.missing, [vec![Field::MemberNo, Field::Name, Field::Phone]]);
}

#[test]
fn every_flag_code_has_a_name_of_its_own() {
    let names: std::collections::BTreeSet<_> = FlagCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(names.len(), FlagCode::ALL.len());
    for &code in FlagCode::ALL {
        assert_eq!(serde_json::to_string(&code).unwrap(), format!("\"{}\"", code.as_str()));
    }
}

/// Reads bytes as all kinds of table, to the end or the first refusal; the answer is the rows seen.
fn read_all_ways(bytes: &[u8], options: &Options) -> usize {
    fn count<T: TypedRow>(bytes: &[u8], options: &Options) -> usize {
        let Ok(mut reader) = read_table::<_, T>(Cursor::new(bytes), options) else { return 0 };
        let mut rows = 0;
        while let Ok(Some(row)) = reader.next_row() {
            assert!(row.row.is_some() || row.flags.iter().any(|flag| flag.severity == Severity::Rejected));
            rows += 1;
        }
        rows
    }
    let _ = preview(Cursor::new(bytes), None, options, &[]);
    count::<CustomerRow>(bytes, options) + count::<VisitRow>(bytes, options) + count::<LineRow>(bytes, options)
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), encoding in 0..6_usize) {
        let options = Options { encoding: Encoding::ALL.get(encoding).copied(), ..Options::default() };
        read_all_ways(&bytes, &options);
    }

    #[test]
    fn no_cells_make_it_panic_and_no_row_is_lost(
        cells in proptest::collection::vec(proptest::collection::vec("[ -~\t￥年月日上下午闰初一０-９E.+－\u{0}\u{FFFD}王]{0,20}", 17), 1..20)
    ) {
        for head in [CUSTOMERS_ZH, "单号,会员号,手机,日期,时间,导购,类型,件数,金额,付款方式,原单号,备注,1,2,3,4,5\n", "单号,行号,款号,品类,颜色,尺码,数量,吊牌价,成交价,金额,1,2,3,4,5,6,7\n"] {
            let mut text = head.to_owned();
            let mut filled = 0;
            for row in &cells {
                filled += usize::from(row.iter().any(|cell| !cell.trim().is_empty()));
                let quoted: Vec<_> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
                text += &(quoted.join(",") + "\n");
            }
            let options = Options { encoding: Some(Encoding::Utf8), delimiter: Some(','), heading_line: Some(1), ..Options::default() };
            let seen = match head.chars().next() {
                Some('会') => read_with::<CustomerRow>(text.as_bytes(), &options).len(),
                _ if head.contains("行号") => read_with::<LineRow>(text.as_bytes(), &options).len(),
                _ => read_with::<VisitRow>(text.as_bytes(), &options).len(),
            };
            prop_assert_eq!(seen, filled);
        }
    }

    #[test]
    fn what_our_own_kind_of_file_says_comes_back(
        names in proptest::collection::vec("[一-龥A-Za-z,;\"\n]{1,12}", 1..30), encoding in 0..4_usize
    ) {
        let encoding = Encoding::ALL[encoding];
        let mut text = "会员号,姓名,备注\r\n".to_owned();
        for (n, name) in names.iter().enumerate() {
            text += &format!("M{n},王,\"{}\"\r\n", name.replace('"', "\"\""));
        }
        let rows = read_with::<CustomerRow>(&encoded(&text, encoding), &Options { encoding: Some(encoding), ..Options::default() });
        let read: Vec<_> = rows.iter().map(|row| row.row.as_ref().unwrap().notes.concat()).collect();
        let wanted: Vec<_> = names.iter().map(|name| name.trim().to_owned()).collect();
        prop_assert_eq!(read, wanted);
    }
}
