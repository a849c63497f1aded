//! Segments: saved, renamed and taken away with undo; from a filter to tasks, to an event's guest list, to a file.

use super::visits::*;
use serde_json::{Value, json};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

fn names(t: &mut TestShop) -> Vec<String> {
    let segments = t.ok("list_segments", json!({}))["segments"].clone();
    segments.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

fn spent(yuan: &str) -> Value {
    json!({"kind": "spend", "period": {"kind": "ever"}, "min": yuan})
}

#[test]
fn a_new_shop_starts_with_segments_of_its_trade_and_may_change_each() {
    let mut t = shop();
    let known = names(&mut t);
    assert_eq!(known[..3], ["睡着的老客", "只来过一次", "快过生日"]);
    let first = t.ok("list_segments", json!({}))["segments"][0].clone();
    assert!(first["is_preset"].as_bool().unwrap() && first["strategy"].as_str().unwrap().contains("先问好"));

    let saved = t.ok("save_segment", json!({"name": " 花过一千的 ", "filter": spent("1000.00"), "strategy": "新款先看"}));
    let id = saved["segment"].clone();
    assert_eq!(names(&mut t).last().unwrap(), "花过一千的");
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!((&entry["kind"], &entry["params"]["segment"]), (&json!("save_segment"), &json!("花过一千的")));
    t.ok("save_segment", json!({"id": id, "name": "花过两千的", "filter": spent("2000.00")}));
    let changed = t.ok("list_segments", json!({}))["segments"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&changed["name"], &changed["filter"]["min"], &changed["strategy"]),
        (&json!("花过两千的"), &json!("2000.00"), &Value::Null)
    );
    undo_last(&mut t);
    assert_eq!(names(&mut t).last().unwrap(), "花过一千的");
    t.ok("remove_segment", json!({"segment": id}));
    assert_eq!(names(&mut t), known);
    undo_last(&mut t);
    assert_eq!(names(&mut t).len(), known.len() + 1);

    refused(&mut t, "save_segment", json!({"name": "睡着的老客", "filter": spent("1.00")}), "name_taken", "name");
    refused(&mut t, "save_segment", json!({"name": " ", "filter": spent("1.00")}), "required", "name");
    refused(&mut t, "save_segment", json!({"name": "长".repeat(31), "filter": spent("1.00")}), "too_long", "name");
    refused(&mut t, "save_segment", json!({"id": 99, "name": "无", "filter": spent("1.00")}), "not_found", "id");
    refused(&mut t, "remove_segment", json!({"segment": 99}), "not_found", "");
}

#[test]
fn a_filter_that_cannot_be_is_refused_at_its_place() {
    let mut t = shop();
    let name = 1;
    let group = |of: Value| json!({"kind": "all", "of": of});
    let mut deep = spent("1.00");
    for _ in 0..5 {
        deep = group(json!([deep]));
    }
    let many: Vec<Value> = (0..41).map(|_| spent("1.00")).collect();
    for (filter, code, field) in [
        (deep, "out_of_range", "filter"),
        (group(json!(many)), "out_of_range", "filter"),
        (json!({"kind": "any", "of": []}), "required", "filter.of"),
        (group(json!([{"kind": "spend", "period": {"kind": "ever"}}])), "required", "filter.of.0.min"),
        (group(json!([{"kind": "age", "min": 40, "max": 30}])), "rules_invalid", "filter.of.0.max"),
        (group(json!([{"kind": "age", "min": 151}])), "out_of_range", "filter.of.0.min"),
        (json!({"kind": "count", "what": "visits", "period": {"kind": "days", "days": 0}, "min": 1}), "out_of_range", "filter.period.days"),
        (
            json!({"kind": "count", "what": "visits", "period": {"kind": "between", "from": "2026-02-01", "to": "2026-01-01"}, "min": 1}),
            "rules_invalid",
            "filter.period.to",
        ),
        (json!({"kind": "level", "levels": [77]}), "not_found", "filter.levels"),
        (json!({"kind": "tag", "tags": []}), "required", "filter.tags"),
        (json!({"kind": "staff", "staff": [77]}), "not_found", "filter.staff"),
        (json!({"kind": "never", "what": "joined"}), "choice_invalid", "filter.what"),
        (json!({"kind": "bought", "by": "word", "words": " ", "times": 1, "period": {"kind": "ever"}}), "required", "filter.words"),
        (json!({"kind": "birthday_within", "days": 367}), "out_of_range", "filter.days"),
        (json!({"kind": "field", "field": 999, "test": {"is": "filled"}}), "not_found", "filter.field"),
        (json!({"kind": "field", "field": name, "test": {"is": "number", "min": 1}}), "choice_invalid", "filter.test"),
        (json!({"kind": "field", "field": name, "test": {"is": "contains", "words": ""}}), "required", "filter.test.words"),
    ] {
        refused(&mut t, "preview_segment", json!({"filter": filter}), code, field);
    }
    let list = json!({"levels": [], "tags": [], "never_visited": false, "condition": {"kind": "level", "levels": []}});
    refused(&mut t, "list_customers", json!({"filter": list, "sort": "name", "limit": 9}), "required", "filter.condition.levels");
}

