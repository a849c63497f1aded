//! A clock that jumped is asked about before anything expires or is thinned by it.

use super::{folder, names, sale};
use serde_json::{Value, json};
use shuke_core::backup::{closing, tick};
use shuke_core::clock::Clock;
use shuke_tests::{TestShop, shop};

/// A book with work and an old copy, in which the clock was last seen on 21 November.
fn seen() -> TestShop {
    let mut t = shop();
    sale(&mut t, "单晓燕", "1", 100);
    closing(&mut t.shop).unwrap().unwrap();
    t
}

fn doubt(t: &mut TestShop) -> Value {
    t.ok("shop_info", json!({}))["clock"].clone()
}

#[test]
fn a_clock_years_ahead_thins_nothing_until_somebody_looked() {
    let mut t = seen();
    let made = folder(&t).join("shop-20261121-100000.shuke");
    for hour in 10..20 {
        std::fs::copy(&made, folder(&t).join(format!("shop-20261120-{hour}3000.shuke"))).unwrap();
    }
    t.at("2036-11-21T10:00:00+08:00");
    let mut t = t.reopen();
    assert_eq!(doubt(&mut t), json!({"seen": "2026-11-21T10:00:00+08:00", "now": "2036-11-21T10:00:00+08:00"}));
    sale(&mut t, "曾敏", "2", 50);
    closing(&mut t.shop).unwrap().unwrap();
    assert_eq!(names(&folder(&t)).len(), 12, "all are there still");
    assert_eq!(t.ok("list_backups", json!({}))["held_back"], 9);
    t.ok("confirm_clock", json!({}));
    assert_eq!(doubt(&mut t), Value::Null);
    assert_eq!(names(&folder(&t)), ["shop-20261120-193000.shuke", "shop-20261121-100000.shuke", "shop-20361121-100000.shuke"]);
}

#[test]
fn points_do_not_run_out_by_a_clock_in_doubt() {
    let mut t = seen();
    let mut settings = t.ok("points_settings", json!({}));
    settings["points"]["expiry"] = json!({"kind": "months", "months": 12});
    t.ok("save_points_settings", settings);
    t.ok("adjust_points", json!({"customer": 1, "points": 500, "reason": "试", "expires": true}));
    let points = |t: &mut TestShop| {
        t.ok("list_customers", json!({"filter": {"levels": [], "tags": [], "never_visited": false}, "sort": "spend", "limit": 5}))["rows"]
            [0]["points"]
            .clone()
    };
    let before = points(&mut t);
    assert_ne!(before, json!(0));
    t.at("2030-11-21T10:00:00+08:00");
    let mut t = t.reopen();
    assert!(doubt(&mut t).is_object());
    assert_eq!(points(&mut t), before);
    t.ok("confirm_clock", json!({}));
    assert_eq!(points(&mut t), json!(0));
}

#[test]
fn a_clock_set_back_is_asked_about_and_copies_dated_later_stay() {
    let mut t = seen();
    t.at("2025-01-01T10:00:00+08:00");
    let mut t = t.reopen();
    assert!(doubt(&mut t).is_object());
    let opened = t.clock.utc().timestamp_millis();
    t.at("2025-01-01T12:00:00+08:00");
    sale(&mut t, "曾敏", "2", 50);
    tick(&mut t.shop, opened).unwrap().unwrap();
    assert_eq!(names(&folder(&t)), ["shop-20250101-120000.shuke", "shop-20261121-100000.shuke"]);
    t.at("2026-11-21T12:00:00+08:00");
    assert_eq!(doubt(&mut t), Value::Null, "set right again, nothing is asked");
}

#[test]
fn a_day_off_is_no_jump() {
    let mut t = seen();
    t.at("2026-11-22T09:59:00+08:00");
    assert_eq!(doubt(&mut t), Value::Null);
    // Sunday 22 November would have been a day of work.
    t.at("2026-11-23T10:01:00+08:00");
    assert!(doubt(&mut t).is_object());
    t.ok("save_closed_day", json!({"from_day": "2026-11-22", "to_day": "2026-11-29", "reason": "装修"}));
    assert_eq!(doubt(&mut t), Value::Null);
    t.at("2026-11-30T10:00:00+08:00");
    assert_eq!(doubt(&mut t), Value::Null);
    t.at("2026-12-02T10:00:00+08:00");
    assert!(doubt(&mut t).is_object());
}

