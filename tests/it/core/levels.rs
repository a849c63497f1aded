//! Levels, rules, reviews through their operations.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str) -> i64 {
    let request = json!({"fields": {"name": name, "phones": []}, "confirm_phone": false, "answers": [], "tags": []});
    t.ok("create_customer", request)["customer"].as_i64().unwrap()
}

fn draft(page: &Value) -> Vec<Value> {
    let levels = page["levels"].as_array().unwrap();
    levels
        .iter()
        .map(|l| json!({"id": l["id"], "name": l["name"], "benefits": l["benefits"], "join": l["join"].as_str().unwrap_or("any"), "criteria": l["criteria"]}))
        .collect()
}

#[test]
fn a_new_shop_has_the_four_levels_and_a_level_given_by_hand_shows_on_the_page() {
    let mut t = shop();
    let page = t.ok("levels_page", json!({}));
    let names: Vec<&str> = page["levels"].as_array().unwrap().iter().map(|l| l["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["普通会员", "银卡", "金卡", "钻石"]);
    let id = open(&mut t, "单晓燕");
    let gold = page["levels"][2]["id"].clone();
    let refused = t.err("set_level", json!({"customer": id, "level": gold, "reason": " "}));
    assert_eq!(refused.code.as_str(), "reason_required");
    t.ok("set_level", json!({"customer": id, "level": gold, "reason": "老朋友"}));
    let level = t.ok("customer_page", json!({"customer": id}))["level"].clone();
    assert_eq!((level["name"].as_str(), level["since"].as_str()), (Some("金卡"), Some("2026-11-21")));
    assert_eq!(t.ok("levels_page", json!({}))["levels"][2]["members"], 1);
    assert_eq!(t.ok("level_history", json!({"customer": id}))["steps"][0]["to"], "金卡");
}

#[test]
fn a_dry_run_changes_nothing_and_saving_gives_what_it_said() {
    let mut t = shop();
    let id = open(&mut t, "曾丽");
    let page = t.ok("levels_page", json!({}));
    let silver = page["levels"][1]["id"].clone();
    t.ok("set_level", json!({"customer": id, "level": silver, "reason": "试"}));
    let before = t.ok("levels_page", json!({}));
    let mut levels = draft(&before);
    levels.push(json!({"id": null, "name": "黑卡", "benefits": {}, "join": "any", "criteria": [{"metric": "spend_lifetime", "at_least": 99_000_000}]}));
    let request = json!({"levels": levels, "reviews": "quarter"});
    let run = t.ok("dry_run_levels", request.clone());
    assert_eq!((run["rises"].as_i64(), run["drops"].as_i64()), (Some(0), Some(0)));
    assert_eq!(t.ok("levels_page", json!({})), before);
    t.ok("save_levels", request);
    let after = t.ok("levels_page", json!({}));
    assert_eq!(after["levels"].as_array().unwrap().len(), 5);
    assert_eq!(after["next_review"], "2026-12-31");
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
    assert_eq!(t.ok("levels_page", json!({})), before);
}

#[test]
fn a_number_that_no_record_has_is_called_not_found() {
    let mut t = shop();
    let campaign = json!({"name": "周年", "from": "2026-11-01", "to": "2026-11-30", "level": 999});
    assert_eq!(t.err("save_campaign", campaign).code.as_str(), "not_found");
}

#[test]
fn levels_that_do_not_hold_together_are_refused() {
    let mut t = shop();
    let page = t.ok("levels_page", json!({}));
    let gold = page["levels"][2]["id"].clone();
    let id = open(&mut t, "仇敏");
    t.ok("set_level", json!({"customer": id, "level": gold, "reason": "试"}));
    let before = t.ok("levels_page", json!({}));
    let mut without_gold = draft(&before);
    without_gold.remove(2);
    assert_eq!(t.err("save_levels", json!({"levels": without_gold, "reviews": "quarter"})).code.as_str(), "in_use");
    let mut twice = draft(&before);
    twice[1]["name"] = json!("金卡");
    assert_eq!(t.err("save_levels", json!({"levels": twice, "reviews": "quarter"})).code.as_str(), "name_taken");
    let mut no_threshold = draft(&before);
    no_threshold[1]["criteria"] = json!([{"metric": "spend_lifetime", "at_least": 0}]);
    assert_eq!(t.err("save_levels", json!({"levels": no_threshold, "reviews": "quarter"})).code.as_str(), "rules_invalid");
    assert_eq!(t.ok("levels_page", json!({})), before);
}

#[test]
fn a_review_is_previewed_applied_and_undone() {
    let mut t = shop();
    let id = open(&mut t, "解芸");
    let silver = t.ok("levels_page", json!({}))["levels"][1]["id"].clone();
    t.ok("set_level", json!({"customer": id, "level": silver, "reason": "开业"}));
    assert_eq!(t.ok("preview_review", json!({}))["rows"], json!([]));
    // A level by hand holds for twelve months; after that she lacks the spend.
    t.at("2027-12-31T20:00:00+08:00");
    let preview = t.ok("preview_review", json!({}));
    assert_eq!((preview["rows"][0]["from"].as_str(), preview["rows"][0]["to"].as_str()), (Some("银卡"), Some("普通会员")));
    open(&mut t, "后来的人");
    let request = json!({"day": preview["day"], "customers": [id], "seen": preview["seen"]});
    assert_eq!(t.err("apply_review", request).code.as_str(), "preview_stale");
    let preview = t.ok("preview_review", json!({}));
    let applied = t.ok("apply_review", json!({"day": preview["day"], "customers": [id], "seen": preview["seen"]}));
    assert_eq!(applied["moved"], 1);
    assert_eq!(t.ok("customer_page", json!({"customer": id}))["level"]["name"], "普通会员");
    t.ok("undo", json!({"operation": applied["operation"]}));
    assert_eq!(t.ok("customer_page", json!({"customer": id}))["level"]["name"], "银卡");
}
