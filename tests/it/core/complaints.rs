//! Complaints from the first word to the follow-up, on a moved clock.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn person(t: &mut TestShop, name: &str) -> i64 {
    let request = json!({"fields": {"name": name, "phones": []}, "confirm_phone": false, "answers": [], "tags": []});
    t.ok("create_customer", request)["customer"].as_i64().unwrap()
}

/// A coat and a belt, bought on the day the clock shows.
fn bought(t: &mut TestShop, customer: i64, receipt: &str) -> Value {
    let visit = json!({"customer": customer, "kind": "purchase", "lines": [
        {"style_no": "24D-118", "name": "羊绒大衣", "qty": 1, "price": "1299.00"},
        {"style_no": "24B-7", "name": "腰带", "qty": 1, "price": "199.00"}]});
    let saved = t.ok("record_visit", json!({"receipt": receipt, "visit": visit}));
    t.ok("visit_page", json!({"visit": saved["visit"]}))
}

fn complain(t: &mut TestShop, customer: i64) -> i64 {
    let request = json!({"customer": customer, "kind": "goods", "what": "大衣起球"});
    t.ok("open_complaint", request)["complaint"].as_i64().unwrap()
}

fn page(t: &mut TestShop, complaint: i64) -> Value {
    t.ok("complaint_page", json!({"complaint": complaint}))
}

fn list(t: &mut TestShop, state: &str) -> Value {
    t.ok("list_complaints", json!({"state": state, "limit": 100}))
}

