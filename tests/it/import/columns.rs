//! Columns that nobody knows: left out with what is lost, put into the note, or given a field of their own; and what is remembered of it.

use super::{Desk, counts, desk, remarks};
use serde_json::{Value, json};

const FILE: &str = "会员号,姓名,备注,爱好,说法,爱好,家里\nM1,王芳,怕热,跳舞,话多,瑜伽,两个娃\nM2,李红,,唱歌,,,\n";

fn bring(desk: &mut Desk, file: &str, map: &[&str], dry_run: bool) -> Value {
    let path = desk.file("c.csv", file);
    desk.t.ok("run_import", json!({"files": [{"kind": "customers", "path": path, "map": map}], "dry_run": dry_run}))
}

fn column<'a>(report: &'a Value, at: usize, key: &str) -> &'a Value {
    &report["customers"]["columns"][at][key]
}

fn last(desk: &mut Desk) -> Value {
    desk.t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone()
}

fn take_back(desk: &mut Desk) {
    let last = last(desk);
    desk.t.ok("undo", json!({"operation": last}));
}

const ANSWERS: &str =
    "SELECT c.member_no || ' ' || f.label || ' ' || v.value FROM profile_value v JOIN profile_field f ON f.id = v.field_id
    JOIN customer c ON c.id = v.customer_id WHERE v.ended_on IS NULL ORDER BY v.id";
const OWN: &str = "SELECT label || ' ' || kind || ' ' || weight FROM profile_field WHERE key GLOB 'own_*' ORDER BY id";

#[test]
fn what_is_lost_with_a_column_is_counted() {
    let mut desk = desk();
    let report = bring(&mut desk, FILE, &["家里=-"], true);
    assert_eq!([3, 4, 5, 6].map(|at| column(&report, at, "lost").as_u64().unwrap()), [2, 1, 1, 1]);
    assert_eq!(column(&report, 2, "lost"), 0);
    assert_eq!((column(&report, 3, "target"), column(&report, 6, "target")), (&Value::Null, &json!("-")));
}

#[test]
fn several_columns_go_into_the_note_each_with_its_heading() {
    let mut desk = desk();
    let map = ["#4=note", "说法=note", "#6=note"];
    let report = bring(&mut desk, FILE, &map, false);
    assert_eq!((counts(&report, "customers"), remarks(&report, "customers").len()), ([2, 2, 0, 0, 0], 0));
    let notes = "SELECT note FROM customer ORDER BY id";
    assert_eq!(desk.ask(notes), ["怕热\n爱好：跳舞\n说法：话多\n爱好 2：瑜伽", "爱好：唱歌"]);
    // The same file again adds nothing; a cell that says something else is added below, and what is empty now stays.
    assert_eq!(counts(&bring(&mut desk, FILE, &map, false), "customers"), [2, 0, 2, 0, 0]);
    let later = "会员号,姓名,备注,爱好,说法,爱好,家里\nM1,王芳,,,话少,瑜伽,\n";
    assert_eq!(counts(&bring(&mut desk, later, &map, false), "customers"), [1, 0, 0, 1, 0]);
    assert_eq!(desk.ask(notes)[0], "怕热\n爱好：跳舞\n说法：话多\n爱好 2：瑜伽\n说法：话少");
}

#[test]
fn a_note_never_grows_past_what_the_archive_holds_and_says_so() {
    let mut desk = desk();
    let long = "话".repeat(1_500);
    let file = format!("会员号,姓名,备注,甲\nM1,王芳,{long},{long}\n");
    let report = bring(&mut desk, &file, &["甲=note"], false);
    assert_eq!(remarks(&report, "customers"), ["2 甲 text_too_long"]);
    let again = bring(&mut desk, &file.replace('话', "说"), &["甲=-"], false);
    assert_eq!(remarks(&again, "customers"), ["2 备注 text_too_long"]);
    assert_eq!(desk.ask("SELECT note FROM customer"), [long]);
}

