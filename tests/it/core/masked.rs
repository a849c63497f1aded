//! Phones as a clerk sees them: the last four figures, in every answer there is.

use serde_json::{Value, json};
use shuke_core::lock::Access;
use shuke_core::ops::{self, OPERATIONS};
use shuke_tests::{TestShop, shop};
use std::collections::BTreeSet;

/// What every phone of the book begins with.
const MARK: &str = "1390777";

/// A book in which everybody has a phone with the mark, and something of everything happened to the first.
fn marked() -> TestShop {
    let mut t = shop();
    t.ok("save_staff", json!({"name": "小林", "role": "clerk", "is_active": true}));
    for (n, name) in ["单姐", "单姐", "王姐", "李姐"].iter().enumerate() {
        let referrer = if n == 2 { json!(1) } else { Value::Null };
        let phones = json!([format!("{MARK}000{n}"), format!("+86 139-0777-100{n}")]);
        // For many the WeChat name is the number, or has it in it.
        let wechat = [format!("{MARK}000{n}"), format!("wx{MARK}000{n}"), "lanlan_88".to_owned(), format!("{MARK}000{n}")];
        let fields = json!({
            "name": name, "phones": phones, "staff": 2, "referrer": referrer,
            "wechat": wechat[n],
            "birthday": {"calendar": "solar", "year": 1990, "month": 11, "day": 25, "leap": false},
        });
        t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": ["老客"]}));
    }
    for customer in 1..=4 {
        t.ok(
            "record_visit",
            json!({"receipt": format!("receipt-{customer:04}"), "visit": {
                "customer": customer, "kind": "purchase", "staff": 2,
                "lines": [{"style_no": "A-1", "name": "风衣", "qty": 1, "price": "2680.00"}],
                "payments": [{"method": "cash", "amount": "2680.00"}],
            }}),
        );
    }
    t.ok("open_complaint", json!({"customer": 1, "kind": "goods", "what": "扣子掉了"}));
    t.ok("log_contact", json!({"customers": [1], "channel": "phone", "direction": "out", "purpose": "service", "outcome": "reached"}));
    t.ok("save_wish", json!({"customer": 1, "style_no": "B-2", "status": "open"}));
    t.ok("save_relation", json!({"customer": 1, "other": 3, "kind": "friend"}));
    let event = t.ok(
        "save_event",
        json!({"id": null, "name": "沙龙", "kind": "salon", "day": "2026-12-20", "starts": "14:30", "invite_days": 7, "sales_days": 14}),
    );
    t.ok("add_guests", json!({"event": event["event"], "customers": [1, 2, 3], "call": {"spend": "5000.00"}}));
    t.ok("draw_spot_check", json!({"name": "抽查", "size": 4}));
    // One whose numbers were changed: they stand in the history.
    let mut fields = t.ok("customer_page", json!({"customer": 4}))["customer"]["fields"].clone();
    fields["phones"] = json!([format!("{MARK}9999")]);
    fields["wechat"] = json!(format!("{MARK}9999"));
    t.ok("update_customer", json!({"customer": 4, "fields": fields, "confirm_phone": false}));
    t
}

/// Arguments that one operation or another understands.
fn tries() -> Vec<Value> {
    let who = json!({"customer": 1});
    vec![
        json!({}),
        who,
        json!({"customer": 1, "limit": 50}),
        json!({"limit": 200}),
        json!({"query": MARK, "limit": 50}),
        json!({"query": "单", "limit": 50}),
        json!({"phone": format!("{MARK}0001")}),
        json!({"visit": 1}),
        json!({"event": 1}),
        json!({"complaint": 1}),
        json!({"check": 1}),
        json!({"day": "2026-11-21"}),
        json!({"month": "2026-11"}),
        json!({"year": 2026, "month": 11}),
        json!({"whose": {"kind": "all"}}),
        json!({"which": "due", "limit": 50}),
        json!({"customers": [1, 2, 3, 4]}),
        json!({"filter": {"kind": "count", "what": "purchases", "min": 1, "period": {"kind": "ever"}}}),
        json!({"filter": {"levels": [], "tags": [], "never_visited": false}, "sort": "name", "limit": 50}),
        json!({"filter": {"levels": [], "tags": [], "never_visited": false}, "sort": "last_visit", "limit": 50}),
        json!({"from": "2026-11-01", "to": "2026-11-30"}),
        json!({"from": "2026-11-01", "to": "2026-11-30", "limit": 50}),
        json!({"within_days": 400}),
        json!({"days": 400}),
        json!({"state": "open", "limit": 50}),
        json!({"order": "expected_spend", "limit": 50}),
        json!({"event": 1, "customers": [1, 4], "call": {"spend": "5000.00"}}),
        json!({"operation": 3}),
        json!({"left": 1, "right": 2}),
    ]
}

