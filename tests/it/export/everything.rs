//! Everything goes out and comes back: each row of each fact table is compared over the files themselves, in SQL, not by the code that wrote
//! or read it.

use crate::invented::Invented;
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::{Value, json};
use shuke_core::shop::Shop;
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Tables that are no facts: the history, the log, what the program remembers, secrets.
const OUR_OWN: &[&str] = &[
    "operation",
    "change",
    "change_range",
    "state",
    "week_export",
    "week_delivery",
    "week_correction",
    "credential",
    "throttle",
    "audit",
    "erasure",
    "sqlite_sequence",
];

/// Every row of every table that has to be equal, conclusions among them.
pub fn look(path: &Path) -> BTreeMap<String, Vec<String>> {
    let db = Connection::open(path).unwrap();
    let tables = |sql: &str| {
        let mut statement = db.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(Result::unwrap).collect::<Vec<_>>()
    };
    let mut seen = BTreeMap::new();
    for table in tables("SELECT name FROM sqlite_schema WHERE type = 'table'") {
        if OUR_OWN.contains(&table.as_str()) {
            continue;
        }
        let mut statement = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
        // The day a balance was counted for says nothing of the balance.
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let columns: Vec<usize> = (0..names.len()).filter(|at| names[*at] != "points_on").collect();
        let rows = statement.query_map([], |row| {
            let cells = columns.iter().map(|at| row.get::<_, Cell>(*at).map(|value| format!("{value:?}")));
            Ok(cells.collect::<Result<Vec<_>, _>>()?.join(" | "))
        });
        seen.insert(table, rows.unwrap().map(Result::unwrap).collect());
    }
    seen
}

/// The same of a book that is open, which is closed for it and opened again: nobody else may look into it.
fn look_into(shop: &mut Option<TestShop>) -> BTreeMap<String, Vec<String>> {
    let open = shop.take().unwrap();
    let TestShop { shop: book, clock, folder } = open;
    drop(book);
    let seen = look(&folder.path().join("shop.shuke"));
    let book = Shop::open(&folder.path().join("shop.shuke"), Box::new(Arc::clone(&clock))).unwrap();
    *shop = Some(TestShop { shop: book, clock, folder });
    seen
}

pub fn take_out(from: &mut TestShop) -> PathBuf {
    let done = from.ok("export_everything", json!({"folder": from.folder.path()}));
    PathBuf::from(done["folder"].as_str().unwrap())
}

/// A new book of another trade, with its own rules, on the same day.
pub fn new_book(now: &str) -> TestShop {
    let mut to = shop_with(Trade::Jewellery, false);
    to.at(now);
    to
}

fn now(shop: &TestShop) -> String {
    shuke_core::clock::Clock::utc(&*shop.clock).to_rfc3339()
}

/// Takes everything out of a shop and brings it into a new book, which then is the same.
pub fn round(mut from: TestShop, filled: &[&str]) {
    let folder = take_out(&mut from);
    let now = now(&from);
    let path = from.path();
    drop(from.shop);
    let before = look(&path);
    for table in filled {
        assert!(!before[*table].is_empty(), "{table}: nothing would be compared");
    }
    let mut to = new_book(&now);
    let report = to.ok("import_everything", json!({"folder": folder, "dry_run": false}));
    assert_eq!(report["customers"], before["customer"].len());
    assert_eq!(report["visits"], before["visit"].len());
    assert_eq!(to.ok("check_shop", json!({}))["findings"], json!([]));
    // The rules that were read before are not those that hold now.
    assert_eq!(to.ok("levels_page", json!({}))["levels"].as_array().unwrap().len(), before["level"].len());
    let path = to.path();
    drop(to.shop);
    let after = look(&path);
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (table, rows) in &before {
        let differs: Vec<_> = rows.iter().zip(&after[table]).filter(|(a, b)| a != b).take(3).collect();
        assert!(differs.is_empty(), "{table}: {differs:#?}");
        assert_eq!(rows.len(), after[table].len(), "{table}");
    }
}

