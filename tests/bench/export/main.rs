//! Times the accountant's week against sqlite3's own dump of the same rows to CSV, in turns.
//!
//!     cargo run --release -p shuke-tests --bin bench-export -- SHOP.shuke [FOLDER]
//!
//! SHOP is a book made by `shuke import` from make_shop.py. It is copied first, into FOLDER if one is given; the given file is not
//! changed. The busiest week is taken. `sqlite3` (a program of Debian's package of that name) writes the same visits, lines and
//! payments in the same order, each as one file, with the names of the columns. It does not sync them, adds nothing up, proves
//! nothing and notes nothing.

#![expect(clippy::print_stdout, clippy::expect_used, clippy::float_arithmetic, reason = "a bench prints, fails loudly and averages")]

use rusqlite::Connection;
use serde_json::json;
use shuke_core::clock::SystemClock;
use shuke_core::export::Week;
use shuke_core::ops;
use shuke_core::shop::Shop;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;

/// The rows of visits.csv, lines.csv and payments.csv; `:from` and `:to` are put in their places.
const DUMPS: [(&str, &str); 3] = [
    (
        "visits.csv",
        "SELECT v.visit_no, v.at, v.day, v.kind, c.member_no, v.is_day_total, s.name AS staff, v.ticket_no, v.pieces, v.list_total,
           v.total, r.visit_no AS ref_visit
         FROM visit v LEFT JOIN customer c ON c.id = v.customer_id LEFT JOIN staff s ON s.id = v.staff_id
           LEFT JOIN visit r ON r.id = v.ref_visit_id
         WHERE v.day BETWEEN ':from' AND ':to' AND v.voided_at IS NULL ORDER BY v.day, v.at, v.id;",
    ),
    (
        "lines.csv",
        "SELECT v.visit_no, l.line_no, l.style_no, l.name, l.category, l.color, l.size, l.qty, l.list_price, l.price, l.amount, l.reason,
           bv.visit_no AS ref_visit, b.line_no AS ref_line
         FROM visit v CROSS JOIN visit_line l ON l.visit_id = v.id LEFT JOIN visit_line b ON b.id = l.reverses_id
           LEFT JOIN visit bv ON bv.id = b.visit_id
         WHERE v.day BETWEEN ':from' AND ':to' AND v.voided_at IS NULL ORDER BY v.day, v.at, v.id, l.line_no;",
    ),
    (
        "payments.csv",
        "SELECT v.visit_no, p.method, p.amount FROM visit v CROSS JOIN payment p ON p.visit_id = v.id
         WHERE v.day BETWEEN ':from' AND ':to' AND v.voided_at IS NULL ORDER BY v.day, v.at, v.id, p.id;",
    ),
];

fn main() {
    let given = PathBuf::from(std::env::args().nth(1).expect("usage: bench-export SHOP.shuke [FOLDER]"));
    let beside = std::env::args().nth(2).map(PathBuf::from).or_else(|| given.parent().map(Path::to_owned));
    let folder = beside.expect("a file has a folder").join("bench-export");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("first")).expect("room for a copy");
    std::fs::create_dir_all(folder.join("again")).expect("room for a copy");
    let (ours, bare) = (folder.join("ours.shuke"), folder.join("bare.shuke"));
    std::fs::copy(&given, &ours).expect("copy");
    std::fs::copy(&given, &bare).expect("copy");
    let (week, visits) = busiest(&bare);
    println!("week {week}: {visits} visits");

    let mut shop = Shop::open(&ours, Box::new(SystemClock)).expect("opens");
    let (mut first, mut again, mut written, mut dump) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // What was noted of the delivery before is forgotten, so that each is a first one.
        if round > 0 {
            drop(shop);
            let db = Connection::open(&ours).expect("opens");
            db.execute_batch("DELETE FROM week_export; DELETE FROM week_delivery; DELETE FROM week_correction;").expect("forgets");
            drop(db);
            shop = Shop::open(&ours, Box::new(SystemClock)).expect("opens");
        }
        let target = folder.join("first").join(round.to_string());
        std::fs::create_dir(&target).expect("folder");
        dump.push(dumped(&bare, &folder, week));
        first.push(exported(&mut shop, week, &target));
        dump.push(dumped(&bare, &folder, week));
        let other = folder.join("again").join(round.to_string());
        std::fs::create_dir(&other).expect("folder");
        written.push(exported(&mut shop, week, &other));
        again.push(exported(&mut shop, week, &other));
    }
    let base = median(&mut dump);
    println!("sqlite3, the same rows to three files: p50 {base:.1} ms");
    for (what, times) in [
        ("first delivery, everything noted", &mut first),
        ("the same week into another folder", &mut written),
        ("the same week where it lies already", &mut again),
    ] {
        let took = median(times);
        println!("{what}: p50 {took:.1} ms, {:.2} x", took / base);
    }
    drop(shop);
    let _ = std::fs::remove_dir_all(&folder);
}

fn busiest(path: &Path) -> (Week, u32) {
    let db = Connection::open(path).expect("opens");
    let mut query = db.prepare("SELECT day, count(*) FROM visit GROUP BY day").expect("query");
    let mut weeks: BTreeMap<Week, u32> = BTreeMap::new();
    let days = query.query_map([], |row| Ok((row.get::<_, chrono::NaiveDate>(0)?, row.get::<_, u32>(1)?))).expect("days");
    for (day, count) in days.map(|day| day.expect("day")) {
        *weeks.entry(Week::of(day)).or_default() += count;
    }
    weeks.into_iter().max_by_key(|(_, count)| *count).expect("a visit")
}

fn exported(shop: &mut Shop, week: Week, folder: &Path) -> Duration {
    let request = json!({"week": week.to_string(), "folder": folder});
    let start = Instant::now();
    let answer = ops::call(shop, "export_week", request);
    let took = start.elapsed();
    assert!(answer.is_ok(), "{answer:?}");
    took
}

fn dumped(file: &Path, folder: &Path, week: Week) -> Duration {
    let mut script = String::from(".headers on\n.mode csv\n");
    for (name, sql) in DUMPS {
        let sql = sql.replace(":from", &week.monday().to_string()).replace(":to", &week.sunday().to_string());
        script.push_str(&format!(".output {}\n{sql}\n", folder.join(name).display()));
    }
    let path = folder.join("dump.sql");
    std::fs::write(&path, script).expect("script");
    let start = Instant::now();
    let done = Command::new("sqlite3").arg("-bail").arg(file).arg(format!(".read {}", path.display())).status();
    let took = start.elapsed();
    assert!(done.expect("sqlite3 is installed").success());
    took
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}
