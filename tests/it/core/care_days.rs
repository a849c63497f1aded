//! A month in a shop: looked at every day, or only at its end, the book holds the same and names the same tasks.

use proptest::prelude::*;
use serde_json::{Value, json};
use shuke_core::clock::Day;
use shuke_core::ops;
use shuke_tests::{TestShop, shop};

/// What happens on a day; numbers choose among the people.
#[derive(Debug, Clone)]
enum Act {
    Buy { who: usize, yuan: i64 },
    Say { who: usize, purpose: usize, outcome: usize },
    Complain { who: usize },
    FollowUp { who: usize, ahead: u64 },
    Refuse { who: usize },
    Undo,
}

const PEOPLE: usize = 4;

fn act() -> impl Strategy<Value = Act> {
    let who = 0..PEOPLE;
    prop_oneof![
        4 => (who.clone(), 1i64..4_000).prop_map(|(who, yuan)| Act::Buy { who, yuan }),
        3 => (who.clone(), 0usize..3, 0usize..3).prop_map(|(who, purpose, outcome)| Act::Say { who, purpose, outcome }),
        1 => who.clone().prop_map(|who| Act::Complain { who }),
        2 => (who.clone(), 0u64..10).prop_map(|(who, ahead)| Act::FollowUp { who, ahead }),
        1 => who.prop_map(|who| Act::Refuse { who }),
        1 => Just(Act::Undo),
    ]
}

fn day(n: u64) -> Day {
    Day::from_ymd_opt(2026, 11, 21).unwrap().checked_add_days(chrono::Days::new(n)).unwrap()
}

fn begun() -> (TestShop, Vec<i64>) {
    let mut t = shop();
    let mut people = Vec::new();
    for (n, name) in (0..).zip(["单晓燕", "曾丽", "仇敏", "解芸"]) {
        let birthday = json!({"calendar": if n == 1 { "lunar" } else { "solar" }, "year": 1990, "month": 12, "day": 1 + 6 * n});
        let referrer = people.first().filter(|_| n == 3);
        let fields = json!({"name": name, "phones": [format!("1380000000{n}")], "wechat": format!("wx{n}"), "birthday": birthday, "referrer": referrer});
        let request = json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []});
        people.push(t.ok("create_customer", request)["customer"].as_i64().unwrap());
    }
    (t, people)
}

/// Does it at eleven on a day. What is refused is refused in both books alike.
fn happen(t: &mut TestShop, people: &[i64], on: u64, n: usize, act: &Act) {
    t.at(&format!("{}T{:02}:00:00+08:00", day(on), 11 + n));
    let (op, args) = match act {
        Act::Buy { who, yuan } => {
            let line = json!({"style_no": "A", "name": "大衣", "qty": 1, "price": format!("{yuan}.00")});
            let visit = json!({"customer": people[*who], "kind": "purchase", "lines": [line]});
            ("record_visit", json!({"receipt": format!("receipt-{on}-{n}"), "visit": visit}))
        }
        Act::Say { who, purpose, outcome } => {
            let (purpose, outcome) = (["service", "greeting", "marketing"][*purpose], ["sent", "replied", "no_answer"][*outcome]);
            let log = json!({"customers": [people[*who]], "channel": "wechat", "direction": "out", "purpose": purpose, "outcome": outcome});
            ("log_contact", log)
        }
        Act::Complain { who } => ("open_complaint", json!({"customer": people[*who], "kind": "goods", "what": "起球"})),
        Act::FollowUp { who, ahead } => {
            let follow = json!({"customers": [people[*who]], "title": "问问", "due_on": day(on + ahead), "purpose": "service"});
            ("save_follow_up", follow)
        }
        Act::Refuse { who } => ("save_consent", json!({"customer": people[*who], "purpose": "marketing", "channels": [], "given": false})),
        Act::Undo => {
            let entries = t.ok("list_history", json!({"limit": 20}))["entries"].as_array().unwrap().clone();
            let last = entries.iter().find(|entry| entry["kind"] != "create_customer" && entry["kind"] != "undo");
            ("undo", json!({"operation": last.map_or(Value::Null, |entry| entry["id"].clone())}))
        }
    };
    if let Err(failure) = ops::call(&mut t.shop, op, args) {
        assert!(["undo_conflict", "already_undone", "bad_arguments"].contains(&failure.code.as_str()), "{op}: {failure:?}");
    }
}

/// What a morning shows, and everything that was written down.
fn seen(t: &mut TestShop) -> Vec<Value> {
    let mut tasks = t.ok("today", json!({"whose": "all", "limit": 500}));
    let held = t.ok("held_tasks", json!({"limit": 500}));
    tasks["cursor"] = Value::Null;
    vec![tasks, held]
}

fn facts(t: &mut TestShop, people: &[i64]) -> Vec<Value> {
    let mut all = vec![t.ok("list_history", json!({"limit": 200})), t.ok("check_shop", json!({}))["findings"].clone()];
    all.extend(people.iter().map(|id| t.ok("customer_page", json!({"customer": id}))));
    all
}

/// The first place at which two documents differ.
fn different(a: &Value, b: &Value) -> String {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let at = a.iter().find(|(name, value)| b.get(*name) != Some(value));
            at.map_or_else(String::new, |(name, value)| format!("{name}.{}", different(value, b.get(name).unwrap_or(&Value::Null))))
        }
        (Value::Array(a), Value::Array(b)) => match a.iter().zip(b).position(|(a, b)| a != b) {
            Some(n) => format!("{n}.{}", different(&a[n], &b[n])),
            None => format!("{} and {} of them", a.len(), b.len()),
        },
        _ => format!("{a} and {b}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 40, ..ProptestConfig::default() })]
    #[test]
    fn a_month_looked_at_daily_is_a_month_looked_at_once(
        acts in proptest::collection::vec((0u64..30, act()), 0..24), closed in proptest::collection::btree_set(0u64..30, 0..6),
    ) {
        let ((mut daily, people), (mut once, same)) = (begun(), begun());
        prop_assert_eq!(&people, &same);
        for on in 0..30 {
            daily.at(&format!("{}T09:30:00+08:00", day(on)));
            seen(&mut daily);
            for (n, (_, act)) in acts.iter().filter(|(of, _)| *of == on).enumerate() {
                happen(&mut daily, &people, on, n % 9, act);
                seen(&mut daily);
                happen(&mut once, &people, on, n % 9, act);
            }
            if closed.contains(&on) {
                daily = daily.reopen();
                daily.ok("set_actor", json!({"staff": 1}));
            }
        }
        for t in [&mut daily, &mut once] {
            t.at(&format!("{}T09:30:00+08:00", day(30)));
        }
        for (a, b) in facts(&mut daily, &people).iter().zip(facts(&mut once, &people)) {
            prop_assert!(*a == b, "the same facts: {}", different(a, &b));
        }
        for (a, b) in seen(&mut daily).iter().zip(seen(&mut once)) {
            prop_assert!(*a == b, "the same tasks: {}", different(a, &b));
        }
    }
}
