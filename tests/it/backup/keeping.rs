//! The program's own copies beside the book.

use super::{copy, folder, hash, names, open, sale, spoil};
use serde_json::{Value, json};
use shuke_core::backup::{closing, tick};
use shuke_core::clock::Clock;
use shuke_tests::{TestShop, shop};

fn now(t: &TestShop) -> i64 {
    t.clock.utc().timestamp_millis()
}

fn list(t: &mut TestShop) -> Value {
    t.ok("list_backups", json!({}))
}

#[test]
fn every_half_hour_if_something_changed_and_at_the_end() {
    let mut t = shop();
    let opened = now(&t);
    assert!(closing(&mut t.shop).unwrap().is_none(), "nothing was done in it yet");
    sale(&mut t, "仇兰", "0", 7);
    t.at("2026-11-21T10:29:00+08:00");
    assert!(tick(&mut t.shop, opened).unwrap().is_none());
    t.at("2026-11-21T10:30:00+08:00");
    let made = tick(&mut t.shop, opened).unwrap().unwrap();
    assert_eq!(made.file_name, "shop-20261121-103000.shuke");
    t.at("2026-11-21T12:00:00+08:00");
    assert!(tick(&mut t.shop, opened).unwrap().is_none(), "nothing changed");
    assert!(closing(&mut t.shop).unwrap().is_none(), "nothing changed");
    sale(&mut t, "单晓燕", "1", 100);
    t.at("2026-11-21T12:20:00+08:00");
    assert!(closing(&mut t.shop).unwrap().is_some());
    assert_eq!(names(&folder(&t)), ["shop-20261121-103000.shuke", "shop-20261121-122000.shuke"]);
    let copies = list(&mut t)["copies"].clone();
    let told: Vec<(&Value, &Value, &Value)> =
        copies.as_array().unwrap().iter().map(|row| (&row["at"], &row["why"], &row["visits"])).collect();
    assert_eq!(
        told,
        [
            (&json!("2026-11-21T12:20:00+08:00"), &json!("closing"), &json!(2)),
            (&json!("2026-11-21T10:30:00+08:00"), &json!("timed"), &json!(1))
        ]
    );
    assert!(copies.as_array().unwrap().iter().all(|row| row["proven_at"] == row["at"] && row["off_disk"] == false));
}

#[cfg(unix)]
#[test]
fn nobody_else_may_look_into_the_copies() {
    use std::os::unix::fs::PermissionsExt;
    let mut t = shop();
    sale(&mut t, "仇兰", "0", 7);
    closing(&mut t.shop).unwrap().unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder(&t)), 0o700);
    assert_eq!(mode(&folder(&t).join("shop-20261121-100000.shuke")), 0o600);
}

#[test]
fn before_an_import_and_before_taking_one_back() {
    let mut t = shop();
    sale(&mut t, "仇兰", "0", 7);
    let file = t.folder.path().join("customers.csv");
    std::fs::write(&file, "姓名,手机\n单晓燕,13800001111\n曾敏,13800002222\n").unwrap();
    let request = json!({"files": [{"path": file, "kind": "customers"}], "dry_run": true});
    t.ok("run_import", request.clone());
    assert_eq!(names(&folder(&t)), [""; 0], "a dry run changes nothing");
    let mut request = request;
    request["dry_run"] = json!(false);
    t.ok("run_import", request);
    assert_eq!(list(&mut t)["copies"][0]["why"], "import");
    assert_eq!(list(&mut t)["copies"][0]["customers"], 1);
    let import = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.at("2026-11-21T10:05:00+08:00");
    t.ok("undo", json!({"operation": import}));
    let copies = list(&mut t)["copies"].clone();
    assert_eq!((&copies[0]["why"], &copies[0]["customers"]), (&json!("bulk"), &json!(3)));
    assert_eq!(copies.as_array().unwrap().len(), 2);
}

#[test]
fn an_import_is_not_begun_without_its_copy() {
    let mut t = shop();
    sale(&mut t, "仇兰", "0", 7);
    let file = t.folder.path().join("customers.csv");
    std::fs::write(&file, "姓名,手机\n单晓燕,13800001111\n").unwrap();
    // A file where the folder should be.
    std::fs::write(folder(&t), "").unwrap();
    t.err("run_import", json!({"files": [{"path": file, "kind": "customers"}], "dry_run": false}));
    assert_eq!(t.ok("shop_size", json!({}))["customers"], 1);
    let problem = list(&mut t)["problem"].clone();
    assert!(problem.is_string(), "{problem}");
    assert_eq!(t.ok("shop_info", json!({}))["backup_problem"], problem);
    std::fs::remove_file(folder(&t)).unwrap();
    closing(&mut t.shop).unwrap().unwrap();
    assert_eq!(list(&mut t)["problem"], Value::Null);
}

