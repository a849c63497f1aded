//! Calls, messages and talks, what may be said to whom, and consent, on a moved clock.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str, fields: Value) -> i64 {
    let mut all = json!({"name": name, "phones": ["13800001111"], "wechat": "wx"});
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    // For a child somebody has to have agreed that there is an archive at all.
    let guardian = (all["birthday"]["year"].as_i64() >= Some(2012)).then_some("妈妈");
    let request = json!({"fields": all, "confirm_phone": true, "answers": [], "tags": [], "guardian": guardian});
    t.ok("create_customer", request)["customer"].as_i64().unwrap()
}

fn contact(customers: &[i64], channel: &str, purpose: &str, outcome: &str) -> Value {
    json!({"customers": customers, "channel": channel, "direction": "out", "purpose": purpose, "outcome": outcome})
}

fn log(t: &mut TestShop, customers: &[i64], channel: &str, purpose: &str, outcome: &str) -> i64 {
    t.ok("log_contact", contact(customers, channel, purpose, outcome))["contacts"][0].as_i64().unwrap()
}

fn card(t: &mut TestShop, customer: i64) -> Value {
    t.ok("customer_page", json!({"customer": customer}))["contact"].clone()
}

fn against(t: &mut TestShop, customer: i64) -> Vec<String> {
    let card = card(t, customer);
    card["against"].as_array().unwrap().iter().map(|why| why["why"].as_str().unwrap().to_owned()).collect()
}

