//! Archives put away, memberships ended, and both taken back: what rests, what goes on, and that nothing is lost.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str, phone: &str) -> i64 {
    let fields = json!({"name": name, "phones": [phone]});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

fn visit(customer: i64, kind: &str) -> Value {
    json!({"customer": customer, "kind": kind, "lines": [{"style_no": "A1", "qty": 1, "price": "399.00"}]})
}

fn set(t: &mut TestShop, customer: i64, status: &str) -> i64 {
    t.ok("set_status", json!({"customer": customer, "status": status}));
    t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].as_i64().unwrap()
}

/// What of hers shows in the everyday work: her tasks, whether she is a duplicate, whether the list has her.
fn everyday(t: &mut TestShop, customer: i64) -> (usize, usize, bool) {
    let tasks = t.ok("customer_tasks", json!({"customer": customer}))["rows"].as_array().unwrap().len();
    let pairs = t.ok("find_duplicates", json!({}))["pairs"].as_array().unwrap().len();
    let filter = json!({"levels": [], "tags": [], "never_visited": false});
    let list = t.ok("list_customers", json!({"filter": filter, "sort": "name", "limit": 50}));
    (tasks, pairs, list["rows"].as_array().unwrap().iter().any(|row| row["id"] == customer))
}

#[test]
fn who_left_rests_everywhere_and_comes_back_whole() {
    for status in ["archived", "cancelled"] {
        let mut t = shop();
        let her = open(&mut t, "单晓燕", "13900000001");
        open(&mut t, "單曉燕", "13900000001");
        let bought = t.ok("record_visit", json!({"receipt": "receipt-000000001", "visit": visit(her, "purchase")}))["visit"].clone();
        let line = t.ok("visit_page", json!({"visit": bought}))["lines"][0]["id"].clone();
        t.ok("save_follow_up", json!({"customers": [her], "title": "试新款", "due_on": "2026-11-21", "purpose": "service"}));
        let granted = json!({"customers": [her], "name": "生日茶", "valid_to": null});
        t.ok("grant_benefit", granted);
        let benefit = t.ok("customer_page", json!({"customer": her}))["benefits"][0]["id"].clone();
        let before = (everyday(&mut t, her), t.ok("customer_page", json!({"customer": her})));
        assert!(before.0.0 > 0 && before.0.1 == 1 && before.0.2, "{:?}", before.0);

        let told = t.ok("preview_status", json!({"customer": her, "status": status}));
        assert_eq!((&told["status"], &told["points"], &told["benefits"]), (&json!("active"), &json!(399), &json!(1)));
        assert_eq!(told["tasks"], json!(before.0.0));
        let left = set(&mut t, her, status);
        assert_eq!(everyday(&mut t, her), (0, 0, false), "{status}");
        assert_eq!(t.ok("find_duplicates", json!({"inactive": true}))["pairs"][0]["left_status"], status);
        let hits = t.ok("search", json!({"query": "单晓燕", "limit": 10}))["hits"].clone();
        assert_eq!((&hits[0]["id"], &hits[0]["archived"]), (&json!(her), &json!(true)));
        assert_eq!(t.ok("customer_page", json!({"customer": her}))["contact"]["against"][0]["why"], "inactive");

        // A sale asks to restore first, and so does what only a member is given; what she brings back is taken back.
        for (n, kind) in ["purchase", "browse", "service"].into_iter().enumerate() {
            let again = if kind == "purchase" { visit(her, kind) } else { json!({"customer": her, "kind": kind}) };
            let refused = t.err("record_visit", json!({"receipt": format!("receipt-10000000{n}"), "visit": again}));
            assert_eq!(
                (refused.code.as_str(), refused.field.as_deref(), refused.params["status"].as_str()),
                ("customer_inactive", Some("customer"), status)
            );
        }
        assert_eq!(t.err("preview_visit", json!({"visit": visit(her, "purchase")})).code.as_str(), "customer_inactive");
        assert_eq!(t.err("redeem_points", json!({"customer": her, "points": 1, "gift": "杯子"})).code.as_str(), "customer_inactive");
        assert_eq!(t.err("give_benefit", json!({"benefit": benefit})).code.as_str(), "customer_inactive");
        let back = json!({"customer": her, "kind": "return", "returns": [{"line": line, "qty": 1}]});
        let returned = t.ok("record_visit", json!({"receipt": "receipt-return-01", "visit": back}))["visit"].clone();
        t.ok("void_visit", json!({"visit": returned, "reason": "误录"}));
        let mut corrected = visit(her, "purchase");
        corrected["note"] = json!("补一句");
        t.ok("correct_visit", json!({"visit": bought, "corrected": corrected, "reason": "补记"}));
        corrected["note"] = Value::Null;
        t.ok("correct_visit", json!({"visit": bought, "corrected": corrected, "reason": "补记"}));

        let came = set(&mut t, her, "active");
        assert_eq!(everyday(&mut t, her), before.0);
        let page = t.ok("customer_page", json!({"customer": her}));
        for part in ["customer", "figures", "level", "points", "benefits", "vouchers", "contact"] {
            assert_eq!(page[part], before.1[part], "{part}");
        }
        // Each step has its entry in the history and in the log, and can be taken back.
        t.ok("undo", json!({"operation": came}));
        assert_eq!(everyday(&mut t, her), (0, 0, false));
        t.ok("undo", json!({"operation": left}));
        assert_eq!(everyday(&mut t, her), before.0);
        let logged = t.ok("list_audit", json!({"limit": 50})).to_string();
        assert!(logged.matches("set_status").count() >= 2, "{logged}");
        assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    }
}

#[test]
fn what_became_part_of_another_archive_comes_back_by_undoing_the_merge_only() {
    let mut t = shop();
    let (keep, from) = (open(&mut t, "周敏", "13900000001"), open(&mut t, "周敏", "13900000002"));
    let fields = t.ok("customer_page", json!({"customer": keep}))["customer"]["fields"].clone();
    t.ok("merge_customers", json!({"keep": keep, "from": from, "fields": fields}));
    for op in ["set_status", "preview_status"] {
        assert_eq!(t.err(op, json!({"customer": from, "status": "active"})).code.as_str(), "not_found", "{op}");
    }
    assert_eq!(t.ok("customer_page", json!({"customer": from}))["customer"]["merged_into"], keep);
}

#[test]
fn a_sale_does_not_move_to_somebody_who_left() {
    let mut t = shop();
    let (her, gone) = (open(&mut t, "周敏", "13900000001"), open(&mut t, "李芳", "13900000002"));
    let bought = t.ok("record_visit", json!({"receipt": "receipt-000000001", "visit": visit(her, "purchase")}))["visit"].clone();
    set(&mut t, gone, "cancelled");
    let moved = json!({"visit": bought, "corrected": visit(gone, "purchase"), "reason": "记错人"});
    assert_eq!(t.err("correct_visit", moved).code.as_str(), "customer_inactive");
}
