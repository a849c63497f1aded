//! Pairs that may be one person: found in every spelling, told apart and remembered, joined with the stricter word.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, fields: Value) -> i64 {
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

fn person(t: &mut TestShop, name: &str, phones: &[&str]) -> i64 {
    open(t, json!({"name": name, "phones": phones}))
}

/// The pairs found, with how sure and why.
fn pairs(t: &mut TestShop, args: Value) -> Vec<(i64, i64, String, Vec<String>)> {
    let found = t.ok("find_duplicates", args);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let pair = |pair: &Value| {
        let signs = pair["reasons"].as_array().unwrap().iter().map(|reason| text(&reason["sign"])).collect();
        (pair["left"]["id"].as_i64().unwrap(), pair["right"]["id"].as_i64().unwrap(), text(&pair["sure"]), signs)
    };
    found["pairs"].as_array().unwrap().iter().map(pair).collect()
}

fn fields_of(t: &mut TestShop, who: i64) -> Value {
    t.ok("customer_page", json!({"customer": who}))["customer"]["fields"].clone()
}

fn join(t: &mut TestShop, keep: i64, from: i64) -> i64 {
    let fields = fields_of(t, keep);
    t.ok("merge_customers", json!({"keep": keep, "from": from, "fields": fields}));
    t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].as_i64().unwrap()
}

#[test]
fn each_pair_says_why_and_how_sure_and_a_merged_archive_is_no_longer_one_of_a_pair() {
    let mut t = shop();
    let her = person(&mut t, "张晓燕", &["13857104217"]);
    let typed = person(&mut t, "张小燕", &["０86 138-5710 4218"]);
    let second = person(&mut t, "王芳", &["0571-88880000", "+86 138 5710 4217"]);
    let tail = person(&mut t, "章晓燕", &["13912344217"]);
    let born = json!({"calendar": "solar", "year": 1990, "month": 5, "day": 6, "leap": false});
    let lisa = open(&mut t, json!({"name": "Lisa 陈", "phones": [], "birthday": born}));
    let again = open(&mut t, json!({"name": "ｌｉｓａ陈", "phones": [], "birthday": born}));
    let row = |left, right, sure: &str, sign: &str| (left, right, sure.to_owned(), vec![sign.to_owned()]);
    assert_eq!(
        pairs(&mut t, json!({})),
        [
            row(lisa, again, "high", "name_birthday"),
            row(her, typed, "medium", "one_digit"),
            row(her, second, "medium", "phone"),
            row(her, tail, "low", "last_four"),
        ]
    );
    let why = t.ok("compare_customers", json!({"left": her, "right": second}));
    assert_eq!((&why["sure"], &why["reasons"][0]["left_phone"]), (&json!("medium"), &json!("13857104217")));
    let merge = join(&mut t, lisa, again);
    assert_eq!(pairs(&mut t, json!({})).len(), 3);
    t.ok("undo", json!({"operation": merge}));
    assert_eq!(pairs(&mut t, json!({})).len(), 4);
}

#[test]
fn all_pairs_are_paged_without_gap_or_double() {
    let mut t = shop();
    for n in 0..23 {
        for name in ["赵", "钱"] {
            person(&mut t, &format!("{name}{n}"), &[&format!("1385710{n:04}")]);
        }
    }
    let (mut seen, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let page = t.ok("find_duplicates", json!({"cursor": cursor, "limit": 5}));
        assert_eq!(page["total"], 23);
        seen.extend(page["pairs"].as_array().unwrap().iter().map(|pair| pair["left"]["id"].as_i64().unwrap()));
        cursor = page["cursor"].clone();
        if cursor.is_null() {
            break;
        }
    }
    assert_eq!(seen, (0..23).map(|n| 2 * n + 1).collect::<Vec<i64>>());
    assert_eq!(t.err("find_duplicates", json!({"cursor": "x"})).field.as_deref(), Some("cursor"));
}

#[test]
fn a_number_typed_in_for_want_of_one_makes_no_pairs_but_is_told() {
    let mut t = shop();
    for n in 0..14 {
        person(&mut t, &format!("客{n}"), &["13800000000"]);
    }
    let found = t.ok("find_duplicates", json!({}));
    assert_eq!((&found["total"], &found["crowds"]), (&json!(0), &json!(1)));
}

