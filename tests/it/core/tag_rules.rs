//! Tags that rules give, against a count by hand over the very rows of the file; and wishes that came true.

use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};
use std::collections::{BTreeMap, BTreeSet};

const LONG_AGO: &str = "2000-01-01";

struct Line {
    customer: i64,
    visit: i64,
    day: String,
    category: String,
    style: String,
    words: String,
    kept: i64,
}

/// What the file holds, read row by row without a join.
struct Rows {
    active: BTreeSet<i64>,
    visits: Vec<(i64, i64, String, i64)>,
    lines: Vec<Line>,
    levels: BTreeMap<i64, i64>,
}

fn rows(t: TestShop) -> (Rows, TestShop) {
    let path = t.path();
    let TestShop { shop, clock, folder } = t;
    drop(shop);
    let db = Connection::open(&path).unwrap();
    let all = |sql: &str| -> Vec<Vec<Value>> {
        let mut statement = db.prepare(sql).unwrap();
        let columns = statement.column_count();
        let read = statement.query_map([], |row| {
            (0..columns)
                .map(|at| {
                    Ok(match row.get_ref(at)? {
                        rusqlite::types::ValueRef::Integer(n) => json!(n),
                        rusqlite::types::ValueRef::Text(text) => json!(String::from_utf8_lossy(text)),
                        _ => Value::Null,
                    })
                })
                .collect()
        });
        read.unwrap().map(Result::unwrap).collect()
    };
    let number = |value: &Value| value.as_i64().unwrap_or(0);
    let text = |value: &Value| value.as_str().unwrap_or("").to_lowercase();
    let visits: Vec<(i64, i64, String, i64)> =
        all("SELECT id, customer_id, day, total FROM visit WHERE voided_at IS NULL AND customer_id > 0")
            .iter()
            .map(|v| (number(&v[0]), number(&v[1]), text(&v[2]), number(&v[3])))
            .collect();
    let owner: BTreeMap<i64, (i64, String)> = visits.iter().map(|v| (v.0, (v.1, v.2.clone()))).collect();
    let live: BTreeSet<i64> = all("SELECT id FROM visit WHERE voided_at IS NULL").iter().map(|v| number(&v[0])).collect();
    let stored = all("SELECT id, visit_id, qty, reverses_id, category, style_no, name, color FROM visit_line");
    let mut back: BTreeMap<i64, i64> = BTreeMap::new();
    for line in stored.iter().filter(|line| live.contains(&number(&line[1]))) {
        *back.entry(number(&line[3])).or_default() -= number(&line[2]);
    }
    let lines = stored
        .iter()
        .filter(|line| number(&line[2]) > 0)
        .filter_map(|line| {
            let (customer, day) = owner.get(&number(&line[1]))?.clone();
            Some(Line {
                customer,
                visit: number(&line[1]),
                day,
                category: text(&line[4]),
                style: text(&line[5]),
                words: [text(&line[6]), text(&line[4]), text(&line[7]), text(&line[5])].join("\n"),
                kept: number(&line[2]) - back.get(&number(&line[0])).copied().unwrap_or(0),
            })
        })
        .collect();
    let active = all("SELECT id FROM customer WHERE status = 'active' AND merged_into_id IS NULL").iter().map(|c| number(&c[0])).collect();
    let levels = all("SELECT customer_id, level_id FROM customer_stats").iter().map(|s| (number(&s[0]), number(&s[1]))).collect();
    drop(db);
    (
        Rows { active, visits, lines, levels },
        TestShop { shop: shuke_core::shop::Shop::open(&path, Box::new(std::sync::Arc::clone(&clock))).unwrap(), clock, folder },
    )
}

impl Rows {
    fn bought(&self, fits: impl Fn(&Line) -> bool, times: usize, from: &str) -> BTreeSet<i64> {
        let mut on: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
        for line in self.lines.iter().filter(|line| line.kept > 0 && line.day.as_str() >= from && fits(line)) {
            on.entry(line.customer).or_default().insert(line.visit);
        }
        self.still(on.into_iter().filter(|(_, visits)| visits.len() >= times).map(|(customer, _)| customer))
    }

    fn spent(&self, least: i64, from: &str) -> BTreeSet<i64> {
        let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
        for (_, customer, day, total) in &self.visits {
            *sums.entry(*customer).or_default() += if day.as_str() >= from { *total } else { 0 };
        }
        self.still(sums.into_iter().filter(|(_, sum)| *sum >= least).map(|(customer, _)| customer))
    }

