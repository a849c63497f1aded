//! Returns and exchanges: what they bring back, what they take back, and what comes back with them when they are voided.

use super::visits::*;
use serde_json::{Value, json};
use shuke_tests::shop;

#[test]
fn pieces_brought_back_one_by_one_add_up_to_what_was_paid() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    save(&mut t, "0", purchase(&who, json!([piece("A", "400.00")])));
    // 100.00 less one fen by one point over three pieces: 33.33 each is one fen too few.
    let sale = save(&mut t, "1", with(purchase(&who, json!([{"style_no": "A", "qty": 3, "price": "33.34"}])), json!({"points_used": 2})));
    assert_eq!(sale["effects"]["total"], "100.00");
    let line = line(&mut t, &sale["visit"], 0);
    let mut totals = Vec::new();
    for at in 0..3 {
        let back = save(&mut t, &format!("back-{at}"), bring_back(&who, &[(&line, 1)]));
        totals.push(back["effects"]["total"].as_str().unwrap_or_default().to_owned());
        assert_eq!(page(&mut t, &back["visit"])["ref_visit"]["id"], sale["visit"]);
    }
    assert_eq!(totals, ["-33.33", "-33.34", "-33.33"]);
    assert_eq!(refused_visit(&mut t, bring_back(&who, &[(&line, 1)]), "return_too_many", "returns.0.qty")["left"], "0");
    assert_eq!(points(&mut t, &who), 400);
    let page = page(&mut t, &sale["visit"]);
    assert_eq!((&page["lines"][0]["returnable"], page["returned_by"].as_array().map(Vec::len)), (&json!(0), Some(3)));
    sound(&mut t);
}

#[test]
fn a_return_reverses_points_level_voucher_and_spend_and_its_voiding_brings_them_back() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let first = save(&mut t, "1", purchase(&who, json!([piece("A", "2000.00")])));
    let voucher = vouchers(&mut t, &who)[0]["id"].clone();
    let lines = json!([piece("B", "300.00"), piece("C", "100.00")]);
    let sale = save(&mut t, "2", with(purchase(&who, lines), json!({"voucher": voucher, "points_used": 1000})));
    // 400 less 50 less 10 is 340, at 1.2 by the silver card: 408.
    assert_eq!((&sale["effects"]["total"], &sale["effects"]["points_after"]), (&json!("340.00"), &json!(1408)));
    let (dress, scarf) = (line(&mut t, &sale["visit"], 0), line(&mut t, &sale["visit"], 1));

    let part = save(&mut t, "part", bring_back(&who, &[(&dress, 1)]));
    let effects = &part["effects"];
    assert_eq!(
        (&effects["total"], &effects["points_reversed"], &effects["points_restored"]),
        (&json!("-255.00"), &json!(306), &json!(750))
    );
    assert_eq!(effects["vouchers_restored"], 0, "the scarf is still kept");
    let rest = save(&mut t, "rest", bring_back(&who, &[(&scarf, 1)]));
    assert_eq!((&rest["effects"]["points_after"], &rest["effects"]["vouchers_restored"]), (&json!(2000), &json!(1)));
    assert_eq!(vouchers(&mut t, &who).len(), 1);

    let coat = line(&mut t, &first["visit"], 0);
    let gone = save(&mut t, "gone", bring_back(&who, &[(&coat, 1)]));
    let effects = &gone["effects"];
    assert_eq!((&effects["level_before"]["rank"], &effects["level_after"]["rank"]), (&json!(1), &json!(0)));
    assert_eq!((&effects["points_after"], &effects["net_spend_after"]), (&json!(0), &json!("0.00")));
    assert_eq!(effects["vouchers_cancelled"], 1, "what the purchase had caused goes with it");
    assert!(vouchers(&mut t, &who).is_empty());

    for (visit, balance, left) in [(&gone, 2000, 1), (&rest, 1408 - 306 + 750, 0), (&part, 1408, 0)] {
        let preview = t.ok("preview_void", json!({"visit": visit["visit"], "reason": ""}));
        let voided = t.ok("void_visit", json!({"visit": visit["visit"], "reason": "误录"}));
        assert_eq!(voided["effects"], preview);
        assert_eq!((points(&mut t, &who), vouchers(&mut t, &who).len()), (balance, left));
        sound(&mut t);
    }
    let her = t.ok("customer_page", json!({"customer": who}));
    assert_eq!((&her["level"]["rank"], &her["figures"]["net_spend"]), (&json!(1), &json!("2340.00")));
}

#[test]
fn points_already_spent_leave_a_visible_debt() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let first = save(&mut t, "1", purchase(&who, json!([piece("A", "500.00")])));
    save(&mut t, "2", with(purchase(&who, json!([piece("B", "4.00")])), json!({"points_used": 400})));
    let line = line(&mut t, &first["visit"], 0);
    assert_eq!(save(&mut t, "back", bring_back(&who, &[(&line, 1)]))["effects"]["points_after"], -400);
    refused_visit(&mut t, with(purchase(&who, json!([piece("B", "4.00")])), json!({"points_used": 1})), "points_short", "points_used");
    sound(&mut t);
}

