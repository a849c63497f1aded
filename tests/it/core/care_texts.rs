//! The text of a task, and the tasks of any day.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str, phone: &str) -> i64 {
    let fields = json!({"name": name, "phones": [phone], "wechat": format!("wx{phone}"),
        "birthday": {"calendar": "solar", "year": 1990, "month": 12, "day": 24, "leap": false}});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

fn buy(t: &mut TestShop, customer: i64, receipt: &str, price: &str) -> i64 {
    let visit = json!({"customer": customer, "kind": "purchase", "lines": [{"style_no": "A", "name": "大衣", "qty": 1, "price": price}]});
    t.ok("record_visit", json!({"receipt": format!("receipt-{receipt}-of-the-test"), "visit": visit}))["visit"].as_i64().unwrap()
}

fn of(t: &mut TestShop, on: Option<&str>) -> Vec<Value> {
    t.ok("tasks_of", json!({"on": on}))["tasks"].as_array().unwrap().clone()
}

#[test]
fn a_task_says_what_its_text_is_about() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕", "13800000001");
    let visit = buy(&mut t, a, "1", "2500.00");
    t.at("2026-11-24T10:00:00+08:00");
    let tasks = of(&mut t, None);
    let bought = tasks.iter().find(|one| one["task"]["kind"] == "first_purchase").unwrap();
    let message = &bought["task"]["message"];
    assert_eq!((message["customer"].as_i64(), message["facts"]["visit"].as_i64()), (Some(a), Some(visit)));
    let said = t.ok("message_for", message.clone());
    assert_eq!(bought["text"], said["text"]);
    assert!(bought["text"].as_str().unwrap().contains("晓燕"), "{bought}");
    assert!(message["facts"]["voucher"].is_null() && message["facts"]["until"].is_null());
    // Points and vouchers that end carry their last day.
    t.ok(
        "issue_voucher",
        json!({"customers": [a], "worth": {"kind": "amount", "amount": "50.00"}, "min_spend": "0.00",
        "kind": "gift", "valid_from": "2026-11-24", "valid_to": "2026-11-30"}),
    );
    t.at("2026-11-29T10:00:00+08:00");
    let ending = of(&mut t, None).into_iter().find(|one| one["task"]["kind"] == "voucher_expiring");
    let Some(ending) = ending else { panic!("a voucher that ends tomorrow is a task") };
    assert_eq!(ending["task"]["message"]["facts"]["until"], "2026-11-30");
    assert!(ending["task"]["message"]["facts"]["voucher"].is_i64());
}

#[test]
fn a_task_without_anybody_or_anything_to_say_has_no_text() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕", "13800000001");
    t.ok("save_follow_up", json!({"customers": [a], "title": "问问尺码", "due_on": "2026-11-21", "purpose": "service"}));
    let tasks = of(&mut t, None);
    let hand = tasks.iter().find(|one| one["task"]["kind"] == "follow_up").unwrap();
    assert!(hand["text"].is_null() && hand["task"]["message"].is_null(), "{hand}");
    let shops: Vec<Value> = of(&mut t, Some("2026-12-01")).into_iter().filter(|one| one["task"]["customer"].is_null()).collect();
    assert!(shops.iter().all(|one| one["text"].is_null()), "{shops:?}");
}

#[test]
fn another_day_is_what_that_day_will_bring_if_nothing_happens_till_then() {
    let mut t = shop();
    for (at, name) in ["单晓燕", "曾丽", "仇敏", "解芸"].iter().enumerate() {
        let customer = open(&mut t, name, &format!("1380000000{at}"));
        buy(&mut t, customer, &format!("r{at}"), &format!("{}00.00", 3 + at * 9));
    }
    let today = of(&mut t, None);
    for day in ["2026-11-23", "2026-12-20", "2027-01-19", "2027-05-01"] {
        let ahead = of(&mut t, Some(day));
        assert_ne!(ahead, today, "{day}");
        let mut then = Vec::new();
        // The list of that very day, with every hour of it over.
        t.at(&format!("{day}T23:59:59+08:00"));
        for row in t.ok("today", json!({"whose": "all", "limit": 500}))["rows"].as_array().unwrap() {
            if row["state"] != "upcoming" {
                then.push(row.clone());
            }
        }
        let ahead: Vec<Value> = ahead.into_iter().map(|one| one["task"].clone()).collect();
        assert_eq!(ahead, then, "{day}");
        assert!(!ahead.is_empty() || day == "2026-11-23", "{day}");
        t.at("2026-11-21T10:00:00+08:00");
    }
    assert_eq!(of(&mut t, None), today);
}
