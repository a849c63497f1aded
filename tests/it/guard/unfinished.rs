//! Nothing is left for later, and no test is switched off.

use crate::files;

/// Words that mark unfinished work or a test that does not run. Written in two halves, since this file is guarded too.
fn marks() -> Vec<String> {
    let halves = [
        ("TO", "DO"),
        ("FIX", "ME"),
        ("XX", "X:"),
        ("to", "do!("),
        ("unim", "plemented!("),
        ("db", "g!("),
        ("#[ig", "nore"),
        ("test.sk", "ip("),
        ("it.sk", "ip("),
        ("describe.sk", "ip("),
        (".on", "ly("),
        ("test.to", "do("),
        ("it.to", "do("),
        ("console.l", "og("),
        ("debug", "ger;"),
    ];
    halves.iter().map(|(a, b)| format!("{a}{b}")).collect()
}

fn check(path: &str, text: &str) -> Vec<String> {
    let marks = marks();
    let mut findings = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for mark in marks.iter().filter(|mark| line.contains(mark.as_str())) {
            findings.push(format!("{path}:{}: {mark}", number + 1));
        }
    }
    findings
}

#[test]
fn nothing_is_left_for_later() {
    for folder in ["src-tauri", "ui/src", "ui/test", "tests"] {
        // Scripts that report to a terminal may print.
        files::hold(&files::sources(folder, &["rs", "sql", "ts", "svelte", "css", "mjs"]), |path, text| {
            check(path, text).into_iter().filter(|finding| !(path.ends_with(".mjs") && finding.contains("console."))).collect()
        });
    }
}

#[test]
fn finds_planted_marks() {
    for mark in marks() {
        assert_eq!(check("a.rs", &format!("fine\n  {mark} later")), [format!("a.rs:2: {mark}")]);
    }
    assert!(check("a.rs", "the todo list; ignored").is_empty());
}
