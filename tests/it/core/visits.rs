//! Recording and showing visits, and what every test of visits starts from.

use serde_json::{Value, json};
use shuke_core::store::watch::FACTS;
use shuke_tests::{TestShop, shop};
use std::collections::BTreeMap;

/// A customer, by name.
pub fn customer(t: &mut TestShop, name: &str) -> Value {
    customer_with(t, json!({"name": name, "phones": []}))
}

/// A customer with more fields.
pub fn customer_with(t: &mut TestShop, fields: Value) -> Value {
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}))["customer"].clone()
}

/// One piece at its list price.
pub fn piece(style: &str, price: &str) -> Value {
    json!({"style_no": style, "qty": 1, "price": price})
}

/// A purchase of these lines.
pub fn purchase(who: &Value, lines: Value) -> Value {
    json!({"customer": who, "kind": "purchase", "lines": lines})
}

/// A return of so many pieces of lines.
pub fn bring_back(who: &Value, lines: &[(&Value, i64)]) -> Value {
    let returns: Vec<Value> = lines.iter().map(|(line, qty)| json!({"line": line, "qty": qty})).collect();
    json!({"customer": who, "kind": "return", "returns": returns})
}

/// Adds fields to a document.
pub fn with(mut document: Value, more: Value) -> Value {
    if let (Value::Object(into), Value::Object(from)) = (&mut document, more) {
        into.extend(from);
    }
    document
}

/// Saves a visit under a receipt of its own.
#[track_caller]
pub fn save(t: &mut TestShop, receipt: &str, visit: Value) -> Value {
    let preview = t.ok("preview_visit", json!({"visit": visit}));
    let saved = t.ok("record_visit", json!({"receipt": format!("receipt-{receipt}"), "visit": visit}));
    assert_eq!(saved["effects"], preview, "what was previewed is what was done");
    saved
}

/// The page of a visit.
pub fn page(t: &mut TestShop, visit: &Value) -> Value {
    t.ok("visit_page", json!({"visit": visit}))
}

/// The id of a visit's line, counted from 0.
pub fn line(t: &mut TestShop, visit: &Value, at: usize) -> Value {
    page(t, visit)["lines"][at]["id"].clone()
}

/// A customer's points today.
pub fn points(t: &mut TestShop, who: &Value) -> i64 {
    t.ok("customer_page", json!({"customer": who}))["points"]["balance"].as_i64().unwrap_or(i64::MIN)
}

/// The vouchers a customer can use.
pub fn vouchers(t: &mut TestShop, who: &Value) -> Vec<Value> {
    t.ok("customer_page", json!({"customer": who}))["vouchers"].as_array().cloned().unwrap_or_default()
}

/// The whole file as bytes. The shop keeps it locked for others; here the only other is this test.
#[expect(clippy::expect_used, reason = "a test whose file cannot be read has failed")]
pub fn bytes(t: &TestShop) -> Vec<u8> {
    std::fs::read(t.path()).expect("the file can be read")
}

/// Every row of every fact table, as text.
#[expect(clippy::expect_used, reason = "a test whose file cannot be read has failed")]
pub fn facts(t: &TestShop) -> BTreeMap<String, Vec<String>> {
    let copy = t.folder.path().join("copy");
    std::fs::copy(t.path(), &copy).expect("the file can be copied");
    let db = rusqlite::Connection::open(&copy).expect("the copy opens");
    let mut all = BTreeMap::new();
    for table in FACTS {
        let mut statement = db.prepare(&format!("SELECT * FROM {table} ORDER BY id")).expect("the table is there");
        let columns = statement.column_count();
        let rows = statement
            .query_map([], |row| (0..columns).map(|at| Ok(format!("{:?}", row.get_ref(at)?))).collect::<rusqlite::Result<Vec<_>>>())
            .expect("the table can be read");
        all.insert((*table).to_owned(), rows.map(|row| row.expect("the row can be read").join(" ")).collect());
    }
    all
}

/// The file is sound: sums, payments, returns, points and every cached conclusion.
#[track_caller]
pub fn sound(t: &mut TestShop) {
    let report = t.ok("check_shop", json!({}));
    assert_eq!(report["ok"], true, "{report}");
}

/// The act is refused with the code at the field, and not a byte of the file changes.
#[track_caller]
pub fn refused(t: &mut TestShop, op: &str, args: Value, code: &str, field: &str) -> BTreeMap<String, String> {
    let before = bytes(t);
    let failure = t.err(op, args.clone());
    assert_eq!((failure.code.as_str(), failure.field.as_deref().unwrap_or("")), (code, field), "{args}");
    assert!(before == bytes(t), "the file changed: {args}");
    failure.params
}

/// A visit is refused, previewed or saved.
#[track_caller]
pub fn refused_visit(t: &mut TestShop, visit: Value, code: &str, field: &str) -> BTreeMap<String, String> {
    refused(t, "preview_visit", json!({"visit": visit}), code, field);
    refused(t, "record_visit", json!({"receipt": "receipt-refused", "visit": visit}), code, field)
}

