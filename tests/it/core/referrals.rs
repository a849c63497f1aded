//! Referrals: chains and their sums, thanks, and rewards that follow the purchase that earned them.

use super::visits::*;
use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn brought(t: &mut TestShop, name: &str, by: &Value) -> Value {
    customer_with(t, json!({"name": name, "phones": [], "referrer": by}))
}

fn buys(t: &mut TestShop, receipt: &str, who: &Value, price: &str) -> Value {
    save(t, receipt, purchase(who, json!([piece("A", price)])))
}

fn due(t: &mut TestShop) -> Vec<Value> {
    t.ok("thanks_due", json!({}))["rows"].as_array().unwrap().clone()
}

fn given(t: &mut TestShop) -> Vec<Value> {
    t.ok("list_thanks", json!({"limit": 100}))["rows"].as_array().unwrap().clone()
}

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

fn rule(t: &mut TestShop, reward: Value, min: &str, days: Value) {
    t.ok("save_referral_rule", json!({"reward": reward, "min_purchase": min, "within_days": days}));
}

fn voucher_50() -> Value {
    json!({"kind": "voucher", "worth": {"kind": "amount", "amount": "50.00"}, "min_spend": "300.00", "days": 30})
}

fn ask(t: &TestShop, sql: &str) -> i64 {
    let copy = t.folder.path().join("asked");
    std::fs::copy(t.path(), &copy).unwrap();
    Connection::open(&copy).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

fn fen(amount: &Value) -> i64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

#[test]
fn a_circle_is_refused_wherever_a_referrer_is_saved() {
    let mut t = shop();
    let a = customer(&mut t, "单晓燕");
    let b = brought(&mut t, "曾丽", &a);
    let c = brought(&mut t, "仇敏", &b);
    let fields = |name: &str, by: &Value| json!({"name": name, "phones": [], "referrer": by});
    let change = |who: &Value, fields: Value| json!({"customer": who, "fields": fields, "confirm_phone": false});
    refused(&mut t, "update_customer", change(&a, fields("单晓燕", &a)), "same_person", "referrer");
    refused(&mut t, "update_customer", change(&a, fields("单晓燕", &b)), "referral_cycle", "referrer");
    refused(&mut t, "update_customer", change(&a, fields("单晓燕", &c)), "referral_cycle", "referrer");
    t.ok("update_customer", change(&c, fields("仇敏", &a)));
    t.ok("update_customer", change(&b, fields("曾丽", &c)));

    // Joining two of a chain: nobody brings herself, and no circle comes of it.
    let merge = |keep: &Value, from: &Value, fields: Value| json!({"keep": keep, "from": from, "fields": fields});
    let failure = t.err("merge_customers", merge(&c, &a, fields("仇敏", &b)));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("referral_cycle", Some("referrer")));
    t.ok("merge_customers", merge(&c, &a, fields("仇敏", &a)));
    let page = t.ok("customer_page", json!({"customer": c}));
    assert_eq!((&page["referrer"], &page["referrals"]["brought"]), (&Value::Null, &json!(1)));
    assert_eq!(t.ok("customer_page", json!({"customer": b}))["referrer"]["id"], c);
    undo_last(&mut t);
    assert_eq!(t.ok("customer_page", json!({"customer": c}))["referrer"]["id"], a);
    sound(&mut t);
}

