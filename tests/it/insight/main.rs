//! Insight: its figures, what they mean, and an independent computation of every one of them.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

mod cared;
mod edges;
#[path = "../export/invented.rs"]
mod invented;
mod owed;
mod recompute;
mod words;

use serde_json::{Value, json};
use shuke_tests::TestShop;
use std::path::Path;
use std::process::Command;

/// Brings tables in, each `(kind, content)`.
#[track_caller]
pub fn bring(t: &mut TestShop, tables: &[(&str, &str)]) {
    let mut files = Vec::new();
    for (kind, content) in tables {
        let path = t.folder.path().join(format!("in-{kind}.csv"));
        std::fs::write(&path, content).unwrap();
        files.push(json!({"kind": kind, "path": path}));
    }
    let report: Value = t.ok("run_import", json!({"files": files, "dry_run": false}));
    assert_eq!(report["customers"]["rejected"], 0, "{report}");
}

/// Has a program that knows nothing of this one compare what it is given; its words are those of the failure.
#[track_caller]
pub fn recomputed(script: &str, given: &[&Path]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/insight").join(script);
    let output = Command::new("python3").arg("-B").arg(script).args(given).output().unwrap();
    assert!(output.status.success(), "{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}