#[test]
fn a_purchase_is_saved_once_and_shown_everywhere() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let coat = json!([{"style_no": "24D-118", "name": "羊绒大衣", "color": "墨绿", "size": "M", "qty": 1, "price": "1299.00"}]);
    let visit = with(purchase(&who, coat), json!({"feedback": "喜欢宽松", "ticket_no": "A-17", "satisfaction": 5}));
    let saved = save(&mut t, "1", visit.clone());
    assert_eq!(saved["visit_no"], "202611210001");
    let effects = &saved["effects"];
    assert_eq!((&effects["total"], &effects["pieces"]), (&json!("1299.00"), &json!(1)));
    assert_eq!((&effects["points_before"], &effects["points_earned"], &effects["points_after"]), (&json!(0), &json!(1299), &json!(1299)));
    assert_eq!((&effects["vouchers_issued"], &effects["net_spend_after"]), (&json!(1), &json!("1299.00")));

    let before = bytes(&t);
    let again = t.ok("record_visit", json!({"receipt": "receipt-1", "visit": visit}));
    assert_eq!((&again["visit"], &again["operation"], &again["visit_no"]), (&saved["visit"], &saved["operation"], &saved["visit_no"]));
    assert_eq!((&again["effects"]["total"], &again["effects"]["points_earned"]), (&json!("1299.00"), &json!(1299)));
    assert_eq!(again["effects"]["vouchers_issued"], 1, "it still has to be handed to her");
    assert!(before == bytes(&t), "the same receipt saves nothing");

    let page = page(&mut t, &saved["visit"]);
    assert_eq!(page["row"]["summary"], "羊绒大衣 24D-118 墨绿 M");
    assert_eq!((&page["row"]["remark"], &page["ticket_no"], &page["satisfaction"]), (&json!("喜欢宽松"), &json!("A-17"), &json!(5)));
    assert_eq!(page["row"]["at"], "2026-11-21T10:00:00+08:00");
    assert_eq!(page["payments"], json!([{"method": "cash", "amount": "1299.00"}]));
    assert_eq!(page["lines"][0]["returnable"], 1);
    assert_eq!(page["history"][0]["kind"], "record_visit");
    let list = t.ok("list_visits", json!({"customer": who, "limit": 20}));
    assert_eq!((&list["count"], &list["total"], &list["rows"][0]["points"]), (&json!(1), &json!("1299.00"), &json!(1299)));
    let day = t.ok("day_summary", json!({}));
    assert_eq!((&day["visits"], &day["total"], &day["customer_total"]), (&json!(1), &json!("1299.00"), &json!("1299.00")));
    assert_eq!(day["new_customers"], 1);
    let her = t.ok("customer_page", json!({"customer": who}));
    assert_eq!(her["visits"][0]["id"], saved["visit"]);
    assert_eq!(vouchers(&mut t, &who).len(), 1);
    sound(&mut t);
}

#[test]
fn undo_takes_a_visit_away_and_redo_brings_it_back() {
    let mut t = shop();
    let who = customer(&mut t, "仇英");
    let before = facts(&t);
    let answers = json!([{"field": field(&mut t, "style"), "values": ["简约"]}]);
    let visit = with(purchase(&who, json!([piece("A", "100.00")])), json!({"answers": answers, "wishes": [{"name": "红围巾"}]}));
    let saved = save(&mut t, "1", visit);
    let after = facts(&t);
    assert_eq!(after["profile_value"].len(), 1);
    assert_eq!(after["wish"].len(), 1);
    let undone = t.ok("undo", json!({"operation": saved["operation"]}));
    assert_eq!(facts(&t), before);
    t.ok("undo", json!({"operation": undone["operation"]}));
    assert_eq!(facts(&t), after);
    sound(&mut t);
}

/// A field of the catalogue, by its key.
pub fn field(t: &mut TestShop, key: &str) -> Value {
    let fields = t.ok("list_fields", json!({}))["fields"].clone();
    let found = fields.as_array().into_iter().flatten().find(|field| field["key"] == key);
    found.map(|field| field["id"].clone()).unwrap_or_default()
}

#[test]
fn numbers_run_through_the_day_of_the_visit() {
    let mut t = shop();
    let nobody = Value::Null;
    for (receipt, day, number) in [
        ("a", Value::Null, "202611210001"),
        ("b", json!("2026-11-20"), "202611200001"),
        ("c", json!("2026-11-21"), "202611210002"),
        ("d", json!("2026-11-20"), "202611200002"),
    ] {
        let visit = with(purchase(&nobody, json!([piece("A", "1.00")])), json!({"day": day}));
        assert_eq!(save(&mut t, receipt, visit)["visit_no"], number);
    }
}

