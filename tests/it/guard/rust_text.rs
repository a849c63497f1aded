//! Rust source taken apart: code without comments and literals, and the string literals by themselves.

/// A file's code and its string literals.
#[derive(Debug, Default, PartialEq)]
pub struct RustText {
    /// The code; comments and the insides of literals are left out, line breaks are kept.
    pub code: String,
    /// Each string literal with the line it begins on, counted from 1.
    pub strings: Vec<(usize, String)>,
}

/// Takes a file apart.
pub fn take_apart(text: &str) -> RustText {
    let mut parts = RustText::default();
    let mut rest = text;
    let mut line = 1;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some((inside, length)) = string(rest, parts.code.chars().last()) {
            parts.strings.push((line, inside.to_owned()));
            parts.code.push_str("\"\"");
            length
        } else if let Some(length) = character(rest) {
            length
        } else {
            parts.code.push(c);
            if c == '\n' {
                line += 1;
            }
            rest = &rest[c.len_utf8()..];
            continue;
        };
        let breaks = rest[..length].matches('\n').count();
        line += breaks;
        parts.code.extend(std::iter::repeat_n('\n', breaks));
        rest = &rest[length..];
    }
    parts
}

/// The length of the block comment at the start, comments within it included.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The inside and the whole length of the string literal at the start, raw ones included.
fn string(rest: &str, before: Option<char>) -> Option<(&str, usize)> {
    let in_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let prefix = if in_word { "" } else { ["br", "cr", "r", "b", "c"].into_iter().find(|p| rest.starts_with(p)).unwrap_or("") };
    let after = &rest[prefix.len()..];
    if prefix.ends_with('r') {
        let hashes = after.len() - after.trim_start_matches('#').len();
        let body = after[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = body.find(&end)?;
        return Some((&body[..inside], prefix.len() + hashes + 1 + inside + end.len()));
    }
    let body = after.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((&body[..at], prefix.len() + 1 + at + 1)),
            _ => {}
        }
    }
    None
}

/// The length of the character literal at the start; nothing for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('\'')?;
    if let Some(escape) = body.strip_prefix('\\') {
        return Some(2 + escape.char_indices().skip(1).find(|(_, c)| *c == '\'')?.0 + 1);
    }
    let c = body.chars().next()?;
    body[c.len_utf8()..].starts_with('\'').then_some(1 + c.len_utf8() + 1)
}

#[test]
fn tells_code_from_comments_and_strings() {
    let text = "fn f<'a>(x: &'a str) { // SELECT in a comment\n    let q = \"SELECT \\\"1\\\"\"; /* \"no /* nested */ string\" */\n    let c = '\"';\n    let r = r#\"raw \"quoted\"\n\"#; let br\"x\"; let expr = 1;\n}";
    let parts = take_apart(text);
    let strings: Vec<(usize, &str)> = parts.strings.iter().map(|(line, s)| (*line, s.as_str())).collect();
    assert_eq!(strings, [(2, "SELECT \\\"1\\\""), (4, "raw \"quoted\"\n"), (5, "x")]);
    assert!(!parts.code.contains("comment") && !parts.code.contains("nested"));
    assert!(parts.code.contains("fn f<'a>(x: &'a str)") && parts.code.contains("let expr = 1"));
    assert_eq!(parts.code.lines().count(), text.lines().count());
}
