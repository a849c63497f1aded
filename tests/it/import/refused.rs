//! Files that cannot be taken, rows that are handed back, and stopping half way.

use super::{counts, desk, remarks};
use serde_json::json;

#[test]
fn rows_that_were_held_back_can_be_mended_and_brought_again() {
    let mut desk = desk();
    let out = desk.t.folder.path().join("坏行.csv");
    let table = "卡号,姓名,手机,备注\nM1,王,13800138000,\n1.38E+10,李,13900139000,'=公式\n,,,没有人\n";
    let request = desk.request(&[("customers", table)], json!({"errors": out}));
    let report = desk.t.ok("run_import", request);
    assert_eq!(counts(&report, "customers"), [3, 1, 0, 0, 2]);
    assert_eq!(report["customers"]["errors"].as_str().unwrap(), out.to_str().unwrap());
    let written = std::fs::read_to_string(&out).unwrap();
    assert_eq!(
        written,
        "\u{FEFF}卡号,姓名,手机,备注,原文件行号,原因\r\n1.38E+10,李,13900139000,'=公式,3,卡号: 号码被表格软件改成了科学计数法\r\n,,,没有人,4,卡号: 必填的格子空着\r\n"
    );
    desk.file("customers.csv", written.replace("1.38E+10", "M2").replace(",,,没有人", "M3,张,,没有人"));
    let path = desk.t.folder.path().join("customers.csv");
    let mended = desk.t.ok("run_import", json!({"files": [{"kind": "customers", "path": path}], "dry_run": false}));
    assert_eq!(counts(&mended, "customers"), [2, 2, 0, 0, 0]);
    assert_eq!(desk.ask("SELECT note FROM customer WHERE member_no = 'M2'"), ["=公式"]);
}

#[test]
fn each_table_has_its_own_file_of_held_back_rows() {
    let mut desk = desk();
    let out = desk.t.folder.path().join("bad.csv");
    let tables = [("customers", "会员号,姓名\nM1,王\n"), ("visits", "单号,会员号,日期,金额\n1,M9,2024-03-01,5\n")];
    let request = desk.request(&tables, json!({"errors": out}));
    let report = desk.t.ok("run_import", request);
    assert!(report["customers"].get("errors").is_none_or(serde_json::Value::is_null));
    assert!(desk.t.folder.path().join("bad-visits.csv").is_file());
    assert!(!out.exists() && !desk.t.folder.path().join("bad-customers.csv").exists());
}

#[test]
fn a_file_that_cannot_be_taken_leaves_the_book_alone() {
    let mut desk = desk();
    let before = desk.facts();
    let good = ("customers", "会员号,姓名\nM1,王\n");
    for (table, code, field) in [
        ("单号,会员号\n1,M1\n", "headings_unknown", "visits"),
        ("", "import_empty", "visits"),
        ("PK\u{3}\u{4}", "import_cut_off", "visits"),
        (&format!("单号,日期,金额\n1,2024-03-01,\"{}", "5\n".repeat(40_000)), "import_too_large", "visits"),
    ] {
        let request = desk.request(&[good, ("visits", table)], json!({}));
        let failure = desk.t.err("run_import", request);
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)));
        assert_eq!(desk.facts(), before);
    }
    let missing = json!({"files": [{"kind": "customers", "path": "/nowhere/x.csv"}], "dry_run": false});
    let failure = desk.t.err("run_import", missing);
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("file_missing", Some("files.0.path")));
    let wrong = desk.request(&[good], json!({}));
    for (key, value) in [("encoding", "latin-1"), ("delimiter", "ab")] {
        let mut request = wrong.clone();
        request["files"][0][key] = json!(value);
        let failure = desk.t.err("run_import", request);
        assert_eq!((failure.code.as_str(), failure.field.unwrap()), ("choice_invalid", format!("files.0.{key}")));
    }
}

#[test]
fn an_errors_file_that_cannot_be_written_stops_the_import() {
    let mut desk = desk();
    let before = desk.facts();
    let request = desk.request(&[("customers", "会员号,姓名\nM1,王\n1.3E+10,李\n")], json!({"errors": "/nowhere/bad.csv"}));
    assert_eq!(desk.t.err("run_import", request).code.as_str(), "folder_missing");
    assert_eq!(desk.facts(), before);
}

#[test]
fn it_can_be_stopped_and_then_nothing_came_in() {
    let mut desk = desk();
    let before = desk.facts();
    let mut table = "会员号,姓名\n".to_owned();
    for n in 0..200_000 {
        table += &format!("M{n},王{n}\n");
    }
    let out = desk.t.folder.path().join("bad.csv");
    let request = desk.request(&[("customers", &(table + "1.3E+10,坏\n"))], json!({"errors": out}));
    let progress = desk.t.shop.progress();
    let watcher = std::thread::spawn(move || {
        while progress.state().0 == 0 {
            std::thread::yield_now();
        }
        progress.cancel();
        progress.state()
    });
    assert_eq!(desk.t.err("run_import", request).code.as_str(), "cancelled");
    let (done, total) = watcher.join().unwrap();
    assert!(done > 0 && done < total, "{done} of {total}");
    assert_eq!(desk.facts(), before);
    assert!(!out.exists());
}

#[test]
fn the_preview_finds_out_and_the_user_may_map() {
    let mut desk = desk();
    let path = desk.file("x.csv", encode("门店会员\r\n编码;称谓;电话\r\n1;王;13800138000\r\n"));
    let shown = desk.t.ok("preview_import", json!({"path": path}));
    assert_eq!(
        (shown["encoding"].as_str(), shown["certainty"].as_str(), shown["delimiter"].as_str()),
        (Some("gb18030"), Some("likely"), Some(";"))
    );
    assert_eq!((shown["kind"].as_str(), shown["heading_line"].as_u64()), (Some("customers"), Some(2)));
    assert_eq!(shown["columns"][0]["target"], json!(null));
    assert_eq!(shown["rows"], json!([["1", "王", "13800138000"]]));
    let file = json!({"kind": "customers", "path": path, "map": ["编码=member_no", "#2=name"]});
    let report = desk.t.ok("run_import", json!({"files": [file], "dry_run": false}));
    assert_eq!(remarks(&report, "customers"), [""; 0]);
    assert_eq!(desk.ask("SELECT member_no || name FROM customer"), ["1王"]);
}

/// GB18030 by hand for the few characters of this test, so that the decoder is not tested with its own table.
fn encode(text: &str) -> Vec<u8> {
    let table = [
        ('门', [0xC3, 0xC5]),
        ('店', [0xB5, 0xEA]),
        ('会', [0xBB, 0xE1]),
        ('员', [0xD4, 0xB1]),
        ('编', [0xB1, 0xE0]),
        ('码', [0xC2, 0xEB]),
        ('称', [0xB3, 0xC6]),
        ('谓', [0xCE, 0xBD]),
        ('电', [0xB5, 0xE7]),
        ('话', [0xBB, 0xB0]),
        ('王', [0xCD, 0xF5]),
    ];
    text.chars().flat_map(|c| table.iter().find(|(han, _)| *han == c).map_or_else(|| vec![c as u8], |(_, bytes)| bytes.to_vec())).collect()
}