    fn absent(&self, since: &str) -> BTreeSet<i64> {
        let mut last: BTreeMap<i64, &str> = BTreeMap::new();
        for (_, customer, day, _) in &self.visits {
            let known = last.entry(*customer).or_insert(LONG_AGO);
            *known = (*known).max(day.as_str());
        }
        self.still(last.into_iter().filter(|(_, day)| *day <= since).map(|(customer, _)| customer))
    }

    fn still(&self, found: impl Iterator<Item = i64>) -> BTreeSet<i64> {
        found.filter(|customer| self.active.contains(customer)).collect()
    }
}

/// Everybody the list shows under a tag.
fn listed(t: &mut TestShop, tag: &Value) -> BTreeSet<i64> {
    let filter = json!({"levels": [], "tags": [tag], "never_visited": false});
    let found = t.ok("list_customers", json!({"filter": filter, "sort": "name", "limit": 500}));
    let ids: BTreeSet<i64> = found["rows"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert_eq!(found["total"].as_i64(), i64::try_from(ids.len()).ok());
    ids
}

fn bought(by: &str, words: &str, times: i64, days: i64) -> Value {
    json!({"kind": "bought", "by": by, "words": words, "times": times, "days": days})
}

#[test]
fn a_rule_tags_exactly_whom_a_count_by_hand_finds() {
    let mut t = shop_with(Trade::Clothing, true);
    let gone = t.ok("search", json!({"query": "单晓燕", "limit": 1}))["hits"][0]["id"].clone();
    t.ok("set_status", json!({"customer": gone, "status": "archived"}));
    let (rows, mut t) = rows(t);
    // Today is 2026-11-21, so 90 days begin on 2026-08-24, 365 on 2025-11-22 and 30 on 2026-10-23.
    let (quarter, year, month) = ("2026-08-24", "2025-11-22", "2026-10-23");
    let spent = rows.spent(100_000, year);
    let level = rows.levels[spent.iter().next().unwrap()];
    let often = |of: fn(&Line) -> &String| {
        let mut many: BTreeMap<&String, usize> = BTreeMap::new();
        for line in rows.lines.iter().filter(|line| !of(line).is_empty()) {
            *many.entry(of(line)).or_default() += 1;
        }
        many.into_iter().max_by_key(|(_, many)| *many).unwrap().0.clone()
    };
    let (category, style) = (often(|line| &line.category), often(|line| &line.style));
    let of_level: BTreeSet<i64> = rows.still(rows.levels.iter().filter(|(_, at)| **at == level).map(|(customer, _)| *customer));
    let cases = [
        (json!([bought("category", &category, 1, 365)]), rows.bought(|line| line.category == category, 1, year)),
        (json!([bought("category", &category.to_uppercase(), 2, 90)]), rows.bought(|line| line.category == category, 2, quarter)),
        (json!([bought("style", &style.to_uppercase(), 1, 3_650)]), rows.bought(|line| line.style == style, 1, LONG_AGO)),
        (json!([bought("word", "驼色", 2, 3_650)]), rows.bought(|line| line.words.contains("驼色"), 2, LONG_AGO)),
        (json!([bought("word", "裙", 1, 30)]), rows.bought(|line| line.words.contains('裙'), 1, month)),
        (json!([{"kind": "spent", "at_least": "1000.00", "days": 365}]), spent.clone()),
        (json!([{"kind": "spent", "at_least": "0.01", "days": 30}]), rows.spent(1, month)),
        (json!([{"kind": "absent", "days": 60}]), rows.absent("2026-09-22")),
        (json!([{"kind": "absent", "days": 1}]), rows.absent("2026-11-20")),
        (json!([{"kind": "level", "levels": [level]}]), of_level.clone()),
        (json!([{"kind": "spent", "at_least": "1000.00", "days": 365}, {"kind": "level", "levels": [level]}]), &spent & &of_level),
    ];
    let mut some = 0;
    for (n, (conditions, expected)) in cases.into_iter().enumerate() {
        let preview = t.ok("preview_tag_rule", json!({"conditions": conditions}));
        assert_eq!(preview["customers"].as_i64(), i64::try_from(expected.len()).ok(), "{conditions}");
        assert_eq!(preview["sample"].as_array().unwrap().len(), expected.len().min(20), "{conditions}");
        let tag = t.ok("save_tag_rule", json!({"name": format!("自动{n}"), "conditions": conditions, "is_on": true}))["id"].clone();
        assert_eq!(listed(&mut t, &tag), expected, "{conditions}");
        // And on each page, one by one.
        for customer in rows.active.iter().take(25) {
            let page = t.ok("customer_page", json!({"customer": customer}));
            let carries = page["tags"].as_array().unwrap().iter().any(|one| one["id"] == tag && !one["rule"].is_null());
            assert_eq!(carries, expected.contains(customer), "{conditions} {customer}");
        }
        t.ok("remove_tag_rule", json!({"tag": tag}));
        some += usize::from(!expected.is_empty());
    }
    assert!(some >= 9, "{some} rules mean anybody at all");
}

#[test]
fn a_birthday_month_is_of_this_year_and_lunar_ones_are_reckoned() {
    let mut t = shop();
    for (name, calendar, month) in [("阳历", "solar", 11), ("农历", "lunar", 10), ("别月", "solar", 3)] {
        let birthday = json!({"calendar": calendar, "year": 1990, "month": month, "day": 5, "leap": false});
        let fields = json!({"name": name, "phones": [], "birthday": birthday});
        t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
    }
    // The fifth of the tenth lunar month of 2026 is the thirteenth of November.
    for (month, many) in [(json!(null), 2), (json!(11), 2), (json!(3), 1), (json!(7), 0)] {
        let preview = t.ok("preview_tag_rule", json!({"conditions": [{"kind": "birthday_month", "month": month}]}));
        assert_eq!(preview["customers"], many, "{month}");
    }
    t.at("2027-03-01T10:00:00+08:00");
    assert_eq!(t.ok("preview_tag_rule", json!({"conditions": [{"kind": "birthday_month"}]}))["customers"], 1);
}

#[test]
fn a_rule_lives_beside_the_hand_and_follows_what_happens() {
    let mut t = shop();
    let open = |t: &mut TestShop, name: &str, tags: &[&str]| {
        let request = json!({"fields": {"name": name, "phones": []}, "confirm_phone": false, "answers": [], "tags": tags});
        t.ok("create_customer", request)["customer"].as_i64().unwrap()
    };
    let (a, b) = (open(&mut t, "单晓燕", &["连衣裙控"]), open(&mut t, "曾丽", &[]));
    let buy = |t: &mut TestShop, customer: i64, receipt: &str| {
        let visit = json!({"customer": customer, "kind": "purchase", "lines": [{"name": "碎花裙", "category": "连衣裙", "qty": 1, "price": "300.00"}]});
        t.ok("record_visit", json!({"receipt": receipt, "visit": visit}))["visit"].clone()
    };
    let rule = json!({"name": "连衣裙控", "conditions": [bought("category", "连衣裙", 2, 90)], "is_on": true});
    let tag = t.ok("save_tag_rule", rule.clone())["id"].clone();
    buy(&mut t, b, "receipt-1");
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a]), "by hand she carries it, by the rule nobody yet");
    let second = buy(&mut t, b, "receipt-2");
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a, b]));
    let hits = t.ok("search", json!({"query": "连衣裙控", "limit": 10}))["hits"].clone();
    let found: BTreeSet<i64> = hits.as_array().unwrap().iter().map(|hit| hit["id"].as_i64().unwrap()).collect();
    assert_eq!(found, BTreeSet::from([a, b]), "the search box finds both");
    assert!(hits.as_array().unwrap().iter().all(|hit| hit["matched"] == "tag"));
    let hand = t.ok("customer_page", json!({"customer": a}))["tags"].clone();
    assert_eq!((hand[0]["id"].clone(), hand[0]["rule"].clone(), hand.as_array().unwrap().len()), (tag.clone(), Value::Null, 1));
    assert_eq!(t.ok("list_tag_rules", json!({}))["rules"][0]["customers"], 1);

    // A return, a void, an undo and the calendar all move it.
    let line = t.ok("visit_page", json!({"visit": second}))["lines"][0]["id"].clone();
    let back = json!({"customer": b, "kind": "return", "returns": [{"line": line, "qty": 1}]});
    t.ok("record_visit", json!({"receipt": "receipt-3", "visit": back}));
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a]));
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a, b]));
    t.at("2027-02-18T10:00:00+08:00");
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a, b]), "the ninetieth day still counts");
    t.at("2027-02-19T10:00:00+08:00");
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a]));
    t.at("2026-11-21T11:00:00+08:00");

    // Switched off it gives nothing; taken away the hand's stay; the tag away takes its rule along, and undo brings both.
    let mut off = rule;
    off["is_on"] = json!(false);
    t.ok("save_tag_rule", off);
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a]));
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
    t.ok("delete_tag", json!({"tag": tag}));
    assert_eq!(t.ok("list_tag_rules", json!({}))["rules"], json!([]));
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a, b]));
    t.ok("remove_tag_rule", json!({"tag": tag}));
    assert_eq!(listed(&mut t, &tag), BTreeSet::from([a]));
    assert_eq!(t.err("remove_tag_rule", json!({"tag": tag})).code.as_str(), "not_found");
}

