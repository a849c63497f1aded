//! What somebody has to agree to: the notice, sensitive fields, a guardian for a child.

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

fn open(t: &mut TestShop, fields: Value) -> i64 {
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

#[test]
fn a_consent_says_which_version_of_the_notice_it_was_given_under() {
    let mut t = shop();
    let her = open(&mut t, json!({"name": "单晓燕", "phones": ["13805714217"]}));
    t.ok("save_consent", json!({"customer": her, "purpose": "archive", "channels": [], "given": true}));
    t.ok("save_privacy_settings", json!({"years": 2, "contact": "店主"}));
    // Saving the same words again makes no new version.
    t.ok("save_privacy_settings", json!({"years": 2, "contact": "店主"}));
    let settings = t.ok("privacy_settings", json!({}));
    assert_eq!((&settings["version"], &settings["since"]), (&json!(2), &json!("2026-11-21")));
    t.ok("save_consent", json!({"customer": her, "purpose": "marketing", "channels": ["sms"], "given": true}));
    let rows = t.ok("list_consents", json!({"customer": her}))["rows"].clone();
    assert_eq!((&rows[0]["wording"], &rows[1]["wording"]), (&json!(2), &json!(1)));
    assert_eq!(t.ok("customer_privacy", json!({"customer": her}))["agreed_version"], 2);
}

#[test]
fn for_a_child_only_a_guardian_agrees_and_promotion_never_goes_out() {
    let mut t = shop();
    let child = open(
        &mut t,
        json!({"name": "小小", "phones": ["13805714217"],
               "birthday": {"calendar": "solar", "year": 2014, "month": 1, "day": 2, "leap": false}}),
    );
    let told = t.ok("customer_privacy", json!({"customer": child}));
    assert_eq!((&told["under"], &told["guardian_missing"]), (&json!(14), &json!(true)));
    let refused = t.err("save_consent", json!({"customer": child, "purpose": "archive", "channels": [], "given": true}));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("guardian_needed", Some("guardian")));
    for purpose in ["archive", "marketing"] {
        t.ok("save_consent", json!({"customer": child, "purpose": purpose, "channels": [], "given": true, "guardian": "妈妈王女士"}));
    }
    let told = t.ok("customer_privacy", json!({"customer": child}));
    assert_eq!((&told["guardian"], &told["guardian_missing"]), (&json!("妈妈王女士"), &json!(false)));
    let against = t.ok("customer_page", json!({"customer": child}))["contact"]["against"].clone();
    assert!(against.as_array().unwrap().contains(&json!({"why": "minor", "under": 14})), "{against}");
    // A refusal needs nobody's leave.
    t.ok("save_consent", json!({"customer": child, "purpose": "archive", "channels": [], "given": false}));
    assert_eq!(t.ok("customer_privacy", json!({"customer": child}))["guardian_missing"], true);
    let grown = open(
        &mut t,
        json!({"name": "大大", "phones": [], "birthday": {"calendar": "solar", "year": 2012, "month": 11, "day": 21, "leap": false}}),
    );
    assert_eq!(t.ok("customer_privacy", json!({"customer": grown}))["under"], 18);
}

#[test]
fn a_sensitive_field_is_written_down_only_once_she_agreed_and_goes_when_she_withdraws() {
    let mut t = shop();
    let her = open(&mut t, json!({"name": "单晓燕", "phones": []}));
    let field = t.ok(
        "save_field",
        json!({"label": "忌口", "part": "soft", "kind": "text", "options": [], "weight": 5, "is_on": true, "is_sensitive": true}),
    )["id"]
        .clone();
    let answers = json!([{"field": field, "values": ["花生"]}]);
    let refused = t.err("set_profile", json!({"customer": her, "answers": answers}));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("consent_needed", Some("answers.0")));
    assert_eq!(refused.params["field"], "忌口");
    t.ok("set_profile", json!({"customer": her, "answers": answers, "agreed": [field]}));
    t.ok("set_profile", json!({"customer": her, "answers": [{"field": field, "values": ["花生", "芒果"]}]}));
    let state = t.ok("customer_privacy", json!({"customer": her}))["sensitive"][0].clone();
    assert_eq!((&state["given"], &state["values"]), (&json!(true), &json!(2)));
    t.ok("save_sensitive_consent", json!({"customer": her, "field": field, "given": false, "remove": true}));
    let state = t.ok("customer_privacy", json!({"customer": her}))["sensitive"][0].clone();
    assert_eq!((&state["given"], &state["values"]), (&json!(false), &json!(0)));
    let refused = t.err("set_profile", json!({"customer": her, "answers": answers}));
    assert_eq!(refused.code.as_str(), "consent_needed");
    // One press brings words and consent back together.
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": last}));
    assert_eq!(t.ok("customer_privacy", json!({"customer": her}))["sensitive"][0]["values"], 2);
    // A field that is not sensitive has no consent of its own.
    let plain = t.ok(
        "save_field",
        json!({"label": "口味", "part": "soft", "kind": "text", "options": [], "weight": 5, "is_on": true, "is_sensitive": false}),
    )["id"]
        .clone();
    let refused = t.err("save_sensitive_consent", json!({"customer": her, "field": plain, "given": true, "remove": false}));
    assert_eq!(refused.code.as_str(), "choice_invalid");
}

