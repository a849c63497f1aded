//! Whatever is done in whatever order: the list that was kept is the list made from nothing, and a page of it is what counting and
//! sorting everything gives.

use super::CareList;
use crate::care::CareTask;
use crate::clock::FixedClock;
use crate::ops;
use crate::shop::Shop;
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// What a hand or the clock does; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Act {
    Sell { who: usize, yuan: u32, days_ago: u32 },
    BringBack { which: usize },
    Void { which: usize },
    Open { month: u32, day: u32, lunar: bool, referrer: usize },
    Change { who: usize, month: u32, day: u32 },
    Status { who: usize, which: usize },
    Merge { keep: usize, from: usize },
    Level { who: usize, level: i64 },
    Contact { who: usize, marketing: bool, days_ago: u32 },
    Wish { who: usize, which: usize },
    Refuse { who: usize },
    FollowUp { who: usize, ahead: u32 },
    Complain { who: usize },
    Solve { which: usize },
    Decide { which: usize, how: usize },
    Style { who: usize },
    Arrive,
    Rule { which: usize },
    Limits { quiet: u32 },
    Undo { back: usize },
    Wait { minutes: i64 },
    Sleep { days: i64 },
    TurnBack { minutes: i64 },
}

fn act() -> impl Strategy<Value = Act> {
    let any = proptest::prelude::any::<usize>;
    let flag = proptest::prelude::any::<bool>;
    let one = prop_oneof![
        4 => (any(), 1u32..6_000, 0u32..80).prop_map(|(who, yuan, days_ago)| Act::Sell { who, yuan, days_ago }),
        4 => (any(), 1u32..6_000).prop_map(|(who, yuan)| Act::Sell { who, yuan, days_ago: 0 }),
        2 => any().prop_map(|which| Act::BringBack { which }),
        1 => any().prop_map(|which| Act::Void { which }),
        2 => (1u32..13, 1u32..29, flag(), any()).prop_map(|(month, day, lunar, referrer)| Act::Open { month, day, lunar, referrer }),
        1 => (any(), 11u32..13, 1u32..29).prop_map(|(who, month, day)| Act::Change { who, month, day }),
        1 => (any(), any()).prop_map(|(who, which)| Act::Status { who, which }),
        1 => (any(), any()).prop_map(|(keep, from)| Act::Merge { keep, from }),
        1 => (any(), 1i64..5).prop_map(|(who, level)| Act::Level { who, level }),
    ];
    let more = prop_oneof![
        2 => (any(), flag(), 0u32..60).prop_map(|(who, marketing, days_ago)| Act::Contact { who, marketing, days_ago }),
        1 => (any(), any()).prop_map(|(who, which)| Act::Wish { who, which }),
        1 => any().prop_map(|who| Act::Refuse { who }),
        2 => (any(), 0u32..9).prop_map(|(who, ahead)| Act::FollowUp { who, ahead }),
        1 => any().prop_map(|who| Act::Complain { who }),
        1 => any().prop_map(|which| Act::Solve { which }),
        4 => (any(), any()).prop_map(|(which, how)| Act::Decide { which, how }),
        1 => any().prop_map(|who| Act::Style { who }),
        1 => Just(Act::Arrive),
    ];
    let around = prop_oneof![
        1 => any().prop_map(|which| Act::Rule { which }),
        1 => (0u32..20).prop_map(|quiet| Act::Limits { quiet }),
        4 => (0usize..3).prop_map(|back| Act::Undo { back }),
        3 => (1i64..90).prop_map(|minutes| Act::Wait { minutes }),
        2 => (1i64..40).prop_map(|days| Act::Sleep { days }),
        1 => (1i64..90).prop_map(|minutes| Act::TurnBack { minutes }),
    ];
    prop_oneof![3 => one, 2 => more, 1 => around]
}

struct World {
    shop: Shop,
    clock: Arc<FixedClock>,
    now: DateTime<Utc>,
    people: Vec<Value>,
    visits: Vec<Value>,
    complaints: Vec<Value>,
    count: u32,
    done: u32,
    _folder: tempfile::TempDir,
}

fn pick<T: Clone>(from: &[T], which: usize) -> Option<T> {
    from.get(which.checked_rem(from.len())?).cloned()
}

