//! Copies, going back to one, and saving into a file that others move about.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

mod clock;
mod keeping;
mod rescue;
mod restore;
mod saving;
mod thinning;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shuke_core::error::{Code, Error};
use shuke_core::shop::Shop;
use shuke_tests::TestShop;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The bytes of a file that is not open here, as one number to compare.
fn hash(path: &Path) -> Vec<u8> {
    Sha256::digest(std::fs::read(path).unwrap()).to_vec()
}

/// Opens an archive and records a sale to her of so many yuan; `receipt` tells it from others.
fn sale(t: &mut TestShop, name: &str, receipt: &str, yuan: i64) {
    let fields = json!({"name": name, "phones": []});
    let who = t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}))["customer"].clone();
    let lines = json!([{"style_no": "A1", "qty": 1, "price": format!("{yuan}.00")}]);
    let visit = json!({"customer": who, "kind": "purchase", "lines": lines});
    t.ok("record_visit", json!({"receipt": format!("receipt-{receipt}"), "visit": visit}));
}

/// What the owner would count: archives, visits and the sum.
fn figures(t: &mut TestShop) -> (Value, Value, Value) {
    let report = t.ok("check_shop", json!({}));
    assert_eq!(report["findings"], json!([]));
    (report["customers"].clone(), report["visits"].clone(), report["total"].clone())
}

/// The folder of the program's own copies.
fn folder(t: &TestShop) -> PathBuf {
    shuke_core::backup::folder_of(&t.path())
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A copy in a folder of its own.
fn copy(t: &mut TestShop) -> PathBuf {
    let folder = t.folder.path().join("copies");
    std::fs::create_dir_all(&folder).unwrap();
    PathBuf::from(t.ok("back_up", json!({"folder": folder}))["path"].as_str().unwrap())
}

/// Opens a book on the clock of a test's shop; why not, if it is refused.
fn open(t: &TestShop, path: &Path) -> Result<Shop, Code> {
    Shop::open(path, Box::new(Arc::clone(&t.clock))).map_err(|error: Error| error.code())
}

/// Turns every bit of a page in the middle.
fn spoil(bytes: &mut [u8]) {
    let from = bytes.len() / 4096 / 2 * 4096;
    bytes[from..from + 4096].iter_mut().for_each(|byte| *byte = !*byte);
}
