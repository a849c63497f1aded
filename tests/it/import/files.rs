//! Several files of one kind in one import: what each brings, what the later ones find there, and what is said of each.

use super::{Desk, counts, desk, sheets::texts, workbook::Workbook};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Brings files in, each `(kind, name, content)`, in one import.
fn request(desk: &Desk, files: &[(&str, &str, &str)]) -> Value {
    let file = |&(kind, name, content): &(&str, &str, &str)| json!({"kind": kind, "path": desk.file(name, content)});
    json!({"files": files.iter().map(file).collect::<Vec<_>>(), "dry_run": false})
}

#[track_caller]
fn bring(desk: &mut Desk, files: &[(&str, &str, &str)]) -> Value {
    let request = request(desk, files);
    desk.t.ok("run_import", request)
}

/// `name rows new known changed rejected` of each file.
fn of_files(report: &Value) -> Vec<String> {
    let one = |file: &Value| {
        let counts = ["rows", "new", "known", "changed", "rejected"].map(|key| file[key].to_string());
        format!("{} {}", file["name"].as_str().unwrap(), counts.join(" "))
    };
    report["files"].as_array().unwrap().iter().map(one).collect()
}

/// `file line code` of each remark.
fn remarks(report: &Value, table: &str) -> Vec<String> {
    let remark = |flag: &Value| {
        let name = &report["files"][usize::try_from(flag["file"].as_u64().unwrap()).unwrap()]["name"];
        format!("{} {} {}", name.as_str().unwrap(), flag["line"], flag["code"].as_str().unwrap())
    };
    report[table]["flagged"].as_array().unwrap().iter().map(remark).collect()
}

fn take_back(desk: &mut Desk) {
    let last = desk.t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    desk.t.ok("undo", json!({"operation": last}));
}

const CUSTOMERS: (&str, &str, &str) = ("customers", "会员.csv", "会员号,姓名,手机\nM1,王芳,13800138000\nM2,李红,13900139000\n");

#[test]
fn three_years_come_in_at_once_and_go_at_once() {
    let mut desk = desk();
    let before = desk.facts();
    let files = [
        ("lines", "明细.csv", "单号,行号,款号,数量,金额\n23,1,A,1,10\n25,1,B,1,30\n24,1,C,1,20\n"),
        ("visits", "2025.csv", "单号,会员号,日期,金额\n25,M1,2025-03-01,30\n25x,M9,2025-03-02,1\n"),
        ("visits", "2023.csv", "单号;会员号;日期;金额\n23;M1;2023-03-01;10\n"),
        CUSTOMERS,
        ("visits", "2024.csv", "老系统导出\n小票号,卡号,日期,实收\n24,M2,2024-03-01,20\n"),
    ];
    let mut trial = request(&desk, &files);
    trial["dry_run"] = json!(true);
    let mut tried = desk.t.ok("run_import", trial);
    assert_eq!(desk.facts(), before);
    let report = bring(&mut desk, &files);
    assert_eq!(
        of_files(&report),
        ["明细.csv 3 3 0 0 0", "2025.csv 2 1 0 0 1", "2023.csv 1 1 0 0 0", "会员.csv 2 2 0 0 0", "2024.csv 1 1 0 0 0"]
    );
    assert_eq!(counts(&report, "visits"), [4, 3, 0, 0, 1]);
    assert_eq!(remarks(&report, "visits"), ["2025.csv 3 member_unknown"]);
    assert_eq!((report["total"].as_str(), &report["visits"]["columns"]), (Some("60.00"), &json!([])));
    assert_eq!(
        (&report["files"][2]["columns"][3]["target"], &report["customers"]["columns"][0]["target"]),
        (&json!("amount"), &json!("member_no"))
    );
    tried["dry_run"] = json!(false);
    assert_eq!(tried, report);
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
    let entries = desk.t.ok("list_history", json!({"limit": 9}))["entries"].clone();
    assert_eq!((entries.as_array().unwrap().len(), &entries[0]["params"]), (1, &json!({"customers": 2, "lines": 3, "visits": 3})));
    take_back(&mut desk);
    assert_eq!(desk.facts(), before);
}