#[test]
fn an_exchange_pays_the_difference_in_either_direction() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let sale = save(&mut t, "1", purchase(&who, json!([{"style_no": "A", "qty": 3, "price": "200.00"}])));
    let line = line(&mut t, &sale["visit"], 0);
    for (receipt, price, total, after) in
        [("up", "260.00", "60.00", 660), ("down", "150.00", "-50.00", 610), ("even", "200.00", "0.00", 610)]
    {
        let visit = with(bring_back(&who, &[(&line, 1)]), json!({"kind": "exchange", "lines": [piece("B", price)]}));
        let saved = save(&mut t, receipt, visit);
        assert_eq!((&saved["effects"]["total"], &saved["effects"]["points_after"]), (&json!(total), &json!(after)));
        assert_eq!(saved["effects"]["pieces"], 0);
    }
    let her = t.ok("customer_page", json!({"customer": who}));
    assert_eq!(her["visits"][0]["summary"], "B；−A");
    sound(&mut t);
}

#[test]
fn a_walk_ins_piece_may_come_back_from_anybody() {
    let mut t = shop();
    let sale = save(&mut t, "1", purchase(&Value::Null, json!([{"style_no": "A", "qty": 2, "price": "80.00"}])));
    let line = line(&mut t, &sale["visit"], 0);
    save(&mut t, "walk-in", bring_back(&Value::Null, &[(&line, 1)]));
    let who = customer(&mut t, "单晓燕");
    let hers = save(&mut t, "hers", bring_back(&who, &[(&line, 1)]));
    assert_eq!((&hers["effects"]["total"], &hers["effects"]["points_after"]), (&json!("-80.00"), &json!(0)));
    sound(&mut t);
}

#[test]
fn a_return_has_its_own_date_and_a_late_one_leaves_today_alone() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let sale = save(&mut t, "1", with(purchase(&who, json!([piece("A", "100.00")])), json!({"day": "2026-11-01"})));
    let line = line(&mut t, &sale["visit"], 0);
    save(&mut t, "back", with(bring_back(&who, &[(&line, 1)]), json!({"day": "2026-11-10"})));
    for (day, total) in [("2026-11-01", "100.00"), ("2026-11-10", "-100.00"), ("2026-11-21", "0.00")] {
        assert_eq!(t.ok("day_summary", json!({"day": day}))["total"], total);
    }
    sound(&mut t);
}

#[test]
fn a_voucher_used_elsewhere_since_keeps_a_return_from_being_voided() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    save(&mut t, "1", purchase(&who, json!([piece("A", "500.00")])));
    let voucher = vouchers(&mut t, &who)[0]["id"].clone();
    let use_it = || with(purchase(&who, json!([piece("B", "300.00")])), json!({"voucher": voucher}));
    let sale = save(&mut t, "2", use_it());
    let line = line(&mut t, &sale["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    let again = save(&mut t, "3", use_it());
    let void = |visit: &Value| json!({"visit": visit["visit"], "reason": "误录"});
    assert_eq!(refused(&mut t, "void_visit", void(&back), "voucher_not_usable", "voucher")["why"], "used");
    t.ok("void_visit", void(&again));
    t.ok("void_visit", void(&back));
    assert!(vouchers(&mut t, &who).is_empty());
    sound(&mut t);
}

#[test]
fn a_voucher_given_by_a_purchase_that_came_back_stays_used_and_goes_when_its_use_does() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let first = save(&mut t, "1", purchase(&who, json!([piece("A", "500.00")])));
    let voucher = vouchers(&mut t, &who)[0]["id"].clone();
    let second = save(&mut t, "2", with(purchase(&who, json!([piece("B", "300.00")])), json!({"voucher": voucher})));
    let line = line(&mut t, &first["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    assert_eq!(back["effects"]["vouchers_cancelled"], 0, "a used one is left");
    assert_eq!(page(&mut t, &second["visit"])["voucher"], voucher);
    let voided = t.ok("void_visit", json!({"visit": second["visit"], "reason": "误录"}));
    assert_eq!((&voided["effects"]["vouchers_restored"], &voided["effects"]["vouchers_cancelled"]), (&json!(1), &json!(1)));
    assert!(vouchers(&mut t, &who).is_empty());
    sound(&mut t);
}

#[test]
fn undo_never_brings_back_more_than_was_bought() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let sale = save(&mut t, "1", purchase(&who, json!([piece("A", "100.00")])));
    let line = line(&mut t, &sale["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    let voided = t.ok("void_visit", json!({"visit": back["visit"], "reason": "误录"}));
    let again = save(&mut t, "again", bring_back(&who, &[(&line, 1)]));
    refused(&mut t, "undo", json!({"operation": voided["operation"]}), "undo_conflict", "");
    refused(&mut t, "undo", json!({"operation": sale["operation"]}), "undo_conflict", "");
    t.ok("undo", json!({"operation": again["operation"]}));
    t.ok("undo", json!({"operation": voided["operation"]}));
    assert_eq!(points(&mut t, &who), 0);
    sound(&mut t);
}
