//! A shop that changed over to us from another member system, with years of its own mess, goes out and comes back: as everything, table by
//! table; and as the owner's tables, cell by cell.

use crate::everything::{round, with_everything_around};
use crate::invented::Chance;
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

const NAMES: &[&str] = &["王芳", "单晓燕", "尉迟静", "王姐", "周敏（朋友介绍）", "Lisa 陈", "𠮷野翔", "李阿姨 ", "=赵一", "解芸"];
const BIRTHDAYS: &[(&str, &str)] = &[
    ("", ""),
    ("1985-03-01", "公历"),
    ("03-01", "公历"),
    ("02-29", "公历"),
    ("1987-闰06-12", "农历"),
    ("08-15", "农历"),
    ("1990-12-30", "农历"),
];
const NOTES: &[&str] =
    &["", "", "腰围 68，裤长要改短 3cm", "人称\"陈老师\"，二中教英语", "住得远\n一般月底来", "新款先给她看👗", "-5 度以下穿 XL", "'早上来"];
const TAGS: &[&str] = &["", "宝妈", "羊毛过敏|只买折扣", "小个子|教师|爱聊天"];
const GOODS: &[(&str, &str, u64)] =
    &[("24A1001", "连衣裙", 47_900), ("007", "T恤", 8_900), ("24D118", "大衣", 299_000), ("1E5", "丝巾", 9_900)];
const PAY: &[&str] = &["微信", "支付宝", "现金", "刷卡", "储值卡"];

fn quoted(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    cells.join(",") + "\n"
}

fn word<'a>(chance: &mut Chance, words: &[&'a str]) -> &'a str {
    words[usize::try_from(chance.below(words.len() as u64)).unwrap()]
}

fn yuan(fen: i64) -> String {
    format!("{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100)
}

/// What the old system would have written: customers, visits and lines, the same each time.
fn old_books(people: u64, visits: u64) -> [String; 3] {
    let mut chance = Chance(77);
    let mut customers =
        "会员号,姓名,性别,手机,微信,生日,生日类型,上装尺码,下装尺码,鞋码,风格,标签,来源,导购,建档日期,地址,备注\n".to_owned();
    for n in 1..=people {
        let (birthday, calendar) = *chance.of(BIRTHDAYS);
        let phone = match n % 20 {
            0 => String::new(),
            1 => format!("0571-88{:06}", chance.below(1_000_000)),
            // Two of a family have one phone.
            2 => "13900000001".to_owned(),
            _ => format!("138{:08}", chance.below(100_000_000)),
        };
        customers += &quoted(&[
            &format!("M{n:06}"),
            word(&mut chance, NAMES),
            word(&mut chance, &["女", "男", ""]),
            &phone,
            word(&mut chance, &["", "wx_9f3", "13800000002"]),
            birthday,
            calendar,
            word(&mut chance, &["S", "160/84A", ""]),
            word(&mut chance, &["28", ""]),
            word(&mut chance, &["36", "37.5", ""]),
            word(&mut chance, &["通勤", "国风", ""]),
            word(&mut chance, TAGS),
            word(&mut chance, &["进店", "朋友介绍", "抖音", ""]),
            word(&mut chance, &["周敏", "单静", ""]),
            &format!("20{:02}-{:02}-{:02}", 20 + chance.below(3), 1 + chance.below(12), 1 + chance.below(28)),
            word(&mut chance, &["翠苑二区15-3-1301", ""]),
            word(&mut chance, NOTES),
        ]);
    }
    let mut log = "单号,会员号,日期,时间,导购,类型,件数,金额,付款方式,原单号,备注\n".to_owned();
    let mut lines = "单号,行号,款号,品类,颜色,尺码,数量,吊牌价,成交价,金额\n".to_owned();
    let mut sales: Vec<(String, String, String, i64)> = Vec::new();
    for n in 0..visits {
        let (year, month, day) = (2023 + n / 240 % 3, 1 + n / 20 % 12, 1 + n % 20);
        let (no, date) = (format!("{year}{month:02}{day:02}{n:04}"), format!("{year}-{month:02}-{day:02}"));
        let time = format!("{:02}:{:02}", 10 + chance.below(11), chance.below(60));
        let who = format!("M{:06}", 1 + chance.below(people) * chance.below(people) / people);
        let (kind, pieces, amount, pay, of) = match chance.below(12) {
            0 => ("到店未购", 0, 0, "", String::new()),
            1 if !sales.is_empty() => {
                let (sold, bought_by, style, price) = sales.swap_remove(usize::try_from(chance.below(sales.len() as u64)).unwrap());
                let _ = writeln!(lines, "{no},1,{style},退货,黑,M,-1,{0},{0},-{0}", yuan(price));
                log += &quoted(&[&no, &bought_by, &date, &time, "周敏", "退货", "-1", &yuan(-price), "微信", &sold, "洗后缩水"]);
                continue;
            }
            _ => {
                let (style, category, list) = *chance.of(GOODS);
                let (qty, list) = (1 + i64::try_from(chance.below(3)).unwrap(), i64::try_from(list).unwrap());
                let price = list * (70 + i64::try_from(chance.below(31)).unwrap()) / 100;
                let sum = yuan(qty * price);
                let _ = writeln!(lines, "{no},1,{style},{category},墨绿,M,{qty},{},{},{sum}", yuan(list), yuan(price));
                if qty == 1 {
                    sales.push((no.clone(), who.clone(), style.to_owned(), price));
                }
                ("销售", qty, qty * price, word(&mut chance, PAY), String::new())
            }
        };
        log += &quoted(&[
            &no,
            &who,
            &date,
            &time,
            word(&mut chance, &["周敏", "小曾"]),
            kind,
            &pieces.to_string(),
            &yuan(amount),
            pay,
            &of,
            word(&mut chance, NOTES),
        ]);
    }
    [customers, log, lines]
}

/// The shop after its changing over, with some weeks of its own since.
fn changed_over() -> TestShop {
    let mut t = shop();
    let files: Vec<Value> = ["customers", "visits", "lines"]
        .iter()
        .zip(old_books(60, 400))
        .map(|(kind, text)| {
            let path = t.folder.path().join(format!("old-{kind}.csv"));
            std::fs::write(&path, text).unwrap();
            json!({"kind": kind, "path": path, "map": []})
        })
        .collect();
    let report = t.ok("run_import", json!({"files": files, "dry_run": false}));
    for (kind, rows) in [("customers", 60), ("visits", 400)] {
        assert_eq!((&report[kind]["new"], &report[kind]["rejected"]), (&json!(rows), &json!(0)), "{kind}: {report}");
    }
    assert_eq!(report["lines"]["rejected"], 0, "{report}");
    with_everything_around(&mut t);
    t
}

#[test]
fn everything_of_it_comes_back_table_by_table() {
    round(changed_over(), &["customer", "phone", "customer_tag", "profile_value", "visit", "visit_line", "payment", "points_entry"]);
}

/// The cells of an exported table by column.
fn by_column(path: &Path) -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let headings = reader.headers().unwrap().clone();
    let mut columns: BTreeMap<String, Vec<String>> = headings.iter().map(|heading| (heading.to_owned(), Vec::new())).collect();
    for row in reader.records() {
        for (heading, cell) in headings.iter().zip(row.unwrap().iter()) {
            columns.get_mut(heading).unwrap().push(cell.to_owned());
        }
    }
    columns
}