impl World {
    fn new() -> World {
        let folder = tempfile::TempDir::new().unwrap();
        let clock = Arc::new(FixedClock::at("2026-12-16T09:40:00+08:00"));
        let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
        let shop = Shop::create(&folder.path().join("shop.shuke"), new, Box::new(Arc::clone(&clock))).unwrap();
        let now = DateTime::parse_from_rfc3339("2026-12-16T09:40:00+08:00").unwrap().to_utc();
        let (people, visits, complaints) = (Vec::new(), Vec::new(), Vec::new());
        let mut world = World { shop, clock, now, people, visits, complaints, count: 0, done: 0, _folder: folder };
        for (month, day) in [(12, 18), (1, 3), (12, 29), (6, 1), (1, 20)] {
            world.act(&Act::Open { month, day, lunar: false, referrer: 0 });
        }
        world
    }

    /// What is refused is no matter here.
    fn call(&mut self, op: &str, args: Value) -> Value {
        self.count += 1;
        let answer = ops::call(&mut self.shop, op, args);
        self.done += u32::from(answer.is_ok());
        answer.unwrap_or_default()
    }

    fn day(&self, ago: u32) -> String {
        (self.shop.now().day() - chrono::Days::new(ago.into())).to_string()
    }

    fn move_to(&mut self, by: Duration) {
        self.now += by;
        self.clock.set(self.now);
    }

