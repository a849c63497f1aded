//! What an older version took out comes back as far as its tables go, by the steps that an older book takes; what a later one took out is
//! refused.

use crate::everything::{look, new_book, take_out, with_everything_around};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, named_params};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shuke_core::clock::FixedClock;
use shuke_core::shop::Shop;
use shuke_core::store::upgrade::{APPLICATION_ID, FIRST_SCHEMA, SCHEMA_VERSION, SECOND_STEP, THIRD_STEP};
use shuke_core::wire::settings::{Language, Trade};
use shuke_core::wire::shop::NewShop;
use shuke_tests::{TestShop, shop};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

const NOW: &str = "2026-11-22T10:00:00+08:00";

/// The steps to a version, and the rows of a small book as it wrote them.
fn of_version(version: usize) -> (String, &'static str) {
    let steps = [FIRST_SCHEMA, SECOND_STEP, THIRD_STEP];
    let books = [
        include_str!("../../fixtures/book-v1.sql"),
        include_str!("../../fixtures/book-v2.sql"),
        include_str!("../../fixtures/book-v3.sql"),
    ];
    (steps[..version].concat(), books[version - 1])
}

/// The book of an older version, brought up to date by being opened.
fn upgraded(version: usize) -> TestShop {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shop.shuke");
    let db = Connection::open(&path).unwrap();
    let (schema, rows) = of_version(version);
    db.execute_batch(&schema).unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    db.execute_batch(rows).unwrap();
    db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    db.pragma_update(None, "user_version", i32::try_from(version).unwrap()).unwrap();
    drop(db);
    let clock = Arc::new(FixedClock::at(NOW));
    let shop = Shop::open(&path, Box::new(Arc::clone(&clock))).unwrap();
    TestShop { shop, clock, folder }
}

/// The columns of each table of a version.
fn columns_of(version: usize) -> BTreeMap<String, BTreeSet<String>> {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(&of_version(version).0).unwrap();
    let mut statement =
        db.prepare("SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'").unwrap();
    let mut columns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    for (table, column) in rows.map(Result::unwrap) {
        columns.entry(table).or_default().insert(column);
    }
    columns
}

