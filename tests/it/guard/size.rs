//! No file over 500 lines without a reason, so that each can be read in one go.

use crate::files;

const LIMIT: usize = 500;

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] =
    &[("src-tauri/core/src/store/schema.sql", "the whole present schema stands in one place, to be read table by table")];

fn check(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    let allowed = LONGER.iter().any(|(file, _)| *file == path);
    match (lines > LIMIT, allowed) {
        (true, false) => vec![format!("{path} has {lines} lines; split it, or give its reason in the guard")],
        (false, true) => vec![format!("{path} is short again; take it off the guard's list")],
        _ => Vec::new(),
    }
}

#[test]
fn files_can_be_read_in_one_go() {
    let mut all = Vec::new();
    for folder in ["src-tauri", "ui", "tests", "assets"] {
        all.extend(files::sources(folder, &["rs", "sql", "ts", "svelte", "css", "mjs", "js", "ftl"]));
    }
    for (file, _) in LONGER {
        assert!(all.iter().any(|(path, _)| path == file), "{file} is gone; take it off the guard's list");
    }
    files::hold(&all, check);
}

#[test]
fn finds_planted_length() {
    let long = "x\n".repeat(LIMIT + 1);
    assert_eq!(check("src-tauri/core/src/visits/record.rs", &long).len(), 1);
    assert_eq!(check("src-tauri/core/src/visits/record.rs", &long[2..]).len(), 0);
    assert_eq!(check("src-tauri/core/src/store/schema.sql", &long).len(), 0);
    assert_eq!(check("src-tauri/core/src/store/schema.sql", "x").len(), 1);
}