#[test]
fn not_the_same_is_remembered_until_something_new_speaks_for_it() {
    let mut t = shop();
    let (mother, daughter) = (person(&mut t, "任静", &["13900000001"]), person(&mut t, "任小雨", &["13900000001"]));
    t.ok("tell_apart", json!({"left": daughter, "right": mother}));
    let said = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!((&said["kind"], &said["customer"]), (&json!("tell_apart"), &json!(mother)));
    assert_eq!(pairs(&mut t, json!({})), []);
    let apart = t.ok("list_told_apart", json!({"limit": 10}));
    assert_eq!(
        (&apart["total"], &apart["pairs"][0]["right"]["id"], &apart["pairs"][0]["day"]),
        (&json!(1), &json!(daughter), &json!("2026-11-21"))
    );
    // The same number in another spelling, or a further one that only one of them has, is nothing new.
    let write = |t: &mut TestShop, who: i64, name: &str, phones: &[&str]| {
        t.ok("update_customer", json!({"customer": who, "confirm_phone": true, "fields": {"name": name, "phones": phones}}));
    };
    write(&mut t, daughter, "任小雨", &["+86 139 0000 0001", "13900000007"]);
    assert_eq!(pairs(&mut t, json!({})), []);
    // Another number of both is.
    write(&mut t, mother, "任静", &["13900000007"]);
    let back = t.ok("find_duplicates", json!({}))["pairs"][0].clone();
    assert_eq!((&back["apart_on"], &back["reasons"][0]["is_new"]), (&json!("2026-11-21"), &json!(true)));
    t.ok("tell_apart", json!({"left": mother, "right": daughter}));
    assert_eq!(pairs(&mut t, json!({})), []);
    // What had been settled before stays settled.
    write(&mut t, mother, "任静", &["13900000001"]);
    assert_eq!(pairs(&mut t, json!({})), []);
    let id = t.ok("list_told_apart", json!({"limit": 10}))["pairs"][0]["id"].clone();
    t.ok("forget_apart", json!({"told_apart": id}));
    assert_eq!(pairs(&mut t, json!({})).len(), 1);
    let forgot = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": forgot}));
    assert_eq!(pairs(&mut t, json!({})), []);
    assert_eq!(t.err("tell_apart", json!({"left": mother, "right": mother})).code.as_str(), "same_person");
    assert_eq!(t.err("forget_apart", json!({"told_apart": 99})).code.as_str(), "not_found");
}

#[test]
fn a_merge_takes_decisions_along_and_an_erasure_takes_them_away() {
    let mut t = shop();
    let (sister, her) = (person(&mut t, "任静", &["13900000001"]), person(&mut t, "任小雨", &["13900000001"]));
    let twin = person(&mut t, "任小雨", &["13900000001", "13900000002"]);
    t.ok("tell_apart", json!({"left": sister, "right": twin}));
    join(&mut t, her, twin);
    assert_eq!(pairs(&mut t, json!({})), [], "whoever was told apart from the one is told apart from both");
    t.ok("erase_customer", json!({"customer": her, "member_no": "K000002", "reason": "asked"}));
    assert_eq!(t.ok("list_told_apart", json!({"limit": 10}))["total"], 0);
    let path = t.path();
    drop(t.shop);
    let bytes = std::fs::read(path).unwrap();
    assert!(!bytes.windows(6).any(|window| window == "phone:".as_bytes()), "what spoke for the pair is still in the file");
}

