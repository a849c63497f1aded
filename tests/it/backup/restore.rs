//! Going back to a copy, looking at it before, and taking that back.

use super::{copy, figures, folder, hash, names, open, sale, spoil};
use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_core::store::upgrade::{APPLICATION_ID, FIRST_SCHEMA, SCHEMA_VERSION};
use shuke_tests::{TestShop, shop};
use std::path::{Path, PathBuf};

/// A book with one sale, a copy of it, and a second sale after that.
fn worked_on() -> (TestShop, PathBuf) {
    let mut t = shop();
    sale(&mut t, "单晓燕", "1", 100);
    let path = copy(&mut t);
    t.at("2026-11-22T11:00:00+08:00");
    sale(&mut t, "曾敏", "2", 50);
    (t, path)
}

#[test]
fn the_preview_says_what_is_in_it_and_what_would_be_lost() {
    let (mut t, path) = worked_on();
    let before = (hash(&path), figures(&mut t));
    let preview = t.ok("preview_restore", json!({"path": path}));
    assert_eq!(preview["shop_name"], "云裳");
    assert_eq!((&preview["customers"], &preview["visits"], &preview["total"]), (&json!(1), &json!(1), &json!("100.00")));
    assert_eq!((&preview["last_visit"], &preview["last_change"]), (&json!("2026-11-21"), &json!("2026-11-21T10:00:00+08:00")));
    assert_eq!((&preview["version"], &preview["is_older"]), (&json!(SCHEMA_VERSION), &json!(false)));
    assert_eq!(preview["same_book"], true);
    assert_eq!(
        preview["lost"],
        json!({"operations": 2, "from": "2026-11-22T11:00:00+08:00", "until": "2026-11-22T11:00:00+08:00", "customers": 1, "visits": 1, "contacts": 0})
    );
    assert_eq!(preview["regained"], 0);
    assert_eq!((hash(&path), figures(&mut t)), before);
    assert_eq!(names(t.folder.path()), ["copies", "shop.shuke", "shop.shuke-journal"], "nothing is left of looking");
}

#[test]
fn a_restore_shows_the_copy_and_can_be_taken_back() {
    let (mut t, path) = worked_on();
    let (now, before) = (figures(&mut t), hash(&path));
    let restored = t.ok("restore", json!({"path": path}));
    assert_eq!((&restored["customers"], &restored["visits"], &restored["total"]), (&json!(1), &json!(1), &json!("100.00")));
    assert_eq!(figures(&mut t), (json!(1), json!(1), json!("100.00")));
    assert_eq!(names(&folder(&t)), ["shop-20261122-110000-aside.shuke"]);
    assert_eq!(hash(&path), before, "the copy is still a copy");
    let note = t.ok("list_backups", json!({}))["restored"].clone();
    assert_eq!(note["from"], "shop-20261121-100000.shuke");
    assert_eq!(t.ok("search", json!({"query": "曾敏", "limit": 5}))["hits"], json!([]));

    // Work goes on, and is set aside in its turn.
    t.at("2026-11-22T12:00:00+08:00");
    sale(&mut t, "仇兰", "3", 7);
    let back = t.ok("undo_restore", json!({}));
    assert_eq!(back["visits"], 2);
    assert_eq!(figures(&mut t), now);
    assert_eq!(names(&folder(&t)), ["shop-20261122-110000-aside.shuke", "shop-20261122-120000-aside.shuke"]);
    let mut t = t.reopen();
    assert_eq!(figures(&mut t), now);
    let again = t.ok("undo_restore", json!({}));
    assert_eq!(again["total"], "107.00", "and that can be taken back as well");
    let mut t = t.reopen();
    assert_eq!(figures(&mut t), (json!(2), json!(2), json!("107.00")));
}

#[test]
fn what_is_known_of_copies_is_not_lost_with_a_restore() {
    let (mut t, path) = worked_on();
    t.at("2026-11-22T11:30:00+08:00");
    let later = copy(&mut t);
    t.ok("restore", json!({"path": path}));
    let told = t.ok("list_backups", json!({}));
    assert_eq!(told["last"], "2026-11-22T11:30:00+08:00");
    let paths: Vec<&Value> = told["copies"].as_array().unwrap().iter().map(|row| &row["path"]).collect();
    assert_eq!(paths, [&json!(later), &json!(path)]);
    assert!(shuke_core::backup::closing(&mut t.shop).unwrap().is_some(), "what was restored is copied in its turn");
}