fn rows(t: &mut TestShop, filter: Value) -> Vec<i64> {
    let mut request = json!({"limit": 100});
    request.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
    t.ok("list_contacts", request)["rows"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

/// The last entry of the history.
fn entry(t: &mut TestShop) -> Value {
    t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone()
}

fn undo_last(t: &mut TestShop) {
    let entry = entry(t);
    t.ok("undo", json!({"operation": entry}));
}

fn buy(t: &mut TestShop, customer: i64) {
    let visit = json!({"customer": customer, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": "100.00"}]});
    t.ok("record_visit", json!({"receipt": format!("receipt-{customer}"), "visit": visit}));
}

#[test]
fn a_contact_is_on_her_page_at_once_and_undo_takes_it_back() {
    let mut t = shop();
    let her = open(&mut t, "单晓燕", json!({}));
    buy(&mut t, her);
    t.at("2026-12-21T15:00:00+08:00");
    let before = card(&mut t, her);
    assert_eq!((before["days_since_contact"].as_i64(), before["days_since_purchase"].as_i64()), (None, Some(30)));
    assert_eq!((&before["against"], &before["channel"], &before["in_hours"]), (&json!([]), &json!("wechat"), &json!(true)));
    let mut call = contact(&[her], "phone", "service", "reached");
    call["text"] = json!("裙子很合身\n下次想看大衣");
    t.ok("log_contact", call);
    let now = card(&mut t, her);
    assert_eq!((now["last_contact"].as_str(), now["days_since_contact"].as_i64()), (Some("2026-12-21"), Some(0)));
    let soon = json!({"why": "too_soon", "last": "2026-12-21", "visited": false, "until": "2026-12-28"});
    assert_eq!(now["against"], json!([soon]));
    let row = &now["latest"][0];
    assert_eq!((row["text"].as_str(), row["staff_name"].as_str()), (Some("裙子很合身\n下次想看大衣"), Some("店主")));
    assert_eq!(row["at"], "2026-12-21T15:00:00+08:00");
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!((entry["kind"].as_str(), entry["customer"].as_i64()), (Some("log_contact"), Some(her)));
    undo_last(&mut t);
    assert_eq!(card(&mut t, her), before);
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn one_batch_is_a_contact_for_each_and_one_press_takes_it_back() {
    let mut t = shop();
    let people: Vec<i64> = ["单", "曾", "仇"].iter().map(|name| open(&mut t, name, json!({}))).collect();
    let mut sent = contact(&[people[0], people[1], people[0], people[2]], "sms", "marketing", "sent");
    sent["batch"] = json!("秋装上新");
    let logged = t.ok("log_contact", sent.clone())["contacts"].as_array().unwrap().len();
    assert_eq!(logged, 3, "each once");
    let list = t.ok("list_contacts", json!({"limit": 10}));
    assert_eq!((list["count"].as_i64(), list["customers"].as_i64()), (Some(3), Some(3)));
    assert!(list["rows"].as_array().unwrap().iter().all(|row| row["batch"] == "秋装上新"));
    assert_eq!(card(&mut t, people[1])["marketing_this_month"], 1);
    let first = entry(&mut t);
    t.ok("log_contact", sent);
    assert_eq!(against(&mut t, people[1]), ["monthly_limit", "too_soon"]);
    undo_last(&mut t);
    t.ok("undo", json!({"operation": first}));
    assert_eq!(rows(&mut t, json!({})), [0; 0]);
}

#[test]
fn what_cannot_be_a_contact_is_refused_at_its_field() {
    let mut t = shop();
    let (her, gone) = (open(&mut t, "单晓燕", json!({})), open(&mut t, "曾丽", json!({})));
    t.ok("set_status", json!({"customer": gone, "status": "cancelled"}));
    let with = |name: &str, value: Value| {
        let mut draft = contact(&[her], "wechat", "service", "sent");
        draft[name] = value;
        draft
    };
    let of = |channel: &str, direction: &str, outcome: &str| {
        let mut draft = contact(&[her], channel, "service", outcome);
        draft["direction"] = json!(direction);
        draft
    };
    let history = t.ok("list_history", json!({"limit": 50}));
    for (draft, code, field) in [
        (with("customers", json!([])), "out_of_range", "customers"),
        (with("customers", json!(vec![her; 1_001])), "out_of_range", "customers"),
        (with("customers", json!([her, gone])), "not_found", "customers.1"),
        (with("staff", json!(9)), "not_found", "staff"),
        (with("template", json!(9_999)), "not_found", "template"),
        (with("complaint", json!(9)), "not_found", "complaint"),
        (with("event", json!(9)), "not_found", "event"),
        (with("day", json!("2026-11-22")), "day_in_future", "day"),
        (with("day", json!("1999-12-31")), "out_of_range", "day"),
        (with("text", json!("长".repeat(2_001))), "too_long", "text"),
        (of("phone", "out", "sent"), "choice_invalid", "outcome"),
        (of("in_person", "out", "replied"), "choice_invalid", "outcome"),
        (of("in_person", "in", "no_answer"), "choice_invalid", "outcome"),
        (of("letter", "out", "no_answer"), "choice_invalid", "outcome"),
        (of("sms", "out", "reached"), "choice_invalid", "outcome"),
        (of("wechat", "in", "sent"), "choice_invalid", "outcome"),
    ] {
        let failure = t.err("log_contact", draft.clone());
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{draft}");
    }
    assert_eq!(t.ok("list_history", json!({"limit": 50})), history);
}

#[test]
fn an_answer_that_came_later_ends_the_silence_on_its_own_day() {
    let mut t = shop();
    let her = open(&mut t, "仇敏", json!({}));
    for at in ["2026-09-01", "2026-10-01", "2026-11-01"] {
        t.at(&format!("{at}T10:00:00+08:00"));
        log(&mut t, &[her], "wechat", "marketing", "sent");
    }
    t.at("2026-11-21T10:00:00+08:00");
    assert_eq!(card(&mut t, her)["unanswered"], 3);
    assert_eq!(card(&mut t, her)["against"][0], json!({"why": "unanswered", "count": 3, "until": "2026-12-01"}));
    let before = card(&mut t, her);
    t.ok("mark_replied", json!({"contact": 2, "text": "最近忙，下周来"}));
    let now = card(&mut t, her);
    assert_eq!((now["unanswered"].as_i64(), now["days_since_contact"].as_i64()), (Some(0), Some(0)));
    let answer = &now["latest"][0];
    assert_eq!((answer["direction"].as_str(), answer["text"].as_str()), (Some("in"), Some("最近忙，下周来")));
    assert_eq!(now["latest"][2]["outcome"], "replied");
    undo_last(&mut t);
    assert_eq!(card(&mut t, her), before);
    // On the same day and without a word it is the message itself that was answered.
    let today = log(&mut t, &[her], "wechat", "service", "sent");
    t.ok("mark_replied", json!({"contact": today}));
    assert_eq!(rows(&mut t, json!({"customer": her})).len(), 4);
    let talk = log(&mut t, &[her], "in_person", "service", "reached");
    assert_eq!(t.err("mark_replied", json!({"contact": talk})).field.as_deref(), Some("contact"));
    assert_eq!(t.err("mark_replied", json!({"contact": 99})).code.as_str(), "not_found");
}

#[test]
fn a_contact_is_corrected_or_taken_away_and_both_can_be_undone() {
    let mut t = shop();
    let her = open(&mut t, "解芸", json!({}));
    let id = log(&mut t, &[her], "phone", "marketing", "no_answer");
    let before = card(&mut t, her);
    let mut right = json!({"contact": id, "channel": "wechat", "direction": "out", "purpose": "greeting", "outcome": "sent",
                           "text": "生日快乐", "day": "2026-11-19", "staff": 1});
    t.ok("correct_contact", right.clone());
    let row = card(&mut t, her)["latest"][0].clone();
    assert_eq!((row["at"].as_str(), row["channel"].as_str()), (Some("2026-11-19T12:00:00+08:00"), Some("wechat")));
    assert_eq!((row["purpose"].as_str(), row["text"].as_str()), (Some("greeting"), Some("生日快乐")));
    undo_last(&mut t);
    assert_eq!(card(&mut t, her), before);
    right["day"] = json!("2026-11-22");
    assert_eq!(t.err("correct_contact", right.clone()).code.as_str(), "day_in_future");
    right["day"] = json!("2026-11-20");
    right["staff"] = json!(7);
    assert_eq!(t.err("correct_contact", right.clone()).field.as_deref(), Some("staff"));
    right["contact"] = json!(77);
    assert_eq!(t.err("correct_contact", right).field.as_deref(), Some("contact"));
    t.ok("remove_contact", json!({"contact": id}));
    assert_eq!(card(&mut t, her)["latest"], json!([]));
    assert_eq!(t.err("remove_contact", json!({"contact": id})).code.as_str(), "not_found");
    undo_last(&mut t);
    assert_eq!(card(&mut t, her), before);
}

#[test]
fn the_log_is_filtered_and_paged_without_gap_or_double() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "单晓燕", json!({})), open(&mut t, "曾丽", json!({})));
    t.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}));
    for n in 0..20_i64 {
        let (channel, outcome) = if n % 2 == 0 { ("phone", "no_answer") } else { ("wechat", "sent") };
        let mut draft = contact(&[if n % 4 < 2 { a } else { b }], channel, if n % 5 == 0 { "marketing" } else { "service" }, outcome);
        draft["day"] = json!(format!("2026-11-{:02}", 10 + n % 3));
        draft["staff"] = json!(1 + n % 2);
        t.ok("log_contact", draft);
    }
    let (mut seen, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let page = t.ok("list_contacts", json!({"cursor": cursor, "limit": 6}));
        assert_eq!(page["count"].is_null(), !cursor.is_null());
        for row in page["rows"].as_array().unwrap() {
            seen.push((row["day"].as_str().unwrap().to_owned(), row["id"].as_i64().unwrap()));
        }
        cursor = page["cursor"].clone();
        if cursor.is_null() {
            break;
        }
    }
    let mut sorted = seen.clone();
    sorted.sort();
    sorted.reverse();
    sorted.dedup();
    assert_eq!((seen.len(), &seen), (20, &sorted), "latest day first");
    for (filter, count) in [
        (json!({"customer": a}), 10),
        (json!({"staff": 2}), 10),
        (json!({"channel": "phone"}), 10),
        (json!({"outcome": "sent"}), 10),
        (json!({"purpose": "marketing"}), 4),
        (json!({"from": "2026-11-11", "to": "2026-11-11"}), 7),
        (json!({"from": "2026-11-12"}), 6),
        (json!({"to": "2026-11-10"}), 7),
        (json!({"customer": b, "channel": "wechat", "purpose": "marketing"}), 1),
        (json!({"staff": 1, "outcome": "sent"}), 0),
    ] {
        assert_eq!(rows(&mut t, filter.clone()).len(), count, "{filter}");
        let mut request = json!({"limit": 1});
        request.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
        assert_eq!(t.ok("list_contacts", request)["count"], count, "{filter}");
    }
    assert_eq!(t.err("list_contacts", json!({"limit": 501})).field.as_deref(), Some("limit"));
    assert_eq!(t.err("list_contacts", json!({"cursor": "x", "limit": 5})).field.as_deref(), Some("cursor"));
}

