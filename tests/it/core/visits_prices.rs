//! Lower prices for a reason, and points that fit the bill.

use super::visits::*;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

/// A piece of 299.00 at the price of her level.
fn level_piece(price: &str) -> Value {
    json!([{"style_no": "A", "qty": 1, "list_price": "299.00", "price": price, "reason": "level"}])
}

fn set_level(t: &mut TestShop, who: &Value, rank: usize) -> i64 {
    let levels = t.ok("levels_page", json!({}))["levels"].clone();
    t.ok("set_level", json!({"customer": who, "level": levels[rank]["id"], "reason": "老朋友"}));
    levels[rank]["benefits"]["pay_percent"].as_i64().unwrap()
}

#[test]
fn the_price_of_a_level_is_what_her_level_gives() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let params = refused_visit(&mut t, purchase(&Value::Null, level_piece("290.00")), "level_price_not_due", "lines.0.reason");
    assert_eq!(params["why"], "walk_in");
    let params = refused_visit(&mut t, purchase(&who, level_piece("290.00")), "level_price_not_due", "lines.0.reason");
    assert_eq!(params["why"], "no_discount", "everybody's level gives none");

    let percent = set_level(&mut t, &who, 2);
    assert!(percent < 100);
    let least = 299 * percent / 100;
    let below = format!("{}.99", least - 1);
    let params = refused_visit(&mut t, purchase(&who, level_piece(&below)), "level_price_not_due", "lines.0.price");
    assert_eq!((params["why"].as_str(), params["min"].clone()), ("below", format!("{least}.00")));
    // Rounded down to the yuan is what a shop does.
    let rounded = format!("{least}.00");
    let sale = save(&mut t, "1", purchase(&who, level_piece(&rounded)));
    assert_eq!(sale["effects"]["total"], rounded);
    // Below it there has to be another reason.
    let by_hand = json!([{"style_no": "A", "qty": 1, "list_price": "299.00", "price": below, "reason": "manual", "reason_note": "瑕疵"}]);
    save(&mut t, "2", purchase(&who, by_hand));

    // What was right when it was saved stays right when a note is corrected after her level changed.
    t.at("2026-11-21T11:00:00+08:00");
    set_level(&mut t, &who, 0);
    let corrected = with(purchase(&who, level_piece(&rounded)), json!({"note": "改了备注"}));
    t.ok("correct_visit", json!({"visit": sale["visit"], "corrected": corrected, "reason": "备注"}));
    refused_visit(&mut t, purchase(&who, level_piece(&rounded)), "level_price_not_due", "lines.0.reason");
    // A visit of the day before is judged by the level she had then: none.
    let late = with(purchase(&who, level_piece(&rounded)), json!({"day": "2026-11-20"}));
    refused_visit(&mut t, late, "level_price_not_due", "lines.0.reason");
    sound(&mut t);
}

#[test]
fn the_most_points_on_a_bill_are_those_that_fit() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let rules = t.ok("points_settings", json!({}));
    let mut cheap = rules.clone();
    // Ten points are a yuan: one is worth ten fen, and a bill of 0.55 takes five.
    cheap["points"]["points_per_yuan_off"] = json!(10);
    t.ok("save_points_settings", cheap);
    save(&mut t, "earns", purchase(&who, json!([piece("A", "400.00")])));
    let buy = |points: i64| with(purchase(&who, json!([piece("B", "0.55")])), json!({"points_used": points}));
    let params = refused_visit(&mut t, buy(6), "out_of_range", "points_used");
    assert_eq!(params["max"], "5");
    assert_eq!(save(&mut t, "fits", buy(5))["effects"]["total"], "0.05");
}
