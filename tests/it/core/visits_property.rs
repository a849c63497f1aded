//! Whatever is done in whatever order: the sums hold, the points follow the sales, and undoing everything leaves what there was.

use super::visits::*;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_core::ops;
use shuke_tests::{TestShop, shop};

/// What a hand can do; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Act {
    Sell { who: usize, lines: Vec<(i64, i64)>, points: i64, voucher: bool, days_ago: u32 },
    BringBack { lines: Vec<(usize, i64)>, exchange: Option<i64>, days_ago: u32 },
    Void { which: usize },
    Correct { which: usize, who: usize, lines: Vec<(i64, i64)>, points: i64, voucher: bool, days_ago: Option<u32> },
    CorrectReturn { which: usize, qty: i64 },
    Undo { which: usize },
}

fn act() -> impl Strategy<Value = Act> {
    let lines = || proptest::collection::vec((1i64..4, 0i64..60_000), 1..4);
    let points = || prop_oneof![3 => Just(0), 1 => 1i64..500];
    prop_oneof![
        5 => (0usize..3, lines(), points(), any::<bool>(), 0u32..4)
            .prop_map(|(who, lines, points, voucher, days_ago)| Act::Sell { who, lines, points, voucher, days_ago }),
        5 => (proptest::collection::vec((any::<usize>(), 1i64..3), 1..3), proptest::option::of(0i64..60_000), 0u32..3)
            .prop_map(|(lines, exchange, days_ago)| Act::BringBack { lines, exchange, days_ago }),
        2 => any::<usize>().prop_map(|which| Act::Void { which }),
        2 => (any::<usize>(), 0usize..3, lines(), points(), any::<bool>(), proptest::option::of(0u32..4)).prop_map(
            |(which, who, lines, points, voucher, days_ago)| Act::Correct { which, who, lines, points, voucher, days_ago }),
        1 => (any::<usize>(), 1i64..4).prop_map(|(which, qty)| Act::CorrectReturn { which, qty }),
        3 => any::<usize>().prop_map(|which| Act::Undo { which }),
    ]
}

struct World {
    t: TestShop,
    people: [Value; 3],
    receipts: u32,
}

fn pick<T>(from: &[T], which: usize) -> Option<&T> {
    from.get(which.checked_rem(from.len())?)
}

fn day(days_ago: u32) -> String {
    format!("2026-11-{:02}", 21 - days_ago)
}

fn sold(lines: &[(i64, i64)]) -> Value {
    lines
        .iter()
        .map(|(qty, fen)| json!({"style_no": format!("S{}", fen % 3), "qty": qty, "price": format!("{}.{:02}", fen / 100, fen % 100)}))
        .collect()
}

impl World {
    fn new() -> World {
        let mut t = shop();
        let people = [customer(&mut t, "单晓燕"), customer(&mut t, "曾可"), Value::Null];
        World { t, people, receipts: 0 }
    }

    /// Does it; whatever is refused has to be refused in a way a clerk understands.
    fn try_it(&mut self, op: &str, args: Value) -> Result<(), TestCaseError> {
        if let Err(failure) = ops::call(&mut self.t.shop, op, args.clone()) {
            let known = [
                "points_short",
                "out_of_range",
                "voucher_not_usable",
                "return_too_many",
                "return_other_customer",
                "return_before_sale",
                "visit_voided",
                "visit_has_returns",
                "undo_conflict",
                "already_undone",
                "not_found",
                "required",
            ];
            prop_assert!(known.contains(&failure.code.as_str()), "{op} {args}: {failure:?}");
        }
        Ok(())
    }

    fn record(&mut self, visit: Value) -> Result<(), TestCaseError> {
        self.receipts += 1;
        let receipt = format!("receipt-{}", self.receipts);
        self.try_it("record_visit", json!({"receipt": receipt, "visit": visit}))
    }

