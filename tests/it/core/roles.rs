//! Who may do what: every operation in every seat, the lock, and what guessing costs.

use serde_json::{Value, json};
use shuke_core::error::Code;
use shuke_core::lock::{Access, Seat};
use shuke_core::ops::{self, OPERATIONS};
use shuke_core::wire::staff::Role;
use shuke_tests::{TestShop, shop};
use std::collections::BTreeSet;
use std::time::Duration;

const PASSWORD: &str = "春天的云裳";
const LONG: &str = "春天的云裳开门了";

/// What only the owner may (SPEC P3: export, erase, rules, restore, points by hand, settings, and who works here). Written down here once
/// more, so that a role is never changed in passing.
const OWNERS: &[&str] = &[
    "confirm_clock",
    "undo_restore",
    "restore",
    "prove_copy",
    "preview_restore",
    "list_backups",
    "archive_customers",
    "retention_review",
    "clean_file",
    "list_erasures",
    "erase_customers",
    "erase_customer",
    "preview_erasure",
    "write_access_copy",
    "save_privacy_settings",
    "list_plain_copies",
    "decrypt_book",
    "recovery_sheet",
    "confirm_sheet",
    "finish_encryption",
    "begin_encryption",
    "adjust_points",
    "apply_review",
    "back_up",
    "cancel_compensation",
    "cancel_voucher",
    "compensate",
    "delete_tag",
    "draw_spot_check",
    "dry_run_care_rule",
    "dry_run_levels",
    "end_spot_check",
    "export_columns",
    "export_guests",
    "export_messages",
    "export_everything",
    "export_table",
    "export_week",
    "forecast_scores",
    "list_audit",
    "list_batches",
    "mark_batch_sent",
    "merge_customers",
    "preview_merge",
    "preview_status",
    "tell_apart",
    "forget_apart",
    "preview_import",
    "preview_review",
    "remove_campaign",
    "remove_care_rule",
    "remove_closed_day",
    "remove_festival",
    "remove_secret",
    "remove_segment",
    "remove_spot_check",
    "remove_tag_rule",
    "remove_template",
    "import_everything",
    "run_import",
    "save_campaign",
    "save_care_rule",
    "save_clerk_targets",
    "save_closed_day",
    "save_contact_settings",
    "save_event_settings",
    "save_festival",
    "save_field",
    "save_insight_settings",
    "save_levels",
    "save_lock_settings",
    "save_points_settings",
    "save_referral_rule",
    "save_segment",
    "save_shop_hours",
    "save_staff",
    "save_tag_rule",
    "save_template",
    "set_level",
    "set_secret",
    "set_status",
    "update_settings",
    "week_list",
];
/// What the lock screen asks.
const ANYBODYS: &[&str] = &["lock", "lock_state", "shop_info", "unlock"];

/// A shop with a lock: the owner (1), 小林 without a PIN (2).
fn guarded() -> TestShop {
    let mut t = shop();
    t.ok("save_staff", json!({"name": "小林", "role": "clerk", "is_active": true}));
    let state = t.ok("set_secret", json!({"staff": 1, "secret": LONG}));
    assert_eq!((&state["guarded"], &state["locked"], &state["role"]), (&json!(true), &json!(false), &json!("owner")));
    t
}

fn code(t: &mut TestShop, op: &str, args: Value) -> Option<Code> {
    ops::call(&mut t.shop, op, args).err().map(|failure| failure.code)
}

#[test]
fn each_operation_has_the_role_it_was_given_on_purpose() {
    let of = |access| OPERATIONS.iter().filter(|op| op.access == access).map(|op| op.name).collect::<BTreeSet<_>>();
    // Whoever adds an operation for the owner, or for the lock screen, writes it down above.
    assert_eq!(of(Access::Anyone), ANYBODYS.iter().copied().collect());
    let unlisted: Vec<_> = of(Access::Owner).into_iter().filter(|name| !OWNERS.contains(name)).collect();
    assert!(unlisted.is_empty(), "of the owner, but not listed here: {unlisted:?}");
    let weaker: Vec<_> = OWNERS.iter().filter(|name| !of(Access::Owner).contains(*name)).collect();
    assert!(weaker.is_empty(), "no longer the owner's alone: {weaker:?}");
    for op in OPERATIONS.iter().filter(|op| op.access == Access::Clerk) {
        for word in ["export", "erase", "restore", "purge", "settings"] {
            let reads = op.name.ends_with("_settings") && !op.name.starts_with("save");
            assert!(reads || !op.name.contains(word), "{} is not a clerk's", op.name);
        }
    }
}