#[test]
fn no_answer_shows_a_clerk_a_whole_phone() {
    let mut t = marked();
    // Every operation of the history in turn, so that the rows of each are seen.
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].as_i64().unwrap();
    let mut asked = tries();
    asked.extend((1..=last).map(|operation| json!({"operation": operation})));
    // First as the owner, who sees them: what is asked does reach them.
    let whole = showing(&mut t, &asked);
    t.ok("set_secret", json!({"staff": 1, "secret": "春天的云裳开门了"}));
    t.ok("unlock", json!({"staff": 2}));
    let seen = showing(&mut t, &asked);
    assert!(seen.is_empty(), "{seen:?}");
    for op in [
        "search",
        "customer_page",
        "list_customers",
        "who_has_phone",
        "find_duplicates",
        "compare_customers",
        "tasks_of",
        "list_contacts",
        "list_complaints",
        "complaint_page",
        "event_page",
        "call_sheet",
        "spot_check_page",
        "operation_detail",
    ] {
        assert!(whole.contains(op), "{op} shows its phones to the owner; found: {whole:?}");
    }
    // And the search that does not wait for the book.
    let (answer, _) = t.shop.finder().answer(&serde_json::from_value(json!({"query": MARK, "limit": 50})).unwrap()).unwrap();
    assert!(answer["hits"].as_array().unwrap().len() == 4 && !answer.to_string().contains(MARK), "{answer}");
    assert_eq!(answer["hits"][0]["phone"].as_str().map(|phone| phone[..7].to_owned()), Some("*******".to_owned()));
}

/// The clerks' operations that change nothing here, whose answer holds a phone with the mark.
fn showing(t: &mut TestShop, asked: &[Value]) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    for op in OPERATIONS.iter().filter(|op| op.access == Access::Clerk) {
        let changes =
            ["undo", "remove", "set_", "add_", "save_", "give_", "lock", "cancel_", "delete", "reopen", "hold", "resume", "solve"];
        if changes.iter().any(|word| op.name.starts_with(word)) {
            continue;
        }
        for args in asked {
            if let Ok(answer) = ops::call(&mut t.shop, op.name, args.clone()) {
                let text = answer.to_string();
                if text.contains(MARK) || text.contains("139-0777") {
                    found.insert(op.name);
                }
            }
        }
    }
    found
}

#[test]
fn a_clerk_who_saves_what_she_sees_changes_no_number() {
    let mut t = marked();
    t.ok("set_secret", json!({"staff": 1, "secret": "春天的云裳开门了"}));
    t.ok("unlock", json!({"staff": 2}));
    let mut fields = t.ok("customer_page", json!({"customer": 1}))["customer"]["fields"].clone();
    assert_eq!(fields["phones"], json!(["*******0000", "*******1000"]));
    fields["note"] = json!("要改衣");
    t.ok("update_customer", json!({"customer": 1, "fields": fields, "confirm_phone": false}));
    // A new one behind a kept one, and one of somebody else's that is only known by its end.
    fields["phones"] = json!(["*******1000", "13800000000"]);
    t.ok("update_customer", json!({"customer": 1, "fields": fields, "confirm_phone": false}));
    fields["phones"] = json!(["*******0001"]);
    let failure = t.err("update_customer", json!({"customer": 1, "fields": fields, "confirm_phone": false}));
    assert_eq!(failure.field.as_deref(), Some("phones.0"));
    t.ok("unlock", json!({"staff": 1, "secret": "春天的云裳开门了"}));
    assert_eq!(t.ok("customer_page", json!({"customer": 1}))["customer"]["fields"]["phones"], json!(["+86 139-0777-1000", "13800000000"]));
}

