//! Filters of every kind, put together at random, against a count by hand over the very rows of the file.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_core::calendar::{AgeBand, CalendarKind, RecurringDate};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop_with};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

const TODAY: &str = "2026-11-21";

/// A table, each row by the names of its columns.
type Rows = Vec<BTreeMap<String, Value>>;

struct Facts {
    tables: BTreeMap<&'static str, Rows>,
    today: NaiveDate,
}

const TABLES: &[&str] = &[
    "customer",
    "customer_stats",
    "visit",
    "visit_line",
    "customer_tag",
    "profile_field",
    "profile_value",
    "phone",
    "voucher",
    "consent",
    "contact",
    "complaint",
    "staff",
    "tag_rule",
];

fn read(t: &TestShop) -> Facts {
    let copy = t.folder.path().join("read");
    std::fs::copy(t.path(), &copy).unwrap();
    let db = Connection::open(&copy).unwrap();
    let table = |name: &'static str| -> Rows {
        let mut statement = db.prepare(&format!("SELECT * FROM {name} ORDER BY 1")).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let rows = statement.query_map([], |row| {
            let cell = |at: usize| match row.get_ref(at).unwrap() {
                rusqlite::types::ValueRef::Integer(n) => json!(n),
                rusqlite::types::ValueRef::Text(text) => json!(String::from_utf8_lossy(text)),
                _ => Value::Null,
            };
            Ok(names.iter().cloned().enumerate().map(|(at, name)| (name, cell(at))).collect())
        });
        rows.unwrap().map(Result::unwrap).collect()
    };
    Facts { tables: TABLES.iter().map(|name| (*name, table(name))).collect(), today: TODAY.parse().unwrap() }
}

fn int(value: &Value) -> i64 {
    value.as_i64().unwrap_or(0)
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str().and_then(|text| text.parse().ok())
}

fn small(value: &Value) -> String {
    value.as_str().unwrap_or("").to_lowercase()
}

fn fen(value: &Value) -> Option<i64> {
    value.as_str().map(|text| text.replace('.', "").parse().unwrap())
}

fn inside<T: PartialOrd>(value: Option<T>, min: Option<T>, max: Option<T>) -> bool {
    value.is_some_and(|value| min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max))
}

impl Facts {
    fn of(&self, table: &str, who: i64) -> impl Iterator<Item = &BTreeMap<String, Value>> {
        self.tables[table].iter().filter(move |row| int(&row["customer_id"]) == who)
    }

    fn person(&self, who: i64) -> &BTreeMap<String, Value> {
        self.tables["customer"].iter().find(|row| int(&row["id"]) == who).unwrap()
    }

    fn visits(&self, who: i64, period: &Value) -> Vec<&BTreeMap<String, Value>> {
        let first = match period["kind"].as_str().unwrap() {
            "days" => Some(self.today - Days::new(period["days"].as_u64().unwrap() - 1)),
            _ => day(&period["from"]),
        };
        let last = if period["kind"] == "days" { Some(self.today) } else { day(&period["to"]) };
        self.of("visit", who).filter(|visit| visit["voided_at"].is_null() && inside(day(&visit["day"]), first, last)).collect()
    }

    fn milestone(&self, who: i64, what: &str) -> Option<NaiveDate> {
        let ever = json!({"kind": "ever"});
        let days = |kind: Option<&str>| -> Vec<NaiveDate> {
            let fits = |visit: &&&BTreeMap<String, Value>| kind.is_none_or(|kind| visit["kind"] == kind);
            self.visits(who, &ever).iter().filter(fits).filter_map(|visit| day(&visit["day"])).collect()
        };
        match what {
            "first_purchase" => days(Some("purchase")).into_iter().min(),
            "last_purchase" => days(Some("purchase")).into_iter().max(),
            "last_visit" => days(None).into_iter().max(),
            "last_contact" => self.of("contact", who).filter_map(|row| day(&row["day"])).filter(|day| *day <= self.today).max(),
            _ => day(&self.person(who)["joined_on"]),
        }
    }

