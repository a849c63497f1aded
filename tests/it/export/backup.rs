//! `back_up`: a copy is done only when it was opened again and counted.

use crate::broken::{SOUND, meddle};
use serde_json::{Value, json};
use shuke_core::clock::FixedClock;
use shuke_core::shop::Shop;
use shuke_tests::{TestShop, shop};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn copies(t: &TestShop) -> PathBuf {
    let folder = t.folder.path().join("copies");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_copy_opens_as_the_same_shop_and_is_noted() {
    let mut t = meddle(shop(), SOUND);
    let folder = copies(&t);
    assert_eq!(t.ok("shop_info", json!({}))["last_backup"], Value::Null);
    let copy = t.ok("back_up", json!({"folder": folder}));
    assert_eq!(copy["file_name"], "shop-20261121-100000.shuke");
    assert_eq!((&copy["customers"], &copy["visits"], &copy["total"]), (&json!(2), &json!(3), &json!("370.00")));
    assert_eq!(copy["bytes"], std::fs::metadata(copy["path"].as_str().unwrap()).unwrap().len());
    assert_eq!(t.ok("shop_info", json!({}))["last_backup"], "2026-11-21T10:00:00+08:00");
    assert!(!t.ok("list_history", json!({"limit": 1}))["entries"].as_array().unwrap().iter().any(|e| e["kind"] == "back_up"));

    let path = PathBuf::from(copy["path"].as_str().unwrap());
    let opened = Shop::open(&path, Box::new(Arc::new(FixedClock::at("2026-11-21T10:00:00+08:00")))).unwrap();
    let mut opened = TestShop { shop: opened, clock: Arc::clone(&t.clock), folder: tempfile::TempDir::new().unwrap() };
    for op in ["check_shop", "list_fields", "list_tags"] {
        assert_eq!(opened.ok(op, json!({})), t.ok(op, json!({})), "{op}");
    }
    assert_eq!(opened.ok("list_history", json!({"limit": 50})), t.ok("list_history", json!({"limit": 50})));
}

#[cfg(unix)]
#[test]
fn a_copy_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let mut t = shop();
    let copy = t.ok("back_up", json!({"folder": copies(&t)}));
    let mode = std::fs::metadata(copy["path"].as_str().unwrap()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn an_older_copy_is_never_written_over() {
    let mut t = shop();
    let folder = copies(&t);
    for _ in 0..3 {
        t.ok("back_up", json!({"folder": folder}));
    }
    assert_eq!(names(&folder), ["shop-20261121-100000-2.shuke", "shop-20261121-100000-3.shuke", "shop-20261121-100000.shuke"]);
}

#[test]
fn a_folder_that_is_gone_no_folder_or_not_ours_is_refused_and_nothing_is_noted() {
    let mut t = shop();
    let file = t.folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    for (folder, code) in [
        (json!(t.folder.path().join("gone")), "folder_missing"),
        (json!(file), "folder_missing"),
        (json!(""), "required"),
        (json!("/sys"), "file_read_only"),
    ] {
        let failure = t.err("back_up", json!({"folder": folder}));
        assert_eq!(failure.code.as_str(), code, "{folder}");
    }
    assert_eq!(t.ok("shop_info", json!({}))["last_backup"], Value::Null);
}

#[test]
fn a_book_that_is_not_sound_is_not_said_to_be_copied_whole() {
    // The copy carries the damage along, so it fails its own check.
    let mut t = meddle(shop(), &format!("{SOUND} UPDATE payment SET visit_id = 99 WHERE id = 4"));
    let folder = copies(&t);
    assert_eq!(t.err("back_up", json!({"folder": folder})).code.as_str(), "copy_not_whole");
    assert_eq!(names(&folder), [] as [&str; 0]);
    assert_eq!(t.ok("shop_info", json!({}))["last_backup"], Value::Null);
}
