//! Rules of care and what hangs on them: a dry run against what comes true, texts that only a rule names, tags that rules give.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};
use std::collections::BTreeSet;

fn open(t: &mut TestShop, name: &str, more: Value) -> i64 {
    let mut fields = json!({"name": name, "phones": ["13800000001"], "wechat": format!("wx{name}")});
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let request = json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []});
    t.ok("create_customer", request)["customer"].as_i64().unwrap()
}

fn buy(t: &mut TestShop, customer: i64, category: &str, price: &str) {
    let receipt = format!("receipt-{customer}-{}", t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"]);
    let line = json!({"style_no": "A", "name": "衣", "category": category, "qty": 1, "price": price});
    t.ok("record_visit", json!({"receipt": receipt, "visit": {"customer": customer, "kind": "purchase", "lines": [line]}}));
}

/// The list of today by rule, customer and cause: what is due or late and not kept back.
fn list(t: &mut TestShop) -> BTreeSet<String> {
    let rows = t.ok("today", json!({"whose": "all", "limit": 500}))["rows"].as_array().unwrap().clone();
    rows.iter().filter(|row| row["state"] != "upcoming").map(|row| row["task"].to_string()).collect()
}

fn rule(t: &mut TestShop, key: &str) -> Value {
    let rules = t.ok("list_care_rules", json!({}))["rules"].as_array().unwrap().clone();
    let found = rules.iter().find(|row| row["rule"]["key"] == key).unwrap()["rule"].clone();
    json!({"id": found["id"], "name": found["name"], "plan": found["plan"], "is_on": found["is_on"]})
}

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

/// Three with a birthday on the 24th, two of whom may hear no more than one offer; one who has not bought for long.
fn party(t: &mut TestShop) {
    for name in ["单晓燕", "曾丽", "仇敏"] {
        let birthday = json!({"calendar": "solar", "year": 1990, "month": 11, "day": 24});
        let her = open(t, name, json!({"birthday": birthday}));
        t.at("2026-06-01T10:00:00+08:00");
        buy(t, her, "上装", "300.00");
        t.at("2026-11-21T10:00:00+08:00");
    }
}

/// What a hand changes about a rule.
type Change = fn(&mut Value);

#[test]
fn a_dry_run_says_what_comes_true() {
    let mut t = shop();
    party(&mut t);
    let before = list(&mut t);
    let drafts: [(&str, Change); 6] = [
        ("birthday_3_days", |rule| rule["is_on"] = json!(false)),
        ("birthday_3_days", |rule| rule["plan"]["after_days"] = json!(-2)),
        ("birthday_7_days", |rule| rule["plan"]["lasts_days"] = json!(7)),
        ("birthday", |rule| rule["plan"]["after_days"] = json!(-3)),
        ("no_purchase_5_months", |rule| rule["plan"]["after_months"] = json!(7)),
        ("no_purchase_5_months", |rule| rule["plan"]["conditions"]["spent"] = json!("500.00")),
    ];
    let mut moved = 0;
    for (key, change) in drafts {
        let mut draft = rule(&mut t, key);
        change(&mut draft);
        let run = t.ok("dry_run_care_rule", draft.clone());
        assert_eq!(list(&mut t), before, "{key}: a dry run changes nothing");
        t.ok("save_care_rule", draft);
        let after = list(&mut t);
        let came: BTreeSet<String> = after.difference(&before).cloned().collect();
        let went: BTreeSet<String> = before.difference(&after).cloned().collect();
        let said = |come: bool| -> BTreeSet<String> {
            let names = |why: &str| ["named", "sooner", "released"].contains(&why) == come;
            let changes = run["changes"].as_array().unwrap();
            changes.iter().filter(|c| names(c["why"].as_str().unwrap())).map(|c| c["task"]["task"].to_string()).collect()
        };
        assert_eq!((said(true), said(false)), (came.clone(), went.clone()), "{key}");
        let count = |set: &BTreeSet<String>| i64::try_from(set.len()).ok();
        assert_eq!((run["added"].as_i64(), run["gone"].as_i64()), (count(&came), count(&went)), "{key}");
        let because: i64 = run["because"].as_array().unwrap().iter().map(|one| one["tasks"].as_i64().unwrap()).sum();
        assert_eq!(Some(because), count(&came).zip(count(&went)).map(|(a, b)| a + b));
        moved += because;
        undo_last(&mut t);
        assert_eq!(list(&mut t), before, "{key}: undone");
    }
    assert!(moved >= 9, "the drafts move something: {moved}");
    let mut gone = rule(&mut t, "birthday");
    gone["id"] = json!(999);
    let failure = t.err("dry_run_care_rule", gone);
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("not_found", Some("id")));
}

#[test]
fn what_a_rule_no_longer_says_lets_others_through() {
    let mut t = shop();
    party(&mut t);
    let mut limits = t.ok("contact_settings", json!({}));
    limits["marketing_a_month"] = json!(1);
    t.ok("save_contact_settings", limits);
    let shown = list(&mut t);
    let offers = rule(&mut t, "birthday_3_days");
    let calls = rule(&mut t, "no_purchase_5_months");
    let of = |rule: &Value, list: &BTreeSet<String>| {
        let name = format!("\"rule\":{}", rule["id"]);
        list.iter().filter(|task| task.contains(&format!("{name},")) || task.contains(&format!("{name}}}"))).count()
    };
    assert_eq!((of(&calls, &shown), of(&offers, &shown)), (3, 0), "one offer a month: the first on the list is said, the other waits");
    let mut off = calls;
    off["is_on"] = json!(false);
    let run = t.ok("dry_run_care_rule", off);
    assert_eq!((run["before"].as_i64(), run["after"].as_i64()), (Some(3), Some(0)));
    let because = json!([{"why": "released", "own": false, "tasks": 3}, {"why": "unnamed", "own": true, "tasks": 3}]);
    assert_eq!(run["because"], because, "{run}");
}

