//! Points by hand, their page, their register and the rules, on a moved clock.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str) -> i64 {
    let request = json!({"fields": {"name": name, "phones": []}, "confirm_phone": false, "answers": [], "tags": []});
    t.ok("create_customer", request)["customer"].as_i64().unwrap()
}

fn give(t: &mut TestShop, customer: i64, points: i64, expires: bool) -> Value {
    t.ok("adjust_points", json!({"customer": customer, "points": points, "reason": "补记", "expires": expires}))
}

fn page(t: &mut TestShop, customer: i64) -> Value {
    t.ok("points_page", json!({"customer": customer}))
}

/// Day, kind, points and balance of the lines, latest first.
fn lines(page: &Value) -> Vec<(String, String, i64, i64)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let lines = page["lines"].as_array().unwrap().iter();
    lines.map(|l| (text(&l["day"]), text(&l["kind"]), l["points"].as_i64().unwrap(), l["balance"].as_i64().unwrap())).collect()
}

fn line_of(day: &str, kind: &str, points: i64, balance: i64) -> (String, String, i64, i64) {
    (day.to_owned(), kind.to_owned(), points, balance)
}

fn history_ids(t: &mut TestShop) -> Vec<i64> {
    let entries = t.ok("list_history", json!({"limit": 50}))["entries"].clone();
    entries.as_array().unwrap().iter().map(|entry| entry["id"].as_i64().unwrap()).collect()
}

#[test]
fn lots_run_out_at_the_end_of_the_next_year_and_the_soonest_goes_first() {
    let mut t = shop();
    let id = open(&mut t, "单晓燕");
    t.at("2026-12-31T23:59:00+08:00");
    give(&mut t, id, 100, true);
    t.at("2027-01-01T00:01:00+08:00");
    give(&mut t, id, 200, true);
    give(&mut t, id, 50, false);
    assert_eq!(page(&mut t, id)["expiries"], json!([{"day": "2027-12-31", "points": 100}, {"day": "2028-12-31", "points": 200}]));
    let moved = t.ok("redeem_points", json!({"customer": id, "points": 130, "gift": "丝巾"}));
    assert_eq!((moved["balance"].as_i64(), moved["spendable"].as_i64()), (Some(220), Some(220)));
    assert_eq!(page(&mut t, id)["expiries"], json!([{"day": "2028-12-31", "points": 170}]), "the lot that ended first was spent first");

    t.at("2028-12-31T23:00:00+08:00");
    assert_eq!(page(&mut t, id)["balance"], 220, "good on its last day");
    t.at("2029-01-01T09:00:00+08:00");
    let over = page(&mut t, id);
    assert_eq!((over["balance"].as_i64(), over["spendable"].as_i64()), (Some(50), Some(50)));
    assert_eq!(
        lines(&over),
        [
            line_of("2029-01-01", "expire", -170, 50),
            line_of("2027-01-01", "gift", -130, 220),
            line_of("2027-01-01", "adjust", 50, 350),
            line_of("2027-01-01", "adjust", 200, 300),
            line_of("2026-12-31", "adjust", 100, 100),
        ]
    );
    assert_eq!((over["lines"][0]["reason"].clone(), over["lines"][0]["by"].clone()), (Value::Null, Value::Null), "nobody's doing");
    assert_eq!((over["lines"][1]["reason"].as_str(), over["lines"][1]["by"].as_str()), (Some("丝巾"), Some("店主")));
    assert_eq!(t.err("redeem_points", json!({"customer": id, "points": 51, "gift": "丝巾"})).code.as_str(), "points_short");
}

