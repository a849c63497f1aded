//! No package older than the list of the oldest ones allowed, `src-tauri/docs/minimum-versions.csv`.

use crate::files;
use semver::Version;
use serde_json::Value;

/// What the list asks for: registry, package, oldest version.
fn minimums(list: &str) -> Vec<(String, String, Version)> {
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(list.as_bytes())
        .deserialize::<(String, String, String, String)>()
        .map(|row| {
            let (registry, package, minimum, why) = row.unwrap();
            assert!(!why.is_empty(), "{package}: a reason is needed");
            (registry, package, Version::parse(&minimum).unwrap())
        })
        .collect()
}

/// Packages and versions of a `Cargo.lock`.
fn cargo_packages(lock: &str) -> Vec<(String, Version)> {
    let value = |block: &str, key: &str| {
        block.lines().find_map(|line| Some(line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned()))
    };
    lock.split("[[package]]")
        .filter_map(|block| Some((value(block, "name")?, Version::parse(&value(block, "version")?).unwrap())))
        .collect()
}

/// Packages and versions of a `package-lock.json`, nested ones too.
fn npm_packages(lock: &str) -> Vec<(String, Version)> {
    let lock: Value = serde_json::from_str(lock).unwrap();
    lock["packages"]
        .as_object()
        .unwrap()
        .iter()
        .filter_map(|(path, entry)| {
            let name = path.rsplit_once("node_modules/")?.1;
            Some((name.to_owned(), Version::parse(entry["version"].as_str()?).unwrap()))
        })
        .collect()
}

fn too_old(minimums: &[(String, String, Version)], registry: &str, packages: &[(String, Version)]) -> Vec<String> {
    let wanted = minimums.iter().filter(|(of, ..)| of == registry);
    wanted
        .flat_map(|(_, package, minimum)| {
            let present: Vec<_> = packages.iter().filter(|(name, _)| name == package).collect();
            if present.is_empty() {
                return vec![format!("{package} is built in no more: take it off the list")];
            }
            let old = present.into_iter().filter(|(_, version)| version < minimum);
            old.map(|(name, version)| format!("{name} {version} is older than {minimum}")).collect()
        })
        .collect()
}

#[test]
fn no_package_is_older_than_the_list_allows() {
    let list = minimums(&files::read("src-tauri/docs/minimum-versions.csv"));
    assert!(list.iter().all(|(registry, ..)| registry == "cargo" || registry == "npm"));
    assert_eq!(too_old(&list, "cargo", &cargo_packages(&files::read("Cargo.lock"))), [""; 0]);
    assert_eq!(too_old(&list, "npm", &npm_packages(&files::read("ui/package-lock.json"))), [""; 0]);
}

#[test]
fn finds_a_planted_old_package() {
    let list = minimums("# read\nregistry,package,minimum,why\ncargo,a,1.10.0,x\nnpm,b,2.0.0,x\ncargo,gone,1.0.0,x\n");
    let cargo = cargo_packages("[[package]]\nname = \"a\"\nversion = \"1.9.0\"\n\n[[package]]\nname = \"a\"\nversion = \"1.10.0\"\n");
    assert_eq!(too_old(&list, "cargo", &cargo), ["a 1.9.0 is older than 1.10.0", "gone is built in no more: take it off the list"]);
    let npm = npm_packages(
        r#"{"packages":{"":{},"node_modules/b":{"version":"2.0.1"},"node_modules/c/node_modules/b":{"version":"2.0.0-rc.1"}}}"#,
    );
    assert_eq!(too_old(&list, "npm", &npm), ["b 2.0.0-rc.1 is older than 2.0.0"]);
}
