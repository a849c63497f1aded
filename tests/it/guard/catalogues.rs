//! The words: both languages have the same messages with the same placeholders, and every error code has words.

use crate::files;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use shuke_core::error::Code;
use std::collections::{BTreeMap, BTreeSet};

/// Message, with its attribute if it has one, to its placeholders.
type Catalogue = BTreeMap<String, BTreeSet<String>>;

/// Reads one file into the catalogue and says what is wrong with it.
fn read(path: &str, text: &str, into: &mut Catalogue) -> Vec<String> {
    let mut findings = Vec::new();
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            findings.extend(errors.into_iter().map(|error| format!("{path}: {error}")));
            resource
        }
    };
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let own = value.map(|value| (id.clone(), value));
        let parts = attributes.iter().map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
        for (key, pattern) in own.into_iter().chain(parts) {
            let mut names = BTreeSet::new();
            placeholders(pattern, &mut names);
            if into.insert(key.clone(), names).is_some() {
                findings.push(format!("{path}: {key} stands twice"));
            }
        }
    }
    findings
}

fn placeholders(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            variants.iter().for_each(|variant| placeholders(&variant.value, names));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments
                .positional
                .iter()
                .chain(arguments.named.iter().map(|named| &named.value))
                .for_each(|argument| in_inline(argument, names));
        }
        _ => {}
    }
}

/// Where two languages differ.
fn differences(zh: &Catalogue, en: &Catalogue) -> Vec<String> {
    let keys: BTreeSet<&String> = zh.keys().chain(en.keys()).collect();
    keys.into_iter()
        .filter_map(|key| match (zh.get(key), en.get(key)) {
            (Some(_), None) => Some(format!("{key} is missing in en")),
            (None, Some(_)) => Some(format!("{key} is missing in zh-CN")),
            (Some(a), Some(b)) if a != b => Some(format!("{key}: placeholders {a:?} in zh-CN, {b:?} in en")),
            _ => None,
        })
        .collect()
}

fn without_words(catalogue: &Catalogue) -> Vec<&'static str> {
    let key = |code: &Code| format!("error-{}", code.as_str().replace('_', "-"));
    Code::ALL.iter().filter(|code| !catalogue.contains_key(&key(code))).map(|code| code.as_str()).collect()
}

fn catalogue(language: &str) -> Catalogue {
    let mut catalogue = Catalogue::new();
    let sources = files::sources(&format!("assets/messages/{language}"), &["ftl"]);
    let findings: Vec<String> = sources.iter().flat_map(|(path, text)| read(path, text, &mut catalogue)).collect();
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
    catalogue
}

#[test]
fn both_languages_say_the_same() {
    let (zh, en) = (catalogue("zh-CN"), catalogue("en"));
    let findings = differences(&zh, &en);
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
    assert_eq!(without_words(&zh), [""; 0]);
    assert_eq!(without_words(&en), [""; 0]);
}

#[test]
fn finds_planted_gaps() {
    let mut zh = Catalogue::new();
    let mut en = Catalogue::new();
    assert!(read("a.ftl", "a = 你好 { $name }\n    .do = 去\nb = { $n ->\n   *[other] { NUMBER($m) }\n }\n", &mut zh).is_empty());
    assert!(read("a.ftl", "a = hello\n    .do = go\nc = c\n", &mut en).is_empty());
    assert_eq!(zh["b"], BTreeSet::from(["m".to_owned(), "n".to_owned()]));
    assert_eq!(differences(&zh, &en), ["a: placeholders {\"name\"} in zh-CN, {} in en", "b is missing in en", "c is missing in zh-CN"]);
    assert_eq!(read("a.ftl", "a = twice\n", &mut en).len(), 1);
    assert!(!read("b.ftl", "这不是一条\n", &mut Catalogue::new()).is_empty());
    assert_eq!(without_words(&zh).len(), Code::ALL.len());
}