    fn birthday(&self, who: i64) -> Option<RecurringDate> {
        let row = self.person(who);
        let small = |name: &str| row[name].as_u64().and_then(|n| u8::try_from(n).ok());
        let kind = if row["birthday_calendar"] == "lunar" { CalendarKind::Lunar } else { CalendarKind::Solar };
        let year = row["birthday_year"].as_i64().and_then(|year| i32::try_from(year).ok());
        RecurringDate::new(kind, year, small("birthday_month")?, small("birthday_day")?, int(&row["birthday_leap"]) == 1).ok()
    }

    /// Whether a birthday falls on a day, whatever year she was born in.
    fn celebrates(&self, who: i64, on: NaiveDate) -> bool {
        self.birthday(who).is_some_and(|date| {
            let any = RecurringDate::new(date.calendar(), None, date.month(), date.day(), date.leap()).unwrap();
            any.occurrences_between(on, on).next().is_some()
        })
    }

    fn bought(&self, who: i64, one: &Value) -> bool {
        let live: BTreeSet<i64> = self.tables["visit"].iter().filter(|v| v["voided_at"].is_null()).map(|v| int(&v["id"])).collect();
        let words = small(&one["words"]);
        let fits = |line: &BTreeMap<String, Value>| match one["by"].as_str().unwrap() {
            "category" => small(&line["category"]) == words,
            "style" => small(&line["style_no"]) == words,
            "size" => small(&line["size"]) == words,
            "color" => small(&line["color"]) == words,
            _ => ["name", "category", "color", "style_no"].iter().any(|column| small(&line[*column]).contains(&words)),
        };
        let lines = &self.tables["visit_line"];
        let mut on = BTreeSet::new();
        for visit in self.visits(who, &one["period"]) {
            for line in lines.iter().filter(|line| line["visit_id"] == visit["id"] && int(&line["qty"]) > 0 && fits(line)) {
                let back = |back: &&BTreeMap<String, Value>| back["reverses_id"] == line["id"] && live.contains(&int(&back["visit_id"]));
                let returned: i64 = lines.iter().filter(back).map(|back| -int(&back["qty"])).sum();
                if int(&line["qty"]) > returned {
                    on.insert(int(&visit["id"]));
                }
            }
        }
        i64::try_from(on.len()).unwrap() >= int(&one["times"])
    }

