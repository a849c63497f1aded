//! Every bound and every rule of a visit, with its refusal at its field and the file unchanged.

use super::visits::*;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn long(n: usize) -> String {
    "长".repeat(n)
}

#[test]
fn every_field_of_a_line_has_its_bound() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    for (line, code, field) in [
        (json!({"qty": 1, "price": "1"}), "required", "lines.1.name"),
        (json!({"name": "  ", "qty": 1, "price": "1"}), "required", "lines.1.name"),
        (json!({"name": long(81), "qty": 1, "price": "1"}), "too_long", "lines.1.name"),
        (json!({"style_no": long(41), "qty": 1, "price": "1"}), "too_long", "lines.1.style_no"),
        (json!({"name": "a\u{7}", "qty": 1, "price": "1"}), "text_invalid", "lines.1.name"),
        (json!({"name": "a", "category": long(41), "qty": 1, "price": "1"}), "too_long", "lines.1.category"),
        (json!({"name": "a", "color": long(41), "qty": 1, "price": "1"}), "too_long", "lines.1.color"),
        (json!({"name": "a", "size": long(41), "qty": 1, "price": "1"}), "too_long", "lines.1.size"),
        (json!({"name": "a", "qty": 0, "price": "1"}), "out_of_range", "lines.1.qty"),
        (json!({"name": "a", "qty": -1, "price": "1"}), "out_of_range", "lines.1.qty"),
        (json!({"name": "a", "qty": 10_000, "price": "1"}), "out_of_range", "lines.1.qty"),
        (json!({"name": "a", "qty": 1, "price": "-0.01"}), "price_invalid", "lines.1.price"),
        (json!({"name": "a", "qty": 1, "price": "0", "list_price": "-1"}), "price_invalid", "lines.1.list_price"),
        (json!({"name": "a", "qty": 1, "price": "1.01", "list_price": "1"}), "price_invalid", "lines.1.price"),
        (json!({"name": "a", "qty": 1, "price": "0.99", "list_price": "1"}), "reason_required", "lines.1.reason"),
        (json!({"name": "a", "qty": 1, "price": "0.99", "list_price": "1", "reason": "manual"}), "reason_required", "lines.1.reason_note"),
        (json!({"name": "a", "qty": 1, "price": "0.99", "list_price": "1", "reason": "voucher"}), "choice_invalid", "lines.1.reason"),
        (json!({"name": "a", "qty": 1, "price": "0.99", "list_price": "1", "reason": "points"}), "choice_invalid", "lines.1.reason"),
        (json!({"name": "a", "qty": 1, "price": "0.99", "list_price": "1", "reason": "birthday"}), "birthday_not_due", "lines.1.reason"),
        (json!({"name": "a", "qty": 9_999, "price": "99999"}), "amount_too_large", "lines"),
    ] {
        refused_visit(&mut t, purchase(&who, json!([piece("A", "5.00"), line])), code, field);
    }
    let good = json!([
        {"name": long(80), "qty": 9_999, "price": "1.00"},
        {"name": "a", "qty": 1, "price": "0", "list_price": "1", "reason": "manual", "reason_note": "瑕疵"},
        {"style_no": "S", "qty": 1, "price": "0.50", "list_price": "1", "reason": "promotion"},
    ]);
    assert_eq!(save(&mut t, "good", purchase(&who, good))["effects"]["total"], "9999.50");
}

