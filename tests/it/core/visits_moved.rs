//! A visit that was entered for the wrong customer takes along what was noted and learned at it.

use super::visits::*;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn field(t: &mut TestShop, kind: &str) -> Value {
    let fields = t.ok("list_fields", json!({}))["fields"].clone();
    let fits = |field: &&Value| field["kind"] == kind && field["is_builtin"] == false;
    fields.as_array().unwrap().iter().find(fits).unwrap()["id"].clone()
}

/// What holds of a field: the values, sorted.
fn known(t: &mut TestShop, who: &Value, field: &Value) -> Vec<String> {
    let profile = t.ok("customer_page", json!({"customer": who}))["profile"].clone();
    let entry = profile.as_array().unwrap().iter().find(|entry| entry["field"] == *field).unwrap().clone();
    let mut values: Vec<String> =
        entry["values"].as_array().unwrap().iter().map(|value| value["value"].as_str().unwrap().to_owned()).collect();
    values.sort();
    values
}

fn wishes(t: &mut TestShop, who: &Value) -> Vec<String> {
    let wishes = t.ok("customer_page", json!({"customer": who}))["wishes"].clone();
    wishes.as_array().unwrap().iter().map(|wish| wish["style_no"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn wishes_and_answers_follow_the_visit_to_whom_it_was() {
    let mut t = shop();
    let (wrong, right) = (customer(&mut t, "单晓燕"), customer(&mut t, "单晓艳"));
    let (one, many) = (field(&mut t, "choice"), field(&mut t, "multi"));
    t.ok("set_profile", json!({"customer": wrong, "answers": [{"field": one, "values": ["甲"]}, {"field": many, "values": ["红"]}]}));
    t.ok("set_profile", json!({"customer": right, "answers": [{"field": one, "values": ["丙"]}, {"field": many, "values": ["蓝", "白"]}]}));
    let before = facts(&t);
    let said = json!({
        "answers": [{"field": one, "values": ["乙"]}, {"field": many, "values": ["红", "黑", "白"]}],
        "wishes": [{"style_no": "W1", "reason": "缺码"}],
    });
    let sale = save(&mut t, "1", with(purchase(&wrong, json!([piece("A", "100.00")])), said));
    assert_eq!((known(&mut t, &wrong, &one), wishes(&mut t, &wrong)), (vec!["乙".to_owned()], vec!["W1".to_owned()]));

    let corrected = purchase(&right, json!([piece("A", "100.00")]));
    let moved = t.ok("correct_visit", json!({"visit": sale["visit"], "corrected": corrected, "reason": "认错人了"}));
    assert_eq!(wishes(&mut t, &wrong), Vec::<String>::new());
    assert_eq!(wishes(&mut t, &right), ["W1"]);
    assert_eq!(known(&mut t, &wrong, &one), ["甲"], "what it had put an end to holds again");
    assert_eq!(known(&mut t, &wrong, &many), ["红"]);
    assert_eq!(known(&mut t, &right, &one), ["乙"], "only one can hold");
    assert_eq!(known(&mut t, &right, &many), ["白", "蓝", "黑"], "added to what is known");
    let history = t.ok("field_history", json!({"customer": right, "field": one}))["values"].clone();
    assert_eq!((&history[0]["value"], &history[0]["visit"]), (&json!("乙"), &sale["visit"]));
    assert!(history[1]["ended_on"].is_string(), "{history}");
    sound(&mut t);

    t.ok("undo", json!({"operation": moved["operation"]}));
    assert_eq!((known(&mut t, &wrong, &one), wishes(&mut t, &wrong)), (vec!["乙".to_owned()], vec!["W1".to_owned()]));
    assert_eq!(known(&mut t, &right, &many), ["白", "蓝"]);
    t.ok("undo", json!({"operation": sale["operation"]}));
    assert_eq!(facts(&t), before);
}

#[test]
fn what_a_walk_in_said_is_nobodys() {
    let mut t = shop();
    let wrong = customer(&mut t, "单晓燕");
    let one = field(&mut t, "choice");
    t.ok("set_profile", json!({"customer": wrong, "answers": [{"field": one, "values": ["甲"]}]}));
    let said = json!({"answers": [{"field": one, "values": ["乙"]}], "wishes": [{"style_no": "W1"}]});
    let sale = save(&mut t, "1", with(purchase(&wrong, json!([piece("A", "100.00")])), said));
    let corrected = purchase(&Value::Null, json!([piece("A", "100.00")]));
    let moved = t.ok("correct_visit", json!({"visit": sale["visit"], "corrected": corrected, "reason": "是散客"}));
    assert_eq!((known(&mut t, &wrong, &one), wishes(&mut t, &wrong)), (vec!["甲".to_owned()], Vec::new()));
    sound(&mut t);
    t.ok("undo", json!({"operation": moved["operation"]}));
    assert_eq!((known(&mut t, &wrong, &one), wishes(&mut t, &wrong)), (vec!["乙".to_owned()], vec!["W1".to_owned()]));
}
