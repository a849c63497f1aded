//! Times the search box while the book is busy with a report.
//!
//!     cargo run --release -p shuke-tests --bin bench-beside -- SHOP.shuke [DAY]
//!
//! SHOP is copied first; the given file is not changed. DAY defaults to one in the last year of its visits. A second thread searches as
//! the window does while this one works in the book: it asks the search box's own memory, one key after the other with a pause between
//! them as between the letters of a quick hand. A style number can only be looked up in the book; the window shows it later then, so
//! it is not asked here.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints and fails loudly")]

use serde_json::json;
use shuke_core::clock::FixedClock;
use shuke_core::customers::Finder;
use shuke_core::shop::Shop;
use shuke_core::wire::customers::Search;
use shuke_tests::bench::{call, ms, timed};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Between two letters.
const PAUSE: Duration = Duration::from_millis(2);
const KEYS: &[&str] = &["王", "王丽", "李", "zhang", "zl", "chenj", "1380", "4217", "8856", "M0012", "M09", "单", "周敏", "139", "li na"];

fn main() {
    let mut args = std::env::args().skip(1);
    let given = PathBuf::from(args.next().expect("usage: bench-beside SHOP.shuke [DAY]"));
    let day = args.next().unwrap_or_else(|| "2025-11-12".into());
    let folder = given.parent().expect("a file has a folder").join("bench-beside-copy");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("room for a copy");
    let ours = folder.join("ours.shuke");
    std::fs::copy(&given, &ours).expect("copy");
    let mut shop = open(&ours, &day);
    beside(&shop, "nothing", || std::thread::sleep(Duration::from_secs(3)));
    let year = &day[..4];
    let page = json!({"from": format!("{year}-01-01"), "to": day, "compare": "last_year"});
    let out = folder.join("week");
    let weeks: Vec<String> = (1..=8).map(|week| format!("{year}-W{week:02}")).collect();
    for round in 0..3 {
        // Opened again, so that nothing is remembered.
        drop(shop);
        shop = open(&ours, &day);
        let finder = shop.finder();
        let ask = page.clone();
        with(&finder, "insight", || drop(call(&mut shop, "insight_page", ask)));
        with(&finder, "insight, structure of a day in the past", || {
            drop(call(&mut shop, "insight_structure", json!({"as_of": format!("{year}-06-30")})));
        });
        with(&finder, "forecast", || drop(call(&mut shop, "get_forecast", json!({"horizon_days": 90}))));
        with(&finder, "today's tasks", || drop(call(&mut shop, "today", json!({"whose": "all", "limit": 50}))));
        with(&finder, "export of eight weeks", || {
            for week in &weeks {
                let folder = out.join(format!("{round}"));
                std::fs::create_dir_all(&folder).expect("a folder");
                drop(call(&mut shop, "export_week", json!({"week": week, "folder": folder})));
            }
        });
    }
    drop(shop);
    let _ = std::fs::remove_dir_all(&folder);
}

fn open(path: &Path, day: &str) -> Shop {
    let mut shop = Shop::open(path, Box::new(FixedClock::at(&format!("{day}T10:00:00+08:00")))).expect("opens");
    shop.load_index().expect("loads");
    shop
}

fn beside(shop: &Shop, what: &str, work: impl FnOnce()) {
    with(&shop.finder(), what, work);
}

/// Searches as long as `work` goes on, and says how long each took.
fn with(finder: &Finder, what: &str, work: impl FnOnce()) {
    let done = AtomicBool::new(false);
    let (took, mut times) = std::thread::scope(|scope| {
        let searches = scope.spawn(|| {
            let mut times: Vec<Duration> = Vec::new();
            for key in KEYS.iter().cycle() {
                let request = Search { query: (*key).to_owned(), limit: 20 };
                let start = Instant::now();
                let found = finder.answer(&request);
                times.push(start.elapsed());
                drop(found);
                if done.load(Ordering::Relaxed) {
                    break;
                }
                std::thread::sleep(PAUSE);
            }
            times
        });
        let (took, ()) = timed(work);
        done.store(true, Ordering::Relaxed);
        (took, searches.join().expect("searches"))
    });
    times.sort_unstable();
    let at = |percent: usize| ms(times[(times.len() * percent / 100).min(times.len() - 1)]);
    print!("search beside {what} ({:.0} ms): ", ms(took));
    println!("p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms of {}", at(50), at(99), at(100), times.len());
}
