//! Encrypted books through the built program: what it asks for, what it leaves on the disk, and dying in the middle.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

const SHUKE: &str = env!("CARGO_BIN_EXE_shuke");
const PASSPHRASE: &str = "春天的连衣裙最好看";

/// A folder with everything the program may write into: the shop's own, its home and its temporary one.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Place {
        let folder = TempDir::new().unwrap();
        for inner in ["home", "tmp", "shop"] {
            std::fs::create_dir(folder.path().join(inner)).unwrap();
        }
        let place = Place { folder };
        // As an editor on another system leaves it.
        place.put("passphrase.txt", &format!("\u{feff}{PASSPHRASE}\r\n"));
        place.put("other.txt", "冬天的大衣也很好看\n");
        place
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
        self.text("shop/book.shuke")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(SHUKE);
        command.args(args).env("LANG", "C.UTF-8").env_remove("LC_ALL");
        command.env("HOME", self.at("home")).env("TMPDIR", self.at("tmp")).env("SQLITE_TMPDIR", self.at("tmp"));
        command
    }

    fn shuke(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    #[track_caller]
    fn code(&self, args: &[&str]) -> i32 {
        self.shuke(args).status.code().unwrap()
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        let output = self.shuke(args);
        assert!(output.status.success(), "{args:?} {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    #[track_caller]
    fn init(&self, more: &[&str]) {
        let (book, mut args) = (self.book(), vec!["init"]);
        args.extend([book.as_str(), "--name", "云裳", "--trade", "clothing"]);
        args.extend(more);
        assert_eq!(self.code(&args), 0);
    }

    /// Every file below the folder with its bytes; one that goes away meanwhile is passed over.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(bytes) = std::fs::read(&path) {
                    found.push((path, bytes));
                }
            }
        }
        found
    }
}

fn is_plain(path: &Path) -> bool {
    std::fs::read(path).unwrap().starts_with(b"SQLite format 3\0")
}

#[test]
fn without_its_passphrase_it_ends_with_77_and_says_so() {
    let place = Place::new();
    let (book, right, other) = (place.book(), place.text("passphrase.txt"), place.text("other.txt"));
    place.init(&["--new-passphrase-file", &right]);
    let before = std::fs::read(&book).unwrap();
    for more in [vec![], vec!["--passphrase-file", other.as_str()], vec!["--sheet-file", other.as_str()]] {
        let output = place.shuke(&[vec!["check", book.as_str()], more.clone()].concat());
        assert_eq!(output.status.code(), Some(77), "{more:?}");
        // One sentence of ours, and nothing of the library's.
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with("shuke: ") && said.lines().count() == 1, "{said}");
        assert!(output.stdout.is_empty());
    }
    assert_eq!(std::fs::read(&book).unwrap(), before);
    assert_eq!(place.code(&["check", &book, "--passphrase-file", &place.text("none.txt")]), 2);

    let sheet = place.json(&["sheet", &book, "--passphrase-file", &right, "--json"]);
    let letters: Vec<&str> = sheet["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    assert_eq!(letters.len(), 14);
    // The camera's picture is a square with its three corners.
    let qr: Vec<&str> = sheet["qr"].as_array().unwrap().iter().map(|row| row.as_str().unwrap()).collect();
    assert!(qr.iter().all(|row| row.len() == qr.len()) && qr[0].starts_with("1111111") && qr[0].ends_with("1111111"));
    place.put("sheet.txt", &format!("{}\n{}\n", letters[..7].join("-"), letters[7..].join("-")));
    assert_eq!(place.json(&["check", &book, "--sheet-file", &place.text("sheet.txt"), "--json"])["ok"], true);
    assert_eq!(place.json(&["check", &book, "--passphrase-file", &right, "--json"])["ok"], true);
}