#[test]
fn the_preview_is_what_the_merge_makes_of_her() {
    let mut t = shop();
    let (keep, from) = (person(&mut t, "周敏", &["13900000001"]), person(&mut t, "周敏", &["13900000002"]));
    for (who, receipt, price) in [(keep, "receipt-keep-0001", "3999.00"), (from, "receipt-from-0001", "4001.00")] {
        let visit = json!({"customer": who, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": price}]});
        t.ok("record_visit", json!({"receipt": receipt, "visit": visit}));
    }
    t.ok("set_contact_wish", json!({"customer": from, "wish": "no_promotion"}));
    t.ok("save_consent", json!({"customer": keep, "purpose": "service", "channels": ["sms"], "given": true}));
    t.ok("save_consent", json!({"customer": from, "purpose": "service", "channels": ["sms"], "given": false}));
    let fields = fields_of(&mut t, keep);
    let plan = json!({"keep": keep, "from": from, "fields": fields});
    let told = t.ok("preview_merge", plan.clone());
    assert_eq!(t.ok("customer_page", json!({"customer": keep}))["figures"]["net_spend"], "3999.00", "nothing happened yet");
    t.ok("merge_customers", plan);
    let page = t.ok("customer_page", json!({"customer": keep}));
    assert_eq!((&told["net_spend"], &told["visits"], &told["refused"]), (&json!("8000.00"), &json!(2), &json!(1)));
    assert_eq!(told["net_spend"], page["figures"]["net_spend"]);
    assert_eq!(told["points"], page["points"]["balance"]);
    assert_eq!((&told["level"], &told["level_rank"]), (&page["level"]["name"], &page["level"]["rank"]));
    assert_eq!((&told["wish"], &page["contact"]["wish"]), (&json!("no_promotion"), &json!("no_promotion")));
    assert!(told["moved"].as_array().unwrap().contains(&json!({"table": "visit", "rows": 1})));
}

#[test]
fn of_two_answers_the_chosen_one_holds_and_the_other_stays_in_its_history() {
    let mut t = shop();
    let field = |t: &mut TestShop, label: &str, kind: &str, options: Value| {
        let field =
            json!({"label": label, "part": "hard", "kind": kind, "options": options, "weight": 5, "is_on": true, "is_sensitive": false});
        t.ok("save_field", field)["id"].clone()
    };
    let (size, body) = (field(&mut t, "码数", "choice", json!(["S", "M"])), field(&mut t, "身高", "number", json!([])));
    let (keep, from) = (person(&mut t, "周敏", &[]), person(&mut t, "周敏", &[]));
    for (who, one, other) in [(keep, "S", "160"), (from, "M", "165")] {
        let answers = json!([{"field": size, "values": [one]}, {"field": body, "values": [other]}]);
        t.ok("set_profile", json!({"customer": who, "answers": answers}));
    }
    let fields = fields_of(&mut t, keep);
    t.ok("merge_customers", json!({"keep": keep, "from": from, "fields": fields, "take": [size]}));
    let page = t.ok("customer_page", json!({"customer": keep}));
    let held = |id: &Value| {
        let entry = page["profile"].as_array().unwrap().iter().find(|entry| entry["field"] == *id).unwrap();
        entry["values"].as_array().unwrap().iter().map(|value| value["value"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((held(&size), held(&body)), (vec!["M".to_owned()], vec!["160".to_owned()]));
    let past = t.ok("field_history", json!({"customer": keep, "field": size}));
    assert!(past.to_string().contains("\"S\""), "{past}");
}

#[test]
fn a_refusal_holds_for_sensitive_fields_and_nobody_answers_for_a_child_but_a_guardian() {
    let mut t = shop();
    let field = json!({"label": "过敏", "part": "soft", "kind": "text", "options": [], "weight": 5, "is_on": true, "is_sensitive": true});
    let field = t.ok("save_field", field)["id"].clone();
    let (keep, from) = (person(&mut t, "小雨", &["13900000001"]), person(&mut t, "小雨", &["13900000002"]));
    for (who, given) in [(keep, false), (from, true)] {
        t.ok("save_sensitive_consent", json!({"customer": who, "field": field, "given": true, "remove": false}));
        if !given {
            t.ok("save_sensitive_consent", json!({"customer": who, "field": field, "given": false, "remove": false}));
        }
    }
    t.ok("save_consent", json!({"customer": keep, "purpose": "service", "channels": ["sms", "wechat"], "given": true}));
    // Only the other archive knows that she is a child; her mother agreed there, to one channel.
    let born = json!({"calendar": "solar", "year": 2015, "month": 5, "day": 6, "leap": false});
    t.ok(
        "update_customer",
        json!({"customer": from, "confirm_phone": true, "fields": {"name": "小雨", "phones": ["13900000002"], "birthday": born}}),
    );
    let agreed = json!({"customer": from, "purpose": "service", "channels": ["sms"], "given": true, "guardian": "任静"});
    t.ok("save_consent", agreed);
    let mut fields = fields_of(&mut t, keep);
    fields["birthday"] = born;
    t.ok("merge_customers", json!({"keep": keep, "from": from, "fields": fields}));
    let sensitive = t.ok("customer_privacy", json!({"customer": keep}))["sensitive"].clone();
    assert_eq!(sensitive[0]["given"], false, "{sensitive}");
    let states = t.ok("list_consents", json!({"customer": keep}));
    let service = states["states"].as_array().unwrap().iter().find(|state| state["purpose"] == "service").unwrap().clone();
    assert_eq!((&service["given"], &service["withdrawn"]), (&json!(["sms"]), &json!(["wechat"])));
    assert!(states["rows"].as_array().unwrap().iter().any(|row| row["guardian"] == "任静"));
}