#[test]
fn a_column_gets_a_field_of_its_own_in_the_same_import_and_the_same_undo() {
    let mut desk = desk();
    let map = ["#4=new", "#6=new"];
    let before = desk.facts();
    let tried = bring(&mut desk, FILE, &map, true);
    assert_eq!(tried["fields_added"], json!(["爱好", "爱好 2"]));
    assert_eq!((column(&tried, 3, "field"), column(&tried, 3, "is_new")), (&json!("爱好"), &json!(true)));
    assert_eq!((desk.facts(), desk.ask(OWN)), (before.clone(), vec![]));
    bring(&mut desk, FILE, &map, false);
    let first = last(&mut desk);
    assert_eq!(desk.ask(OWN), ["爱好 text 0", "爱好 2 text 0"]);
    assert_eq!(desk.ask(ANSWERS), ["M1 爱好 跳舞", "M1 爱好 2 瑜伽", "M2 爱好 唱歌"]);
    // The same again fills the same fields; there are no second ones.
    let again = bring(&mut desk, "会员号,姓名,爱好\nM2,李红,画画\n", &["爱好=new"], false);
    assert_eq!((again["fields_added"].clone(), column(&again, 2, "is_new")), (json!([]), &json!(false)));
    assert_eq!(desk.ask(ANSWERS), ["M1 爱好 跳舞", "M1 爱好 2 瑜伽", "M2 爱好 画画"]);
    take_back(&mut desk);
    assert_eq!(desk.ask(ANSWERS), ["M1 爱好 跳舞", "M1 爱好 2 瑜伽", "M2 爱好 唱歌"]);
    desk.t.ok("undo", json!({"operation": first}));
    assert_eq!((desk.facts(), desk.ask(OWN)), (before, vec![]));
}

#[test]
fn a_field_that_the_owner_had_off_is_asked_for_again_and_undo_puts_it_off() {
    let mut desk = desk();
    let field =
        json!({"label": "爱好", "part": "soft", "kind": "multi", "options": [], "weight": 1, "is_on": false, "is_sensitive": false});
    desk.t.ok("save_field", field);
    let report = bring(&mut desk, "会员号,姓名,爱好\nM1,王芳,跳舞、画画\n", &["爱好=new"], false);
    assert_eq!(report["fields_added"], json!([]));
    assert_eq!(desk.ask(ANSWERS), ["M1 爱好 跳舞", "M1 爱好 画画"]);
    let is_on = "SELECT CAST(is_on AS TEXT) FROM profile_field WHERE label = '爱好'";
    assert_eq!(desk.ask(is_on), ["1"]);
    take_back(&mut desk);
    assert_eq!((desk.ask(is_on), desk.ask(ANSWERS)), (vec!["0".to_owned()], vec![]));
}

#[test]
fn what_was_said_of_a_heading_is_proposed_next_time_and_an_undo_does_not_forget_it() {
    let mut desk = desk();
    bring(&mut desk, FILE, &["#4=new", "#6=note", "说法=-"], true);
    let path = desk.file("c.csv", FILE);
    let seen = |desk: &mut Desk| {
        let shown = desk.t.ok("preview_import", json!({"kind": "customers", "path": path.clone(), "map": ["家里=nickname"]}));
        let of = |column: &Value| format!("{} {}", column["target"].as_str().unwrap_or("?"), column["is_remembered"]);
        shown["columns"].as_array().unwrap()[3..].iter().map(of).collect::<Vec<_>>()
    };
    // A trial remembers nothing.
    assert_eq!(seen(&mut desk), ["? false", "? false", "? false", "nickname false"]);
    bring(&mut desk, FILE, &["#4=new", "#6=note", "说法=-"], false);
    let remembered = ["new true", "- true", "note true", "nickname false"];
    assert_eq!(seen(&mut desk), remembered);
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
    take_back(&mut desk);
    assert_eq!(seen(&mut desk), remembered);
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
    // Without a word the next file is read as the last one was, and an explicit word takes the place of the old one.
    let report = bring(&mut desk, FILE, &["说法=note"], false);
    assert_eq!(report["fields_added"], json!(["爱好"]));
    assert_eq!(desk.ask("SELECT note FROM customer ORDER BY id"), ["怕热\n说法：话多\n爱好 2：瑜伽", ""]);
    assert_eq!(seen(&mut desk), ["new true", "note true", "note true", "nickname false"]);
    // The history has the imports and their undoing, and nothing of what was remembered.
    let kinds: Vec<_> =
        desk.t.ok("list_history", json!({"limit": 9}))["entries"].as_array().unwrap().iter().map(|e| e["kind"].clone()).collect();
    assert_eq!(kinds.len(), 3, "{kinds:?}");
}