    fn consent(&self, who: i64, purpose: &Value) -> &'static str {
        let mut held: BTreeMap<&str, bool> = BTreeMap::new();
        for row in self.of("consent", who).filter(|row| row["purpose"] == *purpose) {
            for channel in ["phone", "wechat", "sms", "email", "letter"] {
                if row["channel"].is_null() || row["channel"] == channel {
                    held.insert(channel, int(&row["is_given"]) == 1);
                }
            }
        }
        let guarded =
            self.of("consent", who).any(|row| row["purpose"] == *purpose && int(&row["is_given"]) == 1 && !row["guardian"].is_null());
        match held.values().copied().reduce(|a, b| a || b) {
            None => "unasked",
            // Nobody asked who could agree for her.
            Some(true) if self.birthday(who).and_then(|born| born.is_minor_on(self.today, 14)) == Some(true) && !guarded => "unasked",
            Some(true) => "given",
            Some(false) => "withdrawn",
        }
    }

    fn field(&self, who: i64, one: &Value) -> bool {
        let field = self.tables["profile_field"].iter().find(|row| row["id"] == one["field"]).unwrap();
        let person = self.person(who);
        let held: Vec<String> = if int(&field["is_builtin"]) == 0 {
            let hers = self.of("profile_value", who).filter(|row| row["field_id"] == field["id"] && row["ended_on"].is_null());
            hers.map(|row| row["value"].as_str().unwrap().to_owned()).collect()
        } else {
            match field["key"].as_str().unwrap() {
                "phone" => self.of("phone", who).map(|row| row["number"].as_str().unwrap().to_owned()).collect(),
                "staff" => self.tables["staff"]
                    .iter()
                    .filter(|row| row["id"] == person["staff_id"])
                    .map(|row| row["name"].as_str().unwrap().to_owned())
                    .collect(),
                "birthday" => person["birthday_month"].as_i64().map(|month| month.to_string()).into_iter().collect(),
                key => person[key].as_str().map(str::to_owned).into_iter().collect(),
            }
        };
        let test = &one["test"];
        match test["is"].as_str().unwrap() {
            "filled" => !held.is_empty(),
            "missing" => held.is_empty(),
            "one_of" => test["values"].as_array().unwrap().iter().any(|value| held.iter().any(|one| one == value.as_str().unwrap())),
            "contains" => held.iter().any(|one| one.to_lowercase().contains(&small(&test["words"]))),
            _ => held.iter().any(|one| inside(one.parse().ok(), test["min"].as_f64(), test["max"].as_f64())),
        }
    }

    fn holds(&self, who: i64, one: &Value) -> bool {
        let bounds = |value: Option<i64>| inside(value, one["min"].as_i64(), one["max"].as_i64());
        let listed = |list: &str, value: &Value| !value.is_null() && one[list].as_array().unwrap().contains(value);
        let stats = || self.of("customer_stats", who).next().unwrap();
        let group = || one["of"].as_array().unwrap().iter();
        match one["kind"].as_str().unwrap() {
            "all" => group().all(|one| self.holds(who, one)),
            "any" => group().any(|one| self.holds(who, one)),
            "neither" => !group().any(|one| self.holds(who, one)),
            "field" => self.field(who, one),
            "gender" => self.person(who)["gender"] == one["gender"],
            "age" => bounds(self.birthday(who).and_then(|date| date.age_on(self.today)).map(i64::from)),
            "age_band" => {
                let known = self.birthday(who).and_then(|date| date.age_on(self.today)).map(|age| json!(AgeBand::of(age).as_str()));
                listed("bands", &known.unwrap_or_else(|| self.person(who)["age_band"].clone()))
            }
            "level" => listed("levels", &stats()["level_id"]),
            "staff" => listed("staff", &self.person(who)["staff_id"]),
            "tag" => {
                let ruled = |rule: &&BTreeMap<String, Value>| int(&rule["is_on"]) == 1 && listed("tags", &rule["tag_id"]);
                self.of("customer_tag", who).any(|row| listed("tags", &row["tag_id"]))
                    || self.tables["tag_rule"].iter().filter(ruled).any(|rule| {
                        let conditions: Value = serde_json::from_str(rule["rule"].as_str().unwrap()).unwrap();
                        conditions.as_array().unwrap().iter().all(|one| {
                            // The one rule of this test: spent so much in so many days.
                            let period = json!({"kind": "days", "days": one["days"]});
                            self.holds(who, &json!({"kind": "spend", "period": period, "min": one["at_least"]}))
                        })
                    })
            }
            "spend" => {
                let sum = self.visits(who, &one["period"]).iter().map(|visit| int(&visit["total"])).sum::<i64>();
                inside(Some(sum), fen(&one["min"]), fen(&one["max"]))
            }
            "count" => {
                let visits = self.visits(who, &one["period"]);
                let count = match one["what"].as_str().unwrap() {
                    "visits" => i64::try_from(visits.len()).unwrap(),
                    "purchases" => i64::try_from(visits.iter().filter(|visit| visit["kind"] == "purchase").count()).unwrap(),
                    _ => visits.iter().map(|visit| int(&visit["pieces"])).sum(),
                };
                bounds(Some(count))
            }
            "since" => {
                let ago = self.milestone(who, one["what"].as_str().unwrap()).map(|day| (self.today - day).num_days());
                inside(ago, one["at_least"].as_i64(), one["at_most"].as_i64())
            }
            "on" => inside(self.milestone(who, one["what"].as_str().unwrap()), day(&one["from"]), day(&one["to"])),
            "never" => self.milestone(who, one["what"].as_str().unwrap()).is_none(),
            "bought" => self.bought(who, one),
            "birthday_within" => (0..=one["days"].as_u64().unwrap()).any(|days| self.celebrates(who, self.today + Days::new(days))),
            "birthday_month" => {
                let month = one["month"].as_u64().map_or(11, |month| u32::try_from(month).unwrap());
                let first = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(2026, month, day));
                // The first of the year counts, should a lunar one come twice.
                let earlier = (1..month).flat_map(|month| (1..=31).filter_map(move |day| NaiveDate::from_ymd_opt(2026, month, day)));
                !earlier.into_iter().any(|day| self.celebrates(who, day)) && first.into_iter().any(|day| self.celebrates(who, day))
            }
            "completeness" => bounds(stats()["completeness"].as_i64()),
            "points" => bounds(stats()["points"].as_i64()),
            "vouchers" => {
                let open = |row: &&BTreeMap<String, Value>| {
                    row["used_visit_id"].is_null() && row["cancelled_at"].is_null() && day(&row["valid_to"]).unwrap() >= self.today
                };
                bounds(i64::try_from(self.of("voucher", who).filter(open).count()).ok())
            }
            "consent" => one["answer"] == self.consent(who, &one["purpose"]),
            "open_complaint" => self.of("complaint", who).any(|row| row["solved_at"].is_null()),
            other => unreachable!("{other}"),
        }
    }

    fn found(&self, filter: &Value) -> BTreeSet<i64> {
        let active = |row: &&BTreeMap<String, Value>| row["status"] == "active" && row["merged_into_id"].is_null();
        let people = self.tables["customer"].iter().filter(active).map(|row| int(&row["id"]));
        people.filter(|who| self.holds(*who, filter)).collect()
    }
}

