//! What the search box knows after each write is what it would know if it were loaded from the book anew.

use crate::clock::FixedClock;
use crate::ids::CustomerId;
use crate::ops;
use crate::shop::Shop;
use crate::store::search::Loading;
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use serde_json::{Value, json};

fn shop() -> (Shop, tempfile::TempDir) {
    let folder = tempfile::TempDir::new().unwrap();
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: true };
    let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    let mut shop = Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap();
    shop.load_index().unwrap();
    (shop, folder)
}

/// Does something and compares everybody, and the order in which they are found.
fn ask(shop: &mut Shop, op: &str, args: Value) -> Value {
    let answer = ops::call(shop, op, args).unwrap();
    let db = shop.db().unwrap();
    let mut loading = Loading::begin(db).unwrap();
    while loading.step(db).unwrap() {}
    let fresh = loading.index(db).unwrap();
    shop.finder.change(|known| {
        assert_eq!(known.len(), fresh.len(), "{op}");
        for id in (1..200).map(CustomerId) {
            assert_eq!(known.get(id), fresh.get(id), "{op}");
        }
        for query in ["", "1", "李", "w", "金"] {
            assert_eq!(known.search(query, 200), fresh.search(query, 200), "{op} {query}");
        }
    });
    answer
}

fn sale(who: i64, price: &str) -> Value {
    json!({"customer": who, "kind": "purchase", "lines": [{"style_no": "26D1001", "qty": 1, "price": price}]})
}

fn record(shop: &mut Shop, n: u32, visit: Value) -> Value {
    ask(shop, "record_visit", json!({"receipt": format!("receipt-{n:04}"), "visit": visit}))
}

#[test]
fn every_deed_leaves_the_search_box_as_the_book_is() {
    let (mut shop, _folder) = shop();
    let level = |shop: &Shop, who: i64| shop.finder.change(|index| index.get(CustomerId(who))).unwrap().rank;
    let before = level(&shop, 3);
    record(&mut shop, 1, sale(3, "680.00"));
    let raised = record(&mut shop, 2, sale(3, "98000.00"));
    assert!(level(&shop, 3) > before, "she rose, and the index knows it");
    let back = ask(&mut shop, "visit_page", json!({"visit": raised["visit"]}))["lines"][0]["id"].clone();
    let returned = record(&mut shop, 3, json!({"customer": 3, "kind": "return", "returns": [{"line": back, "qty": 1}]}));
    assert_eq!(level(&shop, 3), before);
    ask(&mut shop, "void_visit", json!({"visit": returned["visit"], "reason": "记错了"}));
    let moved = record(&mut shop, 4, sale(5, "120.00"));
    ask(&mut shop, "correct_visit", json!({"visit": moved["visit"], "corrected": sale(6, "150.00"), "reason": "记错了人"}));
    for _ in 0..2 {
        let last = ask(&mut shop, "list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
        ask(&mut shop, "undo", json!({"operation": last}));
    }
    record(&mut shop, 5, json!({"customer": null, "kind": "purchase", "lines": [{"style_no": "A", "qty": 1, "price": "9.00"}]}));
    let fields = json!({"name": "单晓燕", "phones": ["13805714217"]});
    let new = ask(&mut shop, "create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": ["老客"]}));
    let who = new["customer"].as_i64().unwrap();
    record(&mut shop, 6, sale(who, "88.00"));
    let fields = json!({"name": "单小燕", "phones": ["13805714218"], "member_no": "K-778"});
    ask(&mut shop, "update_customer", json!({"customer": who, "fields": fields, "confirm_phone": true}));
    record(&mut shop, 7, sale(who, "66.00"));
    ask(&mut shop, "adjust_points", json!({"customer": who, "points": 50, "reason": "补", "expires": false}));
}
