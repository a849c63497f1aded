//! Times the live count of the filter builder on a large shop, a filter of each kind and some put together.
//!
//!     cargo run --release -p shuke-tests --bin bench-segments -- SHOP.shuke [DAY]
//!
//! SHOP is copied first; the given file is not changed. DAY defaults to one in the last year of its visits. The first count after the
//! book was opened stands by itself; then each is counted again as a hand at the builder does, which changes one figure after the other.
//! Those that ask for a conclusion (lifecycle, value, RFM, forecast) draw it for everybody at their first count.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints and fails loudly")]

use serde_json::{Value, json};
use shuke_core::clock::FixedClock;
use shuke_core::shop::Shop;
use shuke_tests::bench::{call, ms, timed, worked};
use std::path::PathBuf;
use std::time::Duration;

const TIMES: usize = 7;

fn main() {
    let mut args = std::env::args().skip(1);
    let given = PathBuf::from(args.next().expect("usage: bench-segments SHOP.shuke [DAY]"));
    let day = args.next().unwrap_or_else(|| "2025-11-12".into());
    let folder = given.parent().expect("a file has a folder").join("bench-segments-copy");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("room for a copy");
    let ours = folder.join("ours.shuke");
    std::fs::copy(&given, &ours).expect("copy");
    let mut shop = Shop::open(&ours, Box::new(FixedClock::at(&format!("{day}T10:00:00+08:00")))).expect("opens");
    for (name, filter) in filters() {
        let ask = json!({"filter": filter});
        let (first, answer) = timed(|| call(&mut shop, "preview_segment", ask.clone()));
        let before = worked();
        let mut again: Vec<Duration> = (0..TIMES).map(|_| timed(|| call(&mut shop, "preview_segment", ask.clone())).0).collect();
        let work = worked().saturating_sub(before) / u32::try_from(TIMES).unwrap_or(1);
        again.sort_unstable();
        let (least, middle, most) = (again[0], again[TIMES / 2], again[TIMES - 1]);
        print!("{name}, {} of {}: first {:.1} ms; ", answer["customers"], answer["of"], ms(first));
        println!("again least {:.1}, middle {:.1}, worst {:.1} ms, at work {:.1} ms", ms(least), ms(middle), ms(most), ms(work));
    }
    drop(shop);
    let _ = std::fs::remove_dir_all(&folder);
}

fn filters() -> Vec<(&'static str, Value)> {
    let spend = |period: Value| json!({"kind": "spend", "period": period, "min": "3000.00"});
    let days = |days: i64| json!({"kind": "days", "days": days});
    let ever = json!({"kind": "ever"});
    let quiet = json!({"kind": "since", "what": "last_purchase", "at_least": 60, "at_most": 365});
    let bought =
        |days: i64| json!({"kind": "bought", "by": "category", "words": "连衣裙", "times": 2, "period": {"kind": "days", "days": days}});
    let birthday = json!({"kind": "birthday_within", "days": 14});
    let count = |what: &str, period: Value| json!({"kind": "count", "what": what, "period": period, "min": 3});
    let all = |of: Value| json!({"kind": "all", "of": of});
    vec![
        ("everybody", all(json!([]))),
        ("paid 3,000 ever", spend(ever.clone())),
        ("paid 3,000 in 90 days", spend(days(90))),
        ("paid 3,000 in a year", spend(days(365))),
        ("three purchases ever", count("purchases", ever.clone())),
        ("three purchases in a year", count("purchases", days(365))),
        ("three pieces in a year", count("pieces", days(365))),
        ("bought last 60 to 365 days ago", quiet.clone()),
        ("last contact over 90 days ago", json!({"kind": "since", "what": "last_contact", "at_least": 90})),
        ("bought a category twice in 90 days", bought(90)),
        ("bought a category twice in a year", bought(365)),
        ("a word in what was bought in a year", json!({"kind": "bought", "by": "word", "words": "羊绒", "times": 1, "period": days(365)})),
        ("birthday within 14 days", birthday.clone()),
        ("birthday this month", json!({"kind": "birthday_month"})),
        ("30 to 40 years old", json!({"kind": "age", "min": 30, "max": 40})),
        ("level 3 or 4", json!({"kind": "level", "levels": [3, 4]})),
        ("archive half full", json!({"kind": "completeness", "min": 50})),
        ("1,000 points", json!({"kind": "points", "min": 1000})),
        ("a voucher", json!({"kind": "vouchers", "min": 1})),
        ("marketing not asked", json!({"kind": "consent", "purpose": "marketing", "answer": "unasked"})),
        ("dormant", json!({"kind": "lifecycle", "stages": ["dormant"]})),
        ("core", json!({"kind": "value", "groups": ["core"]})),
        ("RFM key value", json!({"kind": "rfm", "segments": ["key_value"]})),
        ("likely lost", json!({"kind": "forecast", "says": "likely_lost"})),
        ("good customers who went quiet", all(json!([spend(days(365)), quiet, {"kind": "neither", "of": [birthday]}]))),
        ("three of them at once", all(json!([spend(ever), count("visits", days(365)), bought(365)]))),
    ]
}
