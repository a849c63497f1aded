//! Times the forecast on a large shop, and compares the estimates with the published ones.
//!
//!     cargo run --release -p shuke-tests --bin bench-forecast -- SHOP.shuke [DAY]
//!     cargo run --release -p shuke-tests --bin bench-forecast -- --cdnow CDNOW_sample.txt
//!
//! SHOP is copied first; the given file is not changed. DAY is the day of judgement, the end of 2025 unless given.
//! `tests/forecast/cdnow` fetches the second file and runs the comparison.

#![expect(clippy::print_stdout, clippy::expect_used, clippy::float_arithmetic, reason = "a bench prints, fails loudly and reckons times")]

use serde_json::json;
use shuke_core::clock::{Day, FixedClock};
use shuke_core::forecast::{Spend, Spending, Triple, fit};
use shuke_core::shop::Shop;
use shuke_core::wire::forecast::ForecastModel;
use shuke_tests::bench::{call, ms, timed};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

fn main() {
    let mut args = std::env::args().skip(1);
    let first = args.next().expect("usage: bench-forecast SHOP.shuke [DAY], or --cdnow FILE");
    if first == "--cdnow" {
        published(&PathBuf::from(args.next().expect("the file of the sample")));
    } else {
        measure(&PathBuf::from(first), &args.next().unwrap_or_else(|| "2025-12-31".into()));
    }
}

fn measure(given: &Path, day: &str) {
    let folder = given.parent().expect("a file has a folder").join("bench-forecast-copy");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("room for a copy");
    let ours = folder.join("ours.shuke");
    std::fs::copy(given, &ours).expect("copy");
    let clock = Arc::new(FixedClock::at(&format!("{day}T20:00:00+08:00")));
    let mut shop = Shop::open(&ours, Box::new(clock)).expect("opens");
    let ask = json!({"horizon_days": 90});
    let (cold, answer) = timed(|| call(&mut shop, "get_forecast", ask.clone()));
    println!("get_forecast, first time: {:.0} ms", ms(cold));
    println!("get_forecast again: {:.1} ms", ms(timed(|| call(&mut shop, "get_forecast", ask.clone())).0));
    let list = json!({"which": "likely_to_buy", "horizon": 90, "limit": 100});
    println!("list_forecast: {:.1} ms", ms(timed(|| call(&mut shop, "list_forecast", list.clone())).0));
    let hers: Vec<Duration> =
        (0..200_i64).map(|n| timed(|| call(&mut shop, "customer_forecast", json!({"customer": 1 + n * 99}))).0).collect();
    println!("customer_forecast: {:.2} ms at most of 200", hers.iter().copied().map(ms).fold(0.0, f64::max));
    println!("{}", serde_json::to_string_pretty(&answer).expect("an answer is JSON"));
    drop(shop);
    let _ = std::fs::remove_dir_all(&folder);
}

/// The customers of the sample as everybody who wrote about them counts: 39 weeks to the end of September 1997, a day once.
fn published(path: &Path) {
    let text = std::fs::read_to_string(path).expect("the sample");
    let end: Day = "1997-09-30".parse().expect("a day");
    let mut people: BTreeMap<&str, BTreeMap<Day, f64>> = BTreeMap::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let [_, who, day, _, amount] = cells[..] else { continue };
        let day = Day::parse_from_str(day, "%Y%m%d").expect("a day");
        if day <= end {
            *people.entry(who).or_default().entry(day).or_default() += amount.parse::<f64>().expect("an amount");
        }
    }
    let days = |from: Day, to: Day| u32::try_from((to - from).num_days()).expect("in order");
    let triples: Vec<Triple> = people
        .values()
        .map(|bought| {
            let (first, last) = (*bought.keys().next().expect("a day"), *bought.keys().last().expect("a day"));
            Triple { repeats: u32::try_from(bought.len() - 1).expect("few"), last: days(first, last), watched: days(first, end) }
        })
        .collect();
    println!("{} customers, {} of them came again", triples.len(), triples.iter().filter(|t| t.repeats > 0).count());
    for model in [ForecastModel::BgNbd, ForecastModel::MbgNbd, ForecastModel::ParetoNbd] {
        let fit = fit(model, &triples);
        println!("{}: {:?} log-likelihood {:.4}, {}", model.as_str(), fit.parameters, fit.log_likelihood, fit.ending.as_str());
    }
    let spends: Vec<Spend> = people
        .values()
        .filter(|bought| bought.len() > 1)
        .map(|bought| {
            let repeat: Vec<f64> = bought.values().skip(1).copied().collect();
            let days = f64::from(u32::try_from(repeat.len()).expect("few"));
            Spend { days, mean: repeat.iter().sum::<f64>() / days }
        })
        .filter(|spend| spend.mean > 0.0)
        .collect();
    println!("gamma-gamma on the repeat days of {} customers: {:?}", spends.len(), Spending::fit(&spends));
}
