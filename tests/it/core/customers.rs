//! The archive through its operations.

use serde_json::{Value, json};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};

fn fields(name: &str, phone: &str) -> Value {
    json!({"name": name, "phones": [phone]})
}

fn open(t: &mut TestShop, name: &str, phone: &str) -> i64 {
    let created = t.ok("create_customer", json!({"fields": fields(name, phone), "confirm_phone": false, "answers": [], "tags": []}));
    created["customer"].as_i64().unwrap()
}

fn found(t: &mut TestShop, query: &str) -> Vec<(i64, String)> {
    let answer = t.ok("search", json!({"query": query, "limit": 10}));
    let hits = answer["hits"].as_array().unwrap();
    hits.iter().map(|h| (h["id"].as_i64().unwrap(), h["matched"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn name_and_phone_are_enough_and_every_key_finds_her() {
    let mut t = shop();
    let id = open(&mut t, "单晓燕", "138 0571 4217");
    open(&mut t, "王芳", "13900000001");
    for (query, by) in [
        ("单", "name"),
        ("晓燕", "name"),
        ("sxy", "initials"),
        ("shanxiaoyan", "pinyin"),
        ("xiaoyan", "pinyin"),
        ("4217", "phone"),
        ("１３８０５７１", "phone"),
        ("K000001", "card"),
    ] {
        assert_eq!(found(&mut t, query).first(), Some(&(id, by.to_owned())), "{query}");
    }
    assert!(found(&mut t, "没有这个人").is_empty());
    t.ok("add_tags", json!({"customers": [id], "tags": ["商务休闲"]}));
    assert_eq!(found(&mut t, "商务"), vec![(id, "tag".to_owned())]);
}

#[test]
fn whoever_carries_a_tag_is_found_by_the_name_it_has_now() {
    let mut t = shop();
    let id = open(&mut t, "单晓燕", "138 0571 4217");
    t.ok("add_tags", json!({"customers": [id], "tags": ["商务休闲"]}));
    let tag = t.ok("list_tags", json!({}))["tags"][0]["id"].clone();
    let latest = |t: &mut TestShop| t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    let named = |t: &mut TestShop, now: &str, before: &str| {
        assert_eq!(found(t, now), vec![(id, "tag".to_owned())], "{now}");
        assert!(found(t, before).is_empty(), "{before}");
        assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    };
    t.ok("save_tag", json!({"id": tag, "name": "度假"}));
    named(&mut t, "度假", "商务");
    let renamed = latest(&mut t);
    t.ok("undo", json!({"operation": renamed}));
    named(&mut t, "商务", "度假");
    let undone = latest(&mut t);
    t.ok("undo", json!({"operation": undone}));
    named(&mut t, "度假", "商务");
    t.ok("delete_tag", json!({"tag": tag}));
    assert!(found(&mut t, "度假").is_empty());
    let deleted = latest(&mut t);
    t.ok("undo", json!({"operation": deleted}));
    named(&mut t, "度假", "商务");
}

#[test]
fn a_shared_phone_warns_and_can_be_confirmed() {
    let mut t = shop();
    let mother = open(&mut t, "曾丽", "13812345678");
    let request =
        |confirm: bool| json!({"fields": fields("曾小雨", "+86 138-1234-5678"), "confirm_phone": confirm, "answers": [], "tags": []});
    let failure = t.err("create_customer", request(false));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("phone_taken", Some("phones.0")));
    assert_eq!(failure.params["customer"], mother.to_string());
    assert_eq!(t.ok("shop_size", json!({}))["customers"], 1);
    assert_eq!(t.ok("shop_info", json!({}))["is_empty"], false);
    t.ok("create_customer", request(true));
    assert_eq!(t.ok("who_has_phone", json!({"phone": "１３８ 1234 5678"}))["people"].as_array().unwrap().len(), 2);
    assert_eq!(t.ok("find_duplicates", json!({}))["pairs"][0]["reasons"][0]["sign"], "phone");
}

#[test]
fn bad_input_is_refused_at_its_field_and_nothing_changes() {
    let mut t = shop();
    let long = "长".repeat(41);
    for (fields, code, field) in [
        (json!({"name": " ", "phones": []}), "required", "name"),
        (json!({"name": long, "phones": []}), "too_long", "name"),
        (json!({"name": "甲\u{0}", "phones": []}), "text_invalid", "name"),
        (json!({"name": "甲", "phones": ["没有号码"]}), "text_invalid", "phones.0"),
        (json!({"name": "甲", "phones": ["1", "2", "3", "4", "5", "6"]}), "out_of_range", "phones"),
        (json!({"name": "甲", "phones": [], "joined_on": "2026-11-22"}), "day_in_future", "joined_on"),
        (json!({"name": "甲", "phones": [], "referrer": 99}), "not_found", "referrer"),
        (json!({"name": "甲", "phones": [], "staff": 99}), "not_found", "staff"),
        (json!({"name": "甲", "phones": [], "note": "长".repeat(2001)}), "too_long", "note"),
    ] {
        let failure = t.err("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)));
    }
    assert_eq!(t.ok("shop_size", json!({}))["customers"], 0);
    assert_eq!(t.ok("shop_info", json!({}))["is_empty"], true);
    assert!(t.ok("list_history", json!({"limit": 5}))["entries"].as_array().unwrap().is_empty());
    let unknown = t.err("create_customer", json!({"fieldz": {}}));
    assert_eq!(unknown.code.as_str(), "bad_arguments");
}

#[test]
fn facts_are_dated_and_keep_their_history() {
    let mut t = shop();
    let id = open(&mut t, "仇敏", "13711112222");
    let fields = t.ok("list_fields", json!({}))["fields"].clone();
    let style = fields.as_array().unwrap().iter().find(|f| f["key"] == "style").unwrap()["id"].clone();
    let before = t.ok("customer_page", json!({"customer": id}));
    t.ok("set_profile", json!({"customer": id, "answers": [{"field": style, "values": ["通勤"]}]}));
    t.at("2026-12-01T10:00:00+08:00");
    t.ok("set_profile", json!({"customer": id, "answers": [{"field": style, "values": ["通勤", "国风"]}]}));
    t.at("2026-12-05T10:00:00+08:00");
    t.ok("set_profile", json!({"customer": id, "answers": [{"field": style, "values": ["国风"]}]}));
    let history = t.ok("field_history", json!({"customer": id, "field": style}));
    let told: Vec<(&str, &str, Option<&str>)> = history["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| (v["value"].as_str().unwrap(), v["learned_on"].as_str().unwrap(), v["ended_on"].as_str()))
        .collect();
    assert_eq!(told, [("国风", "2026-12-01", None), ("通勤", "2026-11-21", Some("2026-12-05"))]);
    let after = t.ok("customer_page", json!({"customer": id}));
    assert!(after["completeness"]["soft"].as_i64() > before["completeness"]["soft"].as_i64());
    assert_ne!(before["questions"], json!([]));
}

#[test]
fn a_birthday_is_shown_for_this_year_and_a_missing_year_hides_the_age() {
    let mut t = shop();
    let birthday = json!({"calendar": "lunar", "year": null, "month": 8, "day": 3, "leap": false});
    let fields = json!({"name": "尉迟云", "phones": [], "birthday": birthday});
    let id = t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}))["customer"].clone();
    let page = t.ok("customer_page", json!({"customer": id}));
    assert_eq!(page["birthday"]["text"], "农历八月初三");
    // Lunar 2027-08-03 is 2027-09-03 (八月初一 of 2027 is 1 September).
    assert_eq!(page["birthday"]["next"], "2027-09-03");
    assert_eq!(page["birthday"]["age"], Value::Null);
}

#[test]
fn the_list_pages_without_gap_or_double_in_every_order() {
    let mut t = shop();
    for n in 0..57 {
        open(&mut t, &format!("顾客{n}"), &format!("139{n:08}"));
    }
    for sort in ["last_visit", "name", "spend", "joined"] {
        let (mut seen, mut cursor, mut pages) = (Vec::new(), Value::Null, 0);
        loop {
            let page = t.ok(
                "list_customers",
                json!({"filter": {"levels": [], "tags": [], "never_visited": false}, "sort": sort, "cursor": cursor, "limit": 10}),
            );
            if pages == 0 {
                assert_eq!(page["total"], 57);
            }
            seen.extend(page["rows"].as_array().unwrap().iter().map(|r| r["id"].as_i64().unwrap()));
            pages += 1;
            cursor = page["cursor"].clone();
            if cursor.is_null() {
                break;
            }
        }
        assert_eq!(pages, 6, "{sort}");
        seen.sort_unstable();
        assert_eq!(seen, (1..=57).collect::<Vec<i64>>(), "{sort}");
    }
}

#[test]
fn a_page_at_a_place_of_the_list_is_the_one_that_stands_there() {
    let mut t = shop();
    for n in 0..57 {
        // Some of one name and some who never came: ties and empty values stand in the order too.
        let id = open(&mut t, &format!("顾客{}", n % 20), &format!("139{n:08}"));
        if n % 3 == 0 {
            let line = json!({"style_no": "A", "qty": 1, "price": format!("{}", 100 + n % 4)});
            let visit = json!({"customer": id, "kind": "purchase", "lines": [line]});
            t.ok("record_visit", json!({"receipt": format!("receipt-of-the-list-{n}"), "visit": visit}));
        }
    }
    for (sort, never, total) in [
        ("last_visit", false, 57),
        ("name", false, 57),
        ("spend", false, 57),
        ("joined", false, 57),
        ("last_visit", true, 38),
        ("name", true, 38),
    ] {
        let mut ask = |skip: Value, limit: u32| {
            let filter = json!({"levels": [], "tags": [], "never_visited": never});
            t.ok("list_customers", json!({"filter": filter, "sort": sort, "skip": skip, "limit": limit}))
        };
        let whole = ask(Value::Null, 500)["rows"].as_array().unwrap().clone();
        assert_eq!(whole.len(), total, "{sort}");
        for skip in 0..total {
            let page = ask(json!(skip), 7);
            assert_eq!(page["rows"], json!(whole[skip..total.min(skip + 7)]), "{sort} behind {skip}");
            assert_eq!(page["total"], total, "{sort} behind {skip}");
            assert_eq!(page["cursor"].is_null(), skip + 7 >= total, "{sort} behind {skip}");
        }
        let beyond = ask(json!(total), 7);
        assert_eq!((&beyond["rows"], &beyond["total"], &beyond["cursor"]), (&json!([]), &json!(total), &Value::Null));
    }
}

#[test]
fn a_page_is_asked_for_after_a_cursor_or_at_a_place_but_not_both() {
    let mut t = shop();
    for n in 0..3 {
        open(&mut t, &format!("顾客{n}"), &format!("139{n:08}"));
    }
    let ask = |cursor: Value, skip: Value| {
        let filter = json!({"levels": [], "tags": [], "never_visited": false});
        json!({"filter": filter, "sort": "name", "cursor": cursor, "skip": skip, "limit": 1})
    };
    let cursor = t.ok("list_customers", ask(Value::Null, Value::Null))["cursor"].clone();
    assert_eq!(t.ok("list_customers", ask(cursor.clone(), Value::Null))["rows"][0]["name"], "顾客1");
    let both = t.err("list_customers", ask(cursor, json!(2)));
    assert_eq!((both.code.as_str(), both.field.as_deref()), ("bad_arguments", Some("skip")));
}

#[test]
fn a_merge_moves_everything_and_one_undo_takes_it_back() {
    let mut t = shop();
    let keep = open(&mut t, "周敏", "13900000001");
    let from = open(&mut t, "周敏（朋友介绍）", "13900000002");
    let friend = open(&mut t, "李芳", "13900000003");
    t.ok("add_tags", json!({"customers": [keep, from], "tags": ["宝妈"]}));
    t.ok("add_tags", json!({"customers": [from], "tags": ["教师"]}));
    t.ok("save_relation", json!({"customer": from, "other": friend, "kind": "friend"}));
    let before = (t.ok("customer_page", json!({"customer": keep})), t.ok("customer_page", json!({"customer": from})));
    t.ok("merge_customers", json!({"keep": keep, "from": from, "fields": {"name": "周敏", "phones": ["13900000001", "13900000002"]}}));
    let page = t.ok("customer_page", json!({"customer": keep}));
    assert_eq!(page["tags"].as_array().unwrap().len(), 2);
    assert_eq!(page["relations"][0]["person"]["id"], friend);
    assert_eq!(found(&mut t, "13900000002"), vec![(keep, "phone".to_owned())]);
    let merge = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": merge}));
    assert_eq!((t.ok("customer_page", json!({"customer": keep})), t.ok("customer_page", json!({"customer": from}))), before);
    assert_eq!(found(&mut t, "13900000002"), vec![(from, "phone".to_owned())]);
}

#[test]
fn relations_are_seen_from_both_sides() {
    let mut t = shop();
    let mother = open(&mut t, "任静", "13900000001");
    let child = open(&mut t, "任小雨", "13900000002");
    t.ok("save_relation", json!({"customer": mother, "other": child, "kind": "child"}));
    assert_eq!(t.ok("customer_page", json!({"customer": mother}))["relations"][0]["kind"], "child");
    assert_eq!(t.ok("customer_page", json!({"customer": child}))["relations"][0]["kind"], "parent");
    let own = t.err("save_relation", json!({"customer": mother, "other": mother, "kind": "friend"}));
    assert_eq!(own.code.as_str(), "same_person");
}

#[test]
fn who_was_here_last_is_told_before_the_index_is_loaded_and_in_its_order() {
    let mut t = shop_with(Trade::Clothing, true);
    let last = |t: &mut TestShop, limit: u32| t.ok("search", json!({"query": " ", "limit": limit}))["hits"].clone();
    let (few, more) = (last(&mut t, 8), last(&mut t, 20));
    assert_eq!(few.as_array().unwrap().len(), 8);
    assert!(!t.shop.finder().is_ready());
    assert!(!found(&mut t, "王").is_empty());
    assert!(t.shop.finder().is_ready());
    assert_eq!((last(&mut t, 8), last(&mut t, 20)), (few, more));
}