#[test]
fn a_text_that_only_a_rule_names_stays() {
    let mut t = shop();
    let text = json!({"title": "换季的话", "occasion": "season", "language": "zh-CN", "purpose": "greeting", "text": "{称呼}，天凉了。", "is_on": true});
    let template = t.ok("save_template", text)["template"].clone();
    let mut season = rule(&mut t, "birthday");
    season["plan"]["template"] = template.clone();
    t.ok("save_care_rule", season);
    let failure = t.err("remove_template", json!({"template": template}));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("in_use", Some("template")));
    assert_eq!(failure.params.get("rule").map(String::as_str), Some("生日当天：祝福"));
    undo_last(&mut t);
    t.ok("remove_template", json!({"template": template}));
}

#[test]
fn a_condition_by_tag_means_tags_that_rules_give_too() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "单晓燕", json!({})), open(&mut t, "曾丽", json!({})));
    let bought = json!({"kind": "bought", "by": "category", "words": "连衣裙", "times": 2, "days": 90});
    let tag = t.ok("save_tag_rule", json!({"name": "爱裙子", "conditions": [bought], "is_on": true}))["id"].clone();
    let plan = json!({"trigger": {"kind": "big_purchase", "least": "100.00"}, "lasts_days": 30, "means": "message", "purpose": "service",
                      "conditions": {"tags": [tag], "categories": []}, "who": "pool", "retry_days": 2, "tries": 2});
    t.ok("save_care_rule", json!({"name": "裙子客", "plan": plan, "is_on": true}));
    let named = |t: &mut TestShop| -> BTreeSet<i64> {
        let rows = t.ok("today", json!({"whose": "all", "limit": 500}))["rows"].as_array().unwrap().clone();
        rows.iter().filter(|row| row["title"] == "裙子客").filter_map(|row| row["customer"]["id"].as_i64()).collect()
    };
    assert!(named(&mut t).is_empty());
    buy(&mut t, a, "连衣裙", "200.00");
    assert!(named(&mut t).is_empty(), "once is not twice");
    buy(&mut t, a, "连衣裙", "200.00");
    buy(&mut t, b, "上装", "900.00");
    assert_eq!(named(&mut t), BTreeSet::from([a]), "the list that was kept is brought up to date for her alone");
    t = t.reopen();
    assert_eq!(named(&mut t), BTreeSet::from([a]), "and made anew it is the same");
    t.ok("add_tags", json!({"customers": [b], "tags": ["爱裙子"]}));
    assert_eq!(named(&mut t), BTreeSet::from([a, b]), "by hand counts as before");
    let off = json!({"name": "爱裙子", "conditions": [{"kind": "absent", "days": 30}], "is_on": false});
    t.ok("save_tag_rule", off);
    assert_eq!(named(&mut t), BTreeSet::from([b]));
}

#[test]
fn a_complaint_whose_task_is_done_was_answered() {
    let mut t = shop();
    let her = open(&mut t, "单晓燕", json!({}));
    let complaint = json!({"customer": her, "kind": "goods", "what": "大衣起球"});
    let id = t.ok("open_complaint", complaint.clone())["complaint"].clone();
    let answered = |t: &mut TestShop, id: &Value| t.ok("complaint_page", json!({"complaint": id}))["row"]["answer"].clone();
    let task = |t: &mut TestShop| -> Value {
        let rows = t.ok("customer_tasks", json!({"customer": her}))["rows"].as_array().unwrap().clone();
        rows.iter().find(|row| row["kind"] == "complaint_answer").map(|row| row["task"].clone()).unwrap_or_default()
    };
    t.at("2026-11-21T11:30:00+08:00");
    let first = task(&mut t);
    t.ok("decide_tasks", json!({"tasks": [first], "decision": "no_answer", "channel": "phone"}));
    assert_eq!(answered(&mut t, &id)["state"], "running", "nobody picked up");
    undo_last(&mut t);
    let first = task(&mut t);
    t.ok("decide_tasks", json!({"tasks": [first], "decision": "done", "channel": "phone", "text": "说好换一件"}));
    let clock = answered(&mut t, &id);
    assert_eq!((clock["state"].as_str(), clock["done_at"].as_str()), (Some("in_time"), Some("2026-11-21T11:30:00+08:00")));
    assert_eq!(task(&mut t), Value::Null);
    undo_last(&mut t);
    assert_eq!(answered(&mut t, &id)["state"], "running", "one step back takes both back");

    let mut contact =
        json!({"customers": [her], "channel": "wechat", "direction": "in", "purpose": "service", "outcome": "replied", "complaint": id});
    t.ok("log_contact", contact.clone());
    assert_eq!(answered(&mut t, &id)["state"], "running", "a word of hers is no answer");
    contact["direction"] = json!("out");
    contact["outcome"] = json!("sent");
    contact["day"] = json!("2026-11-20");
    t.ok("log_contact", contact.clone());
    assert_eq!(answered(&mut t, &id)["state"], "running", "what was said before she complained is none");
    contact["day"] = Value::Null;
    t.ok("log_contact", contact.clone());
    assert_eq!(answered(&mut t, &id)["done_at"], "2026-11-21T11:30:00+08:00");
    t.at("2026-11-21T12:00:00+08:00");
    t.ok("log_contact", contact);
    assert_eq!(answered(&mut t, &id)["done_at"], "2026-11-21T11:30:00+08:00", "the first answer holds");
}
