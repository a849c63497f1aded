//! Workbooks (`.xlsx`): the same path as a text file, row numbers as the spreadsheet shows them.

use super::workbook::{BUILT_IN_31, Entry, Workbook, number, text, zip};
use super::{Desk, counts, desk, remarks};
use serde_json::{Value, json};

impl Desk {
    /// Brings in a workbook as one table, with more of the request.
    fn open(&mut self, kind: &str, bytes: &[u8], more: Value) -> Value {
        let mut file = json!({"kind": kind, "path": self.file("book.xlsx", bytes)});
        for (key, value) in more.as_object().unwrap() {
            file[key] = value.clone();
        }
        json!({"files": [file], "dry_run": false})
    }

    #[track_caller]
    fn bring_book(&mut self, kind: &str, book: &Workbook) -> Value {
        let request = self.open(kind, &book.bytes(), json!({}));
        self.t.ok("run_import", request)
    }
}

pub fn texts(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| if cell.is_empty() { String::new() } else { text(cell) }).collect()
}

#[test]
fn a_sheet_comes_in_as_a_person_sees_it() {
    let mut desk = desk();
    let rows = [
        texts(&["某某女装 会员资料"]),
        Vec::new(),
        texts(&["会员号", "姓名", "手机", "生日", "建档日期", "累计消费", "积分", "备注"]),
        vec![
            number("123", 4),
            text("王芳 & <李>"),
            number("1.3800138E10", 0),
            number("31107", 1),
            number("45352.586805555555", 7),
            number("0.30000000000000004", 5),
            number("1200", 0),
            "t=\"str\"><f>A1&amp;\"x\"</f><v>怕热_x000D__x000A_爱聊天</v>".into(),
        ],
        vec![
            number("124", 4),
            text("李红"),
            number("13900139000", 0),
            number("44693", 3),
            number("45352", BUILT_IN_31),
            number("299.5", 0),
            String::new(),
            "t=\"b\"><v>1</v>".into(),
        ],
    ];
    let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    let report = desk.bring_book("customers", &Workbook::default().sheet("会员", &rows));
    assert_eq!(counts(&report, "customers"), [2, 2, 0, 0, 0]);
    assert_eq!(remarks(&report, "customers"), [""; 0]);
    assert_eq!((report["customers"]["sheet"].as_str(), report["customers"]["encoding"].as_str()), (Some("会员"), None));
    assert_eq!(desk.ask("SELECT member_no || ' ' || name FROM customer ORDER BY id"), ["000123 王芳 & <李>", "000124 李红"]);
    assert_eq!(desk.ask("SELECT number FROM phone ORDER BY customer_id"), ["13800138000", "13900139000"]);
    assert_eq!(desk.ask("SELECT joined_on FROM customer ORDER BY id"), ["2024-03-01", "2024-03-01"]);
    // 5月12日 was typed without a year; the one behind it is the spreadsheet's.
    assert_eq!(
        desk.ask("SELECT ifnull(birthday_year, '?') || '-' || birthday_month || '-' || birthday_day FROM customer ORDER BY id"),
        ["1985-3-1", "?-5-12"]
    );
    assert_eq!(desk.ask("SELECT note FROM customer ORDER BY id"), ["怕热\n爱聊天", "TRUE"]);
    assert_eq!(desk.ask("SELECT value FROM profile_value ORDER BY customer_id"), ["0.30", "299.50"]);
    assert_eq!(desk.ask("SELECT CAST(points AS TEXT) FROM points_entry"), ["1200"]);
}

#[test]
fn days_are_counted_dated_from_1904_where_the_workbook_says_so() {
    let mut desk = desk();
    let rows = [texts(&["会员号", "建档日期"]), vec![text("M1"), number("43890", 1)]];
    let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    desk.bring_book("customers", &Workbook::default().dated_from_1904().sheet("1", &rows));
    assert_eq!(desk.ask("SELECT joined_on FROM customer"), ["2024-03-01"]);
}

