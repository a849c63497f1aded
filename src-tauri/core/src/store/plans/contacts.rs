//! The statements of contacts and complaints.

use super::{plan, shop, slow, statements_of};
use crate::ops;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is walked on purpose: the beginning of a step, a part of its statement, and why.
const WALKED: &[(&str, &str, &str)] = &[
    ("SCAN t USING INDEX contact_by_day", "LIMIT :limit", "the log in the order of its days, until the page is full"),
    ("SCAN t USING COVERING INDEX contact_by_customer", "SELECT count(*), count(DISTINCT t.customer_id)", "the whole log is counted"),
    ("SCAN complaint USING INDEX complaint_open", "WHERE solved_at IS NULL", "only those that are not solved are in that index"),
    ("SCAN closed_day USING INDEX closed_day_by_day", "", "what the owner sets"),
    ("SCAN t USING COVERING INDEX sqlite_autoindex_tag_1", "FROM tag_rule", "tags, which the owner sets"),
    ("SCAN v", "LIMIT 3) v", "three visits"),
    ("SCAN below", "WITH RECURSIVE below", "those she brought"),
    ("SCAN t", "WITH touched (id)", "what one operation touched"),
    ("SCAN CONSTANT ROW", "SELECT :template IS NULL", "no table at all"),
];

/// The steps that read more than they have to. `t` is a list made for the occasion in statements of visits, but the log in these.
fn walks(db: &Connection, sql: &str) -> Vec<String> {
    let mut steps = slow(db, sql);
    steps.extend(plan(db, sql).into_iter().filter(|step| step.starts_with("SCAN t ") || step == "SCAN t"));
    steps.retain(|step| !WALKED.iter().any(|(walk, part, _)| step.starts_with(walk) && sql.contains(part)));
    steps
}

fn assert_lookups(db: &Connection, seen: BTreeSet<String>, least: usize) {
    assert!(seen.len() >= least, "{}", seen.len());
    let found: Vec<(Vec<String>, String)> =
        seen.into_iter().map(|sql| (walks(db, &sql), sql)).filter(|(steps, _)| !steps.is_empty()).collect();
    assert_eq!(found, [], "{found:#?}");
}

#[test]
fn the_queries_of_contacts_are_lookups() {
    let (mut shop, _folder) = shop();
    let seen = statements_of(|| {
        let mut call = |op: &str, args: Value| ops::call(&mut shop, op, args).unwrap();
        let one = json!({"customers": [1, 2], "channel": "phone", "direction": "out", "purpose": "service", "outcome": "no_answer"});
        let logged = call("log_contact", one);
        let contact = logged["contacts"][0].clone();
        let words = json!({"contact": contact, "channel": "wechat", "direction": "out", "purpose": "marketing", "outcome": "sent",
                           "text": "新款到了", "day": "2026-11-20"});
        call("correct_contact", words);
        call("mark_replied", json!({"contact": contact, "text": "明天来"}));
        for filter in [
            json!({}),
            json!({"customer": 1}),
            json!({"staff": 1}),
            json!({"channel": "phone"}),
            json!({"outcome": "sent", "purpose": "marketing"}),
            json!({"from": "2026-11-01", "to": "2026-11-21"}),
        ] {
            let mut ask = json!({"limit": 1});
            ask.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
            let page = call("list_contacts", ask.clone());
            if page["cursor"].is_string() {
                ask["cursor"] = page["cursor"].clone();
                call("list_contacts", ask);
            }
        }
        call("set_contact_wish", json!({"customer": 1, "wish": "no_promotion", "note": "太多了"}));
        call("save_consent", json!({"customer": 1, "purpose": "marketing", "channels": ["sms"], "given": true}));
        call("list_consents", json!({"customer": 1}));
        call("customer_page", json!({"customer": 1}));
        call("contact_stats", json!({"from": "2026-11-01", "to": "2026-11-30"}));
        let removed = call("remove_contact", json!({"contact": contact}));
        assert_eq!(removed, json!({}));
        let last = call("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
        call("undo", json!({"operation": last}));
    });
    assert_lookups(shop.db().unwrap(), seen, 40);
}

#[test]
fn the_queries_of_complaints_are_lookups() {
    let (mut shop, _folder) = shop();
    let seen = statements_of(|| {
        let mut call = |op: &str, args: Value| ops::call(&mut shop, op, args).unwrap();
        let opened = call("open_complaint", json!({"customer": 1, "kind": "goods", "what": "大衣起球"}));
        let complaint = opened["complaint"].clone();
        call("answer_complaint", json!({"complaint": complaint}));
        call("set_complaint_step", json!({"complaint": complaint, "step": "listen", "state": "done", "note": "听她说完"}));
        call("hold_complaint", json!({"complaint": complaint, "reason": "等她寄回来"}));
        call("resume_complaint", json!({"complaint": complaint}));
        call("complaint_page", json!({"complaint": complaint}));
        call("solve_complaint", json!({"complaint": complaint, "solution": "换了一件"}));
        call("set_complaint_result", json!({"complaint": complaint, "satisfied": true}));
        call("open_complaint", json!({"customer": 2, "kind": "service", "what": "等太久"}));
        for state in ["open", "solved", "all"] {
            for filter in [json!({}), json!({"customer": 1}), json!({"staff": 1}), json!({"kind": "goods"})] {
                let mut ask = json!({"state": state, "limit": 1});
                ask.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
                let page = call("list_complaints", ask.clone());
                if page["cursor"].is_string() {
                    ask["cursor"] = page["cursor"].clone();
                    call("list_complaints", ask);
                }
            }
        }
        call("complaint_counts", json!({}));
        call("customer_page", json!({"customer": 1}));
    });
    assert_lookups(shop.db().unwrap(), seen, 40);
}
