//! Clerks' boards against sums written by hand, and spot checks from the draw to the score.

use super::visits::*;
use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};
use std::collections::BTreeSet;

fn clerk(t: &mut TestShop, name: &str) -> Value {
    t.ok("save_staff", json!({"name": name, "role": "clerk", "is_active": true}))["id"].clone()
}

/// A customer whom a clerk looks after.
fn of_clerk(t: &mut TestShop, name: &str, staff: &Value, phone: &str) -> Value {
    customer_with(t, json!({"name": name, "phones": [phone], "staff": staff}))
}

fn board(t: &mut TestShop, from: &str, to: &str) -> Value {
    t.ok("clerk_board", json!({"from": from, "to": to}))
}

fn row(board: &Value, staff: &Value) -> Value {
    board["rows"].as_array().unwrap().iter().find(|row| row["staff"] == *staff).cloned().unwrap_or(Value::Null)
}

fn people(t: &mut TestShop, staff: &Value, figure: &str) -> Vec<Value> {
    let asked = json!({"staff": staff, "figure": figure, "from": "2026-11-01", "to": "2026-11-30"});
    let found = t.ok("list_clerk_people", asked);
    assert_eq!(found["total"].as_u64(), u64::try_from(found["rows"].as_array().unwrap().len()).ok());
    found["rows"].as_array().unwrap().clone()
}

