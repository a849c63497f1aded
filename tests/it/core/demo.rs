//! The invented shop comes along with the first run, whole, and goes again with one undo.

use serde_json::{Value, json};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};

fn customers(t: &mut TestShop, sort: &str) -> Vec<Value> {
    let filter = json!({"levels": [], "tags": [], "never_visited": false});
    t.ok("list_customers", json!({"filter": filter, "sort": sort, "limit": 100}))["rows"].as_array().unwrap().clone()
}

#[test]
fn the_demo_shop_opens_alive() {
    let mut t = shop_with(Trade::Clothing, true);
    let (info, size) = (t.ok("shop_info", json!({})), t.ok("shop_size", json!({})));
    assert_eq!(
        (size["customers"].as_i64(), size["visits"].as_i64(), info["staff"].as_array().map(Vec::len)),
        (Some(40), Some(161), Some(4))
    );
    let best = &customers(&mut t, "spend")[0];
    assert_ne!(best["level"], "普通会员");
    let page = t.ok("customer_page", json!({"customer": best["id"]}));
    assert!(page["points"]["balance"].as_i64() > Some(1_000), "{page}");
    assert_eq!(page["visits"].as_array().map(Vec::len).map(|n| n > 3), Some(true));
    let levels = t.ok("levels_page", json!({}))["levels"].clone();
    let members: Vec<i64> = levels.as_array().unwrap().iter().map(|level| level["members"].as_i64().unwrap()).collect();
    assert_eq!(members.iter().sum::<i64>(), 40);
    assert!(members.iter().filter(|&&n| n > 0).count() >= 3, "{members:?}");
    // Everybody who bought for the first time in the last 60 days holds a voucher for the second time.
    let vouchers = t.ok("list_vouchers", json!({"state": "usable", "limit": 100}));
    assert!(vouchers["totals"]["outstanding"].as_i64() > Some(0));
    assert!(!t.ok("benefits_due", json!({"days": 62}))["rows"].as_array().unwrap().is_empty());
    assert_eq!(t.ok("check_shop", json!({}))["ok"], true);
}

#[test]
fn points_and_levels_are_those_of_recording_each_visit_on_its_day() {
    let mut t = shop_with(Trade::Clothing, true);
    for row in customers(&mut t, "joined").iter().take(10) {
        let her = json!({"customer": row["id"]});
        let points = t.ok("points_page", her.clone());
        let visits = t.ok("list_visits", json!({"customer": row["id"], "limit": 100}));
        let first = |value: &Value| value.as_array().unwrap().last().map(|line| line["day"].clone());
        let bought: Vec<&Value> = visits["rows"].as_array().unwrap().iter().filter(|visit| visit["kind"] == "purchase").collect();
        assert_eq!(first(&points["lines"]), bought.last().map(|visit| visit["day"].clone()), "earned on the day of the visit");
        let steps = t.ok("level_history", her)["steps"].clone();
        let on_a_visit = |step: &Value| visits["rows"].as_array().unwrap().iter().any(|visit| visit["day"] == step["day"]);
        assert!(steps.as_array().unwrap().iter().all(on_a_visit), "{steps}");
    }
}

#[test]
fn one_undo_leaves_the_shop_as_it_would_have_been_without_it() {
    let mut t = shop_with(Trade::Clothing, true);
    let entries = t.ok("list_history", json!({"limit": 10}))["entries"].clone();
    let entry = &entries[0];
    assert_eq!((entries.as_array().map(Vec::len), entry["kind"].as_str()), (Some(1), Some("load_demo")));
    assert_eq!((&entry["customer"], &entry["params"]), (&Value::Null, &json!({"customers": 40, "visits": 161})));
    let undone = t.ok("undo", json!({"operation": entry["id"]}));
    let mut empty = shop();
    for (op, args) in [
        ("shop_info", json!({})),
        ("levels_page", json!({})),
        ("list_tags", json!({})),
        ("list_vouchers", json!({"state": "all", "limit": 10})),
        ("list_points", json!({"by_hand": false, "limit": 10})),
        ("list_visits", json!({"walk_ins": false, "limit": 10})),
        ("search", json!({"query": "单", "limit": 10})),
    ] {
        // The audit log knows that something was there; nothing else does.
        let without_log = |mut answer: Value| {
            answer.as_object_mut().and_then(|fields| fields.remove("audit_head"));
            answer
        };
        assert_eq!(without_log(t.ok(op, args.clone())), without_log(empty.ok(op, args)), "{op}");
    }
    assert_eq!(customers(&mut t, "name"), Vec::<Value>::new());
    assert_eq!(t.ok("check_shop", json!({}))["ok"], true);
    t.ok("undo", json!({"operation": undone["operation"]}));
    assert_eq!(customers(&mut t, "name").len(), 40);
}

#[test]
fn any_trade_can_look_at_the_demo_shop() {
    for trade in Trade::ALL {
        let mut t = shop_with(*trade, true);
        assert_eq!(customers(&mut t, "name").len(), 40, "{trade:?}");
    }
}
