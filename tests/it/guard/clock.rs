//! Only `core/src/clock.rs` reads the computer's clock, neither Rust elsewhere nor SQL nor the page.

use crate::files;
use crate::rust_text::take_apart;

const RUST: &[&str] = &["Utc::now", "Local::now", "SystemTime::now", "UNIX_EPOCH"];
const SQL: &[&str] = &["'now'", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "unixepoch()"];
const PAGE: &[&str] = &["Date.now(", "new Date()"];

/// What the page shows before a shop has said which day it is there.
const BEFORE_THE_SHOP: &str = "ui/src/text/format.svelte.ts";

fn check_rust(path: &str, text: &str) -> Vec<String> {
    let parts = take_apart(text);
    let code = if path == "src-tauri/core/src/clock.rs" { Vec::new() } else { mentions(path, &parts.code, RUST) };
    let sql = parts.strings.iter().flat_map(|(line, string)| mentions(&format!("{path}:{line}"), string, SQL));
    code.into_iter().chain(sql).collect()
}

fn mentions(place: &str, text: &str, words: &[&str]) -> Vec<String> {
    words.iter().filter(|word| text.contains(**word)).map(|word| format!("{place}: {word} reads the clock")).collect()
}

#[test]
fn one_file_reads_the_clock() {
    files::hold(&files::sources("src-tauri", &["rs"]), check_rust);
    files::hold(&files::sources("src-tauri", &["sql"]), |path, text| mentions(path, text, SQL));
    let page: Vec<_> = files::sources("ui/src", &["ts", "svelte"])
        .into_iter()
        .filter(|(path, _)| !path.ends_with(".test.ts") && path != BEFORE_THE_SHOP)
        .collect();
    files::hold(&page, |path, text| mentions(path, text, PAGE));
}

#[test]
fn finds_planted_readings() {
    assert_eq!(check_rust("src-tauri/core/src/care/due.rs", "let today = chrono::Local::now();").len(), 1);
    assert_eq!(check_rust("src-tauri/core/src/store/visit.rs", "db.execute(\"UPDATE v SET at = date('now')\")").len(), 1);
    assert_eq!(check_rust("src-tauri/core/src/clock.rs", "Utc::now()").len(), 0);
    assert_eq!(check_rust("src-tauri/core/src/care/due.rs", "// never Utc::now() here\nshop.now()").len(), 0);
    assert_eq!(mentions("page", "const d = new Date();", PAGE).len(), 1);
    assert_eq!(mentions("page", "const d = new Date(day);", PAGE).len(), 0);
}
