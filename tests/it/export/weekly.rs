//! `export_week`: the files agree with the book, with each other and with themselves on the next day.

use crate::broken::{SOUND, meddle};
use crate::invented::Invented;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop, shop_with};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A new empty folder beside the book.
pub fn folder(t: &TestShop, name: &str) -> PathBuf {
    let folder = t.folder.path().join(name);
    std::fs::create_dir(&folder).unwrap();
    folder
}

/// Every file of a folder with its bytes.
pub fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

/// A table's rows without the headings, cell by cell; the tables of these tests have no quotes inside.
pub fn rows(week: &Path, name: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(std::fs::read(week.join(name)).unwrap()).unwrap();
    let cells = |line: &str| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect();
    text.trim_end().split("\r\n").skip(1).map(cells).collect()
}

/// Compares a delivered week with the closed book by a program that knows nothing of this one.
#[track_caller]
pub fn ties_out(book: &Path, week: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output =
        Command::new("python3").arg(root.join("it/export/ties.py")).args([book, week, &root.join("../assets/messages")]).output().unwrap();
    assert!(output.status.success(), "{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}

fn export(t: &mut TestShop, week: &str, folder: &Path) -> Value {
    t.ok("export_week", json!({"week": week, "folder": folder}))
}

const WEEKS: &[&str] = &["2026-W50", "2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"];

#[test]
fn invented_shops_tie_out_and_the_accountant_ends_with_what_the_book_has() {
    for seed in [1, 2] {
        let mut shop = Invented::new(seed, "2026-12-07");
        shop.live(21, 5);
        let first = folder(&shop.t, "first");
        // Three weeks are delivered, then life goes on, in those weeks too.
        for week in &WEEKS[..3] {
            export(&mut shop.t, week, &first);
        }
        let mut has: BTreeMap<(String, String), i64> = BTreeMap::new();
        for week in &WEEKS[..3] {
            take_visits(&mut has, &first.join(week), week);
        }
        shop.live(21, 5);
        let last = folder(&shop.t, "last");
        let encodings = [json!("utf8"), json!("gb18030"), Value::Null];
        for (week, encoding) in WEEKS.iter().rev().zip(encodings.iter().cycle()) {
            shop.t.ok("export_week", json!({"week": week, "folder": last, "encoding": encoding}));
        }
        let done = shop.done;
        let TestShop { shop: open, folder: _keep, .. } = shop.t;
        let book = open.path();
        drop(open);
        for week in WEEKS {
            ties_out(&book, &last.join(week));
        }
        // What was delivered first, with all corrections since, is what the book has of those weeks now.
        let db = rusqlite::Connection::open(&book).unwrap();
        let mut statement = db.prepare("SELECT about_week, visit_no, kind, old_total, new_total FROM week_correction ORDER BY id").unwrap();
        let mut corrections = statement.query([]).unwrap();
        let mut seen = 0;
        while let Some(row) = corrections.next().unwrap() {
            let key: (String, String) = (row.get(0).unwrap(), row.get(1).unwrap());
            let (kind, old, new): (String, i64, i64) = (row.get(2).unwrap(), row.get(3).unwrap(), row.get(4).unwrap());
            let had = if kind == "removed" { has.remove(&key) } else { has.insert(key.clone(), new) };
            assert_eq!(had, (kind != "added").then_some(old), "seed {seed}: {key:?} {kind}");
            seen += 1;
        }
        assert!(seen > 5, "seed {seed}: only {seen} corrections in {done} operations");
        let mut sql = db
            .prepare("SELECT visit_no, total, day FROM visit WHERE voided_at IS NULL AND day BETWEEN '2026-12-07' AND '2026-12-27'")
            .unwrap();
        let now: BTreeMap<(String, String), i64> = sql
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))
            .unwrap()
            .map(|row| row.unwrap())
            .map(|(no, total, day): (String, i64, String)| {
                let week = if day.as_str() < "2026-12-14" {
                    WEEKS[0]
                } else if day.as_str() < "2026-12-21" {
                    WEEKS[1]
                } else {
                    WEEKS[2]
                };
                ((week.to_owned(), no), total)
            })
            .collect();
        assert_eq!(has, now, "seed {seed}");
    }
}

