//! Care through the list of operations: tasks, decisions, rules, follow-ups, on a moved clock.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str) -> i64 {
    let fields = json!({"name": name, "phones": ["13800000001"], "wechat": format!("wx{name}")});
    let request = json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []});
    t.ok("create_customer", request)["customer"].as_i64().unwrap()
}

fn buy(t: &mut TestShop, customer: i64, price: &str) -> i64 {
    let receipt = format!("receipt-{customer}-{}", t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"]);
    let visit = json!({"customer": customer, "kind": "purchase", "lines": [{"style_no": "A", "name": "大衣", "qty": 1, "price": price}]});
    t.ok("record_visit", json!({"receipt": receipt, "visit": visit}))["visit"].as_i64().unwrap()
}

fn today(t: &mut TestShop) -> Vec<Value> {
    t.ok("today", json!({"whose": "all", "limit": 500}))["rows"].as_array().unwrap().clone()
}

fn kinds(t: &mut TestShop) -> Vec<(String, String)> {
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    today(t).iter().map(|row| (text(row, "kind"), text(row, "state"))).collect()
}

#[test]
fn a_first_purchase_becomes_a_call_and_the_call_a_contact() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕");
    let visit = buy(&mut t, a, "500.00");
    assert_eq!(kinds(&mut t), [("first_purchase".into(), "upcoming".into())]);
    t.at("2026-11-23T10:00:00+08:00");
    let rows = today(&mut t);
    let row = &rows[0];
    assert_eq!((row["state"].as_str(), row["due"].as_str()), (Some("due"), Some("2026-11-23")));
    assert_eq!((row["task"]["cause"].as_str(), row["channel"].as_str()), (Some(&*format!("visit:{visit}")), Some("phone")));
    let done = t.ok("decide_tasks", json!({"tasks": [row["task"]], "decision": "no_answer", "channel": "phone"}));
    assert_eq!((done["decided"].as_i64(), done["contacts"].as_i64()), (Some(1), Some(1)));
    assert!(today(&mut t).iter().all(|row| row["kind"] != "first_purchase" || row["state"] == "upcoming"));
    t.at("2026-11-25T10:00:00+08:00");
    let back = today(&mut t).into_iter().find(|row| row["kind"] == "first_purchase").unwrap();
    assert_eq!((back["state"].as_str(), back["tries"].as_i64()), (Some("due"), Some(1)));
    let done = t.ok("decide_tasks", json!({"tasks": [back["task"]], "decision": "done", "channel": "phone", "text": "很合身"}));
    assert!(today(&mut t).iter().all(|row| row["kind"] != "first_purchase"));
    t.ok("undo", json!({"operation": done["operation"]}));
    assert!(today(&mut t).iter().any(|row| row["kind"] == "first_purchase"), "undo brings it back");
}

#[test]
fn every_rule_of_a_new_book_is_listed_and_can_be_tried() {
    let mut t = shop();
    let a = open(&mut t, "曾丽");
    buy(&mut t, a, "2500.00");
    let rules = t.ok("list_care_rules", json!({}))["rules"].as_array().unwrap().clone();
    assert!(rules.len() >= 25, "{}", rules.len());
    for rule in rules {
        let rule = &rule["rule"];
        let draft = json!({"id": rule["id"], "name": rule["name"], "plan": rule["plan"], "is_on": true});
        t.ok("dry_run_care_rule", draft);
    }
}
