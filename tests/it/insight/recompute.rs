//! Every figure against an independent computation from the exported tables.

use crate::invented::Invented;
use serde_json::{Value, json};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop_with};

/// Exports the tables of a day, asks for every figure of it, and has both compared by a program that knows nothing of this one.
#[track_caller]
fn agrees(t: &mut TestShop, ask: Value) {
    let page = t.ok("insight_page", ask);
    let (as_of, to) = (page["span"]["as_of"].clone(), page["span"]["to"].clone());
    let folder = t.folder.path().join(format!("tables-{}", as_of.as_str().unwrap()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).unwrap();
    for table in ["customers", "visits", "lines"] {
        t.ok("export_table", json!({"table": table, "path": folder.join(format!("{table}.csv")), "as_of": as_of}));
    }
    let structure = t.ok("insight_structure", json!({"as_of": as_of}));
    let goods = ["category", "style", "size", "color"].map(|by| t.ok("list_rebought", json!({"by": by, "to": to, "limit": 50})));
    let answers = json!({"page": page, "structure": structure, "rebought": goods});
    std::fs::write(folder.join("answers.json"), answers.to_string()).unwrap();
    crate::recomputed("recompute.py", &[&folder]);
    lists_are_what_is_counted(t, &answers);
}

/// What a figure or a cell opens is exactly whom it counts.
#[track_caller]
fn lists_are_what_is_counted(t: &mut TestShop, answers: &Value) {
    let page = &answers["page"];
    let mut list = |of: &str, cell: &str| {
        let ask = json!({"of": of, "cell": cell, "from": page["span"]["from"], "to": page["span"]["to"], "as_of": page["span"]["as_of"], "limit": 3});
        let found = t.ok("list_insight_people", ask);
        (found["total"].clone(), found["net"].clone())
    };
    let breakdowns = ["lifecycle", "interval", "value"].map(|key| &page[key]);
    for part in breakdowns.into_iter().chain(answers["structure"]["breakdowns"].as_array().unwrap()) {
        for cell in part["cells"].as_array().unwrap() {
            let found = list(part["key"].as_str().unwrap(), cell["key"].as_str().unwrap());
            assert_eq!(found, (cell["people"].clone(), cell["net"].clone()), "{} {}", part["key"], cell["key"]);
        }
    }
    for kind in ["rfm", "rfm_fixed"] {
        for cell in page[kind]["cells"].as_array().unwrap().iter().filter(|cell| cell["people"] != 0) {
            assert_eq!(list(kind, &format!("{}-{}", cell["r"], cell["f"])), (cell["people"].clone(), cell["net"].clone()), "{cell}");
        }
        for cell in page[kind]["segments"].as_array().unwrap() {
            let found = list(&format!("{kind}_segment"), cell["key"].as_str().unwrap());
            assert_eq!(found, (cell["people"].clone(), cell["net"].clone()), "{cell}");
        }
    }
    for cohort in page["cohorts"].as_array().unwrap() {
        let month = cohort["month"].as_str().unwrap();
        assert_eq!(list("cohort", month).0, cohort["size"]);
        for (after, kept) in cohort["kept"].as_array().unwrap().iter().enumerate() {
            assert_eq!(list("cohort", &format!("{month}+{}", after + 1)).0, *kept, "{month} {after}");
        }
    }
    let figures = page["groups"].as_array().unwrap().iter().flat_map(|group| group["figures"].as_array().unwrap());
    let mut seen = 0;
    for figure in figures.filter(|figure| figure["opens"] == "people") {
        let (key, value) = (figure["key"].as_str().unwrap(), &figure["now"]["value"]);
        // Of vouchers, benefits and messages one person may have several.
        let people = if ["voucher_use", "benefit_use", "messages_answered", "messages_visited"].contains(&key) {
            continue;
        } else if value["unit"] == "share" {
            &value["part"]
        } else if value["of"] == "people" {
            &value["count"]
        } else {
            continue;
        };
        assert_eq!(list("figure", key).0, *people, "{key}");
        seen += 1;
    }
    assert!(seen >= 14, "{seen}");
}

#[test]
fn shops_that_live_by_chance() {
    for seed in [3, 8] {
        let mut shop = Invented::new(seed, "2026-10-19");
        shop.live(50, 6);
        let mut t = shop.t;
        agrees(&mut t, json!({"compare": "last_period"}));
        agrees(&mut t, json!({"from": "2026-10-01", "to": "2026-11-30", "as_of": "2026-11-30", "compare": "last_year"}));
        agrees(&mut t, json!({"from": "2026-11-23", "to": "2026-11-29", "compare": "last_period"}));
    }
}

#[test]
fn the_demo_shop_by_the_owners_own_thresholds() {
    let mut t = shop_with(Trade::Clothing, true);
    agrees(&mut t, json!({"compare": "last_year"}));
    let mut settings = t.ok("insight_settings", json!({}));
    for (field, value) in [
        ("active_days", json!(20)),
        ("at_risk_days", json!(45)),
        ("dormant_days", json!(100)),
        ("effective_days", json!(200)),
        ("rfm_by", json!("thresholds")),
        ("recency_days", json!([7, 20, 60, 120])),
        ("frequency", json!([2, 4, 6, 8])),
        ("money", json!(["99.99", "1000.00", "2500.00", "5000.00"])),
        ("least_sample", json!(30)),
    ] {
        settings[field] = value;
    }
    t.ok("save_insight_settings", settings);
    agrees(&mut t, json!({"from": "2026-01-01", "to": "2026-10-31", "compare": "last_period"}));
}

#[test]
fn one_customer_and_nobody() {
    let mut t = shuke_tests::shop();
    agrees(&mut t, json!({}));
    let people = "会员号,姓名,手机,建档日期,生日\nM1,仇敏,13800138000,2026-02-01,2000-02-29\n";
    let visits = "单号,会员号,日期,类型,件数,金额\n1,M1,2026-11-20,退货,-1,-80.00\n";
    crate::bring(&mut t, &[("customers", people), ("visits", visits)]);
    agrees(&mut t, json!({"compare": "last_period"}));
}