fn sensitive_field(t: &mut TestShop, label: &str) -> Value {
    t.ok(
        "save_field",
        json!({"label": label, "part": "soft", "kind": "text", "options": [], "weight": 5, "is_on": true, "is_sensitive": true}),
    )["id"]
        .clone()
}

fn customers(t: &mut TestShop) -> i64 {
    t.ok("check_shop", json!({}))["customers"].as_i64().unwrap()
}

fn undo_last(t: &mut TestShop) {
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": last}));
}

#[test]
fn a_new_archive_takes_a_sensitive_answer_with_her_consent_in_one_act_or_goes_without_it() {
    let mut t = shop();
    let field = sensitive_field(&mut t, "忌口");
    let mut new = json!({"fields": {"name": "单晓燕", "phones": ["13805714217"]}, "confirm_phone": false, "tags": [],
                         "answers": [{"field": field, "values": ["花生"]}]});
    let refused = t.err("create_customer", new.clone());
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref(), refused.params["field"].as_str()),
        ("consent_needed", Some("answers.0"), "忌口")
    );
    assert_eq!(customers(&mut t), 0);
    new["agreed"] = json!([field]);
    let her = t.ok("create_customer", new.clone())["customer"].clone();
    let told = t.ok("customer_privacy", json!({"customer": her}))["sensitive"][0].clone();
    assert_eq!((&told["given"], &told["values"], &told["day"]), (&json!(true), &json!(1), &json!("2026-11-21")));
    assert!(told["by"].is_string(), "{told}");
    // One press takes archive, answer and consent back together.
    undo_last(&mut t);
    assert_eq!(customers(&mut t), 0);
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    // She says no: everything else is saved.
    (new["agreed"], new["answers"]) = (json!([]), json!([]));
    let her = t.ok("create_customer", new)["customer"].clone();
    assert_eq!(t.ok("customer_privacy", json!({"customer": her}))["sensitive"], json!([]));
}

#[test]
fn a_visit_takes_a_sensitive_answer_with_her_consent_in_one_act() {
    let mut t = shop();
    let field = sensitive_field(&mut t, "过敏");
    let her = open(&mut t, json!({"name": "单晓燕", "phones": []}));
    let mut visit = json!({"customer": her, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": "399.00"}],
                           "answers": [{"field": field, "values": ["羊毛"]}]});
    // What it would do is told before anybody was asked.
    assert_eq!(t.ok("preview_visit", json!({"visit": visit}))["total"], "399.00");
    let refused = t.err("record_visit", json!({"receipt": "receipt-0001", "visit": visit}));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("consent_needed", Some("answers.0")));
    assert_eq!(t.ok("check_shop", json!({}))["visits"], 0);
    visit["agreed"] = json!([field]);
    t.ok("record_visit", json!({"receipt": "receipt-0001", "visit": visit}));
    let told = t.ok("customer_privacy", json!({"customer": her}))["sensitive"][0].clone();
    assert_eq!((&told["given"], &told["values"]), (&json!(true), &json!(1)));
    undo_last(&mut t);
    assert_eq!(t.ok("customer_privacy", json!({"customer": her}))["sensitive"], json!([]));
    assert_eq!(t.ok("check_shop", json!({}))["visits"], 0);
}

