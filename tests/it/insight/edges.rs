//! Shops at the edge: empty, of one customer, with returns only, at the ends of days, years and months.

use crate::bring;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn customer(t: &mut TestShop, name: &str) -> Value {
    let args = json!({"fields": {"name": name, "phones": []}, "confirm_phone": false, "answers": [], "tags": []});
    t.ok("create_customer", args)["customer"].clone()
}

fn buy(t: &mut TestShop, who: &Value, at: &str, price: &str) -> Value {
    t.at(at);
    let visit = json!({"customer": who, "kind": "purchase", "lines": [{"style_no": "A1", "category": "裙", "qty": 1, "price": price}]});
    t.ok("record_visit", json!({"receipt": format!("r{}", at.replace(|c: char| !c.is_ascii_digit(), "")), "visit": visit}))["visit"].clone()
}

fn figure<'a>(page: &'a Value, key: &str) -> &'a Value {
    let groups = page["groups"].as_array().unwrap().iter();
    groups.flat_map(|group| group["figures"].as_array().unwrap()).find(|figure| figure["key"] == key).unwrap()
}

fn people(page: &Value, breakdown: &str, cell: &str) -> i64 {
    let cells = page[breakdown]["cells"].as_array().unwrap();
    cells.iter().find(|one| one["key"] == cell).unwrap()["people"].as_i64().unwrap()
}

#[test]
fn an_empty_shop_has_zeros_and_no_percentages() {
    let mut t = shop();
    let page = t.ok("insight_page", json!({"compare": "last_year"}));
    assert_eq!(page["span"], json!({"from": "2026-11-01", "to": "2026-11-21", "as_of": "2026-11-21"}));
    for group in page["groups"].as_array().unwrap() {
        for figure in group["figures"].as_array().unwrap() {
            let value = &figure["now"]["value"];
            match value["unit"].as_str().unwrap() {
                "count" => assert_eq!(value["count"], 0),
                "money" => assert_eq!(value["amount"], "0.00"),
                _ => assert_eq!(figure["now"]["enough"], false, "{figure}"),
            }
        }
    }
    assert_eq!(page["rfm"]["people"], 0);
    assert_eq!((page["months"].as_array().unwrap().len(), page["cohorts"].as_array().unwrap().len()), (13, 12));
    let structure = t.ok("insight_structure", json!({}));
    assert_eq!(structure["breakdowns"][0]["people"], 0);
    assert_eq!(t.ok("list_rebought", json!({"by": "style", "limit": 9}))["rows"], json!([]));
    assert_eq!(t.ok("list_insight_people", json!({"of": "figure", "cell": "members", "limit": 9}))["total"], 0);
}

#[test]
fn one_customer_is_new_and_then_grows_older() {
    let mut t = shop();
    let her = customer(&mut t, "单晓");
    buy(&mut t, &her, "2026-11-21T11:00:00+08:00", "100.00");
    let page = t.ok("insight_page", json!({}));
    assert_eq!((people(&page, "lifecycle", "new"), people(&page, "interval", "unknown")), (1, 1));
    // Nobody is worse than the only one: every score is 1.
    let first = page["rfm"]["cells"].as_array().unwrap().iter().find(|cell| cell["people"] == 1).unwrap();
    assert_eq!((&first["r"], &first["f"]), (&json!(1), &json!(1)));
    assert_eq!(figure(&page, "basket")["now"]["value"], json!({"unit": "money_each", "sum": "100.00", "by": 1, "each": "100.00"}));
    assert_eq!(figure(&page, "basket")["now"]["enough"], false);
    for (day, state) in [
        ("2027-01-20", "new"),
        ("2027-01-21", "at_risk"),
        ("2027-04-20", "at_risk"),
        ("2027-04-21", "dormant"),
        ("2027-11-21", "dormant"),
        ("2027-11-22", "lost"),
    ] {
        t.at(&format!("{day}T10:00:00+08:00"));
        let page = t.ok("insight_page", json!({}));
        assert_eq!(people(&page, "lifecycle", state), 1, "{day}");
        let list = t.ok("list_insight_people", json!({"of": "lifecycle", "cell": state, "limit": 9}));
        assert_eq!((&list["total"], &list["rows"][0]["lifecycle"]), (&json!(1), &json!(state)));
    }
}