/// Asks a copy of the file, so that the program keeps its lock.
fn numbers(t: &TestShop, sql: &str) -> Vec<(Option<i64>, i64)> {
    let copy = t.folder.path().join("asked");
    std::fs::copy(t.path(), &copy).unwrap();
    let db = Connection::open(&copy).unwrap();
    let mut statement = db.prepare(sql).unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

#[test]
fn a_board_counts_what_each_clerk_did() {
    let mut t = shop();
    let (xia, qiu) = (clerk(&mut t, "小夏"), clerk(&mut t, "小秋"));
    let (rich, poor, own) = (
        of_clerk(&mut t, "单晓燕", &xia, "13800000001"),
        of_clerk(&mut t, "曾丽", &qiu, "13800000002"),
        of_clerk(&mut t, "仇敏", &xia, "13800000003"),
    );
    // 小秋 serves the purchase that makes 小夏's customer VIP: hers is the new VIP, 小夏's the sale to an own customer.
    let buy = |who: &Value, price: &str, staff: &Value, mark: i64| {
        with(purchase(who, json!([piece("A", price)])), json!({"staff": staff, "satisfaction": mark}))
    };
    save(&mut t, "1", buy(&rich, "30000.00", &qiu, 5));
    save(&mut t, "2", buy(&poor, "200.00", &qiu, 4));
    let sold = save(&mut t, "3", buy(&own, "300.00", &xia, 3));
    let piece_sold = line(&mut t, &sold["visit"], 0);
    save(&mut t, "4", bring_back(&own, &[(&piece_sold, 1)]));
    let walk_in = json!({"kind": "purchase", "staff": xia, "lines": [piece("B", "99.00")]});
    save(&mut t, "5", walk_in);

    t.ok("set_actor", json!({"staff": xia}));
    for (who, outcome) in [(&rich, "reached"), (&rich, "no_answer"), (&own, "reached")] {
        t.ok("log_contact", json!({"customers": [who], "channel": "phone", "direction": "out", "purpose": "service", "outcome": outcome}));
    }
    t.ok("log_contact", json!({"customers": [poor], "channel": "phone", "direction": "in", "purpose": "service", "outcome": "reached"}));

    // Two tasks of the same day, one done on it, the other two days late.
    let task = |who: &Value| json!({"customers": [who], "title": "问合不合身", "due_on": "2026-11-21", "purpose": "service"});
    let mut ids = Vec::new();
    for who in [&poor, &own] {
        ids.push((who.clone(), t.ok("save_follow_up", task(who))["first"].clone()));
    }
    let decide = |t: &mut TestShop, at: usize| {
        let (who, id) = &ids[at];
        let name = json!({"follow_up": id, "customer": who, "cause": format!("follow_up:{id}")});
        t.ok("decide_tasks", json!({"tasks": [name], "decision": "done", "log": false}));
    };
    decide(&mut t, 0);
    t.at("2026-11-23T10:00:00+08:00");
    decide(&mut t, 1);

    let complaint =
        t.ok("open_complaint", json!({"customer": poor, "kind": "service", "what": "等太久", "staff": qiu}))["complaint"].clone();
    t.ok("answer_complaint", json!({"complaint": complaint}));
    t.ok("solve_complaint", json!({"complaint": complaint, "solution": "道歉并送小样"}));
    t.ok("set_complaint_result", json!({"complaint": complaint, "satisfied": true}));
    t.ok("open_complaint", json!({"customer": own, "kind": "goods", "what": "掉扣子", "staff": qiu}));

    let seen = board(&mut t, "2026-11-01", "2026-11-30");
    let (a, b) = (row(&seen, &xia), row(&seen, &qiu));
    assert_eq!((&a["new_vips"], &b["new_vips"], &a["target"]), (&json!(0), &json!(1), &json!(5)));
    assert_eq!((&a["contacts"], &a["contacted"], &b["contacts"]), (&json!(3), &json!(2), &json!(0)));
    assert_eq!((&a["tasks"], &a["on_time"]), (&json!(2), &json!({"part": 1, "of": 2})));
    assert_eq!((&a["sales"], &a["buyers"]), (&json!("30000.00"), &json!(2)), "what came back is off");
    assert_eq!((&b["sales"], &b["buyers"]), (&json!("200.00"), &json!(1)));
    assert_eq!((&a["served"], &b["served"]), (&json!("399.00"), &json!("30200.00")));
    assert_eq!((&a["archives"], &a["opened"], &b["archives"]), (&json!(2), &json!(2), &json!(1)));
    assert_eq!((&b["complaints"], &b["answered"], &b["solved"]), (&json!(2), &json!({"part": 1, "of": 1}), &json!({"part": 1, "of": 1})));
    assert_eq!((&b["content"], &b["marks"]), (&json!({"part": 1, "of": 1}), &json!({"part": 9, "of": 2})));
    assert_eq!(row(&seen, &json!(1))["served"], "-300.00", "the owner stood at the counter when it came back");
    // A week later the other complaint is over its time.
    t.at("2026-12-09T10:00:00+08:00");
    let later = row(&board(&mut t, "2026-11-01", "2026-11-30"), &qiu);
    assert_eq!((&later["answered"], &later["solved"]), (&json!({"part": 1, "of": 2}), &json!({"part": 1, "of": 2})));
    // Days without anything: the target of three months, nothing done.
    let before = row(&board(&mut t, "2026-07-15", "2026-09-10"), &xia);
    assert_eq!((&before["target"], &before["contacts"], &before["sales"]), (&json!(15), &json!(0), &json!("0.00")));

    let named = |rows: &[Value]| rows.iter().map(|row| row["customer"]["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(named(&people(&mut t, &qiu, "new_vips")), ["单晓燕"]);
    assert_eq!(named(&people(&mut t, &xia, "contacted")), ["单晓燕", "仇敏"]);
    let late = people(&mut t, &xia, "late_tasks");
    assert_eq!((named(&late), &late[0]["day"]), (vec!["仇敏".to_owned()], &json!("2026-11-23")));
    let sales = people(&mut t, &xia, "sales");
    assert_eq!((named(&sales), &sales[0]["amount"]), (vec!["单晓燕".to_owned(), "仇敏".to_owned()], &json!("30000.00")));
    assert_eq!(people(&mut t, &xia, "archives").len(), 2);
    assert_eq!(people(&mut t, &qiu, "complaints")[0]["words"], "掉扣子");
    refused(&mut t, "clerk_board", json!({"from": "2026-11-02", "to": "2026-11-01"}), "out_of_range", "to");
    refused(&mut t, "clerk_board", json!({"from": "2025-01-01", "to": "2026-11-01"}), "out_of_range", "to");
    sound(&mut t);
}

#[test]
fn a_board_of_the_demo_shop_equals_sums_of_its_rows() {
    let mut t = shop_with(Trade::Clothing, true);
    let (from, to) = ("2026-01-01", "2026-11-21");
    let seen = board(&mut t, from, to);
    let compare = |sql: &str, figure: &dyn Fn(&Value) -> i64| {
        let mut some = 0;
        for (staff, expected) in numbers(&t, sql) {
            let found = row(&seen, &json!(staff));
            assert_eq!(if found.is_null() { 0 } else { figure(&found) }, expected, "{sql} {staff:?}");
            some += expected;
        }
        assert!(some > 0, "{sql}");
    };
    let fen = |name: &'static str| move |row: &Value| row[name].as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
    let int = |name: &'static str| move |row: &Value| row[name].as_i64().unwrap();
    compare(
        "SELECT c.staff_id, sum(v.total) FROM visit v JOIN customer c ON c.id = v.customer_id
         WHERE v.voided_at IS NULL AND v.day BETWEEN '2026-01-01' AND '2026-11-21' GROUP BY 1",
        &fen("sales"),
    );
    compare(
        "SELECT staff_id, sum(total) FROM visit WHERE voided_at IS NULL AND day BETWEEN '2026-01-01' AND '2026-11-21' GROUP BY 1",
        &fen("served"),
    );
    compare("SELECT staff_id, count(*) FROM customer WHERE status = 'active' AND merged_into_id IS NULL GROUP BY 1", &int("archives"));
    compare(
        "SELECT c.staff_id, sum(s.completeness) FROM customer c JOIN customer_stats s ON s.customer_id = c.id
         WHERE c.status = 'active' AND c.merged_into_id IS NULL GROUP BY 1",
        &int("completeness"),
    );
    // New VIPs: each customer's way as her own page tells it.
    let mut vips = 0;
    let all = numbers(&t, "SELECT id, 0 FROM customer");
    for (who, _) in all {
        let steps = t.ok("level_history", json!({"customer": who}))["steps"].clone();
        // The latest comes first, so the first rise from the base level is the last in the list.
        let first = steps.as_array().unwrap().iter().rev().find(|step| step["from"] == "普通会员" && step["to"] != "普通会员").cloned();
        vips +=
            i64::from(first.is_some_and(|step| (from..=to).contains(&step["day"].as_str().unwrap()) && step["why"]["source"] != "opening"));
    }
    let counted: i64 = seen["rows"].as_array().unwrap().iter().map(|row| row["new_vips"].as_i64().unwrap()).sum();
    assert!(vips > 0 && counted == vips, "{counted} {vips}");
}

#[test]
fn targets_are_the_owners() {
    let mut t = shop();
    let xia = clerk(&mut t, "小夏");
    t.ok("save_clerk_targets", json!({"new_vips": 3, "own": [{"staff": xia, "new_vips": 8}]}));
    let seen = board(&mut t, "2026-10-01", "2026-11-30");
    assert_eq!((&row(&seen, &xia)["target"], &row(&seen, &json!(1))["target"]), (&json!(16), &json!(6)));
    undo_last(&mut t);
    assert_eq!(board(&mut t, "2026-11-01", "2026-11-30")["targets"], json!({"new_vips": 5, "own": []}));
    refused(&mut t, "save_clerk_targets", json!({"new_vips": -1, "own": []}), "out_of_range", "new_vips");
    let nobody = json!({"new_vips": 5, "own": [{"staff": 99, "new_vips": 1}]});
    refused(&mut t, "save_clerk_targets", nobody, "not_found", "own.0.staff");
}

#[test]
fn a_spot_check_is_drawn_called_scored_and_taken_back() {
    let mut t = shop();
    let (xia, qiu) = (clerk(&mut t, "小夏"), clerk(&mut t, "小秋"));
    refused(&mut t, "draw_spot_check", json!({"name": "四季度", "size": 3}), "out_of_range", "check");
    let mut own = BTreeSet::new();
    for n in 0..8 {
        let fields = json!({"name": format!("顾客{n}"), "phones": [format!("1380000001{n}")], "staff": xia, "wechat": format!("wx{n}"),
                            "address": "河东路"});
        own.insert(customer_with(&mut t, fields).as_i64().unwrap());
    }
    of_clerk(&mut t, "曾丽", &qiu, "13800000002");
    // Nobody draws who cannot or may not be called.
    customer_with(&mut t, json!({"name": "没电话", "phones": [], "staff": qiu}));
    let alone = of_clerk(&mut t, "别打扰", &qiu, "13800000005");
    t.ok("set_contact_wish", json!({"customer": alone, "wish": "none"}));

    let drawn = t.ok("draw_spot_check", json!({"name": "2026 四季度", "size": 3, "seed": 42}));
    assert_eq!(drawn["archives"], 4);
    let check = drawn["check"].clone();
    let page = t.ok("spot_check_page", json!({"check": check}));
    let items = page["items"].as_array().unwrap().clone();
    let who = |items: &[Value]| items.iter().map(|item| item["customer"]["id"].as_i64().unwrap()).collect::<Vec<_>>();
    assert!(who(&items)[..3].iter().all(|id| own.contains(id)) && items[3]["customer"]["name"] == "曾丽");
    // The same seed draws the same.
    let again = t.ok("draw_spot_check", json!({"name": "再抽", "size": 3, "seed": 42}))["check"].clone();
    let again_page = t.ok("spot_check_page", json!({"check": again}));
    assert_eq!(who(again_page["items"].as_array().unwrap()), who(&items));
    t.ok("remove_spot_check", json!({"check": again}));

    let labels: Vec<&str> = items[0]["fields"].as_array().unwrap().iter().map(|field| field["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["微信", "地址"]);
    t.ok("set_actor", json!({"staff": xia}));
    let field = |item: &Value, at: usize| item["fields"][at]["field"].clone();
    let answers = json!([{"field": field(&items[0], 0), "is_right": true}, {"field": field(&items[0], 1), "is_right": false}]);
    let call = json!({"item": items[0]["id"], "outcome": "reached", "answers": answers, "note": "搬家了"});
    t.ok("save_spot_call", call.clone());
    t.ok("save_spot_call", json!({"item": items[1]["id"], "outcome": "not_reached", "answers": []}));
    let seen = t.ok("spot_check_page", json!({"check": check}));
    assert_eq!((&seen["items"][0]["called_on"], &seen["items"][0]["called_by"]), (&json!("2026-11-21"), &json!("小夏")));
    let mine = seen["check"]["scores"].as_array().unwrap().iter().find(|score| score["staff"] == xia).unwrap().clone();
    assert_eq!(
        (&mine["drawn"], &mine["reached"], &mine["not_reached"], &mine["truth"]),
        (&json!(3), &json!(1), &json!(1), &json!({"part": 1, "of": 2}))
    );
    assert_eq!((&seen["check"]["all"]["drawn"], &seen["check"]["all"]["truth"]["of"]), (&json!(4), &json!(2)));
    assert_eq!(row(&board(&mut t, "2026-11-01", "2026-11-30"), &xia)["truth"], json!({"part": 1, "of": 2}));
    let wrong = people(&mut t, &xia, "wrong");
    assert_eq!((wrong.len(), &wrong[0]["words"]), (1, &json!("地址")));

    // Changed, taken back, ended, opened again; undo brings each step back.
    t.ok("save_spot_call", with(call.clone(), json!({"answers": [{"field": field(&items[0], 0), "is_right": true}]})));
    let truth = |t: &mut TestShop| t.ok("list_spot_checks", json!({}))["checks"][0]["all"]["truth"].clone();
    assert_eq!(truth(&mut t), json!({"part": 1, "of": 1}));
    undo_last(&mut t);
    assert_eq!(truth(&mut t), json!({"part": 1, "of": 2}));
    t.ok("end_spot_check", json!({"check": check, "ended": true}));
    refused(&mut t, "save_spot_call", call.clone(), "rules_invalid", "item");
    undo_last(&mut t);
    refused(&mut t, "save_spot_call", with(call.clone(), json!({"outcome": "not_reached"})), "rules_invalid", "answers");
    let foreign = json!({"answers": [{"field": 1, "is_right": true}]});
    refused(&mut t, "save_spot_call", with(call, foreign), "not_found", "answers.0.field");
    t.ok("remove_spot_check", json!({"check": check}));
    assert_eq!(t.ok("list_spot_checks", json!({}))["checks"], json!([]));
    undo_last(&mut t);
    assert_eq!(truth(&mut t), json!({"part": 1, "of": 2}));

    // Two archives become one: the kept one stays on the list.
    let (kept, other) = (who(&items)[0], who(&items)[1]);
    t.ok("merge_customers", json!({"keep": kept, "from": other, "fields": {"name": "合并", "phones": []}}));
    assert_eq!(t.ok("spot_check_page", json!({"check": check}))["items"].as_array().unwrap().len(), 3);
    refused(&mut t, "draw_spot_check", json!({"name": "x", "size": 51}), "out_of_range", "size");
    sound(&mut t);
}