#[test]
fn every_field_of_a_visit_has_its_bound() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let sale = save(&mut t, "sale", purchase(&who, json!([{"style_no": "A", "qty": 5, "price": "10.00"}])));
    let line = line(&mut t, &sale["visit"], 0);
    let buy = |more: Value| with(purchase(&who, json!([piece("A", "5.00")])), more);
    let many = |n: usize| Value::Array(vec![piece("A", "1.00"); n]);
    for (visit, code, field) in [
        (buy(json!({"customer": 999})), "not_found", "customer"),
        (buy(json!({"staff": 999})), "not_found", "staff"),
        (buy(json!({"day": "2026-11-22"})), "day_in_future", "day"),
        (buy(json!({"day": "1989-12-31"})), "out_of_range", "day"),
        (buy(json!({"time": "24:00"})), "out_of_range", "time"),
        (buy(json!({"time": "noon"})), "out_of_range", "time"),
        (buy(json!({"satisfaction": 0})), "out_of_range", "satisfaction"),
        (buy(json!({"satisfaction": 6})), "out_of_range", "satisfaction"),
        (buy(json!({"points_used": -1})), "out_of_range", "points_used"),
        (buy(json!({"points_used": 501})), "out_of_range", "points_used"),
        (buy(json!({"points_used": 100})), "points_short", "points_used"),
        (buy(json!({"voucher": 999})), "not_found", "voucher"),
        (buy(json!({"ticket_no": long(41)})), "too_long", "ticket_no"),
        (buy(json!({"motive": long(201)})), "too_long", "motive"),
        (buy(json!({"companions": long(201)})), "too_long", "companions"),
        (buy(json!({"feedback": long(2001)})), "too_long", "feedback"),
        (buy(json!({"note": "a\u{0}"})), "text_invalid", "note"),
        (buy(json!({"lines": many(201)})), "out_of_range", "lines"),
        (buy(json!({"payments": vec![json!({"method": "cash", "amount": "1"}); 21]})), "out_of_range", "payments"),
        (buy(json!({"wishes": [{"color": "红"}]})), "required", "wishes.0.name"),
        (buy(json!({"wishes": vec![json!({"name": "a"}); 101]})), "out_of_range", "wishes"),
        (buy(json!({"answers": [{"field": 999, "values": []}]})), "not_found", "answers.0"),
        (json!({"kind": "purchase", "lines": [piece("A", "5.00")], "voucher": 1}), "required", "customer"),
        (json!({"kind": "purchase", "lines": [piece("A", "5.00")], "points_used": 1}), "required", "customer"),
        (json!({"kind": "browse", "wishes": [{"name": "a"}]}), "required", "customer"),
        // What goes with which kind.
        (json!({"customer": who, "kind": "purchase"}), "visit_empty", "lines"),
        (json!({"customer": who, "kind": "return"}), "visit_empty", "returns"),
        (json!({"customer": who, "kind": "exchange", "lines": [piece("A", "5.00")]}), "visit_empty", "returns"),
        (json!({"customer": who, "kind": "exchange", "returns": [{"line": line, "qty": 1}]}), "visit_empty", "lines"),
        (buy(json!({"kind": "browse"})), "choice_invalid", "kind"),
        (buy(json!({"kind": "return", "returns": [{"line": line, "qty": 1}]})), "choice_invalid", "kind"),
        (buy(json!({"returns": [{"line": line, "qty": 1}]})), "choice_invalid", "kind"),
        (json!({"customer": who, "kind": "purchase", "day_total": {"pieces": 1, "total": "1"}}), "choice_invalid", "day_total"),
        (json!({"kind": "browse", "day_total": {"pieces": 1, "total": "1"}}), "choice_invalid", "day_total"),
        (json!({"kind": "purchase", "day_total": {"pieces": 0, "total": "0"}}), "visit_empty", "day_total"),
        (json!({"kind": "purchase", "day_total": {"pieces": -1, "total": "1"}}), "out_of_range", "day_total.pieces"),
        (json!({"kind": "purchase", "day_total": {"pieces": 1, "total": "-1"}}), "price_invalid", "day_total.total"),
        // What is brought back.
        (bring_back(&who, &[(&line, 0)]), "out_of_range", "returns.0.qty"),
        (bring_back(&who, &[(&json!(999), 1)]), "not_found", "returns.0.line"),
        (bring_back(&who, &[(&line, 6)]), "return_too_many", "returns.0.qty"),
        (bring_back(&who, &[(&line, 3), (&line, 3)]), "return_too_many", "returns.1.qty"),
        (bring_back(&Value::Null, &[(&line, 1)]), "return_other_customer", "returns.0.line"),
        (with(bring_back(&who, &[(&line, 1)]), json!({"day": "2026-11-20"})), "return_before_sale", "returns.0.line"),
    ] {
        refused_visit(&mut t, visit, code, field);
    }
    for receipt in ["short", "with space here", "ünïcödé-receipt", &"x".repeat(65)] {
        refused(&mut t, "record_visit", json!({"receipt": receipt, "visit": buy(json!({}))}), "text_invalid", "receipt");
    }
    refused(&mut t, "preview_visit", json!({"visit": buy(json!({"colour": "red"}))}), "bad_arguments", "");
    refused(&mut t, "preview_visit", json!({"visit": purchase(&who, json!([piece("A", "5.001")]))}), "amount_invalid", "");
    refused(&mut t, "visit_page", json!({"visit": 999}), "not_found", "visit");
    sound(&mut t);
}