#[test]
fn a_customer_of_an_earlier_file_is_known_to_the_later_one_and_gets_what_that_adds() {
    let mut desk = desk();
    desk.bring(&[("customers", "会员号,姓名\nM0,老客\n")]);
    let before = desk.facts();
    let report = bring(
        &mut desk,
        &[
            (
                "customers",
                "一店.csv",
                "会员号,姓名,手机,入会日期\nM1,王芳,13800138000,\nM2,李红,13900139000,\n,赵静,13700137000,\nM1,又一个,,\n",
            ),
            (
                "customers",
                "二店.csv",
                "会员号,姓名,手机,微信,标签,积分,累计消费,入会日期,介绍人\n\
                 M1,王芳,,wf,宝妈,300,,2020-01-02,M0\nM2,李红,13900139000,,,,,,\n,赵静,137 0013 7000,zj,,,88.5,,\nM3,新人,,,,,,,M1\n",
            ),
            ("customers", "三店.csv", "会员号,姓名,积分\nM1,王芳,300\nM0,老客,5\n"),
            ("visits", "2024.csv", "单号,会员号,日期,金额\n1,M1,2024-03-01,10\n2,M2,2024-03-02,10\n"),
        ],
    );
    assert_eq!(of_files(&report)[..3], ["一店.csv 4 3 0 0 1", "二店.csv 4 1 1 2 0", "三店.csv 2 0 2 0 0"]);
    assert_eq!(counts(&report, "customers"), [10, 4, 3, 2, 1]);
    assert_eq!(remarks(&report, "customers"), ["一店.csv 5 member_repeated", "三店.csv 2 opening_kept", "三店.csv 3 opening_kept"]);
    assert_eq!(
        desk.ask("SELECT member_no || coalesce(wechat, '-') || ' ' || joined_on FROM customer WHERE id > 1 AND name <> '新人'"),
        ["M1wf 2020-01-02", "M2- 2024-03-02", "K000004zj 2026-11-21"]
    );
    let told = |at: usize| -> Vec<String> {
        let fields = report["customers"]["changes"][at]["fields"].as_array().unwrap().iter().filter(|field| field["is_kept"] == false);
        fields.map(|field| format!("{} {}", field["field"].as_str().unwrap(), field["after"].as_str().unwrap())).collect()
    };
    assert_eq!(told(0), ["wechat wf", "joined 2020-01-02", "tags 宝妈", "points 300", "referrer 老客 M0"]);
    assert_eq!(told(1), ["wechat zj", "spend 88.50"]);
    assert_eq!(desk.ask("SELECT customer_id || kind || points FROM points_entry"), ["2opening300"]);
    assert_eq!(desk.ask("SELECT customer_id || ' ' || value FROM profile_value"), ["4 88.50"]);
    assert_eq!(desk.ask("SELECT member_no FROM customer WHERE referrer_id IS NOT NULL ORDER BY id"), ["M1", "M3"]);
    assert_eq!(report["referrers_found"], 2);
    take_back(&mut desk);
    assert_eq!(desk.facts(), before);
}

/// What it is about, the lines of two files of one visit, the amounts that are stored, the remarks, and how many lines were known.
type Overlap = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str], u64);

