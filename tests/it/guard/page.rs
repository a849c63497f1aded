//! The page: one door to the window, no text turned into markup or code, no address of the network.

use crate::files;

/// What turns text into markup or code.
const MARKUP: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "{@html",
    "document.write",
    "createContextualFragment",
    "setHTMLUnsafe",
    "DOMParser",
    "eval(",
    "new Function",
];
/// The ways to the network.
const NETWORK: &[&str] = &["fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "http://", "https://"];

fn check(path: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut find = |what: &str, why: &str| findings.push(format!("{path}:{}: {what}: {why}", number + 1));
        if line.contains("@tauri-apps") && path != "ui/src/api/client.ts" {
            find("@tauri-apps", "only src/api/client.ts talks to the window");
        }
        for word in MARKUP.iter().filter(|word| line.contains(**word)) {
            find(word, "text must stay text");
        }
        // The namespace of SVG is a name, not a place.
        for word in NETWORK.iter().filter(|word| line.replace("http://www.w3.org/2000/svg", "").contains(**word)) {
            find(word, "the page opens no connection");
        }
    }
    findings
}

#[test]
fn the_page_stays_in_its_house() {
    let mut sources = files::sources("ui/src", &["ts", "svelte", "css"]);
    // What never runs in the product: generated types and tests.
    sources.retain(|(path, _)| !path.starts_with("ui/src/api/generated") && !path.ends_with(".test.ts"));
    files::hold(&sources, check);
    check_html(&files::read("ui/index.html"));
}

fn check_html(html: &str) {
    assert!(!html.contains("//"), "index.html names an address");
    assert!(!html.contains("style="), "the content security policy forbids style attributes");
    assert!(html.matches("<script").count() == html.matches("src=").count(), "the content security policy forbids inline scripts");
}

#[test]
fn finds_planted_doors() {
    let found = |path: &str, text: &str| check(path, text).len();
    assert_eq!(found("ui/src/screens/counter/Counter.svelte", "import { invoke } from '@tauri-apps/api/core';"), 1);
    assert_eq!(found("ui/src/api/client.ts", "import { invoke } from '@tauri-apps/api/core';"), 0);
    assert_eq!(found("ui/src/parts/Tag.svelte", "<p>{@html text}</p>\nnode.innerHTML = text;"), 2);
    assert_eq!(found("ui/src/parts/icons.ts", "await fetch(`https://example.org`)"), 2);
    assert_eq!(found("ui/src/parts/Icon.svelte", "<svg xmlns=\"http://www.w3.org/2000/svg\">"), 0);
}

#[test]
#[should_panic(expected = "inline scripts")]
fn finds_a_planted_inline_script() {
    check_html("<script>alert(1)</script>");
}