/// What hangs on a customer besides her visits, put in by the operations of the counter.
pub fn with_everything_around(t: &mut TestShop) {
    let person = |name: &str, phone: &str| {
        json!({"fields": {"name": name, "phones": [phone, "0571-88001234"], "birthday": {"calendar": "lunar", "month": 6, "day": 12, "leap": false},
            "note": "=不是公式，第一行\n\t第二行 \"引号\"", "referrer": null}, "confirm_phone": true, "answers": [], "tags": ["老客", "=标签"]})
    };
    let one = t.ok("create_customer", person("欧阳静", "13805719999"))["customer"].clone();
    let two = t.ok("create_customer", person("欧阳敏", "13805718888"))["customer"].clone();
    let twin = t.ok("create_customer", person("欧阳静", "+86 138-0571-9999"))["customer"].clone();
    t.ok(
        "save_date",
        json!({"customer": one, "label": "结婚纪念日", "date": {"calendar": "solar", "year": 2015, "month": 5, "day": 20, "leap": false}}),
    );
    t.ok("save_relation", json!({"customer": one, "other": two, "kind": "sibling", "note": "妹妹"}));
    t.ok("save_note", json!({"customer": one, "text": "羊毛过敏", "until": "2027-01-31"}));
    t.ok("save_wish", json!({"customer": one, "style_no": "007", "name": "风衣", "reason": "等降价", "status": "open"}));
    t.ok("save_consent", json!({"customer": one, "purpose": "marketing", "channels": ["wechat"], "given": true, "note": "当面说的"}));
    t.ok("save_consent", json!({"customer": one, "purpose": "marketing", "channels": ["wechat"], "given": false}));
    t.ok("set_contact_wish", json!({"customer": two, "wish": "no_promotion", "note": "只发节日问候"}));
    t.ok("adjust_points", json!({"customer": one, "points": 30, "reason": "补上月的", "expires": true}));
    t.ok("adjust_points", json!({"customer": one, "points": -50, "reason": "多给了", "expires": false}));
    t.ok("merge_customers", json!({"keep": one, "from": twin, "fields": {"name": "欧阳静", "phones": ["13805719999", "0571-88001234"]}}));
    t.ok("set_status", json!({"customer": two, "status": "archived"}));
}

#[test]
fn a_shop_that_lived_comes_back_row_for_row() {
    let mut shop = Invented::new(11, "2026-12-07");
    shop.live(14, 6);
    let mut t = shop.t;
    with_everything_around(&mut t);
    let filled = [
        "customer",
        "phone",
        "customer_tag",
        "important_date",
        "relation",
        "popup_note",
        "wish",
        "consent",
        "contact_wish",
        "visit",
        "visit_line",
        "payment",
        "points_entry",
        "voucher",
        "setting",
        "level",
        "customer_stats",
    ];
    round(t, &filled);
}

#[test]
fn the_demo_shop_comes_back_row_for_row() {
    round(shop_with(Trade::Clothing, true), &["customer", "visit", "points_entry", "profile_value", "tag"]);
}

#[test]
fn bringing_it_back_is_one_entry_of_the_history_and_can_be_taken_back() {
    let mut from = shop();
    with_everything_around(&mut from);
    let folder = take_out(&mut from);
    let mut to = Some(new_book(&now(&from)));
    let before = look_into(&mut to);
    let dry = to.as_mut().unwrap().ok("import_everything", json!({"folder": folder, "dry_run": true}));
    assert_eq!((dry["dry_run"].clone(), dry["customers"].clone()), (json!(true), json!(3)));
    assert_eq!(look_into(&mut to), before, "a dry run changes nothing");
    to.as_mut().unwrap().ok("import_everything", json!({"folder": folder, "dry_run": false}));
    assert_ne!(look_into(&mut to), before);
    let t = to.as_mut().unwrap();
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!(entry["kind"], "import");
    t.ok("undo", json!({"operation": entry["id"]}));
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    assert_eq!(look_into(&mut to), before, "the book is the new one of before, its own rules with it");
}

