//! Correcting and voiding: in place, with a reason, everything derived following.

use super::visits::*;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

#[track_caller]
fn correct(t: &mut TestShop, visit: &Value, corrected: Value) -> Value {
    let preview = t.ok("preview_visit", json!({"visit": corrected, "replaces": visit}));
    let saved = t.ok("correct_visit", json!({"visit": visit, "corrected": corrected, "reason": "录错"}));
    assert_eq!(saved["effects"], preview, "what was previewed is what was done");
    saved
}

#[track_caller]
fn refused_correction(t: &mut TestShop, visit: &Value, corrected: Value, code: &str) {
    refused(t, "preview_visit", json!({"visit": corrected, "replaces": visit}), code, "");
    refused(t, "correct_visit", json!({"visit": visit, "corrected": corrected, "reason": "录错"}), code, "");
}

#[test]
fn a_correction_keeps_number_and_day_and_moves_what_follows() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let sale = save(&mut t, "1", with(purchase(&who, json!([piece("A", "1999.00"), piece("B", "50.00")])), json!({"day": "2026-11-02"})));
    let visit = &sale["visit"];
    let first = line(&mut t, visit, 0);
    let corrected = correct(&mut t, visit, purchase(&who, json!([piece("A", "2999.00")])));
    assert_eq!(corrected["visit_no"], "202611020001");
    let effects = &corrected["effects"];
    assert_eq!(
        (&effects["points_reversed"], &effects["points_earned"], &effects["points_after"]),
        (&json!(2049), &json!(2999), &json!(2999))
    );
    assert_eq!((&effects["level_before"]["rank"], &effects["level_after"]["rank"]), (&json!(1), &json!(1)));
    let page = page(&mut t, visit);
    assert_eq!((&page["row"]["day"], &page["row"]["total"]), (&json!("2026-11-02"), &json!("2999.00")));
    assert_eq!((&page["lines"][0]["id"], page["lines"].as_array().map(Vec::len)), (&first, Some(1)));
    assert_eq!(page["payments"], json!([{"method": "cash", "amount": "2999.00"}]));
    let kinds: Vec<&str> = page["history"].as_array().into_iter().flatten().filter_map(|entry| entry["kind"].as_str()).collect();
    assert_eq!(kinds, ["record_visit", "correct_visit"]);
    assert_eq!(page["history"][1]["params"]["reason"], "录错");
    sound(&mut t);
}

#[test]
fn a_corrected_word_moves_no_points() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    save(&mut t, "0", purchase(&who, json!([piece("A", "2000.00")])));
    let lines = json!([piece("A", "100.00"), piece("B", "50.00")]);
    let sale = save(&mut t, "1", purchase(&who, lines.clone()));
    let before = facts(&t)["points_entry"].clone();
    let corrected = correct(&mut t, &sale["visit"], with(purchase(&who, lines), json!({"note": "送了挂带"})));
    assert_eq!((&corrected["effects"]["points_earned"], &corrected["effects"]["points_reversed"]), (&json!(0), &json!(0)));
    assert_eq!(facts(&t)["points_entry"], before);
    sound(&mut t);
}

#[test]
fn a_correction_can_move_a_visit_to_another_customer_and_day() {
    let mut t = shop();
    let (one, other) = (customer(&mut t, "单晓燕"), customer(&mut t, "单小燕"));
    save(&mut t, "0", purchase(&other, json!([piece("A", "2000.00")])));
    let sale = save(&mut t, "1", purchase(&one, json!([piece("A", "500.00")])));
    assert_eq!((points(&mut t, &one), vouchers(&mut t, &one).len()), (500, 1));
    correct(&mut t, &sale["visit"], purchase(&other, json!([piece("A", "500.00")])));
    assert_eq!((points(&mut t, &one), vouchers(&mut t, &one).len()), (0, 0));
    assert_eq!(points(&mut t, &other), 2600, "at her silver rate");
    correct(&mut t, &sale["visit"], with(purchase(&other, json!([piece("A", "500.00")])), json!({"day": "2026-11-01"})));
    assert_eq!(points(&mut t, &other), 2500, "on that day she had no silver card yet");
    correct(&mut t, &sale["visit"], purchase(&Value::Null, json!([piece("A", "500.00")])));
    assert_eq!(points(&mut t, &other), 2000);
    sound(&mut t);
}