/// Fields of the archive by what they hold, levels, tags and clerks of the shop.
struct Named {
    texts: Vec<i64>,
    numbers: Vec<i64>,
    levels: Vec<i64>,
    tags: Vec<i64>,
    staff: Vec<i64>,
}

fn bounded(kind: &'static str, from: i64, to: i64) -> impl Strategy<Value = Value> {
    (from..to, 0..(to - from), any::<bool>(), any::<bool>()).prop_map(move |(min, more, lower, upper)| match (lower, upper) {
        (true, false) => json!({"kind": kind, "min": min}),
        (false, true) => json!({"kind": kind, "max": min}),
        _ => json!({"kind": kind, "min": min, "max": (min + more).min(to)}),
    })
}

fn period() -> impl Strategy<Value = Value> {
    let from: NaiveDate = "2025-06-01".parse().unwrap();
    prop_oneof![
        Just(json!({"kind": "ever"})),
        prop_oneof![1i64..100, 100i64..900].prop_map(|days| json!({"kind": "days", "days": days})),
        (0u64..500, 0u64..300).prop_map(move |(start, days)| {
            let from = from + Days::new(start);
            json!({"kind": "between", "from": from, "to": from + Days::new(days)})
        }),
    ]
}

fn some(of: &[i64]) -> impl Strategy<Value = Vec<i64>> + use<> {
    proptest::sample::subsequence(of.to_vec(), 1..=of.len().min(3))
}

