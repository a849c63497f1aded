use serde_json::json;
use shuke_core::{
    clock::SystemClock,
    ops,
    shop::Shop,
    wire::{settings::*, shop::NewShop},
};
use std::time::Instant;
fn hwm() -> String {
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    s.lines().filter(|l| l.starts_with("VmHWM") || l.starts_with("VmRSS")).collect::<Vec<_>>().join(" ")
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let d = &a[1];
    let p = std::path::Path::new(&a[2]);
    let _ = std::fs::remove_file(p);
    let kinds = &a[3];
    let mut shop = Shop::create(
        p,
        NewShop { name: "x".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false },
        Box::new(SystemClock),
    )
    .unwrap();
    println!("{}", hwm());
    let mut files = vec![];
    for k in kinds.chars() {
        files.push(match k {
            'c' => json!({"path":format!("{d}/customers.csv"),"kind":"customers"}),
            'v' => json!({"path":format!("{d}/visits.csv"),"kind":"visits"}),
            _ => json!({"path":format!("{d}/items.csv"),"kind":"lines"}),
        });
    }
    for dry in if a.len() > 4 { vec![true, false, false] } else { vec![false] } {
        let t = Instant::now();
        let r = ops::call(&mut shop, "run_import", json!({"files":files,"dry_run":dry,"errors":"/tmp/import-errors.csv"})).unwrap();
        println!("{dry} {:?} {} file {} MB", t.elapsed(), hwm(), std::fs::metadata(p).unwrap().len() >> 20);
        for k in ["customers", "visits", "lines"] {
            let x = &r[k];
            println!(
                "{k}: rows {} new {} known {} changed {} rejected {} flags {}",
                x["rows"], x["new"], x["known"], x["changed"], x["rejected"], x["flags"]
            );
            if let Some(f) = x["flagged"].as_array() {
                for f in f.iter().take(3) {
                    println!("   {f}")
                }
            }
        }
        println!("total {} customers {} tied {} staff {}", r["total"], r["customer_total"], r["returns_tied"], r["staff_added"]);
    }
    if a.len() > 5 {
        let h = ops::call(&mut shop, "list_history", json!({"limit":5})).unwrap();
        println!("{h}");
        let op = h["entries"][0]["id"].clone();
        let t = Instant::now();
        println!("{:?} {:?}", ops::call(&mut shop, "undo", json!({"operation":op})), t.elapsed());
        println!("{}", ops::call(&mut shop, "shop_info", json!(null)).unwrap());
    }
}
