//! What happens to the file under the open book is noticed before the next save.

use super::{figures, hash, open, sale};
use serde_json::json;
use shuke_core::error::Code;
use shuke_tests::{TestShop, shop};

fn book() -> TestShop {
    let mut t = shop();
    sale(&mut t, "单晓燕", "1", 100);
    t
}

#[track_caller]
fn not_saved(t: &mut TestShop, code: &str) {
    let fields = json!({"name": "曾敏", "phones": []});
    let failure = t.err("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
    assert_eq!(failure.code.as_str(), code);
}

#[cfg(unix)]
#[test]
fn a_file_that_was_renamed_or_deleted_takes_no_save_and_work_goes_on_when_it_is_back() {
    let mut t = book();
    let elsewhere = t.folder.path().join("elsewhere.shuke");
    std::fs::rename(t.path(), &elsewhere).unwrap();
    not_saved(&mut t, "file_gone");
    // Reading goes on, and a copy elsewhere can still be made: nothing is lost.
    assert_eq!(t.ok("shop_size", json!({}))["visits"], 1);
    let copies = t.folder.path().join("copies");
    std::fs::create_dir(&copies).unwrap();
    let made = t.ok("back_up", json!({"folder": copies}));
    assert_eq!(made["visits"], 1);
    assert!(!t.path().exists(), "no new file was made under the old name");
    std::fs::rename(&elsewhere, t.path()).unwrap();
    sale(&mut t, "曾敏", "2", 50);
    let mut t = t.reopen();
    assert_eq!(figures(&mut t), (json!(2), json!(2), json!("150.00")));
}

#[cfg(unix)]
#[test]
fn a_file_that_was_replaced_takes_no_save_and_neither_gets_the_others_data() {
    for nth in 0..10 {
        let mut t = book();
        let (path, mine, other) = (t.path(), t.folder.path().join("mine.shuke"), t.folder.path().join("other.shuke"));
        {
            let mut stranger = shop();
            sale(&mut stranger, "别家的客人", "x", 999);
            let copied = super::copy(&mut stranger);
            std::fs::copy(copied, &other).unwrap();
        }
        let before = hash(&other);
        std::fs::rename(&path, &mine).unwrap();
        std::fs::rename(&other, &path).unwrap();
        not_saved(&mut t, "file_replaced");
        not_saved(&mut t, "file_replaced");
        // Mine is what is open: reading it as a copy would drop the lock on it.
        for op in ["preview_restore", "prove_copy", "restore"] {
            assert_eq!(t.err(op, json!({"path": mine})).code, Code::FileReplaced, "{nth}");
        }
        std::fs::rename(&path, &other).unwrap();
        std::fs::rename(&mine, &path).unwrap();
        assert_eq!(hash(&other), before, "{nth}");
        sale(&mut t, "曾敏", "2", 50);
        let mut t = t.reopen();
        assert_eq!(figures(&mut t), (json!(2), json!(2), json!("150.00")), "{nth}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_was_made_read_only_takes_no_save() {
    use std::os::unix::fs::PermissionsExt;
    let mut t = book();
    std::fs::set_permissions(t.path(), std::fs::Permissions::from_mode(0o400)).unwrap();
    not_saved(&mut t, "file_read_only");
    assert_eq!(t.ok("shop_size", json!({}))["customers"], 1);
    std::fs::set_permissions(t.path(), std::fs::Permissions::from_mode(0o600)).unwrap();
    sale(&mut t, "曾敏", "2", 50);
    assert_eq!(figures(&mut t).1, json!(2));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_has_its_own_message() {
    use std::os::unix::fs::PermissionsExt;
    let t = book();
    let TestShop { shop, clock, folder } = t;
    drop(shop);
    let path = folder.path().join("shop.shuke");
    let before = hash(&path);
    let mode = |mode| std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o500);
    let refused = shuke_core::shop::Shop::open(&path, Box::new(std::sync::Arc::clone(&clock))).map(drop).unwrap_err().code();
    mode(0o700);
    assert_eq!(refused, Code::FolderReadOnly);
    assert_eq!(hash(&path), before);
}

#[test]
fn a_second_start_is_told_that_the_book_is_in_use() {
    let mut t = book();
    assert_eq!(open(&t, &t.path()).map(drop).unwrap_err(), Code::FileBusy);
    sale(&mut t, "曾敏", "2", 50);
    assert_eq!(figures(&mut t).1, json!(2));
}

#[test]
fn a_visit_sent_twice_is_recorded_once() {
    let mut t = book();
    let lines = json!([{"style_no": "A1", "qty": 1, "price": "7.00"}]);
    let request = json!({"receipt": "receipt-again", "visit": {"customer": 1, "kind": "purchase", "lines": lines}});
    let first = t.ok("record_visit", request.clone());
    let mut t = t.reopen();
    let second = t.ok("record_visit", request);
    assert_eq!(first["visit"], second["visit"]);
    assert_eq!(figures(&mut t).1, json!(2));
}

#[test]
fn the_screen_is_told_on_what_kind_of_disk_the_book_lies() {
    let mut t = shop();
    let told = t.ok("shop_info", json!({}));
    assert_eq!((&told["place"], &told["place_name"], &told["clock"]), (&json!("local"), &json!(null), &json!(null)));
    let cloud = t.folder.path().join("OneDrive - 云裳");
    std::fs::create_dir(&cloud).unwrap();
    let path = std::path::PathBuf::from(t.ok("back_up", json!({"folder": cloud}))["path"].as_str().unwrap());
    let shop = open(&t, &path).unwrap();
    let mut there = TestShop { shop, clock: std::sync::Arc::clone(&t.clock), folder: tempfile::TempDir::new().unwrap() };
    let told = there.ok("shop_info", json!({}));
    assert_eq!((&told["place"], &told["place_name"]), (&json!("sync"), &json!("OneDrive")));
}
