//! Times what looks at everybody's contacts and purchases: tags that rules give, and the facts the contact clock works on.
//!
//!     cargo run --release -p shuke-tests --bin bench-contacts -- SHOP.shuke
//!
//! SHOP is copied first; the given file is not changed. 200,000 contacts are written into the copy.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints and fails loudly")]

use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_core::clock::{Day, FixedClock};
use shuke_core::ids::CustomerId;
use shuke_core::shop::Shop;
use shuke_core::store::contact_facts;
use shuke_tests::bench::{call, ms, timed};
use std::path::{Path, PathBuf};
use std::time::Duration;

const NOW: &str = "2025-11-12T10:00:00+08:00";

fn main() {
    let given = PathBuf::from(std::env::args().nth(1).expect("usage: bench-contacts SHOP.shuke"));
    let folder = given.parent().expect("a file has a folder").join("bench-contacts-copy");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("room for a copy");
    let ours = folder.join("ours.shuke");
    std::fs::copy(&given, &ours).expect("copy");
    let mut shop = open(&ours);
    rules(&mut shop);
    drop(shop);
    facts(&ours);
    let _ = std::fs::remove_dir_all(&folder);
}

fn open(path: &Path) -> Shop {
    Shop::open(path, Box::new(FixedClock::at(NOW))).expect("opens")
}

fn rules(shop: &mut Shop) {
    for days in [30, 90, 365] {
        let often = json!([{"kind": "bought", "by": "category", "words": "连衣裙", "times": 2, "days": days}]);
        rule(shop, &format!("category twice within {days} days"), &often);
        let word = json!([{"kind": "bought", "by": "word", "words": "羊绒", "times": 1, "days": days}]);
        rule(shop, &format!("a word within {days} days"), &word);
    }
    let mut page = (0..20).map(|n| timed(|| call(shop, "customer_page", json!({"customer": 1 + n * 4_999}))).0).collect::<Vec<_>>();
    report("a customer page with six rules", &mut page);
}

/// Looking at a rule, saving it, and the list of those it means.
fn rule(shop: &mut Shop, name: &str, conditions: &Value) {
    let mut looks = Vec::new();
    let mut means = Value::Null;
    for _ in 0..5 {
        let (took, answer) = timed(|| call(shop, "preview_tag_rule", json!({"conditions": conditions})));
        looks.push(took);
        means = answer["customers"].clone();
    }
    report(&format!("{name}, {means} of them: preview"), &mut looks);
    let tag: String = name.replace(" within", "").replace(" twice", "");
    let save = json!({"name": tag, "conditions": conditions, "is_on": true});
    let (took, tag) = timed(|| call(shop, "save_tag_rule", save));
    report(&format!("{name}: save"), &mut [took]);
    let filter = json!({"levels": [], "tags": [tag["id"]], "never_visited": false});
    let ask = json!({"filter": filter, "sort": "last_visit", "limit": 100});
    let mut lists = (0..5).map(|_| timed(|| call(shop, "list_customers", ask.clone())).0).collect::<Vec<_>>();
    report(&format!("{name}: the first page of those who carry it"), &mut lists);
}

fn facts(path: &Path) {
    let db = Connection::open(path).expect("opens");
    let today = Day::from_ymd_opt(2025, 11, 12).expect("a day");
    let last = CustomerId(db.query_row("SELECT max(id) FROM customer", [], |row| row.get(0)).expect("customers"));
    let read =
        || (0..9).map(|_| timed(|| contact_facts::between(&db, CustomerId(1), last, today).expect("facts").len()).0).collect::<Vec<_>>();
    report("contact facts of everybody, no contacts", &mut read());
    db.execute_batch(
        "BEGIN; WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 199999)
         INSERT INTO contact (customer_id, at, day, channel, direction, purpose, outcome)
         SELECT 1 + (i * 7919) % (SELECT max(id) FROM customer), 1762900000000, date('2025-11-12', '-' || (i % 400) || ' days'),
           CASE i % 3 WHEN 0 THEN 'phone' WHEN 1 THEN 'wechat' ELSE 'sms' END, CASE i % 9 WHEN 0 THEN 'in' ELSE 'out' END,
           CASE i % 2 WHEN 0 THEN 'marketing' ELSE 'service' END, CASE i % 4 WHEN 0 THEN 'replied' ELSE 'sent' END FROM n; COMMIT;",
    )
    .expect("contacts");
    report("contact facts of everybody, 200,000 contacts", &mut read());
    let mut bare = Vec::new();
    for _ in 0..9 {
        let count = || {
            let mut all = db
                .prepare("SELECT customer_id, day, purpose, outcome, direction, channel FROM contact ORDER BY customer_id, day")
                .expect("sql");
            let mut rows = all.query([]).expect("rows");
            let mut bytes = 0;
            while let Some(row) = rows.next().expect("row") {
                bytes += row.get_ref(1).expect("day").as_str().map_or(0, str::len);
            }
            bytes
        };
        bare.push(timed(count).0);
    }
    report("bare SQLite stepping through the same contacts", &mut bare);
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |place: usize| times.get(place.min(times.len().saturating_sub(1))).copied().unwrap_or_default();
    println!("{what}: best {:.1} ms, middle {:.1} ms, worst {:.1} ms", ms(at(0)), ms(at(times.len() / 2)), ms(at(times.len())));
}
