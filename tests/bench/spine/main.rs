//! Times the spine on a large shop, each figure beside its bare counterpart in the same run.
//!
//!     cargo run --release -p shuke-tests --bin bench-spine -- SHOP.shuke [FOLDER]
//!
//! SHOP is a book made by `shuke import` from make_shop.py. It is copied first, into FOLDER if one is given (one in memory leaves
//! the disk out of the figures); the given file is not changed.
//! Rows: opening, search by each kind of key, the customer page, the lists, saving a visit (taking turns with a plain commit of
//! the same rows under the same settings in a copy of the same file), the first demo shop, and what they cost in memory.

#![expect(clippy::print_stdout, clippy::expect_used, clippy::float_arithmetic, reason = "a bench prints, fails loudly and averages")]

use rusqlite::{Connection, params};
use serde_json::{Value, json};
use shuke_core::clock::SystemClock;
use shuke_core::shop::Shop;
use shuke_core::wire::settings::{Language, Trade};
use shuke_core::wire::shop::NewShop;
use shuke_tests::bench::{call, ms, worked};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn main() {
    let given = PathBuf::from(std::env::args().nth(1).expect("usage: bench-spine SHOP.shuke"));
    let beside = std::env::args().nth(2).map(PathBuf::from).or_else(|| given.parent().map(Path::to_owned));
    let folder = beside.expect("a file has a folder").join("bench-copy");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("room for a copy");
    let (ours, bare) = (folder.join("ours.shuke"), folder.join("bare.sqlite"));
    std::fs::copy(&given, &ours).expect("copy");
    std::fs::copy(&given, &bare).expect("copy");

    let start = Instant::now();
    let mut shop = Shop::open(&ours, Box::new(SystemClock)).expect("opens");
    println!("open: {:.1} ms", ms(start.elapsed()));
    let start = Instant::now();
    shop.load_index().expect("loads");
    println!("load the search index: {:.0} ms, resident {} MiB", ms(start.elapsed()), resident_mib());

    let people = sample(&bare);
    search(&mut shop, &people);
    pages(&mut shop, &people);
    lists(&mut shop);
    save(&mut shop, &bare, &people);
    println!("resident at the end: {} MiB", resident_mib());
    drop(shop);
    demo(&folder);
    let _ = std::fs::remove_dir_all(&folder);
}

struct Somebody {
    id: i64,
    name: String,
    phone: String,
    member_no: String,
}

fn sample(path: &Path) -> Vec<Somebody> {
    let db = Connection::open(path).expect("opens");
    let mut query = db
        .prepare(
            "SELECT c.id, c.name, coalesce((SELECT digits FROM phone p WHERE p.customer_id = c.id), ''), c.member_no
             FROM customer c WHERE c.id % (SELECT max(1, max(id) / 500) FROM customer) = 0",
        )
        .expect("query");
    let rows = query.query_map([], |row| Ok(Somebody { id: row.get(0)?, name: row.get(1)?, phone: row.get(2)?, member_no: row.get(3)? }));
    rows.expect("rows").map(|row| row.expect("row")).collect()
}

fn search(shop: &mut Shop, people: &[Somebody]) {
    let mut kinds: Vec<(&str, Vec<Duration>)> = Vec::new();
    for (n, who) in people.iter().enumerate() {
        let tail: String = who.phone.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
        let initials = shuke_core::search::spellings(&who.name).first().map(|s| s.initials.clone()).unwrap_or_default();
        let full = shuke_core::search::sort_key(&who.name);
        for (at, (kind, query)) in [
            ("the name", who.name.clone()),
            ("its first character", who.name.chars().take(1).collect()),
            ("the last four digits", tail),
            ("seven digits of the phone", who.phone.chars().take(7).collect()),
            ("initials", initials),
            ("full pinyin", full),
            ("the card", who.member_no.clone()),
            ("a style number", format!("{}A10{:02}", 20 + n % 6, n % 40)),
            ("the beginning of style numbers", format!("{}A", 20 + n % 6)),
        ]
        .into_iter()
        .enumerate()
        {
            let took = timed(|| call(shop, "search", json!({"query": query, "limit": 20})));
            match kinds.get_mut(at) {
                Some((_, times)) => times.push(took),
                None => kinds.push((kind, vec![took])),
            }
        }
    }
    let mut all: Vec<Duration> = kinds.iter().flat_map(|(_, times)| times.iter().copied()).collect();
    report("search, all kinds of keys", &mut all);
    for (kind, times) in &mut kinds {
        report(&format!("  {kind}"), times);
    }
}

fn pages(shop: &mut Shop, people: &[Somebody]) {
    let mut times: Vec<Duration> = people.iter().map(|who| timed(|| call(shop, "customer_page", json!({"customer": who.id})))).collect();
    report("open a customer page", &mut times);
}

