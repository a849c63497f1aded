//! What is said before an archive is put away or a membership ended is what happens: each sentence of the question, one by one.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str, phone: &str) -> i64 {
    let fields = json!({"name": name, "phones": [phone]});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

/// Somebody with points, a voucher, two benefits of which one runs out on 10 December, a task, a place at an event, and a complaint.
fn her(t: &mut TestShop) -> (i64, Value, Value) {
    let her = open(t, "单晓燕", "13900000001");
    open(t, "李芳", "13900000002");
    let visit = json!({"customer": her, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": "399.00"}]});
    t.ok("record_visit", json!({"receipt": "receipt-000000001", "visit": visit}));
    for (name, to) in [("丝巾一条", json!("2026-12-10")), ("免费改衣", Value::Null)] {
        t.ok("grant_benefit", json!({"customers": [her], "name": name, "valid_to": to}));
    }
    t.ok("save_follow_up", json!({"customers": [her], "title": "试新款", "due_on": "2026-11-21", "purpose": "service"}));
    let event = json!({"name": "茶会", "kind": "salon", "day": "2026-12-20", "invite_days": 7, "sales_days": 14});
    let event = t.ok("save_event", event)["event"].clone();
    t.ok("add_guests", json!({"event": event, "customers": [her], "call": {}}));
    let complaint = t.ok("open_complaint", json!({"customer": her, "kind": "goods", "what": "掉了一颗扣子"}))["complaint"].clone();
    (her, event, complaint)
}

fn set(t: &mut TestShop, customer: i64, status: &str) {
    t.ok("set_status", json!({"customer": customer, "status": status}));
}

fn open_benefits(t: &mut TestShop, customer: i64) -> Vec<(Value, Value)> {
    let page = t.ok("customer_page", json!({"customer": customer}));
    let benefits = page["benefits"].as_array().unwrap().iter();
    benefits.map(|benefit| (benefit["name"].clone(), benefit["id"].clone())).collect()
}

#[test]
fn what_she_still_has_is_counted_rests_and_runs_out_as_it_would_have() {
    for status in ["archived", "cancelled"] {
        let mut t = shop();
        let (her, ..) = her(&mut t);
        let told = t.ok("preview_status", json!({"customer": her, "status": status}));
        let counts = ["points", "vouchers", "benefits", "events", "complaints"].map(|key| told[key].as_i64().unwrap());
        assert_eq!(counts, [399, 1, 2, 1, 1], "{told}");
        assert!(told["tasks"].as_i64().unwrap() > 0, "{told}");
        set(&mut t, her, status);
        for (_, benefit) in open_benefits(&mut t, her) {
            assert_eq!(t.err("give_benefit", json!({"benefit": benefit})).code.as_str(), "customer_inactive");
        }
        t.at("2026-12-11T10:00:00+08:00");
        set(&mut t, her, "active");
        let back = t.ok("preview_status", json!({"customer": her, "status": "archived"}));
        assert_eq!((&back["points"], &back["benefits"]), (&json!(399), &json!(1)), "{status}: the scarf ran out meanwhile");
        // What is left can be used again at once.
        let left = open_benefits(&mut t, her).into_iter().find(|(name, _)| name == "免费改衣").unwrap();
        t.ok("give_benefit", json!({"benefit": left.1}));
        t.ok("redeem_points", json!({"customer": her, "points": 100, "gift": "杯子"}));
        assert_eq!(t.ok("customer_page", json!({"customer": her}))["points"]["balance"], 299);
        assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    }
}

#[test]
fn no_list_no_group_and_no_message_has_her_until_she_is_back() {
    for status in ["archived", "cancelled"] {
        let mut t = shop();
        let (her, ..) = her(&mut t);
        let everybody = json!({"kind": "all", "of": []});
        let other = json!({"name": "新品预览", "kind": "preview", "day": "2026-12-24", "invite_days": 7, "sales_days": 14});
        let event = t.ok("save_event", other)["event"].clone();
        let folder = t.folder.path().join("out");
        std::fs::create_dir(&folder).unwrap();
        let groups = |t: &mut TestShop| {
            let found = t.ok("preview_segment", json!({"filter": everybody}));
            let asked = json!({"event": event, "customers": [], "filter": {"tags": [], "condition": everybody}, "call": {}});
            let guests = t.ok("preview_guests", asked);
            let item = json!({"customer": her, "occasion": "thanks_milestone"});
            let held = t.ok("export_messages", json!({"items": [item], "folder": folder}))["held"].clone();
            let dry = json!({"filter": everybody, "title": "问声好", "due_on": "2026-11-25", "purpose": "greeting", "batch": "全体"});
            let tasks = t.ok("set_segment_tasks", dry)["saved"].clone();
            let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
            t.ok("undo", json!({"operation": last}));
            let asked = guests["messages"].as_i64().unwrap() + guests["calls"].as_i64().unwrap() + guests["barred_count"].as_i64().unwrap();
            (found["customers"].as_i64().unwrap(), asked, tasks.as_i64().unwrap(), held[0]["why"]["why"].clone())
        };
        let before = groups(&mut t);
        assert_eq!((before.0, before.1, before.2), (2, 2, 2));
        set(&mut t, her, status);
        assert_eq!(groups(&mut t), (1, 1, 1, json!("inactive")), "{status}");
        set(&mut t, her, "active");
        assert_eq!(groups(&mut t), before);
    }
}

#[test]
fn a_complaint_is_seen_through_and_a_promised_place_is_kept_though_she_left() {
    for status in ["archived", "cancelled"] {
        let mut t = shop();
        let (her, event, complaint) = her(&mut t);
        set(&mut t, her, status);
        let listed = t.ok("list_complaints", json!({"state": "open", "limit": 10}))["rows"].clone();
        assert_eq!(listed.as_array().unwrap().len(), 1, "{listed}");
        t.ok("answer_complaint", json!({"complaint": complaint}));
        t.ok("solve_complaint", json!({"complaint": complaint, "solution": "补了扣子"}));
        let guests = t.ok("event_page", json!({"event": event}))["guests"].clone();
        assert_eq!(guests[0]["customer"]["id"], her, "{guests}");
        t.ok("set_guest_answer", json!({"event": event, "customers": [her], "answer": "declined"}));
        let told = t.ok("preview_status", json!({"customer": her, "status": "active"}));
        assert_eq!((&told["status"], &told["complaints"], &told["events"]), (&json!(status), &json!(0), &json!(1)));
    }
}