#[test]
fn every_operation_in_every_seat() {
    let mut t = guarded();
    for seat in [Seat::Locked, Seat::Taken(Role::Clerk), Seat::Taken(Role::Owner)] {
        sit(&mut t, seat);
        for op in OPERATIONS {
            let refused = match (seat, op.access) {
                (Seat::Locked, Access::Clerk | Access::Owner) => Some(Code::Locked),
                (Seat::Taken(Role::Clerk), Access::Owner) => Some(Code::OwnerNeeded),
                _ => None,
            };
            // Arguments of no operation: whoever is let through gets as far as those.
            let told = code(&mut t, op.name, json!({"no such field": 1}));
            let expected = refused.unwrap_or(Code::BadArguments);
            assert_eq!(told, Some(expected), "{} in {seat:?}", op.name);
        }
    }
    sit(&mut t, Seat::Locked);
    assert_eq!(code(&mut t, "no_such_operation", json!({})), Some(Code::UnknownOperation));
    // Without any password everybody is the owner.
    let mut t = shop();
    for op in OPERATIONS {
        assert_eq!(code(&mut t, op.name, json!({"no such field": 1})), Some(Code::BadArguments), "{}", op.name);
    }
}

/// Sits in a seat; the owner's password is typed only where the owner is not there already.
fn sit(t: &mut TestShop, seat: Seat) {
    if t.shop.seat() == seat {
        return;
    }
    match seat {
        Seat::Locked | Seat::Open => {
            t.ok("lock", json!({}));
        }
        Seat::Taken(Role::Clerk) => {
            t.ok("unlock", json!({"staff": 2}));
        }
        Seat::Taken(Role::Owner) => {
            t.ok("unlock", json!({"staff": 1, "secret": LONG}));
        }
    }
    assert_eq!(t.shop.seat(), seat);
}

#[test]
fn the_lock_screen_learns_no_more_than_it_needs() {
    let mut t = guarded();
    t.ok("create_customer", json!({"fields": {"name": "单姐", "phones": []}, "confirm_phone": false, "answers": [], "tags": []}));
    t.ok("lock", json!({}));
    let info = t.ok("shop_info", json!({}));
    assert_eq!(info["settings"]["shop_name"], "云裳");
    assert_eq!(
        (&info["actor"], &info["is_empty"], &info["last_backup"], &info["audit_head"]),
        (&Value::Null, &json!(false), &Value::Null, &Value::Null)
    );
    let state = t.ok("lock_state", json!({}));
    assert_eq!(state["people"][0]["secret"], "password");
    assert_eq!(state["people"][1]["secret"], Value::Null);
    assert!(
        t.shop.finder().answer(&serde_json::from_value(json!({"query": "单", "limit": 5})).unwrap()).is_err(),
        "the search beside the queue too"
    );
}

#[test]
fn a_book_with_a_lock_opens_locked_and_opens_with_the_password() {
    let t = guarded();
    let mut t = t.reopen();
    assert_eq!(t.err("today", json!({})).code, Code::Locked);
    assert_eq!(t.err("set_actor", json!({"staff": 1})).code, Code::Locked);
    assert_eq!(t.err("unlock", json!({"staff": 1})).code, Code::Required);
    let wrong = t.err("unlock", json!({"staff": 1, "secret": PASSWORD}));
    assert_eq!((wrong.code, wrong.params["left"].as_str()), (Code::SecretWrong, "4"));
    t.ok("unlock", json!({"staff": 1, "secret": LONG}));
    t.ok("list_audit", json!({"limit": 5}));
    // The clerk has no PIN and may take over; the owner's seat is not taken so.
    t.ok("set_actor", json!({"staff": 2}));
    assert_eq!(t.shop.seat(), Seat::Taken(Role::Clerk));
    assert_eq!(t.err("set_actor", json!({"staff": 1})).code, Code::SecretNeeded);
    assert_eq!(t.err("set_actor", json!({"staff": null})).code, Code::SecretNeeded);
}

