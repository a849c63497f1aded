//! A save that meets a fault of the disk, through the built program.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const SHUKE: &str = env!("CARGO_BIN_EXE_shuke");

/// The answers of `shuke call`, started by a shell that says how large a file may become.
fn call(limit: Option<u64>, book: &str, lines: &[Value]) -> Vec<Value> {
    let script = match limit {
        // The shell counts in blocks of 512 bytes; the program gets an error instead of the signal.
        Some(bytes) => format!(r#"trap "" XFSZ; ulimit -f {}; exec "$@""#, bytes.div_ceil(512)),
        None => r#"exec "$@""#.to_owned(),
    };
    let mut child =
        Command::new("sh").args(["-c", &script, "sh", SHUKE, "call", book]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_file_that_cannot_grow_takes_no_half_save_and_says_not_saved() {
    let folder = TempDir::new().unwrap();
    let book = folder.path().join("shop.shuke").to_str().unwrap().to_owned();
    assert!(Command::new(SHUKE).args(["init", &book, "--name", "云裳", "--trade", "clothing"]).output().unwrap().status.success());
    let new = |n: usize| {
        let fields = json!({"name": format!("新客{n:02}"), "phones": [format!("139000000{n:02}")], "note": "话".repeat(400)});
        json!({"op": "create_customer", "args": {"fields": fields, "confirm_phone": false, "answers": [], "tags": []}})
    };
    let all: Vec<Value> = (0..40).map(new).collect();
    let said = call(Some(std::fs::metadata(&book).unwrap().len()), &book, &all);
    let (saved, refused): (Vec<usize>, Vec<usize>) = (0..40).partition(|n| said[*n].get("ok").is_some());
    assert!(refused.len() > 20, "the file grew although it could not: {said:?}");
    for n in &refused {
        let failure = &said[*n]["err"];
        assert_eq!(failure["code"], "not_saved", "{failure}");
        assert!(["disk_fault", "disk_full"].contains(&failure["params"]["reason"].as_str().unwrap()), "{failure}");
    }
    // What was said to be saved is there, and nothing else; tried again, each is there once.
    let count = |expected: usize| {
        let told = call(None, &book, &[json!({"op": "check_shop", "args": {}})]);
        assert_eq!((&told[0]["ok"]["customers"], &told[0]["ok"]["findings"]), (&json!(expected), &json!([])), "{told:?}");
    };
    count(saved.len());
    let again: Vec<Value> = refused.iter().map(|n| new(*n)).collect();
    assert!(call(None, &book, &again).iter().all(|answer| answer.get("ok").is_some()));
    count(40);
}