#[test]
fn copies_are_thinned_and_nothing_else_in_the_folder_is_touched() {
    let mut t = shop();
    sale(&mut t, "仇兰", "0", 7);
    closing(&mut t.shop).unwrap();
    let own = folder(&t);
    let made = own.join("shop-20261121-100000.shuke");
    for day in 1..=28 {
        for hour in [10, 14, 20] {
            std::fs::copy(&made, own.join(format!("shop-202610{day:02}-{hour}0000.shuke"))).unwrap();
        }
    }
    let others = ["shop-20261001-100000-aside.shuke", "shop-20261001-100000-damaged.shuke", "note.txt", "other-20261001-100000.shuke"];
    for other in others {
        std::fs::write(own.join(other), "x").unwrap();
    }
    for half in ["shop-20261121-110000.shuke.making", "shop-20261121-110000.shuke.making-journal"] {
        std::fs::write(own.join(half), "half").unwrap();
    }
    sale(&mut t, "单晓燕", "1", 100);
    t.at("2026-11-22T10:00:00+08:00");
    closing(&mut t.shop).unwrap().unwrap();
    let left = names(&own);
    assert!(others.iter().all(|other| left.contains(&(*other).to_owned())), "{left:?}");
    assert!(!left.iter().any(|name| name.contains(".making")), "what a crash left is taken away");
    let october: Vec<&String> = left.iter().filter(|name| name.starts_with("shop-202610") && name.ends_with("0000.shuke")).collect();
    // Fourteen days with copies, the 15th to the 28th, and with them the week of the 15th; then the two weeks before that.
    assert_eq!(october.iter().filter(|name| name.as_str() >= "shop-20261015").count(), 14);
    assert!(october.iter().all(|name| name.ends_with("-200000.shuke")), "the last of each day: {october:?}");
    assert_eq!(october.len(), 14 + 2, "{october:?}");
}

#[test]
fn a_copy_on_another_disk_is_known_by_its_disk() {
    let mut t = shop();
    copy(&mut t);
    let told = t.ok("shop_info", json!({}));
    assert_eq!((&told["last_backup"], &told["last_off_disk"]), (&json!("2026-11-21T10:00:00+08:00"), &Value::Null));
    // Memory that is mounted as a disk is another disk than the one of the temporary folder, where both are there.
    let Ok(stick) = tempfile::TempDir::new_in("/dev/shm") else { return };
    let made = t.ok("back_up", json!({"folder": stick.path()}));
    let other = made["off_disk"].as_bool().unwrap();
    assert_eq!(t.ok("shop_info", json!({}))["last_off_disk"].is_string(), other);
    assert_eq!(list(&mut t)["copies"].as_array().unwrap().iter().filter(|row| row["off_disk"] == true).count(), usize::from(other));
    // The stick is pulled out: its copy is not listed, but when it was made is still known.
    drop(stick);
    assert_eq!(list(&mut t)["last_off_disk"].is_string(), other);
    assert!(list(&mut t)["copies"].as_array().unwrap().iter().all(|row| row["off_disk"] == false));
}

#[test]
fn after_a_week_the_owner_is_reminded_of_another_disk() {
    let mut t = shop();
    let due = |t: &mut TestShop| t.ok("shop_info", json!({}))["off_disk_due"].clone();
    t.at("2026-11-28T10:00:01+08:00");
    assert_eq!(due(&mut t), false, "nobody is in the book yet");
    t.at("2026-11-21T10:00:00+08:00");
    sale(&mut t, "单晓燕", "1", 100);
    t.at("2026-11-28T10:00:00+08:00");
    assert_eq!(due(&mut t), false);
    t.at("2026-11-28T10:00:01+08:00");
    assert_eq!(due(&mut t), true);
    copy(&mut t);
    assert_eq!(due(&mut t), true, "a copy on this disk is none elsewhere");
}

#[test]
fn a_rehearsal_proves_a_copy_and_changes_neither_it_nor_the_book() {
    let mut t = shop();
    sale(&mut t, "单晓燕", "1", 100);
    let path = copy(&mut t);
    let before = hash(&path);
    t.at("2026-11-23T10:00:00+08:00");
    let proof = t.ok("prove_copy", json!({"path": path}));
    assert_eq!(
        (&proof["ok"], &proof["customers"], &proof["visits"], &proof["total"]),
        (&json!(true), &json!(1), &json!(1), &json!("100.00"))
    );
    assert_eq!(proof["last_visit"], "2026-11-21");
    assert_eq!(list(&mut t)["copies"][0]["proven_at"], "2026-11-23T10:00:00+08:00");
    assert_eq!(hash(&path), before);
    // A page in the middle is turned: the copy is no longer good, and the list says so.
    let mut bytes = std::fs::read(&path).unwrap();
    spoil(&mut bytes);
    std::fs::write(&path, &bytes).unwrap();
    let before = hash(&path);
    // What the page held decides whether it can be opened at all.
    match shuke_core::ops::call(&mut t.shop, "prove_copy", json!({"path": path})) {
        Ok(proof) => assert_eq!((&proof["ok"], &proof["findings"][0]["check"]), (&json!(false), &json!("integrity"))),
        Err(failure) => assert_eq!(failure.code.as_str(), "file_damaged"),
    }
    assert_eq!(list(&mut t)["copies"][0]["proven_at"], Value::Null);
    assert_eq!(hash(&path), before);
    assert_eq!(names(t.folder.path()), ["copies", "shop.shuke", "shop.shuke-journal"]);
    assert!(open(&t, &t.path()).is_err(), "the book stayed open all the while");
}
