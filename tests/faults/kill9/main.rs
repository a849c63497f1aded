//! Kills `shuke call` while it saves visits, again and again, and asks a program that knows nothing of it what is left: every
//! visit that was acknowledged is there once, and none is half.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test whose step fails has failed; the seed and the counts are for the reader"
)]

use serde_json::{Value, json};
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const SHUKE: &str = env!("CARGO_BIN_EXE_shuke");
const KILLS: u32 = 100;

/// Numbers by chance from a seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }
}

/// The program with its answers coming in as they are printed.
struct Running {
    child: Child,
    answers: Receiver<Value>,
}

fn start(shop: &str) -> Running {
    let mut child = Command::new(SHUKE).args(["call", shop]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let (sender, answers) = channel();
    std::thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            // A line that the kill cut in two is no acknowledgement.
            if let Ok(answer) = serde_json::from_str(&line) {
                let _ = sender.send(answer);
            }
        }
    });
    Running { child, answers }
}

impl Running {
    fn ask(&mut self, question: &Value) -> bool {
        self.child.stdin.as_mut().is_some_and(|input| writeln!(input, "{question}").is_ok())
    }
}

fn visit(chance: &mut Chance, receipt: &str, customers: u64) -> Value {
    let lines: Vec<Value> = (0..1 + chance.below(4))
        .map(|n| json!({"style_no": format!("S{n}"), "qty": 1 + chance.below(3), "price": format!("{}.{:02}", 1 + chance.below(500), chance.below(100))}))
        .collect();
    let who = chance.below(customers + 1);
    let customer = if who == 0 { Value::Null } else { json!(who) };
    json!({"id": receipt, "op": "record_visit", "args": {"receipt": receipt, "visit": {"customer": customer, "kind": "purchase", "lines": lines}}})
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_half() {
    let seed =
        std::env::var("SHUKE_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or_else(|| RandomState::new().build_hasher().finish());
    println!("SHUKE_SEED={seed}");
    let mut chance = Chance(seed);
    let folder = tempfile::TempDir::new().unwrap();
    let shop = folder.path().join("shop.shuke").to_str().unwrap().to_owned();
    assert!(Command::new(SHUKE).args(["init", &shop, "--name", "云裳", "--trade", "clothing"]).output().unwrap().status.success());
    let customers = 5;
    let mut first = start(&shop);
    for n in 1..=customers {
        let fields = json!({"name": format!("顾客{n}"), "phones": []});
        first.ask(&json!({"op": "create_customer", "args": {"fields": fields, "confirm_phone": false, "answers": [], "tags": []}}));
        assert!(first.answers.recv().unwrap().get("ok").is_some());
    }
    drop(first.child.stdin.take());
    assert!(first.child.wait().unwrap().success());

    let mut acknowledged: Vec<Value> = Vec::new();
    let mut killed_inside = 0;
    for round in 0..KILLS {
        let mut running = start(&shop);
        // Most are killed while saving, some while opening and undoing what the one before left.
        let opened = chance.below(6) > 0;
        if opened {
            assert!(running.ask(&json!({"op": "shop_info"})));
            assert!(running.answers.recv_timeout(Duration::from_secs(60)).unwrap().get("ok").is_some(), "seed {seed}, round {round}");
        }
        let end = Instant::now() + Duration::from_millis(5 + chance.below(296));
        let mut asked = 0;
        let mut told = 0;
        while Instant::now() < end {
            // Two are always under way, so that the next save begins at once.
            if asked < told + 2 {
                asked += 1;
                let question = visit(&mut chance, &format!("round-{round}-{asked}"), customers);
                if !running.ask(&question) {
                    break;
                }
            }
            let left = end.saturating_duration_since(Instant::now());
            if let Ok(answer) = running.answers.recv_timeout(left.min(Duration::from_millis(5))) {
                told += 1;
                acknowledged.push(answer);
            }
        }
        running.child.kill().unwrap();
        running.child.wait().unwrap();
        killed_inside += u32::from(asked > told && opened);
        // What was printed before the kill was promised, read or not.
        acknowledged.extend(running.answers.iter());
    }
    let acknowledged: Vec<Value> = acknowledged.into_iter().filter(|answer| answer["id"].is_string()).collect();
    assert!(acknowledged.iter().all(|answer| answer.get("ok").is_some()), "seed {seed}: {acknowledged:?}");
    assert!(
        acknowledged.len() > KILLS as usize && killed_inside > KILLS / 4,
        "seed {seed}: {} saved, {killed_inside} inside",
        acknowledged.len()
    );
    let list = folder.path().join("acknowledged.json");
    std::fs::write(&list, serde_json::to_vec(&acknowledged).unwrap()).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/faults/kill9/verify.py");
    let output = Command::new("python3").arg(root).args([&shop, list.to_str().unwrap(), &KILLS.to_string()]).output().unwrap();
    println!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "seed {seed}: {}", String::from_utf8_lossy(&output.stderr));
    // The program itself finds nothing either, and leaves one file behind.
    let check = Command::new(SHUKE).args(["check", &shop]).output().unwrap();
    assert!(check.status.success(), "seed {seed}: {}", String::from_utf8_lossy(&check.stdout));
    assert!(!Path::new(&format!("{shop}-journal")).exists());
}