#[test]
fn browsing_and_service_need_no_lines() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let browse = save(&mut t, "browse", json!({"customer": who, "kind": "browse", "companions": "女儿"}));
    assert_eq!((&browse["effects"]["total"], &browse["effects"]["vouchers_issued"]), (&json!("0.00"), &json!(0)));
    let service = save(&mut t, "service", json!({"customer": who, "kind": "service"}));
    assert_eq!(service["effects"]["points_earned"], 0);
    let paid = save(&mut t, "paid", json!({"customer": who, "kind": "service", "lines": [{"name": "改裤长", "qty": 1, "price": "30.00"}]}));
    assert_eq!((&paid["effects"]["points_earned"], &paid["effects"]["vouchers_issued"]), (&json!(30), &json!(0)));
    let her = t.ok("customer_page", json!({"customer": who}));
    assert_eq!((&her["figures"]["visits"], &her["figures"]["purchases"]), (&json!(3), &json!(0)));
    sound(&mut t);
}

fn born(t: &mut TestShop, name: &str, month: u8, day: u8) -> Value {
    customer_with(t, json!({"name": name, "phones": [], "birthday": {"calendar": "solar", "year": 1990, "month": month, "day": day}}))
}

/// A piece at the birthday price.
fn birthday_piece(price: &str) -> Value {
    json!([{"style_no": "A", "qty": 1, "list_price": "299.00", "price": price, "reason": "birthday"}])
}