    fn act(&mut self, act: &Act) {
        let who = |world: &World, which: usize| pick(&world.people, which).unwrap_or_default();
        match *act {
            Act::Sell { who: which, yuan, days_ago } => {
                let line = json!({"style_no": "25A101", "name": "大衣", "category": "外套", "qty": 1, "price": format!("{yuan}.00")});
                let visit = json!({"customer": who(self, which), "kind": "purchase", "day": self.day(days_ago), "lines": [line]});
                let saved = self.call("record_visit", json!({"receipt": format!("receipt-{}", self.count), "visit": visit}));
                self.visits.extend((!saved.is_null()).then(|| saved["visit"].clone()));
            }
            Act::BringBack { which } => {
                let Some(visit) = pick(&self.visits, which) else { return };
                let page = self.call("visit_page", json!({"visit": visit}));
                let back = [json!({"line": page["lines"][0]["id"], "qty": 1})];
                let back = json!({"customer": page["customer"]["id"], "kind": "return", "returns": back});
                self.call("record_visit", json!({"receipt": format!("receipt-{}", self.count), "visit": back}));
            }
            Act::Void { which } => {
                let Some(visit) = pick(&self.visits, which) else { return };
                self.call("void_visit", json!({"visit": visit, "reason": "误录"}));
            }
            Act::Open { month, day, lunar, referrer } => {
                let birthday = json!({"calendar": if lunar { "lunar" } else { "solar" }, "month": month, "day": day});
                let phone = format!("138{:08}", self.count);
                let mut fields = json!({"name": "单晓燕", "phones": [phone], "birthday": birthday, "wechat": "wx"});
                fields["referrer"] = who(self, referrer);
                let made = self.call("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}));
                self.people.extend((!made.is_null()).then(|| made["customer"].clone()));
            }
            Act::Change { who: which, month, day } => {
                let birthday = json!({"calendar": "solar", "year": 1990, "month": month, "day": day});
                let fields = json!({"name": "曾丽", "phones": ["13900000001"], "birthday": birthday});
                self.call("update_customer", json!({"customer": who(self, which), "fields": fields, "confirm_phone": true}));
            }
            Act::Status { who: which, which: status } => {
                let status = ["active", "archived", "ended"][status % 3];
                self.call("set_status", json!({"customer": who(self, which), "status": status}));
            }
            Act::Merge { keep, from } => {
                let fields = json!({"name": "仇敏", "phones": ["13900000002"]});
                self.call("merge_customers", json!({"keep": who(self, keep), "from": who(self, from), "fields": fields}));
            }
            Act::Level { who: which, level } => {
                self.call("set_level", json!({"customer": who(self, which), "level": level, "reason": "老朋友"}));
            }
            Act::Contact { who: which, marketing, days_ago } => {
                let purpose = if marketing { "marketing" } else { "greeting" };
                let request = json!({"customers": [who(self, which)], "channel": "wechat", "purpose": purpose, "outcome": "sent",
                                     "direction": "out", "day": self.day(days_ago)});
                self.call("log_contact", request);
            }
            Act::Wish { who: which, which: wish } => {
                let wish = ["any", "no_promotion", "none"][wish % 3];
                self.call("set_contact_wish", json!({"customer": who(self, which), "wish": wish}));
            }
            Act::Refuse { who: which } => {
                let request = json!({"customer": who(self, which), "purpose": "marketing", "channels": ["wechat", "sms"], "given": false});
                self.call("save_consent", request);
            }
            Act::FollowUp { who: which, ahead } => {
                let due = (self.shop.now().day() + chrono::Days::new(ahead.into())).to_string();
                let request = json!({"customers": [who(self, which)], "title": "问问尺码", "due_on": due, "purpose": "service"});
                self.call("save_follow_up", request);
            }
            Act::Complain { who: which } => {
                let request = json!({"customer": who(self, which), "kind": "goods", "what": "起球"});
                let opened = self.call("open_complaint", request);
                self.complaints.extend((!opened.is_null()).then(|| opened["complaint"].clone()));
            }
            Act::Solve { which } => {
                let Some(complaint) = pick(&self.complaints, which) else { return };
                self.call("solve_complaint", json!({"complaint": complaint, "solution": "换了一件"}));
            }
            Act::Decide { which, how } => {
                let rows = self.call("today", json!({"whose": "all", "limit": 500}))["rows"].clone();
                let Some(row) = rows.as_array().and_then(|rows| pick(rows, which)) else { return };
                let decision = ["done", "no_answer", "snoozed", "replied"][how % 4];
                let mut request = json!({"tasks": [row["task"]], "decision": decision});
                if how % 4 == 2 {
                    request["until"] = json!((self.shop.now().day() + chrono::Days::new(1 + how as u64 % 20)).to_string());
                } else {
                    request["channel"] = json!("wechat");
                }
                self.call("decide_tasks", request);
            }
            Act::Style { who: which } => {
                self.call("save_wish", json!({"customer": who(self, which), "style_no": "26B202", "status": "open"}));
            }
            Act::Arrive => drop(self.call("save_arrival", json!({"style_no": "26B202", "kind": "arrived"}))),
            Act::Rule { which } => {
                let rules = self.call("list_care_rules", json!({}))["rules"].clone();
                let Some(row) = rules.as_array().and_then(|rules| pick(rules, which)) else { return };
                let rule = &row["rule"];
                let is_on = rule["is_on"] != true;
                self.call("save_care_rule", json!({"id": rule["id"], "name": rule["name"], "plan": rule["plan"], "is_on": is_on}));
            }
            Act::Limits { quiet } => {
                let mut limits = self.call("contact_settings", json!({}));
                limits["quiet_days"] = json!(quiet);
                self.call("save_contact_settings", limits);
            }
            Act::Undo { back } => {
                let entries = self.call("list_history", json!({"limit": 3}))["entries"].clone();
                let entry = entries.as_array().and_then(|entries| entries.get(back).cloned()).unwrap_or_default();
                self.call("undo", json!({"operation": entry["id"]}));
            }
            Act::Wait { minutes } => self.move_to(Duration::minutes(minutes)),
            Act::Sleep { days } => self.move_to(Duration::days(days)),
            Act::TurnBack { minutes } => self.move_to(Duration::minutes(-minutes)),
        }
    }

    /// Every task of the kept list, after it was compared with one made from nothing.
    fn kept(&mut self) -> Vec<CareTask> {
        let now = self.shop.now();
        let (kept, db) = self.shop.care().unwrap();
        let fresh = CareList::make(db, now.day(), now.millis()).unwrap();
        assert_eq!(kept.worklist, fresh.worklist);
        assert_eq!(*kept, fresh);
        super::everything(&kept.shop, &kept.people).flatten().cloned().collect()
    }

    /// All pages of a list, one row after another, with the counts of the first page.
    fn pages(&mut self, op: &str, request: &Value) -> (Vec<Value>, Value) {
        let (mut rows, mut cursor, mut first) = (Vec::new(), Value::Null, None);
        loop {
            let mut request = request.clone();
            (request["limit"], request["cursor"]) = (json!(3), cursor);
            let mut page = self.call(op, request);
            rows.extend(page["rows"].as_array().unwrap().clone());
            cursor = page["cursor"].take();
            first.get_or_insert(page);
            if cursor.is_null() {
                return (rows, first.unwrap());
            }
        }
    }

    /// Compares what the screen gets with all tasks sorted and counted one by one.
    fn check(&mut self) {
        let tasks = self.kept();
        let now = self.shop.now();
        let state = |task: &CareTask| task.state(now.day(), now.millis());
        let mut sorted: Vec<&CareTask> = tasks.iter().collect();
        let name = |task: &CareTask| (task.name.customer, task.name.rule, task.name.follow_up, task.name.cause.clone());
        sorted.sort_by_key(|task| (state(task), task.due, task.position, name(task)));
        let open: Vec<&CareTask> = sorted.iter().copied().filter(|task| task.held.is_none()).collect();
        let held: Vec<&CareTask> = sorted.iter().copied().filter(|task| task.held.is_some()).collect();
        let named = |tasks: &[&CareTask]| -> Vec<Value> {
            let one = |task: &&CareTask| json!({"rule": task.name.rule, "follow_up": task.name.follow_up, "customer": task.name.customer, "cause": &*task.name.cause});
            tasks.iter().map(one).collect()
        };
        let got = |rows: &[Value]| -> Vec<Value> { rows.iter().map(|row| row["task"].clone()).collect() };
        let (rows, page) = self.pages("held_tasks", &json!({}));
        assert_eq!((got(&rows), &page["total"]), (named(&held), &json!(held.len())));
        let count = |tasks: &[&CareTask], word: &str| tasks.iter().filter(|task| state(task).as_str() == word).count();
        let counts = |tasks: &[&CareTask]| json!({"overdue": count(tasks, "overdue"), "due": count(tasks, "due"), "upcoming": count(tasks, "upcoming")});
        let mine: Vec<&CareTask> = open.iter().copied().filter(|task| task.staff.is_some() && task.staff == self.shop.actor()).collect();
        let pool: Vec<&CareTask> = open.iter().copied().filter(|task| task.staff.is_none()).collect();
        for (whose, asked) in [("all", &open), ("mine", &mine), ("pool", &pool)] {
            for wanted in [None, Some("overdue"), Some("due"), Some("upcoming")] {
                let kind = asked.first().map(|task| task.kind);
                for kind in [None, kind] {
                    let fits = |task: &&CareTask| {
                        wanted.is_none_or(|word| state(task).as_str() == word) && kind.is_none_or(|kind| task.kind == kind)
                    };
                    let expected: Vec<&CareTask> = asked.iter().copied().filter(fits).collect();
                    let (rows, page) = self.pages("today", &json!({"whose": whose, "state": wanted, "kind": kind}));
                    assert_eq!((got(&rows), &page["total"]), (named(&expected), &json!(expected.len())), "{whose} {wanted:?} {kind:?}");
                    assert_eq!((&page["all"], &page["mine"], &page["pool"]), (&counts(&open), &counts(&mine), &counts(&pool)));
                    assert_eq!(page["held"], json!(held.len()));
                    for group in page["groups"].as_array().unwrap() {
                        let of: Vec<&CareTask> = asked.iter().copied().filter(|task| json!(task.name.rule) == group["rule"]).collect();
                        let of = counts(&of);
                        assert_eq!((&group["overdue"], &group["due"], &group["upcoming"]), (&of["overdue"], &of["due"], &of["upcoming"]));
                    }
                }
            }
        }
        let rules = self.call("list_care_rules", json!({}))["rules"].clone();
        for row in rules.as_array().unwrap() {
            let of = |tasks: &[&CareTask]| -> Vec<CareTask> {
                tasks.iter().filter(|task| json!(task.name.rule) == row["rule"]["id"]).map(|task| (*task).clone()).collect()
            };
            let waiting = of(&open).iter().filter(|task| state(task).as_str() != "upcoming").count();
            assert_eq!((&row["waiting"], &row["held"]), (&json!(waiting), &json!(of(&held).len())));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn the_list_that_was_kept_is_the_list_made_from_nothing(acts in proptest::collection::vec(act(), 1..30)) {
        let mut world = World::new();
        world.kept();
        for (n, act) in acts.iter().enumerate() {
            world.act(act);
            // Now and then several things happen before anybody looks.
            if n % 3 != 2 {
                world.kept();
            }
        }
        world.check();
    }
}

#[test]
fn a_busy_day_is_counted_and_paged_as_it_stands() {
    let mut world = World::new();
    for n in 0..12_u32 {
        let who = n as usize;
        world.act(&Act::Sell { who, yuan: 500 + 400 * n, days_ago: n * 6 });
        world.act(&Act::FollowUp { who, ahead: n % 4 });
        world.act(&Act::Sell { who, yuan: 900, days_ago: 0 });
        world.kept();
    }
    world.act(&Act::Refuse { who: 1 });
    world.act(&Act::Wish { who: 2, which: 2 });
    world.check();
    assert!(world.kept().iter().any(|task| task.held.is_some()) && world.kept().iter().any(|task| task.not_before.is_some()));
    // Messages that wait for half an hour after the visit are due after it, and wait again when the clock goes back.
    let states = |world: &mut World| world.call("today", json!({"whose": "all", "limit": 500}))["all"].clone();
    let before = states(&mut world);
    world.act(&Act::Wait { minutes: 31 });
    world.check();
    assert_ne!(states(&mut world), before);
    world.act(&Act::TurnBack { minutes: 31 });
    world.check();
    assert_eq!(states(&mut world), before);
    assert!(world.done > 40, "{} of {}", world.done, world.count);
}
