//! The audit log: what stands in it, that it is only added to, and that what is done to the file from outside is found.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use serde_json::{Value, json};
use shuke_core::clock::FixedClock;
use shuke_core::ops;
use shuke_core::shop::Shop;
use shuke_tests::{TestShop, shop};
use std::path::Path;
use std::time::Duration;

fn sale(customer: i64, n: i64, day: &str) -> Value {
    json!({"receipt": format!("receipt-{n:04}"), "visit": {
        "customer": customer, "kind": "purchase", "day": day, "time": format!("10:{:02}", n % 60),
        "lines": [
            {"style_no": format!("A-{n}"), "name": "风衣", "qty": 1, "price": "680.00"},
            {"style_no": format!("B-{n}"), "name": "丝巾", "qty": 2, "price": format!("{}.00", 100 + n)},
        ],
        "payments": [{"method": "cash", "amount": format!("{}.00", 680 + 2 * (100 + n))}],
    }})
}

/// A book in which sales were made, corrected, voided, taken back and done again.
fn book() -> TestShop {
    let mut t = shop();
    t.ok("save_staff", json!({"name": "小林", "role": "clerk", "is_active": true}));
    for (n, name) in ["单姐", "王姐", "李姐"].iter().enumerate() {
        let fields = json!({"name": name, "phones": [format!("1380000000{n}")]});
        t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": ["老客"]}));
    }
    for n in 0..12 {
        t.ok("record_visit", sale(1 + n % 3, n, "2026-11-20"));
    }
    t.ok("void_visit", json!({"visit": 3, "reason": "记错了"}));
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    let undone = t.ok("undo", json!({"operation": last}))["operation"].clone();
    t.ok("undo", json!({"operation": undone}));
    t.ok("log_contact", json!({"customers": [1, 2], "channel": "phone", "direction": "out", "purpose": "service", "outcome": "reached"}));
    t.ok("customer_page", json!({"customer": 2}));
    t.ok("adjust_points", json!({"customer": 1, "points": 50, "reason": "补", "expires": false}));
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    t
}

fn actions(t: &mut TestShop, filter: Value) -> Vec<String> {
    let page = t.ok("list_audit", filter);
    page["entries"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap().to_owned()).collect()
}

