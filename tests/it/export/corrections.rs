//! Changes to weeks that were delivered are flagged, told once, and told the same way again.

use crate::weekly::{bytes, folder, rows};
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};
use std::path::PathBuf;

struct Book {
    t: TestShop,
    out: PathBuf,
    receipts: u32,
}

impl Book {
    /// Three visits in week 47, which is delivered on the Monday after.
    fn delivered() -> Book {
        let t = shop();
        let out = folder(&t, "out");
        let mut book = Book { t, out, receipts: 0 };
        for (day, price) in [("2026-11-16", "100.00"), ("2026-11-17", "200.00"), ("2026-11-18", "300.00")] {
            book.sale(day, price);
        }
        book.t.at("2026-11-23T09:00:00+08:00");
        book.export("2026-W47");
        book
    }

    fn sale(&mut self, day: &str, price: &str) -> Value {
        self.receipts += 1;
        let visit = json!({"kind": "purchase", "day": day, "lines": [{"style_no": "A", "qty": 1, "price": price}]});
        self.t.ok("record_visit", json!({"receipt": format!("receipt-{}", self.receipts), "visit": visit}))
    }

    fn export(&mut self, week: &str) -> Value {
        self.t.ok("export_week", json!({"week": week, "folder": self.out}))
    }

    fn correct(&mut self, visit: i64, day: &str, price: &str) {
        let corrected = json!({"kind": "purchase", "day": day, "lines": [{"style_no": "A", "qty": 1, "price": price}]});
        self.t.ok("correct_visit", json!({"visit": visit, "corrected": corrected, "reason": "录错了"}));
    }

    fn changed(&mut self) -> Vec<(String, i64)> {
        let list = self.t.ok("week_list", json!({"limit": 60}));
        let weeks = list["weeks"].as_array().unwrap().iter();
        weeks.map(|row| (row["week"].as_str().unwrap().to_owned(), row["changed"].as_i64().unwrap())).filter(|row| row.1 > 0).collect()
    }

    fn corrections(&self, week: &str) -> Vec<String> {
        rows(&self.out.join(week), "corrections.csv").iter().map(|row| row.join(" ")).collect()
    }
}

#[test]
fn corrected_voided_and_late_visits_are_told_with_the_next_week() {
    let mut book = Book::delivered();
    assert_eq!(book.changed(), []);
    book.correct(1, "2026-11-16", "150.00");
    book.t.ok("void_visit", json!({"visit": 2, "reason": "误录"}));
    book.sale("2026-11-22", "50.00");
    book.sale("2026-11-23", "70.00");
    assert_eq!(book.changed(), [("2026-W47".to_owned(), 3)]);
    book.t.at("2026-11-30T09:00:00+08:00");
    let done = book.export("2026-W48");
    assert_eq!((&done["corrections"], &done["totals"]["total"]), (&json!(3), &json!("70.00")));
    let told = [
        "2026-W47 202611160001 更正 100.00 150.00 50.00",
        "2026-W47 202611170001 撤销 200.00 0.00 -200.00",
        "2026-W47 202611220001 补录 0.00 50.00 50.00",
    ];
    assert_eq!(book.corrections("2026-W48"), told);
    assert_eq!(book.changed(), []);
    // Told once, and the same bytes again.
    let before = bytes(&book.out.join("2026-W48"));
    let again = book.export("2026-W48");
    assert_eq!((&again["repeated"], &again["revision"]), (&json!(true), &json!(1)));
    assert_eq!(bytes(&book.out.join("2026-W48")), before);
    book.t.at("2026-12-07T09:00:00+08:00");
    book.export("2026-W49");
    assert_eq!(book.corrections("2026-W49"), [""; 0]);
    // The corrected week itself is now another content, with nothing left to tell.
    let revised = book.export("2026-W47");
    assert_eq!((&revised["revision"], &revised["corrections"], &revised["totals"]["total"]), (&json!(2), &json!(0), &json!("500.00")));
}

#[test]
fn a_week_that_is_exported_again_tells_its_own_changes() {
    let mut book = Book::delivered();
    book.correct(3, "2026-11-18", "333.00");
    let done = book.export("2026-W47");
    assert_eq!((&done["revision"], &done["corrections"]), (&json!(2), &json!(1)));
    assert_eq!(book.corrections("2026-W47"), ["2026-W47 202611180001 更正 300.00 333.00 33.00"]);
    let before = bytes(&book.out.join("2026-W47"));
    book.export("2026-W47");
    assert_eq!(bytes(&book.out.join("2026-W47")), before);
    // Back to what it was first: that is a change too.
    book.correct(3, "2026-11-18", "300.00");
    book.export("2026-W47");
    assert_eq!(book.corrections("2026-W47").len(), 2);
}

