//! A book of an older version is brought up to date at its first opening, and kept as it was beside that.

use rusqlite::Connection;
use serde_json::json;
use shuke_core::clock::FixedClock;
use shuke_core::shop::Shop;
use shuke_core::store::upgrade::{APPLICATION_ID, FIRST_SCHEMA, SCHEMA_VERSION, SECOND_STEP, THIRD_STEP};
use shuke_tests::TestShop;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// The schema of an older version, on a connection.
fn older(db: &Connection, version: i32) {
    db.execute_batch(FIRST_SCHEMA).unwrap();
    if version > 1 {
        db.execute_batch(SECOND_STEP).unwrap();
    }
    if version > 2 {
        db.execute_batch(THIRD_STEP).unwrap();
    }
}

/// Every row of every table that a version had, as text.
fn rows(path: &Path, version: i32) -> BTreeMap<String, Vec<String>> {
    let first = Connection::open_in_memory().unwrap();
    older(&first, version);
    let mut statement = first.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let db = Connection::open(path).unwrap();
    let mut all = BTreeMap::new();
    for table in tables {
        let known = first.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let known = known.column_names().collect::<Vec<_>>().join(", ");
        let mut statement = db.prepare(&format!("SELECT {known} FROM {table} ORDER BY 1")).unwrap();
        let width = statement.column_count();
        let lines = statement
            .query_map([], |row| Ok((0..width).map(|i| format!("{:?}", row.get_ref(i).unwrap())).collect::<Vec<_>>().join("|")))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        all.insert(table, lines);
    }
    all
}

fn book(folder: &TempDir, version: i32, content: &str) -> PathBuf {
    let path = folder.path().join("shop.shuke");
    let db = Connection::open(&path).unwrap();
    older(&db, version);
    // The rows come table by table, so that some point at rows that follow.
    db.pragma_update(None, "foreign_keys", false).unwrap();
    db.execute_batch(content).unwrap();
    db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    db.pragma_update(None, "user_version", version).unwrap();
    path
}

fn first_book(folder: &TempDir) -> PathBuf {
    book(folder, 1, include_str!("../../fixtures/book-v1.sql"))
}

fn version_of(path: &Path) -> i32 {
    Connection::open(path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

/// Opens an older book, which brings it up to date, asks what a shop asks, and closes it.
fn open_and_ask(path: &Path, folder: TempDir) -> TempDir {
    let clock = Arc::new(FixedClock::at("2026-11-22T10:00:00+08:00"));
    let shop = Shop::open(path, Box::new(Arc::clone(&clock))).unwrap();
    let mut t = TestShop { shop, clock, folder };
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    let page = t.ok("customer_page", json!({"customer": 1}));
    assert_eq!(page["figures"]["net_spend"], "680.00");
    // What the new version brings is there.
    let segments = t.ok("list_segments", json!({}))["segments"].clone();
    assert_eq!(segments.as_array().unwrap().len(), 9);
    for segment in segments.as_array().unwrap() {
        assert_eq!(t.ok("preview_segment", json!({"filter": segment["filter"]}))["of"], 1);
    }
    let TestShop { shop, folder, .. } = t;
    drop(shop);
    folder
}

#[test]
fn a_book_of_the_first_version_keeps_every_row() {
    let folder = TempDir::new().unwrap();
    let path = first_book(&folder);
    let before = rows(&path, 1);
    let folder = open_and_ask(&path, folder);

    assert_eq!(rows(&path, 1), before);
    assert_eq!(version_of(&path), SCHEMA_VERSION);
    // The copy is the old book, whole, under a name that says so.
    let kept = folder.path().join("shop-v1.shuke");
    assert_eq!(rows(&kept, 1), before);
    assert_eq!(version_of(&kept), 1);
}

#[test]
fn a_book_of_the_second_version_keeps_every_row() {
    let folder = TempDir::new().unwrap();
    let path = book(&folder, 2, include_str!("../../fixtures/book-v2.sql"));
    let before = rows(&path, 2);
    assert!(
        ["contact", "consent", "complaint", "event", "follow_up", "care_rule", "care_decision"]
            .iter()
            .all(|table| !before[*table].is_empty())
    );
    let folder = open_and_ask(&path, folder);

    assert_eq!(rows(&path, 2), before);
    assert_eq!(version_of(&path), SCHEMA_VERSION);
    let kept = folder.path().join("shop-v2.shuke");
    assert_eq!(rows(&kept, 2), before);
    assert_eq!(version_of(&kept), 2);
    // Opened again it is up to date, and no other copy is made.
    let folder = open_and_ask(&path, folder);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_book_of_the_third_version_keeps_every_row() {
    let folder = TempDir::new().unwrap();
    let path = book(&folder, 3, include_str!("../../fixtures/book-v3.sql"));
    let before = rows(&path, 3);
    assert!(["segment", "spot_check", "spot_check_item", "spot_check_answer"].iter().all(|table| !before[*table].is_empty()));
    let folder = open_and_ask(&path, folder);

    assert_eq!(rows(&path, 3), before);
    assert_eq!(version_of(&path), SCHEMA_VERSION);
    let kept = folder.path().join("shop-v3.shuke");
    assert_eq!(rows(&kept, 3), before);
    assert_eq!(version_of(&kept), 3);
}

#[test]
fn without_a_copy_nothing_is_changed() {
    let folder = TempDir::new().unwrap();
    let path = first_book(&folder);
    for n in 1..=99 {
        let name = if n == 1 { "shop-v1.shuke".to_owned() } else { format!("shop-v1-{n}.shuke") };
        std::fs::write(folder.path().join(name), b"somebody's own file").unwrap();
    }
    let before = rows(&path, 1);
    let refused = Shop::open(&path, Box::new(FixedClock::at("2026-11-22T10:00:00+08:00")));
    assert!(refused.is_err());
    assert_eq!(rows(&path, 1), before);
    assert_eq!(std::fs::read(folder.path().join("shop-v1.shuke")).unwrap(), b"somebody's own file");
    let version: i32 = Connection::open(&path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 1);
}

#[test]
fn an_older_book_with_something_strange_in_it_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = first_book(&folder);
    let db = Connection::open(&path).unwrap();
    db.execute_batch("CREATE TRIGGER strange AFTER INSERT ON visit BEGIN DELETE FROM visit; END").unwrap();
    drop(db);
    assert!(Shop::open(&path, Box::new(FixedClock::at("2026-11-22T10:00:00+08:00"))).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no copy is made of what is not ours");
}
