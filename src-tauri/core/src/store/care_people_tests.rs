//! Walking a stretch of customers and looking each up find the same.

use super::super::care_facts::{birthdays, everybody, of_one, surroundings};
use super::*;
use crate::clock::FixedClock;
use crate::ops;
use crate::shop::Shop;
use crate::store::care_rule;
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use serde_json::json;

/// Somebody of whom every table has something.
fn shop() -> (Shop, tempfile::TempDir) {
    let folder = tempfile::TempDir::new().unwrap();
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: true };
    let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    let mut shop = Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap();
    let mut call = |op: &str, args: serde_json::Value| ops::call(&mut shop, op, args).unwrap();
    for customer in [2, 3, 20] {
        let many = json!({"customers": [customer], "channel": "wechat", "purpose": "greeting", "outcome": "sent", "direction": "out"});
        call("log_contact", many.clone());
        call("log_contact", many);
        call("save_consent", json!({"customer": customer, "purpose": "marketing", "channels": ["wechat"], "given": false}));
        call("save_consent", json!({"customer": customer, "purpose": "marketing", "channels": ["wechat"], "given": true}));
        call("set_contact_wish", json!({"customer": customer, "wish": "no_promotion"}));
        call("open_complaint", json!({"customer": customer, "kind": "goods", "what": "起球"}));
        let wedding = json!({"calendar": "solar", "month": 11, "day": 25});
        call("save_date", json!({"customer": customer, "label": "结婚", "date": wedding}));
        call("add_tags", json!({"customers": [customer], "tags": ["显瘦"]}));
        call("set_level", json!({"customer": customer, "level": 3, "reason": "老朋友"}));
        let follow_up = json!({"customers": [customer], "title": "问问", "due_on": "2026-11-21", "purpose": "service"});
        call("save_follow_up", follow_up);
        let tasks = call("customer_tasks", json!({"customer": customer}))["rows"].clone();
        for task in tasks.as_array().unwrap() {
            call("decide_tasks", json!({"tasks": [task["task"]], "decision": "snoozed", "until": "2026-11-23"}));
        }
    }
    (shop, folder)
}

#[test]
fn a_stretch_that_is_walked_and_customers_looked_up_are_the_same() {
    let (shop, _folder) = shop();
    let db = shop.db().unwrap();
    let mut rules = care_rule::list(db).unwrap();
    rules[0].plan.conditions.tags = vec![crate::ids::TagId(1)];
    let around = surroundings(db, shop.now().day(), rules).unwrap();
    let last = super::super::facts::last_customer(db).unwrap().0;
    assert!(last >= 30, "{last}");
    let facts = |ids: &[i64], asked: usize| {
        let causes = || Causes { found_by: FoundBy::CERTAIN, ..Causes::default() };
        let people = ids.iter().map(|id| (CustomerId(*id), causes())).collect();
        Way::new(db, &around, asked, None).unwrap().facts(db, people, &mut []).unwrap()
    };
    let all: Vec<i64> = (1..=last).collect();
    let walked = facts(&all, all.len());
    assert!(walked.iter().any(|one| !one.decisions.is_empty() && !one.tags.is_empty() && one.level_decided && one.contact.open_complaint));
    let of = |id: i64| walked.iter().find(|one| one.customer.0 == id).cloned();
    for id in 2..last - 10 {
        // Two far apart are looked up, but in tables shorter than all that is asked for, which are walked.
        for asked in [2, 1_000_000] {
            let few: Vec<_> = [id, last].into_iter().filter_map(of).collect();
            assert_eq!(facts(&[id, last], asked), few, "{id} {asked}");
        }
        assert_eq!(facts(&[id], 1), of(id).into_iter().collect::<Vec<_>>(), "{id}");
    }
}

/// Days with a festival that greets everybody, and days without.
fn days(db: &Connection) -> Vec<Surroundings> {
    let first: Day = "2026-12-01".parse().unwrap();
    let all: Vec<Surroundings> =
        first.iter_days().take(35).map(|day| surroundings(db, day, care_rule::list(db).unwrap()).unwrap()).collect();
    let greeted = all.iter().filter(|around| around.greeted(0).is_some()).count();
    assert!(greeted > 0 && greeted < all.len(), "{greeted}");
    all
}

#[test]
fn on_every_day_everybody_has_the_tasks_that_each_has_alone() {
    let (mut shop, _folder) = shop();
    // Written down late, so that they stand in another order than they happened.
    for (n, day) in ["2026-11-21", "2026-11-17", "2026-11-19"].iter().enumerate() {
        let mut saved = 0;
        for customer in 1..30 {
            let line = json!({"style_no": "26D1001", "qty": 1, "price": "2600.00"});
            let visit = json!({"customer": customer, "kind": "purchase", "day": day, "lines": [line]});
            let request = json!({"receipt": format!("late-{n}-{customer:04}"), "visit": visit});
            saved += usize::from(ops::call(&mut shop, "record_visit", request).is_ok());
        }
        assert!(saved > 10, "{saved}");
    }
    let db = shop.db().unwrap();
    let last = super::super::facts::last_customer(db).unwrap().0;
    for around in days(db) {
        let mut found = BTreeMap::new();
        let mut take = |chunk: Vec<CareFacts>| {
            assert!(chunk.is_sorted_by_key(|one| one.customer));
            found.extend(chunk.into_iter().map(|one| (one.customer, crate::care::derive(&one, &around))));
        };
        everybody(db, &around, &[], &mut take).unwrap();
        for id in (1..=last).map(CustomerId) {
            // What was decided about a task may bring it back after its end, which the list looks up.
            let Some(alone) = of_one(db, id, &around).unwrap().filter(|alone| alone.decisions.is_empty()) else { continue };
            assert_eq!(found.remove(&id).unwrap_or_default(), crate::care::derive(&alone, &around), "{id:?} {}", around.today);
        }
    }
}

#[test]
fn whose_birthday_falls_into_a_month_is_met_on_the_way() {
    let (shop, _folder) = shop();
    let db = shop.db().unwrap();
    let month = |n: u32| {
        let first = Day::from_ymd_opt(2026, 1, 1).unwrap().checked_add_months(chrono::Months::new(n)).unwrap();
        (first, first.checked_add_months(chrono::Months::new(1)).unwrap().pred_opt().unwrap())
    };
    let months: Vec<(Day, Day)> = (0..24).map(month).collect();
    let mut gifts = BTreeSet::new();
    for around in days(db) {
        let met = everybody(db, &around, &months, |_| ()).unwrap();
        let read: Vec<_> = months.iter().map(|(from, to)| birthdays(db, *from, *to, &around).unwrap()).collect();
        assert_eq!(met, read, "{}", around.today);
        gifts.extend(met.iter().flat_map(BTreeMap::values).copied());
    }
    assert_eq!(gifts, BTreeSet::from([false, true]), "somebody gets a gift and somebody does not");
}
