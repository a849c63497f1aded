//! What the old book said of the time before this one: kept as a balance, counted for lifetime rules, and in no period.

use super::{Desk, counts, desk, remarks};
use serde_json::{Value, json};

const HEAD: &str = "会员号,姓名,累计消费,累计消费次数,会员等级\n";

/// Lets one kind of threshold decide about the first level above the base.
fn rule(desk: &mut Desk, metric: &str, at_least: i64) {
    let page = desk.t.ok("levels_page", json!({}));
    let level = |(at, l): (usize, &Value)| {
        // The levels above are out of reach, so that the first is what the rule gives.
        let at_least = if at == 1 { at_least } else { 1_000_000_000 + i64::try_from(at).unwrap_or(0) };
        let criteria = if at == 0 { json!([]) } else { json!([{"metric": metric, "at_least": at_least}]) };
        json!({"id": l["id"], "name": l["name"], "benefits": l["benefits"], "join": "any", "criteria": criteria})
    };
    let levels: Vec<Value> = page["levels"].as_array().unwrap().iter().enumerate().map(level).collect();
    desk.t.ok("save_levels", json!({"levels": levels, "reviews": "quarter"}));
}

fn card(desk: &mut Desk, id: i64) -> Value {
    desk.t.ok("customer_page", json!({"customer": id}))["level"].clone()
}

fn figure(page: &Value, key: &str) -> Value {
    let groups = page["groups"].as_array().unwrap().iter();
    let found = groups.flat_map(|group| group["figures"].as_array().unwrap()).find(|figure| figure["key"] == key).unwrap();
    found["now"]["value"]["count"].clone()
}

const HELD: &str = "SELECT f.key || ' ' || f.label || ' ' || v.value FROM profile_value v JOIN profile_field f ON f.id = v.field_id
    ORDER BY v.customer_id, v.id";

#[test]
fn how_often_she_bought_is_kept_as_a_balance_and_counts_in_no_period() {
    let mut desk = desk();
    let file = format!("{HEAD}M1,王芳,5000,36,\nM2,李红,,0,\nM3,陈静,,-2,\nM4,赵敏,,几次,\n");
    let report = desk.bring(&[("customers", &file)]);
    assert_eq!(counts(&report, "customers"), [4, 4, 0, 0, 0]);
    assert_eq!(remarks(&report, "customers"), ["4 累计消费次数 quantity_invalid", "5 累计消费次数 quantity_invalid"]);
    assert_eq!(desk.ask(HELD), ["opening_spend 原系统累计消费 5000.00", "opening_visits 原系统消费次数 36"]);
    let page = desk.t.ok("customer_page", json!({"customer": 1}));
    assert_eq!((&page["figures"]["visits"], &page["figures"]["purchases"]), (&json!(0), &json!(0)));
    let shown = page["profile"].to_string();
    assert!(shown.contains("原系统消费次数") && shown.contains("\"36\""), "{shown}");
    let insight = desk.t.ok("insight_page", json!({"from": "2026-11-01", "to": "2026-11-21"}));
    assert_eq!(insight["opening"], 1);
    assert_eq!(figure(&insight, "tickets"), 0);
    // A second time it is not added again.
    let again = desk.bring(&[("customers", &format!("{HEAD}M1,王芳,5000,36,\n"))]);
    assert_eq!(remarks(&again, "customers"), ["2 累计消费 opening_kept", "2 累计消费次数 opening_kept"]);
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn a_count_of_visits_alone_is_a_balance_too() {
    let mut desk = desk();
    desk.bring(&[("customers", "会员号,姓名,累计到店次数\nM1,王芳,3\n"), ("visits", "单号,会员号,日期,金额\n1,M1,2026-11-10,100\n")]);
    let insight = desk.t.ok("insight_page", json!({"from": "2026-11-01", "to": "2026-11-21"}));
    assert_eq!((insight["opening"].clone(), figure(&insight, "first_buyers")), (json!(1), json!(0)));
}

#[test]
fn a_lifetime_rule_counts_it_so_that_no_review_takes_a_level_it_earned() {
    for (metric, at_least) in [("spend_lifetime", 500_000), ("visits_lifetime", 36)] {
        let mut desk = desk();
        rule(&mut desk, metric, at_least);
        desk.bring(&[("customers", &format!("{HEAD}M1,王芳,5000,36,银卡\nM2,李红,4999,35,银卡\nM3,陈静,,,银卡\n"))]);
        // The level of the old book holds a year for all of them; what the rule gives holds for good.
        assert_eq!([1, 2, 3].map(|id| card(&mut desk, id)["name"].clone()), ["银卡"; 3].map(Value::from), "{metric}");
        assert_eq!(card(&mut desk, 1)["keeps_until"], Value::Null, "{metric}");
        assert_eq!([2, 3].map(|id| card(&mut desk, id)["keeps_until"].clone()), ["2027-12-31"; 2].map(Value::from), "{metric}");
        desk.t.at("2027-12-31T12:00:00+08:00");
        let drops = desk.t.ok("preview_review", json!({}));
        let lines: Vec<_> = drops["rows"].as_array().unwrap().iter().map(|line| line["customer"]["id"].clone()).collect();
        assert_eq!(lines, [json!(2), json!(3)], "{metric}: {drops}");
        assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]), "{metric}");
    }
}

#[test]
fn receipts_of_the_old_book_do_not_count_beside_its_balance() {
    let mut desk = desk();
    rule(&mut desk, "spend_lifetime", 80_000);
    let visits = "单号,会员号,日期,金额\n1,M1,2025-03-01,300\n2,M1,2026-03-01,200\n";
    desk.bring(&[("customers", &format!("{HEAD}M1,王芳,500,2,\n")), ("visits", visits)]);
    // 500 before this book, of which the receipts are a part; 300 more make 800.
    assert_eq!((card(&mut desk, 1)["name"].clone(), card(&mut desk, 1)["reach"][0]["missing"].clone()), (json!("普通会员"), json!(30_000)));
    let line = json!({"style_no": "A1", "name": "大衣", "qty": 1, "price": "300.00"});
    let visit = json!({"customer": 1, "kind": "purchase", "lines": [line], "payments": [{"method": "cash", "amount": "300.00"}]});
    desk.t.ok("record_visit", json!({"receipt": "receipt-new", "visit": visit}));
    assert_eq!(card(&mut desk, 1)["name"], "银卡");
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn undoing_the_import_takes_the_balance_and_the_level_it_made() {
    let mut desk = desk();
    rule(&mut desk, "visits_lifetime", 10);
    desk.bring(&[("customers", "会员号,姓名\nM1,王芳\n")]);
    let before = desk.facts();
    desk.bring(&[("customers", &format!("{HEAD}M2,李红,900,12,\n"))]);
    let review = desk.t.ok("preview_review", json!({}));
    assert_eq!((&review["rows"][0]["customer"]["id"], &review["rows"][0]["rise"]), (&json!(2), &json!(true)), "{review}");
    let last = desk.t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    desk.t.ok("undo", json!({"operation": last}));
    assert_eq!(desk.facts(), before);
}
