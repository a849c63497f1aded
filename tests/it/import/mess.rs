//! The mess that other systems and years of spreadsheets leave: each is taken exactly, or named with its line, never guessed.

use super::workbook::{Entry, zip};
use super::{Desk, counts, desk, remarks};
use serde_json::{Value, json};

impl Desk {
    /// Brings in bytes as customers, with more said about the file.
    #[track_caller]
    fn customers(&mut self, bytes: impl AsRef<[u8]>, more: Value) -> Value {
        let mut file = json!({"kind": "customers", "path": self.file("mess.csv", bytes)});
        for (key, value) in more.as_object().unwrap() {
            file[key] = value.clone();
        }
        self.t.ok("run_import", json!({"files": [file], "dry_run": false}))
    }
}

fn wide(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn the_same_table_comes_in_from_every_encoding_and_line_end() {
    // 㛃 and 𠮷 have four bytes in GB18030; here by hand, so that the decoder is not tested with its own table.
    let gb =
        [&b"\xBB\xE1\xD4\xB1\xBA\xC5,\xD0\xD5\xC3\xFB,\xB1\xB8\xD7\xA2\r\nM1,"[..], b"\xCD\xF5\x82\x30\xB7\x31,", b"\x95\x34\xB2\x35\r\n"]
            .concat();
    let text = "会员号,姓名,备注\r\nM1,王㛃,𠮷\r\n";
    let mut files =
        vec![gb, text.into(), format!("\u{FEFF}{text}").into_bytes(), wide(text, u16::to_le_bytes), wide(text, u16::to_be_bytes)];
    files.push(wide(&format!("\u{FEFF}{text}"), u16::to_be_bytes));
    files.extend(["\n", "\r"].map(|end| text.replace("\r\n", end).into_bytes()));
    for (at, bytes) in files.into_iter().enumerate() {
        let mut desk = desk();
        let report = desk.customers(bytes, json!({}));
        assert_eq!(remarks(&report, "customers"), [""; 0], "{at}");
        assert_eq!(desk.ask("SELECT name || note FROM customer"), ["王㛃𠮷"], "{at}");
    }
    // Big5 looks like other things, so it is only read when the user says so: 會員號,姓名 / M1,陳.
    let mut desk = desk();
    desk.customers(b"\xB7\x7C\xAD\xFB\xB8\xB9,\xA9m\xA6W\nM1,\xB3\xAF\n", json!({"encoding": "big5", "map": ["#1=member_no", "#2=name"]}));
    assert_eq!(desk.ask("SELECT name FROM customer"), ["陳"]);
}

#[test]
fn delimiters_of_every_kind_part_cells_and_stay_inside_quotes() {
    for (mark, head) in [(",", ""), ("\t", ""), (";", ""), ("，", ""), ("|", "sep=|\n")] {
        let mut desk = desk();
        let text = format!("{head}会员号{mark}姓名{mark}地址\nM1{mark}王芳{mark}\"杭州{mark}\n文三路\"\n");
        let report = desk.customers(text, json!({}));
        assert_eq!(remarks(&report, "customers"), [""; 0], "{mark:?}");
        assert_eq!(
            desk.ask("SELECT address FROM customer"),
            [format!("杭州{}\n文三路", if mark == "\t" { "\t" } else { mark })],
            "{mark:?}"
        );
    }
}

#[test]
fn what_stands_above_and_below_a_table_is_no_customer() {
    let mut desk = desk();
    let report = desk.customers(
        "某某女装,,\n导出时间：2024-03-01 10:00,,\n\n会员号,姓名,积分\nM1,王芳,10\n小计,,10\n会员号,姓名,积分\nM2,李红,20\n合计：2 人,,30\n制表人：周敏,,打印时间：2024-03-01\n第 1 页 共 1 页,,\n",
        json!({}),
    );
    assert_eq!(counts(&report, "customers"), [7, 2, 0, 0, 5]);
    assert_eq!(remarks(&report, "customers"), ["6  total_row", "7  heading_repeated", "9  total_row", "10  print_row", "11  print_row"]);
    assert_eq!(desk.ask("SELECT member_no FROM customer"), ["M1", "M2"]);
}

#[test]
fn a_table_without_headings_is_read_from_its_first_row() {
    let mut desk = desk();
    let text = "M1,王芳,13800138000\nM2,李红,13900139000\n";
    let path = desk.file("none.csv", text);
    let shown = desk.t.ok("preview_import", json!({"path": path, "kind": "customers", "heading_line": 0}));
    assert_eq!((shown["columns"][2]["heading"].as_str(), shown["rows"].as_array().unwrap().len()), (Some("#3"), 2));
    let report = desk.customers(text, json!({"heading_line": 0, "map": ["#1=member_no", "#2=name", "#3=phone"]}));
    assert_eq!(counts(&report, "customers"), [2, 2, 0, 0, 0]);
    assert_eq!(desk.ask("SELECT member_no FROM customer ORDER BY id"), ["M1", "M2"]);
}

#[test]
fn doubled_headings_are_reported_and_the_first_is_taken() {
    let mut desk = desk();
    let report = desk.customers("会员号,姓名,手机,手机\nM1,王芳,13800138000,13900139000\n", json!({}));
    assert_eq!(
        (report["customers"]["columns"][2]["is_double"].as_bool(), report["customers"]["columns"][3]["is_double"].as_bool()),
        (Some(false), Some(true))
    );
    assert_eq!(desk.ask("SELECT number FROM phone"), ["13800138000"]);
    // And both can be had, by place.
    desk.customers("会员号,姓名,手机,手机\nM1,王芳,13800138000,13900139000\n", json!({"map": ["#4=phone_2"]}));
    assert_eq!(desk.ask("SELECT number FROM phone ORDER BY position"), ["13800138000", "13900139000"]);
}

#[test]
fn phones_in_every_state_are_kept_or_named() {
    let mut desk = desk();
    let cells = [
        ("1.39E+10", "", "phone_scientific"),
        ("13900139001.0", "", "phone_scientific"),
        ("+86 139-0013-9002", "13900139002", ""),
        ("１３９ ００１３ ９００３", "13900139003", ""),
        ("\u{202D}13900139004\u{202C}", "13900139004", ""),
        ("13900139005/0571-88001234", "13900139005 0571-88001234", ""),
        ("57188001235", "57188001235", "phone_zeros_lost"),
        ("1390013900", "1390013900", "phone_odd"),
        ("=\"13900139006\"", "13900139006", ""),
        ("没有手机", "", "phone_invalid"),
        ("#N/A", "", "cell_error"),
    ];
    let mut text = "会员号,姓名,手机\n".to_owned();
    for (n, (cell, ..)) in cells.iter().enumerate() {
        text += &format!("M{n:02},王,\"{}\"\n", cell.replace('"', "\"\""));
    }
    let report = desk.customers(text, json!({}));
    let wanted: Vec<_> =
        cells.iter().enumerate().filter(|(_, cell)| !cell.2.is_empty()).map(|(n, cell)| format!("{} 手机 {}", n + 2, cell.2)).collect();
    assert_eq!(remarks(&report, "customers"), wanted);
    let kept = desk.ask("SELECT (SELECT group_concat(number, ' ') FROM phone WHERE customer_id = c.id) FROM customer c ORDER BY member_no");
    assert_eq!(kept, cells.map(|cell| cell.1));
}

#[test]
fn the_order_of_day_and_month_is_settled_once_a_file() {
    let joined = "SELECT ifnull(joined_on, '') FROM customer ORDER BY id";
    let file = |days: &[&str]| {
        let rows = days.iter().enumerate().map(|(n, day)| format!("M{n},{day}\n"));
        format!("会员号,建档日期\n{}", rows.collect::<String>())
    };
    let mut first = desk();
    let report = first.customers(file(&["3/4/2024", "25/4/2024", "5.6.2024"]), json!({}));
    assert_eq!(first.ask(joined), ["2024-04-03", "2024-04-25", "2024-06-05"]);
    assert_eq!(report["customers"]["day_order"], "day_first");
    let mut second = desk();
    second.customers(file(&["3/4/2024", "4/25/2024"]), json!({}));
    assert_eq!(second.ask(joined), ["2024-03-04", "2024-04-25"]);
    // Nothing shows it, or the file shows both: then it stays open, and the user may say it.
    for days in [&["3/4/2024", "4/5/2024"][..], &["3/4/2024", "25/4/2024", "4/25/2024"]] {
        let mut open = desk();
        let report = open.customers(file(days), json!({}));
        assert_eq!(remarks(&report, "customers")[0], "2 建档日期 date_ambiguous");
        assert_eq!(report["customers"]["day_order"], Value::Null);
    }
    let mut said = desk();
    said.customers(file(&["3/4/2024"]), json!({"map": ["建档日期=joined:mdy"]}));
    assert_eq!(said.ask(joined), ["2024-03-04"]);
}

#[test]
fn days_of_every_spelling_are_read_and_serials_only_when_it_is_said() {
    let mut desk = desk();
    let days = [
        "2024-3-1",
        "2024年3月1日",
        "二〇二四年三月一日",
        "20240301",
        "2024.03.01",
        "1-Mar-2024",
        "2024/3/1 0:00:00",
        "2024年3月1日 星期五",
        "45352",
        "24-3-1",
    ];
    let rows: String = days.iter().enumerate().map(|(n, day)| format!("M{n},{day}\n")).collect();
    let report = desk.customers(format!("会员号,建档日期\n{rows}"), json!({}));
    let named: Vec<_> = remarks(&report, "customers").into_iter().filter(|remark| remark.contains("建档日期")).collect();
    assert_eq!(named, ["10 建档日期 date_serial", "11 建档日期 date_short_year"]);
    assert_eq!(desk.ask("SELECT CAST(count(*) AS TEXT) FROM customer WHERE joined_on = '2024-03-01'"), ["8"]);
    for (map, number) in [("建档日期=joined:serial", "45352"), ("建档日期=joined:serial1904", "43890")] {
        desk.customers(format!("会员号,建档日期\n{map},{number}\n"), json!({"map": [map]}));
        assert_eq!(desk.ask(&format!("SELECT joined_on FROM customer WHERE member_no = '{map}'")), ["2024-03-01"]);
    }
}

#[test]
fn birthdays_without_a_year_and_of_the_moon_keep_what_is_known() {
    let mut desk = desk();
    let days = ["05-12", "5月12日", "农历八月初三", "1987-闰06-12", "1985年腊月廿三", "12/25/1985", "2月30日"];
    let rows: String = days.iter().enumerate().map(|(n, day)| format!("M{n},{day}\n")).collect();
    let report = desk.customers(format!("会员号,生日\n{rows}"), json!({}));
    assert_eq!(
        remarks(&report, "customers").into_iter().filter(|r| !r.contains("name_missing")).collect::<Vec<_>>(),
        ["8 生日 birthday_invalid"]
    );
    assert_eq!(
        desk.ask("SELECT birthday_calendar || ' ' || ifnull(birthday_year, '?') || ' ' || birthday_month || ' ' || birthday_day || ' ' || birthday_leap FROM customer WHERE birthday_month IS NOT NULL ORDER BY id"),
        ["solar ? 5 12 0", "solar ? 5 12 0", "lunar ? 8 3 0", "lunar 1987 6 12 1", "lunar 1985 12 23 0", "solar 1985 12 25 0"]
    );
}

#[test]
fn money_in_every_spelling_is_exact_or_named() {
    let mut desk = desk();
    let cells = ["￥1，234.50", "\"1,234.5\"", "(12.00)", "12-", "12.345", "1.2E+05", "八百", "1234元"];
    let rows: String = cells.iter().enumerate().map(|(n, cell)| format!("M{n},{cell}\n")).collect();
    let report = desk.customers(format!("会员号,累计消费\n{rows}"), json!({}));
    let named: Vec<_> = remarks(&report, "customers").into_iter().filter(|remark| remark.contains("累计")).collect();
    assert_eq!(named, ["6 累计消费 amount_third_decimal", "7 累计消费 amount_scientific", "8 累计消费 amount_invalid"]);
    assert_eq!(desk.ask("SELECT value FROM profile_value ORDER BY customer_id"), ["1234.50", "1234.50", "-12.00", "-12.00", "1234.00"]);
}

#[test]
fn what_looks_like_code_is_text_and_what_cannot_be_text_is_named() {
    let mut desk = desk();
    let report = desk.customers(
        "会员号,姓名,备注\nM1,<script>alert(1)</script>,=1+1\nM2,王\0芳,'=HYPERLINK(1)\nM3,王👗,𱁬\nM4,王\u{7}芳,#REF!\n",
        json!({}),
    );
    assert_eq!(remarks(&report, "customers"), ["3 姓名 text_control", "5 姓名 text_control", "5 备注 cell_error"]);
    assert_eq!(
        desk.ask("SELECT name || '|' || ifnull(note, '') FROM customer ORDER BY id"),
        ["<script>alert(1)</script>|=1+1", "王芳|=HYPERLINK(1)", "王👗|𱁬", "王芳|"]
    );
    assert_eq!(desk.t.ok("search", json!({"query": "alert", "limit": 5}))["hits"][0]["name"], "<script>alert(1)</script>");
}

#[test]
fn rows_out_of_shape_are_named_and_never_moved() {
    let mut desk = desk();
    let report = desk.customers(
        "会员号,姓名,手机,备注\nM1,王芳,13800138000\nM2,李,红,13900139000,\nM3,\"张\"\"三\",,\"x\ny\"\nM4,赵,,\"没有结束\nM5,钱,,\n",
        json!({}),
    );
    assert_eq!(remarks(&report, "customers"), ["2  row_short", "3 手机 phone_invalid", "6  quote_open"]);
    assert_eq!(desk.ask("SELECT member_no || name FROM customer ORDER BY id"), ["M1王芳", "M2李", "M3张\"三"]);
}

#[test]
fn a_huge_file_and_a_file_that_is_something_else_end_in_a_message() {
    let mut desk = desk();
    let path = desk.file("huge.csv", "会员号,姓名\n");
    std::fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(600 << 20).unwrap();
    let cell = desk.file("cell.csv", format!("会员号,备注\nM1,{}\n", "长".repeat(4 << 20)));
    let packed = desk.file("packed.xls", zip([Entry::of("顾客.csv", "会员号,姓名\n".as_bytes())]));
    let page = desk.file("page.xls", "<html><body><table><tr><td>会员号</td></tr></table></body></html>");
    for (path, code) in [(path, "import_too_large"), (cell, "import_too_large"), (packed, "import_not_workbook"), (page, "import_web_page")]
    {
        let failure = desk.t.err("run_import", json!({"files": [{"kind": "customers", "path": path}], "dry_run": true}));
        assert_eq!(failure.code.as_str(), code);
    }
}
