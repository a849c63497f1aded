//! Insight: its figures, what they mean, and an independent computation of every one of them.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

mod edges;
mod owed;
mod recompute;
mod words;

use serde_json::{Value, json};
use shuke_tests::TestShop;

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