#[test]
fn what_a_cell_does_not_say_is_named_by_row_and_column() {
    let mut desk = desk();
    let rows = [
        texts(&["会员号", "姓名", "手机", "建档日期", "备注"]),
        Vec::new(),
        vec![text("M1"), text("王"), "t=\"e\"><v>#N/A</v>".into(), "><f>TODAY()</f>".into(), "t=\"e\"><v>#REF!</v>".into()],
        vec!["><f>A2+1</f><v></v>".into(), text("李")],
        vec![text("M3"), text("张"), number("6.2284804025648E+25", 0), number("60", 1)],
        vec![text("M4"), text("赵"), text("#######"), number("45352", 8)],
        vec![text("M5"), text("钱"), "t=\"str\"><f>IF(1,\"\")</f><v></v>".into()],
    ];
    let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    let report = desk.bring_book("customers", &Workbook::default().sheet("1", &rows));
    assert_eq!(counts(&report, "customers"), [5, 4, 0, 0, 1]);
    assert_eq!(
        remarks(&report, "customers"),
        [
            "3 建档日期 formula_unreckoned",
            "3 备注 cell_error",
            "3 手机 cell_error",
            "4 会员号 formula_unreckoned",
            "5 建档日期 date_invalid",
            "5 手机 phone_invalid",
            "6 建档日期 date_invalid",
            "6 手机 cell_error",
        ]
    );
    assert_eq!(report["customers"]["flagged"][0]["text"], "=TODAY()");
}

#[test]
fn each_table_finds_its_own_sheet_and_the_user_may_name_another() {
    let mut desk = desk();
    let book = Workbook::default()
        .table("说明", "本表由系统导出\n请勿改动")
        .table("顾客", "会员号,姓名,手机\nM1,王芳,13800138000")
        .table("单据", "单号,会员号,日期,类型,金额\n1,M1,2024-03-01,销售,59")
        .table("旧顾客", "会员号,姓名,手机,微信,备注\nM9,旧,13900139000,x,y")
        .hidden();
    let path = desk.file("book.xlsx", book.bytes());
    let files = ["visits", "customers"].map(|kind| json!({"kind": kind, "path": path}));
    let report = desk.t.ok("run_import", json!({"files": files, "dry_run": false}));
    assert_eq!((counts(&report, "customers"), counts(&report, "visits")), ([1, 1, 0, 0, 0], [1, 1, 0, 0, 0]));
    assert_eq!(desk.ask("SELECT member_no FROM customer"), ["M1"]);
    let shown = desk.t.ok("preview_import", json!({"path": path, "kind": "customers"}));
    assert_eq!((shown["sheet"].as_str(), &shown["delimiter"]), (Some("顾客"), &Value::Null));
    assert_eq!(shown["sheets"][3], json!({"name": "旧顾客", "is_hidden": true}));
    for sheet in ["旧顾客", "4"] {
        let shown = desk.t.ok("preview_import", json!({"path": path, "kind": "customers", "sheet": sheet}));
        assert_eq!(shown["rows"][0][0], "M9");
    }
    let failure = desk.t.err("preview_import", json!({"path": path, "sheet": "没有"}));
    assert_eq!((failure.code.as_str(), failure.params["sheets"].as_str()), ("import_sheet_unknown", "说明, 顾客, 单据, 旧顾客"));
}

#[test]
fn headings_on_two_levels_and_rows_cut_short_by_the_spreadsheet_are_read() {
    let mut desk = desk();
    let book =
        Workbook::default().table("会员", "会员资料\n会员号,姓名,联系方式,,备注\n,,手机,微信,\nM1,王芳,13800138000,wx_1,怕热\nM2,李红");
    let report = desk.bring_book("customers", &book);
    assert_eq!(counts(&report, "customers"), [2, 2, 0, 0, 0]);
    assert_eq!(remarks(&report, "customers"), [""; 0]);
    assert_eq!(
        desk.ask("SELECT name || ' ' || ifnull(wechat, '') || ' ' || ifnull(note, '') FROM customer ORDER BY id"),
        ["王芳 wx_1 怕热", "李红  "]
    );
}