#[test]
fn a_debt_stays_visible_and_the_next_points_pay_it_first() {
    let mut t = shop();
    let id = open(&mut t, "曾丽");
    give(&mut t, id, 100, true);
    t.ok("redeem_points", json!({"customer": id, "points": 80, "gift": "杯子"}));
    give(&mut t, id, -100, true);
    let owing = page(&mut t, id);
    assert_eq!((owing["balance"].as_i64(), owing["spendable"].as_i64(), owing["worth"].as_str()), (Some(-80), Some(0), Some("0.00")));
    let failure = t.err("redeem_points", json!({"customer": id, "points": 1, "gift": "杯子"}));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("points_short", Some("points")));
    assert_eq!((failure.params["have"].as_str(), failure.params["need"].as_str()), ("0", "1"));
    let totals = t.ok("list_points", json!({"by_hand": false, "limit": 1}))["totals"].clone();
    assert_eq!(totals, json!({"holders": 0, "outstanding": 0, "worth": "0.00", "owing": 1, "owed": 80}));
    give(&mut t, id, 100, true);
    assert_eq!(page(&mut t, id)["balance"], 20);
    assert_eq!(t.ok("customer_page", json!({"customer": id}))["points"]["balance"], 20, "the cached balance follows");
}

#[test]
fn what_cannot_be_is_refused_at_its_field_and_nothing_changes() {
    let mut t = shop();
    let id = open(&mut t, "仇敏");
    give(&mut t, id, 100, true);
    let before = (page(&mut t, id), history_ids(&mut t));
    let long = "长".repeat(201);
    for (op, args, code, field) in [
        ("adjust_points", json!({"customer": id, "points": 0, "reason": "补", "expires": false}), "out_of_range", "points"),
        ("adjust_points", json!({"customer": id, "points": 1_000_001, "reason": "补", "expires": false}), "out_of_range", "points"),
        ("adjust_points", json!({"customer": id, "points": -1_000_001, "reason": "补", "expires": false}), "out_of_range", "points"),
        ("adjust_points", json!({"customer": id, "points": i64::MIN, "reason": "补", "expires": false}), "out_of_range", "points"),
        ("adjust_points", json!({"customer": id, "points": 5, "reason": " ", "expires": false}), "reason_required", "reason"),
        ("adjust_points", json!({"customer": id, "points": 5, "reason": long, "expires": false}), "too_long", "reason"),
        ("adjust_points", json!({"customer": 99, "points": 5, "reason": "补", "expires": false}), "not_found", "customer"),
        ("redeem_points", json!({"customer": id, "points": 0, "gift": "杯子"}), "out_of_range", "points"),
        ("redeem_points", json!({"customer": id, "points": -5, "gift": "杯子"}), "out_of_range", "points"),
        ("redeem_points", json!({"customer": id, "points": 101, "gift": "杯子"}), "points_short", "points"),
        ("redeem_points", json!({"customer": id, "points": 5, "gift": "\t"}), "required", "gift"),
        ("redeem_points", json!({"customer": 99, "points": 5, "gift": "杯子"}), "not_found", "customer"),
    ] {
        let failure = t.err(op, args.clone());
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{op} {args}");
    }
    assert_eq!(t.err("points_page", json!({"customer": 99})).code.as_str(), "not_found");
    assert_eq!((page(&mut t, id), history_ids(&mut t)), before);
}

#[test]
fn every_entry_by_hand_can_be_taken_back_to_the_same_page() {
    let mut t = shop();
    let id = open(&mut t, "解芸");
    let mut pages = vec![page(&mut t, id)];
    give(&mut t, id, 300, true);
    pages.push(page(&mut t, id));
    t.at("2027-03-01T10:00:00+08:00");
    t.ok("redeem_points", json!({"customer": id, "points": 120, "gift": "杯子"}));
    pages.push(page(&mut t, id));
    give(&mut t, id, -500, false);
    let entries = t.ok("list_history", json!({"limit": 3}))["entries"].clone();
    let told: Vec<(&str, i64)> =
        entries.as_array().unwrap().iter().map(|e| (e["kind"].as_str().unwrap(), e["params"]["points"].as_i64().unwrap())).collect();
    assert_eq!(told, [("adjust_points", -500), ("redeem_points", 120), ("adjust_points", 300)]);
    assert!(entries.as_array().unwrap().iter().all(|entry| entry["customer"] == id));
    for entry in entries.as_array().unwrap() {
        t.ok("undo", json!({"operation": entry["id"]}));
        assert_eq!(Some(page(&mut t, id)), pages.pop());
    }
}