#[test]
fn a_segment_becomes_tasks_a_guest_list_and_a_file() {
    let mut t = shop_with(Trade::Clothing, true);
    let filter = json!({"kind": "all", "of": [spent("3000.00"), {"kind": "since", "what": "last_purchase", "at_most": 400}]});
    let preview = t.ok("preview_segment", json!({"filter": filter}));
    let found = preview["customers"].as_i64().unwrap();
    assert!(found > 2 && found < preview["of"].as_i64().unwrap());
    assert_eq!(preview["sample"].as_array().unwrap().len() as i64, found.min(8));

    let task = json!({"filter": filter, "title": "请来看新款", "due_on": "2026-11-25", "purpose": "greeting", "channel": "phone", "batch": "冬装"});
    let set = t.ok("set_segment_tasks", task.clone());
    assert_eq!(set["saved"], found);
    let tasks = |t: &mut TestShop| facts(t)["follow_up"].len() as i64;
    assert_eq!(tasks(&mut t), found);
    undo_last(&mut t);
    assert_eq!(tasks(&mut t), 0);
    let nobody = with(task.clone(), json!({"filter": spent("9999999.00")}));
    refused(&mut t, "set_segment_tasks", nobody, "out_of_range", "filter");
    refused(&mut t, "set_segment_tasks", with(task, json!({"due_on": "2026-11-20"})), "out_of_range", "due_on");

    let event = json!({"name": "新款预览", "kind": "preview", "day": "2026-12-05", "invite_days": 7, "sales_days": 14});
    let event = t.ok("save_event", event)["event"].clone();
    let asked = json!({"event": event, "customers": [], "filter": {"tags": [], "condition": filter}, "call": {}});
    let choice = t.ok("preview_guests", asked.clone());
    let reckoned = choice["messages"].as_i64().unwrap() + choice["barred_count"].as_i64().unwrap();
    assert_eq!(reckoned, found);
    assert_eq!(t.ok("add_guests", asked)["messages"], choice["messages"]);

    let path = t.folder.path().join("segment.csv");
    let export = json!({"table": "customers", "path": path, "only": filter});
    assert_eq!(t.ok("export_table", export.clone())["rows"], found);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count() as i64, found + 1);
    for person in preview["sample"].as_array().unwrap() {
        assert!(text.contains(person["member_no"].as_str().unwrap()), "{person}");
    }
    let failure = t.err("export_table", with(export, json!({"only": {"kind": "tag", "tags": [999]}})));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("not_found", Some("only.tags")));
    sound(&mut t);
}

#[test]
fn a_tag_that_a_rule_gives_counts_for_guests_too() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    save(&mut t, "1", purchase(&who, json!([piece("A", "800.00")])));
    let rule = json!({"name": "买得多", "conditions": [{"kind": "spent", "at_least": "500.00", "days": 30}], "is_on": true});
    let tag = t.ok("save_tag_rule", rule)["id"].clone();
    let event = json!({"name": "茶会", "kind": "salon", "day": "2026-12-05", "invite_days": 7, "sales_days": 14});
    let event = t.ok("save_event", event)["event"].clone();
    let asked = json!({"event": event, "customers": [], "filter": {"tags": [tag]}, "call": {}});
    assert_eq!(t.ok("preview_guests", asked)["messages"], 1);
}