#[test]
fn a_rule_that_cannot_be_is_refused_at_its_field() {
    let mut t = shop();
    for (condition, code, field) in [
        (bought("category", " ", 1, 30), "required", "conditions.0.words"),
        (bought("category", "裙", 0, 30), "out_of_range", "conditions.0.times"),
        (bought("word", "裙", 1, 0), "out_of_range", "conditions.0.days"),
        (bought("word", "裙", 1, 3_651), "out_of_range", "conditions.0.days"),
        (json!({"kind": "spent", "at_least": "0.00", "days": 30}), "out_of_range", "conditions.0.at_least"),
        (json!({"kind": "absent", "days": -1}), "out_of_range", "conditions.0.days"),
        (json!({"kind": "level", "levels": []}), "required", "conditions.0.levels"),
        (json!({"kind": "level", "levels": [77]}), "not_found", "conditions.0.levels"),
        (json!({"kind": "birthday_month", "month": 13}), "out_of_range", "conditions.0.month"),
    ] {
        for op in ["preview_tag_rule", "save_tag_rule"] {
            let mut args = json!({"conditions": [condition]});
            if op == "save_tag_rule" {
                args["name"] = json!("标签");
                args["is_on"] = json!(true);
            }
            let failure = t.err(op, args);
            assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some(field)), "{op} {condition}");
        }
    }
    assert_eq!(t.err("preview_tag_rule", json!({"conditions": []})).field.as_deref(), Some("conditions"));
    let absent = json!({"kind": "absent", "days": 9});
    let failure = t.err("save_tag_rule", json!({"name": "", "conditions": [absent], "is_on": true}));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("required", Some("name")));
}