#[test]
fn a_visit_given_to_somebody_else_does_not_take_along_what_she_has_not_agreed_to() {
    let mut t = shop();
    let field = sensitive_field(&mut t, "过敏");
    let (thought, was) = (open(&mut t, json!({"name": "王芳", "phones": []})), open(&mut t, json!({"name": "王红", "phones": []})));
    let visit = json!({"customer": thought, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": "399.00"}],
                       "answers": [{"field": field, "values": ["羊毛"]}], "agreed": [field]});
    let saved = t.ok("record_visit", json!({"receipt": "receipt-0001", "visit": visit}))["visit"].clone();
    let mut moved = visit.clone();
    (moved["customer"], moved["answers"], moved["agreed"]) = (json!(was), json!([]), json!([]));
    t.ok("correct_visit", json!({"visit": saved, "corrected": moved, "reason": "认错人"}));
    assert_eq!(t.ok("customer_privacy", json!({"customer": was}))["sensitive"], json!([]));
    assert_eq!(t.ok("customer_privacy", json!({"customer": thought}))["sensitive"][0]["values"], 0);
    // With her consent it goes along.
    undo_last(&mut t);
    t.ok("save_sensitive_consent", json!({"customer": was, "field": field, "given": true, "remove": false}));
    t.ok("correct_visit", json!({"visit": saved, "corrected": moved, "reason": "认错人"}));
    assert_eq!(t.ok("customer_privacy", json!({"customer": was}))["sensitive"][0]["values"], 1);
}

const YOUNG: &str = r#"{"calendar": "solar", "year": 2014, "month": 1, "day": 2, "leap": false}"#;