#[test]
fn a_change_that_was_taken_back_is_no_correction() {
    let mut book = Book::delivered();
    book.correct(1, "2026-11-16", "150.00");
    let entry = book.t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    assert_eq!(book.changed().len(), 1);
    book.t.ok("undo", json!({"operation": entry}));
    assert_eq!(book.changed(), []);
    let done = book.export("2026-W47");
    assert_eq!((&done["repeated"], &done["corrections"]), (&json!(true), &json!(0)));
}

#[test]
fn an_undone_visit_is_removed_and_its_number_given_again_is_one_changed_visit() {
    let mut book = Book::delivered();
    let undo_last = |book: &mut Book| {
        let entry = book.t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
        book.t.ok("undo", json!({"operation": entry}));
    };
    undo_last(&mut book);
    assert_eq!(book.changed(), [("2026-W47".to_owned(), 1)]);
    book.sale("2026-11-18", "310.00");
    book.t.at("2026-11-30T09:00:00+08:00");
    book.export("2026-W48");
    assert_eq!(book.corrections("2026-W48"), ["2026-W47 202611180001 更正 300.00 310.00 10.00"]);
    book.t.at("2026-11-30T10:00:00+08:00");
    undo_last(&mut book);
    book.t.at("2026-12-07T09:00:00+08:00");
    book.export("2026-W49");
    assert_eq!(book.corrections("2026-W49"), ["2026-W47 202611180001 撤销 310.00 0.00 -310.00"]);
}

#[test]
fn a_visit_moved_to_another_week_leaves_one_and_joins_the_other() {
    let mut book = Book::delivered();
    book.t.at("2026-11-30T09:00:00+08:00");
    book.export("2026-W48");
    book.correct(2, "2026-11-24", "200.00");
    assert_eq!(book.changed(), [("2026-W48".to_owned(), 1), ("2026-W47".to_owned(), 1)]);
    book.t.at("2026-12-07T09:00:00+08:00");
    book.export("2026-W49");
    let no = rows(&book.out.join("2026-W49"), "corrections.csv")[0][1].clone();
    assert_eq!(
        book.corrections("2026-W49"),
        [format!("2026-W47 {no} 撤销 200.00 0.00 -200.00"), format!("2026-W48 {no} 补录 0.00 200.00 200.00")]
    );
    // Into a week that was not delivered yet it only leaves the old one; its new week's own table has it.
    book.t.at("2026-12-14T09:00:00+08:00");
    book.correct(3, "2026-12-01", "300.00");
    book.correct(3, "2026-12-08", "300.00");
    book.export("2026-W50");
    assert_eq!(book.corrections("2026-W50").len(), 1);
    assert_eq!(rows(&book.out.join("2026-W50"), "visits.csv").len(), 1);
    assert_eq!(book.changed(), []);
}

#[test]
fn a_payment_or_line_that_changed_under_the_same_total_is_told() {
    let mut book = Book::delivered();
    let mut corrected = json!({"kind": "purchase", "day": "2026-11-16", "lines": [{"style_no": "A", "qty": 1, "price": "100.00"}]});
    corrected["payments"] = json!([{"method": "wechat", "amount": "100.00"}]);
    book.t.ok("correct_visit", json!({"visit": 1, "corrected": corrected, "reason": "是微信付的"}));
    assert_eq!(book.changed(), [("2026-W47".to_owned(), 1)]);
    book.export("2026-W47");
    assert_eq!(book.corrections("2026-W47"), ["2026-W47 202611160001 更正 100.00 100.00 0.00"]);
    // What is not delivered is no change: a note.
    let mut noted = json!({"kind": "purchase", "day": "2026-11-17", "lines": [{"style_no": "A", "qty": 1, "price": "200.00"}]});
    noted["note"] = json!("下次带裤子来改");
    book.t.ok("correct_visit", json!({"visit": 2, "corrected": noted, "reason": "补记"}));
    assert_eq!(book.changed(), []);
}

#[test]
fn a_new_member_number_changes_what_was_delivered() {
    let mut book = Book::delivered();
    let fields = |member_no: &str| json!({"name": "单晓燕", "phones": [], "member_no": member_no});
    let created = book.t.ok("create_customer", json!({"fields": fields("A1"), "confirm_phone": false, "answers": [], "tags": []}));
    let sale = json!({"kind": "purchase", "customer": created["customer"], "lines": [{"style_no": "A", "qty": 1, "price": "10.00"}]});
    book.t.ok("record_visit", json!({"receipt": "receipt-her", "visit": sale}));
    book.t.at("2026-11-30T09:00:00+08:00");
    book.export("2026-W48");
    let update = |member_no: &str| json!({"customer": created["customer"], "fields": fields(member_no), "confirm_phone": false});
    book.t.ok("update_customer", update("A2"));
    assert_eq!(book.changed(), [("2026-W48".to_owned(), 1)]);
    book.t.ok("update_customer", update("A1"));
    assert_eq!(book.changed(), []);
}
