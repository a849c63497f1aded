//! The shop's calendar through the list of operations: festivals, the month, birthdays, hours and closed days, each with its way back.

use serde_json::{Value, json};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};

fn open(t: &mut TestShop, name: &str, birthday: Value) -> i64 {
    let fields = json!({"name": name, "phones": [], "birthday": birthday});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

fn festivals(t: &mut TestShop) -> Vec<Value> {
    t.ok("list_festivals", json!({}))["festivals"].as_array().unwrap().clone()
}

fn day(t: &mut TestShop, year: i32, month: u8, day: usize) -> Value {
    t.ok("calendar_month", json!({"year": year, "month": month}))["days"][day - 1].clone()
}

#[test]
fn a_new_book_keeps_the_usual_festivals_the_next_one_first() {
    let mut t = shop();
    let list = festivals(&mut t);
    assert_eq!(list.len(), 18);
    let told: Vec<String> = list
        .iter()
        .filter(|row| row["festival"]["is_on"] == true)
        .take(5)
        .map(|row| format!("{} {} {}", row["festival"]["name"].as_str().unwrap(), row["next"].as_str().unwrap(), row["days_until"]))
        .collect();
    assert_eq!(told, ["元旦 2027-01-01 41", "春节 2027-02-06 77", "元宵节 2027-02-20 91", "妇女节 2027-03-08 107", "清明 2027-04-05 135"]);
    let quiet: Vec<&Value> = list.iter().filter(|row| row["festival"]["rule"]["quiet"] == true).collect();
    assert_eq!((quiet.len(), quiet[0]["festival"]["name"].as_str()), (1, Some("清明")));
}

#[test]
fn the_owner_edits_the_list_and_takes_it_back() {
    let mut t = shop();
    let before = festivals(&mut t);
    let rule = json!({"day": {"kind": "solar", "month": 12, "day": 5}});
    let made = t.ok("save_festival", json!({"name": " 店庆 ", "rule": rule, "is_on": true}))["festival"].clone();
    let first = festivals(&mut t)[0].clone();
    assert_eq!(
        (first["festival"]["id"].clone(), first["next"].as_str(), first["days_until"].as_i64()),
        (made.clone(), Some("2026-12-05"), Some(14))
    );
    assert_eq!(day(&mut t, 2026, 12, 5)["festivals"], json!([{"id": made, "name": "店庆", "quiet": false}]));
    assert_eq!(t.ok("list_history", json!({"limit": 1}))["entries"][0]["params"]["festival"], "店庆");

    t.ok("save_festival", json!({"id": made, "name": "店庆", "rule": rule, "is_on": false}));
    assert_eq!(day(&mut t, 2026, 12, 5)["festivals"], json!([]), "one that is off is not kept");
    undo_last(&mut t);
    assert_eq!(day(&mut t, 2026, 12, 5)["festivals"].as_array().unwrap().len(), 1);
    t.ok("remove_festival", json!({"festival": made}));
    assert_eq!(festivals(&mut t), before);
    undo_last(&mut t);
    assert_eq!(festivals(&mut t)[0], first);

    let with = |name: &str, rule: Value| json!({"name": name, "rule": rule, "is_on": true});
    for (request, code, field) in [
        (with(" ", rule.clone()), "required", Some("name")),
        (with("中秋节", rule.clone()), "name_taken", Some("name")),
        (with(&"长".repeat(21), rule.clone()), "too_long", Some("name")),
        (with("店庆二", json!({"day": {"kind": "solar", "month": 2, "day": 30}})), "day_invalid", Some("rule.day.day")),
        (with("店庆二", json!({"day": {"kind": "lunar", "month": 13, "day": 1}})), "out_of_range", Some("rule.day.month")),
        (with("店庆二", json!({"day": {"kind": "weekday", "month": 5, "weekday": 7, "nth": 5}})), "out_of_range", Some("rule.day.nth")),
        (json!({"id": 999, "name": "店庆二", "rule": rule, "is_on": true}), "not_found", Some("id")),
    ] {
        let failure = t.err("save_festival", request);
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, field));
    }
    assert_eq!(t.err("remove_festival", json!({"festival": 999})).code.as_str(), "not_found");
    for n in 0..41 {
        t.ok("save_festival", with(&format!("节{n}"), rule.clone()));
    }
    assert_eq!(t.err("save_festival", with("再一个", rule.clone())).code.as_str(), "out_of_range", "sixty are enough");
}

#[test]
fn a_month_shows_lunar_days_festivals_and_birthdays() {
    let mut t = shop();
    open(&mut t, "单晓燕", json!({"calendar": "lunar", "month": 8, "day": 15}));
    open(&mut t, "曾丽", json!({"calendar": "solar", "year": 1990, "month": 9, "day": 25}));
    let gone = open(&mut t, "仇敏", json!({"calendar": "solar", "month": 9, "day": 25}));
    t.ok("set_status", json!({"customer": gone, "status": "archived"}));
    let moon = day(&mut t, 2026, 9, 25);
    assert_eq!((moon["lunar"].as_str(), moon["birthdays"].as_i64(), moon["is_open"].as_bool()), (Some("十五"), Some(2), Some(true)));
    assert_eq!(moon["festivals"][0]["name"], "中秋节");
    let month = t.ok("calendar_month", json!({"year": 2026, "month": 9}));
    assert_eq!(month["days"].as_array().unwrap().len(), 30);
    assert_eq!(month["days"].as_array().unwrap().iter().filter(|day| day["birthdays"] != 0).count(), 1);
    assert_eq!(day(&mut t, 2025, 10, 6)["birthdays"], 1, "the lunar birthday moves, the solar one does not");
    assert_eq!(day(&mut t, 1950, 2, 17)["festivals"][0]["name"], "春节");
    assert_eq!(day(&mut t, 2100, 2, 9)["festivals"][0]["name"], "春节");
    for (year, month, field) in [(1949, 1, "year"), (2101, 1, "year"), (2026, 13, "month"), (2026, 0, "month")] {
        assert_eq!(t.err("calendar_month", json!({"year": year, "month": month})).field.as_deref(), Some(field));
    }
}