#[test]
fn returns_only_are_money_without_a_purchase() {
    let mut t = shop();
    let visits = "单号,会员号,日期,类型,件数,金额\n1,M1,2026-11-20,退货,-1,-80.00\n";
    bring(&mut t, &[("customers", "会员号,姓名,手机,建档日期\nM1,仇敏,13800138000,2026-11-01\n"), ("visits", visits)]);
    let page = t.ok("insight_page", json!({}));
    assert_eq!(people(&page, "lifecycle", "no_purchase"), 1);
    assert_eq!((people(&page, "value", "no_purchase"), &page["rfm"]["people"]), (1, &json!(0)));
    assert_eq!(figure(&page, "sales")["now"]["value"]["amount"], "-80.00");
    assert_eq!(figure(&page, "returned")["now"]["value"]["amount"], "80.00");
    assert_eq!((&figure(&page, "returned")["now"]["sample"], &figure(&page, "buyers")["now"]["value"]["count"]), (&json!(1), &json!(0)));
    assert_eq!(figure(&page, "basket")["now"]["value"]["each"], Value::Null);
}

#[test]
fn a_return_counts_on_its_own_day_and_a_void_visit_nowhere() {
    let mut t = shop();
    let her = customer(&mut t, "曾敏");
    let sold = buy(&mut t, &her, "2026-11-30T20:00:00+08:00", "300.00");
    let line = t.ok("visit_page", json!({"visit": sold}))["lines"][0]["id"].clone();
    t.at("2026-12-01T10:00:00+08:00");
    let back = json!({"customer": her, "kind": "return", "returns": [{"line": line, "qty": 1}]});
    t.ok("record_visit", json!({"receipt": "receipt-back", "visit": back}));
    let gone = buy(&mut t, &her, "2026-12-01T12:00:00+08:00", "999.00");
    t.ok("void_visit", json!({"visit": gone, "reason": "录错了"}));
    let page = t.ok("insight_page", json!({"compare": "last_period", "from": "2026-12-01", "to": "2026-12-01"}));
    let eve = t.ok("insight_page", json!({"from": "2026-11-30", "to": "2026-11-30"}));
    let sales = |page: &Value| figure(page, "sales")["now"]["value"]["amount"].clone();
    assert_eq!((sales(&page), sales(&eve)), (json!("-300.00"), json!("300.00")));
    // The first of a month is compared with the first of the month before.
    assert_eq!((&page["before"]["from"], &figure(&page, "sales")["before"]["value"]["amount"]), (&json!("2026-11-01"), &json!("0.00")));
    let months = page["months"].as_array().unwrap();
    assert_eq!((&months[11]["sales"], &months[12]["sales"]), (&json!("300.00"), &json!("-300.00")));
    assert_eq!(figure(&page, "tickets")["now"]["value"]["count"], 0);
}

#[test]
fn an_opening_balance_is_no_first_purchase() {
    let mut t = shop();
    let people_of =
        "会员号,姓名,手机,建档日期,累计消费,积分\nM1,曾敏,13800138000,2025-01-05,8800.00,300\nM2,单静,13900139000,2025-02-01,,\n";
    let visits =
        "单号,会员号,日期,类型,件数,金额\n1,M1,2026-11-01,销售,1,100.00\n2,M2,2026-11-02,销售,1,100.00\n3,M2,2026-11-09,销售,1,50.00\n";
    bring(&mut t, &[("customers", people_of), ("visits", visits)]);
    t.at("2027-03-01T10:00:00+08:00");
    let page = t.ok("insight_page", json!({"as_of": "2026-11-21", "from": "2026-11-01", "to": "2026-11-21"}));
    assert_eq!((page["opening"].as_i64(), people(&page, "lifecycle", "new"), people(&page, "lifecycle", "active")), (Some(1), 0, 2));
    assert_eq!(figure(&page, "first_buyers")["now"]["value"]["count"], 1);
    // Her balance is no takings, but her points are owed.
    assert_eq!(figure(&page, "sales")["now"]["value"]["amount"], "250.00");
    let later = t.ok("insight_page", json!({}));
    assert_eq!(figure(&later, "second_purchase_90")["now"]["value"], json!({"unit": "share", "part": 1, "whole": 1}));
    assert_eq!(figure(&later, "second_purchase_90")["now"]["enough"], false);
    let cohort = later["cohorts"].as_array().unwrap().iter().find(|cohort| cohort["month"] == "2026-11").unwrap();
    assert_eq!((&cohort["size"], &cohort["kept"]), (&json!(1), &json!([0, 0, 0])));
}