#[test]
fn a_clerk_who_saves_what_she_sees_changes_no_wechat_name() {
    let mut t = marked();
    t.ok("set_secret", json!({"staff": 1, "secret": "春天的云裳开门了"}));
    t.ok("unlock", json!({"staff": 2}));
    let page = |t: &mut TestShop, n: i64| t.ok("customer_page", json!({"customer": n}))["customer"]["fields"].clone();
    let seen: Vec<Value> = (1..=3).map(|n| page(&mut t, n)["wechat"].clone()).collect();
    assert_eq!(seen, ["*******0000", "wx*******0001", "lanlan_88"]);
    let update = |t: &mut TestShop, n: i64, fields: &Value| {
        ops::call(&mut t.shop, "update_customer", json!({"customer": n, "fields": fields, "confirm_phone": false}))
    };
    for n in 1..=3 {
        let mut fields = page(&mut t, n);
        fields["note"] = json!("要改衣");
        update(&mut t, n, &fields).unwrap();
    }
    // Somebody else's number that is known by its end only has no figures to keep; that hers is the name can be said unseen.
    let mut fields = page(&mut t, 3);
    fields["wechat"] = json!("*******0001");
    assert_eq!(update(&mut t, 3, &fields).unwrap_err().field.as_deref(), Some("wechat"));
    fields["wechat"] = json!("*******0002");
    update(&mut t, 3, &fields).unwrap();
    t.ok("unlock", json!({"staff": 1, "secret": "春天的云裳开门了"}));
    let whole: Vec<Value> = (1..=3).map(|n| page(&mut t, n)["wechat"].clone()).collect();
    assert_eq!(whole, [format!("{MARK}0000"), format!("wx{MARK}0001"), format!("{MARK}0002")]);
}

#[test]
fn a_clerk_sees_one_customers_numbers_only_where_the_owner_allows_it_and_each_time_is_in_the_log() {
    let mut t = marked();
    let (owner, clerk) = (json!({"staff": 1, "secret": "春天的云裳开门了"}), json!({"staff": 2}));
    t.ok("set_secret", owner.clone());
    t.ok("unlock", clerk.clone());
    // Off unless the owner says so, and not the clerk's to say.
    assert_eq!(t.err("show_numbers", json!({"customer": 1})).code.as_str(), "owner_needed");
    assert_eq!(t.ok("lock_state", json!({}))["reveals"], false);
    assert_eq!(t.err("save_lock_settings", json!({"after_minutes": 5, "clerks_reveal": true})).code.as_str(), "owner_needed");
    t.ok("unlock", owner.clone());
    let revealed = |t: &mut TestShop| t.ok("list_audit", json!({"action": "revealed", "limit": 10}))["entries"].clone();
    assert_eq!(revealed(&mut t), json!([]));
    t.ok("save_lock_settings", json!({"after_minutes": 5, "clerks_reveal": true}));
    t.ok("unlock", clerk);
    assert_eq!(t.ok("lock_state", json!({}))["reveals"], true);
    let told = t.ok("show_numbers", json!({"customer": 1}));
    let whole = json!({"phones": [format!("{MARK}0000"), "+86 139-0777-1000"], "wechat": format!("{MARK}0000")});
    assert_eq!(told, whole);
    assert_eq!(t.err("show_numbers", json!({"customer": 99})).code.as_str(), "not_found");
    // Everything else stays as it was, the paper to call from as well.
    for (op, args) in [
        ("customer_page", json!({"customer": 1})),
        ("call_sheet", json!({"customers": [1]})),
        ("search", json!({"query": "单", "limit": 5})),
    ] {
        let text = t.ok(op, args).to_string();
        assert!(!text.contains(MARK) && !text.contains("139-0777"), "{op} {text}");
    }
    t.ok("lock", json!({}));
    assert_eq!(t.err("show_numbers", json!({"customer": 1})).code.as_str(), "locked");
    t.ok("unlock", owner);
    let log = revealed(&mut t);
    assert_eq!((log.as_array().unwrap().len(), &log[0]["customer"], &log[0]["by"]), (1, &json!(1), &json!("小林")));
    assert!(!log.to_string().contains(MARK), "{log}");
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
}
