//! Vouchers by hand and the register of benefits, on a moved clock.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, name: &str) -> i64 {
    let request = json!({"fields": {"name": name, "phones": []}, "confirm_phone": false, "answers": [], "tags": []});
    t.ok("create_customer", request)["customer"].as_i64().unwrap()
}

fn voucher(customers: &[i64], to: &str) -> Value {
    json!({"customers": customers, "kind": "recall", "worth": {"kind": "amount", "amount": "50.00"}, "min_spend": "300.00",
           "valid_from": "2026-11-21", "valid_to": to, "reason": "好久不见"})
}

fn vouchers(t: &mut TestShop, state: &str, customer: Option<i64>) -> Value {
    t.ok("list_vouchers", json!({"state": state, "customer": customer, "limit": 100}))
}

fn ids(list: &Value) -> Vec<i64> {
    list["rows"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

#[test]
fn a_voucher_goes_from_usable_to_expired_or_called_back() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "单晓燕"), open(&mut t, "曾丽"));
    assert_eq!(t.ok("issue_voucher", voucher(&[a, b, a], "2026-12-31"))["issued"], 2, "each once");
    let percent = json!({"customers": [a], "kind": "apology", "worth": {"kind": "percent", "off": 20}, "min_spend": "0.00",
                         "valid_from": "2026-12-01", "valid_to": "2026-12-05"});
    t.ok("issue_voucher", percent);
    let usable = vouchers(&mut t, "usable", None);
    assert_eq!(usable["totals"], json!({"outstanding": 3, "face_value": "100.00", "percent": 1}));
    assert_eq!(ids(&usable), [3, 1, 2], "the nearest end first");
    let row = &usable["rows"][1];
    assert_eq!(
        (row["customer"]["name"].as_str(), row["state"].as_str(), row["by"].as_str()),
        (Some("单晓燕"), Some("usable"), Some("店主"))
    );
    assert_eq!((row["issued_on"].as_str(), row["reason"].as_str()), (Some("2026-11-21"), Some("好久不见")));
    assert_eq!(ids(&vouchers(&mut t, "usable", Some(b))), [2]);
    assert_eq!(t.ok("customer_page", json!({"customer": a}))["vouchers"].as_array().unwrap().len(), 2);

    t.at("2026-12-06T10:00:00+08:00");
    assert_eq!(ids(&vouchers(&mut t, "expired", None)), [3]);
    assert_eq!(t.err("cancel_voucher", json!({"voucher": 1, "reason": ""})).code.as_str(), "reason_required");
    assert_eq!(t.err("cancel_voucher", json!({"voucher": 77, "reason": "错"})).code.as_str(), "not_found");
    let before = vouchers(&mut t, "all", None);
    t.ok("cancel_voucher", json!({"voucher": 1, "reason": "发重了"}));
    let failure = t.err("cancel_voucher", json!({"voucher": 1, "reason": "再来"}));
    assert_eq!((failure.code.as_str(), failure.params["why"].as_str()), ("voucher_not_usable", "cancelled"));
    let cancelled = vouchers(&mut t, "cancelled", None);
    assert_eq!((ids(&cancelled), cancelled["rows"][0]["cancel_reason"].as_str()), (vec![1], Some("发重了")));
    assert_eq!(cancelled["totals"], json!({"outstanding": 1, "face_value": "50.00", "percent": 0}));
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!((entry["kind"].as_str(), entry["customer"].as_i64()), (Some("cancel_voucher"), Some(a)));
    undo_last(&mut t);
    assert_eq!(vouchers(&mut t, "all", None), before);
    assert_eq!(ids(&before), [3, 2, 1], "the latest first");
}

