//! A wish, what came in and what is sold may each write a style in another way.

use crate::clock::FixedClock;
use crate::ops;
use crate::shop::Shop;
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use serde_json::{Value, json};

fn call(shop: &mut Shop, op: &str, args: Value) -> Value {
    ops::call(shop, op, args).unwrap_or_else(|failure| panic!("{op}: {failure:?}"))
}

fn len(value: &Value) -> usize {
    value.as_array().unwrap().len()
}

fn sell(shop: &mut Shop, who: &Value, style: &str) {
    let visit = json!({"customer": who, "kind": "purchase", "lines": [{"style_no": style, "qty": 1, "price": "399.00"}]});
    call(shop, "record_visit", json!({"receipt": format!("receipt-{who}"), "visit": visit}));
}

/// How many tasks each has because of her wish; the list of all and her own page have to say the same.
fn tasks(shop: &mut Shop, people: &[Value]) -> Vec<usize> {
    let all = call(shop, "today", json!({"whose": "all", "limit": 500}))["rows"].clone();
    let mut found = Vec::new();
    for who in people {
        let told = |row: &&Value| row["kind"] == "wish_arrived" && row["customer"]["id"] == *who;
        let many = all.as_array().unwrap().iter().filter(told).count();
        let hers = call(shop, "customer_tasks", json!({"customer": who})).to_string();
        assert_eq!(many > 0, hers.contains("wish_arrived"), "{who}: {hers}");
        found.push(many);
    }
    found
}

#[test]
fn a_style_is_the_same_however_it_is_written() {
    let folder = tempfile::TempDir::new().unwrap();
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
    let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    let mut shop = Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap();
    let mut people = Vec::new();
    // Full width, blanks and dashes; and another style, that only begins like it.
    for (n, style) in ["24d－118", "２４Ｄ 118", "24D118", "24D-1189"].iter().enumerate() {
        let fields = json!({"name": format!("单{n}"), "phones": [format!("1380000000{n}")], "wechat": format!("wx{n}")});
        let made = call(&mut shop, "create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
        call(&mut shop, "save_wish", json!({"customer": made["customer"], "style_no": style, "status": "open"}));
        people.push(made["customer"].clone());
    }
    assert_eq!(len(&call(&mut shop, "list_wishes", json!({}))["styles"]), 2);
    for arrived in ["24D-118", "２４ｄ－１１８", " 24d118 "] {
        let saved = call(&mut shop, "save_arrival", json!({"style_no": arrived, "kind": "arrived"}));
        assert_eq!(saved["waiting"], 3, "{arrived}");
        let first = call(&mut shop, "list_wishes", json!({}))["styles"][0].clone();
        assert_eq!((len(&first["waiting"]), len(&first["arrivals"])), (3, 1), "{arrived}");
        assert_eq!(tasks(&mut shop, &people), [1, 1, 1, 0], "{arrived}");
        call(&mut shop, "remove_arrival", json!({"arrival": saved["arrival"]}));
        assert_eq!(tasks(&mut shop, &people), [0; 4]);
    }
    sell(&mut shop, &people[0], "24D 118");
    sell(&mut shop, &people[1], "24D-1189");
    let mut open = |who: &Value| len(&call(&mut shop, "customer_page", json!({"customer": who}))["wishes"]);
    assert_eq!((open(&people[0]), open(&people[1])), (0, 1));
}