#[test]
fn exports_that_overlap_double_nothing() {
    let visits = |numbers: &[(&str, &str)]| {
        let row = |(no, amount): &(&str, &str)| format!("{no},2024-01-0{},{amount}\n", &no[..1]);
        format!("单号,日期,金额\n{}", numbers.iter().map(row).collect::<String>())
    };
    let cases: [Overlap; 6] = [
        // The lines of a visit parted between two files, with numbers and without.
        ("numbered, cut", "1,1,A,5\n", "1,2,A,5\n", &["5", "5"], &[], 0),
        ("cut between two alike", ",,A,5\n", ",,A,5\n", &["5", "5"], &[], 0),
        // The same lines in both, with numbers and without, alone and before others.
        ("numbered, twice", "1,1,A,4\n1,2,B,6\n", "1,1,A,4\n1,2,B,6\n", &["4", "6"], &[], 2),
        ("twice", ",,A,4\n,,B,6\n", ",,A,4\n,,B,6\n", &["4", "6"], &[], 2),
        ("another line of a number", "1,1,A,4\n1,2,B,6\n", "1,2,C,6\n", &["4", "6"], &["line_repeated"], 0),
        // The bill was rounded down, so that its amount is no help.
        ("rounded bill", ",,A,4.5\n,,B,6\n", ",,B,6\n", &["-0.5", "4.5", "6"], &["amount_differs", "line_in_earlier_file"], 0),
    ];
    for (case, first, second, amounts, codes, known) in cases {
        let mut desk = desk();
        let lines = |rows: &str| {
            format!(
                "单号,行号,款号,金额,数量\n{}",
                rows.lines().fold(String::new(), |mut all, row| {
                    let cells: Vec<&str> = row.split(',').collect();
                    let _ = writeln!(all, "1,{},{},{},1", cells[1], cells[2], cells[3]);
                    all
                })
            )
        };
        let report = bring(
            &mut desk,
            &[
                ("visits", "2023.csv", &visits(&[("1", "10"), ("2", "20")])),
                ("visits", "2024.csv", &visits(&[("2", "20"), ("3", "30")])),
                ("lines", "明细1.csv", &lines(first)),
                // A blank row more: byte for byte the same file would be refused.
                ("lines", "明细2.csv", &(lines(second) + "\n")),
            ],
        );
        assert_eq!(of_files(&report)[..2], ["2023.csv 2 2 0 0 0", "2024.csv 2 1 1 0 0"], "{case}");
        let mut held: Vec<String> = report["lines"]["flags"].as_object().unwrap().keys().cloned().collect();
        held.extend(report["visits"]["flags"].as_object().unwrap().keys().filter(|code| *code != "pieces_differ").cloned());
        held.sort();
        assert_eq!(held, codes, "{case}");
        assert_eq!(report["lines"]["known"], known, "{case}");
        let mut stored: Vec<String> = desk.ask("SELECT CAST(amount / 100.0 AS TEXT) FROM visit_line");
        stored.sort();
        let mut wanted: Vec<String> =
            amounts.iter().map(|amount| if amount.contains('.') { (*amount).to_owned() } else { format!("{amount}.0") }).collect();
        wanted.sort();
        assert_eq!(stored, wanted, "{case}");
        assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]), "{case}");
    }
    // A visit that an earlier file has otherwise is told, and the first stays.
    let mut desk = desk();
    let report = bring(
        &mut desk,
        &[("visits", "甲.csv", &visits(&[("1", "10")])), ("visits", "乙.csv", &visits(&[("1", "11"), ("2", "5"), ("2", "5")]))],
    );
    assert_eq!(of_files(&report), ["甲.csv 1 1 0 0 0", "乙.csv 3 1 1 0 1"]);
    assert_eq!(remarks(&report, "visits"), ["乙.csv 2 visit_differs", "乙.csv 4 visit_repeated"]);
    assert_eq!(report["total"], "15.00");
}

#[test]
fn a_file_that_stands_there_twice_is_refused_under_whatever_name() {
    let mut desk = desk();
    let before = desk.facts();
    let table = "单号,日期,金额\n1,2024-01-01,5\n";
    let copy = request(&desk, &[("visits", "2024.csv", table), CUSTOMERS, ("visits", "2024 (1).csv", table)]);
    let failure = desk.t.err("run_import", copy.clone());
    assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("import_file_twice", Some("files.2.path")));
    assert_eq!((failure.params["file"].as_str(), failure.params["same"].as_str()), ("2024 (1).csv", "2024.csv"));
    let path = &copy["files"][0]["path"];
    let twice = json!({"files": [{"kind": "visits", "path": path}, {"kind": "visits", "path": path, "delimiter": ";"}], "dry_run": true});
    assert_eq!(desk.t.err("run_import", twice).code.as_str(), "import_file_twice");
    // A table of all in one may be both.
    let both = "单号,日期,金额,款号,数量\n1,2024-01-01,5,A,1\n";
    let report = bring(&mut desk, &[("visits", "全.csv", both), ("lines", "全.csv", both)]);
    assert_eq!((counts(&report, "visits")[1], counts(&report, "lines")[1]), (1, 1));
    take_back(&mut desk);
    assert_eq!(desk.facts(), before);
    let many: Vec<Value> = (0..51)
        .map(|n| json!({"kind": "visits", "path": desk.file(&format!("{n}.csv"), format!("单号,日期,金额\n{n},2024-01-01,5\n"))}))
        .collect();
    let failure = desk.t.err("run_import", json!({"files": many, "dry_run": true}));
    assert_eq!(
        (failure.code.as_str(), failure.params["what"].as_str(), failure.params["max"].as_str()),
        ("import_too_large", "files", "50")
    );
    assert_eq!(desk.t.ok("run_import", json!({"files": many[..50], "dry_run": true}))["visits"]["new"], 50);
}