fn leaf(named: &Named) -> BoxedStrategy<Value> {
    let milestone = || prop_oneof![Just("first_purchase"), Just("last_purchase"), Just("last_visit"), Just("last_contact"), Just("joined")];
    let text_test = prop_oneof![
        Just(json!({"is": "filled"})),
        Just(json!({"is": "missing"})),
        prop_oneof![Just("喜"), Just("a"), Just("色"), Just("M"), Just("1")].prop_map(|words| json!({"is": "contains", "words": words})),
        Just(json!({"is": "one_of", "values": ["M", "简约", "朋友介绍", "wechat", "红色"]})),
    ];
    let number_test = (140i64..190, 0i64..30).prop_map(|(min, more)| json!({"is": "number", "min": min, "max": min + more}));
    let goods = prop_oneof![
        (Just("category"), prop_oneof![Just("连衣裙"), Just("外套"), Just("裤子"), Just("没有")]),
        (Just("size"), prop_oneof![Just("m"), Just("S"), Just("l"), Just("均码")]),
        (Just("color"), prop_oneof![Just("驼色"), Just("黑色"), Just("白色"), Just("米白")]),
        (Just("style"), prop_oneof![Just("24d-118"), Just("24D-121"), Just("24B-101"), Just("x")]),
        (Just("word"), prop_oneof![Just("裙"), Just("羊毛"), Just("衫"), Just("黑")]),
    ];
    prop_oneof![
        2 => (proptest::sample::select(named.texts.clone()), text_test).prop_map(|(field, test)| json!({"kind": "field", "field": field, "test": test})),
        1 => (proptest::sample::select(named.numbers.clone()), number_test).prop_map(|(field, test)| json!({"kind": "field", "field": field, "test": test})),
        1 => prop_oneof![Just("f"), Just("m")].prop_map(|gender| json!({"kind": "gender", "gender": gender})),
        1 => bounded("age", 15, 60),
        1 => proptest::sample::subsequence(vec!["18_24", "25_34", "35_44", "45_54"], 1..3).prop_map(|bands| json!({"kind": "age_band", "bands": bands})),
        1 => some(&named.levels).prop_map(|levels| json!({"kind": "level", "levels": levels})),
        1 => some(&named.tags).prop_map(|tags| json!({"kind": "tag", "tags": tags})),
        1 => some(&named.staff).prop_map(|staff| json!({"kind": "staff", "staff": staff})),
        3 => (period(), 0i64..4_000, 0i64..4_000, any::<bool>()).prop_map(|(period, min, more, upper)| {
            let yuan = |amount: i64| format!("{amount}.00");
            let mut spend = json!({"kind": "spend", "period": period, "min": yuan(min)});
            if upper {
                spend["max"] = json!(yuan(min + more));
            }
            spend
        }),
        3 => (prop_oneof![Just("visits"), Just("purchases"), Just("pieces")], period(), bounded("count", 0, 6)).prop_map(|(what, period, mut count)| {
            count["what"] = json!(what);
            count["period"] = period;
            count
        }),
        3 => (milestone(), 0i64..400, 0i64..300, 0u8..3).prop_map(|(what, least, more, which)| match which {
            0 => json!({"kind": "since", "what": what, "at_least": least}),
            1 => json!({"kind": "since", "what": what, "at_most": least}),
            _ => json!({"kind": "since", "what": what, "at_least": least, "at_most": least + more}),
        }),
        1 => (milestone(), 0u64..600, 0u64..300).prop_map(|(what, start, days)| {
            let from = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + Days::new(start);
            json!({"kind": "on", "what": what, "from": from, "to": from + Days::new(days)})
        }),
        1 => prop_oneof![Just("first_purchase"), Just("last_purchase"), Just("last_visit"), Just("last_contact")]
            .prop_map(|what| json!({"kind": "never", "what": what})),
        3 => (goods, 1i64..3, period()).prop_map(|((by, words), times, period)| {
            json!({"kind": "bought", "by": by, "words": words, "times": times, "period": period})
        }),
        1 => (0i64..200).prop_map(|days| json!({"kind": "birthday_within", "days": days})),
        1 => proptest::option::of(1i64..13).prop_map(|month| json!({"kind": "birthday_month", "month": month})),
        1 => bounded("completeness", 0, 100),
        1 => bounded("points", 0, 3_000),
        1 => bounded("vouchers", 0, 3),
        1 => (prop_oneof![Just("archive"), Just("service"), Just("marketing")], prop_oneof![Just("given"), Just("withdrawn"), Just("unasked")])
            .prop_map(|(purpose, answer)| json!({"kind": "consent", "purpose": purpose, "answer": answer})),
        1 => Just(json!({"kind": "open_complaint"})),
    ]
    .boxed()
}

fn filter(named: &Named) -> BoxedStrategy<Value> {
    leaf(named)
        .prop_recursive(3, 12, 3, |inner| {
            (prop_oneof![3 => Just("all"), 2 => Just("any"), 1 => Just("neither")], proptest::collection::vec(inner, 1..4))
                .prop_map(|(kind, of)| json!({"kind": kind, "of": of}))
        })
        .boxed()
}