#[test]
fn rows_that_are_held_back_come_out_as_text_to_be_brought_again() {
    let mut desk = desk();
    let out = desk.t.folder.path().join("bad.csv");
    let rows = [texts(&["单号", "会员号", "日期", "金额"]), vec![number("1", 0), text("M9"), number("45352", 1), number("59", 0)]];
    let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    let mut request = desk.open("visits", &Workbook::default().sheet("1", &rows).bytes(), json!({}));
    request["errors"] = json!(out);
    desk.t.ok("run_import", request);
    let written = std::fs::read_to_string(&out).unwrap();
    assert!(written.contains("1,M9,2024-03-01,59,2,"), "{written}");
}

#[test]
fn files_that_are_no_table_say_what_they_are() {
    let mut desk = desk();
    let before = desk.facts();
    let good = Workbook::default().table("会员", "会员号,姓名\nM1,王芳").bytes();
    let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let locked: Vec<u8> =
        old.iter().copied().chain([0; 1000]).chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut broken = good.clone();
    let inside = broken.windows(9).position(|part| part == b"worksheet").unwrap() + 40;
    broken[inside] ^= 0xFF;
    for (bytes, code) in [
        (old, "import_old_workbook"),
        (locked, "import_protected"),
        (zip([Entry::of("xl/workbook.xml", b"<workbook/>").encrypted()]), "import_protected"),
        (zip([Entry::of("word/document.xml", b"<document/>")]), "import_not_workbook"),
        (zip([Entry::of("content.xml", b"<office/>"), Entry::of("mimetype", b"application/vnd.oasis")]), "import_not_workbook"),
        (zip([]), "import_not_workbook"),
        (b"\x89PNG\r\n\x1A\n0000".to_vec(), "import_picture"),
        (b"<html><head><meta charset=gb2312></head><table><tr><td>1</td></tr></table>".to_vec(), "import_web_page"),
        (good[..good.len() - 30].to_vec(), "import_cut_off"),
        (good[..good.len() / 2].to_vec(), "import_cut_off"),
        (broken, "import_cut_off"),
        (Workbook::default().table("空", "").bytes(), "import_empty"),
        (Workbook::default().bytes(), "import_empty"),
        (Workbook::default().table("会员", "会员号,姓名\nM1,王芳").hidden().bytes(), "import_empty"),
        (b"%PDF-1.7 ...".to_vec(), "file_kind_unknown"),
    ] {
        let request = desk.open("customers", &bytes, json!({}));
        assert_eq!(desk.t.err("run_import", request).code.as_str(), code);
        assert_eq!(desk.facts(), before);
    }
}

#[test]
fn a_cell_merged_over_rows_is_each_row_s_as_a_person_sees_it() {
    let mut desk = desk();
    let lines = "会员资料,,,,\n会员号,姓名,地址,导购,积分\nM1,王芳,文三路,周敏,300\nM2,李红,,,\nM3,陈静,,,\nM4,赵敏,,,20";
    let book = Workbook::default().table("会员", lines).merged(&["A1:E1", "C3:C4", "D3:D5", "E3:E4"]);
    let report = desk.bring_book("customers", &book);
    assert_eq!(counts(&report, "customers"), [4, 4, 0, 0, 0]);
    assert_eq!(remarks(&report, "customers"), ["4 地址 cell_merged", "4 导购 cell_merged", "4 积分 number_merged", "5 导购 cell_merged"]);
    let held = "SELECT member_no || ' ' || coalesce(address, '-') || ' ' || coalesce(s.name, '-') FROM customer c
        LEFT JOIN staff s ON s.id = c.staff_id ORDER BY c.id";
    assert_eq!(desk.ask(held), ["M1 文三路 周敏", "M2 文三路 周敏", "M3 - 周敏", "M4 - -"]);
    // Points of two together are not twice as many.
    assert_eq!(desk.ask("SELECT customer_id || ' ' || points FROM points_entry ORDER BY id"), ["1 300", "4 20"]);
}