#[test]
fn two_sheets_of_one_workbook_are_two_tables() {
    let mut desk = desk();
    let heading = texts(&["单号", "日期", "金额"]);
    let row = |no: &str| texts(&[no, "2024-01-01", "5"]);
    let book = Workbook::default().sheet("一月", &[&heading, &row("1")]).sheet("二月", &[&heading, &row("2")]).bytes();
    let path = desk.file("流水.xlsx", book);
    let files = |sheets: [Value; 2]| {
        let file = |sheet: Value| json!({"kind": "visits", "path": path, "sheet": sheet});
        json!({"files": sheets.map(file), "dry_run": false})
    };
    for same in [[json!("一月"), json!(null)], [json!("2"), json!("二月")]] {
        assert_eq!(desk.t.err("run_import", files(same)).code.as_str(), "import_file_twice");
    }
    let report = desk.t.ok("run_import", files([json!("一月"), json!("二月")]));
    assert_eq!(of_files(&report), ["流水.xlsx · 一月 1 1 0 0 0", "流水.xlsx · 二月 1 1 0 0 0"]);
    assert_eq!((&report["files"][0]["sheet"], &report["files"][1]["sheet"]), (&json!("一月"), &json!("二月")));
}

#[test]
fn rows_that_are_held_back_lie_apart_for_each_file() {
    let mut desk = desk();
    let table = |no: &str| format!("单号,会员号,日期,金额\n{no},M9,2024-01-01,5\n");
    let folder = |name: &str| {
        let folder = desk.t.folder.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        folder
    };
    let (one, two) = (folder("总店").join("流水.csv"), folder("分店").join("流水.csv"));
    std::fs::write(&one, table("1")).unwrap();
    std::fs::write(&two, table("2")).unwrap();
    let good = desk.file("好.csv", "单号,日期,金额\n3,2024-01-01,5\n");
    let files = [&one, &two, &good].map(|path| json!({"kind": "visits", "path": path}));
    let out = desk.t.folder.path().join("坏.csv");
    let report = desk.t.ok("run_import", json!({"files": files, "dry_run": false, "errors": out}));
    let written = |at: usize| report["files"][at]["errors"].as_str().map(|path| std::fs::read_to_string(path).unwrap());
    assert!(written(0).unwrap().contains("1,M9") && written(1).unwrap().contains("2,M9"), "{report}");
    assert_ne!(report["files"][0]["errors"], report["files"][1]["errors"]);
    assert_eq!((written(2), &report["visits"]["errors"]), (None, &json!(null)));
    assert_eq!(remarks(&report, "visits"), ["总店/流水.csv 2 member_unknown", "分店/流水.csv 2 member_unknown"]);
    assert!(!out.exists());
    // What cannot be read is named.
    let broken = desk.file("断.csv", "甲,乙\n1,2\n");
    let files = [&good, &broken].map(|path| json!({"kind": "visits", "path": path}));
    let failure = desk.t.err("run_import", json!({"files": files, "dry_run": true}));
    assert_eq!(
        (failure.code.as_str(), failure.field.as_deref(), failure.params["file"].as_str()),
        ("headings_unknown", Some("visits"), "断.csv")
    );
}

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// The kind of a table, its heading and its rows.
type Table = (&'static str, String, Vec<String>);

/// A book of three tables, and what its visits come to in fen.
fn invented(chance: &mut Chance) -> ([Table; 3], i64) {
    let (mut customers, mut visits, mut lines, mut total) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for n in 0..40 {
        let referrer = if n > 3 && chance.below(3) == 0 { format!("C{}", chance.below(n)) } else { String::new() };
        let phone = if chance.below(5) == 0 { String::new() } else { format!("139{:08}", chance.below(30)) };
        customers.push(format!("C{n},顾客{n},{phone},{},{},{referrer}", ["双鱼", "白羊", ""][chance.below(3) as usize], chance.below(500)));
    }
    for n in 0..120 {
        // Some of nobody, some whom nobody knows.
        let who = match chance.below(10) {
            0 => String::new(),
            1 => "C99".to_owned(),
            _ => format!("C{}", chance.below(40)),
        };
        let (count, mut sum) = (chance.below(4), 0);
        for no in 0..count {
            // Few goods at few prices, so that lines of a visit are often alike; some without a number.
            let (style, fen) = (chance.below(2), 1000 * (1 + chance.below(2) as i64));
            sum += fen;
            let number = if n % 3 == 0 { String::new() } else { (no + 1).to_string() };
            lines.push(format!("V{n},{number},S{style},1,{}.{:02}", fen / 100, fen % 100));
        }
        total += if who == "C99" { 0 } else { sum };
        visits.push(format!("V{n},{who},202{}-0{}-11,{count},{}.{:02}", chance.below(6), 1 + chance.below(9), sum / 100, sum % 100));
    }
    let tables = [
        ("customers", "会员号,姓名,手机,星座,积分,介绍人".to_owned(), customers),
        ("visits", "单号,会员号,日期,件数,金额".to_owned(), visits),
        ("lines", "单号,行号,款号,数量,金额".to_owned(), lines),
    ];
    (tables, total)
}

#[test]
fn files_cut_from_one_make_the_same_book_as_the_one() {
    for seed in 1..=6 {
        let mut chance = Chance(seed);
        let (tables, total) = invented(&mut chance);
        let (mut whole, mut cut) = (desk(), desk());
        let file = |desk: &Desk, kind: &str, name: &str, heading: &str, rows: &[String]| {
            let path = desk.file(name, format!("{heading}\n{}\n", rows.join("\n")));
            json!({"kind": kind, "path": path, "map": if kind == "customers" { vec!["星座=new_choice"] } else { vec![] }})
        };
        let (mut ones, mut parts) = (Vec::new(), Vec::new());
        for (kind, heading, rows) in &tables {
            ones.push(file(&whole, kind, &format!("{kind}.csv"), heading, rows));
            let mut from = 0;
            while from < rows.len() {
                let to = rows.len().min(from + 1 + chance.below(rows.len() as u64 / 2) as usize);
                parts.push(file(&cut, kind, &format!("{kind}{from}.csv"), heading, &rows[from..to]));
                from = to;
            }
        }
        assert!(parts.len() > 6);
        let one = whole.t.ok("run_import", json!({"files": ones, "dry_run": false}));
        let many = cut.t.ok("run_import", json!({"files": parts, "dry_run": false}));
        for table in ["customers", "visits", "lines"] {
            assert_eq!(counts(&many, table), counts(&one, table), "{table} of {seed}");
            assert_eq!(many[table]["flags"], one[table]["flags"], "{table} of {seed}");
            let sum = |key: &str| -> u64 {
                let of_kind = many["files"].as_array().unwrap().iter().filter(|file| file["kind"] == *table);
                of_kind.map(|file| file[key].as_u64().unwrap()).sum()
            };
            assert_eq!(["rows", "new", "known", "changed", "rejected"].map(sum), counts(&one, table), "{table} of {seed}");
        }
        assert_eq!(many["total"], one["total"], "{seed}");
        assert_eq!(many["total"].as_str().unwrap(), format!("{}.{:02}", total / 100, total % 100), "{seed}");
        assert_eq!(cut.facts(), whole.facts(), "{seed}");
        let fields = "SELECT label || kind || options FROM profile_field WHERE key LIKE 'own%'";
        assert_eq!(cut.ask(fields), whole.ask(fields), "{seed}");
    }
}

#[test]
fn of_many_remarks_each_file_has_its_share() {
    let mut desk = desk();
    let rows = |from: u32| {
        (from..from + 9_000).fold("单号,会员号,日期,金额\n".to_owned(), |all, n| all + &format!("{n},M9,2024-01-01,5\n"))
    };
    let report = bring(&mut desk, &[("visits", "甲.csv", &rows(0)), ("visits", "乙.csv", &rows(20_000))]);
    assert_eq!(report["visits"]["flags"], json!({"member_unknown": 18_000}));
    let of = |at: u64| report["visits"]["flagged"].as_array().unwrap().iter().filter(|flag| flag["file"] == at).count();
    assert_eq!((of(0), of(1)), (5_000, 5_000));
}
