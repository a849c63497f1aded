//! Mess that came of programs rather than of hands: bytes of two encodings, rows that no program should have saved, numbers that are names.

use super::{Desk, counts, desk, remarks};
use serde_json::{Value, json};

fn bring(desk: &mut Desk, bytes: impl AsRef<[u8]>) -> Value {
    let path = desk.file("mess.csv", bytes);
    desk.t.ok("run_import", json!({"files": [{"kind": "customers", "path": path}], "dry_run": false}))
}

/// 会员号,姓名,备注 / M1,王芳,常来 and M2,陈静,老客 as GB wrote them, by hand.
const GB: &[u8] = b"\xBB\xE1\xD4\xB1\xBA\xC5,\xD0\xD5\xC3\xFB,\xB1\xB8\xD7\xA2\r\nM1,\xCD\xF5\xB7\xBC,\xB3\xA3\xC0\xB4\r\nM2,\xB3\xC2\xBE\xB2,\xC0\xCF\xBF\xCD\r\n";

#[test]
fn rows_of_another_encoding_are_held_back_and_not_read_as_other_letters() {
    let mut desk = desk();
    // Two files were put together, as a shop does whose tills are of different years.
    let report = bring(&mut desk, [GB, "M3,李红,老客\r\n".as_bytes(), b"M4,\xB3\xC2\xBE\xB2,\r\n"].concat());
    assert_eq!(report["customers"]["encoding"], "gb18030");
    assert_eq!((counts(&report, "customers"), remarks(&report, "customers")), ([4, 3, 0, 0, 1], vec!["4  text_broken".to_owned()]));
    assert_eq!(desk.ask("SELECT name FROM customer ORDER BY id"), ["王芳", "陈静", "陈静"]);
}

#[test]
fn of_two_encodings_in_a_few_rows_the_headings_own_is_taken_and_the_other_is_named() {
    // A list typed into a UTF-8 file of headings: of so few letters no count tells which encoding is the file's.
    let mut desk = desk();
    let report = bring(
        &mut desk,
        ["会员号,姓名,手机\r\n".as_bytes(), b"M1,\xCD\xF5\xB7\xBC,13800138001\r\n", "M2,李红,13800138002\r\n".as_bytes()].concat(),
    );
    assert_eq!((report["customers"]["encoding"].as_str(), report["customers"]["certainty"].as_str()), (Some("utf-8"), Some("doubtful")));
    assert_eq!((counts(&report, "customers"), remarks(&report, "customers")), ([2, 2, 0, 0, 0], vec!["2 姓名 name_unreadable".to_owned()]));
    assert_eq!(desk.ask("SELECT name FROM customer ORDER BY id"), ["13800138001", "李红"]);
    // Headings in GB above rows that are all of the other: each of them is held back for what it is.
    let mut desk = super::desk();
    let rows: String = (0..100).map(|n| format!("M{n},欧阳静静,浙江杭州西湖\r\n")).collect();
    let report = bring(&mut desk, [b"\xBB\xE1\xD4\xB1\xBA\xC5,\xD0\xD5\xC3\xFB,\xB1\xB8\xD7\xA2\r\n", rows.as_bytes()].concat());
    assert_eq!((counts(&report, "customers"), report["customers"]["flags"].clone()), ([100, 0, 0, 0, 100], json!({"text_broken": 100})));
    // A file of nobody's headings stays what it was.
    let path = desk.file("none.csv", b"\xBC\xD7,\xD2\xD2\r\n1,2\r\n");
    let failure = desk.t.err("run_import", json!({"files": [{"kind": "customers", "path": path}], "dry_run": true}));
    assert_eq!(failure.code.as_str(), "headings_unknown");
}

#[test]
fn a_cell_with_broken_bytes_is_left_out_and_named_and_its_row_comes_in() {
    let mut desk = desk();
    let mut bytes = "会员号,姓名,手机,备注\n".as_bytes().to_vec();
    bytes.extend((0..40).flat_map(|n| format!("M{n},王芳,139001390{n:02},常来\n").into_bytes()));
    bytes.extend(b"M98,\xE7\x8E\xFF\xE8\x8A\xB3,13900139098,\n");
    let report = bring(&mut desk, bytes);
    assert_eq!((report["customers"]["encoding"].as_str(), counts(&report, "customers")), (Some("utf-8"), [41, 41, 0, 0, 0]));
    assert_eq!(remarks(&report, "customers"), ["42 姓名 name_unreadable"]);
    assert_eq!(desk.ask("SELECT number FROM customer c JOIN phone p ON p.customer_id = c.id WHERE member_no = 'M98'"), ["13900139098"]);
    // A file that was cut off inside a character says so at that character.
    let mut desk = super::desk();
    let report = bring(&mut desk, &GB[..GB.len() - 3]);
    assert_eq!(remarks(&report, "customers"), ["3 备注 text_broken"]);
}