/// An operation of a hundred changes and more is read in another way than a smaller one.
#[test]
fn the_log_vouches_for_operations_of_any_size() {
    let mut t = book();
    let lines = |n: usize| -> Value { (0..n).map(|at| json!({"style_no": format!("A-{at}"), "qty": 1, "price": "3.00"})).collect() };
    let visit = |n: usize| json!({"customer": 1, "kind": "purchase", "lines": lines(n)});
    for n in (90..=102).chain([200]) {
        let saved = t.ok("record_visit", json!({"receipt": format!("receipt-of-{n}"), "visit": visit(n)}));
        t.ok("correct_visit", json!({"visit": saved["visit"], "corrected": visit(n / 2), "reason": "少了"}));
        let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
        t.ok("undo", json!({"operation": last}));
    }
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn the_log_says_who_did_what() {
    let mut t = book();
    let folder = t.folder.path().to_string_lossy().into_owned();
    t.ok("export_table", json!({"table": "customers", "path": format!("{folder}/客户.csv")}));
    t.ok("back_up", json!({"folder": folder}));
    t.ok("set_secret", json!({"staff": 1, "secret": "春天的云裳开门了"}));
    t.ok("unlock", json!({"staff": 2}));
    t.ok("customer_page", json!({"customer": 1}));
    t.ok("lock", json!({}));
    t.err("unlock", json!({"staff": 1, "secret": "不对不对不对不对"}));
    t.ok("unlock", json!({"staff": 1, "secret": "春天的云裳开门了"}));
    let expected = ["unlocked", "refused", "locked", "viewed", "unlocked", "unlocked", "secret_set", "backed_up", "exported"];
    assert_eq!(actions(&mut t, json!({"limit": 9})), expected);
    let page = t.ok("list_audit", json!({"action": "exported", "limit": 9}));
    let export = &page["entries"][0];
    assert_eq!((&export["kind"], &export["rows"], &export["file"]), (&json!("customers"), &json!(3), &json!("csv")));
    let viewed = t.ok("list_audit", json!({"action": "viewed", "staff": 2, "limit": 9}))["entries"].clone();
    assert_eq!((viewed.as_array().unwrap().len(), &viewed[0]["customer_name"], &viewed[0]["by"]), (1, &json!("单姐"), &json!("小林")));
    let changed = t.ok("list_audit", json!({"action": "changed", "limit": 1}));
    assert_eq!((&changed["entries"][0]["kind"], &changed["more"]), (&json!("adjust_points"), &json!(true)));
    // Ids and counts: not a name stands in the log itself.
    let path = t.path();
    drop(t.shop);
    let db = Connection::open(path).unwrap();
    let mut statement = db.prepare("SELECT coalesce(kind, '') || coalesce(detail, '') FROM audit").unwrap();
    let texts: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(texts.iter().all(|text| ["单姐", "王姐", "李姐", "1380000", "客户"].iter().all(|name| !text.contains(name))));
}

#[test]
fn a_view_waits_in_memory_for_the_next_write_and_for_half_a_minute_at_most() {
    let mut t = book();
    let rows = |path: &Path| -> i64 {
        let db = Connection::open(path).unwrap();
        db.query_row("SELECT count(*) FROM audit WHERE action = 'viewed'", [], |row| row.get(0)).unwrap()
    };
    let seen = |t: &mut TestShop| {
        let copy = t.folder.path().join("copy");
        std::fs::create_dir_all(&copy).unwrap();
        // A clean exit is not waited for: the copy is what is in the file now.
        t.ok("back_up", json!({"folder": copy.to_string_lossy()}))["path"].as_str().map(|path| rows(Path::new(path))).unwrap()
    };
    // Of the shop that was just made one page was opened, and a write came after it.
    assert_eq!(seen(&mut t), 1);
    t.ok("customer_page", json!({"customer": 1}));
    t.ok("customer_page", json!({"customer": 1}));
    assert_eq!(seen(&mut t), 1, "it waits");
    t.ok("customer_page", json!({"customer": 3}));
    t.clock.pass(Duration::from_secs(29));
    t.shop.tick().unwrap();
    // The note of the copy above took the first along.
    assert_eq!(seen(&mut t), 2);
    // The page is the same view for ten minutes; after that it is another.
    t.ok("customer_page", json!({"customer": 2}));
    assert_eq!(seen(&mut t), 3);
    t.clock.pass(Duration::from_secs(3600));
    t.ok("customer_page", json!({"customer": 2}));
    t.clock.pass(Duration::from_secs(30));
    t.shop.tick().unwrap();
    assert_eq!(seen(&mut t), 4);
    let path = t.path();
    t.clock.pass(Duration::from_secs(3600));
    t.ok("customer_page", json!({"customer": 2}));
    drop(t.shop);
    assert_eq!(rows(&path), 5, "closing takes the rest along");
}

#[test]
fn the_head_on_the_manifest_stays_with_the_week() {
    let mut t = book();
    t.at("2026-11-24T10:00:00+08:00");
    let manifest = |t: &mut TestShop, to: &str| {
        let folder = t.folder.path().join(to);
        std::fs::create_dir_all(&folder).unwrap();
        let done = t.ok("export_week", json!({"week": "2026-W47", "folder": folder.to_string_lossy()}));
        std::fs::read_to_string(Path::new(done["folder"].as_str().unwrap()).join("manifest.json")).unwrap()
    };
    let head = t.ok("shop_info", json!({}))["audit_head"].clone();
    let first = manifest(&mut t, "a");
    assert_eq!(serde_json::from_str::<Value>(&first).unwrap()["audit_head"], head);
    t.ok("customer_page", json!({"customer": 1}));
    t.ok("save_tag", json!({"name": "新"}));
    assert_ne!(t.ok("shop_info", json!({}))["audit_head"], head);
    assert_eq!(manifest(&mut t, "b"), first, "byte for byte");
}

/// Numbers by chance from a seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

/// What a hand from outside goes for.
const AIMS: &[&str] = &[
    "visit",
    "visit_line",
    "payment",
    "points_entry",
    "customer",
    "phone",
    "voucher",
    "contact",
    "setting",
    "staff",
    "operation",
    "change",
    "audit",
];

/// One edit, deletion or swap by a plain SQLite that knows nothing of the program. Says what, or nothing if the table did not let it.
fn tamper(db: &Connection, chance: &mut Chance) -> Option<String> {
    let table = AIMS[chance.below(AIMS.len())];
    let key = if table == "audit" { "seq" } else { "id" };
    let ids: Vec<i64> = {
        let mut statement = db.prepare(&format!("SELECT {key} FROM {table}")).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    if ids.len() < 2 {
        return None;
    }
    let row = ids[chance.below(ids.len())];
    if chance.below(4) == 0 {
        db.execute(&format!("DELETE FROM {table} WHERE {key} = ?"), [row]).ok()?;
        return Some(format!("delete {table} {row}"));
    }
    let columns: Vec<String> = {
        let statement = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        statement.column_names().filter(|name| *name != key).map(str::to_owned).collect()
    };
    let column = &columns[chance.below(columns.len())];
    let get = |row: i64| -> Sql { db.query_row(&format!("SELECT {column} FROM {table} WHERE {key} = ?"), [row], |r| r.get(0)).unwrap() };
    let put = |row: i64, value: Sql| {
        let done = db.execute(&format!("UPDATE {table} SET {column} = ? WHERE {key} = ?"), params_from_iter([value, Sql::Integer(row)]));
        done.ok().map(|_| ())
    };
    let old = get(row);
    if chance.below(3) == 0 {
        let other = ids[chance.below(ids.len())];
        let theirs = get(other);
        if theirs == old {
            return None;
        }
        put(row, theirs)?;
        // A unique column lets itself be swapped only by way of a third value; then this is an edit.
        put(other, old);
        return Some(format!("swap {table}.{column} {row} {other}"));
    }
    let new = match old {
        Sql::Null => return None,
        Sql::Integer(number) => Sql::Integer(number + 1),
        Sql::Real(number) => Sql::Real(number.next_up()),
        Sql::Text(text) => Sql::Text(format!("{text}x")),
        Sql::Blob(mut bytes) => {
            *bytes.last_mut()? ^= 1;
            Sql::Blob(bytes)
        }
    };
    put(row, new)?;
    Some(format!("edit {table}.{column} {row}"))
}

#[test]
fn two_hundred_edits_deletions_and_swaps_from_outside_are_found() {
    let t = book();
    let path = t.path();
    drop(t.shop);
    let clock = || Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    let mut chance = Chance(20_261_122);
    let (mut done, mut missed) = (0, Vec::new());
    while done < 200 {
        let copy = t.folder.path().join("touched.shuke");
        std::fs::copy(&path, &copy).unwrap();
        let db = Connection::open(&copy).unwrap();
        db.pragma_update(None, "foreign_keys", false).unwrap();
        let what = tamper(&db, &mut chance);
        drop(db);
        let Some(what) = what else { continue };
        done += 1;
        // A book that does not even open was found too.
        let Ok(mut shop) = Shop::open(&copy, clock()) else { continue };
        let found = match ops::call(&mut shop, "check_shop", json!({})) {
            Ok(report) => {
                let findings = report["findings"].as_array().cloned().unwrap_or_default();
                findings.iter().any(|finding| finding["check"].as_str().is_some_and(|check| check.starts_with("audit_")))
            }
            Err(_) => true,
        };
        if !found {
            missed.push(what);
        }
    }
    assert!(missed.is_empty(), "seed 20261122, of {done}: {missed:?}");
}

#[test]
fn what_came_in_by_an_import_is_vouched_for_too() {
    let mut t = shop();
    let file = t.folder.path().join("来.csv");
    std::fs::write(&file, "会员号,姓名,手机,积分\nM1,单姐,13800000001,100\nM2,王姐,13800000002,200\nM3,李姐,13800000003,0\n").unwrap();
    t.ok("run_import", json!({"files": [{"path": file.to_string_lossy(), "kind": "customers"}], "dry_run": false}));
    let import = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    // One of them is changed later, which the range has to bear.
    let mut fields = t.ok("customer_page", json!({"customer": 2}))["customer"]["fields"].clone();
    fields["note"] = json!("要改衣");
    t.ok("update_customer", json!({"customer": 2, "fields": fields, "confirm_phone": false}));
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    let t = {
        let path = t.path();
        let TestShop { shop, clock, folder } = t;
        drop(shop);
        let db = Connection::open(&path).unwrap();
        for (table, id) in [("customer", 1), ("phone", 3), ("points_entry", 1)] {
            let copy = folder.path().join("touched.shuke");
            std::fs::copy(&path, &copy).unwrap();
            let touched = Connection::open(&copy).unwrap();
            touched.pragma_update(None, "foreign_keys", false).unwrap();
            assert_eq!(touched.execute(&format!("DELETE FROM {table} WHERE id = {id}"), []).unwrap(), 1);
            drop(touched);
            let mut shop = Shop::open(&copy, Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"))).unwrap();
            let report = ops::call(&mut shop, "check_shop", json!({})).unwrap().to_string();
            assert!(report.contains("audit_operations"), "{table}: {report}");
        }
        drop(db);
        TestShop { shop: Shop::open(&path, Box::new(std::sync::Arc::clone(&clock))).unwrap(), clock, folder }
    };
    let mut t = t;
    let later = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": later}));
    t.ok("undo", json!({"operation": import}));
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]), "taken back as a whole it is vouched for as well");
}