#[test]
fn a_style_that_came_in_names_who_waits_for_it() {
    let mut t = shop();
    let mut people = Vec::new();
    for (name, style) in [("单晓燕", "24D-118"), ("曾丽", "24d-118"), ("仇敏", "24B-7")] {
        let request = json!({"fields": {"name": name, "phones": []}, "confirm_phone": false, "answers": [], "tags": []});
        let id = t.ok("create_customer", request)["customer"].clone();
        t.ok(
            "save_wish",
            json!({"customer": id, "style_no": style, "name": "羊绒大衣", "size": "M", "reason": "等降价", "status": "open"}),
        );
        people.push(id);
    }
    let named = json!({"customer": people[2], "name": "红围巾", "status": "open"});
    t.ok("save_wish", named);
    let list = t.ok("list_wishes", json!({}));
    assert_eq!((list["wishes"].as_i64(), list["styles"].as_array().unwrap().len()), (Some(4), 3));
    let first = &list["styles"][0];
    assert_eq!((first["style_no"].as_str(), first["waiting"].as_array().unwrap().len()), (Some("24D-118"), 2));
    assert_eq!(first["waiting"][1]["customer"]["name"], "曾丽");
    assert!(list["styles"].as_array().unwrap().iter().any(|one| one["style_no"].is_null() && one["name"] == "红围巾"));

    let saved = t.ok("save_arrival", json!({"style_no": " 24d-118 ", "kind": "reduced", "note": "八折"}));
    assert_eq!(saved["waiting"], 2);
    let arrivals = t.ok("list_wishes", json!({}))["styles"][0]["arrivals"].clone();
    assert_eq!(
        (arrivals[0]["kind"].as_str(), arrivals[0]["day"].as_str(), arrivals[0]["note"].as_str()),
        (Some("reduced"), Some("2026-11-21"), Some("八折"))
    );
    assert_eq!(t.ok("save_arrival", json!({"style_no": "没人等", "kind": "arrived"}))["waiting"], 0);
    t.ok("remove_arrival", json!({"arrival": saved["arrival"]}));
    assert_eq!(t.ok("list_wishes", json!({}))["styles"][0]["arrivals"], json!([]));
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
    assert_eq!(t.ok("list_wishes", json!({}))["styles"][0]["arrivals"], arrivals);
    assert_eq!(t.err("remove_arrival", json!({"arrival": 99})).code.as_str(), "not_found");
    assert_eq!(t.err("save_arrival", json!({"style_no": "", "kind": "arrived"})).field.as_deref(), Some("style_no"));
}
