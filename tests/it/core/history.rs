//! Undo, redo and what stands in the way.

use serde_json::json;
use shuke_tests::shop;

#[test]
fn undo_restores_and_redo_brings_back() {
    let mut t = shop();
    let before = t.ok("shop_info", json!({}));
    let saved = t.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}));
    let after = t.ok("shop_info", json!({}));
    assert_ne!(before, after);
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!(entry["kind"], "save_staff");
    let undone = t.ok("undo", json!({"operation": entry["id"]}));
    assert_eq!(t.ok("shop_info", json!({})), before);
    let failure = t.err("undo", json!({"operation": entry["id"]}));
    assert_eq!(failure.code.as_str(), "already_undone");
    t.ok("undo", json!({"operation": undone["operation"]}));
    assert_eq!(t.ok("shop_info", json!({})), after);
    assert_eq!(saved["name"], "小夏");
}

#[test]
fn undo_is_kept_across_restarts_and_refuses_what_later_changes_rest_on() {
    let mut t = shop();
    let id = t.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}))["id"].clone();
    t.ok("save_staff", json!({"id": id, "name": "夏晓", "role": "clerk", "is_active": true}));
    let mut t = t.reopen();
    let page = t.ok("list_history", json!({"limit": 10}));
    let (rename, add) = (page["entries"][0]["id"].clone(), page["entries"][1]["id"].clone());
    let failure = t.err("undo", json!({"operation": add}));
    assert_eq!(failure.code.as_str(), "undo_conflict");
    assert_eq!(failure.params["operation"], rename.to_string());
    t.ok("undo", json!({"operation": rename}));
    t.ok("undo", json!({"operation": add}));
    assert_eq!(t.ok("shop_info", json!({}))["staff"].as_array().map(Vec::len), Some(1));
}
