//! `shuke export SHOP everything` and `shuke import SHOP --everything`, from the built program.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn shuke(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_shuke")).args(args).current_dir(folder).env("LANG", "C.UTF-8").env_remove("LC_ALL").output().unwrap()
}

/// The one document that a command prints.
fn document(folder: &Path, args: &[&str]) -> Value {
    let output = shuke(folder, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn everything_of_one_book_becomes_another_and_a_book_that_is_used_is_left_alone() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    assert!(shuke(at, &["init", "old.shuke", "--name", "云裳", "--trade", "clothing", "--demo"]).status.success());
    assert!(shuke(at, &["init", "new.shuke", "--name", "别处", "--trade", "cafe"]).status.success());
    let out = document(at, &["export", "old.shuke", "everything", "--out", ".", "--json"]);
    let made = out["folder"].as_str().unwrap();

    let dry = document(at, &["import", "new.shuke", "--everything", made, "--dry-run", "--json"]);
    assert_eq!((&dry["dry_run"], &dry["shop"], &dry["rows"]), (&true.into(), &"云裳".into(), &out["rows"]));
    assert_eq!(document(at, &["check", "new.shuke", "--json"])["customers"], 0);
    let told = shuke(at, &["import", "new.shuke", "--everything", made]);
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    assert!(String::from_utf8_lossy(&told.stdout).contains("云裳"));

    let (old, new) = (document(at, &["check", "old.shuke", "--json"]), document(at, &["check", "new.shuke", "--json"]));
    for part in ["customers", "visits", "total", "findings"] {
        assert!(!old[part].is_null());
        assert_eq!(old[part], new[part], "{part}");
    }
    let again = shuke(at, &["import", "new.shuke", "--everything", made, "--json"]);
    assert!(!again.status.success());
    assert_eq!(document(at, &["check", "new.shuke", "--json"])["total"], old["total"]);
}
