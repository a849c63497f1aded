//! Decision records: each has a number of its own, and its heading says the same as its file.

use super::files;

/// What is wrong with the records, given as (name of the file, its text) in the order of the names.
fn check(records: &[(String, String)]) -> Vec<String> {
    let mut findings = Vec::new();
    for (at, (name, text)) in records.iter().enumerate() {
        let number = at + 1;
        if !name.starts_with(&format!("{number:04}-")) {
            findings.push(format!("{name}: the next free number is {number:04}"));
        }
        let heading = text.lines().next().unwrap_or_default();
        if ![format!("# {number:04} "), format!("# {number}. ")].iter().any(|begin| heading.starts_with(begin)) {
            findings.push(format!("{name}: the heading should begin with its number {number}, and is: {heading}"));
        }
    }
    findings
}

#[test]
fn each_decision_has_a_number_of_its_own() {
    let records: Vec<(String, String)> = files::sources("src-tauri/docs/decisions", &["md"])
        .into_iter()
        .map(|(path, text)| (path.rsplit('/').next().unwrap_or_default().to_owned(), text))
        .collect();
    let findings = check(&records);
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

#[test]
fn finds_a_planted_number() {
    let record = |name: &str, heading: &str| (name.to_owned(), format!("{heading}\n\nText\n"));
    assert!(check(&[record("0001-a.md", "# 0001 A"), record("0002-b.md", "# 2. B")]).is_empty());
    assert_eq!(check(&[record("0001-a.md", "# 1. A"), record("0001-b.md", "# 1. B")]).len(), 2);
    assert_eq!(check(&[record("0001-a.md", "# 2. A")]).len(), 1);
}
