//! Recording, previewing, correcting and voiding visits; returns and exchanges; what follows from them.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

/// A customer, by name.
fn customer(t: &mut TestShop, name: &str) -> Value {
    let fields = json!({"name": name, "phones": []});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}))["customer"].clone()
}

/// One piece at its list price.
fn piece(style: &str, price: &str) -> Value {
    json!({"style_no": style, "qty": 1, "price": price})
}

/// A purchase of these lines.
fn purchase(who: &Value, lines: Value) -> Value {
    json!({"customer": who, "kind": "purchase", "lines": lines})
}

/// Saves a visit under a receipt of its own.
fn save(t: &mut TestShop, receipt: &str, visit: Value) -> Value {
    t.ok("record_visit", json!({"receipt": format!("receipt-{receipt}"), "visit": visit}))
}

fn page(t: &mut TestShop, visit: &Value) -> Value {
    t.ok("visit_page", json!({"visit": visit}))
}

#[test]
fn a_purchase_is_saved_once_and_shown_everywhere() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let visit =
        purchase(&who, json!([{"style_no": "24D-118", "name": "羊绒大衣", "color": "墨绿", "size": "M", "qty": 1, "price": "1299.00"}]));
    let preview = t.ok("preview_visit", json!({"visit": visit}));
    let saved = save(&mut t, "1", visit.clone());
    assert_eq!(saved["effects"], preview);
    assert_eq!(saved["visit_no"], "202611210001");
    assert_eq!(preview["total"], "1299.00");
    assert_eq!((&preview["points_earned"], &preview["points_after"]), (&json!(1299), &json!(1299)));
    assert_eq!((&preview["vouchers_issued"], &preview["net_spend_after"]), (&json!(1), &json!("1299.00")));
    let again = save(&mut t, "1", visit);
    assert_eq!((&again["visit"], &again["operation"], &again["visit_no"]), (&saved["visit"], &saved["operation"], &saved["visit_no"]));
    let page = page(&mut t, &saved["visit"]);
    assert_eq!(page["row"]["summary"], "羊绒大衣 24D-118 墨绿 M");
    assert_eq!(page["payments"], json!([{"method": "cash", "amount": "1299.00"}]));
    assert_eq!(page["lines"][0]["returnable"], 1);
    assert_eq!(page["history"][0]["kind"], "record_visit");
    let list = t.ok("list_visits", json!({"customer": who, "limit": 20}));
    assert_eq!((&list["count"], &list["total"], &list["rows"][0]["points"]), (&json!(1), &json!("1299.00"), &json!(1299)));
    let day = t.ok("day_summary", json!({}));
    assert_eq!((&day["visits"], &day["total"], &day["new_customers"]), (&json!(1), &json!("1299.00"), &json!(1)));
    let her = t.ok("customer_page", json!({"customer": who}));
    assert_eq!(her["visits"].as_array().map(Vec::len), Some(1));
    assert_eq!(her["vouchers"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_return_takes_back_what_the_sale_gave_and_voiding_it_gives_it_again() {
    let mut t = shop();
    let who = customer(&mut t, "曾可");
    let sale = save(&mut t, "sale", purchase(&who, json!([{"style_no": "A", "qty": 3, "price": "100.00"}, piece("B", "50.00")])));
    let lines = page(&mut t, &sale["visit"])["lines"].clone();
    let back = json!({"customer": who, "kind": "return", "returns": [{"line": lines[0]["id"], "qty": 2}]});
    let effects = save(&mut t, "back", back)["effects"].clone();
    assert_eq!((&effects["total"], &effects["points_reversed"], &effects["points_after"]), (&json!("-200.00"), &json!(200), &json!(150)));
    let all =
        json!({"customer": who, "kind": "return", "returns": [{"line": lines[0]["id"], "qty": 1}, {"line": lines[1]["id"], "qty": 1}]});
    let rest = save(&mut t, "rest", all);
    assert_eq!((&rest["effects"]["points_after"], &rest["effects"]["vouchers_cancelled"]), (&json!(0), &json!(1)));
    let effects = t.ok("void_visit", json!({"visit": rest["visit"], "reason": "误录"}))["effects"].clone();
    assert_eq!((&effects["points_restored"], &effects["points_after"], &effects["vouchers_issued"]), (&json!(150), &json!(150), &json!(1)));
    assert_eq!(t.err("void_visit", json!({"visit": sale["visit"], "reason": "误录"})).code.as_str(), "visit_has_returns");
}