#[test]
fn a_comma_for_each_column_of_a_sheet_is_no_column_and_thousands_that_are_filled_end_in_a_message() {
    let mut desk = desk();
    let commas = ",".repeat(16_000);
    let report = bring(&mut desk, format!("会员号,姓名{commas}\nM1,王芳{commas}\n"));
    assert_eq!((counts(&report, "customers"), remarks(&report, "customers")), ([1, 1, 0, 0, 0], vec![]));
    for heading in ["列", ""] {
        let headings: String = (0..3_000).map(|n| format!(",{heading}{n}")).collect();
        let path = desk.file("wide.csv", format!("会员号,姓名{headings}\nM1,王芳\n"));
        for op in ["preview_import", "run_import"] {
            let file = json!({"kind": "customers", "path": path});
            let request = if op == "run_import" { json!({"files": [file], "dry_run": true}) } else { file };
            let failure = desk.t.err(op, request);
            assert_eq!(
                (failure.code.as_str(), failure.params["what"].as_str(), failure.params["line"].as_str()),
                ("import_too_large", "columns", "1")
            );
        }
    }
    // One cell far to the right of the others is not lost either.
    let report = bring(&mut desk, format!("会员号,姓名\nM2,李红\nM3,陈静{},\"在右边\"\n", ",".repeat(20)));
    assert_eq!((counts(&report, "customers"), remarks(&report, "customers")), ([2, 1, 0, 0, 1], vec!["3  row_long".to_owned()]));
}

#[test]
fn member_numbers_are_names_and_stay_as_they_are() {
    let mut desk = desk();
    let report = bring(&mut desk, "会员号,姓名\n000123,王\n123,李\n1E5,钱\n1e+05,孙\n12345678901234567890,吴\n12345678901234500000,郑\n");
    assert_eq!(remarks(&report, "customers"), ["5 会员号 number_scientific", "7 会员号 number_digits_lost"]);
    assert_eq!(counts(&report, "customers")[4], 1, "what a spreadsheet made of it is held back");
    let kept = desk.ask("SELECT member_no FROM customer ORDER BY id");
    assert_eq!(kept, ["000123", "123", "1E5", "12345678901234567890", "12345678901234500000"]);
}

#[test]
fn remarks_on_the_whole_table_are_no_customers() {
    let mut desk = desk();
    let rows = "会员号,姓名,备注\nM1,王芳,备注：怕热\n-- 完 --,,\n以下空白,,\n备注：以上为全部会员,,\n,,注: 不含散客\nM2,完颜静,\n";
    let report = bring(&mut desk, rows);
    assert_eq!(remarks(&report, "customers"), ["3  print_row", "4  print_row", "5  print_row", "6  print_row"]);
    assert_eq!(desk.ask("SELECT name || ' ' || ifnull(note, '') FROM customer ORDER BY id"), ["王芳 备注：怕热", "完颜静 "]);
}

#[test]
fn an_updated_file_with_empty_cells_and_one_cut_short_wipe_nothing() {
    let mut desk = desk();
    bring(&mut desk, "会员号,姓名,手机,生日,地址,标签,备注\nM1,王芳,13900139000,1987-06-12,文三路,宝妈,怕热\n");
    let before = desk.facts();
    let again = bring(&mut desk, "会员号,姓名,手机,生日,地址,标签,备注\nM1,,,,,,\n");
    assert_eq!((counts(&again, "customers"), desk.facts()), ([1, 0, 1, 0, 0], before.clone()));
    let short = bring(&mut desk, "会员号,姓名,手机,生日,地址,标签,备注\nM1\n");
    assert_eq!((counts(&short, "customers"), desk.facts()), ([1, 0, 1, 0, 0], before));
    assert_eq!(remarks(&short, "customers"), ["2  row_short", "2 姓名 name_missing"]);
}