#[test]
fn the_register_shows_all_entries_latest_first_without_gap_or_double() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "甲"), open(&mut t, "乙"));
    for n in 1..=7 {
        give(&mut t, if n % 2 == 0 { a } else { b }, n, true);
    }
    let (mut seen, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let answer = t.ok("list_points", json!({"by_hand": true, "cursor": cursor, "limit": 3}));
        assert_eq!(answer["totals"].is_null(), !cursor.is_null(), "totals come with the first page");
        seen.extend(answer["rows"].as_array().unwrap().iter().map(|row| row["points"].as_i64().unwrap()));
        cursor = answer["cursor"].clone();
        if cursor.is_null() {
            break;
        }
    }
    assert_eq!(seen, [7, 6, 5, 4, 3, 2, 1]);
    let totals = t.ok("list_points", json!({"by_hand": false, "limit": 500}))["totals"].clone();
    assert_eq!(totals, json!({"holders": 2, "outstanding": 28, "worth": "0.28", "owing": 0, "owed": 0}));
    assert_eq!(t.err("list_points", json!({"by_hand": true, "limit": 0})).field.as_deref(), Some("limit"));
    let bad = t.err("list_points", json!({"by_hand": true, "limit": 5, "cursor": "x"}));
    assert_eq!((bad.code.as_str(), bad.field.as_deref()), ("bad_arguments", Some("cursor")));
}

#[test]
fn rules_are_bounded_and_what_was_given_keeps_its_terms() {
    let mut t = shop();
    let id = open(&mut t, "尉迟云");
    give(&mut t, id, 100, true);
    let old = t.ok("points_settings", json!({}));
    let changed = |path: &[&str], value: Value| {
        let mut draft = old.clone();
        let mut place = &mut draft;
        for step in path {
            place = match step.parse::<usize>() {
                Ok(index) => &mut place[index],
                Err(_) => &mut place[*step],
            };
        }
        *place = value;
        draft
    };
    let again = old["vouchers"][0]["kind"].clone();
    for (draft, code, field) in [
        (changed(&["points", "per_yuan_bp"], json!(-1)), "out_of_range", "points.per_yuan_bp"),
        (changed(&["points", "per_yuan_bp"], json!(1_000_001)), "out_of_range", "points.per_yuan_bp"),
        (changed(&["points", "birthday_bp"], json!(9_999)), "out_of_range", "points.birthday_bp"),
        (changed(&["points", "points_per_yuan_off"], json!(-1)), "out_of_range", "points.points_per_yuan_off"),
        (changed(&["points", "expiry"], json!({"kind": "months", "months": 0})), "out_of_range", "points.expiry.months"),
        (changed(&["points", "expiry"], json!({"kind": "months", "months": 121})), "out_of_range", "points.expiry.months"),
        (changed(&["birthday", "pay_percent"], json!(0)), "out_of_range", "birthday.pay_percent"),
        (changed(&["birthday", "pay_percent"], json!(101)), "out_of_range", "birthday.pay_percent"),
        (changed(&["vouchers", "0", "worth"], json!({"kind": "amount", "amount": "0.00"})), "out_of_range", "vouchers.0.worth.amount"),
        (changed(&["vouchers", "0", "worth"], json!({"kind": "percent", "off": 101})), "out_of_range", "vouchers.0.worth.off"),
        (changed(&["vouchers", "1", "min_spend"], json!("-0.01")), "out_of_range", "vouchers.1.min_spend"),
        (changed(&["vouchers", "0", "days"], json!(0)), "out_of_range", "vouchers.0.days"),
        (changed(&["vouchers", "1", "kind"], again), "choice_invalid", "vouchers.1.kind"),
    ] {
        let failure = t.err("save_points_settings", draft);
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)));
    }
    assert_eq!(t.ok("points_settings", json!({})), old);

    let monthly = changed(&["points", "expiry"], json!({"kind": "months", "months": 1}));
    t.ok("save_points_settings", monthly.clone());
    assert_eq!(t.ok("points_settings", json!({})), monthly);
    assert_eq!(page(&mut t, id)["expiries"], json!([{"day": "2027-12-31", "points": 100}]), "given before, good as long as before");
    give(&mut t, id, 10, true);
    assert_eq!(page(&mut t, id)["expiries"][0], json!({"day": "2026-12-31", "points": 10}));
    let entry = t.ok("list_history", json!({"limit": 2}))["entries"][1].clone();
    assert_eq!((entry["kind"].as_str(), entry["params"]["part"].as_str()), (Some("update_settings"), Some("points")));
    t.ok("undo", json!({"operation": entry["id"]}));
    assert_eq!(t.ok("points_settings", json!({})), old);
}