#[test]
fn another_passphrase_and_none_again() {
    let place = Place::new();
    let (book, right, other) = (place.book(), place.text("passphrase.txt"), place.text("other.txt"));
    place.init(&["--demo"]);
    let counted = place.json(&["check", &book, "--json"]);
    let encrypted = place.json(&["encrypt", &book, "--new-passphrase-file", &right, "--json"]);
    assert_eq!(encrypted["changed"]["plain"][0]["file_name"], encrypted["changed"]["copy"]);
    assert_eq!(place.code(&["check", &book]), 77);
    assert_eq!(place.json(&["check", &book, "--passphrase-file", &right, "--json"]), counted);
    let again = place.json(&["encrypt", &book, "--passphrase-file", &right, "--new-passphrase-file", &other, "--json"]);
    assert_ne!(again["sheet"]["sheet_no"], encrypted["sheet"]["sheet_no"]);
    assert_eq!(place.code(&["check", &book, "--passphrase-file", &right]), 77);
    assert_eq!(place.code(&["decrypt", &book, "--passphrase-file", &right]), 77);
    let plain = place.json(&["decrypt", &book, "--passphrase-file", &other, "--json"]);
    assert_eq!(plain["encrypted"], false);
    assert_eq!(place.json(&["check", &book, "--json"]), counted);
}

/// The markers, in every encoding a Chinese computer may write them in.
fn marks() -> Vec<(String, Vec<u8>)> {
    let mut marks = Vec::new();
    for text in ["单晓燕", "爱穿墨绿色丝绒", "13812345678", "4417.50", "441750"] {
        marks.push((format!("{text} in UTF-8"), text.as_bytes().to_vec()));
        let utf16: Vec<u16> = text.encode_utf16().collect();
        marks.push((format!("{text} in UTF-16LE"), utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect()));
        marks.push((format!("{text} in UTF-16BE"), utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect()));
    }
    let gbk: [(&str, &[u8]); 2] = [
        ("单晓燕", &[0xb5, 0xa5, 0xcf, 0xfe, 0xd1, 0xe0]),
        ("爱穿墨绿色丝绒", &[0xb0, 0xae, 0xb4, 0xa9, 0xc4, 0xab, 0xc2, 0xcc, 0xc9, 0xab, 0xcb, 0xbf, 0xc8, 0xde]),
    ];
    marks.extend(gbk.map(|(text, bytes)| (format!("{text} in GBK"), bytes.to_vec())));
    marks
}

fn marked(place: &Place, marks: &[(String, Vec<u8>)]) -> Vec<String> {
    let holds = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    let mut found = Vec::new();
    for (path, bytes) in place.files() {
        found.extend(marks.iter().filter(|(_, mark)| holds(&bytes, mark)).map(|(what, _)| format!("{what}: {}", path.display())));
    }
    found
}

/// Asks one question of a running `shuke call`.
fn ask(child: &mut Child, output: &mut impl BufRead, op: &str, args: Value) -> Value {
    let input = child.stdin.as_mut().unwrap();
    writeln!(input, "{}", json!({"id": 1, "op": op, "args": args})).unwrap();
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    let answer: Value = serde_json::from_str(&line).unwrap();
    assert!(answer["err"].is_null(), "{op}: {answer}");
    answer["ok"].clone()
}