    fn voucher(&mut self, who: &Value, wanted: bool) -> Value {
        if !wanted || who.is_null() {
            return Value::Null;
        }
        vouchers(&mut self.t, who).first().map(|voucher| voucher["id"].clone()).unwrap_or_default()
    }

    fn visits(&mut self) -> Vec<Value> {
        let page = self.t.ok("list_visits", json!({"limit": 500}));
        page["rows"].as_array().cloned().unwrap_or_default()
    }

    /// Every sold line of every visit with whose it is.
    fn sold_lines(&mut self) -> Vec<(Value, Value)> {
        let mut lines = Vec::new();
        for row in self.visits() {
            let seen = page(&mut self.t, &row["id"]);
            let whose = row["customer"]["id"].clone();
            for line in seen["lines"].as_array().into_iter().flatten().filter(|line| line["reverses"].is_null()) {
                lines.push((whose.clone(), line["id"].clone()));
            }
        }
        lines
    }

    fn act(&mut self, act: &Act) -> Result<(), TestCaseError> {
        match act {
            Act::Sell { who, lines, points, voucher, days_ago } => {
                let who = self.people[*who].clone();
                let voucher = self.voucher(&who, *voucher);
                let visit = json!({"customer": who, "kind": "purchase", "lines": sold(lines), "points_used": points, "voucher": voucher,
                    "day": day(*days_ago)});
                self.record(visit)
            }
            Act::BringBack { lines, exchange, days_ago } => {
                let all = self.sold_lines();
                let Some((who, _)) = pick(&all, lines[0].0).cloned() else { return Ok(()) };
                let hers: Vec<&Value> = all.iter().filter(|(whose, _)| *whose == who).map(|(_, line)| line).collect();
                let back: Vec<(&Value, i64)> = lines.iter().filter_map(|(which, qty)| Some((*pick(&hers, *which)?, *qty))).collect();
                let mut visit = with(bring_back(&who, &back), json!({"day": day(*days_ago)}));
                if let Some(fen) = exchange {
                    visit = with(visit, json!({"kind": "exchange", "lines": sold(&[(1, *fen)])}));
                }
                self.record(visit)
            }
            Act::Void { which } => {
                let visits = self.visits();
                let Some(row) = pick(&visits, *which) else { return Ok(()) };
                self.try_it("void_visit", json!({"visit": row["id"], "reason": "误录"}))
            }
            Act::Correct { which, who, lines, points, voucher, days_ago } => {
                let visits: Vec<Value> = self.visits().into_iter().filter(|row| row["kind"] == "purchase").collect();
                let Some(row) = pick(&visits, *which) else { return Ok(()) };
                let who = self.people[*who].clone();
                let voucher = self.voucher(&who, *voucher);
                let visit = json!({"customer": who, "kind": "purchase", "lines": sold(lines), "points_used": points, "voucher": voucher,
                    "day": days_ago.map(day)});
                self.try_it("correct_visit", json!({"visit": row["id"], "corrected": visit, "reason": "录错"}))
            }
            Act::CorrectReturn { which, qty } => {
                let visits: Vec<Value> = self.visits().into_iter().filter(|row| row["kind"] == "return").collect();
                let Some(row) = pick(&visits, *which) else { return Ok(()) };
                let seen = page(&mut self.t, &row["id"]);
                let visit = bring_back(&row["customer"]["id"], &[(&seen["lines"][0]["reverses"], *qty)]);
                self.try_it("correct_visit", json!({"visit": row["id"], "corrected": visit, "reason": "录错"}))
            }
            Act::Undo { which } => {
                let page = self.t.ok("list_history", json!({"limit": 200}));
                let entries: Vec<Value> =
                    page["entries"].as_array().into_iter().flatten().filter(|e| e["kind"] != "create_customer").cloned().collect();
                let undoable: Vec<&Value> = entries.iter().filter(|entry| entry["undoable"] == true).collect();
                let Some(entry) = pick(&undoable, *which) else { return Ok(()) };
                self.try_it("undo", json!({"operation": entry["id"]}))
            }
        }
    }