#[test]
fn chains_add_up_as_the_rows_say() {
    let mut t = shop();
    let a = customer(&mut t, "单晓燕");
    let b = brought(&mut t, "曾丽", &a);
    let c = brought(&mut t, "仇敏", &b);
    let d = brought(&mut t, "解芸", &a);
    let lone = customer(&mut t, "路人");
    let early = with(purchase(&b, json!([piece("A", "111.00")])), json!({"day": "2026-11-20"}));
    save(&mut t, "early", early);
    buys(&mut t, "a", &a, "5000.00");
    let sale = buys(&mut t, "b", &b, "800.00");
    buys(&mut t, "c", &c, "90.50");
    let wrong = buys(&mut t, "d", &d, "70.00");
    buys(&mut t, "lone", &lone, "60.00");
    let line = line(&mut t, &sale["visit"], 0);
    save(&mut t, "back", bring_back(&b, &[(&line, 1)]));
    buys(&mut t, "b2", &b, "300.00");
    t.ok("void_visit", json!({"visit": wrong["visit"], "reason": "录错"}));

    let sums = t.ok("customer_page", json!({"customer": a}))["referrals"].clone();
    assert_eq!(
        sums,
        json!({"brought": 2, "spend": "411.00", "since": "300.00", "chain": 3, "chain_spend": "501.50", "chain_since": "390.50"})
    );
    let by_hand = "SELECT coalesce(sum(total), 0) FROM visit WHERE voided_at IS NULL AND customer_id IN (2, 4)";
    assert_eq!(fen(&sums["spend"]), ask(&t, by_hand));
    let by_hand = "SELECT coalesce(sum(total), 0) FROM visit WHERE voided_at IS NULL AND customer_id IN (2, 3, 4) AND day >= '2026-11-21'";
    assert_eq!(fen(&sums["chain_since"]), ask(&t, by_hand));

    let list = t.ok("list_referrers", json!({"sort": "chain", "limit": 10}));
    assert_eq!(
        (&list["referrers"], &list["brought"], &list["spend"], &list["customers"]),
        (&json!(2), &json!(3), &json!("501.50"), &json!(5))
    );
    assert_eq!((&list["rows"][0]["customer"]["id"], &list["rows"][0]["sums"]), (&a, &sums));
    assert_eq!(list["rows"][1]["sums"]["chain_spend"], "90.50");
    assert_eq!(t.ok("list_referrers", json!({"sort": "people", "limit": 1}))["rows"].as_array().unwrap().len(), 1);
    assert_eq!(t.ok("list_referrers", json!({"sort": "spend", "since": "2026-11-22", "limit": 9}))["rows"], json!([]));
    refused(&mut t, "list_referrers", json!({"sort": "spend", "limit": 0}), "out_of_range", "limit");

    let tree = t.ok("referral_tree", json!({"customer": a}));
    let below: Vec<(&Value, i64)> =
        tree["below"].as_array().unwrap().iter().map(|node| (&node["customer"]["id"], node["depth"].as_i64().unwrap())).collect();
    assert_eq!(below, [(&d, 1), (&b, 1), (&c, 2)], "each after the one who brought her, the latest first");
    assert_eq!((&tree["above"], &tree["sums"], &tree["more"]), (&json!([]), &sums, &json!(false)));
    let low = t.ok("referral_tree", json!({"customer": c}));
    let above: Vec<&Value> = low["above"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(above, [&b, &a]);
    assert_eq!(t.err("referral_tree", json!({"customer": 99})).code.as_str(), "not_found");
}

#[test]
fn thanks_are_due_by_the_rule_and_given_once() {
    let mut t = shop();
    let a = customer(&mut t, "单晓燕");
    rule(&mut t, voucher_50(), "200.00", json!(30));
    let (b, c, d) = (brought(&mut t, "曾丽", &a), brought(&mut t, "仇敏", &a), brought(&mut t, "解芸", &a));
    buys(&mut t, "b", &b, "199.99");
    t.at("2026-12-22T10:00:00+08:00");
    buys(&mut t, "c", &c, "500.00");
    let e = brought(&mut t, "尉迟静", &a);
    buys(&mut t, "e", &e, "200.00");
    let states: Vec<(Value, Value)> = due(&mut t).into_iter().map(|row| (row["referred"]["id"].clone(), row["state"].clone())).collect();
    assert_eq!(
        states,
        [(e.clone(), json!("earned")), (c.clone(), json!("too_late")), (d.clone(), json!("no_purchase")), (b, json!("too_small"))]
    );

    t.ok("give_thanks", json!({"referred": e, "reward": voucher_50()}));
    let row = &given(&mut t)[0];
    assert_eq!((&row["referrer"]["id"], &row["referred"]["id"], &row["what"]), (&a, &e, &json!("¥50 券")));
    assert_eq!((&row["voucher"], &row["taken_back"], &row["day"]), (&json!("usable"), &json!(false), &json!("2026-12-22")));
    let hers = vouchers(&mut t, &a);
    assert_eq!((&hers[0]["amount_off"], &hers[0]["valid_to"], &hers[0]["kind"]), (&json!("50.00"), &json!("2027-01-21"), &json!("gift")));
    assert_eq!(due(&mut t).len(), 3);
    let twice = t.err("give_thanks", json!({"referred": e, "what": "再谢"}));
    assert_eq!((twice.code.as_str(), twice.params["day"].as_str()), ("thanks_given", "2026-12-22"));
    t.ok("give_thanks", json!({"referred": d, "what": "送了一束花"}));
    assert_eq!(given(&mut t)[0]["what"], "送了一束花");
    let done = t.ok("list_history", json!({"limit": 2}))["entries"].clone();
    for at in 0..2 {
        t.ok("undo", json!({"operation": done[at]["id"]}));
    }
    assert_eq!((given(&mut t), vouchers(&mut t, &a).len()), (vec![], 0));

    for (args, code, field) in [
        (json!({"referred": a, "what": "谢"}), "not_found", "referred"),
        (json!({"referred": d}), "required", "what"),
        (json!({"referred": d, "reward": {"kind": "points", "points": 0}}), "out_of_range", "reward.points"),
        (json!({"referred": d, "what": "长".repeat(81)}), "too_long", "what"),
    ] {
        refused(&mut t, "give_thanks", args, code, field);
    }
    for (reward, min, days, field) in [
        (
            json!({"kind": "voucher", "worth": {"kind": "amount", "amount": "0.00"}, "min_spend": "0.00", "days": 9}),
            "0.00",
            1,
            "reward.worth.amount",
        ),
        (json!({"kind": "voucher", "worth": {"kind": "percent", "off": 9}, "min_spend": "0.00", "days": 0}), "0.00", 1, "reward.days"),
        (Value::Null, "-1.00", 1, "min_purchase"),
        (Value::Null, "0.00", 3_651, "within_days"),
    ] {
        refused(&mut t, "save_referral_rule", json!({"reward": reward, "min_purchase": min, "within_days": days}), "out_of_range", field);
    }
    t.at("2027-03-23T10:00:00+08:00");
    assert_eq!(due(&mut t), Vec::<Value>::new(), "what is older than 90 days is not asked for");
    sound(&mut t);
}

#[test]
fn a_voucher_for_a_purchase_goes_with_it_and_comes_back_with_it() {
    let mut t = shop();
    let a = customer(&mut t, "单晓燕");
    rule(&mut t, voucher_50(), "300.00", Value::Null);
    let b = brought(&mut t, "曾丽", &a);
    let lines = json!([piece("A", "200.00"), piece("B", "150.00")]);
    let sale = save(&mut t, "sale", purchase(&b, lines));
    t.ok("give_thanks", json!({"referred": b, "reward": voucher_50()}));
    // A rule changed since does not reach back.
    rule(&mut t, Value::Null, "0.00", Value::Null);
    let before = facts(&t);
    let (coat, scarf) = (line(&mut t, &sale["visit"], 0), line(&mut t, &sale["visit"], 1));
    let part = save(&mut t, "part", bring_back(&b, &[(&scarf, 1)]));
    let thanks = &part["effects"]["thanks"];
    assert_eq!(thanks.as_array().unwrap().len(), 1, "200 kept of the 300 that were asked for");
    assert_eq!((&thanks[0]["referrer"]["id"], &thanks[0]["vouchers"], &thanks[0]["used"]), (&a, &json!(-1), &json!(false)));
    assert!(vouchers(&mut t, &a).is_empty());
    assert_eq!((&given(&mut t)[0]["taken_back"], &given(&mut t)[0]["voucher"]), (&json!(true), &json!("cancelled")));
    undo_last(&mut t);
    assert_eq!(facts(&t), before, "one press and nothing ever happened");

    let whole = save(&mut t, "whole", bring_back(&b, &[(&coat, 1), (&scarf, 1)]));
    assert_eq!(whole["effects"]["thanks"][0]["vouchers"], -1);
    let back = t.ok("preview_void", json!({"visit": whole["visit"], "reason": ""}));
    assert_eq!(back["thanks"][0]["vouchers"], 1, "shown before it is done");
    t.ok("void_visit", json!({"visit": whole["visit"], "reason": "没退成"}));
    assert_eq!(vouchers(&mut t, &a).len(), 1);

    // Used meanwhile: it cannot be taken back, and the preview says so.
    let mine = vouchers(&mut t, &a)[0]["id"].clone();
    save(&mut t, "mine", with(purchase(&a, json!([piece("C", "400.00")])), json!({"voucher": mine})));
    let gone = t.ok("void_visit", json!({"visit": sale["visit"], "reason": "录错"}));
    let thanks = &gone["effects"]["thanks"][0];
    assert_eq!((&thanks["vouchers"], &thanks["used"], &thanks["points"]), (&json!(0), &json!(true), &json!(0)));
    assert_eq!(given(&mut t)[0]["voucher"], "used");
    sound(&mut t);
}

#[test]
fn points_for_a_purchase_are_taken_back_even_when_spent_and_the_debt_shows() {
    let mut t = shop();
    let a = customer(&mut t, "单晓燕");
    rule(&mut t, json!({"kind": "points", "points": 500}), "0.00", json!(90));
    let b = brought(&mut t, "曾丽", &a);
    let sale = buys(&mut t, "sale", &b, "800.00");
    t.ok("give_thanks", json!({"referred": b, "reward": {"kind": "points", "points": 500}}));
    assert_eq!(
        (points(&mut t, &a), given(&mut t)[0]["points"].clone(), given(&mut t)[0]["what"].clone()),
        (500, json!(500), json!("500 积分"))
    );
    t.ok("redeem_points", json!({"customer": a, "points": 300, "gift": "丝巾"}));
    let hers = line(&mut t, &sale["visit"], 0);
    let preview = t.ok("preview_visit", json!({"visit": bring_back(&b, &[(&hers, 1)])}));
    let thanks = &preview["thanks"][0];
    assert_eq!((&thanks["points"], &thanks["points_after"]), (&json!(-500), &json!(-300)));
    assert_eq!(points(&mut t, &a), 200, "looking changes nothing");
    let back = save(&mut t, "back", bring_back(&b, &[(&hers, 1)]));
    assert_eq!(points(&mut t, &a), -300);
    assert_eq!(given(&mut t)[0]["taken_back"], true);
    t.ok("void_visit", json!({"visit": back["visit"], "reason": "没退成"}));
    assert_eq!((points(&mut t, &a), given(&mut t)[0]["taken_back"].clone()), (200, json!(false)));
    let again = save(&mut t, "again", bring_back(&b, &[(&hers, 1)]));
    assert_eq!((points(&mut t, &a), &again["effects"]["thanks"][0]["points"]), (-300, &json!(-500)));
    let balance = ask(&t, "SELECT sum(points) FROM points_entry WHERE customer_id = 1");
    assert_eq!(balance, -300);

    // A sale corrected to somebody else earned her nothing either.
    let c = brought(&mut t, "仇敏", &a);
    let other = buys(&mut t, "other", &c, "90.00");
    t.ok("give_thanks", json!({"referred": c, "reward": {"kind": "points", "points": 500}}));
    let corrected = purchase(&b, json!([piece("A", "90.00")]));
    let moved = t.ok("correct_visit", json!({"visit": other["visit"], "corrected": corrected, "reason": "记错人"}));
    assert_eq!((points(&mut t, &a), &moved["effects"]["thanks"][0]["points_after"]), (-300, &json!(-300)));
    sound(&mut t);
}

#[test]
fn thanks_move_with_a_merged_archive() {
    let mut t = shop();
    let (a, twin) = (customer(&mut t, "单晓燕"), customer(&mut t, "单小燕"));
    let b = brought(&mut t, "曾丽", &twin);
    let sale = buys(&mut t, "sale", &b, "800.00");
    t.ok("give_thanks", json!({"referred": b, "reward": {"kind": "points", "points": 40}}));
    t.ok("merge_customers", json!({"keep": a, "from": twin, "fields": {"name": "单晓燕", "phones": []}}));
    assert_eq!((&given(&mut t)[0]["referrer"]["id"], points(&mut t, &a)), (&a, 40));
    assert_eq!(t.ok("customer_page", json!({"customer": a}))["referrals"]["brought"], 1);
    let hers = line(&mut t, &sale["visit"], 0);
    save(&mut t, "back", bring_back(&b, &[(&hers, 1)]));
    assert_eq!(points(&mut t, &a), 0);
    sound(&mut t);
}