#[test]
fn nothing_personal_lies_anywhere_on_the_disk_in_plain() {
    let place = Place::new();
    let marks = marks();
    let (book, right, other) = (place.book(), place.text("passphrase.txt"), place.text("other.txt"));
    place.init(&["--new-passphrase-file", &right]);
    let mut child =
        place.command(&["call", &book, "--passphrase-file", &right]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let fields = json!({"name": "单晓燕", "phones": ["13812345678"], "note": "爱穿墨绿色丝绒"});
    let made =
        ask(&mut child, &mut output, "create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
    let line = json!({"style_no": "D4417", "qty": 1, "price": "4417.50"});
    let visit = json!({"customer": made["customer"], "kind": "purchase", "lines": [line]});
    ask(&mut child, &mut output, "record_visit", json!({"receipt": "receipt-4417", "visit": visit}));
    ask(&mut child, &mut output, "search", json!({"query": "5678", "limit": 5}));
    // While it is open, with the journal lying there, and after it died.
    assert_eq!(marked(&place, &marks), [""; 0]);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(marked(&place, &marks), [""; 0]);

    // While a copy is made and the key is changed, somebody keeps whatever comes and goes beside the book and the copy.
    let over = AtomicBool::new(false);
    let passing = std::thread::scope(|scope| {
        let looking = scope.spawn(|| {
            let mut passing: BTreeMap<String, Vec<u8>> = BTreeMap::new();
            while !over.load(Ordering::Relaxed) {
                let entries = ["shop", "home"].map(|folder| std::fs::read_dir(place.at(folder)).unwrap());
                for entry in entries.into_iter().flatten().flatten() {
                    let name = entry.file_name().to_string_lossy().into_owned();
                    let bytes = if name.ends_with(".shuke") { Vec::new() } else { std::fs::read(entry.path()).unwrap_or_default() };
                    let kept = passing.entry(name).or_default();
                    if bytes.len() > kept.len() {
                        *kept = bytes;
                    }
                }
            }
            passing
        });
        assert_eq!(place.code(&["backup", &book, "--to", &place.text("home"), "--passphrase-file", &right]), 0);
        assert_eq!(place.code(&["encrypt", &book, "--passphrase-file", &right, "--new-passphrase-file", &other]), 0);
        over.store(true, Ordering::Relaxed);
        looking.join().unwrap()
    });
    for (name, bytes) in &passing {
        std::fs::write(place.at("tmp").join(name), bytes).unwrap();
    }
    assert_eq!(marked(&place, &marks), [""; 0]);
    for kind in [".making", ".changing"] {
        assert!(passing.iter().any(|(name, bytes)| name.ends_with(kind) && bytes.len() > 4096), "{kind} {:?}", passing.keys());
    }
    // The marks would be found: they are in the book, and plain once it is.
    assert_eq!(place.code(&["decrypt", &book, "--passphrase-file", &other]), 0);
    assert!(is_plain(Path::new(&book)) && marked(&place, &marks).iter().any(|found| found.contains("单晓燕 in UTF-8")));
}

#[test]
fn dying_anywhere_leaves_the_old_key_or_the_new_and_the_book_whole() {
    let place = Place::new();
    let (book, right, other) = (place.book(), place.text("passphrase.txt"), place.text("other.txt"));
    place.init(&["--demo"]);
    let counted = place.json(&["check", &book, "--json"]);
    let plain = std::fs::read(&book).unwrap();
    assert_eq!(place.code(&["encrypt", &book, "--new-passphrase-file", &right]), 0);
    let sealed = std::fs::read(&book).unwrap();

    let encrypt = vec!["encrypt", &book, "--new-passphrase-file", &right];
    let change = vec!["encrypt", &book, "--passphrase-file", &right, "--new-passphrase-file", &other];
    let decrypt = vec!["decrypt", &book, "--passphrase-file", &right];
    let (mut old, mut new) = (0, 0);
    for (before, way) in [(&plain, encrypt), (&sealed, change), (&sealed, decrypt)] {
        let fresh = |place: &Place| {
            std::fs::remove_dir_all(place.at("shop")).unwrap();
            std::fs::create_dir(place.at("shop")).unwrap();
            std::fs::write(&book, before).unwrap();
        };
        // It dies each time something new has happened in the folder, a little later each round: a copy begun or done, the file
        // beside, the rename.
        for step in 1..=5 {
            fresh(&place);
            let mut child = place.command(&way).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            let look = || {
                let names = std::fs::read_dir(place.at("shop")).unwrap().flatten();
                let mut all: Vec<_> = names.map(|entry| (entry.file_name(), entry.metadata().map_or(0, |meta| meta.len()))).collect();
                all.sort();
                all
            };
            let (mut last, mut events) = (look(), 0);
            while child.try_wait().unwrap().is_none() {
                let now = look();
                if now != last {
                    (last, events) = (now, events + 1);
                    if events >= step * 2 {
                        break;
                    }
                }
            }
            let _ = child.kill();
            child.wait().unwrap();
            let opens: Vec<Vec<&str>> = vec![vec![], vec!["--passphrase-file", &right], vec!["--passphrase-file", &other]];
            let whole = opens.into_iter().find_map(|with| {
                let output = place.shuke(&[vec!["check", book.as_str(), "--json"], with].concat());
                output.status.success().then(|| serde_json::from_slice::<Value>(&output.stdout).unwrap())
            });
            assert_eq!(whole.as_ref(), Some(&counted), "{way:?} died after {events} changes");
            if std::fs::read(&book).unwrap()[..16] == before[..16] {
                old += 1
            } else {
                new += 1
            }
            assert!(!place.at("shop/book.shuke.changing").exists(), "swept away at the next opening");
        }
    }
    assert!(old > 0, "some died before the end: {old} with the old key, {new} with the new");
}
