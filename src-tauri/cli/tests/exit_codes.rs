//! The exit codes that scripts rely on, from the built program.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const SHUKE: &str = env!("CARGO_BIN_EXE_shuke");

fn shuke(args: &[&str]) -> Output {
    Command::new(SHUKE).args(args).env("LANG", "C.UTF-8").env_remove("LC_ALL").output().unwrap()
}

#[track_caller]
fn code(args: &[&str]) -> i32 {
    shuke(args).status.code().unwrap()
}

fn new_shop() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("shop.shuke"));
    assert_eq!(code(&["init", &path, "--name", "云裳", "--trade", "clothing"]), 0);
    (folder, path)
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

#[test]
fn done_is_0_and_json_is_one_document_on_standard_output() {
    let (folder, path) = new_shop();
    let copies = text(folder.path());
    for args in [vec!["check", &path, "--json"], vec!["backup", &path, "--to", &copies, "--json"]] {
        let output = shuke(&args);
        assert!(output.status.success(), "{args:?}");
        assert!(serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap().is_object());
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(code(&["help"]), 0);
    assert_eq!(code(&["help", "backup"]), 0);
    assert_eq!(code(&["--version"]), 0);
}

#[test]
fn help_is_given_however_it_is_asked_for_and_always_in_the_same_words() {
    let said = |args: &[&str]| {
        let output = shuke(args);
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let all = said(&["help"]);
    for args in [&["--help"][..], &["-h"], &["help", "--help"]] {
        assert_eq!(said(args), all, "{args:?}");
    }
    let names = all.lines().filter_map(|line| line.strip_prefix("  shuke ")?.split(' ').next());
    let mut seen = 0;
    for name in names.filter(|name| *name != "help") {
        let one = said(&["help", name]);
        assert!(one.starts_with(&format!("shuke {name} ")), "{one}");
        for args in [
            &[name, "--help"][..],
            &[name, "-h"],
            &["--help", name],
            &[name, "shop.shuke", "customers", "--help"],
            &[name, "--json", "--no-such-option", "-h"],
        ] {
            assert_eq!(said(args), one, "{args:?}");
        }
        seen += 1;
    }
    assert!(seen > 10, "{all}");
    // Behind two dashes stands what is looked for, not a wish for help.
    let (_folder, path) = new_shop();
    assert_eq!(said(&["find", &path, "--json", "--", "--help"]).trim(), "[]");
    assert_eq!(code(&["no-such-command", "--help"]), 2);
}

#[test]
fn wrong_usage_is_2_and_prints_no_result() {
    let (_folder, path) = new_shop();
    for args in [
        vec![],
        vec!["no-such-command"],
        vec!["help", "no-such-command"],
        vec!["check"],
        vec!["check", &path, &path],
        vec!["check", &path, "--no-such-option"],
        vec!["check", &path, "-x"],
        vec!["check", &path, "--as", "nobody"],
        vec!["backup", &path],
        vec!["backup", &path, "--to"],
        vec!["backup", &path, "--to", "a", "--to", "b"],
        vec!["init", "new.shuke", "--name", "云裳"],
        vec!["init", "new.shuke", "--name", "云裳", "--trade", "bakery"],
        vec!["init", "new.shuke", "--name", "云裳", "--trade", "cafe", "--language", "fr"],
    ] {
        let output = shuke(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
        assert!(args.is_empty() || output.stdout.is_empty(), "{args:?}");
    }
    assert!(!PathBuf::from("new.shuke").exists());
}

#[test]
fn bad_data_is_65_and_nothing_is_touched() {
    let (folder, path) = new_shop();
    let foreign = folder.path().join("foreign.shuke");
    std::fs::write(&foreign, vec![b'x'; 5000]).unwrap();
    let empty = folder.path().join("empty.shuke");
    std::fs::write(&empty, b"").unwrap();
    for file in [&foreign, &empty] {
        let before = std::fs::read(file).unwrap();
        let output = shuke(&["check", &text(file)]);
        assert_eq!(output.status.code(), Some(65), "{file:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
        assert_eq!(std::fs::read(file).unwrap(), before);
    }
    assert_eq!(code(&["init", &text(&folder.path().join("b.shuke")), "--name", " ", "--trade", "cafe"]), 65);
    // A finding of the check is bad data too, and is listed.
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch("INSERT INTO customer (member_no, name, name_key, joined_on) VALUES ('M1', '单晓燕', 'x', '2026-01-01')").unwrap();
    db.close().unwrap();
    let output = shuke(&["check", &path, "--json"]);
    assert_eq!(output.status.code(), Some(65));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["ok"], false);
    assert!(!String::from_utf8_lossy(&output.stdout).contains("单晓燕"));
}

#[test]
fn no_such_file_is_66() {
    let folder = TempDir::new().unwrap();
    let gone = folder.path().join("gone.shuke");
    assert_eq!(code(&["check", &text(&gone)]), 66);
    assert!(!gone.exists());
}

#[test]
fn disk_and_file_faults_are_74() {
    let (folder, path) = new_shop();
    assert_eq!(code(&["backup", &path, "--to", &text(&folder.path().join("gone"))]), 74);
    assert_eq!(code(&["backup", &path, "--to", "/sys"]), 74);
    assert_eq!(code(&["init", &path, "--name", "云裳", "--trade", "cafe"]), 74);
    let bytes = std::fs::read(&path).unwrap();
    let cut = folder.path().join("cut.shuke");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(code(&["check", &text(&cut)]), 74);
    assert_eq!(std::fs::read(&cut).unwrap(), &bytes[..bytes.len() / 2]);
}

#[test]
fn a_full_disk_is_74_and_leaves_no_half_copy() {
    let (folder, path) = new_shop();
    let small = folder.path().join("small");
    std::fs::create_dir(&small).unwrap();
    // A file system of 300 KB where a mount is allowed, otherwise a limit on the size of files.
    let inner = r#""$1" backup "$2" --to "$3"; echo "exit $?"; echo "left $(ls -A "$3" | wc -l)""#;
    let mounted = format!(r#"mount -t tmpfs -o size=300k none "$3" && {{ {inner}; }}"#);
    let can_mount = Command::new("unshare").args(["-rm", "true"]).status().is_ok_and(|status| status.success());
    let (program, before, script) = if can_mount {
        ("unshare", vec!["-rm", "sh", "-c"], mounted)
    } else {
        ("sh", vec!["-c"], format!(r#"trap "" XFSZ; ulimit -f 64; {inner}"#))
    };
    let output = Command::new(program).args(before).args([&script, "sh", SHUKE, &path, &text(&small)]).output().unwrap();
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.contains("exit 74") && out.contains("left 0"), "{out} {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(code(&["check", &path]), 0);
}

#[test]
fn in_use_is_75_until_the_other_program_is_done() {
    let (folder, path) = new_shop();
    let mut other = Command::new(SHUKE).args(["call", &path]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = other.stdin.take().unwrap();
    let mut output = BufReader::new(other.stdout.take().unwrap());
    writeln!(input, r#"{{"id": 7, "op": "shop_info"}}"#).unwrap();
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!((&answer["id"], &answer["ok"]["settings"]["shop_name"]), (&serde_json::json!(7), &serde_json::json!("云裳")));
    for args in [vec!["check", &path], vec!["backup", &path, "--to", folder.path().to_str().unwrap()], vec!["call", &path]] {
        assert_eq!(code(&args), 75, "{args:?}");
    }
    drop(input);
    assert!(other.wait().unwrap().success());
    assert_eq!(code(&["check", &path]), 0);
}

#[test]
fn call_answers_every_line_once_and_in_order() {
    let (_folder, path) = new_shop();
    let mut child =
        Command::new(SHUKE).args(["call", &path, "--as", "owner"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let lines = [
        r#"{"id": "a", "op": "save_staff", "args": {"name": "小夏", "role": "clerk", "is_active": true}}"#,
        "",
        r#"{"id": 2, "op": "no_such_operation"}"#,
        r#"{"id": 3, "op": "save_staff", "args": {"nam": "小夏"}}"#,
        "not json",
        r#"{"id": 4, "op": "describe"}"#,
        r#"{"id": 5, "op": "list_history", "args": {"limit": 1}}"#,
    ];
    child.stdin.take().unwrap().write_all(lines.join("\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let answers: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.iter().map(|a| a["id"].to_string()).collect::<Vec<_>>(), ["\"a\"", "2", "3", "null", "4", "5"]);
    assert_eq!(answers[0]["ok"]["name"], "小夏");
    assert_eq!(answers[1]["err"]["code"], "unknown_operation");
    assert_eq!(answers[2]["err"]["code"], "bad_arguments");
    assert_eq!(answers[3]["err"]["code"], "bad_arguments");
    assert!(answers[4]["ok"]["operations"].as_array().unwrap().iter().any(|op| op["name"] == "save_staff"));
    assert_eq!(answers[5]["ok"]["entries"][0]["by"], "店主");
}

#[test]
fn a_restore_goes_back_and_each_refusal_has_its_code() {
    let (folder, path) = new_shop();
    let copies = folder.path().join("copies");
    std::fs::create_dir(&copies).unwrap();
    let call = |line: &str| {
        let mut child = Command::new(SHUKE).args(["call", &path]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    };
    let add = |name: &str| {
        let said = call(&format!(
            "{{\"op\":\"create_customer\",\"args\":{{\"fields\":{{\"name\":\"{name}\",\"phones\":[]}},\"confirm_phone\":false,\"answers\":[],\"tags\":[]}}}}\n"
        ));
        assert!(said.contains("\"ok\""), "{said}");
    };
    add("单晓燕");
    assert_eq!(code(&["backup", &path, "--to", &text(&copies)]), 0);
    let copy = text(&std::fs::read_dir(&copies).unwrap().next().unwrap().unwrap().path());
    add("曾敏");
    let json = |args: &[&str]| -> serde_json::Value { serde_json::from_slice(&shuke(args).stdout).unwrap() };
    let preview = json(&["restore", &path, "--from", &copy, "--preview", "--json"]);
    assert_eq!((&preview["customers"], &preview["lost"]["customers"]), (&1.into(), &1.into()));
    assert_eq!(json(&["check", &path, "--json"])["customers"], 2, "a preview changes nothing");
    let restored = json(&["restore", &path, "--from", &copy, "--json"]);
    assert_eq!(restored["customers"], 1);
    assert_eq!(json(&["check", &path, "--json"])["customers"], 1);
    assert_eq!(json(&["check", restored["aside"].as_str().unwrap(), "--json"])["customers"], 2, "the file as it was is whole");

    let foreign = folder.path().join("foreign.shuke");
    std::fs::write(&foreign, vec![b'x'; 5000]).unwrap();
    assert_eq!(code(&["restore", &path, "--from", &text(&foreign)]), 65);
    assert_eq!(code(&["restore", &path, "--from", &text(&folder.path().join("gone.shuke"))]), 66);
    assert_eq!(code(&["restore", &path]), 2);
    // The book itself is damaged: it is kept, and work goes on from the copy.
    std::fs::write(&path, vec![0xff; 5000]).unwrap();
    assert_eq!(code(&["check", &path]), 65);
    assert_eq!(code(&["restore", &path, "--from", &copy]), 0);
    assert_eq!(json(&["check", &path, "--json"])["customers"], 1);
}