fn lists(shop: &mut Shop) {
    let filter = json!({"levels": [], "tags": [], "never_visited": false});
    for sort in ["last_visit", "name", "spend", "joined"] {
        let (mut times, mut cursor) = (Vec::new(), Value::Null);
        for _ in 0..20 {
            let request = json!({"filter": filter, "sort": sort, "cursor": cursor, "limit": 100});
            let start = Instant::now();
            let page = call(shop, "list_customers", request);
            times.push(start.elapsed());
            cursor = page["cursor"].clone();
        }
        // The first page also counts everybody.
        let first = times.remove(0);
        println!("first page by {sort}, counting all: {:.2} ms", ms(first));
        report(&format!("further pages of 100 by {sort}"), &mut times);
    }
}

/// Ours and the bare commit take turns, so that whatever else the machine does meets both.
fn save(shop: &mut Shop, bare: &Path, people: &[Somebody]) {
    let db = Connection::open(bare).expect("opens");
    db.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;",
    )
    .expect("settings");
    let (mut ours, mut plain, mut ours_work, mut plain_work) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (n, who) in people.iter().take(400).enumerate() {
        let request = visit(n, who);
        let before = worked();
        let saved = timed(|| call(shop, "record_visit", request));
        let between = worked();
        let stored = timed(|| save_bare(&db, n, who));
        let after = worked();
        // The first ones warm the caches of both.
        if n >= 20 {
            ours.push(saved);
            plain.push(stored);
            ours_work.push(between.saturating_sub(before));
            plain_work.push(after.saturating_sub(between));
        }
    }
    report("save a visit, two lines, durable", &mut ours);
    report("bare SQLite, the same rows and settings", &mut plain);
    println!("save a visit, ours / bare: p50 {:.2} x, mean {:.2} x", median(&ours) / median(&plain), mean(&ours) / mean(&plain));
    // The account of work is kept in steps of some milliseconds, so that only a mean over many says something.
    println!("  at work, not waiting for the disk or for others: mean {:.3} ms, bare {:.3} ms", mean(&ours_work), mean(&plain_work));
}

fn visit(n: usize, who: &Somebody) -> Value {
    let line =
        |style: &str, price: &str| json!({"style_no": style, "name": "羊绒大衣", "color": "墨绿", "size": "M", "qty": 1, "price": price});
    let visit = json!({"customer": who.id, "kind": "purchase", "lines": [line("26D1001", "1280.00"), line("26D1002", "299.00")],
        "returns": [], "payments": [{"method": "wechat", "amount": "1579.00"}], "points_used": 0, "answers": [], "wishes": []});
    json!({"receipt": format!("bench-{n:08}"), "visit": visit})
}

fn save_bare(db: &Connection, n: usize, who: &Somebody) {
    db.execute_batch("BEGIN IMMEDIATE").expect("begin");
    db.prepare_cached(
        "INSERT INTO visit (visit_no, receipt, customer_id, at, day, kind, staff_id, pieces, list_total, total)
         VALUES (?1, ?1, ?2, 1795000000000, '2026-11-21', 'purchase', 1, 2, 157900, 157900)",
    )
    .and_then(|mut s| s.execute(params![format!("bare-{n:08}"), who.id]))
    .expect("visit");
    let visit = db.last_insert_rowid();
    for line in 1..=2 {
        db.prepare_cached(
            "INSERT INTO visit_line (visit_id, line_no, style_no, name, color, size, qty, list_price, price, amount)
             VALUES (?1, ?2, '26D1001', '羊绒大衣', '墨绿', 'M', 1, 78950, 78950, 78950)",
        )
        .and_then(|mut s| s.execute(params![visit, line]))
        .expect("line");
    }
    db.prepare_cached("INSERT INTO payment (visit_id, method, amount) VALUES (?1, 'wechat', 157900)")
        .and_then(|mut s| s.execute([visit]))
        .expect("payment");
    db.prepare_cached(
        "INSERT INTO points_entry (customer_id, visit_id, day, at, kind, points, expires_on)
         VALUES (?1, ?2, '2026-11-21', 1795000000000, 'earn', 1579, '2027-12-31')",
    )
    .and_then(|mut s| s.execute([who.id, visit]))
    .expect("points");
    db.prepare_cached("UPDATE customer_stats SET visits = visits + 1, net_spend = net_spend + 157900 WHERE customer_id = ?1")
        .and_then(|mut s| s.execute([who.id]))
        .expect("stats");
    db.execute_batch("COMMIT").expect("commit");
}

/// What the first run waits for when it is asked for the invented customers.
fn demo(folder: &Path) {
    let mut times = Vec::new();
    for n in 0..5 {
        let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: true };
        let path = folder.join(format!("demo-{n}.shuke"));
        times.push(timed(|| Shop::create(&path, new, Box::new(SystemClock)).expect("made")));
    }
    report("make the demo shop", &mut times);
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let answer = work();
    let took = start.elapsed();
    drop(answer);
    took
}

fn median(times: &[Duration]) -> f64 {
    let mut sorted: Vec<f64> = times.iter().copied().map(ms).collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}

fn mean(times: &[Duration]) -> f64 {
    ms(times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap_or(1).max(1))
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default();
    println!("{what}: p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms ({} times)", ms(at(50)), ms(at(99)), ms(at(100)), times.len());
}

/// Resident memory of this process, from Linux's own account of it.
fn resident_mib() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}
