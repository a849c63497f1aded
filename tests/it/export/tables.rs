//! `export_table`: the owner's own tables.

use crate::invented::Invented;
use crate::weekly::folder;
use serde_json::json;
use shuke_tests::{TestShop, shop};
use std::path::Path;

fn read(path: &Path) -> Vec<csv::StringRecord> {
    let raw = std::fs::read(path).unwrap();
    assert!(raw.starts_with(b"\xEF\xBB\xBF"));
    csv::ReaderBuilder::new().has_headers(false).from_reader(&raw[3..]).records().map(|row| row.unwrap()).collect()
}

fn column(rows: &[csv::StringRecord], name: &str) -> usize {
    rows[0].iter().position(|heading| heading == name).unwrap()
}

fn fen(text: &str) -> i64 {
    text.replace('.', "").parse().unwrap()
}

fn export(t: &mut TestShop, table: &str, more: serde_json::Value) -> Vec<csv::StringRecord> {
    let path = t.folder.path().join(format!("{table}.csv"));
    let mut args = json!({"table": table, "path": path});
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let done = t.ok("export_table", args);
    let rows = read(&path);
    assert_eq!(done["rows"], rows.len() - 1);
    assert_eq!(done["bytes"], std::fs::metadata(&path).unwrap().len());
    rows
}

#[test]
fn the_tables_hold_everything_and_agree_with_the_check() {
    let mut shop = Invented::new(11, "2026-12-07");
    shop.live(14, 6);
    let mut t = shop.t;
    let report = t.ok("check_shop", json!({}));
    assert_eq!(report["ok"], true, "{report}");
    let visits = export(&mut t, "visits", json!({}));
    let total: i64 = visits[1..].iter().map(|row| fen(&row[column(&visits, "amount")])).sum();
    assert_eq!(total, fen(report["total"].as_str().unwrap()));
    let customers = export(&mut t, "customers", json!({}));
    for name in ["member_no", "visits", "purchase_days", "net", "first_purchase", "last_purchase", "level", "points"] {
        column(&customers, name);
    }
    let net: i64 = customers[1..].iter().map(|row| fen(&row[column(&customers, "net")])).sum();
    assert_eq!(net, fen(report["customer_total"].as_str().unwrap()));
    let points = export(&mut t, "points", json!({}));
    let of_customers: i64 = customers[1..].iter().map(|row| row[column(&customers, "points")].parse::<i64>().unwrap()).sum();
    let of_ledger: i64 = points[1..].iter().map(|row| row[column(&points, "points")].parse::<i64>().unwrap()).sum();
    assert_eq!(of_customers, of_ledger);
    let lines = export(&mut t, "lines", json!({}));
    assert!(lines.len() > visits.len() / 2);
}

#[test]
fn as_of_an_earlier_day_is_what_the_table_was_on_that_day() {
    let mut shop = Invented::new(5, "2026-12-07");
    // Nothing is corrected, voided or entered late here, so the past stays as it was.
    shop.live(6, 0);
    let mut t = shop.t;
    let created =
        t.ok("create_customer", json!({"fields": {"name": "曾敏", "phones": []}, "confirm_phone": false, "answers": [], "tags": []}));
    let mut tables = Vec::new();
    for (n, day) in ["2026-12-14", "2026-12-15", "2027-01-20"].iter().enumerate() {
        t.at(&format!("{day}T10:00:00+08:00"));
        let visit = json!({"customer": created["customer"], "kind": "purchase", "lines": [{"style_no": "A", "qty": 1, "price": format!("{}00.00", n + 1)}]});
        t.ok("record_visit", json!({"receipt": format!("receipt-{n}"), "visit": visit}));
        let now: Vec<_> = ["customers", "visits", "lines", "points"].map(|table| export(&mut t, table, json!({}))).into();
        tables.push((*day, now));
    }
    t.at("2027-02-01T10:00:00+08:00");
    for (day, then) in tables {
        for (table, then) in ["customers", "visits", "lines", "points"].iter().zip(then) {
            assert_eq!(export(&mut t, table, json!({"as_of": day})), then, "{table} as of {day}");
        }
    }
}

#[test]
fn the_book_itself_is_never_written_over_and_a_folder_has_to_be_there() {
    let mut t = shop();
    let book = t.path();
    let before = t.ok("check_shop", json!({}));
    let out = folder(&t, "out");
    for (path, code) in [
        (book.clone(), "file_exists"),
        (out.join("../shop.shuke"), "file_exists"),
        (out.clone(), "file_exists"),
        (t.folder.path().join("gone/a.csv"), "folder_missing"),
        ("/sys/a.csv".into(), "file_read_only"),
        ("".into(), "required"),
    ] {
        assert_eq!(t.err("export_table", json!({"table": "customers", "path": path})).code.as_str(), code, "{path:?}");
    }
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0);
    let mut t = t.reopen();
    assert_eq!(t.ok("check_shop", json!({})), before);
}

#[test]
fn words_or_names_as_asked() {
    let mut t = shop();
    t.ok(
        "create_customer",
        json!({"fields": {"name": "=曾敏", "phones": [], "gender": "f"}, "confirm_phone": false, "answers": [], "tags": []}),
    );
    let named = export(&mut t, "customers", json!({}));
    assert_eq!((&named[0][0], &named[1][1], &named[1][3]), ("member_no", "'=曾敏", "f"));
    let worded = export(&mut t, "customers", json!({"headings": "words"}));
    assert_eq!((&worded[0][0], &worded[1][1], &worded[1][3]), ("会员号", "'=曾敏", "女"));
}
