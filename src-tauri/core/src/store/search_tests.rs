//! What is told without the index, and an index made step by step, are what the whole index tells.

use super::*;
use crate::clock::FixedClock;
use crate::ops;
use crate::shop::Shop;
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use serde_json::json;

/// More than are read in one step.
const MORE: i64 = STEP + 700;

/// The demo shop with many more customers, numbered from 10,001 on, who were here last at `last_visit`, an SQL expression of their number
/// `n` from 1 on; every ninth is archived, and their levels differ.
fn crowded(last_visit: &str) -> (Shop, tempfile::TempDir) {
    let folder = tempfile::TempDir::new().unwrap();
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: true };
    let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    let shop = Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap();
    let sql = format!(
        "CREATE TEMP TABLE n AS WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {MORE}) SELECT n FROM n;
         CREATE TEMP TABLE who AS SELECT c.* FROM n JOIN customer c ON c.id = 1 + n.n % 20;
         UPDATE who SET id = 10000 + rowid, member_no = 'K' || (10000 + rowid), status = iif(rowid % 9 = 0, 'archived', 'active');
         INSERT INTO customer SELECT * FROM who;
         CREATE TEMP TABLE stats AS SELECT s.* FROM n JOIN customer_stats s ON s.customer_id = 1 + n.n % 20;
         UPDATE stats SET customer_id = 10000 + rowid, level_id = 1 + rowid % 3,
           last_visit = (SELECT {last_visit} FROM n WHERE n.rowid = stats.rowid);
         UPDATE stats SET last_visit_at = unixepoch(last_visit) * 1000 + rowid * 7919 % 86000;
         INSERT INTO customer_stats SELECT * FROM stats;
         INSERT INTO search_key SELECT 10000 + n.n, k.key FROM n JOIN search_key k ON k.customer_id = 1 + n.n % 20;
         DROP TABLE n; DROP TABLE who; DROP TABLE stats;"
    );
    shop.db().unwrap().execute_batch(&sql).unwrap();
    (shop, folder)
}

fn everybody(db: &Connection) -> SearchIndex {
    let mut loading = Loading::begin(db).unwrap();
    let mut steps = 1;
    while loading.step(db).unwrap() {
        steps += 1;
    }
    assert!(steps > 5, "{steps}");
    loading.index(db).unwrap()
}

#[test]
fn who_was_here_last_is_told_however_many_came_on_one_day() {
    // All on one day; a few on the last day and the rest on the one before; three a day.
    for last_visit in ["'2026-11-20'", "iif(n <= 5, '2026-11-21', '2026-11-20')", "date('2026-11-20', '-' || (n / 3) || ' days')"] {
        let (shop, _folder) = crowded(last_visit);
        let db = shop.db().unwrap();
        let index = everybody(db);
        for limit in [1, 4, 8, 50] {
            let told: Vec<Hit> = recent(db, limit).unwrap().unwrap();
            let found: Vec<Hit> = index.search("", limit).into_iter().map(|found| found.hit).collect();
            assert_eq!(told, found, "{last_visit} {limit}");
        }
    }
}

#[test]
fn an_index_half_made_is_begun_anew_when_somebody_is_changed() {
    let late = MORE - 1;
    let (mut shop, _folder) = crowded(&format!("iif(n = {late}, '2026-11-22', '2026-11-20')"));
    let of = |shop: &mut Shop, query: &str| {
        let answer = ops::call(shop, "search", json!({"query": query, "limit": 5})).unwrap();
        answer["hits"].as_array().unwrap().iter().map(|hit| hit["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert!(!shop.prepare_index().unwrap(), "one step is not all");
    ops::call(&mut shop, "add_tags", json!({"customers": [1], "tags": ["龘靐"]})).unwrap();
    assert!(!shop.finder().is_ready());
    while !shop.prepare_index().unwrap() {}
    assert!(shop.finder().is_ready());
    assert_eq!(of(&mut shop, "龘靐"), [1], "what was changed meanwhile is in it");
    assert_eq!(of(&mut shop, "")[0], 10_000 + late, "and so are those of its last step");
}