#[test]
fn states_and_forecast_find_whom_their_own_lists_name() {
    let mut t = shop_with(Trade::Clothing, true);
    let ids = |rows: &Value| -> std::collections::BTreeSet<i64> {
        rows["rows"].as_array().unwrap().iter().map(|row| row["customer"]["id"].as_i64().unwrap()).collect()
    };
    let mut some = 0;
    let mut compare = |t: &mut TestShop, filter: Value, expected: std::collections::BTreeSet<i64>| {
        let list = json!({"levels": [], "tags": [], "never_visited": false, "condition": filter});
        let listed = t.ok("list_customers", json!({"filter": list, "sort": "name", "limit": 500}));
        let found = listed["rows"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect();
        assert_eq!(expected, found, "{filter}");
        assert_eq!(t.ok("preview_segment", json!({"filter": filter}))["customers"].as_u64(), u64::try_from(expected.len()).ok());
        some += expected.len();
    };
    for (of, kind, list, cells) in [
        ("lifecycle", "lifecycle", "stages", &["new", "active", "at_risk", "dormant", "lost", "no_purchase"][..]),
        ("value", "value", "groups", &["core", "potential", "regular", "dormant", "no_purchase"]),
        ("rfm_segment", "rfm", "segments", &["key_value", "key_grow", "key_keep", "key_win_back", "plain_value", "plain_win_back"]),
    ] {
        for cell in cells {
            let named = t.ok("list_insight_people", json!({"of": of, "cell": cell, "limit": 500}));
            compare(&mut t, json!({"kind": kind, list: [cell]}), ids(&named));
        }
    }
    for (says, which, horizon) in [("likely_lost", "likely_lost", 90), ("likely_to_buy_30", "likely_to_buy", 30)] {
        let named = t.ok("list_forecast", json!({"which": which, "horizon": horizon, "limit": 500}));
        compare(&mut t, json!({"kind": "forecast", "says": says}), ids(&named));
    }
    assert!(some > 80, "{some}");
    let both = json!({"kind": "neither", "of": [{"kind": "lifecycle", "stages": ["active", "new"]}]});
    let event = json!({"name": "茶会", "kind": "salon", "day": "2026-12-05", "invite_days": 7, "sales_days": 14});
    let event = t.ok("save_event", event)["event"].clone();
    let asked = json!({"event": event, "customers": [], "filter": {"tags": [], "condition": both}, "call": {}});
    let (choice, preview) = (t.ok("preview_guests", asked), t.ok("preview_segment", json!({"filter": both})));
    assert_eq!(choice["messages"].as_i64().unwrap() + choice["barred_count"].as_i64().unwrap(), preview["customers"].as_i64().unwrap());
}

#[test]
fn a_task_for_more_than_a_thousand_is_one_step_and_one_undo() {
    let mut t = shop();
    let path = t.folder.path().join("customers.csv");
    let people: String = (0..1_201).map(|n| format!("客人{n},138{n:08}\n")).collect();
    std::fs::write(&path, format!("姓名,手机\n{people}")).unwrap();
    t.ok("run_import", json!({"files": [{"kind": "customers", "path": path}], "dry_run": false}));
    let everybody = json!({"kind": "all", "of": []});
    let preview = t.ok("preview_segment", json!({"filter": everybody}));
    assert_eq!((preview["customers"].as_i64(), preview["tasks_at_most"].as_i64()), (Some(1_201), Some(10_000)));
    let task = json!({"filter": everybody, "title": "道声新年好", "due_on": "2026-11-25", "purpose": "greeting", "batch": "全体"});
    assert_eq!(t.ok("set_segment_tasks", task)["saved"], 1_201);
    assert_eq!(facts(&t)["follow_up"].len(), 1_201);
    undo_last(&mut t);
    assert_eq!(facts(&t)["follow_up"].len(), 0);
}
