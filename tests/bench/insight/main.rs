//! Times insight on a large shop: the page cold and again, the structure, the people behind a figure, what is bought again.
//!
//!     cargo run --release -p shuke-tests --bin bench-insight -- SHOP.shuke [DAY]
//!
//! SHOP is copied first; the given file is not changed. DAY defaults to one in the last year of its visits and is today for the bench.
//! Cold is the first question after the book was opened, with the file's pages in the memory of the system but not in the program's.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints and fails loudly")]

use serde_json::json;
use shuke_core::clock::FixedClock;
use shuke_core::shop::Shop;
use shuke_tests::bench::{call, ms, timed};
use std::path::{Path, PathBuf};
use std::time::Duration;

fn main() {
    let mut args = std::env::args().skip(1);
    let given = PathBuf::from(args.next().expect("usage: bench-insight SHOP.shuke [DAY]"));
    let day = args.next().unwrap_or_else(|| "2025-11-12".into());
    let folder = given.parent().expect("a file has a folder").join("bench-insight-copy");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("room for a copy");
    let ours = folder.join("ours.shuke");
    std::fs::copy(&given, &ours).expect("copy");
    drop(open(&ours, &day));
    let year = &day[..4];
    let spans = [
        ("this month", json!({})),
        ("this month beside last year's", json!({"compare": "last_year"})),
        ("this year beside the last", json!({"from": format!("{year}-01-01"), "to": day, "compare": "last_year"})),
    ];
    for (name, ask) in &spans {
        let mut cold = Vec::new();
        let mut again = Vec::new();
        let mut structure = Vec::new();
        for _ in 0..7 {
            let mut shop = open(&ours, &day);
            cold.push(timed(|| call(&mut shop, "insight_page", ask.clone())).0);
            structure.push(timed(|| call(&mut shop, "insight_structure", json!({}))).0);
            again.extend((0..5).map(|_| timed(|| call(&mut shop, "insight_page", ask.clone())).0));
        }
        report(&format!("page of {name}, cold"), &mut cold);
        report(&format!("structure after it ({name})"), &mut structure);
        report(&format!("page of {name}, again"), &mut again);
    }
    let mut shop = open(&ours, &day);
    call(&mut shop, "insight_page", json!({}));
    let people = |cell: &str| json!({"of": "lifecycle", "cell": cell, "limit": 50});
    let lists = ["new", "active", "at_risk", "dormant", "lost"];
    report("people of a state", &mut lists.map(|cell| timed(|| call(&mut shop, "list_insight_people", people(cell))).0));
    let mut after = Vec::new();
    for n in 0..5_i64 {
        let line = json!({"style_no": "26D1001", "name": "羊绒大衣", "qty": 1, "price": "2380.00"});
        let visit = json!({"customer": 1 + n * 2_357, "kind": "purchase", "lines": [line]});
        call(&mut shop, "record_visit", json!({"receipt": format!("insight-{n:08}"), "visit": visit}));
        after.push(timed(|| call(&mut shop, "insight_page", json!({}))).0);
    }
    report("page of this month after a visit", &mut after);
    for by in ["category", "style", "size", "color"] {
        let (time, answer) = timed(|| call(&mut shop, "list_rebought", json!({"by": by, "limit": 50})));
        println!("bought again in a year, by {by}: {:.0} ms, {} rows", ms(time), answer["total"]);
    }
    let (time, _) = timed(|| call(&mut shop, "insight_structure", json!({"as_of": format!("{year}-06-30")})));
    println!("structure of a day in the past, levels drawn anew: {:.0} ms", ms(time));
    drop(shop);
    let _ = std::fs::remove_dir_all(&folder);
}

fn open(path: &Path, day: &str) -> Shop {
    Shop::open(path, Box::new(FixedClock::at(&format!("{day}T10:00:00+08:00")))).expect("opens")
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |part: usize| times.get((times.len() * part / 100).min(times.len() - 1)).copied().unwrap_or_default();
    println!("{what}: best {:.1} ms, median {:.1} ms, worst {:.1} ms of {}", ms(times[0]), ms(at(50)), ms(at(100)), times.len());
}
