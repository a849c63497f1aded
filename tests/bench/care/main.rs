//! Times care on a large shop: today's tasks for everybody, and after one visit.
//!
//!     cargo run --release -p shuke-tests --bin bench-care -- SHOP.shuke [DAY ...]
//!
//! SHOP is copied first; the given file is not changed. A book of an older version is brought up to date on the copy. The rules are
//! those a new book starts with. DAYs default to days around the end of its visits: an ordinary one and one of festivals, lists and
//! reviews.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints and fails loudly")]

use serde_json::{Value, json};
use shuke_core::clock::{Clock, FixedClock};
use shuke_core::shop::Shop;
use shuke_tests::bench::{call, ms, worked};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

fn main() {
    let mut args = std::env::args().skip(1);
    let given = PathBuf::from(args.next().expect("usage: bench-care SHOP.shuke [DAY ...]"));
    let days: Vec<String> = args.collect();
    let days = if days.is_empty() { vec!["2025-11-12".into(), "2025-12-29".into()] } else { days };
    let folder = given.parent().expect("a file has a folder").join("bench-care-copy");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("room for a copy");
    let ours = folder.join("ours.shuke");
    std::fs::copy(&given, &ours).expect("copy");
    let clock = Arc::new(FixedClock::at("2025-11-12T10:00:00+08:00"));
    let start = Instant::now();
    let mut shop = Shop::open(&ours, Box::new(Arc::clone(&clock))).expect("opens");
    println!("open, with bringing it up to date if it is older: {:.0} ms", ms(start.elapsed()));
    for day in days {
        clock.set(FixedClock::at(&format!("{day}T10:00:00+08:00")).utc());
        drop(shop);
        let start = Instant::now();
        shop = Shop::open(&ours, Box::new(Arc::clone(&clock))).expect("opens again");
        println!("{day}: open again {:.0} ms", ms(start.elapsed()));
        measure(&mut shop, &day);
    }
    drop(shop);
    let _ = std::fs::remove_dir_all(&folder);
}

fn measure(shop: &mut Shop, day: &str) {
    let ask = json!({"whose": "all", "limit": 50});
    let (first, page) = timed(|| call(shop, "today", ask.clone()));
    println!("{day}: today for everybody, first time: {:.1} ms, at work {:.1} ms", ms(first.0), ms(first.1));
    println!("{day}: {} held {} {}", page["all"], page["held"], summary(&page));
    // A change of a rule throws the list away: made again with the file's pages at hand.
    let rules = call(shop, "list_care_rules", json!({}))["rules"].as_array().cloned().unwrap_or_default();
    let rule = rules.first().map(|row| row["rule"].clone()).unwrap_or_default();
    let mut again = Vec::new();
    for n in 0..7 {
        let name = format!("{} {n}", rule["name"].as_str().unwrap_or_default());
        call(shop, "save_care_rule", json!({"id": rule["id"], "name": name, "plan": rule["plan"], "is_on": rule["is_on"]}));
        again.push(timed(|| call(shop, "today", ask.clone())).0);
    }
    report(&format!("{day}: today for everybody, made anew"), &again);
    report(
        &format!("{day}: today again, nothing changed"),
        &(0..20).map(|_| timed(|| call(shop, "today", ask.clone())).0).collect::<Vec<_>>(),
    );
    let mut after = Vec::new();
    for n in 0..40_i64 {
        let customer = 1 + n * 2_357;
        let line = json!({"style_no": "26D1001", "name": "羊绒大衣", "color": "墨绿", "size": "M", "qty": 1, "price": "2380.00"});
        let visit = json!({"customer": customer, "kind": "purchase", "lines": [line]});
        call(shop, "record_visit", json!({"receipt": format!("care-{day}-{n:08}"), "visit": visit}));
        after.push(timed(|| call(shop, "today", ask.clone())).0);
    }
    report(&format!("{day}: today after one visit"), &after);
    let hers: Vec<Took> = (0..200_i64).map(|n| timed(|| call(shop, "customer_tasks", json!({"customer": 1 + n * 499}))).0).collect();
    report(&format!("{day}: one customer's tasks"), &hers);
}

fn summary(page: &Value) -> String {
    let groups = page["groups"].as_array().cloned().unwrap_or_default();
    let one = |group: &Value| {
        format!("{} {}/{}/{}", group["kind"].as_str().unwrap_or_default(), group["overdue"], group["due"], group["upcoming"])
    };
    groups.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// How long it took, and how long this thread was really at work: on a machine that others use too, only the second says something.
type Took = (Duration, Duration);

fn timed<T>(work: impl FnOnce() -> T) -> (Took, T) {
    let (start, before) = (Instant::now(), worked());
    let answer = work();
    ((start.elapsed(), worked().saturating_sub(before)), answer)
}

fn report(what: &str, times: &[Took]) {
    let mut walls: Vec<Duration> = times.iter().map(|took| took.0).collect();
    walls.sort_unstable();
    let at = |percent: usize| ms(walls.get((walls.len() * percent / 100).min(walls.len().saturating_sub(1))).copied().unwrap_or_default());
    // The account of work is kept in steps of some milliseconds, so that only a mean over many says something.
    let work = times.iter().map(|took| took.1).sum::<Duration>() / u32::try_from(times.len()).unwrap_or(1).max(1);
    let (least, p50, p99, most) = (at(0), at(50), at(99), at(100));
    print!("{what}: least {least:.2} ms, p50 {p50:.2} ms, p99 {p99:.2} ms, max {most:.2} ms ({} times); ", times.len());
    println!("at work: mean {:.2} ms", ms(work));
}