#[test]
fn each_clerk_sees_what_she_did_in_a_month() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "单晓燕", json!({})), open(&mut t, "曾丽", json!({})));
    t.at("2026-11-30T18:00:00+08:00");
    t.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}));
    t.ok("save_staff", json!({"name": "小秋", "role": "clerk", "is_active": true}));
    let mut by = |staff: Value, day: &str, who: &[i64], channel: &str, direction: &str, outcome: &str| {
        let mut draft = contact(who, channel, "service", outcome);
        (draft["staff"], draft["day"], draft["direction"]) = (staff, json!(day), json!(direction));
        t.ok("log_contact", draft);
    };
    by(json!(2), "2026-11-01", &[a, b], "phone", "out", "reached");
    by(json!(2), "2026-11-02", &[a], "phone", "out", "no_answer");
    by(json!(2), "2026-11-20", &[a], "wechat", "out", "replied");
    by(json!(2), "2026-11-20", &[a], "wechat", "in", "replied");
    by(json!(3), "2026-10-31", &[a], "sms", "out", "sent");
    by(Value::Null, "2026-11-30", &[b], "in_person", "out", "reached");
    let stats = t.ok("contact_stats", json!({"from": "2026-11-01", "to": "2026-11-30"}));
    let told: Vec<Value> = stats["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            json!([
                row["name"],
                row["contacts"],
                row["calls"],
                row["messages"],
                row["reached"],
                row["no_answer"],
                row["replied"],
                row["received"],
                row["customers"],
                row["days_since"]
            ])
        })
        .collect();
    assert_eq!(
        told,
        [
            json!(["小夏", 4, 3, 1, 2, 1, 1, 1, 2, 10]),
            json!(["店主", 1, 0, 0, 1, 0, 0, 0, 1, 0]),
            json!(["小秋", 0, 0, 0, 0, 0, 0, 0, 0, 30]),
        ]
    );
    let total = &stats["total"];
    assert_eq!((total["contacts"].as_i64(), total["customers"].as_i64(), total["days_since"].as_i64()), (Some(5), Some(2), Some(0)));
    assert_eq!(t.err("contact_stats", json!({"from": "2026-11-02", "to": "2026-11-01"})).field.as_deref(), Some("to"));
}

