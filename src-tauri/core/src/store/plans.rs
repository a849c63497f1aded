//! Hot queries are looked up, never scanned: every statement that an operation of visits runs is asked for its plan.

mod contacts;
mod duplicates;
mod insight;
mod lists;

use crate::clock::FixedClock;
use crate::ids::{CustomerId, LineId, VisitId};
use crate::ops;
use crate::shop::Shop;
use crate::store::visit::{self, Filter, Place};
use crate::store::{payment, visit_line, visit_points, voucher};
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    static STATEMENTS: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Remembers a statement that is about to run.
pub(super) fn note(sql: &str) {
    STATEMENTS.with_borrow_mut(|seen| seen.insert(sql.to_owned()));
}

/// The statements that some work ran on this thread.
fn statements_of(work: impl FnOnce()) -> BTreeSet<String> {
    STATEMENTS.with_borrow_mut(BTreeSet::clear);
    work();
    STATEMENTS.with_borrow_mut(std::mem::take)
}

fn plan(db: &Connection, sql: &str) -> Vec<String> {
    let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    // What stands for the parameters does not matter for the plan.
    let mut rows = statement.raw_query();
    let mut steps = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        steps.push(row.get("detail").unwrap());
    }
    steps
}

/// What may be read whole: what the owner sets, which fits a page or two, the few ranges that imports leave, and what a statement has
/// made for itself.
const SMALL: &[&str] = &[
    "setting",
    "staff",
    "level",
    "level_rule_set",
    "level_campaign",
    "profile_field",
    "change_range",
    "pragma_table_info",
    "chain",
    "c",
    "touched",
    "t",
    "b",
    "sale",
    "s",
    "later",
    "tied",
];

/// The steps of a plan that read more than they have to: a whole table, an index made for the occasion, or all changes of a table.
fn slow(db: &Connection, sql: &str) -> Vec<String> {
    let scans = |step: &str| step.strip_prefix("SCAN ").is_some_and(|rest| !SMALL.contains(&rest.split(' ').next().unwrap_or_default()));
    plan(db, sql).into_iter().filter(|step| scans(step) || step.contains("AUTOMATIC") || step.contains("(tbl=?)")).collect()
}

fn shop() -> (Shop, tempfile::TempDir) {
    let folder = tempfile::TempDir::new().unwrap();
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: true };
    let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    (Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap(), folder)
}

#[test]
fn the_queries_of_visits_are_lookups() {
    let (shop, _folder) = shop();
    let db = shop.db().unwrap();
    let hers = Filter { customer: Some(CustomerId(1)), ..Filter::default() };
    let today = shop.now().day();
    let day = Filter { from: Some(today), to: Some(today), ..Filter::default() };
    let place = Place { day: today, at: 0, id: VisitId(9) };
    let seen = statements_of(|| {
        for filter in [&hers, &day, &Filter { walk_ins: true, ..Filter::default() }] {
            visit::page(db, filter, None, 20).unwrap();
            visit::page(db, filter, Some(place), 20).unwrap();
            visit::sums(db, filter).unwrap();
        }
        visit::by_receipt(db, "receipt-1").unwrap();
        visit::last_number(db, today).unwrap();
        visit::last_method(db, CustomerId(1)).unwrap();
        visit::bought_before(db, CustomerId(1), VisitId(1)).unwrap();
        visit::day_sums(db, today).unwrap();
        visit::returned_by(db, VisitId(1)).unwrap();
        visit::operations(db, VisitId(1)).unwrap();
        visit::later_on_sales(db, crate::ids::OperationId(1)).unwrap();
        visit_line::of_visit(db, VisitId(1)).unwrap();
        visit_line::returned(db, LineId(1), None).unwrap();
        visit_line::is_referred_to(db, LineId(1)).unwrap();
        visit_line::birthday_days(db, CustomerId(1), None, today, today).unwrap();
        payment::of_visit(db, VisitId(1)).unwrap();
        visit_points::roots(db, VisitId(1)).unwrap();
        voucher::of_visit(db, VisitId(1)).unwrap();
    });
    assert!(seen.len() >= 20, "{}", seen.len());
    for sql in seen {
        assert_eq!(slow(db, &sql), [""; 0], "{sql}");
    }
}

#[test]
fn saving_a_visit_scans_nothing_that_grows() {
    let (mut shop, _folder) = shop();
    let args = json!({"receipt": "receipt-1", "visit": {
        "customer": 1, "kind": "purchase", "lines": [{"style_no": "A", "qty": 2, "price": "100.00"}], "points_used": 1}});
    let seen = statements_of(|| {
        let mut call = |op: &str, args: Value| ops::call(&mut shop, op, args).unwrap();
        let saved = call("record_visit", args);
        let line = call("visit_page", json!({"visit": saved["visit"]}))["lines"][0]["id"].clone();
        let back = json!({"customer": 1, "kind": "return", "returns": [{"line": line, "qty": 1}]});
        let back = call("record_visit", json!({"receipt": "receipt-2", "visit": back}));
        let other = json!({"customer": 1, "kind": "exchange", "returns": [{"line": line, "qty": 1}], "lines": [{"name": "B", "qty": 1, "price": "1"}]});
        call("correct_visit", json!({"visit": back["visit"], "corrected": other, "reason": "录错"}));
        let voided = call("void_visit", json!({"visit": back["visit"], "reason": "误录"}));
        call("undo", json!({"operation": voided["operation"]}));
        call("list_visits", json!({"customer": 1, "limit": 20}));
        call("day_summary", json!({}));
    });
    let db = shop.db().unwrap();
    assert!(seen.len() >= 40, "{}", seen.len());
    for sql in seen {
        assert_eq!(slow(db, &sql), [""; 0], "{sql}");
    }
}
