//! `shuke call SHOP`: JSON lines in, JSON lines out.
//!
//! A line is `{"id": 1, "op": "record_visit", "args": {..}}`, its answer `{"id": 1, "ok": {..}}` or `{"id": 1, "err": {..}}`.
//! The operations are those of the window. The answer to a write is printed only when its commit is on the disk, since
//! the operation returns no sooner.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use shuke_core::error::{Code, Failure};
use shuke_core::ops::{self, OPERATIONS};
use shuke_core::shop::Shop;
use std::io::{BufRead, Read, Write};

/// The TypeScript declarations of all requests and answers.
const TYPES: &str = include_str!(concat!(env!("OUT_DIR"), "/types.ts"));

/// The longest line taken, bytes.
const LONGEST: u64 = 64 << 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    #[serde(default)]
    id: Value,
    op: String,
    #[serde(default)]
    args: Value,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    ok: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    err: Option<Failure>,
}

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut line).map_err(|_| Stop::Output)?;
        if read == 0 {
            return Ok(());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let mut text = serde_json::to_vec(&answer(&mut shop, &line)).map_err(|_| Stop::Output)?;
        text.push(b'\n');
        output.write_all(&text).and_then(|()| output.flush()).map_err(|_| Stop::Output)?;
    }
}

fn answer(shop: &mut Shop, line: &[u8]) -> Answer {
    let question: Question = match serde_json::from_slice(line) {
        Ok(question) => question,
        Err(error) => {
            let id = serde_json::from_slice::<Value>(line).ok().and_then(|value| value.get("id").cloned()).unwrap_or_default();
            return Answer { id, ok: None, err: Some(Failure::new(Code::BadArguments).with("what", error)) };
        }
    };
    let done = if question.op == "describe" { Ok(describe()) } else { ops::call(shop, &question.op, question.args) };
    match done {
        Ok(ok) => Answer { id: question.id, ok: Some(ok), err: None },
        Err(failure) => Answer { id: question.id, ok: None, err: Some(failure) },
    }
}

/// All operations with the names of their types, and the types.
fn describe() -> Value {
    let operations: Vec<Value> = OPERATIONS
        .iter()
        .map(|op| json!({"name": op.name, "request": bare(op.request), "answer": bare(op.answer), "role": op.access}))
        .collect();
    json!({"operations": operations, "types": TYPES})
}

/// `s::BackUp` as it is called in the declarations: `BackUp`.
fn bare(type_name: &str) -> String {
    let mut bare = String::new();
    let mut word = String::new();
    for c in type_name.chars().filter(|c| !c.is_whitespace()) {
        match c {
            ':' => word.clear(),
            c if c.is_alphanumeric() || c == '_' => word.push(c),
            other => {
                bare.push_str(&word);
                word.clear();
                bare.push(other);
            }
        }
    }
    bare + &word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_named_as_in_the_declarations() {
        assert_eq!(bare("s :: BackUp"), "BackUp");
        assert_eq!(bare("Vec < c :: Person >"), "Vec<Person>");
        assert_eq!(bare("Nothing"), "Nothing");
    }

    #[test]
    fn every_operation_is_described_with_its_types() {
        let described = describe();
        let types = described["types"].as_str().unwrap_or_default();
        assert!(!types.contains("from '"), "imports of what stands in the same text");
        for op in described["operations"].as_array().into_iter().flatten() {
            let name = op["name"].as_str().unwrap_or_default();
            assert!(types.contains(&format!("  {name}: {{ args:")), "{name}");
            let request = op["request"].as_str().unwrap_or_default();
            assert!(types.contains(&format!("export type {request} ")), "{request}");
        }
    }
}