#[test]
fn the_owner_sets_the_limits_and_they_hold_at_once() {
    let mut t = shop();
    let her = open(&mut t, "单晓燕", json!({}));
    let limits = t.ok("contact_settings", json!({}));
    assert_eq!((limits["marketing_a_month"].as_i64(), limits["quiet_days"].as_i64()), (Some(2), Some(7)));
    assert_eq!(limits["marketing_needs_consent"], false);
    let with = |name: &str, value: Value| {
        let mut changed = limits.clone();
        changed[name] = value;
        changed
    };
    t.ok("save_contact_settings", with("marketing_needs_consent", json!(true)));
    let first = entry(&mut t);
    assert_eq!(against(&mut t, her), ["consent_missing"]);
    t.ok("save_consent", json!({"customer": her, "purpose": "marketing", "channels": ["wechat"], "given": true}));
    assert_eq!(against(&mut t, her), [""; 0]);
    undo_last(&mut t);
    t.ok("undo", json!({"operation": first}));
    assert_eq!(t.ok("contact_settings", json!({})), limits);
    for (name, value) in [
        ("marketing_a_month", 32),
        ("unanswered", 21),
        ("after_unanswered", 0),
        ("quiet_days", 91),
        ("from_hour", 24),
        ("to_hour", 9),
        ("to_hour", 25),
    ] {
        assert_eq!(t.err("save_contact_settings", with(name, json!(value))).field.as_deref(), Some(name));
    }
    assert_eq!(card(&mut t, her)["in_hours"], true);
    t.at("2026-11-21T21:00:00+08:00");
    assert_eq!(card(&mut t, her)["in_hours"], false);
}

#[test]
fn a_wish_stands_until_she_takes_it_back() {
    let mut t = shop();
    let her = open(&mut t, "单晓燕", json!({}));
    let before = card(&mut t, her);
    t.ok("set_contact_wish", json!({"customer": her, "wish": "no_promotion", "note": "广告太多"}));
    let now = card(&mut t, her);
    assert_eq!((now["wish"].as_str(), now["wish_since"].as_str()), (Some("no_promotion"), Some("2026-11-21")));
    assert_eq!(now["wish_note"], "广告太多");
    assert_eq!(against(&mut t, her), ["no_promotion"]);
    t.ok("set_contact_wish", json!({"customer": her, "wish": "none"}));
    assert_eq!(against(&mut t, her), ["do_not_contact"]);
    undo_last(&mut t);
    assert_eq!(card(&mut t, her), now);
    t.ok("set_contact_wish", json!({"customer": her, "wish": "any"}));
    assert_eq!(card(&mut t, her), before);
    assert_eq!(t.err("set_contact_wish", json!({"customer": 99, "wish": "none"})).code.as_str(), "not_found");
}