#[test]
fn a_copy_of_a_later_state_brings_back_what_a_restore_took() {
    let (mut t, first) = worked_on();
    let second = copy(&mut t);
    t.ok("restore", json!({"path": first}));
    let preview = t.ok("preview_restore", json!({"path": second}));
    assert_eq!((&preview["regained"], &preview["lost"]["operations"], &preview["same_book"]), (&json!(2), &json!(0), &json!(true)));
    t.at("2026-11-23T10:00:00+08:00");
    sale(&mut t, "仇兰", "3", 7);
    let preview = t.ok("preview_restore", json!({"path": second}));
    assert_eq!((&preview["regained"], &preview["lost"]["visits"]), (&json!(2), &json!(1)), "both went on from the same state");
}

#[test]
fn another_shops_book_is_said_to_be_another() {
    let (mut t, _) = worked_on();
    let mut other = shop();
    other.at("2026-11-23T10:00:00+08:00");
    other.ok("back_up", json!({"folder": t.folder.path()}));
    let mut other = {
        let folder = tempfile::TempDir::new().unwrap();
        let clock = std::sync::Arc::new(shuke_core::clock::FixedClock::at("2026-11-20T10:00:00+08:00"));
        let new = serde_json::from_value(json!({"name": "别家", "trade": "cafe", "language": "zh-CN", "demo": false})).unwrap();
        let shop = shuke_core::shop::Shop::create(&folder.path().join("shop.shuke"), new, Box::new(std::sync::Arc::clone(&clock))).unwrap();
        TestShop { shop, clock, folder }
    };
    let path = copy(&mut other);
    let preview = t.ok("preview_restore", json!({"path": path}));
    assert_eq!((&preview["same_book"], &preview["shop_name"], &preview["lost"]["visits"]), (&json!(false), &json!("别家"), &json!(2)));
}

/// A copy that something was done to behind the product's back.
fn altered(path: &Path, sql: &str) {
    let db = Connection::open(path).unwrap();
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    db.execute_batch(sql).unwrap();
}

#[test]
fn what_is_no_good_copy_is_refused_and_neither_file_is_touched() {
    let (mut t, good) = worked_on();
    let own = t.folder.path().join("bad.shuke");
    let whole = std::fs::read(&good).unwrap();
    let before = figures(&mut t);
    let page = 4096;
    let mut damaged = whole.clone();
    spoil(&mut damaged);
    let files: [(&str, Vec<u8>, &str); 7] = [
        ("empty", vec![], "file_empty"),
        ("zeroes", vec![0; page], "file_empty"),
        ("foreign", vec![b'x'; 5000], "file_foreign"),
        ("short", whole[..50].to_vec(), "file_short"),
        ("cut", whole[..whole.len() - page].to_vec(), "file_short"),
        ("a page more", [whole.clone(), vec![0; page]].concat(), "file_damaged"),
        ("damaged inside", damaged, "file_damaged"),
    ];
    for (what, bytes, code) in files {
        std::fs::write(&own, bytes).unwrap();
        refused(&mut t, &own, code, what);
    }
    for (what, sql, code) in [
        ("newer", "PRAGMA user_version = 99", "file_newer"),
        ("another application", "PRAGMA application_id = 1", "file_foreign"),
        ("a trigger", "CREATE TRIGGER spy AFTER INSERT ON visit BEGIN DELETE FROM customer; END", "file_damaged"),
        ("a view", "CREATE VIEW everybody AS SELECT * FROM customer", "file_damaged"),
        ("a table", "CREATE TABLE more (x)", "file_damaged"),
        ("a column", "ALTER TABLE customer ADD COLUMN spy TEXT", "file_damaged"),
        ("a payment too much", "INSERT INTO payment (visit_id, method, amount) VALUES (1, 'cash', 1)", "copy_unsound"),
        ("a visit of nobody", "UPDATE visit SET customer_id = 99", "copy_unsound"),
        ("a total that is not that of its lines", "UPDATE visit SET total = total + 1", "copy_unsound"),
    ] {
        std::fs::write(&own, &whole).unwrap();
        altered(&own, sql);
        refused(&mut t, &own, code, what);
    }
    let live = t.path();
    for (path, code) in
        [(t.folder.path().join("gone.shuke"), "file_missing"), (t.folder.path().to_owned(), "file_foreign"), (live, "same_file")]
    {
        for op in ["preview_restore", "restore", "prove_copy"] {
            assert_eq!(t.err(op, json!({"path": path})).code.as_str(), code, "{op} {path:?}");
        }
    }
    #[cfg(unix)]
    {
        let link = t.folder.path().join("link.shuke");
        std::os::unix::fs::symlink(t.path(), &link).unwrap();
        assert_eq!(t.err("restore", json!({"path": link})).code.as_str(), "same_file");
        std::fs::remove_file(&link).unwrap();
        std::fs::hard_link(t.path(), &link).unwrap();
        assert_eq!(t.err("restore", json!({"path": link})).code.as_str(), "same_file");
        std::fs::remove_file(&link).unwrap();
    }
    assert_eq!(figures(&mut t), before);
    std::fs::remove_file(&own).unwrap();
    let mut t = t.reopen();
    assert_eq!(figures(&mut t), before);
}

