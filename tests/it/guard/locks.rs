//! The lock files name packages and their checksums, and no place other than the public registry.

use crate::files;

fn check_npm(lock: &str) -> Vec<String> {
    lock.lines().filter(|line| line.contains("\"resolved\"")).map(|line| line.trim().to_owned()).collect()
}

fn check_cargo(lock: &str) -> Vec<String> {
    lock.lines()
        .filter(|line| line.starts_with("source = ") && *line != "source = \"registry+https://github.com/rust-lang/crates.io-index\"")
        .map(str::to_owned)
        .collect()
}

#[test]
fn packages_come_from_the_public_registries() {
    assert_eq!(check_npm(&files::read("ui/package-lock.json")), [""; 0]);
    assert_eq!(check_cargo(&files::read("Cargo.lock")), [""; 0]);
    assert_eq!(files::read("Cargo.lock").matches("name = \"libsqlite3-sys\"").count(), 1, "exactly one SQLite is linked");
}

#[test]
fn finds_planted_places() {
    assert_eq!(check_npm("  \"resolved\": \"https://mirror.example.org/a.tgz\",\n  \"integrity\": \"sha512-x\"").len(), 1);
    assert_eq!(
        check_cargo("source = \"git+https://example.org/x\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"").len(),
        1
    );
}