#[test]
fn voucher_and_points_are_judged_anew() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    save(&mut t, "0", purchase(&who, json!([piece("A", "1000.00")])));
    let voucher = vouchers(&mut t, &who)[0]["id"].clone();
    let off = json!({"voucher": voucher, "points_used": 500});
    let lines = |price: &str| purchase(&who, json!([piece("B", price)]));
    let sale = save(&mut t, "1", with(lines("400.00"), off.clone()));
    assert_eq!(points(&mut t, &who), 1000 - 500 + 345);
    correct(&mut t, &sale["visit"], with(lines("500.00"), off.clone()));
    assert_eq!(points(&mut t, &who), 1000 - 500 + 445);
    let small = json!({"visit": sale["visit"], "corrected": with(lines("200.00"), off), "reason": "录错"});
    assert_eq!(refused(&mut t, "correct_visit", small, "voucher_not_usable", "voucher")["why"], "below_minimum");
    let corrected = correct(&mut t, &sale["visit"], with(lines("200.00"), json!({"points_used": 100})));
    assert_eq!(corrected["effects"]["vouchers_restored"], 1);
    assert_eq!((points(&mut t, &who), vouchers(&mut t, &who).len()), (1000 - 100 + 199, 1));
    correct(&mut t, &sale["visit"], lines("200.00"));
    assert_eq!(points(&mut t, &who), 1200);
    sound(&mut t);
}

#[test]
fn what_came_back_has_to_stay_bought() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let other = customer(&mut t, "别人");
    let lines = json!([{"style_no": "A", "qty": 3, "price": "100.00"}, piece("B", "50.00")]);
    let sale = save(&mut t, "1", purchase(&who, lines));
    let line = line(&mut t, &sale["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 2)]));
    let shirts = |qty: i64, price: &str| json!({"style_no": "A", "qty": qty, "price": price});
    for wrong in [
        purchase(&who, json!([piece("B", "50.00")])),
        purchase(&who, json!([shirts(1, "100.00"), piece("B", "50.00")])),
        purchase(&who, json!([shirts(3, "90.00"), piece("B", "50.00")])),
        purchase(&other, json!([shirts(3, "100.00"), piece("B", "50.00")])),
        with(purchase(&who, json!([shirts(3, "100.00"), piece("B", "50.00")])), json!({"points_used": 100})),
    ] {
        refused_correction(&mut t, &sale["visit"], wrong, "visit_has_returns");
    }
    assert_eq!(t.err("void_visit", json!({"visit": sale["visit"], "reason": "x"})).code.as_str(), "visit_has_returns");
    correct(&mut t, &sale["visit"], purchase(&who, json!([piece("B", "80.00"), shirts(2, "100.00")])));
    assert_eq!(points(&mut t, &who), 80);
    assert_eq!(page(&mut t, &sale["visit"])["lines"][1]["id"], line, "the line keeps who it is");
    correct(&mut t, &back["visit"], bring_back(&who, &[(&line, 1)]));
    assert_eq!(points(&mut t, &who), 180);
    t.ok("void_visit", json!({"visit": back["visit"], "reason": "误录"}));
    t.ok("void_visit", json!({"visit": sale["visit"], "reason": "误录"}));
    assert_eq!(points(&mut t, &who), 0);
    sound(&mut t);
}

#[test]
fn a_voided_visit_stays_visible_and_counts_nowhere() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let sale = save(&mut t, "1", purchase(&who, json!([piece("A", "3000.00")])));
    let before = facts(&t);
    refused(&mut t, "void_visit", json!({"visit": sale["visit"], "reason": "  "}), "reason_required", "reason");
    refused(
        &mut t,
        "correct_visit",
        json!({"visit": sale["visit"], "corrected": {"kind": "browse"}, "reason": ""}),
        "reason_required",
        "reason",
    );
    refused(&mut t, "void_visit", json!({"visit": 999, "reason": "x"}), "not_found", "visit");
    let voided = t.ok("void_visit", json!({"visit": sale["visit"], "reason": "重复录入"}));
    let effects = &voided["effects"];
    assert_eq!((&effects["total"], &effects["points_reversed"], &effects["points_after"]), (&json!("-3000.00"), &json!(3000), &json!(0)));
    assert_eq!((&effects["level_before"]["rank"], &effects["level_after"]["rank"]), (&json!(1), &json!(0)));
    assert_eq!(effects["vouchers_cancelled"], 1);
    let page = page(&mut t, &sale["visit"]);
    assert_eq!((&page["row"]["voided"], &page["void_reason"]), (&json!(true), &json!("重复录入")));
    let list = t.ok("list_visits", json!({"customer": who, "limit": 5}));
    assert_eq!((&list["count"], &list["total"], list["rows"].as_array().map(Vec::len)), (&json!(0), &json!("0.00"), Some(1)));
    for (op, args) in [
        ("void_visit", json!({"visit": sale["visit"], "reason": "x"})),
        ("correct_visit", json!({"visit": sale["visit"], "corrected": {"kind": "browse"}, "reason": "x"})),
    ] {
        refused(&mut t, op, args, "visit_voided", "");
    }
    let line = page["lines"][0]["id"].clone();
    refused_visit(&mut t, bring_back(&who, &[(&line, 1)]), "visit_voided", "returns.0.line");
    sound(&mut t);
    t.ok("undo", json!({"operation": voided["operation"]}));
    assert_eq!(facts(&t), before);
}
