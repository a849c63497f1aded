//! What the shop owes and what its care brought, against sums made by hand; what the exported tables do not hold.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str) -> i64 {
    let args = json!({"fields": {"name": name, "phones": []}, "confirm_phone": false, "answers": [], "tags": []});
    t.ok("create_customer", args)["customer"].as_i64().unwrap()
}

fn buy(t: &mut TestShop, receipt: &str, who: i64, more: Value) {
    let mut visit = json!({"customer": who, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": "600.00"}]});
    visit.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    t.ok("record_visit", json!({"receipt": receipt, "visit": visit}));
}

fn value(page: &Value, key: &str) -> Value {
    let groups = page["groups"].as_array().unwrap().iter();
    let figure = groups.flat_map(|group| group["figures"].as_array().unwrap()).find(|figure| figure["key"] == key);
    figure.unwrap()["now"]["value"].clone()
}

fn share(part: i64, whole: i64) -> Value {
    json!({"unit": "share", "part": part, "whole": whole})
}

fn count(t: &mut TestShop, key: &str, ask: &Value) -> i64 {
    let mut list = json!({"of": "figure", "cell": key, "limit": 9});
    list.as_object_mut().unwrap().extend(ask.as_object().unwrap().clone());
    t.ok("list_insight_people", list)["total"].as_i64().unwrap()
}

#[test]
fn vouchers_and_benefits_by_hand() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "单晓燕"), open(&mut t, "曾丽"));
    let voucher = |customers: &[i64], worth: Value, to: &str| {
        json!({"customers": customers, "kind": "recall", "worth": worth, "min_spend": "0.00", "valid_from": "2026-11-21", "valid_to": to,
               "reason": null})
    };
    t.ok("issue_voucher", voucher(&[a, b], json!({"kind": "amount", "amount": "50.00"}), "2026-12-31"));
    t.ok("issue_voucher", voucher(&[a], json!({"kind": "percent", "off": 20}), "2026-11-25"));
    t.ok("grant_benefit", json!({"customers": [a, b], "name": "免费改衣", "valid_to": "2026-11-30"}));
    t.ok("give_benefit", json!({"benefit": 1}));
    let usable = t.ok("list_vouchers", json!({"state": "usable", "customer": a, "limit": 9}));
    let fifty = usable["rows"].as_array().unwrap().iter().find(|row| row["worth"]["kind"] == "amount").unwrap()["id"].clone();
    t.at("2026-11-23T10:00:00+08:00");
    buy(&mut t, "receipt-a-1", a, json!({"voucher": fifty}));

    let november = json!({"from": "2026-11-01", "to": "2026-11-30", "as_of": "2026-11-23"});
    let page = t.ok("insight_page", november.clone());
    // Three by hand, and what a first purchase gives by itself.
    let made = t.ok("list_vouchers", json!({"state": "all", "limit": 50}))["rows"].as_array().unwrap().len() as i64;
    assert!(made >= 3, "{made}");
    assert_eq!(value(&page, "voucher_use"), share(1, made));
    assert_eq!(value(&page, "vouchers_outstanding")["count"], made - 1);
    assert_eq!((value(&page, "benefit_use"), value(&page, "benefits_open")["count"].clone()), (share(1, 2), json!(1)));
    assert_eq!((count(&mut t, "voucher_use", &november), count(&mut t, "benefits_open", &november)), (1, 1));
    let totals = t.ok("list_vouchers", json!({"state": "usable", "limit": 1}))["totals"].clone();
    assert_eq!(value(&page, "vouchers_face")["amount"], totals["face_value"]);
    assert_eq!(value(&page, "vouchers_outstanding")["count"], totals["outstanding"]);
    // Two days earlier nothing was used yet; a week later the percentage is over.
    let before = t.ok("insight_page", json!({"from": "2026-11-01", "to": "2026-11-22"}));
    assert_eq!((value(&before, "voucher_use"), value(&before, "vouchers_face")["amount"].clone()), (share(0, 3), json!("100.00")));
    t.at("2026-12-01T10:00:00+08:00");
    let later = t.ok("insight_page", json!({}));
    assert_eq!(value(&later, "vouchers_outstanding")["count"], made - 2);
    assert_eq!(value(&later, "benefits_open")["count"], 0);
}

