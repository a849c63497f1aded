//! Measures the search box over invented customers: `cargo run --release -p shuke-tests --bin bench-search [CUSTOMERS]...`
//!
//! Prints, for each number of customers: time to make the keys and to build the index, bytes a customer, and the time of a search
//! (p50, p99, max) over all queries and over the slowest kinds, fresh and with the tail of changes as long as it gets. Beside it
//! stands the bare counterpart: one pass over the same keys with `str::contains`.

#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

mod invented;

use invented::{Invented, Random};
use shuke_core::search::{Hit, SearchIndex};
use std::hint::black_box;
use std::time::{Duration, Instant};

const LIMIT: usize = 20;
const ROUNDS: usize = 3;

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|text| text.parse().ok()).collect();
    for size in if sizes.is_empty() { vec![100_000, 1_000_000] } else { sizes } {
        measure(size);
    }
}

fn measure(size: usize) {
    println!("== {size} customers, limit {LIMIT}");
    let start = Instant::now();
    let mut customers: Vec<Invented> = Vec::with_capacity(size);
    let mut random = Random(7);
    for number in 1..=size {
        customers.push(Invented::new(number, &mut random));
    }
    let mut rows: Vec<(String, Hit)> = customers.iter().map(Invented::row).collect();
    println!("inventing and making keys   {:>9.1?}", start.elapsed());
    // The store delivers them in the order in which they are shown.
    rows.sort_by_key(|(_, hit)| (hit.archived, std::cmp::Reverse(hit.last_visit), std::cmp::Reverse(hit.rank)));
    let key_bytes: usize = rows.iter().map(|(key, _)| key.len()).sum();
    let start = Instant::now();
    let mut index = SearchIndex::build(rows.iter().map(|(key, hit)| (key, hit.clone())));
    println!("building                    {:>9.1?}", start.elapsed());
    println!("bytes a customer            {:>9} of which key {}", index.memory() / size, key_bytes / size);

    let queries: Vec<(&'static str, String)> = invented::queries(&customers, &mut random);
    report("fresh", &index, &queries);
    bare(&rows, &queries);

    let changes = (size / 16).max(1024);
    let start = Instant::now();
    for _ in 0..changes {
        let at = random.below(size);
        customers[at].visited();
        let (key, hit) = customers[at].row();
        index.upsert(&key, &hit);
    }
    println!("{changes} changes, each      {:>9.1?}", start.elapsed() / u32::try_from(changes).unwrap_or(1));
    report("with the longest tail", &index, &queries);
    let start = Instant::now();
    index.compact();
    println!("rebuilding                  {:>9.1?}", start.elapsed());
}

/// Runs all queries in turn, [`ROUNDS`] times, and counts the fastest run of each: on a shared machine the slower ones tell of
/// other programs. Between two runs of a query lie all others, so that none finds its data still in the cache.
fn report(state: &str, index: &SearchIndex, queries: &[(&'static str, String)]) {
    let mut times: Vec<(Duration, &str, &str)> = queries.iter().map(|(kind, query)| (Duration::MAX, *kind, query.as_str())).collect();
    let mut first: Vec<Duration> = Vec::new();
    let mut found = 0;
    for round in 0..ROUNDS {
        for (time, _, query) in &mut times {
            let start = Instant::now();
            let hits = black_box(index.search(black_box(query), LIMIT));
            let took = start.elapsed();
            *time = took.min(*time);
            if round == 0 {
                first.push(took);
                found += usize::from(!hits.is_empty());
            }
        }
    }
    println!("search, {state}: {} queries, {found} found something", queries.len());
    println!("  {:<22} {}", "all", spread(times.iter().map(|(time, ..)| *time)));
    println!("  {:<22} {}", "all, first run", spread(first.into_iter()));
    let mut kinds: Vec<&str> = times.iter().map(|(_, kind, _)| *kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        println!("  {kind:<22} {}", spread(times.iter().filter(|(_, k, _)| *k == kind).map(|(time, ..)| *time)));
    }
    times.sort_unstable();
    let slowest: Vec<String> = times.iter().rev().take(12).map(|(time, _, query)| format!("{query} {time:.1?}")).collect();
    println!("  slowest: {}", slowest.join(", "));
}

/// What one would write first: look into every key.
fn bare(rows: &[(String, Hit)], queries: &[(&'static str, String)]) {
    let some = queries.iter().step_by(queries.len() / 40 + 1);
    let times = some.map(|(_, query)| {
        let start = Instant::now();
        black_box(rows.iter().filter(|(key, _)| query.split(' ').all(|word| key.contains(word))).take(usize::MAX).count());
        start.elapsed()
    });
    println!("bare pass over the keys: {}", spread(times.collect::<Vec<_>>().into_iter()));
}

fn spread(times: impl Iterator<Item = Duration>) -> String {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default();
    format!("p50 {:.3?} p99 {:.3?} max {:.3?}", at(50), at(99), at(100))
}
