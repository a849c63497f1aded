//! `shuke import`, from the built program.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn shuke(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_shuke")).args(args).current_dir(folder).env("LANG", "C.UTF-8").env_remove("LC_ALL").output().unwrap()
}

fn shop(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    assert!(shuke(folder.path(), &["init", "shop.shuke", "--name", "云裳", "--trade", "clothing"]).status.success());
    for (name, content) in files {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

const CUSTOMERS: &str = "会员号,姓名,电话,爱好\nM1,王芳,13800138000,跳舞\n1.3E+10,李红,13900139000,\n";

#[test]
fn counts_come_as_one_document() {
    let folder = shop(&[
        ("c.csv", CUSTOMERS),
        ("v.csv", "单号,会员号,日期,金额\n1,M1,2024-03-01,59\n"),
        ("l.csv", "单号,款号,数量,金额\n1,A,1,59\n"),
    ]);
    let all = ["import", "shop.shuke", "--customers", "c.csv", "--visits", "v.csv", "--lines", "l.csv", "--errors", "bad.csv", "--json"];
    let dry = shuke(folder.path(), &[&all[..], &["--dry-run"]].concat());
    let real = shuke(folder.path(), &all);
    for (output, is_dry) in [(&dry, true), (&real, false)] {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(
            (&report["dry_run"], &report["customers"]["new"], &report["customers"]["rejected"]),
            (&is_dry.into(), &1.into(), &1.into())
        );
        assert_eq!(
            (report["visits"]["new"].as_u64(), report["lines"]["new"].as_u64(), report["total"].as_str()),
            (Some(1), Some(1), Some("59.00"))
        );
        let flag = &report["customers"]["flagged"][0];
        assert_eq!(
            (flag["line"].as_u64(), flag["column"].as_str(), flag["code"].as_str()),
            (Some(3), Some("会员号"), Some("number_scientific"))
        );
    }
    assert!(std::fs::read_to_string(folder.path().join("bad-customers.csv")).unwrap().contains("李红"));
    let check = shuke(folder.path(), &["check", "shop.shuke", "--json"]);
    assert_eq!(serde_json::from_slice::<Value>(&check.stdout).unwrap()["total"], "59.00");
}

#[test]
fn people_read_what_became_of_the_rows() {
    let folder = shop(&[("c.csv", CUSTOMERS)]);
    let output = shuke(folder.path(), &["import", "shop.shuke", "--customers", "c.csv", "--map", "没有=note"]);
    let (said, noted) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    for part in [
        "顾客：2 行，新增 1，已有 0，补充 0，退回 1",
        "「爱好」这一列不认得",
        "第 3 行退回 会员号「1.3E+10」：号码被表格软件改成了科学计数法",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(noted.contains("--map 没有=note"), "{noted}");
    let mapped =
        shuke(folder.path(), &["import", "shop.shuke", "--customers", "c.csv", "--map", "爱好=profile.pastimes", "--map", "电话=-"]);
    assert!(mapped.status.success() && mapped.stderr.is_empty(), "{}", String::from_utf8_lossy(&mapped.stderr));
    assert!(String::from_utf8(mapped.stdout).unwrap().contains("补充 1"));
}

#[test]
fn scripts_can_rely_on_the_exit_codes() {
    let folder = shop(&[("c.csv", CUSTOMERS), ("bad.csv", "会员号,姓名\n1.3E+10,王\n"), ("odd.csv", "甲,乙\n1,2\n")]);
    let code = |args: &[&str]| shuke(folder.path(), &[&["import", "shop.shuke"], args].concat()).status.code().unwrap();
    assert_eq!(code(&["--customers", "c.csv"]), 0);
    assert_eq!(code(&["--customers", "bad.csv"]), 65);
    assert_eq!(code(&["--customers", "odd.csv"]), 65);
    assert_eq!(code(&["--customers", "c.csv", "--map", "电话=phones"]), 65);
    assert_eq!(code(&["--customers", "none.csv"]), 66);
    assert_eq!(code(&[]), 2);
    assert_eq!(code(&["--customers", "c.csv", "--customers", "c.csv"]), 2);
    assert_eq!(code(&["--customers", "c.csv", "--errors", "/nowhere/e.csv"]), 74);
}

#[test]
fn a_book_of_many_years_passes_the_limit_of_a_single_amount() {
    let folder = shop(&[("v.csv", "单号,日期,金额\n1,2024-03-01,90000000\n2,2024-03-02,90000000.01\n")]);
    let total = |args: &[&str]| {
        let output = shuke(folder.path(), args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["total"].clone()
    };
    assert_eq!(total(&["import", "shop.shuke", "--visits", "v.csv", "--json"]), "180000000.01");
    assert_eq!(total(&["check", "shop.shuke", "--json"]), "180000000.01");
    assert_eq!(total(&["backup", "shop.shuke", "--to", ".", "--json"]), "180000000.01");
}

#[test]
fn a_column_nobody_knows_goes_where_it_is_told_and_the_trial_says_so() {
    let folder = shop(&[("c.csv", CUSTOMERS), ("d.csv", "会员号,姓名,电话,爱好,星座\nM1,王方,,唱歌,双鱼\n")]);
    let said = |args: &[&str]| {
        let output = shuke(folder.path(), &[&["import", "shop.shuke", "--customers"], args].concat());
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let unknown = said(&["c.csv", "--dry-run"]);
    assert!(unknown.contains("「爱好」这一列不认得，没有收，里面有 1 格内容"), "{unknown}");
    assert!(said(&["c.csv", "--map", "爱好=skip", "--dry-run"]).contains("「爱好」这一列按说好的不收，里面有 1 格内容"));
    let tried = said(&["c.csv", "--map", "爱好=new", "--dry-run"]);
    assert!(tried.contains("新建的档案项：爱好") && tried.contains("「爱好」这一列记到新的一项「爱好」"), "{tried}");
    said(&["c.csv", "--map", "爱好=new"]);
    // What was said is remembered, and what changes is told with its line, before and after.
    let later = said(&["d.csv", "--map", "星座=note", "--dry-run"]);
    for part in [
        "第 2 行 M1 王芳：姓名「王芳」改成「王方」",
        "第 2 行 M1 王芳：备注补上「星座：双鱼」",
        "第 2 行 M1 王芳：爱好「跳舞」改成「唱歌」",
    ] {
        assert!(later.contains(part), "{part} in {later}");
    }
    let report: Value = serde_json::from_str(&said(&["d.csv", "--json"])).unwrap();
    let changed = &report["customers"]["changes"][0];
    assert_eq!(
        (&changed["line"], &changed["fields"][0]["before"], &changed["fields"][0]["after"]),
        (&2.into(), &"王芳".into(), &"王方".into())
    );
    let is_kept = |field: &&Value| field["field"] == "phone" && field["is_kept"] == true;
    assert!(changed["fields"].as_array().unwrap().iter().any(|field| is_kept(&field)), "{changed}");
}

#[test]
fn years_of_visits_come_in_at_once_each_file_read_in_its_own_way() {
    let folder = shop(&[
        ("c.csv", "会员号,姓名\nM1,王芳\n"),
        ("2023.csv", "单号;会员号;日期;金额\n1;M1;2023-03-01;10\n"),
        ("2024.csv", "NO,WHO,DAY,SUM\n2,M1,2024-03-01,20\n3,M9,2024-03-02,20\n"),
        ("2025.csv", "2025 年流水\n单号,会员号,日期,金额\n4,M1,2025-03-01,30\n"),
    ]);
    std::fs::write(folder.path().join("2022.csv"), b"\xb5\xa5\xba\xc5,\xc8\xd5\xc6\xda,\xbd\xf0\xb6\xee\n0,2022-03-01,5\n").unwrap();
    let files = ["import", "shop.shuke", "--visits", "2022.csv", "--visits", "2023.csv", "--visits", "2024.csv", "--visits", "2025.csv"];
    let said = [
        ["--customers", "c.csv"],
        ["--encoding", "2022.csv=gb18030"],
        ["--heading", "visits.4=2"],
        ["--map", "2024.csv=NO=visit_no"],
        ["--map", "2024.csv=WHO=member_no"],
        ["--map", "2024.csv=DAY=date"],
        ["--map", "2024.csv=SUM=amount"],
    ]
    .concat();
    let run = |more: &[&str]| shuke(folder.path(), &[&files[..], &said[..], more].concat());
    let tried = run(&["--dry-run", "--errors", "坏.csv"]);
    assert!(tried.status.success() && tried.stderr.is_empty(), "{}", String::from_utf8_lossy(&tried.stderr));
    let text = String::from_utf8(tried.stdout).unwrap();
    for part in [
        "到店：5 行，新增 4，已有 0，补充 0，退回 1",
        "2024.csv：2 行，新增 1",
        "「2024.csv」：第 3 行退回 WHO「M9」",
        "坏-visits-3-2024.csv",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let report: Value = serde_json::from_slice(&run(&["--json"]).stdout).unwrap();
    assert_eq!((&report["total"], &report["visits"]["new"], &report["customers"]["new"]), (&"65.00".into(), &4.into(), &1.into()));
    let names: Vec<&str> = report["files"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["c.csv", "2022.csv", "2023.csv", "2024.csv", "2025.csv"]);
    assert_eq!((&report["files"][1]["encoding"], &report["visits"]["flagged"][0]["file"]), (&"gb18030".into(), &3.into()));
    // A single file of a kind is told as ever.
    assert!(report["customers"]["columns"].as_array().is_some_and(|columns| columns.len() == 2));
    let usage = |more: &[&str]| {
        let output = run(more);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(usage(&["--visits", "./2023.csv"]).0, Some(2));
    assert_eq!(usage(&["--encoding", "2022.csv=utf-8"]).0, Some(2));
    let (code, why) = usage(&["--map", "2023.csv=金额=-", "--map", "2023.csv=单号=-"]);
    assert!(code == Some(65) && why.contains("「2023.csv」"), "{code:?} {why}");
}