#[test]
fn the_birthday_price_is_once_in_the_birthday_week() {
    let mut t = shop();
    // 2026-11-21 is a Saturday, so her week is 16 to 22 November.
    let who = born(&mut t, "单晓燕", 11, 16);
    let params = refused_visit(&mut t, purchase(&who, birthday_piece("208.99")), "price_invalid", "lines.0.price");
    assert_eq!(params["min"], "209.00");
    let on = |day: &str| with(purchase(&who, birthday_piece("209.30")), json!({"day": day}));
    refused_visit(&mut t, on("2026-11-15"), "birthday_not_due", "lines.0.reason");
    let first = save(&mut t, "1", on("2026-11-18"));
    assert_eq!(first["effects"]["points_earned"], 418, "double in the birthday week");
    let params = refused_visit(&mut t, on("2026-11-21"), "birthday_not_due", "lines.0.reason");
    assert_eq!((params["why"].as_str(), params["day"].as_str()), ("used", "2026-11-18"));
    refused_visit(&mut t, on("2026-11-17"), "birthday_not_due", "lines.0.reason");

    let line = line(&mut t, &first["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    let again = save(&mut t, "2", on("2026-11-21"));
    refused(&mut t, "undo", json!({"operation": first["operation"]}), "undo_conflict", "");
    t.ok("void_visit", json!({"visit": again["visit"], "reason": "误录"}));
    t.ok("void_visit", json!({"visit": back["visit"], "reason": "误录"}));
    refused_visit(&mut t, on("2026-11-21"), "birthday_not_due", "lines.0.reason");
    sound(&mut t);

    let nobody = customer(&mut t, "无生日");
    refused_visit(&mut t, purchase(&nobody, birthday_piece("209.30")), "birthday_not_due", "lines.0.reason");
    refused_visit(&mut t, purchase(&Value::Null, birthday_piece("209.30")), "birthday_not_due", "lines.0.reason");
}

#[test]
fn points_are_earned_at_the_level_before_the_visit() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    let first = save(&mut t, "1", purchase(&who, json!([piece("A", "2999.99")])));
    assert_eq!(first["effects"]["points_earned"], 2999, "rounded down, single");
    assert_eq!(
        (&first["effects"]["level_before"]["rank"], &first["effects"]["level_after"]["rank"]),
        (&json!(0), &json!(1)),
        "2,000 at once is silver"
    );
    let second = save(&mut t, "2", purchase(&who, json!([piece("A", "99.99")])));
    assert_eq!(second["effects"]["points_earned"], 119, "99.99 x 1.2, rounded down once");
    let late = save(&mut t, "late", with(purchase(&who, json!([piece("A", "99.99")])), json!({"day": "2026-11-01"})));
    assert_eq!(late["effects"]["points_earned"], 99, "she was no silver card on that day");
    sound(&mut t);
}

#[test]
fn points_and_a_voucher_are_taken_off_to_the_fen() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    save(&mut t, "1", purchase(&who, json!([piece("A", "1000.00")])));
    let voucher = vouchers(&mut t, &who)[0]["id"].clone();
    let lines = json!([piece("A", "100.00"), {"style_no": "B", "qty": 2, "price": "100.00"}, piece("C", "33.33"), piece("D", "0")]);
    let off = json!({"voucher": voucher, "points_used": 777});
    let params = refused_visit(&mut t, with(purchase(&who, json!([piece("A", "299.99")])), off.clone()), "voucher_not_usable", "voucher");
    assert_eq!((params["why"].as_str(), params["short"].as_str()), ("below_minimum", "0.01"));
    let saved = save(&mut t, "2", with(purchase(&who, lines), off));
    let effects = &saved["effects"];
    assert_eq!((&effects["voucher_off"], &effects["points_off"], &effects["total"]), (&json!("50.00"), &json!("7.77"), &json!("275.56")));
    assert_eq!((&effects["points_earned"], &effects["points_after"]), (&json!(275), &json!(1000 - 777 + 275)));
    let page = page(&mut t, &saved["visit"]);
    let amounts: Vec<&str> = page["lines"].as_array().into_iter().flatten().filter_map(|line| line["amount"].as_str()).collect();
    assert_eq!(amounts, ["82.67", "165.34", "27.55", "0.00"]);
    assert_eq!(page["lines"][0]["price"], "100.00", "the price stays the price before");
    assert_eq!((&page["voucher"], &page["points_used"]), (&voucher, &json!(777)));
    assert!(vouchers(&mut t, &who).is_empty());

    let again = with(purchase(&who, json!([piece("A", "500.00")])), json!({"voucher": voucher}));
    assert_eq!(refused_visit(&mut t, again, "voucher_not_usable", "voucher")["why"], "used");
    let other = customer(&mut t, "别人");
    let hers = with(purchase(&other, json!([piece("A", "500.00")])), json!({"voucher": voucher}));
    refused_visit(&mut t, hers, "not_found", "voucher");
    let more = with(purchase(&who, json!([piece("A", "5.00")])), json!({"points_used": 499}));
    assert_eq!(refused_visit(&mut t, more, "points_short", "points_used")["have"], "498");
    sound(&mut t);
}

#[test]
fn a_first_purchase_gives_one_voucher() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    save(&mut t, "look", json!({"customer": who, "kind": "browse"}));
    let first = save(&mut t, "1", purchase(&who, json!([piece("A", "10.00")])));
    assert_eq!(first["effects"]["vouchers_issued"], 1);
    assert_eq!(save(&mut t, "2", purchase(&who, json!([piece("A", "10.00")])))["effects"]["vouchers_issued"], 0);
    let voucher = &vouchers(&mut t, &who)[0];
    assert_eq!((&voucher["kind"], &voucher["amount_off"]), (&json!("second_visit"), &json!("50.00")));
    assert_eq!((&voucher["valid_from"], &voucher["valid_to"]), (&json!("2026-11-21"), &json!("2027-01-20")));
    assert_eq!(voucher["visit"], first["visit"], "so that this visit is not offered its own voucher when it is put right");
    let late = customer(&mut t, "补录");
    let old = with(purchase(&late, json!([piece("A", "10.00")])), json!({"day": "2026-08-01"}));
    assert_eq!(save(&mut t, "3", old)["effects"]["vouchers_issued"], 0, "its voucher would be over already");
    let free = customer(&mut t, "赠品");
    assert_eq!(save(&mut t, "4", purchase(&free, json!([piece("A", "0")])))["effects"]["vouchers_issued"], 0);
}
