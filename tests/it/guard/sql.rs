//! All SQL lives in `core/src/store`. Elsewhere only `Shop::write` controls its transaction.

use crate::files;
use crate::rust_text::take_apart;

/// The beginnings of SQL statements, as words in capitals.
const STATEMENTS: &[&str] = &[
    "SELECT",
    "INSERT INTO",
    "INSERT OR",
    "REPLACE INTO",
    "UPDATE",
    "DELETE FROM",
    "CREATE TABLE",
    "CREATE INDEX",
    "CREATE TEMP",
    "ALTER TABLE",
    "DROP TABLE",
    "PRAGMA",
    "VACUUM",
    "ATTACH",
    "SAVEPOINT",
    "BEGIN",
    "COMMIT",
    "ROLLBACK",
    "WITH RECURSIVE",
    "JOIN",
    "ORDER BY",
];

/// Files that may hold a little SQL, and why.
const ALLOWED: &[(&str, &[&str])] = &[
    // The one door for writing begins and ends its transaction itself.
    ("src-tauri/core/src/shop.rs", &["BEGIN", "COMMIT", "ROLLBACK"]),
    ("src-tauri/core/src/shop/commit.rs", &["COMMIT", "ROLLBACK"]),
    // Its test ends the transaction before its time, so that the commit meets an error.
    ("src-tauri/core/src/shop/commit_tests.rs", &["COMMIT", "ROLLBACK"]),
];

fn check(path: &str, text: &str) -> Vec<String> {
    // Tests of the finished program damage files on purpose.
    if path.starts_with("src-tauri/core/src/store/") || path.contains("/tests/") {
        return Vec::new();
    }
    let allowed = ALLOWED.iter().find(|(file, _)| *file == path).map_or(&[][..], |(_, words)| words);
    let mut findings = Vec::new();
    for (line, string) in take_apart(text).strings {
        for word in STATEMENTS.iter().filter(|word| !allowed.contains(word)) {
            if has_word(&string, word) {
                findings.push(format!("{path}:{line}: SQL ({word}) outside of core/src/store"));
            }
        }
    }
    findings
}

fn has_word(text: &str, word: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(word).any(|(at, _)| !is_letter(text[..at].chars().last()) && !is_letter(text[at + word.len()..].chars().next()))
}

#[test]
fn all_sql_lives_in_the_store() {
    files::hold(&files::sources("src-tauri", &["rs"]), check);
}

#[test]
fn finds_planted_sql() {
    let found = |path: &str, text: &str| check(path, text).len();
    assert_eq!(found("src-tauri/core/src/visits/record.rs", "db.execute(\"DELETE FROM visit WHERE id = ?\", [id])"), 1);
    assert_eq!(found("src-tauri/src/lib.rs", "let q = r#\"\n  SELECT 1\"#;"), 1);
    assert_eq!(found("src-tauri/core/src/shop.rs", "db.execute_batch(\"PRAGMA foreign_keys = 0; COMMIT\")"), 1);
    assert_eq!(found("src-tauri/core/src/store/visit.rs", "\"SELECT 1\""), 0);
    assert_eq!(found("src-tauri/core/src/visits/record.rs", "// SELECT in words\nlet updated = \"UPDATED by a selected hand\";"), 0);
}