fn take_visits(has: &mut BTreeMap<(String, String), i64>, folder: &Path, week: &str) {
    let text = std::fs::read_to_string(folder.join("visits.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for row in reader.records() {
        let row = row.unwrap();
        has.insert((week.to_owned(), row[0].to_owned()), row[11].replace('.', "").parse().unwrap());
    }
}

#[test]
fn the_same_week_twice_is_the_same_bytes() {
    let mut shop = Invented::new(7, "2026-12-28");
    shop.live(9, 6);
    let mut t = shop.t;
    let (one, two) = (folder(&t, "one"), folder(&t, "two"));
    let first = export(&mut t, "2026-W53", &one);
    assert_eq!((&first["revision"], &first["repeated"], &first["complete"]), (&json!(1), &json!(false), &json!(true)));
    let mut t = t.reopen();
    t.at("2027-03-01T00:00:01+08:00");
    let second = export(&mut t, "2026-W53", &two);
    assert_eq!((&second["revision"], &second["repeated"]), (&json!(1), &json!(true)));
    assert_eq!(bytes(&one.join("2026-W53")), bytes(&two.join("2026-W53")));
    assert_eq!(first["files"], second["files"]);
    // Also over itself, and in another encoding it is the same content.
    let modified = |name: &str| std::fs::metadata(one.join("2026-W53").join(name)).unwrap().modified().unwrap();
    let before = modified("visits.csv");
    export(&mut t, "2026-W53", &one);
    assert_eq!(modified("visits.csv"), before, "nothing is written where nothing changed");
    let other = t.ok("export_week", json!({"week": "2026-W53", "folder": two, "encoding": "gb18030"}));
    assert_eq!((&other["revision"], &other["repeated"]), (&json!(1), &json!(true)));
    assert_ne!(bytes(&one.join("2026-W53"))["visits.csv"], bytes(&two.join("2026-W53"))["visits.csv"]);
}

#[test]
fn weeks_begin_on_monday_at_midnight_in_the_shops_zone_and_the_53rd_ends_in_january() {
    let mut t = shop();
    t.at("2027-02-01T10:00:00+08:00");
    for (n, (day, time)) in
        [("2026-12-27", "23:59"), ("2026-12-28", "00:00"), ("2027-01-01", "12:00"), ("2027-01-03", "23:59"), ("2027-01-04", "00:00")]
            .iter()
            .enumerate()
    {
        let visit =
            json!({"kind": "purchase", "day": day, "time": time, "lines": [{"style_no": "A", "qty": 1, "price": format!("{}.00", n + 1)}]});
        t.ok("record_visit", json!({"receipt": format!("receipt-{n}"), "visit": visit}));
    }
    let out = folder(&t, "out");
    for (week, expected) in [
        ("2026-W52", vec![("2026-12-27", "23:59", "1.00")]),
        ("2026-W53", vec![("2026-12-28", "00:00", "2.00"), ("2027-01-01", "12:00", "3.00"), ("2027-01-03", "23:59", "4.00")]),
        ("2027-W01", vec![("2027-01-04", "00:00", "5.00")]),
    ] {
        export(&mut t, week, &out);
        let found = rows(&out.join(week), "visits.csv");
        let found: Vec<(&str, &str, &str)> = found.iter().map(|row| (&*row[1], &*row[2], &*row[11])).collect();
        assert_eq!(found, expected, "{week}");
    }
    let list = t.ok("week_list", json!({"limit": 60}));
    let weeks: Vec<&str> = list["weeks"].as_array().unwrap().iter().map(|row| row["week"].as_str().unwrap()).collect();
    assert_eq!(weeks, ["2027-W05", "2027-W04", "2027-W03", "2027-W02", "2027-W01", "2026-W53", "2026-W52"]);
    assert_eq!((&list["more"], &list["weeks"][5]["total"], &list["weeks"][5]["visits"]), (&json!(false), &json!("9.00"), &json!(3)));
    let page = t.ok("week_list", json!({"before": "2027-W01", "limit": 1}));
    assert_eq!((&page["weeks"][0]["week"], &page["more"]), (&json!("2026-W53"), &json!(true)));
}

#[test]
fn headings_and_words_are_in_the_shops_language_and_encoding() {
    let mut t = meddle(shop_with(shuke_core::wire::settings::Trade::Cafe, false), SOUND);
    t.at("2026-12-01T10:00:00+08:00");
    let out = folder(&t, "out");
    t.ok("export_week", json!({"week": "2026-W47", "folder": out, "encoding": "gb18030"}));
    let raw = std::fs::read(out.join("2026-W47/visits.csv")).unwrap();
    // 单号 in GB 18030, no mark before it.
    assert!(raw.starts_with(b"\"\xB5\xA5\xBA\xC5\","), "{:?}", &raw[..12]);
    let mut settings = t.ok("shop_info", json!({}))["settings"].clone();
    settings["language"] = json!("en");
    t.ok("update_settings", settings);
    export(&mut t, "2026-W47", &out);
    let raw = std::fs::read(out.join("2026-W47/visits.csv")).unwrap();
    assert!(raw.starts_with(b"\xEF\xBB\xBF\"Visit no.\",\"Date\""));
    assert!(String::from_utf8(raw).unwrap().contains("\"20261117001\",2026-11-17,"));
}

#[test]
fn a_week_that_is_not_over_is_a_preview_and_one_that_has_not_begun_is_refused() {
    let mut t = meddle(shop(), SOUND);
    let out = folder(&t, "out");
    // It is Saturday of week 47.
    let preview = export(&mut t, "2026-W47", &out);
    assert_eq!((&preview["complete"], &preview["revision"], &preview["totals"]["total"]), (&json!(false), &json!(0), &json!("370.00")));
    let row = t.ok("week_list", json!({}))["weeks"][0].clone();
    assert_eq!((&row["week"], &row["exported_at"], &row["complete"]), (&json!("2026-W47"), &Value::Null, &json!(false)));
    for (week, code) in [("2026-W48", "day_in_future"), ("2027-W53", "week_invalid"), ("", "week_invalid")] {
        let failure = t.err("export_week", json!({"week": week, "folder": out}));
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some("week")), "{week}");
    }
    t.at("2026-11-23T00:00:00+08:00");
    let done = export(&mut t, "2026-W47", &out);
    assert_eq!((&done["complete"], &done["revision"], &done["corrections"]), (&json!(true), &json!(1), &json!(0)));
    let row = t.ok("week_list", json!({}))["weeks"][1].clone();
    assert_eq!((&row["exported_at"], &row["changed"]), (&json!("2026-11-23T00:00:00+08:00"), &json!(0)));
}