#[test]
fn a_heading_mapped_to_a_field_that_is_off_since_is_unknown_again() {
    let mut desk = desk();
    let field =
        json!({"label": "身高", "part": "hard", "kind": "number", "options": [], "weight": 1, "is_on": true, "is_sensitive": false});
    let mut saved = desk.t.ok("save_field", field.clone());
    let file = "会员号,姓名,高\nM1,王芳,165\n";
    let map = format!("高=profile.{}", saved["key"].as_str().unwrap());
    bring(&mut desk, file, &[&map], false);
    assert_eq!(column(&bring(&mut desk, file, &[], true), 2, "field"), "身高");
    saved = json!({"id": saved["id"], "is_on": false});
    for (key, value) in field.as_object().unwrap() {
        if key != "is_on" {
            saved[key] = value.clone();
        }
    }
    desk.t.ok("save_field", saved);
    let report = bring(&mut desk, file, &[], true);
    assert_eq!((column(&report, 2, "target"), column(&report, 2, "lost")), (&Value::Null, &json!(1)));
}

#[test]
fn changes_are_told_field_by_field_with_their_line() {
    let mut desk = desk();
    let head = "会员号,姓名,性别,手机,微信,生日,标签,风格,上装尺码,地址,备注,导购\n";
    bring(
        &mut desk,
        &format!("{head}M1,王芳,女,13800138000,wx_1,1987-06-12,宝妈,国风,L,文三路,怕热,周敏\nM2,李红,,,,,,,,,,\n"),
        &[],
        false,
    );
    let file = format!("{head}M2,李红,,,,,,,,,,\nM1,王方,,0571-88001234,wx_2,,小个子,简约,XL,,爱聊天,\n");
    let report = bring(&mut desk, &file, &[], true);
    assert_eq!(counts(&report, "customers"), [2, 0, 1, 1, 0]);
    let changes = report["customers"]["changes"].as_array().unwrap();
    assert_eq!(
        (changes.len(), &changes[0]["line"], &changes[0]["member_no"], &changes[0]["name"]),
        (1, &json!(3), &json!("M1"), &json!("王芳"))
    );
    let told = |field: &Value| {
        let text = |key: &str| field[key].as_str().unwrap_or("-").to_owned();
        let kept = if field["is_kept"] == true { " kept" } else { "" };
        format!("{} {} {}{kept}", text("field"), text("before"), text("after"))
    };
    assert_eq!(
        changes[0]["fields"].as_array().unwrap().iter().map(told).collect::<Vec<_>>(),
        [
            "name 王芳 王方",
            "phone 13800138000 13800138000、0571-88001234",
            "wechat wx_1 wx_2",
            "tags 宝妈 宝妈、小个子",
            "note 怕热 怕热\n爱聊天",
            "profile.style 国风 国风、简约",
            "profile.top_size L XL",
            "gender 女 女 kept",
            "birthday 公历 1987-06-12 公历 1987-06-12 kept",
            "address 文三路 文三路 kept",
            "staff 周敏 周敏 kept",
        ]
    );
    // The trial took everything back, and the import tells the same.
    assert_eq!(bring(&mut desk, &file, &[], false)["customers"]["changes"], report["customers"]["changes"]);
}

#[test]
fn of_many_changes_the_first_hundred_are_told_and_all_are_counted() {
    let mut desk = desk();
    let rows = |wechat: &str| (1..=120).map(|n| format!("M{n},顾客{n},{wechat}{n}\n")).collect::<String>();
    bring(&mut desk, &format!("会员号,姓名,微信\n{}", rows("a")), &[], false);
    let report = bring(&mut desk, &format!("会员号,姓名,微信\n{}", rows("b")), &[], true);
    assert_eq!(counts(&report, "customers"), [120, 0, 0, 120, 0]);
    let changes = report["customers"]["changes"].as_array().unwrap();
    assert_eq!((changes.len(), &changes[99]["line"], &changes[99]["fields"][0]["after"]), (100, &json!(101), &json!("b100")));
}

