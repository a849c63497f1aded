//! Texts for messages through the list of operations: the defaults for whoever comes, the checks at save, the text for a real customer.

use serde_json::{Value, json};
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};

fn open(t: &mut TestShop, fields: Value) -> i64 {
    let mut all = json!({"phones": []});
    for (key, value) in fields.as_object().unwrap() {
        all[key] = value.clone();
    }
    t.ok("create_customer", json!({"fields": all, "confirm_phone": true, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

fn undo_last(t: &mut TestShop) {
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
}

fn templates(t: &mut TestShop) -> Vec<Value> {
    let rows = t.ok("list_templates", json!({}))["templates"].as_array().unwrap().clone();
    rows.into_iter().map(|row| row["template"].clone()).collect()
}

fn said(t: &mut TestShop, customer: i64, occasion: &str, facts: Value) -> String {
    let message = t.ok("message_for", json!({"customer": customer, "occasion": occasion, "facts": facts}));
    message["text"].as_str().unwrap().to_owned()
}

fn preview(t: &mut TestShop, customer: Option<i64>, text: &str, purpose: &str) -> Value {
    let request = json!({"text": text, "occasion": "other", "language": "zh-CN", "purpose": purpose, "customer": customer});
    t.ok("preview_template", request)
}

fn buy(t: &mut TestShop, customer: i64, receipt: &str, name: &str, category: &str, price: &str) -> Value {
    let lines = json!([{"name": "小饰品", "qty": 1, "price": "9.00"}, {"name": name, "category": category, "qty": 1, "price": price}]);
    t.ok("record_visit", json!({"receipt": receipt, "visit": {"customer": customer, "kind": "purchase", "lines": lines}}))["visit"].clone()
}

#[test]
fn every_text_reads_for_the_barest_customer() {
    for trade in Trade::ALL {
        let mut t = shop_with(*trade, false);
        let bare = open(&mut t, json!({"name": "13800138000"}));
        let list = templates(&mut t);
        assert!(list.len() > 80, "{trade:?} {}", list.len());
        for template in list {
            let text = t.ok("message_for", json!({"customer": bare, "template": template["id"]}))["text"].as_str().unwrap().to_owned();
            assert!(!text.contains(['{', '}', '[', ']']) && !text.contains("13800"), "{text}");
            assert!(!["，，", "。。", "，。", "。，", "、，", ",,", "..", ", .", " ,"].iter().any(|twice| text.contains(twice)), "{text}");
            assert!(!text.contains("女士") && !text.contains("先生"), "{text}");
        }
    }
}

#[test]
fn a_text_knows_whom_it_is_for() {
    let mut t = shop();
    let clerk = t.ok("save_staff", json!({"name": "小林", "role": "clerk", "is_active": true}))["id"].clone();
    let a = open(&mut t, json!({"name": "尉迟文静", "gender": "f", "staff": clerk}));
    let b = open(&mut t, json!({"name": "单晓燕", "referrer": a}));
    assert_eq!(
        said(&mut t, a, "thanks_milestone", json!({})),
        "尉迟女士，一路有您，小店才走到今天。没有什么事，就是想认真跟您说声谢谢。——云裳小林"
    );
    assert_eq!(
        said(&mut t, b, "weather", json!({})),
        "单晓燕，天气说变就变，出门记得带伞、多穿一件。路上慢点。——云裳",
        "no gender, no title"
    );
    let first = buy(&mut t, a, "receipt-1", "羊毛大衣", "大衣", "900.00");
    let welcome = said(&mut t, a, "new_vip_care", json!({}));
    assert!(welcome.contains("我们的普通会员。羊毛羊绒的衣服别天天穿"), "{welcome}");
    let message = t.ok("message_for", json!({"customer": a, "occasion": "first_purchase"}));
    assert_eq!(message["text"], "尉迟女士，我是云裳的小林，想问问您带回去的羊毛大衣还合心意吗？有哪里不合适，拿来我们帮您看。");
    assert_eq!((message["missing"].clone(), message["purpose"].as_str()), (json!([]), Some("service")));
    assert_eq!(message["characters"].as_i64().unwrap(), message["text"].as_str().unwrap().chars().count() as i64);

    t.at("2027-01-25T10:00:00+08:00");
    let missed = said(&mut t, a, "recall", json!({}));
    assert!(missed.contains("有 65 天没见您了"), "{missed}");
    assert!(said(&mut t, a, "thanks_referral", json!({})).contains("介绍单晓燕来"));
    assert!(said(&mut t, b, "welcome", json!({})).contains("尉迟女士的朋友就是我们的朋友"));
    t.ok("void_visit", json!({"visit": first, "reason": "误录"}));
    assert!(said(&mut t, a, "first_purchase", json!({})).contains("上次选的那件"), "a voided visit is no purchase");
}

#[test]
fn vouchers_points_and_gifts_are_hers() {
    let mut t = shop();
    let a = open(&mut t, json!({"name": "曾丽", "gender": "f"}));
    let message = t.ok("message_for", json!({"customer": a, "occasion": "voucher_expiring"}));
    assert_eq!(message["text"], "曾女士，您的一张礼券还没用，到近期就过期了。跟您说一声，别忘了。——云裳");
    assert_eq!(message["missing"], json!(["voucher", "until"]), "and it says so");
    let voucher = |worth: Value, to: &str| json!({"customers": [a], "kind": "gift", "worth": worth, "min_spend": "300.00", "valid_from": "2026-11-21", "valid_to": to});
    t.ok("issue_voucher", voucher(json!({"kind": "percent", "off": 15}), "2026-12-31"));
    t.ok("issue_voucher", voucher(json!({"kind": "amount", "amount": "50.00"}), "2026-11-30"));
    let text = said(&mut t, a, "voucher_expiring", json!({}));
    assert!(text.contains("50元券（满300元可用）还没用，到11月30日就过期了"), "{text}");
    assert!(said(&mut t, a, "voucher_expiring", json!({"voucher": 1})).contains("85折券（满300元可用）还没用，到12月31日"));
    t.ok("adjust_points", json!({"customer": a, "points": 120, "reason": "补登", "expires": false}));
    assert!(said(&mut t, a, "points_expiring", json!({"until": "2026-12-31"})).contains("您有120积分，到12月31日就过期了"));
    t.ok("grant_benefit", json!({"customers": [a], "name": "丝巾一条", "valid_to": "2026-12-10"}));
    let text = said(&mut t, a, "birthday_benefit", json!({}));
    assert!(text.contains("您的丝巾一条已经备好了"), "{text}");
    assert!(said(&mut t, a, "birthday_invitation", json!({"benefit": "一束花"})).contains("备好了一束花"));
}

#[test]
fn a_festival_has_its_own_text_and_a_new_one_the_common_one() {
    let mut t = shop();
    let a = open(&mut t, json!({"name": "仇敏", "gender": "f"}));
    let rows = t.ok("list_festivals", json!({}))["festivals"].as_array().unwrap().clone();
    let id = |key: &str| rows.iter().find(|row| row["festival"]["key"] == key).unwrap()["festival"]["id"].clone();
    let moon = id("mid_autumn");
    assert!(said(&mut t, a, "festival", json!({"festival": moon})).starts_with("仇女士，中秋快乐！"));
    let spring = id("spring_festival");
    assert!(said(&mut t, a, "festival_offer", json!({"festival": spring})).starts_with("仇女士，明天就是春节了"));
    let quiet = id("qingming");
    let text = said(&mut t, a, "remembrance", json!({"festival": quiet}));
    assert!(!text.contains("快乐") && text.contains("清明时节"), "{text}");
    let rule = json!({"day": {"kind": "solar", "month": 12, "day": 5}});
    let own = t.ok("save_festival", json!({"name": "店庆", "rule": rule, "is_on": true}))["festival"].clone();
    assert!(said(&mut t, a, "festival", json!({"festival": own})).starts_with("仇女士，店庆快乐！"), "the text for any");
    assert!(said(&mut t, a, "festival", json!({})).starts_with("仇女士，店庆快乐！"), "the next one, when nobody said which");

    let save = |title: &str, text: &str| json!({"occasion": "festival", "language": "zh-CN", "title": title, "text": text, "purpose": "greeting", "is_on": true});
    let mine = t.ok("save_template", save("店庆祝词", "{称呼}，我们又长一岁！"))["template"].clone();
    assert_eq!(said(&mut t, a, "festival", json!({"festival": own})), "仇女士，我们又长一岁！");
    assert!(said(&mut t, a, "festival", json!({"festival": moon})).contains("中秋快乐"), "and not on another festival");
    let mut off = save("店庆祝词", "{称呼}，我们又长一岁！");
    off["id"] = mine;
    off["is_on"] = json!(false);
    t.ok("save_template", off);
    assert!(said(&mut t, a, "festival", json!({"festival": own})).contains("店庆快乐"), "one that is off is not used");
    let english = t.ok("message_for", json!({"customer": a, "occasion": "festival", "language": "en", "facts": {"festival": moon}}));
    assert!(english["text"].as_str().unwrap().starts_with("Hi 仇敏, happy Mid-Autumn"), "{english}");
}

#[test]
fn a_text_is_checked_when_it_is_saved() {
    let mut t = shop();
    let with =
        |text: &str| json!({"occasion": "other", "language": "zh-CN", "title": "问候", "text": text, "purpose": "greeting", "is_on": true});
    for (text, code, params) in [
        ("", "required", json!({})),
        ("您好{姓名}", "template_invalid", json!({"why": "unknown", "name": "姓名", "at": "3"})),
        ("您好{称呼", "template_invalid", json!({"why": "unclosed", "at": "3"})),
        ("您好}", "template_invalid", json!({"why": "unopened", "at": "3"})),
        ("[{积分}[{等级}]]", "template_invalid", json!({"why": "nested", "at": "6"})),
        (&"好".repeat(501), "too_long", json!({"max": "500"})),
    ] {
        let failure = t.err("save_template", with(text));
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), (code, Some("text")), "{text}");
        assert_eq!(serde_json::to_value(&failure.params).unwrap(), params, "{text}");
    }
    assert_eq!(
        t.err("save_template", {
            let mut no_title = with("好");
            no_title["title"] = json!(" ");
            no_title
        })
        .field
        .as_deref(),
        Some("title")
    );
    let saved = t.ok("save_template", with("{称呼}，中秋快乐，全场八折，{券}"));
    assert_eq!(saved["warnings"], json!([{"word": "折"}, {"word": "券"}]), "flagged, and saved all the same");
    let row = t.ok("list_templates", json!({"occasion": "other"}))["templates"][0].clone();
    assert_eq!((row["template"]["id"].clone(), row["warnings"].as_array().unwrap().len()), (saved["template"].clone(), 2));
    let mut offer = with("全场八折");
    offer["purpose"] = json!("marketing");
    assert_eq!(t.ok("save_template", offer)["warnings"], json!([]), "an offer may be one");
}

#[test]
fn changes_are_undone_and_a_text_in_use_stays() {
    let mut t = shop();
    let before = templates(&mut t);
    let mut first = before[0].clone();
    let (id, key) = (first["id"].clone(), first.as_object_mut().unwrap().remove("key").unwrap());
    first["text"] = json!("{称呼}，改过的。");
    t.ok("save_template", first);
    let changed = templates(&mut t)[0].clone();
    assert_eq!((changed["text"].as_str(), changed["key"].clone()), (Some("{称呼}，改过的。"), key));
    undo_last(&mut t);
    assert_eq!(templates(&mut t), before);
    t.ok("remove_template", json!({"template": id}));
    assert_eq!(templates(&mut t).len(), before.len() - 1);
    undo_last(&mut t);
    assert_eq!(templates(&mut t), before);
    assert_eq!(t.err("remove_template", json!({"template": 9_999})).code.as_str(), "not_found");
}

#[test]
fn a_preview_says_what_is_missing_without_saving() {
    let mut t = shop();
    let a = open(&mut t, json!({"name": "解芸", "nickname": "小芸"}));
    let before = templates(&mut t);
    let shown = preview(&mut t, Some(a), "{称呼}，{心愿}到了[，还有{券}]。", "greeting");
    assert_eq!(shown["text"], "小芸，您喜欢的那款到了。");
    assert_eq!((shown["missing"].clone(), shown["left_out"].clone()), (json!(["wish"]), json!(["voucher"])));
    assert_eq!(shown["warnings"], json!([{"word": "券"}]));
    assert_eq!(preview(&mut t, None, "{称呼}，您好", "service")["text"], "您好");
    assert_eq!(templates(&mut t), before);
    let request = json!({"text": "{称", "occasion": "other", "language": "zh-CN", "purpose": "service"});
    assert_eq!(t.err("preview_template", request).code.as_str(), "template_invalid");
    assert_eq!(t.err("message_for", json!({"customer": a})).field.as_deref(), Some("template"));
    assert_eq!(t.err("message_for", json!({"customer": a, "occasion": "other"})).field.as_deref(), Some("occasion"));
    assert_eq!(t.err("message_for", json!({"customer": 999, "occasion": "thanks_milestone"})).field.as_deref(), Some("customer"));
}

fn item(customer: i64, template: &Value) -> Value {
    json!({"customer": customer, "template": template})
}

#[test]
fn a_list_for_the_provider_claims_nothing_until_it_is_marked() {
    let mut t = shop();
    let ask = |text: &str, purpose: &str| json!({"occasion": "other", "language": "zh-CN", "title": "节前", "text": text, "purpose": purpose, "is_on": true});
    let offer = t.ok("save_template", ask("=HYPERLINK，{称呼}\n来坐坐", "marketing"))["template"].clone();
    let a = open(&mut t, json!({"name": "单晓燕", "gender": "f", "phones": ["138 0013 8000"]}));
    let b = open(&mut t, json!({"name": "曾丽", "gender": "f"}));
    let c = open(&mut t, json!({"name": "仇敏", "gender": "f", "phones": ["13900139000"]}));
    t.ok("set_contact_wish", json!({"customer": c, "wish": "no_promotion"}));
    let folder = t.folder.path().join("out");
    std::fs::create_dir(&folder).unwrap();
    let request = |encoding: &str| {
        json!({"items": [item(a, &offer), item(b, &offer), item(c, &offer), item(a, &offer)],
                                          "folder": folder.to_string_lossy(), "encoding": encoding})
    };
    let made = t.ok("export_messages", request("utf8"));
    assert_eq!((made["batch"].as_str(), made["rows"].as_i64()), (Some("sms-2026-11-21"), Some(1)));
    let held: Vec<&Value> = made["held"].as_array().unwrap().iter().map(|held| &held["customer"]["id"]).collect();
    assert_eq!(held, [&json!(b), &json!(c)], "no phone, no promotion; and nobody twice");
    let bytes = std::fs::read(folder.join("sms-2026-11-21/messages.csv")).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.starts_with('\u{FEFF}'));
    let row = text.lines().nth(1).unwrap();
    assert!(row.starts_with("\"13800138000\",\"'=HYPERLINK，单女士 来坐坐\",\""), "{row}");
    assert_eq!(t.ok("list_contacts", json!({"limit": 10}))["rows"], json!([]), "nothing is claimed as sent");
    assert_eq!(
        t.ok("list_batches", json!({}))["batches"],
        json!([{"batch": "sms-2026-11-21", "day": "2026-11-21", "count": 1, "logged": 0}])
    );

    let batch = json!({"batch": "sms-2026-11-21"});
    assert_eq!(t.ok("mark_batch_sent", batch.clone()), json!({"written": 1, "held": []}));
    let row = t.ok("list_contacts", json!({"limit": 10}))["rows"][0].clone();
    assert_eq!((row["channel"].as_str(), row["outcome"].as_str(), row["purpose"].as_str()), (Some("sms"), Some("sent"), Some("marketing")));
    assert_eq!((row["template"].as_str(), row["batch"].as_str()), (Some("节前"), Some("sms-2026-11-21")));
    assert_eq!(t.ok("mark_batch_sent", batch.clone())["written"], 0, "said twice it is written once");
    assert_eq!(t.ok("list_batches", json!({}))["batches"][0]["logged"], 1);
    assert_eq!(t.err("remove_template", json!({"template": offer})).code.as_str(), "in_use");

    let second = t.ok("export_messages", request("gb18030"));
    assert_eq!((second["batch"].as_str(), second["path"].as_str()), (Some(""), Some("")), "just written to: nobody is left");
    t.at("2026-12-15T10:00:00+08:00");
    let third = t.ok("export_messages", request("gb18030"));
    assert_eq!(third["batch"], "sms-2026-12-15");
    let bytes = std::fs::read(folder.join("sms-2026-12-15/messages.csv")).unwrap();
    assert!(String::from_utf8(bytes).is_err(), "GB 18030");
    t.ok("set_contact_wish", json!({"customer": a, "wish": "none"}));
    let sent = t.ok("mark_batch_sent", json!({"batch": "sms-2026-12-15"}));
    assert_eq!((sent["written"].as_i64(), sent["held"][0]["why"]["why"].as_str()), (Some(0), Some("do_not_contact")), "asked again");
    for (request, code) in [
        (json!({"items": [], "folder": folder.to_string_lossy()}), "out_of_range"),
        (json!({"items": [item(a, &json!(9_999))], "folder": folder.to_string_lossy()}), "not_found"),
        (json!({"items": [item(9_999, &offer)], "folder": folder.to_string_lossy()}), "not_found"),
        (json!({"items": [item(a, &offer)], "folder": "/no/such/folder"}), "folder_missing"),
    ] {
        assert_eq!(t.err("export_messages", request).code.as_str(), code);
    }
    assert_eq!(t.err("mark_batch_sent", json!({"batch": "sms"})).code.as_str(), "not_found");
}

#[test]
fn marking_a_list_is_undone_as_a_whole() {
    let mut t = shop();
    let a = open(&mut t, json!({"name": "单晓燕", "phones": ["13800138000"]}));
    let folder = t.folder.path().to_string_lossy().into_owned();
    let made = t.ok("export_messages", json!({"items": [{"customer": a, "occasion": "thanks_milestone"}], "folder": folder}));
    t.ok("mark_batch_sent", json!({"batch": made["batch"]}));
    undo_last(&mut t);
    assert_eq!(t.ok("list_contacts", json!({"limit": 10}))["rows"], json!([]));
    assert_eq!(t.ok("list_batches", json!({}))["batches"][0]["logged"], 0);
}

#[test]
fn a_text_written_too_early_or_too_late_says_so() {
    let mut t = shop();
    let folder = t.folder.path().join("out");
    std::fs::create_dir(&folder).unwrap();
    let a = open(&mut t, json!({"name": "单晓燕", "gender": "f", "phones": ["13800138000"]}));
    let mut at = |instant: &str| {
        t.at(instant);
        let message = t.ok("message_for", json!({"customer": a, "occasion": "thanks_milestone"}));
        let list = json!({"items": [item(a, &message["template"])], "folder": folder.to_string_lossy()});
        let made = t.ok("export_messages", list);
        assert_eq!((made["rows"].as_i64(), &made["in_hours"]), (Some(1), &message["in_hours"]));
        message["in_hours"].as_bool().unwrap()
    };
    assert_eq!(
        ["2026-11-22T08:59:00+08:00", "2026-11-22T09:00:00+08:00", "2026-11-22T20:59:00+08:00", "2026-11-22T21:00:00+08:00"].map(&mut at),
        [false, true, true, false]
    );
}