#[test]
fn before_a_guardian_agreed_a_childs_archive_holds_what_is_needed_to_ask_and_no_more() {
    let mut t = shop();
    let young: Value = serde_json::from_str(YOUNG).unwrap();
    let plain = t.ok("list_fields", json!({}))["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["kind"] == "text" && f["is_builtin"] == false && f["is_on"] == true)
        .unwrap()["id"]
        .clone();
    // Each column by itself is refused, and nothing was opened.
    for (column, words) in [("nickname", "妞妞"), ("gender", "f"), ("wechat", "wx"), ("email", "a@b.cn"), ("address", "路"), ("note", "话")]
    {
        let mut fields = json!({"name": "小小", "phones": ["13805714217"], "birthday": young});
        fields[column] = json!(words);
        let refused = t.err("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("guardian_needed", Some("guardian")), "{column}");
    }
    assert_eq!(customers(&mut t), 0);
    let child = open(&mut t, json!({"name": "小小", "phones": ["13805714217"], "birthday": young, "source": "朋友介绍"}));
    // Nothing more is written down later either, and nothing goes out.
    let answers = json!([{"field": plain, "values": ["粉色"]}]);
    let refused = t.err("set_profile", json!({"customer": child, "answers": answers}));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("guardian_needed", Some("answers.0")));
    let refused = t.err(
        "save_date",
        json!({"customer": child, "label": "入学", "date": {"calendar": "solar", "year": null, "month": 9, "day": 1, "leap": false}}),
    );
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("guardian_needed", Some("date")));
    let mut fields = t.ok("customer_page", json!({"customer": child}))["customer"]["fields"].clone();
    fields["wechat"] = json!("wx");
    let update = json!({"customer": child, "fields": fields, "confirm_phone": false});
    assert_eq!(t.err("update_customer", update.clone()).code.as_str(), "guardian_needed");
    // What she bought is the shop's own record; her answers wait.
    let mut visit =
        json!({"customer": child, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": "99.00"}], "answers": answers});
    assert_eq!(t.err("record_visit", json!({"receipt": "receipt-0001", "visit": visit})).code.as_str(), "guardian_needed");
    visit["answers"] = json!([]);
    t.ok("record_visit", json!({"receipt": "receipt-0001", "visit": visit}));
    let against = t.ok("customer_page", json!({"customer": child}))["contact"]["against"].clone();
    assert!(against.as_array().unwrap().contains(&json!({"why": "minor", "under": 14})), "{against}");
    // A name put right needs nobody.
    fields["wechat"] = Value::Null;
    fields["name"] = json!("小小小");
    t.ok("update_customer", json!({"customer": child, "fields": fields, "confirm_phone": false}));
    // The guardian agrees in the very act, and one press takes both back.
    let mut agreed = update.clone();
    agreed["guardian"] = json!("妈妈王女士");
    t.ok("update_customer", agreed);
    assert_eq!(t.ok("customer_privacy", json!({"customer": child}))["guardian"], "妈妈王女士");
    let told = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("set_profile", json!({"customer": child, "answers": answers}));
    undo_last(&mut t);
    t.ok("undo", json!({"operation": told}));
    assert_eq!(t.ok("customer_privacy", json!({"customer": child}))["guardian_missing"], true);
    assert_eq!(t.err("set_profile", json!({"customer": child, "answers": answers})).code.as_str(), "guardian_needed");
    // Opened with the guardian's consent, the whole archive is there at once.
    let whole = json!({"fields": {"name": "大宝", "phones": [], "birthday": young, "wechat": "db"}, "confirm_phone": false, "tags": [],
                       "answers": answers, "guardian": "爸爸李先生"});
    let other = t.ok("create_customer", whole)["customer"].clone();
    assert_eq!(t.ok("customer_privacy", json!({"customer": other}))["guardian"], "爸爸李先生");
    // A consent that is withdrawn closes it again.
    t.ok("save_consent", json!({"customer": other, "purpose": "archive", "channels": [], "given": false}));
    let more = json!([{"field": plain, "values": ["蓝色"]}]);
    assert_eq!(t.err("set_profile", json!({"customer": other, "answers": more})).code.as_str(), "guardian_needed");
}

#[test]
fn what_a_child_agreed_to_before_anybody_knew_her_age_holds_only_once_a_guardian_agrees() {
    let mut t = shop();
    let fields = json!({"name": "小小", "phones": ["13805714217"], "wechat": "xx"});
    let child = open(&mut t, fields.clone());
    t.ok("save_consent", json!({"customer": child, "purpose": "service", "channels": [], "given": true}));
    let service = |t: &mut TestShop| {
        let states = t.ok("list_consents", json!({"customer": child}))["states"].clone();
        assert_eq!(t.ok("customer_page", json!({"customer": child}))["contact"]["consents"], states);
        states.as_array().unwrap().iter().find(|state| state["purpose"] == "service").unwrap().clone()
    };
    // Who is in the three lists of the owner's question, and whether a message about a purchase may be handed over.
    let asked = |t: &mut TestShop| {
        ["given", "withdrawn", "unasked"].map(|answer| {
            let filter = json!({"kind": "consent", "purpose": "service", "answer": answer});
            t.ok("preview_segment", json!({"filter": filter}))["customers"].as_i64().unwrap()
        })
    };
    let out = |t: &mut TestShop| {
        let to = t.folder.path();
        let items = json!([{"customer": child, "occasion": "thanks_milestone"}]);
        t.ok("export_messages", json!({"folder": to, "items": items}))["held"].clone()
    };
    let every = json!(["phone", "wechat", "sms", "email", "letter"]);
    assert_eq!((&service(&mut t)["given"], &service(&mut t)["unconfirmed"]), (&every, &json!([])));
    assert_eq!((asked(&mut t), out(&mut t)), ([1, 0, 0], json!([])));
    // Now her birthday is entered.
    let mut born = fields.clone();
    born["birthday"] = serde_json::from_str(YOUNG).unwrap();
    born["wechat"] = fields["wechat"].clone();
    t.ok("update_customer", json!({"customer": child, "fields": born, "confirm_phone": false}));
    assert_eq!((&service(&mut t)["given"], &service(&mut t)["unconfirmed"]), (&json!([]), &every));
    assert_eq!(asked(&mut t), [0, 0, 1], "nobody who could agree was asked");
    assert_eq!(out(&mut t)[0]["why"], json!({"why": "minor", "under": 14}));
    // Her mother agrees to one channel: that one holds.
    t.ok("save_consent", json!({"customer": child, "purpose": "service", "channels": ["sms"], "given": true, "guardian": "妈妈王女士"}));
    let state = service(&mut t);
    assert_eq!((&state["given"], &state["unconfirmed"]), (&json!(["sms"]), &json!(["phone", "wechat", "email", "letter"])));
    assert_eq!((asked(&mut t), out(&mut t)), ([1, 0, 0], json!([])));
    // She is fourteen: her own word is hers again.
    t.at("2028-01-02T10:00:00+08:00");
    assert_eq!((&service(&mut t)["given"], &service(&mut t)["unconfirmed"]), (&every, &json!([])));
}
