//! Memberships ended, and archives that became part of others.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str, phone: &str) -> i64 {
    let fields = json!({"name": name, "phones": [phone]});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

fn visit(customer: i64, kind: &str) -> Value {
    json!({"customer": customer, "kind": kind, "lines": [{"style_no": "A1", "qty": 1, "price": "399.00"}]})
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
    t.ok("set_status", json!({"customer": gone, "status": "cancelled"}));
    let moved = json!({"visit": bought, "corrected": visit(gone, "purchase"), "reason": "记错人"});
    assert_eq!(t.err("correct_visit", moved).code.as_str(), "customer_inactive");
}