#[test]
fn the_note_of_a_visit_takes_several_columns_too() {
    let mut desk = desk();
    let path = desk.file("v.csv", "单号,日期,金额,备注,天气,收银\n1,2024-03-01,59,试衣,晴,一号机\n");
    let map = ["天气=note", "收银=note"];
    desk.t.ok("run_import", json!({"files": [{"kind": "visits", "path": path.clone(), "map": map}], "dry_run": false}));
    assert_eq!(desk.ask("SELECT note FROM visit"), ["试衣\n天气：晴\n收银：一号机"]);
    // Only an archive has fields of the catalogue: said of a visit's column it says nothing.
    let shown = desk.t.ok("preview_import", json!({"kind": "visits", "path": path, "map": ["天气=new"]}));
    assert_eq!(shown["columns"][4]["target"], "note");
}

#[test]
fn a_referrer_that_the_file_adds_is_told_among_the_changes() {
    let mut desk = desk();
    bring(&mut desk, "会员号,姓名,手机\nM1,王芳,13800138000\nM2,李红,\nM3,赵静,\n", &[], false);
    // One gets a referrer alone, one beside something else, one of whom nobody has heard.
    let file = "会员号,姓名,微信,介绍人\nM2,李红,,13800138000\nM3,赵静,zj,李红\nM1,王芳,,某某\nM4,新人,,M3\n";
    let report = bring(&mut desk, file, &[], false);
    assert_eq!(counts(&report, "customers"), [4, 1, 1, 2, 0]);
    assert_eq!((&report["referrers_found"], &report["customers"]["flags"]), (&json!(3), &json!({"referrer_unknown": 1})));
    let said: Vec<String> = report["customers"]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|changed| {
            let field = |field: &Value| format!("{}={}", field["field"].as_str().unwrap(), field["after"].as_str().unwrap());
            let fields: Vec<String> =
                changed["fields"].as_array().unwrap().iter().filter(|one| one["is_kept"] == false).map(field).collect();
            format!("{} {}", changed["line"], fields.join(" "))
        })
        .collect();
    assert_eq!(said, ["2 referrer=王芳 M1", "3 wechat=zj referrer=李红 M2"]);
    // Once said it is known.
    assert_eq!(counts(&bring(&mut desk, file, &[], false), "customers"), [4, 0, 4, 0, 0]);
}

#[test]
fn a_new_field_offers_what_its_column_has_where_that_is_little() {
    let mut desk = desk();
    let rows: String = (0..40).map(|n| format!("M{n},客{n},{},编{n}\n", ["双鱼", "白羊", ""][n % 3])).collect();
    let report = bring(&mut desk, &format!("会员号,姓名,星座,编码\n{rows}"), &["星座=new_choice", "编码=new_choice"], false);
    assert_eq!(report["fields_added"], json!(["星座", "编码"]));
    assert_eq!((column(&report, 2, "choices"), report["customers"]["columns"][3].get("choices")), (&json!(2), None));
    let fields = desk.t.ok("list_fields", json!({}))["fields"].clone();
    let field = |label: &str| fields.as_array().unwrap().iter().find(|field| field["label"] == label).unwrap().clone();
    assert_eq!((&field("星座")["kind"], &field("星座")["options"]), (&json!("choice"), &json!(["双鱼", "白羊"])));
    assert_eq!((&field("编码")["kind"], &field("编码")["options"]), (&json!("text"), &json!([])));
    assert_eq!(
        desk.ask("SELECT DISTINCT value FROM profile_value WHERE length(value) = 2 AND value NOT LIKE '编%' ORDER BY 1"),
        ["双鱼", "白羊"]
    );
    take_back(&mut desk);
    assert!(desk.t.ok("list_fields", json!({}))["fields"].as_array().unwrap().iter().all(|field| field["label"] != "星座"));
}
