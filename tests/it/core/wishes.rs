//! A wish is fulfilled by selling her that very style, and open again when it comes back.

use super::visits::*;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn wish(t: &mut TestShop, who: &Value, more: Value) {
    t.ok("save_wish", with(json!({"customer": who, "style_no": "25A101", "status": "open"}), more));
}

/// How many wishes of hers are open.
fn open(t: &mut TestShop, who: &Value) -> usize {
    t.ok("customer_page", json!({"customer": who}))["wishes"].as_array().unwrap().len()
}

fn sold(color: &str, size: &str) -> Value {
    json!([{"style_no": "25a101", "color": color, "size": size, "qty": 1, "price": "399.00"}])
}

#[test]
fn a_wish_is_bought_when_the_style_is_sold_to_her_and_open_again_when_it_is_not_hers() {
    let mut t = shop();
    let (who, other) = (customer(&mut t, "单晓燕"), customer(&mut t, "曾丽"));
    save(&mut t, "before", purchase(&who, sold("黑", "M")));
    wish(&mut t, &who, json!({}));
    assert_eq!(open(&mut t, &who), 1, "what she had bought before does not fulfil it");
    save(&mut t, "other", purchase(&other, sold("黑", "M")));
    save(&mut t, "else", purchase(&who, json!([piece("25A102", "1.00")])));
    assert_eq!(open(&mut t, &who), 1);

    let sale = save(&mut t, "sale", purchase(&who, sold("黑", "M")));
    assert_eq!(open(&mut t, &who), 0);
    let line = line(&mut t, &sale["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    assert_eq!(open(&mut t, &who), 1, "brought back");
    t.ok("undo", json!({"operation": back["operation"]}));
    assert_eq!(open(&mut t, &who), 0, "the return undone");
    let void = t.ok("void_visit", json!({"visit": sale["visit"], "reason": "误录"}));
    assert_eq!(open(&mut t, &who), 1, "voided");
    t.ok("undo", json!({"operation": void["operation"]}));
    t.ok("undo", json!({"operation": sale["operation"]}));
    assert_eq!(open(&mut t, &who), 1, "undone");
    let corrected = purchase(&who, json!([piece("25A102", "1.00")]));
    let again = save(&mut t, "again", purchase(&who, sold("黑", "M")));
    assert_eq!(open(&mut t, &who), 0);
    t.ok("correct_visit", json!({"visit": again["visit"], "corrected": corrected, "reason": "款号错"}));
    assert_eq!(open(&mut t, &who), 1, "corrected to another style");
    sound(&mut t);
}

/// How many tasks of today say that a style she waits for came in.
fn tasks(t: &mut TestShop, who: &Value) -> usize {
    let everybody = t.ok("today", json!({"whose": "all", "limit": 500}));
    let rows = everybody["rows"].as_array().unwrap();
    rows.iter().filter(|row| row["kind"] == "wish_arrived" && row["customer"]["id"] == *who).count()
}

#[test]
fn a_style_that_came_in_is_told_only_to_whom_has_not_bought_it() {
    let mut t = shop();
    let who = customer_with(&mut t, json!({"name": "单晓燕", "phones": ["13800000001"], "wechat": "wx1"}));
    let other = customer_with(&mut t, json!({"name": "曾丽", "phones": ["13800000002"], "wechat": "wx2"}));
    wish(&mut t, &who, json!({}));
    wish(&mut t, &other, json!({}));
    let sale = save(&mut t, "sale", purchase(&who, sold("黑", "M")));
    let waiting = |t: &mut TestShop| t.ok("list_wishes", json!({}))["wishes"].clone();
    assert_eq!(waiting(&mut t), 1);
    assert_eq!(t.ok("save_arrival", json!({"style_no": "25a101", "kind": "arrived"}))["waiting"], 1);
    assert_eq!((tasks(&mut t, &who), tasks(&mut t, &other)), (0, 1), "she has it");

    let line = line(&mut t, &sale["visit"], 0);
    let back = save(&mut t, "back", bring_back(&who, &[(&line, 1)]));
    assert_eq!((tasks(&mut t, &who), waiting(&mut t)), (1, json!(2)), "she brought it back");
    t.ok("undo", json!({"operation": back["operation"]}));
    assert_eq!((tasks(&mut t, &who), waiting(&mut t)), (0, json!(1)));

    // Sold after it came in, the task is over.
    save(&mut t, "later", purchase(&other, sold("黑", "M")));
    assert_eq!((tasks(&mut t, &other), waiting(&mut t)), (0, json!(0)));
}

#[test]
fn another_colour_or_size_than_the_wished_one_leaves_it_open() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    wish(&mut t, &who, json!({"color": "墨绿", "size": "M"}));
    save(&mut t, "1", purchase(&who, sold("黑", "M")));
    save(&mut t, "2", purchase(&who, sold("墨绿", "L")));
    assert_eq!(open(&mut t, &who), 1);
    save(&mut t, "3", purchase(&who, sold("墨绿", "m")));
    assert_eq!(open(&mut t, &who), 0);
}

#[test]
fn a_wish_noted_while_she_buys_the_style_is_for_another_piece() {
    let mut t = shop();
    let who = customer(&mut t, "单晓燕");
    save(&mut t, "1", with(purchase(&who, sold("黑", "M")), json!({"wishes": [{"style_no": "25A101", "reason": "想要墨绿，没货"}]})));
    assert_eq!(open(&mut t, &who), 1);
    let noted = t.ok("customer_page", json!({"customer": who}))["wishes"][0].clone();
    save(&mut t, "2", purchase(&who, sold("墨绿", "M")));
    assert_eq!(open(&mut t, &who), 0);
    // By hand it can be wished for once more.
    let again = json!({"id": noted["id"], "customer": who, "style_no": "25A101", "status": "open"});
    t.ok("save_wish", again);
    assert_eq!(open(&mut t, &who), 1);
}