#[test]
fn visits_that_do_not_tie_out_are_named_and_nothing_is_exported() {
    for sql in ["UPDATE visit_line SET amount = 9001 WHERE id = 2", "UPDATE payment SET amount = 9999 WHERE visit_id = 3"] {
        let mut t = meddle(shop(), &format!("{SOUND} {sql}"));
        t.at("2026-12-01T10:00:00+08:00");
        let out = folder(&t, "out");
        let failure = t.err("export_week", json!({"week": "2026-W47", "folder": out}));
        assert_eq!((failure.code.as_str(), failure.params["n"].as_str()), ("totals_differ", "1"));
        assert!(["20261116001", "20261117002"].contains(&failure.params["visit"].as_str()));
        assert!(bytes_of_all(&out).is_empty());
    }
}

fn bytes_of_all(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn what_was_delivered_is_no_operation_of_the_history() {
    let mut t = meddle(shop(), SOUND);
    t.at("2026-12-01T10:00:00+08:00");
    let before = t.ok("list_history", json!({"limit": 10}));
    let out = folder(&t, "out");
    export(&mut t, "2026-W47", &out);
    assert_eq!(t.ok("list_history", json!({"limit": 10})), before);
    let list = t.ok("week_list", json!({}));
    assert_eq!((&list["last_folder"], &list["last_encoding"]), (&json!(out), &json!("utf8")));
}

#[test]
fn nobody_is_taken_for_somebody_else_when_a_phone_was_the_member_number() {
    let mut t = shop();
    for (member_no, name) in [("13805714217", "单晓燕"), ("K000001", "曾敏"), ("13805714218", "仇丽")] {
        let fields = json!({"name": name, "phones": [], "member_no": member_no});
        let created = t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
        let visit = json!({"customer": created["customer"], "kind": "purchase", "lines": [{"style_no": "A", "qty": 1, "price": "1.00"}]});
        t.ok("record_visit", json!({"receipt": format!("receipt-{member_no}"), "visit": visit}));
    }
    let out = folder(&t, "out");
    export(&mut t, "2026-W47", &out);
    let codes: Vec<String> = rows(&out.join("2026-W47"), "visits.csv").iter().map(|row| row[4].clone()).collect();
    assert_eq!(codes, ["K000001X", "K000001", "K000003"]);
}
