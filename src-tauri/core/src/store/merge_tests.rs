use crate::clock::FixedClock;
use crate::ops;
use crate::shop::Shop;
use crate::stats;
use crate::store::watch::columns;
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Rows as JSON, by table and id.
type Dump = BTreeMap<(String, i64), String>;

/// What the history, the log and the program's own memory hold is no part of what stands in the book.
const APART_FROM: &[&str] = &["operation", "change", "change_range", "audit", "state", "sqlite_sequence"];

fn shop() -> (Shop, tempfile::TempDir) {
    let folder = tempfile::TempDir::new().unwrap();
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
    let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    (Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap(), folder)
}

#[track_caller]
fn call(shop: &mut Shop, op: &str, args: Value) -> Value {
    ops::call(shop, op, args).unwrap_or_else(|failure| panic!("{op}: {failure:?}"))
}

fn open(shop: &mut Shop, fields: Value) -> i64 {
    let args = json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []});
    call(shop, "create_customer", args)["customer"].as_i64().unwrap()
}

fn list(db: &Connection, sql: &str) -> Vec<String> {
    db.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn tables(db: &Connection) -> Vec<String> {
    let all = list(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    all.into_iter().filter(|table| !APART_FROM.contains(&table.as_str())).collect()
}

fn dump(db: &Connection) -> Dump {
    let mut rows = Dump::new();
    for table in tables(db) {
        let pairs: Vec<String> = columns(db, &table).unwrap().iter().map(|c| format!("'{c}', hex({c})")).collect();
        let mut statement = db.prepare(&format!("SELECT rowid, json_object({}) FROM {table}", pairs.join(", "))).unwrap();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            rows.insert((table.clone(), row.get(0).unwrap()), row.get(1).unwrap());
        }
    }
    rows
}

/// What differs, in a form that can be read when a test fails.
fn differences(before: &Dump, after: &Dump) -> Vec<String> {
    let keys: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let differ = keys.into_iter().filter(|key| before.get(key) != after.get(key));
    differ.map(|key| format!("{key:?}: {:?} -> {:?}", before.get(key), after.get(key))).collect()
}

/// Columns of a table that refer to a customer, and those that refer to something else and have to.
fn references(db: &Connection, table: &str, to_customers: bool) -> Vec<(String, String)> {
    let sql = format!(
        "SELECT json_array(k.\"from\", k.\"table\") FROM pragma_foreign_key_list('{table}') k
         JOIN pragma_table_info('{table}') c ON c.name = k.\"from\"
         WHERE (k.\"table\" = 'customer') = {to_customers} AND ({to_customers} OR c.\"notnull\" = 1) ORDER BY c.cid",
    );
    list(db, &sql).iter().map(|text| serde_json::from_str(text).unwrap()).collect()
}

/// What a column's rule asks for beyond its type.
const SPECIAL: &[(&str, &str, &str)] = &[("voucher", "amount_off", "100"), ("told_apart", "signs", "'[\"phone:1\"]'")];

/// Adds a row to any table, with these customers in these columns; two rows of the same `variant` say the same. Says its id.
fn add(db: &Connection, table: &str, people: &[(&str, i64)], variant: i64) -> Option<i64> {
    let made: String = list(db, &format!("SELECT sql FROM sqlite_schema WHERE name = '{table}'")).remove(0);
    let others = references(db, table, false);
    let (mut names, mut values) = (Vec::new(), Vec::new());
    let mut statement = db
        .prepare(&format!("SELECT name, type, \"notnull\", dflt_value IS NOT NULL FROM pragma_table_info('{table}') WHERE pk = 0"))
        .unwrap();
    let shape: Vec<(String, String, bool, bool)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap().map(Result::unwrap).collect();
    for (column, kind, needed, has_default) in shape {
        let value = if let Some((_, who)) = people.iter().find(|(of, _)| *of == column) {
            who.to_string()
        } else if let Some((_, _, value)) = SPECIAL.iter().find(|(of, name, _)| *of == table && *name == column) {
            (*value).to_owned()
        } else if let Some((_, target)) = others.iter().find(|(of, _)| *of == column) {
            nth(db, target, variant).to_string()
        } else if !needed || has_default {
            continue;
        } else if let Some((_, choices)) = made.split_once(&format!("CHECK ({column} IN (")) {
            choices.split([',', ')']).next().unwrap().to_owned()
        } else if kind == "INTEGER" {
            variant.to_string()
        } else if column.ends_with("_no") {
            format!("'{column}{}'", list(db, &format!("SELECT CAST(count(*) AS TEXT) FROM {table}"))[0])
        } else if column == "day" || ["_on", "_from", "_to", "_day"].iter().any(|end| column.ends_with(end)) {
            format!("'2026-0{}-01'", variant % 8 + 1)
        } else {
            format!("'{column}{variant}'")
        };
        names.push(column);
        values.push(value);
    }
    let sql = format!("INSERT OR IGNORE INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
    (db.execute(&sql, []).unwrap_or_else(|error| panic!("{sql}: {error}")) > 0).then(|| db.last_insert_rowid())
}

/// The id of some row of a table; if there are too few, they are made.
fn nth(db: &Connection, table: &str, n: i64) -> i64 {
    let id =
        |n| list(db, &format!("SELECT CAST(id AS TEXT) FROM {table} ORDER BY id LIMIT 1 OFFSET {n}")).first().map(|id| id.parse().unwrap());
    id(n).unwrap_or_else(|| add(db, table, &[], n + 100).or_else(|| id(n - 1)).unwrap())
}

/// Conclusions, drawn anew.
const CONCLUSIONS: &[&str] = &["customer_stats", "level_outlook", "search_key"];

#[test]
fn every_row_of_both_moves_or_is_combined_in_the_history_and_one_undo_brings_all_back() {
    let (mut shop, _folder) = shop();
    let people: Vec<i64> =
        (0..6).map(|at| open(&mut shop, json!({"name": format!("客{at}"), "phones": [format!("1390000000{at}")]}))).collect();
    let [before_1, before_2, keep, from, after_1, after_2] = people[..] else { panic!() };
    let db = shop.db().unwrap();
    let pointing = list(
        db,
        "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) k WHERE k.\"table\" = 'customer' ORDER BY 1",
    );
    let mut filled = BTreeMap::<&str, usize>::new();
    // Whatever table points at a customer gets rows of both, some alike and some not, whichever of its columns does.
    for table in pointing.iter().filter(|table| *table != "customer" && !CONCLUSIONS.contains(&table.as_str())) {
        let columns = references(db, table, true);
        for (at, (column, _)) in columns.iter().enumerate() {
            for (who, variant) in [(keep, 1), (from, 1), (from, 2), (keep, 3)] {
                let (lower, higher) = if variant == 1 { (before_1, after_1) } else { (before_2, after_2) };
                let mut ends = vec![(column.as_str(), who)];
                ends.extend(
                    columns
                        .iter()
                        .enumerate()
                        .filter(|(other, _)| *other != at)
                        .map(|(other, (name, _))| (name.as_str(), if other < at { lower } else { higher })),
                );
                *filled.entry(table).or_default() += usize::from(add(db, table, &ends, variant).is_some());
            }
        }
    }
    for (table, rows) in &filled {
        assert!(*rows >= 2, "{table} has rows of both: {rows}");
    }
    assert!(filled.len() > 20, "{filled:?}");
    db.execute("UPDATE customer SET referrer_id = ?1 WHERE id = ?2", [from, after_1]).unwrap();
    let today = shop.now().day();
    stats::rebuild_all(shop.db().unwrap(), today).unwrap();
    crate::store::search::rebuild_all(shop.db().unwrap()).unwrap();
    let before = dump(shop.db().unwrap());

    let fields = call(&mut shop, "customer_page", json!({"customer": keep}))["customer"]["fields"].clone();
    let plan = json!({"keep": keep, "from": from, "fields": fields});
    let told = call(&mut shop, "preview_merge", plan.clone());
    assert_eq!(differences(&before, &dump(shop.db().unwrap())), [""; 0], "a preview changes nothing");
    call(&mut shop, "merge_customers", plan);
    let after = dump(shop.db().unwrap());
    let db = shop.db().unwrap();
    let operation = list(db, "SELECT CAST(max(id) AS TEXT) FROM operation").remove(0);
    let mut combined = BTreeMap::<String, i64>::new();
    for ((table, id), row) in before.iter().filter(|((table, _), _)| filled.contains_key(table.as_str())) {
        if after.contains_key(&(table.clone(), *id)) {
            continue;
        }
        // Gone is only what the history shows as it was.
        let told = list(
            db,
            &format!(
                "SELECT before FROM change WHERE operation_id = {operation} AND tbl = '{table}' AND row_id = {id} AND before IS NOT NULL AND after IS NULL"
            ),
        );
        assert_eq!(told.len(), 1, "{table} {id} went without a word: {row}");
        *combined.entry(table.clone()).or_default() += 1;
    }
    for table in &pointing {
        for (column, _) in references(db, table, true) {
            let left = list(db, &format!("SELECT CAST(rowid AS TEXT) FROM {table} WHERE {column} = {from}"));
            let conclusion = CONCLUSIONS.contains(&table.as_str());
            assert!(left.is_empty() || conclusion, "{table}.{column} still points at the archive that went: rows {left:?}");
        }
    }
    let mut told: BTreeMap<String, i64> = told["combined"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["table"].as_str().unwrap().to_owned(), one["rows"].as_i64().unwrap()))
        .collect();
    // Phones left out by choice go as well.
    told.remove("phone");
    combined.remove("phone");
    assert_eq!(told, combined, "what was told beforehand is what happened");
    stats::rebuild_all(db, today).unwrap();
    crate::store::search::rebuild_all(db).unwrap();
    assert_eq!(differences(&after, &dump(db)), [""; 0], "the conclusions are those of a rebuild");

    call(&mut shop, "undo", json!({"operation": operation.parse::<i64>().unwrap()}));
    assert_eq!(differences(&before, &dump(shop.db().unwrap())), [""; 0]);
}

fn buy(shop: &mut Shop, customer: i64, receipt: &str, price: &str) -> Value {
    let visit = json!({"customer": customer, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": price}]});
    call(shop, "record_visit", json!({"receipt": format!("{receipt:-<16}"), "visit": visit}))
}

/// Two archives of one person with a life each; answers with who stays and who goes.
fn twins(shop: &mut Shop) -> (i64, i64) {
    let friend = open(shop, json!({"name": "李芳", "phones": ["13900000003"]}));
    let keep = open(shop, json!({"name": "周敏", "phones": ["13900000001"], "wechat": "zm1"}));
    let from = open(shop, json!({"name": "周  敏", "phones": ["139 0000 0001", "13900000002"], "email": "zm@example.com"}));
    for (who, tags, receipt) in [(keep, json!(["宝妈", "教师"]), "keep"), (from, json!(["宝妈", "老客"]), "from")] {
        buy(shop, who, receipt, "399.00");
        call(shop, "add_tags", json!({"customers": [who], "tags": tags}));
        call(shop, "save_relation", json!({"customer": who, "other": friend, "kind": "friend", "note": receipt}));
        call(shop, "adjust_points", json!({"customer": who, "points": 50, "reason": "生日", "expires": true}));
        call(shop, "set_contact_wish", json!({"customer": who, "wish": if who == from { "none" } else { "no_promotion" }}));
        let date = json!({"calendar": "solar", "year": null, "month": 8, "day": 9, "leap": false});
        call(shop, "save_date", json!({"customer": who, "label": "结婚纪念", "date": date}));
    }
    (keep, from)
}

/// What is done between merge and undo, or where no merge ever was.
fn meanwhile(shop: &mut Shop, keep: i64) {
    buy(shop, keep, "later", "120.00");
    call(shop, "adjust_points", json!({"customer": keep, "points": -10, "reason": "兑换", "expires": false}));
    call(shop, "add_tags", json!({"customers": [keep], "tags": ["周末来"]}));
    let other = open(shop, json!({"name": "新来的", "phones": ["13900000009"]}));
    call(shop, "add_tags", json!({"customers": [other], "tags": ["宝妈"]}));
    call(shop, "save_relation", json!({"customer": keep, "other": other, "kind": "friend"}));
    call(shop, "save_note", json!({"customer": keep, "text": "要熨好再拿"}));
}

#[test]
fn a_merge_is_taken_back_to_the_row_after_sales_points_and_tags() {
    let ((mut shop, _one), (mut control, _other)) = (shop(), shop());
    let (keep, from) = twins(&mut shop);
    twins(&mut control);
    let fields = call(&mut shop, "customer_page", json!({"customer": keep}))["customer"]["fields"].clone();
    let sums = |shop: &mut Shop| {
        let found = call(shop, "check_shop", json!({}));
        ["findings", "visits", "lines", "total", "customer_total"].map(|sum| found[sum].clone())
    };
    let before = sums(&mut shop);
    call(&mut shop, "merge_customers", json!({"keep": keep, "from": from, "fields": fields}));
    assert_eq!(sums(&mut shop), before, "no total moves by a fen");
    assert_eq!(before[0], json!([]));
    let page = call(&mut shop, "customer_page", json!({"customer": keep}));
    assert_eq!((&page["points"]["balance"], &page["figures"]["net_spend"]), (&json!(100 + 2 * 399), &json!("798.00")));
    assert_eq!(page["relations"].as_array().unwrap().len(), 1);
    assert_eq!((page["tags"].as_array().unwrap().len(), page["dates"].as_array().unwrap().len()), (3, 1));
    assert_eq!(page["contact"]["wish"], "none");
    let merge = call(&mut shop, "list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    meanwhile(&mut shop, keep);
    call(&mut shop, "undo", json!({"operation": merge}));
    meanwhile(&mut control, keep);
    let (found, wanted) = (dump(shop.db().unwrap()), dump(control.db().unwrap()));
    assert_eq!(differences(&wanted, &found), [""; 0]);
    assert_eq!(sums(&mut shop)[0], json!([]));
}

#[test]
fn an_undo_says_which_later_steps_stand_in_its_way() {
    let (mut shop, _folder) = shop();
    let (keep, from) = twins(&mut shop);
    let fields = call(&mut shop, "customer_page", json!({"customer": keep}))["customer"]["fields"].clone();
    call(&mut shop, "merge_customers", json!({"keep": keep, "from": from, "fields": fields}));
    let last = |shop: &mut Shop| call(shop, "list_history", json!({"limit": 1}))["entries"][0]["id"].as_i64().unwrap();
    let merge = last(&mut shop);
    call(&mut shop, "set_contact_wish", json!({"customer": keep, "wish": "no_promotion"}));
    let wish = last(&mut shop);
    buy(&mut shop, keep, "later", "120.00");
    let tag = call(&mut shop, "customer_page", json!({"customer": keep}))["tags"]
        .as_array()
        .unwrap()
        .iter()
        .find(|tag| tag["name"] == "老客")
        .unwrap()["id"]
        .clone();
    call(&mut shop, "remove_tag", json!({"customers": [keep], "tag": tag}));
    let untagged = last(&mut shop);
    let failure = ops::call(&mut shop, "undo", json!({"operation": merge})).unwrap_err();
    assert_eq!(failure.code.as_str(), "undo_conflict");
    assert_eq!((&failure.params["operation"], &failure.params["kind"]), (&wish.to_string(), &"set_contact_wish".to_owned()));
    assert_eq!(failure.params["operations"], format!("{wish},{untagged}"));
    for later in [untagged, wish] {
        call(&mut shop, "undo", json!({"operation": later}));
    }
    call(&mut shop, "undo", json!({"operation": merge}));
}

#[test]
fn her_number_may_be_either_and_both_still_lead_to_her() {
    let (mut shop, _folder) = shop();
    let keep = open(&mut shop, json!({"name": "周敏", "member_no": "A-1", "phones": []}));
    let from = open(&mut shop, json!({"name": "周敏", "member_no": "B-2", "phones": []}));
    let before = dump(shop.db().unwrap());
    call(&mut shop, "merge_customers", json!({"keep": keep, "from": from, "fields": {"name": "周敏", "member_no": "B-2", "phones": []}}));
    let number =
        |shop: &mut Shop, who: i64| call(shop, "customer_page", json!({"customer": who}))["customer"]["fields"]["member_no"].clone();
    assert_eq!((number(&mut shop, keep), number(&mut shop, from)), (json!("B-2"), json!("A-1")));
    let last = call(&mut shop, "list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    call(&mut shop, "undo", json!({"operation": last}));
    assert_eq!(differences(&before, &dump(shop.db().unwrap())), [""; 0]);
}
