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

/// All tasks as the window sees them, those kept back too.
fn everything(t: &mut TestShop) -> (Value, Value) {
    let today = t.ok("today", json!({"whose": "all", "limit": 500}));
    (json!([today["rows"], today["groups"], today["all"]]), t.ok("held_tasks", json!({"limit": 500})))
}

fn last_operation(t: &mut TestShop) -> Value {
    t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone()
}

/// Something done in the shop.
type Step = Box<dyn Fn(&mut TestShop)>;

#[test]
fn a_list_brought_up_to_date_is_the_list_made_anew() {
    let mut t = shop();
    let people: Vec<i64> = ["单晓燕", "曾丽", "仇敏", "解芸"].iter().map(|name| open(&mut t, name)).collect();
    let birthday = json!({"calendar": "solar", "year": 1990, "month": 11, "day": 26});
    let fields = json!({"name": "尉迟静", "phones": ["13900000001"], "birthday": birthday, "referrer": people[0]});
    let friend = t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}))["customer"].clone();
    everything(&mut t);
    let steps: Vec<Step> = vec![
        Box::new({
            let who = people[1];
            move |t| {
                buy(t, who, "2600.00");
            }
        }),
        Box::new({
            let who = people[2];
            move |t| {
                buy(t, who, "300.00");
            }
        }),
        Box::new({
            let friend = friend.as_i64().unwrap();
            move |t| {
                buy(t, friend, "900.00");
            }
        }),
        Box::new({
            let all = people.clone();
            move |t| {
                let batch =
                    json!({"customers": all, "batch": "降温", "title": "天冷了，问问添衣", "due_on": "2026-11-21", "purpose": "greeting"});
                assert_eq!(t.ok("save_follow_up", batch)["saved"], 4);
            }
        }),
        Box::new(|t| {
            let task = today(t).into_iter().find(|row| row["kind"] == "follow_up").unwrap()["task"].clone();
            let snooze = json!({"tasks": [task], "decision": "snoozed", "until": "2026-11-24"});
            assert_eq!(t.ok("decide_tasks", snooze)["contacts"], 0);
        }),
        Box::new(|t| {
            let tasks: Vec<Value> = today(t).iter().filter(|row| row["kind"] == "follow_up").map(|row| row["task"].clone()).collect();
            let done = t.ok("decide_tasks", json!({"tasks": tasks, "decision": "done", "channel": "wechat", "text": "天冷，多穿点"}));
            assert!(done["contacts"].as_i64().unwrap() >= 3, "{done}");
        }),
        Box::new(|t| {
            let operation = last_operation(t);
            t.ok("undo", json!({"operation": operation}));
        }),
        Box::new({
            let who = people[1];
            move |t| drop(t.ok("set_status", json!({"customer": who, "status": "archived"})))
        }),
        Box::new(|t| {
            let operation = last_operation(t);
            t.ok("undo", json!({"operation": operation}));
        }),
    ];
    for (n, step) in steps.into_iter().enumerate() {
        step(&mut t);
        let kept = everything(&mut t);
        t = t.reopen();
        assert_eq!(kept, everything(&mut t), "after step {n}");
    }
}

#[test]
fn what_cannot_be_decided_or_set_is_refused_at_its_field() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕");
    let b = open(&mut t, "曾丽");
    buy(&mut t, a, "500.00");
    let task = today(&mut t)[0]["task"].clone();
    let other = json!({"rule": 1, "customer": a, "cause": "visit:999"});
    for (request, code, field) in [
        (json!({"tasks": [], "decision": "done"}), "out_of_range", "tasks"),
        (json!({"tasks": [other], "decision": "done"}), "not_found", "tasks.0"),
        (json!({"tasks": [task], "decision": "skipped"}), "reason_required", "reason"),
        (json!({"tasks": [task], "decision": "snoozed"}), "required", "until"),
        (json!({"tasks": [task], "decision": "snoozed", "until": "2026-11-21"}), "out_of_range", "until"),
        (json!({"tasks": [task], "decision": "snoozed", "until": "2027-02-21"}), "out_of_range", "until"),
    ] {
        let failure = t.err("decide_tasks", request.clone());
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{request}");
    }
    let follow = |name: &str, value: Value| {
        let mut request = json!({"customers": [a], "title": "问问", "due_on": "2026-11-25", "purpose": "service"});
        request[name] = value;
        request
    };
    for (request, code, field) in [
        (follow("title", json!(" ")), "required", "title"),
        (follow("due_on", json!("2026-11-20")), "out_of_range", "due_on"),
        (follow("expires_on", json!("2026-11-24")), "out_of_range", "expires_on"),
        (follow("customers", json!([])), "out_of_range", "customers"),
        (follow("customers", json!([99])), "not_found", "customers.0"),
        (follow("customers", json!([a, b])), "required", "batch"),
        (follow("channel", json!("in_person")), "choice_invalid", "channel"),
        (follow("staff", json!(99)), "not_found", "staff"),
        (follow("id", json!(99)), "not_found", "id"),
    ] {
        let failure = t.err("save_follow_up", request.clone());
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{request}");
    }
    let saved = t.ok("save_follow_up", follow("title", json!("问问尺码")));
    assert!(t.ok("customer_tasks", json!({"customer": a}))["rows"].as_array().unwrap().iter().any(|row| row["title"] == "问问尺码"));
    t.ok("remove_follow_up", json!({"follow_up": saved["first"]}));
    assert!(t.ok("customer_tasks", json!({"customer": a}))["rows"].as_array().unwrap().iter().all(|row| row["title"] != "问问尺码"));
}

