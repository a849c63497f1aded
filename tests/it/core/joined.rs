//! What is left of an archive that became part of another: its number still leads to her, and the way back stays open.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, fields: Value) -> i64 {
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

fn last(t: &mut TestShop) -> i64 {
    t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].as_i64().unwrap()
}

fn join(t: &mut TestShop, keep: i64, from: i64) -> i64 {
    let fields = t.ok("customer_page", json!({"customer": keep}))["customer"]["fields"].clone();
    t.ok("merge_customers", json!({"keep": keep, "from": from, "fields": fields}));
    last(t)
}

/// Who is found by what is typed, and by what.
fn found(t: &mut TestShop, query: &str) -> Vec<(i64, String)> {
    let hits = t.ok("search", json!({"query": query, "limit": 10}))["hits"].clone();
    let one = |hit: &Value| (hit["id"].as_i64().unwrap(), hit["matched"].as_str().unwrap().to_owned());
    hits.as_array().unwrap().iter().map(one).collect()
}

#[test]
fn the_number_of_a_joined_archive_leads_to_the_one_that_was_kept() {
    let mut t = shop();
    let numbered = |name: &str, no: &str| json!({"name": name, "phones": [], "member_no": no});
    let keep = open(&mut t, numbered("单晓燕", "VIP8801"));
    let old = open(&mut t, numbered("单小燕", "QK7742"));
    let older = open(&mut t, numbered("单晓艳", "ZZ5519"));
    assert_eq!(found(&mut t, "QK7742"), [(old, "card".to_owned())]);
    join(&mut t, old, older);
    let merge = join(&mut t, keep, old);
    let by_old = [(keep, "old_card".to_owned())];
    // As soon as it is joined, through two archives, in small letters, and by a part of it; and after the book is opened again.
    assert_eq!(found(&mut t, "QK7742"), by_old);
    assert_eq!(found(&mut t, "zz5519"), by_old);
    assert_eq!(found(&mut t, "VIP8801"), [(keep, "card".to_owned())]);
    let mut t = t.reopen();
    assert_eq!(found(&mut t, "ZZ55"), by_old);
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    t.ok("undo", json!({"operation": merge}));
    assert_eq!(found(&mut t, "QK7742"), [(old, "card".to_owned())]);
    assert_eq!(found(&mut t, "ZZ5519"), [(old, "old_card".to_owned())]);
}

#[test]
fn what_tied_the_two_together_comes_back_though_others_were_tied_since() {
    let mut t = shop();
    let (keep, friend) = (open(&mut t, json!({"name": "周敏", "phones": []})), open(&mut t, json!({"name": "李芳", "phones": []})));
    let from = open(&mut t, json!({"name": "周旻", "phones": [], "referrer": keep}));
    let brought = open(&mut t, json!({"name": "王芳", "phones": [], "referrer": friend}));
    t.ok("give_thanks", json!({"referred": from, "what": "送了一束花"}));
    t.ok("save_relation", json!({"customer": keep, "other": from, "kind": "sibling", "note": "姐妹"}));
    let before = (t.ok("customer_page", json!({"customer": keep})), t.ok("customer_page", json!({"customer": from})));
    assert_eq!(before.0["relations"].as_array().unwrap().len(), 1);
    let merge = join(&mut t, keep, from);
    assert_eq!(t.ok("customer_page", json!({"customer": keep}))["relations"], json!([]), "nobody is her own sister");
    // These are given the next free numbers, which may not be those of what the merge took away.
    t.ok("save_relation", json!({"customer": friend, "other": brought, "kind": "friend"}));
    t.ok("give_thanks", json!({"referred": brought, "what": "一张贺卡"}));
    t.ok("undo", json!({"operation": merge}));
    for (who, page) in [(keep, &before.0), (from, &before.1)] {
        let now = t.ok("customer_page", json!({"customer": who}));
        for part in ["customer", "relations", "figures"] {
            assert_eq!(now[part], page[part], "{who} {part}");
        }
    }
    assert_eq!(t.ok("customer_page", json!({"customer": friend}))["relations"].as_array().unwrap().len(), 1);
    assert_eq!(t.ok("list_thanks", json!({"limit": 10}))["rows"].as_array().unwrap().len(), 2);
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn who_was_put_away_is_given_nothing_until_she_is_back() {
    let mut t = shop();
    let (her, other) = (open(&mut t, json!({"name": "单晓燕", "phones": []})), open(&mut t, json!({"name": "李芳", "phones": []})));
    t.ok("set_status", json!({"customer": her, "status": "archived"}));
    let voucher = json!({"customers": [other, her], "kind": "apology", "worth": {"kind": "amount", "amount": "50.00"}, "min_spend": "0.00",
        "valid_from": "2026-11-21", "valid_to": "2026-12-31"});
    let benefit = json!({"customers": [other, her], "name": "生日茶"});
    for (op, args) in [("issue_voucher", &voucher), ("grant_benefit", &benefit)] {
        let refused = t.err(op, args.clone());
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref(), refused.params["status"].as_str()),
            ("customer_inactive", Some("customers.1"), "archived"),
            "{op}"
        );
    }
    assert_eq!(t.ok("customer_page", json!({"customer": other}))["vouchers"], json!([]), "all of them or nobody");
    t.ok("set_status", json!({"customer": her, "status": "active"}));
    assert_eq!(t.ok("issue_voucher", voucher)["issued"], 2);
    assert_eq!(t.ok("grant_benefit", benefit)["granted"], 2);
}

#[test]
fn the_pairs_that_are_known_are_those_of_the_book_as_it_stands() {
    let mut t = shop();
    let total = |t: &mut TestShop| t.ok("find_duplicates", json!({}))["total"].as_i64().unwrap();
    let one = open(&mut t, json!({"name": "张晓燕", "phones": ["13857104217"]}));
    assert_eq!(total(&mut t), 0);
    let two = open(&mut t, json!({"name": "张晓燕", "phones": ["13857104217"]}));
    assert_eq!((total(&mut t), total(&mut t)), (1, 1));
    t.ok("tell_apart", json!({"left": one, "right": two}));
    assert_eq!(total(&mut t), 0);
    let apart = last(&mut t);
    t.ok("undo", json!({"operation": apart}));
    assert_eq!(total(&mut t), 1);
    let mut fields = t.ok("customer_page", json!({"customer": two}))["customer"]["fields"].clone();
    fields["phones"] = json!(["13900001234"]);
    fields["name"] = json!("王芳");
    t.ok("update_customer", json!({"customer": two, "fields": fields, "confirm_phone": true}));
    assert_eq!(total(&mut t), 0);
    let changed = last(&mut t);
    t.ok("undo", json!({"operation": changed}));
    assert_eq!(total(&mut t), 1);
    t.ok("set_status", json!({"customer": two, "status": "archived"}));
    assert_eq!((total(&mut t), t.ok("find_duplicates", json!({"inactive": true}))["total"].clone()), (0, json!(1)));
    t.ok("erase_customer", json!({"customer": two, "member_no": "K000002", "reason": "asked"}));
    assert_eq!(t.ok("find_duplicates", json!({"inactive": true}))["total"], 0);
}