fn take_out(t: &mut TestShop, table: &str, headings: &str) -> std::path::PathBuf {
    let path = t.folder.path().join(format!("{table}-{headings}.csv"));
    t.ok("export_table", json!({"table": table, "path": path, "headings": headings}));
    path
}

/// What the owner's tables say of a book is what they say of the book that they were brought into.
#[test]
fn the_owners_tables_of_it_come_back_cell_by_cell() {
    let mut from = changed_over();
    let own = json!({"label": "身高", "part": "hard", "kind": "number", "options": [], "weight": 1, "is_on": true, "is_sensitive": false});
    let field = from.ok("save_field", own)["id"].clone();
    from.ok("set_profile", json!({"customer": 5, "answers": [{"field": field, "values": ["165"]}]}));
    // The shop's own field has no name that another book knows, but it has a word.
    for headings in ["names", "words"] {
        let mut to = shop();
        let map = |kind: &str| {
            if kind == "customers" {
                json!([format!("{}=new", if headings == "words" { "身高" } else { "profile.own_1" })])
            } else {
                json!([])
            }
        };
        let files: Vec<Value> = ["customers", "visits", "lines"]
            .iter()
            .map(|kind| json!({"kind": kind, "path": take_out(&mut from, kind, headings), "map": map(kind)}))
            .collect();
        let report = to.ok("run_import", json!({"files": files, "dry_run": false}));
        assert_eq!(to.ok("check_shop", json!({}))["findings"], json!([]));
        for table in ["customers", "visits", "lines"] {
            assert_eq!(report[table]["rejected"], 0, "{table}: {report}");
            let (before, after) = (by_column(&take_out(&mut from, table, headings)), by_column(&take_out(&mut to, table, headings)));
            assert!(before.len() > 15 && before.values().all(|cells| cells.len() > 60));
            for (column, cells) in &before {
                // How full an archive is goes by the weights that its own shop gives to the fields.
                if ["completeness", "档案完整度"].contains(&column.as_str()) {
                    continue;
                }
                assert_eq!(Some(cells), after.get(column), "{headings} {table}: {column}");
            }
        }
        // Of the points ledger the balances come, as opening ones: its entries only with everything.
        let sum = |t: &mut TestShop| {
            let columns = by_column(&take_out(t, "points", "names"));
            let mut sums: BTreeMap<String, i64> = BTreeMap::new();
            for (who, points) in columns["member_no"].iter().zip(&columns["points"]) {
                *sums.entry(who.clone()).or_default() += points.parse::<i64>().unwrap();
            }
            sums.retain(|_, sum| *sum != 0);
            sums
        };
        assert!(!sum(&mut from).is_empty());
        assert_eq!(sum(&mut from), sum(&mut to));
    }
}