#[test]
fn it_comes_back_only_into_a_new_book() {
    let mut from = shop();
    with_everything_around(&mut from);
    let folder = take_out(&mut from);
    let request = json!({"folder": folder, "dry_run": false});
    assert_eq!(from.err("import_everything", request.clone()).code.as_str(), "book_not_new");
    let mut to = shop();
    to.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}));
    assert_eq!(to.err("import_everything", request.clone()).code.as_str(), "book_not_new", "her PIN would be somebody else's");
    let mut to = shop();
    let made = json!({"fields": {"name": "王芳", "phones": []}, "confirm_phone": true, "answers": [], "tags": []});
    to.ok("create_customer", made);
    let last = to.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    to.ok("undo", json!({"operation": last}));
    assert_eq!(to.err("import_everything", request).code.as_str(), "book_not_new", "her number would be given to somebody else");
}

#[test]
fn a_folder_that_is_not_as_it_left_is_refused_and_the_file_named() {
    let mut from = shop();
    with_everything_around(&mut from);
    let folder = take_out(&mut from);
    let mut to = Some(new_book(&now(&from)));
    let before = look_into(&mut to);
    let mut refused = |what: &str| {
        let failure = to.as_mut().unwrap().err("import_everything", json!({"folder": folder, "dry_run": false}));
        assert_eq!(look_into(&mut to), before, "{what}");
        (failure.code.as_str(), failure.params.get("file").cloned().unwrap_or_default())
    };
    let phones = folder.join("phone.csv");
    let whole = fs::read(&phones).unwrap();
    let mut turned = whole.clone();
    let last = turned.len() - 3;
    turned[last] ^= 1;
    fs::write(&phones, turned).unwrap();
    assert_eq!(refused("a byte"), ("everything_changed", "phone.csv".to_owned()));
    fs::remove_file(&phones).unwrap();
    assert_eq!(refused("a file"), ("everything_changed", "phone.csv".to_owned()));
    fs::write(&phones, whole).unwrap();

    let list = folder.join("manifest.json");
    let text = fs::read_to_string(&list).unwrap();
    let mut manifest: Value = serde_json::from_str(&text).unwrap();
    manifest["tables"][0]["table"] = json!("../secret");
    fs::write(&list, manifest.to_string()).unwrap();
    assert_eq!(refused("a table of another place").0, "everything_changed");
    let mut manifest: Value = serde_json::from_str(&text).unwrap();
    manifest["schema"] = json!(99);
    fs::write(&list, manifest.to_string()).unwrap();
    assert_eq!(refused("a later version").0, "folder_newer");
    fs::write(&list, "{}").unwrap();
    assert_eq!(refused("another list").0, "not_everything");
    fs::write(&list, text).unwrap();
    to.as_mut().unwrap().ok("import_everything", json!({"folder": folder, "dry_run": false}));
}

#[test]
fn each_export_has_a_folder_of_its_own_and_stands_in_the_log() {
    let mut t = shop();
    with_everything_around(&mut t);
    let (first, second) = (take_out(&mut t), take_out(&mut t));
    assert_ne!(first, second);
    assert_eq!(first.file_name().unwrap().to_str().unwrap(), "熟客全部资料-2026-11-21");
    let left: Vec<_> = fs::read_dir(t.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".making")), "{left:?}");
    // One who only reads finds her by her number beside each row.
    let phones = fs::read_to_string(first.join("phone.csv")).unwrap();
    assert!(phones.lines().next().unwrap().contains("\"customer_id\",\"customer_id.member_no\""), "{phones}");
    assert!(fs::read_to_string(first.join("README.txt")).unwrap().contains("云裳"));
    let log = t.ok("list_audit", json!({"action": "exported", "limit": 5}));
    assert_eq!(log["entries"][0]["kind"], "everything", "{log}");
    let gone = t.folder.path().join("gone");
    assert_eq!(t.err("export_everything", json!({"folder": gone})).code.as_str(), "folder_missing");
}