#[test]
fn points_of_any_day_are_those_of_the_ledger() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕");
    buy(&mut t, "receipt-a-1", a, json!({}));
    let today = t.ok("insight_page", json!({}));
    let balance = t.ok("customer_page", json!({"customer": a}))["points"]["balance"].clone();
    assert_eq!(value(&today, "points_outstanding")["count"], balance);
    assert_ne!(balance, 0);
    t.at("2026-11-25T10:00:00+08:00");
    t.ok("adjust_points", json!({"customer": a, "points": 77, "expires": false, "reason": "补积分"}));
    let then = t.ok("insight_page", json!({"as_of": "2026-11-21", "to": "2026-11-21"}));
    assert_eq!(value(&then, "points_outstanding")["count"], balance);
    assert_eq!(value(&then, "points_worth"), value(&today, "points_worth"));
    assert_eq!(value(&t.ok("insight_page", json!({})), "points_outstanding")["count"], balance.as_i64().unwrap() + 77);
}

#[test]
fn messages_count_once_their_days_are_over() {
    let mut t = shop();
    let (a, b, c) = (open(&mut t, "单晓燕"), open(&mut t, "曾丽"), open(&mut t, "解蕾"));
    let log = |t: &mut TestShop, who: &[i64], channel: &str, outcome: &str| {
        t.ok("log_contact", json!({"customers": who, "channel": channel, "direction": "out", "purpose": "greeting", "outcome": outcome}))
    };
    t.at("2026-11-02T10:00:00+08:00");
    let sent = log(&mut t, &[a, b, c], "wechat", "sent");
    log(&mut t, &[c], "phone", "no_answer");
    t.at("2026-11-04T10:00:00+08:00");
    t.ok("mark_replied", json!({"contact": sent["contacts"][0], "text": "周末来"}));
    t.at("2026-11-16T10:00:00+08:00");
    buy(&mut t, "receipt-b-1", b, json!({}));
    t.at("2026-11-17T10:00:00+08:00");
    buy(&mut t, "receipt-c-1", c, json!({}));
    log(&mut t, &[a], "wechat", "sent");
    let november = json!({"from": "2026-11-01", "to": "2026-11-30", "as_of": "2026-11-17"});
    let page = t.ok("insight_page", november.clone());
    // Four of the second count, the one of today does not: she had no time to answer. B came on the last of the 14 days, C a day after it.
    assert_eq!((value(&page, "messages_answered"), value(&page, "messages_visited")), (share(1, 4), share(1, 4)));
    let greeting = page["messages"].as_array().unwrap().iter().find(|row| row["purpose"] == "greeting").unwrap();
    assert_eq!((&greeting["sent"], &greeting["answered"], &greeting["visited"]), (&json!(4), &json!(1), &json!(1)));
    assert_eq!((count(&mut t, "messages_answered", &november), count(&mut t, "messages_visited", &november)), (1, 1));
}

#[test]
fn an_event_shows_what_its_guests_bought() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "单晓燕"), open(&mut t, "曾丽"));
    let plan = json!({"id": null, "name": "丝巾沙龙", "kind": "salon", "day": "2026-11-22", "starts": "14:30", "place": null, "plan": null,
                      "gift": null, "invite_days": 1, "sales_days": 7});
    let event = t.ok("save_event", plan)["event"].clone();
    t.ok("add_guests", json!({"event": event, "customers": [a, b], "call": {}}));
    t.at("2026-11-23T10:00:00+08:00");
    t.ok("set_guests_came", json!({"event": event, "customers": [a], "came": true}));
    buy(&mut t, "receipt-a-1", a, json!({}));
    buy(&mut t, "receipt-b-1", b, json!({}));
    let page = t.ok("insight_page", json!({}));
    assert_eq!((&page["events"][0]["counts"]["invited"], &page["events"][0]["counts"]["came"]), (&json!(2), &json!(1)));
    assert_eq!(page["events"][0]["sales"]["total"], "600.00");
}
