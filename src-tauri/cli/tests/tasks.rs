//! `shuke tasks`, from the built program.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn shuke(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_shuke")).args(args).current_dir(folder).env("LANG", "C.UTF-8").env_remove("LC_ALL").output().unwrap()
}

#[test]
fn each_task_has_its_rule_customer_reason_and_text() {
    let folder = TempDir::new().unwrap();
    assert!(shuke(folder.path(), &["init", "shop.shuke", "--name", "云裳", "--trade", "clothing", "--demo"]).status.success());
    let before = std::fs::read(folder.path().join("shop.shuke")).unwrap();
    let output = shuke(folder.path(), &["tasks", "shop.shuke", "--on", "2031-02-10", "--json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tasks: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert!(!tasks.is_empty(), "the demo shop has birthdays, and everybody was last there years ago");
    for task in &tasks {
        assert!(task["due"].as_str().unwrap() <= "2031-02-10", "{task}");
        assert!(!task["rule"].as_str().unwrap().is_empty(), "{task}");
        let why = task["why"].as_str().unwrap();
        assert!(!why.is_empty() && !why.contains("care-why") && !why.contains('{'), "{task}");
    }
    let said: Vec<&Value> = tasks.iter().filter(|task| task["text"].is_string()).collect();
    assert!(!said.is_empty());
    for task in said {
        let text = task["text"].as_str().unwrap();
        assert!(task["customer"]["name"].is_string() && !text.contains(['{', '[']), "{task}");
    }
    let again = shuke(folder.path(), &["tasks", "shop.shuke", "--on", "2031-02-10", "--json"]);
    assert_eq!(again.stdout, output.stdout, "the same question, the same bytes");
    assert_eq!(std::fs::read(folder.path().join("shop.shuke")).unwrap(), before, "looking ahead notes nothing");

    let words = shuke(folder.path(), &["tasks", "shop.shuke", "--on", "2031-02-10"]);
    assert!(String::from_utf8(words.stdout).unwrap().contains(tasks[0]["why"].as_str().unwrap()));
    let wrong = shuke(folder.path(), &["tasks", "shop.shuke", "--on", "2031-02-30"]);
    assert_eq!(wrong.status.code(), Some(2));
}