#[test]
fn a_rule_of_the_shops_own_is_tried_saved_and_taken_away() {
    let mut t = shop();
    let a = open(&mut t, "曾丽");
    buy(&mut t, a, "800.00");
    let plan = json!({"trigger": {"kind": "big_purchase", "least": "700.00"}, "after_days": 1, "lasts_days": 3, "means": "message",
                      "purpose": "service", "who": "pool", "retry_days": 2, "tries": 2});
    let draft = json!({"name": "满 700 道谢", "plan": plan, "is_on": true});
    let run = t.ok("dry_run_care_rule", draft.clone());
    assert_eq!((run["this_week"].as_i64(), run["days"].clone()), (Some(1), json!([{"day": "2026-11-22", "tasks": 1}])));
    assert_eq!((run["before"].as_i64(), run["after"].as_i64(), run["changes"].clone()), (Some(0), Some(0), json!([])), "due tomorrow");
    let mut at_once = draft.clone();
    at_once["plan"]["after_days"] = json!(0);
    let run = t.ok("dry_run_care_rule", at_once);
    assert_eq!((run["added"].as_i64(), run["gone"].as_i64(), run["after"].as_i64()), (Some(1), Some(0), Some(1)));
    assert_eq!(run["because"], json!([{"why": "named", "own": true, "tasks": 1}]));
    let change = &run["changes"][0];
    assert_eq!((change["why"].as_str(), change["task"]["title"].as_str()), (Some("named"), Some("满 700 道谢")));
    assert_eq!(change["task"]["customer"]["name"], "曾丽");
    assert!(today(&mut t).iter().all(|row| row["title"] != "满 700 道谢"), "a dry run saves nothing");
    let rule = t.ok("save_care_rule", draft)["id"].clone();
    assert!(today(&mut t).iter().any(|row| row["title"] == "满 700 道谢" && row["staff"].is_null()));
    let off = json!({"id": rule, "name": "满 700 道谢", "plan": plan, "is_on": false});
    t.ok("save_care_rule", off);
    assert!(today(&mut t).iter().all(|row| row["title"] != "满 700 道谢"));
    t.ok("remove_care_rule", json!({"rule": rule}));
    assert_eq!(t.err("remove_care_rule", json!({"rule": rule})).code.as_str(), "not_found");
    assert_eq!(t.err("remove_care_rule", json!({"rule": 1})).code.as_str(), "in_use", "one that ships is switched off");
    let mut wrong = plan.clone();
    wrong["tries"] = json!(9);
    let failure = t.err("save_care_rule", json!({"name": "x", "plan": wrong, "is_on": true}));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("out_of_range", Some("plan.tries")));
}

#[test]
fn a_sheet_to_call_from_has_a_block_a_customer_and_hides_phones_from_clerks() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕");
    buy(&mut t, a, "500.00");
    t.at("2026-11-23T10:00:00+08:00");
    let task = today(&mut t)[0]["task"].clone();
    let gone = json!({"rule": 999, "follow_up": null, "customer": a, "cause": "visit:999"});
    let sheet = t.ok("call_sheet", json!({"tasks": [task, task, gone], "customers": [a]}));
    let blocks = sheet["blocks"].as_array().unwrap();
    assert_eq!((blocks.len(), sheet["left_out"].as_i64()), (1, Some(1)));
    let block = &blocks[0];
    assert_eq!((block["person"]["name"].as_str(), block["person"]["phone"].as_str()), (Some("单晓燕"), Some("13800000001")));
    assert_eq!(block["tasks"].as_array().unwrap().len(), 1, "the same task once");
    assert_eq!(block["visits"][0]["total"].as_str(), Some("500.00"));
    assert!(block["gaps"].as_array().unwrap().len() >= 3, "{block}");
    let clerk = t.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}))["id"].as_i64().unwrap();
    t.ok("set_actor", json!({"staff": clerk}));
    let sheet = t.ok("call_sheet", json!({"customers": [a]}));
    assert_eq!(sheet["blocks"][0]["person"]["phone"].as_str(), Some("*******0001"));
}

#[test]
fn many_at_once_go_into_the_log_each_by_its_own_channel() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕");
    for (title, channel) in [("问问合不合身", "phone"), ("拍新到的给她看", "wechat")] {
        let follow_up = json!({"customers": [a], "title": title, "due_on": "2026-11-21", "channel": channel, "purpose": "service"});
        t.ok("save_follow_up", follow_up);
    }
    let tasks: Vec<Value> = today(&mut t).iter().map(|row| row["task"].clone()).collect();
    let done = t.ok("decide_tasks", json!({"tasks": tasks, "decision": "done", "log": true}));
    assert_eq!((done["decided"].as_i64(), done["contacts"].as_i64()), (Some(2), Some(2)));
    let page = t.ok("customer_page", json!({"customer": a}));
    let mut channels: Vec<&str> = page["contact"]["latest"].as_array().unwrap().iter().filter_map(|c| c["channel"].as_str()).collect();
    channels.sort_unstable();
    assert_eq!(channels, ["phone", "wechat"]);
}