#[test]
fn vouchers_that_cannot_be_are_refused_at_their_field() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "仇敏"), open(&mut t, "解芸"));
    t.ok("set_status", json!({"customer": b, "status": "cancelled"}));
    let with = |name: &str, value: Value| {
        let mut draft = voucher(&[a], "2026-12-31");
        draft[name] = value;
        draft
    };
    let history = t.ok("list_history", json!({"limit": 50}));
    for (draft, code, field) in [
        (with("customers", json!([])), "out_of_range", "customers"),
        (with("customers", json!(vec![a; 1_001])), "out_of_range", "customers"),
        (with("customers", json!([a, 99])), "not_found", "customers.1"),
        (with("customers", json!([a, b])), "not_found", "customers.1"),
        (with("worth", json!({"kind": "amount", "amount": "0.00"})), "out_of_range", "worth.amount"),
        (with("worth", json!({"kind": "amount", "amount": "1000000.01"})), "out_of_range", "worth.amount"),
        (with("worth", json!({"kind": "percent", "off": 0})), "out_of_range", "worth.off"),
        (with("min_spend", json!("-1.00")), "out_of_range", "min_spend"),
        (with("valid_to", json!("2026-11-20")), "out_of_range", "valid_to"),
        (with("valid_to", json!("2126-11-20")), "out_of_range", "valid_to"),
        (with("valid_from", json!("2126-11-20")), "out_of_range", "valid_from"),
        (with("reason", json!("长".repeat(201))), "too_long", "reason"),
    ] {
        let failure = t.err("issue_voucher", draft.clone());
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{draft}");
    }
    assert_eq!(vouchers(&mut t, "all", None)["rows"], json!([]));
    assert_eq!(t.ok("list_history", json!({"limit": 50})), history);
}

#[test]
fn the_register_pages_without_gap_or_double_in_both_orders() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕");
    for n in 0..23 {
        t.ok("issue_voucher", voucher(&[a], &format!("2026-12-{:02}", 10 + n % 5)));
    }
    for state in ["usable", "all"] {
        let (mut seen, mut cursor) = (Vec::new(), Value::Null);
        loop {
            let page = t.ok("list_vouchers", json!({"state": state, "cursor": cursor, "limit": 5}));
            assert_eq!(page["totals"].is_null(), !cursor.is_null());
            seen.extend(ids(&page));
            cursor = page["cursor"].clone();
            if cursor.is_null() {
                break;
            }
        }
        seen.sort_unstable();
        assert_eq!(seen, (1..=23).collect::<Vec<i64>>(), "{state}");
    }
    assert_eq!(t.err("list_vouchers", json!({"state": "all", "limit": 501})).field.as_deref(), Some("limit"));
    assert_eq!(t.err("list_vouchers", json!({"state": "all", "limit": 5, "cursor": "[1]"})).field.as_deref(), Some("cursor"));
}

#[test]
fn a_benefit_is_promised_given_or_over_and_the_register_adds_up() {
    let mut t = shop();
    let (a, b) = (open(&mut t, "单晓燕"), open(&mut t, "曾丽"));
    let granted = t.ok("grant_benefit", json!({"customers": [a, b], "name": "免费改衣", "valid_to": "2026-11-30", "note": "周年"}));
    assert_eq!(granted["granted"], 2);
    t.ok("grant_benefit", json!({"customers": [a], "name": "生日丝巾礼盒"}));
    let list = |t: &mut TestShop, state: &str| t.ok("list_benefits", json!({"state": state, "limit": 50}));
    let open = list(&mut t, "granted");
    assert_eq!((ids(&open), open["totals"].clone()), (vec![3, 2, 1], json!({"granted": 3, "given": 0, "open": 3, "expired": 0})));
    assert_eq!(t.ok("customer_page", json!({"customer": a}))["benefits"].as_array().unwrap().len(), 2);

    t.ok("give_benefit", json!({"benefit": 1, "note": "改了裤长"}));
    let given = list(&mut t, "given");
    assert_eq!(
        (given["rows"][0]["given_on"].as_str(), given["rows"][0]["note"].as_str(), given["rows"][0]["by"].as_str()),
        (Some("2026-11-21"), Some("改了裤长"), Some("店主"))
    );
    let twice = t.err("give_benefit", json!({"benefit": 1}));
    assert_eq!((twice.code.as_str(), twice.params["day"].as_str()), ("benefit_given", "2026-11-21"));
    assert_eq!(t.err("give_benefit", json!({"benefit": 9})).code.as_str(), "not_found");

    t.at("2026-12-01T10:00:00+08:00");
    let over = list(&mut t, "expired");
    assert_eq!((ids(&over), over["totals"].clone()), (vec![2], json!({"granted": 3, "given": 1, "open": 1, "expired": 1})));
    // Out of kindness a late one may still be given; the note that was there stays.
    t.ok("give_benefit", json!({"benefit": 2}));
    let late = t.ok("list_benefits", json!({"state": "given", "customer": b, "limit": 5}));
    assert_eq!((late["rows"][0]["given_on"].as_str(), late["rows"][0]["note"].as_str()), (Some("2026-12-01"), Some("周年")));
    assert_eq!(late["totals"], json!({"granted": 1, "given": 1, "open": 0, "expired": 0}));
    undo_last(&mut t);
    assert_eq!(list(&mut t, "expired"), over);
    for (args, code, field) in [
        (json!({"customers": [], "name": "礼"}), "out_of_range", "customers"),
        (json!({"customers": [a, 99], "name": "礼"}), "not_found", "customers.1"),
        (json!({"customers": [a], "name": " "}), "required", "name"),
        (json!({"customers": [a], "name": "礼", "valid_to": "2026-11-30"}), "out_of_range", "valid_to"),
    ] {
        let failure = t.err("grant_benefit", args);
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)));
    }
}