/// A book whose clock ran years ahead until the points of somebody had run out, and a copy of it from then.
fn ran_ahead() -> (TestShop, std::path::PathBuf, Value) {
    let mut t = seen();
    let mut settings = t.ok("points_settings", json!({}));
    settings["points"]["expiry"] = json!({"kind": "months", "months": 12});
    t.ok("save_points_settings", settings);
    t.ok("adjust_points", json!({"customer": 1, "points": 500, "reason": "试", "expires": true}));
    let before = points_of(&mut t);
    t.at("2030-11-21T10:00:00+08:00");
    let mut t = t.reopen();
    t.ok("confirm_clock", json!({}));
    assert_eq!(points_of(&mut t), json!(0));
    let made = super::copy(&mut t);
    (t, made, before)
}

fn points_of(t: &mut TestShop) -> Value {
    let filter = json!({"levels": [], "tags": [], "never_visited": false});
    t.ok("list_customers", json!({"filter": filter, "sort": "spend", "limit": 5}))["rows"][0]["points"].clone()
}

#[test]
fn a_clock_set_right_again_gives_back_the_points_it_let_run_out() {
    let (mut t, _, before) = ran_ahead();
    t.at("2026-11-21T12:00:00+08:00");
    let mut t = t.reopen();
    assert!(doubt(&mut t).is_object());
    // While it is asked about nothing moves, and the check holds each conclusion against its own day.
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    assert_eq!(points_of(&mut t), json!(0));
    t.ok("confirm_clock", json!({}));
    assert_eq!(points_of(&mut t), before);
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn a_restored_copy_dated_after_the_clock_counts_points_for_today() {
    let (ahead, made, before) = ran_ahead();
    let later = ahead.folder.path().join("later.shuke");
    std::fs::rename(&made, &later).unwrap();
    let mut t = seen();
    t.ok("restore", json!({"path": later}));
    assert_eq!(doubt(&mut t), Value::Null);
    assert_eq!(points_of(&mut t), before);
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    // And so it stays over a new start.
    let mut t = t.reopen();
    assert_eq!(points_of(&mut t), before);
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn a_check_under_a_clock_in_doubt_lets_nothing_run_out() {
    let mut t = seen();
    let mut settings = t.ok("points_settings", json!({}));
    settings["points"]["expiry"] = json!({"kind": "months", "months": 12});
    t.ok("save_points_settings", settings);
    t.ok("adjust_points", json!({"customer": 1, "points": 500, "reason": "试", "expires": true}));
    let before = points_of(&mut t);
    t.at("2030-11-21T10:00:00+08:00");
    let mut t = t.reopen();
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    assert_eq!(points_of(&mut t), before);
}

#[test]
fn points_dated_ahead_count_from_their_day_on() {
    let at = |t: TestShop, instant: &str| {
        let mut t = t;
        t.at(instant);
        let mut t = t.reopen();
        t.ok("confirm_clock", json!({}));
        t
    };
    for (due, turns) in [("2026-11-23T09:00:00+08:00", true), ("2027-02-01T09:00:00+08:00", false)] {
        let mut t = at(seen(), "2026-11-23T10:00:00+08:00");
        let before = points_of(&mut t).as_i64().unwrap();
        t.ok("adjust_points", json!({"customer": 1, "points": 27, "reason": "补", "expires": false}));
        let mut t = at(t, "2026-11-22T10:00:00+08:00");
        assert_eq!(points_of(&mut t), json!(before));
        assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
        // On its day the entry counts by itself; long after, once somebody says that the clock is right or looks the book through.
        t.at(due);
        let mut t = t.reopen();
        if !turns {
            assert!(doubt(&mut t).is_object());
            t.ok("confirm_clock", json!({}));
        }
        assert_eq!(points_of(&mut t), json!(before + 27), "{due}");
        assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    }
}
