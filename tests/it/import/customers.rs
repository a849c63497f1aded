//! Who is new, who is known, what is added to her.

use super::{Desk, counts, desk, remarks};
use serde_json::json;
use shuke_core::clock::FixedClock;
use shuke_core::error::Code;
use shuke_core::ops;
use shuke_core::shop::Shop;

const HEAD: &str =
    "会员号,姓名,性别,手机,微信,生日,生日类型,上装尺码,风格,标签,来源,导购,建档日期,地址,备注,积分,累计消费,会员等级,介绍人\n";

#[test]
fn a_new_customer_comes_in_with_everything_the_file_says() {
    let mut desk = desk();
    let report = desk.bring(&[(
        "customers",
        &format!("{HEAD}M1,王芳,女,138 0013 8000,wx_1,1987-闰06-12,农历,L,国风,宝妈|小个子,抖音,周敏,2020-01-02,文三路 1 号,怕热,\"1,200\",￥5000,金卡,\nM2,李红,,,,,,,,,,周敏,,,,,,,M1\n"),
    )]);
    assert_eq!(counts(&report, "customers"), [2, 2, 0, 0, 0]);
    assert_eq!(remarks(&report, "customers"), [""; 0]);
    assert_eq!(report["staff_added"], json!(["周敏"]));
    let hit = desk.t.ok("search", json!({"query": "8000", "limit": 5}))["hits"][0].clone();
    assert_eq!((hit["member_no"].as_str(), hit["level"].as_str()), (Some("M1"), Some("金卡")));
    let page = desk.t.ok("customer_page", json!({"customer": hit["id"]}));
    let text = page.to_string();
    for part in ["wx_1", "文三路 1 号", "怕热", "宝妈", "国风", "抖音", "周敏", "2020-01-02"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(desk.ask("SELECT kind || points FROM points_entry"), ["opening1200"]);
    assert_eq!(
        desk.ask("SELECT value FROM profile_value v JOIN profile_field f ON f.id = v.field_id WHERE f.key = 'opening_spend'"),
        ["5000.00"]
    );
    assert_eq!(desk.ask("SELECT member_no FROM customer WHERE referrer_id = 1"), ["M2"]);
    assert_eq!(desk.t.ok("search", json!({"query": "wf", "limit": 5}))["hits"][0]["name"], "王芳");
}

#[test]
fn the_same_file_again_changes_nothing() {
    let mut desk = desk();
    let file = format!(
        "{HEAD}M1,王芳,女,13800138000,wx_1,05-26,公历,L,国风,宝妈,抖音,周敏,2020-01-02,地址,怕热,,,,\n,李,,13900139000,,,,,,,,,,,,,,,\n,张,,,,1990-01-02,,,,,,,,,,,,,\n"
    );
    assert_eq!(counts(&desk.bring(&[("customers", &file)]), "customers"), [3, 3, 0, 0, 0]);
    let before = desk.facts();
    let again = desk.bring(&[("customers", &file)]);
    assert_eq!(counts(&again, "customers"), [3, 0, 3, 0, 0]);
    assert_eq!(desk.facts(), before);
    // An import that changed nothing leaves no entry in the history.
    assert_eq!(desk.t.ok("list_history", json!({"limit": 10}))["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn an_empty_cell_never_wipes_and_a_filled_one_adds() {
    let mut desk = desk();
    desk.bring(&[("customers", "会员号,姓名,手机,微信,标签,风格,上装尺码,备注\nM1,王芳,13800138000,wx_1,宝妈,国风,L,怕热\n")]);
    let report =
        desk.bring(&[("customers", "会员号,姓名,手机,微信,标签,风格,上装尺码,备注\nM1,,0571-88001234,,小个子,简约|国风,XL,爱聊天\n")]);
    assert_eq!(counts(&report, "customers"), [1, 0, 0, 1, 0]);
    assert_eq!(desk.ask("SELECT name || ' ' || wechat || ' ' || note FROM customer"), ["王芳 wx_1 怕热\n爱聊天"]);
    assert_eq!(desk.ask("SELECT number FROM phone ORDER BY position"), ["13800138000", "0571-88001234"]);
    assert_eq!(desk.ask("SELECT t.name FROM customer_tag c JOIN tag t ON t.id = c.tag_id ORDER BY c.id"), ["宝妈", "小个子"]);
    assert_eq!(desk.ask("SELECT value FROM profile_value WHERE ended_on IS NULL ORDER BY id"), ["国风", "简约", "XL"]);
    assert_eq!(desk.ask("SELECT value FROM profile_value WHERE ended_on IS NOT NULL"), ["L"]);
}

#[test]
fn phones_are_shared_with_a_warning_and_identify_only_without_a_number() {
    let mut desk = desk();
    let report = desk.bring(&[(
        "customers",
        "会员号,姓名,手机\nM1,王芳,13800138000\nM2,王强,+86 13800138000\n,王芳,13800138000\n,王小宝,13800138000\nM1,王芳,13900139000\n",
    )]);
    // Line 4 has no number and a phone that two have: whose it is cannot be told, so nobody is taken for her.
    assert_eq!(counts(&report, "customers"), [5, 4, 0, 0, 1]);
    assert_eq!(
        remarks(&report, "customers"),
        ["3 手机 phone_taken", "4 手机 phone_taken", "5 手机 phone_taken", "6 会员号 member_repeated"]
    );
    let again = desk.bring(&[("customers", "姓名,手机\n李,13700137000\n")]);
    assert_eq!(counts(&again, "customers"), [1, 1, 0, 0, 0]);
    let known = desk.bring(&[("customers", "姓名,手机,微信\n李,137 0013 7000,li\n王,13700137000,\n")]);
    assert_eq!(counts(&known, "customers"), [2, 1, 0, 1, 0]);
    assert_eq!(remarks(&known, "customers"), ["3 手机 phone_taken"]);
}

#[test]
fn what_cannot_be_so_is_left_out_and_named() {
    let mut desk = desk();
    let report = desk.bring(&[(
        "customers",
        "会员号,姓名,手机,生日,建档日期,会员等级,介绍人,戒指圈号,民族\nM1,王,,2030-01-02,2027-01-01,至尊卡,某某,12,汉\nM2,,13800138000,,,,,,\n",
    )]);
    assert_eq!(counts(&report, "customers"), [2, 2, 0, 0, 0]);
    assert_eq!(
        remarks(&report, "customers"),
        ["2 建档日期 date_in_future", "2 生日 date_in_future", "2 会员等级 level_unknown", "3 姓名 name_missing", "2  referrer_unknown"]
    );
    assert_eq!(report["customers"]["flags"]["date_in_future"], 2);
    assert_eq!(desk.ask("SELECT name FROM customer WHERE member_no = 'M2'"), ["13800138000"]);
    // Neither a field of another trade nor one that the owner has off is filled behind her back.
    let left_out: Vec<_> = report["customers"]["columns"].as_array().unwrap().iter().filter(|c| c["is_left_out"] == true).collect();
    assert_eq!(left_out.len(), 2);
    assert_eq!(desk.ask("SELECT value FROM profile_value"), [""; 0]);
}

#[test]
fn a_balance_is_opened_once() {
    let mut desk = desk();
    desk.bring(&[("customers", "会员号,姓名,积分\nM1,王,100\n")]);
    let report = desk.bring(&[("customers", "会员号,姓名,积分\nM1,王,100\n")]);
    assert_eq!(counts(&report, "customers"), [1, 0, 1, 0, 0]);
    assert_eq!(remarks(&report, "customers"), ["2 积分 opening_kept"]);
    assert_eq!(desk.ask("SELECT CAST(sum(points) AS TEXT) FROM points_entry"), ["100"]);
}

#[test]
fn a_known_customer_keeps_her_level_and_status_and_each_row_that_says_another_is_named() {
    let mut desk = desk();
    let head = "会员号,姓名,会员等级,状态\n";
    desk.bring(&[("customers", &format!("{head}M1,王芳,金卡,在册\nM2,李红,,归档\nM3,陈静,,\n"))]);
    let held = "SELECT c.name || ' ' || c.status || ' ' || l.name FROM customer c JOIN customer_stats s ON s.customer_id = c.id
        JOIN level l ON l.id = s.level_id ORDER BY c.id";
    let before = desk.ask(held);
    assert_eq!(before, ["王芳 active 金卡", "李红 archived 普通会员", "陈静 active 普通会员"]);
    // What says nothing else, or nothing, is not worth a remark.
    let same = desk.bring(&[("customers", &format!("{head}M1,王芳,金卡,在册\nM2,李红,普通会员,归档\nM3,陈静,,\n"))]);
    assert_eq!((counts(&same, "customers"), remarks(&same, "customers")), ([3, 0, 3, 0, 0], vec![]));
    let other = desk.bring(&[("customers", &format!("{head}M1,王芳,普通会员,归档\nM2,李红,银卡,在册\nM3,陈静,至尊卡,\n"))]);
    assert_eq!(
        remarks(&other, "customers"),
        ["2 状态 status_kept", "2 会员等级 level_kept", "3 状态 status_kept", "3 会员等级 level_kept", "4 会员等级 level_unknown"]
    );
    assert_eq!((counts(&other, "customers"), desk.ask(held)), ([3, 0, 3, 0, 0], before));
    // The second file of one import does not change what the first has brought either.
    let files = [("a.csv", "M9,赵敏,金卡,归档\n"), ("b.csv", "M9,赵敏,银卡,在册\n")];
    let files = files.map(|(name, row)| json!({"kind": "customers", "path": desk.file(name, format!("{head}{row}"))}));
    let both = desk.t.ok("run_import", json!({"files": files, "dry_run": false}));
    assert_eq!(remarks(&both, "customers"), ["2 状态 status_kept", "2 会员等级 level_kept"]);
    assert_eq!(desk.ask(held).last().map(String::as_str), Some("赵敏 archived 金卡"));
}

#[test]
fn answers_must_fit_their_field() {
    let mut desk = desk();
    let field =
        json!({"label": "身高", "part": "hard", "kind": "number", "options": [], "weight": 1, "is_on": true, "is_sensitive": false});
    let saved = desk.t.ok("save_field", field);
    let path = desk.file("c.csv", "会员号,姓名,身高\nM1,王,165\nM2,李,高\n");
    let map = format!("身高=profile.{}", saved["key"].as_str().unwrap());
    let request = json!({"files": [{"kind": "customers", "path": path, "map": [map]}], "dry_run": false});
    let report = desk.t.ok("run_import", request);
    assert_eq!(remarks(&report, "customers"), ["3 身高 answer_invalid"]);
    assert_eq!(desk.ask("SELECT value FROM profile_value"), ["165"]);
}

#[test]
fn sensitive_answers_come_in_only_with_a_consent_on_paper_and_never_against_her_word() {
    let mut desk = desk();
    let field = json!({"label": "忌口", "part": "soft", "kind": "text", "options": [], "weight": 1, "is_on": true, "is_sensitive": true});
    let saved = desk.t.ok("save_field", field);
    let (id, key) = (saved["id"].clone(), saved["key"].as_str().unwrap().to_owned());
    let path = desk.file("c.csv", "会员号,姓名,忌口\nM1,王,花生\nM2,李,\nM3,陈,芒果\n");
    let mut request = json!({"files": [{"kind": "customers", "path": path, "map": [format!("忌口=profile.{key}")]}], "dry_run": false});
    let report = desk.t.ok("run_import", request.clone());
    // Each row says why its cell was left out, and is taken without it.
    assert_eq!(remarks(&report, "customers"), ["2 忌口 consent_missing", "4 忌口 consent_missing"]);
    assert_eq!(counts(&report, "customers"), [3, 3, 0, 0, 0]);
    assert_eq!(desk.ask("SELECT value FROM profile_value"), [""; 0]);
    // One of them said no to somebody's face.
    desk.t.ok("save_sensitive_consent", json!({"customer": 1, "field": id, "given": false, "remove": false}));
    request["consent_on_paper"] = json!(true);
    let report = desk.t.ok("run_import", request.clone());
    assert_eq!(remarks(&report, "customers"), ["2 忌口 consent_missing"]);
    assert_eq!(desk.ask("SELECT value FROM profile_value"), ["芒果"]);
    let consents = "SELECT customer_id || ' ' || is_given || ' ' || coalesce(note, '') FROM sensitive_consent ORDER BY id";
    assert_eq!(desk.ask(consents), ["1 0 ", "3 1 纸上签的同意，导入时由店主确认"]);
    // Taking the import back takes the consents back.
    let last = desk.t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    desk.t.ok("undo", json!({"operation": last}));
    assert_eq!(desk.ask(consents), ["1 0 "]);
    assert_eq!(desk.ask("SELECT value FROM profile_value"), [""; 0]);
}

#[test]
fn of_a_child_without_a_guardian_only_what_is_needed_to_ask_comes_in() {
    let mut desk = desk();
    let file = "会员号,姓名,手机,生日,性别,微信,地址,备注,上衣尺码\nM1,小小,13800138000,2014-01-02,女,wx,路,话,M\n";
    let report = desk.bring(&[("customers", file)]);
    assert_eq!(counts(&report, "customers"), [1, 1, 0, 0, 0]);
    assert_eq!(report["customers"]["flags"], json!({"guardian_missing": 5}));
    let held = "SELECT json_array(name, gender, birthday_year, wechat, address, note) FROM customer";
    assert_eq!(desk.ask(held), [r#"["小小",null,2014,null,null,null]"#]);
    assert_eq!(desk.ask("SELECT digits FROM phone"), ["13800138000"]);
    assert_eq!(desk.ask("SELECT value FROM profile_value"), [""; 0]);
    // Once a guardian agreed, the same file brings the rest.
    desk.t.ok("save_consent", json!({"customer": 1, "purpose": "archive", "channels": [], "given": true, "guardian": "妈妈"}));
    let report = desk.bring(&[("customers", file)]);
    assert_eq!(report["customers"]["flags"], json!({}));
    assert_eq!(desk.ask(held), [r#"["小小","f",2014,"wx","路","话"]"#]);
    assert_eq!(desk.ask("SELECT value FROM profile_value"), ["M"]);
}

#[test]
fn what_came_in_and_went_comes_in_again_and_the_log_takes_no_number_for_another() {
    let mut desk = desk();
    let files = [
        ("customers", "会员号,姓名,标签,积分,累计消费\nM1,王芳,宝妈、小个子,120,5000\nM2,李红,宝妈,,\n"),
        ("visits", "单号,会员号,日期,金额\n1,M1,2026-11-10,100\n"),
    ];
    // A number given by hand and taken away again may be given to a row of the import, too.
    desk.t.ok(
        "create_customer",
        json!({"fields": {"name": "单姐", "phones": []}, "confirm_phone": false, "answers": [], "tags": ["老客", "常来"]}),
    );
    let tags = desk.t.ok("list_tags", json!({}))["tags"].clone();
    for tag in tags.as_array().unwrap().iter().filter(|tag| tag["customers"] == 1) {
        desk.t.ok("remove_tag", json!({"customers": [1], "tag": tag["id"]}));
    }
    let before = desk.facts();
    let latest = |desk: &mut Desk| desk.t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    for _ in 0..3 {
        desk.bring(&files);
        assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
        let import = latest(&mut desk);
        desk.t.ok("undo", json!({"operation": import}));
        assert_eq!(desk.facts(), before);
        assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
    }
    desk.bring(&files);
    // A row of a range that stands is known by its sum all the same.
    let path = desk.t.path();
    drop(desk.t.shop);
    let db = rusqlite::Connection::open(&path).unwrap();
    assert_eq!(db.execute("UPDATE profile_value SET value = '6000.00' WHERE value = '5000.00'", []).unwrap(), 1);
    drop(db);
    let mut shop = Shop::open(&path, Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"))).unwrap();
    let found = ops::call(&mut shop, "check_shop", json!({})).unwrap()["findings"].to_string();
    assert!(found.contains("audit_operations"), "{found}");
}

#[test]
fn an_import_goes_as_a_whole_after_its_rows_were_changed_and_back_and_stays_gone() {
    let mut desk = desk();
    desk.bring(&[("customers", "会员号,姓名,手机\nM1,王芳,13800138000\n")]);
    let before = desk.facts();
    desk.bring(&[("customers", "会员号,姓名,手机\nM1,王芳芳,13800138000\nM2,李红,13900139000\n")]);
    let latest = |desk: &mut Desk| desk.t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    let import = latest(&mut desk)["id"].clone();
    // Her phone is another one and then the old one again: that row now came in with the undo, not with the file.
    desk.t.ok(
        "update_customer",
        json!({"customer": 2, "fields": {"name": "李红", "member_no": "M2", "phones": ["13700137000"]}, "confirm_phone": true}),
    );
    let change = latest(&mut desk)["id"].clone();
    desk.t.ok("undo", json!({"operation": change}));
    desk.t.ok("undo", json!({"operation": import}));
    assert_eq!(desk.facts(), before);
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
    // What it changed of those known could come back, those it brought could not: so neither does, and nobody is offered it.
    let undo = latest(&mut desk);
    assert_eq!(undo["undoable"], false);
    assert_eq!(desk.t.err("undo", json!({"operation": undo["id"]})).code, Code::NotUndoable);
    assert_eq!(desk.facts(), before);
}