#[test]
fn the_birthdays_of_a_month_with_the_gifts_they_take() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕", json!({"calendar": "lunar", "year": 1987, "month": 11, "day": 12}));
    let b = open(&mut t, "曾丽", json!({"calendar": "solar", "month": 12, "day": 20}));
    open(&mut t, "解芸", json!({"calendar": "solar", "month": 2, "day": 29}));
    let levels = t.ok("levels_page", json!({}))["levels"].clone();
    let gold = levels.as_array().unwrap().iter().find(|level| level["benefits"]["birthday_gift"].is_string()).unwrap().clone();
    t.ok("set_level", json!({"customer": b, "level": gold["id"], "reason": "老顾客"}));
    let list = t.ok("list_birthdays", json!({"from": "2026-12-01", "to": "2026-12-31"}));
    assert_eq!(list["total"], 2);
    // Twins of the calendar: the 12th of the eleventh lunar month is 20 December this year.
    let rows: Vec<(i64, &str, Option<i64>)> = list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["customer"]["id"].as_i64().unwrap(), row["day"].as_str().unwrap(), row["turns"].as_i64()))
        .collect();
    assert_eq!(rows, [(a, "2026-12-20", Some(39)), (b, "2026-12-20", None)]);
    assert_eq!(list["rows"][0]["text"], "农历1987年冬月十二");
    assert_eq!(list["gifts"], json!([{"gift": gold["benefits"]["birthday_gift"], "count": 1}]));
    let leap = t.ok("list_birthdays", json!({"from": "2027-02-28", "to": "2027-02-28"}));
    assert_eq!(leap["rows"][0]["customer"]["name"], "解芸");
    assert_eq!(t.err("list_birthdays", json!({"from": "2026-12-02", "to": "2026-12-01"})).code.as_str(), "out_of_range");
    assert_eq!(t.err("list_birthdays", json!({"from": "2026-12-02", "to": "2028-12-01"})).code.as_str(), "out_of_range");
}

#[test]
fn hours_and_closed_days_say_when_the_shop_is_open() {
    let mut t = shop(); // Saturday, ten in the morning
    let page = t.ok("shop_hours", json!({}));
    assert_eq!((page["open_now"].as_bool(), page["next_opening"].as_str()), (Some(true), Some("2026-11-21T10:00:00+08:00")));
    assert_eq!(page["hours"]["week"][0], json!([{"from": "10:00", "to": "21:00"}]));
    let week = json!({"week": [[], [{"from": "9:30", "to": "12:00"}, {"from": "14:00", "to": "24:00"}], [], [], [], [], []]});
    t.ok("save_shop_hours", week);
    let page = t.ok("shop_hours", json!({}));
    assert_eq!((page["open_now"].as_bool(), page["next_opening"].as_str()), (Some(false), Some("2026-11-24T09:30:00+08:00")));
    assert_eq!(page["hours"]["week"][1][1]["to"], "24:00");
    let closed = t.ok("save_closed_day", json!({"from_day": "2026-11-23", "to_day": "2026-11-29", "reason": "盘点"}))["closed_day"].clone();
    assert_eq!(t.ok("shop_hours", json!({}))["next_opening"], "2026-12-01T09:30:00+08:00");
    assert_eq!(day(&mut t, 2026, 11, 24)["closed_reason"], "盘点");
    assert_eq!(day(&mut t, 2026, 11, 24)["is_open"], false);
    assert_eq!(day(&mut t, 2026, 12, 1)["is_open"], true);
    t.ok("save_closed_day", json!({"id": closed, "from_day": "2026-11-23", "to_day": "2026-11-23"}));
    assert_eq!(t.ok("shop_hours", json!({}))["next_opening"], "2026-11-24T09:30:00+08:00");
    t.ok("remove_closed_day", json!({"closed_day": closed}));
    assert_eq!(t.ok("shop_hours", json!({}))["closed"], json!([]));
    undo_last(&mut t);
    let back = t.ok("shop_hours", json!({}))["closed"][0].clone();
    assert_eq!(back, json!({"id": closed, "from_day": "2026-11-23", "to_day": "2026-11-23", "reason": null}));

    let over_midnight = json!({"week": [[{"from": "18:00", "to": "02:00"}], [], [], [], [], [], []]});
    let failure = t.err("save_shop_hours", over_midnight);
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("hours_invalid", Some("week.0.0.to")));
    assert_eq!(t.err("save_shop_hours", json!({"week": [[], [], [], [], [], [], []]})).params["why"], "never");
    assert_eq!(t.err("save_shop_hours", json!({"week": [[{"from": "25:00", "to": "26:00"}]]})).code.as_str(), "bad_arguments");
    for to in ["2026-11-22", "2028-11-23"] {
        let failure = t.err("save_closed_day", json!({"from_day": "2026-11-23", "to_day": to}));
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("out_of_range", Some("to_day")), "{to}");
    }
    assert_eq!(t.err("remove_closed_day", json!({"closed_day": 999})).code.as_str(), "not_found");
}

#[test]
fn every_trade_starts_with_them() {
    for trade in Trade::ALL {
        assert_eq!(festivals(&mut shop_with(*trade, false)).len(), 18, "{trade:?}");
    }
}
