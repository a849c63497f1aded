//! The window's commands stand in four places that must agree, and its policy must not loosen.

use crate::files;
use crate::rust_text::take_apart;
use std::collections::BTreeSet;

/// The names of functions marked as commands.
fn declared(text: &str) -> BTreeSet<String> {
    let code = take_apart(text).code;
    code.split("#[tauri::command]").skip(1).map(|rest| word_after(rest, "fn ")).collect()
}

fn word_after(text: &str, mark: &str) -> String {
    let after = text.split_once(mark).map_or("", |(_, after)| after);
    after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The last part of each path in `generate_handler![..]`.
fn registered(text: &str) -> BTreeSet<String> {
    let code = take_apart(text).code;
    let list = code.split_once("generate_handler![").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.split(',').filter_map(|path| path.trim().rsplit("::").next()).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_command_is_declared_registered_and_allowed() {
    let commands: BTreeSet<String> =
        files::sources("src-tauri/src/commands", &["rs"]).iter().flat_map(|(_, text)| declared(text)).collect();
    assert!(commands.contains("call"));
    assert_eq!(registered(&files::read("src-tauri/src/lib.rs")), commands, "generate_handler! in lib.rs");
    let manifest: BTreeSet<String> = take_apart(&files::read("src-tauri/build.rs"))
        .strings
        .into_iter()
        .map(|(_, s)| s)
        .filter(|s| s.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        .collect();
    assert_eq!(manifest, commands, "COMMANDS in build.rs");
    let capability: serde_json::Value = serde_json::from_str(&files::read("src-tauri/capabilities/main.json")).unwrap();
    let allowed: BTreeSet<String> = capability["permissions"].as_array().unwrap().iter().map(|p| p.as_str().unwrap().to_owned()).collect();
    let expected: BTreeSet<String> = commands.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    assert_eq!(allowed, expected, "capabilities/main.json");
}

#[test]
fn the_policy_stays_tight() {
    assert_eq!(loose(&files::read("src-tauri/tauri.conf.json")), [""; 0]);
    assert!(!files::read("src-tauri/Cargo.toml").contains("devtools"), "developer tools stay out of a release");
}

/// What is looser in a configuration than it may be.
fn loose(config: &str) -> Vec<&'static str> {
    let config: serde_json::Value = serde_json::from_str(config).unwrap();
    let app = &config["app"];
    let policy = &app["security"]["csp"];
    let mut found = Vec::new();
    let mut hold = |holds: bool, what| {
        if !holds {
            found.push(what)
        }
    };
    hold(app["withGlobalTauri"] == false, "withGlobalTauri");
    hold(app["security"]["freezePrototype"] == true, "freezePrototype");
    hold(app["security"]["assetProtocol"]["enable"] == false, "assetProtocol");
    hold(policy["default-src"] == "'none'", "default-src");
    hold(policy["script-src"] == "'self'", "script-src");
    hold(policy["style-src"] == "'self'", "style-src");
    hold(policy["font-src"] == "'self'", "font-src");
    hold(policy["img-src"] == "'self' data:", "img-src");
    hold(policy["connect-src"] == "ipc: http://ipc.localhost", "connect-src");
    hold(
        ["frame-src", "object-src", "base-uri", "form-action"].iter().all(|name| policy[name] == "'none'"),
        "frames, objects, base, forms",
    );
    found
}

#[test]
fn finds_planted_gaps() {
    assert_eq!(
        declared("#[tauri::command]\npub async fn erase_all(x: u8) {}\n// #[tauri::command] fn no()").into_iter().collect::<Vec<_>>(),
        ["erase_all"]
    );
    assert_eq!(registered("tauri::generate_handler![a::b::call, cancel,]").into_iter().collect::<Vec<_>>(), ["call", "cancel"]);
    let config = files::read("src-tauri/tauri.conf.json");
    assert_eq!(loose(&config.replace("\"script-src\": \"'self'\"", "\"script-src\": \"'self' 'unsafe-inline'\"")), ["script-src"]);
    assert_eq!(loose(&config.replace("\"withGlobalTauri\": false", "\"withGlobalTauri\": true")), ["withGlobalTauri"]);
}