    /// Takes everything back, the latest first, what was taken back before included: each step then finds the book as it left it.
    fn undo_everything(&mut self) {
        let mut last = i64::MAX;
        while let Some(latest) = self.latest_before(last) {
            last = latest;
            self.t.ok("undo", json!({"operation": latest}));
        }
    }

    /// The latest operation on visits that stands, of those before one.
    fn latest_before(&mut self, last: i64) -> Option<i64> {
        let mut before = Value::Null;
        loop {
            let page = self.t.ok("list_history", json!({"limit": 200, "before": before}));
            let entries = page["entries"].as_array().cloned().unwrap_or_default();
            let stands = |entry: &&Value| {
                let visit = ["record_visit", "correct_visit", "void_visit", "undo"].iter().any(|kind| entry["kind"] == *kind);
                visit && entry["undone_by"].is_null() && entry["id"].as_i64().is_some_and(|id| id < last)
            };
            if let Some(latest) = entries.iter().find(stands) {
                return latest["id"].as_i64();
            }
            match entries.last() {
                Some(last) if page["more"] == true => before = last["id"].clone(),
                _ => return None,
            }
        }
    }
}

/// Ids of rows that break a rule; none may.
const RULES: &[(&str, &str)] = &[
    ("every visit's total is that of its payments", "SELECT v.id FROM visit v WHERE v.total <> (SELECT coalesce(sum(amount), 0) FROM payment p WHERE p.visit_id = v.id)"),
    ("every visit's total is that of its lines", "SELECT v.id FROM visit v WHERE v.total <> (SELECT coalesce(sum(amount), 0) FROM visit_line l WHERE l.visit_id = v.id)"),
    ("what is taken off is off the lines", "SELECT v.id FROM visit v WHERE v.voucher_off + v.points_off <> (SELECT coalesce(sum(qty * price - amount), 0) FROM visit_line l WHERE l.visit_id = v.id AND l.qty > 0)"),
    ("no more comes back than was bought, in pieces or in money, and all of the money with the last piece", "
        SELECT b.id FROM visit_line b JOIN visit s ON s.id = b.visit_id
        JOIN (SELECT l.reverses_id AS id, -sum(l.qty) AS qty, -sum(l.amount) AS amount, min(v.day) AS day FROM visit_line l
              JOIN visit v ON v.id = l.visit_id WHERE v.voided_at IS NULL AND l.reverses_id IS NOT NULL GROUP BY l.reverses_id) r ON r.id = b.id
        WHERE r.qty > b.qty OR r.amount > b.amount OR (r.qty = b.qty AND r.amount <> b.amount) OR s.voided_at IS NOT NULL OR r.day < s.day"),
    ("the balance is the sum of the entries", "
        SELECT s.customer_id FROM customer_stats s
        WHERE s.points <> (SELECT coalesce(sum(points), 0) FROM points_entry p WHERE p.customer_id = s.customer_id)"),
    ("a voucher is used by the live visit that was entered with it and of which something is kept", "
        SELECT u.id FROM voucher u LEFT JOIN visit v ON v.id = u.used_visit_id
        WHERE u.used_visit_id IS NOT NULL AND (v.voided_at IS NOT NULL OR v.voucher_id IS NOT u.id OR v.customer_id <> u.customer_id)"),
    ("a live visit's voucher counts as used, unless all came back", "
        SELECT v.id FROM visit v JOIN voucher u ON u.id = v.voucher_id
        WHERE v.voided_at IS NULL AND u.used_visit_id IS NOT v.id AND
          (SELECT sum(b.qty) FROM visit_line b WHERE b.visit_id = v.id AND b.qty > 0) <>
          (SELECT coalesce(-sum(r.qty), 0) FROM visit_line r JOIN visit_line b ON b.id = r.reverses_id JOIN visit rv ON rv.id = r.visit_id
           WHERE b.visit_id = v.id AND rv.voided_at IS NULL)"),
];

/// What each sale earned and redeemed, after everything that took it back, is what stands of it: (visit, earned, should, redeemed, should).
const POINTS: &str = "
    WITH RECURSIVE chain (visit, kind, customer, id, points, rate) AS (
      SELECT visit_id, kind, customer_id, id, points, rate FROM points_entry WHERE kind IN ('earn', 'redeem')
      UNION ALL SELECT c.visit, c.kind, c.customer, p.id, p.points, NULL FROM chain c JOIN points_entry p ON p.reverses_id = c.id),
    kept AS (
      SELECT v.id, sum(b.amount) - coalesce(sum(r.amount), 0) AS net, sum(b.qty * b.price) AS gross,
             coalesce(sum(r.qty * b.price), 0) AS gross_back
      FROM visit v JOIN visit_line b ON b.visit_id = v.id AND b.qty > 0
      LEFT JOIN (SELECT l.reverses_id, -sum(l.qty) AS qty, -sum(l.amount) AS amount FROM visit_line l JOIN visit rv ON rv.id = l.visit_id
                 WHERE rv.voided_at IS NULL AND l.reverses_id IS NOT NULL GROUP BY l.reverses_id) r ON r.reverses_id = b.id
      GROUP BY v.id)
    SELECT v.id, v.voided_at IS NULL AND v.customer_id IS NOT NULL, k.net, k.gross, k.gross_back, v.points_used,
      (SELECT coalesce(sum(points), 0) FROM chain c WHERE c.visit = v.id AND c.kind = 'earn'),
      (SELECT coalesce(sum(points), 0) FROM chain c WHERE c.visit = v.id AND c.kind = 'redeem'),
      coalesce((SELECT rate FROM chain c WHERE c.visit = v.id AND c.rate IS NOT NULL ORDER BY c.id DESC LIMIT 1), 0)
    FROM visit v JOIN kept k ON k.id = v.id";

fn whole(t: &mut TestShop) -> Result<(), TestCaseError> {
    let report = t.ok("check_shop", json!({}));
    prop_assert_eq!(&report["ok"], &json!(true), "{}", report);
    let copy = t.folder.path().join("copy");
    std::fs::copy(t.path(), &copy).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let wrong = broken(&copy).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert!(wrong.is_empty(), "{:?}", wrong);
    Ok(())
}

fn broken(copy: &std::path::Path) -> rusqlite::Result<Vec<String>> {
    let db = Connection::open(copy)?;
    let mut wrong = Vec::new();
    for (rule, sql) in RULES {
        let mut statement = db.prepare(sql)?;
        let ids = statement.query_map([], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        if !ids.is_empty() {
            wrong.push(format!("{rule}: {ids:?}"));
        }
    }
    let mut statement = db.prepare(POINTS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let number = |at: usize| row.get::<_, i64>(at).map(i128::from);
        let (net, gross, back, used, rate) = (number(2)?, number(3)?, number(4)?, number(5)?, number(8)?);
        let live: bool = row.get(1)?;
        let earned = if live { net * rate / 100_000_000_000_000 } else { 0 };
        let redeemed = if live && gross > 0 { used - used * back / gross } else { 0 };
        if (number(6)?, number(7)?) != (earned, -redeemed) {
            wrong.push(format!("visit {}: earned {} of {earned}, redeemed {} of {redeemed}", number(0)?, number(6)?, number(7)?));
        }
    }
    Ok(wrong)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]
    #[test]
    fn any_order_of_acts_keeps_the_book_whole(acts in proptest::collection::vec(act(), 1..24)) {
        let mut world = World::new();
        let start = facts(&world.t);
        for act in &acts {
            world.act(act)?;
            whole(&mut world.t)?;
        }
        world.undo_everything();
        prop_assert_eq!(facts(&world.t), start);
        whole(&mut world.t)?;
    }
}
