//! Who may do what on the command line: `--as` and `--pin-file`, and 77 for whoever may not.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const SHUKE: &str = env!("CARGO_BIN_EXE_shuke");
const PASSWORD: &str = "春天的云裳开门了";
const PIN: &str = "240717";
const PHONE: &str = "13907770001";

/// A book with a lock: the owner, 小林 with a PIN, 小夏 without, and one customer.
struct Guarded {
    folder: TempDir,
}

impl Guarded {
    fn new() -> Guarded {
        let shop = Guarded { folder: TempDir::new().unwrap() };
        assert_eq!(shop.code(&["init", &shop.book(), "--name", "云裳", "--trade", "clothing", "--owner", "陈姐"]), 0);
        let fields = json!({"name": "单晓燕", "phones": [PHONE]});
        let said = shop.call(
            &[],
            &[
                ("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []})),
                ("save_staff", json!({"name": "小林", "role": "clerk", "is_active": true})),
                ("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true})),
                ("set_secret", json!({"staff": 1, "secret": PASSWORD})),
                ("unlock", json!({"staff": 1, "secret": PASSWORD})),
                ("set_secret", json!({"staff": 2, "secret": PIN})),
            ],
        );
        assert!(said.iter().all(|answer| answer.get("ok").is_some()), "{said:?}");
        // As editors leave them: a mark in front, a line end of another system, a remark below.
        shop.put("password.txt", &format!("\u{feff}{PASSWORD}\r\n下个月要换\r\n"));
        shop.put("pin.txt", &format!("{PIN}\n"));
        shop.put("wrong.txt", "000000\n");
        shop.put("empty.txt", "");
        shop
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.at(name).to_str().unwrap().to_owned()
    }

    fn put(&self, name: &str, text: &str) {
        std::fs::write(self.at(name), text).unwrap();
    }

    fn book(&self) -> String {
        self.text("shop.shuke")
    }

    fn shuke(&self, args: &[&str]) -> Output {
        Command::new(SHUKE).args(args).env("LANG", "C.UTF-8").env_remove("LC_ALL").output().unwrap()
    }

    #[track_caller]
    fn code(&self, args: &[&str]) -> i32 {
        self.shuke(args).status.code().unwrap()
    }

    /// The answers of `shuke call` to some operations.
    fn call(&self, who: &[&str], operations: &[(&str, Value)]) -> Vec<Value> {
        let lines: Vec<String> = operations.iter().map(|(op, args)| json!({"op": op, "args": args}).to_string()).collect();
        let mut child =
            Command::new(SHUKE).args(["call", &self.book()]).args(who).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all((lines.join("\n") + "\n").as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

#[test]
fn a_book_with_a_lock_tells_nothing_to_whoever_does_not_show_who_he_is() {
    let shop = Guarded::new();
    let book = shop.book();
    let (wrong, empty) = (shop.text("wrong.txt"), shop.text("empty.txt"));
    for who in [
        vec![],
        vec!["--as", "owner"],
        vec!["--as", "陈姐"],
        vec!["--as", "owner", "--pin-file", wrong.as_str()],
        vec!["--as", "owner", "--pin-file", empty.as_str()],
        vec!["--as", "小林"],
        vec!["--as", "小林", "--pin-file", wrong.as_str()],
    ] {
        let output = shop.shuke(&[vec!["find", book.as_str(), "单晓燕"], who.clone()].concat());
        assert_eq!(output.status.code(), Some(77), "{who:?}");
        // One sentence of ours, and nobody's name or number in it.
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with("shuke: ") && said.lines().count() == 1, "{who:?} {said}");
        assert!(output.stdout.is_empty() && !said.contains("单晓燕") && !said.contains("4217"), "{who:?} {said}");
    }
}

#[test]
fn a_password_comes_from_the_first_line_of_a_file_and_never_from_the_command_line() {
    let shop = Guarded::new();
    let (book, password) = (shop.book(), shop.text("password.txt"));
    let output = shop.shuke(&["find", &book, "单晓燕", "--as", "owner", "--pin-file", &password, "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains(PHONE));
    // There is no option that takes the secret itself.
    for option in ["--pin", "--password"] {
        assert_eq!(shop.code(&["find", &book, "单晓燕", "--as", "owner", option, PASSWORD]), 2, "{option}");
    }
    assert_eq!(shop.code(&["find", &book, "单晓燕", "--pin-file", &password]), 2, "whose it is has to be said");
    assert_eq!(shop.code(&["find", &book, "单晓燕", "--as", "没有这人", "--pin-file", &password]), 2);
    assert_eq!(shop.code(&["find", &book, "单晓燕", "--as", "owner", "--pin-file", &shop.text("gone.txt")]), 66);
}

#[test]
fn a_clerk_finds_people_with_masked_numbers_and_is_refused_what_is_the_owners() {
    let shop = Guarded::new();
    let (book, pin, out) = (shop.book(), shop.text("pin.txt"), shop.text("out.csv"));
    let with_pin = ["--as", "小林", "--pin-file", pin.as_str()];
    // A clerk without a PIN sits down by the name alone.
    for who in [&with_pin[..], &["--as", "小夏"]] {
        let output = shop.shuke(&[&["find", book.as_str(), "单晓燕", "--json"], who].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("*******0001") && !said.contains(PHONE), "{said}");
    }
    shop.put("people.csv", "会员号,姓名\nM1,王芳\n");
    let people = shop.text("people.csv");
    for command in [
        vec!["export", book.as_str(), "customers", "--out", out.as_str()],
        vec!["backup", book.as_str(), "--to", shop.folder.path().to_str().unwrap()],
        vec!["import", book.as_str(), "--customers", people.as_str()],
    ] {
        let before = std::fs::read_dir(shop.folder.path()).unwrap().count();
        let output = shop.shuke(&[&command[..], &with_pin].concat());
        assert_eq!(output.status.code(), Some(77), "{command:?}");
        assert!(output.stdout.is_empty(), "{command:?}");
        assert_eq!(std::fs::read_dir(shop.folder.path()).unwrap().count(), before, "{command:?}");
    }
    let said = shop.call(&with_pin, &[("shop_size", json!({})), ("list_audit", json!({"limit": 1}))]);
    assert_eq!((&said[0]["ok"]["customers"], &said[1]["err"]["code"]), (&json!(1), &json!("owner_needed")));
    let password = shop.text("password.txt");
    assert_eq!(shop.code(&["export", &book, "customers", "--out", &out, "--as", "owner", "--pin-file", &password]), 0);
    assert!(std::fs::read_to_string(&out).unwrap().contains(PHONE));
}