/// Things that a demo shop lacks, spread over its customers.
fn live(t: &mut TestShop, people: &[i64]) {
    for (at, who) in people.iter().enumerate() {
        let given = at % 3 != 0;
        if at % 4 == 1 {
            let channels = if at % 8 == 1 { json!([]) } else { json!(["sms", "wechat"]) };
            t.ok("save_consent", json!({"customer": who, "purpose": "marketing", "channels": channels, "given": given}));
        }
        if at % 8 == 1 {
            t.ok("save_consent", json!({"customer": who, "purpose": "marketing", "channels": ["phone"], "given": !given}));
        }
        if at % 5 == 2 {
            let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap() - Days::new(u64::try_from(at).unwrap() * 3);
            t.ok(
                "log_contact",
                json!({"customers": [who], "channel": "phone", "direction": "out", "purpose": "service", "outcome": "reached", "day": day}),
            );
        }
        if at % 6 == 3 {
            let complaint = t.ok("open_complaint", json!({"customer": who, "kind": "goods", "what": "掉色"}))["complaint"].clone();
            if at % 12 == 3 {
                t.ok("solve_complaint", json!({"complaint": complaint, "solution": "换了一件"}));
            }
        }
        if at % 7 == 4 {
            t.ok(
                "issue_voucher",
                json!({"customers": [who], "kind": "recall", "worth": {"kind": "amount", "amount": "50.00"}, "min_spend": "0.00",
                       "valid_from": "2026-11-21", "valid_to": "2026-12-31"}),
            );
        }
        if at % 9 == 5 {
            t.ok("set_status", json!({"customer": who, "status": "archived"}));
        }
    }
    t.ok(
        "save_tag_rule",
        json!({"name": "今年花得多", "conditions": [{"kind": "spent", "at_least": "1500.00", "days": 300}], "is_on": true}),
    );
}

#[test]
fn a_filter_finds_exactly_whom_a_count_by_hand_finds() {
    let mut t = shop_with(Trade::Clothing, true);
    let facts = read(&t);
    let people: Vec<i64> = facts.tables["customer"].iter().map(|row| int(&row["id"])).collect();
    let height = t.ok(
        "save_field",
        json!({"label": "身高", "part": "hard", "kind": "number", "options": [], "weight": 1, "is_on": true, "is_sensitive": false}),
    )["id"]
        .clone();
    for (at, who) in people.iter().enumerate().filter(|(at, _)| at % 2 == 0) {
        let tall = format!("{}", 150 + at);
        t.ok("set_profile", json!({"customer": who, "answers": [{"field": height, "values": [tall]}]}));
    }
    live(&mut t, &people);
    let facts = read(&t);
    let ids = |table: &str| facts.tables[table].iter().map(|row| int(&row["id"])).collect::<Vec<i64>>();
    let texts = facts.tables["profile_field"].iter().filter(|row| {
        let of_a_kind = ["text", "choice", "multi"].contains(&row["kind"].as_str().unwrap());
        of_a_kind && !["birthday", "referrer"].contains(&row["key"].as_str().unwrap())
    });
    let named = Named {
        texts: texts.map(|row| int(&row["id"])).collect(),
        numbers: vec![int(&height)],
        levels: vec![1, 2, 3, 4],
        tags: t.ok("list_tags", json!({}))["tags"].as_array().unwrap().iter().map(|tag| int(&tag["id"])).collect(),
        staff: ids("staff"),
    };
    let of = i64::try_from(facts.found(&json!({"kind": "all", "of": []})).len()).unwrap();
    let (shop, hits) = (RefCell::new(t), RefCell::new([0u32; 2]));
    let mut runner = TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
    let ran = runner.run(&filter(&named), |filter| {
        let t = &mut *shop.borrow_mut();
        let expected = facts.found(&filter);
        let preview = t.ok("preview_segment", json!({"filter": filter}));
        prop_assert_eq!(preview["customers"].as_i64(), i64::try_from(expected.len()).ok());
        prop_assert_eq!(preview["of"].as_i64(), Some(of));
        let spend: i64 = expected.iter().flat_map(|who| facts.visits(*who, &json!({"kind": "ever"}))).map(|v| int(&v["total"])).sum();
        prop_assert_eq!(fen(&preview["net_spend"]), Some(spend));
        prop_assert_eq!(preview["sample"].as_array().unwrap().len(), expected.len().min(8));
        let list =
            json!({"filter": {"levels": [], "tags": [], "never_visited": false, "condition": filter}, "sort": "spend", "limit": 500});
        let listed = t.ok("list_customers", list);
        let found: BTreeSet<i64> = listed["rows"].as_array().unwrap().iter().map(|row| int(&row["id"])).collect();
        prop_assert_eq!(&found, &expected);
        let at = usize::from(!expected.is_empty() && found.len() < usize::try_from(of).unwrap());
        hits.borrow_mut()[at] += 1;
        Ok(())
    });
    ran.unwrap();
    let [trivial, telling] = hits.into_inner();
    assert!(telling > trivial / 2, "{telling} filters told customers apart, {trivial} found all or none");
}
