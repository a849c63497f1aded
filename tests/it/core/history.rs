//! Undo, redo and what stands in the way.

use serde_json::json;
use shuke_tests::shop;

#[test]
fn undo_restores_and_redo_brings_back() {
    let mut t = shop();
    let before = t.ok("shop_info", json!({}))["staff"].clone();
    let saved = t.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}));
    let after = t.ok("shop_info", json!({}))["staff"].clone();
    assert_ne!(before, after);
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!(entry["kind"], "save_staff");
    let undone = t.ok("undo", json!({"operation": entry["id"]}));
    assert_eq!(t.ok("shop_info", json!({}))["staff"], before);
    let failure = t.err("undo", json!({"operation": entry["id"]}));
    assert_eq!(failure.code.as_str(), "already_undone");
    t.ok("undo", json!({"operation": undone["operation"]}));
    assert_eq!(t.ok("shop_info", json!({}))["staff"], after);
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

/// The names of those who work there, in the order they came.
fn names(t: &mut shuke_tests::TestShop) -> Vec<String> {
    let staff = t.ok("shop_info", json!({}))["staff"].clone();
    staff.as_array().into_iter().flatten().filter_map(|one| one["name"].as_str().map(str::to_owned)).collect()
}

#[test]
fn undo_and_redo_alternate_as_often_as_one_likes() {
    let mut t = shop();
    t.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}));
    let add = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    let mut last = add.clone();
    for there in [false, true, false, true, false] {
        last = t.ok("undo", json!({"operation": last}))["operation"].clone();
        assert_eq!(names(&mut t).len(), if there { 2 } else { 1 });
        let page = t.ok("list_history", json!({"limit": 50}));
        let entry = page["entries"].as_array().into_iter().flatten().find(|entry| entry["id"] == add).cloned().unwrap_or_default();
        assert_eq!(entry["undone_by"].is_null(), there, "the entry says whether it stands");
    }
    assert_eq!(t.err("undo", json!({"operation": add})).code.as_str(), "already_undone");
    t.ok("undo", json!({"operation": last}));
    // Asked for by its own entry, what was done again is taken back all the same.
    t.ok("undo", json!({"operation": add}));
    assert_eq!(names(&mut t).len(), 1);
    assert_eq!(t.err("undo", json!({"operation": add})).code.as_str(), "already_undone");
}

#[test]
fn a_change_is_not_done_again_over_the_undo_of_what_it_rested_on() {
    let mut t = shop();
    let id = t.ok("save_staff", json!({"name": "一", "role": "clerk", "is_active": true}))["id"].clone();
    for name in ["二", "三"] {
        t.ok("save_staff", json!({"id": id, "name": name, "role": "clerk", "is_active": true}));
    }
    let page = t.ok("list_history", json!({"limit": 2}));
    let (third, second) = (page["entries"][0]["id"].clone(), page["entries"][1]["id"].clone());
    let undone_third = t.ok("undo", json!({"operation": third}))["operation"].clone();
    let undone_second = t.ok("undo", json!({"operation": second}))["operation"].clone();
    assert_eq!(t.err("undo", json!({"operation": undone_third})).code.as_str(), "undo_conflict");
    t.ok("undo", json!({"operation": undone_second}));
    t.ok("undo", json!({"operation": undone_third}));
    assert_eq!(names(&mut t)[1], "三");
}
