//! `ui -> src-tauri -> core`, never back: core and command line reach no window, by name or through any package.

use crate::files;
use crate::rust_text::take_apart;
use std::collections::{BTreeMap, BTreeSet};

/// Packages that are a window or belong to one.
const WINDOW: &[&str] = &["tauri", "wry", "tao", "gtk", "webkit2gtk", "rfd", "shuke-desktop"];

fn is_window(package: &str) -> bool {
    WINDOW.iter().any(|name| package == *name || package.starts_with(&format!("{name}-")))
}

/// Every package that `of` needs, directly or through others, by Cargo.lock. Versions of one name count as one package.
fn needs(lock: &str, of: &str) -> BTreeSet<String> {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let name = package.lines().find_map(|line| line.strip_prefix("name = \"")).unwrap().trim_end_matches('"');
        let list = package.split_once("dependencies = [").map_or("", |(_, rest)| rest.split(']').next().unwrap());
        let names = list.split('"').skip(1).step_by(2).map(|entry| entry.split(' ').next().unwrap().to_owned());
        graph.entry(name.to_owned()).or_default().extend(names);
    }
    let mut seen = BTreeSet::new();
    let mut next = vec![of.to_owned()];
    while let Some(name) = next.pop() {
        let needed = graph.get(&name).unwrap_or_else(|| panic!("{name} is not in Cargo.lock"));
        next.extend(needed.iter().filter(|package| seen.insert((*package).clone())).cloned());
    }
    seen
}

fn check_source(path: &str, text: &str) -> Vec<String> {
    let parts = take_apart(text);
    let words = parts.code.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| is_window(&word.replace('_', "-"))).map(|word| format!("{path}: `{word}` belongs to the window")).collect()
}

#[test]
fn core_and_command_line_know_no_window() {
    let lock = files::read("Cargo.lock");
    for package in ["shuke-core", "shuke-cli", "shuke-tests"] {
        let window: Vec<String> = needs(&lock, package).into_iter().filter(|name| is_window(name)).collect();
        assert!(window.is_empty(), "{package} needs {window:?}");
    }
    for folder in ["src-tauri/core", "src-tauri/cli"] {
        files::hold(&files::sources(folder, &["rs"]), check_source);
        let manifest = files::read(&format!("{folder}/Cargo.toml"));
        assert!(!manifest.contains("tauri"), "{folder}/Cargo.toml names tauri");
    }
}

#[test]
fn finds_planted_windows() {
    let lock = "[[package]]\nname = \"core\"\ndependencies = [\n \"a 1.0.0\",\n \"b\",\n]\n\n[[package]]\nname = \"a\"\n\n[[package]]\nname = \"b\"\ndependencies = [\n \"wry\",\n]\n\n[[package]]\nname = \"wry\"\ndependencies = [\n \"b\",\n]\n";
    assert_eq!(needs(lock, "core").into_iter().collect::<Vec<_>>(), ["a", "b", "wry"]);
    assert!(needs(&files::read("Cargo.lock"), "shuke-desktop").iter().any(|name| is_window(name)));
    assert_eq!(check_source("core/src/shop.rs", "use tauri::State; // tauri").len(), 1);
    assert_eq!(check_source("core/src/shop.rs", "// tauri is far away\nlet taurine = \"tauri\";").len(), 0);
}
