//! Minors and consent, as the list of today shows them: kept back with the reason, and let go again.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str, born: i64) -> i64 {
    let birthday = json!({"calendar": "solar", "year": born, "month": 11, "day": 24});
    let fields = json!({"name": name, "phones": ["13800000001"], "wechat": format!("wx{name}"), "birthday": birthday});
    // Her mother agreed that the archive of a child is kept; to messages she did not.
    let guardian = (born > 2012).then_some("妈妈");
    let request = json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": [], "guardian": guardian});
    t.ok("create_customer", request)["customer"].as_i64().unwrap()
}

/// Her tasks of a kind: kept back with what reason, or open.
fn tasks(t: &mut TestShop, customer: i64, purpose: &str) -> Vec<Value> {
    let mut rows = t.ok("today", json!({"whose": "all", "limit": 500}))["rows"].as_array().unwrap().clone();
    rows.extend(t.ok("held_tasks", json!({"limit": 500}))["rows"].as_array().unwrap().iter().cloned());
    let hers = |row: &&Value| row["customer"]["id"].as_i64() == Some(customer) && row["purpose"] == purpose;
    rows.iter().filter(hers).map(|row| row["held"].clone()).collect()
}

fn consent(t: &mut TestShop, customer: i64, purpose: &str, channels: Value, given: bool) {
    t.ok("save_consent", json!({"customer": customer, "purpose": purpose, "channels": channels, "given": given}));
}

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

#[test]
fn a_minor_hears_no_offer_and_a_child_nothing_without_her_guardian() {
    let mut t = shop();
    let (child, girl, woman) = (open(&mut t, "小满", 2015), open(&mut t, "仇敏", 2010), open(&mut t, "曾丽", 1990));
    let under = |n: i64| json!({"why": "minor", "under": n});
    // The offer for the birthday in three days, and the wish on the day itself.
    let all = |t: &mut TestShop, who: i64, purpose: &str, held: Value| {
        let found = tasks(t, who, purpose);
        assert!(!found.is_empty(), "{who} {purpose}");
        assert!(found.iter().all(|one| *one == held), "{who} {purpose}: {found:?}");
    };
    all(&mut t, woman, "marketing", Value::Null);
    all(&mut t, woman, "greeting", Value::Null);
    all(&mut t, girl, "marketing", under(18));
    all(&mut t, girl, "greeting", Value::Null);
    all(&mut t, child, "marketing", under(14));
    all(&mut t, child, "greeting", under(14));
    t.ok("save_consent", json!({"customer": child, "purpose": "service", "channels": [], "given": true, "guardian": "妈妈，当面说的"}));
    all(&mut t, child, "greeting", Value::Null);
    all(&mut t, child, "marketing", under(14));
    consent(&mut t, child, "service", json!([]), false);
    assert!(tasks(&mut t, child, "greeting").iter().all(|held| !held.is_null()), "the guardian took it back");
    // The very birthday makes the girl of 2008 a grown-up.
    let almost = open(&mut t, "解芸", 2008);
    let offers = tasks(&mut t, almost, "marketing");
    assert!(!offers.is_empty() && offers.iter().all(|one| *one == under(18)), "{offers:?}");
}

#[test]
fn without_consent_an_offer_waits_where_the_shop_asks_for_one() {
    let mut t = shop();
    let her = open(&mut t, "曾丽", 1990);
    assert_eq!(tasks(&mut t, her, "marketing"), [Value::Null]);
    let mut limits = t.ok("contact_settings", json!({}));
    limits["marketing_needs_consent"] = json!(true);
    t.ok("save_contact_settings", limits);
    let missing = json!({"why": "consent_missing", "channel": "wechat"});
    assert_eq!(tasks(&mut t, her, "marketing")[0], missing);
    assert_eq!(tasks(&mut t, her, "greeting"), [Value::Null], "a wish needs none");
    consent(&mut t, her, "marketing", json!(["sms"]), true);
    assert_eq!(tasks(&mut t, her, "marketing")[0], missing, "she agreed to another channel");
    consent(&mut t, her, "marketing", json!(["wechat"]), true);
    assert_eq!(tasks(&mut t, her, "marketing"), [Value::Null]);
}

#[test]
fn a_consent_withdrawn_after_the_task_was_made_keeps_it_back_at_once() {
    let mut t = shop();
    let her = open(&mut t, "曾丽", 1990);
    consent(&mut t, her, "marketing", json!([]), true);
    let rows = t.ok("today", json!({"whose": "all", "limit": 500}))["rows"].as_array().unwrap().clone();
    let offer = rows.iter().find(|row| row["purpose"] == "marketing" && row["state"] != "upcoming").unwrap()["task"].clone();
    consent(&mut t, her, "marketing", json!([]), false);
    let held = tasks(&mut t, her, "marketing");
    assert!(!held.is_empty() && held.iter().all(|one| one["why"] == "consent_withdrawn" && one["purpose"] == "marketing"), "{held:?}");
    assert_eq!(tasks(&mut t, her, "greeting"), [Value::Null]);
    // A list on another screen is some minutes old: of many, hers is left out.
    let other = open(&mut t, "单晓燕", 1985);
    let rows = t.ok("today", json!({"whose": "all", "limit": 500}))["rows"].as_array().unwrap().clone();
    let second =
        rows.iter().find(|row| row["customer"]["id"].as_i64() == Some(other) && row["state"] != "upcoming").unwrap()["task"].clone();
    let done = t.ok("decide_tasks", json!({"tasks": [offer, second], "decision": "done", "log": true}));
    assert_eq!((done["decided"].as_i64(), done["left_out"].as_i64()), (Some(1), Some(1)));
    undo_last(&mut t);
    // The shop's word on everything: no service message either.
    consent(&mut t, her, "service", json!([]), false);
    assert!(tasks(&mut t, her, "greeting").iter().all(|one| one["why"] == "consent_withdrawn"));
    undo_last(&mut t);
    assert_eq!(tasks(&mut t, her, "greeting"), [Value::Null], "undone it is as before");
}
