//! What is given once is had once, also by way of an undo or of a voided return.

use super::visits::*;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn born(t: &mut TestShop) -> Value {
    let birthday = json!({"calendar": "solar", "year": 1990, "month": 11, "day": 20, "leap": false});
    customer_with(t, json!({"name": "单晓燕", "phones": [], "birthday": birthday}))
}

fn at_birthday_price(who: &Value) -> Value {
    purchase(who, json!([{"style_no": "A", "qty": 1, "list_price": "299.00", "price": "210.00", "reason": "birthday"}]))
}

/// The undo is refused with why, and the file stays as it is.
#[track_caller]
fn undo_refused(t: &mut TestShop, operation: &Value, why: &str) {
    let params = refused(t, "undo", json!({"operation": operation}), "undo_conflict", "");
    assert_eq!(params["why"], why);
    sound(t);
}

#[test]
fn an_undone_void_does_not_bring_back_a_second_birthday_price() {
    let mut t = shop();
    let who = born(&mut t);
    let first = save(&mut t, "1", at_birthday_price(&who));
    let voided = t.ok("void_visit", json!({"visit": first["visit"], "reason": "误录"}));
    let second = save(&mut t, "2", at_birthday_price(&who));
    undo_refused(&mut t, &voided["operation"], "birthday");
    // Once the other use is gone it can be undone.
    t.ok("void_visit", json!({"visit": second["visit"], "reason": "误录"}));
    t.ok("undo", json!({"operation": voided["operation"]}));
    assert_eq!(page(&mut t, &first["visit"])["row"]["voided"], false);
    sound(&mut t);
}

#[test]
fn what_comes_back_by_voiding_a_return_is_not_a_second_birthday_price() {
    let mut t = shop();
    let who = born(&mut t);
    let first = save(&mut t, "1", at_birthday_price(&who));
    let line = line(&mut t, &first["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    save(&mut t, "2", at_birthday_price(&who));
    let void = json!({"visit": back["visit"], "reason": "误录"});
    let params = refused(&mut t, "void_visit", void.clone(), "birthday_not_due", "");
    assert_eq!((params["why"].as_str(), params["day"].as_str()), ("used", "2026-11-21"));
    refused(&mut t, "preview_void", void, "birthday_not_due", "");
    undo_refused(&mut t, &back["operation"], "birthday");
}

#[test]
fn an_undone_void_does_not_bring_back_a_second_voucher() {
    let mut t = shop();
    let who = customer(&mut t, "曾丽");
    let first = save(&mut t, "1", purchase(&who, json!([piece("A", "100.00")])));
    let voided = t.ok("void_visit", json!({"visit": first["visit"], "reason": "误录"}));
    let second = save(&mut t, "2", purchase(&who, json!([piece("B", "100.00")])));
    assert_eq!(vouchers(&mut t, &who).len(), 1, "her first purchase is the second visit now");
    undo_refused(&mut t, &voided["operation"], "second_visit");
    t.ok("undo", json!({"operation": second["operation"]}));
    t.ok("undo", json!({"operation": voided["operation"]}));
    assert_eq!(vouchers(&mut t, &who).len(), 1);
    sound(&mut t);
}

#[test]
fn what_two_archives_brought_along_does_not_get_in_the_way_of_an_undo() {
    let mut t = shop();
    let (who, other) = (customer(&mut t, "曾丽"), customer(&mut t, "曾立"));
    save(&mut t, "1", purchase(&who, json!([piece("A", "100.00")])));
    let second = save(&mut t, "2", purchase(&other, json!([piece("B", "100.00")])));
    t.ok("merge_customers", json!({"keep": who, "from": other, "fields": {"name": "曾丽", "phones": []}}));
    let both: Vec<Value> = vouchers(&mut t, &who).iter().map(|voucher| voucher["id"].clone()).collect();
    assert_eq!(both.len(), 2);
    // One of the two goes, with its purchase or called back; taking that back leaves her as she was.
    let voided = t.ok("void_visit", json!({"visit": second["visit"], "reason": "误录"}));
    assert_eq!(vouchers(&mut t, &who).len(), 1);
    t.ok("undo", json!({"operation": voided["operation"]}));
    assert_eq!(vouchers(&mut t, &who).len(), 2);
    t.ok("cancel_voucher", json!({"voucher": both[0], "reason": "发重了"}));
    let called_back = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": called_back}));
    assert_eq!(vouchers(&mut t, &who).len(), 2);
    sound(&mut t);
}

#[test]
fn a_voided_return_does_not_bring_back_a_second_voucher() {
    let mut t = shop();
    let who = customer(&mut t, "曾丽");
    let first = save(&mut t, "1", purchase(&who, json!([piece("A", "100.00")])));
    let line = line(&mut t, &first["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    assert!(vouchers(&mut t, &who).is_empty());
    // The purchase that came back is taken out, so that the next one is the first again and gives its own.
    let issue = json!({"customers": [who], "kind": "second_visit", "worth": {"kind": "amount", "amount": "50.00"}, "min_spend": "0.00",
                       "valid_from": "2026-11-21", "valid_to": "2026-12-31"});
    t.ok("issue_voucher", issue);
    t.ok("void_visit", json!({"visit": back["visit"], "reason": "误录"}));
    assert_eq!(vouchers(&mut t, &who).len(), 1, "she has one, that is enough");
    sound(&mut t);
}

#[test]
fn a_reason_that_happens_to_be_a_word_of_ours_is_still_a_reason() {
    let mut t = shop();
    let who = customer(&mut t, "曾丽");
    let sale = save(&mut t, "1", purchase(&who, json!([piece("A", "100.00")])));
    let voucher = vouchers(&mut t, &who)[0]["id"].clone();
    let line = line(&mut t, &sale["visit"], 0);
    for (at, word) in ["return", "void", "correction"].into_iter().enumerate() {
        let called = t.ok("cancel_voucher", json!({"voucher": voucher, "reason": word}));
        assert_eq!(called, json!({}));
        let row = t.ok("list_vouchers", json!({"state": "cancelled", "limit": 5}))["rows"][0].clone();
        assert_eq!((&row["cancel_reason"], &row["cancel_cause"]), (&json!(word), &Value::Null));
        // What goes and comes again lets a voucher stand again that went with it, not one that somebody called back.
        let back = save(&mut t, &format!("back-{at}"), bring_back(&who, &[(&line, 1)]));
        t.ok("void_visit", json!({"visit": back["visit"], "reason": "误录"}));
        assert!(vouchers(&mut t, &who).is_empty(), "{word}");
        let entries = t.ok("list_history", json!({"limit": 10}))["entries"].clone();
        let cancelled = entries.as_array().unwrap().iter().find(|entry| entry["kind"] == "cancel_voucher").unwrap().clone();
        t.ok("undo", json!({"operation": cancelled["id"]}));
    }
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    let row = t.ok("list_vouchers", json!({"state": "cancelled", "limit": 5}))["rows"][0].clone();
    assert_eq!((&row["cancel_reason"], &row["cancel_cause"]), (&Value::Null, &json!("return")));
    t.ok("void_visit", json!({"visit": back["visit"], "reason": "误录"}));
    assert_eq!(vouchers(&mut t, &who).len(), 1);
    sound(&mut t);
}