fn ids(list: &Value) -> Vec<i64> {
    list["rows"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

/// The whole of what can be seen of a customer's complaint and of what hangs on it.
fn seen(t: &mut TestShop, customer: i64, complaint: i64) -> Value {
    json!([
        page(t, complaint),
        t.ok("customer_page", json!({"customer": customer})),
        t.ok("list_vouchers", json!({"state": "all", "customer": customer, "limit": 50})),
        t.ok("points_page", json!({"customer": customer})),
        list(t, "all"),
    ])
}

#[test]
fn from_the_first_word_to_the_follow_up() {
    let mut t = shop();
    let her = person(&mut t, "单晓燕");
    let visit = bought(&mut t, her, "receipt-1");
    let line = visit["lines"][0]["id"].clone();
    let staff = t.ok("list_history", json!({"limit": 1}))["entries"][0]["by"].clone();
    t.at("2026-11-21T15:00:00+08:00");
    let request = json!({"customer": her, "line": line, "kind": "goods", "what": "穿了一次就起球", "staff": 1});
    let id = t.ok("open_complaint", request)["complaint"].as_i64().unwrap();

    let shown = page(&mut t, id);
    assert_eq!(shown["row"]["about"], "羊绒大衣 24D-118");
    assert_eq!((&shown["visit"]["id"], &shown["line"], &shown["row"]["staff_name"]), (&visit["row"]["id"], &line, &staff));
    assert_eq!(shown["row"]["answer"]["due"], "2026-11-22T15:00:00+08:00");
    assert_eq!(shown["row"]["solve"]["due"], "2026-11-28T15:00:00+08:00");
    assert_eq!((shown["row"]["answer"]["state"].as_str(), shown["row"]["answer"]["left_minutes"].as_i64()), (Some("running"), Some(1440)));
    let names: Vec<&str> = shown["steps"].as_array().unwrap().iter().map(|one| one["step"].as_str().unwrap()).collect();
    assert_eq!(names, ["listen", "talk", "apologise", "analyse", "explain", "handle", "compensate", "ask_result", "feed_back"]);
    let hers = t.ok("customer_page", json!({"customer": her}));
    assert_eq!((hers["complaints_open"][0]["id"].as_i64(), hers["complaints_solved"].as_i64()), (Some(id), Some(0)));

    t.ok("set_complaint_step", json!({"complaint": id, "step": "listen", "state": "done"}));
    t.ok("set_complaint_step", json!({"complaint": id, "step": "explain", "state": "skipped", "note": "她自己知道"}));
    t.at("2026-11-22T14:59:30+08:00");
    t.ok("answer_complaint", json!({"complaint": id}));
    let answered = page(&mut t, id);
    assert_eq!((answered["row"]["answer"]["state"].as_str(), answered["row"]["steps"].as_i64()), (Some("in_time"), Some(2)));
    assert_eq!((answered["steps"][4]["state"].as_str(), answered["steps"][4]["note"].as_str()), (Some("skipped"), Some("她自己知道")));
    assert_eq!((&answered["steps"][0]["by"], answered["steps"][1]["state"].as_str()), (&staff, Some("open")));

    assert_eq!(t.err("set_complaint_result", json!({"complaint": id, "satisfied": true})).code.as_str(), "complaint_open");
    assert_eq!(t.err("follow_up_complaint", json!({"complaint": id})).code.as_str(), "complaint_open");
    t.at("2026-11-29T12:00:00+08:00");
    assert_eq!(ids(&list(&mut t, "overdue")), [id]);
    t.ok("solve_complaint", json!({"complaint": id, "solution": "换了一件新的"}));
    let solved = page(&mut t, id);
    assert_eq!((solved["row"]["solve"]["state"].as_str(), solved["solution"].as_str()), (Some("late"), Some("换了一件新的")));
    assert_eq!(solved["row"]["solve"]["left_minutes"], -21 * 60);
    for op in ["answer_complaint", "resume_complaint"] {
        assert_eq!(t.err(op, json!({"complaint": id})).code.as_str(), "complaint_closed", "{op}");
    }
    assert_eq!(t.err("hold_complaint", json!({"complaint": id, "reason": "等她"})).code.as_str(), "complaint_closed");
    assert_eq!(t.err("solve_complaint", json!({"complaint": id, "solution": "再来"})).code.as_str(), "complaint_closed");
    let hers = t.ok("customer_page", json!({"customer": her}));
    assert_eq!((hers["complaints_open"].clone(), hers["complaints_solved"].as_i64()), (json!([]), Some(1)));

    t.ok("set_complaint_result", json!({"complaint": id, "satisfied": true}));
    t.at("2026-12-06T12:00:00+08:00");
    t.ok("follow_up_complaint", json!({"complaint": id}));
    let ended = page(&mut t, id);
    assert_eq!((&ended["row"]["satisfied"], ended["row"]["followed_up_on"].as_str()), (&json!(true), Some("2026-12-06")));
    assert_eq!(ended["steps"][7]["state"], "done");
    let totals = list(&mut t, "all")["totals"].clone();
    let expected = json!({"open": 0, "overdue": 0, "waiting": 0, "year": 1, "answered": 1, "answered_in_time": 1, "solved": 1,
                          "solved_in_time": 0, "asked": 1, "satisfied": 1});
    assert_eq!(totals, expected);

    // Opened again, it runs on from its beginning and is asked anew.
    t.ok("reopen_complaint", json!({"complaint": id}));
    let again = page(&mut t, id);
    assert_eq!((again["row"]["solved"].as_bool(), again["row"]["solve"]["state"].as_str()), (Some(false), Some("overdue")));
    assert_eq!((&again["row"]["satisfied"], &again["row"]["followed_up_on"]), (&Value::Null, &Value::Null));
    assert_eq!(again["solution"], "换了一件新的");
    assert_eq!(t.err("reopen_complaint", json!({"complaint": id})).code.as_str(), "complaint_open");
    assert_eq!(t.ok("complaint_counts", json!({})), json!({"open": 1, "overdue": 1}));
}

#[test]
fn every_act_can_be_undone_and_leaves_what_was() {
    let mut t = shop();
    let her = person(&mut t, "曾丽");
    bought(&mut t, her, "receipt-1");
    let id = complain(&mut t, her);
    let give = |give: Value| json!({"complaint": id, "give": give, "note": "赔个不是"});
    let acts = [
        ("correct_complaint", json!({"complaint": id, "kind": "service", "what": "说话不客气", "staff": 1})),
        ("answer_complaint", json!({"complaint": id})),
        ("hold_complaint", json!({"complaint": id, "reason": "等她拿来"})),
        ("hold_complaint", json!({"complaint": id, "reason": "她出差了"})),
        ("resume_complaint", json!({"complaint": id})),
        ("set_complaint_step", json!({"complaint": id, "step": "listen", "state": "done"})),
        ("set_complaint_step", json!({"complaint": id, "step": "listen", "state": "skipped", "note": "电话里说过"})),
        ("set_complaint_step", json!({"complaint": id, "step": "listen", "state": "open"})),
        (
            "compensate",
            give(
                json!({"kind": "voucher", "worth": {"kind": "amount", "amount": "100.00"}, "min_spend": "0.00", "valid_to": "2026-12-31"}),
            ),
        ),
        ("compensate", give(json!({"kind": "points", "points": 200}))),
        ("compensate", give(json!({"kind": "money", "amount": "0.01"}))),
        ("compensate", give(json!({"kind": "gift", "cost": "39.90"}))),
        ("cancel_compensation", json!({"compensation": 1, "reason": "她不要"})),
        ("cancel_compensation", json!({"compensation": 2, "reason": "她不要"})),
        ("solve_complaint", json!({"complaint": id, "solution": "换货"})),
        ("set_complaint_result", json!({"complaint": id, "satisfied": false})),
        ("follow_up_complaint", json!({"complaint": id})),
        ("reopen_complaint", json!({"complaint": id})),
    ];
    for (n, (op, args)) in acts.into_iter().enumerate() {
        let before = seen(&mut t, her, id);
        t.ok(op, args.clone());
        let after = seen(&mut t, her, id);
        assert_ne!(before, after, "{n} {op} did nothing");
        undo_last(&mut t);
        assert_eq!(seen(&mut t, her, id), before, "{n} {op}");
        undo_last(&mut t);
        assert_eq!(seen(&mut t, her, id), after, "{n} {op} again");
    }
    let check = t.ok("check_shop", json!({}));
    assert_eq!(check["problems"].as_array().map(Vec::len).unwrap_or(0), 0, "{check}");
    // Opening it is the last thing that can go, once nothing hangs on it.
    let other = complain(&mut t, her);
    undo_last(&mut t);
    assert_eq!(t.err("complaint_page", json!({"complaint": other})).code.as_str(), "not_found");
}

#[test]
fn what_was_given_is_booked_to_the_fen_and_can_be_called_back() {
    let mut t = shop();
    let her = person(&mut t, "仇敏");
    let id = complain(&mut t, her);
    let give = |give: Value, note: &str| json!({"complaint": id, "give": give, "note": note});
    let voucher =
        json!({"kind": "voucher", "worth": {"kind": "amount", "amount": "100.00"}, "min_spend": "300.00", "valid_to": "2027-01-20"});
    let percent = json!({"kind": "voucher", "worth": {"kind": "percent", "off": 20}, "min_spend": "0.00", "valid_to": "2027-01-20"});
    t.ok("compensate", give(voucher, "请您原谅"));
    t.ok("compensate", give(percent, ""));
    t.ok("compensate", give(json!({"kind": "points", "points": 300}), "耽误您了"));
    t.ok("compensate", give(json!({"kind": "money", "amount": "58.60"}), "退差价"));
    t.ok("compensate", give(json!({"kind": "money", "amount": "0.05"}), ""));
    t.ok("compensate", give(json!({"kind": "gift", "cost": "39.90"}), "丝巾一条"));
    let shown = page(&mut t, id);
    assert_eq!(shown["given"], json!({"money": "58.65", "gifts": "39.90", "vouchers": "100.00", "percent_vouchers": 1, "points": 300}));
    assert_eq!((shown["steps"][6]["state"].as_str(), shown["row"]["steps"].as_i64()), (Some("done"), Some(1)));
    let vouchers = t.ok("list_vouchers", json!({"state": "usable", "customer": her, "limit": 50}));
    let first = vouchers["rows"].as_array().unwrap().iter().find(|row| row["worth"]["kind"] == "amount").unwrap().clone();
    assert_eq!(
        (first["kind"].as_str(), first["reason"].as_str(), first["min_spend"].as_str()),
        (Some("apology"), Some("请您原谅"), Some("300.00"))
    );
    assert_eq!(t.ok("customer_page", json!({"customer": her}))["points"]["balance"], 300);

    // Points that are spent meanwhile are owed; a voucher that was used stays given.
    t.ok("redeem_points", json!({"customer": her, "points": 250, "gift": "杯子"}));
    let back = |n: i64| json!({"compensation": n, "reason": "给错了"});
    assert_eq!(t.err("cancel_compensation", json!({"compensation": 3, "reason": " "})).code.as_str(), "reason_required");
    t.ok("cancel_compensation", back(3));
    assert_eq!(t.ok("customer_page", json!({"customer": her}))["points"]["balance"], -250);
    let visit =
        json!({"customer": her, "kind": "purchase", "lines": [{"name": "裙", "qty": 1, "price": "400.00"}], "voucher": first["id"]});
    let used = t.ok("record_visit", json!({"receipt": "receipt-9", "visit": visit}));
    let failure = t.err("cancel_compensation", back(1));
    assert_eq!((failure.code.as_str(), failure.params["why"].as_str()), ("voucher_not_usable", "used"));
    t.ok("void_visit", json!({"visit": used["visit"], "reason": "误录"}));
    t.ok("cancel_compensation", back(1));
    t.ok("cancel_compensation", back(5));
    let shown = page(&mut t, id);
    assert_eq!(shown["given"], json!({"money": "58.60", "gifts": "39.90", "vouchers": "0.00", "percent_vouchers": 1, "points": 0}));
    assert_eq!(t.err("cancel_compensation", back(1)).code.as_str(), "not_found");
    // Called back in the register of vouchers it no longer counts as given either.
    t.ok("cancel_voucher", json!({"voucher": shown["compensations"][0]["voucher"], "reason": "发错"}));
    assert_eq!(page(&mut t, id)["given"]["percent_vouchers"], 0);
    let vouchers = t.ok("list_vouchers", json!({"state": "usable", "customer": her, "limit": 50}));
    assert!(vouchers["rows"].as_array().unwrap().iter().all(|row| row["kind"] != "apology"), "{vouchers}");
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let mut t = shop();
    let (her, other) = (person(&mut t, "解芸"), person(&mut t, "尉迟敏"));
    let theirs = bought(&mut t, other, "receipt-1");
    let hers = bought(&mut t, her, "receipt-2");
    let (visit, line) = (theirs["row"]["id"].clone(), theirs["lines"][0]["id"].clone());
    let with = |changes: &[(&str, Value)]| {
        let mut request = json!({"customer": her, "kind": "price", "what": "比网上贵"});
        for (field, value) in changes {
            request[*field] = value.clone();
        }
        request
    };
    for (request, code, field) in [
        (with(&[("customer", json!(99))]), "not_found", "customer"),
        (with(&[("what", json!(" "))]), "required", "what"),
        (with(&[("what", json!("长".repeat(2_001)))]), "too_long", "what"),
        (with(&[("staff", json!(9))]), "not_found", "staff"),
        (with(&[("visit", visit.clone())]), "not_found", "visit"),
        (with(&[("line", line.clone())]), "not_found", "line"),
        (with(&[("visit", hers["row"]["id"].clone()), ("line", line)]), "not_found", "line"),
        (with(&[("visit", json!(999))]), "not_found", "visit"),
        (with(&[("day", json!("2026-11-22"))]), "day_in_future", "day"),
        (with(&[("time", json!("10:01"))]), "out_of_range", "time"),
        (with(&[("time", json!("25:00"))]), "out_of_range", "time"),
        (with(&[("visit", hers["row"]["id"].clone()), ("day", json!("2026-11-20"))]), "out_of_range", "day"),
    ] {
        let failure = t.err("open_complaint", request.clone());
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{request}");
    }
    let earlier = t.ok("open_complaint", with(&[("day", json!("2026-11-18"))]))["complaint"].as_i64().unwrap();
    let shown = page(&mut t, earlier);
    assert_eq!(
        (shown["row"]["opened_at"].as_str(), shown["row"]["answer"]["state"].as_str()),
        (Some("2026-11-18T12:00:00+08:00"), Some("overdue"))
    );
    let failure = t.err("answer_complaint", json!({"complaint": earlier, "day": "2026-11-18", "time": "11:59"}));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("out_of_range", Some("time")));
    t.ok("answer_complaint", json!({"complaint": earlier, "day": "2026-11-18", "time": "12:00"}));
    for (op, args, code, field) in [
        ("hold_complaint", json!({"complaint": earlier, "reason": ""}), "reason_required", "reason"),
        ("set_complaint_step", json!({"complaint": earlier, "step": "talk", "state": "skipped"}), "reason_required", "note"),
        ("solve_complaint", json!({"complaint": earlier, "solution": ""}), "required", "solution"),
        ("correct_complaint", json!({"complaint": earlier, "kind": "price", "what": "x", "visit": visit}), "not_found", "visit"),
        ("complaint_page", json!({"complaint": 99}), "not_found", "complaint"),
    ] {
        let failure = t.err(op, args.clone());
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{op} {args}");
    }
    let worth = |amount: &str| json!({"kind": "amount", "amount": amount});
    let voucher = |worth: Value, min: &str, to: &str| json!({"kind": "voucher", "worth": worth, "min_spend": min, "valid_to": to});
    for (give, code, field) in [
        (voucher(worth("0.00"), "0.00", "2026-12-31"), "out_of_range", "give.worth.amount"),
        (voucher(worth("1000000.01"), "0.00", "2026-12-31"), "out_of_range", "give.worth.amount"),
        (voucher(json!({"kind": "percent", "off": 101}), "0.00", "2026-12-31"), "out_of_range", "give.worth.off"),
        (voucher(worth("5.00"), "-0.01", "2026-12-31"), "out_of_range", "give.min_spend"),
        (voucher(worth("5.00"), "0.00", "2026-11-20"), "out_of_range", "give.valid_to"),
        (json!({"kind": "points", "points": 0}), "out_of_range", "give.points"),
        (json!({"kind": "money", "amount": "0.00"}), "out_of_range", "give.amount"),
        (json!({"kind": "money", "amount": "1000000.01"}), "out_of_range", "give.amount"),
        (json!({"kind": "gift", "cost": "-1.00"}), "out_of_range", "give.cost"),
        (json!({"kind": "gift", "cost": "0.00"}), "required", "note"),
    ] {
        let failure = t.err("compensate", json!({"complaint": earlier, "give": give}));
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{give}");
    }
    assert_eq!(page(&mut t, earlier)["compensations"], json!([]));
}

#[test]
fn the_list_has_the_nearest_deadline_first_and_pages_without_gap() {
    let mut t = shop();
    let (a, b) = (person(&mut t, "甲"), person(&mut t, "乙"));
    let mut made = Vec::new();
    for n in 0..12 {
        t.at(&format!("2026-11-21T{:02}:00:00+08:00", 10 + n % 11));
        made.push(complain(&mut t, if n % 3 == 0 { b } else { a }));
    }
    t.at("2026-11-22T12:30:00+08:00");
    let (waiting, answered, closed, closed_later) = (made[0], made[1], made[2], made[3]);
    t.ok("answer_complaint", json!({"complaint": answered}));
    t.ok("solve_complaint", json!({"complaint": closed, "solution": "好了"}));
    t.at("2026-11-22T12:40:00+08:00");
    t.ok("solve_complaint", json!({"complaint": closed_later, "solution": "好了"}));
    // This one was over before it began to wait, and stays in front.
    t.ok("hold_complaint", json!({"complaint": waiting, "reason": "等她"}));
    t.ok("hold_complaint", json!({"complaint": made[11], "reason": "等她"}));
    t.ok("hold_complaint", json!({"complaint": made[4], "reason": "等她回电话"}));
    let all = list(&mut t, "all");
    let open: Vec<i64> = made[5..11].to_vec();
    let expected = [vec![waiting, made[11]], open, vec![answered, made[4], closed_later, closed]].concat();
    assert_eq!(ids(&all), expected, "overdue, by deadline, answered, waiting, solved");
    assert_eq!(
        (all["totals"]["open"].as_i64(), all["totals"]["overdue"].as_i64(), all["totals"]["waiting"].as_i64()),
        (Some(10), Some(2), Some(3))
    );
    assert_eq!(all["rows"][9]["waiting_for"], "等她回电话");
    assert_eq!(ids(&list(&mut t, "overdue")), [waiting, made[11]]);
    assert_eq!(ids(&list(&mut t, "waiting")), [waiting, made[11], made[4]]);
    assert_eq!(ids(&list(&mut t, "solved")), [closed_later, closed]);
    for size in [1, 3, 5, 10, 11] {
        let (mut seen, mut cursor) = (Vec::new(), Value::Null);
        loop {
            let page = t.ok("list_complaints", json!({"state": "all", "cursor": cursor, "limit": size}));
            assert_eq!(page["totals"].is_null(), !cursor.is_null());
            seen.extend(ids(&page));
            cursor = page["cursor"].clone();
            if cursor.is_null() {
                break;
            }
        }
        assert_eq!(seen, expected, "{size} a page");
    }
    let hers = t.ok("list_complaints", json!({"state": "all", "customer": b, "limit": 50}));
    assert_eq!((hers["rows"].as_array().unwrap().len(), hers["totals"]["year"].as_i64()), (4, Some(4)));
    assert_eq!(t.ok("list_complaints", json!({"state": "all", "kind": "service", "limit": 50}))["rows"], json!([]));
    assert_eq!(t.err("list_complaints", json!({"state": "all", "limit": 0})).field.as_deref(), Some("limit"));
    assert_eq!(t.err("list_complaints", json!({"state": "all", "limit": 5, "cursor": "[1]"})).field.as_deref(), Some("cursor"));
}

#[test]
fn waiting_for_her_moves_the_deadlines_and_a_correction_of_the_visit_keeps_the_complaint() {
    let mut t = shop();
    let her = person(&mut t, "单晓燕");
    let visit = bought(&mut t, her, "receipt-1");
    let request = json!({"customer": her, "line": visit["lines"][0]["id"], "kind": "goods", "what": "掉扣子"});
    let id = t.ok("open_complaint", request)["complaint"].as_i64().unwrap();
    t.at("2026-11-21T12:00:00+08:00");
    t.ok("hold_complaint", json!({"complaint": id, "reason": "等她拿来"}));
    t.at("2026-11-24T12:00:00+08:00");
    let waiting = page(&mut t, id);
    assert_eq!((waiting["row"]["answer"]["state"].as_str(), &waiting["row"]["answer"]["due"]), (Some("waiting"), &Value::Null));
    assert_eq!(
        (waiting["row"]["answer"]["left_minutes"].as_i64(), waiting["row"]["waiting_for"].as_str()),
        (Some(22 * 60), Some("等她拿来"))
    );
    t.ok("resume_complaint", json!({"complaint": id}));
    let on = page(&mut t, id);
    assert_eq!(on["row"]["answer"]["due"], "2026-11-25T10:00:00+08:00");
    assert_eq!(on["holds"][0]["to"], "2026-11-24T12:00:00+08:00");
    // The coat goes from the visit: the complaint stays, about the visit.
    let corrected = json!({"customer": her, "kind": "purchase", "lines": [{"name": "腰带", "qty": 1, "price": "199.00"}]});
    t.ok("correct_visit", json!({"visit": visit["row"]["id"], "corrected": corrected, "reason": "录错"}));
    let shown = page(&mut t, id);
    assert_eq!((&shown["visit"]["id"], &shown["line"]), (&visit["row"]["id"], &Value::Null));
    assert_eq!(shown["row"]["about"], "腰带");
    undo_last(&mut t);
    assert_eq!(page(&mut t, id)["line"], visit["lines"][0]["id"]);
}