#[test]
fn passwords_and_pins_are_set_changed_and_taken_away_by_the_owner() {
    let mut t = shop();
    t.ok("save_staff", json!({"name": "小林", "role": "clerk", "is_active": true}));
    assert_eq!(t.err("set_secret", json!({"staff": 2, "secret": "123456"})).code, Code::OwnerFirst);
    assert_eq!(t.err("set_secret", json!({"staff": 1, "secret": PASSWORD})).code, Code::PasswordShort);
    t.ok("set_secret", json!({"staff": 1, "secret": LONG}));
    t.ok("set_secret", json!({"staff": 2, "secret": "123456"}));
    // Changing a password needs the one before; a clerk's forgotten PIN does not.
    assert_eq!(t.err("set_secret", json!({"staff": 1, "secret": "another one"})).code, Code::Required);
    assert_eq!(t.err("set_secret", json!({"staff": 1, "secret": "another one", "current": "guessed wrong"})).code, Code::SecretWrong);
    t.ok("set_secret", json!({"staff": 2, "secret": "654321"}));
    t.ok("lock", json!({}));
    assert_eq!(t.err("unlock", json!({"staff": 2, "secret": "123456"})).code, Code::SecretWrong);
    t.ok("unlock", json!({"staff": 2, "secret": "654321"}));
    assert_eq!(t.err("set_secret", json!({"staff": 2, "secret": "111111"})).code, Code::OwnerNeeded);
    t.ok("unlock", json!({"staff": 1, "secret": LONG}));
    // An owner who opens the lock there has to be; a clerk who becomes owner loses the PIN.
    assert_eq!(t.err("save_staff", json!({"id": 1, "name": "店主", "role": "clerk", "is_active": true})).code, Code::OwnerNeeded);
    t.ok("save_staff", json!({"id": 2, "name": "小林", "role": "owner", "is_active": true}));
    assert_eq!(t.ok("lock_state", json!({}))["people"][1]["secret"], Value::Null);
    assert_eq!(t.err("save_staff", json!({"id": 1, "name": "店主", "role": "clerk", "is_active": true})).code, Code::OwnerNeeded);
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    // With the last password the lock goes.
    let state = t.ok("remove_secret", json!({"staff": 1, "current": LONG}));
    assert_eq!((&state["guarded"], &state["locked"]), (&json!(false), &json!(false)));
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn secrets_are_in_no_answer_and_in_no_history() {
    let mut t = guarded();
    let entries = t.ok("list_history", json!({"limit": 50}));
    assert!(entries["entries"].as_array().unwrap().iter().all(|entry| entry["kind"] == "save_staff"), "{entries}");
    for (op, args) in [("lock_state", json!({})), ("shop_info", json!({})), ("list_audit", json!({"limit": 50}))] {
        let text = t.ok(op, args).to_string();
        assert!(!text.contains("argon2") && !text.contains(LONG), "{op}");
    }
}

#[test]
fn guessing_is_slow_over_restarts_and_changed_clocks() {
    let mut t = guarded();
    t.ok("lock", json!({}));
    let guess = |t: &mut TestShop| t.err("unlock", json!({"staff": 1, "secret": "wrong wrong"}));
    for left in ["4", "3", "2", "1"] {
        assert_eq!(guess(&mut t).params["left"], left);
    }
    let fifth = guess(&mut t);
    assert_eq!((fifth.params["seconds"].as_str(), fifth.params["wait"].as_str()), ("30", "yes"));
    let waits = |t: &mut TestShop, seconds: &str| {
        // The right one is not looked at either.
        let refused = t.err("unlock", json!({"staff": 1, "secret": LONG}));
        assert_eq!((refused.code, refused.params["seconds"].as_str()), (Code::SecretWait, seconds));
    };
    waits(&mut t, "30");
    // A day forward, a day back: the wait runs by a clock that nobody sets.
    t.at("2026-11-22T10:00:00+08:00");
    waits(&mut t, "30");
    t.at("2026-11-20T10:00:00+08:00");
    waits(&mut t, "30");
    t.clock.pass(Duration::from_secs(20));
    waits(&mut t, "10");
    // A restart begins it anew, five times over.
    for _ in 0..5 {
        t = t.reopen();
        waits(&mut t, "30");
    }
    t.clock.pass(Duration::from_secs(30));
    assert_eq!(guess(&mut t).params["seconds"], "60");
    // Somebody else's seat is not barred by it.
    t.ok("unlock", json!({"staff": 2}));
    t.ok("lock", json!({}));
    t.clock.pass(Duration::from_secs(60));
    t.ok("unlock", json!({"staff": 1, "secret": LONG}));
    assert_eq!(t.ok("lock_state", json!({}))["people"][0]["wait_seconds"], 0);
}

#[test]
fn it_locks_by_itself_when_nobody_is_there() {
    let mut t = guarded();
    t.ok("save_lock_settings", json!({"after_minutes": 5}));
    t.clock.pass(Duration::from_secs(299));
    t.ok("note_activity", json!({}));
    // Asking for the lock's state is no use of the book.
    for _ in 0..30 {
        t.clock.pass(Duration::from_secs(10));
        t.shop.tick().unwrap();
        t.ok("lock_state", json!({}));
    }
    assert_eq!(t.shop.seat(), Seat::Locked);
    // Nor does an operation come through that is asked after the time, tick or no tick.
    t.ok("unlock", json!({"staff": 2}));
    t.clock.pass(Duration::from_secs(400));
    assert_eq!(t.err("today", json!({"whose": {"kind": "all"}})).code, Code::Locked);
    // The computer slept: the wall clock went on, the steady one did not.
    t.ok("unlock", json!({"staff": 2}));
    t.shop.tick().unwrap();
    t.at("2026-11-21T10:30:00+08:00");
    t.shop.tick().unwrap();
    assert_eq!(t.shop.seat(), Seat::Locked);
    assert_eq!(t.err("save_lock_settings", json!({"after_minutes": 0})).code, Code::Locked);
}

#[test]
fn a_clerk_takes_back_what_a_clerk_may_do_and_nothing_else() {
    let mut t = guarded();
    t.ok("save_lock_settings", json!({"after_minutes": 10}));
    let owners = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    t.ok("unlock", json!({"staff": 2}));
    let seen = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!((&owners["undoable"], &seen["undoable"]), (&json!(true), &json!(false)));
    assert_eq!(t.err("undo", json!({"operation": owners["id"]})).code, Code::OwnerNeeded);
    t.ok("save_tag", json!({"name": "要改衣服"}));
    let own = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    let undone = t.ok("undo", json!({"operation": own}))["operation"].clone();
    t.ok("undo", json!({"operation": undone}));
}