/// Makes of a folder what an older version would have written: without the tables and columns that it did not have.
fn as_of(folder: &Path, version: usize) {
    let known = columns_of(version);
    let list = folder.join("manifest.json");
    let mut manifest: Value = serde_json::from_str(&fs::read_to_string(&list).unwrap()).unwrap();
    manifest["schema"] = json!(version);
    let mut tables = Vec::new();
    for mut table in manifest["tables"].as_array().unwrap().clone() {
        let name = table["table"].as_str().unwrap().to_owned();
        let path = folder.join(format!("{name}.csv"));
        let Some(columns) = known.get(&name) else {
            fs::remove_file(path).unwrap();
            continue;
        };
        let text = fs::read_to_string(&path).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let kept: Vec<usize> = (0..rows[0].len()).filter(|at| columns.contains(rows[0][*at].split('.').next().unwrap())).collect();
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{FEFF}".as_bytes().to_vec());
        rows.iter().for_each(|row| writer.write_record(kept.iter().map(|at| &row[*at])).unwrap());
        let bytes = writer.into_inner().unwrap();
        table["bytes"] = json!(bytes.len());
        table["sha256"] = json!(Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        fs::write(&path, bytes).unwrap();
        tables.push(table);
    }
    manifest["tables"] = json!(tables);
    fs::write(&list, manifest.to_string()).unwrap();
}

fn same(before: &BTreeMap<String, Vec<String>>, after: &BTreeMap<String, Vec<String>>, what: &str) {
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (table, rows) in before {
        assert_eq!(rows, &after[table], "{what}: {table}");
    }
}

#[test]
fn what_each_older_version_would_have_taken_out_comes_back_as_its_book_does() {
    for version in 1..4 {
        let mut from = upgraded(version);
        let folder = take_out(&mut from);
        as_of(&folder, version);
        let path = from.path();
        drop(from.shop);
        let before = look(&path);
        let was = columns_of(version);
        assert!(was.contains_key("care_rule") == (version > 1) && was.contains_key("segment") == (version > 2));
        assert!(!before["care_rule"].is_empty() && !before["segment"].is_empty(), "what came later is there too");

        let mut to = new_book(NOW);
        let dry = to.ok("import_everything", json!({"folder": folder, "dry_run": true}));
        assert_eq!((&dry["customers"], &dry["visits"]), (&json!(before["customer"].len()), &json!(before["visit"].len())));
        to.ok("import_everything", json!({"folder": folder, "dry_run": false}));
        assert_eq!(to.ok("check_shop", json!({}))["findings"], json!([]));
        assert_eq!(to.ok("customer_page", json!({"customer": 1}))["figures"]["net_spend"], "680.00");
        // It is one entry of the history; taken back, the book is as new.
        let entry = to.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
        let (path, around) = (to.path(), to.folder);
        drop(to.shop);
        same(&before, &look(&path), &format!("version {version}"));
        let left: Vec<_> = fs::read_dir(around.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert!(left.iter().all(|name| !name.to_string_lossy().contains("coming-back")), "{left:?}");
        let clock = Arc::new(FixedClock::at(NOW));
        let book = Shop::open(&path, Box::new(Arc::clone(&clock))).unwrap();
        let mut again = TestShop { shop: book, clock, folder: around };
        again.ok("undo", json!({"operation": entry}));
        assert_eq!(again.ok("check_shop", json!({}))["findings"], json!([]));
        assert_eq!(again.ok("check_shop", json!({}))["customers"], 0);
    }
}

#[test]
fn a_folder_that_only_says_it_is_older_is_refused_because_something_would_be_lost() {
    let mut from = shop();
    with_everything_around(&mut from);
    let folder = take_out(&mut from);
    let list = folder.join("manifest.json");
    let text = fs::read_to_string(&list).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    let mut to = new_book(NOW);
    let mut said = |schema: Value| {
        let mut manifest = manifest.clone();
        manifest["schema"] = schema;
        fs::write(&list, manifest.to_string()).unwrap();
        let failure = to.err("import_everything", json!({"folder": folder, "dry_run": false}));
        assert_eq!(to.ok("check_shop", json!({}))["customers"], 0);
        (failure.code.as_str(), failure.params.get("file").cloned().unwrap_or_default())
    };
    // The second version had no column for the wording of a consent, the first no consents, and none had a version of nothing.
    assert_eq!(said(json!(3)), ("everything_changed", "consent.csv".to_owned()));
    assert_eq!(said(json!(1)).0, "everything_changed");
    assert_eq!(said(json!(0)).0, "not_everything");
    assert_eq!(said(json!("4")).0, "not_everything");
    fs::write(&list, text).unwrap();
    to.ok("import_everything", json!({"folder": folder, "dry_run": false}));
}

#[test]
fn a_list_of_a_later_version_is_known_for_one_whatever_else_it_says() {
    let folder = TempDir::new().unwrap();
    let list = json!({"kind": "shuke-everything", "schema": SCHEMA_VERSION + 1, "parts": {"customer": [1, 2]}, "when": 7});
    fs::write(folder.path().join("manifest.json"), list.to_string()).unwrap();
    let refused = shop().err("import_everything", json!({"folder": folder.path(), "dry_run": true}));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("folder_newer", Some("folder")));
}

#[test]
fn into_an_encrypted_book_it_comes_without_lying_plain_beside_it() {
    let mut from = upgraded(3);
    let folder = take_out(&mut from);
    as_of(&folder, 3);
    let at = TempDir::new().unwrap();
    let path = at.path().join("shop.shuke");
    // What a crash left behind is taken away at the next opening, and does not stand in the way.
    let left = at.path().join("shop.shuke.coming-back");
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
    let book = Shop::create_encrypted(&path, new, "紫藤 花下 三更 听雨", Box::new(FixedClock::at(NOW))).unwrap();
    fs::write(&left, b"half of a file").unwrap();
    let mut to = TestShop { shop: book, clock: Arc::new(FixedClock::at(NOW)), folder: at };
    to.ok("import_everything", json!({"folder": folder, "dry_run": false}));
    assert_eq!(to.ok("check_shop", json!({}))["findings"], json!([]));
    assert!(!left.exists());
    let TestShop { shop, folder: at, .. } = to;
    drop(shop);
    fs::write(&left, b"half of a file").unwrap();
    let unlock = shuke_core::encryption::Unlock::Passphrase("紫藤 花下 三更 听雨".to_owned().into());
    drop(Shop::open_with(&path, &unlock, Box::new(FixedClock::at(NOW))).unwrap());
    assert!(!left.exists());
    drop(at);
}

/// What a cell of a folder says, as the book holds it. Read here by the test's own rules: yuan with two places are fen, an instant is
/// milliseconds, and of a text one apostrophe is the guard against formulas.
fn held(cell: &str, is_text: bool, is_needed: bool) -> Cell {
    match (cell, is_text) {
        ("", _) => {
            if is_text && is_needed {
                Cell::Text(String::new())
            } else {
                Cell::Null
            }
        }
        (text, true) => Cell::Text(text.strip_prefix('\'').unwrap_or(text).to_owned()),
        (number, false) => Cell::Integer(match chrono::DateTime::parse_from_rfc3339(number) {
            Ok(at) => at.timestamp_millis(),
            Err(_) => number.replace('.', "").parse().unwrap(),
        }),
    }
}

/// The folder was taken out by version 4 and is never made anew: every later version has to read it back as this one does. A later one that
/// takes a table or column away says here what became of it.
#[test]
fn the_folder_that_version_4_took_out_comes_back_with_every_cell() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/everything-v4");
    let mut to = new_book("2026-11-24T10:00:00+08:00");
    to.ok("import_everything", json!({"folder": folder, "dry_run": false}));
    assert_eq!(to.ok("check_shop", json!({}))["findings"], json!([]));
    // What was bought twice and brought back once; what both clocks and hands did to the points; one of three namesakes was joined.
    let page = to.ok("customer_page", json!({"customer": 2}));
    assert_eq!(page["customer"]["fields"]["name"], "欧阳静");
    assert_eq!(page["figures"]["net_spend"], "299.90");
    assert_eq!(to.ok("points_page", json!({"customer": 2}))["balance"], 279);
    assert_eq!(to.ok("customer_page", json!({"customer": 3}))["figures"]["net_spend"], "2000.00");
    let path = to.path();
    drop(to.shop);

    let db = Connection::open(path).unwrap();
    let list: Value = serde_json::from_str(&fs::read_to_string(folder.join("manifest.json")).unwrap()).unwrap();
    let tables = list["tables"].as_array().unwrap();
    assert!(tables.len() > 40, "every fact table of that version has a row");
    for table in tables {
        let name = table["table"].as_str().unwrap();
        let text = fs::read_to_string(folder.join(format!("{name}.csv"))).unwrap();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let headings = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let count: i64 = db.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).unwrap();
        assert_eq!((json!(count), json!(rows.len())), (table["rows"].clone(), table["rows"].clone()), "{name}");
        for (at, column) in headings.iter().enumerate().filter(|(_, heading)| !heading.contains('.')) {
            let (kind, is_needed): (String, bool) = db
                .query_row(
                    "SELECT type, \"notnull\" OR pk > 0 FROM pragma_table_info(:table) WHERE name = :column",
                    named_params! {":table": name, ":column": column},
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .unwrap_or_else(|_| panic!("{name}.{column} is no column any more"));
            for row in &rows {
                let id: i64 = row[0].parse().unwrap();
                let sql = format!("SELECT {column} FROM {name} WHERE id = :id");
                let there: Cell = db.query_row(&sql, named_params! {":id": id}, |row| row.get(0)).unwrap();
                assert_eq!(there, held(&row[at], kind == "TEXT", is_needed), "{name}.{column} of {id}");
            }
        }
    }
}