#[test]
fn the_shops_own_day_decides() {
    let mut t = shop();
    let her = customer(&mut t, "解蕾");
    // Half past midnight in the shop is still the day before in UTC, and the last minute of the year is the old year.
    buy(&mut t, &her, "2027-01-01T00:30:00+08:00", "70.00");
    buy(&mut t, &her, "2026-12-31T23:59:59+08:00", "50.00");
    t.at("2027-01-02T10:00:00+08:00");
    let of = |t: &mut TestShop, day: &str| {
        let page = t.ok("insight_page", json!({"from": day, "to": day}));
        figure(&page, "sales")["now"]["value"]["amount"].clone()
    };
    assert_eq!((of(&mut t, "2026-12-31"), of(&mut t, "2027-01-01")), (json!("50.00"), json!("70.00")));
    // 2026-W53 runs from 28 December to 3 January and holds both; a year earlier stands the week of 29 December 2025.
    let page = t.ok("insight_page", json!({"from": "2026-12-28", "to": "2027-01-03", "as_of": "2027-01-02", "compare": "last_year"}));
    assert_eq!(figure(&page, "sales")["now"]["value"]["amount"], "120.00");
    assert_eq!(page["before"], json!({"from": "2025-12-29", "to": "2026-01-04", "as_of": "2026-01-03"}));
}

#[test]
fn the_leap_day_has_its_neighbours() {
    let mut t = shop();
    let her = customer(&mut t, "任岚");
    buy(&mut t, &her, "2028-02-29T10:00:00+08:00", "60.00");
    let page = t.ok("insight_page", json!({"from": "2028-02-29", "to": "2028-02-29", "compare": "last_year"}));
    assert_eq!((&page["before"]["from"], &page["before"]["to"]), (&json!("2027-02-28"), &json!("2027-02-28")));
    assert_eq!(
        page["months"][12],
        json!({
        "month": "2028-02", "to": "2028-02-29", "members": 1, "effective": 1, "active": 1, "dormant": 0, "joined": 0, "buyers": 1,
        "first_buyers": 1, "sales": "60.00", "member_sales": "60.00"})
    );
    t.at("2029-02-28T10:00:00+08:00");
    // 365 days after the leap day she is still effective, and dormant, not lost.
    let page = t.ok("insight_page", json!({}));
    assert_eq!((people(&page, "lifecycle", "dormant"), &figure(&page, "effective_members")["now"]["value"]["count"]), (1, &json!(1)));
    assert_eq!(page["cohorts"].as_array().unwrap().len(), 12);
}

#[test]
fn the_past_stays_as_it_was_and_a_change_is_seen_at_once() {
    let mut t = shop();
    let her = customer(&mut t, "盖宁");
    buy(&mut t, &her, "2026-11-22T10:00:00+08:00", "500.00");
    t.at("2026-11-25T10:00:00+08:00");
    let then = t.ok("insight_page", json!({"as_of": "2026-11-22", "from": "2026-11-01", "to": "2026-11-22"}));
    let structure = t.ok("insight_structure", json!({"as_of": "2026-11-22"}));
    assert_eq!(figure(&t.ok("insight_page", json!({})), "sales")["now"]["value"]["amount"], "500.00");
    buy(&mut t, &her, "2026-11-26T10:00:00+08:00", "100.00");
    assert_eq!(figure(&t.ok("insight_page", json!({})), "sales")["now"]["value"]["amount"], "600.00");
    assert_eq!(t.ok("insight_page", json!({"as_of": "2026-11-22", "from": "2026-11-01", "to": "2026-11-22"})), then);
    assert_eq!(t.ok("insight_structure", json!({"as_of": "2026-11-22"})), structure);
    let mut t = t.reopen();
    assert_eq!(t.ok("insight_page", json!({"as_of": "2026-11-22", "from": "2026-11-01", "to": "2026-11-22"})), then);
}

#[test]
fn thresholds_are_the_owners_and_checked() {
    let mut t = shop();
    let her = customer(&mut t, "华珊");
    buy(&mut t, &her, "2026-11-21T11:00:00+08:00", "100.00");
    t.at("2026-12-01T10:00:00+08:00");
    let mut settings = t.ok("insight_settings", json!({}));
    assert_eq!(people(&t.ok("insight_page", json!({})), "lifecycle", "new"), 1);
    settings["active_days"] = json!(9);
    t.ok("save_insight_settings", settings.clone());
    assert_eq!(people(&t.ok("insight_page", json!({})), "lifecycle", "at_risk"), 1);
    for (field, value, code) in [
        ("at_risk_days", json!(9), "out_of_range"),
        ("dormant_days", json!(150), "out_of_range"),
        ("recency_days", json!([30, 30, 60, 90]), "rules_invalid"),
        ("frequency", json!([1, 2, 3]), "rules_invalid"),
        ("money", json!(["1.00", "2.00", "3.00", "-4.00"]), "out_of_range"),
        ("least_sample", json!(0), "out_of_range"),
    ] {
        let mut wrong = settings.clone();
        wrong[field] = value;
        let refused = t.err("save_insight_settings", wrong);
        assert_eq!((refused.code.as_str(), refused.field.as_deref().unwrap()), (code, field));
    }
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": last}));
    assert_eq!(people(&t.ok("insight_page", json!({})), "lifecycle", "new"), 1);
}