#[test]
fn consent_is_a_record_that_only_grows_and_whose_last_word_holds() {
    let mut t = shop();
    let her = open(&mut t, "单晓燕", json!({}));
    let say = |channels: Value, given: bool| json!({"customer": her, "purpose": "marketing", "channels": channels, "given": given, "note": "店里说的"});
    t.ok("save_consent", say(json!([]), true));
    t.ok("save_consent", say(json!(["wechat", "sms", "sms"]), false));
    assert_eq!(against(&mut t, her), [""; 0], "a call is still allowed");
    assert_eq!(card(&mut t, her)["channel"], "phone");
    let record = t.ok("list_consents", json!({"customer": her}));
    assert_eq!(record["rows"].as_array().unwrap().len(), 3);
    assert_eq!((record["rows"][2]["channel"].as_str(), record["rows"][0]["by"].as_str()), (None, Some("店主")));
    let held = json!({"purpose": "marketing", "given": ["phone", "email", "letter"], "withdrawn": ["wechat", "sms"], "unconfirmed": []});
    assert_eq!(record["states"][2], held);
    assert_eq!(card(&mut t, her)["consents"], record["states"]);
    t.ok("save_consent", say(json!([]), false));
    assert_eq!(against(&mut t, her), ["consent_withdrawn"]);
    undo_last(&mut t);
    assert_eq!(t.ok("list_consents", json!({"customer": her})), record);
    let failure = t.err("save_consent", say(json!(["phone", "in_person"]), true));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("choice_invalid", Some("channels.1")));
}

#[test]
fn of_two_archives_merged_the_stricter_word_holds() {
    for (in_kept, in_other, wish) in [
        (Some("none"), Some("no_promotion"), "none"),
        (Some("no_promotion"), Some("none"), "none"),
        (None, Some("no_promotion"), "no_promotion"),
        (Some("no_promotion"), None, "no_promotion"),
    ] {
        let mut t = shop();
        let (keep, from) = (open(&mut t, "单晓燕", json!({})), open(&mut t, "单小燕", json!({})));
        for (who, wish) in [(keep, in_kept), (from, in_other)] {
            if let Some(wish) = wish {
                t.ok("set_contact_wish", json!({"customer": who, "wish": wish}));
            }
        }
        let say = |who: i64, purpose: &str, channels: Value, given: bool| json!({"customer": who, "purpose": purpose, "channels": channels, "given": given});
        t.ok("save_consent", say(keep, "marketing", json!(["sms"]), false));
        t.ok("save_consent", say(from, "marketing", json!(["wechat"]), false));
        // Later, and so the last word if nobody cared.
        t.ok("save_consent", say(keep, "marketing", json!(["wechat"]), true));
        t.ok("save_consent", say(from, "marketing", json!(["sms", "email"]), true));
        t.ok("save_consent", say(from, "service", json!([]), true));
        let log = contact(&[keep, from], "phone", "service", "reached");
        t.ok("log_contact", log);
        let before = [keep, from].map(|who| t.ok("customer_page", json!({"customer": who})));
        let fields = before[0]["customer"]["fields"].clone();
        t.ok("merge_customers", json!({"keep": keep, "from": from, "fields": fields}));
        let now = card(&mut t, keep);
        assert_eq!(now["wish"], wish);
        assert_eq!(
            now["consents"][2],
            json!({"purpose": "marketing", "given": ["email"], "withdrawn": ["wechat", "sms"], "unconfirmed": []})
        );
        assert_eq!(now["consents"][1]["given"].as_array().unwrap().len(), 5);
        assert_eq!(rows(&mut t, json!({"customer": keep})).len(), 2);
        assert_eq!(card(&mut t, from)["against"][0]["why"], "inactive");
        undo_last(&mut t);
        assert_eq!([keep, from].map(|who| t.ok("customer_page", json!({"customer": who}))), before);
    }
}

#[test]
fn a_minor_and_an_archive_put_away_get_no_promotion() {
    let mut t = shop();
    let birthday = |year: i32| json!({"birthday": {"calendar": "solar", "year": year, "month": 11, "day": 22, "leap": false}});
    for (year, why) in [(2007, vec![]), (2008, vec!["minor"]), (2012, vec!["minor"]), (2013, vec!["minor"])] {
        let her = open(&mut t, "小单", birthday(year));
        assert_eq!(against(&mut t, her), why, "{year}");
    }
    let her = open(&mut t, "单晓燕", json!({}));
    t.ok("set_status", json!({"customer": her, "status": "archived"}));
    assert_eq!(against(&mut t, her), ["inactive"]);
    let unreachable =
        t.ok("create_customer", json!({"fields": {"name": "无名", "phones": []}, "confirm_phone": false, "answers": [], "tags": []}));
    assert_eq!(against(&mut t, unreachable["customer"].as_i64().unwrap()), ["no_channel"]);
}