#[test]
fn what_a_visit_moves_stands_in_her_ledger_and_a_return_may_leave_a_debt() {
    let mut t = shop();
    let id = open(&mut t, "周敏");
    let sale = |price: &str| json!({"customer": id, "kind": "purchase", "lines": [{"style_no": "A", "qty": 1, "price": price}]});
    let first = t.ok("record_visit", json!({"receipt": "receipt-1", "visit": sale("300.00")}));
    t.ok("redeem_points", json!({"customer": id, "points": 250, "gift": "围巾"}));
    let line = t.ok("visit_page", json!({"visit": first["visit"]}))["lines"][0]["id"].clone();
    t.at("2026-11-25T10:00:00+08:00");
    let back = json!({"customer": id, "kind": "return", "returns": [{"line": line, "qty": 1}]});
    let second = t.ok("record_visit", json!({"receipt": "receipt-2", "visit": back}));
    let page = page(&mut t, id);
    assert_eq!(
        lines(&page),
        [line_of("2026-11-25", "reverse", -300, -250), line_of("2026-11-21", "gift", -250, 50), line_of("2026-11-21", "earn", 300, 300)]
    );
    assert_eq!((page["balance"].as_i64(), page["spendable"].as_i64()), (Some(-250), Some(0)));
    let visits: Vec<&Value> = page["lines"].as_array().unwrap().iter().map(|line| &line["visit"]).collect();
    assert_eq!(visits, [&second["visit"], &Value::Null, &first["visit"]]);
    let by_hand = t.ok("list_points", json!({"by_hand": true, "limit": 10}));
    assert_eq!(by_hand["rows"].as_array().unwrap().len(), 1);
    assert_eq!(by_hand["totals"]["owed"], 250);
}

#[test]
fn a_rate_that_changes_is_the_rate_of_what_comes() {
    let mut t = shop();
    let id = open(&mut t, "周敏");
    let sale = |n: u32, t: &mut TestShop| {
        let visit = json!({"customer": id, "kind": "purchase", "lines": [{"style_no": "A", "qty": 1, "price": "100.00"}]});
        t.ok("record_visit", json!({"receipt": format!("receipt-{n}"), "visit": visit}))
    };
    let first = sale(1, &mut t);
    let mut rules = t.ok("points_settings", json!({}));
    rules["points"]["per_yuan_bp"] = json!(20_000);
    t.ok("save_points_settings", rules);
    let second = sale(2, &mut t);
    assert_eq!((first["effects"]["points_earned"].as_i64(), second["effects"]["points_earned"].as_i64()), (Some(100), Some(200)));
    assert_eq!(page(&mut t, id)["balance"], 300, "what was earned before stays as it was");
}
