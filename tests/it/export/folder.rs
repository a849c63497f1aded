//! The folder the files are put into: whole or not at all, and clear words when it cannot be.

use crate::broken::{SOUND, meddle};
use crate::weekly::{bytes, folder};
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

fn book() -> TestShop {
    let mut t = meddle(shop(), SOUND);
    t.at("2026-12-01T10:00:00+08:00");
    t
}

#[test]
fn a_folder_that_is_gone_no_folder_or_not_ours_is_refused_and_nothing_is_noted() {
    let mut t = book();
    let file = t.folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    for (folder, code) in [
        (json!(t.folder.path().join("gone")), "folder_missing"),
        (json!(file), "folder_missing"),
        (json!(""), "required"),
        (json!("/sys"), "file_read_only"),
    ] {
        assert_eq!(t.err("export_week", json!({"week": "2026-W47", "folder": folder})).code.as_str(), code, "{folder}");
    }
    let list = t.ok("week_list", json!({}));
    assert!(list["weeks"].as_array().unwrap().iter().all(|row| row["exported_at"].is_null()));
    assert_eq!(list["last_folder"], Value::Null);
}

#[test]
fn what_else_lies_in_the_weeks_folder_stays_and_what_a_crash_left_is_taken_away() {
    let mut t = book();
    let out = folder(&t, "out");
    let week = out.join("2026-W47");
    std::fs::create_dir(&week).unwrap();
    std::fs::write(week.join("会计的备注.txt"), "已核").unwrap();
    std::fs::write(week.join("visits.csv"), "half").unwrap();
    std::fs::create_dir(out.join("2026-W47.making")).unwrap();
    std::fs::write(out.join("2026-W47.making/visits.csv"), "half").unwrap();
    t.ok("export_week", json!({"week": "2026-W47", "folder": out}));
    let found = bytes(&week);
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(names, ["corrections.csv", "lines.csv", "manifest.json", "payments.csv", "summary.csv", "visits.csv", "会计的备注.txt"]);
    assert_eq!(found["会计的备注.txt"], "已核".as_bytes());
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1);
    // A file somebody changed is put right again.
    std::fs::write(week.join("lines.csv"), "changed").unwrap();
    t.ok("export_week", json!({"week": "2026-W47", "folder": out}));
    assert_eq!(bytes(&week), found);
}

#[test]
fn a_file_in_the_place_of_the_weeks_folder_is_not_touched() {
    let mut t = book();
    let out = folder(&t, "out");
    std::fs::write(out.join("2026-W47"), "x").unwrap();
    t.err("export_week", json!({"week": "2026-W47", "folder": out}));
    assert_eq!(std::fs::read(out.join("2026-W47")).unwrap(), b"x");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1);
}

#[test]
fn cancelling_leaves_no_folder_and_no_note() {
    // Enough visits that somebody has the time to press the button.
    let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO visit (visit_no, at, day, kind, pieces, total) SELECT 'N' || i, 1779000000000 + i, '2026-11-16', 'purchase', 1, i FROM n";
    let mut t = meddle(book(), many);
    let out = folder(&t, "out");
    let progress = t.shop.progress();
    let over = Arc::new(AtomicBool::new(false));
    let watcher = std::thread::spawn({
        let over = Arc::clone(&over);
        move || {
            while !over.load(Ordering::Relaxed) {
                progress.cancel();
            }
        }
    });
    let failure = t.err("export_week", json!({"week": "2026-W47", "folder": out}));
    over.store(true, Ordering::Relaxed);
    watcher.join().unwrap();
    assert_eq!(failure.code.as_str(), "cancelled");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0);
    assert!(t.ok("week_list", json!({}))["weeks"].as_array().unwrap().iter().all(|row| row["exported_at"].is_null()));
    t.ok("export_week", json!({"week": "2026-W47", "folder": out}));
}