#[track_caller]
fn refused(t: &mut TestShop, path: &Path, code: &str, what: &str) {
    let before = hash(path);
    for op in ["preview_restore", "restore"] {
        assert_eq!(t.err(op, json!({"path": path})).code.as_str(), code, "{op} {what}");
    }
    assert_eq!(hash(path), before, "{what}");
    assert_eq!(names(t.folder.path()), ["bad.shuke", "copies", "shop.shuke", "shop.shuke-journal"], "{what}");
    assert_eq!(names(&folder(t)), [""; 0], "nothing is set aside for a copy that is refused: {what}");
}

#[test]
fn a_copy_of_an_older_version_is_brought_up_to_date_with_the_restore() {
    let (mut t, _) = worked_on();
    let old = t.folder.path().join("old.shuke");
    let db = Connection::open(&old).unwrap();
    db.execute_batch(FIRST_SCHEMA).unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    db.execute_batch(include_str!("../../fixtures/book-v1.sql")).unwrap();
    db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    db.close().unwrap();
    let before = hash(&old);
    let preview = t.ok("preview_restore", json!({"path": old}));
    assert_eq!((&preview["version"], &preview["is_older"]), (&json!(1), &json!(true)));
    t.ok("restore", json!({"path": old}));
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    assert_eq!(hash(&old), before);
    assert_eq!(names(t.folder.path()), ["copies", "old.shuke", "shop-备份", "shop.shuke", "shop.shuke-journal"]);
}

#[test]
fn without_a_restore_there_is_none_to_take_back() {
    let (mut t, path) = worked_on();
    assert_eq!(t.err("undo_restore", json!({})).code.as_str(), "nothing_restored");
    t.ok("restore", json!({"path": path}));
    let aside = folder(&t).join("shop-20261122-110000-aside.shuke");
    std::fs::remove_file(aside).unwrap();
    assert_eq!(t.ok("list_backups", json!({}))["restored"], Value::Null);
    assert_eq!(t.err("undo_restore", json!({})).code.as_str(), "file_missing");
}

#[test]
fn the_journal_of_a_crash_does_not_come_back_over_what_was_restored() {
    let (mut t, path) = worked_on();
    t.ok("restore", json!({"path": path}));
    let live = t.path();
    let opened = open(&t, &live);
    assert!(opened.is_err(), "it is open here");
    let TestShop { shop, clock, folder } = t;
    drop(shop);
    assert_eq!(names(folder.path()), ["copies", "shop-备份", "shop.shuke"], "one file, no journal");
    let shop = shuke_core::shop::Shop::open(&live, Box::new(std::sync::Arc::clone(&clock))).unwrap();
    let mut t = TestShop { shop, clock, folder };
    assert_eq!(figures(&mut t), (json!(1), json!(1), json!("100.00")));
}