#[test]
fn money_merged_over_rows_is_never_counted_twice() {
    let mut desk = desk();
    let lines = "单号,日期,付款方式,金额\n1,2024-03-01,微信,300\n2,,,\n3,2024-03-02,现金,50";
    let book = Workbook::default().table("单据", lines).merged(&["B2:B3", "C2:C3", "D2:D3"]);
    let report = desk.bring_book("visits", &book);
    // What the second receipt came to nobody knows: its row is held back and says why.
    assert_eq!(counts(&report, "visits"), [3, 2, 0, 0, 1]);
    assert_eq!(
        remarks(&report, "visits"),
        ["3 日期 cell_merged", "3 付款方式 cell_merged", "3 金额 number_merged", "3 金额 required_missing"]
    );
    assert_eq!((report["total"].as_str(), desk.ask("SELECT visit_no FROM visit")), (Some("350.00"), vec!["1".to_owned(), "3".to_owned()]));
}

/// A workbook whose only sheet is this entry instead.
fn with_sheet(sheet: Entry) -> Vec<u8> {
    let parts = Workbook::default().table("会员", "会员号,姓名").parts();
    let others = parts.into_iter().filter(|(name, _)| !name.starts_with("xl/worksheets"));
    zip(others.map(|(name, content)| Entry::of(&name, &content)).chain([sheet]))
}

#[test]
fn bombs_of_every_kind_are_refused_with_a_message() {
    let mut desk = desk();
    let head = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";
    let block = vec![b'x'; 1 << 20];
    let one_text = with_sheet(Entry::bomb("xl/worksheets/sheet0.xml", head, &block, 1024));
    assert!(one_text.len() < 4 << 20, "a bomb of {} bytes", one_text.len());
    let runs = b"<r><t>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</t></r>".repeat(10_000);
    let runs = with_sheet(Entry::bomb("xl/worksheets/sheet0.xml", b"<worksheet><sheetData><row><c t=\"inlineStr\"><is>", &runs, 500));
    let strings =
        b"<si><t>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</t></si>"
            .repeat(10_000);
    let parts = Workbook::default().table("会员", "会员号,姓名").parts().into_iter().filter(|(name, _)| !name.contains("Strings"));
    let shared =
        zip(parts.map(|(name, content)| Entry::of(&name, &content)).chain([Entry::bomb("xl/sharedStrings.xml", b"<sst>", &strings, 500)]));
    let rows = with_sheet(Entry::bomb("xl/worksheets/sheet0.xml", b"<worksheet><sheetData>", &b"<row/>".repeat(100_000), 100));
    let far = Workbook::default().raw(
        "visible",
        "会员",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
            .into(),
    );
    let wide: Vec<String> = (0..3000).map(|n| text(&format!("列{n}"))).collect();
    let wide = Workbook::default().sheet("会员", &[&wide]);
    let entries = zip((0..50_000).map(|n| Entry::of(&format!("xl/part{n}.xml"), b"<x/>")));
    for (bytes, what, line) in [
        (one_text, "text", None),
        (runs, "text", None),
        (shared, "strings", None),
        (rows, "rows", None),
        (far.bytes(), "columns", Some("1048576")),
        (wide.bytes(), "columns", Some("1")),
        (entries, "parts", None),
        (vec![b'P', b'K', 3, 4].into_iter().chain(vec![0; (64 << 20) + 1]).collect(), "bytes", None),
    ] {
        let request = desk.open("customers", &bytes, json!({}));
        let failure = desk.t.err("run_import", request);
        assert_eq!((failure.code.as_str(), failure.params["what"].as_str()), ("import_too_large", what));
        assert_eq!(failure.params.get("line").map(String::as_str), line);
    }
}

#[test]
fn sizes_that_lie_change_nothing() {
    let mut desk = desk();
    let parts = Workbook::default().table("会员", "会员号,姓名\nM1,王芳").parts();
    let lying = |declared| {
        zip(parts.iter().map(|(name, content)| {
            let mut entry = Entry::of(name, content);
            entry.declared = declared;
            entry
        }))
    };
    for declared in [0, 1, u32::MAX - 1] {
        let request = desk.open("customers", &lying(declared), json!({}));
        let report = desk.t.ok("run_import", request);
        assert_eq!(report["customers"]["rows"], 1, "{report}");
    }
}