#[test]
fn a_visit_has_its_time_on_the_shops_clock() {
    let mut t = shop();
    for (receipt, day, time, at) in [
        ("a", Value::Null, Value::Null, "2026-11-21T10:00:00+08:00"),
        ("b", Value::Null, json!("09:05"), "2026-11-21T09:05:00+08:00"),
        ("c", json!("2026-11-20"), Value::Null, "2026-11-20T12:00:00+08:00"),
        ("d", json!("2026-11-20"), json!("23:59"), "2026-11-20T23:59:00+08:00"),
    ] {
        let saved = save(&mut t, receipt, with(json!({"kind": "browse"}), json!({"day": day, "time": time})));
        assert_eq!(page(&mut t, &saved["visit"])["row"]["at"], at);
    }
}

#[test]
fn walk_ins_and_a_days_total_are_sales_without_anybody() {
    let mut t = shop();
    let who = customer(&mut t, "解语");
    save(&mut t, "hers", purchase(&who, json!([piece("A", "300.00")])));
    save(&mut t, "walk-in", purchase(&Value::Null, json!([piece("B", "20.50"), piece("C", "9.50")])));
    let total = save(&mut t, "total", json!({"kind": "purchase", "day_total": {"pieces": 7, "total": "812.30"}}));
    assert_eq!(total["effects"]["points_after"], 0);
    let row = page(&mut t, &total["visit"])["row"].clone();
    assert_eq!((&row["is_day_total"], &row["pieces"], &row["summary"]), (&json!(true), &json!(7), &json!("")));
    let day = t.ok("day_summary", json!({}));
    assert_eq!((&day["total"], &day["customer_total"]), (&json!("1142.30"), &json!("300.00")));
    let list = t.ok("list_visits", json!({"walk_ins": true, "limit": 10}));
    assert_eq!((&list["count"], &list["total"]), (&json!(2), &json!("842.30")));
    sound(&mut t);
}

#[test]
fn payments_may_be_split_and_are_guessed_from_the_last_time() {
    let mut t = shop();
    let who = customer(&mut t, "查良");
    let split =
        json!([{"method": "alipay", "amount": "60.00"}, {"method": "wechat", "amount": "40.00"}, {"method": "cash", "amount": "0"}]);
    let first = save(&mut t, "1", with(purchase(&who, json!([piece("A", "100.00")])), json!({"payments": split})));
    let paid = json!([{"method": "alipay", "amount": "60.00"}, {"method": "wechat", "amount": "40.00"}]);
    assert_eq!(page(&mut t, &first["visit"])["payments"], paid);
    let second = save(&mut t, "2", purchase(&who, json!([piece("A", "50.00")])));
    assert_eq!(page(&mut t, &second["visit"])["payments"], json!([{"method": "wechat", "amount": "50.00"}]));
    let free = save(&mut t, "3", purchase(&who, json!([piece("A", "0")])));
    assert_eq!(page(&mut t, &free["visit"])["payments"], json!([]));
    let short = with(purchase(&who, json!([piece("A", "100.00")])), json!({"payments": [{"method": "card", "amount": "99.99"}]}));
    let params = refused_visit(&mut t, short, "payments_differ", "payments");
    assert_eq!((params["expected"].as_str(), params["given"].as_str()), ("100.00", "99.99"));
}

#[test]
fn visits_are_paged_without_gap_or_double() {
    let mut t = shop();
    let who = customer(&mut t, "盖叫天");
    for at in 0..23 {
        let visit = with(purchase(&who, json!([piece("A", "10.00")])), json!({"day": format!("2026-11-{:02}", 1 + at / 3)}));
        save(&mut t, &format!("{at}"), visit);
    }
    save(&mut t, "browse", with(json!({"kind": "browse"}), json!({"customer": who})));
    save(&mut t, "other", purchase(&Value::Null, json!([piece("A", "10.00")])));
    for (filter, expected) in [
        (json!({"customer": who}), 24),
        (json!({}), 25),
        (json!({"walk_ins": true}), 1),
        (json!({"kind": "browse"}), 1),
        (json!({"from": "2026-11-02", "to": "2026-11-03"}), 6),
        (json!({"customer": who, "from": "2026-11-02", "to": "2026-11-03", "kind": "purchase"}), 6),
    ] {
        // The whole book is not counted: on a large one that would take longer than everything else on the page.
        let counted = ["customer", "walk_ins", "from"].iter().any(|bound| filter.get(*bound).is_some());
        let mut seen = Vec::new();
        let mut cursor = Value::Null;
        loop {
            let page = t.ok("list_visits", with(filter.clone(), json!({"limit": 5, "cursor": cursor})));
            let sums = counted && cursor.is_null();
            assert_eq!((page["count"].is_null(), page["total"].is_null()), (!sums, !sums), "sums come with the first page: {filter}");
            if sums {
                assert_eq!(page["count"], expected, "{filter}");
            }
            seen.extend(page["rows"].as_array().into_iter().flatten().map(|row| (row["at"].to_string(), row["id"].as_i64())));
            cursor = page["cursor"].clone();
            if cursor.is_null() {
                break;
            }
        }
        assert_eq!(seen.len(), expected, "{filter}");
        assert!(seen.is_sorted_by(|a, b| a > b), "latest first: {seen:?}");
    }
    refused(&mut t, "list_visits", json!({"limit": 5, "cursor": "2026-11-01/x"}), "choice_invalid", "cursor");
}