/// An encrypted book with a sale of so many yuan.
fn encrypted(passphrase: &str, yuan: i64) -> TestShop {
    let folder = tempfile::TempDir::new().unwrap();
    let clock = std::sync::Arc::new(shuke_core::clock::FixedClock::at("2026-11-21T10:00:00+08:00"));
    let new = serde_json::from_value(json!({"name": "云裳", "trade": "clothing", "language": "zh-CN", "demo": false})).unwrap();
    let own = std::sync::Arc::clone(&clock);
    let shop = shuke_core::shop::Shop::create_encrypted(&folder.path().join("shop.shuke"), new, passphrase, Box::new(own)).unwrap();
    let mut t = TestShop { shop, clock, folder };
    sale(&mut t, "单晓燕", "1", yuan);
    t
}

#[test]
fn an_encrypted_book_stays_encrypted_whatever_copy_it_goes_back_to() {
    let mut t = encrypted("春天的风铃在响呢", 100);
    let own = copy(&mut t);
    assert!(!std::fs::read(&own).unwrap().starts_with(b"SQLite format 3"));
    t.at("2026-11-21T11:00:00+08:00");
    sale(&mut t, "曾敏", "2", 50);
    assert_eq!(t.ok("preview_restore", json!({"path": own}))["lost"]["visits"], 1);
    assert_eq!(t.ok("prove_copy", json!({"path": own}))["ok"], true);
    t.ok("restore", json!({"path": own}));
    assert_eq!(figures(&mut t), (json!(1), json!(1), json!("100.00")));
    t.ok("undo_restore", json!({}));
    assert_eq!(figures(&mut t), (json!(2), json!(2), json!("150.00")));

    // A copy from before the encryption, and one under another passphrase.
    let kept = t.folder.path().join("plain.shuke");
    let (mut plain, _) = worked_on();
    std::fs::copy(copy(&mut plain), &kept).unwrap();
    let mut other = encrypted("秋天的稻田很香呀", 7);
    t.at("2026-11-23T12:00:00+08:00");
    t.ok("restore", json!({"path": kept}));
    assert_eq!(figures(&mut t).2, json!("150.00"));
    let foreign = copy(&mut other);
    let before = (hash(&foreign), figures(&mut t));
    assert_eq!(t.err("restore", json!({"path": foreign})).code.as_str(), "passphrase_wrong");
    assert_eq!(t.err("restore", json!({"path": foreign, "passphrase": "这一句话不对的"})).code.as_str(), "passphrase_wrong");
    assert_eq!((hash(&foreign), figures(&mut t)), before);
    assert_eq!(t.ok("preview_restore", json!({"path": foreign, "passphrase": "秋天的稻田很香呀"}))["total"], "7.00");
    assert!(!t.folder.path().join("shop.shuke.restoring").exists());

    let live = t.path();
    drop(t.shop);
    assert!(!std::fs::read(&live).unwrap().starts_with(b"SQLite format 3"), "the plain copy was encrypted with the restore");
    assert_eq!(open_error(&live, &t.clock), "passphrase_needed");
}

fn open_error(path: &Path, clock: &std::sync::Arc<shuke_core::clock::FixedClock>) -> String {
    let clock = std::sync::Arc::clone(clock);
    shuke_core::shop::Shop::open(path, Box::new(clock)).map(drop).unwrap_err().code().as_str().to_owned()
}

#[test]
fn whoever_was_erased_since_the_copy_was_made_is_erased_from_it_as_well() {
    let (mut t, path) = worked_on();
    let hits = |t: &mut TestShop| t.ok("search", json!({"query": "单晓燕", "limit": 5}))["hits"].clone();
    let her = hits(&mut t)[0].clone();
    t.ok("erase_customer", json!({"customer": her["id"], "member_no": her["member_no"], "reason": "asked"}));
    t.ok("restore", json!({"path": path}));
    assert_eq!(hits(&mut t), json!([]), "she does not come back with the copy");
    let report = t.ok("check_shop", json!({}));
    assert_eq!((&report["findings"], &report["total"]), (&json!([]), &json!("100.00")), "her sale stays, nobody's");
    let live = t.path();
    drop(t.shop);
    let bytes = std::fs::read(live).unwrap();
    let name = "单晓燕".as_bytes();
    assert!(!bytes.windows(name.len()).any(|window| window == name));
}