#[test]
fn birthday_gifts_of_her_level_are_due_until_they_are_in_the_register() {
    let mut t = shop();
    let levels = t.ok("levels_page", json!({}))["levels"].clone();
    let gold = &levels[2];
    let gift = gold["benefits"]["birthday_gift"].clone();
    let mut people = Vec::new();
    for (name, month, day) in [("年末", 12, 28), ("年初", 1, 3), ("夏天", 7, 1), ("没到金卡", 12, 28)] {
        let birthday = json!({"calendar": "solar", "year": 1990, "month": month, "day": day, "leap": false});
        let fields = json!({"name": name, "phones": [], "birthday": birthday});
        let made = t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
        people.push(made["customer"].as_i64().unwrap());
    }
    for &id in &people[..3] {
        t.ok("set_level", json!({"customer": id, "level": gold["id"], "reason": "老朋友"}));
    }
    t.at("2026-12-20T10:00:00+08:00");
    let due = |t: &mut TestShop| {
        let rows = t.ok("benefits_due", json!({"days": 31}))["rows"].clone();
        let rows = rows.as_array().unwrap().clone();
        rows.iter()
            .map(|r| (r["customer"]["id"].as_i64().unwrap(), r["day"].as_str().unwrap().to_owned(), r["granted"] == true))
            .collect::<Vec<_>>()
    };
    let expected = |granted| vec![(people[0], "2026-12-28".to_owned(), granted), (people[1], "2027-01-03".to_owned(), false)];
    assert_eq!(due(&mut t), expected(false));
    t.ok("grant_benefit", json!({"customers": [people[0]], "name": gift}));
    assert_eq!(due(&mut t), expected(true));
    t.at("2027-12-20T10:00:00+08:00");
    assert_eq!(due(&mut t)[0], (people[0], "2027-12-28".to_owned(), false), "a year later it is due again");
    assert_eq!(t.err("benefits_due", json!({"days": 63})).field.as_deref(), Some("days"));
}

#[test]
fn a_used_voucher_says_on_which_visit_and_what_it_was_worth() {
    let mut t = shop();
    let a = open(&mut t, "单晓燕");
    t.ok("issue_voucher", voucher(&[a], "2026-12-31"));
    t.at("2026-11-28T10:00:00+08:00");
    let visit = json!({"customer": a, "kind": "purchase", "lines": [{"style_no": "A", "qty": 1, "price": "399.00"}], "voucher": 1});
    let saved = t.ok("record_visit", json!({"receipt": "receipt-1", "visit": visit}));
    let used = vouchers(&mut t, "used", None);
    let row = &used["rows"][0];
    assert_eq!((row["state"].as_str(), &row["used_visit"], row["used_on"].as_str()), (Some("used"), &saved["visit"], Some("2026-11-28")));
    assert_eq!(row["used_off"], "50.00");
    let failure = t.err("cancel_voucher", json!({"voucher": 1, "reason": "错"}));
    assert_eq!((failure.code.as_str(), failure.params["why"].as_str()), ("voucher_not_usable", "used"));
    // The purchase itself gave her one for the second visit.
    let second = vouchers(&mut t, "usable", Some(a));
    assert_eq!((second["rows"][0]["kind"].as_str(), &second["rows"][0]["issued_visit"]), (Some("second_visit"), &saved["visit"]));
    t.ok("void_visit", json!({"visit": saved["visit"], "reason": "误录"}));
    assert_eq!(ids(&vouchers(&mut t, "usable", Some(a))), [1]);
    assert_eq!(ids(&vouchers(&mut t, "cancelled", Some(a))), [2]);
}
